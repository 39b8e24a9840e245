"""The ranking: the right record first, a score that can be trusted, and reasons that say why."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.matching import compare, rank, read_query
from factcheck_tui.matching.weights import DIFFERENCES, LEAST, POSSIBLE, STRONG, WEIGHTS
from factcheck_tui.model import Band, Candidate, DifferenceKind, Match, PriorRecord, Retrieved

CLAIM = "A suspected air raid on a prison in Mayadeen killed at least 57 people"
CLAIMS = (
    "An air raid on a prison in Mayadeen killed 57 people",
    "An air raid on a prison in Mayadeen killed 42 people",
    "A new museum of modern art opened in Lisbon",
    "Drinking bleach cures the flu",
)


def retrieved(*claims: str, records: int = 10_000, **fields: str) -> Retrieved:
    """Candidates as an archive of rare words would give them; bm25 is the number of words shared with CLAIM."""
    asked = {term.stem for term in read_query(CLAIM).terms}
    found = [
        Candidate(
            PriorRecord(claim=claim, source_id=f"r{number}", id=number, **fields),
            float(len(asked & {term.stem for term in read_query(claim).terms})),
        )
        for number, claim in enumerate(claims, start=1)
    ]
    found.sort(key=lambda candidate: -candidate.bm25)
    return Retrieved(tuple(found), dict.fromkeys(asked, 1), records)


def matches(*claims: str, claim: str = CLAIM, **fields: str) -> list[Match]:
    """The matches of ``claim``."""
    return rank(read_query(claim), retrieved(*claims, **fields))


def test_the_same_text_is_strong_and_nearly_certain() -> None:
    """Also without a title and a body, as the desk's own verdicts may be, and in an archive of a handful."""
    for records in (3, 250, 1_000_000):
        (match, *_) = rank(read_query(CLAIM), retrieved(CLAIM, CLAIMS[2], records=records))
        assert match.score >= 95
        assert match.band is Band.STRONG
        assert match.differences == ()


def test_the_same_claim_in_other_words_comes_before_its_near_miss() -> None:
    """Same words and another number is another claim; unrelated records are not shown at all."""
    found = matches(*reversed(CLAIMS))
    assert [match.record.claim for match in found] == list(CLAIMS[:2])
    assert found[0].differences == ()
    assert [str(difference) for difference in found[1].differences] == ["57 ≠ 42"]
    assert found[1].score < found[0].score


def test_nothing_is_shown_where_nothing_is_alike() -> None:
    """ "No prior record found" is an answer."""
    assert matches(CLAIMS[2], CLAIMS[3]) == []


def test_one_shared_word_is_not_strong_in_a_small_archive() -> None:
    """The rarest word of 230 records may be an everyday word."""
    found = rank(read_query(CLAIM), retrieved("A prison was painted green", records=230))
    assert all(match.band is not Band.STRONG and match.score < 30 for match in found)


@pytest.mark.parametrize("kind", DifferenceKind)
def test_no_difference_leaves_a_match_strong(kind: DifferenceKind) -> None:
    """A checker must never be told "strong" where the truth conditions differ; nor is the match hidden."""
    assert 100 * DIFFERENCES[kind] < STRONG
    assert 100 * DIFFERENCES[kind] > POSSIBLE > LEAST


def test_a_number_that_differs_is_told_and_lowers_the_match() -> None:
    """ "3.4 percent" / "4.3 percent": plain fuzzy ratios score the pair at 95."""
    same = compare("Unemployment fell to 3.4 percent", "Unemployment fell to 3.4 percent")
    other = compare("Unemployment fell to 3.4 percent", "Unemployment fell to 4.3 percent")
    assert other.score < same.score - 20
    assert "differs: 3.4 percent ≠ 4.3 percent" in [reason.words for reason in other.why]


def test_a_short_text_inside_a_long_one_is_no_match() -> None:
    """ "The sea" is in every claim on sea level: token_set_ratio scores it at 100."""
    long = "The sea level on the coast has risen by three feet since 1950, scientists of two universities have found"
    assert compare("The sea", long).band is Band.WEAK


def test_equal_chances_are_ordered_by_review_date_then_id() -> None:
    """The newest review first, so that the order is the same on every machine."""
    claims = retrieved(CLAIM, CLAIM, CLAIM).candidates
    dates = ("2019-01-01", "2021-01-01", "2019-01-01")
    dated = tuple(
        replace(candidate, record=replace(candidate.record, review_date=date))
        for candidate, date in zip(claims, dates, strict=True)
    )
    for order in (dated, dated[::-1]):
        found = rank(read_query(CLAIM), replace(retrieved(CLAIM), candidates=order))
        assert [match.record.id for match in found] == [2, 1, 3]


def test_the_order_of_the_candidates_does_not_matter() -> None:
    """Scores and order are a function of the texts."""
    given_order = retrieved(*CLAIMS)
    turned = replace(given_order, candidates=given_order.candidates[::-1])
    assert rank(read_query(CLAIM), given_order) == rank(read_query(CLAIM), turned)


def test_the_limit_keeps_the_best() -> None:
    """A smaller limit is a beginning of a larger one."""
    everything = matches(*CLAIMS)
    assert rank(read_query(CLAIM), retrieved(*CLAIMS), limit=1) == everything[:1]


def test_reasons_name_the_rare_words_and_the_numbers() -> None:
    """In a checker's words, the weightiest first."""
    match = matches(CLAIMS[0])[0]
    told = [reason.words for reason in match.why]
    assert any(words.startswith("rare words shared: ") and "Mayadeen" in words for words in told)
    assert "numbers agree: 57" in told
    weights = [abs(reason.points) for reason in match.why]
    assert weights == sorted(weights, reverse=True)


def test_a_number_that_the_claim_lacks_is_a_reason_against() -> None:
    """It may be another event."""
    match = matches("An air raid on a prison in Mayadeen killed people in 12 cells and 3 yards", claim=CLAIM)[0]
    against = [reason for reason in match.why if reason.words.startswith("not in the claim: ")]
    assert [reason.points < 0 for reason in against] == [True]


def test_a_number_that_the_claim_lacks_is_named_as_it_is_written() -> None:
    """0.04 is one number, not 0 and 04."""
    match = matches("An air raid on a prison in Mayadeen hit 0.04 percent of 1,200 cells", claim=CLAIM)[0]
    assert "not in the claim: 0.04, 1,200" in [reason.words for reason in match.why]


def test_shared_words_are_marked_on_both_sides() -> None:
    """Also in another form of the word; stop words are not."""
    match = compare("The raids killed prisoners", "A raid was said to have killed the prisoner")
    assert [match.record.claim[span.start : span.end] for span in match.record_spans] == ["raid", "killed", "prisoner"]
    claim = "The raids killed prisoners"
    assert [claim[span.start : span.end] for span in match.claim_spans] == ["raids", "killed", "prisoners"]


def test_only_the_weights_of_known_features_are_there() -> None:
    """Each weight has its feature and each feature its weight; those that speak against are below zero."""
    assert {name for name, weight in WEIGHTS.items() if weight < 0} == {"numbers_missing", "names_missing"}


ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        ['" AND NOT ( * ^ : -', "NEAR(a b)", "שלום עולם", "東京", "\0", "\ud800 lone", "the", "🎉", "a" * 100_000]
    ),
)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_no_text_raises_and_every_span_is_in_its_text(claim: str, other: str, title: str) -> None:
    """Scores are percent, in their band, and marks lie inside the texts, whatever the texts are."""
    query = read_query(claim)
    record = PriorRecord(claim=other, title=title, body=title, source_id="r", id=1)
    pair = compare(claim, other)
    for match in [pair, *rank(query, Retrieved((Candidate(record, 1.0),), {}, 100))]:
        assert 0 <= match.score <= 100
        assert (match.band is Band.STRONG) == (match.score >= STRONG)
        assert (match.band is Band.WEAK) == (match.score < POSSIBLE)
        assert all(0 <= start < end <= len(claim) for start, end in match.claim_spans)
        assert all(0 <= start < end <= len(other) for start, end in match.record_spans)


def test_one_shared_word_stands_out_from_nothing() -> None:
    """ "It was the longest" shares its one telling word with the record of any longest thing."""
    query = read_query("It was the longest")
    records = [PriorRecord(claim="The Nile is the longest river in the world", source_id="r", id=1)]
    found = rank(query, Retrieved((Candidate(records[0], 1.0),), {"longest": 2}, 328))
    assert all(match.band is not Band.STRONG and match.score < 30 for match in found)
