"""A long article in a real terminal: what is long is neither drawn whole nor waited for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from desk_file import rows
from terminal import Start, Terminal, run

CLAIMS = 2_000
A_SCREEN = 140 * 45  # cells
UNMATCHED = "SELECT count(*) FROM claim WHERE matched_with = 0 AND found_as = ''"


@pytest.fixture(scope="module")
def _long_desk(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    home = tmp_path_factory.mktemp("long-desk")
    sentences = (f"The bridge of district {number} cost {number + 7} million euros." for number in range(1, CLAIMS))
    (home / "long.txt").write_text("\n\n".join(["A year of building in figures", *sentences]) + "\n", "utf-8")
    run(home, "--db", "desk.db", "import", sample / "archive.ndjson")
    run(home, "--db", "desk.db", "add", "long.txt")
    return home / "desk.db"


@pytest.fixture
def long_desk(_long_desk: Path, tmp_path: Path) -> Path:
    """A desk with an article of 2,000 claims, none of them matched, at tmp_path/desk.db."""
    return Path(shutil.copy(_long_desk, tmp_path / "desk.db"))


def opened(terminal: Start, path: Path) -> Terminal:
    desk = terminal("--db", path, "open")
    desk.wait_for(f"{CLAIMS} claims", "Prior records for claim 1")
    return desk


def test_keys_do_not_wait_for_the_matching(terminal: Start, long_desk: Path) -> None:
    """While an article's claims are matched behind, the cursor goes where keys lead, and verdicts are kept: long
    before the last of the claims has its records.
    """
    desk = opened(terminal, long_desk)
    desk.send(*"j" * 20)
    desk.wait_for("Prior records for claim 21")
    desk.send("d")
    desk.wait_for("claim 21 disputed", "Prior records for claim 22")
    ((left,),) = rows(long_desk, UNMATCHED)
    assert isinstance(left, int)
    assert left > CLAIMS // 2
    assert rows(long_desk, "SELECT number FROM verdict_list WHERE verdict = 'disputed'") == [(21,)]


def test_of_a_long_list_only_what_is_seen_is_drawn(terminal: Start, long_desk: Path) -> None:
    """From the first of 2,000 claims to the last and back, no more is sent than some screens hold."""
    desk = opened(terminal, long_desk)
    desk.settle(1.0)
    for key, words in (("G", f"Prior records for claim {CLAIMS}"), ("g", "Prior records for claim 1:")):
        before = len(desk.raw)
        desk.send(key)
        desk.wait_for(words)
        desk.settle(1.0)
        assert len(desk.raw) - before < 4 * A_SCREEN, key
