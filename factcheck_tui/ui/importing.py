"""Importing from the screens: all files at a path, one after the other, while the checker works on."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import ImportReport, MergeReport
from factcheck_tui.store import InterruptedQueryError
from factcheck_tui.ui.screens.articles import ArticlesScreen

if TYPE_CHECKING:
    from factcheck_tui.archive import Source
    from factcheck_tui.ui.app import FactcheckApp

P = ParamSpec("P")
T = TypeVar("T")


async def import_all(app: FactcheckApp, path: Path) -> None:
    """Import what is at a path; say what came of it, and show what is left to do: refused rows, unmapped ratings."""
    reports: list[ImportReport] = []
    try:
        if await app.importer(lambda desk: desk.can_be_merged(path)):
            app.tell(_merged_in_a_sentence(await _apart(app, Desk.merge, path)))
            if isinstance(app.screen, ArticlesScreen):
                app.screen.show_articles()
            return
        await _import_each(app, path, reports)
    except InterruptedQueryError:
        return
    except FactcheckError as error:
        app.complain(str(error))
        if isinstance(app.screen, ArticlesScreen) and not app.screen.prompt.display:
            app.screen.action_import(str(path), unasked=True)  # what was refused is mended, not typed again
    if isinstance(app.screen, ArticlesScreen):
        app.screen.show_articles()
        if _is_to_be_shown(app, reports):
            from factcheck_tui.ui.screens.import_report import ImportReportScreen

            app.push_screen(ImportReportScreen(reports))


async def _import_each(app: FactcheckApp, path: Path, reports: list[ImportReport]) -> None:
    """Import all sources at a path; the last is not told of in a notice where the report comes over it at once."""
    sources = await app.importer(lambda _: _sources(path))
    for at, source in enumerate(sources, 1):
        try:
            if report := await _import(app, source):
                reports.append(report)
                if at < len(sources) or not _is_to_be_shown(app, reports):
                    app.tell(_in_a_sentence(report))
        except FactcheckError as error:
            app.complain(str(error))


def _is_to_be_shown(app: FactcheckApp, reports: list[ImportReport]) -> bool:
    """Whether something is left to do; on any other screen the checker is at work, a dialogue would catch a key."""
    left = any(report.refused or report.unmapped or report.stopped for report in reports)
    return left and isinstance(app.screen, ArticlesScreen)


def _sources(path: Path) -> list[Source]:
    """What is to be imported. For the importer's thread: the readers' own modules take longer to load than a frame."""
    from factcheck_tui.archive import find_sources

    return find_sources(path)


async def _import(app: FactcheckApp, source: Source) -> ImportReport | None:
    """Import one source; None when the checker stopped it."""
    guess = await app.importer(Desk.look_at_sheet, source)
    mapping = None
    if guess is not None and guess.guessed:
        from factcheck_tui.ui.screens.columns import ColumnsScreen

        answered: asyncio.Future[dict[str, str] | None] = asyncio.get_running_loop().create_future()
        app.push_screen(ColumnsScreen(source.name, guess), answered.set_result)
        mapping = await answered
        if mapping is None:
            return None
    progress = _progress(app, source.name)
    return await _apart(app, Desk.import_records, source, mapping=mapping, progress=progress)


def _apart(
    app: FactcheckApp, verb: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
) -> asyncio.Future[T]:
    """Do a verb in a process of its own: what it takes is not taken from the keys."""
    from factcheck_tui.desk.apart import apart

    return app.importer(lambda desk: apart(desk, verb, *args, **kwargs))


def _progress(app: FactcheckApp, name: str) -> Callable[[int, int, int], None]:
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()  # the other thread knows nothing of this app

    def progress(done: int, size: int, rows: int) -> None:
        if app.leaving:  # what was imported so far is whole; the rest comes when it is imported again
            raise InterruptedQueryError
        words = f"Importing {done / max(size, 1):.0%}, {rows:,} rows of {Path(name).name}"
        loop.call_soon_threadsafe(app.say_below, words, context=context)

    return progress


def _merged_in_a_sentence(report: MergeReport) -> str:
    told = f" {len(report.conflicts)} decided differently: `merge` lists them." if report.conflicts else ""
    return (
        f"{Path(report.source).name}: {report.articles} articles, {report.records:,} records and"
        f" {report.decisions:,} decisions added.{told}"
    )


def _in_a_sentence(report: ImportReport) -> str:
    refused = f", {report.refused:,} refused" if report.refused else ""
    return (
        f"{Path(report.source).name}: {report.read:,} read, {report.added:,} added, {report.updated:,} updated,"
        f" {report.unchanged:,} unchanged{refused}." + (f" {report.stopped}" if report.stopped else "")
    )
