"""How much it tells that two statements share a word: inverse document frequency, 0 (in all records) to 1."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

# A word in one of 230 records may be an everyday word; in one of 10,000 it is rare. A small archive is therefore
# judged as if it had this many records: its rarest word weighs .59, not 1, and no single shared word makes a match.
_TELLING_ARCHIVE = 10_000

# Nor does a word tell nothing because it is in the one record that there is: it weighs as much as one record of these.
_SMALLEST_ARCHIVE = 250

_UNKNOWN = 0.5  # a word that only the record has, or any word where there is no archive


class Rarity:
    """Weights of the stems of one query in one archive."""

    def __init__(self, stems: Iterable[str], frequencies: Mapping[str, int], records: int) -> None:
        self.known = bool(records)  # else there is no archive, and no word is known to be rare
        whole = math.log(1 + max(records, _TELLING_ARCHIVE))
        among = 1 + max(records, _SMALLEST_ARCHIVE)
        self._weights = {
            stem: math.log(among / (1 + min(frequencies.get(stem, 0), records))) / whole if records else _UNKNOWN
            for stem in stems
        }

    def of(self, stem: str) -> float:
        """The weight of one stem."""
        return self._weights.get(stem, _UNKNOWN)

    def sum(self, stems: Iterable[str]) -> float:
        """The weights of all ``stems``, added."""
        weights = self._weights
        return sum([weights.get(stem, _UNKNOWN) for stem in stems])
