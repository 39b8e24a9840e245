"""Several checkers at one database: who is at which claim, and what the others decided since one looked last.

Each open desk writes where it is, every few seconds; what is older than a few such writes is over, so that a desk that
was killed is gone soon. Looking costs one number (``PRAGMA data_version``) while nobody else wrote, and never waits.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime, timedelta

from factcheck_tui.desk.reshaping import Reshaping
from factcheck_tui.errors import BusyError, StoreError
from factcheck_tui.model import News, Presence, Step

HEARTBEAT = timedelta(seconds=5)  # between two writes of where one is
GONE = timedelta(seconds=16)  # without a write: three of them were missed
PARTING = 1.0  # seconds that a last sign waits for a lock: a batch of an import takes some tenths
MOST = 1000  # lines of the log that are told at once; after a script that wrote more, the screen is read anew anyway


class Together(Reshaping):
    """The verbs of an open desk among others."""

    _session = ""  # of this open desk, once it has looked around
    _at: tuple[int, datetime] | None = None  # the claim that was written last for this desk, and when
    _others: tuple[Presence, ...] = ()  # as they were told last
    _version = -1  # of the file, as it was seen last
    _last_line = -1  # of the log, as far as it was told

    def look_from(self, last_line: int) -> None:
        """What was decided up to a line of the log is known; only later decisions are news."""
        self._last_line = last_line

    def look_around(self, claim_id: int) -> News | None:
        """Say that this desk is at a claim (0: at none), and give what is new at other desks; None when nothing is.

        What a locked file keeps us from saying is said at the next look.
        """
        if self._last_line < 0:
            self.look_from(self.store.decisions.last_id())
        now = self._clock()
        with contextlib.suppress(BusyError):
            self._be_at(claim_id, now)
        version = self.store.version()
        if version == self._version and not self._others:
            return None
        lines = self.store.decisions.after(self._last_line, MOST) if version != self._version else []
        told = tuple(line for line in lines if line[0].uid not in self.own_steps)
        others = self.store.presence.others(self._session, self._time(now - GONE))
        same, self._others, self._version = others == self._others, others, version
        if lines:
            self._last_line = lines[-1][0].id
            self.own_steps.difference_update(line.uid for line, _ in lines)
        return None if same and not told else News(told, others)

    def step_away(self) -> None:
        """Be at no claim any more."""
        if self._at:
            self._at = None
            with contextlib.suppress(StoreError), self.store.writing(wait=PARTING):  # else it is over by itself soon
                self.store.presence.leave(self._session)

    def close(self) -> None:
        """Let go of the file."""
        self.step_away()
        self.store.close()

    def _be_at(self, claim_id: int, now: datetime) -> None:
        if not claim_id:
            self.step_away()
        elif self._at is None or self._at[0] != claim_id or now - self._at[1] >= HEARTBEAT:
            self._session = self._session or os.urandom(8).hex()
            with self.store.writing(wait=0):
                self.store.presence.be_at(self._session, self.checker, claim_id, self._time(now))
            self._at = (claim_id, now)

    def _published(self, step: Step | None) -> Step | None:
        if step:
            self.own_steps.update(line.uid for line in step.decisions if line.claim_id)
        return super()._published(step)
