"""Direction: the same matter said to go the other way, told by words that stand for opposites.

A word counts with its negation: "not allowed" and "banned" are the same way, "did not rise" and "fell" too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck_tui.matching.differences.direction import Direction
from factcheck_tui.matching.differences.negations import Negation
from factcheck_tui.matching.differences.number_words import FRACTIONS, ONES, TENS
from factcheck_tui.matching.differences.opposites import CONVERSE, EVENTS, QUALITIES, rows
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.word_lists import key, phrase_length
from factcheck_tui.model import Difference, DifferenceKind, Span

_NEAR = {"event": 5, "converse": 12, "quality": 1}  # telling words on either side of which one must be shared
_THAN = 4  # tokens behind a word within which "than" makes it one of two parties: "more women than men"
_NUMBERS = ONES.keys() | TENS.keys() | FRACTIONS.keys() | {"a", "half"}
_PRONOUNS = {
    "he": "he",
    "him": "he",
    "she": "she",
    "her": "she",
    "they": "they",
    "them": "they",
    "we": "we",
    "us": "we",
}
_LONGEST = 3  # words of a phrase
_COMPARING = frozenset({"more", "less", "fewer", "higher", "lower", "high", "low"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@lru_cache(maxsize=1)
def _poles() -> dict[tuple[str, ...], tuple[tuple[int, int, str], ...]]:
    """Words of a phrase -> the axes that it is on, with its pole on each."""
    found: dict[tuple[str, ...], list[tuple[int, int, str]]] = {}
    axis = 0
    for sort, table in (("event", EVENTS), ("converse", CONVERSE), ("quality", QUALITIES)):
        for poles in rows(table):
            for pole, phrases in enumerate(poles):
                for phrase in phrases:
                    found.setdefault(tuple(key(word) for word in phrase.split("_")), []).append((axis, pole, sort))
            axis += 1
    return {phrase: tuple(places) for phrase, places in found.items()}


def directions(tokens: tuple[Token, ...], negated: tuple[Negation, ...]) -> tuple[Direction, ...]:
    """The words of direction of a statement."""
    poles = _poles()
    keys = ["be" if token.text in _BE else token.stem or token.text for token in tokens]
    found = []
    at = 0
    while at < len(tokens):
        length = phrase_length(keys, at, poles, _LONGEST)
        if not length:
            at += 1
            continue
        if not _is_hedge(tokens, at):
            flips = sum(at in one.scope for one in negated if not _record(tokens, one, at)) + _is_lessened(tokens, at)
            last = at + length
            start, said = tokens[at].start, frozenset(keys[at:last])
            if _is_lessened(tokens, at):
                start, said = tokens[at - 1].start, said | {"less"}
            compared = any(token.text == "than" for token in tokens[last : last + _THAN])
            for axis, pole, listed_as in poles[tuple(keys[at:last])]:
                turned = 1 - pole if flips % 2 and pole < 2 else pole
                sort = "converse" if compared else listed_as
                around = _around(tokens, at, last, sort == "converse")
                found.append(Direction(start, tokens[last - 1].end, at, axis, turned, said, sort, *around))
        at += length
    return tuple(found)


def _around(tokens: tuple[Token, ...], at: int, last: int, parties: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The telling words before and behind, the nearest first; pronouns too where it matters who is who."""
    words = [token.stem or (_PRONOUNS.get(token.text, "") if parties else "") for token in tokens]
    return tuple(filter(None, reversed(words[:at]))), tuple(filter(None, words[last:]))


def _record(tokens: tuple[Token, ...], negation: Negation, at: int) -> bool:
    """ "Never been higher" is the highest, not lower."""
    return tokens[negation.first].text == "never" and (
        tokens[at].text.endswith("er") or tokens[at].text in ("more", "less", "better", "worse")
    )


def _is_hedge(tokens: tuple[Token, ...], at: int) -> bool:
    """ "More than 50" says how exact, not which way; "less dangerous" is read at "dangerous"."""
    following = [token.text for token in tokens[at + 1 : at + 3]]
    if tokens[at].text in _COMPARING and following[:1] == ["than"]:
        return at + 2 < len(tokens) and (tokens[at + 2].group == "number" or tokens[at + 2].text in _NUMBERS)
    return tokens[at].text in ("less", "least") and _is_lessened(tokens, at + 1)


def _is_lessened(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a quality is said to be there less: "less dangerous", not "less growth"."""
    if at == 0 or at >= len(tokens) or tokens[at - 1].text not in ("less", "least"):
        return False
    return any(sort == "quality" for _, _, sort in _poles().get((tokens[at].stem,), ()))


def direction_differences(
    claim_text: str, claim: tuple[Direction, ...], record_text: str, record: tuple[Direction, ...]
) -> Iterator[Difference]:
    """A difference for each word of one side whose nearest counterpart on the other says the opposite."""
    told: set[tuple[int, int]] = set()
    for ours in claim:
        theirs = [other for other in record if other.axis == ours.axis]
        alike = max((_shared(ours, other) for other in theirs if other.pole == ours.pole), default=0.0)
        against = [other for other in theirs if other.pole != ours.pole and _against(ours, other)]
        best = max(against, key=lambda other: _shared(ours, other), default=None)
        if best is None or _shared(ours, best) <= alike or (ours.start, best.start) in told:
            continue
        if _answered(best, claim, _shared(ours, best)) or any(_as(ours, other) for other in theirs):
            continue
        told.add((ours.start, best.start))
        spans = Span(ours.start, ours.end), Span(best.start, best.end)
        yield Difference(DifferenceKind.DIRECTION, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans)


def _as(one: Direction, other: Direction) -> bool:
    """Whether both are the same word said in the same way."""
    return one.axis == other.axis and one.pole == other.pole and one.words == other.words


def _answered(best: Direction, claim: tuple[Direction, ...], shared: float) -> bool:
    """Whether the claim says the same as ``best`` elsewhere, of what is as near."""
    return any(
        _as(other, best) or (other.axis == best.axis and other.pole == best.pole and _shared(other, best) >= shared)
        for other in claim
    )


def _shared(ours: Direction, theirs: Direction) -> float:
    """How much of what stands near both is shared: nearer words count more."""
    reach = _NEAR[ours.sort]
    near = {one for side in (theirs.left, theirs.right) for one in side[:reach]}
    return sum(
        1 / (place + 1) for side in (ours.left, ours.right) for place, one in enumerate(side[:reach]) if one in near
    )


def _same_words(ours: Direction, theirs: Direction) -> bool:
    """ "Beat" and "was beaten", or a word and its own negation; "likely" and "less likely" are none."""
    less = "less" in ours.words ^ theirs.words
    return not less and (ours.words <= theirs.words or theirs.words <= ours.words)


def _against(ours: Direction, theirs: Direction) -> bool:
    """Whether both are about the same; and, for words of two parties, in the same roles."""
    if _same_words(ours, theirs) or not _shared(ours, theirs):
        return False
    if ours.sort != "converse":
        return True
    straight = len({*ours.left} & {*theirs.left}) + len({*ours.right} & {*theirs.right})
    crossed = len({*ours.left} & {*theirs.right}) + len({*ours.right} & {*theirs.left})
    return straight > crossed


# Beginnings of words that stand for opposites: "overpaid" and "underpaid".
_BEGINNINGS = (("over", "under"), ("up", "down"), ("in", "out"), ("pre", "post"), ("pro", "anti"), ("immi", "emi"))
_BEGIN = tuple(beginning for pair in _BEGINNINGS for beginning in pair)
_REMAINDER = 4  # letters that both words must have behind it


def beginning_differences(
    claim_text: str, claim: tuple[Token, ...], record_text: str, record: tuple[Token, ...]
) -> Iterator[Difference]:
    """A difference for each word that the other side has with the opposite beginning."""
    there = {token.text: token for token in record if token.text.startswith(_BEGIN)}
    for token in claim if there else ():
        if token.text in there or not token.text.startswith(_BEGIN):
            continue
        for one, other in (pair for both in _BEGINNINGS for pair in (both, both[::-1])):
            found = there.get(other + token.text[len(one) :]) if token.text.startswith(one) else None
            if found and len(token.text) - len(one) >= _REMAINDER:
                spans = Span(token.start, token.end), Span(found.start, found.end)
                yield Difference(
                    DifferenceKind.DIRECTION, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans
                )
