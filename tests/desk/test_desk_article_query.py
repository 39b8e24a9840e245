"""Filtering the list of articles: words and two conditions."""

from __future__ import annotations

import pytest

from factcheck_tui.desk import article_query
from factcheck_tui.model import Article, ArticleProgress

TOWER = Article(id=12, title="Tower closed", text="", source="drafts/tower.txt", publisher="Harbour Post")


def progress(claims: int, decided: int) -> ArticleProgress:
    return ArticleProgress(article=TOWER, claims=claims, confirmed=decided, disputed=0)


@pytest.mark.parametrize(
    ("typed", "lets"),
    [
        ("", True),
        ("tower", True),
        ("TOW post", True),
        ("tower bridge", False),
        ("12", True),
        ("drafts/", True),
        ("is:open", True),
        ("is:o tower", True),
        ("is:done", False),
        ("is:", True),
        ("is:neither", False),
    ],
)
def test_what_an_article_with_pending_claims_answers_to(typed: str, lets: bool) -> None:
    """All words must be there, in title, source, publisher or number; a condition acts by its beginning."""
    assert article_query.lets(typed, progress(3, 1)) is lets


def test_an_article_is_done_when_no_claim_is_pending() -> None:
    """is:done lists what is decided as a whole."""
    assert article_query.lets("is:done", progress(3, 3))
    assert not article_query.lets("is:open", progress(3, 3))
