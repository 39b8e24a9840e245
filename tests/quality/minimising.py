"""Minimising in plain Python: what fitting a dozen weights needs, and no more."""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import mul

Loss = Callable[[list[float]], tuple[float, list[float]]]  # weights -> value and gradient


def minimise(loss: Loss, size: int, rounds: int = 80, memory: int = 10) -> list[float]:
    """The weights of least loss, by L-BFGS with a halving line search (Nocedal 1980)."""
    weights = [0.0] * size
    value, slope = loss(weights)
    steps: list[tuple[list[float], list[float], float]] = []
    for _ in range(rounds):
        way, shares = list(slope), []
        for step, turn, scale in reversed(steps):
            share = scale * sum(map(mul, step, way))
            shares.append(share)
            way = [a - share * b for a, b in zip(way, turn, strict=True)]
        if steps:
            step, turn, scale = steps[-1]
            length = 1 / (scale * sum(map(mul, turn, turn)))
        else:
            length = 1 / math.sqrt(sum(map(mul, slope, slope)))
        way = [length * a for a in way]
        for (step, turn, scale), share in zip(steps, reversed(shares), strict=True):
            back = scale * sum(map(mul, turn, way))
            way = [a + (share - back) * b for a, b in zip(way, step, strict=True)]
        reach, fall = 1.0, sum(map(mul, slope, way))
        while True:
            moved = [a - reach * b for a, b in zip(weights, way, strict=True)]
            new_value, new_slope = loss(moved)
            if new_value <= value - 1e-4 * reach * fall or reach < 1e-6:
                break
            reach /= 2
        step = [a - b for a, b in zip(moved, weights, strict=True)]
        turn = [a - b for a, b in zip(new_slope, slope, strict=True)]
        if (product := sum(map(mul, step, turn))) > 1e-10:
            steps = [*steps, (step, turn, 1 / product)][-memory:]
        done = value - new_value < 1e-5 * abs(value)
        weights, value, slope = moved, new_value, new_slope
        if done:
            break
    return weights


def newton(rows: list[tuple[tuple[float, ...], bool, float]]) -> list[float]:
    """The weights of a logistic regression of few columns, by Newton's method; rows are (columns, true, weight)."""
    size = range(len(rows[0][0]))
    found = [0.0 for _ in size]
    for _ in range(20):
        slope = [0.0 for _ in size]
        bend = [[1e-6 * (i == j) for j in size] for i in size]
        for row, true, weight in rows:
            chance = 1 / (1 + math.exp(-sum(map(mul, found, row))))
            for i in size:
                slope[i] += weight * (chance - true) * row[i]
                for j in size:
                    bend[i][j] += weight * chance * (1 - chance) * row[i] * row[j]
        found = [value - step for value, step in zip(found, solved(bend, slope), strict=True)]
    return found


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small linear system, by Gauss and Jordan."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for pivot in range(len(rows)):
        for other in range(len(rows)):
            if other != pivot:
                factor = rows[other][pivot] / rows[pivot][pivot]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[pivot], strict=True)]
    return [row[-1] / row[index] for index, row in enumerate(rows)]
