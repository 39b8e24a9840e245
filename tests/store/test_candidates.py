"""Candidates: what the archive's index finds, in bounded time and for any text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import AT, decide, keep_records, make_article, make_claims, make_record, make_row
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.matching import read_aliases, read_query
from factcheck_tui.model import AliasGroup, Aspect, Change
from factcheck_tui.store import Store
from factcheck_tui.store.candidates import CANDIDATES, POSTINGS, SCORED


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with six records."""
    store = Store(tmp_path_factory.mktemp("candidates") / "desk.db")
    keep_records(
        store,
        make_record("The tower is 330 metres tall", title="How tall is it?", body="Measured with its antenna."),
        make_record("The antenna fell in a storm", title="A fall", body="The tower stands."),
        make_record("Ésta es una afirmación sobre la Torre Eiffel"),
        make_record("東京タワーは333メートル"),
        make_record("An air raid on Mayadeen"),
        make_record("ประเทศไทยมีประชากรเจ็ดสิบล้านคน"),
    )
    store.word_list.refresh()
    yield store
    store.close()


def found(store: Store, text: str) -> list[str]:
    """The claims of the candidates."""
    return [candidate.record.claim for candidate in store.candidates.find(read_query(text)).candidates]


def test_records_that_share_a_word_are_found_best_first(filled: Store) -> None:
    """A word in the claim counts more than one in the body; other forms of a word are the word."""
    assert found(filled, "towers") == ["The tower is 330 metres tall", "The antenna fell in a storm"]
    scores = [candidate.bm25 for candidate in filled.candidates.find(read_query("towers")).candidates]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0


def test_accents_and_other_scripts_do_not_hide_a_record(filled: Store) -> None:
    """A claim in another language is found by its own words, with or without accents."""
    assert found(filled, "afirmacion") == ["Ésta es una afirmación sobre la Torre Eiffel"]
    assert found(filled, "東京タワーは333メートル") == ["東京タワーは333メートル"]


def test_text_without_spaces_is_found_by_a_part_of_it(filled: Store) -> None:
    """A paraphrase in Chinese, Japanese or Thai shares no whole "word" with its record, but runs of characters."""
    assert found(filled, "高さ333メートルの東京タワーが") == ["東京タワーは333メートル"]
    assert found(filled, "มีประชากรเจ็ดสิบ") == ["ประเทศไทยมีประชากรเจ็ดสิบล้านคน"]


def test_a_word_that_no_record_holds_is_looked_for_under_the_nearest(filled: Store) -> None:
    """Typing slips and transliterations; the ranking is told what was taken for what."""
    retrieved = filled.candidates.find(read_query("A raid on Mayadin"))
    assert retrieved.candidates[0].record.claim == "An air raid on Mayadeen"
    assert retrieved.near == {"mayadin": ("mayadeen",)}
    assert filled.candidates.find(read_query("tower")).near == {}


def test_a_name_is_found_under_any_other(filled: Store) -> None:
    """Aliases are looked for all at once, and are as frequent as all of them together."""
    aliases = read_aliases((AliasGroup(1, ("Grey Steel", "Torre Eiffel", "tower")),))
    retrieved = filled.candidates.find(read_query("The Grey Steel was painted", aliases=aliases))
    assert len(retrieved.candidates) == 3
    assert retrieved.frequencies == {"=grey steel": 3}


def test_frequencies_and_size_of_the_archive_are_told(filled: Store) -> None:
    """The ranking weighs words by them: stems of the query, records that hold them, records in all."""
    retrieved = filled.candidates.find(read_query("towers antenna zebra"))
    assert retrieved.frequencies == {"tower": 2, "antenna": 2}
    assert retrieved.records == 6


def test_the_limit_keeps_the_best(filled: Store) -> None:
    """Of more candidates than asked for, the first remain."""
    retrieved = filled.candidates.find(read_query("tower"), limit=1)
    assert [candidate.record.claim for candidate in retrieved.candidates] == ["The tower is 330 metres tall"]


@pytest.mark.parametrize("text", ["", "?!", "zebra crossing"])
def test_nothing_is_found_for_nothing(filled: Store, text: str) -> None:
    """Too little to match on, or no record with a word of it: no candidates and no error."""
    assert found(filled, text) == []


SYNTAX = st.sampled_from(
    ['"', "AND", "OR", "NOT", "NEAR(", "(", ")", "*", "^", ":", "-", "+", "claim:", "tower", "{", "}"]
)
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(SYNTAX, max_size=30).map(" ".join),
    st.sampled_from(
        ["\0tower", "tower\ud800", "שלום עולם", "مرحبا", "東京", "🎉🏽", "tower " * 16_667, "x" * 100_000]
    ),
)


@settings(max_examples=150, deadline=None)
@given(text=ANY_TEXT)
def test_no_text_raises(filled: Store, text: str) -> None:
    """FTS5's own syntax, broken characters, long and empty texts are words to look for or nothing at all."""
    assert len(filled.candidates.find(read_query(text)).candidates) <= 6


def test_a_common_word_is_left_out_when_the_rare_ones_spend_the_budget(tmp_path: Path) -> None:
    """Rarest first: the cost stays flat as the archive grows, and the rare word still finds its record."""
    store = Store(tmp_path / "desk.db")
    rows = [make_row(make_record(f"water sample{number}"), number) for number in range(POSTINGS + 1)]
    with store.writing():
        import_id = store.imports.begin("water.ndjson", "ndjson", "Ada", AT)
        for first in range(0, len(rows), 500):
            store.records.merge(rows[first : first + 500], import_id)
    keep_records(store, make_record("zebra in the water"))
    assert found(store, "water zebra") == ["zebra in the water"]
    assert len(found(store, "water")) == CANDIDATES  # alone it is asked for all the same
    store.close()


def test_a_claim_is_no_prior_record_of_its_own_article(tmp_path: Path) -> None:
    """The desk's own verdicts are found from every other article, at once."""
    store = Store(tmp_path / "desk.db")
    text = "The tower is 330 metres tall.\nThe tower was closed in 1999.\n"
    with store.writing():
        article_id = store.articles.add(make_article(text), "Ada", AT)
        store.claims.add(article_id, make_claims(text))
    claim = store.claims.of_article(article_id)[0].claim
    decide(store, "Ada", Change(claim_id=claim.id, aspect=Aspect.VERDICT, new="confirmed"))
    query = read_query("The tower is 330 metres tall")
    assert store.candidates.find(query, exclude_article=article_id).candidates == ()
    elsewhere = store.candidates.find(query, exclude_article=article_id + 1).candidates
    assert [candidate.record.own_claim_id for candidate in elsewhere] == [claim.id]
    store.close()


def test_of_many_records_those_with_the_most_rare_words_are_scored(tmp_path: Path) -> None:
    """Working out bm25 for every record with a word of the query would take most of the time; the best stays first."""
    store = Store(tmp_path / "desk.db")
    rows = [make_row(make_record(f"water level river bridge {number}"), number) for number in range(3 * SCORED)]
    with store.writing():
        store.records.merge(rows, store.imports.begin("water.ndjson", "ndjson", "Ada", AT))
    keep_records(store, make_record("water level river bridge flood Halden"))
    text = "The water level of the river at the bridge in the flood at Halden"
    assert found(store, text)[0] == "water level river bridge flood Halden"
    assert len(found(store, text)) == CANDIDATES
    store.close()
