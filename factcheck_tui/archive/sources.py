"""Where prior records are read from: files, all files of a folder, all members of a zip archive."""

from __future__ import annotations

import gzip
import os
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path, PurePosixPath
from typing import cast

from factcheck_tui import held
from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second: an empty archive
_OFFICE = (
    "[Content_Types].xml",
    "mimetype",
    "META-INF/container.xml",
)  # members that only office files and books have
BOMB = 200  # times its size that a member unpacks to: text is packed to a third or a twentieth
BOMB_FROM = 64 * 1024 * 1024  # bytes


class Source(ABC):
    """Bytes under a name that can be shown, read from the beginning each time that it is opened."""

    name: str
    size: int  # in bytes, as ``tell`` of the opened source counts them

    @property
    @abstractmethod
    def stem(self) -> str:
        """The last part of the name, without its suffixes."""

    @abstractmethod
    def open(self) -> BufferedIOBase:
        """:raises OSError: when it cannot be read"""


class FileSource(Source):
    """A regular file. :raises ReadError: when there is none at the path"""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = one_line(str(path))
        with said_in_words(self.name):
            if not path.exists():
                raise ReadError(f"There is no file {self.name}; check the path.")
            if not path.is_file():
                kind = "a folder" if path.is_dir() else "not a regular file"
                raise ReadError(f"{self.name} is {kind}; name a file of prior records.")
            self.size = path.stat().st_size

    @property
    def stem(self) -> str:
        return self.path.name.split(".")[0]

    def open(self) -> BufferedIOBase:
        held.check(self.path)
        return self.path.open("rb")


class ZipMember(Source):
    """A file within a zip archive; its bytes are counted unpacked."""

    def __init__(self, path: Path, member: zipfile.ZipInfo) -> None:
        self._path, self._member = path, member
        self.name = one_line(f"{path}/{member.filename}")
        self.size = member.file_size

    @property
    def stem(self) -> str:
        return PurePosixPath(self._member.filename).name.split(".")[0]

    def open(self) -> BufferedIOBase:
        if self._member.file_size > max(BOMB_FROM, BOMB * self._member.compress_size):
            raise ReadError(f"{self.name} unpacks to more than {BOMB} times its size; it is no list of records.")
        try:
            with zipfile.ZipFile(self._path) as archive:  # the file stays open until the member is closed
                return cast(BufferedIOBase, archive.open(self._member))
        except RuntimeError as error:  # so does zipfile say it
            raise ReadError(f"{self.name} is locked with a password; unpack it first.") from error
        except NotImplementedError as error:
            raise ReadError(f"{self.name} is packed in a way that is not known here; unpack it first.") from error


def find_sources(path: Path) -> list[Source]:
    """What there is to read at a path: the file, the files of the folder in order of their names, the zip's members.

    Hidden files, what systems put beside others' files, and an open desk among them are left out.
    :raises ReadError: when there is nothing, or it may not be read
    """
    name = one_line(str(path))
    with said_in_words(name):
        if path.is_dir():
            found = [each for file in _files(path) for each in _of_file(file)]
            if not found:
                raise ReadError(f"{name} is an empty folder; there is nothing to import.")
            return found
        file = FileSource(path)
        with file.open() as opened:
            if opened.read(4) not in _ZIP:
                return [file]
        return _members(path, name)


def _files(folder: Path) -> Iterator[Path]:
    def stop(error: OSError) -> None:
        raise error

    for parent, folders, names in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file() and not held.is_held(path):
                yield path


def _of_file(path: Path) -> list[Source]:
    """As ``find_sources`` for a file of a folder: what cannot be read is said when its turn comes."""
    try:
        return find_sources(path)
    except ReadError:
        return [FileSource(path)]


def _members(path: Path, name: str) -> list[Source]:
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if member.filename and not member.is_dir()]
    if any(member.filename in _OFFICE for member in members):
        raise ReadError(f"{name} is an Excel file or another office file; save the sheet as CSV.")
    found = [
        ZipMember(path, member)
        for member in sorted(members, key=lambda member: member.filename)
        if not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member.filename).parts)
    ]
    if not found:
        raise ReadError(f"{name} is an empty zip archive; there is nothing to import.")
    return list(found)


@contextmanager
def said_in_words(name: str) -> Iterator[None]:
    """Turn what the system says of a user's files into a sentence. :raises ReadError:"""
    try:
        yield
    except PermissionError as error:
        raise ReadError(f"{name} may not be read by you; ask its owner for permission.") from error
    except zipfile.BadZipFile as error:
        raise ReadError(f"{name} is a damaged or cut zip archive; fetch it again.") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ReadError(f"{name} is a damaged or cut gzip file; fetch it again.") from error
    except OSError as error:
        raise ReadError(f"{name} cannot be read: {error.strerror or error}.") from error
