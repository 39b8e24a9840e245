"""Copying: the first way that works, and no more said than what is known."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck_tui import clipboard

TEXT = "It is 330 metres – not 300.\nÜber \U0001f5fc"
SHELL = "#!/bin/sh\n"


class Place:
    """A machine: programs on its PATH that write what they are given to files, and its terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.terminal: list[str] = []
        self.environment: dict[str, str] = {}

    def program(self, name: str, *, works: bool = True) -> None:
        """One that keeps what it is given; xclip gives it back when it is asked by -o."""
        taken = f'"{self.folder}/{name}.in"'
        script = f'[ "$3" = -o ] && exec cat {taken}; cat > {taken}; echo "$@" > "{self.folder}/{name}.args"\n'
        (self.folder / name).write_text(SHELL + (script if works else "exit 1\n"))
        (self.folder / name).chmod(0o755)

    @contextmanager
    def hanging(self, name: str) -> Iterator[None]:
        """A program that takes its text and answers only when the block has ended."""
        gate = self.folder / "gate"
        os.mkfifo(gate)
        (self.folder / name).write_text(f'{SHELL}cat > "{self.folder}/{name}.in"; read line < "{gate}"\n')
        (self.folder / name).chmod(0o755)
        try:
            yield
        finally:
            gate.write_text("go\n")

    def given(self, name: str) -> str:
        return (self.folder / f"{name}.in").read_text(encoding="utf-8")

    def copy(self, way: str = "auto") -> str:
        return clipboard.copy(TEXT, self.terminal.append, way=way, environment=self.environment)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A machine without a display and without any clipboard program."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "cat").symlink_to("/bin/cat")
    monkeypatch.setenv("PATH", str(tmp_path))
    return Place(tmp_path)


@pytest.fixture
def display(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The same with a display and xclip."""
    monkeypatch.setenv("DISPLAY", ":0")
    place.environment["DISPLAY"] = ":0"
    place.program("xclip")
    return place


def test_a_native_program_is_first(display: Place) -> None:
    """Where there is a display its clipboard is set, and the sentence says so; nothing else is tried."""
    display.environment["TMUX"] = "/tmp/tmux,1,0"
    display.program("tmux")
    assert display.copy() == "Copied."
    assert display.given("xclip") == TEXT
    assert not (display.folder / "tmux.in").exists()
    assert display.terminal == []


def test_in_tmux_its_buffer_is_next(place: Place) -> None:
    """Over SSH in tmux the buffer is set, and passed on to the outer terminal."""
    place.environment["TMUX"] = "/tmp/tmux,1,0"
    place.program("tmux")
    said = place.copy()
    assert "tmux's buffer" in said and len(said) < 79  # whole on the bottom line of 80 columns
    assert place.given("tmux") == TEXT
    assert (place.folder / "tmux.args").read_text() == "load-buffer -w -\n"
    assert place.terminal == []


def test_the_terminal_is_last(place: Place) -> None:
    """Without display and tmux OSC 52 is sent, which never answers: the sentence says "sent", not "copied"."""
    assert "OSC 52" in place.copy()
    assert place.terminal == [TEXT]


@pytest.mark.parametrize("there", [True, False])
def test_a_tmux_that_fails_is_passed_over(place: Place, there: bool) -> None:
    """A tmux that is gone or refuses leaves the terminal to try."""
    place.environment["TMUX"] = "/tmp/tmux,1,0"
    if there:
        place.program("tmux", works=False)
    assert "OSC 52" in place.copy()
    assert place.terminal == [TEXT]


@pytest.mark.parametrize("way", ["auto", "native"])
def test_a_native_program_that_fails_is_passed_over(
    display: Place, capfd: pytest.CaptureFixture[str], way: str
) -> None:
    """xclip on a display that is gone copies nothing and says so on the screen: neither may come of it."""
    (display.folder / "xclip").write_text(f'{SHELL}echo "Can\'t open display: :0" >&2\nexit 1\n')
    said = display.copy(way)
    assert said.startswith("Sent to the terminal" if way == "auto" else "No clipboard program answered")
    assert display.terminal == ([TEXT] if way == "auto" else [])
    assert capfd.readouterr() == ("", "")


def test_a_display_without_a_program_is_passed_over(display: Place) -> None:
    """A display alone copies nothing: the next way is tried."""
    (display.folder / "xclip").unlink()
    assert "OSC 52" in display.copy()
    assert display.terminal == [TEXT]


@pytest.mark.parametrize("way", ["auto", "native"])
def test_a_native_program_that_hangs_is_passed_over(display: Place, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """xclip on a display that does not answer waits for ever; copying does not, and never says that it copied."""
    monkeypatch.setattr(clipboard, "SECONDS", 0.2)
    with display.hanging("xclip"):
        said = display.copy(way)
    assert said.startswith("Sent to the terminal" if way == "auto" else "No clipboard program answered")
    assert display.terminal == ([TEXT] if way == "auto" else [])


def test_native_only_says_when_there_is_none(place: Place) -> None:
    """Who asked for the native way is told what to do, and nothing goes to the terminal."""
    assert "nothing was copied" in place.copy("native")
    assert place.terminal == []


def test_native_is_tried_without_a_display_when_asked_for(display: Place) -> None:
    """The setting goes before our own guess whether there is a display."""
    display.environment.clear()
    assert display.copy("native") == "Copied."
    assert display.given("xclip") == TEXT


def test_osc52_only_goes_to_the_terminal(display: Place) -> None:
    """Who asked for the terminal's way gets it, whatever else is there."""
    display.environment["TMUX"] = "/tmp/tmux,1,0"
    display.program("tmux")
    assert "OSC 52" in display.copy("osc52")
    assert display.terminal == [TEXT]
    assert not (display.folder / "xclip.in").exists()


def test_switched_off_copies_nothing(display: Place) -> None:
    """A newsroom that wants no clipboard has none."""
    assert "nothing was copied" in display.copy("off")
    assert display.terminal == []
    assert not (display.folder / "xclip.in").exists()
