"""PDF with a text layer: its lines put together to paragraphs again, each with its page.

A PDF knows where letters stand, not what a paragraph is. A line begins one where the gap above it is wider than usual,
where it is indented, where the letters change their size, or where the line before ended short. What comes again at
the edge of many pages (running heads, page numbers) is left out.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck_tui.articles.composing import compose
from factcheck_tui.articles.extras import needing
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, BlockRole

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PAGES: Final = 1_000
COLUMN: Final = 36.0  # points: lines that begin nearer to each other are of one column
STREAM: Final = 100_000_000  # bytes that one part of the file may unpack to; a page scanned in colour has 25 MB
ALL_STREAMS: Final = 1_000_000_000
REPEATED: Final = 3  # pages with the same line at their edge, from which it is a running head
_END: Final = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHENS: Final = "\x02\ufffe\xad"  # what PDFium gives for a hyphen at the end of a line
_DATE: Final = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


class _Line(NamedTuple):
    """A line of a page; lengths in points, from the left and the bottom of the page."""

    words: str
    left: float
    right: float
    bottom: float
    top: float
    page: int


def read_pdf(content: bytes, source: str) -> Article:
    """The article of a PDF. :raises ReadError: when it is damaged or locked, or holds pictures of text only"""
    with needing("pdf", source, "a PDF"):
        import pypdfium2
        from pypdfium2.raw import FPDF_ERR_PASSWORD
    if _is_bomb(content):
        raise ReadError(f"{source} is a PDF that unpacks to more than can be read: save its text alone as a file.")
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > PAGES:
                raise ReadError(f"{source} has over {PAGES:,} pages: save those to check as a file.")
            pages = [list(_lines(document[number], number + 1)) for number in range(len(document))]
            told = document.get_metadata_dict()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise ReadError(f"{source} is protected by a password: save a copy without one first.") from error
        raise ReadError(f"{source} is a damaged PDF: get a sound copy of it.") from error
    paragraphs = list(_paragraphs(_without_running_heads(pages)))
    if not any(any(map(str.isalpha, words)) for words, _ in paragraphs):
        raise ReadError(f"{source} is a PDF without text, as a scan is: run text recognition (OCR) on it first.")
    made = _DATE.match(told.get("CreationDate", ""))
    return compose(
        [(words, BlockRole.PARAGRAPH) for words, _ in paragraphs],
        source,
        places=[f"page {page}" for _, page in paragraphs],
        with_roles=False,
        byline=told.get("Author", ""),
        published="-".join(made.groups()) if made else "",
    )


def _is_bomb(content: bytes) -> bool:
    """Whether a stream unpacks beyond reason, or all of them do: PDFium would unpack it into memory."""
    if re.search(rb"/Fl\w*\s*/Fl\w*\s*[/\]]", content):  # packed twice, which nobody does who wants to be read
        return True
    total = 0
    for found in re.finditer(rb"\bstream\r?\n", content):
        size = 0
        unpacking = zlib.decompressobj()
        rest = content[found.end() : content.find(b"endstream", found.end())]
        while rest and not unpacking.eof and size <= STREAM:
            try:
                size += len(unpacking.decompress(rest, 1_000_000))
            except zlib.error:  # of another kind, or damaged
                break
            rest = unpacking.unconsumed_tail
        total += size
        if size > STREAM or total > ALL_STREAMS:
            return True
    return False


def _lines(page: PdfPage, number: int) -> Iterator[_Line]:
    from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex as char_index

    text_page = page.get_textpage()
    at = 0  # in UTF-16 units, as PDFium counts
    for line in text_page.get_text_range().split("\r\n"):
        words = line.strip()
        if words:
            first = at + _units(line[: len(line) - len(line.lstrip())])
            last = first + _units(words) - 1
            left, bottom, _, top = text_page.get_charbox(char_index(text_page, first), loose=True)
            _, _, right, _ = text_page.get_charbox(char_index(text_page, last), loose=True)
            yield _Line(words, left, right, bottom, top, number)
        at += _units(line) + 2


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without first and last lines that come again on others, whatever numbers are in them."""

    def shape(line: _Line) -> str:
        return re.sub(r"\d+", "0", line.words)

    edges = Counter(
        shape(line) for page in pages for line in {id(line): line for line in page[:1] + page[-1:]}.values()
    )
    repeated = {words for words, count in edges.items() if count >= REPEATED}
    return [
        [line for index, line in enumerate(page) if index not in (0, len(page) - 1) or shape(line) not in repeated]
        for page in pages
    ]


def _paragraphs(pages: list[list[_Line]]) -> Iterator[tuple[str, int]]:
    """The words of each paragraph, and the page that it begins on."""
    lines = [line for page in pages for line in page]
    steps = [above.bottom - line.bottom for above, line in pairwise(lines)]
    usual = median([step for step in steps if step > 1] or [12.0])
    edges: dict[tuple[int, int], float] = {}  # how far lines reach, by where they begin: columns have their own
    for each in lines:
        edges[_column(each)] = max(each.right, edges.get(_column(each), 0.0))
    words, page = "", 1
    for above, line in pairwise([None, *lines]):
        assert line is not None
        if above is None or _begins(above, line, usual, edges):
            if words:
                yield words, page
            words, page = line.words, line.page
        elif words[-1] in _HYPHENS:
            words = words[:-1] + line.words
        else:
            words += f" {line.words}"
    if words:
        yield words, page


def _column(line: _Line, beside: int = 0) -> tuple[int, int]:
    """What lines of one column and size have in common."""
    return round(line.left / COLUMN) + beside, round(line.top - line.bottom)


def _begins(above: _Line, line: _Line, usual: float, edges: Mapping[tuple[int, int], float]) -> bool:
    """Whether a line begins a paragraph."""
    ended = bool(_END.search(above.words))
    height = above.top - above.bottom
    if abs((line.top - line.bottom) - height) > 0.15 * height:
        return True
    step = above.bottom - line.bottom
    if above.page != line.page or step <= 0:  # another page, another column
        return ended
    if step > 1.4 * usual or line.left > above.left + 0.8 * height:
        return True
    edge = max(edges.get(_column(above, beside), 0.0) for beside in (-1, 0, 1))  # an indented line is of it too
    return ended and above.right < edge - 0.15 * (edge - above.left)
