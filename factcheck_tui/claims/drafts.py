"""Two drafts of an article: which piece of the new one goes back to which of the old one, and whether it is the same.

A piece is the same where its words are, whatever was done to white space, quotation marks and dashes; where it stands
does not matter. What is left is paired by likeness, the likest first; a sentence that was split has several followers,
one that was joined several origins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from factcheck_tui.model import Claim, Span

CHANGED: Final = 65  # of 100 (fuzz.ratio): a sentence with another number, name or half has 70 and more
CONTAINED: Final = 85  # of 100 (fuzz.partial_ratio): one is a part of the other
SHORTEST_PART: Final = 15  # characters; shorter ones are like a part of anything

_MARKS: Final = str.maketrans("“”„‟«»″‘’‚‛‹›′`‐‑‒–—―−", '"' * 7 + "'" * 8 + "-" * 7)
_WORD: Final = re.compile(r"\w+|[^\w\s]")


class Follower(NamedTuple):
    """The pieces ``old`` of the older draft became ``new``, by their places in the two lists."""

    old: tuple[int, ...]
    new: int
    same: bool


def followers(old: Sequence[Claim], new: Sequence[Claim]) -> list[Follower]:
    """What became of the pieces of a draft, in the order of the newer one; what nothing went into is left out."""
    same = _same(old, new)
    kept = set(same.values())
    left_old = [index for index in range(len(old)) if index not in kept]
    left_new = [index for index in range(len(new)) if index not in same]
    origins = {index: [from_] for index, from_ in _likest(old, new, left_old, left_new).items()}
    paired = {from_ for sources in origins.values() for from_ in sources}
    for index in left_new:
        if index not in origins and (part := _whole_of(new[index], old, left_old)) is not None:
            origins[index] = [part]  # split off
    for from_ in left_old:
        if from_ not in paired and (whole := _whole_of(old[from_], new, left_new)) is not None:
            origins.setdefault(whole, []).append(from_)  # joined to
    found = [Follower((from_,), index, True) for index, from_ in same.items()]
    found += [Follower(tuple(dict.fromkeys(sources)), index, False) for index, sources in origins.items()]
    return sorted(found, key=lambda follower: follower.new)


def place_in(words: str, text: str, within: Iterable[Span]) -> tuple[Span, bool] | None:
    """Where the words of a checker's own claim stand in a text now, and whether they are the same; None when nowhere.

    :param within: where to look for what is only like them
    """
    pattern = r"\s*".join(re.escape(part) for part in _WORD.findall(words.translate(_MARKS)))
    if found := re.search(pattern, text.translate(_MARKS)):
        return Span(*found.span()), True
    best: tuple[float, Span] = (CONTAINED - 0.1, Span(0, 0))
    for start, end in within:
        aligned = fuzz.partial_ratio_alignment(words, text[start:end], score_cutoff=CONTAINED)
        if aligned and aligned.score > best[0] and aligned.src_end - aligned.src_start > 0.9 * len(words):
            best = (aligned.score, _whole_words(text, start + aligned.dest_start, start + aligned.dest_end))
    return (best[1], False) if best[1].end else None


def normal(words: str) -> str:
    """The words with one kind of quotation marks, dashes and blanks."""
    return " ".join(words.translate(_MARKS).split())


def _same(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """new -> old of the pieces with the same words, those of the same kind first, in their order."""
    pairs: dict[int, int] = {}
    for with_kind in (True, False):

        def key(claim: Claim, with_kind: bool = with_kind) -> Hashable:
            return normal(claim.text), claim.kind if with_kind else None

        waiting = defaultdict(list)
        taken = set(pairs.values())
        for index, claim in enumerate(old):
            if index not in taken:
                waiting[key(claim)].append(index)
        for index, claim in enumerate(new):
            if index not in pairs and waiting[key(claim)]:
                pairs[index] = waiting[key(claim)].pop(0)
    return pairs


def _likest(
    old: Sequence[Claim], new: Sequence[Claim], left_old: Sequence[int], left_new: Sequence[int]
) -> dict[int, int]:
    """new -> old of pieces that are like each other, each once, the likest first."""
    olds = [(from_, normal(old[from_].text)) for from_ in left_old]
    likeness = []
    for index in left_new:
        words = normal(new[index].text)
        for from_, before in olds:
            score = fuzz.ratio(words, before, score_cutoff=CHANGED)
            if score:
                likeness.append((-score, abs(index - from_), index, from_))
    pairs: dict[int, int] = {}
    taken = set()
    for _, _, index, from_ in sorted(likeness):
        if index not in pairs and from_ not in taken:
            pairs[index] = from_
            taken.add(from_)
    return pairs


def _whole_of(part: Claim, claims: Sequence[Claim], left: Iterable[int]) -> int | None:
    """The one of the claims that left which the part is most likely a part of."""
    words = normal(part.text)
    if len(words) < SHORTEST_PART:
        return None
    scores = [
        (fuzz.partial_ratio(words, whole), -index)
        for index in left
        if len(whole := normal(claims[index].text)) > len(words)
    ]
    score, index = max(scores, default=(0.0, 0))
    return -index if score >= CONTAINED else None


def _whole_words(text: str, start: int, end: int) -> Span:
    """The span made so wide that it cuts no word."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
