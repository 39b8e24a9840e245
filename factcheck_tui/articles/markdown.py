"""Markdown: the words without the markup, in blocks whose roles the markup gives.

``Article.text`` is what a reader of the rendered page would see, blocks parted by a blank line; what else stands in
the file (addresses of links, code, scripts) says nothing that can be checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck_tui.articles.composing import clean, compose, with_title
from factcheck_tui.articles.encoding import decode
from factcheck_tui.articles.frontmatter import first_of, split_front_matter
from factcheck_tui.articles.markup import Piece, blocks_of_markup
from factcheck_tui.model import Article, BlockRole

if TYPE_CHECKING:
    from markdown_it.token import Token

DROPPED = ("fence", "code_block", "hr")


def read_markdown(content: bytes, source: str) -> Article:
    """The article of a Markdown file; front matter gives title, byline, publisher, date, URL and language."""
    front, body = split_front_matter(decode(content, source))
    return compose(
        with_title([(words, role) for words, role in map(clean, [*_above(front), *_body(body)]) if words], ""),
        source,
        language=first_of(front, "language", "lang"),
        byline=first_of(front, "author", "authors", "byline"),
        publisher=first_of(front, "publisher", "site"),
        published=first_of(front, "published", "date", "pubdate"),
        url=first_of(front, "url", "canonical_url", "link"),
    )


def _above(front: dict[str, str]) -> list[Piece]:
    """Title and standfirst as blocks of the text: errors hide there, wherever the file keeps them."""
    title = first_of(front, "title", "headline")
    standfirst = first_of(front, "standfirst", "subtitle", "description", "summary")
    return [(title, BlockRole.TITLE), (standfirst, BlockRole.PARAGRAPH)]


def _body(body: str) -> Iterator[Piece]:
    from markdown_it import MarkdownIt  # the desk has it loaded, the command line mostly needs none

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    role, after_picture = BlockRole.PARAGRAPH, False
    row: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            role = BlockRole.TITLE if token.tag == "h1" else BlockRole.HEADING
        elif token.type == "heading_close":
            role = BlockRole.PARAGRAPH
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield " | ".join(row or []), BlockRole.PARAGRAPH
            row = None
        elif token.type == "html_block":
            yield from blocks_of_markup(token.content)
        elif token.type == "inline":
            pieces = list(_inline(token.children or [], role, after_picture))
            after_picture = _only_pictures(token.children or [])
            if row is None:
                yield from pieces
            else:
                row.extend(words for words, _ in pieces)


def _only_pictures(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is pictures alone, so that an emphasised line below it is their caption."""
    shown = [token for token in tokens if token.content.strip() or token.type == "image"]
    return bool(shown) and all(token.type == "image" for token in shown)


def _inline(tokens: Sequence[Token], role: BlockRole, after_picture: bool) -> Iterator[Piece]:
    """The words of one paragraph or heading, before them the captions of the pictures in it."""
    words: list[str] = []
    loud = True  # no word so far stands outside emphasis
    depth = 0
    for token in tokens:
        if token.type == "image":
            yield "".join(child.content for child in token.children or []), BlockRole.CAPTION
            after_picture = after_picture or not "".join(words).strip()
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" " if token.type == "softbreak" else "\n")
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
            loud = loud and (depth > 0 or not token.content.strip())
        elif token.type in ("em_open", "strong_open"):
            depth += 1
        elif token.type in ("em_close", "strong_close"):
            depth -= 1
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            words.append("\n")
    caption = role is BlockRole.PARAGRAPH and after_picture and loud
    yield "".join(words), BlockRole.CAPTION if caption else role
