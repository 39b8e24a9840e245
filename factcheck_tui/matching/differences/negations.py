"""Negation: what one statement says and the other says is not so.

Only a shared word that is negated on one side and plain on the other is told: "do not cause" / "cause". Counting
negations instead would mark every paraphrase that says "stayed flat" for "did not rise".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck_tui.matching.words import STOP_WORDS, Word
from factcheck_tui.model import Difference, DifferenceKind, Span

_NEGATIONS = frozenset(
    {
        "no",
        "not",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "fails",
        "fail",
        "failed",
    }
)
_BEFORE_T = "ain aren can couldn didn doesn don hadn hasn haven isn mustn needn shouldn wasn weren won wouldn"
_CLIPPED = frozenset(_BEFORE_T.split())  # negations only before the "t" of "can't": "won" is a verb as well
_HARMLESS = frozenset({"only", "just", "least", "later", "doubt", "matter", "1"})  # "not only", "no later than"
_REACH = 3  # telling words after the negation that it may negate


class Negation(NamedTuple):
    """A negation and the stems that it may negate."""

    word: Word
    stems: tuple[str, ...]


def negations(words: tuple[Word, ...]) -> tuple[Negation, ...]:
    """The negations among the words of a statement, in reading order."""
    found = []
    for index, word in enumerate(words):
        following = words[index + 1].folded if index + 1 < len(words) else ""
        clipped = word.folded in _CLIPPED and following == "t"
        if (clipped or word.folded in _NEGATIONS) and following not in _HARMLESS:
            after = [later.stem for later in words[index + 1 :] if later.folded not in STOP_WORDS]
            found.append(Negation(word, tuple(after[:_REACH])))
    return tuple(found)


def negation_differences(
    claim: tuple[Negation, ...],
    claim_stems: frozenset[str],
    record: tuple[Negation, ...],
    record_stems: frozenset[str],
) -> Iterator[Difference]:
    """A difference for each side's first negation of a shared word that the other side leaves plain."""
    if word := _only(claim, record_stems, record):
        yield Difference(DifferenceKind.NEGATION, word.folded, "", Span(word.start, word.end), None)
    if word := _only(record, claim_stems, claim):
        yield Difference(DifferenceKind.NEGATION, "", word.folded, None, Span(word.start, word.end))


def _only(here: tuple[Negation, ...], stems_there: frozenset[str], there: tuple[Negation, ...]) -> Word | None:
    if len(here) <= len(there):  # as many negations there: said in other places, most likely the same
        return None
    negated_there = {stem for negation in there for stem in negation.stems}
    for negation in here:
        if any(stem in stems_there and stem not in negated_there for stem in negation.stems):
            return negation.word
    return None
