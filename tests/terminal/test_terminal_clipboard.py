"""Copying in a real terminal and a real tmux: what is said to have been done is what was done, and nothing else is."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
import tmux
from terminal import Start, Terminal

from factcheck_tui.desk import Desk
from factcheck_tui.export.lines import claim_line

OVER_SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
SENT = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def first_line(path: Path) -> str:
    """What a copy of the first claim is."""
    with Desk.open(path, "a reader") as desk:
        return claim_line(desk.claims(1)[0], None)


def sent(desk: Terminal) -> list[str]:
    """What was sent to the terminal's clipboard."""
    return [base64.b64decode(each).decode() for each in SENT.findall(bytes(desk.raw))]


def opened(terminal: Start, path: Path, **variables: str) -> Terminal:
    desk = terminal("--db", path, "open", variables=variables)
    desk.wait_for("20 claims", "Prior records for claim 1:")
    return desk


def test_over_ssh_the_terminal_is_given_the_claim(terminal: Start, demo_desk: Path) -> None:
    """Without a display a copy goes out as OSC 52, whole, and is said to be sent, not to be copied."""
    desk = opened(terminal, demo_desk, **OVER_SSH)
    desk.send("y")
    desk.wait_for("Sent to the terminal's clipboard (OSC 52); some terminals ignore it.")
    assert sent(desk) == [first_line(demo_desk)]


def test_a_display_that_is_gone_is_not_believed(terminal: Start, demo_desk: Path, tmp_path: Path) -> None:
    """A program that fails on an old DISPLAY prints nothing on the screen, and the terminal is given the claim."""
    xclip = tmp_path / "bin" / "xclip"
    xclip.parent.mkdir()
    xclip.write_text("#!/bin/sh\ncat > /dev/null\necho 'Error: cannot open display: :0' >&2\nexit 1\n")
    xclip.chmod(0o755)
    desk = opened(terminal, demo_desk, **OVER_SSH, DISPLAY=":0", PATH=f"{xclip.parent}:/usr/bin:/bin")
    desk.send("y")
    desk.wait_for("Sent to the terminal's clipboard (OSC 52); some terminals ignore it.")
    assert sent(desk) == [first_line(demo_desk)]
    assert b"cannot open display" not in desk.raw


def test_a_clipboard_that_is_switched_off_is_left_alone(terminal: Start, demo_desk: Path, tmp_path: Path) -> None:
    """What the settings forbid is not done, and said so."""
    settings = tmp_path / ".config" / "factcheck-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('clipboard = "off"\n')
    desk = opened(terminal, demo_desk, **OVER_SSH)
    desk.send("y")
    desk.wait_for("The clipboard is switched off in the settings; nothing was copied.")
    assert sent(desk) == []


@pytest.mark.skipif(not tmux.INSTALLED, reason="tmux is not installed")
def test_in_tmux_its_buffer_holds_the_claim(demo_desk: Path, tmp_path: Path) -> None:
    """tmux drops OSC 52 as it is set up at first; its own buffer is set instead."""
    with tmux.Tmux("--db", demo_desk, "open", home=tmp_path) as window:
        window.wait_for("20 claims", "Prior records for claim 1:")
        window.send("y")
        window.wait_for("Copied to tmux's buffer")
        assert window.buffer == first_line(demo_desk)
