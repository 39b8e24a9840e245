"""find_sources(): files, folders and zip archives, plain and packed; what is no text is told before it is read."""

import gzip
import json
import os
import zipfile
from pathlib import Path

import pytest

from factcheck_tui.archive import find_sources, open_records
from factcheck_tui.errors import ReadError
from factcheck_tui.model import ImportedRow

ROW = b'{"id": "%s", "claim": "The %s is deep."}\n'


def row(name: str) -> bytes:
    """A record as a line."""
    return ROW % (name.encode(), name.encode())


def ids(path: Path) -> list[str]:
    """The ids of all records at a path, in the order in which they are read."""
    rows = [each for source in find_sources(path) for each in open_records(source)]
    return [each.record.source_id for each in rows if isinstance(each, ImportedRow)]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """A zip archive of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_all_files_of_a_folder(tmp_path: Path) -> None:
    """In order of their names, folders within and archives too; hidden files and pipes are left out."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.ndjson").write_bytes(row("lake"))
    (tmp_path / "a.ndjson").write_bytes(row("well"))
    (tmp_path / "c.gz").write_bytes(gzip.compress(row("sea")))
    (tmp_path / ".hidden").write_bytes(row("pond"))
    os.mkfifo(tmp_path / "pipe")
    zipped(
        tmp_path / "d.zip",
        {"x.ndjson": row("bay"), "__MACOSX/x": b"?", "w/.DS": b"?", "w/v.gz": gzip.compress(row("mere"))},
    )
    assert ids(tmp_path) == ["well", "sea", "mere", "bay", "lake"]


def test_a_member_without_a_name_is_left_out(tmp_path: Path) -> None:
    """Damage may take a name away; found by fuzzing."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", row("hill"))
        archive.writestr("b", row("sea"))
        archive.infolist()[0].filename = ""
    assert [source.name for source in find_sources(tmp_path / "a.zip")] == [f"{tmp_path / 'a.zip'}/b"]


def test_position_within_a_zip_archive(tmp_path: Path) -> None:
    """The position grows with the rows of a member, and ends at its size."""
    content = b"".join(row(f"r{number}") for number in range(9000))
    (member,) = find_sources(zipped(tmp_path / "a.zip", {"a": content}))
    reader = open_records(member)
    positions = [reader.position() for _ in reader]
    assert positions == sorted(positions)
    assert 0 < positions[4500] < reader.size
    assert reader.position() == reader.size == len(content)


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({}, "empty zip archive"),
        ({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}, "Excel file"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "office file"),
    ],
)
def test_an_archive_without_records(members: dict[str, bytes], says: str, tmp_path: Path) -> None:
    """An empty archive and an office file (a zip archive by its form) are refused in a sentence."""
    with pytest.raises(ReadError, match=says):
        find_sources(zipped(tmp_path / "a.zip", members))


def test_damaged_and_locked_archives(tmp_path: Path) -> None:
    """A cut archive, one within another and one with a password are refused in a sentence that names the file."""
    whole = zipped(tmp_path / "a.zip", {"a.ndjson": row("lake") * 100})
    content = whole.read_bytes()
    (tmp_path / "cut.zip").write_bytes(content[:-30])
    with pytest.raises(ReadError, match=r"cut\.zip is a damaged or cut zip archive"):
        find_sources(tmp_path / "cut.zip")
    spoilt = bytearray(content)
    spoilt[45:60] = b"x" * 15
    (tmp_path / "spoilt.zip").write_bytes(spoilt)
    with pytest.raises(ReadError, match="damaged"):
        ids(tmp_path / "spoilt.zip")
    with pytest.raises(ReadError, match="zip archive within another"):
        ids(zipped(tmp_path / "b.zip", {"a.zip": content}))
    locked = bytearray(content)
    for place in (6, content.index(b"PK\x01\x02") + 8):
        locked[place] |= 1  # the flag that says: encrypted
    (tmp_path / "locked.zip").write_bytes(locked)
    with pytest.raises(ReadError, match="password"):
        ids(tmp_path / "locked.zip")


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder with nothing to read in it is refused."""
    with pytest.raises(ReadError, match="empty folder"):
        find_sources(tmp_path)


def test_one_bad_file_of_a_folder_spoils_no_other(tmp_path: Path) -> None:
    """What cannot be read is said when its turn comes."""
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut")
    (tmp_path / "b.ndjson").write_bytes(row("lake"))
    bad, good = find_sources(tmp_path)
    with pytest.raises(ReadError, match="damaged"):
        open_records(bad)
    assert len(list(open_records(good))) == 1


@pytest.mark.parametrize("packed", ["gzip", "zip"])
def test_a_file_that_unpacks_without_end(packed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to hundreds of times its size was made to fill a disk: it is refused, whatever its lines."""
    monkeypatch.setattr("factcheck_tui.archive.sources.BOMB_FROM", 1024 * 1024)
    path = tmp_path / "bomb"
    content = b'{"claim": "%s"}\n' % (b"a" * 9000) * 400
    if packed == "gzip":
        path.write_bytes(gzip.compress(content))
    else:
        zipped(path, {"a": content})
    with pytest.raises(ReadError, match="unpacks to more than 200 times"):
        ids(path)


def test_an_endless_line_is_not_held_in_memory(tmp_path: Path) -> None:
    """A line longer than any record is refused by its number, plain and in UTF-16."""
    for encoding in ("utf-8", "utf-16"):
        path = tmp_path / encoding
        with path.open("w", encoding=encoding) as file:
            file.write("claim,verdict\n")
            for _ in range(17):
                file.write("a" * 1024 * 1024)
        with pytest.raises(ReadError, match="line 2, is longer than 16 MB"):
            list(open_records(path))


def test_a_piece_that_is_no_record_is_not_held_in_memory(tmp_path: Path) -> None:
    """An element of a list that is larger than any record ends the reading, after the elements before it."""
    path = tmp_path / "a.json"
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps([{"claim": "One."}])[:-1] + ', {"claim": "')
        for _ in range(34):
            file.write("a" * 1024 * 1024)
    rows = iter(open_records(path))
    assert isinstance(next(rows), ImportedRow)
    with pytest.raises(ReadError, match="more than 16 MB is no record"):
        next(rows)


def test_a_page_that_is_no_page_is_not_held_in_memory(tmp_path: Path) -> None:
    """A web page longer than any is refused."""
    path = tmp_path / "a.html"
    path.write_bytes(b"<html>" + b"a" * (17 * 1024 * 1024))
    with pytest.raises(ReadError, match="more than 16 MB"):
        open_records(path)
