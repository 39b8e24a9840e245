"""How much of an import is written at once, and when: a checker's key waits for the desk, an import can."""

from __future__ import annotations

import time
from dataclasses import dataclass

from factcheck_tui.store import Store

ROWS = 2000  # of a batch at most: above, nothing is gained
SIZE = 2_000_000  # characters of a batch at most
HELD, HELD_AMONG_OTHERS = 0.05, 0.025  # seconds for which a batch should hold the desk, alone and beside checkers
_AT_FIRST, _LEAST = 0.25, 0.02  # of ROWS and SIZE
_FASTEST = 2  # times as much, or as little, from one batch to the next
_QUIET = 0.005  # seconds in which nobody else wrote, so that nobody seems to wait for the desk
_PATIENCE = 0.25  # seconds that one batch lets others go before


@dataclass(slots=True)
class Pace:
    """The pace of one import, by what its last batch took: on a busy machine the same rows take ten times as long."""

    store: Store
    share: float = _AT_FIRST
    held: float = HELD_AMONG_OTHERS

    def is_full(self, rows: int, size: int) -> bool:
        """Whether a batch of so many rows and characters should be written."""
        return rows >= ROWS * self.share or size >= SIZE * self.share

    def took(self, seconds: float) -> None:
        """A batch held the desk for so long."""
        change = self.held / max(seconds, self.held / _FASTEST)
        self.share = min(1, max(_LEAST, self.share * max(change, 1 / _FASTEST)))

    def let_others_go(self, since: int) -> None:
        """Wait while others write, when anybody did since the desk had that ``version``."""
        until = time.monotonic() + _PATIENCE
        self.held = HELD if self.store.version() == since else HELD_AMONG_OTHERS
        while (now := self.store.version()) != since and time.monotonic() < until:
            since = now
            time.sleep(_QUIET)
