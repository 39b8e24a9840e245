"""The archive of prior records at the desk: taking records in, searching them, what ratings and names stand for.

Reading and matching are imported by the verbs that need them: the desk opens without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck_tui.desk import naming, searching
from factcheck_tui.desk.deciding import Deciding
from factcheck_tui.model import (
    AliasGroup,
    ImportReport,
    PriorRecord,
    RatingLabel,
    RecordBackground,
    SheetGuess,
    Verdict,
)

if TYPE_CHECKING:
    from factcheck_tui.archive import Source
    from factcheck_tui.archive.live import Live

T = TypeVar("T")

SEARCH_LIMIT = 200  # rows of a search: nobody reads further, they type another word


class Archive(Deciding):
    """The verbs for prior records."""

    def import_records(
        self,
        source: Source | Path,
        *,
        format: str | None = None,
        mapping: Mapping[str, str] | None = None,
        dry_run: bool = False,
        refused: Path | None = None,
        name: str = "",
        progress: Callable[[int, int, int], None] = lambda done, size, rows: None,
    ) -> ImportReport:
        """Take the prior records of a source into the archive. See ``importing``: the options and what it raises."""
        from factcheck_tui.desk import importing

        options = importing.ImportOptions(
            format=format, mapping=mapping, dry_run=dry_run, refused=refused, name=name, progress=progress
        )
        return importing.import_records(self.store, source, self.checker, self._now, options)

    def fetch(
        self,
        live: Live,
        *,
        format: str | None = None,
        refused: Path | None = None,
        progress: Callable[[int, int, int], None] = lambda done, size, rows: None,
    ) -> ImportReport:
        """Take the prior records of a live source into the archive; what came before a failure is kept.

        :raises ReadError: when nothing could be had
        """
        from factcheck_tui.desk import fetching

        return fetching.fetch(self, live, format=format, refused=refused, progress=progress)

    def look_at_sheet(
        self, source: Source | Path, *, format: str | None = None, mapping: Mapping[str, str] | None = None
    ) -> SheetGuess | None:
        """What the columns of a free sheet would be read as; None for any other form. :raises ReadError:"""
        from factcheck_tui.desk import importing

        return importing.look_at_sheet(self.store, source, importing.ImportOptions(format=format, mapping=mapping))

    def search(self, typed: str, limit: int = SEARCH_LIMIT) -> list[PriorRecord]:
        """Prior records that answer to what is typed, best first; the newest ones when nothing is.

        Words, the last as a beginning, "phrases", -words, and conditions such as ``rating:false``; there is no text
        that is wrong. ``matching.search`` tells the language.
        """
        return searching.search(self.store, typed, limit)

    def not_understood(self, typed: str) -> str:
        """A sentence on what in a search looks like a condition and is none; nothing where all is understood."""
        return searching.not_understood(typed)

    def record(self, record_id: int) -> PriorRecord:
        """:raises NotFoundError: when there is none with this id"""
        return self.store.records.get(record_id)

    def find_record(self, source_id: str) -> PriorRecord:
        """The record that was imported under an id. :raises NotFoundError: when there is none"""
        return self.store.records.find(source_id)

    def record_background(self, record_id: int, article_id: int | None = None) -> RecordBackground:
        """What the desk knows of a record beside the record itself, as seen from an article. :raises NotFoundError:"""
        from factcheck_tui.desk import background

        return background.background(self.store, record_id, article_id)

    def records(self) -> int:
        """How many prior records there are."""
        return self.store.records.count()

    # What ratings stand for

    def ratings(self) -> list[RatingLabel]:
        """The labels of the archive with what they stand for, the unmapped first; then the map's others."""
        from factcheck_tui.desk import rating

        return rating.labels(self.store)

    def set_ratings(self, labels: Mapping[str, Verdict | None]) -> int:
        """Let labels stand for a verdict or for none, as one step; how many records changed theirs.

        :raises FactcheckError: when a label has no letter
        """
        from factcheck_tui.desk import rating

        wanted = rating.by_key(labels)
        with self.store.writing():
            self.store.decisions.record(rating.changes(self.store, wanted), self.checker, self._now())
            return rating.let_stand(self.store, wanted)

    def rating_map(self) -> str:
        """The map, and the labels that are not in it, as CSV to be filled in."""
        from factcheck_tui.desk import rating

        return rating.write_map(self.store)

    # Names that stand for each other

    def aliases(self) -> tuple[AliasGroup, ...]:
        """The groups of names that stand for each other in matching, by their first names."""
        return self.store.aliases.all()

    def add_alias(self, terms: Iterable[str]) -> AliasGroup:
        """Let names stand for each other, as one step; gives their whole group. Claims are then matched anew.

        :raises FactcheckError: when there are fewer than two, or one that has no word or more than eight
        """
        return self._named(lambda: naming.join(self.store, terms))

    def remove_alias(self, *terms: str) -> tuple[AliasGroup, ...]:
        """Let names stand for themselves alone, as one step; gives the rests of their groups.

        :raises NotFoundError: when a name is in no group; none is then taken out
        """
        return self._named(lambda: naming.part(self.store, terms))

    def change_alias(self, seen: Sequence[str], now: Sequence[str]) -> None:
        """Let the names of a group, as the checker had it in view, be others, as one step; fewer than two are none.

        :raises ConflictError: when somebody changed the group since
        :raises FactcheckError: as in ``add_alias``
        """
        self._named(lambda: naming.regroup(self.store, seen, now), seen)

    def _named(self, change: Callable[[], T], seen: Sequence[str] = ()) -> T:
        """Change groups of names and log what became of each name."""
        with self.store.writing():
            before = naming.groups(self.store)
            done = change()
            lines = list(naming.changes(before, naming.groups(self.store), seen))
            if self.store.decisions.record(lines, self.checker, self._now()):
                self.store.records.new_edition()
        return done
