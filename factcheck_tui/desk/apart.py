"""A verb of the desk in a process of its own, for what takes minutes while somebody types.

All threads of a program share one interpreter: a thread that reads records takes half of it from the frame that
answers a key, however often it stands back. A process of its own takes none.

What passes between the two are pickles, which only we write: the verb and what it is given, then any number of calls
of ``progress``, then its answer.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import IO, Any, Concatenate, ParamSpec, TypeVar

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.store import InterruptedQueryError

NICER = 10  # than the screens, where there are fewer processors than programs

P = ParamSpec("P")
T = TypeVar("T")


def apart(desk: Desk, verb: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do a verb on a desk in another process, and wait for its answer.

    ``progress``, where it is given, is called in this process; what it raises ends the work where it stands, between
    two transactions. When this process dies, the work ends at its next ``progress``.

    :raises FactcheckError: what the verb raises; or that the system ended the process
    """
    progress = kwargs.get("progress")
    others = {name: value for name, value in kwargs.items() if name != "progress"}
    with tempfile.TemporaryFile() as said, _started(said) as process:
        assert process.stdin and process.stdout
        with contextlib.suppress(BrokenPipeError), process.stdin as asked:  # why it has ended is said below
            pickle.dump((desk.path, desk.checker, desk.standing, verb, args, others, progress is not None), asked)
        while (message := _next(process.stdout)) is not None:
            what, value = message
            if what == "told":
                assert callable(progress)
                progress(*value)
            elif what == "failed":
                raise value
            else:
                answer: T = value
                return answer
        raise _no_answer(process.wait(), said)


def _started(said: IO[bytes]) -> subprocess.Popen[bytes]:
    """The other process; in a session of its own, so that ^C for an editor, or a hang-up, ends none of its batches."""
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,  # on the terminal it would stand across the screen
            start_new_session=True,
        )
    except OSError as error:
        raise FactcheckError(
            f"The work cannot be begun: {error.strerror}. Close other programs, then try again."
        ) from error


def _next(answers: IO[bytes]) -> tuple[str, Any] | None:
    """The next message; None when there is no more."""
    try:
        message: tuple[str, Any] = pickle.load(answers)
    except (EOFError, pickle.UnpicklingError):  # the second: it was ended in the midst of one
        return None
    return message


def _no_answer(status: int, said: IO[bytes]) -> Exception:
    """Why there was none: a sentence where the system ended the process, what was printed where a bug did."""
    if status < 0:
        name = signal.Signals(-status).name
        return FactcheckError(
            f"The system ended the work in the midst of it ({name}); what was written is kept. "
            "Begin it again for the rest."
        )
    said.seek(0)
    return RuntimeError(said.read().decode(errors="replace"))


def main() -> None:
    """Do what standard input says, and tell standard output what comes of it."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no message
    if hasattr(os, "nice"):
        os.nice(NICER)

    def send(what: str, value: object) -> None:
        pickle.dump((what, value), answers)
        answers.flush()

    def progress(*values: int) -> None:
        try:
            send("told", values)
        except OSError as error:  # nobody listens any more
            raise InterruptedQueryError from error

    path, checker, standing, verb, args, kwargs, tells = pickle.load(sys.stdin.buffer)
    if tells:
        kwargs["progress"] = progress
    try:
        with Desk.open(path, checker, create=False, like=standing) as desk:
            send("done", verb(desk, *args, **kwargs))
    except FactcheckError as error:
        send("failed", error)


if __name__ == "__main__":
    with contextlib.suppress(InterruptedQueryError, BrokenPipeError):
        main()
