"""Negations: the words of a statement that negate, and what each of them negates."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck_tui.matching.differences.negation_words import (
    AFTERWARDS,
    CALLED,
    EXCEPT,
    HARMLESS,
    HELPING,
    LONGEST,
    NARROW,
    PHRASES,
    STOPS,
    TIMES,
    VERBS,
)
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.word_lists import phrase_length

_REACH = 8  # tokens after a negation that it may negate
_NARROW = 3  # telling words that a preposition reaches: "without a hearing aid"
_LETTERS = 4  # of a word that ends in "er" as "ever" and "over" do
_ADJACENT = 1  # tokens between two that cancel each other: "did not ever fail to"


class Negation(NamedTuple):
    """A negation, the tokens that it negates, and the first of them, which it is about."""

    start: int
    end: int
    first: int  # token indices, end exclusive
    last: int
    scope: tuple[int, ...]
    focus: tuple[int, ...]
    whole: bool = False  # it denies a statement, not a word


def negations(tokens: tuple[Token, ...]) -> tuple[Negation, ...]:
    """The negations of a statement in reading order, without those that cancel each other."""
    keys = [_token_key(token) for token in tokens]
    found: list[Negation] = []
    at = 0
    while at < len(tokens):
        length = phrase_length(keys, at, PHRASES, LONGEST)
        if (
            keys[at] == "against"
            and keys[at - 1] == "vote"
            and at + 1 < len(tokens)
            and tokens[at + 1].text.endswith("ing")
        ):
            length = 1  # "voted against leaving"
        if not length:
            if keys[at] in AFTERWARDS and (said := _said_before(tokens, keys, at)):
                found.append(Negation(tokens[at].start, tokens[at].end, at, at + 1, said, said, True))
            at += 1
            continue
        if not _harmless(tokens, keys, at, at + length):
            found.append(_negation(tokens, keys, at, at + length))
        at += length
    return tuple(uncancelled(found))


def _token_key(token: Token) -> str:
    if token.text.endswith("n't"):
        return "not"
    if token.text in ("is", "are", "was", "were", "been", "being"):
        return "be"
    return token.stem or token.text


def _harmless(tokens: tuple[Token, ...], keys: Sequence[str], first: int, last: int) -> bool:
    following = keys[last] if last < len(keys) else ""
    if following in HARMLESS and (keys[first], following) != ("not", "but"):
        return True
    if keys[first] in ("no", "nobody", "none", "noth") and not EXCEPT.isdisjoint(keys[last : last + 2]):
        return True
    if (
        tokens[first].text in ("no", "nobody", "none", "nothing") and "than" in keys[last : last + _REACH]
    ):  # "no river is longer than": the longest
        return True
    if tokens[first].text in ("no", "never", "nobody", "nothing") and _compared(tokens, last):
        return True
    if keys[first] == "no" and following in (",", ".", ":", "!", ""):  # an answer, or "No. 1"
        return True
    before = keys[first - 1] if first else ""
    return before in ("or", "whether", "why", "if") and keys[first] == "not"


def _compared(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a comparative follows with nothing to be compared with: "has never been hotter", the hottest."""
    near = tokens[last : last + _REACH]
    return any(
        word.text in ("more", "less", "worse", "better") or (word.text.endswith("er") and len(word.text) > _LETTERS)
        for before, word in itertools.pairwise(near)
        if before.text in ("been", "ever", "be")
    )


def _negation(tokens: tuple[Token, ...], keys: Sequence[str], first: int, last: int) -> Negation:
    whole = PHRASES.get(tuple(keys[first:last]), False)
    narrow = tuple(keys[first:last]) in NARROW
    scope: list[int] = []
    for place in range(last, len(tokens) if whole else min(len(tokens), last + _REACH)):
        if tokens[place].text in ".;:!?" or (
            not whole and scope and (tokens[place].ends_clause or keys[place] in STOPS)
        ):
            break
        if (
            narrow
            and scope
            and (tokens[place].text in VERBS or sum(bool(tokens[one].stem) for one in scope) >= _NARROW)
        ):
            break
        scope.append(place)
    telling = [place for place in scope if tokens[place].stem and keys[place] not in TIMES]
    return Negation(
        tokens[first].start,
        tokens[last - 1].end,
        first,
        last,
        tuple(scope),
        _focus(tokens, keys, telling, whole),
        whole,
    )


def _focus(tokens: tuple[Token, ...], keys: Sequence[str], telling: list[int], whole: bool) -> tuple[int, ...]:
    """What is negated: the next telling word, and the one after it where that only helps: "no plans to close"."""
    if whole:
        return tuple(telling)
    for number, place in enumerate(telling):
        helps = keys[place] in HELPING or keys[place + 1 : place + 2] == ["to"] or tokens[place].text.endswith("ly")
        if not helps:
            return tuple(telling[: number + 1])
    return tuple(telling)


def _said_before(tokens: tuple[Token, ...], keys: Sequence[str], at: int) -> tuple[int, ...]:
    """The tokens of "the claim that … is false" which the word at ``at`` denies."""
    if "be" not in keys[max(0, at - 4) : at]:
        return ()
    called = next((place for place in range(at) if keys[place] in CALLED), None)
    if called is None:
        return ()
    return tuple([place for place in range(called + 1, at) if tokens[place].stem])


def uncancelled(found: list[Negation]) -> Iterator[Negation]:
    """Negations without those that cancel each other: one in another's scope, or right behind it."""
    gone: set[int] = set()
    for number, one in enumerate(found):
        if number in gone:
            continue
        for other in range(number + 1, len(found)):
            nested = found[other].first in one.scope or one.first in found[other].scope
            near = one.scope and found[other].first - one.last <= _ADJACENT and found[other].first >= one.last
            if other not in gone and ((one.whole and nested) or near or (found[other].whole and nested)):
                gone |= {number, other}
                break
    return (one for number, one in enumerate(found) if number not in gone)
