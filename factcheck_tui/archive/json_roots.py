"""The pieces of JSON that a file is made of: lines of NDJSON, elements of a list, one object, scripts of a page.

NDJSON is read line by line, JSON in one piece by elements: see ``json_stream``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from factcheck_tui.archive.json_stream import DECODER, TOO_DEEP, JsonStream, Root
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Refusal

_PEEK = 50  # lines in which a whole object must stand for a file to be NDJSON
_SCRIPT = re.compile(  # one that is not closed runs to the end, so that no page makes the search start over and over
    r"<script\b[^<>]{0,500}?application/ld\+json[^<>]{0,500}>(.*?)(?:</script\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_BEFORE = ("//", "<!--", "<![CDATA[")  # what systems put around a script's text, in this order
_BEHIND = ("]]>", "-->", "//", ";")


@dataclass(frozen=True, slots=True)
class Roots:
    """The pieces of one file."""

    each: Callable[[], Iterator[Root | Refusal]]
    page: bool = False


def parsed(text: str) -> object:
    """The JSON value of ``text``; ValueError with a reason for a user when it is none."""
    try:
        value, end = DECODER.raw_decode(text)
        if end != len(text) and text[end:].strip():
            raise json.JSONDecodeError("Extra data", text, end)
        return value
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, " if error.lineno > 1 else ""
        what = error.msg.removesuffix(" at")
        raise ValueError(f"not valid JSON: {what} at {place}column {error.colno}") from None
    except RecursionError:
        raise ValueError(TOO_DEEP) from None


def roots(file: TextFile) -> Roots:
    """How to iterate the roots of a JSON file: by lines where these are objects by themselves, else in one piece."""
    if _is_ndjson(file):
        return Roots(lambda: _lines(file))
    return Roots(lambda: iter(JsonStream(file)))


def page_roots(file: TextFile) -> Roots:
    """How to iterate the JSON-LD scripts of a saved web page; ReadError when it has none."""
    page = file.text()
    found = [_script(page, script) for script in _SCRIPT.finditer(page)]
    broken = [root for root in found if isinstance(root, Refusal)]
    if len(broken) == len(found):
        why = f": the script in line {broken[0].line} is {broken[0].reason}" if broken else ""
        raise ReadError(
            f"{file.name} is a page without ClaimReview markup{why}; save the page of a fact-check itself."
        )
    return Roots(lambda: iter(found), page=True)


def _script(page: str, script: re.Match[str]) -> Root | Refusal:
    line = page.count("\n", 0, script.start()) + 1
    text = script[1].strip()
    for wrapping in _BEFORE:
        text = text.removeprefix(wrapping).lstrip()
    for wrapping in _BEHIND:
        text = text.removesuffix(wrapping).rstrip()
    try:
        return Root(line, parsed(text))
    except ValueError as error:
        try:
            return Root(line, parsed(html.unescape(text)))  # some systems escape what they put into scripts
        except ValueError:
            return Refusal(line, str(error), script[1].strip())


def _lines(file: TextFile) -> Iterator[Root | Refusal]:
    for number, line in enumerate(file.lines(), start=1):
        text = line.strip()
        if not text:
            continue
        try:
            yield Root(number, parsed(text), text)
        except ValueError as error:
            yield Refusal(number, str(error), text)


def _is_ndjson(file: TextFile) -> bool:
    """Whether lines are objects by themselves. The first may be broken, but not open: so does one object begin."""
    with closing(file.lines()) as lines:
        try:
            peeked = [line for line in (line.strip() for line in islice(lines, _PEEK)) if line]
        except ReadError:  # a line that is longer than any record
            return False
    if len(peeked) < 2 or not peeked[0].startswith("{") or not peeked[0].endswith("}"):
        return False
    return any(line.startswith("{") and _is_object(line) for line in peeked)


def _is_object(line: str) -> bool:
    try:
        return isinstance(parsed(line), dict)
    except ValueError:
        return False
