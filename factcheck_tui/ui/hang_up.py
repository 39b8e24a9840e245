"""How the program ends when it is told to from outside: by a signal, or with the window that it was shown in."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable

WITHOUT_TERMINAL_SECONDS = 2.0  # to draw the last of it after a hang-up, should the terminal be there still


def leave_on_signals(leave: Callable[[], None], close: Callable[[], None]) -> None:
    """Closing an SSH window is a SIGHUP: without this the terminal stays in the alternate screen.

    :param leave: ends the app
    :param close: returns when all decisions are written; called on another thread when the drawing blocks
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, leave)
    loop.add_signal_handler(signal.SIGHUP, _leave_without_terminal, leave, close)


def _leave_without_terminal(leave: Callable[[], None], close: Callable[[], None]) -> None:
    """Leave although nobody reads what is drawn."""

    def end() -> None:
        close()
        os._exit(0)

    timer = threading.Timer(WITHOUT_TERMINAL_SECONDS, end)
    timer.daemon = True
    timer.start()
    leave()
