"""Plain text: the decoded file unchanged, so that offsets hold for every tool that reads the same file."""

from __future__ import annotations

import re

from factcheck_tui.articles.encoding import decode
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article

_PAGE = re.compile(r"\s*<(!doctype html|html|\?xml)\b", re.IGNORECASE)


def read_text(content: bytes, source: str) -> Article:
    """The article of a plain text file; its title is the first line that is not blank."""
    text = decode(content, source)
    if _PAGE.match(text):
        raise ReadError(f"{source} is a page of markup, not plain text: save the page as text first.")
    return Article(text=text, title=first_line(text), source=source)


def first_line(text: str) -> str:
    """The first line of ``text`` that is not blank, trimmed; "" when all are."""
    return text.strip().partition("\n")[0].strip()
