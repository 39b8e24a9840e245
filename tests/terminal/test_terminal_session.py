"""A session of eighteen claims by keys alone, in a pty and, where it is installed, in tmux.

Counted is every key that is pressed, from the first verdict to the key that leaves: verdicts, links, undo, and the
keys that open, choose in and end what is opened. Not counted are the words of a note.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
import tmux
from terminal import ENTER, TAB, Terminal, run

from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision

CLAIMS = 18
KEYS_A_CLAIM = 2
CONFIRMED, DISPUTED, PENDING = "confirmed", "disputed", "pending"
DECIDED = {
    **dict.fromkeys((1, 2, 5, 6, 7, 8, 14, 16), CONFIRMED),
    **dict.fromkeys((4, 12, 13, 18), DISPUTED),
    **dict.fromkeys((3, 9, 10, 11, 15, 17), PENDING),
}
NOTES = {4: 'SADC says 16 members; "14" is of 2018', 14: "seen on two [sic] videos"}
LINKED = {1: 1, 5: 2, 12: 1}  # the claim, and the place of the record that it is linked to
NOT_THE_SAME = {3: 1, 16: 1}  # the record under the cursor, which is the first
FLAGGED = {18}
UNDONE = 17  # marked disputed first
KEY_OF = {CONFIRMED: "c", DISPUTED: "d", PENDING: "p"}
OTHER_HAND_SECONDS = 0.2  # a verdict key that comes again within 150 ms counts as held down


class Window(Protocol):
    """What shows the desk and takes keys."""

    def send(self, *keys: str) -> None: ...
    def wait_for(self, *words: str) -> None: ...
    def ended(self) -> int: ...


class Checker:
    """Presses keys, and counts them."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            self.window.send(key)

    def mark(self, number: int, verdict: str) -> None:
        time.sleep(OTHER_HAND_SECONDS)
        self.press(KEY_OF[verdict])
        self.window.wait_for(f"claim {number} {verdict}")

    def check(self, number: int) -> None:
        """Everything that is decided on a claim; the verdict leads to the next one."""
        self.window.wait_for(f"Prior records for claim {number}")
        if rank := LINKED.get(number):
            self.window.wait_for(f"Prior records for claim {number}:")
            self.press(str(rank))
            self.window.wait_for(f"Claim {number} linked to")
        if number in NOT_THE_SAME:
            self.window.wait_for(f"Prior records for claim {number}:")
            self.press("x")
            self.window.wait_for(f"Claim {number} is not the same as")
        if note := NOTES.get(number):
            self.press("i")
            self.window.wait_for(f"note on claim {number}:")
            self.window.send(note)
            self.press(ENTER)
            self.window.wait_for("Note kept")
        if number in FLAGGED:
            self.press("f")
            self.window.wait_for(f"claim {number} flagged")
        if number == UNDONE:
            self.mark(number, DISPUTED)
            self.press("u")
            self.window.wait_for(f"Undone: claim {number}", f"Prior records for claim {number}")
        self.mark(number, DECIDED[number])

    def export(self) -> None:
        self.press("E")
        self.window.wait_for("Export the verdict list", "verdicts-1.csv")
        self.press(TAB)
        self.window.wait_for("verdicts-1.json")
        self.press(ENTER)
        self.window.wait_for(f"{CLAIMS} claims written to verdicts-1.json")


@pytest.fixture(scope="module")
def _cabo_desk(tmp_path_factory: pytest.TempPathFactory, sample: Path, shared: Path) -> Path:
    home = tmp_path_factory.mktemp("cabo-desk")
    run(home, "--db", "desk.db", "import", sample / "archive.ndjson")
    run(home, "--db", "desk.db", "add", shared / "articles" / "aj2022-8.txt")
    with Desk.open(home / "desk.db", "a reader") as desk:
        for claim_id in desk.unmatched(1):
            desk.match(claim_id)
    return home / "desk.db"


@pytest.fixture
def cabo_desk(_cabo_desk: Path, tmp_path: Path) -> Path:
    """A desk with the demo archive and a real article of eighteen claims, at tmp_path/desk.db."""
    return Path(shutil.copy(_cabo_desk, tmp_path / "desk.db"))


@pytest.fixture(params=[Terminal, tmux.Tmux] if tmux.INSTALLED else [Terminal], ids=lambda kind: kind.__name__.lower())
def window(request: pytest.FixtureRequest, cabo_desk: Path) -> Iterator[Window]:
    """The desk on that article."""
    with request.param("--db", cabo_desk, "--as", "Ada", "open", home=cabo_desk.parent) as opened:
        yield opened


def _ranked(path: Path) -> dict[int, list[int]]:
    """The ids of each claim's records, best first, as the checker will find them."""
    with Desk.open(path, "a reader") as desk:
        return {s.claim.number: [match.record.id for match in desk.matches(s.claim.id)] for s in desk.claims(1)}


def _check_desk(path: Path, ranked: dict[int, list[int]]) -> None:
    """The database has each decision, who it is by, and the mistake that was taken back."""
    with Desk.open(path, "a reader") as desk:
        claims = {status.claim.number: status for status in desk.claims(1) if status.claim.is_claim}
        assert {number: status.verdict.value for number, status in claims.items()} == DECIDED
        assert {number: status.note for number, status in claims.items() if status.note} == NOTES
        assert {number for number, status in claims.items() if status.flagged} == FLAGGED
        for number, status in claims.items():
            decided = {match.record.id: match.decision for match in desk.matches(status.claim.id) if match.decision}
            wanted = {MatchDecision.LINKED: LINKED, MatchDecision.DISMISSED: NOT_THE_SAME}
            assert decided == {ranked[number][of[number] - 1]: how for how, of in wanted.items() if number in of}
        lines = desk.article_history(1)
        assert {line.checker for line in lines} == {"Ada"}
        of_mistake = [(line.act, line.new) for line in lines if line.claim_id == claims[UNDONE].claim.id]
        assert sorted(of_mistake) == [("do", DISPUTED), ("undo", PENDING)]


def _check_list(path: Path) -> None:
    """The exported list says the same."""
    listed = {row["number"]: row for row in json.loads(path.read_text("utf-8"))["claims"]}
    assert {number: row["verdict"] for number, row in listed.items()} == DECIDED
    assert {number: row["note"] for number, row in listed.items() if row["note"]} == NOTES
    assert {number for number, row in listed.items() if row["flagged"]} == FLAGGED
    linked = {n for n, row in listed.items() if any(m["decision"] == "linked" for m in row["matches"])}
    assert linked == set(LINKED)


def test_eighteen_claims_by_keys_alone(window: Window, cabo_desk: Path) -> None:
    """Issue 6: verdicts, notes, links, an undo and the export are right, for at most two keys a claim on average."""
    checker = Checker(window)
    ranked = _ranked(cabo_desk)
    for number in range(1, CLAIMS + 1):
        checker.check(number)
    checker.export()
    checker.press("\x11")
    assert window.ended() == 0
    _check_desk(cabo_desk, ranked)
    _check_list(cabo_desk.parent / "verdicts-1.json")
    assert checker.pressed <= KEYS_A_CLAIM * CLAIMS, f"{checker.pressed} keys for {CLAIMS} claims"
