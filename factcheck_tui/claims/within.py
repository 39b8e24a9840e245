"""Claims that a checker makes of a part of a sentence or of a span over sentences, and how many are left to check."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from factcheck_tui.claims import describe
from factcheck_tui.claims.lines import split_blocks, trim
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Article, Claim, ClaimStatus, FactsLeft, ParagraphFacts, Span, Verdict

JOINTS = ",;:–— \t\r\n"  # that belong to neither side of a cut


def claim_of_span(article: Article, pieces: Sequence[Claim], start: int, end: int) -> Claim:
    """The claim that ``article.text[start:end]`` makes, without the space and the joints at its ends.

    Claimant and priority are worked out as for any claim; where the words name no claimant, the piece around them
    does. The kind is that of the first piece that it touches.

    :param pieces: of the article, in reading order
    :raises FactcheckError: when no word lies there
    """
    span = trim(article.text, max(start, 0), max(end, 0))
    if all((piece.start, piece.end) != span for piece in pieces):
        span = _without_joints(article.text, span)
    words = article.text[span.start : span.end]
    if not any(map(str.isalnum, words)):
        raise FactcheckError("No word lies there; choose at least one word of the article.")
    touched = [piece for piece in pieces if piece.start < span.end and span.start < piece.end]
    kinds = [piece.kind for piece in touched if piece.is_claim]
    claim = Claim(start=span.start, end=span.end, text=words, place=touched[0].place if touched else "")
    claim = replace(claim, kind=kinds[0]) if kinds else claim
    before = [replace(piece, claimant="") for piece in pieces if piece.end <= span.start]
    found = describe([*before, claim])[-1]
    named = next((piece for piece in touched if piece.claimant), None)
    if named and not found.claimant:
        found = describe([*before, replace(claim, claimant=named.claimant, cue=named.cue)])[-1]
    return replace(found, number=0)


def cut(article: Article, claim: Claim, at: int) -> tuple[Span, Span]:
    """The two parts of a claim that is cut at a character of the article, joints and space at the cut left out.

    :raises FactcheckError: when one of them has no word
    """
    at = min(max(at, claim.start), claim.end)
    left, right = (_without_joints(article.text, span) for span in (Span(claim.start, at), Span(at, claim.end)))
    for part in (left, right):
        if not any(map(str.isalnum, article.text[part.start : part.end])):
            raise FactcheckError("A claim is cut between two of its words; choose a place within it.")
    return left, right


def _without_joints(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip(JOINTS))
    return Span(start, max(start, span.start + len(words.rstrip(JOINTS))))


def facts_left(text: str, pieces: Sequence[ClaimStatus]) -> FactsLeft:
    """How many claims are still pending, in each paragraph and in all; a claim counts where it begins."""
    paragraphs = [span for span, _ in split_blocks(text)]
    starts = [span.start for span in paragraphs]
    counts = [[0, 0] for _ in paragraphs]
    for status in pieces:
        if status.claim.is_claim:
            here = counts[max(bisect_right(starts, status.claim.start) - 1, 0)]
            here[0] += 1
            here[1] += status.verdict is Verdict.PENDING
    facts = [ParagraphFacts(*span, *count) for span, count in zip(paragraphs, counts, strict=True) if count[0]]
    return FactsLeft(
        claims=sum(each.claims for each in facts), left=sum(each.left for each in facts), paragraphs=tuple(facts)
    )
