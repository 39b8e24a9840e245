"""Negation: what one statement says and the other says is not so.

A negation counts where the word that it negates is plain on the other side: "do not cause" / "cause". Two on each
other cancel, and one that cannot be laid beside anything of the other side may stand for what the other side says in
another way ("did not rise", "stayed flat"), so nothing is told then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck_tui.matching.differences.direction import Direction
from factcheck_tui.matching.differences.negation_words import IN_OR_IM, PREFIXES, SOFT
from factcheck_tui.matching.differences.negations import Negation, uncancelled
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.words import stem
from factcheck_tui.model import Difference, DifferenceKind, Span

_SENTENCE_ENDS = frozenset(".;!?")
_ALIKE = 0.4  # share of a negation's sentence, or of the shorter other side, that both must have


class Side(NamedTuple):
    """One statement, as its negations are compared."""

    tokens: tuple[Token, ...]
    negations: tuple[Negation, ...]
    directions: tuple[Direction, ...]


def negation_differences(claim: Side, record: Side) -> Iterator[Difference]:
    """A difference for each side's first negation of a word that the other side leaves plain."""
    ours, our_free = _weigh(_with_prefixes(claim, record), record)
    theirs, their_free = _weigh(_with_prefixes(record, claim), claim)
    if len(ours) > their_free + len(theirs):
        yield Difference(DifferenceKind.NEGATION, "", "", Span(ours[0].start, ours[0].end), None)
    if len(theirs) > our_free + len(ours):
        yield Difference(DifferenceKind.NEGATION, "", "", None, Span(theirs[0].start, theirs[0].end))
    if not ours and not theirs and len(claim.negations) != len(record.negations) and _rest(claim) == _rest(record):
        more = max((claim.negations, record.negations), key=len)[0]
        span = Span(more.start, more.end)
        of_claim = len(claim.negations) > len(record.negations)
        yield Difference(DifferenceKind.NEGATION, "", "", span if of_claim else None, None if of_claim else span)


def _rest(side: Side) -> set[str]:
    """What a statement says but for its negations."""
    negating = {place for one in side.negations for place in range(one.first, one.last)}
    return {token.stem for place, token in enumerate(side.tokens) if token.stem and place not in negating}


def _weigh(side: Side, other: Side) -> tuple[list[Negation], int]:
    """The negations whose word is plain on the other side, and how many can be laid beside nothing there."""
    plain, negated = _stems(other)
    here = {token.stem for token in side.tokens}
    against, free = [], len(SOFT & here - plain - negated)
    for one in side.negations:
        scope = {side.tokens[place].stem for place in one.scope} - {""}
        focus = {side.tokens[place].stem for place in one.focus} - {""}
        if scope & negated or _said_by_opposite(one, side, other):
            continue
        if (
            focus & plain
            and _same_matter(one, side, plain | negated)
            and (not one.whole or 2 * len(focus & plain) >= min(len(focus), len(plain)))
        ):
            against.append(one)
        else:
            free += 1
    return against, free


def _said_by_opposite(one: Negation, side: Side, other: Side) -> bool:
    """Whether the other side says it by an opposite: "not allowed", "banned"."""
    there = {(direction.axis, direction.pole) for direction in other.directions}
    return any((word.axis, word.pole) in there for word in side.directions if word.token in one.scope)


def _same_matter(one: Negation, side: Side, there: set[str]) -> bool:
    """Whether the sentence of a negation is about what the other side is about: long posts say many things."""
    first = next((at + 1 for at in range(one.first - 1, -1, -1) if side.tokens[at].text in _SENTENCE_ENDS), 0)
    last = next(
        (at for at in range(one.last, len(side.tokens)) if side.tokens[at].text in _SENTENCE_ENDS), len(side.tokens)
    )
    here = {token.stem for token in side.tokens[first:last]} - {""}
    return len(here & there) >= min(2, len(here)) and len(here & there) >= _ALIKE * min(len(here), len(there))


def _stems(side: Side) -> tuple[set[str], set[str]]:
    """The stems that a statement leaves plain, and those that it negates."""
    under = {place for one in side.negations for place in one.scope}
    plain = {token.stem for place, token in enumerate(side.tokens) if token.stem and place not in under}
    return plain, {side.tokens[place].stem for place in under if side.tokens[place].stem}


def _with_prefixes(side: Side, other: Side) -> Side:
    """A side with "unaware" read as a negation, where the other side has "aware"."""
    there = {token.stem for token in other.tokens if token.stem}
    added = []
    for place, token in enumerate(side.tokens):
        if token.stem and token.stem not in there and token.text.startswith(PREFIXES):
            bare = _bare(token.text)
            if len(bare) > 3 and stem(bare) in there:
                added.append(Negation(token.start, token.end, place, place + 1, (place,), (place,)))
    if not added:
        return side
    words = {place for one in added for place in one.scope}
    renamed = tuple(
        [
            token._replace(stem=stem(_bare(token.text))) if place in words else token
            for place, token in enumerate(side.tokens)
        ]
    )
    cancelled = uncancelled(sorted([*side.negations, *added], key=lambda one: one.first))
    return Side(renamed, tuple(cancelled), side.directions)


def _bare(word: str) -> str:
    """A word without the syllable that turns it round; "" where it has none."""
    cut = next((cut for cut in PREFIXES if word.startswith(cut)), "")
    bare = word[len(cut) :] if cut else ""
    return "" if cut in ("in", "im") and bare not in IN_OR_IM else bare
