"""The whole job of a checker by keys in a real terminal: an article is marked, noted, exported, left and reopened."""

import csv
import io
import json
import time
from pathlib import Path

from desk_file import rows, verdicts
from terminal import ENTER, ESCAPE, TAB, Start, Terminal

KEYS = "cdcpdccdpcddcpc"  # of the fifteen claims, some keys twice in succession
WORDS = {"c": "confirmed", "d": "disputed", "p": "pending"}
DECIDED = [WORDS[key] for key in KEYS]
NOTES = {2: "who is the monitor? asked 2 sources", 5: 'no [sic] figure in the statement, "so far"'}
_SAID = {"confirmed": "confirmed", "disputed": "disputed", "pending": "facts left"}
COUNTS = [f"{glyph} {DECIDED.count(word)} {said}" for glyph, (word, said) in zip("✓✗·", _SAID.items(), strict=True)]


def _mark_all(desk: Terminal) -> None:
    for number, key in enumerate(KEYS, 1):
        desk.wait_for(f"Prior records for claim {number}")
        desk.send(key)
        desk.wait_for(f"claim {number} {WORDS[key]}")
        if KEYS[number : number + 1] == key:
            time.sleep(0.2)  # a verdict key that comes again within 150 ms counts as held down


def _go_to(desk: Terminal, number: int) -> None:
    desk.send("g", *"j" * (number - 1))
    desk.wait_for(f"Prior records for claim {number}")


def _write_note(desk: Terminal, number: int) -> None:
    _go_to(desk, number)
    desk.send("i")
    desk.wait_for(f"note on claim {number}:")
    desk.send(NOTES[number], ENTER)
    desk.wait_for("Note kept", f"note: {NOTES[number]}")


def _export(desk: Terminal, tabs: int, name: str) -> None:
    desk.send("E")
    desk.wait_for("Export the verdict list", "15 claims", *COUNTS)
    desk.send(*TAB * tabs)
    desk.wait_for(f"{name} ")
    desk.send(ENTER)
    desk.wait_for(f"15 claims written to {name}", lambda: not desk.shows("Export the verdict list"))


def _check_lists(desk: Path) -> None:
    """The three files hold what the database holds."""
    stored = rows(desk, "SELECT number, claim, verdict, note, claim_id FROM verdict_list ORDER BY number")
    sheet = list(csv.DictReader(io.StringIO((desk.parent / "verdicts-1.csv").read_text("utf-8"), newline="")))
    listed = json.loads((desk.parent / "verdicts-1.json").read_text("utf-8"))["claims"]
    assert [
        (int(row["number"]), row["claim"], row["verdict"], row["note"], int(row["claim_id"])) for row in sheet
    ] == stored
    assert [(row["number"], row["text"], row["verdict"], row["note"], row["id"]) for row in listed] == stored
    assert [row[2] for row in stored] == DECIDED
    assert {row[0]: row[3] for row in stored if row[3]} == NOTES

    memo = (desk.parent / "verdicts-1.md").read_text("utf-8").splitlines()
    heads = [f"## {word.capitalize()} ({DECIDED.count(word)})" for word in ("disputed", "pending", "confirmed")]
    assert [line for line in memo if line.startswith("## ")] == heads
    numbers = [int(line.split("**")[1]) for line in memo if line.startswith("- **")]
    by_verdict = [n for word in ("disputed", "pending", "confirmed") for n in range(1, 16) if DECIDED[n - 1] == word]
    assert numbers == by_verdict


def test_a_real_article_is_checked_and_exported_by_keys_alone(terminal: Start, strike_desk: Path) -> None:
    """Issue 2: fifteen claims, all marked, two notes, one undo, three exports with the right rows, and back again."""
    with terminal("--db", strike_desk, "open") as desk:
        desk.wait_for("15 claims", "· 15 facts left", "4 set aside", "Prior records for claim 1")
        _mark_all(desk)
        desk.wait_for(*COUNTS)
        for number in NOTES:
            _write_note(desk, number)

        _go_to(desk, 1)
        desk.send("d")
        desk.wait_for("claim 1 disputed")
        desk.send("u")
        desk.wait_for("Undone: claim 1", "Prior records for claim 1", *COUNTS)
        assert verdicts(strike_desk) == DECIDED

        _export(desk, 0, "verdicts-1.csv")
        _export(desk, 1, "verdicts-1.json")
        _export(desk, 3, "verdicts-1.md")
        _check_lists(strike_desk)

        _go_to(desk, 7)
        desk.send("q")
        desk.wait_for("1 article, ")
        desk.send("q")
        assert desk.ended() == 0

    with terminal("--db", strike_desk, "open") as desk:
        desk.wait_for("Prior records for claim 7", *COUNTS)
        assert "▸" in desk.line_with("  7 ")


def test_what_was_set_aside_is_shown_on_request(terminal: Start, strike_desk: Path) -> None:
    """The cross-reference, the section question and the source line are no claims; "." shows them with the reason."""
    desk = terminal("--db", strike_desk, "open")
    desk.wait_for("15 claims", "4 set aside (.)", "Prior records for claim 1")
    listed = ("cross-reference: READ MORE", "Is it over for ISIL?", "source line: SOURCE")

    def in_list(words: str) -> bool:
        return any(words in line.split("││")[0] for line in desk.screen.display[:24])

    assert not any(map(in_list, listed))
    desk.send(".")
    desk.wait_for(lambda: all(map(in_list, listed)))
    assert "question: " in desk.line_with("Is it over for ISIL?")
    desk.send(".")
    desk.wait_for(lambda: not any(map(in_list, listed)))


def test_an_export_is_not_written_over_without_a_second_enter(terminal: Start, strike_desk: Path) -> None:
    """A file that exists is kept until Enter is pressed again; Escape leaves it as it was."""
    target = strike_desk.parent / "verdicts-1.csv"
    target.write_bytes(b"kept")
    desk = terminal("--db", strike_desk, "open")
    desk.wait_for("Prior records for claim 1")
    desk.send("E")
    desk.wait_for("verdicts-1.csv")
    desk.send(ENTER)
    desk.wait_for("exists already")
    desk.send(ESCAPE)
    desk.wait_for(lambda: not desk.shows("Export the verdict list"))
    assert target.read_bytes() == b"kept"
    desk.send("E")
    desk.wait_for("verdicts-1.csv")
    desk.send(ENTER)
    desk.wait_for("exists already")
    desk.send(ENTER)
    desk.wait_for("15 claims written")
    assert target.read_bytes().startswith(b"number,article")
