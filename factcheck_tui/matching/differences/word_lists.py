"""Sets of words, written as a line of text, and the form in which words of tables are compared."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factcheck_tui.matching.differences.verb_forms import BASES
from factcheck_tui.matching.words import STOP_WORDS, stem


def listed(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


def base(word: str) -> str:
    """The stem that all forms of a word share, of irregular verbs too."""
    stemmed = stem(BASES.get(word, word))
    return stem(BASES[stemmed]) if stemmed in BASES and word not in BASES else stemmed


def phrase_length(keys: Sequence[str], at: int, phrases: Container[tuple[str, ...]], longest: int) -> int:
    """How many of ``keys`` from ``at`` make the longest phrase that is one of ``phrases``; 0 when none does."""
    for size in range(min(longest, len(keys) - at), 0, -1):
        if tuple(keys[at : at + size]) in phrases:
            return size
    return 0


def key(word: str) -> str:
    """A word as phrases of tables are looked up by: stop words as they are, others by their stem."""
    return word if word in STOP_WORDS else base(word)
