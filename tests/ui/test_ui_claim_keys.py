"""The keys that say something of a claim beside its verdict: notes, flags, and what is no claim at all."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from factories import make_article
from piloting import (
    SIZES,
    ask_prompt,
    at_rest,
    claim,
    current_number,
    desk_screen,
    listed,
    log,
    notices,
    opened,
    screen_text,
    type_text,
    until,
)
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import SetAside


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_in_place(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """i opens a line with the note that is there; Enter keeps what was typed, Escape what was there before."""
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "i", "waiting for the harbour office")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 1).note == "waiting for the harbour office")
        await until(pilot, lambda: "Note kept." in screen_text(pilot.app))
        await pilot.press("i")
        await type_text(pilot, ", again")
        await pilot.press("escape")
        await pilot.press("i", "enter")  # entered as it is: nothing is logged
        await until(pilot, lambda: "The note is as it was." in screen_text(pilot.app))
        await ask_prompt(pilot, "i", "")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 1).note == "")
        await until(pilot, lambda: "Note taken away." in screen_text(pilot.app))
    assert [line[1] for line in log(bob)] == ["note", "note"]


async def test_a_note_belongs_to_the_claim_it_was_begun_on(path: Path, bob: Desk) -> None:
    """Whatever happens to the list meanwhile, the note goes to the claim whose number the line names."""
    wanted = claim(bob, 3).claim.id
    async with opened(path) as pilot:
        await pilot.press("j", "j")
        await at_rest(pilot, 3)
        await ask_prompt(pilot, "i", "mine")
        assert "note on claim 3:" in screen_text(pilot.app)
        bob.set_aside([claim(bob, 1).claim.id], SetAside.CHECKER)
        await pilot.press("enter")
        await until(pilot, lambda: bob.claim(wanted).note == "mine")


async def test_keys_typed_into_a_note_are_text(path: Path, bob: Desk) -> None:
    """No printable key has priority: c, d, u, q, ?, : and / go into the note."""
    async with opened(path) as pilot:
        await pilot.press("i", *"cdpxauq", "question_mark", "colon", "slash", "1", "enter")
        await until(pilot, lambda: claim(bob, 1).note == "cdpxauq?:/1")
    assert [line[1] for line in log(bob)] == ["note"]


async def test_a_note_of_several_lines_survives_a_look_at_it(path: Path, bob: Desk) -> None:
    """A note from the editor may have lines; opened in place and entered unchanged it is as it was."""
    bob.note(claim(bob, 1).claim.id, "first line\nsecond line")
    async with opened(path) as pilot:
        await pilot.press("i", "enter")
        await pilot.pause()
    assert claim(bob, 1).note == "first line\nsecond line"


async def test_the_editor_writes_the_note(
    path: Path, bob: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """e hands the note to $EDITOR; what is saved is the note, a line of it that begins with # too, without the line
    that says of what claim; an editor that fails changes nothing and is named.
    """
    program = tmp_path / "editor.py"
    program.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text('before\\n' + path.read_text(encoding='utf-8'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    bob.note(claim(bob, 1).claim.id, "as it was\n#2 of the report")
    monkeypatch.delenv("VISUAL", raising=False)
    async with opened(path) as pilot:
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)  # a headless terminal cannot be lent
        monkeypatch.setenv("EDITOR", f"{sys.executable} {program}")
        await pilot.press("e")
        await until(pilot, lambda: claim(bob, 1).note == "before\nas it was\n#2 of the report")
        monkeypatch.setenv("EDITOR", f"{sys.executable} -c raise(SystemExit(1))")
        await pilot.press("e")
        monkeypatch.setenv("EDITOR", "no-such-editor-here")
        await pilot.press("e")
        await until(pilot, lambda: any("no-such-editor-here cannot be started" in words for words in notices(pilot)))
    assert claim(bob, 1).note == "before\nas it was\n#2 of the report"


@pytest.mark.parametrize("size", SIZES)
async def test_a_flag_is_set_and_taken_away(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """f flags the claim under the cursor for later and shows it in the list; again takes the flag away."""
    async with opened(path, size=size) as pilot:
        await pilot.press("f")
        await until(pilot, lambda: claim(bob, 1).flagged)
        await until(pilot, lambda: "⚑" in screen_text(pilot.app))
        await pilot.press("f")
        await until(pilot, lambda: not claim(bob, 1).flagged)
        await until(pilot, lambda: "⚑" not in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_a_claim_is_set_aside_and_brought_back_with_renumbering(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """- takes the claim off the list and the numbers close up; shown by . and asked again, it has its number back."""
    third = claim(bob, 3).claim.id
    async with opened(path, size=size) as pilot:
        await pilot.press("j", "j")
        await at_rest(pilot, 3)
        await pilot.press("minus")
        await until(pilot, lambda: bob.claim(third).claim.set_aside is SetAside.CHECKER)
        await until(pilot, lambda: listed(pilot) == list(range(1, 20)))
        assert current_number(pilot) == 3  # what came after it
        await pilot.press("full_stop")
        await until(pilot, lambda: len(listed(pilot)) == 25)
        assert sorted(number for number in listed(pilot) if number) == list(range(1, 20))
        await pilot.press("k", "k", "minus")
        await until(pilot, lambda: bob.claim(third).claim.is_claim)
        await until(pilot, lambda: [number for number in listed(pilot) if number] == list(range(1, 21)))
        await pilot.press("full_stop")
        await until(pilot, lambda: listed(pilot) == list(range(1, 21)))
    assert [line[1:4] for line in log(bob)] == [
        ("set aside", "", "set aside by a checker"),
        ("set aside", "set aside by a checker", ""),
    ]


async def test_what_the_program_set_aside_can_be_made_a_claim(path: Path, bob: Desk) -> None:
    """. shows the pieces that are no claims with the reason; - on one makes it a claim, which is then matched."""
    credit = next(status.claim.id for status in bob.pieces(1) if status.claim.set_aside is SetAside.CREDIT)
    async with opened(path) as pilot:
        assert "set aside (.)" in screen_text(pilot.app)
        await pilot.press("full_stop", "j", "j", "j")
        await until(pilot, lambda: "Set aside: picture credit. The key - makes it a claim." in screen_text(pilot.app))
        await pilot.press("minus")
        await until(pilot, lambda: bob.claim(credit).claim.number == 4)
        await at_rest(pilot, 4)
        await until(pilot, lambda: bob.is_matched(credit))


async def test_what_is_set_aside_has_no_number(path: Path, bob: Desk) -> None:
    """What is asked and said of it names it as what it is; never as claim 0; no record is linked."""
    credit = next(status.claim.id for status in bob.pieces(1) if status.claim.set_aside is SetAside.CREDIT)
    async with opened(path) as pilot:
        await pilot.press("full_stop", "j", "j", "j")
        await until(pilot, lambda: "Set aside: picture credit." in screen_text(pilot.app))
        await ask_prompt(pilot, "i", "whose?")
        await until(pilot, lambda: "note on the piece set aside:" in screen_text(pilot.app))
        await pilot.press("enter", "f")
        await until(pilot, lambda: "the piece set aside flagged." in screen_text(pilot.app))
        await until(pilot, lambda: "⚑i picture credit" in screen_text(pilot.app))
        await until(pilot, lambda: "note: whose?" in _record_text(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "Undone: the piece set aside, flag" in screen_text(pilot.app))
        await ask_prompt(pilot, "t", "picture")
        await pilot.press("enter")
        await until(pilot, lambda: "tags: picture" in _record_text(pilot))
        assert "claim 0" not in _record_text(pilot)
        await pilot.press("space")
        await until(pilot, lambda: "Only claims are marked" in screen_text(pilot.app))
        await pilot.press("s")
        await until(pilot, lambda: "Piece set aside, sources:" in screen_text(pilot.app))
        await pilot.press("escape", "S")
        await until(pilot, lambda: "Archive:" in screen_text(pilot.app))
        assert "for claim" not in screen_text(pilot.app)
        await pilot.press("escape", "minus")
        await until(pilot, lambda: bob.claim(credit).claim.is_claim)
        await pilot.press("minus")
        await until(pilot, lambda: "Set aside by a checker. The key - makes it a claim." in screen_text(pilot.app))
        assert "the key . shows it" not in screen_text(pilot.app)  # it is shown


async def test_a_key_without_a_piece_to_act_on_says_so(path: Path) -> None:
    """Where a filter finds none, each key for a claim says that there is none; nothing set aside is said too."""
    async with opened(path) as pilot:
        await ask_prompt(pilot, "slash", "zeppelin")
        await pilot.press("enter")
        await until(pilot, lambda: "No claim has “zeppelin”." in screen_text(pilot.app))
        for key in (*"cftiwsyHWRbr", "minus", "ampersand"):
            desk_screen(pilot).say("")
            await pilot.press(key)
            await until(pilot, lambda: screen_text(pilot.app).splitlines()[-1] == " No claim is listed here.", key)
        await pilot.press("n")
        await until(pilot, lambda: "The filter finds no other claim." in screen_text(pilot.app))


async def test_showing_what_is_set_aside_says_that_nothing_is(empty_desk: Path) -> None:
    """. is no dead key where an article has claims alone."""
    with Desk.open(empty_desk, "Ada") as desk:
        desk.add(make_article("Antarctica is gaining 40 tonnes of ice."))
    async with opened(empty_desk) as pilot:
        await pilot.press("full_stop")
        await until(pilot, lambda: "Nothing of this article is set aside." in screen_text(pilot.app))


def _record_text(pilot: Pilot[None]) -> str:
    return "\n".join(line.strip() for line in desk_screen(pilot).record_view._text.plain.splitlines())


@pytest.mark.parametrize(
    ("key", "kept", "taken"),
    [
        ("w", "Wording kept.", "Wording taken away."),
        ("R", "looked for with these words.", "looked for with the article's words."),
    ],
)
async def test_taking_words_away_is_not_called_keeping_them(path: Path, key: str, kept: str, taken: str) -> None:
    """The line left empty takes back what was written on it, and the desk says that."""
    async with opened(path) as pilot:
        for words, said in (("four millimetres a year", kept), ("", taken)):
            await ask_prompt(pilot, key, words)
            await pilot.press("enter")
            await until(pilot, lambda said=said: said in screen_text(pilot.app), said)  # type: ignore[misc]
