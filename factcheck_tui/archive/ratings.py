"""From a publisher's words to one of our verdicts: by exact label, else by the numeric scale, else not at all.

Never by prefix or by a word within: "True but misleading" is not true. The publisher's words are what is shown; the
verdict only colours them, so no verdict is better than a wrong one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
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


@lru_cache(maxsize=16_384)
def label_key(label: str) -> str:
    """A label as it is looked up: case and white space folded, punctuation and symbols around it gone."""
    folded = " ".join(unicodedata.normalize("NFKC", label).casefold().split())
    start, end = 0, len(folded)
    while start < end and _around(folded[start]):
        start += 1
    while end > start and _around(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _around(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSZC"


@dataclass(frozen=True, slots=True)
class RatingMap:
    """Label -> verdict. ``PENDING`` means "read it yourself"; None means that a checker left the label unmapped."""

    labels: Mapping[str, Verdict | None] = field(default_factory=lambda: STARTER_RATINGS)

    def __post_init__(self) -> None:
        folded = {label_key(label): verdict for label, verdict in self.labels.items()}
        object.__setattr__(self, "labels", folded)

    def verdict(
        self, label: str, value: float | None = None, best: float | None = None, worst: float | None = None
    ) -> Verdict | None:
        """What ``label`` means, else what ``value`` means between ``worst`` and ``best``, else None.

        A number counts only on a real scale: both ends given, not the same (``-1`` to ``-1`` is how some tools write
        "none"), and the value between them. A scale may run downward.
        """
        key = label_key(label)
        if key and key in self.labels:
            return self.labels[key]
        if value is None or best is None or worst is None or best == worst:
            return None
        share = (value - worst) / (best - worst)
        if not 0 <= share <= 1:
            return None
        if share >= CONFIRMED_FROM:
            return Verdict.CONFIRMED
        return Verdict.DISPUTED if share <= DISPUTED_TO else Verdict.PENDING
