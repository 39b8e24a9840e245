"""Text from outside that would command the terminal or the screen library: it is shown, never obeyed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desk_file import rows
from terminal import ENTER, ESCAPE, Start, environment, run

ARTICLE = """Harbour \x1b]0;OWNED-TITLE\x07 closes after storm [/foo]

The port was \x1b[2Jclosed on Monday after 12 ships were damaged by the [bold]storm[/bold], officials said.

"It was the worst [sic] in \u202e1990\u202c since records began," said Anna \x9b31mBergström of the harbour office.

The clean-up will cost 30 million euros\x1b]52;c;T1dORUQ=\x07, the ministry [@click=app.quit]said[/] on Tuesday.

Some 400 workers from four towns were sent to the quays on Wednesday morning, according to the port's owner.
"""
RECORD = {
    "id": "rec-\x1b]0;OWNED-ID\x07",
    "claim": "12 ships were damaged by the storm \x1b]0;OWNED-CLAIM\x07 and the port was closed [/bar].",
    "rating": "[red]False[/red] \x1b[5mOWNED",
    "publisher": "Desk \x9b2J[/b]",
    "title": "Port closed? [/]",
    "body": "No.\x1b]0;OWNED-BODY\x07\x00",
    "url": "https://example.org/\x1b]0;OWNED-URL\x07",
    "review_date": "2024-01-02",
}
CHECKER = "Eve \x1b]0;OWNED-NAME\x07[/x]"
COMMANDS = (b"\x1b]0;", b"\x1b]52;", b"\x1b[2J", b"\x1b[5m", b"\xc2\x9b", b"\xe2\x80\xae")


@pytest.fixture(scope="session")
def _hostile_home(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    (home / "hostile.txt").write_text(ARTICLE, encoding="utf-8", newline="")
    (home / "hostile.ndjson").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    run(home, "--db", "desk.db", "import", "hostile.ndjson", sample / "archive.ndjson")
    run(home, "--db", "desk.db", "add", "hostile.txt")
    run(home, "--db", "desk.db", "--as", CHECKER, "mark", "1", "5", "confirmed")
    return home


@pytest.fixture
def hostile_desk(_hostile_home: Path, tmp_path: Path) -> Path:
    """A desk with an article, and among others a record, that are full of commands, at tmp_path/desk.db."""
    for path in _hostile_home.glob("*.*"):
        shutil.copy(path, tmp_path)
    return tmp_path / "desk.db"


def obeyed(sent: bytes) -> list[bytes]:
    """The commands of the texts that stand raw in what was sent; the desk itself has no use for any of them."""
    return [command for command in COMMANDS if command in sent]


def test_claims_that_hold_commands_are_shown_as_they_are(terminal: Start, hostile_desk: Path) -> None:
    """Titles, screen clearing, C1 codes, text direction and markup in an article or a record change nothing."""
    desk = terminal("--db", hostile_desk, "open", columns=200, lines=60)
    desk.wait_for("Prior records for claim 1", "Harbour ␛]0;OWNED-TITLE␇ closes after storm [/foo]")
    desk.send("j")
    desk.wait_for("Prior records for claim 2:", "[red]False[/red] ␛[5mOWNED", "Desk ⟨U+009B⟩2J")
    desk.wait_for("␛[2Jclosed", "[bold]storm[/bold]", "[sic] in ⟨U+202E⟩1990⟨U+202C⟩", "[@click=app.quit]said[/]")
    desk.wait_for("␛]0;OWNED-CLAIM␇", "[/bar]", "␛]0;OWNED-BODY␇", "␛]0;OWNED-ID␇")
    for number in range(3, 6):
        desk.send("j")
        desk.wait_for(f"Prior records for claim {number}")
    desk.settle()
    assert obeyed(bytes(desk.raw)) == []
    assert desk.process.poll() is None


def test_notices_prompts_and_dialogues_show_commands_as_they_are(terminal: Start, hostile_desk: Path) -> None:
    """What a key says, a note, a filter, a failure, the history, the export's preview and the archive: all literal."""
    desk = terminal("--db", hostile_desk, "--as", CHECKER, "open", columns=200, lines=60)
    desk.wait_for("Prior records for claim 1")
    desk.send("j")
    desk.wait_for("Prior records for claim 2:", "▸1 ")
    desk.send("1")
    desk.wait_for("linked to Desk ⟨U+009B⟩2J[/b]")
    desk.send("a")
    desk.wait_for("stands for no verdict")
    desk.send("i", *"see [/foo] [bold]", ENTER)
    desk.wait_for("note: see [/foo] [bold]")
    desk.send("H")
    desk.wait_for("History of   claim 2", "Eve ␛]0;OWNED-NAME␇[/x]", "see [/foo] [bold]")
    desk.send(ESCAPE)
    desk.wait_for(lambda: not desk.shows("History of "))
    desk.send("E")
    desk.wait_for("Export the verdict list", "␛]0;OWNED-TITLE␇")
    desk.send(ESCAPE)
    desk.wait_for(lambda: not desk.shows("Export the verdict list"))
    desk.send(":", *"closes after")
    desk.wait_for("article 1: Harbour ␛]0;OWNED-TITLE␇")
    desk.send(ESCAPE)
    desk.wait_for(lambda: not desk.shows("article 1: "))
    desk.send("S", *"ships damaged storm")
    desk.wait_for("found", "␛]0;OWNED-CLAIM␇")
    desk.send(ESCAPE)
    desk.wait_for("Prior records for claim 2")
    desk.send("q")
    desk.wait_for("1 article, ", "Harbour ␛]0;OWNED-TITLE␇")
    desk.send("a", "no\x1b[200~[/file]\x1b[201~", ENTER)
    desk.wait_for("[/file] does not exist")
    assert obeyed(bytes(desk.raw)) == []
    assert rows(hostile_desk, "SELECT DISTINCT checker FROM step") == [(CHECKER,)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("open",),
        ("articles",),
        ("claims", "1", "--all"),
        ("claims", "hostile.txt", "--all"),
        ("match", "12 ships were damaged by the storm \x1b]0;OWNED\x07"),
        ("compare", "12 ships \x1b]0;OWNED\x07", "13 ships \x9b2J"),
        ("mark", "1", "1", "disputed", "--note", "said \x1b]0;OWNED\x07"),
        ("link", "1", "1", RECORD["id"]),
        ("history", "1"),
        ("export", "--format", "markdown"),
        ("export", "--format", "csv"),
        ("import", "hostile.ndjson"),
        ("mark", "1", "1", "\x1b]0;OWNED\x07"),
        ("claims", "\x1b]0;OWNED\x07.txt"),
        ("add", "\x1b]0;OWNED\x07.txt"),
        ("import", "\x1b]0;OWNED\x07.ndjson"),
        ("link", "1", "1", "\x1b]0;OWNED\x07"),
        ("--db", "\x1b]0;OWNED\x07.db", "articles"),
        ("import", "hostile.ndjson", "--format", "\x1b]0;OWNED\x07"),
        ("import", "hostile.ndjson", "--map", "\x1b]0;OWNED\x07"),
        ("export", "--format", "\x1b]0;OWNED\x07"),
        ("articles", "--\x1b]0;OWNED\x07"),
        ("\x1b]0;OWNED\x07",),
    ],
    ids=lambda arguments: (
        " ".join(arguments).encode("ascii", "replace").decode().replace("\x1b", "").replace("\x07", "")
    ),
)
def test_printed_output_holds_no_command_of_the_text(hostile_desk: Path, arguments: tuple[str, ...]) -> None:
    """What commands print, also their errors, can be printed on a terminal without harm."""
    home = hostile_desk.parent
    named = () if arguments[0] == "--db" else ("--db", str(hostile_desk))
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_tui", *named, *arguments],
        cwd=home,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    sent = done.stdout + done.stderr
    assert done.returncode in (0, 1, 2) and b"Traceback" not in sent
    assert sent
    assert b"\x1b" not in sent and b"\x07" not in sent and b"\xc2\x9b" not in sent and b"\xe2\x80\xae" not in sent
