"""Word documents: paragraphs with the roles that their styles give, as the text reads with all changes accepted.

What was deleted or moved away under tracked changes is left out, what was inserted is in. Comments are no text.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from factcheck_tui.articles.composing import compose, with_title
from factcheck_tui.articles.extras import needing
from factcheck_tui.articles.markup import Piece
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, BlockRole

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT: Final = {
    f"{_W}del",
    f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same again for old programs
}
_BREAKS: Final = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_STYLES: Final = (  # by the beginning of a style's name, which Word keeps in English
    ("title", BlockRole.TITLE),
    ("heading", BlockRole.HEADING),
    ("caption", BlockRole.CAPTION),
)


def read_docx(content: bytes, source: str) -> Article:
    """The article of a Word document. :raises ReadError: when the document is damaged, or its reader not installed"""
    with needing("docx", source, "a Word document"):
        import docx
        from docx.opc.exceptions import PackageNotFoundError
        from lxml.etree import XMLSyntaxError
    try:
        document = docx.Document(io.BytesIO(content))
    except (
        PackageNotFoundError,
        XMLSyntaxError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,  # a way of packing that Python does not know
        RuntimeError,  # a part that is locked
        EOFError,
        AttributeError,  # other elements where python-docx expects its own
        TypeError,  # a relation without what it leads to
        KeyError,
        ValueError,
        OSError,
    ) as error:
        raise ReadError(
            f"{source} is a damaged Word document: open it in a word processor and save it anew."
        ) from error
    pieces = [piece for piece in _pieces(document.element.body, _styles(document)) if piece[0].strip()]
    if not pieces:
        raise ReadError(f"{source} is a Word document without text: check that it is the right file.")
    told = document.core_properties
    return compose(
        with_title(pieces, ""),
        source,
        with_roles=any(role is not BlockRole.PARAGRAPH for _, role in pieces),
        byline=told.author or "",
        published=told.modified.date().isoformat() if told.modified else "",
        language=(told.language or "").partition("-")[0].lower(),
    )


def _styles(document: Document) -> dict[str, BlockRole]:
    """The roles of the paragraph styles that have one, by the style's id."""
    roles: dict[str, BlockRole] = {}
    for style in document.styles:
        name = (style.name or "").lower()
        for beginning, role in _STYLES:
            if name.startswith(beginning) and not name.endswith("char"):
                roles[style.style_id] = role
    return roles


def _pieces(body: _Element, styles: dict[str, BlockRole]) -> Iterator[Piece]:
    """All paragraphs in order, those of tables and text boxes among them; a first heading is the title."""
    first = True
    for paragraph in body.iter(f"{_W}p"):
        words = "".join(_words(paragraph))
        if not words.strip() or any(above.tag in _LEFT_OUT for above in paragraph.iterancestors()):
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        role = styles.get(style.get(f"{_W}val", ""), BlockRole.PARAGRAPH) if style is not None else BlockRole.PARAGRAPH
        yield words, BlockRole.TITLE if first and role is BlockRole.HEADING else role
        first = False


def _words(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}p":  # a paragraph within is one of its own
            yield from _words(child)
