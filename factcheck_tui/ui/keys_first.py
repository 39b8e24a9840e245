"""Keys go first: what else the program does gives way while somebody types.

All threads of a program share one interpreter: one that works takes half of it from the frame that answers a key.
"""

from __future__ import annotations

import asyncio
import threading
import time

REST_SECONDS = 0.4  # without a key before work begins that no key asked for
DRAWN_SECONDS = 0.03  # that a decision waits for the frame of its key, at most


class KeysFirst:
    """When a key came last, and how others wait for it."""

    def __init__(self) -> None:
        self._at = time.monotonic()
        self._drawn = threading.Event()
        self._drawn.set()

    def key_came(self) -> None:
        """Somebody types."""
        self._at = time.monotonic()
        self._drawn.clear()

    def drawn(self) -> None:
        """A frame went out."""
        self._drawn.set()

    def for_seconds(self) -> float:
        """For how long no key has come."""
        return time.monotonic() - self._at

    async def until_rest(self) -> None:
        """Wait, on the loop, until no key has come for a moment."""
        while (left := REST_SECONDS - self.for_seconds()) > 0:
            await asyncio.sleep(left)

    def until_drawn(self) -> None:
        """Wait, on another thread, until the frame that answers a key went out: a write beside it makes both late."""
        self._drawn.wait(DRAWN_SECONDS)
