"""Transcripts: whose words each paragraph gives, and the time code where it begins.

A transcript is known by its labels, as ``ANN ROE: We built it.`` or ``[00:12:03] Speaker 1: We built it.``: most of
its paragraphs have one, and few different ones come again and again. An article with a colon here and there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck_tui.model import Block, BlockRole, Place

FEWEST: Final = 3  # turns
LABELLED: Final = 0.4  # of the paragraphs that must have a label; a long answer may run over several
_LINE: Final = re.compile(r"[^\r\n]*\S[^\r\n]*")
_TIME: Final = r"[\[(]?(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?"
_LABEL: Final = re.compile(
    rf"\s*(?:{_TIME}\s*[-–—]?\s*)?(?:>>+\s*)?"
    r"(?P<name>[^\W\d_][\w.’'&-]*(?:[ \t]+[\w.’'&(,-][\w.’'&,)-]*){0,6}?)\s*"
    r"(?:[\[(](?P<later>(?:\d{1,2}:)?\d{1,2}:\d{2})[\])]\s*)?:(?=\s)"
)
_ROLE: Final = re.compile(r",.*|\(.*")


class _Turn(NamedTuple):
    """A paragraph; ``words`` is where those begin that are no label."""

    start: int
    words: int
    end: int
    speaker: str
    time: str


def turns_of(text: str) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """Blocks (labels and what was said) and places (speakers and time codes); both empty when it is no transcript."""
    turns = _turns(text)
    names = Counter(turn.speaker for turn in turns if turn.speaker)
    count = sum(names.values())
    if count < max(FEWEST, LABELLED * len(turns)) or not len(names) < count or len(names) > max(3, count / 2):
        return (), ()
    pieces = list(_pieces(turns))
    return tuple(block for block, _ in pieces), tuple(place for _, place in pieces if place)


def _turns(text: str) -> list[_Turn]:
    """Paragraphs: below the first label a line goes on with the one above it, unless a blank line parts them."""
    turns: list[_Turn] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        label = _LABEL.match(text, start, end)
        gap = text[turns[-1].end : start].replace("\r\n", "\n") if turns else ""
        if label:
            speaker = _ROLE.sub("", label["name"]).strip() or label["name"]
            turns.append(_Turn(start, label.end(), end, _cased(speaker), label["time"] or label["later"] or ""))
        elif len(gap) == 1 and any(turn.speaker for turn in turns[-1:]):
            turns[-1] = turns[-1]._replace(end=end)
        else:
            turns.append(_Turn(start, start, end, "", ""))
    return turns


def _pieces(turns: list[_Turn]) -> Iterator[tuple[Block, Place | None]]:
    speaker = time = ""
    for turn in turns:
        if turn.speaker:
            speaker, time = turn.speaker, turn.time or time
            yield Block(turn.start, turn.words, BlockRole.SPEAKER), None
        role = BlockRole.PARAGRAPH if speaker else BlockRole.HEADING
        yield Block(turn.words, turn.end, role), Place(turn.words, time, speaker)


def _cased(name: str) -> str:
    """ANN ROE as Ann Roe; short ones stay, since they are initials."""
    return name.title() if name.isupper() and len(name) > 3 else name
