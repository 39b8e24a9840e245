"""What one run of the command line works with: the settings, and the desk when a command asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck_tui.config import Config
    from factcheck_tui.desk import Desk


class Session:
    """Opens nothing until it is asked to: ``--help`` and ``--version`` stay quick."""

    def __init__(self, database: Path | None, checker: str | None) -> None:
        self._database = database
        self._checker = checker
        self._desk: Desk | None = None

    @property
    def names_database(self) -> bool:
        """Whether ``--db`` was given."""
        return self._database is not None

    @property
    def has_desk(self) -> bool:
        """Whether there is a file already where the desk is to be."""
        return self._desk is not None or self.config().database.exists()

    def config(self, database: Path | None = None) -> Config:
        """The settings, with what the command line says in their place. :raises ReadError: see ``config.load``"""
        from factcheck_tui import config

        settings = config.load()
        return replace(
            settings,
            database=self._database or database or settings.database,
            checker=config.signing(self._checker) or settings.checker,
        )

    def desk(self, *, create: bool = True) -> Desk:
        """The desk; a new file is made where there is none, unless the command only reads (``create=False``).

        :raises StoreError: when the file is no desk, or is missing and must not be made
        """
        if self._desk is None:
            from factcheck_tui.desk import Desk

            settings = self.config()
            self._desk = Desk.open(settings.database, settings.checker, create=create, copies=settings.copies)
        return self._desk

    def close(self) -> None:
        """Let go of the desk."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None
