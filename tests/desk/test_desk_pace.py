"""The pace of an import: how much it writes at once, and that it lets others go before."""

from pathlib import Path

import pytest
from factories import make_desk
from hypothesis import given
from hypothesis import strategies as st

from factcheck_tui.desk import Desk, pace
from factcheck_tui.desk.pace import Pace


def batch(of: Pace) -> int:
    """The rows of its next batch, when they are short."""
    return next(rows for rows in range(1, 10 * pace.ROWS) if of.is_full(rows, 0))


@given(rows_a_second=st.floats(100, 1_000_000), among_others=st.booleans())
def test_a_batch_comes_to_hold_the_desk_for_its_time(rows_a_second: float, among_others: bool) -> None:
    """On a machine of any speed a few batches find the number of rows that are written in the time that a key may
    wait; fewer than a fiftieth of the most, or more than the most, they never are."""
    held = pace.HELD_AMONG_OTHERS if among_others else pace.HELD
    paced = Pace(store=None, held=held)  # type: ignore[arg-type]
    for _ in range(20):
        paced.took(batch(paced) / rows_a_second)
    wanted = min(pace.ROWS, max(pace.ROWS / 50, held * rows_a_second))
    assert 0.7 * wanted <= batch(paced) <= 1.3 * wanted + 1


def test_long_rows_make_shorter_batches() -> None:
    """Rows of many characters take longer to index: their size ends a batch too."""
    paced = Pace(store=None)  # type: ignore[arg-type]
    assert not paced.is_full(1, 1000)
    assert paced.is_full(1, pace.SIZE)


def test_an_import_waits_while_others_write(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on once nobody wrote for a moment, and holds the desk for less; alone it waits for nobody."""
    pauses: list[float] = []
    others = make_desk(desk.path, "Bo")
    with others:
        since = desk.store.version()
        paced = Pace(desk.store)

        def write(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) < 3:
                others.add_alias(["Ouse", f"River Ouse {len(pauses)}"])

        monkeypatch.setattr(pace.time, "sleep", write)
        paced.let_others_go(since)
        assert (pauses, paced.held) == ([], pace.HELD)
        others.add_alias(["Ouse", "The Ouse"])
        paced.let_others_go(since)
        assert len(pauses) == 3
        assert paced.held == pace.HELD_AMONG_OTHERS
