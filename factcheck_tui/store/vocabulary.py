"""The words of the archive, as the stems that its index holds: how many records hold each, which are near to one.

FTS5 counts the records of a word by walking through them, so each question here has a limit to what it walks through.
"""

from __future__ import annotations

import json

from factcheck_tui.model import Term
from factcheck_tui.store.database import Database

# Records that hold a word, all words of a question together, up to which words are looked at; some 10 and 30 ms.
_WALKED = 200_000
_WALKED_FOR_SLIPS = 600_000  # a word that nobody has is rare, and what it was meant to be may be common
_LAST = "\U0010ffff"
_BEGINNINGS = 60  # stems of words that begin alike; more would be noise
_NEAR = 5  # words that one with a slip may stand for
_LONG = 6  # letters of a word in which two slips are forgiven
_SHORT = 4  # letters of a word in which none is

# What a word may end in beyond its stem: while "electio" is typed its stem "elect" is looked for too.
_ENDINGS_LISTED = (
    "ing ed es er ers ion ions ation ations ity ment ments ness ful able ive ous al ally ly ies ism ist ists ance ence"
)
_ENDINGS = tuple(_ENDINGS_LISTED.split())

_HELD = "SELECT term, doc FROM prior_record_vocab WHERE term IN (SELECT value FROM json_each(?))"
_RANGE = "SELECT term, doc FROM prior_record_vocab WHERE term >= ? AND term < ?"


class Vocabulary:
    """The table ``prior_record_vocab``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def held(self, stems: list[str]) -> dict[str, int]:
        """Those of the stems that a record holds, with how many do."""
        return {row["term"]: row["doc"] for row in self._db.rows(_HELD, [json.dumps(stems)])}

    def beginning_with(self, term: Term) -> dict[str, int]:
        """Stems of words that begin as ``term`` does, the commonest first, of as many as may be looked at."""
        found = self._walk(term.word, _WALKED)
        cut = [term.word[:-size] for size in range(1, 5) if any(e.startswith(term.word[-size:]) for e in _ENDINGS)]
        found |= self.held([term.stem, *(stem for stem in cut if len(stem) >= 3)])
        return dict(sorted(found.items(), key=lambda each: -each[1])[:_BEGINNINGS])

    def nearest(self, stem: str) -> dict[str, int]:
        """Stems that a slip or two may have made ``stem`` of: letters left out, added, changed or swapped."""
        if len(stem) < _SHORT:
            return {}
        # here, since all its modules take 8 ms that the first paint would wait for
        from rapidfuzz.distance import OSA

        slips = 2 if len(stem) >= _LONG else 1
        near: list[tuple[int, int, str]] = []
        for start in dict.fromkeys((stem[:2], stem[1] + stem[0], stem[0] + stem[2], stem[1:3])):
            for found, count in self._walk(start, _WALKED_FOR_SLIPS).items():
                distance = OSA.distance(stem, found, score_cutoff=slips)
                if distance <= slips:
                    near.append((distance, -count, found))
        return {found: -count for _, count, found in sorted(near)[:_NEAR]}

    def _walk(self, beginning: str, most: int) -> dict[str, int]:
        """Stems that begin so, in order; no more of them than ``most`` records hold, the last one not counted."""
        found: dict[str, int] = {}
        walked = 0
        for row in self._db.each(_RANGE, [beginning, beginning + _LAST]):
            found[row["term"]] = row["doc"]
            walked += row["doc"]
            if walked > most:
                break
        return found
