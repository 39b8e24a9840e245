"""What a file is, by its content first: names lie, and what came from a page or a pipe has none."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from factcheck_tui.errors import ReadError

UNPACKED: Final = 100_000_000  # bytes that a zip archive may unpack to; a long manuscript with pictures has 20 MB
_HEAD: Final = 2_000  # bytes; whatever tells a format stands at its start
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.DOTALL
)
_SUBTITLES: Final = re.compile(
    r"\s*WEBVTT\b|\s*\d+\s*\r?\n\s*\d\d:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d\d:\d\d:\d\d", re.ASCII
)
_SUFFIXES: Final = {  # of files whose content does not tell
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".vtt": "subtitles",
    ".srt": "subtitles",
}
_OFFICE: Final = (
    ("word/", "docx"),
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an e-book"),
)


def form_of(content: bytes, source: str) -> str:
    """One of the keys of ``articles.READERS``. :raises ReadError: for what is none of them, saying what it is"""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"{\\rtf"):
        return "rtf"
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content, source)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise ReadError(f"{source} is protected by a password: save a copy without one first.")
        raise ReadError(f"{source} is an old office document: save it as .docx or plain text first.")
    head = content[:_HEAD].replace(b"\x00", b"").decode("utf-8", "ignore").removeprefix("\ufeff")
    if _PAGE.match(head):
        return "html"
    if _SUBTITLES.match(head):
        return "subtitles"
    return _SUFFIXES.get(PurePath(source).suffix.lower(), "text")


def _zipped(content: bytes, source: str) -> str:
    """The form of an office document; nothing of it is unpacked yet."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OverflowError) as error:
        raise ReadError(f"{source} is a damaged zip archive or office document: get a sound copy of it.") from error
    if sum(part.file_size for part in parts) > UNPACKED:
        raise ReadError(f"{source} unpacks to over {UNPACKED // 1_000_000} MB: save its text alone as a file.")
    for beginning, form in _OFFICE:
        if any(part.filename.startswith(beginning) for part in parts):
            if form != "docx":
                raise ReadError(f"{source} is {form}: save its text as .docx or plain text first.")
            return form
    raise ReadError(f"{source} is a zip archive: unpack it and name the files in it.")
