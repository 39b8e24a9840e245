"""Fits the weights of ``matching/weights.py`` on the train queries of shared/data and prints them with their figures.

    python tests/quality/fit_ranker.py [--shared FOLDER]      about two minutes

One linear model is fitted for two ends at once: to put the true record first (softmax over the candidates of a
query) and, at a low weight, to say how likely each candidate is the same claim (logistic loss). So that the chance
also holds where nothing is to be found, every query is asked four times: of the whole archive and of a small one of
250 records, each with its true records and without them; at last the evidence and how far it leads the crowd are
turned into chances that hold on all four. Weights of the wrong sign are left out, the worst first, and the rest
fitted again: a reason such as "more shared words, less alike" would be true of the sample and false to a reader.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from functools import partial
from operator import mul
from pathlib import Path
from typing import NamedTuple

from archives import CORPORA, ROOT, Judged, average_precision, make_archive, read_ndjson, read_queries
from minimising import minimise, newton

from factcheck_tui.matching.aliases import read_aliases
from factcheck_tui.matching.features import features
from factcheck_tui.matching.query import read_query
from factcheck_tui.matching.ranker import crowd, lead
from factcheck_tui.matching.weights import ALONE
from factcheck_tui.model import Candidate, PriorRecord, Retrieved

NEGATIVE = {"numbers_missing", "names_missing"}
BY_HAND = {"same"}  # nothing to fit it on
RIDGE = 1.0
LOGISTIC = (
    0.02  # weight of the logistic loss beside the softmax: in cross-validation on train, 0.1 and more cost order
)
REPEAT = {"snopes": 1.0, "politifact": 4.0}  # half as many queries there, and more of them without an answer
KEEP = 40  # candidates of a query that are fitted on; those below are all alike
SMALL, SMALL_QUERIES = 250, 40


class Answer(NamedTuple):
    """The candidates of one query as rows of features, which of them are true, and how much the query counts."""

    claims: list[str]
    rows: list[list[float]]
    true: list[int]
    weight: float
    relevant: int  # true records in the archive, found or not


def answer(names: list[str], judged: Judged, retrieved: Retrieved, weight: float) -> Answer:
    """One query's features."""
    found = features(judged.query, retrieved, judged.aliases)
    true = judged.true
    flags = [candidate.record.source_id in true for candidate in retrieved.candidates]
    kept = [place for place, flag in enumerate(flags) if place < KEEP or flag]
    rows = [[1.0] + [found[place][name] for name in names] for place in kept]
    claims = [retrieved.candidates[place].record.claim for place in kept]
    return Answer(claims, rows, [index for index, place in enumerate(kept) if flags[place]], weight, len(true))


def answers(names: list[str], corpus: str, folder: Path, scratch: Path) -> tuple[list[Answer], list[Answer]]:
    """The train queries asked of the whole archive, and of it without the true records and of small ones."""
    records = read_ndjson(folder / "records.ndjson")
    whole = make_archive(scratch / "whole.db", records)
    aliases = read_aliases(whole.aliases.all())
    train = [(read_query(text, aliases=aliases), true) for text, true in read_queries(folder, "train")]
    weight = REPEAT[corpus]
    with_true, others = [], []
    for query, true in train:
        judged = Judged(query, whole.candidates.find(query), true, aliases)
        with_true.append(answer(names, judged, judged.retrieved, weight))
        others.append(answer(names, judged, judged.without_true(), weight))
    chance = random.Random(20_221)
    for first in range(0, len(train), SMALL_QUERIES):
        asked = train[first : first + SMALL_QUERIES]
        wanted = set().union(*(true for _, true in asked))
        sample = [row for row in chance.sample(records, SMALL) if row["id"] not in wanted]
        small = make_archive(scratch / f"{first}.db", sample + [row for row in records if row["id"] in wanted])
        for query, true in asked:
            judged = Judged(query, small.candidates.find(query), true, aliases)
            others.append(answer(names, judged, judged.retrieved, weight / 2))
            others.append(answer(names, judged, judged.without_true(), weight / 2))
    return with_true, others


def loss(weights: list[float], sample: list[Answer]) -> tuple[float, list[float]]:
    """The loss and its gradient; the first weight is the base and is not drawn to zero."""
    total = 0.5 * RIDGE * sum(map(mul, weights[1:], weights[1:]))
    slope = [0.0] + [RIDGE * value for value in weights[1:]]
    for _, rows, true, weight, _ in sample:
        if not rows:
            continue
        scores = [sum(map(mul, weights, row)) for row in rows]
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        whole = sum(raised)
        for place, row in enumerate(rows):
            chance = 1 / (1 + math.exp(-scores[place]))
            is_true = place in true
            total -= LOGISTIC * weight * math.log(max(1e-12, chance if is_true else 1 - chance))
            pull = LOGISTIC * (chance - is_true)
            if true:
                pull += raised[place] / whole - (is_true / len(true))
                total -= weight * (scores[place] - highest - math.log(whole)) / len(true) if is_true else 0.0
            if abs(pull) > 1e-4:
                for index, value in enumerate(row):
                    slope[index] += weight * pull * value
    return total, slope


def fit(names: list[str], sample: list[Answer]) -> list[float]:
    """The base and one weight for each name, 0 where the sign would be wrong."""
    active = list(range(len(names)))
    while True:
        columns = [0, *(index + 1 for index in active)]
        part = [one._replace(rows=[[row[c] for c in columns] for row in one.rows]) for one in sample]
        found = minimise(partial(loss, sample=part), len(columns))
        signed = [(-value if names[i] in NEGATIVE else value, i) for i, value in zip(active, found[1:], strict=True)]
        worst, index = min(signed)
        if worst >= 0:
            break
        active.remove(index)
    by_index = dict(zip(active, found[1:], strict=True))
    return [found[0], *(by_index.get(index, 0.0) for index in range(len(names)))]


def evidence(weights: list[float], one: Answer) -> list[float]:
    """The weighted sum of each candidate's features."""
    return [sum(map(mul, weights, row)) for row in one.rows]


def with_leads(weights: list[float], one: Answer, rare: int) -> list[tuple[float, ...]]:
    """1, the evidence and the lead of each candidate, as ``matching.ranker`` takes them."""
    found = evidence(weights, one)
    others = crowd(sorted(zip(found, one.claims, strict=True), reverse=True))
    best = max(zip(found, one.rows, strict=True), default=(0.0, [0.0] * (rare + 1)))[1][rare]
    return [(1.0, value, lead(value, others, best)) for value in found]


def calibrate(weights: list[float], sample: list[Answer], rare: int) -> tuple[list[float], list[float]]:
    """The weights scaled so that evidence is log-odds by itself (Platt 1999), and the shares of evidence and lead."""
    both = [(one, place) for one in sample for place in range(min(15, len(one.rows)))]
    sums = {id(one): evidence(weights, one) for one in sample}
    base, scale = newton([((1.0, sums[id(one)][place]), place in one.true, one.weight) for one, place in both])
    scaled = [base + scale * weights[0], *(scale * value for value in weights[1:])]
    leads = {id(one): with_leads(scaled, one, rare) for one in sample}
    return scaled, newton([(leads[id(one)][place], place in one.true, one.weight) for one, place in both])


def precision(weights: list[float], sample: list[Answer]) -> float:
    """MAP@5."""
    total = 0.0
    for _, rows, true, _, relevant in sample:
        order = sorted(range(len(rows)), key=lambda place: -sum(map(mul, weights, rows[place])))
        missed = [f"missed {index}" for index in range(relevant - len(true))]
        total += average_precision([str(place) for place in order], frozenset([*map(str, true), *missed]))
    return total / len(sample)


def calibration(weights: list[float], shares: list[float], sample: list[Answer], rare: int) -> None:
    """Print, for tenths of the score, how many candidates have it and the share of them that is true."""
    tenths = [[0, 0] for _ in range(10)]
    for one in sample:
        for place, row in enumerate(with_leads(weights, one, rare)):
            chance = 1 / (1 + math.exp(-max(row[1] - ALONE, sum(map(mul, shares, row)))))
            cell = tenths[min(9, int(10 * chance))]
            cell[0] += 1
            cell[1] += place in one.true
    for low, (count, true_count) in enumerate(tenths):
        share = true_count / max(1, count)
        print(f"#   score {10 * low:>2}-{10 * low + 10:<3} {count:>6} candidates, true {share:.2f}")


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    any_candidate = Candidate(PriorRecord(claim="a", source_id="a"), 1.0)
    names = [name for name in features(read_query("a"), Retrieved((any_candidate,), {}, 1))[0] if name not in BY_HAND]
    rare = 1 + names.index("rare")
    whole: dict[str, list[Answer]] = {}
    sample: list[Answer] = []
    for corpus in CORPORA:
        with tempfile.TemporaryDirectory() as scratch:
            whole[corpus], others = answers(names, corpus, options.shared / "data" / corpus, Path(scratch))
        sample += whole[corpus] + others
    weights, shares = calibrate(fit(names, sample), sample, rare)
    for name, value in zip(["base", *names], weights, strict=True):
        print(f'    "{name}": {value:.2f},')
    for corpus in CORPORA:
        print(f"#   MAP@5 {corpus} train {precision(weights, whole[corpus]):.3f}")
    print("CHANCE, EVIDENCE, LEAD =", [round(share, 2) for share in shares])
    calibration(weights, shares, sample, rare)


if __name__ == "__main__":
    main()
