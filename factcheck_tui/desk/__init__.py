"""The desk: everything that a checker can do, as verbs. The one door for the command line and the screens.

Reading, claim finding, matching and writing are imported by the verbs that need them: the desk opens without them.
A machine only suggests; what decides here is always a person, and the log says who and when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from factcheck_tui import store
from factcheck_tui.desk import matcher, searching
from factcheck_tui.desk.deciding import parse_verdict, read_tags
from factcheck_tui.desk.exporting import Exporting
from factcheck_tui.desk.finding import pieces_of
from factcheck_tui.desk.listing import Filter
from factcheck_tui.desk.revising import Revising
from factcheck_tui.desk.together import Together
from factcheck_tui.model import (
    AliasGroup,
    Article,
    ArticleProgress,
    BestMatch,
    ClaimStatus,
    ImportReport,
    LaidOut,
    Match,
    PriorRecord,
    RatingLabel,
    RecordBackground,
    SheetGuess,
    Verdict,
)
from factcheck_tui.store import Store

if TYPE_CHECKING:
    from factcheck_tui.archive import Source
    from factcheck_tui.archive.live import Live

__all__ = ["Desk", "Filter", "parse_verdict", "read_tags"]

SEARCH_LIMIT = 200  # rows of a search: nobody reads further, they type another word


class Desk(Together, Revising, Exporting):
    """A checker at a store. For one thread; open another desk on the same file for another thread."""

    @classmethod
    def open(cls, path: Path, checker: str, *, create: bool = True, copies: int = 3) -> Self:
        """
        :param copies: how many of the copies that upgrades and ``restore`` make are kept beside the file
        :raises StoreError: when the file is no desk, was written by a newer program, or cannot be opened
        """
        return cls(Store(path, create=create, copies=copies), checker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The desk's file."""
        return self.store.path

    def backup(self, target: Path) -> None:
        """Copy the whole desk, while it is in use. :raises OutputError: when the copy cannot be written"""
        self.store.copy_to(target)

    @staticmethod
    def restore(source: Path, path: Path, *, copies: int = 3) -> Path | None:
        """Put a copy in the place of the desk at ``path``; gives where what stood there is kept, if anything did.

        :raises StoreError: when the copy is no sound desk, or the desk cannot be written; nothing is changed then
        """
        return store.restore(source, path, copies=copies)

    def repair(self) -> list[str]:
        """Make indexes, triggers and views anew; gives what was wrong before. :raises DamagedError:"""
        return self.store.repair()

    def problems(self) -> list[str]:
        """What SQLite's own checks find wrong with the desk's file; empty when all is well."""
        return self.store.problems()

    def sqlite_version(self) -> str:
        """Of the SQLite that the desk's file is read with."""
        return self.store.sqlite_version()

    def interrupt(self) -> None:
        """Stop the query that another thread runs on this desk; it ends with InterruptedQueryError."""
        self.store.interrupt()

    # Articles

    def add(self, article: Article) -> tuple[Article, bool]:
        """Keep an article and find its claims; gives it with its id, and False when the desk held it already."""
        if known := self.store.articles.same_text(article.text):
            return known, False
        pieces = pieces_of(article)
        with self.store.writing():
            if known := self.store.articles.same_text(article.text):  # another process was quicker
                return known, False
            article_id = self.store.articles.add(article, self.checker, self._now())
            self.store.claims.add(article_id, pieces)
        return self.store.articles.get(article_id), True

    def articles(self) -> list[ArticleProgress]:
        """All articles with their counts, the newest first."""
        return self.store.articles.progress()

    def article_ids(self) -> list[int]:
        """The ids of all articles, the newest first."""
        return self.store.articles.ids()[::-1]

    def article(self, article_id: int) -> Article:
        """:raises NotFoundError: when there is none with this id"""
        return self.store.articles.get(article_id)

    def laid_out(self, article_id: int) -> LaidOut:
        """An article as a desk shows it first. :raises NotFoundError: when there is none with this id"""
        return LaidOut(
            last_line=self.store.decisions.last_id(),
            article=self.article(article_id),
            pieces=tuple(self.pieces(article_id)),
            left_at=self.last_claim(article_id),
            preferences=self.preferences(),
        )

    def find_article(self, name: str) -> Article:
        """The article that a person means by its number, file or a part of its title. :raises NotFoundError:"""
        return self.store.articles.find(name)

    def pieces(self, article_id: int) -> list[ClaimStatus]:
        """All pieces of an article in reading order: its claims, and what was set aside."""
        return self.store.claims.of_article(article_id)

    def claims(self, article_id: int) -> list[ClaimStatus]:
        """The claims of an article in reading order."""
        return [status for status in self.pieces(article_id) if status.claim.is_claim]

    def claim(self, claim_id: int) -> ClaimStatus:
        """:raises NotFoundError: when there is none with this id"""
        return self.store.claims.get(claim_id)

    # Prior records

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

    def record(self, record_id: int) -> PriorRecord:
        """:raises NotFoundError: when there is none with this id"""
        return self.store.records.get(record_id)

    def find_record(self, source_id: str) -> PriorRecord:
        """The record that was imported under an id. :raises NotFoundError: when there is none"""
        return self.store.records.find(source_id)

    def record_background(self, record_id: int) -> RecordBackground:
        """What the desk knows of a record beside the record itself. :raises NotFoundError:"""
        from factcheck_tui.desk import background

        return background.background(self.store, record_id)

    def records(self) -> int:
        """How many prior records there are."""
        return self.store.records.count()

    # What ratings stand for

    def ratings(self) -> list[RatingLabel]:
        """The labels of the archive with what they stand for, the unmapped first; then the map's others."""
        from factcheck_tui.desk import rating

        return rating.labels(self.store)

    def set_ratings(self, labels: Mapping[str, Verdict | None]) -> int:
        """Let labels stand for a verdict or for none; how many records changed theirs. :raises FactcheckError:"""
        from factcheck_tui.desk import rating

        return rating.set_labels(self.store, labels)

    def rating_map(self) -> str:
        """The map, and the labels that are not in it, as CSV to be filled in."""
        from factcheck_tui.desk import rating

        return rating.write_map(self.store)

    # Matches

    def matches(self, claim_id: int) -> list[Match]:
        """The matches of a claim as they were last worked out, with what was decided on them."""
        return self.store.matches.of_claim(claim_id)

    def no_match(self, claim_id: int) -> str:
        """What to say of a claim without a match that counts: that none was found, or that it has no word to match."""
        from factcheck_tui.desk import matcher

        return matcher.no_match(self.store.claims.get(claim_id).claim.searched)

    def best_matches(self, article_id: int) -> dict[int, BestMatch]:
        """By the id of an article's claims how well their best record matches; claims without one are left out."""
        return self.store.matches.best(article_id)

    def is_matched(self, claim_id: int) -> bool:
        """Whether the kept matches of a claim are those of today's archive."""
        return self.store.claims.matched_with(claim_id) >= self.store.records.edition()

    def unmatched(self, article_id: int) -> list[int]:
        """Ids of an article's claims whose matches are to be worked out (anew), in reading order."""
        return self.store.claims.unmatched(article_id, self.store.records.edition())

    def match(self, claim_id: int) -> list[Match]:
        """Work out the matches of a claim, keep them and give them."""
        return matcher.match_claim(self.store, claim_id)

    def match_text(self, text: str, limit: int = matcher.SHOWN) -> list[Match]:
        """Prior records that match a text; nothing is kept."""
        return matcher.match_text(self.store, text, limit)

    # Names that stand for each other

    def aliases(self) -> tuple[AliasGroup, ...]:
        """The groups of names that stand for each other in matching, by their first names."""
        return self.store.aliases.all()

    def add_alias(self, terms: Iterable[str]) -> AliasGroup:
        """Let names stand for each other; gives their whole group. Claims are then matched anew.

        :raises FactcheckError: when there are fewer than two, or one that has no word or more than six
        """
        return matcher.add_alias(self.store, terms)

    def remove_alias(self, term: str) -> AliasGroup:
        """Let a name stand for itself alone; gives the rest of its group. Claims are then matched anew.

        :raises NotFoundError: when the name is in no group
        """
        return matcher.remove_alias(self.store, term)

    # Places and preferences

    def prefer(self, values: Mapping[str, str]) -> None:
        """Remember how the checker likes the desk, by name; other preferences stay."""
        self.store.preferences.set(self.checker, values)

    def preferences(self) -> dict[str, str]:
        """How the checker likes the desk, by name."""
        return self.store.preferences.all(self.checker)

    def bookmark(self, article_id: int, claim_id: int) -> None:
        """Remember where the checker is."""
        self.store.bookmarks.set(self.checker, article_id, claim_id, self._now())

    def last_article(self) -> int | None:
        """The article that the checker was last at."""
        return self.store.bookmarks.article(self.checker)

    def last_claim(self, article_id: int) -> int | None:
        """The claim of an article that the checker was last at."""
        return self.store.bookmarks.claim(self.checker, article_id)
