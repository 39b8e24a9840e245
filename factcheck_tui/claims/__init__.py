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
from factcheck_tui.claims.priority import rate
from factcheck_tui.claims.sentences import split_sentences
from factcheck_tui.model import Article, Claim, ClaimKind, Place, SetAside

LONGEST_READ: Final = 3_000  # characters of a sentence looked at; a longer one is no prose, and patterns would crawl

__all__ = ["claims_of_lines", "describe", "find_claims"]


def find_claims(article: Article) -> list[Claim]:
    """The claims of an article and the pieces set aside, in reading order, none overlapping another.

    Claims are numbered from 1, with claimant, cue, priority and its reasons; a piece set aside has the number 0 and
    its reason. All letters and digits of the text lie within one of them.
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
    return describe(_placed(pieces, article.places))


def claims_of_lines(lines: Sequence[str]) -> list[Claim]:
    """One claim for each line, each taken as one sentence of a text of its own; offsets are within the line.

    Questions are set aside, and lines without a letter or digit as headings, so that none is lost.
    """
    claims: list[Claim] = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        start = line.find(text)
        aside = SetAside.QUESTION if is_question(text) else None
        if not any(map(str.isalnum, text)):
            aside = SetAside.HEADING
        claim = Claim(start=start, end=start + len(text), text=text, set_aside=aside)
        claims.append(replace(describe([claim])[0], number=0 if aside else number))
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
    """The same with numbers, claimants and priorities, each worked out from those before it.

    A claimant that a piece has already stays: whoever gave it (a transcript, a checker) knows better.
    """
    numbers = count(1)
    sentences = [piece.text[:LONGEST_READ] if piece.is_claim else "" for piece in pieces]
    headline = bool(pieces) and pieces[0].kind is ClaimKind.HEADLINE
    described: list[Claim] = []
    for piece, attribution in zip(pieces, attribute(sentences, headline), strict=True):
        if piece.is_claim:
            claimant, cue = attribution or Attribution("", "")
            if piece.claimant:
                claimant, cue = piece.claimant, piece.cue
            priority, reasons = rate(piece.text[:LONGEST_READ], piece.kind, claimant)
            piece = replace(
                piece, number=next(numbers), claimant=claimant, cue=cue, priority=priority, reasons=reasons
            )
        described.append(piece)
    return described
