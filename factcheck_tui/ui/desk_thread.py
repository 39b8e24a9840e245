"""A desk on a thread of its own, so that no query and no lock ever holds up a key.

Calls run one after the other in the order that they were made; a key that writes and the read that follows cannot
pass each other. The screens use one for keys, and one each for what takes longer: matching, searching, importing.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from factcheck_tui.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")


class DeskThread:
    """``await desk_thread(Desk.mark, [4], Verdict.DISPUTED)`` runs the verb on the thread and gives its answer."""

    def __init__(self, open_desk: Callable[[], Desk], name: str) -> None:
        self._open = open_desk
        self._desk: Desk | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def __call__(
        self, verb: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> asyncio.Future[T]:
        """Begin a verb; it is in the queue when this returns, and is done even when nobody waits for its answer.

        Awaiting the answer raises whatever the verb raises.
        """
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._executor, lambda: verb(self._opened(), *args, **kwargs))

    def interrupt(self) -> None:
        """Stop the query that runs now; its call ends with InterruptedQueryError."""
        if self._desk is not None:
            self._desk.interrupt()

    def close(self) -> None:
        """Wait for what was begun (a decision is never dropped), then let go of the file."""
        with contextlib.suppress(RuntimeError):  # closed before
            self._executor.submit(self._close)
        self._executor.shutdown(wait=True)

    def _opened(self) -> Desk:
        if self._desk is None:
            self._desk = self._open()
        return self._desk

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None
