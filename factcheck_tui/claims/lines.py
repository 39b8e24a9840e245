"""Lines and blocks of plain text: which lines run on as one paragraph, and which stand alone.

Plain text comes in three manners: a line for each paragraph, a blank line between paragraphs, and lines broken at
some 70 columns. The third is known by its fill: a line was broken there because the next word did not fit.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factcheck_tui.model import Span

WIDEST_WRAP: Final = 100  # columns; no program breaks lines wider, and most paragraphs are longer
SENTENCE_END: Final = re.compile(r"[.!?…‽。！？][\"'”’»)\]]*$")

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET: Final = re.compile(r"(?:[-–—*•‣◦▪●·]|\d{1,3}[.)])\s")


def trim(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))


def split_blocks(text: str) -> list[tuple[Span, bool]]:
    """Trimmed blocks in order, each with whether a blank line (or the text's start) stands above it."""
    blocks: list[tuple[Span, bool]] = []
    for chunk in _chunks(text):
        wrapped = _is_wrapped(text, chunk)
        width = max(end - start for start, end in chunk)
        first = True
        start = chunk[0].start
        for line, after in pairwise([*chunk, None]):
            assert line is not None
            if after is None or not _runs_on(text, line, after, width if wrapped else None):
                blocks.append((Span(start, line.end), first))
                first = False
                start = after.start if after else start
    return blocks


def _chunks(text: str) -> list[list[Span]]:
    """Lines, trimmed, in groups without a blank line between."""
    chunks: list[list[Span]] = []
    last_end = None
    for found in _LINE.finditer(text):
        line = trim(text, *found.span())
        if line.start == line.end:
            continue
        gap = "\n" if last_end is None else text[last_end : line.start].replace("\r\n", "\n")
        if last_end is None or len(_LINE.sub("", gap)) > 1:
            chunks.append([])
        chunks[-1].append(line)
        last_end = line.end
    return chunks


def _is_wrapped(text: str, chunk: list[Span]) -> bool:
    """Whether the lines were broken at a width: none is wide, and they mostly end within a sentence."""
    if len(chunk) < 2 or max(end - start for start, end in chunk) > WIDEST_WRAP:
        return False
    ended = sum(bool(SENTENCE_END.search(text[start:end])) for start, end in chunk[:-1])
    return 2 * ended <= len(chunk) - 1


def _runs_on(text: str, line: Span, after: Span, width: int | None) -> bool:
    """Whether the paragraph of ``line`` goes on in the line ``after``; ``width`` is None where none was kept."""
    following = text[after.start : after.end]
    if _BULLET.match(following):
        return False
    if width is not None and line.end - line.start + 1 + len(following.split(None, 1)[0]) > width:
        return True
    return following[0].islower() and text[line.end - 1] not in '.!?…:"”»'
