"""Copying beside the keys: a clipboard program that takes its time, or never answers, holds up nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from piloting import QuickPilot, at_rest, claim, screen_text, until

from factcheck_tui import clipboard
from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.app import FactcheckApp

SLOW = """#!/bin/sh
[ "$3" = -o ] && exec /bin/cat "{folder}/last"
/bin/cat > "{folder}/last"
/bin/cat "{folder}/last" >> "{folder}/copied"
read line < "{folder}/gate"
"""


@pytest.fixture
def slow_xclip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A display with an xclip that ends when something is written to ``gate``; gives the folder of both.

    It gives back what it was given last when it is asked by -o.
    """
    folder = tmp_path / "programs"
    folder.mkdir()
    os.mkfifo(folder / "gate")
    (folder / "xclip").write_text(SLOW.format(folder=folder))
    (folder / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(clipboard, "SECONDS", 120.0)  # that it is given up is tested where it is
    return folder


async def test_keys_go_on_while_a_clipboard_program_hangs(path: Path, bob: Desk, slow_xclip: Path) -> None:
    """While xclip has not answered, verdicts are marked and shown; nothing says "Copied" before it has."""
    app = FactcheckApp(Config(checker="Ada", database=path, clipboard="native"))
    async with app.run_test(size=(140, 45)) as textual_pilot:
        pilot = QuickPilot(app)
        await at_rest(textual_pilot)
        await pilot.press("y")
        await until(pilot, lambda: (slow_xclip / "copied").exists(), "xclip runs")
        await pilot.press("d")
        await until(pilot, lambda: "claim 1 disputed" in screen_text(app))
        assert claim(bob, 1).verdict is Verdict.DISPUTED
        assert "Copied." not in screen_text(app)
        (slow_xclip / "gate").write_text("go\n")
        await until(pilot, lambda: "Copied." in screen_text(app))
    assert claim(bob, 1).claim.text in (slow_xclip / "copied").read_text(encoding="utf-8")


async def test_what_is_copied_last_stays(path: Path, bob: Desk, slow_xclip: Path) -> None:
    """Two copies in succession reach the clipboard one after the other, in the order of their keys."""
    app = FactcheckApp(Config(checker="Ada", database=path, clipboard="native"))
    async with app.run_test(size=(140, 45)) as textual_pilot:
        pilot = QuickPilot(app)
        await at_rest(textual_pilot)
        await pilot.press("y", "j", "y")
        await until(pilot, lambda: (slow_xclip / "copied").exists(), "xclip runs")
        for number in (1, 2):
            text = claim(bob, number).claim.text
            await until(pilot, lambda text=text: text in (slow_xclip / "copied").read_text(encoding="utf-8"))  # type: ignore[misc]
            assert number == 2 or claim(bob, 2).claim.text not in (slow_xclip / "copied").read_text(encoding="utf-8")
            (slow_xclip / "gate").write_text("go\n")
        await until(pilot, lambda: "Copied." in screen_text(app))
