"""Why a match has its score, in a checker's words: the features' shares of the log-odds, gathered by what they say."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from factcheck_tui.matching.differences.number_differences import agreeing
from factcheck_tui.matching.rarity import Rarity
from factcheck_tui.matching.statement import Statement, read_statement
from factcheck_tui.matching.weights import DIFFERENCES
from factcheck_tui.model import Difference, DifferenceKind, PriorRecord, Query, Reason, Retrieved

_SHOWN = 4  # words named in one reason
_TITLE = ("sorted_title", "part_title", "set_title", "title_covered")
_TOLD = 0.05  # log-odds; a smaller share changes no score by more than a point


def reasons(
    query: Query,
    retrieved: Retrieved,
    record: PriorRecord,
    points: Mapping[str, float],
    odds: float,
    separating: tuple[Difference, ...],
) -> tuple[Reason, ...]:
    """The reasons, weightiest first. Their points and the base of the model add up to the score's log-odds, but for
    shares too small to tell. ``odds`` are the log-odds before differences.
    """
    asked, claim = read_statement(query.text), read_statement(record.claim)
    told = [
        Reason(_rare_words(query, retrieved, asked, claim, record), _of(points, "index", "rare")),
        Reason("the same telling words", _of(points, "same")),
        Reason("the wording is like the record's claim", _of(points, "sorted_claim", "part_claim")),
        Reason("the wording is like the record's title", _of(points, *_TITLE)),
        Reason("a passage of the record's text says alike", _of(points, "passage")),
        Reason(_lead(points.get("lead", 0.0)), _of(points, "lead")),
        Reason(_numbers(asked, claim), _of(points, "numbers_missing")),
        Reason(_names(asked, claim), _of(points, "names_missing")),
    ]
    kept = [reason for reason in told if abs(reason.points) >= _TOLD]
    kept += [*_differing(separating, odds), *_agreement(asked, claim)]
    return tuple(sorted(kept, key=lambda reason: -abs(reason.points)))


def _of(points: Mapping[str, float], *names: str) -> float:
    return round(sum(points.get(name, 0.0) for name in names), 2)


def _differing(separating: tuple[Difference, ...], odds: float) -> Iterator[Reason]:
    """Each difference; the first of a kind with what it takes from the log-odds of ``odds`` and those before it."""
    chance = 1 / (1 + math.exp(-odds))
    seen: set[DifferenceKind] = set()
    for difference in separating:
        taken = 0.0
        if difference.kind not in seen:
            lower = chance * DIFFERENCES[difference.kind]
            taken = math.log(lower / (1 - lower)) - math.log(chance / (1 - chance))
            chance = lower
        seen.add(difference.kind)
        yield Reason(f"differs: {difference}", round(taken, 2))


def _rare_words(query: Query, retrieved: Retrieved, asked: Statement, claim: Statement, record: PriorRecord) -> str:
    shared = asked.stems & (claim.stems | read_statement(record.title).stems)
    if not shared:
        return "shares words with the record's text only"
    rarity = Rarity((term.stem for term in query.terms), retrieved.frequencies, retrieved.records)
    written = {word.stem: asked.text[word.start : word.end] for word in reversed(asked.telling)}
    rarest = sorted(shared, key=lambda stem: (-rarity.of(stem), stem))[:_SHOWN]
    label = "rare words shared" if retrieved.records else "words shared"
    return f"{label}: {', '.join(written[stem] for stem in rarest)}"


def _lead(points: float) -> str:
    return "stands out from the other records" if points > 0 else "other records are as near or nearer"


def _agreement(asked: Statement, claim: Statement) -> list[Reason]:
    pairs = agreeing(asked.quantities, claim.quantities)
    same = ", ".join(asked.text[ours.start : ours.end] for ours, _ in pairs[:_SHOWN])
    return [Reason(f"numbers agree: {same}", 0.0)] if pairs else []


def _numbers(asked: Statement, claim: Statement) -> str:
    agreed = [theirs for _, theirs in agreeing(asked.quantities, claim.quantities)]
    missing = [claim.text[one.start : one.end] for one in claim.quantities if one not in agreed]
    return f"not in the claim: {', '.join(missing[:_SHOWN])}"


def _names(asked: Statement, claim: Statement) -> str:
    missing = {
        word.stem: claim.text[word.start : word.end]
        for word in claim.telling
        if word.stem in claim.names and word.stem not in asked.stems
    }
    return f"names that are not in the claim: {', '.join(list(missing.values())[:_SHOWN])}"
