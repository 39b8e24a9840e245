"""Searching the archive as one types: words, beginnings, phrases and conditions, at a cost that stays bounded.

Records that hold all words in claim or title come first, then those that hold them anywhere, then, when there are
none, those that hold some. Best first by bm25 where the words are rare enough for it; the newest first where they are
not, for bm25 looks at every record that holds one of the words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from factcheck_tui.model import Candidate, Condition, ConditionField, PriorRecord, Retrieved, Search, Term
from factcheck_tui.store.database import Database
from factcheck_tui.store.rows import RECORD_COLUMNS, prior_record
from factcheck_tui.store.vocabulary import Vocabulary

POSTINGS = 20_000  # records that hold a word, all words together, up to which bm25 is asked for; as in ``candidates``
_NEWEST = 2_000  # records looked through where a beginning is too short to be looked up
_SHORT = 3  # letters of a beginning that can be looked up

_FOUND = "(own_claim_id IS NULL OR verdict IS NOT 'pending')"  # own verdicts that were taken back are not found
_MATCHING = """
SELECT rowid AS id, {score} AS bm25 FROM prior_record_fts
WHERE prior_record_fts MATCH :match
  AND EXISTS (SELECT 1 FROM prior_record INDEXED BY prior_record_conditions
              WHERE prior_record.id = prior_record_fts.rowid AND {conditions})
ORDER BY {order} LIMIT :limit
"""
_NEWEST_FIRST = """
SELECT id, 0.0 AS bm25 FROM prior_record INDEXED BY prior_record_conditions
WHERE {conditions} ORDER BY id DESC LIMIT :limit
"""
_TEXTS = """
SELECT id, claim || ' ' || title AS text FROM prior_record
WHERE id IN (SELECT id FROM prior_record INDEXED BY prior_record_conditions WHERE {conditions}
             ORDER BY id DESC LIMIT :limit)
ORDER BY id DESC
"""
_HAS = "instr(lower({field}), :{name}) > 0"
_DATED = "coalesce(nullif(review_date, ''), claim_date)"
_CONDITIONS = {
    ConditionField.RATING: _HAS,
    ConditionField.PUBLISHER: _HAS,
    ConditionField.CLAIMANT: _HAS,
    ConditionField.LANGUAGE: "({field} = :{name} OR {field} LIKE :{name} || '-%')",
    ConditionField.VERDICT: "coalesce({field}, '') = :{name}",
    ConditionField.AFTER: f"{_DATED} >= :{{name}}",
    ConditionField.BEFORE: f"{_DATED} < :{{name}} AND {_DATED} <> ''",
}


class Searching:
    """The archive's index and the conditions, asked as a search line is typed."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._vocabulary = Vocabulary(db)

    def find(self, search: Search, limit: int, spelled: Callable[[str], str]) -> Retrieved:
        """Up to ``limit`` records; the newest when the search has no words.

        :param spelled: gives a word that the index stems to a stem of it
        :raises InterruptedQueryError: when the connection is interrupted
        """
        records = int(self._db.value("SELECT coalesce(max(id), 0) FROM prior_record"))
        conditions, values = _sql(search.conditions)
        values |= {"limit": limit}
        if not search.has_words and not search.without:
            return self._read(self._db.rows(_NEWEST_FIRST.format(conditions=conditions), values), {}, records)
        beginning = self._beginnings(search.beginning)
        if beginning is None and not (search.terms or search.phrases) and search.beginning:
            return self._beginning_with(search.beginning.word, conditions, values, records)
        wanted = [self._alternatives(term) for term in search.terms]
        frequencies = {stem: count for group in [*wanted, beginning or {}] for stem, count in group.items()}
        groups = [
            " OR ".join(_quoted(spelled(stem)) for stem in group)
            for group in [*wanted, *([beginning] if beginning else [])]
            if group
        ]
        rare = sum(frequencies.values()) <= POSTINGS and not search.phrases
        groups += [_quoted(phrase) for phrase in search.phrases]
        rows = self._tiers(groups, search.without, conditions, values, rare)
        found = self._read(rows, frequencies, records)
        if beginning is None and search.beginning:
            return _first_with(search.beginning.word, found)
        return found

    def _tiers(
        self, groups: Sequence[str], without: Sequence[str], conditions: str, values: dict[str, object], rare: bool
    ) -> list[tuple[int, float]]:
        """Ids and scores: all words in claim or title, then anywhere, then any of the words."""
        limit = int(str(values["limit"]))
        leaving_out = "".join(f" NOT {_quoted(words)}" for words in without)
        together = " AND ".join(f"({group})" for group in groups)
        matches = [f"{{claim title}} : ({together})", f"({together})"] if groups else []
        found: dict[int, float] = {}
        for match in matches:
            if len(found) < limit:
                for record_id, score in self._matching(match + leaving_out, conditions, values, rare):
                    found.setdefault(record_id, score)
        if not found and len(groups) > 1:
            either = " OR ".join(f"({group})" for group in groups)
            found = dict(self._matching(f"({either}){leaving_out}", conditions, values, rare))
        if not groups:
            return self._newest_without(without, conditions, values)
        return list(found.items())[:limit]

    def _matching(
        self, match: str, conditions: str, values: dict[str, object], rare: bool
    ) -> Iterator[tuple[int, float]]:
        sql = _MATCHING.format(
            conditions=conditions,
            score="-bm25(prior_record_fts, 1, 1, 0.5)" if rare else "0.0",
            order="bm25 DESC, rowid" if rare else "rowid DESC",
        )
        yield from ((row["id"], row["bm25"]) for row in self._db.rows(sql, {**values, "match": match}))

    def _newest_without(
        self, without: Sequence[str], conditions: str, values: dict[str, object]
    ) -> list[tuple[int, float]]:
        """The newest records, but for those that hold what is left out."""
        match = " OR ".join(map(_quoted, without))
        left_out = "id NOT IN (SELECT rowid FROM prior_record_fts WHERE prior_record_fts MATCH :match)"
        sql = _NEWEST_FIRST.format(conditions=f"{conditions} AND {left_out}")
        return [(row["id"], 0.0) for row in self._db.rows(sql, {**values, "match": match})]

    def _beginning_with(self, word: str, conditions: str, values: dict[str, object], records: int) -> Retrieved:
        """The newest records with a word in claim or title that begins so, for a beginning of a letter or two."""
        rows = self._db.rows(_TEXTS.format(conditions=conditions), {**values, "limit": _NEWEST})
        ids = [(row["id"], 0.0) for row in rows if _begins(word, row["text"])]
        return self._read(ids[: int(str(values["limit"]))], {}, records)

    def _alternatives(self, term: Term) -> dict[str, int]:
        """Stems to look for, with how many records hold each: the word's, or where none does those nearest to it."""
        held = self._vocabulary.held([term.stem])
        return held or self._vocabulary.nearest(term.stem) or {term.stem: 0}

    def _beginnings(self, term: Term | None) -> dict[str, int] | None:
        """Stems of words that begin so, with how many records hold each; None for a beginning that is too short."""
        if term is None:
            return {}
        if len(term.word) < _SHORT:
            return None
        return self._vocabulary.beginning_with(term) or self._alternatives(term)

    def _read(self, ids: Sequence[object], frequencies: dict[str, int], records: int) -> Retrieved:
        """The records themselves, in the order of their ids as found."""
        scores = {int(row[0]): float(row[1]) for row in ids}  # type: ignore[index]
        rows = self._db.rows(
            f"SELECT {RECORD_COLUMNS} FROM prior_record WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(scores))],
        )
        by_id = {row["id"]: prior_record(row) for row in rows}
        found = tuple(Candidate(by_id[record_id], score) for record_id, score in scores.items() if record_id in by_id)
        return Retrieved(found, frequencies, records)


def _quoted(words: str) -> str:
    return f'"{words}"'


def _sql(conditions: Sequence[Condition]) -> tuple[str, dict[str, object]]:
    """The conditions as SQL on ``prior_record``, and its values."""
    parts = [_FOUND]
    values: dict[str, object] = {}
    for number, (field, value, excluded) in enumerate(conditions):
        name = f"c{number}"
        part = _CONDITIONS[field].format(field=field.value, name=name)
        parts.append(f"NOT ({part})" if excluded else part)
        values[name] = value.lower()
    return " AND ".join(f"({part})" for part in parts), values


def _begins(word: str, text: str) -> bool:
    return any(piece.startswith(word) for piece in text.casefold().split())


def _first_with(word: str, found: Retrieved) -> Retrieved:
    """The candidates that have a word that begins so; all of them when none has."""
    having = tuple(one for one in found.candidates if _begins(word, _text(one.record)))
    return Retrieved(having or found.candidates, found.frequencies, found.records)


def _text(record: PriorRecord) -> str:
    return f"{record.claim} {record.title} {record.body[:5000]}"
