"""Damaged files for every reader: each is read, or refused in one sentence. ``make fuzz`` goes on for some minutes.

    python tests/soak/fuzz.py [--minutes 10] [--seed N] [--only NAME]

Small sound files (``valid_files``) are cut, doubled, mixed and written over, packed ones also inside; Hypothesis makes
what it finds small. A finding is printed with its bytes, to be kept as a test; the status is then 1.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from valid_files import archives, articles, desks

from factcheck_tui.archive import find_sources
from factcheck_tui.articles import read_bytes
from factcheck_tui.desk import Desk
from factcheck_tui.desk.finding import pieces_of
from factcheck_tui.errors import FactcheckError

HANGING = 30.0  # seconds of the processor for a file of some KB: no answer comes any more
LONGEST = 2000  # characters of a finding that are printed
ROUND = 100  # damaged files of a form before it is another's turn
TELLING = (
    b"<", b">", b"&#0;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", rb"\ud800", rb"\u-99999999?",
    b"\x1b[2J", rb"\bin99999 ", b"{", b"}" * 9, b"[" * 300, b'{"a":' * 2000, b"-->", b"charset=utf-7", b'"', b"'",
    b",", b";", b"\t", b"\n", b"\r", b"\r\n\r\n", b"null", b"true", b"NaN", b"1e999", b"-1", b"9" * 30, b"9" * 5000,
    b"0001-01-01", b"9999-12-31T23:59:60+99:99", b"[]", b"{}", b'{"@value": [1]}', b"<![CDATA[", b"<!ENTITY a 'b'>",
    b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"=1+1", b"a" * 3000, " \u202e\u200b".encode(), "\U0010ffff".encode(),
    b"99:99:99,999",
)  # fmt: skip

Damage = tuple[str, int, int, bytes]
DAMAGE: st.SearchStrategy[Damage] = st.tuples(
    st.sampled_from(("over", "over", "in", "cut", "double", "swap", "end")),
    st.integers(0, 2**16 - 1),
    st.integers(0, 40),
    st.one_of(st.binary(max_size=6), st.sampled_from(TELLING)),
)
DAMAGES = st.lists(DAMAGE, min_size=1, max_size=6)


class HangingError(Exception):
    """A reader did not come to an end."""


def damaged(content: bytes, damages: list[Damage]) -> bytes:
    """Bytes after some accidents; the places are shares of 65,536."""
    for how, where, length, words in damages:
        at = where * (len(content) + 1) >> 16
        rest = content[at:]
        content = (
            content[:at]
            + {
                "over": words + rest[len(words) :],
                "in": words + rest,
                "cut": rest[length:],
                "double": rest[:length] * 2 + rest[length:],
                "swap": rest[length : 2 * length] + rest[:length] + rest[2 * length :],
                "end": words,
            }[how]
        )
    return content


def damaged_inside(content: bytes, damages: list[Damage]) -> bytes:
    """A packed file with accidents to what is packed in it; any other one as ``damaged``."""
    if content.startswith(b"\x1f\x8b"):
        with io.BytesIO(content) as file:
            return gzip.compress(damaged(_gunzipped(file), damages), 1, mtime=0)
    if not content.startswith(b"PK"):
        return damaged(content, damages)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist())
        chosen = {names[where % len(names)] for _, where, _, _ in damages}
        for name in names:
            part = old.read(name)
            new.writestr(zipfile.ZipInfo(name), damaged(part, damages) if name in chosen else part)
    return made.getvalue()


def _gunzipped(file: io.BytesIO) -> bytes:
    """What is packed in a gzip file, as far as it goes."""
    unpacked = bytearray()
    with gzip.open(file) as packed:
        try:
            while part := packed.read1():
                unpacked += part
        except EOFError:
            pass
    return bytes(unpacked)


@contextmanager
def ending() -> Iterator[None]:
    """:raises HangingError: when what is done takes far more of the processor than any such file may."""

    def stop(number: int, frame: object) -> None:
        raise HangingError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


class Readers:
    """Every reader, as the program asks it; ``answers`` tells what came of each file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers: Counter[str] = Counter()
        self._fresh = count(1)
        self._desk = Desk.open(folder / "desk.db", "Ada")
        self._desk.backup(folder / "empty.db")

    def close(self) -> None:
        self._desk.close()

    def article(self, name: str, content: bytes) -> None:
        """Read an article and find its claims: its offsets are those of its text."""
        with self.answered():
            article = read_bytes(content, name)
            assert article.text.strip() and article.title.strip()
            assert all(0 <= block.start <= block.end <= len(article.text) for block in article.blocks)
            for piece in pieces_of(article):
                assert article.text[piece.start : piece.end] == piece.text

    def archive(self, name: str, content: bytes) -> None:
        """Look at a file of prior records and import it: what could be stored is stored."""
        path = self._file(name, content)
        with self.answered():
            for source in find_sources(path):
                self._desk.look_at_sheet(source)
                report = self._desk.import_records(source, refused=self.folder / f"refused-{path.name}")
                assert report.read == report.added + report.updated + report.unchanged + report.refused

    def handover(self, name: str, content: bytes) -> None:
        """Merge another desk's work; this desk stays sound."""
        path = self._file(name, content)
        Desk.can_be_merged(path)
        own = self.folder / f"{next(self._fresh)}.db"
        shutil.copyfile(self.folder / "empty.db", own)
        with Desk.open(own, "Ada") as desk:
            with self.answered():
                desk.merge(path)
            assert desk.problems() == []

    def _file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    @contextmanager
    def answered(self) -> Iterator[None]:
        """Count an answer or a refusal. Anything else is a finding."""
        try:
            with ending():
                yield
        except FactcheckError as error:
            self.answers["refused"] += 1
            assert str(error) and "\n" not in str(error), repr(str(error))
        else:
            self.answers["read"] += 1


Reader = Callable[[Readers, str, bytes], None]


def files() -> Iterator[tuple[Reader, str, bytes]]:
    """Every sound file with who reads it."""
    for reader, sound in ((Readers.article, articles()), (Readers.archive, archives()), (Readers.handover, desks())):
        for name, content in sound.items():
            yield reader, name, content


def fuzz(reader: Reader, name: str, content: bytes, examples: int, start: int | None = None) -> Counter[str]:
    """Damage a file in so many ways; gives how many were read and refused. Raises what a reader should not."""

    @settings(
        max_examples=examples,
        deadline=None,
        report_multiple_bugs=False,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(damages=DAMAGES, inside=st.booleans())
    def read(damages: list[Damage], inside: bool) -> None:
        reader(readers, name, (damaged_inside if inside else damaged)(content, damages))

    with tempfile.TemporaryDirectory() as folder:
        readers = Readers(Path(folder))
        try:
            (read if start is None else seed(start)(read))()
        finally:
            readers.close()
    return readers.answers


def main() -> None:
    """Fuzz until the time is over; status 1 when there was a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--only", default="", help="a part of the names of the files to damage")
    options = parser.parse_args()
    until = time.monotonic() + 60 * options.minutes
    chosen = [each for each in files() if options.only in each[1]]
    answers: Counter[str] = Counter()
    findings: set[tuple[str, str]] = set()
    print(f"seed {options.seed}; {len(chosen)} sound files", flush=True)
    for number in count():
        reader, name, content = chosen[number % len(chosen)]
        if time.monotonic() > until:
            break
        try:
            answers += fuzz(reader, name, content, ROUND, options.seed + number)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            frame = traceback.extract_tb(error.__traceback__)[-1]
            findings.add((name, f"{frame.filename}:{frame.lineno}"))
            print(f"FINDING in {name}, {frame.filename}:{frame.lineno}: {error!r}"[:LONGEST], flush=True)
            print("\n".join(getattr(error, "__notes__", []))[:LONGEST], flush=True)
    print(f"{answers.total():,} damaged files: {answers['read']:,} read, {answers['refused']:,} refused")
    print(f"{len(findings)} findings" if findings else "no other answer, and none that did not come")
    sys.exit(bool(findings))


if __name__ == "__main__":
    main()
