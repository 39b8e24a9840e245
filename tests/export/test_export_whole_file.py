"""write: a file whole or not at all, and nothing left behind."""

import hashlib
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck_tui.errors import OutputError, StoreError
from factcheck_tui.export import write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As on a full disk, writing more than ``size`` bytes into a file fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_new_file(tmp_path: Path) -> None:
    """A new file holds the bytes, follows the umask, and is alone in its folder."""
    before = os.umask(0o027)
    try:
        write(tmp_path / "list.csv", [b"a,b\r\n"], force=False)
    finally:
        os.umask(before)
    assert (tmp_path / "list.csv").read_bytes() == b"a,b\r\n"
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o640
    assert names(tmp_path) == ["list.csv"]


def test_existing_file_needs_force(tmp_path: Path) -> None:
    """What is there stays, until force is given."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"there already.*--force"):
        write(path, [b"new"], force=False)
    assert path.read_bytes() == b"old"
    write(path, [b"new"], force=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["list.csv"]


def test_link_is_followed(tmp_path: Path) -> None:
    """A link stays a link; the file that it names is replaced."""
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write(tmp_path / "link.csv", [b"new"], force=True)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


@pytest.mark.parametrize("force", [False, True])
def test_what_cannot_be_written(force: bool, tmp_path: Path) -> None:
    """A folder, a missing folder, a file as folder, a pipe, an impossible name: one sentence each, nothing changed."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    for name, says in (
        ("folder", "is a folder"),
        ("missing/list.csv", "no folder"),
        ("file/list.csv", "no folder"),
        ("pipe", "not a regular file"),
        ("n" * 300, "could not be written"),
        ("null\x00byte", "could not be written"),
    ):
        with pytest.raises(OutputError, match=says) as caught:
            write(tmp_path / name, [b"new"], force=force)
        assert "\n" not in str(caught.value)
        assert "\x00" not in str(caught.value)
    assert names(tmp_path) == before


def test_full_disk(tmp_path: Path) -> None:
    """When the disk gives out midway, the old file stands and no half-written one is left."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with files_no_larger_than(1000), pytest.raises(OutputError, match="could not be written"):
        write(path, [b"x" * 100_000], force=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["list.csv"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_no_permission(tmp_path: Path) -> None:
    """A folder without permission is said to be one."""
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="may not be written"):
        write(tmp_path / "list.csv", [b"new"], force=False)
    tmp_path.chmod(0o700)


def test_pieces_that_break_off_leave_what_was_there(tmp_path: Path) -> None:
    """A list is read while it is written: when the desk cannot be read on, the old file is still whole."""
    path = tmp_path / "list.json"
    path.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise StoreError("The disk is gone.")

    with pytest.raises(StoreError):
        write(path, pieces(), force=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["list.json"]


def test_the_digest_is_of_all_pieces(tmp_path: Path) -> None:
    """The log of exports holds it, so that a list on paper can be traced."""
    digest = write(tmp_path / "list.json", [b"a", b"", b"bc"], force=False)
    assert digest == hashlib.sha256(b"abc").hexdigest()
    assert (tmp_path / "list.json").read_bytes() == b"abc"
