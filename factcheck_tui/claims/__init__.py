"""From an article to its claims: pure, so that the desk, the command line and the measurements share one path."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from factcheck_tui.claims.attribution import Attribution
from factcheck_tui.claims.blocks import read_blocks
from factcheck_tui.claims.claimants import attribute
from factcheck_tui.claims.furniture import is_question
from factcheck_tui.claims.natures import answered, nature_of
from factcheck_tui.claims.priority import rate
from factcheck_tui.claims.sentences import split_sentences
from factcheck_tui.claims.unchecked import why_unchecked
from factcheck_tui.model import Article, Claim, ClaimKind, Nature, Place, SetAside

LONGEST_READ: Final = 3_000  # characters of a sentence looked at; a longer one is no prose, and patterns would crawl
SENTENCES: Final = (None, SetAside.QUESTION)  # found so far, that are described: the rest is furniture

__all__ = ["claims_of_lines", "describe", "find_claims"]


def find_claims(article: Article) -> list[Claim]:
    """The claims of an article and the pieces set aside, in reading order, none overlapping another.

    Claims are numbered from 1, with claimant, cue, nature, priority and its reasons; a piece set aside has the number
    0 and its reason. All letters and digits of the text lie within one of them.
    """
    pieces: list[Claim] = []
    for start, end, role in read_blocks(article):
        words = article.text[start:end]
        if isinstance(role, SetAside):
            pieces.append(Claim(start=start, end=end, text=words, set_aside=role))
            continue
        for first, last in split_sentences(words, article.language):
            aside = SetAside.QUESTION if role is ClaimKind.STATEMENT and is_question(words[first:last]) else None
            piece = Claim(start=start + first, end=start + last, text=words[first:last], kind=role, set_aside=aside)
            pieces.append(piece)
    placed = _placed(pieces, article.places)
    judged = [
        _judged(piece, "", in_article=False) if before.claimant else _judged(piece, piece.claimant, in_article=True)
        for before, piece in zip(placed, describe(placed), strict=True)
    ]  # a transcript's speaker does not report what the speaker wishes
    return _numbered(judged)


def claims_of_lines(lines: Sequence[str]) -> list[Claim]:
    """One claim for each line, each taken as one sentence of somebody's speech; offsets are within the line.

    What states nothing to check is set aside, and lines without a letter or digit as headings, so that none is lost.
    """
    claims: list[Claim] = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        start = line.find(text)
        aside = SetAside.QUESTION if is_question(text) else None
        if not any(map(str.isalnum, text)):
            aside = SetAside.HEADING
        claim = Claim(start=start, end=start + len(text), text=text, set_aside=aside)
        claim = describe([claim])[0]
        claim = _judged(claim, claim.claimant, in_article=False)
        claims.append(replace(claim, number=number if claim.is_claim else 0))
    return claims


def _placed(pieces: list[Claim], places: Sequence[Place]) -> list[Claim]:
    """The same with where each stands, and with who says it where a transcript tells."""
    starts = [place.start for place in places]
    placed = []
    for piece in pieces:
        at = bisect_right(starts, piece.start) - 1
        if at >= 0:
            speaker = places[at].speaker if piece.is_claim else ""
            piece = replace(piece, place=places[at].words, claimant=speaker, cue=":" if speaker else "")
        placed.append(piece)
    return placed


def describe(pieces: Sequence[Claim]) -> list[Claim]:
    """The same with numbers, claimants, natures and priorities, each worked out from those around it.

    A claimant that a piece has already stays: whoever gave it (a transcript, a checker) knows better. Sentences that
    are set aside are described too, as a checker may bring them back.
    """
    texts = [piece.text[:LONGEST_READ] if piece.set_aside in SENTENCES else "" for piece in pieces]
    headline = bool(pieces) and pieces[0].kind is ClaimKind.HEADLINE
    named = [
        _with_claimant(piece, attribution)
        for piece, attribution in zip(pieces, attribute(texts, headline), strict=True)
    ]
    said = [(text, piece.claimant) for text, piece in zip(texts, named, strict=True)]
    described = []
    for index, (piece, text) in enumerate(zip(named, texts, strict=True)):
        if text:
            nature = nature_of(text)
            others = said[:index] + said[index + 1 :] if nature is Nature.ACCUSATION else ()
            unanswered = nature is Nature.ACCUSATION and not answered(text, piece.claimant, others)
            priority, reasons = rate(text, piece.kind, piece.claimant, unanswered)
            piece = replace(piece, nature=nature, priority=priority, reasons=reasons)
        described.append(piece)
    return _numbered(described)


def _with_claimant(piece: Claim, attribution: Attribution | None) -> Claim:
    if piece.claimant or not attribution or piece.set_aside not in SENTENCES:
        return piece
    return replace(piece, claimant=attribution.claimant, cue=attribution.cue, reported_by=attribution.reported_by)


def _judged(piece: Claim, claimant: str, in_article: bool) -> Claim:
    """The same, set aside where it states nothing to check."""
    if not piece.is_claim or (in_article and piece.kind is not ClaimKind.STATEMENT):
        return piece
    return replace(piece, set_aside=why_unchecked(piece.text[:LONGEST_READ], claimant, piece.cue, in_article))


def _numbered(pieces: Sequence[Claim]) -> list[Claim]:
    numbers = count(1)
    return [replace(piece, number=next(numbers) if piece.is_claim else 0) for piece in pieces]
