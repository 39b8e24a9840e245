"""The passage of a record's body that comes nearest to a query: articles quote the statement that they check."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck_tui.matching.rarity import Rarity
from factcheck_tui.matching.words import STOP_WORDS, fold, stem

_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_WORD = re.compile(r"[^\W_]+")
_READ = 20_000  # code points of a body; a longer one is read this far


class Passage(NamedTuple):
    """What the nearest sentence of a body shares with a query."""

    weight: float  # of the shared stems, by rarity
    share: float  # that as a share (0 to 1) of the sentence's weight; a word that is not shared counts half
    anywhere: frozenset[str]  # the query's stems that the whole body has


def nearest_passage(body: str, stems: frozenset[str], rarity: Rarity) -> Passage:
    """The sentence of ``body`` that shares most with ``stems``."""
    most = share = 0.0
    anywhere: set[str] = set()
    begin = frozenset([stem[:2] for stem in stems])  # Porter changes ends of words only; most need not be stemmed
    for sentence in _END.split(fold(body[:_READ])):
        found = set(_WORD.findall(sentence))
        shared = stems.intersection([stem(word) for word in found if word[:2] in begin])
        anywhere |= shared
        weight = rarity.sum(shared)
        if weight > most:
            others = len(found - STOP_WORDS) - len(shared)
            most, share = weight, weight / (weight + 0.5 * max(0, others))
    return Passage(most, share, frozenset(anywhere))
