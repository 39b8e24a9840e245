"""Another desk's history taken into this one's, line by line.

Steps are told apart by their ``uid``, lines of one step by what they are about. What is here already is never changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from factcheck_tui.errors import OutputError, StoreError
from factcheck_tui.model import Decision, ImportedRow
from factcheck_tui.store import backup, database
from factcheck_tui.store.database import Database, said_in_words
from factcheck_tui.store.rows import RECORD_COLUMNS, prior_record


@contextmanager
def copied(source: Path) -> Iterator[Path]:
    """A copy of a desk's file that may be brought up to today's schema; the file itself is left as it is.

    :raises StoreError: when the file is no desk or cannot be read, or there is no room for the copy
    """
    import tempfile

    database.check_ours(source)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        fresh = Path(folder) / "theirs.db"
        try:
            with said_in_words(source), closing(Database(source, write=False)) as theirs:
                backup.copy(theirs, fresh)
        except OutputError as error:
            raise StoreError(f"{source} was not read. {error}") from error
        yield fresh


class Exchange:
    """The log and the archive as another desk sees them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def archive(self) -> Iterator[ImportedRow]:
        """Every imported record with the row that it came as, while it is asked for; not this desk's own verdicts."""
        with said_in_words(self._db.path):
            rows = self._db.conn.execute(
                f"SELECT {RECORD_COLUMNS}, coalesce(raw, '{{}}') AS raw FROM prior_record"
                " LEFT JOIN prior_record_raw ON prior_record_raw.record_id = prior_record.id"
                " WHERE own_claim_id IS NULL ORDER BY prior_record.id"
            )
            for number, row in enumerate(rows, 1):
                yield ImportedRow(number, prior_record(row), row["raw"])

    def unknown(self, source_ids: Sequence[str]) -> set[str]:
        """Which of these ids the archive holds no record under."""
        known = self._db.rows(
            "SELECT source_id FROM prior_record WHERE source_id IN (SELECT value FROM json_each(?))",
            [json.dumps(source_ids)],
        )
        return set(source_ids) - {row["source_id"] for row in known}

    def step_id(self, uid: str) -> int | None:
        """The step of this name, if this desk knows it."""
        found = self._db.value("SELECT id FROM step WHERE uid = ?", [uid])
        return None if found is None else int(found)

    def append(self, line: Decision) -> int:
        """Log a line under its own step, which is made where this desk does not know it; gives the line's id.

        Its claim, record and values must be this desk's; ``of_uid`` and ``stands_uid`` must name what is here, or it.
        """
        step_id = self.step_id(line.uid) or self._db.run(
            "INSERT INTO step (act, of_step, checker, at, uid) VALUES (?, ?, ?, ?, ?)",
            [line.act, self.step_id(line.of_uid), line.checker, line.at, line.uid],
        )
        line_id = int(self._db.value("SELECT coalesce(max(id), 0) + 1 FROM decision"))
        stands = self._stands(line, line_id)
        self._db.run(
            "INSERT INTO decision (id, step_id, claim_id, aspect, record_id, subject, old, new, stands)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                line_id,
                step_id,
                line.claim_id,
                line.aspect,
                line.record_id,
                line.subject,
                line.old,
                line.new,
                stands,
            ],
        )
        return line_id

    def uid(self) -> str:
        """A new name for a step, that no other step has."""
        return str(self._db.value("SELECT lower(hex(randomblob(16)))"))

    def _stands(self, line: Decision, line_id: int) -> int | None:
        """The line whose value stands after this one: of the step that it names, about the same thing.

        What was carried over from another draft stands by a line about the claim there. Where the step has neither
        (a list with a filter does not bring all), the line stands for itself.
        """
        if not line.stands_uid:
            return None
        if line.stands_uid == line.uid:
            return line_id
        found = self._db.value(
            "SELECT decision.id FROM decision JOIN step ON step.id = decision.step_id"
            " WHERE step.uid = :uid AND aspect = :aspect ORDER BY"
            " claim_id = :claim AND record_id IS :record AND subject = :subject DESC, new = :new DESC, decision.id"
            " LIMIT 1",
            {
                "uid": line.stands_uid,
                "aspect": line.aspect,
                "new": line.new,
                "claim": line.claim_id,
                "record": line.record_id,
                "subject": line.subject,
            },
        )
        return line_id if found is None else int(found)
