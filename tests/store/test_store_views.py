"""The views: people who open the file with other programs see what the desk shows."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import AT, decide, keep_article, keep_records, make_evidence, make_match, make_record, marked

from factcheck_tui.model import Aspect, Change, Evidence, SetAside, SourceKind, Verdict
from factcheck_tui.store import Store


@pytest.fixture
def worked_on(store: Store) -> Store:
    """Two articles: verdicts by two checkers, an undo, a note, a flag, a link that stands and one taken back."""
    one, two, three, four = keep_article(store, "One.", "Two.", "Three.", "Four.", title="First")
    (five,) = keep_article(store, "Five.", title="Second")
    first, second = keep_records(
        store,
        make_record("One", publisher="Checks", rating="False", url="https://example.org/1"),
        make_record("Two"),
    )
    for record in (first, second):
        store.matches.keep_one(one, make_match(record))
    decide(store, "Ada", marked(one, Verdict.DISPUTED), marked(two, Verdict.CONFIRMED))
    decide(store, "Ben", marked(one, Verdict.CONFIRMED), marked(five, Verdict.DISPUTED))
    with store.writing():
        store.decisions.undo("Ben", AT)
    decide(store, "Ada", Change(claim_id=one, aspect=Aspect.NOTE, new="It is two."))
    decide(store, "Ada", Change(claim_id=two, aspect=Aspect.FLAG, new="flagged"))
    decide(store, "Ada", Change(claim_id=three, aspect=Aspect.SET_ASIDE, new=SetAside.CHECKER))
    for record, decision in ((first, "linked"), (second, "linked"), (second, "dismissed")):
        decide(store, "Ada", Change(claim_id=one, aspect=Aspect.MATCH, record_id=record.id, new=decision))
    decide(store, "Ada", Change(claim_id=two, aspect=Aspect.WORDING, new="Two and a half."))
    keep_evidence(store, "Ada", make_evidence(four, title="Register", kind=SourceKind.PRIMARY))
    removed = keep_evidence(store, "Ada", make_evidence(four, title="Letter"))
    keep_evidence(store, "Ben", make_evidence(four, title="Diary"))
    decide(store, "Ada", Change(claim_id=four, aspect=Aspect.EVIDENCE, subject=removed, new=""))
    return store


def keep_evidence(store: Store, checker: str, evidence: Evidence) -> str:
    """Add a source, as the desk does; gives its id as the log has it."""
    wording = str(store.evidence.add(evidence))
    decide(store, checker, Change(claim_id=evidence.claim_id, aspect=Aspect.EVIDENCE, subject=wording, new=wording))
    return wording


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_claim_status_is_what_the_desk_shows(worked_on: Store, path: Path) -> None:
    """Verdict, checker, time, note, flag and links of every piece, those set aside among them."""
    shown = [status for article in (1, 2) for status in worked_on.claims.of_article(article)]
    assert rows(path, 'SELECT id, article_id, start, "end", text, kind, set_aside, verdict, checker, decided_at, note,'
                      " flag, links, suggested_wording, sources, primary_sources FROM claim_status ORDER BY id") == [
        (s.claim.id, s.claim.article_id, s.claim.start, s.claim.end, s.claim.text, s.claim.kind,
         s.claim.set_aside or "", s.verdict, s.checker, s.decided_at, s.note, "flagged" if s.flagged else "", s.linked,
         s.suggested_wording, s.sources, s.primary_sources)
        for s in shown
    ]  # fmt: skip
    assert [(s.verdict, s.checker) for s in shown][:2] == [(Verdict.DISPUTED, "Ada"), (Verdict.CONFIRMED, "Ada")]


def test_progress_is_what_the_list_of_articles_shows(worked_on: Store, path: Path) -> None:
    """Claims counted by verdict, without what is set aside."""
    assert rows(path, "SELECT article_id, title, claims, confirmed, disputed, pending FROM progress"
                      " ORDER BY article_id DESC") == [
        (p.article.id, p.article.title, p.claims, p.confirmed, p.disputed, p.pending)
        for p in worked_on.articles.progress()
    ]  # fmt: skip
    assert rows(path, "SELECT claims, confirmed, disputed, pending FROM progress") == [(3, 1, 1, 1), (1, 0, 0, 1)]


def test_verdict_list_is_the_list_that_a_newsroom_wants(worked_on: Store, path: Path) -> None:
    """Every claim in reading order with the desk's number, verdict, note and linked records."""
    assert rows(path, "SELECT article, number, claim, verdict, note, linked_records, checker FROM verdict_list") == [
        ("First", 1, "One.", "disputed", "It is two.", "Checks: False https://example.org/1", "Ada"),
        ("First", 2, "Two.", "confirmed", "", None, "Ada"),
        ("First", 3, "Four.", "pending", "", None, ""),
        ("Second", 1, "Five.", "pending", "", None, ""),
    ]
    assert rows(path, "SELECT claim_id, number FROM verdict_list") == [
        (status.claim.id, status.claim.number)
        for article in (1, 2)
        for status in worked_on.claims.of_article(article)
        if status.claim.is_claim
    ]


def test_verdict_log_is_the_history_of_verdicts(worked_on: Store, path: Path) -> None:
    """Who set and took back which verdict, in order."""
    log = rows(path, "SELECT claim_id, from_verdict, to_verdict, checker, at, act FROM verdict_log ORDER BY id")
    shown = sorted((line for article in (1, 2) for line in worked_on.decisions.of_article(article)),
                   key=lambda line: line.id)  # fmt: skip
    assert log == [
        (line.claim_id, line.old, line.new, line.checker, line.at, line.act)
        for line in shown
        if line.aspect is Aspect.VERDICT
    ]
    assert [row[5] for row in log] == ["do", "do", "do", "do", "undo", "undo"]


def test_link_and_note_hold_what_stands(worked_on: Store, path: Path) -> None:
    """A link that was taken back is none, and only the newest note of a claim is its note."""
    assert rows(path, "SELECT claim_id, record_id, checker, at FROM link") == [(1, 1, "Ada", AT)]
    assert rows(path, "SELECT claim_id, note, checker, at FROM note") == [(1, "It is two.", "Ada", AT)]
    decide(worked_on, "Ben", Change(claim_id=1, aspect=Aspect.NOTE, new=""))
    assert rows(path, "SELECT * FROM note") == []


def test_after_an_undo_note_tag_and_link_name_who_stands_for_them(worked_on: Store, path: Path) -> None:
    """Ben changes what Ada wrote, gave and linked, and takes his changes back: it is Ada's again, as of when she did
    it; so it is when he undoes and does again what was his own.
    """
    decide(worked_on, "Ada", Change(claim_id=1, aspect=Aspect.TAG, subject="war", new="tagged"))
    changes = (
        Change(claim_id=1, aspect=Aspect.NOTE, new="It is three."),
        Change(claim_id=1, aspect=Aspect.TAG, subject="war", new=""),
        Change(claim_id=1, aspect=Aspect.MATCH, record_id=1, new="dismissed"),
        Change(claim_id=2, aspect=Aspect.NOTE, new="It is four."),
    )
    decide(worked_on, "Ben", *changes)
    with worked_on.writing():
        worked_on.decisions.undo("Ben", "2026-01-01T00:00:00.000Z")
    views = {name: f"SELECT claim_id, {what}, checker, at FROM {name} ORDER BY claim_id" for name, what in
             (("note", "note"), ("tag", "tag"), ("link", "record_id"))}  # fmt: skip
    assert rows(path, views["note"]) == [(1, "It is two.", "Ada", AT)]
    assert rows(path, views["tag"]) == [(1, "war", "Ada", AT)]
    assert rows(path, views["link"]) == [(1, 1, "Ada", AT)]
    with worked_on.writing():
        worked_on.decisions.redo("Ben", "2026-01-02T00:00:00.000Z")
    assert rows(path, views["note"]) == [(1, "It is three.", "Ben", AT), (2, "It is four.", "Ben", AT)]


def test_evidence_list_holds_what_stands(worked_on: Store, path: Path) -> None:
    """Each source of each claim as the desk shows it, without those that were removed; who added it, and when."""
    assert rows(path, "SELECT article_id, claim_id, id, kind, title, url, locator, quotation, stance, confidential,"
                      " checker, at, wording FROM evidence_list ORDER BY id") == [
        (1, e.claim_id, e.id, e.kind, e.title, e.url, e.locator, e.quotation, e.stance, int(e.confidential),
         e.checker, e.at, e.wording)
        for e in worked_on.evidence.of_claim(4)
    ]  # fmt: skip
    assert rows(path, "SELECT title, kind, checker FROM evidence_list") == [
        ("Register", "primary", "Ada"), ("Diary", "secondary", "Ben"),
    ]  # fmt: skip
    assert rows(path, "SELECT sources, primary_sources, suggested_wording FROM verdict_list WHERE article_id = 1") == [
        (0, 0, ""), (0, 0, "Two and a half."), (2, 1, ""),
    ]  # fmt: skip


def test_evidence_is_immutable(worked_on: Store, path: Path) -> None:
    """A wording that the log names is never changed, deleted or replaced, by whatever program."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in (
            "UPDATE evidence SET title = 'Other'",
            "DELETE FROM evidence",
            "INSERT OR REPLACE INTO evidence (id, claim_id, kind, title, stance) VALUES (1, 4, 'primary', 'x', 'for')",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="evidence is never"):
                connection.execute(statement)
