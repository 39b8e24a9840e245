"""Articles as the desk keeps them."""

from __future__ import annotations

import sqlite3
from pathlib import PurePath

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Article, ArticleProgress
from factcheck_tui.store.database import Database

_AWAY = (  # as the view ``put_away`` says it
    "coalesce((SELECT new FROM decision WHERE claim_id IS NULL AND aspect = 'put away' AND record_id IS NULL"
    " AND subject = CAST(article.id AS TEXT) ORDER BY id DESC LIMIT 1), '')"
)
_COLUMNS = f"id, title, text, source, byline, publisher, published, url, language, revises, added_at, {_AWAY} AS away"

# As the view ``progress`` says it, which other programs read; asked with the whole key of the log's index, and without
# what else a claim has, it takes an eighth of the view's time: 0.2 s for 100,000 claims.
_NEWEST = (
    "(SELECT new FROM decision WHERE claim_id = claim.id AND aspect = '{}' AND record_id IS NULL AND subject = ''"
    " ORDER BY id DESC LIMIT 1)"
)
_PROGRESS = f"""
SELECT article.id, title, '' AS text, source, byline, publisher, published, url, language, revises, added_at,
       {_AWAY} AS away,
       coalesce(claims, 0) AS claims, coalesce(confirmed, 0) AS confirmed, coalesce(disputed, 0) AS disputed
FROM article LEFT JOIN (
    SELECT article_id, count(*) AS claims, sum(verdict = 'confirmed') AS confirmed,
           sum(verdict = 'disputed') AS disputed
    FROM (SELECT article_id, coalesce({_NEWEST.format("verdict")}, 'pending') AS verdict,
                 coalesce({_NEWEST.format("set aside")}, found_as) AS aside
          FROM claim)
    WHERE aside = '' GROUP BY article_id
) AS counts ON counts.article_id = article.id
ORDER BY article.id DESC
"""


class Articles:
    """The table ``article``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, article: Article, checker: str, at: str) -> int:
        """Keep an article; gives its id. Its text must be new: see ``same_text``."""
        return self._db.run(
            "INSERT INTO article (title, text, digest, source, byline, publisher, published, url, language,"
            " added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                article.title,
                article.text,
                _digest(article.text),
                article.source,
                article.byline,
                article.publisher,
                article.published,
                article.url,
                article.language,
                checker,
                at,
            ],
        )

    def set_revises(self, article_id: int, older_id: int) -> None:
        """Say that an article is the next draft of another."""
        self._db.run("UPDATE article SET revises = ? WHERE id = ?", [older_id, article_id])

    def same_text(self, text: str) -> Article | None:
        """The article with exactly this text, if the desk holds it."""
        row = self._db.row(f"SELECT {_COLUMNS} FROM article WHERE digest = ?", [_digest(text)])
        return _article(row) if row else None

    def get(self, article_id: int) -> Article:
        """:raises NotFoundError: when there is none with this id"""
        row = self._db.row(f"SELECT {_COLUMNS} FROM article WHERE id = ?", [article_id])
        if row is None:
            raise NotFoundError(f"There is no article {article_id}. `factcheck-tui articles` lists them.")
        return _article(row)

    def is_away(self, article_id: int) -> bool:
        """Whether an article is put away, without reading it."""
        return bool(self._db.value(f"SELECT {_AWAY} FROM article WHERE id = ?", [article_id]))

    def find(self, name: str) -> Article:
        """The one article that a person means by its number, its file or a part of its title; one that was put away
        by its number only.

        :raises NotFoundError: when there is none, or more than one
        """
        if name.isascii() and name.isdigit():
            return self.get(min(int(name), 2**62))
        wanted = name.casefold()
        found = [
            row
            for row in self._db.rows(f"SELECT id, title, source FROM article WHERE {_AWAY} = '' ORDER BY id")
            if wanted
            and (
                wanted in (row["source"].casefold(), PurePath(row["source"]).name.casefold())
                or wanted in row["title"].casefold()
            )
        ]
        if not found:
            raise NotFoundError(f"There is no article “{name}”. `factcheck-tui articles` lists them.")
        if len(found) > 1:
            numbers = ", ".join(str(row["id"]) for row in found[:9])
            raise NotFoundError(f"“{name}” may be any of the articles {numbers}. Name one by its number.")
        return self.get(found[0]["id"])

    def ids(self) -> list[int]:
        """The ids of all articles, those that are put away too, in the order in which they were kept."""
        return [row["id"] for row in self._db.rows("SELECT id FROM article ORDER BY id")]

    def listed(self) -> list[int]:
        """The ids of the articles that are not put away, in the order in which they were kept."""
        return [row["id"] for row in self._db.rows(f"SELECT id FROM article WHERE {_AWAY} = '' ORDER BY id")]

    def known(self) -> list[Article]:
        """All articles, in the order in which they were kept; texts are left empty."""
        columns = _COLUMNS.replace(" text,", " '' AS text,")
        return [_article(row) for row in self._db.rows(f"SELECT {columns} FROM article ORDER BY id")]

    def progress(self) -> list[ArticleProgress]:
        """All articles with their counts, the newest first; texts are left empty."""
        rows = self._db.rows(_PROGRESS)
        return [
            ArticleProgress(
                article=_article(row),
                claims=row["claims"],
                confirmed=row["confirmed"],
                disputed=row["disputed"],
            )
            for row in rows
        ]


def _digest(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _article(row: sqlite3.Row) -> Article:
    return Article(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        source=row["source"],
        byline=row["byline"],
        publisher=row["publisher"],
        published=row["published"],
        url=row["url"],
        language=row["language"],
        revises=row["revises"] or 0,
        added_at=row["added_at"],
        away=bool(row["away"]),
    )
