"""Prior records from a live source: fetched into a file, read from there like any other, and the file thrown away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_tui.archive.live import Live
from factcheck_tui.errors import ReadError
from factcheck_tui.model import ImportReport

if TYPE_CHECKING:
    from factcheck_tui.desk.archive import Archive


def fetch(
    desk: Archive, live: Live, *, format: str | None, refused: Path | None, progress: Callable[[int, int, int], None]
) -> ImportReport:
    """See ``Desk.fetch``."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder, "fetched")
        try:
            stopped = live.write(path, progress)
        except OSError as error:
            raise ReadError(f"{live.name} cannot be kept: {error.strerror}. Make room in {folder}.") from error
        if not path.stat().st_size:
            return ImportReport(source=live.name, format=format or "claimsearch")  # a search that found nothing
        try:
            report = desk.import_records(path, format=format, name=live.name, refused=refused, progress=progress)
        except ReadError as error:
            raise ReadError(str(error).replace(str(path), live.name)) from error
        named = (report.stopped.replace(str(path), live.name), stopped)
        return replace(report, stopped=" ".join(words for words in named if words))
