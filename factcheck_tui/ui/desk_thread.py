"""A desk on a thread of its own, so that no query and no lock ever holds up a key.

Calls run one after the other in the order that they were made; a key that writes and the read that follows cannot
pass each other. The screens use one to read, one for decisions, one for what is remembered by the way, and one each
for what takes longer: matching, searching, importing.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError, UnwrittenError

AGAIN_SECONDS = 0.5  # between two attempts to write, beside the seconds that each waits for a lock

P = ParamSpec("P")
T = TypeVar("T")


class DeskThread:
    """``await desk_thread(Desk.mark, [4], Verdict.DISPUTED)`` runs the verb on the thread and gives its answer."""

    def __init__(self, open_desk: Callable[[], Desk], name: str, ready: Callable[[], object] = lambda: None) -> None:
        """
        :param ready: called on the thread before each verb; the verb waits until it returns
        """
        self._open = open_desk
        self._ready = ready
        self._desk: Desk | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def __call__(
        self, verb: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> asyncio.Future[T]:
        """Begin a verb; it is in the queue when this returns, and is done even when nobody waits for its answer.

        Awaiting the answer raises whatever the verb raises.
        """
        return self._begin(lambda: verb(self._opened(), *args, **kwargs))

    def _begin(self, work: Callable[[], T]) -> asyncio.Future[T]:
        def run() -> T:
            self._ready()
            return work()

        return asyncio.get_running_loop().run_in_executor(self._executor, run)

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


class PatientThread(DeskThread):
    """A desk thread for decisions, which does not give them up: what cannot be written now is tried again until it is.

    What is decided meanwhile waits behind it, in its order. When the program ends, each is tried once more.
    """

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        name: str,
        waiting: Callable[[UnwrittenError | None], None],
        ready: Callable[[], object] = lambda: None,
    ) -> None:
        """
        :param waiting: called on the thread with what stands in the way, and with None for each that is written late
        :param ready: as for any desk thread
        """
        super().__init__(open_desk, name, ready)
        self._waiting = waiting
        self._leaving = threading.Event()
        self._said: list[str] = []  # what was begun and is not written, in its order
        self._late = False  # something had to wait, or waits behind what had to
        self._free = threading.Event()  # nothing to write, or nothing that can be written now
        self._free.set()

    @property
    def unwritten(self) -> tuple[str, ...]:
        """What waits, in words."""
        return tuple(self._said)

    def decide(
        self, said: str, verb: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> asyncio.Future[T]:
        """Begin a verb that decides something, told in words; done as soon as it can be, whoever waits for it.

        Who waits may be gone before its turn (a screen was left): that would call it off, were it not shielded.
        """
        self._said.append(said)
        self._free.clear()
        # the desk is opened within: where it cannot be, what was decided waits as well
        writing = self._begin(lambda: self._until_written(said, lambda: verb(self._opened(), *args, **kwargs)))
        writing.add_done_callback(_heard)
        return asyncio.shield(writing)

    def wait_until_free(self) -> None:
        """Return when what was decided can be read, or cannot be written now: for what reads after it."""
        self._free.wait()

    def close(self) -> None:
        self._leaving.set()
        super().close()

    def _until_written(self, said: str, write: Callable[[], T]) -> T:
        while True:
            try:
                answer = write()
            except UnwrittenError as error:
                if self._leaving.is_set():
                    raise  # it stays among what is unwritten, which the program says when it has ended
                self._late = True
                self._free.set()
                self._waiting(error)
                self._leaving.wait(AGAIN_SECONDS)
                continue
            except FactcheckError:
                self._done(said)
                raise
            self._done(said)
            return answer

    def _done(self, said: str) -> None:
        self._said.remove(said)
        if self._late:
            self._waiting(None)
        if self._said:
            self._free.clear()
        else:
            self._late = False
            self._free.set()


def _heard(writing: asyncio.Future[T]) -> None:
    """Else asyncio prints, when the screen that waited was left, the lines of an error that ``unwritten`` tells."""
    if not writing.cancelled():
        writing.exception()
