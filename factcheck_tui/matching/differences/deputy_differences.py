"""A deputy where the other side has who is deputised for: "the vice president", "the president"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.word_lists import listed
from factcheck_tui.model import Difference, DifferenceKind, Span

_DEPUTIES = listed("vice deputy")


def deputy_differences(
    claim_text: str, claim: tuple[Token, ...], record_text: str, record: tuple[Token, ...]
) -> Iterator[Difference]:
    """The first office that one side gives to a deputy and the other, which speaks of no deputy, does not."""
    ours, theirs = _deputies(claim), _deputies(record)
    if bool(ours) == bool(theirs):
        return
    there = {token.stem: token for token in (record if ours else claim) if token.stem}
    for deputy, office in ours or theirs:
        if office.stem in there:
            whole, plain = Span(deputy.start, office.end), Span(there[office.stem].start, there[office.stem].end)
            spans = (whole, plain) if ours else (plain, whole)
            yield Difference(DifferenceKind.NAME, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans)
            return


def _deputies(side: tuple[Token, ...]) -> list[tuple[Token, Token]]:
    """Each such word with the office behind it, a hyphen between them or not."""
    words = [token for token in side if token.text not in ("-", "\u2011")]
    return [(one, other) for one, other in itertools.pairwise(words) if one.text in _DEPUTIES and other.stem]
