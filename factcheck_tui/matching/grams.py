"""Likeness by every four characters of the telling words: Mayadin and Mayadeen, compounds, a tag without spaces."""

from __future__ import annotations

import math
from collections.abc import Set

from factcheck_tui.matching.rarity import Rarity
from factcheck_tui.matching.statement import Statement, grams_of


class Grams:
    """The grams of a query, each as rare as the rarest word that it is of."""

    def __init__(self, asked: Statement, rarity: Rarity) -> None:
        self._weights: dict[str, float] = {}
        for word in asked.telling:
            weight = rarity.of(word.stem)
            for gram in grams_of(word.folded):
                self._weights[gram] = max(weight, self._weights.get(gram, 0.0))
        self._all = frozenset(self._weights)
        self._whole = sum(self._weights.values())

    def likeness(self, others: Set[str]) -> float:
        """A cosine, 0 to about 1; the grams of the other side count half each, as words of unknown rarity do."""
        shared = sum([self._weights[gram] for gram in self._all & others])
        return shared / math.sqrt(self._whole * 0.5 * len(others)) if shared else 0.0
