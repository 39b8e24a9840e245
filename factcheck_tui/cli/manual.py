"""The manual, made from what ``--help`` is made from: a reference in Markdown, and a man page.

A man page is roff: a line that begins with a dot or an apostrophe is an order, a backslash begins an escape, and a
plain hyphen may be set as a typographic one, which nobody can copy into a shell.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

import click

from factcheck_tui import __version__

PROGRAM = "factcheck-tui"


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as its help tells it."""

    name: str  # as it is called: "evidence add"; "" for the program itself
    usage: str
    help: str
    options: tuple[tuple[str, str], ...]
    example: str


def entries(program: click.Group) -> Iterator[Entry]:
    """The program, then every command in the order of their names, those of a group after it."""
    yield from _of(program, click.Context(program, info_name=PROGRAM, **program.context_settings))


def _of(command: click.Command, context: click.Context) -> Iterator[Entry]:
    options = [each for each in command.get_params(context) if isinstance(each, click.Option)]
    help = inspect.cleandoc(command.help or "").partition("\b")[0]
    yield Entry(
        name=context.command_path.removeprefix(PROGRAM).strip(),
        usage=f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}",
        help=" ".join(help.split()),
        options=tuple(record for each in options if (record := each.get_help_record(context)) is not None),
        example=(command.epilog or "").removeprefix("Example: "),
    )
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if (each := command.get_command(context, name)) is not None:
                yield from _of(each, click.Context(each, info_name=name, parent=context))


def as_markdown(program: click.Group) -> str:
    """The command reference."""
    parts = [f"# Commands\n\nMade from the program's own help by `{PROGRAM} man --markdown`.\n"]
    for entry in entries(program):
        parts.append(f"## `{entry.name or PROGRAM}`\n\n{_prose(entry.help)}\n\n```\n{entry.usage}\n```\n")
        if entry.options:
            rows = "".join(f"| `{_cell(option)}` | {_cell(_prose(words))} |\n" for option, words in entry.options)
            parts.append(f"| option | |\n|---|---|\n{rows}")
        if entry.example:
            parts.append(f"```sh\n{entry.example}\n```\n")
    return "\n".join(parts)


def as_man_page(program: click.Group) -> str:
    """The man page, in section 1."""
    first, *commands = entries(program)
    lines = [
        f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}"',
        ".SH NAME",
        f"{_roff(PROGRAM)} \\- {_roff(first.help)}",
        ".SH SYNOPSIS",
        _roff(first.usage),
        ".SH OPTIONS",
        *_man_options(first),
        ".SH COMMANDS",
    ]
    for entry in commands:
        lines += [f".SS {_roff(entry.name)}", _roff(entry.help), ".PP", f".B {_roff(entry.usage)}"]
        lines += _man_options(entry)
        if entry.example:
            lines += [".PP", "Example:", ".PP", ".nf", _roff(entry.example), ".fi"]
    lines += [
        ".SH KEYS",
        "What follows a key is its id, by which [keys] in the settings gives an action another key.",
        *_man_keys(),
        ".SH EXIT STATUS",
        "0: done. 1: something that you can mend; the message says how. 2: wrong usage.",
        "3: an export held a verdict that \\-\\-fail\\-on names. 130: interrupted.",
        ".SH ENVIRONMENT",
        "FACTCHECK_DB, FACTCHECK_CHECKER, NO_COLOR, VISUAL, EDITOR",
    ]
    return "\n".join(lines) + "\n"


def _man_keys() -> Iterator[str]:
    """Every key of the desk with its id."""
    from factcheck_tui.ui.key import Where
    from factcheck_tui.ui.keys import keys_of  # a table: textual is not needed for it

    for place in Where:
        yield f".SS {_roff(place)}"
        for key in keys_of(place):
            yield from (".TP", f".B {_roff(key.label)}", f"{_roff(key.help)} ({_roff(key.id)})")


def _man_options(entry: Entry) -> list[str]:
    return [line for option, words in entry.options for line in (".TP", f".B {_roff(option)}", _roff(words))]


def _roff(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _prose(text: str) -> str:
    """Angle brackets in help are placeholders, not HTML."""
    return text.replace("<", "&lt;")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
