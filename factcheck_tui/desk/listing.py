"""Which rows a verdict list has, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck_tui.model import (
    Article,
    Aspect,
    ClaimStatus,
    Decision,
    MatchDecision,
    Verdict,
    VerdictList,
    VerdictRow,
    without_confidential,
)
from factcheck_tui.store import Store


@dataclass(frozen=True, slots=True)
class Filter:
    """What a verdict list is to hold; an empty field lets everything through."""

    articles: tuple[int, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    checker: str = ""
    since: str = ""  # ISO day, on the time of the decision; pending claims have none and are left out by it
    until: str = ""
    with_confidential: bool = False  # confidential sources leave the desk only when they are asked for by name

    def described(self) -> dict[str, object]:
        """For the log of exports: only what is set."""
        fields = {
            "articles": list(self.articles),
            "verdicts": [verdict.value for verdict in self.verdicts],
            "checker": self.checker,
            "since": self.since,
            "until": self.until,
            "with_confidential": self.with_confidential,
        }
        return {name: value for name, value in fields.items() if value}

    def lets(self, status: ClaimStatus) -> bool:
        """Whether a claim belongs on the list."""
        day = status.decided_at[:10]
        return (
            status.claim.is_claim
            and (not self.verdicts or status.verdict in self.verdicts)
            and (not self.checker or status.checker == self.checker)
            and (not self.since or day >= self.since)
            and (not self.until or "" < day <= self.until)
        )


def verdict_list(store: Store, chosen: Filter) -> VerdictList:
    """The list that a filter chooses. :raises NotFoundError: when it names an article that the desk does not hold"""
    article_ids = chosen.articles or sorted(known.article.id for known in store.articles.progress())
    articles = [store.articles.get(article_id) for article_id in article_ids]
    rows = [row for article in articles for row in _rows(store, article, chosen)]
    title = articles[0].title if len(articles) == 1 else f"{len(articles)} articles"
    return VerdictList(title=title, rows=tuple(rows))


def _rows(store: Store, article: Article, chosen: Filter) -> Iterator[VerdictRow]:
    without_text = replace(article, text="")
    for status in store.claims.of_article(article.id):
        if not chosen.lets(status):
            continue
        matches = store.matches.of_claim(status.claim.id)
        sources = store.evidence.of_claim(status.claim.id) if status.sources else []
        yield VerdictRow(
            article=without_text,
            status=status,
            line=article.text.count("\n", 0, status.claim.start) + 1,
            links=tuple(match for match in matches if match.decision is MatchDecision.LINKED),
            best=next((match for match in matches if match.decision is not MatchDecision.DISMISSED), None),
            evidence=tuple(sources) if chosen.with_confidential else without_confidential(sources),
            history=tuple(_told(line, chosen) for line in store.decisions.of_claim(status.claim.id)),
        )


def _told(decision: Decision, chosen: Filter) -> Decision:
    """A line of the log for the list: a source that is confidential now, or was, is not named by its history."""
    named = decision.aspect is not Aspect.EVIDENCE or chosen.with_confidential
    return decision if named else replace(decision, about="")
