"""A file read as text, whatever its encoding, with count of the bytes that were read.

UTF-16 is told by its byte order mark or its zero bytes. Anything else is UTF-8 line by line, and a line that is not is
cp1252: sheets that were pasted together hold both, and one bad byte must not spoil the other lines. Gzip is read
through.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import cast

from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line

WHOLE_LIMIT = (
    200 * 1024 * 1024
)  # bytes held in memory at once, of a file or a line; parsed they take some 5 times that
_HEAD = 64 * 1024
_MAGIC = (
    (b"PK\x03\x04", "is a zip archive or an Excel file; unpack it, or save the sheet as CSV"),
    (b"%PDF", "is a PDF; import the data that it was made from"),
    (b"SQLite format 3\x00", "is a database, not a list of prior records"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel file; save the sheet as CSV"),
)
_NO_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\x1b") + b"\x7f"


class TextFile:
    """The text of the file at ``path``; read again on each call. Raises ReadError where it cannot be read as text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = one_line(str(path))
        with self._reading():
            if not path.exists():
                raise ReadError(f"There is no file {self.name}; check the path.")
            if not path.is_file():
                kind = "a folder" if path.is_dir() else "not a regular file"
                raise ReadError(f"{self.name} is {kind}; name a file of prior records.")
            self.size = path.stat().st_size
            with path.open("rb") as raw:
                self._gzip = raw.read(2) == b"\x1f\x8b"
            with path.open("rb") as raw, self._unpacked(raw) as unpacked:
                head = unpacked.read(_HEAD)
        self._check(head)
        self._encoding = _encoding(head)
        self._raw: BufferedIOBase | None = None
        self._position = 0

    def position(self) -> int:
        """Bytes of the file read so far, of ``size``."""
        if self._raw is not None and not self._raw.closed:
            self._position = self._raw.tell()
        return self._position

    def lines(self) -> Generator[str, None, None]:
        """The lines of the file with their ends as they are, the byte order mark gone."""
        with self._reading(), self.path.open("rb") as self._raw, self._unpacked(self._raw) as unpacked:
            with closing(self._wrapped(unpacked) if self._encoding else self._bytewise(unpacked)) as lines:
                yield next(lines, "").removeprefix("\ufeff")
                yield from lines
            self._position = self.size

    def text(self) -> str:
        """The whole file. ReadError above ``WHOLE_LIMIT``."""
        with self._reading(), self.path.open("rb") as self._raw, self._unpacked(self._raw) as unpacked:
            whole = unpacked.read(WHOLE_LIMIT + 1)
        if len(whole) > WHOLE_LIMIT:
            limit = WHOLE_LIMIT // 1024**2
            raise ReadError(
                f"{self.name} is JSON of more than {limit} MB in one piece; give it as NDJSON, one record a line."
            )
        self._position = self.size
        if self._encoding:
            return whole.decode(self._encoding, "replace").removeprefix("\ufeff")
        return "".join(map(_decoded, whole.splitlines(keepends=True))).removeprefix("\ufeff")

    def _bytewise(self, file: BufferedIOBase) -> Generator[str, None, None]:
        while line := file.readline(WHOLE_LIMIT + 1):
            if len(line) > WHOLE_LIMIT:
                raise ReadError(
                    f"{self.name} has a line of more than {WHOLE_LIMIT // 1024**2} MB; it is no list of records."
                )
            yield _decoded(line)

    def _wrapped(self, file: BufferedIOBase) -> Generator[str, None, None]:
        wrapper = io.TextIOWrapper(cast(BufferedReader, file), encoding=self._encoding, errors="replace", newline="")
        try:
            yield from iter(wrapper.readline, "")  # not from the wrapper: that would be closed with the generator
        finally:
            wrapper.detach()

    def _unpacked(self, raw: BufferedIOBase) -> AbstractContextManager[BufferedIOBase]:
        return gzip.GzipFile(fileobj=raw, mode="rb") if self._gzip else nullcontext(raw)

    def _check(self, head: bytes) -> None:
        if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
            raise ReadError(f"{self.name} is empty; there is nothing to import.")
        for magic, words in _MAGIC:
            if head.startswith(magic):
                raise ReadError(f"{self.name} {words}.")
        plain = head if not _encoding(head).startswith("utf-16") else b""
        controls = len(plain) - len(plain.translate(None, _NO_CONTROL))
        if controls > len(plain) // 50:
            raise ReadError(f"{self.name} is a binary file; give a text file: JSON, NDJSON, CSV or a saved web page.")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except PermissionError as error:
            raise ReadError(f"{self.name} may not be read by you; ask its owner for permission.") from error
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ReadError(f"{self.name} is a damaged or cut gzip file; fetch it again.") from error
        except OSError as error:
            raise ReadError(f"{self.name} cannot be read: {error.strerror or error}.") from error


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _encoding(head: bytes) -> str:
    """What the whole file is decoded with; "" for line by line."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    pairs = max(len(head) // 2, 1)
    if head[1::2].count(0) > pairs * 0.4 and head[::2].count(0) < pairs * 0.05:
        return "utf-16-le"
    if head[::2].count(0) > pairs * 0.4 and head[1::2].count(0) < pairs * 0.05:
        return "utf-16-be"
    if b"\n" not in head and b"\r" in head:  # old Mac lines: only the wrapper parts them
        return "utf-8"
    return ""
