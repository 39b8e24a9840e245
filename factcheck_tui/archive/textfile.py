"""A source read as text, whatever its encoding, with count of the bytes that were read.

UTF-16 is told by its byte order mark or its zero bytes. Anything else is UTF-8 line by line, and a line that is not is
cp1252: sheets that were pasted together hold both, and one bad byte must not spoil the other lines. Gzip is read
through.
"""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import cast

from factcheck_tui.archive import sources
from factcheck_tui.archive.sources import FileSource, Source, said_in_words
from factcheck_tui.errors import ReadError

LONGEST = 16 * 1024 * 1024  # bytes or characters of one line, of one piece of JSON, of a page: no record is as long
_HEAD = 64 * 1024
_CHUNK = 64 * 1024
_MAGIC = (
    (b"PK\x03\x04", "is a zip archive within another, or a damaged one; unpack it first"),
    (b"%PDF", "is a PDF; import the data that it was made from"),
    (b"SQLite format 3\x00", "is a database, not a list of prior records"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel file; save the sheet as CSV"),
    (b"BZh", "is packed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "is packed with xz; unpack it first"),
    (b"7z\xbc\xaf", "is a 7-Zip archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is packed with zstd; unpack it first"),
)
_NO_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\x1b") + b"\x7f"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("factcheck-cp1252", _as_cp1252)


class TextFile:
    """The text of a source; read again on each call. Raises ReadError where it cannot be read as text."""

    def __init__(self, source: Source | Path) -> None:
        self.source = source if isinstance(source, Source) else FileSource(source)
        self.name = self.source.name
        self.size = self.source.size
        self._gzip = False
        self._raw: BufferedIOBase | None = None
        self._position = 0
        head = self._first_bytes()
        self._check(head)
        self._encoding = _encoding(head)
        self.head = head.decode(self._encoding or "utf-8", "replace").removeprefix("\ufeff")

    def _first_bytes(self) -> bytes:
        """The beginning; of a packed file that is cut as much as there is, so that its rows can be read."""
        head = b""
        with self._unpacked() as unpacked:
            try:
                while len(head) < _HEAD and (piece := unpacked.read1(_HEAD)):
                    head += piece
            except (EOFError, zlib.error):
                if not head:
                    raise
        return head

    def position(self) -> int:
        """Bytes of the source read so far, of ``size``."""
        if self._raw is not None and not self._raw.closed:
            self._position = self._raw.tell()
        return self._position

    def lines(self) -> Generator[str, None, None]:
        """The lines of the file with their ends as they are, the byte order mark gone."""
        with self._unpacked() as unpacked:
            with closing(self._wrapped(unpacked) if self._encoding else self._bytewise(unpacked)) as lines:
                yield next(lines, "").removeprefix("\ufeff")
                yield from lines
            self._position = self.size

    def chunks(self) -> Generator[str, None, None]:
        """The text in pieces of some size that end anywhere, the byte order mark gone."""
        errors = "replace" if self._encoding else "factcheck-cp1252"
        decoder = codecs.getincrementaldecoder(self._encoding or "utf-8")(errors)
        with self._unpacked() as unpacked:
            first = True
            while chunk := unpacked.read1(_CHUNK):  # read() would lose what comes before a cut
                text = decoder.decode(chunk)
                yield text.removeprefix("\ufeff") if first else text
                first = False
            self._position = self.size
            yield decoder.decode(b"", final=True)

    def text(self) -> str:
        """The whole file. ReadError above ``LONGEST``."""
        parts, size = [], 0
        with closing(self.chunks()) as chunks:
            for chunk in chunks:
                parts.append(chunk)
                size += len(chunk)
                if size > LONGEST:
                    raise ReadError(f"{self.name} is a page of more than {LONGEST // 1024**2} MB; no page is as long.")
        return "".join(parts)

    def _bytewise(self, file: BufferedIOBase) -> Generator[str, None, None]:
        number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                raise self._too_long(number)
            yield _decoded(line)

    def _wrapped(self, file: BufferedIOBase) -> Generator[str, None, None]:
        wrapper = io.TextIOWrapper(cast(BufferedReader, file), encoding=self._encoding, errors="replace", newline="")
        number = 0
        try:  # not from the wrapper itself: that would be closed with the generator
            while line := wrapper.readline(LONGEST + 1):
                number += 1
                if len(line) > LONGEST:
                    raise self._too_long(number)
                yield line
        finally:
            wrapper.detach()

    def _too_long(self, number: int) -> ReadError:
        return ReadError(
            f"{self.name}, line {number}, is longer than {LONGEST // 1024**2} MB; it is no list of records."
        )

    @contextmanager
    def _unpacked(self) -> Iterator[BufferedIOBase]:
        with said_in_words(self.name), self.source.open() as self._raw:
            if cast(BufferedReader, self._raw).peek(2)[:2] == b"\x1f\x8b":
                yield BufferedReader(cast(io.RawIOBase, _Unpacking(self._raw, self.name)))
            else:
                yield self._raw

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


class _Unpacking(io.RawIOBase):
    """The bytes of a gzip stream, refused when it unpacks to more than any text does."""

    def __init__(self, packed: BufferedIOBase, name: str) -> None:
        self._unpacked, self._packed, self._name = gzip.GzipFile(fileobj=packed, mode="rb"), packed, name
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self._unpacked.read1(len(buffer))  # readinto() would lose what comes before a cut
        buffer[: len(piece)] = piece
        self._size += len(piece)
        if self._size > max(sources.BOMB_FROM, sources.BOMB * self._packed.tell()):
            raise ReadError(
                f"{self._name} unpacks to more than {sources.BOMB} times its size; it is no list of records."
            )
        return len(piece)


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
