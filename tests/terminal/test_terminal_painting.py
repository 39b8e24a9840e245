"""What is painted: the first frame, any size of the window, few colours, and no desk where there is no terminal."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyte
import pytest
from desk_file import rows, verdicts
from terminal import LEAVES_ALTERNATE_SCREEN, Start, Terminal, environment

from factcheck_tui.desk import Desk

TRUECOLOR = re.compile(rb"38;2;(\d+);(\d+);(\d+)")


def test_the_demo_opens_with_matches_beside_the_first_claim(terminal: Start) -> None:
    """`make run` shows the demo's first claim, what it may match, its place in the text, and the keys, in one view."""
    desk = terminal("demo")
    desk.wait_for(
        *("20 claims", "▸·  1 ", "seven millimetres", "Prior records for claim 1:", "▸1 ", "(fictional)"),
        *("Claims", "Article", "Record 1", "rated ", "c confirmed", "? keys"),
    )


def first_frame(desk: Terminal) -> str:
    """What the first frame with the counts of the article shows, without what followed; the key line is its last."""
    desk.wait_for("20 claims", "? keys")
    raw = bytes(desk.raw)
    screen = pyte.Screen(desk.screen.columns, desk.screen.lines)
    pyte.ByteStream(screen).feed(raw[: raw.index(b" keys", raw.index(b"20 claims"))])
    return "\n".join(screen.display)


def test_the_first_frame_holds_the_claims_and_the_article(terminal: Start, demo_desk: Path) -> None:
    """Nobody sees a list without its text, or a text that comes a moment later."""
    shown = first_frame(terminal("--db", demo_desk, "open"))
    assert "▸·  1 " in shown
    assert "which old tales about ice, masts and vaccines were heard again" in shown


def test_the_first_frame_is_where_the_checker_left_off(terminal: Start, demo_desk: Path) -> None:
    """Far down in both panes: neither begins at its top and jumps."""
    [(last,)] = rows(demo_desk, "SELECT max(id) FROM claim WHERE found_as = ''")
    with Desk.open(demo_desk, "Ada") as desk:
        desk.bookmark(1, last)
        words = desk.claim(last).claim.text[:25]
    shown = first_frame(terminal("--db", demo_desk, "--as", "Ada", "open", columns=100, lines=24))
    assert "▸· 20 " in shown
    assert words in shown.partition("Article")[2]


def test_what_cannot_be_opened_is_said_before_the_screen_is_taken(terminal: Start, demo_desk: Path) -> None:
    """The desk is read while the screens are imported; what is wrong with it is a sentence, and no screen flickers."""
    desk = terminal("--db", demo_desk, "open", "no such article")
    assert desk.ended() == 1
    assert "There is no article “no such article”." in desk.text
    assert b"\x1b[?1049h" not in desk.raw


def test_the_desk_is_whole_at_any_size(terminal: Start, demo_desk: Path) -> None:
    """Resizing at any time loses neither the claim under the cursor nor the keys, and ends nothing."""
    desk = terminal("--db", demo_desk, "open", columns=140, lines=45)
    desk.wait_for("Prior records for claim 1")
    desk.send("G")
    desk.wait_for("Prior records for claim 20")
    sizes = [(80, 24), (60, 20), (40, 12), (200, 60)]
    for columns, lines in sizes:
        desk.resize(columns, lines)
        desk.wait_for(
            lambda: re.search(r"▸[·✓✗] 20 ", desk.text) is not None,
            lambda: "? keys" in desk.screen.display[-1],
            lambda: "20" in desk.screen.display[0],
        )
    desk.wait_for("Prior records for claim 20", "Article", "Record 1")
    desk.send("k")
    desk.wait_for("Prior records for claim 19")


def test_a_window_that_is_dragged_smaller_while_keys_come(terminal: Start, demo_desk: Path) -> None:
    """Sizes that follow each other quickly, with keys between, do no harm; a tiny window is no crash either."""
    desk = terminal("--db", demo_desk, "open", columns=100, lines=30)
    desk.wait_for("Claims")
    for columns, lines in [(99, 29), (61, 20), (20, 6), (5, 2), (1, 1), (40, 12), (120, 40)]:
        desk.resize(columns, lines)
        desk.send("j")
    desk.wait_for("Prior records for claim 8")
    desk.send("c")
    desk.wait_for("claim 8 confirmed", "✓ 1 confirmed")
    assert verdicts(demo_desk)[7] == "confirmed"


@pytest.mark.parametrize("columns", [40, 80])
def test_narrow_windows_reach_all_panes_by_tab(terminal: Start, demo_desk: Path, columns: int) -> None:
    """Where panes are stacked or left out, Tab brings the records and the record under the cursor."""
    desk = terminal("--db", demo_desk, "open", columns=columns, lines=12 if columns == 40 else 24)
    desk.wait_for("▸·  1", "Claims")
    desk.send("\t")
    desk.wait_for("Prior records", "▸1 ")
    desk.send("\t")
    desk.wait_for("Article")
    desk.send("\t")
    desk.wait_for("Record 1", "rated ")
    desk.send("\t")
    desk.wait_for("▸·  1")


def test_no_color_sends_no_colours_of_ours(terminal: Start, demo_desk: Path) -> None:
    """NO_COLOR with any value: no 24-bit colours, not even grey ones; the verdict is still told by glyph and word."""
    desk = terminal("--db", demo_desk, "open", variables={"NO_COLOR": "1"})
    desk.wait_for("Prior records for claim 1")
    desk.send("c")
    desk.wait_for("✓ 1 confirmed")
    assert b"38;2;" not in desk.raw and b"48;2;" not in desk.raw


def test_an_empty_no_color_means_nothing(terminal: Start, demo_desk: Path) -> None:
    """By its standard NO_COLOR counts only when it is not empty: verdicts have their blue and orange."""
    desk = terminal("--db", demo_desk, "open", variables={"NO_COLOR": ""})
    desk.wait_for("Prior records for claim 1")
    desk.send("c")
    desk.wait_for("✓ 1 confirmed")
    assert any(len(set(colour)) > 1 for colour in TRUECOLOR.findall(bytes(desk.raw)))


@pytest.mark.parametrize("command", ["open", "demo"])
def test_output_that_is_no_terminal_gets_plain_text(tmp_path: Path, demo_desk: Path, command: str) -> None:
    """Into a pipe: one line on stderr says so, the claims come beside their best prior records, and all is well."""
    arguments = ["--db", str(demo_desk), "open"] if command == "open" else ["demo"]
    leader, follower = os.openpty()  # only stdout is a pipe: standard input is a terminal, as in `open | less`
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_tui", *arguments],
        stdin=follower,
        capture_output=True,
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    os.close(leader)
    os.close(follower)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1 and b"no terminal" in done.stderr
    printed = done.stdout.decode().splitlines()
    claims = [line for line in printed if re.match(r"[·✓✗] +\d+ ", line)]
    assert len(claims) == 20
    assert any("(fictional)" in line for line in printed[printed.index(claims[0]) : printed.index(claims[1])])
    assert b"\x1b" not in done.stdout and LEAVES_ALTERNATE_SCREEN not in done.stderr


def test_a_locale_that_is_not_utf_8_draws_the_same(terminal: Start, demo_desk: Path) -> None:
    """LANG is wrong on many machines that one reaches by SSH; the signs are drawn, not their numbers."""
    latin = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    desk = terminal("--db", demo_desk, "open", variables=latin)
    desk.wait_for("Prior records for claim 1", "✓ 0 confirmed", "▸")
    assert "\\u" not in desk.text


def test_the_program_alone_opens_the_desk(terminal: Start, demo_desk: Path) -> None:
    """As other programs for the terminal do; where there is none, its help is printed (status 2)."""
    desk = terminal("--db", demo_desk)
    desk.wait_for("Prior records for claim 1")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_tui"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and "Usage:" in done.stdout + done.stderr
