"""Text broken into screen lines that remember where in the text they came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rich.cells import cell_len

from factcheck_tui.model import Span
from factcheck_tui.visible import visible

LONGEST = 116  # cells of a line that the eye still finds back from

_WORD = re.compile(r"\S+\s*")


class Lines(NamedTuple):
    """The screen lines of a part of a text."""

    part: Span
    spans: list[Span]

    def hold(self, place: int) -> bool:
        """Whether a place of the text is in the part."""
        return self.part.start <= place < self.part.end

    def at(self, place: int) -> int:
        """The number of the line of a place."""
        return max(bisect_right(self.spans, place, key=lambda line: line.start) - 1, 0)

    def of(self, span: Span) -> tuple[int, int] | None:
        """The numbers of the first and the last line of a piece of the text; None when there are no lines."""
        if not self.spans:
            return None
        first = self.at(span.start)
        return first, max(self.at(max(span.end - 1, span.start)), first)

    def between(self, top: int, end: int) -> Span:
        """The piece of the text that some lines show."""
        lines = self.spans[top:end]
        return Span(lines[0].start, lines[-1].end) if lines else Span(0, 0)


def around(text: str, place: int, reach: int) -> Span:
    """The whole lines of a text that lie within so many characters of a place, and the one that it lies in."""
    start = text.rfind("\n", 0, max(place - reach, 0)) + 1
    end = text.find("\n", min(place + reach, len(text)))
    return Span(start, len(text) if end < 0 else end + 1)


def wrapped(text: str, width: int, part: Span | None = None) -> Lines:
    """The lines of a text, or of whole lines of it: see ``wrap`` and ``around``."""
    part = part or Span(0, len(text))
    return Lines(part, wrap(text, width, part))


def wrap(text: str, width: int, part: Span | None = None) -> list[Span]:
    """Screen lines of at most ``width`` cells, as spans of ``text``; each line of the text begins a new one.

    A word wider than the screen is broken. Runs of empty lines become one. A tab is as wide as a space: see ``shown``.
    """
    lines: list[Span] = []
    position, end = part or (0, len(text))
    for paragraph in text[position:end].splitlines(keepends=True):
        start, position = position, position + len(paragraph)
        stripped = paragraph.strip()
        if stripped:
            start += len(paragraph) - len(paragraph.lstrip())
            lines += _wrap_paragraph(text, start, start + len(stripped), max(width, 2))
        elif lines and lines[-1].start < lines[-1].end:
            lines.append(Span(start, start))
    if lines and lines[-1].start == lines[-1].end:
        lines.pop()
    return lines


def shown(text: str) -> str:
    """A piece of a screen line as it is drawn and measured."""
    return visible(text).replace("\t", " ")


def _cells(text: str) -> int:
    """How wide a piece is drawn."""
    # most words are this plain, and to look at each character of each costs the better part of a frame
    return len(text) if text.isascii() and text.isprintable() else cell_len(shown(text))


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> list[Span]:
    lines = []
    line_start, cells = start, 0
    for word in _WORD.finditer(text, start, end):
        word_cells = _cells(word.group().rstrip())
        if cells and cells + word_cells > width:
            lines.append(_stripped(text, line_start, word.start()))
            line_start, cells = word.start(), 0
        if word_cells > width:
            *broken, line_start = _break_word(text, word.start(), word.start() + len(word.group().rstrip()), width)
            lines += [Span(a, b) for a, b in zip([word.start(), *broken], [*broken, line_start], strict=True)]
        cells += _cells(text[max(line_start, word.start()) : word.end()])
    lines.append(_stripped(text, line_start, end))
    return [line for line in lines if line.start < line.end]


def _break_word(text: str, start: int, end: int, width: int) -> list[int]:
    """Where to break a word that is wider than the screen; the last place is where its rest begins."""
    places, cells, begun = [], 0, start
    for position in range(start, end):
        character = _cells(text[position])
        if cells + character > width and position > begun:
            places.append(position)
            cells, begun = 0, position
        cells += character
    return places or [start]


def _stripped(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
