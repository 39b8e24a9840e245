"""Claims as the desk keeps them, each with its current verdict, read from the newest entries of the log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Claim, ClaimKind, ClaimStatus, Nature, SetAside, Verdict
from factcheck_tui.store.database import Database

_COLUMNS = """
claim.*, claim_status.set_aside, claim_status.claimant AS says, claim_status.search_words,
claim_status.verdict, claim_status.checker, claim_status.decided_at,
claim_status.note, claim_status.flag, claim_status.links, claim_status.suggested_wording,
claim_status.sources, claim_status.primary_sources, claim_status.tags, claim_status.was
"""
_INSERT = (
    'INSERT INTO claim (article_id, start, "end", text, kind, nature, found_as, claimant, cue, reported_by, priority,'
    " reasons, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FROM = "FROM claim JOIN claim_status ON claim_status.id = claim.id"


class Claims:
    """The table ``claim`` and the view ``claim_status``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, article_id: int, claims: Iterable[Claim]) -> None:
        """Keep the pieces of an article."""
        self._db.run_many(_INSERT, [_values(article_id, claim) for claim in claims])

    def add_one(self, article_id: int, claim: Claim) -> int:
        """Keep one more piece of an article; gives its id."""
        return self._db.run(_INSERT, _values(article_id, claim))

    def of_article(self, article_id: int) -> list[ClaimStatus]:
        """All pieces of an article in reading order, those set aside among them, but not what was withdrawn.

        Numbers are counted, not kept: setting a piece aside or bringing it back renumbers what follows.
        """
        rows = self._db.rows(
            f"SELECT {_COLUMNS} {_FROM} WHERE claim.article_id = ? AND set_aside <> ? ORDER BY claim.start, claim.id",
            [article_id, SetAside.WITHDRAWN],
        )
        number = 0
        pieces = []
        for row in rows:
            number += not row["set_aside"]
            pieces.append(_status(row, 0 if row["set_aside"] else number))
        return pieces

    def as_found(self, article_id: int) -> list[Claim]:
        """All pieces of an article in the order in which they were kept, as they were before anybody decided."""
        rows = self._db.rows(
            "SELECT *, found_as AS set_aside, claimant AS says, '' AS search_words"
            " FROM claim WHERE article_id = ? ORDER BY id",
            [article_id],
        )
        return [_claim(row, 0) for row in rows]

    def shared(self, texts: Collection[str]) -> dict[int, int]:
        """Article id -> how many of these texts are pieces of it, word for word."""
        rows = self._db.rows(
            "SELECT article_id, count(DISTINCT text) AS pieces FROM claim"
            " WHERE text IN (SELECT value FROM json_each(?)) GROUP BY article_id",
            [json.dumps(list(texts))],
        )
        return {row["article_id"]: row["pieces"] for row in rows}

    def get(self, claim_id: int) -> ClaimStatus:
        """:raises NotFoundError: when there is none with this id"""
        row = self._db.row(f"SELECT {_COLUMNS} {_FROM} WHERE claim.id = ?", [claim_id])
        if row is None:
            raise NotFoundError(f"There is no claim with the id {claim_id}.")
        number = self._db.value(
            "SELECT count(*) FROM claim_status WHERE article_id = ? AND set_aside = '' AND (start, id) <= (?, ?)",
            [row["article_id"], row["start"], claim_id],
        )
        return _status(row, 0 if row["set_aside"] else number)

    def numbers(self, article_id: int) -> dict[int, int]:
        """Claim id -> number today, of an article's claims; what is set aside has none."""
        rows = self._db.rows(
            "SELECT id FROM claim_status WHERE article_id = ? AND set_aside = '' ORDER BY start, id", [article_id]
        )
        return {row["id"]: number for number, row in enumerate(rows, 1)}

    def unmatched(self, article_id: int, edition: int) -> list[int]:
        """Ids of the article's claims whose matches are older than this edition of the archive, in reading order."""
        rows = self._db.rows(
            "SELECT claim.id FROM claim JOIN claim_status ON claim_status.id = claim.id"
            " WHERE claim.article_id = ? AND claim.matched_with < ? AND claim_status.set_aside = ''"
            " ORDER BY claim.start, claim.id",
            [article_id, edition],
        )
        return [row["id"] for row in rows]

    def matched_with(self, claim_id: int) -> int:
        """The archive's edition that the claim's kept matches were worked out with; 0: they never were."""
        return int(self._db.value("SELECT matched_with FROM claim WHERE id = ?", [claim_id]) or 0)


def _values(article_id: int, claim: Claim) -> tuple[object, ...]:
    return (
        article_id,
        claim.start,
        claim.end,
        claim.text,
        claim.kind,
        claim.nature or "",
        claim.set_aside or "",
        claim.claimant,
        claim.cue,
        claim.reported_by,
        claim.priority,
        json.dumps(claim.reasons, ensure_ascii=False),
        claim.place,
    )


def _claim(row: sqlite3.Row, number: int) -> Claim:
    return Claim(
        id=row["id"],
        article_id=row["article_id"],
        number=number,
        start=row["start"],
        end=row["end"],
        text=row["text"],
        kind=ClaimKind(row["kind"]),
        nature=Nature(row["nature"]) if row["nature"] else None,
        claimant=row["says"],
        cue=row["cue"],
        reported_by=row["reported_by"],
        priority=row["priority"],
        reasons=tuple(json.loads(row["reasons"])) if row["reasons"] != "[]" else (),
        set_aside=SetAside(row["set_aside"]) if row["set_aside"] else None,
        search_words=row["search_words"],
        place=row["place"],
    )


def _status(row: sqlite3.Row, number: int) -> ClaimStatus:
    return ClaimStatus(
        claim=_claim(row, number),
        verdict=Verdict(row["verdict"]),
        checker=row["checker"],
        decided_at=row["decided_at"],
        note=row["note"],
        flagged=bool(row["flag"]),
        linked=row["links"],
        suggested_wording=row["suggested_wording"],
        sources=row["sources"],
        primary_sources=row["primary_sources"],
        tags=tuple(row["tags"].split(", ")) if row["tags"] else (),
        was=row["was"],
    )
