"""A file that is written whole or not at all: whoever reads it finds what stood there before, or all of the new."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck_tui import held
from factcheck_tui.errors import OutputError
from factcheck_tui.visible import one_line


def write(path: Path, content: Iterable[bytes], *, force: bool) -> str:
    """Write pieces to ``path`` by way of a new file beside it; permissions follow the umask. Gives their sha256.

    A link is followed: what it points to is replaced.

    :raises OutputError: when the file is there and ``force`` is not given, or it cannot be written; nothing is changed
    """
    with _said_in_words(path) as target:
        _check(target, one_line(str(path)), force=force)
        return _replace(target, content)


def check(path: Path, *, force: bool) -> None:
    """Say now what ``write`` would refuse for what stands there. :raises OutputError:"""
    with _said_in_words(path) as target:
        _check(target, one_line(str(path)), force=force)


@contextmanager
def _said_in_words(path: Path) -> Iterator[Path]:
    name = one_line(str(path))
    try:
        yield path.resolve()
    except PermissionError as error:
        raise OutputError(f"{name} may not be written by you; choose another folder.") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise OutputError(f"There is no folder {one_line(str(path.parent))}; make it or choose another.") from error
    except (
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # RuntimeError: links in a circle; ValueError: no such name can be
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise OutputError(f"{name} could not be written: {reason}.") from error


def _check(target: Path, name: str, *, force: bool) -> None:
    if target.is_dir():
        raise OutputError(f"{name} is a folder; give the name of a file.")
    if target.exists() and not target.is_file():
        raise OutputError(f"{name} is not a regular file; use - for standard output.")
    if held.is_held(target):
        raise OutputError(f"{name} belongs to the desk that is open here; choose another name.")
    if target.exists() and not force:
        raise OutputError(f"{name} is there already; choose another name or use --force.")


def _replace(target: Path, content: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    beside = target.with_name(f".factcheck-{secrets.token_hex(8)}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in content:
                file.write(piece)
                digest.update(piece)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        return digest.hexdigest()
    finally:
        beside.unlink(missing_ok=True)
