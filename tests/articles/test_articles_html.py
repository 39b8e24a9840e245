"""Pages: the main text with its headline, standfirst and captions, without what stands around it."""

import pytest

from factcheck_tui.articles import read_bytes
from factcheck_tui.articles.html import ELEMENTS, LONGEST
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, BlockRole

CAPTION, EMBED, HEADING = BlockRole.CAPTION, BlockRole.EMBED, BlockRole.HEADING
PARAGRAPH, TITLE = BlockRole.PARAGRAPH, BlockRole.TITLE
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge at Grey Point reopens - Harbour Times</title>
<meta property="og:site_name" content="Harbour Times"><meta name="author" content="Ann Roe">
<meta property="article:published_time" content="2025-03-02T10:00:00Z">
<meta name="description" content="The bridge was closed for two years after a storm.">
<link rel="canonical" href="https://example.org/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
<h1>Bridge at Grey Point reopens</h1><p class="standfirst">The bridge was closed for two years after a storm.</p>
<figure><img src="a.jpg" alt="A"><figcaption>The bridge carries 4,000 cars a day. [File: HT]</figcaption></figure>
<p>The bridge at Grey Point opened in 1987 and cost <b>three million pounds</b>, the harbour board&nbsp;said.</p>
<p>It was the longest of its time, according to <a href="x">Jonas Hale</a>, an engineer.<script>track()</script></p>
<h2>A storm in March</h2>
<p>A storm damaged two of the piers in March 2023. “It was the worst in 40 years,” Hale said.</p>
<blockquote class="twitter-tweet"><p>We saw it fall.</p>— Ann Roe (@annroe) March 3, 2023</blockquote>
<ul><li>It has 4 lanes.</li><li>It is 300 metres long.</li></ul>
<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2022</td><td>4,100</td></tr></table>
<p>The council voted 12 to 3 for the repair on Tuesday.</p></article>
<aside><h3>Most read</h3><figure><figcaption>Not of this page</figcaption></figure><p>Other news.</p></aside>
<footer>© Harbour Times</footer></body></html>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<html><body><article><p>The bridge opened in 1987. &d;&d;&d;</p></article></body></html>"""


def blocks_of(article: Article) -> list[tuple[str, BlockRole]]:
    return [(article.text[start:end], role) for start, end, role in article.blocks]


def test_the_article_of_a_page_is_read_with_its_roles() -> None:
    """Headline, captions, headings, embeds, lists and tables in their order; menus, scripts, other news are left."""
    assert blocks_of(read_bytes(PAGE.encode(), "saved.html")) == [
        ("Bridge at Grey Point reopens", TITLE),
        ("The bridge was closed for two years after a storm.", PARAGRAPH),
        ("The bridge carries 4,000 cars a day. [File: HT]", CAPTION),
        ("The bridge at Grey Point opened in 1987 and cost three million pounds, the harbour board said.", PARAGRAPH),
        ("It was the longest of its time, according to Jonas Hale, an engineer.", PARAGRAPH),
        ("A storm in March", HEADING),
        ("A storm damaged two of the piers in March 2023. “It was the worst in 40 years,” Hale said.", PARAGRAPH),
        ("We saw it fall.— Ann Roe (@annroe) March 3, 2023", EMBED),
        ("It has 4 lanes.", PARAGRAPH),
        ("It is 300 metres long.", PARAGRAPH),
        ("Year | Cars", PARAGRAPH),
        ("2022 | 4,100", PARAGRAPH),
        ("The council voted 12 to 3 for the repair on Tuesday.", PARAGRAPH),
    ]


def test_what_a_page_says_of_itself_is_kept() -> None:
    """Title, byline, publisher, date, address and language."""
    article = read_bytes(PAGE.encode(), "saved.html")
    assert (article.title, article.byline, article.publisher) == (
        "Bridge at Grey Point reopens", "Ann Roe", "Harbour Times",
    )  # fmt: skip
    assert (article.published, article.url, article.language) == ("2025-03-02", "https://example.org/bridge", "en")


def test_a_page_without_a_date_is_given_none() -> None:
    """No date is guessed from the text or from the footer."""
    page = PAGE.replace('<meta property="article:published_time" content="2025-03-02T10:00:00Z">', "")
    page = page.replace("<footer>©", "<footer>© 2024")
    assert read_bytes(page.encode(), "saved.html").published == ""


def test_a_headline_outside_the_main_text_is_put_on_top() -> None:
    """Some pages have it in their header, some only in what they say of themselves."""
    page = PAGE.replace("<h1>Bridge at Grey Point reopens</h1>", "")
    assert blocks_of(read_bytes(page.encode(), "saved.html"))[0] == ("Bridge at Grey Point reopens", TITLE)


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "iso-8859-1"), ("utf-16", "x")]
)
def test_quotation_marks_come_out_whole(encoding: str, declared: str) -> None:
    """Whatever a page declares, and whatever it is in truth."""
    page = PAGE.replace('charset="utf-8"', f'charset="{declared}"')
    assert "“It was the worst in 40 years,” Hale" in read_bytes(page.encode(encoding), "-").text


def test_entities_of_a_pages_own_blow_nothing_up() -> None:
    """The text stays small, and is there."""
    article = read_bytes(BOMB.encode(), "bomb.xhtml")
    assert "The bridge opened in 1987." in article.text and len(article.text) < 1_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<html><body><div id=app></div><script>start()</script></body></html>", "without running text"),
        ("<html></html>", "without running text"),
        ("<!doctype html>", "page"),
        ("<html>" + "<p>x</p>" * (LONGEST // 8), "over 5 million characters"),
        ("<html>" + "<p>x</p>" * ELEMENTS, "over 50,000 parts"),
    ],
)
def test_a_page_without_text_is_said_in_a_sentence(content: str, said: str) -> None:
    """As one that scripts draw; it asks for the text as a file."""
    with pytest.raises(ReadError, match=said) as caught:
        read_bytes(content.encode(), "page.html")
    assert str(caught.value).startswith("page.html is ")
