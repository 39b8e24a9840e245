"""Text broken into screen lines that remember where in the text they came from."""

from __future__ import annotations

import re

from rich.cells import cell_len

from factcheck_tui.model import Span
from factcheck_tui.visible import visible

_WORD = re.compile(r"\S+\s*")


def wrap(text: str, width: int) -> list[Span]:
    """Screen lines of at most ``width`` cells, as spans of ``text``; each line of the text begins a new one.

    A word wider than the screen is broken. Runs of empty lines become one. A tab is as wide as a space: see ``shown``.
    """
    lines: list[Span] = []
    position = 0
    for paragraph in text.splitlines(keepends=True):
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
