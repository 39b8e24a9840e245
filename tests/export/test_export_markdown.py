"""The memo: its shape, and that data in it shows literally."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from verdict_lists import ANY, ARTICLE, HOSTILE, LINK, LIST, RECORD, row

from factcheck_tui.export import render
from factcheck_tui.model import VerdictList
from factcheck_tui.visible import one_line


def test_markdown_memo() -> None:
    """The memo counts, says disputed first, then pending, then confirmed, and links the records."""
    assert render(LIST, "markdown").decode() == (
        "# Bridge opens\n"
        "\n"
        "3 claims: 1 disputed, 1 pending, 1 confirmed\n"
        "\n"
        "## Disputed (1)\n"
        "\n"
        "- **1** was: The bridge is 900 metres long. → should be: The bridge is 620 metres long."
        " → source: [Survey of bridges, p. 4](https://example.org/survey) (primary, against);"
        " The builder (secondary, context) — Ana Lopes — measured"
        " — [Harbour Check, True, 2021-03-04](https://example.org/checks/9) (differs: 900 ≠ 620)\n"
        "\n"
        "## Pending (1)\n"
        "\n"
        "- **2** It cost nothing. — Ana Lopes — measured\n"
        "\n"
        "## Confirmed (1)\n"
        "\n"
        "- **3** It is red. — Ana Lopes — measured\n"
    )


def test_markdown_names_articles_where_there_are_several() -> None:
    """In a memo on several articles each claim says where it stands."""
    other = replace(row("It is blue."), article=replace(ARTICLE, id=4, title="Other"))
    assert (
        "It is blue. — Ana Lopes — measured — Other, line 2"
        in render(replace(LIST, rows=(*LIST.rows, other)), "markdown").decode()
    )


@settings(max_examples=100, deadline=None)
@given(ANY | st.sampled_from(HOSTILE))
def test_markdown_shows_text_literally(text: str) -> None:
    """Hostile text makes no markup: a Markdown parser reads one list item whose text is the claim, and no HTML."""
    bare = replace(row("Before " + text + " after"), links=())
    bare = replace(bare, status=replace(bare.status, note="", claim=replace(bare.status.claim, claimant="")))
    memo = render(VerdictList(title="T " + text, rows=(bare,)), "markdown").decode("utf-8")
    assert "<" not in memo
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(memo)
    assert [token.tag for token in tokens if token.nesting == 1] == ["h1", "p", "h2", "ul", "li", "p"]
    inline = tokens[-4].children or []
    assert "".join(child.content for child in inline) == one_line(f"1 Before {text} after")
    assert {child.type for child in inline} <= {"text", "text_special", "strong_open", "strong_close"}


@pytest.mark.parametrize(
    ("url", "in_memo"),
    [
        ("https://example.org/a(b)?x=1&y=2", "](https://example.org/a%28b%29?x=1&y=2)"),
        ("https://example.org/é <b>", "](https://example.org/é%20%3Cb%3E)"),
        ("https://example.org/)[x](javascript:1", "](https://example.org/%29%5Bx%5D%28javascript:1)"),
        ("javascript:alert(1)", "2021-03-04, javascript:alert(1)"),
        ("", "Harbour Check, True, 2021-03-04 (differs"),
    ],
)
def test_markdown_links(url: str, in_memo: str) -> None:
    """Only web addresses become links, and none can end its link early."""
    linked_row = replace(row(), links=(replace(LINK, record=replace(RECORD, url=url)),))
    assert in_memo in render(replace(LIST, rows=(linked_row,)), "markdown").decode()
