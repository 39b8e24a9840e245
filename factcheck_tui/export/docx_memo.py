"""The memo and the table for editors in Word; needs python-docx, the extra ``docx``.

Text goes in as text: python-docx escapes it. A zip file keeps the time of each of its parts, so the file that
python-docx made is packed again with one fixed time: the same list gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from factcheck_tui.errors import OutputError
from factcheck_tui.export.columns import differences
from factcheck_tui.export.html_text import GLYPHS
from factcheck_tui.export.markdown_memo import ORDER, counts
from factcheck_tui.export.options import Options
from factcheck_tui.model import VerdictList, VerdictRow
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from docx.document import Document

_THEN = datetime(2000, 1, 1, tzinfo=UTC)
_HEADINGS = ("No.", "Claim", "Verdict", "Should be", "Sources and prior records", "Note", "Checked by")
_WIDTHS = (0.4, 3.0, 0.9, 1.6, 2.1, 1.2, 0.8)  # inches of the columns, on a page that lies
_NO_XML = re.compile("[\ufffe\uffff]")  # noncharacters that XML has no way to hold


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """The file's bytes. :raises OutputError: when python-docx is not installed"""
    try:
        import docx
    except ImportError as error:
        raise OutputError("DOCX needs the library python-docx: pip install 'factcheck-tui[docx]'.") from error
    document = docx.Document()
    _describe(document, verdict_list)
    document.add_heading(_words(verdict_list.title), level=1)
    for line in (counts(verdict_list), f"As of {_words(options.stamp)}" if options.stamp else ""):
        if line:
            document.add_paragraph(line)
    for verdict in ORDER:
        rows = [row for row in verdict_list.rows if row.status.verdict is verdict]
        if rows:
            document.add_heading(f"{verdict.capitalize()} ({len(rows)})", level=2)
        for row in rows:
            document.add_paragraph(memo_line(row))
    _table(document, verdict_list)
    file = io.BytesIO()
    document.save(file)
    return _repacked(file.getvalue())


def preview(verdict_list: VerdictList, options: Options) -> str:
    """The memo's lines; the table with the same rows follows them in the file."""
    lines = [one_line(verdict_list.title), counts(verdict_list)]
    lines += [memo_line(row) for verdict in ORDER for row in verdict_list.rows if row.status.verdict is verdict]
    return "\n".join([*lines, "", "(then the table: " + ", ".join(_HEADINGS) + ")"])


def memo_line(row: VerdictRow) -> str:
    """A claim in one paragraph: was, should be, sources, who says it, the note."""
    status, claim = row.status, row.status.claim
    number = f"{claim.number}{' ⚑' if status.flagged else ''}"
    if status.suggested_wording:
        parts = [f"{number}  was: {_words(claim.text)} → should be: {_words(status.suggested_wording)}"]
    else:
        parts = [f"{number}  {_words(claim.text)}"]
    parts += [_words(words) for words in (claim.claimant, status.note) if words]
    return " — ".join([*parts, *_sources(row)])


def _sources(row: VerdictRow) -> list[str]:
    told = []
    for source in row.evidence:
        words = ", ".join(_words(word) for word in (source.title, source.url, source.locator) if word)
        told.append(f"source: {words} ({source.kind}, {source.stance})")
    for match in row.links:
        record = match.record
        words = ", ".join(_words(w) for w in (record.publisher, record.rating, record.review_date, record.url) if w)
        differs = f" (differs: {_words(differences(match))})" if match.differences else ""
        told.append(f"prior record: {words or 'unnamed'}{differs}")
    return told


def _table(document: Document, verdict_list: VerdictList) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Inches, Pt

    page: Any = document.add_section()
    page.page_width, page.page_height = page.page_height, page.page_width
    page.orientation = WD_ORIENT.LANDSCAPE
    page.left_margin = page.right_margin = Inches(0.5)
    document.add_heading(
        "All claims", level=2
    )  # LibreOffice keeps the page upright where a section begins with a table
    table: Any = document.add_table(rows=1, cols=len(_HEADINGS), style="Table Grid")
    table.autofit = False
    table.style.font.size = Pt(9)
    for cell, heading in zip(table.rows[0].cells, _HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for row in verdict_list.rows:
        status, claim = row.status, row.status.claim
        claimant = f" — {_words(claim.claimant)}" if claim.claimant else ""
        words = (
            str(claim.number),
            f"{_words(claim.text)}{claimant}",
            f"{GLYPHS[status.verdict]} {status.verdict}",
            _words(status.suggested_wording),
            "\n".join(_sources(row)),
            _words(status.note),
            f"{_words(status.checker)} {status.decided_at[:10]}".strip(),
        )
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Inches(width)  # of the grid, which some programs go by, and of each cell, which others do
        for cell in column.cells:
            cell.width = Inches(width)


def _describe(document: Document, verdict_list: VerdictList) -> None:
    facts: Any = document.core_properties
    facts.author, facts.comments, facts.title = "", "", _words(verdict_list.title)[:255]
    facts.created = facts.modified = _THEN


def _words(text: str) -> str:
    return _NO_XML.sub("\ufffd", one_line(text))


def _repacked(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            again.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
