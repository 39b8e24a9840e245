"""Features: what a query and a candidate have in common and what not, each a number from 0 to about 1.

They are lexical and few, so that a linear model of them can be fitted on 1,500 queries and each one can be told to a
checker in words. Those that fitting gave no weight, or one of the wrong sign, are gone: bm25 over claim and title
alone, coverage of the claim, Jaccard of claim and title, shared neighbours, names covered, lengths, the set ratio of
the claim (tests/quality/fit_ranker.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases
from factcheck_tui.matching.days import dated, iso_day
from factcheck_tui.matching.grams import Grams
from factcheck_tui.matching.passages import nearest_passage
from factcheck_tui.matching.rarity import Rarity
from factcheck_tui.matching.statement import Statement, read_statement
from factcheck_tui.model import Candidate, PriorRecord, Query, Retrieved

# Bodies are read for the best candidates by the index only: reading all hundred would cost as much as all else.
_BODIES = 30

_FEW = 3  # numbers or names beyond the third add nothing
_DAYS = 10  # between a post and its check, after which nearness in time is halved
_LONGER, _WORD_OR_TWO = 8, 0.6  # times as long; what a part then counts
_SAME_YEAR = (-60, 400)  # days from a post to a check that may be of it


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, read for being compared with many records."""

    statement: Statement
    stems: frozenset[str]
    rarity: Rarity
    grams: Grams
    written: str  # ISO: the day of the text, "" where that is not known
    day: date | None  # that the text itself names
    near: dict[str, str]  # stem of the archive -> stem of the query that it is a spelling of
    aliases: Aliases

    def record(self, record: PriorRecord) -> Statement:
        """A record's claim."""
        return read_statement(record.claim, self.aliases)

    def stems_of(self, other: Statement) -> frozenset[str]:
        """The stems of a record, other spellings of the query's words as those."""
        if self.near.keys().isdisjoint(other.stems):
            return other.stems
        return frozenset([self.near.get(stem, stem) for stem in other.stems])


def read_asked(query: Query, retrieved: Retrieved, aliases: Aliases = NO_ALIASES) -> Asked:
    """Read a query with what the archive answered to it."""
    statement = read_statement(query.text, aliases)
    stems = frozenset([term.stem for term in query.terms])
    rarity = Rarity(stems, retrieved.frequencies, retrieved.records)
    near = {other: stem for stem, others in retrieved.near.items() for other in others}
    return Asked(statement, stems, rarity, Grams(statement, rarity), query.day, dated(statement.text), near, aliases)


def features(query: Query, retrieved: Retrieved, aliases: Aliases = NO_ALIASES) -> list[dict[str, float]]:
    """The features of each candidate, in the order of ``retrieved.candidates``.

    A record without a title or a body, such as this desk's own verdict, is judged as if its claim stood there too:
    for what it lacks it is neither better nor worse than others.
    """
    asked = read_asked(query, retrieved, aliases)
    best = max((candidate.bm25 for candidate in retrieved.candidates), default=0.0)
    found = [
        _of_candidate(asked, candidate, candidate.bm25 / best if best > 0 else 0.0, place < _BODIES)
        for place, candidate in enumerate(retrieved.candidates)
    ]
    likest = max((each["spelling"] for each in found), default=0.0)
    most = max((each["covered"] for each in found), default=0.0)
    for each in found:
        each["spelling"] *= each["spelling"] ** 0.5 / likest if likest > 0 else 0.0
        each["covered"] /= most if most > 0 else 1.0
    return found


def _of_candidate(asked: Asked, candidate: Candidate, relative: float, with_body: bool) -> dict[str, float]:
    record, rarity, stems, ours = candidate.record, asked.rarity, asked.stems, asked.statement
    titled = record.title if record.own_claim_id is None else ""  # an own verdict's title is that of its article
    claim = asked.record(record)
    title = read_statement(titled or record.claim, asked.aliases)
    in_claim, in_title = asked.stems_of(claim), asked.stems_of(title)
    shared = stems & (in_claim | in_title)
    whole = rarity.sum(stems) or 1.0
    covered = anywhere = rarity.sum(shared) / whole
    passage = 0.0
    if with_body:
        nearest = nearest_passage(record.body or record.claim, stems, rarity)
        passage = nearest.share
        covered = max(covered, nearest.weight / whole)
        anywhere = rarity.sum(shared | nearest.anywhere) / whole
    rarest = sorted((rarity.of(stem) for stem in shared), reverse=True)[:3]
    return {
        "index": relative * covered**0.5,
        "rare": sum(rarest) / 3,
        "covered": anywhere,
        "passage": passage,
        "title_covered": rarity.sum(stems & in_title) / (rarity.sum(in_title) or 1.0),
        "spelling": asked.grams.likeness(claim.grams | title.grams),
        "same": float(bool(ours.stems) and ours.sorted_line == claim.sorted_line),
        "sorted_claim": fuzz.ratio(ours.sorted_line, claim.sorted_line) / 100,
        "part_claim": _part(ours.line, claim.line),
        "sorted_title": fuzz.ratio(ours.sorted_line, title.sorted_line) / 100,
        "part_title": _part(ours.line, title.line),
        "set_title": fuzz.token_set_ratio(ours.line, title.line) / 100,
        "numbers_missing": min(len(claim.figures - stems), _FEW) / _FEW,
        "names_missing": min(rarity.sum((claim.names & in_claim) - stems), _FEW) / _FEW,
        **_in_time(asked.day, iso_day(record.review_date)),
    }


def _part(line: str, other: str) -> float:
    """How well the shorter line is a part of the longer one; less where it is one word or two of a long one, as in
    rapidfuzz's WRatio (https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#wratio).
    """
    share = fuzz.partial_ratio(line, other) / 100
    return _WORD_OR_TWO * share if max(len(line), len(other)) > _LONGER * min(len(line), len(other)) else share


def _in_time(day: date | None, reviewed: date | None) -> dict[str, float]:
    """How near in time a check is to a text that names its day."""
    if day is None or reviewed is None:
        return {"soon": 0.0, "same_year": 0.0}
    days = (reviewed - day).days
    return {"soon": 1 / (1 + abs(days) / _DAYS), "same_year": float(_SAME_YEAR[0] <= days <= _SAME_YEAR[1])}
