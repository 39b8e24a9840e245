"""Small values for the tests of the store, the desk and its faces: say what matters, the rest is filled in.

Every text here is our own.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from factcheck_tui.desk import Desk, searching
from factcheck_tui.model import (
    Article,
    Aspect,
    Band,
    Change,
    Claim,
    Evidence,
    ImportedRow,
    Match,
    PriorRecord,
    Reason,
    Verdict,
)
from factcheck_tui.store import Store

AT = "2025-05-01T10:00:00.000Z"
DAY = "2025-05-01"
_numbers = itertools.count(1)


def make_article(text: str = "The tower is 300 metres tall.\n", **fields: Any) -> Article:
    """An article with this text; its first line is its title."""
    return Article(text=text, **{"title": text.strip().split("\n")[0], "source": "tower.txt", **fields})


def make_claims(text: str, **fields: Any) -> list[Claim]:
    """Every line of a text that is not empty as a claim, with its offsets."""
    lines = text.split("\n")
    starts = itertools.accumulate((len(line) + 1 for line in lines), initial=0)
    return [
        Claim(start=start, end=start + len(line), text=line, **fields)
        for start, line in zip(starts, lines, strict=False)
        if line
    ]


def make_record(claim: str = "The tower is 330 metres tall", **fields: Any) -> PriorRecord:
    """A prior record of this claim under an id that no other has."""
    return PriorRecord(claim=claim, **{"source_id": f"r{next(_numbers)}", **fields})


def near_records() -> list[PriorRecord]:
    """Five records that share a word with the claim of ``make_article``'s towers and say something else."""
    things = (("Leeds", "spring"), ("York", "May"), ("Hull", "autumn"), ("Bath", "winter"), ("Truro", "June"))
    return [make_record(f"The mayor of {town} opened {n} schools in {when}") for n, (town, when) in enumerate(things)]


def make_row(record: PriorRecord, line: int = 1) -> ImportedRow:
    """A record as a line of an import."""
    return ImportedRow(line, record, json.dumps({"claim": record.claim}))


def make_match(record: PriorRecord, score: int = 80, **fields: Any) -> Match:
    """A match with a record, with one reason."""
    return Match(record=record, score=score, **{"band": Band.STRONG, "why": (Reason("same words", 1.5),), **fields})


def make_evidence(claim_id: int, **fields: Any) -> Evidence:
    """A source of a claim."""
    return Evidence(claim_id=claim_id, **{"title": "The register of towers", **fields})


def marked(claim_id: int, verdict: Verdict | str, **fields: Any) -> Change:
    """A verdict on a claim."""
    return Change(claim_id=claim_id, aspect=Aspect.VERDICT, new=verdict, **fields)


def keep_article(store: Store, *lines: str, **fields: Any) -> list[int]:
    """Keep an article whose lines are its claims; gives the claims' ids in reading order."""
    article = make_article("\n".join(lines) + "\n", **fields)
    with store.writing():
        article_id = store.articles.add(article, "Ada", AT)
        store.claims.add(article_id, make_claims(article.text))
    return [status.claim.id for status in store.claims.of_article(article_id)]


def keep_records(store: Store, *records: PriorRecord) -> list[PriorRecord]:
    """Take records into the archive; gives them with their ids."""
    with store.writing():
        import_id = store.imports.begin("records.ndjson", "ndjson", "Ada", AT)
        store.records.merge([make_row(record, line) for line, record in enumerate(records, 1)], import_id)
        store.records.new_edition()
    return [store.records.find(record.source_id) for record in records]


def decide(store: Store, checker: str, *changes: Change) -> None:
    """Log changes and bring the desk's own records in line, as the desk does."""
    with store.writing():
        step = store.decisions.record(changes, checker, AT)
        store.records.publish_own(step.decisions if step else (), DAY)


def searched(store: Store, typed: str) -> list[str]:
    """The claims of the records that a search of a store finds, as the desk searches."""
    return [record.claim for record in searching.search(store, typed, 300)]


def ticking(start: datetime = datetime(2025, 5, 1, 10, tzinfo=UTC)) -> Iterator[datetime]:
    """Times a minute apart."""
    return (start + timedelta(minutes=minute) for minute in itertools.count())


def make_desk(path: Path, checker: str = "Ada", *, start: datetime = datetime(2025, 5, 1, 10, tzinfo=UTC)) -> Desk:
    """A desk whose clock goes on a minute with each look at it."""
    return Desk(Store(path), checker, clock=ticking(start).__next__)


def write_records(path: Path, records: Sequence[PriorRecord]) -> Path:
    """An NDJSON file of prior records, as formats.md says them."""
    rows = [
        {
            "id": record.source_id,
            "claim": record.claim,
            "title": record.title,
            "body": record.body,
            "rating": record.rating,
            "claimant": record.claimant,
            "claim_date": record.claim_date,
            "publisher": record.publisher,
            "review_date": record.review_date,
            "url": record.url,
            "language": record.language,
        }
        for record in records
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a desk's file, read by SQLite alone."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith("prior_record_fts_") and name != "prior_record_vocab"
        ]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
