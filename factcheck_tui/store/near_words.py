"""The words that the archive holds, to find the nearest ones to a word that it does not: Mayadin, Mayadeen.

FTS5's own list of words cannot be asked by beginning and length without reading every posting on the way, so the words
are listed in a table of their own. Ten thousand of them are compared in 2 ms.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck_tui.store.database import Database

# Letters that transliterations and slips exchange at the beginning of a word, as one.
_SAME = str.maketrans("kqgzxyjwfuo", "cccssiivvaa")
_SHORTEST, _LONGEST = 5, 24  # letters; of a shorter word nearly any other is near
_APART = 2  # letters that the lengths of near words may differ by
_LIKE = 0.75  # least likeness: one letter in five, two in eight
_NEAREST = 3
_COMPARED = 20_000  # words that one is compared with at most
_ASKED = 6  # words of one query that the archive does not hold; a page pasted as a claim may have hundreds
_BATCH = 5_000
_SMALL = 20_000  # records whose words are listed in a moment
_GROWN = 1.05

_WORDS = "SELECT term FROM prior_record_vocab WHERE term > ? LIMIT ?"


class NearWords:
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
        while terms := [row["term"] for row in self._db.rows(_WORDS, [last, _BATCH])]:
            last = terms[-1]
            rows = [(_initial(term), len(term), term) for term in terms if _is_word(term)]
            with self._db.writing():
                self._db.run_many("INSERT OR IGNORE INTO vocabulary (initial, length, term) VALUES (?, ?, ?)", rows)
        with self._db.writing():
            self._db.run("UPDATE archive_edition SET words_of = ?", [records])

    def near(self, stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The nearest words for each of some stems, where there are any."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = {}
        for stem in [stem for stem in stems if _is_word(stem)][:_ASKED]:
            rows = self._db.rows(
                "SELECT term FROM vocabulary WHERE initial = ? AND length BETWEEN ? AND ? LIMIT ?",
                [_initial(stem), len(stem) - _APART, len(stem) + _APART, _COMPARED],
            )
            nearest = process.extract(
                stem,
                [row["term"] for row in rows],
                scorer=OSA.normalized_similarity,
                score_cutoff=_LIKE,
                limit=_NEAREST,
            )
            if nearest:
                found[stem] = tuple(term for term, likeness, _ in nearest if likeness == nearest[0][1])
        return found


def _is_word(term: str) -> bool:
    return _SHORTEST <= len(term) <= _LONGEST and term.isalpha()


def _initial(term: str) -> str:
    return term[0].translate(_SAME)
