"""A statement as matching reads it: its telling words in order, as sets and as lines for rapidfuzz.

A record is read again for every claim that it is a candidate for, so readings are kept for the latest texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases
from factcheck_tui.matching.differences.dates import Date, dates
from factcheck_tui.matching.differences.direction import Direction
from factcheck_tui.matching.differences.directions import directions
from factcheck_tui.matching.differences.names import Name, names
from factcheck_tui.matching.differences.negations import Negation, negations
from factcheck_tui.matching.differences.numbers import quantities
from factcheck_tui.matching.differences.quantity import Quantity
from factcheck_tui.matching.differences.tokens import Token, tokens, within
from factcheck_tui.matching.query import READ
from factcheck_tui.matching.telling import telling_words
from factcheck_tui.matching.words import Word, words

_COMPARED = 600  # code points of the lines that rapidfuzz compares, for its cost grows with the product of both


@dataclass(frozen=True)
class Statement:
    """The first 5,000 characters of a text, read; offsets are into that text. What few need is read when asked for."""

    text: str
    telling: tuple[Word, ...]  # see ``telling_words``
    stems: frozenset[str]  # of the telling words
    line: str  # telling words, folded
    sorted_line: str  # telling stems, sorted

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All of them."""
        return words(self.text)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of telling words in capitals that do not begin the text."""
        return frozenset(word.stem for word in self.telling if word.start and self.text[word.start].isupper())

    @cached_property
    def grams(self) -> frozenset[str]:
        """Every four characters of the telling words."""
        return frozenset().union(*[grams_of(word.folded) for word in self.telling])

    @cached_property
    def figures(self) -> frozenset[str]:
        """The telling words that are digits alone."""
        return frozenset([stem for stem in self.stems if stem.isdigit()])

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


@lru_cache(maxsize=16384)
def grams_of(folded: str) -> frozenset[str]:
    """Every four characters of a word, its ends marked by spaces."""
    marked = f" {folded} "
    return frozenset([marked[first : first + 4] for first in range(max(1, len(marked) - 3))])


@lru_cache(maxsize=4096)
def read_statement(text: str, aliases: Aliases = NO_ALIASES) -> Statement:
    """Read a claim, a title or a query."""
    text = text[:READ]
    telling = telling_words(text, aliases)
    stems = [word.stem for word in telling]
    return Statement(
        text=text,
        telling=telling,
        stems=frozenset(stems),
        line=" ".join([word.folded for word in telling])[:_COMPARED],
        sorted_line=" ".join(sorted(stems))[:_COMPARED],
    )
