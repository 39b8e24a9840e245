"""The libraries of formats that not every newsroom reads: extras of the package, asked for by name when missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck_tui.errors import ReadError


@contextmanager
def needing(extra: str, source: str, kind: str) -> Iterator[None]:
    """Around the import of what reads a format. :raises ReadError: naming the command that installs it"""
    try:
        yield
    except ImportError as error:
        raise ReadError(
            f"{source} is {kind}; to read such files install an extra: pip install 'factcheck-tui[{extra}]'."
        ) from error
