"""Dates that are told from the day of a text: the article's for a claim, the record's for a record."""

from pathlib import Path

import pytest
from factories import keep_article, keep_records, make_desk, make_record

from factcheck_tui.model import DifferenceKind, Verdict


@pytest.mark.parametrize(
    ("published", "differs"),
    [("2024-03-06", False), ("2024-03-06T18:00:00Z", False), ("2024-06-05", True), ("", False)],
)
def test_a_claim_is_dated_by_its_article_and_a_record_by_its_own_date(
    tmp_path: Path, published: str, differs: bool
) -> None:
    """ "On Tuesday" in an article of 6 March is the day of which a record of 5 March says "today"."""
    desk = make_desk(tmp_path / "desk.db")
    keep_records(desk.store, make_record("The ferry sank today off Halden", claim_date="2024-03-05"))
    (claim,) = keep_article(desk.store, "The ferry sank on Tuesday off Halden", published=published)
    (match,) = desk.match(claim)
    assert (DifferenceKind.DATE in [difference.kind for difference in match.differences]) == differs
    desk.close()


def test_an_own_verdict_is_dated_by_the_article_that_it_was_set_on(tmp_path: Path) -> None:
    """Not by the day on which a checker decided."""
    desk = make_desk(tmp_path / "desk.db")
    (first,) = keep_article(desk.store, "The ferry sank yesterday off Halden", published="2024-03-06")
    desk.mark([first], Verdict.CONFIRMED)
    (claim,) = keep_article(desk.store, "The ferry sank off Halden on 5 March 2024")
    (match,) = desk.match(claim)
    assert match.record.claim_date == "2024-03-06"
    assert match.differences == ()
    desk.close()
