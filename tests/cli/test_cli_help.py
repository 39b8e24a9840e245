"""Help and start-up: every command explains itself with an example, and nothing slow is loaded for it."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from command_line import Run

from factcheck_tui import __version__
from factcheck_tui import cli as cli_package
from factcheck_tui.cli import cli
from factcheck_tui.cli.commands import MODULES

COMMANDS = [
    *(
        "open",
        "review",
        "demo",
        "add",
        "articles",
        "put-away",
        "claims",
        "import",
        "match",
        "merge",
        "search",
        "compare",
        "alias",
        "ratings",
        "fetch",
    ),
    *("mark", "link", "note"),
    *("claim add", "claim split", "claim join", "claim word", "claim attribute"),
    *("evidence add", "evidence list", "evidence change", "evidence remove", "wording"),
    *("export", "history", "backup", "restore", "check", "locate"),
    *("completion", "man"),
]
LISTING = [name for name in COMMANDS if name not in ("open", "review", "demo", "completion", "man")]


def commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Every command by the words that call it; a group is the commands in it."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        found |= commands(command, f"{name} ") if isinstance(command, click.Group) else {before + name: command}
    return found


def test_the_commands_are_those_of_the_machine_interface() -> None:
    """No more and no fewer than documented."""
    assert sorted(commands(cli)) == sorted(COMMANDS)


def test_each_module_holds_the_commands_that_are_looked_for_in_it() -> None:
    """A command is loaded by its name: none of a module is left out, and none is looked for in another."""
    modules = {path.stem for path in Path(str(cli_package.__file__)).parent.glob("*_command*.py")}
    assert modules == set(MODULES)
    for module, names in MODULES.items():
        found = import_module(f"factcheck_tui.cli.{module}").COMMANDS
        assert tuple(command.name for command in found) == names


def test_a_run_loads_only_the_command_that_it_calls() -> None:
    """Start-up is what every call waits for: the other commands, and the model that they work on, stay on the disk."""
    script = (
        "import sys; from factcheck_tui.cli import cli; cli(['completion', 'bash'], standalone_mode=False);"
        "print(sorted(name for name in sys.modules if name.startswith('factcheck_tui')), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "factcheck_tui.cli.shell_commands" in run.stderr
    assert "factcheck_tui.cli.export_commands" not in run.stderr
    assert "factcheck_tui.model" not in run.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example_that_is_a_call_of_the_command(name: str) -> None:
    """The example names the command and only options that it has."""
    words = name.split()
    shown = CliRunner().invoke(cli, [*words, "--help"])
    assert shown.exit_code == 0
    example = shown.output.partition("Example: ")[2].split()
    assert example[: 1 + len(words)] == ["factcheck-tui", *words]
    params = commands(cli)[name].params
    known = {option for parameter in params for option in parameter.opts}
    assert {word for word in example if word.startswith("--")} <= known
    assert all(parameter.help for parameter in params if isinstance(parameter, click.Option))


@pytest.mark.parametrize("name", LISTING)
def test_commands_that_report_have_json(name: str) -> None:
    """--json wherever there is something to list."""
    assert "--json" in {option for parameter in commands(cli)[name].params for option in parameter.opts}


def test_help_and_version_of_the_program(run: Run, tmp_path: Path) -> None:
    """Both answer without a desk; the help shows how to begin."""
    assert run("--version").out == f"factcheck-tui, version {__version__}\n"
    shown = run("-h")
    assert shown.status == 0 and "factcheck-tui demo" in shown.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("--version",), ("claims", "-", "--json"), ("compare", "a b", "a c")])
def test_headless_commands_load_no_screen_library(arguments: tuple[str, ...]) -> None:
    """The command line and what it prints need neither textual nor rich."""
    program = (
        "import sys\nfrom factcheck_tui.cli import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "sys.exit(' '.join(sorted({'textual', 'rich'} & set(sys.modules))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=b"The tower is 300 m high.\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) in ((0, b""), (1, b"\n")), done


def test_importing_the_command_line_imports_no_textual() -> None:
    """`python -c "import factcheck_tui.cli"` as issue 2 words it."""
    program = "import sys, factcheck_tui.cli; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


def test_backup_and_check(run: Run, desk: Path, tmp_path: Path) -> None:
    """A copy is a whole desk in one file; check counts what is there and finds nothing wrong with either."""
    [copied] = run("backup", "copy.db", "--json").objects
    assert copied == {"path": "copy.db", "bytes": (tmp_path / "copy.db").stat().st_size}
    for name in (str(desk), "copy.db"):
        [facts] = run("--db", name, "check", "--json").objects
        assert {key: facts[key] for key in list(facts)[:6]} == {
            "database": name,
            "articles": 1,
            "claims": 20,
            "prior_records": 328,
            "problems": [],
            "repaired": [],
        }
    assert "All is well." in run("check").out


def test_check_says_what_a_report_of_a_fault_needs(run: Run, desk: Path) -> None:
    """Versions, terminal, colours, and how copying works: as they are, without starting the desk."""
    place = {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "TMUX": "/tmp/tmux-0/default,1,0", "NO_COLOR": "1"}
    unset = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"), "")
    [facts] = run("check", "--json", **(place | unset)).objects
    assert facts["versions"]["factcheck-tui"] == __version__
    assert {"python", "sqlite", "textual", "sqlite-utils"} < set(facts["versions"])
    assert all(facts["versions"].values())
    terminal = facts["terminal"]
    assert (terminal["TERM"], terminal["COLORTERM"], terminal["NO_COLOR"]) == ("xterm-kitty", "truecolor", "1")
    assert (terminal["is_terminal"], terminal["TMUX"]) == (False, True)
    assert facts["clipboard"] == ["tmux", "osc52"]
    shown = run("check", **(place | unset)).out
    assert f"factcheck-tui {__version__}" in shown and "TERM=xterm-kitty" in shown and "tmux, then osc52" in shown


def test_locate_says_where_things_are(run: Run, tmp_path: Path) -> None:
    """The settings file and the database, whether they are there or not; nothing is made."""
    [config] = run("locate", "config", "--json").objects
    assert config == {"path": str(tmp_path / ".config" / "factcheck-tui" / "config.toml"), "exists": False}
    assert run("locate", "data").out == f"{tmp_path / 'desk.db'}\n"
    assert run("--db", "other.db", "locate", "data").out == "other.db\n"
    log = run("locate", "log")
    assert (log.out, log.status) == (f"{tmp_path / 'desk.db'}\n", 0) and "history" in log.err
    assert list(tmp_path.iterdir()) == []
