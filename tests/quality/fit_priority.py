"""Fits the weights of ``claims/weights.py`` and ``claims/word_weights.tsv`` on ClaimBuster and PoliClaim.

    python tests/quality/fit_priority.py           cross-validates, and prints what would be written
    python tests/quality/fit_priority.py --write   writes the words' table too; about two minutes

One logistic regression for both ends: which sentences of a debate people want checked (ClaimBuster), and which of a
speech state a fact that can be verified (PoliClaim). They share all weights; a column of its own says which of the two
a sentence is from, for far more of the second kind are true. Words are stems, each counting one by the root of the
number of known stems in its sentence. Figures are five-fold: ClaimBuster by sentence, PoliClaim by speech. The weights
that are shipped are fitted on all of both.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from claim_data import FOLDER, average_precision, read_rows, roc_auc
from minimising import minimise

from factcheck_tui.claims.signs import NAMES, signs_of
from factcheck_tui.claims.weights import WORD_WEIGHTS, stems_of

FILES = ("claimbuster", "policlaim_train")
FOLDS = 5
RARE = 4  # sentences of the train folds that a stem must stand in
KEEP = 1500  # stems with the weightiest effect; pairs of words added .001
SIGN_RIDGE, WORD_RIDGE = 2.0, 0.33  # rare stems are held back less: each is multiplied by its rarity
# Signs that are told as reasons for checking; fitted below zero, they are left out, for the reason would read false.
RAISING = {"number", "percentage", "money", "comparison", "superlative", "speaks of wrongdoing", "quotation", "date",
           "reports a crime or a death", "names a person, place or body", "full name"}  # fmt: skip
LOWERING = {"courtesy", "exclamation"}  # and these above zero

Cells = list[tuple[int, float]]
Fitted = tuple[float, dict[str, float], dict[str, float]]  # base, weights of the signs, weights of the stems


class Sentence(NamedTuple):
    """A labelled sentence, what is known of it, and the fold in which it is judged."""

    file: str
    label: int
    signs: dict[str, float]
    stems: frozenset[str]
    fold: int


def read_sentences() -> list[Sentence]:
    """All labelled sentences, those of a speech in one fold."""
    chance = random.Random(4)
    read: list[Sentence] = []
    for file in FILES:
        rows: list[dict[str, Any]] = read_rows(FOLDER / f"{file}.ndjson")
        speeches = sorted({row["speech"] for row in rows if "speech" in row})
        chance.shuffle(speeches)
        for row in rows:
            fold = speeches.index(row["speech"]) % FOLDS if speeches else chance.randrange(FOLDS)
            read.append(Sentence(file, row["label"], signs_of(row["text"]), frozenset(stems_of(row["text"])), fold))
    return read


def cells(sentence: Sentence, columns: dict[str, int], known: dict[str, tuple[int, float]]) -> Cells:
    """A sentence as the columns that are not zero: base, file, signs, stems."""
    row: Cells = [(0, 1.0), (1, float(sentence.file == FILES[1]))]
    row += [(columns[name], value) for name, value in sentence.signs.items() if name in columns]
    found = [known[stem] for stem in sentence.stems if stem in known]
    return row + [(column, rarity / math.sqrt(len(found))) for column, rarity in found]


def loss(weights: list[float], rows: list[tuple[Cells, int]], ridges: list[float]) -> tuple[float, list[float]]:
    """The logistic loss with its ridge, and its gradient."""
    total = 0.5 * sum(ridge * value * value for ridge, value in zip(ridges, weights, strict=True))
    slope = [ridge * value for ridge, value in zip(ridges, weights, strict=True)]
    for row, label in rows:
        evidence = sum(weights[column] * value for column, value in row)
        evidence = max(-30.0, min(30.0, evidence))
        chance = 1 / (1 + math.exp(-evidence))
        total -= math.log(chance if label else 1 - chance)
        pull = chance - label
        for column, value in row:
            slope[column] += pull * value
    return total, slope


def fit_columns(sentences: Sequence[Sentence], names: Sequence[str], stems: Sequence[str]) -> Fitted:
    """The weights of these signs and stems."""
    columns = {name: 2 + index for index, name in enumerate(names)}
    counts = Counter(stem for sentence in sentences for stem in sentence.stems)
    rarities = {stem: math.log(len(sentences) / counts[stem]) for stem in stems}
    mean = sum(rarities.values()) / len(stems)  # so that the ridge keeps its measure
    known = {stem: (2 + len(names) + index, rarities[stem] / mean) for index, stem in enumerate(stems)}
    ridges = [0.0, 0.0, *[SIGN_RIDGE] * len(names), *[WORD_RIDGE] * len(stems)]
    rows = [(cells(sentence, columns, known), sentence.label) for sentence in sentences]
    found = minimise(partial(loss, rows=rows, ridges=ridges), len(ridges))
    words = {stem: found[column] * rarity for stem, (column, rarity) in known.items()}
    return found[0], {name: found[columns[name]] for name in names}, words


def fit(sentences: Sequence[Sentence]) -> Fitted:
    """The weights, after leaving out signs that came out false and stems of little effect."""
    counts = Counter(stem for sentence in sentences for stem in sentence.stems)
    stems = sorted(stem for stem, count in counts.items() if count >= RARE)
    _, signs, words = fit_columns(sentences, NAMES, stems)
    names = [
        name for name in NAMES if not (signs[name] > 0 if name in LOWERING else name in RAISING and signs[name] < 0)
    ]
    kept = sorted(sorted(stems, key=lambda stem: -abs(words[stem]) * math.sqrt(counts[stem]))[:KEEP])
    return fit_columns(sentences, names, kept)


def evidence(fitted: Fitted, sentence: Sentence) -> float:
    """What the weights say of a sentence, as log-odds in ClaimBuster."""
    base, signs, words = fitted
    known = [words[stem] for stem in sentence.stems if stem in words]
    shown = sum(signs.get(name, 0.0) * value for name, value in sentence.signs.items())
    return base + shown + (sum(known) / math.sqrt(len(known)) if known else 0.0)


def cross_validated(sentences: Sequence[Sentence]) -> list[float]:
    """The evidence of each sentence by weights that were fitted without its fold."""
    fitted = [fit([one for one in sentences if one.fold != fold]) for fold in range(FOLDS)]
    return [evidence(fitted[one.fold], one) for one in sentences]


def main() -> None:
    """Fit and print; write the words' table if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sentences = read_sentences()
    scores = cross_validated(sentences)
    for file in FILES:
        judged = [(score, one.label) for score, one in zip(scores, sentences, strict=True) if one.file == file]
        ap, auc = average_precision(*zip(*judged, strict=True)), roc_auc(*zip(*judged, strict=True))
        print(f"# {file}, five-fold: average precision {ap:.3f}, ROC AUC {auc:.3f}")
    base, signs, words = fit(sentences)
    print(f"BASE = {base:.2f}")
    for name in sorted(signs, key=lambda name: -signs[name]):
        print(f'    "{name}": {signs[name]:.2f},')
    if options.write:
        lines = [f"{stem}\t{value:.2f}\n" for stem, value in sorted(words.items()) if abs(value) >= 0.005]
        Path(str(WORD_WEIGHTS)).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
