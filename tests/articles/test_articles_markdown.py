"""Markdown articles: the words without the markup, and the roles of their blocks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.articles.frontmatter import split_front_matter
from factcheck_tui.articles.markdown import read_markdown
from factcheck_tui.articles.markup import blocks_of_markup
from factcheck_tui.model import Article, BlockRole

CAPTION, EMBED, HEADING = BlockRole.CAPTION, BlockRole.EMBED, BlockRole.HEADING
PARAGRAPH, TITLE = BlockRole.PARAGRAPH, BlockRole.TITLE


def blocks_of(article: Article) -> list[tuple[str, BlockRole]]:
    return [(article.text[start:end], role) for start, end, role in article.blocks]


def read(text: str) -> list[tuple[str, BlockRole]]:
    return blocks_of(read_markdown(text.encode(), "a.md"))


def test_markup_is_removed_and_roles_are_kept() -> None:
    """Emphasis, links, lists, quotes and entities leave their words; code leaves nothing."""
    text = (
        "# The dam\n\nThe *new* [dam](http://x.example 'a') opened\non **Monday** &amp; `x`.\n\nWhy\n---\n\n"
        "- one thing\n- 1,200 others\n\n> A quote.\n\n```\ncode\n```\n\n***\n\n<https://x.example>\n"
    )
    assert read(text) == [
        ("The dam", TITLE),
        ("The new dam opened on Monday & x.", PARAGRAPH),
        ("Why", HEADING),
        ("one thing", PARAGRAPH),
        ("1,200 others", PARAGRAPH),
        ("A quote.", PARAGRAPH),
        ("https://x.example", PARAGRAPH),
    ]


def test_pictures_give_captions() -> None:
    """The alternative text is a caption, and so is an emphasised line right below a picture, but no other."""
    text = "![Men at work](a.jpg)\n*The dam in May*\n\n![](b.jpg)\n\n*The lake*\n\n*Just loud.*\n"
    assert read(text) == [
        ("Men at work", CAPTION),
        ("The dam in May", CAPTION),
        ("The lake", CAPTION),
        ("Just loud.", PARAGRAPH),
    ]


def test_html_is_reduced_to_its_text() -> None:
    """Scripts vanish, figure captions and embedded posts get their roles, inline tags part no words."""
    text = (
        'An <b>old</b> dam.\n\n<figure><img src="a" alt="A wall"><figcaption>The <i>wall</i></figcaption></figure>\n\n'
        '<blockquote class="twitter-tweet"><p>Look!</p></blockquote><script>alert(1)</script>\n\n<h2>More</h2>\n'
    )
    assert read(text) == [
        ("An old dam.", PARAGRAPH),
        ("A wall", CAPTION),
        ("The wall", CAPTION),
        ("Look!", EMBED),
        ("More", HEADING),
    ]


def test_tables_keep_their_rows() -> None:
    """Figures in tables can be checked, so that each row is a paragraph."""
    assert read("| a | b |\n|---|---|\n| 1 | *2* |\n") == [("a | b", PARAGRAPH), ("1 | 2", PARAGRAPH)]


def test_front_matter_gives_the_particulars() -> None:
    """Title, byline, publisher, date, URL and language are read; title and standfirst stand in the text once."""
    text = (
        "---\ntitle: \"The dam: open\"\nauthors:\n  - Jane Roe\n  - 'Ann Poe'\ndate: 2024-05-01 # a day\n"
        "publisher: The Mill\nurl: https://x.example/a\nlang: en-GB\ndescription: It took years.\ntags: [a, b]\n---\n"
        "# The dam: open\n\nIt opened.\n\n# Another\n"
    )
    article = read_markdown(text.encode(), "a.md")
    assert article.title == "The dam: open"
    assert article.byline == "Jane Roe, Ann Poe"
    assert (article.published, article.publisher) == ("2024-05-01", "The Mill")
    assert (article.url, article.language) == ("https://x.example/a", "en-GB")
    assert blocks_of(article) == [
        ("The dam: open", TITLE),
        ("It took years.", PARAGRAPH),
        ("It opened.", PARAGRAPH),
        ("Another", HEADING),
    ]


def test_a_title_without_markup_is_the_first_line() -> None:
    """Without ``#`` and front matter the first line is the title."""
    assert read_markdown(b"Plain start\n\nMore.", "a.md").title == "Plain start"


def test_lines_that_are_no_front_matter_stay() -> None:
    """A rule on top of a text opens no front matter unless another closes it."""
    assert split_front_matter("---\nA: b\n") == ({}, "---\nA: b\n")
    assert split_front_matter("Text\n---\nA: b\n---\n")[0] == {}


def test_unclosed_markup_loses_nothing() -> None:
    """Tags that are never closed still give their text."""
    assert blocks_of_markup("<p>One<p>Two <b>three") == [("One", PARAGRAPH), ("Two three", PARAGRAPH)]


@given(st.text(st.sampled_from(list("ab \n#*_[]()!<>`-|:&;\\\"'~=1.")), max_size=120))
@settings(max_examples=150, deadline=None)
def test_blocks_lie_in_order_in_the_text(text: str) -> None:
    """For any markup the blocks are trimmed, not empty, and apart from each other by a blank line."""
    article = read_markdown(text.encode(), "a.md")
    assert "\n\n".join(words for words, _ in blocks_of(article)) == article.text
    assert all(words and words == words.strip() for words, _ in blocks_of(article))
