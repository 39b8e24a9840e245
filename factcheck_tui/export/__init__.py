"""Verdict lists out: ``VerdictList`` rendered to bytes, and bytes written to a file whole or not at all.

Rendering is pure: the same list gives the same bytes, with no time of export in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from factcheck_tui.errors import OutputError
from factcheck_tui.export import csv_sheet, json_list, markdown_memo
from factcheck_tui.export.whole_file import write
from factcheck_tui.model import VerdictList
from factcheck_tui.visible import one_line

__all__ = ["FORMATS", "Writer", "format_of", "render", "write"]


class Writer(NamedTuple):
    """A form of output: how it is rendered, and the suffixes of file names that ask for it, the usual one first."""

    render: Callable[[VerdictList], bytes]
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Writer] = {
    "csv": Writer(csv_sheet.render, (".csv",)),
    "json": Writer(json_list.render, (".json",)),
    "ndjson": Writer(json_list.render_lines, (".ndjson", ".jsonl")),
    "markdown": Writer(markdown_memo.render, (".md", ".markdown")),
}


def render(verdict_list: VerdictList, format: str, *, excel: bool = False) -> bytes:
    """The list in one of ``FORMATS``.

    :param excel: begin CSV with a byte order mark; other forms have none and take no notice
    :raises OutputError: for a format that is not there
    """
    if format not in FORMATS:
        raise OutputError(f"There is no format {one_line(format)}; the formats are {', '.join(FORMATS)}.")
    if excel and format == "csv":
        return csv_sheet.render(verdict_list, excel=True)
    return FORMATS[format].render(verdict_list)


def format_of(path_name: str) -> str:
    """The format that a file name's suffix asks for. OutputError when it asks for none."""
    suffix = PurePath(path_name).suffix.lower()
    for name, writer in FORMATS.items():
        if suffix in writer.suffixes:
            return name
    known = ", ".join(f"{name} ({writer.suffixes[0]})" for name, writer in FORMATS.items())
    raise OutputError(f"The name {one_line(path_name)} tells no format; say which: {known}.")
