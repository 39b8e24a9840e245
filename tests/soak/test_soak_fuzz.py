"""Damaged files of every form are read or refused in one sentence; what longer runs of ``make fuzz`` found is kept."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fuzz import HangingError, Reader, Readers, damaged, damaged_inside, ending, files, fuzz
from valid_files import archives, articles, desks

from factcheck_tui.errors import FactcheckError

FILES = list(files())


@pytest.fixture
def readers(tmp_path: Path) -> Iterator[Readers]:
    made = Readers(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(("reader", "name", "content"), FILES, ids=[name for _, name, _ in FILES])
def test_a_sound_file_is_read_and_a_damaged_one_read_or_refused(reader: Reader, name: str, content: bytes,
                                                                readers: Readers) -> None:  # fmt: skip
    """No other exception, and an end; the damages are the same ones each time."""
    reader(readers, name, content)
    assert readers.answers["read"] == 1
    assert fuzz(reader, name, content, 8, start=1).total() >= 1


DESK = desks()["copy.db"]
FOUND: dict[str, tuple[Reader, str, bytes]] = {
    "a number of 5,000 digits": (Readers.archive, "list.json", b'[{"claimReviewed": ' + b"9" * 5000 + b"}]"),
    "a database of a later form": (Readers.handover, "copy.db", damaged(DESK, [("double", 0, 31, b"")])),
    "a database with broken letters": (Readers.handover, "copy.db", DESK.replace(b"Ann Roe", b"Ann R\xff\xfe")),
    "a database with a broken schema": (Readers.handover, "copy.db", damaged(DESK, [("over", 20487, 0, b"\x80")])),
    "a database with a word of nobody's": (Readers.handover, "copy.db", DESK.replace(b"evidence1", b"evodence1")),
}


@pytest.mark.parametrize("found", FOUND)
def test_what_was_found_once_is_answered(found: str, readers: Readers) -> None:
    """Each ended in an exception that is no sentence."""
    reader, name, content = FOUND[found]
    reader(readers, name, content)
    assert readers.answers.total() == 1


def _broken(readers: Readers, name: str, content: bytes) -> None:
    json.loads(content)


def _endless(readers: Readers, name: str, content: bytes) -> None:
    with ending():
        while True:
            pass


def _refusing_in_lines(readers: Readers, name: str, content: bytes) -> None:
    with readers.answered():
        raise FactcheckError("one\ntwo")


@pytest.mark.parametrize(
    ("reader", "raised"),
    [(_broken, ValueError), (_endless, HangingError), (_refusing_in_lines, AssertionError)],
)
def test_a_bad_reader_is_found(reader: Reader, raised: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzzer itself sees an exception, a reader without an end and a refusal of two lines."""
    monkeypatch.setattr("fuzz.HANGING", 0.05)
    with pytest.raises(raised):
        fuzz(reader, "text.txt", b"{}", 5, start=1)


@pytest.mark.parametrize("how", [damaged, damaged_inside])
def test_damage_is_real(how: Callable[[bytes, list[tuple[str, int, int, bytes]]], bytes]) -> None:
    """A packed file is packed still when it was damaged inside, and another one than before."""
    for content in (archives()["packed.zip"], archives()["records_packed.ndjson.gz"], articles()["word.docx"]):
        made = how(content, [("in", 30_000, 0, b"12345")])
        assert made != content and made[:2] == content[:2]
