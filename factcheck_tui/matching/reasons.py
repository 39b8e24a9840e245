"""Why a match has its score, in a checker's words: the features' shares of the log-odds, gathered by what they say."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck_tui.matching.differences.number_differences import agreeing
from factcheck_tui.matching.features import Asked
from factcheck_tui.matching.spans import joined
from factcheck_tui.matching.statement import Statement, read_statement
from factcheck_tui.matching.weights import DIFFERENCES
from factcheck_tui.model import Difference, DifferenceKind, PriorRecord, Reason, Span

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")  # whole, as written: 0.04 is two of the figures that are compared
_SHOWN = 4  # words named in one reason
_TITLE = ("sorted_title", "part_title", "set_title", "title_covered")
_TOLD = 0.03  # log-odds; a smaller share changes no score by a whole point


def reasons(
    asked: Asked,
    record: PriorRecord,
    points: Mapping[str, float],
    odds: float,
    separating: tuple[Difference, ...],
) -> tuple[Reason, ...]:
    """The reasons, weightiest first. Their points and the base of the model add up to the score's log-odds, but for
    shares too small to tell. ``odds`` are the log-odds before differences.
    """
    ours, claim = asked.statement, asked.record(record)
    told = [
        Reason(_rare_words(asked, claim, record), _of(points, "index", "covered", "rare")),
        Reason("the spelling of the words is alike", _of(points, "spelling")),
        Reason("the same telling words", _of(points, "same")),
        Reason("the wording is like the record's claim", _of(points, "sorted_claim", "part_claim")),
        Reason("the wording is like the record's title", _of(points, *_TITLE)),
        Reason("a passage of the record's text says alike", _of(points, "passage")),
        Reason(_lead(points.get("lead", 0.0)), _of(points, "lead")),
        Reason(_in_time(asked, record), _of(points, "soon", "same_year")),
        Reason(_numbers(asked, claim), _of(points, "numbers_missing")),
        Reason(_names(asked, claim), _of(points, "names_missing")),
    ]
    kept = [reason for reason in told if abs(reason.points) >= _TOLD]
    kept += [*_differing(separating, odds), *_agreement(ours, claim), *_names_used(asked, claim)]
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


def _rare_words(asked: Asked, claim: Statement, record: PriorRecord) -> str:
    title = read_statement(record.title, asked.aliases)
    shared = asked.stems & (asked.stems_of(claim) | asked.stems_of(title))
    if not shared:
        return "shares words with the record's text only"
    rarest = sorted(shared, key=lambda stem: (-asked.rarity.of(stem), stem))[:_SHOWN]
    label = "rare words shared" if asked.rarity.known else "words shared"
    return f"{label}: {', '.join(_written(asked.statement, rarest))}"


def _written(side: Statement, stems: Sequence[str]) -> list[str]:
    """Words as a text has them; pieces of a text without spaces as long as they hang together."""
    chosen = set(stems)
    first = {word.stem: word for word in reversed(side.telling) if word.stem in chosen}
    spans: Sequence[Span] = joined(sorted(first.values()))
    places = {word.start: place for place, stem in enumerate(stems) for word in side.telling if word.stem == stem}
    spans = sorted(spans, key=lambda span: places.get(span.start, len(places)))
    return [side.text[span.start : span.end] for span in spans]


def _names_used(asked: Asked, claim: Statement) -> Iterator[Reason]:
    """Names and spellings that were taken for each other, told because nobody could see it from the words."""
    ours = {word.stem: asked.statement.text[word.start : word.end] for word in reversed(asked.statement.telling)}
    for word in dict.fromkeys(claim.telling):
        theirs = claim.text[word.start : word.end]
        if word.stem in asked.near:
            yield Reason(f"spelling: {ours[asked.near[word.stem]]} ≈ {theirs}", 0.0)
        elif word.stem[0] == "=" and word.stem in ours and ours[word.stem].casefold() != theirs.casefold():
            yield Reason(f"names: {ours[word.stem]} = {theirs}", 0.0)


def _in_time(asked: Asked, record: PriorRecord) -> str:
    return f"near in time: {asked.day} and {record.review_date}"


def _lead(points: float) -> str:
    return "stands out from the other records" if points > 0 else "other records are as near or nearer"


def _agreement(asked: Statement, claim: Statement) -> list[Reason]:
    pairs = agreeing(asked.quantities, claim.quantities)
    same = ", ".join(asked.text[ours.start : ours.end] for ours, _ in pairs[:_SHOWN])
    return [Reason(f"numbers agree: {same}", 0.0)] if pairs else []


def _numbers(asked: Asked, claim: Statement) -> str:
    missing = claim.figures - asked.stems
    starts = {word.start for word in claim.telling if word.stem in missing}
    written = [found[0] for found in _FIGURE.finditer(claim.text) if not starts.isdisjoint(range(*found.span()))]
    return f"not in the claim: {', '.join(list(dict.fromkeys(written))[:_SHOWN])}"


def _names(asked: Asked, claim: Statement) -> str:
    missing = {
        word.stem: claim.text[word.start : word.end]
        for word in claim.telling
        if word.stem in claim.names and asked.near.get(word.stem, word.stem) not in asked.stems
    }
    return f"names that are not in the claim: {', '.join(list(missing.values())[:_SHOWN])}"
