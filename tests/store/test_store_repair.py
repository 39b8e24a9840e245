"""Repair makes anew what is worked out from the rest, and touches nothing that a person decided."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import contents, decide, keep_article, keep_records, make_record, marked, searched

from factcheck_tui.errors import StoreError
from factcheck_tui.model import Verdict
from factcheck_tui.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with an article, records and a verdict."""
    claims = keep_article(store, "The tower is 300 metres tall.")
    keep_records(store, *(make_record(f"The tower is {number} metres tall") for number in range(20)))
    decide(store, "Ada", marked(claims[0], Verdict.DISPUTED))
    return store


BROKEN = {
    "an index out of step": "DROP TRIGGER prior_record_changed; UPDATE prior_record SET claim = 'other' WHERE id = 7",
    "a view of another's making": "DROP VIEW progress; CREATE VIEW progress AS SELECT 1 AS one",
    "a view that is gone": "DROP VIEW verdict_list",
    "an index that is gone": "DROP INDEX claim_of_article",
    "a log without its guard": "DROP TRIGGER decision_is_kept",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_can_be_made_anew_is(filled: Store, path: Path, name: str) -> None:
    """The problem is found, repair says what it was, and afterwards all is well with the same rows."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(BROKEN[name])
    rows = contents(path)
    found = filled.problems()
    assert found
    assert filled.repair() == found
    assert filled.problems() == []
    after = contents(path)
    assert {table: after[table] for table in after if not {"fts", "unspaced"} & set(table.split("_"))} == {
        table: rows[table] for table in rows if not {"fts", "unspaced"} & set(table.split("_"))
    }
    assert searched(filled, "other" if "step" in name else "tower")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), filled.writing():
        filled._db.run("UPDATE decision SET new = 'confirmed'")


def test_what_a_user_added_is_no_problem_and_stays(filled: Store, path: Path) -> None:
    """A view or an index of the user's own is neither reported nor dropped."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE VIEW mine AS SELECT 1 AS one; CREATE INDEX my_titles ON article(title)")
    assert filled.problems() == []
    filled.repair()
    with closing(sqlite3.connect(path)) as connection:
        left = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('mine', 'my_titles') ORDER BY name")
        assert left.fetchall() == [("mine",), ("my_titles",)]


def test_missing_rows_are_not_invented(filled: Store, path: Path) -> None:
    """Rows that are gone stay reported: only a copy brings them back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM article")
        connection.commit()
    assert any("article" in problem for problem in filled.repair())
    assert any("article" in problem for problem in filled.problems())


def test_a_file_that_may_not_be_written_is_said(filled: Store, path: Path) -> None:
    """Repair writes; where it may not, the sentence says so."""
    filled._db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="cannot be written"):
        filled.repair()
