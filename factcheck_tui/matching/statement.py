"""A statement as matching reads it: its telling words in order, as sets and as lines for rapidfuzz.

A record is read again for every claim that it is a candidate for, so readings are kept for the latest texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck_tui.matching.differences.dates import Date, dates
from factcheck_tui.matching.differences.direction import Direction
from factcheck_tui.matching.differences.directions import directions
from factcheck_tui.matching.differences.names import Name, names
from factcheck_tui.matching.differences.negations import Negation, negations
from factcheck_tui.matching.differences.numbers import quantities
from factcheck_tui.matching.differences.quantity import Quantity
from factcheck_tui.matching.differences.tokens import Token, tokens, within
from factcheck_tui.matching.words import STOP_WORDS, Word, words

_READ = 5_000  # code points: a page that somebody pasted as a claim is read this far
_COMPARED = 600  # code points of the lines that rapidfuzz compares, for its cost grows with the product of both


@dataclass(frozen=True)
class Statement:
    """The first 5,000 characters of a text, read; offsets are into that text. What few need is read when asked for."""

    text: str
    words: tuple[Word, ...]  # all of them
    telling: tuple[Word, ...]  # without stop words, unless nothing else is there
    stems: frozenset[str]  # of the telling words
    line: str  # telling words, folded
    sorted_line: str  # telling stems, sorted

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of telling words in capitals that do not begin the text."""
        return frozenset(word.stem for word in self.telling if word.start and self.text[word.start].isupper())

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        return dates(self.text)

    @cached_property
    def _dated(self) -> frozenset[int]:
        """Indices of the tokens that belong to dates."""
        return within(self.tokens, self.dates)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return quantities(self.tokens, self._dated)

    @cached_property
    def named(self) -> tuple[Name, ...]:
        return names(self.text, self.tokens, self._dated)

    @cached_property
    def frame(self) -> frozenset[str]:
        """Stems of the telling words that belong to no name and no date."""
        others = self._dated | within(self.tokens, self.named)
        return frozenset([token.stem for place, token in enumerate(self.tokens) if token.stem and place not in others])

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        return negations(self.tokens)

    @cached_property
    def directions(self) -> tuple[Direction, ...]:
        return directions(self.tokens, self.negations)


@lru_cache(maxsize=2048)
def read_statement(text: str) -> Statement:
    """Read a claim, a title or a query."""
    text = text[:_READ]
    found = words(text)
    telling = tuple([word for word in found if word.folded not in STOP_WORDS]) or found
    stems = [word.stem for word in telling]
    return Statement(
        text=text,
        words=found,
        telling=telling,
        stems=frozenset(stems),
        line=" ".join([word.folded for word in telling])[:_COMPARED],
        sorted_line=" ".join(sorted(stems))[:_COMPARED],
    )
