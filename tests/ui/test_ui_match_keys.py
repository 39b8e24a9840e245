"""The keys that decide on a record beside a claim: 1-9 and Enter link, a adopts, x says that it is not the same."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from factories import make_article
from piloting import (
    SIZES,
    at_rest,
    burst,
    claim,
    decided,
    desk_screen,
    log,
    opened,
    pane_of_focus,
    screen_text,
    shown_matches,
    until,
)

from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision, Verdict
from factcheck_tui.ui.widgets.match_list import MatchList

LINKED, DISMISSED = MatchDecision.LINKED, MatchDecision.DISMISSED


def records_of(desk: Desk, number: int) -> list[int]:
    """Ids of a claim's records as the database has them, best first."""
    return [match.record.id for match in desk.matches(claim(desk, number).claim.id)]


def go_to(number: int) -> list[str]:
    """The keys to a claim from the first one."""
    return ["j"] * (number - 1)


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_links_that_record_and_again_takes_it_back(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """1-9 link the claim to prior record N as the list numbers it; the same key once more takes the link back."""
    wanted = claim(bob, 1).claim.id
    second = records_of(bob, 1)[1]
    async with opened(path, size=size) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: decided(bob, wanted) == {second: LINKED})
        await until(pilot, lambda: "linked to" in screen_text(pilot.app))
        await until(pilot, lambda: any(m.decision for m in pilot.app.screen.query_one(MatchList).matches))
        assert claim(bob, 1).linked == 1
        await pilot.press("2")
        await until(pilot, lambda: decided(bob, wanted) == {})
        await until(pilot, lambda: "no longer linked" in screen_text(pilot.app))
    assert [line[1:4] for line in log(bob)] == [("match", "", "linked"), ("match", "linked", "")]


async def test_a_number_without_a_record_says_so(empty_desk: Path) -> None:
    """Where the list is shorter than the number pressed, nothing is linked and the desk says it."""
    with Desk.open(empty_desk, "Bob") as bob:
        bob.add(make_article("The tower is tall\n\nThe tower is 300 metres tall, the mayor said.\n"))
        async with opened(empty_desk) as pilot:
            await pilot.press("9")
            await until(pilot, lambda: "There is no record 9." in screen_text(pilot.app))
            await pilot.press("x")
            await until(pilot, lambda: "There is no record here. S searches the archive." in screen_text(pilot.app))
        assert log(bob) == []


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_the_records_and_links_the_one_under_the_cursor(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """With arrows and Enter alone: from the claims to their records, to the second one, linked."""
    wanted, second = claim(bob, 1).claim.id, records_of(bob, 1)[1]
    async with opened(path, size=size) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: pane_of_focus(pilot) == "matches")
        assert log(bob) == []
        await pilot.press("down", "enter")
        await until(pilot, lambda: decided(bob, wanted) == {second: LINKED})


async def test_the_record_that_was_linked_stays_under_the_cursor(path: Path, bob: Desk) -> None:
    """After a link the cursor stays on the record: what is pressed next (a, x, Enter again, Y) is about it."""
    wanted, second = claim(bob, 1).claim.id, records_of(bob, 1)[1]
    async with opened(path) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: decided(bob, wanted) == {second: LINKED})
        await at_rest(pilot)
        await pilot.pause()
        current = pilot.app.screen.query_one(MatchList).current
        assert current is not None
        assert current.record.id == second


async def test_x_goes_on_to_the_next_record(path: Path, bob: Desk) -> None:
    """Going through the records, the next one comes under the cursor; the best is not left for the end of the list."""
    wanted, (first, second, third, *_) = claim(bob, 1).claim.id, records_of(bob, 1)
    async with opened(path) as pilot:
        listing = pilot.app.screen.query_one(MatchList)

        def on(record_id: int) -> Callable[[], bool]:
            return lambda: (listing.cursor, shown_matches(pilot)[0]) == (0, record_id)

        await pilot.press("x")
        await until(pilot, on(second), "the second record")
        await at_rest(pilot)
        await pilot.press("x")
        await until(pilot, on(third), "the third record")
    assert decided(bob, wanted) == {first: DISMISSED, second: DISMISSED}


async def test_a_flag_leaves_the_cursor_of_the_records_where_it_is(path: Path, bob: Desk) -> None:
    """A key that is about the claim does not send the checker back to the first record."""
    third = records_of(bob, 1)[2]
    async with opened(path) as pilot:
        await pilot.press("l", "j", "j", "f")
        await until(pilot, lambda: claim(bob, 1).flagged)
        await at_rest(pilot)
        await pilot.pause()
        current = pilot.app.screen.query_one(MatchList).current
        assert current is not None
        assert current.record.id == third


@pytest.mark.parametrize("size", SIZES)
async def test_not_the_same_is_kept_shown_last_and_taken_back(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """x keeps the record, after the others and marked as not the same; x on it once more brings it back."""
    wanted, (first, *others) = claim(bob, 1).claim.id, records_of(bob, 1)
    async with opened(path, size=size) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: decided(bob, wanted) == {first: DISMISSED})
        await until(pilot, lambda: list(shown_matches(pilot)) == [*others, first])
        await pilot.press("l", "G")
        await until(pilot, lambda: "not the same" in screen_text(pilot.app).replace("x not the same", ""))
        await pilot.press("x")
        await until(pilot, lambda: decided(bob, wanted) == {})
        await until(pilot, lambda: list(shown_matches(pilot)) == [first, *others])
        await until(pilot, lambda: "Claim 1 may again be the same as" in screen_text(pilot.app))
    assert [line[1:4] for line in log(bob)] == [("match", "", "dismissed"), ("match", "dismissed", "")]


@pytest.mark.parametrize("size", SIZES)
async def test_adopt_links_and_takes_the_verdict_over_as_one_step(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """a links the record under the cursor and marks the claim with what its rating stands for; u undoes both."""
    number, row = next(
        (status.claim.number, row)
        for status in bob.claims(1)
        for row, match in enumerate(bob.matches(status.claim.id))
        if match.record.verdict is Verdict.DISPUTED
    )
    wanted, record = claim(bob, number).claim.id, records_of(bob, number)[row]
    async with opened(path, size=size) as pilot:
        await pilot.press(*go_to(number))
        await at_rest(pilot, number)
        await pilot.press("l", *"j" * row, "a")
        await until(pilot, lambda: bob.claim(wanted).verdict is Verdict.DISPUTED)
        assert decided(bob, wanted) == {record: LINKED}
        assert len({line.step_id for line in bob.claim_history(wanted)}) == 1
        await until(pilot, lambda: "linked and marked disputed" in screen_text(pilot.app))
        await pilot.press("u")
        await until(pilot, lambda: bob.claim(wanted).verdict is Verdict.PENDING)
        assert decided(bob, wanted) == {}


async def test_a_rating_that_stands_for_no_verdict_is_not_adopted(path: Path, bob: Desk) -> None:
    """Adopting a record whose rating is none of ours says so, and changes nothing."""
    number, row = next(
        (status.claim.number, row)
        for status in bob.claims(1)
        for row, match in enumerate(bob.matches(status.claim.id))
        if match.record.verdict not in (Verdict.CONFIRMED, Verdict.DISPUTED)
    )
    async with opened(path) as pilot:
        await pilot.press(*go_to(number))
        await at_rest(pilot, number)
        await pilot.press("l", *"j" * row, "a")
        await until(pilot, lambda: "stands for no verdict of ours" in screen_text(pilot.app))
    assert log(bob) == []


@pytest.mark.parametrize("key", ["j", "d"])
async def test_a_link_is_never_made_to_a_record_of_the_claim_before(path: Path, bob: Desk, key: str) -> None:
    """While a claim's records are still being read, the list shows those of the claim before: keys must not take them.

    The key that leads on and 1 come in one burst while the desk's thread is busy, as over a slow line.
    """
    first, second = claim(bob, 1).claim.id, claim(bob, 2).claim.id
    may_go_on = Event()
    async with opened(path) as pilot:
        of_first = set(shown_matches(pilot)) - set(records_of(bob, 2))
        screen = desk_screen(pilot)
        busy = asyncio.ensure_future(screen.desk(lambda desk: may_go_on.wait(5)))
        keys = asyncio.create_task(burst(pilot, key, "1"))
        await asyncio.sleep(0.2)
        may_go_on.set()
        await busy
        await keys
        await at_rest(pilot, 2)
    assert decided(bob, first) == {}
    assert not of_first & set(decided(bob, second))


async def test_copies_say_what_was_sent(path: Path, bob: Desk) -> None:
    """y copies the claim with its verdict (and the linked record), Y the citation of the record under the cursor."""
    first = bob.matches(claim(bob, 1).claim.id)[0].record
    async with opened(path) as pilot:
        await pilot.press("Y")
        await until(pilot, lambda: first.publisher in pilot.app.clipboard and first.url in pilot.app.clipboard)
        assert "OSC 52" in screen_text(pilot.app)
        await pilot.press("1")
        await until(pilot, lambda: any(m.decision for m in pilot.app.screen.query_one(MatchList).matches))
        await pilot.press("y")
        await until(pilot, lambda: "pending" in pilot.app.clipboard)
        assert claim(bob, 1).claim.text in pilot.app.clipboard
        assert first.url in pilot.app.clipboard


async def test_the_page_of_the_record_is_opened(path: Path, bob: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """o opens the address of the record under the cursor, and says which."""
    first = bob.matches(claim(bob, 1).claim.id)[0].record
    pages: list[str] = []
    async with opened(path) as pilot:
        monkeypatch.setattr(pilot.app, "open_url", pages.append)  # a test opens no browser
        await pilot.press("o")
        await until(pilot, lambda: f"Opened {first.url}" in screen_text(pilot.app))
    assert pages == [first.url]


async def test_matching_again_keeps_what_was_decided(path: Path, bob: Desk) -> None:
    """r works a claim's matches out anew; the record that was linked is still linked, the dismissed one still last."""
    wanted, (first, second, *_) = claim(bob, 1).claim.id, records_of(bob, 1)
    bob.decide_match(wanted, first, DISMISSED)
    bob.decide_match(wanted, second, LINKED)
    async with opened(path) as pilot:
        await pilot.press("r")
        await at_rest(pilot, 1)
        await until(pilot, lambda: shown_matches(pilot)[-1] == first)
    assert decided(bob, wanted) == {first: DISMISSED, second: LINKED}
