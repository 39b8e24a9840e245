"""The desk: everything that a checker can do, as verbs. The one door for the command line and the screens.

Reading, claim finding, matching and writing are imported by the verbs that need them: the desk opens without them.
A machine only suggests; what decides here is always a person, and the log says who and when.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck_tui import store
from factcheck_tui.desk import matcher
from factcheck_tui.desk.archive import Archive
from factcheck_tui.desk.deciding import parse_verdict, read_tags
from factcheck_tui.desk.exporting import Exporting
from factcheck_tui.desk.finding import pieces_of
from factcheck_tui.desk.listing import Filter
from factcheck_tui.desk.revising import Revising
from factcheck_tui.desk.together import Together
from factcheck_tui.model import (
    Article,
    ArticleProgress,
    BestMatch,
    ClaimStatus,
    LaidOut,
    Match,
)
from factcheck_tui.store import Standing, Store

__all__ = ["Desk", "Filter", "parse_verdict", "read_tags"]


class Desk(Together, Revising, Exporting, Archive):
    """A checker at a store. For one thread; open another desk on the same file for another thread."""

    @classmethod
    def open(
        cls, path: Path, checker: str, *, create: bool = True, copies: int = 3, like: Standing | None = None
    ) -> Self:
        """
        :param copies: how many of the copies that upgrades and ``restore`` make are kept beside the file
        :param like: of another desk of this program, which this one must be on the file of
        :raises StoreError: when the file is no desk, was written by a newer program, or cannot be opened
        """
        return cls(Store(path, create=create, copies=copies, like=like), checker)

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

    @property
    def standing(self) -> Standing:
        """What stands at the path of its file."""
        return self.store.standing

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
        """Keep an article and find its claims; gives it with its id, and False when the desk held it already.

        One that was put away is brought back.
        """
        if known := self.store.articles.same_text(article.text):
            return self.brought_back(known), False
        pieces = pieces_of(article)
        with self.store.writing():
            if known := self.store.articles.same_text(article.text):  # another process was quicker
                return self.brought_back(known), False
            article_id = self.store.articles.add(article, self.checker, self._now())
            self.store.claims.add(article_id, pieces)
        return self.store.articles.get(article_id), True

    def articles(self, *, with_away: bool = False) -> list[ArticleProgress]:
        """The articles with their counts, the newest first; those that were put away only where they are asked for."""
        return [each for each in self.store.articles.progress() if with_away or not each.article.away]

    def titles(self) -> list[Article]:
        """All articles without their texts, those that were put away too, the newest first: at once, where counting
        their claims takes a moment.
        """
        return self.store.articles.known()[::-1]

    def article_ids(self) -> list[int]:
        """The ids of the articles that are not put away, the newest first."""
        return self.store.articles.listed()[::-1]

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

    def first_look(self, name: str = "") -> LaidOut | None:
        """What a desk shows first: the article that a name means, else where the checker left off, else the only one;
        None for the list of articles. :raises NotFoundError: when no article has that name
        """
        if name:
            return self.laid_out(self.find_article(name).id)
        article_id = self.last_article()
        if article_id is None:
            ids = self.article_ids()
            article_id = ids[0] if len(ids) == 1 else None
        return None if article_id is None else self.laid_out(article_id)

    def find_article(self, name: str) -> Article:
        """The article that a person means by its number, file or a part of its title; one that was put away by its
        number only. :raises NotFoundError:
        """
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

    # Matches

    def matches(self, claim_id: int) -> list[Match]:
        """The matches of a claim as they were last worked out, with what was decided on them."""
        return self.store.matches.of_claim(claim_id)

    def no_match(self, claim_id: int) -> str:
        """What to say of a claim without a match that counts: that none was found, or that it has no word to match."""
        return matcher.no_match(self.store.claims.get(claim_id).claim.searched)

    def best_matches(self, article_id: int) -> dict[int, BestMatch]:
        """By the id of an article's claims how well their best record matches; claims without one are left out."""
        return self.store.matches.best(article_id)

    def is_matched(self, claim_id: int) -> bool:
        """Whether the kept matches of a claim are those of today's archive."""
        edition = self.store.records.edition_for(self.store.claims.article_of(claim_id))
        return self.store.claims.matched_with(claim_id) >= edition

    def unmatched(self, article_id: int) -> list[int]:
        """Ids of an article's claims whose matches are to be worked out (anew), in reading order."""
        return self.store.claims.unmatched(article_id, self.store.records.edition_for(article_id))

    def match(self, claim_id: int) -> list[Match]:
        """Work out the matches of a claim, keep them and give them."""
        return matcher.match_claim(self.store, claim_id)

    def match_text(self, text: str, limit: int = matcher.SHOWN) -> list[Match]:
        """Prior records that match a text; nothing is kept."""
        return matcher.match_text(self.store, text, limit)

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
        """The article that the checker was last at, unless it was put away."""
        article_id = self.store.bookmarks.article(self.checker)
        return None if article_id is None or self.store.articles.is_away(article_id) else article_id

    def last_claim(self, article_id: int) -> int | None:
        """The claim of an article that the checker was last at."""
        return self.store.bookmarks.claim(self.checker, article_id)
