"""Reading a file, or what came through a pipe, into an ``Article``. Nothing here knows the store.

A format is one file of this package with one function ``(content, source) -> Article`` and one line in ``READERS``;
heavy libraries are imported within that function, so that they cost nothing to those who do not use the format.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Final

from factcheck_tui.articles.markdown import read_markdown
from factcheck_tui.articles.text import read_text
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article

Reader = Callable[[bytes, str], Article]

LIMIT: Final = 20_000_000  # bytes; a long book has 2 MB, so that more is a mistake and would only stall the desk
READERS: Final[dict[str, Reader]] = {  # by suffix; whatever has another one is read as plain text
    ".md": read_markdown,
    ".markdown": read_markdown,
}

__all__ = ["LIMIT", "READERS", "read_bytes", "read_file"]


def read_file(path: Path) -> Article:
    """The article in the file at ``path``, by the reader for its suffix; ``ReadError`` says why there is none."""
    source = str(path)
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
    """The article in ``content``; ``source`` is the file name, whose suffix picks the reader, or "-" for a pipe."""
    if len(content) > LIMIT:
        raise ReadError(f"{source} is over {LIMIT // 1_000_000} MB: cut it into articles first.")
    read = READERS.get(PurePath(source).suffix.lower(), read_text)
    article = read(content, source)
    if not article.text.strip():
        raise ReadError(f"{source} is empty: there is no text in it to check.")
    return article
