"""A file that another program holds: writes wait, then say so and change nothing; reads go on."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from factories import (
    AT,
    DAY,
    contents,
    keep_article,
    keep_records,
    make_article,
    make_claims,
    make_evidence,
    make_match,
    make_record,
    make_row,
    marked,
)

from factcheck_tui import model
from factcheck_tui.errors import BusyError
from factcheck_tui.model import Verdict
from factcheck_tui.store import InterruptedQueryError, Store, database
from factcheck_tui.store.ratings import Basis

SHORT = 0.02
RECORD = make_record()
SEARCH = model.Search(typed="tower", terms=(model.Term("tower", "tower"),))
QUERY = model.Query("tower", (model.Term("tower", "tower"),))
REPORT = model.ImportReport(source="a", format="ndjson", refused=1)
EXPORT = model.ExportReport(path="a.csv", format="csv", rows=0, sha256="", counts={})
LINE = model.Decision(id=0, step_id=0, act="do", claim_id=1, aspect=model.Aspect.VERDICT, old="pending",
                      new="confirmed", checker="Ada", at=AT)  # fmt: skip

WRITES: dict[str, Callable[[Store], object]] = {
    "articles.add": lambda store: store.articles.add(make_article("New.\n"), "Ada", AT),
    "articles.set_revises": lambda store: store.articles.set_revises(1, 1),
    "claims.add": lambda store: store.claims.add(1, make_claims("New.\nTwo.\n")),
    "claims.add_one": lambda store: store.claims.add_one(1, make_claims("New.\n")[0]),
    "records.merge": lambda store: store.records.merge([make_row(RECORD)], 1),
    "records.publish_own": lambda store: store.records.publish_own([LINE], DAY),
    "records.new_edition": lambda store: store.records.new_edition(),
    "matches.keep": lambda store: store.matches.keep(1, [make_match(store.records.get(1))], 1),
    "matches.keep_one": lambda store: store.matches.keep_one(1, make_match(store.records.get(1))),
    "word_list.refresh": lambda store: store.word_list.refresh(),
    "aliases.add": lambda store: store.aliases.add(["Grey Point", "Punta Gris"]),
    "aliases.put": lambda store: store.aliases.put(["ISIL"], [["ISIS", "Daesh"]]),
    "aliases.remove": lambda store: store.aliases.remove("ISIL"),
    "decisions.record": lambda store: store.decisions.record([marked(1, Verdict.DISPUTED)], "Ada", AT),
    "decisions.undo": lambda store: store.decisions.undo("Ada", AT),
    "decisions.redo": lambda store: store.decisions.redo("Ben", AT),
    "evidence.add": lambda store: store.evidence.add(make_evidence(1)),
    "presence.be_at": lambda store: store.presence.be_at("other", "Ada", 2, AT),
    "presence.leave": lambda store: store.presence.leave("session"),
    "ratings.add_missing": lambda store: store.ratings.add_missing({"Half true": Verdict.DISPUTED}),
    "ratings.set": lambda store: store.ratings.set({"half true": Verdict.DISPUTED}),
    "ratings.judge": lambda store: store.ratings.judge(Basis("False", ("False",), None), Verdict.DISPUTED),
    "imports.begin": lambda store: store.imports.begin("b.csv", "csv", "Ada", AT),
    "imports.refuse": lambda store: store.imports.refuse(1, [model.Refusal(1, "no claim", "{}")]),
    "imports.remember_columns": lambda store: store.imports.remember_columns(["a"], {"a": "claim"}, "Ada", AT),
    "imports.end": lambda store: store.imports.end(1, REPORT),
    "exchange.append": lambda store: store.exchange.append(replace(LINE, uid="a", stands_uid="a")),
    "exports.log": lambda store: store.exports.log(EXPORT, {}, "Ada", AT),
    "bookmarks.set": lambda store: store.bookmarks.set("Ada", 1, 1, AT),
    "preferences.set": lambda store: store.preferences.set("Ada", {"top": "40"}),
}
READS: dict[str, Callable[[Store], object]] = {
    "articles.same_text": lambda store: store.articles.same_text("One.\n"),
    "articles.get": lambda store: store.articles.get(1),
    "articles.find": lambda store: store.articles.find("1"),
    "articles.listed": lambda store: store.articles.listed(),
    "articles.ids": lambda store: store.articles.ids(),
    "articles.known": lambda store: store.articles.known(),
    "articles.is_away": lambda store: store.articles.is_away(1),
    "articles.progress": lambda store: store.articles.progress(),
    "claims.of_article": lambda store: store.claims.of_article(1),
    "claims.as_found": lambda store: store.claims.as_found(1),
    "claims.shared": lambda store: store.claims.shared(["One."]),
    "claims.get": lambda store: store.claims.get(1),
    "claims.unmatched": lambda store: store.claims.unmatched(1, 9),
    "claims.article_of": lambda store: store.claims.article_of(1),
    "claims.matched_with": lambda store: store.claims.matched_with(1),
    "records.comparison": lambda store: store.records.comparison().compare([make_row(RECORD)]),
    "records.get": lambda store: store.records.get(1),
    "records.find": lambda store: store.records.find("known"),
    "searching.find": lambda store: store.searching.find(SEARCH, 5, str),
    "records.own": lambda store: store.records.own(1),
    "records.newest": lambda store: store.records.newest(5),
    "records.count": lambda store: store.records.count(),
    "records.edition": lambda store: store.records.edition(),
    "records.edition_for": lambda store: store.records.edition_for(1),
    "aliases.all": lambda store: store.aliases.all(),
    "word_list.held": lambda store: store.word_list.held(["tower"]),
    "word_list.near": lambda store: store.word_list.near(["towr"]),
    "candidates.find": lambda store: store.candidates.find(QUERY),
    "matches.of_claim": lambda store: store.matches.of_claim(1),
    "matches.linked": lambda store: store.matches.linked(1),
    "matches.best": lambda store: store.matches.best(1),
    "matches.uses": lambda store: store.matches.uses(1, 5),
    "matches.kept": lambda store: store.matches.kept(1, 1),
    "decisions.step": lambda store: store.decisions.step(1),
    "decisions.to_undo": lambda store: store.decisions.to_undo("Ada"),
    "decisions.to_redo": lambda store: store.decisions.to_redo("Ada"),
    "decisions.standing": lambda store: store.decisions.standing(1),
    "decisions.decided": lambda store: store.decisions.decided(1),
    "decisions.of_claim": lambda store: store.decisions.of_claim(1),
    "decisions.of_article": lambda store: store.decisions.of_article(1),
    "decisions.last_id": lambda store: store.decisions.last_id(),
    "decisions.after": lambda store: store.decisions.after(0, 5),
    "presence.others": lambda store: store.presence.others("other", ""),
    "decisions.recent": lambda store: store.decisions.recent(5),
    "claims.numbers": lambda store: store.claims.numbers(1),
    "evidence.of_claim": lambda store: store.evidence.of_claim(1),
    "evidence.wordings": lambda store: store.evidence.wordings(1),
    "evidence.get": lambda store: store.evidence.get(1),
    "evidence.says": lambda store: store.evidence.says(make_evidence(1, wording=1)),
    "exchange.archive": lambda store: list(store.exchange.archive()),
    "exchange.unknown": lambda store: store.exchange.unknown(["known"]),
    "exchange.step_id": lambda store: store.exchange.step_id("a"),
    "exchange.uid": lambda store: store.exchange.uid(),
    "ratings.in_use": lambda store: store.ratings.in_use(),
    "ratings.bases": lambda store: store.ratings.bases(["False"]),
    "ratings.all": lambda store: store.ratings.all(),
    "imports.columns_of": lambda store: store.imports.columns_of(["a"]),
    "bookmarks.claim": lambda store: store.bookmarks.claim("Ada", 1),
    "bookmarks.article": lambda store: store.bookmarks.article("Ada"),
    "preferences.all": lambda store: store.preferences.all("Ada"),
}


@pytest.fixture
def store(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with something of every noun, that waits for a moment only."""
    monkeypatch.setattr(database, "BUSY_SECONDS", SHORT)
    with closing(Store(path)) as store:
        keep_article(store, "One.", "Two.")
        keep_records(store, make_record("The tower", source_id="known", rating="False"))
        with store.writing():
            store.decisions.record([marked(1, Verdict.CONFIRMED)], "Ada", AT)
            store.decisions.record([marked(2, Verdict.CONFIRMED)], "Ben", AT)
            store.decisions.undo("Ben", AT)
            store.presence.be_at("session", "Eve", 1, AT)
            store.evidence.add(make_evidence(1))
            source = model.Change(claim_id=1, aspect=model.Aspect.EVIDENCE, subject="1", new="1")
            store.decisions.record([source], "Eve", AT)
        yield store


@pytest.fixture
def another(path: Path, store: Store) -> Iterator[sqlite3.Connection]:
    """Another program that holds the file for writing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def public(store: Store) -> set[str]:
    """Every public method of every noun of the store."""
    return {
        f"{noun}.{name}"
        for noun, value in vars(store).items()
        if not noun.startswith("_") and type(value).__module__.startswith("factcheck_tui.store")
        for name in dir(value)
        if not name.startswith("_")
    }


def test_every_public_method_is_tried_against_a_locked_file(store: Store) -> None:
    """A method that is added to the store is added to these tests."""
    assert public(store) == set(WRITES) | set(READS)


@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_write_to_a_locked_file_says_so_and_changes_nothing(
    store: Store, path: Path, another: sqlite3.Connection, name: str
) -> None:
    """No "database is locked" reaches a person: the sentence names the file, and that nothing was changed."""
    before = contents(path)
    with pytest.raises(BusyError, match="nothing was changed") as raised:
        WRITES[name](store)
    assert str(path) in str(raised.value)
    assert contents(path) == before


@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_write_succeeds_when_the_other_is_done(
    store: Store, path: Path, another: sqlite3.Connection, name: str
) -> None:
    """Tried again after the other program let go, the same call succeeds: the refusal left nothing half open."""
    with pytest.raises(BusyError), store.writing():
        WRITES[name](store)
    another.execute("ROLLBACK")
    before = contents(path)
    with store.writing():
        WRITES[name](store)
    assert contents(path) != before


@pytest.mark.parametrize("name", sorted(READS))
def test_reads_do_not_wait_for_a_writer(store: Store, another: sqlite3.Connection, name: str) -> None:
    """The desk can be read while an import runs."""
    READS[name](store)


def test_a_desk_opens_while_another_writes(store: Store, path: Path, another: sqlite3.Connection) -> None:
    """Opening a desk that needs no migration waits for nobody."""
    with closing(Store(path)) as second:
        assert second.records.count() == 1


def test_a_new_file_that_another_holds_is_said_to_be_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program makes the schema and takes too long, the wait ends with a sentence."""
    monkeypatch.setattr(database, "BUSY_SECONDS", SHORT)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError):
            Store(path)
    Store(path).close()


@pytest.mark.parametrize(("seconds", "words"), [(0.1, "for 0.1 seconds;"), (0.02, "for 0.02 seconds;")])
def test_the_sentence_tells_how_long_was_waited(
    store: Store, path: Path, another: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, seconds: float, words: str
) -> None:
    """The time in the sentence is the time that was waited, which is set when the file is opened."""
    monkeypatch.setattr(database, "BUSY_SECONDS", seconds)
    with closing(database.Database(path)) as db:
        assert db.value("PRAGMA busy_timeout") == round(seconds * 1000)
        with pytest.raises(BusyError, match=words), db.writing():
            raise AssertionError("the lock was given twice")
        assert db.value("PRAGMA busy_timeout") == round(seconds * 1000)  # reads wait as before


RECOVERING = """
import fcntl, sys, time
with open(sys.argv[1], "r+b") as index:
    fcntl.lockf(index, fcntl.LOCK_EX, 8, 120)  # all locks of the write-ahead log's index
    index.write(bytes(96))  # its head, twice: to be made anew from the log
    index.flush()
    print("held", flush=True)
    time.sleep(0.2)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks are told to SQLite by fcntl")
def test_a_log_that_another_is_recovering_is_waited_for(store: Store, path: Path) -> None:
    """A desk that is opened after a crash, or by several at once, has its log read anew by one; the others wait their
    turn. SQLite has a word of its own for that (SQLITE_BUSY_RECOVERY).
    """
    arguments = [sys.executable, "-c", RECOVERING, f"{path}-shm"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"held\n"
        with store.writing(wait=5):
            store.bookmarks.set("Ada", 1, 1, AT)
    assert store.bookmarks.article("Ada") == 1


def test_a_transaction_that_fails_writes_nothing(store: Store, path: Path) -> None:
    """What is written together is written or not: an error in the middle takes all of it back."""
    before = contents(path)
    with pytest.raises(ZeroDivisionError), store.writing():
        store.records.new_edition()
        with store.writing():
            store.bookmarks.set("Ada", 1, 1, AT)
        raise ZeroDivisionError
    assert contents(path) == before
    with store.writing():
        store.records.new_edition()
    assert contents(path) != before


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT {} FROM n"


@pytest.mark.parametrize(
    ("name", "kind", "view", "columns"),
    [
        ("claims.numbers", "VIEW", "claim_status", "1 AS id, -i AS article_id, '' AS set_aside, 0 AS start"),
        ("candidates.find", "TABLE", "prior_record_vocab", "'other' AS term, 1 AS doc"),
    ],
)
def test_a_query_that_is_no_longer_wanted_can_be_stopped(
    store: Store, path: Path, name: str, kind: str, view: str, columns: str
) -> None:
    """interrupt() from another thread ends what runs on the store, which can then be asked again."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DROP {kind} {view}")
        connection.execute(f"CREATE VIEW {view} AS {ENDLESS.format(columns)}")
    ended: list[Exception] = []

    def ask() -> None:
        try:
            READS[name](store)
        except (InterruptedQueryError, sqlite3.Error) as error:
            ended.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    while thread.is_alive():  # an interrupt before the query runs is lost
        store.interrupt()
        thread.join(0.01)
    assert [type(error) for error in ended] == [InterruptedQueryError]
    assert store.records.count() == 1
