"""Telling words: what both sides are compared by, whatever a post, a name or a script makes of it."""

import pytest

from factcheck_tui.matching import compare, rank, read_aliases, read_query
from factcheck_tui.matching.days import dated
from factcheck_tui.matching.telling import telling_words
from factcheck_tui.model import AliasGroup, Candidate, PriorRecord, Retrieved

ALIASES = read_aliases((
    AliasGroup(1, ("ISIL", "Islamic State")),
    AliasGroup(2, ("World Health Organization", "WHO")),
    AliasGroup(3, ("United States", "US", "U.S.")),
))  # fmt: skip


def told(text: str) -> list[str]:
    """The telling words as the text has them."""
    return [text[word.start : word.end] for word in telling_words(text, ALIASES)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Look https://t.co/Ab1 at pic.twitter.com/xyz bridges", ["Look", "bridges"]),
        ("The #AustralianFires burn, says @JaneRoe", ["Australian", "Fires", "burn", "Jane", "Roe"]),
        ("#flood hits", ["flood", "hits"]),
        ("#AbCd", ["AbCd"]),
        ("The Islamic State fell", ["Islamic State", "fell"]),
        ("WHO doctors", ["WHO", "doctors"]),
        ("doctors who left us", ["doctors", "left"]),
        ("A U.S. raid", ["U.S", "raid"]),
        ("https://t.co/Ab1", ["co", "Ab1"]),
        ("東京タワー、333m", ["東京タ", "京タワ", "タワー", "333m"]),
        ("東京 is big", ["東京", "big"]),
    ],
)
def test_what_is_told_by(text: str, words: list[str]) -> None:
    """Addresses are none, tags are read by their capitals, names as one word, scripts without spaces by threes."""
    assert told(text) == words


def test_other_names_and_spellings_are_shared_words_and_told() -> None:
    """Marked on both sides, with the reason that nobody could see from the words."""
    match = compare("ISIL lost the town of Raqqa", "The Islamic State lost the town of Raqqa", aliases=ALIASES)
    assert "names: ISIL = Islamic State" in [reason.words for reason in match.why]
    assert next(match.record.claim[start:end] for start, end in match.record_spans) == "Islamic State"
    query = read_query("The raid on Mayadin")
    record = PriorRecord(claim="A raid on Mayadeen", source_id="r", id=1)
    near = Retrieved((Candidate(record, 1.0),), {"raid": 5, "mayadin": 1}, 10_000, {"mayadin": ("mayadeen",)})
    [found] = rank(query, near)
    assert "spelling: Mayadin ≈ Mayadeen" in [reason.words for reason in found.why]
    assert [record.claim[start:end] for start, end in found.record_spans] == ["raid", "Mayadeen"]


def test_pieces_of_a_text_without_spaces_are_marked_as_one() -> None:
    """A checker sees the run that both share, not its threes."""
    match = compare("東京タワーは333メートル", "高さ333メートルの東京タワー")
    assert [match.record.claim[start:end] for start, end in match.record_spans] == ["333", "メートル", "東京タワー"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("So it is — Jane Roe (@jane) June 14, 2018", "2018-06-14"),
        ("on 3 March 2019 and again", "2019-03-03"),
        ("in 2018", None),
        ("February 31, 2018", None),
    ],
)
def test_the_day_that_a_text_names(text: str, day: str | None) -> None:
    """Posts end with theirs; a year is no day."""
    found = dated(text)
    assert (found.isoformat() if found else None) == day


def test_a_check_of_those_days_comes_before_an_older_one() -> None:
    """Both say the same; the post names its day."""
    records = [
        PriorRecord(claim="A shark swam on a flooded motorway", source_id=day, id=number, review_date=day)
        for number, day in enumerate(("2012-11-01", "2017-08-30"), start=1)
    ]
    query = read_query("Shark on a flooded motorway! — Jane (@jane) August 28, 2017")
    retrieved = Retrieved(tuple(Candidate(record, 2.0) for record in records), {"shark": 2, "motorwai": 2}, 10_000)
    best = rank(query, retrieved)[0]
    assert best.record.source_id == "2017-08-30"
    assert "near in time: 2017-08-28 and 2017-08-30" in [reason.words for reason in best.why]
