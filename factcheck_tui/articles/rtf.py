"""Rich text, as many editorial systems hand it on: the words without the formatting."""

from __future__ import annotations

import re
from typing import Final

from factcheck_tui.articles.extras import needing
from factcheck_tui.articles.text import article_of_text
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article

_CODE_PAGE: Final = re.compile(rb"\\ansicpg(\d{3,5})")
_AUTHOR: Final = re.compile(r"\{\\info\b.{0,2000}?\{\\author ([^{}\\]{1,200})\}", re.DOTALL)


def read_rtf(content: bytes, source: str) -> Article:
    """The article of a rich text file. :raises ReadError: when its reader is not installed, or it has no text"""
    with needing("rtf", source, "rich text"):
        from striprtf.striprtf import rtf_to_text
    declared = _CODE_PAGE.search(content[:2000])
    encoding = f"cp{declared[1].decode('ascii')}" if declared else "cp1252"
    markup = content.decode("latin-1")  # RTF is ASCII; other letters are escaped, in the code page that it declares
    try:
        text: str = rtf_to_text(markup, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except LookupError as error:
        raise ReadError(f"{source} is rich text in an unknown code page: save it as .docx or plain text.") from error
    except ValueError as error:  # a letter that there is not
        raise ReadError(f"{source} is damaged rich text: get a sound copy of it, or save it as plain text.") from error
    author = _AUTHOR.search(markup[:5000])
    return article_of_text(text.replace("\x00", ""), source, author[1].strip() if author else "")
