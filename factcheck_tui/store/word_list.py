"""A list of the archive's words: how many records hold each, and which are nearest to one that none holds.

FTS5's own list counts the records of a word by walking through all of them, which for the common words of one claim
takes 25 ms at 250,000 records, and it cannot be asked by beginning and length. This list says both at once. It is made
anew when the archive has grown by a twentieth, for rarity asks how common a word is, not for a number; what it does
not know is asked of FTS5, which is quick for words that are new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from factcheck_tui.store.database import Database

# Letters that transliterations and slips exchange at the beginning of a word, as one.
_SAME = str.maketrans("kqgzxyjwfuo", "cccssiivvaa")
_SHORTEST, _LONGEST = 5, 24  # letters; of a shorter word nearly any other is near
_APART = 2  # letters that the lengths of near words may differ by
_LIKE = 0.75  # least likeness: one letter in five, two in eight
_NEAREST = 3
_COMPARED = 20_000  # words that one is compared with at most
_AT_ONCE = 2_000  # words that one call compares: for so long it holds the interpreter, and a key waits
_ASKED = 6  # words of one query that the archive does not hold; a page pasted as a claim may have hundreds
_BATCH = 5_000
_SMALL = 20_000  # records whose words are listed in a moment
_GROWN = 1.05

_WORDS = "SELECT term, doc FROM prior_record_vocab WHERE term > ? LIMIT ?"
_LIST = "INSERT OR REPLACE INTO vocabulary (term, initial, length, doc) VALUES (?, ?, ?, ?)"
_LISTED = "SELECT term, doc FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))"
_HELD = "SELECT term, doc FROM prior_record_vocab WHERE term IN (SELECT value FROM json_each(?))"


class WordList:
    """The table ``vocabulary``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def refresh(self) -> None:
        """List the words anew when the archive has grown by a twentieth, or is small; in short transactions.

        Listing reads all postings, which takes a second for each five million of them.
        """
        records = int(self._db.value("SELECT coalesce(max(id), 0) FROM prior_record"))
        if _SMALL < records < _GROWN * int(self._db.value("SELECT words_of FROM archive_edition")):
            return
        last = ""
        while words := self._db.rows(_WORDS, [last, _BATCH]):
            last = words[-1]["term"]
            with self._db.writing():
                self._db.run_many(_LIST, [(word["term"], *_place(word["term"]), word["doc"]) for word in words])
        with self._db.writing():
            self._db.run("UPDATE archive_edition SET words_of = ?", [records])

    def held(self, stems: Iterable[str]) -> dict[str, int]:
        """Those of some stems that records hold, with how many did when the words were listed."""
        stems = list(stems)
        found = {row["term"]: row["doc"] for row in self._db.rows(_LISTED, [json.dumps(stems)])}
        rest = [stem for stem in stems if stem not in found]
        return {**found, **{row["term"]: row["doc"] for row in self._db.rows(_HELD, [json.dumps(rest)])}}

    def near(self, stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The nearest words for each of some stems, where there are any."""
        found = {}
        for stem in [stem for stem in stems if _is_word(stem)][:_ASKED]:
            rows = self._db.rows(
                "SELECT term FROM vocabulary WHERE initial = ? AND length BETWEEN ? AND ? LIMIT ?",
                [_initial(stem), len(stem) - _APART, len(stem) + _APART, _COMPARED],
            )
            if nearest := _nearest(stem, [row["term"] for row in rows]):
                found[stem] = nearest
        return found


def _nearest(stem: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words that are nearest to a stem, all as near as each other."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = [
        each
        for start in range(0, len(words), _AT_ONCE)
        for each in process.extract(
            stem,
            words[start : start + _AT_ONCE],
            scorer=OSA.normalized_similarity,
            score_cutoff=_LIKE,
            limit=_NEAREST,
        )
    ]
    best = max((likeness for _, likeness, _ in near), default=0.0)
    return tuple(word for word, likeness, _ in near if likeness == best)[:_NEAREST]


def _is_word(term: str) -> bool:
    return _SHORTEST <= len(term) <= _LONGEST and term.isalpha()


def _initial(term: str) -> str:
    return term[0].translate(_SAME)


def _place(term: str) -> tuple[str, int]:
    """Where a word is looked for among its like: nowhere, when it is none that another may be near to."""
    return (_initial(term), len(term)) if _is_word(term) else ("", 0)
