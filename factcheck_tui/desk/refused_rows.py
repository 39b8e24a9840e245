"""The rows that an import refused, in a file of the form that they came in: to be mended, and imported again."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from factcheck_tui.archive.rows import Mending
from factcheck_tui.errors import OutputError
from factcheck_tui.model import Refusal


class RefusedRows:
    """Written beside its name while the import runs, and renamed at its end; no file when nothing was refused.

    ``path`` is where it is to be; None: into ``folder``, under ``stem`` and a suffix, beside those of other imports.
    :raises OutputError: when a named file exists, or cannot be written
    """

    def __init__(self, mending: Mending, path: Path | None, folder: Path | None, stem: str) -> None:
        self._mending = mending
        self._path = path
        self._folder = folder
        self._stem = stem
        self._file: IO[str] | None = None
        self._part = Path()
        if path is not None:
            if path.exists():
                raise OutputError(f"{path} exists already; name another file for the rows that are refused.")
            self._begin(path)  # said before anything is imported, if it cannot be

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """What was not ended is thrown away: the import was stopped, and is to be run again."""
        if self._file is not None:
            self._file.close()
            self._part.unlink(missing_ok=True)

    def add(self, refusals: list[Refusal]) -> None:
        """:raises OutputError: when the file cannot be written"""
        if not refusals:
            return
        if self._file is None:
            if self._folder is None:
                return
            self._begin(self._folder / f"{self._stem}{self._mending.suffix}")
        assert self._file is not None
        with _said_in_words(self._part):
            self._file.writelines(map(self._mending.row, refusals))

    def end(self, *, any: bool) -> str:
        """The path of the file, "" when nothing was refused."""
        if self._file is None or not any or self._path is None:
            return ""
        with _said_in_words(self._path):
            self._file.close()
            self._file = None
            if self._path.parent == self._folder:
                return str(self._beside_others(self._folder))
            self._part.replace(self._path)
        return str(self._path)

    def _begin(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")  # another import may go on as well
        with _said_in_words(path):
            if path.parent == self._folder:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = self._part.open("w", encoding="utf-8", errors="backslashreplace", newline="")
            self._file.write(self._mending.head)

    def _beside_others(self, folder: Path) -> Path:
        """Give the file a name that is free, and is not taken meanwhile by another import of a file of this name."""
        for number in range(10_000):
            path = folder / f"{self._stem}{f'-{number}' if number else ''}{self._mending.suffix}"
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            except FileExistsError:
                continue
            self._part.replace(path)
            return path
        raise OutputError(f"{folder} holds too many files of this name. Put them away, then import again.")


@contextmanager
def _said_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"The refused rows cannot be written to {path}: {error.strerror or error}. "
            "Name another file with --refused FILE."
        ) from error
