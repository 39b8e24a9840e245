"""Prior records: merged without doubles, told apart by their id, and indexed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from factories import AT, contents, decide, keep_article, keep_records, make_record, make_row, marked, searched
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck_tui.errors import NotFoundError
from factcheck_tui.matching.unspaced import SCRIPTS
from factcheck_tui.model import PriorRecord, Verdict
from factcheck_tui.store import Store


def merge(store: Store, *records: PriorRecord) -> tuple[int, int, int]:
    with store.writing():
        import_id = store.imports.begin("records.ndjson", "ndjson", "Ada", AT)
        return store.records.merge([make_row(record, line) for line, record in enumerate(records, 1)], import_id)


def found(store: Store, typed: str) -> list[str]:
    return searched(store, typed)


FULL = PriorRecord(
    claim="The tower is 330 metres tall \U0001f5fc",
    source_id="x-1",
    title="How tall is it?",
    body="We measured.\nTwice.",
    claimant="Ben",
    claim_date="2024-01-02",
    rating="Mostly “true”",
    verdict=Verdict.CONFIRMED,
    publisher="Example Checks",
    review_date="2024-01-03",
    url="https://example.org/1",
    language="en",
)


def test_a_record_comes_back_as_it_was_imported(store: Store, path: Path) -> None:
    """Every field is kept word for word, and the row as it came beside it."""
    merge(store, FULL)
    kept = store.records.find("x-1")
    assert replace(kept, id=0) == FULL
    assert store.records.get(kept.id) == kept
    assert contents(path)["prior_record_raw"] == [(kept.id, 1, 1, make_row(FULL).raw, "", "")]


def test_merge_counts_what_it_did(store: Store) -> None:
    """A record is added once, updated when any of its fields changed, and else left alone."""
    other = make_record()
    assert merge(store, FULL, other) == (2, 0, 0)
    assert merge(store, FULL, other) == (0, 0, 2)
    changed = replace(FULL, rating="False", verdict=None)
    assert merge(store, changed, other) == (0, 1, 1)
    assert replace(store.records.find("x-1"), id=0) == changed
    assert merge(store) == (0, 0, 0)


@pytest.mark.parametrize(
    "field",
    ["claim", "title", "body", "claimant", "claim_date", "rating", "publisher", "review_date", "url", "language"],
)
def test_every_field_makes_an_update(store: Store, field: str) -> None:
    """A correction at the source arrives, whichever field it is in."""
    change: dict[str, Any] = {field: "other"}
    merge(store, FULL)
    assert merge(store, replace(FULL, **change)) == (0, 1, 0)
    assert getattr(store.records.find("x-1"), field) == "other"


def test_of_the_same_row_twice_in_a_batch_the_later_wins(store: Store, path: Path) -> None:
    """A file that holds the same check twice makes one record, in its last form, with the row that it came as."""
    later = replace(FULL, rating="False")
    assert merge(store, FULL, later, later) == (1, 1, 1)
    assert store.records.find("x-1").rating == "False"
    assert [row[2] for row in contents(path)["prior_record_raw"]] == [2]


_records = st.builds(
    PriorRecord,
    claim=st.sampled_from(["one", "two"]),
    source_id=st.sampled_from(["a", "b", "c", "own-1"]),
    verdict=st.sampled_from([None, Verdict.DISPUTED]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(_records, max_size=5), max_size=4))
def test_a_dry_run_counts_what_an_import_would_do(tmp_path_factory: pytest.TempPathFactory,
                                                  batches: list[list[PriorRecord]]) -> None:  # fmt: skip
    """compare(), batch after batch, gives the counts of merge(), with the same record in several batches."""
    store = Store(tmp_path_factory.mktemp("desk") / "desk.db")
    (claim_id,) = keep_article(store, "One.")
    decide(store, "Ada", marked(claim_id, Verdict.CONFIRMED))
    merge(store, PriorRecord(claim="one", source_id="a"))
    comparison = store.records.comparison()
    compared = [comparison.compare([make_row(record) for record in batch]) for batch in batches]
    assert compared == [merge(store, *batch) for batch in batches]
    store.close()


def test_compare_writes_nothing(store: Store, path: Path) -> None:
    """A dry run leaves the file as it is."""
    merge(store, FULL)
    before = contents(path)
    rows = [make_row(replace(FULL, rating="x")), make_row(make_record())]
    assert store.records.comparison().compare(rows) == (1, 1, 0)
    assert contents(path) == before


def test_the_index_follows_every_change(store: Store) -> None:
    """What is added is found, what is corrected is found by its new words only."""
    merge(store, FULL)
    assert found(store, "metres") == [FULL.claim]
    merge(store, replace(FULL, claim="The bridge is long", title="", body=""))
    assert found(store, "metres") == []
    assert found(store, "bridge") == ["The bridge is long"]
    assert store.problems() == []


def test_an_unknown_record_is_said_to_be_unknown(store: Store) -> None:
    """An id that is none is answered in a sentence."""
    with pytest.raises(NotFoundError, match="no prior record 9"):
        store.records.get(9)
    with pytest.raises(NotFoundError, match="no prior record “x-9”"):
        store.records.find("x-9")


def test_an_import_and_the_triggers_index_the_same_scripts(store: Store, path: Path) -> None:
    """An import keeps the index of scripts without spaces itself: of every character at the edge of a range it holds
    what the triggers would put there."""
    edges = {ord(end) + step for end in SCRIPTS if end != "-" for step in (-1, 0, 1)}
    keep_records(store, *(make_record(f"It says “{chr(edge)}” – {edge}") for edge in sorted(edges)))
    imported = contents(path)["prior_record_unspaced"]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE prior_record SET claim = claim")
    assert imported == contents(path)["prior_record_unspaced"]
    assert len(edges) * 0.4 < len(imported) < len(edges)
