"""The keys beside the verdicts, in a real terminal: undo, search, filter, palette, help, articles."""

from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest
from desk_file import rows, verdicts
from terminal import ENTER, ESCAPE, Start, Terminal

from factcheck_tui.ui.widgets.prompt import UNASKED_SECONDS


def _opened(terminal: Start, desk: Path, *arguments: str) -> Terminal:
    opened = terminal("--db", desk, *arguments, "open")
    opened.wait_for("20 claims", "Prior records for claim 1")
    return opened


def _gone(desk: Terminal, words: str) -> Callable[[], bool]:
    return lambda: words not in desk.text


def test_undo_works_after_a_restart_and_goes_back_to_the_claim(terminal: Start, demo_desk: Path) -> None:
    """u takes back the last decision of an earlier run, with the cursor on it, and U does it again."""
    with _opened(terminal, demo_desk) as desk:
        desk.send("d")
        desk.wait_for("claim 1 disputed", "Prior records for claim 2")
        desk.send("c")
        desk.wait_for("claim 2 confirmed", "Prior records for claim 3")
        desk.send("q")
        desk.wait_for("1 article, ")
        desk.send("q")
        assert desk.ended() == 0
    with terminal("--db", demo_desk, "open") as desk:
        desk.wait_for("✓ 1 confirmed", "Prior records for claim 3")
        desk.send("u")
        desk.wait_for("Undone: claim 2", "✓ 0 confirmed", "Prior records for claim 2")
        desk.send("u")
        desk.wait_for("Undone: claim 1", "✗ 0 disputed", "Prior records for claim 1")
        desk.send("u")
        desk.wait_for("nothing left to undo")
        desk.send("U")
        desk.wait_for("Done again: claim 1", "✗ 1 disputed")
    assert verdicts(demo_desk)[:3] == ["disputed", "pending", "pending"]


def test_the_archive_is_searched_as_you_type_and_enter_links(terminal: Start, demo_desk: Path) -> None:
    """Each letter narrows the list; Enter links the record under the cursor to the claim that one came from."""
    desk = _opened(terminal, demo_desk)
    desk.send("j", "S")
    desk.wait_for("Archive: 328 prior records", "for claim 2")
    desk.send(*"swallows ")
    desk.wait_for("found", "A person swallows eight spiders a year")
    desk.send(*"spid")
    desk.wait_for("swallows spid", "1 found")
    desk.settle()  # Enter links only what was found for all that is typed
    desk.send(ENTER)
    desk.wait_for("Prior records for claim 2", "⇔1")
    linked = rows(
        demo_desk,
        "SELECT number, source_id FROM link JOIN verdict_list USING (claim_id) JOIN prior_record"
        " ON prior_record.id = link.record_id",
    )
    found = rows(demo_desk, "SELECT 2, source_id FROM prior_record WHERE claim LIKE 'A person swallows eight%'")
    assert linked == found != []


def test_any_text_can_be_typed_into_the_search(terminal: Start, demo_desk: Path) -> None:
    """Quotes, operators and brackets are words like any others to the search, not its syntax."""
    desk = _opened(terminal, demo_desk)
    desk.send("S")
    desk.wait_for("Archive: 328")
    desk.send(*'"NEAR( [/b] AND * -')
    desk.wait_for('"NEAR( [/b] AND * -')
    desk.settle()
    desk.send(ESCAPE)
    desk.wait_for("Prior records for claim 1")


def test_searching_does_not_stop_the_matching_of_an_article(terminal: Start, demo_desk: Path) -> None:
    """What is typed overtakes earlier searches, not the matching that goes on behind: all claims get their matches."""
    desk = _opened(terminal, demo_desk)
    for _ in range(3):
        desk.send("S")
        desk.wait_for("Archive: 328")
        desk.send(*"the coalition")
        desk.send(ESCAPE)
        desk.wait_for("Prior records for claim 1")
    desk.send("G")
    desk.wait_for("Prior records for claim 20:")
    desk.wait_for(lambda: rows(demo_desk, "SELECT count(*) FROM claim WHERE matched_with > 0") == [(20,)])


def test_a_number_links_and_x_dismisses_the_same_record(terminal: Start, demo_desk: Path) -> None:
    """2 links to the second record and leaves the cursor on it, so that x speaks of it; u takes each back."""
    desk = _opened(terminal, demo_desk)
    desk.wait_for("▸1 ")
    desk.send("2")
    desk.wait_for("Claim 1 linked to", "⇔1", "Record 2", "The claim is linked to it.")
    desk.send("x")
    desk.wait_for("is not the same as", _gone(desk, "⇔1"))
    decided = rows(demo_desk, "SELECT new, record_id = first_value(record_id) OVER (ORDER BY id) FROM decision")
    assert decided == [("linked", 1), ("dismissed", 1)]
    desk.send("u")
    desk.wait_for("Undone: claim 1", "⇔1")
    desk.send("u")
    desk.wait_for(_gone(desk, "⇔1"))
    assert rows(demo_desk, "SELECT * FROM link") == []


def test_the_filter_narrows_the_list_while_it_is_typed(terminal: Start, demo_desk: Path) -> None:
    """/ lists only the claims with the words typed, the counts stay those of the article, Escape takes it away."""
    desk = _opened(terminal, demo_desk)
    desk.send("/", *"volcano")
    desk.wait_for("filter: volcano", lambda: "  8 " in desk.screen.display[2], _gone(desk, " head. "))
    desk.send(ENTER)
    desk.wait_for("20 claims", "Prior records for claim 8", lambda: not desk.screen.display[-2].startswith(" /"))
    desk.send("c")
    desk.wait_for("claim 8 confirmed", "✓ 1 confirmed")
    desk.send(ESCAPE)
    desk.wait_for(_gone(desk, "filter:"), " head. ")
    assert [number for number, verdict in enumerate(verdicts(demo_desk), 1) if verdict != "pending"] == [8]


def test_a_filter_that_finds_nothing_says_so(terminal: Start, demo_desk: Path) -> None:
    """An empty list names the way back, and a verdict key does nothing there."""
    desk = _opened(terminal, demo_desk)
    desk.send("/")
    desk.wait_for("Enter done", lambda: desk.screen.display[-2].startswith(" /"))
    desk.send("[/nowhere]", ENTER)
    desk.wait_for("No claim has “[/nowhere]”. Esc takes the filter away.")
    desk.send("c")
    desk.settle()
    assert set(verdicts(demo_desk)) == {"pending"}
    desk.send(ESCAPE)
    desk.wait_for("Prior records for claim 1")


def test_the_palette_runs_an_action_by_its_name(terminal: Start, demo_desk: Path) -> None:
    """: opens the palette, typing finds an action, Enter runs it."""
    desk = _opened(terminal, demo_desk)
    desk.send(":")
    desk.wait_for("Search for commands")
    desk.send(*"export the verdict")
    desk.wait_for("export the verdict list")
    desk.send(ENTER)
    desk.wait_for("Export the verdict list", "verdicts-1.csv")


def test_help_lists_the_keys_and_is_filtered_by_typing(terminal: Start, demo_desk: Path) -> None:
    """? shows every key of the desk; typing narrows them; Escape closes."""
    desk = _opened(terminal, demo_desk)
    desk.send("?")
    desk.wait_for("Keys", "mark the claim confirmed", "next, previous line")
    desk.send(*"undo")
    desk.wait_for("undo what your last key did", _gone(desk, "next, previous line"))
    desk.send(ESCAPE)
    desk.wait_for("Prior records for claim 1", _gone(desk, "undo what your last key did"))


def test_an_empty_desk_says_the_next_step_and_takes_an_article(terminal: Start, tmp_path: Path, sample: Path) -> None:
    """Without an article the desk opens on the list, says what to do, and `a` adds a file and shows its claims."""
    path = tmp_path / "own.db"
    desk = terminal("--db", path, "open")
    desk.wait_for("No article is on this desk yet.", "adds one")
    desk.send("a")
    desk.wait_for("add the article in the file or at the address:")
    desk.send(str(tmp_path / "missing.txt"), ENTER)
    desk.wait_for("does not exist", "add the article in the file or at the address:")
    sleep(UNASKED_SECONDS + 0.1)  # the prompt came back by itself, with what was typed; ^u clears it
    desk.send("\x15", str(sample / "article.txt"), ENTER)
    desk.wait_for("20 claims", "▸", "The archive is empty")
    desk.send("q")
    desk.wait_for("1 article, 0 prior records")
    desk.send("m")
    desk.wait_for("import the prior records in the file or folder:")
    desk.send(str(sample / "archive.ndjson"), ENTER)
    desk.wait_for("328 read", "Not supported")  # some of the import's ratings are in no table
    desk.send(ESCAPE)
    desk.wait_for(_gone(desk, "Not supported"), "1 article, 328 prior records")
    desk.send(ENTER)
    desk.wait_for("Prior records for claim 1:")
    assert rows(path, "SELECT count(*) FROM prior_record") == [(328,)]


def test_a_held_verdict_key_marks_few_claims(terminal: Start, demo_desk: Path) -> None:
    """A key held down repeats about 30 times a second; it must not mark the claims that it runs over."""
    desk = _opened(terminal, demo_desk)
    for _ in range(10):  # few and quick: what a busy machine holds back for 150 ms is a key pressed again
        desk.send("c")
        desk.pause(0.02)
    desk.wait_for("confirmed.")
    desk.settle()
    assert 1 <= verdicts(demo_desk).count("confirmed") <= 3


def test_who_signs_is_who_the_command_line_says(terminal: Start, demo_desk: Path) -> None:
    """--as names the checker; H shows who decided what."""
    desk = _opened(terminal, demo_desk, "--as", "Ada [/b]")
    desk.send("f")
    desk.wait_for("⚑")
    desk.send("H")
    desk.wait_for("History of   claim 1", "Ada [/b]", "flagged")
    desk.send(ESCAPE)
    desk.wait_for(_gone(desk, "History of "))
    assert rows(demo_desk, "SELECT checker FROM step") == [("Ada [/b]",)]


@pytest.mark.parametrize(("keys", "typed"), [("/coal", "filter: coal"), ("idc", "dc")])
def test_keys_that_come_in_one_piece_go_where_the_first_one_leads(
    terminal: Start, demo_desk: Path, keys: str, typed: str
) -> None:
    """Over a slow line keys come bundled: what follows / or i is typed into the line, and marks or adopts nothing."""
    desk = _opened(terminal, demo_desk)
    desk.send(keys)
    desk.wait_for(typed)
    desk.settle()
    assert set(verdicts(demo_desk)) == {"pending"}
    assert rows(demo_desk, "SELECT * FROM decision") == []
