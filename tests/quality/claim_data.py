"""The data of claim finding in ``shared/data/claims`` beside the clone, and what ranking it is measured by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "claims"

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
