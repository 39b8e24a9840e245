"""Another checker at the same desk, while this one types in a real terminal: a key acts on the claim that it was
pressed for, whatever row that has by then.
"""

from __future__ import annotations

from pathlib import Path

from desk_file import rows
from terminal import ENTER, Start

from factcheck_tui.desk import Desk
from factcheck_tui.model import SetAside, Verdict


def test_a_note_goes_to_its_claim_although_the_rows_move(terminal: Start, demo_desk: Path) -> None:
    """While a note on claim 3 is typed, another checker decides on claim 3 and takes claims 1 and 2 off the list,
    which shows pending ones only: the note goes to that claim, and no other has one.
    """
    with Desk.open(demo_desk, "Bob") as bob:
        first, second, third = (status.claim.id for status in bob.claims(1)[:3])
        desk = terminal("--db", demo_desk, "--as", "Ada", "open")
        desk.wait_for("20 claims", "Prior records for claim 1:")
        desk.send("/", *"is:pending", ENTER)
        desk.wait_for("20 by filter: is:pending")
        desk.send("j", "j")
        desk.wait_for("Prior records for claim 3:")
        desk.send("i")
        desk.wait_for("note on claim 3:")
        desk.send(*"asked the ")
        bob.set_aside([first, second], SetAside.CHECKER)
        bob.mark([third], Verdict.DISPUTED)
        desk.wait_for("✗ 1 disputed")
        desk.send(*"harbour office", ENTER)
        desk.wait_for("Note kept")
    noted = rows(demo_desk, "SELECT claim_id, note FROM verdict_list WHERE note <> ''")
    assert noted == [(third, "asked the harbour office")]


def test_a_verdict_that_somebody_changed_is_asked_about(terminal: Start, demo_desk: Path) -> None:
    """A key that comes before the news of another's verdict does not write over it: it is shown, and asked about."""
    with Desk.open(demo_desk, "Bob") as bob:
        first = bob.claims(1)[0].claim.id
        desk = terminal("--db", demo_desk, "--as", "Ada", "open")
        desk.wait_for("20 claims", "Prior records for claim 1:")
        bob.mark([first], Verdict.CONFIRMED)
        desk.send("d")
        desk.wait_for("Bob: confirmed meanwhile; mark claim 1 disputed?")
        assert bob.claim(first).verdict is Verdict.CONFIRMED
