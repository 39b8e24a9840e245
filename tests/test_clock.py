"""Times as a person reads them: by the clock on their wall."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from factories import make_record

from factcheck_tui.clock import local_day, local_time, zoned_time
from factcheck_tui.model import MatchDecision, RecordBackground, RecordUse
from factcheck_tui.ui.widgets.record_view import of_record

AT = "2026-11-28T11:30:05.000Z"


@pytest.fixture(autouse=True)
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where it is tomorrow: fourteen hours before Greenwich."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Pacific/Kiritimati")
        time.tzset()
        yield
    time.tzset()


def test_a_stored_time_is_shown_by_the_clock_on_the_wall() -> None:
    """The day too, which is not the one that is stored."""
    assert local_time(AT) == "2026-11-29 01:30:05"
    assert local_time(AT, seconds=False) == "11-29 01:30"
    assert zoned_time(AT) == "2026-11-29 01:30:05 +1400"
    assert local_day(AT) == "2026-11-29"
    assert local_day("") == ""


def test_so_is_the_day_on_which_a_record_was_used() -> None:
    """The history says the same day."""
    use = RecordUse(
        claim_id=1,
        claim="The bridge is new.",
        article_id=1,
        article="The bridge",
        decision=MatchDecision.LINKED,
        checker="Bob",
        at=AT,
    )
    shown = of_record(make_record("The bridge is new."), RecordBackground((use,)), 80)
    assert any("2026-11-29 by Bob" in line.plain for line in shown)
