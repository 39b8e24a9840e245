"""Copying where there may be no clipboard: over SSH, in tmux, on a machine without a display.

The order is that of least doubt: a native tool where there is a display (the text is read back), tmux's own
buffer inside tmux (which passes it on to the outer terminal), and last the terminal's OSC 52, which never answers.
What is said afterwards is no more than what is known.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping

SECONDS = 2.0  # that a program may take before the next way is tried


def copy(
    text: str,
    by_terminal: Callable[[str], None],
    *,
    way: str = "auto",
    environment: Mapping[str, str] = os.environ,
) -> str:
    """Put ``text`` on the clipboard by the first way that works; gives a sentence that says what was done.

    Waits for other programs, for some seconds at most: nothing for a thread that draws.

    :param by_terminal: sends the text to the terminal as OSC 52
    :param way: auto, native, osc52 or off
    """
    text = text.encode("utf-8", "replace").decode("utf-8")  # no clipboard can hold a lone surrogate
    chain = ways(way, environment)
    if not chain:
        return "The clipboard is switched off in the settings; nothing was copied."
    if "native" in chain and _native(text):
        return "Copied."
    if "tmux" in chain and _tmux(text):
        return "Copied to tmux's buffer, and to the clipboard where the terminal lets tmux."
    if "osc52" not in chain:
        return 'No clipboard program answered here; nothing was copied. Set clipboard = "osc52" to try the terminal.'
    by_terminal(text)
    return "Sent to the terminal's clipboard (OSC 52); some terminals ignore it."


def ways(way: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """What ``copy`` tries here, in its order: native, tmux, osc52; nothing when the clipboard is switched off."""
    if way != "auto":
        return [] if way == "off" else [way]
    return [
        *(["native"] if _has_display(environment) else []),
        *(["tmux"] if environment.get("TMUX") else []),
        "osc52",
    ]


def _has_display(environment: Mapping[str, str]) -> bool:
    remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    local = sys.platform in ("darwin", "win32")
    return (local and not remote) or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _native(text: str) -> bool:
    """By pyperclip, in a process of its own: what its programs print would stand on the screen, and some hang."""
    return _took([sys.executable, "-P", "-m", __name__], text)


def _tmux(text: str) -> bool:
    return _took(["tmux", "load-buffer", "-w", "-"], text)  # -w: the outer terminal's clipboard too, where tmux may


def _took(command: list[str], text: str) -> bool:
    """Whether a program took the text, and said so in time."""
    try:
        done = subprocess.run(
            command,
            input=text.encode(),
            timeout=SECONDS,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Copy standard input by a program of this machine; 0 when it can be read back.

    pyperclip does not look whether its program failed: xclip does on a display that is gone, as in a tmux that was
    begun at a desk and goes on over SSH.
    """
    import pyperclip

    text = sys.stdin.buffer.read().decode()
    try:
        pyperclip.copy(text)
        there = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError):
        return 1
    return 0 if _same_lines(there) == _same_lines(text) else 1


def _same_lines(text: str) -> str:
    """Windows ends the lines of its clipboard as it likes."""
    return text.replace("\r\n", "\n")


if __name__ == "__main__":
    sys.exit(main())
