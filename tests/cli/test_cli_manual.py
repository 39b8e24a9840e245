"""What is made from the help: the command reference, the man page, and the completion of the shells."""

import re
from pathlib import Path

import pytest
from command_line import Run

from factcheck_tui.cli import cli
from factcheck_tui.cli.manual import as_man_page, as_markdown, entries
from factcheck_tui.ui.keys import KEYS

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_in_the_docs_is_that_of_the_program() -> None:
    """docs/commands.md is generated: `make docs` rewrites it."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == as_markdown(cli)


def test_the_manual_tells_every_command_and_option() -> None:
    """Each command with its usage, its example and each option with its words, in both forms."""
    page = as_man_page(cli).replace("\\-", "-").replace("\\e", "\\")
    reference = as_markdown(cli)
    found = list(entries(cli))
    assert len(found) > 25
    for entry in found:
        assert entry.usage in page and entry.usage in reference
        assert entry.example in page and entry.example in reference
        assert all(option in page and words for option, words in entry.options)
    assert {"", "evidence", "evidence add", "man"} <= {entry.name for entry in found}


def test_the_man_page_tells_every_key_with_its_id() -> None:
    """Who installed the program has no docs/keys.md, and needs the ids for their own keys."""
    page = as_man_page(cli).replace("\\-", "-")
    for key in KEYS:
        assert f"{key.help} ({key.id})" in page


def test_no_word_of_the_help_is_an_order_to_roff() -> None:
    """A line begins with an order of ours or with text; a backslash begins one of ours; hyphens can be copied."""
    orders = {".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi"}
    for line in as_man_page(cli).splitlines():
        assert not line.startswith((".", "'")) or line.split()[0] in orders, line
        assert not re.search(r"\\(?![-e&])", line), line
        assert line.startswith(".TH") or not re.search(r"(?<!\\)-", line), line


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion(run: Run, shell: str) -> None:
    """The script that is printed asks the program, which answers with its commands and options."""
    script = run("completion", shell).out
    assert f"_FACTCHECK_TUI_COMPLETE={shell}_complete" in script
    asked = {"_FACTCHECK_TUI_COMPLETE": f"{shell}_complete", "COMP_WORDS": "factcheck-tui evi", "COMP_CWORD": "1"}
    if shell == "fish":
        asked["COMP_CWORD"] = "evi"
    assert "evidence" in run(**asked).out
    words = {"COMP_WORDS": "factcheck-tui evidence add --ki", "COMP_CWORD": "--ki" if shell == "fish" else "3"}
    assert "--kind" in run(**(asked | words)).out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("open ", "1"),
        ("mark 1 2 dis", "disputed"),
        ("export --format cla", "claimreview"),
        ("history 2", ""),
        ("search ", ""),
        ("search -storm --js", "--json"),
    ],
)
def test_a_shell_completes_articles_verdicts_and_forms(run: Run, desk: Path, typed: str, offered: str) -> None:
    """What is on the desk and what can be said of it; nothing where nothing fits, and no complaint without a desk."""
    asked = {
        "_FACTCHECK_TUI_COMPLETE": "bash_complete",
        "COMP_WORDS": f"factcheck-tui --db {desk} {typed}",
        "COMP_CWORD": str(len(f"factcheck-tui --db {desk} {typed}".split(" ")) - 1),
    }
    assert [line.partition(",")[2] for line in run(**asked).out.split()] == ([offered] if offered else [])
    asked["COMP_WORDS"] = asked["COMP_WORDS"].replace(str(desk), "missing.db")
    assert run(**asked).err == ""


def test_an_unknown_shell_is_refused(run: Run) -> None:
    """The shells that are known are named."""
    refused = run("completion", "csh")
    assert refused.status == 2
    assert "bash" in refused.err
