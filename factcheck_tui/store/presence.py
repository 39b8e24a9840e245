"""Who is at which claim right now. No log: rows are overwritten every few seconds, and old ones mean nothing."""

from __future__ import annotations

from factcheck_tui.model import Presence
from factcheck_tui.store.database import Database


class PresenceTable:
    """The table ``presence``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def be_at(self, session: str, checker: str, claim_id: int, at: str) -> None:
        """Say that an open desk is at a claim."""
        self._db.run(
            "INSERT INTO presence (session, checker, claim_id, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET checker = excluded.checker, claim_id = excluded.claim_id, at = excluded.at",
            [session, checker, claim_id, at],
        )

    def leave(self, session: str) -> None:
        """Say that an open desk is at no claim any more."""
        self._db.run("DELETE FROM presence WHERE session = ?", [session])

    def others(self, session: str, since: str) -> tuple[Presence, ...]:
        """Who else was at which claim at this time or later, by name."""
        rows = self._db.rows(
            "SELECT checker, claim_id FROM presence WHERE session <> ? AND at >= ? ORDER BY checker, session",
            [session, since],
        )
        return tuple(Presence(row["checker"], row["claim_id"]) for row in rows)
