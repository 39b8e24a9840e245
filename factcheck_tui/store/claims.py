"""Claims as the desk keeps them, each with its current verdict, read from the newest entries of the log."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Claim, ClaimKind, ClaimStatus, Nature, SetAside, Verdict
from factcheck_tui.store.database import Database

# in the order in which ``_claim`` and ``_status`` take them
_KEPT = tuple(
    f'claim."{name}"'
    for name in (
        *("id", "article_id", "start", "end", "text", "kind", "nature", "cue", "reported_by", "priority", "place"),
        "reasons",
    )
)
_AS_IT_STANDS = ("claim_status.set_aside", "claim_status.claimant", "claim_status.search_words")
_AS_FOUND = ("claim.found_as", "claim.claimant", "''")
_DECIDED = tuple(
    f"claim_status.{name}"
    for name in (
        *("verdict", "checker", "decided_at", "note", "flag", "links", "suggested_wording", "sources"),
        *("primary_sources", "tags", "was"),
    )
)
_COLUMNS = (*_KEPT, *_AS_IT_STANDS, *_DECIDED)
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
        found = self._db.at_once(
            _COLUMNS,
            f"{_FROM} WHERE claim.article_id = ? AND set_aside <> ? ORDER BY claim.start, claim.id",
            [article_id, SetAside.WITHDRAWN],
        )
        number = 0
        pieces = []
        for values in found:
            status = _status(values, number + 1)
            number += status.claim.is_claim
            pieces.append(status)
        return pieces

    def as_found(self, article_id: int) -> list[Claim]:
        """All pieces of an article in the order in which they were kept, as they were before anybody decided."""
        found = self._db.at_once((*_KEPT, *_AS_FOUND), "FROM claim WHERE article_id = ? ORDER BY id", [article_id])
        return [_claim(values, 0) for values in found]

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
        found = self._db.at_once(_COLUMNS, f"{_FROM} WHERE claim.id = ?", [claim_id])
        if not found:
            raise NotFoundError(f"There is no claim with the id {claim_id}.")
        number = self._db.value(
            "SELECT count(*) FROM claim_status JOIN claim AS here ON here.id = ?"
            " WHERE claim_status.article_id = here.article_id AND claim_status.set_aside = ''"
            " AND (claim_status.start, claim_status.id) <= (here.start, here.id)",
            [claim_id],
        )
        return _status(found[0], number)

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

    def article_of(self, claim_id: int) -> int:
        """The id of a claim's article. :raises NotFoundError: when there is no such claim"""
        article_id = self._db.value("SELECT article_id FROM claim WHERE id = ?", [claim_id])
        if article_id is None:
            raise NotFoundError(f"There is no claim with the id {claim_id}.")
        return int(article_id)

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


@lru_cache(4096)
def _reasons(kept: str) -> tuple[str, ...]:
    """Of a priority; the claims of an article share them."""
    return tuple(json.loads(kept))


def _claim(values: Sequence[Any], number: int) -> Claim:
    """A claim from its columns; of what is set aside the number is left out."""
    id, article_id, start, end, text, kind, nature, cue, reported_by, priority, place, reasons, *rest = values
    set_aside, claimant, search_words = rest
    return Claim(
        id=id,
        article_id=article_id,
        number=0 if set_aside else number,
        start=start,
        end=end,
        text=text,
        kind=ClaimKind(kind),
        nature=Nature(nature) if nature else None,
        claimant=claimant,
        cue=cue,
        reported_by=reported_by,
        priority=priority,
        reasons=_reasons(reasons),
        set_aside=SetAside(set_aside) if set_aside else None,
        search_words=search_words,
        place=place,
    )


def _status(values: Sequence[Any], number: int) -> ClaimStatus:
    """A claim with what was decided, from all columns."""
    *claim, verdict, checker, decided_at, note, flag, links, wording, sources, primary_sources, tags, was = values
    return ClaimStatus(
        claim=_claim(claim, number),
        verdict=Verdict(verdict),
        checker=checker,
        decided_at=decided_at,
        note=note,
        flagged=bool(flag),
        linked=links,
        suggested_wording=wording,
        sources=sources,
        primary_sources=primary_sources,
        tags=tuple(tags.split(", ")) if tags else (),
        was=was,
    )
