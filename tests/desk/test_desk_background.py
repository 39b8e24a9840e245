"""What the desk knows of a prior record: who used it for what, how old it is, and what a later record says."""

from datetime import date
from pathlib import Path

import pytest
from factories import make_article, make_desk, make_record, write_records

from factcheck_tui.desk import Desk
from factcheck_tui.desk.background import age
from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import MatchDecision, PriorRecord, Verdict

CLAIM = "The Halvern lighthouse is 41 metres tall"


def importing(desk: Desk, folder: Path, *records: PriorRecord) -> list[PriorRecord]:
    desk.import_records(write_records(folder / "records.ndjson", records))
    return [desk.find_record(record.source_id) for record in records]


def rated(rating: str, day: str, claim: str = CLAIM) -> PriorRecord:
    return make_record(claim, rating=rating, review_date=day, publisher="Gulf Wire Check")


@pytest.fixture
def article(desk: Desk) -> list[int]:
    """Two claims that the records may be used for."""
    added, _ = desk.add(make_article(f"Lights\n\n{CLAIM}, the keeper said.\n\nThe bridge is 90 metres long.\n"))
    return [status.claim.id for status in desk.claims(added.id)]


def test_a_record_tells_what_it_was_used_for(desk: Desk, path: Path, tmp_path: Path, article: list[int]) -> None:
    """Every claim that is linked to it or not the same, by whom; what was taken back is gone. The newest first."""
    record, other = importing(desk, tmp_path, rated("True", "2019-01-02"), rated("True", "2019-01-03"))
    first, second, third = article
    desk.decide_match(first, record.id, MatchDecision.LINKED)
    desk.decide_match(third, record.id, MatchDecision.LINKED)
    desk.decide_match(third, record.id, None)
    desk.decide_match(first, other.id, MatchDecision.LINKED)
    with make_desk(path, "Ben") as bens:
        bens.decide_match(second, record.id, MatchDecision.DISMISSED)
    uses = desk.record_background(record.id).uses
    assert [(use.claim_id, use.decision, use.checker) for use in uses] == [
        (second, MatchDecision.DISMISSED, "Ben"),
        (first, MatchDecision.LINKED, desk.checker),
    ]
    assert uses[1].article == "Lights"


def test_a_later_record_with_the_opposite_verdict_contradicts(desk: Desk, tmp_path: Path) -> None:
    """The same claim, rated otherwise, later: it is named on the older record, and not the other way round."""
    old, new, *_ = importing(
        desk, tmp_path, rated("True", "2019-01-02"), rated("False", "2023-05-06"), rated("True", "2024-01-01")
    )
    found = desk.record_background(old.id).contradicted_by
    assert found is not None
    assert found.record.id == new.id
    later = desk.record_background(new.id).contradicted_by
    assert later is not None
    assert later.record.review_date == "2024-01-01"


def test_a_verdict_on_the_claim_itself_is_no_news_to_it(desk: Desk, tmp_path: Path, article: list[int]) -> None:
    """Disputed against a record, the claim's own verdict is not told as a later record; in other articles it is."""
    (old,) = importing(desk, tmp_path, rated("True", "2019-01-02"))
    desk.mark([article[1]], Verdict.DISPUTED)
    assert desk.record_background(old.id, desk.claim(article[1]).claim.article_id).contradicted_by is None
    elsewhere = desk.record_background(old.id).contradicted_by
    assert elsewhere is not None
    assert elsewhere.record.publisher == "Own desk" or elsewhere.record.source_id.startswith("own-")


def test_what_differs_or_has_no_verdict_contradicts_nothing(desk: Desk, tmp_path: Path) -> None:
    """Another number is another claim; a rating that stands for nothing and a record without a date tell no order."""
    old, odd, undated, *_ = importing(
        desk,
        tmp_path,
        rated("True", "2019-01-02"),
        rated("Four stars", "2020-01-01"),
        rated("True", ""),
        rated("False", "2023-05-06", CLAIM.replace("41", "410")),
        rated("False", "2018-05-06"),
        rated("False", "2022-05-06", "Sea level rises faster than it did"),
    )
    assert old.verdict is Verdict.CONFIRMED
    for record in (old, odd, undated):
        assert desk.record_background(record.id).contradicted_by is None


def test_a_record_that_is_none(desk: Desk) -> None:
    """One sentence, as everywhere."""
    with pytest.raises(NotFoundError):
        desk.record_background(77)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2018-05-01", "8 years old"),
        ("2024-05-01", "2 years old"),
        ("2025-01-01", "16 months old"),
        ("2026-03-01", "2 months old"),
        ("2026-04-01", "30 days old"),
        ("2026-05-01", "new"),
        ("2026-04-30", "new"),
        ("2018", "8 years old"),
        ("2018-05", "8 years old"),
        ("2026", ""),
        ("2024-05-02", "23 months old"),
        ("2027-01-01", ""),
        ("", ""),
        ("last week", ""),
        ("2018-13-45", ""),
    ],
)
def test_an_age_in_words(day: str, words: str) -> None:
    """In the largest unit of which there are two or more; a date that is none, or a year just begun, has no age."""
    assert age(day, date(2026, 5, 1)) == words
