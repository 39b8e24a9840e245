"""What the desk does outside of its screens: the clipboard, web pages, the checker's editor."""

from __future__ import annotations

import asyncio
import os
import subprocess
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported

from factcheck_tui import clipboard
from factcheck_tui.config import Config
from factcheck_tui.ui.unwritten import Unwritten
from factcheck_tui.ui.widgets.key_line import KeyLine


class Outside(Unwritten):
    """The part of the app that other programs answer to."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self._copying = asyncio.Lock()  # what was copied last is what stays

    def say_below(self, words: str) -> None:
        """In the bottom line of the screen that is shown, where it has one."""
        for line in self.screen.query(KeyLine):
            line.say(words)

    @work(group="copy")
    async def copy(self, text: str) -> None:
        """Put a text on the clipboard, and say below what was done. A clipboard program that hangs holds up no key."""
        to_terminal: list[str] = []
        async with self._copying:
            done = await asyncio.to_thread(clipboard.copy, text, to_terminal.append, way=self.config.clipboard)
            for sent in to_terminal:
                self.copy_to_clipboard(sent)
        self.say_below(done)

    def open_page(self, url: str) -> str:
        """Open a web page; gives the sentence that says what was done. Nothing but http and https is opened."""
        if not url.startswith(("https://", "http://")):
            return "No web page is named here." if not url else f"Not opened, it is no web page: {url}"
        self.open_url(url)
        return f"Opened {url}"

    def edit(self, text: str, about: str) -> str | None:
        """Let the checker write in their editor; None when that failed. The line that says what it is about, after the
        text and a #, is left out.
        """
        import shlex
        import tempfile

        command = self.config.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        try:
            editor = shlex.split(command)
        except ValueError:
            self.complain(f"The editor “{command}” is no command: a quotation mark is not closed. Set EDITOR anew.")
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "note.txt"
            told = f"# {' '.join(about.split())}"
            path.write_text(f"{text}{told}\n", encoding="utf-8", errors="replace")
            try:
                with self.suspend():
                    done = subprocess.run([*editor, str(path)], check=False)
            except SuspendNotSupported:
                self.complain("This terminal cannot be lent to an editor; i writes the note in place.")
                return None
            except OSError as error:
                self.complain(f"{editor[0]} cannot be started: {error.strerror}. Set EDITOR anew.")
                return None
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        if done.returncode:
            return None
        return "\n".join(line for line in lines if line != told).strip()
