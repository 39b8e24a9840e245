"""Another desk's work, read from its file or from a verdict list that it exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from factcheck_tui import held
from factcheck_tui.archive import handed_over
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Handover, ImportedRow, ListedArticle
from factcheck_tui.store import Store, copied
from factcheck_tui.visible import one_line

_SQLITE = b"SQLite format 3\x00"


def can_be_merged(path: Path) -> bool:
    """Whether a file is another desk or a verdict list of ours; False for what is to be imported or is no file."""
    if _is_database(path):
        return True
    try:
        return path.is_file() and handed_over.is_verdict_list(path)
    except (OSError, ReadError):  # what is wrong with it is said by who reads it
        return False


@contextmanager
def opened(path: Path) -> Iterator[Handover]:
    """What a colleague's file holds, while it is open; the file itself is left as it is.

    :raises ReadError: when it is neither a desk nor a verdict list of ours, or is damaged
    :raises StoreError: when it is a database but no desk, or was written by a newer program
    """
    if not _is_database(path):
        if not handed_over.is_verdict_list(path):
            raise ReadError(
                f"{one_line(str(path))} is neither a desk nor a verdict list in JSON; "
                "prior records of other forms come in with `factcheck-tui import`."
            )
        yield handed_over.read(path)
        return
    with copied(path) as fresh, closing(Store(fresh, copies=0)) as store:
        with _as_desks_write(path):
            handed = _of_desk(store)
        yield replace(handed, archive=_sound_rows(handed.archive, path))


@contextmanager
def _as_desks_write(path: Path) -> Iterator[None]:
    """Say of a word or a JSON text that no desk writes that the file is damaged. :raises ReadError:"""
    try:
        yield
    except ValueError as error:
        raise ReadError(
            f"{one_line(str(path))} is damaged or was changed by hand: it holds what no desk writes "
            f"({one_line(str(error))}). Ask for another copy."
        ) from error


def _sound_rows(rows: Iterable[ImportedRow], path: Path) -> Iterator[ImportedRow]:
    with _as_desks_write(path):
        yield from rows


def _is_database(path: Path) -> bool:
    if held.is_held(path):
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):  # as above
        return False


def _of_desk(store: Store) -> Handover:
    ids = store.articles.ids()
    articles = tuple(
        ListedArticle(article=store.articles.get(each), pieces=tuple(store.claims.as_found(each))) for each in ids
    )
    lines = sorted((line for each in ids for line in store.decisions.of_article(each)), key=lambda line: line.id)
    claim_ids = {line.claim_id for line in lines}
    return Handover(
        articles=articles,
        lines=tuple(lines),
        cited={each: store.records.get(each) for each in sorted({line.record_id or 0 for line in lines} - {0})},
        wordings={source.wording: source for each in claim_ids for source in store.evidence.wordings(each)},
        archive=store.exchange.archive(),
    )
