"""JSON in one piece, read element by element: a list, or an object around a list, of any size.

Why not a streaming parser from elsewhere: ijson gives neither an element's own text nor its line, refuses the raw tabs
and line breaks that feeds have within strings, and ends at the first mistake. The decoder of the standard library over
a window of the text gives all of these, and takes no longer: a list of 250,000 records (122 MB) 1.9 to 2.5 s; ijson
3.6 (yajl2_c) 0.6 s, and with each element's text written anew 2.2 to 2.7 s. A broken element is given up alone where
the next one can be told; a file that is cut ends in ReadError after the elements before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck_tui.archive.textfile import LONGEST, TextFile
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Refusal

_DIGITS = 1000  # of a number, beyond which it is kept as text: Python refuses to read one of 4,300 and more


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _DIGITS else digits


# raw tabs and line breaks within strings are common and do no harm
DECODER = json.JSONDecoder(strict=False, parse_int=_whole_number)
CONTAINERS = frozenset({"dataFeedElement", "claims", "@graph", "records"})  # keys whose list is given by elements
TOO_DEEP = "nested too deeply to be a record"
_SPACE = re.compile(r"[ \t\n\r]*")
_BEGINNING = re.compile(r'\{\s*"(?:[^"\\]|\\.)*"\s*:')  # of an object: all elements of a list begin alike
_WINDOW = 1 << 18  # characters
_NEAR_END = 16  # characters: a mistake this near to the end of what was read may be none once there is more


class Root(NamedTuple):
    """A parsed piece: its line in the file, its text where it has one of its own, its number in a list (0: none)."""

    line: int
    value: object
    raw: str = ""
    number: int = 0


class _BrokenError(Exception):
    """What is wrong where the window stands."""


class JsonStream:
    """The roots of one file: elements of lists at the top and of ``CONTAINERS``, the latter within their object."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._chunks = file.chunks()
        self._text = ""
        self._at = 0
        self._line = 1  # of self._text[self._counted]
        self._counted = 0

    def __iter__(self) -> Iterator[Root | Refusal]:
        try:
            while self._peek():
                yield from self._root()
        except _BrokenError as error:
            raise ReadError(
                f"{self._file.name} is not valid JSON from line {self._here()} on: {error}. "
                "It may be cut off: fetch or save it again."
            ) from None
        except RecursionError:
            raise ReadError(f"{self._file.name}, line {self._here()}, is {TOO_DEEP}.") from None
        finally:
            self._chunks.close()

    def _root(self) -> Iterator[Root | Refusal]:
        line = self._here()
        if self._peek() == "[":
            self._at += 1
            yield from self._elements({}, "")
        elif self._peek() == "{":
            self._at += 1
            siblings: dict[str, object] = {}
            streamed = False
            while self._next_key(first=not siblings and not streamed):
                key = self._key()
                if self._peek() == "[" and key in CONTAINERS:
                    self._at += 1
                    streamed = True
                    yield from self._elements(dict(siblings), key)
                else:
                    siblings[key] = self._value()[0]
            if not streamed:
                yield Root(line, siblings)
        else:
            yield Root(line, self._value()[0])

    def _next_key(self, *, first: bool) -> bool:
        """Whether the object goes on; the comma or brace is passed."""
        sign = self._peek()
        if sign == "}":
            self._at += 1
            return False
        if not first:
            if sign != ",":
                raise _BrokenError("a comma or a brace is wanting")
            self._at += 1
            self._peek()
        return True

    def _key(self) -> str:
        key = self._value()[0]
        if not isinstance(key, str) or self._peek() != ":":
            raise _BrokenError("a key in quotes and a colon are wanting")
        self._at += 1
        return key

    def _elements(self, siblings: dict[str, object], key: str) -> Iterator[Root | Refusal]:
        number, ended = 0, self._at
        beginning = between = ""  # how an element begins, and what stands before it: by these the next one is found
        while True:
            ended -= self._drop()
            sign = self._peek()
            if sign == "," and number:
                self._at += 1
                sign = self._peek()  # of a comma behind the last one nothing comes
            if sign == "]":
                self._at += 1
                return
            number += 1
            line, start = self._here(), self._at
            between = self._text[ended:start] if number > 1 else ""
            try:
                value, raw = self._value()
            except (_BrokenError, RecursionError) as error:
                why = TOO_DEEP if isinstance(error, RecursionError) else str(error)
                self._pass_over(between + beginning, len(between), error)
                yield Refusal(line, f"element {number}: not valid JSON: {why}", self._text[start : self._at].strip())
            else:
                beginning = found[0] if (found := _BEGINNING.match(raw)) else ""
                yield Root(line, {**siblings, key: [value]} if key else value, "" if key else raw, number)
            ended = self._at

    def _pass_over(self, mark: str, between: int, error: Exception) -> None:
        """Go on behind an element that is broken. Raises the error where no next one can be told."""
        searched = self._at + 1
        while mark and (found := self._text.find(mark, searched)) < 0:
            searched = max(searched, len(self._text) - len(mark))
            if not self._more():
                break
        if not mark or found < 0:
            raise error
        self._at = found

    def _value(self) -> tuple[object, str]:
        """The value that begins here, with its text."""
        self._peek()
        while True:
            start, size = self._at, len(self._text)
            try:
                value, end = DECODER.raw_decode(self._text, start)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated string") or error.pos >= size - _NEAR_END
                if not cut or not self._more():
                    what = error.msg.removesuffix(" at").removesuffix(" starting")
                    raise _BrokenError(f"{what} at line {self._line_of(error.pos)}") from None
            else:
                if end < size or not self._more():  # a number at the end of the window may go on
                    self._at = end
                    return value, self._text[start:end]

    def _peek(self) -> str:
        """The next character that is no space; "" at the end of the file."""
        while True:
            space = _SPACE.match(self._text, self._at)
            assert space is not None
            self._at = space.end()
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _more(self) -> bool:
        """Read on, twice as far each time that one piece asks for more; False at the end of the file."""
        wanted = len(self._text) - self._at
        if wanted > LONGEST:
            raise _BrokenError(f"a piece of more than {LONGEST // 1024**2} MB is no record")
        read = []
        while wanted >= 0 and (chunk := next(self._chunks, "")):
            read.append(chunk)
            wanted -= len(chunk)
        self._text += "".join(read)
        return bool(read)

    def _drop(self) -> int:
        """Let go of what was read, when it is worth it; how many characters went."""
        if self._at < _WINDOW:
            return 0
        self._line, self._counted, dropped = self._here(), 0, self._at
        self._text = self._text[dropped:]
        self._at = 0
        return dropped

    def _here(self) -> int:
        self._line, self._counted = self._line_of(self._at), self._at
        return self._line

    def _line_of(self, place: int) -> int:
        return self._line + self._text.count("\n", self._counted, place)
