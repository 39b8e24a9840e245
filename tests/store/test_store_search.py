"""Search as one types: by words and a beginning, and whatever is typed raises nothing."""

import pytest
from factories import keep_records, make_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck_tui.store import Store


def found(store: Store, typed: str) -> list[str]:
    return [record.claim for record in store.records.search(typed, 20)]


@pytest.fixture
def archive(store: Store) -> Store:
    """Four records about towers, bridges and harbours."""
    keep_records(
        store,
        make_record("The tower is tall"),
        make_record("The bridge is tall and old"),
        make_record("A tower near the bridge"),
        make_record("Café by the harbour", title="Elvis lives", body="A zeppelin landed there"),
    )
    return store


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("tow", {"The tower is tall", "A tower near the bridge"}),
        ("tower bri", {"A tower near the bridge"}),
        ("Towers", {"The tower is tall", "A tower near the bridge"}),
        ("harbour lighthouse", {"Café by the harbour"}),
        ("cafe", {"Café by the harbour"}),
        ("elvis", {"Café by the harbour"}),
        ("zeppelin", {"Café by the harbour"}),
        ("tow ", set()),
        ("lighthouse", set()),
        ('tall AND "old', {"The bridge is tall and old"}),
    ],
)
def test_search_finds_by_words_and_a_beginning(archive: Store, typed: str, claims: set[str]) -> None:
    """All words, the last as a beginning while it is typed; failing that any; whatever the case, form or accent."""
    assert set(found(archive, typed)) == claims


def test_search_for_nothing_gives_the_newest(archive: Store) -> None:
    """Before a word is typed, the last records that came are shown, the newest first."""
    assert found(archive, "") == found(archive, " ?! ") == [record.claim for record in archive.records.newest(20)]
    assert found(archive, "")[0] == "Café by the harbour"


def test_search_gives_no_more_than_asked_for(archive: Store) -> None:
    """The list on the screen is bounded."""
    assert len(archive.records.search("the", 2)) == len(archive.records.search("", 2)) == 2


SYNTAX = st.sampled_from(["AND",
                          "OR", "NOT", "NEAR(", "(", ")", '"', "'", "*", "^", ":", "{", "}", "-", "+", "\\", "%",
                          "claim:", "\0", "\ufeff", "\U0001f5fc", "\ud800", "tower", "é", "_", "²", " "])  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(st.one_of(SYNTAX, st.text(max_size=5)), max_size=8).map("".join))
def test_no_typed_text_makes_search_fail(archive: Store, typed: str) -> None:
    """Whatever is typed or pasted is looked for, or finds nothing: the index's own syntax means nothing here."""
    assert len(archive.records.search(typed, 3)) <= 3


def test_a_pasted_page_is_searched(archive: Store) -> None:
    """More words than anybody types are cut, not refused."""
    assert "The tower is tall" in found(archive, "tower tall " * 5000)
