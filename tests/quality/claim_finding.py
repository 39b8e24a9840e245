"""How well claims are found: claimants on PolNeAR dev, priority on ClaimBuster and PoliClaim.

Run as ``python tests/quality/claim_finding.py``; the records are read from ``shared/data/claims`` beside the clone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from factcheck_tui.articles import read_bytes
from factcheck_tui.claims import claims_of_lines, find_claims
from factcheck_tui.model import Claim

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "claims"
PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "i", "we", "you", "who", "his", "their", "its", "which"}
STOP = {
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "by",
    "with",
    "from",
    "his",
    "her",
    "their",
}
STOP |= {"its", "s", "this", "that", "these", "those", "who", "which", "as", "is", "was", "some", "other", "one"}

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The objects of an NDJSON file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def average_precision(scores: Sequence[float], labels: Sequence[int]) -> float:
    """The mean of the precision at each positive, best score first; equal scores count as one step."""
    total, seen, found = 0.0, 0, 0
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    for _, step in groupby(ranked, key=lambda pair: pair[0]):
        marks = [label for _, label in step]
        seen, found = seen + len(marks), found + sum(marks)
        total += sum(marks) * found / seen
    return total / max(1, found)


def roc_auc(scores: Sequence[float], labels: Sequence[int]) -> float:
    """The chance that a positive scores above a negative, half for a tie."""
    order = sorted(range(len(scores)), key=scores.__getitem__)
    ranks = [0.0] * len(scores)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        for index in order[start:end]:
            ranks[index] = (start + end + 1) / 2
        start = end
    positives = sum(labels)
    negatives = len(labels) - positives
    above = sum(rank for rank, label in zip(ranks, labels, strict=True) if label) - positives * (positives + 1) / 2
    return above / (positives * negatives)


def words_of(text: str) -> set[str]:
    """The words of a name, lower case, without stop words (with them, where there are no others)."""
    words = set(re.findall(r"\w+", text.lower()))
    return words - STOP or words


def claimant_scores(rows: Iterable[Row]) -> tuple[float, float]:
    """Recall and precision of claimants.

    An attribution is found when a claim that overlaps its content names a claimant that shares a word with its source
    or, where the source is a pronoun, is that pronoun or shares a word with the last source before it that is none.
    A claimant is right when it is so for any attribution that its claim overlaps.
    """
    found = all_attributions = right = named = 0
    for row in rows:
        claims = [c for c in find_claims(read_bytes(row["text"].encode(), "-")) if c.is_claim and c.claimant]
        attributions = list(_attributions(row))
        good = [[_agree(claim, *attribution) for claim in claims] for attribution in attributions]
        found += sum(any(line) for line in good)
        all_attributions += len(attributions)
        right += sum(any(column) for column in zip(*good, strict=True))
        named += len(claims)
    return found / all_attributions, right / named


def _attributions(row: Row) -> Iterable[tuple[list[list[Any]], set[str]]]:
    """Contents with the words that name their source, for the attributions that have a source."""
    before: set[str] = set()
    for attribution in sorted(row["attributions"], key=lambda a: a["source"][0][0] if a["source"] else 0):
        if not attribution["source"]:
            continue
        words = words_of(" ".join(span[2] for span in attribution["source"]))
        if words <= PRONOUNS:
            yield attribution["content"], words | before
        else:
            yield attribution["content"], words
            before = words


def _agree(claim: Claim, content: list[list[Any]], words: set[str]) -> bool:
    overlaps = any(claim.start < end and start < claim.end for start, end, _ in content)
    return overlaps and bool(words_of(claim.claimant) & words)


def priority_scores(rows: Sequence[Row]) -> tuple[float, float]:
    """Average precision and ROC AUC of the priority of sentences against their labels."""
    claims = claims_of_lines([row["text"] for row in rows])
    scores = [claim.priority if claim.is_claim else 0 for claim in claims]
    labels = [row["label"] for row in rows]
    return average_precision(scores, labels), roc_auc(scores, labels)


def main() -> None:
    """Print the figures."""
    recall, precision = claimant_scores(read_rows(FOLDER / "polnear_dev.ndjson"))
    print(f"PolNeAR dev, claimants: recall {recall:.3f}, precision {precision:.3f}")
    for name in ("claimbuster", "policlaim_train"):
        ap, auc = priority_scores(read_rows(FOLDER / f"{name}.ndjson"))
        print(f"{name}, priority: average precision {ap:.3f}, ROC AUC {auc:.3f}")


if __name__ == "__main__":
    main()
