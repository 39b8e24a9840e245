"""The columns of a verdict list, in one table: a new column is one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from factcheck_tui.model import Evidence, Match, VerdictRow

Cell = str | int
JOIN = " | "  # between the values of several records or sources, in the same order in every column


class Column(NamedTuple):
    """A heading, and what stands under it for a row."""

    name: str
    cell: Callable[[VerdictRow], Cell]


def _of_links(value: Callable[[Match], Cell]) -> Callable[[VerdictRow], Cell]:
    """A column that says something of each linked record."""
    return lambda row: JOIN.join(str(value(link)) for link in row.links)


def _of_sources(value: Callable[[Evidence], Cell]) -> Callable[[VerdictRow], Cell]:
    """A column that says something of each source."""
    return lambda row: JOIN.join(str(value(source)) for source in row.evidence)


def differences(match: Match) -> str:
    """What separates claim and record, in words."""
    return ", ".join(str(difference) for difference in match.differences)


COLUMNS: tuple[Column, ...] = (
    Column("number", lambda row: row.status.claim.number),
    Column("article", lambda row: row.article.title),
    Column("line", lambda row: row.line),
    Column("place", lambda row: row.status.claim.place),
    Column("kind", lambda row: row.status.claim.kind.value),
    Column("nature", lambda row: row.status.claim.nature or ""),
    Column("claim", lambda row: row.status.claim.text),
    Column("claimant", lambda row: row.status.claim.claimant),
    Column("reported_by", lambda row: row.status.claim.reported_by),
    Column("verdict", lambda row: row.status.verdict.value),
    Column("suggested_wording", lambda row: row.status.suggested_wording),
    Column("sources", _of_sources(lambda source: " ".join(word for word in (source.title, source.url) if word))),
    Column("source_kinds", _of_sources(lambda source: source.kind.value)),
    Column("locators", _of_sources(lambda source: source.locator)),
    Column("note", lambda row: row.status.note),
    Column("record_publisher", _of_links(lambda link: link.record.publisher)),
    Column("record_rating", _of_links(lambda link: link.record.rating)),
    Column("record_url", _of_links(lambda link: link.record.url)),
    Column("record_date", _of_links(lambda link: link.record.review_date)),
    Column("record_claim", _of_links(lambda link: link.record.claim)),
    Column("score", _of_links(lambda link: link.score)),
    Column("differences", _of_links(differences)),
    Column("checker", lambda row: row.status.checker),
    Column("decided_at", lambda row: row.status.decided_at),
    Column("tags", lambda row: ", ".join(row.status.tags)),
    Column("flagged", lambda row: "yes" if row.status.flagged else ""),
    Column("article_id", lambda row: row.article.id),
    Column("claim_id", lambda row: row.status.claim.id),
    Column("record_id", _of_links(lambda link: link.record.source_id)),
)
