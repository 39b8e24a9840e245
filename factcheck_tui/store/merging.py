"""Rows of an import merged into the archive, a batch at a time; and what a merge would do, without doing it.

The search indexes are kept here, for the whole batch by one statement each: in a trigger FTS5 writes what it has
gathered to the disk with every row, which takes three times as long. ``archive_edition.bulk`` tells the triggers,
within the batch's transaction, that they are not needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from factcheck_tui.model import ImportedRow, PriorRecord
from factcheck_tui.store.database import Database
from factcheck_tui.store.rows import IMPORTED

Values: TypeAlias = tuple[str | None, ...]  # of ``IMPORTED``

_INSERT = f"INSERT INTO prior_record (id, {', '.join(IMPORTED)}) VALUES (?, {', '.join('?' * len(IMPORTED))})"
_UPDATE = f"UPDATE prior_record SET {', '.join(f'{name} = ?' for name in IMPORTED[1:])} WHERE id = ?"
_RAW = (
    "INSERT OR REPLACE INTO prior_record_raw (record_id, import_id, line, raw, labels, by_scale)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_IDS = "id IN (SELECT value FROM json_each(?))"
_UNINDEX = (
    "INSERT INTO prior_record_fts (prior_record_fts, rowid, claim, title, body)"
    f" SELECT 'delete', id, claim, title, body FROM prior_record WHERE {_IDS}"
)
_INDEX = (
    "INSERT INTO prior_record_fts (rowid, claim, title, body)"
    f" SELECT id, claim, title, body FROM prior_record WHERE {_IDS} ORDER BY id"
)
_INDEX_UNSPACED = (
    "INSERT INTO prior_record_unspaced (rowid, claim, title)"
    f" SELECT id, claim, title FROM prior_record WHERE {_IDS} ORDER BY id"
)
# Characters of the scripts without spaces, as the triggers of that index know them; a GLOB takes ten times as long.
_UNSPACED = re.compile("[ก-ໟༀ-࿚က-႟ក-៹぀-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𱍏]")
_CLAIM, _TITLE = IMPORTED.index("claim"), IMPORTED.index("title")
_TEXTS = slice(_CLAIM, IMPORTED.index("body") + 1)  # what the index holds


class Counts(NamedTuple):
    """How many rows of a batch were added, updated and left alone."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


class _Known(NamedTuple):
    """A record that the archive holds; no values for this desk's own."""

    id: int
    values: Values | None


def merge(db: Database, rows: Sequence[ImportedRow], import_id: int) -> Counts:
    """Add rows that are new, update those that changed; of two under one id the later wins.

    A row under the id of one of this desk's own verdicts is left alone: only a checker changes those.
    """
    with db.writing():
        stored = _stored(db, rows)
        next_id = 1 + int(db.value("SELECT coalesce(max(id), 0) FROM prior_record"))
        known = dict(stored)
        raws: dict[int, ImportedRow] = {}
        counts = [0, 0, 0]
        for row in rows:
            source_id, values = row.record.source_id, _values(row.record)
            before = known.get(source_id)
            if before is None:
                known[source_id] = _Known(next_id, values)
                raws[next_id] = row
                next_id += 1
                counts[0] += 1
            elif before.values is not None and before.values != values:
                known[source_id] = _Known(before.id, values)
                raws[before.id] = row
                counts[1] += 1
            else:
                counts[2] += 1
        if raws:
            _write(db, stored, [record for record in known.values() if record.id in raws])
            db.run_many(_RAW, [_raw(record_id, import_id, row) for record_id, row in raws.items()])
    return Counts(*counts)


def _write(db: Database, stored: dict[str, _Known], changed: Iterable[_Known]) -> None:
    before = {record.id: record.values for record in stored.values()}
    new, old, texts, unspaced = [], [], [], []
    for record_id, values in changed:
        assert values is not None
        if record_id not in before:
            new.append((record_id, *values))
            if _UNSPACED.search(f"{values[_CLAIM]} {values[_TITLE]}"):
                unspaced.append(record_id)
            continue
        old.append((*values[1:], record_id))
        if values[_TEXTS] != (before[record_id] or ())[_TEXTS]:
            texts.append(record_id)
    db.run("UPDATE archive_edition SET bulk = 1")
    if texts:
        db.run(_UNINDEX, [json.dumps(texts)])
    db.run_many(_INSERT, new)
    db.run_many(_UPDATE, old)
    db.run(_INDEX, [json.dumps(texts + [values[0] for values in new])])
    if unspaced:
        db.run(_INDEX_UNSPACED, [json.dumps(unspaced)])
    db.run("UPDATE archive_edition SET bulk = 0")


class Comparison:
    """What ``merge`` would do with the batches of one import; nothing is written to the desk.

    What was compared before is remembered in a temporary table, so that a file of any size takes no more memory.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        db.run("DROP TABLE IF EXISTS temp.compared")
        db.run("CREATE TEMP TABLE compared (source_id TEXT PRIMARY KEY, fields INTEGER NOT NULL) WITHOUT ROWID")

    def compare(self, rows: Sequence[ImportedRow]) -> Counts:
        """The counts that a merge of the batch would give."""
        stored = _stored(self._db, rows)
        ids = json.dumps([row.record.source_id for row in rows])
        seen = {
            row["source_id"]: row["fields"]
            for row in self._db.rows(
                "SELECT * FROM temp.compared WHERE source_id IN (SELECT value FROM json_each(?))", [ids]
            )
        }
        counts, new = [0, 0, 0], {}
        for row in rows:
            source_id = row.record.source_id
            known = stored.get(source_id)
            if known is not None and known.values is None:
                counts[2] += 1
                continue
            before = seen.get(source_id, hash(known.values) if known else None)
            seen[source_id] = new[source_id] = hash(_values(row.record))
            counts[0 if before is None else 1 if before != seen[source_id] else 2] += 1
        self._db.run_many("INSERT OR REPLACE INTO temp.compared VALUES (?, ?)", list(new.items()))
        return Counts(*counts)


def _stored(db: Database, rows: Sequence[ImportedRow]) -> dict[str, _Known]:
    """source_id -> the record that the archive holds under it."""
    found = db.rows(
        f"SELECT id, own_claim_id, {', '.join(IMPORTED)} FROM prior_record"
        " WHERE source_id IN (SELECT value FROM json_each(?))",
        [json.dumps([row.record.source_id for row in rows])],
    )
    return {
        row["source_id"]: _Known(row["id"], tuple(row)[2:] if row["own_claim_id"] is None else None) for row in found
    }


def _raw(record_id: int, import_id: int, row: ImportedRow) -> tuple[object, ...]:
    labels = json.dumps(row.labels, ensure_ascii=False) if len(row.labels) > 1 else ""
    return (record_id, import_id, row.line, row.raw, labels, str(row.by_scale or ""))


def _values(record: PriorRecord) -> Values:
    return (
        record.source_id,
        record.claim,
        record.title,
        record.body,
        record.claimant,
        record.claim_date,
        record.rating,
        None if record.verdict is None else record.verdict.value,
        record.publisher,
        record.review_date,
        record.url,
        record.language,
    )
