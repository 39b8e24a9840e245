"""The page: the article with its claims marked where they stand, the table, and nothing from elsewhere."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from test_export_hostile import Page
from verdict_lists import LIST, ROWS, TEXT, listed, row

from factcheck_tui.export import render
from factcheck_tui.export.html_article import article_text
from factcheck_tui.model import ClaimKind, Verdict, VerdictRow


def marks(page: str) -> list[tuple[str, str]]:
    """What is marked, and how."""
    return re.findall(r'<mark class="(\w+)">(.*?)</mark>', page, flags=re.DOTALL)


def test_claims_are_marked_in_the_running_text() -> None:
    """Each stands where the article has it, in the class of its verdict, with its number as a link to its row."""
    page = render(LIST, "html").decode()
    assert marks(page) == [
        ("disputed", "The bridge is 900 metres long."),
        ("pending", "It cost nothing."),
        ("confirmed", "It is red."),
    ]
    ids = dict(Page(page).attributes)
    for claim_id in (11, 12, 13):
        assert f'id="claim-{claim_id}" href="#row-{claim_id}"' in page
        assert f'<tr id="row-{claim_id}">' in page
    assert ids["http-equiv"] == "Content-Security-Policy"


def test_the_table_says_what_a_correction_needs() -> None:
    """Was, should be, the sources with their places, the linked records with what differs, the note, who and when."""
    page = render(LIST, "html").decode()
    first = page[page.index('<tr id="row-11">') : page.index('<tr id="row-12">')]
    for words in (
        "The bridge is 900 metres long.",
        "Ana Lopes",
        "disputed",
        "The bridge is 620 metres long.",
        '<a href="https://example.org/survey" rel="noreferrer noopener">Survey of bridges</a>, p. 4',
        "620 m",
        "Harbour Check, True, 2021-03-04",
        "differs: 900 ≠ 620",
        "measured",
        "kim<br>2024-05-01",
    ):
        assert words in first


def test_the_page_needs_nothing_from_elsewhere() -> None:
    """No script, picture, font or style sheet is loaded, and the page's own policy would refuse one."""
    page = render(LIST, "html").decode()
    assert set(Page(page).tags).isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert not re.search(r"url\(|@import|\bsrc=", page)
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page and "@media print" in page and "width=device-width" in page


def at(start: int, end: int, number: int, verdict: Verdict = Verdict.PENDING) -> VerdictRow:
    placed = row(TEXT[start:end], verdict, number)
    return replace(placed, status=replace(placed.status, claim=replace(placed.status.claim, start=start, end=end)))


def test_where_claims_overlap_the_shortest_is_shown() -> None:
    """A claim that is part of a sentence keeps its own colour within the sentence's; both have their number."""
    whole, part = at(14, 44, 1, Verdict.CONFIRMED), at(28, 38, 2, Verdict.DISPUTED)
    page = article_text(listed(ROWS).articles[0].article, [whole, part])
    assert marks(page) == [
        ("confirmed", "The bridge is "),
        ("disputed", "900 metres"),
        ("confirmed", " long."),
    ]
    assert page.index("claim-11") < page.index("claim-12")


def test_headline_and_caption_look_like_it() -> None:
    """A paragraph takes the look of the claim that it holds."""
    headline = at(0, 12, 1)
    headline = replace(
        headline, status=replace(headline.status, claim=replace(headline.status.claim, kind=ClaimKind.HEADLINE))
    )
    assert article_text(listed(ROWS).articles[0].article, [headline]).startswith('<p class="headline">')


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 40)), max_size=6))
def test_any_claims_leave_the_article_whole(spans: list[tuple[int, int]]) -> None:
    """However claims lie, over each other and over paragraphs: every word of the article is there once, in order."""
    rows = [at(start, min(start + length, len(TEXT)), number) for number, (start, length) in enumerate(spans, 1)]
    page = article_text(listed(ROWS).articles[0].article, rows)
    without_numbers = re.sub(r"<a [^>]*>.*?</a> ", "", page)
    assert Page(without_numbers).words.split() == TEXT.split()
    assert page.count("<mark") == page.count("</mark>")
