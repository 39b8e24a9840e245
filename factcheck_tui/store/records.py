"""Prior records: what was imported, and the desk's own verdicts, which are prior records the moment they are set."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Aspect, Decision, ImportedRow, PriorRecord
from factcheck_tui.store.database import Database
from factcheck_tui.store.rows import RECORD_COLUMNS, prior_record

if TYPE_CHECKING:
    from factcheck_tui.store.merging import Comparison, Counts

OWN_DESK = "Own desk"
_CARRIED_ON = (  # the same words stand in the next draft, and its verdict is the one to be found
    "EXISTS (SELECT 1 FROM decision WHERE subject = CAST(claim.id AS TEXT) AND aspect = 'carried from' AND new <> ''"
    " AND id = (SELECT max(id) FROM decision AS later WHERE later.claim_id = decision.claim_id"
    " AND later.aspect = 'carried from' AND later.record_id IS NULL AND later.subject = decision.subject))"
)
_OWN_ID = (  # an imported record may have the id that the desk's own would have
    "coalesce((SELECT source_id FROM prior_record WHERE own_claim_id = claim.id),"
    " (SELECT 'own-' || claim.id WHERE NOT EXISTS (SELECT 1 FROM prior_record WHERE source_id = 'own-' || claim.id)),"
    " 'own-' || claim.id || '-' || lower(hex(randomblob(8))))"
)
_PUBLISHED = (Aspect.VERDICT, Aspect.NOTE, Aspect.SET_ASIDE, Aspect.CLAIMANT, Aspect.SEARCH_WORDS)


class Records:
    """The tables ``prior_record``, ``prior_record_raw``, ``archive_edition`` and ``article_edition``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def merge(self, rows: Sequence[ImportedRow], import_id: int) -> Counts:
        """Add rows that are new, update those that changed: see ``merging.merge``."""
        from factcheck_tui.store import merging

        return merging.merge(self._db, rows, import_id)

    def comparison(self) -> Comparison:
        """What merges would do, without doing them."""
        from factcheck_tui.store import merging

        return merging.Comparison(self._db)

    def publish_own(self, decisions: Iterable[Decision], day: str) -> None:
        """Bring the desk's own records in line with its decisions; runs in the transaction that logs them."""
        decisions = list(decisions)
        claims = {decision.claim_id for decision in decisions if decision.aspect in _PUBLISHED}
        claims |= {int(decision.subject) for decision in decisions if decision.aspect is Aspect.CARRIED}
        for claim_id in sorted(claims):
            self._publish(claim_id, day)
        if claims:
            self._new_edition_by_articles(claims)
        searched = [decision.claim_id for decision in decisions if decision.aspect is Aspect.SEARCH_WORDS]
        self._db.run_many("UPDATE claim SET matched_with = 0 WHERE id = ?", [(claim_id,) for claim_id in searched])

    def get(self, record_id: int) -> PriorRecord:
        """:raises NotFoundError: when there is none with this id"""
        row = self._db.row(f"SELECT {RECORD_COLUMNS} FROM prior_record WHERE id = ?", [record_id])
        if row is None:
            raise NotFoundError(f"There is no prior record {record_id} in this desk.")
        return prior_record(row)

    def find(self, source_id: str) -> PriorRecord:
        """The record that was imported under an id. :raises NotFoundError: when there is none"""
        row = self._db.row(f"SELECT {RECORD_COLUMNS} FROM prior_record WHERE source_id = ?", [source_id])
        if row is None:
            raise NotFoundError(f"There is no prior record “{source_id}” in this desk; `match` prints the ids.")
        return prior_record(row)

    def own(self, claim_id: int) -> PriorRecord | None:
        """The desk's own record of the verdict on a claim; None when nobody decided on it yet."""
        row = self._db.row(f"SELECT {RECORD_COLUMNS} FROM prior_record WHERE own_claim_id = ?", [claim_id])
        return prior_record(row) if row else None

    def newest(self, limit: int) -> list[PriorRecord]:
        """The records that came last."""
        rows = self._db.rows(
            f"SELECT {RECORD_COLUMNS} FROM prior_record WHERE own_claim_id IS NULL OR verdict <> 'pending'"
            " ORDER BY id DESC LIMIT ?",
            [limit],
        )
        return [prior_record(row) for row in rows]

    def count(self) -> int:
        """How many records there are to find."""
        own = "SELECT count(*) FROM prior_record WHERE own_claim_id IS NOT NULL AND verdict = 'pending'"
        return int(self._db.value(f"SELECT (SELECT count(*) FROM prior_record) - ({own})"))

    def edition(self) -> int:
        """A number that goes up with every change of the archive."""
        return int(self._db.value("SELECT edition FROM archive_edition"))

    def edition_for(self, article_id: int) -> int:
        """The newest edition that concerns an article's matches: its own verdicts are no prior records for it."""
        return int(
            self._db.value(
                "SELECT max(of_records, coalesce((SELECT edition FROM article_edition WHERE article_id <> ?"
                " ORDER BY edition DESC LIMIT 1), 0)) FROM archive_edition",
                [article_id],
            )
        )

    def new_edition(self) -> None:
        """Say that the archive changed: matches worked out before are to be worked out anew."""
        self._db.run("UPDATE archive_edition SET edition = edition + 1, of_records = edition + 1")

    def _new_edition_by_articles(self, claims: Iterable[int]) -> None:
        """Say that the verdicts on claims changed: matches of all other articles are to be worked out anew."""
        self._db.run("UPDATE archive_edition SET edition = edition + 1")
        self._db.run(
            "INSERT INTO article_edition (article_id, edition)"
            " SELECT DISTINCT article_id, (SELECT edition FROM archive_edition) FROM claim"
            " WHERE id IN (SELECT value FROM json_each(?))"
            " ON CONFLICT (article_id) DO UPDATE SET edition = excluded.edition",
            [json.dumps(list(claims))],
        )

    def _publish(self, claim_id: int, day: str) -> None:
        self._db.run(
            "INSERT INTO prior_record (source_id, claim, title, body, claimant, claim_date, rating, verdict,"
            " publisher, review_date, language, own_claim_id)"
            f" SELECT {_OWN_ID}, claim.text, article.title,"
            "   trim(status.search_words || char(10) || status.note, char(10)), status.claimant,"
            "   substr(article.published, 1, 10), status.verdict,"
            f"   CASE WHEN status.set_aside = '' AND NOT {_CARRIED_ON} THEN status.verdict ELSE 'pending' END,"
            "   :publisher, :day,"
            "   article.language, claim.id"
            " FROM claim JOIN article ON article.id = claim.article_id"
            " JOIN claim_status AS status ON status.id = claim.id WHERE claim.id = :claim"
            " ON CONFLICT (source_id) DO UPDATE SET claim = excluded.claim, title = excluded.title,"
            "   body = excluded.body, claimant = excluded.claimant, rating = excluded.rating,"
            "   verdict = excluded.verdict, publisher = excluded.publisher, review_date = excluded.review_date,"
            "   language = excluded.language, url = excluded.url, claim_date = excluded.claim_date",
            {"claim": claim_id, "day": day, "publisher": OWN_DESK},
        )
