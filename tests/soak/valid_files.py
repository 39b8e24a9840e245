"""A small sound file of every form that the program reads, to be damaged: by the name of the form, its bytes."""

from __future__ import annotations

import io
import sys
import tempfile
from functools import cache
from pathlib import Path

import docx

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "articles")]

from factories import make_article, make_desk, make_evidence, make_record, write_records  # noqa: E402
from pdf_file import lines, pdf  # noqa: E402 - found only by the line above

from factcheck_tui.desk import Desk, Filter  # noqa: E402
from factcheck_tui.model import Verdict  # noqa: E402

ARCHIVE = HERE.parent / "data" / "archive"
TEXT = "The tower of Grey Point\n\nBy Ann Roe\n\nIt was built in 1871, the keeper said. “It has 204 steps.”\n"
MARKDOWN = """---
title: The tower
author: Ann Roe
date: 2025-05-01
---
# The tower

It was *built* in [1871](https://example.org/t "the register").

> It has 204 steps, said the keeper.

- 30 metres
- `12` windows

| year | visitors |
|------|----------|
| 1999 | 12,000   |
"""
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The tower</title>
<meta property="og:site_name" content="Gazette"><link rel="canonical" href="https://example.org/t">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The tower", "datePublished": "2025-05-01",
"author": [{"name": "Ann Roe"}]}</script></head><body><nav>Home</nav><article><h1>The tower</h1>
<p>The tower was built in 1871 and has 204 steps, the keeper of the house told the council on Tuesday.</p>
<figure><img src="t.png"><figcaption>The tower in 1950.</figcaption></figure>
<blockquote><p>&ldquo;It is 30 metres tall &amp; leans&rdquo;, she said of it to all who asked.</p></blockquote>
<table><tr><td>1999</td><td>12,000</td></tr></table><!-- end --></article></body></html>
"""
VTT = """WEBVTT

00:00:01.000 --> 00:00:04.000 align:start
<v Ann Roe>The tower was built in 1871,
and it has

00:00:04.000 --> 00:00:06.500
204 steps.
"""
SRT = "1\n00:00:01,000 --> 00:00:04,000\nThe tower was built\n\n2\n00:00:04,000 --> 00:00:06,500\nin 1871.\n"
TRANSCRIPT = "[00:00:01] MODERATOR: When was it built?\n\n[00:00:05] ANN ROE: In 1871. It has 204 steps.\n"
RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title The tower}{\author Ann Roe}}\f0
The tower\par\par It was built in 1871.
\ldblquote It leans\rdblquote , the keeper\rquote s aunt \b said\b0 ; \'a33m.\par
\u8220?Nobody\u8221? checked.{\*\bkmkstart x}\par}"""


@cache
def articles() -> dict[str, bytes]:
    """File name -> an article in that form."""
    texts = {
        "text.txt": TEXT, "markdown.md": MARKDOWN, "page.html": HTML, "captions.vtt": VTT, "captions.srt": SRT,
        "transcript.txt": TRANSCRIPT,
    }  # fmt: skip
    return {
        **{name: text.encode() for name, text in texts.items()},
        "wide.txt": TEXT.encode("utf-16"),
        "rich.rtf": RTF,
        "word.docx": _word(),
        "pages.pdf": pdf(lines("The tower was built in 1871.", "It has 204 steps."), info="/Author (Ann Roe)"),
    }


@cache
def archives() -> dict[str, bytes]:
    """File name -> prior records in that form: the examples of the archive's readers."""
    return {path.name: path.read_bytes() for path in sorted(ARCHIVE.iterdir())
            if not path.name.startswith(".") and not path.name.endswith(".expected.json")}  # fmt: skip


@cache
def desks() -> dict[str, bytes]:
    """File name -> another desk's work, as a colleague hands it over."""
    with tempfile.TemporaryDirectory() as folder, make_desk(Path(folder, "ben.db"), "Ben") as desk:
        home = Path(folder)
        _worked_at(desk, home)
        desk.backup(home / "copy.db")
        for form in ("json", "ndjson"):
            desk.export(Filter(with_confidential=True), home / f"list.{form}", form)
        return {name: (home / name).read_bytes() for name in ("copy.db", "list.json", "list.ndjson")}


def _worked_at(desk: Desk, home: Path) -> None:
    records = [make_record("The tower was built in 1871", source_id="a", rating="True")]
    desk.import_records(write_records(home / "a.ndjson", records))
    article, _ = desk.add(make_article(TEXT, publisher="Gazette"))
    first, *_, last = (status.claim.id for status in desk.claims(article.id))
    desk.match(last)
    desk.adopt(last, desk.find_record("a").id)
    desk.mark([first, last], Verdict.DISPUTED)
    desk.undo()
    desk.note(last, "It is 205, says the keeper")
    desk.add_evidence(make_evidence(last, confidential=True))
    desk.tag([first], add=["numbers"])


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("The tower", 0)
    document.add_paragraph("It was built in 1871.")
    document.add_table(1, 2).cell(0, 1).text = "204 steps"
    document.core_properties.author = "Ann Roe"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
