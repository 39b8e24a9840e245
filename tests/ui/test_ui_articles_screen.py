"""The list of articles: the first step of an empty desk, files in, articles open, and the way out."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from factories import make_article, make_record, write_records
from piloting import SIZES, ask_prompt, at_rest, burst, desk_screen, notices, opened, screen_text, type_text, until
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck_tui.desk import Desk
from factcheck_tui.model import Article, ArticleProgress, Verdict
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.widgets.article_list import ArticleList
from factcheck_tui.ui.widgets.prompt import UNASKED_SECONDS, Prompt

MANY = 30_000  # records: an import of some seconds, so that keys come while it runs
NEWS = "Tower closed\n\nThe tower is 300 metres tall, the mayor said on Monday.\n"


async def to_articles(pilot: Pilot[None]) -> ArticleList:
    """Go to the list of articles and wait for its rows."""
    if isinstance(pilot.app.screen, DeskScreen):
        await pilot.press("q")
    await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
    await until(pilot, lambda: "prior records" in screen_text(pilot.app))
    return pilot.app.screen.query_one(ArticleList)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_desk_says_the_first_steps(empty_desk: Path, size: tuple[int, int]) -> None:
    """Nothing to show is no empty screen: the keys that add, import, quit and help are named; they harm nothing."""
    async with opened(empty_desk, size=size) as pilot:
        await until(pilot, lambda: "No article is on this desk yet." in screen_text(pilot.app))
        shown = screen_text(pilot.app)
        lines = [line.strip() for line in shown.splitlines()]
        assert [line[0] for line in lines[2:7] if line] == list("Namq?") or size[0] < 60  # of no more lines than these
        assert "a   adds one" in shown
        assert "m   imports" in shown
        for key in ("enter", "minus"):
            pilot.app.screen.key_line.say("")
            await pilot.press(key)
            await until(pilot, lambda: "No article is listed here." in screen_text(pilot.app).splitlines()[-1], key)
        await pilot.press("j", "k", "G", "pagedown")
        assert isinstance(pilot.app.screen, ArticlesScreen)
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_titles_are_shown_before_their_claims_are_counted(empty_desk: Path) -> None:
    """Of thousands of articles the titles come at once; the counts take nobody's cursor away when they come."""
    async with opened(empty_desk) as pilot:
        listing = await to_articles(pilot)
        listing._loaded = listing._counted = False  # as it is at first
        articles = [Article(id=number, title=f"Article {number}", text="") for number in (3, 2, 1)]
        listing.show_titles(articles, current=2)
        await until(pilot, lambda: "▸   2  Article 2" in screen_text(pilot.app))
        assert "claims" not in screen_text(pilot.app).replace("Its claims", "")
        await pilot.press("j")
        counted = [ArticleProgress(article=article, claims=7, confirmed=2, disputed=1) for article in articles]
        counted[0] = ArticleProgress(article=articles[0], claims=0, confirmed=0, disputed=0)
        listing.show(counted, current=2)
        await until(pilot, lambda: "▸   1  Article 1" in screen_text(pilot.app))
        assert "7 claims  ✓ 2" in screen_text(pilot.app)
        assert "0 claims  ✓ 0" in screen_text(pilot.app)  # what has none is drawn anew too


@pytest.mark.parametrize("size", SIZES)
async def test_the_articles_are_filtered_while_one_types(empty_desk: Path, size: tuple[int, int]) -> None:
    """/ lists what answers, and names the way back where nothing does; it is still there after an article."""
    with Desk.open(empty_desk, "Ada") as desk:
        for place in ("tower", "bridge", "quay"):
            desk.add(make_article(NEWS.replace("Tower", place.title()).replace("tower", place)))
        done = desk.articles()[0].article
        desk.mark([status.claim.id for status in desk.claims(done.id)], Verdict.CONFIRMED)
    async with opened(empty_desk, size=size) as pilot:
        listing = await to_articles(pilot)
        await ask_prompt(pilot, "slash", "is:open")
        await until(pilot, lambda: len(listing) == 2)
        await until(pilot, lambda: "2 of 3 articles" in screen_text(pilot.app))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        listing = await to_articles(pilot)
        await until(pilot, lambda: len(listing) == 2)
        await ask_prompt(pilot, "slash", "lighthouse")
        await until(pilot, lambda: "No article has “lighthouse”." in screen_text(pilot.app))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: len(listing) == 3)
        await pilot.press("G")
        last = listing.current
        await ask_prompt(pilot, "slash", "zeppelin")
        await pilot.press("enter")
        await until(pilot, lambda: len(listing) == 0)
        await pilot.press("escape")
        await until(pilot, lambda: len(listing) == 3)
        assert listing.current == last  # where it was before nothing was found


@pytest.mark.parametrize("size", SIZES)
async def test_a_file_is_added_and_opened(empty_desk: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    """a asks for a file; the article is kept and put on the desk. Of a missing file the name stands to be mended."""
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    async with opened(empty_desk, size=size) as pilot:
        await ask_prompt(pilot, "a", str(tmp_path / "missing.txt"))
        await pilot.press("enter")
        await until(pilot, lambda: any("does not exist" in words for words in notices(pilot)))
        await until(pilot, lambda: pilot.app.screen.query_one(Prompt).display)
        await pilot.pause(UNASKED_SECONDS + 0.1)  # keys that come sooner are none for a prompt that came by itself
        await pilot.press(*["backspace"] * len("missing.txt"))
        await type_text(pilot, file.name)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await at_rest(pilot, 1)
        with Desk.open(empty_desk, "Bob") as bob:
            assert [known.article.title for known in bob.articles()] == ["Tower closed"]
        await until(pilot, lambda: "The archive is empty." in screen_text(pilot.app) or size == SIZES[0])


@pytest.mark.parametrize(
    ("keys", "verdicts"), [(("enter",), ["confirmed", "pending"]), (("backspace", "n", "enter"), ["pending"] * 2)]
)
async def test_the_next_draft_is_offered(
    empty_desk: Path, tmp_path: Path, keys: tuple[str, ...], verdicts: list[str]
) -> None:
    """What looks like a new draft is asked about; yes carries the verdicts over, no keeps it as another article."""
    with Desk.open(empty_desk, "Bob") as bob:
        first, _ = bob.add(make_article(NEWS))
        bob.mark([status.claim.id for status in bob.claims(first.id)], Verdict.CONFIRMED)
    file = tmp_path / "news-2.txt"
    file.write_text(NEWS.replace("300", "310"), encoding="utf-8")
    async with opened(empty_desk) as pilot:
        await to_articles(pilot)
        await ask_prompt(pilot, "a", str(file))
        await pilot.press("enter")
        await until(pilot, lambda: "next draft of “Tower closed”?" in screen_text(pilot.app))
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        if verdicts[0] == "confirmed":
            told = "1 claims kept, 1 changed, 0 new, 0 removed.  u undoes it."
            await until(pilot, lambda: any(told in words for words in notices(pilot)))
        await at_rest(pilot, 1)
        await pilot.press("j")
        if verdicts[0] == "confirmed":
            await until(pilot, lambda: "was: The tower is 300 metres tall" in screen_text(pilot.app))
    with Desk.open(empty_desk, "Bob") as bob:
        assert [status.verdict for status in bob.claims(2)] == verdicts
        assert bob.article(2).revises == (first.id if "confirmed" in verdicts else 0)


async def test_a_text_that_is_there_already_is_said(empty_desk: Path, tmp_path: Path) -> None:
    """The same text twice is one article; the checker is told, and gets it opened."""
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    async with opened(empty_desk) as pilot:
        for _ in range(2):
            await to_articles(pilot)
            await ask_prompt(pilot, "a", str(file))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        told = lambda: "already" in screen_text(pilot.app) or any("already" in words for words in notices(pilot))  # noqa: E731
        await until(pilot, told)
    with Desk.open(empty_desk, "Bob") as bob:
        assert len(bob.articles()) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_records_are_imported_with_a_report(
    empty_desk: Path, tmp_path: Path, sample: Path, size: tuple[int, int]
) -> None:
    """m asks for a file and reports what came of it; a file that cannot be read is a notice."""
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    lines = len((sample / "archive.ndjson").read_text(encoding="utf-8").splitlines())
    async with opened(empty_desk, size=size) as pilot:
        await ask_prompt(pilot, "m", str(bad))
        await pilot.press("enter")
        await until(pilot, lambda: notices(pilot))
        await ask_prompt(pilot, "m", str(sample / "archive.ndjson"))
        await pilot.press("enter")
        await until(pilot, lambda: f"{lines:,} read   {lines:,} added" in screen_text(pilot.app))
        await until(pilot, lambda: f"{lines:,} prior records" in screen_text(pilot.app) or size == SIZES[0])
    with Desk.open(empty_desk, "Bob") as bob:
        assert bob.records() == lines


async def test_an_import_goes_on_while_the_checker_works(two_articles: Path, bob_at_two: Desk, tmp_path: Path) -> None:
    """Leaving the list of articles does not stop an import: all of the file arrives."""
    file = write_records(tmp_path / "many.ndjson", [make_record(f"Tower {n} is {n} metres tall") for n in range(MANY)])
    before = bob_at_two.records()
    async with opened(two_articles, article_id=1) as pilot:
        await to_articles(pilot)
        await ask_prompt(pilot, "m", str(file))
        await burst(pilot, "enter")
        await until(pilot, lambda: bob_at_two.records() > before)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await until(pilot, lambda: bob_at_two.records() == before + MANY, "all records in", seconds=30)


async def test_a_search_leaves_an_import_alone(path: Path, bob: Desk, tmp_path: Path) -> None:
    """Searching the archive while an import runs neither ends the app nor loses a row of the file."""
    file = write_records(tmp_path / "many.ndjson", [make_record(f"Tower {n} is {n} metres tall") for n in range(MANY)])
    before = bob.records()
    async with opened(path) as pilot:
        await to_articles(pilot)
        await ask_prompt(pilot, "m", str(file))
        await burst(pilot, "enter")
        await until(pilot, lambda: bob.records() > before)
        await burst(pilot, "S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        for number in range(40):
            pilot.app.screen.query_one(Input).value = f"tower {number}"
            await asyncio.sleep(0.01)
        await until(pilot, lambda: bob.records() == before + MANY, "all records in", seconds=30)
        await pilot.press("escape")
        await to_articles(pilot)


def test_quitting_during_an_import_ends_the_program(path: Path, tmp_path: Path) -> None:
    """^q while an import reports its progress: the program ends within seconds and the desk is whole.

    Run as a program of its own, so that one that hangs is a failure and not the end of the tests.
    """
    records = [make_record(f"Tower {n} is {n} metres tall") for n in range(MANY)]
    file = write_records(tmp_path / "many.ndjson", records)
    program = tmp_path / "quit.py"
    program.write_text(
        f"""
import asyncio, sys
sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parent.parent)]!r}
from pathlib import Path
from piloting import ask_prompt, opened, screen_text, send, until
from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
async def main():
    async with opened(Path({json.dumps(str(path))})) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: "prior records" in screen_text(pilot.app))
        with Desk.open(Path({json.dumps(str(path))}), "Bob") as bob:
            before = bob.records()
            await ask_prompt(pilot, "m", {json.dumps(str(file))})
            send(pilot, "enter")
            while bob.records() == before:  # looked at often: waiting for the screen would let the import end
                await asyncio.sleep(0.005)
            assert bob.records() < before + {MANY}, "the import was over before the key"
        pilot.app.exit()
asyncio.run(main())
""",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(program)], timeout=30, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    with Desk.open(path, "Bob") as bob:
        assert bob.problems() == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_articles_are_listed_newest_first_and_opened(
    two_articles: Path, bob_at_two: Desk, size: tuple[int, int]
) -> None:
    """Each article stands with its progress; Enter opens the one under the cursor, q leaves the program."""
    async with opened(two_articles, size=size, article_id=1) as pilot:
        listing = await to_articles(pilot)
        await until(pilot, lambda: len(listing) == 2)
        rows = [progress.article.id for progress in listing._rows]
        assert rows == [progress.article.id for progress in bob_at_two.articles()]
        await pilot.press("g", "j")
        await until(pilot, lambda: listing.cursor == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await at_rest(pilot)
        assert desk_screen(pilot).article_id == rows[1]
        await to_articles(pilot)
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
        await asyncio.sleep(0)


@pytest.mark.parametrize("size", [(60, 20), (140, 45)])
async def test_a_title_has_room_on_a_narrow_screen(two_articles: Path, size: tuple[int, int]) -> None:
    """Titles tell articles apart: at 60 columns half of the line is theirs; the day goes first."""
    async with opened(two_articles, size=size) as pilot:
        await to_articles(pilot)
        shown = screen_text(pilot.app)
        assert "The tower that the town forgot" in shown
        assert (" claims " in shown) == (size[0] > 100)


def _paste(pilot: Pilot[None], text: str) -> None:
    driver = pilot.app._driver
    assert driver is not None
    event = events.Paste(text)
    event.set_sender(pilot.app)
    driver.send_message(event)


async def test_a_pasted_text_is_added_as_an_article(empty_desk: Path) -> None:
    """From a mail or a chat, without a file: asked first, then read as any other; its lines end as terminals say."""
    async with opened(empty_desk) as pilot:
        await until(pilot, lambda: "No article" in screen_text(pilot.app))
        _paste(pilot, NEWS.replace("\n", "\r"))
        await until(pilot, lambda: "add the pasted “Tower closed" in screen_text(pilot.app))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        with Desk.open(empty_desk, "Bob") as bob:
            (known,) = bob.articles()
            assert known.article.title == "Tower closed"
            assert [status.claim.text for status in bob.claims(1)] == [
                "Tower closed",
                "The tower is 300 metres tall, the mayor said on Monday.",
            ]


async def test_a_pasted_text_can_be_refused(empty_desk: Path) -> None:
    """What was pasted by mistake is no article; no word of it acts as a key."""
    async with opened(empty_desk) as pilot:
        await until(pilot, lambda: "No article" in screen_text(pilot.app))
        _paste(pilot, f"q {NEWS}")
        await until(pilot, lambda: "add the pasted" in screen_text(pilot.app))
        await pilot.press("n")
        await until(pilot, lambda: "add the pasted" not in screen_text(pilot.app))
        with Desk.open(empty_desk, "Bob") as bob:
            assert not bob.articles()


async def test_a_file_that_is_dropped_on_the_window_is_offered(empty_desk: Path, tmp_path: Path) -> None:
    """A terminal pastes its name, in quotes where it has a space; an address is taken the same way."""
    file = tmp_path / "the tower.txt"
    file.write_text(NEWS, encoding="utf-8")
    async with opened(empty_desk, size=(200, 24)) as pilot:
        await until(pilot, lambda: "No article" in screen_text(pilot.app))
        _paste(pilot, "https://example.org/tower")
        await until(pilot, lambda: "at the address: https://example.org/tower" in screen_text(pilot.app))
        await pilot.press("escape")
        _paste(pilot, f"'{file}' ")
        await until(pilot, lambda: f"at the address: {file}" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
