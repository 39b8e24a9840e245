"""Undo and redo of all that a key can decide: as a whole, where it was decided, also after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from piloting import (
    SIZES,
    ask_prompt,
    at_rest,
    claim,
    current_number,
    desk_screen,
    listed,
    log,
    opened,
    screen_text,
    until,
)
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict

# what a key decided on claim 1, as a value that undo must bring back and redo again
Reading = Callable[[Desk], object]
DECISIONS: dict[str, tuple[tuple[str, ...], Reading]] = {
    "verdict": (("c",), lambda desk: claim(desk, 1).verdict),
    "link": (("1",), lambda desk: claim(desk, 1).linked),
    "dismissal": (("x",), lambda desk: [m.decision for m in desk.matches(first_piece(desk))]),
    "note": (("i", "h", "m", "enter"), lambda desk: claim(desk, 1).note),
    "flag": (("f",), lambda desk: claim(desk, 1).flagged),
    "set aside": (("minus",), lambda desk: desk.claim(first_piece(desk)).claim.set_aside),
}


def first_piece(desk: Desk) -> int:
    """The id of the article's first piece."""
    return desk.pieces(1)[0].claim.id


async def gone_to(pilot: Pilot[None], claim_id: int) -> None:
    await until(pilot, lambda: desk_screen(pilot).current == claim_id, f"the cursor on claim id {claim_id}")


@pytest.mark.parametrize("decision", DECISIONS)
async def test_each_decision_is_undone_and_done_again(path: Path, bob: Desk, decision: str) -> None:
    """u and ^z take it back, U and ^y do it again; the log only grows, and the cursor is where it was decided."""
    keys, read = DECISIONS[decision]
    before = read(bob)
    async with opened(path) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: read(bob) != before)
        after = read(bob)
        await pilot.press("G")
        for undo, redo in (("u", "U"), ("ctrl+z", "ctrl+y")):
            await pilot.press(undo)
            await until(pilot, lambda: read(bob) == before)
            await until(pilot, lambda: "Undone" in screen_text(pilot.app))
            await gone_to(pilot, first_piece(bob))
            await pilot.press("G", redo)
            await until(pilot, lambda: read(bob) == after)
            await until(pilot, lambda: "Done again" in screen_text(pilot.app))
    assert [line[0] for line in log(bob)] == ["do", "undo", "redo", "undo", "redo"]


async def test_undoing_a_set_aside_renumbers_the_list(path: Path, bob: Desk) -> None:
    """A claim that comes back takes its number again on the screen, and those after it theirs; redo closes up."""
    async with opened(path) as pilot:
        await pilot.press("j", "j")
        await at_rest(pilot, 3)
        await pilot.press("minus")
        await until(pilot, lambda: listed(pilot) == list(range(1, 20)))
        await pilot.press("u")
        await until(pilot, lambda: len(listed(pilot)) == 20)
        assert listed(pilot) == list(range(1, 21))
        await until(pilot, lambda: "Undone: claim 3, no longer set aside" in screen_text(pilot.app))
        await pilot.press("U")
        await until(pilot, lambda: len(listed(pilot)) == 19)
        assert listed(pilot) == list(range(1, 20))
        await until(pilot, lambda: "the piece set aside, set aside by a checker" in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_with_nothing_left_the_keys_say_so(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """Undo and redo with nothing to act on log nothing and say it."""
    async with opened(path, size=size) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: "There is nothing left to undo." in screen_text(pilot.app))
        await pilot.press("U")
        await until(pilot, lambda: "There is nothing to redo." in screen_text(pilot.app))
    assert log(bob) == []


async def test_undo_goes_back_to_another_article(two_articles: Path, bob_at_two: Desk) -> None:
    """The claim that was decided on may be in another article: undo opens it there, with the cursor on the claim."""
    wanted = claim(bob_at_two, 2, article_id=1).claim.id
    async with opened(two_articles, article_id=1) as pilot:
        await pilot.press("j", "d")
        await until(pilot, lambda: bob_at_two.claim(wanted).verdict is Verdict.DISPUTED)
        await pilot.press("J")
        await until(pilot, lambda: desk_screen(pilot).article_id == 2)
        await at_rest(pilot, 1)
        await pilot.press("u")
        await until(pilot, lambda: bob_at_two.claim(wanted).verdict is Verdict.PENDING)
        await until(pilot, lambda: desk_screen(pilot).article_id == 1)
        await at_rest(pilot, 2)
        assert desk_screen(pilot).current == wanted


async def test_undo_works_after_a_restart(path: Path, bob: Desk) -> None:
    """What was decided yesterday can be undone today, and done again the day after."""
    async with opened(path) as pilot:
        await pilot.press("c")
        await at_rest(pilot, 2)
        await ask_prompt(pilot, "i", "from yesterday")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 2).note)
    async with opened(path) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: not claim(bob, 2).note)
        await pilot.press("u")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.PENDING)
    async with opened(path) as pilot:
        await pilot.press("U")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.CONFIRMED)
        await at_rest(pilot, 1)
        assert current_number(pilot) == 1


async def test_undo_takes_back_nobody_elses_decisions(path: Path, bob: Desk) -> None:
    """Another checker's newest decision is not undone by this checker's key."""
    bob.mark([claim(bob, 5).claim.id], Verdict.DISPUTED)
    async with opened(path) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: "There is nothing left to undo." in screen_text(pilot.app))
    assert claim(bob, 5).verdict is Verdict.DISPUTED


async def test_an_undo_of_many_says_each_kind_of_change(path: Path, bob: Desk) -> None:
    """What was decided before goes back to that, what was open is open: the line says how many of each."""
    bob.mark([claim(bob, 1).claim.id], Verdict.CONFIRMED)
    async with opened(path) as pilot:
        await pilot.press("space", "space", "space", "d", "enter")
        await until(pilot, lambda: claim(bob, 3).verdict is Verdict.DISPUTED)
        await pilot.press("u")
        told = "Undone: 3 claims: 2 verdict disputed → pending; 1 verdict disputed → confirmed"
        await until(pilot, lambda: told in screen_text(pilot.app))
        assert [claim(bob, number).verdict for number in (1, 2)] == [Verdict.CONFIRMED, Verdict.PENDING]


async def test_a_rating_and_names_are_undone_at_the_desk_after_a_restart(path: Path, bob: Desk) -> None:
    """What the ratings' and the names' screens changed is undone by u on the desk, the newest first; the cursor stays,
    the records that are in view follow, and U does it again.
    """
    with Desk.open(path, "Ada") as ada:
        first = ada.matches(first_piece(ada))[0].record
        ada.add_alias(["Halvern Board", "HB"])
        was, other = first.verdict, Verdict.PENDING if first.verdict is not Verdict.PENDING else Verdict.DISPUTED
        ada.set_ratings({first.rating: other})
    async with opened(path) as pilot:
        await pilot.press("j")
        await at_rest(pilot, 2)
        await pilot.press("u")
        told = f"Undone: “{first.rating.casefold()}” stands for {other} → {was or 'nothing'}"
        await until(pilot, lambda: told in screen_text(pilot.app))
        assert bob.record(first.id).verdict is was
        assert current_number(pilot) == 2
        await pilot.press("k")
        await at_rest(pilot, 1)
        listed = desk_screen(pilot).listing
        await until(pilot, lambda: {m.record.id: m.record.verdict for m in listed.matches}.get(first.id, "") is was)
        await pilot.press("u")
        await until(pilot, lambda: "Undone: “HB” stands for Halvern Board → itself alone" in screen_text(pilot.app))
        assert not [group for group in bob.aliases() if "HB" in group.terms]
        await pilot.press("U", "U")
        await until(pilot, lambda: "Done again: “" in screen_text(pilot.app))
        await until(pilot, lambda: bob.record(first.id).verdict is other)
        assert [group for group in bob.aliases() if "HB" in group.terms]


async def test_what_somebody_mapped_otherwise_since_is_not_undone(path: Path, bob: Desk) -> None:
    """A sentence names who changed it and to what; it stays as they left it."""
    with Desk.open(path, "Ada") as ada:
        ada.set_ratings({"Half true": Verdict.DISPUTED})
    bob.set_ratings({"Half true": Verdict.CONFIRMED})
    async with opened(path) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: "Bob changed it meanwhile" in screen_text(pilot.app))
    assert {each.label.casefold(): each.verdict for each in bob.ratings()}["half true"] is Verdict.CONFIRMED
