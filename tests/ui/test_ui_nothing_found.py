"""What stands in place of records where none is likely to be of the same claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_article, near_records, write_records
from piloting import SIZES, claim, opened, screen_text, shown_matches, until

from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision
from factcheck_tui.ui.widgets.match_list import MatchList


@pytest.mark.parametrize("size", SIZES)
async def test_unlikely_records_are_shown_when_asked_for(
    empty_desk: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The desk says that no prior record was found; no number links one unseen; Enter shows them, and they can be
    linked like any other."""
    with Desk.open(empty_desk, "Bob") as bob:
        bob.import_records(write_records(tmp_path / "near.ndjson", near_records()))
        bob.add(make_article("The tower is 300 metres tall, the mayor said.\n"))
        claim_id = claim(bob, 1).claim.id
        async with opened(empty_desk, size=size) as pilot:
            await until(pilot, lambda: bob.is_matched(claim_id))
            await pilot.press("1")
            await until(pilot, lambda: "There is no record 1." in screen_text(pilot.app))
            assert list(shown_matches(pilot)) == []
            await pilot.press("enter")
            await until(pilot, lambda: len(shown_matches(pilot)) == 5)
            await until(pilot, lambda: "Prior records for claim 1: 5" in screen_text(pilot.app))
            await pilot.press("2")
            await until(pilot, lambda: any(m.decision is MatchDecision.LINKED for m in bob.matches(claim_id)))


async def test_the_desk_says_that_none_was_found(empty_desk: Path, tmp_path: Path) -> None:
    """And which keys go on from there; a claim whose words say nothing is too little to match on."""
    with Desk.open(empty_desk, "Bob") as bob:
        bob.import_records(write_records(tmp_path / "near.ndjson", near_records()))
        bob.add(make_article("The tower is 300 metres tall, the mayor said.\n"))
        async with opened(empty_desk) as pilot:
            await until(pilot, lambda: "No prior record found." in screen_text(pilot.app), seconds=20)
            assert "Enter shows the 5 nearest" in pilot.app.screen.query_one(MatchList).empty_words()
    with Desk.open(empty_desk, "Bob") as bob:
        bob.word_claim(claim(bob, 1).claim.id, "?!")
        async with opened(empty_desk) as pilot:
            await until(pilot, lambda: "Too little to match on." in screen_text(pilot.app), seconds=20)
