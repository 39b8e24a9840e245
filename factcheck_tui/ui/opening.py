"""A desk that is opened on a thread of its own, so that its file is read while the screens are imported."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.model import LaidOut


class Opening:
    """The desk of some settings, and what it shows first. Reading begins at once.

    SQLite reads without the interpreter's lock; half of the start is reading where an article is long.
    """

    def __init__(self, settings: Config, article: str = "") -> None:
        """
        :param article: a number, file or part of a title; "" for where the checker left off
        """
        self._settings = settings
        self._article = article
        executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        self._done: Future[tuple[Desk, LaidOut | None]] = executor.submit(self._open)
        executor.shutdown(wait=False)

    def desk(self) -> Desk:
        """The desk, when it has been read. :raises FactcheckError: when it cannot be, or has no such article"""
        return self._done.result()[0]

    def first_look(self) -> LaidOut | None:
        """The article that is shown first; None for the list of articles. :raises FactcheckError: as ``desk``"""
        return self._done.result()[1]

    def _open(self) -> tuple[Desk, LaidOut | None]:
        settings = self._settings
        desk = Desk.open(settings.database, settings.checker, copies=settings.copies)
        try:
            return desk, desk.first_look(self._article)
        except BaseException:
            desk.close()
            raise
