"""Archives, queries and judgements of shared/data, as the quality scripts use them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from factcheck_tui.matching import Aliases
from factcheck_tui.model import ImportedRow, PriorRecord, Query, Retrieved
from factcheck_tui.store import Store

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ("snopes", "politifact")


class Judged(NamedTuple):
    """A query with what the archive answers to it and which records are the true ones."""

    query: Query
    retrieved: Retrieved
    true: frozenset[str]  # source ids
    aliases: Aliases  # of the archive

    def without_true(self) -> Retrieved:
        """What an archive would answer that does not hold the true records."""
        others = [found for found in self.retrieved.candidates if found.record.source_id not in self.true]
        return replace(self.retrieved, candidates=tuple(others))


def read_ndjson(path: Path) -> list[dict[str, str]]:
    """The objects of a file, one a line. Not by ``splitlines``: it also ends lines at U+2028 and U+0085."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def read_queries(folder: Path, split: str) -> list[tuple[str, frozenset[str]]]:
    """The queries of a split as (text, source ids of the true records)."""
    true: dict[str, set[str]] = {}
    for line in (folder / f"{split}.qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, record = line.split("\t")
        true.setdefault(query, set()).add(record)
    return [(line["text"], frozenset(true[line["id"]])) for line in read_ndjson(folder / f"{split}.queries.ndjson")]


def make_archive(path: Path, rows: Iterable[dict[str, str]]) -> Store:
    """A desk at ``path`` that holds ``rows`` as prior records."""
    store = Store(path)
    records = (PriorRecord(source_id=row.pop("id"), **row) for row in map(dict, rows))
    imported = [ImportedRow(line, record, "") for line, record in enumerate(records, start=1)]
    with store.writing():
        import_id = store.imports.begin(path.name, "ndjson", "quality", "2022-01-01T00:00:00.000Z")
        for first in range(0, len(imported), 500):
            store.records.merge(imported[first : first + 500], import_id)
    store.word_list.refresh()
    return store


def average_precision(ids: list[str], true: frozenset[str]) -> float:
    """Average precision of the first five."""
    found = 0
    total = 0.0
    for place, record in enumerate(ids[:5], start=1):
        if record in true:
            found += 1
            total += found / place
    return total / min(len(true), 5)
