"""Plain text: the decoded file unchanged, so that offsets hold for every tool that reads the same file."""

from __future__ import annotations

import re

from factcheck_tui.articles.encoding import decode
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article

_MARKUP = re.compile(r"\s*<\?xml\b", re.IGNORECASE)


def read_text(content: bytes, source: str) -> Article:
    """The article of a plain text file; its title is the first line that is not blank."""
    text = decode(content, source)
    if _MARKUP.match(text):
        raise ReadError(f"{source} is a file of markup, not plain text: save its words as text first.")
    return article_of_text(text, source)


def article_of_text(text: str, source: str, byline: str = "") -> Article:
    """The article of a text that says nothing of itself; a transcript among them is known by its speakers."""
    from factcheck_tui.articles.transcript import turns_of

    blocks, places = turns_of(text)
    return Article(
        text=text,
        title=first_line(text),
        source=source,
        language="",
        byline=byline,
        blocks=blocks,
        places=places,
    )


def first_line(text: str) -> str:
    """The first line of ``text`` that is not blank, trimmed; "" when all are."""
    return text.strip().partition("\n")[0].strip()
