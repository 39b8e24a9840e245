"""From a publisher's words to one of our verdicts: by exact label, else by the numeric scale, else not at all.

Never by prefix or by a word within: "True but misleading" is not true. The publisher's words are what is shown; the
verdict only colours them, so no verdict is better than a wrong one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck_tui.archive.starter_ratings import STARTER_RATINGS
from factcheck_tui.model import Verdict

__all__ = ["STARTER_RATINGS", "RatingMap", "label_key"]

# The steps of the five-point scale that ClaimReview publishers are told to use (Google Search Central, "Fact Check
# (ClaimReview) structured data": 1 False, 2 Mostly false, 3 Half true, 4 Mostly true, 5 True): (4-1)/(5-1) and
# (2-1)/(5-1). So the scale says of a rating what its label would.
CONFIRMED_FROM = 0.75
DISPUTED_TO = 0.25


_AROUND = frozenset(" \"'“”„‟‘’‚‹›«».!:*")  # what is put around a label and does not change it; a "?" would
_JOINERS = frozenset("\ufe0e\ufe0f\u200d")  # parts of one emoji


@lru_cache(maxsize=16_384)
def label_key(label: str) -> str:
    """A label as it is looked up: case and white space folded, quotes, full stops and emoji around it gone."""
    folded = " ".join(unicodedata.normalize("NFKC", label).casefold().split())
    start, end = 0, len(folded)
    while start < end and _around(folded[start]):
        start += 1
    while end > start and _around(folded[end - 1]) and folded[end - 2 : end] != "..":  # "True..." is not all of it
        end -= 1
    return folded[start:end]


def _around(character: str) -> bool:
    return character in _AROUND or character in _JOINERS or unicodedata.category(character) == "So"


def scale_verdict(value: float | None, best: float | None, worst: float | None) -> Verdict | None:
    """What ``value`` means between ``worst`` and ``best``.

    A number counts only on a real scale: both ends given, not the same (``-1`` to ``-1`` is how some tools write
    "none"), and the value between them. A scale may run downward.
    """
    if value is None or best is None or worst is None or best == worst:
        return None
    share = (value - worst) / (best - worst)
    if not 0 <= share <= 1:
        return None
    if share >= CONFIRMED_FROM:
        return Verdict.CONFIRMED
    return Verdict.DISPUTED if share <= DISPUTED_TO else Verdict.PENDING


@dataclass(frozen=True, slots=True)
class RatingMap:
    """Label -> verdict. ``PENDING`` means "read it yourself"; None means that a checker left the label unmapped."""

    labels: Mapping[str, Verdict | None] = field(default_factory=lambda: STARTER_RATINGS)

    def __post_init__(self) -> None:
        folded = {label_key(label): verdict for label, verdict in self.labels.items()}
        object.__setattr__(self, "labels", folded)

    def verdict(self, label: str, by_scale: Verdict | None = None) -> Verdict | None:
        """What a label means, else what the rating's scale says, else None."""
        return self.labels.get(label_key(label), by_scale)

    def agreed(self, labels: Sequence[str], by_scale: Verdict | None = None) -> Verdict | None:
        """As ``verdict``, for a rating of several labels (in several languages): what all agree on that are known.

        What the map says of them together, with commas between as they are shown, goes before.
        """
        if len(labels) > 1 and (together := label_key(", ".join(labels))) in self.labels:
            return self.labels[together]
        known = {key: self.labels[key] for key in map(label_key, labels) if key in self.labels}
        found = set(known.values()) - {None}
        if found:
            return found.pop() if len(found) == 1 else None
        return None if known else by_scale
