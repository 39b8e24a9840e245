"""Verdict lists out: ``VerdictList`` rendered to bytes, and bytes written to a file whole or not at all.

Rendering is pure: the same list gives the same bytes, with no time of export in them unless one is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from factcheck_tui.errors import OutputError
from factcheck_tui.export import (
    claimreview,
    csv_evidence,
    csv_sheet,
    datafeed,
    docx_memo,
    html_page,
    json_list,
    markdown_memo,
)
from factcheck_tui.export.json_list import Complete
from factcheck_tui.export.options import Options
from factcheck_tui.export.whole_file import check, write
from factcheck_tui.model import VerdictList
from factcheck_tui.visible import one_line

__all__ = [
    "FORMATS",
    "Options",
    "Writer",
    "check",
    "companions",
    "format_of",
    "is_whole",
    "pieces",
    "preview",
    "remarks",
    "render",
    "write",
]


class Writer(NamedTuple):
    """A form of output: how it is rendered, and the suffixes of file names that ask for it, the usual one first.

    A form that writes all matches and histories, and not only what a list shows, comes in pieces.
    """

    render: Callable[[VerdictList, Options], bytes] | None
    suffixes: tuple[str, ...]
    preview: Callable[[VerdictList, Options], str] | None = None  # where the bytes are not what a person would read
    remarks: Callable[[VerdictList, Options], tuple[str, ...]] | None = None  # what is missing, a sentence a claim
    pieces: Callable[[VerdictList, Options, Complete], Iterator[bytes]] | None = None


FORMATS: Mapping[str, Writer] = {
    "csv": Writer(csv_sheet.render, (".csv",)),
    "json": Writer(None, (".json",), pieces=json_list.pieces),
    "ndjson": Writer(None, (".ndjson", ".jsonl"), pieces=json_list.lines),
    "markdown": Writer(markdown_memo.render, (".md", ".markdown")),
    "html": Writer(html_page.render, (".html", ".htm"), preview=html_page.preview),
    "docx": Writer(docx_memo.render, (".docx",), preview=docx_memo.preview),
    "claimreview": Writer(claimreview.render, (".jsonld",), remarks=claimreview.remarks),
    "datafeed": Writer(datafeed.render, (".datafeed.json",)),
}


def render(verdict_list: VerdictList, format: str, options: Options | None = None) -> bytes:
    """The list in one of ``FORMATS``.

    :raises OutputError: for a format that is not there, or that needs a library which is not installed
    """
    return b"".join(pieces(verdict_list, format, options))


def pieces(
    verdict_list: VerdictList,
    format: str,
    options: Options | None = None,
    complete: Complete = lambda row: row,
) -> Iterable[bytes]:
    """As ``render``, piece by piece, for lists that are longer than one likes to hold.

    :param complete: gives a row of the list with its matches and its history, where it was read without them
    :raises OutputError: as ``render``
    """
    writer, options = _writer(format), options or Options()
    if writer.pieces:
        return writer.pieces(verdict_list, options, complete)
    assert writer.render is not None
    return [writer.render(verdict_list, options)]


def preview(verdict_list: VerdictList, format: str, options: Options | None = None) -> str:
    """What a person reads of the list in one of ``FORMATS``, before it is written. :raises OutputError:"""
    writer, options = _writer(format), options or Options()
    if writer.preview:
        return writer.preview(verdict_list, options)
    return render(verdict_list, format, options).decode("utf-8", "replace")


def remarks(verdict_list: VerdictList, format: str, options: Options | None = None) -> tuple[str, ...]:
    """What the readers of a form will miss, a sentence for each claim. :raises OutputError: for an unknown format"""
    found = _writer(format).remarks
    return found(verdict_list, options or Options()) if found else ()


def companions(verdict_list: VerdictList, format: str, options: Options | None = None) -> dict[str, bytes]:
    """Files that belong beside the list, by what their names end in: a sheet has no room for several sources a row."""
    evidence = csv_evidence.render(verdict_list, options or Options()) if format == "csv" else b""
    return {".evidence.csv": evidence} if evidence else {}


def is_whole(format: str) -> bool:
    """Whether a form writes all matches and histories. :raises OutputError: for an unknown format"""
    return _writer(format).pieces is not None


def format_of(path_name: str) -> str:
    """The format that a file name's suffix asks for. OutputError when it asks for none."""
    suffixes = [suffix.lower() for suffix in PurePath(path_name).suffixes]
    for ending in ("".join(suffixes[-2:]), *suffixes[-1:]):
        for name, writer in FORMATS.items():
            if ending in writer.suffixes:
                return name
    known = ", ".join(f"{name} ({writer.suffixes[0]})" for name, writer in FORMATS.items())
    raise OutputError(f"The name {one_line(path_name)} tells no format; say which: {known}.")


def _writer(format: str) -> Writer:
    if format not in FORMATS:
        raise OutputError(f"There is no format {one_line(format)}; the formats are {', '.join(FORMATS)}.")
    return FORMATS[format]
