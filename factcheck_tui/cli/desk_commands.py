"""Opening the desk, on the user's own database or on the demo, and looking after the file."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.completing import ARTICLE
from factcheck_tui.cli.printing import claim_as_line, json_option, match_as_line, put, put_json
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.config import Config
    from factcheck_tui.desk import Desk

TOUR_BEGINS_AT = 6  # the next claim of the demo has a strong record, and one that differs


@click.command("open", epilog="Example: factcheck-tui open syria-draft.txt")
@click.argument("article", type=ARTICLE, required=False)
@click.pass_obj
def open_desk(session: Session, article: str | None) -> None:
    """Open the desk where you left it, or on ARTICLE: its number, its file, or a part of its title."""
    _hurry()
    _show(session.config(), article or "")


@click.command(epilog="Example: factcheck-tui demo --fresh")
@click.option("--fresh", is_flag=True, help="Begin again: forget what was marked in the demo.")
@click.option("--tour", is_flag=True, help="A tour of the desk by its keys, in a minute; Esc ends it.")
@click.pass_obj
def demo(session: Session, fresh: bool, tour: bool) -> None:
    """Open a desk on a sample article and archive. It is a copy: try everything."""
    from factcheck_tui import paths

    _hurry()
    settings = session.config(paths.demo_database())
    if session.names_database and settings.database.exists():
        raise FactcheckError(f"{settings.database} exists already; name a new file for the demo, or leave out --db.")
    _prepare_demo(settings, fresh, TOUR_BEGINS_AT if tour else None)
    _show(settings, tour=tour)


def _hurry() -> None:
    """Collect no garbage until the first paint: what is imported and built for it stays for good.

    Looking for garbage in it costs a tenth of the start (measured: 30 of 370 ms). The desk collects again when it has
    painted.
    """
    gc.disable()


def _prepare_demo(settings: Config, fresh: bool, begin_at: int | None) -> None:
    """Fill the demo's desk, unless it was filled before; it opens at a claim by its number, or where it was left."""
    from factcheck_tui import articles, paths
    from factcheck_tui.desk import Desk

    if fresh:
        for suffix in ("", "-wal", "-shm"):
            settings.database.with_name(settings.database.name + suffix).unlink(missing_ok=True)
    with Desk.open(settings.database, settings.checker, copies=settings.copies) as desk:
        if not desk.article_ids():
            desk.import_records(paths.sample() / "archive.ndjson")
            article, _ = desk.add(articles.read_file(paths.sample() / "article.txt"))
            for claim_id in desk.unmatched(article.id):
                desk.match(claim_id)
        if begin_at:
            first = desk.article_ids()[-1]
            for status in desk.claims(first):
                if status.claim.number == begin_at:
                    desk.bookmark(first, status.claim.id)


def _show(settings: Config, article: str = "", *, tour: bool = False) -> None:
    """Show the desk on the terminal; where there is none, print what it would show."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        from factcheck_tui.ui.opening import Opening

        opening = Opening(settings, article)
        from factcheck_tui.ui.app import FactcheckApp  # while the desk is read

        # in UTF-8 whatever the locale says, as all that is printed: a terminal of another is rarer than a wrong LANG
        if isinstance(sys.__stderr__, TextIOWrapper):  # which Textual draws on
            sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
        app = FactcheckApp(settings, opening, tour=tour)
        opening.desk()  # what is wrong with it is said before the terminal is taken
        app.run()
        gc.freeze()  # else all that a day has gathered is looked through once more while the shell waits
        if lost := app.writer.unwritten:
            raise FactcheckError(f"Not saved: {'; '.join(lost)}. Decide it again when the desk can be written.")
        if app.return_code:
            raise SystemExit(app.return_code)
        return
    from factcheck_tui.desk import Desk

    gc.enable()
    with Desk.open(settings.database, settings.checker, copies=settings.copies) as desk:
        article_id = article_or_last(desk, article)
        click.echo("factcheck-tui: this is no terminal; the claims beside their best prior records follow.", err=True)
        _print_desk(desk, article_id)


def article_or_last(desk: Desk, name: str | None = None) -> int | None:
    """The id of the article that a name means; without one that of the last one worked at, else of the newest."""
    if name:
        return desk.find_article(name).id
    return desk.last_article() or next(iter(desk.article_ids()), None)


def _print_desk(desk: Desk, article_id: int | None) -> None:
    from factcheck_tui.model import is_found

    if article_id is None:
        put("No article is on this desk yet. Add one: factcheck-tui add FILE")
        return
    for claim_id in desk.unmatched(article_id):
        desk.match(claim_id)
    put(one_line(desk.article(article_id).title))
    for status in desk.claims(article_id):
        put()
        put(claim_as_line(status))
        matches = desk.matches(status.claim.id)
        if not is_found(matches):
            put(f"      {desk.no_match(status.claim.id)}")
            continue
        for match in matches[:3]:
            put(f"      {match_as_line(match)}")


@click.command(epilog="Example: factcheck-tui backup ~/desk-2026-11-22.db")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def backup(session: Session, file: Path, as_json: bool) -> None:
    """Write a whole copy of the desk to FILE, also while it is in use."""
    desk = session.desk(create=False)
    desk.backup(file)
    size = file.stat().st_size
    if as_json:
        put_json({"path": str(file), "bytes": size})
    else:
        put(f"Copied {desk.path} to {file}, {size:,} bytes.")


@click.command(epilog="Example: factcheck-tui restore ~/desk-2026-11-22.db")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def restore(session: Session, file: Path, as_json: bool) -> None:
    """Put the copy FILE in the desk's place. What stood there is kept beside it, and the copy is left as it is."""
    from factcheck_tui.desk import Desk

    settings = session.config()
    kept = Desk.restore(file, settings.database, copies=settings.copies)
    if as_json:
        put_json({"path": str(settings.database), "from": str(file), "kept": str(kept) if kept else None})
    else:
        put(f"{settings.database} is what {file} holds." + (f" What it was is kept in {kept}." if kept else ""))


@click.command(epilog="Example: factcheck-tui check --repair")
@click.option("--repair", is_flag=True, help="Make anew what can be: search indexes, indexes, triggers, views.")
@json_option
@click.pass_obj
def check(session: Session, repair: bool, as_json: bool) -> None:
    """Check the desk's database (SQLite's own checks, the references, the search index) and the settings. Status 1
    when something is wrong.

    Said besides, for a report of what is wrong: versions, the terminal, and how copying works here.
    """
    from factcheck_tui.cli import machine

    desk = session.desk(create=False)
    repaired = desk.repair() if repair else []
    problems = desk.problems()
    repaired = [problem for problem in repaired if problem not in problems]
    articles = [] if problems else desk.articles()  # an ill file may not be able to count
    facts: dict[str, object] = {
        "database": str(desk.path),
        "articles": len(articles),
        "claims": sum(progress.claims for progress in articles),
        "prior_records": 0 if problems else desk.records(),
        "problems": problems,
        "repaired": repaired,
        "settings": _wrong_settings(session.config()),
        **machine.facts(desk.sqlite_version(), session.config().clipboard),
    }
    if as_json:
        put_json(facts)
    else:
        counts = "{articles} articles, {claims} claims, {prior_records:,} prior records".format(**facts)
        put(f"{desk.path}: {counts if not problems else 'something is wrong'}")
        for problem in repaired:
            put(f"  repaired: {problem}")
        for problem in problems:
            put(f"  wrong: {problem}")
        if facts["settings"]:
            put(f"  wrong: {facts['settings']}")
        for name, words in machine.lines(facts):
            put(f"  {name}: {words}")
        sound = "The database is sound; mend the settings." if facts["settings"] else "All is well."
        put(_ADVICE[repair] if problems else sound)
    if problems or facts["settings"]:
        raise SystemExit(1)


def _wrong_settings(settings: Config) -> str:
    """Why the desk would not open with these settings, "" when it would. Textual is needed for what is set alone."""
    if not settings.keys and not settings.theme:
        return ""
    from factcheck_tui.ui import keymap, theme

    try:
        keymap.with_own(settings.keys)
        theme.chosen(settings.theme)
    except FactcheckError as error:
        return str(error)
    return ""


@click.command(epilog="Example: factcheck-tui locate config")
@click.argument("what", type=click.Choice(("config", "data", "log")))
@json_option
@click.pass_obj
def locate(session: Session, what: str, as_json: bool) -> None:
    """Print where the settings file (config) or the desk's database (data) is, or is to be.

    The log is in the database: `history` prints what was decided, and what fails is said where it fails.
    """
    from factcheck_tui import paths

    path = paths.config() if what == "config" else session.config().database
    if what == "log":
        click.echo("The log is in the desk's database; `factcheck-tui history` prints it.", err=True)
    if as_json:
        put_json({"path": str(path), "exists": path.exists()})
    else:
        put(str(path))


_ADVICE = {
    False: "`check --repair` makes anew what can be; `restore COPY` puts a backup in the desk's place.",
    True: "The rest cannot be made anew: `restore COPY` puts a backup in the desk's place.",
}

COMMANDS = (open_desk, demo, backup, restore, check, locate)
