"""What the archive is asked, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from factcheck_tui.model.record import PriorRecord

_MEANT_AS_CONDITION = re.compile(r"""-?[a-z]{2,12}:([^\s/"]|"[^"])""", re.IGNORECASE)


def meant_as_condition(word: str) -> bool:
    """Whether a typed word looks like a condition, known or not: a name, a colon and a value; no ``https://``."""
    return bool(_MEANT_AS_CONDITION.match(word))


class AliasGroup(NamedTuple):
    """Names that stand for each other, in the order that they were added in."""

    id: int
    terms: tuple[str, ...]


class Term(NamedTuple):
    """A word to look for: folded as the archive's index folds it, and its stem as the index holds it.

    Words of a name are parted by spaces. Where several names stand for each other, ``names`` are all of them and the
    stem is a word of no text, in which both sides are compared.
    """

    word: str
    stem: str
    names: tuple[Term, ...] = ()
    gram: bool = False  # three characters of a text without spaces, to be asked of the index of such texts


@dataclass(frozen=True, slots=True)
class Query:
    """A text to find prior records for, and its distinct terms in reading order."""

    text: str
    terms: tuple[Term, ...]
    day: str = ""  # ISO: when the text was written, which "yesterday" is told from

    @property
    def too_little(self) -> bool:
        """True when no word is left to match on."""
        return not self.terms


class ConditionField(StrEnum):
    """What of a prior record a search can ask for beside its words."""

    RATING = "rating"
    PUBLISHER = "publisher"
    CLAIMANT = "claimant"
    LANGUAGE = "language"
    VERDICT = "verdict"
    AFTER = "after"
    BEFORE = "before"


class Condition(NamedTuple):
    """A condition of a search: ``value`` is in the field, is the verdict, or is where its dates begin or end."""

    field: ConditionField
    value: str
    excluded: bool = False  # those for which it holds are left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a checker looks for in the archive."""

    typed: str
    terms: tuple[Term, ...] = ()  # whole words
    beginning: Term | None = None  # the word that is being typed
    phrases: tuple[str, ...] = ()  # folded words that stand together
    without: tuple[str, ...] = ()  # words or phrases that must not be there
    conditions: tuple[Condition, ...] = ()
    not_understood: tuple[str, ...] = ()  # what looks like a condition and is none, to be said

    @property
    def has_words(self) -> bool:
        return bool(self.terms or self.beginning or self.phrases)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prior record that the archive's index found for a query; bm25 is positive, higher is better."""

    record: PriorRecord
    bm25: float  # over claim and title, and over the body at a lower weight


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What the archive answers to a query: candidates, best first, and what ranking needs to know of the archive."""

    candidates: tuple[Candidate, ...]
    frequencies: Mapping[str, int]  # stem -> number of records that hold it, for the stems of the query
    records: int  # in the whole archive
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # stem that no record holds -> near ones
