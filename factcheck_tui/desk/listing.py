"""Which rows a verdict list has, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck_tui.desk.matcher import SHOWN
from factcheck_tui.model import (
    Article,
    Aspect,
    ClaimStatus,
    Decision,
    Evidence,
    ListedArticle,
    Match,
    MatchDecision,
    Verdict,
    VerdictList,
    VerdictRow,
    is_found,
    without_confidential,
)
from factcheck_tui.store import Store


@dataclass(frozen=True, slots=True)
class Filter:
    """What a verdict list is to hold; an empty field lets everything through."""

    articles: tuple[int, ...] = ()  # also one that was put away; of none all that are not
    verdicts: tuple[Verdict, ...] = ()
    checker: str = ""
    since: str = ""  # ISO day, on the time of the decision; pending claims have none and are left out by it
    until: str = ""
    tags: tuple[str, ...] = ()  # a claim with any of them is let through
    with_confidential: bool = False  # confidential sources leave the desk only when they are asked for by name

    def described(self) -> dict[str, object]:
        """For the log of exports: only what is set."""
        fields = {
            "articles": list(self.articles),
            "verdicts": [verdict.value for verdict in self.verdicts],
            "checker": self.checker,
            "since": self.since,
            "until": self.until,
            "tags": list(self.tags),
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
            and (not self.tags or not set(self.tags).isdisjoint(status.tags))
            and (not self.since or day >= self.since)
            and (not self.until or "" < day <= self.until)
        )


def verdict_list(store: Store, chosen: Filter, *, whole: bool = True, pieces: bool = True) -> VerdictList:
    """The list that a filter chooses.

    :param whole: with all matches and the whole history of each claim, which take most of the time and the memory
    :param pieces: with the pieces of the articles as they were found
    :raises NotFoundError: when it names an article that the desk does not hold
    """
    article_ids = chosen.articles or store.articles.listed()
    articles = [store.articles.get(article_id) for article_id in article_ids]
    rows = tuple(row for article in articles for row in _rows(store, article, chosen, whole))
    listed = {row.article.id for row in rows}
    title = articles[0].title if len(articles) == 1 else f"{len(articles)} articles"
    return VerdictList(
        title=title,
        rows=rows,
        articles=tuple(
            ListedArticle(article=article, pieces=tuple(store.claims.as_found(article.id)) if pieces else ())
            for article in articles
            if article.id in listed
        ),
    )


def _rows(store: Store, article: Article, chosen: Filter, whole: bool) -> Iterator[VerdictRow]:
    without_text = replace(article, text="")
    for status in store.claims.of_article(article.id):
        if chosen.lets(status):
            line = article.text.count("\n", 0, status.claim.start) + 1
            told = row(store, without_text, line, status, with_confidential=chosen.with_confidential)
            yield completed(store, told, with_confidential=chosen.with_confidential) if whole else told


def row(
    store: Store, article: Article, line: int, status: ClaimStatus, *, with_confidential: bool = False
) -> VerdictRow:
    """What a list says of one claim; its other matches and its history are left empty."""
    claim_id = status.claim.id
    sources = store.evidence.of_claim(claim_id) if status.sources else []
    return VerdictRow(
        article=article,
        status=status,
        line=line,
        links=tuple(store.matches.linked(claim_id) if status.linked else ()),
        evidence=tuple(sources if with_confidential else without_confidential(sources)),
    )


def completed(store: Store, row: VerdictRow, *, with_confidential: bool) -> VerdictRow:
    """A row with everything that is known of its claim: all matches that the desk shows, and the history."""
    claim_id = row.status.claim.id
    matches = store.matches.of_claim(claim_id)
    history = store.decisions.of_claim(claim_id)
    wordings = store.evidence.wordings(claim_id)
    if not with_confidential:
        history, wordings = _open(history, wordings)
    return replace(
        row,
        best=_best(matches) if is_found(matches) else None,
        matches=tuple(matches[:SHOWN]),
        history=tuple(history),
        cited=tuple(store.records.get(record_id) for record_id in _cited(history)),
        wordings=tuple(wordings),
    )


def _best(matches: list[Match]) -> Match | None:
    """The best of those that nobody said are not the same."""
    return next((match for match in matches if match.decision is not MatchDecision.DISMISSED), None)


def _cited(history: list[Decision]) -> list[int]:
    """Ids of the records that the log names, each once, in its order."""
    return list(dict.fromkeys(line.record_id for line in history if line.record_id is not None))


def _open(history: list[Decision], wordings: list[Evidence]) -> tuple[list[Decision], list[Evidence]]:
    """Without what tells of a source that is confidential now, or was in any wording."""
    hidden = {str(source.wording) for source in wordings if source.confidential}
    about = {
        line.subject
        for line in history
        if line.aspect is Aspect.EVIDENCE and not hidden.isdisjoint((line.old, line.new))
    }
    told = [line for line in history if line.aspect is not Aspect.EVIDENCE or line.subject not in about]
    named = {words for line in told if line.aspect is Aspect.EVIDENCE for words in (line.old, line.new)}
    return told, [source for source in wordings if str(source.wording) in named]
