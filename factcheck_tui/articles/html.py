"""A page of the web, saved or fetched: its main text without what stands around it, in blocks with their roles.

trafilatura finds the main text and what the page says of itself. It drops captions and flattens embedded posts, so
these are marked before, in words that it keeps, and told apart after.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from factcheck_tui.articles.composing import compose, with_title
from factcheck_tui.articles.encoding import decode
from factcheck_tui.articles.markup import Piece
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, BlockRole

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST: Final = 5_000_000  # characters; pages have 0.1 to 2 million, and the time to find the text grows with them
ELEMENTS: Final = 50_000  # live blogs have 20,000; the time grows with their square, and 150,000 took 80 seconds
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.I)
_MARKS: Final = {"⟦figcaption⟧": BlockRole.CAPTION, "⟦embed⟧": BlockRole.EMBED}
_CAPTIONS: Final = "//figcaption[normalize-space()]"
_EMBEDS: Final = (
    "//blockquote[contains(@class, 'twitter') or contains(@class, 'instagram') or contains(@class, 'tiktok')"
    " or contains(@class, 'bluesky')]"
)
_WITHIN: Final = ("list", "quote", "table", "div", "main", "body")


def read_html(content: bytes, source: str) -> Article:
    """The article on a page. :raises ReadError: when the page is too long or no text is found on it"""
    markup = _decoded(content, source)
    if len(markup) > LONGEST:
        raise ReadError(f"{source} is a page of over {LONGEST // 1_000_000} million characters: save its text alone.")
    import trafilatura  # half a second, with what it imports
    from trafilatura.settings import Document

    tree = trafilatura.load_html(markup)
    if tree is None:
        raise ReadError(f"{source} is no page that can be read: save its text as a file.")
    if sum(1 for _ in islice(tree.iter(), ELEMENTS + 1)) > ELEMENTS:
        raise ReadError(f"{source} is a page of over {ELEMENTS:,} parts: save its text as a file.")
    _mark(tree)
    shown = " ".join(" ".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")).split())
    language = (tree.get("lang") or "").strip()
    dates = {"original_date": True, "extensive_search": False}  # the page's own date, or none: never one guessed
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dates)
    pieces = list(_pieces(found.body)) if isinstance(found, Document) and found.body is not None else []
    if not isinstance(found, Document) or not any(role is BlockRole.PARAGRAPH for _, role in pieces):
        raise ReadError(f"{source} is a page without running text, as one drawn by scripts: save its text as a file.")
    pieces = with_title(pieces, " ".join((found.title or "").split()))
    standfirst = " ".join((found.description or "").split())
    if standfirst and standfirst in shown and not any(standfirst in words for words, _ in pieces):
        pieces.insert(1, (standfirst, BlockRole.PARAGRAPH))
    return compose(
        pieces,
        source,
        byline=found.author or "",
        publisher=found.sitename or "",
        published=found.date or "",
        url=found.url or "",
        language=language.replace("_", "-").partition("-")[0].lower(),
    )


def _decoded(content: bytes, source: str) -> str:
    """The markup as text: what is valid UTF-8 is that, whatever it declares; else as declared; else as it looks."""
    declared = _DECLARED.search(content[:5000])
    name = declared[1].decode("ascii", "ignore").lower() if declared else ""
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name, name)  # as browsers take them
    for encoding in ("utf-8", name):
        try:
            if encoding and codecs.lookup(encoding)._is_text_encoding:
                return content.decode(encoding).removeprefix("\ufeff")
        except (LookupError, UnicodeDecodeError):
            continue
    return decode(content, source)


def _mark(tree: _Element) -> None:
    """Put paragraphs with a mark in the place of figures with a caption, and of embedded posts."""
    for path, mark in ((_CAPTIONS, "⟦figcaption⟧"), (_EMBEDS, "⟦embed⟧")):
        for element in tree.xpath(path):
            words = " ".join("".join(element.itertext()).split())
            figure = next(element.iterancestors("figure"), element)
            parent = figure.getparent()
            if parent is None or not words:
                continue
            marked = parent.makeelement("p", {})
            marked.text, marked.tail = f"{mark}{words}", figure.tail
            parent.replace(figure, marked)


def _pieces(body: _Element) -> Iterator[Piece]:
    for element in body:
        if element.tag == "head":
            role = BlockRole.TITLE if element.get("rend") == "h1" else BlockRole.HEADING
            yield _words(element), role
        elif element.tag == "row":
            yield " | ".join(map(_words, element)), BlockRole.PARAGRAPH
        elif element.tag in _WITHIN and len(element):
            yield from _pieces(element)
        elif words := _words(element):
            role = next((role for mark, role in _MARKS.items() if words.startswith(mark)), BlockRole.PARAGRAPH)
            yield words.removeprefix("⟦figcaption⟧").removeprefix("⟦embed⟧").strip(), role


def _words(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
