"""A desk as after years of use, made in bulk: records, articles, claims, matches and a log, in their shares.

The records' words are as frequent as in real ones (``importing.made``); the claims are made in the same way, so that
they have prior records. The log is written as the desk writes it, in the order of its articles: marks, notes, flags,
tags, links, sources, and some steps undone; the verdicts that stand are prior records.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from importing import made

from factcheck_tui.store import Store

AT = "2025-05-01T10:00:00.000Z"
CHECKERS = tuple(f"checker {number}" for number in range(20))
PUBLISHERS = tuple(f"Gazette {number}" for number in range(200))
RATINGS = ("True", "False", "Half true", "Misleading", "Unproven")
VERDICTS = ("confirmed", "disputed", "pending")
MATCHES = 8  # of a claim
LINES = 5  # of the log, for a claim, on average
CLAIMS = 50  # of an article
EDITION = 1_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much a desk holds."""

    records: int
    articles: int

    @property
    def claims(self) -> int:
        return CLAIMS * self.articles

    @property
    def lines(self) -> int:
        return LINES * self.claims


def make(path: Path, size: Size) -> None:
    """Write a desk of a size to a new file."""
    Store(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA synchronous = OFF")  # what is lost here is made again
        db.execute("PRAGMA cache_size = -200000")
        chance = random.Random(1)
        with db:
            db.execute("UPDATE archive_edition SET edition = ?, bulk = 1", [EDITION])
            _insert(db, "import_log", [_import(size)])
            _insert(db, "prior_record", _records(size.records))
            _insert(
                db, "prior_record_raw", ((number, 1, number, "{}", "", "") for number in range(1, size.records + 1))
            )
            texts = list(_articles(db, size))
            _insert(db, "match", _matches(size, chance))
            own = _log(db, texts, size, chance)
            _insert(db, "prior_record", own)
        with db:
            db.execute("INSERT INTO prior_record_fts (prior_record_fts) VALUES ('rebuild')")
            db.execute("UPDATE archive_edition SET bulk = 0")


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    rows = iter(rows)
    first = next(rows, None)
    if first is not None:
        sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        db.execute(sql, first)
        db.executemany(sql, rows)


def _import(size: Size) -> tuple[Any, ...]:
    return (1, "archive.ndjson", "ndjson", size.records, 0, 0, 0, 1, "Ada", AT, "")


def _records(count: int) -> Iterator[tuple[Any, ...]]:
    for number, record in enumerate(made(("snopes",), count), 1):
        rating = RATINGS[number % len(RATINGS)]
        verdict = {"True": "confirmed", "False": "disputed"}.get(rating)
        day = f"{1995 + number * 30 // count}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        publisher = PUBLISHERS[number % len(PUBLISHERS)]
        texts = (record["claim"], record["title"], record.get("body", ""), "")
        yield number, record["id"], *texts, day, rating, verdict, publisher, day, record["url"], "en", None


def _articles(db: sqlite3.Connection, size: Size) -> Iterator[str]:
    """Keep articles whose paragraphs are their claims; gives the claims' texts in the order of their ids."""
    words = (record["claim"] for record in made(("snopes",), size.claims))
    for article in range(1, size.articles + 1):
        lines = [
            f"{line.strip() or 'It is so'} ({article}.{place})" for place, line in enumerate(islice(words, CLAIMS))
        ]
        text = "\n\n".join(lines) + "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        _insert(db, "article", [(article, lines[0], text, digest, f"{article}.txt", "", "Gazette", "2025-05-01", "",
                                 "en", "Ada", AT, None)])  # fmt: skip
        start, rows = 0, []
        for place, line in enumerate(lines):
            number = CLAIMS * (article - 1) + place + 1
            kind = "statement" if place else "headline"
            rows.append(
                (number, article, start, start + len(line), line, kind, "", "", "", 50, "[]", EDITION, "", "", "")
            )
            start += len(line) + 2
        _insert(db, "claim", rows)
        yield from lines


def _matches(size: Size, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    for claim in range(1, size.claims + 1):
        for rank, record in enumerate(sorted(chance.sample(range(1, size.records + 1), MATCHES))):
            why = '[["12 words alike: one, two, three", 2.5], ["numbers alike", 0.7]]'
            yield claim, record, 90 - 9 * rank, "possible", why, "[]", "[[0, 5], [9, 14]]", "[[3, 8]]"


def _log(db: sqlite3.Connection, texts: list[str], size: Size, chance: random.Random) -> list[tuple[Any, ...]]:
    """Write the log, ``LINES`` for each claim; gives the verdicts that stand as prior records."""
    steps: list[tuple[Any, ...]] = []
    lines: list[tuple[Any, ...]] = []
    sources: list[tuple[Any, ...]] = []
    own: list[tuple[Any, ...]] = []

    def say(claim: int, aspect: str, old: str, new: str, record: int | None = None, subject: str = "") -> None:
        number = len(steps) + 1
        steps.append((number, "do", None, CHECKERS[claim // CLAIMS % len(CHECKERS)], AT, f"{number:032x}"))
        lines.append((len(lines) + 1, number, claim, aspect, record, subject, old, new, len(lines) + 1))

    def take_back() -> None:
        number, (_, _, claim, aspect, record, subject, old, new, _) = len(steps) + 1, lines[-1]
        steps.append((number, "undo", number - 1, steps[-1][3], AT, f"{number:032x}"))
        lines.append((len(lines) + 1, number, claim, aspect, record, subject, new, old, None))

    for claim, text in enumerate(texts, 1):
        verdict = VERDICTS[claim % 2]
        if claim % 10 == 0:  # undone first, then marked otherwise
            say(claim, "flag", "", "flagged")
            take_back()
        else:
            say(claim, "verdict", "pending", VERDICTS[(claim + 1) % 2])
            say(claim, "note", "", f"The register of year {claim % 90} says so.")
        say(claim, "verdict", "pending" if claim % 10 == 0 else VERDICTS[(claim + 1) % 2], verdict)
        if claim % 5:
            say(claim, "tag", "", "tagged", subject=f"topic {claim % 40}")
        else:
            source = len(sources) + 1
            sources.append(
                (source, claim, "primary", "The register", f"https://example.org/{claim}", "p. 3", "", "for", 0)
            )
            say(claim, "evidence", "", str(source), subject=str(source))
        while len(lines) < LINES * claim:
            say(claim, "match", "", "linked" if claim % 2 else "dismissed", record=chance.randint(1, size.records))
        article = (claim - 1) // CLAIMS
        own.append((size.records + claim, f"own-{claim}", text, texts[article * CLAIMS], "", "", "2025-05-01", verdict,
                    verdict, "Own desk", "2025-05-01", "", "en", claim))  # fmt: skip
    _insert(db, "step", steps)
    _insert(db, "evidence", sources)
    _insert(db, "decision", lines)
    return own
