"""Two that changed places: the same words, but who did it and to whom is the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.word_lists import base, listed
from factcheck_tui.model import Difference, DifferenceKind, Span

_SIDE_BY_SIDE = listed("and or , & as well nor plus the a an")  # the order of "Rome and Paris" says nothing
_MUTUAL = frozenset(map(base, listed("meet marry border equal resemble between talk debate")))


def place_differences(
    claim_text: str, claim: tuple[Token, ...], record_text: str, record: tuple[Token, ...]
) -> Iterator[Difference]:
    """The first of two words that changed places, where all other words are the same."""
    if len(claim) != len(record):
        return
    moved = [place for place in range(len(claim)) if claim[place].text != record[place].text]
    if len(moved) != 2 or not all(claim[place].stem for place in moved):
        return
    first, second = moved
    if claim[first].text != record[second].text or claim[second].text != record[first].text:
        return
    between = {token.text for token in claim[first + 1 : second]}
    if between <= _SIDE_BY_SIDE or any(base(token.text) in _MUTUAL for token in claim):
        return
    spans = Span(claim[first].start, claim[first].end), Span(record[first].start, record[first].end)
    kind = DifferenceKind.NAME if claim[first].capital or record[first].capital else DifferenceKind.DIRECTION
    yield Difference(kind, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans)
