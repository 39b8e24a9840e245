"""What publishers' ratings stand for."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck_tui.cli.printing import json_option, put, put_bytes, put_json, put_table
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Verdict
from factcheck_tui.visible import one_line

NONE = "none"


@click.command(epilog="Example: factcheck-tui ratings set 'Mostly soaked' disputed")
@click.argument("action", type=click.Choice(("list", "set", "export", "import")), default="list")
@click.argument("words", nargs=-1, metavar="[LABEL... VERDICT | FILE|-]")
@click.option("--unmapped", is_flag=True, help="List only labels that stand for no verdict of ours.")
@click.option("--force", is_flag=True, help="Overwrite the exported file.")
@json_option
@click.pass_obj
def ratings(session: Session, action: str, words: tuple[str, ...], unmapped: bool, force: bool, as_json: bool) -> None:
    """List the ratings of the archive with what they stand for, or say what labels stand for.

    `set LABEL... confirmed|disputed|pending|none` changes the records that carry a label; `export FILE` writes the map
    as CSV to be filled in, and `import FILE` reads it. The publisher's words stay as they are.
    """
    if action == "list":
        _list(session, words, unmapped=unmapped, as_json=as_json)
    elif action == "export":
        _export(session, words, force=force)
    else:
        changed = session.desk().set_ratings(_read(words) if action == "import" else _wanted(words))
        if as_json:
            put_json({"records": changed})
        else:
            put(f"{changed:,} record{'' if changed == 1 else 's'} changed their verdict.")


def _list(session: Session, words: tuple[str, ...], *, unmapped: bool, as_json: bool) -> None:
    if words:
        raise click.UsageError("`ratings list` takes no LABEL; `ratings set` does.")
    shown = [each for each in session.desk(create=False).ratings() if each.unmapped or not unmapped]
    if as_json:
        for each in shown:
            put_json(each._asdict())
        return
    put_table((f"{each.records:,}", f"{each.verdict or '—':<9} {one_line(each.label)}") for each in shown)


def _wanted(words: tuple[str, ...]) -> dict[str, Verdict | None]:
    if len(words) < 2:
        raise click.UsageError("Give LABEL... and what it stands for: confirmed, disputed, pending or none.")
    *labels, verdict = words
    if verdict != NONE and verdict not in list(Verdict):
        raise FactcheckError(f"{one_line(verdict)} is no verdict; write confirmed, disputed, pending or none.")
    return dict.fromkeys(labels, None if verdict == NONE else Verdict(verdict))


def _read(words: tuple[str, ...]) -> dict[str, Verdict | None]:
    from factcheck_tui.desk import rating

    return rating.read_map(_file(words))


def _export(session: Session, words: tuple[str, ...], *, force: bool) -> None:
    from factcheck_tui import export

    path = _file(words)
    content = session.desk(create=False).rating_map().encode("utf-8", "backslashreplace")
    if str(path) == "-":
        put_bytes(content)
        return
    export.write(path, [content], force=force)
    put(f"The rating map was written to {one_line(str(path))}; fill in its verdicts, then: ratings import.")


def _file(words: tuple[str, ...]) -> Path:
    if len(words) != 1:
        raise click.UsageError("Name one FILE.")
    return Path(words[0])


COMMANDS = (ratings,)
