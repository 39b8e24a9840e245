"""Reading a file, a page or what came through a pipe into an ``Article``. Nothing here knows the store.

A format is one file of this package with one function ``(content, source) -> Article`` and one line in ``READERS``;
heavy libraries are imported within that function, so that they cost nothing to those who do not use the format.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from factcheck_tui import held
from factcheck_tui.articles.docx import read_docx
from factcheck_tui.articles.forms import form_of
from factcheck_tui.articles.html import read_html
from factcheck_tui.articles.language import language_of
from factcheck_tui.articles.markdown import read_markdown
from factcheck_tui.articles.pdf import read_pdf
from factcheck_tui.articles.rtf import read_rtf
from factcheck_tui.articles.subtitles import read_subtitles
from factcheck_tui.articles.text import read_text
from factcheck_tui.articles.web import fetch, is_address
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article

Reader = Callable[[bytes, str], Article]

LIMIT: Final = 20_000_000  # bytes; a long book has 2 MB, so that more is a mistake and would only stall the desk
READERS: Final[dict[str, Reader]] = {  # by what ``form_of`` says of the content
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "rtf": read_rtf,
    "pdf": read_pdf,
    "subtitles": read_subtitles,
}

__all__ = ["LIMIT", "READERS", "is_address", "read_address", "read_bytes", "read_file"]


def read_address(address: str) -> Article:
    """The article at an http or https address; ``ReadError`` says why there is none."""
    content, found_at = fetch(address, LIMIT)
    article = read_bytes(content, found_at)
    return replace(article, source=address, url=article.url or found_at)


def read_file(path: Path) -> Article:
    """The article in the file at ``path``; ``ReadError`` says why there is none."""
    source = str(path)
    held.check(path)
    try:
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)  # and not what stat() says: a pipe or a device has no size
    except FileNotFoundError as error:
        raise ReadError(f"{source} does not exist: check the path.") from error
    except IsADirectoryError as error:
        raise ReadError(f"{source} is a directory: name the files in it.") from error
    except PermissionError as error:
        raise ReadError(f"{source} may not be read by you: change its permissions or take a copy.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(f"{source!r} cannot be read: {error}.") from error
    return read_bytes(content, source)


def read_bytes(content: bytes, source: str) -> Article:
    """The article in ``content``; ``source`` is the file name, an address, or "-" for a pipe."""
    if len(content) > LIMIT:
        raise ReadError(f"{source} is over {LIMIT // 1_000_000} MB: cut it into articles first.")
    article = READERS[form_of(content, source)](content, source)
    if not article.text.strip():
        raise ReadError(f"{source} is empty: there is no text in it to check.")
    said = article.language.replace("_", "-").partition("-")[0].strip().lower()
    known = re.fullmatch(r"[a-z]{2,3}", said)  # a code, and no name of a language
    return replace(article, language=said if known else language_of(article.text))
