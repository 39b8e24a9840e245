"""Direction: the same matter said to go the other way, told by words that stand for opposites.

Only pairs whose words are rarely used for anything else are listed: a word such as "cut" or "over" would mark
statements that agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck_tui.matching.words import Word, stem
from factcheck_tui.model import Difference, DifferenceKind, Span

_OPPOSITES = (
    (
        "rise rose risen rising increase grow grew grown climb soar gain surge up",
        "fall fell fallen falling decrease drop decline shrink shrank plunge down",
    ),
    ("more higher most highest larger", "fewer less lower fewest lowest smaller"),
    ("support supported back backed endorse endorsed favour favor", "oppose opposed reject rejected"),
    ("allow permit legalise legalize legal", "forbid forbade forbidden ban banned prohibit outlaw illegal"),
    ("before", "after"),
    ("confirm confirmed admit admitted", "deny denied denies"),
    ("win won wins", "lose lost loses"),
    ("cause caused causes", "prevent prevented cure cures cured"),
    ("safe harmless", "dangerous unsafe harmful deadly"),
    ("first", "last"),
    ("guilty convicted", "innocent acquitted"),
    ("alive survived", "dead died"),
    ("longest", "shortest"),
    ("largest biggest", "smallest"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
)  # fmt: skip

# stem -> (which pair of opposites, which side of it)
_POLES: dict[str, tuple[int, bool]] = {
    stem(word): (axis, side == 1)
    for axis, pair in enumerate(_OPPOSITES)
    for side, listed in enumerate(pair)
    for word in listed.split()
}
_COMPARING = frozenset({"more", "less", "fewer", "higher", "lower"})


class Direction(NamedTuple):
    """A word that says which way."""

    word: Word
    axis: int
    opposite: bool


def directions(words: tuple[Word, ...]) -> tuple[Direction, ...]:
    """The words of direction among the words of a statement. "More than 50" says how exact, not which way."""
    found = []
    for index, word in enumerate(words):
        pole = _POLES.get(word.stem)
        bound = word.folded in _COMPARING and index + 1 < len(words) and words[index + 1].folded == "than"
        if pole and not bound:
            found.append(Direction(word, *pole))
    return tuple(found)


def direction_differences(claim: tuple[Direction, ...], record: tuple[Direction, ...]) -> Iterator[Difference]:
    """A difference for each pair of opposites of which one side says this and the other only that."""
    for axis in sorted({found.axis for found in claim} & {found.axis for found in record}):
        here = [found for found in claim if found.axis == axis]
        there = [found for found in record if found.axis == axis]
        sides = {found.opposite for found in here}, {found.opposite for found in there}
        if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            ours, theirs = here[0].word, there[0].word
            yield Difference(
                DifferenceKind.DIRECTION,
                ours.folded,
                theirs.folded,
                Span(ours.start, ours.end),
                Span(theirs.start, theirs.end),
            )
