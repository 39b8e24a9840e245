"""Which claims of an article a checker wants to see: words, ``~rough`` words, and conditions such as ``is:disputed``.

Conditions are joined by *and*; commas within one are *or*; a ``-`` before one turns it round. What is no condition is
looked for, as it stands, in what the list shows of a claim.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck_tui.model import Band, BestMatch, ClaimKind, ClaimStatus, Verdict, meant_as_condition

ROUGH = 75  # partial_ratio from which rough words let a claim through; slips of one or two letters in a word

CONDITIONS = (  # an example, and what it finds; for the help and the palette
    ("is:pending", "claims that are still to be decided"),
    ("is:confirmed", "confirmed claims"),
    ("is:disputed", "disputed claims"),
    ("is:flagged", "claims flagged for later"),
    ("is:linked", "claims with a linked record"),
    ("has:match", "claims with a prior record that is possible or better"),
    ("-has:match", "claims without one"),
    ("has:note", "claims with a note"),
    ("has:tag", "claims with a tag"),
    ("has:evidence", "claims with a source; has:primary with a primary one"),
    ("has:claimant", "claims that somebody is named for"),
    ("kind:headline", "headlines; so standfirst, caption, statement"),
    ("priority:>70", "claims above a priority; so < >= <= ="),
    ("score:>=80", "claims whose best record scores so much"),
    ("from:", "claims of a claimant, by a part of the name"),
    ("by:", "claims whose verdict a checker set"),
    ("tag:", "claims with a tag, by its beginning"),
)
Condition = Callable[[ClaimStatus, BestMatch | None], bool]

_SAME = {"verdict": "is", "claimant": "from", "checker": "by", "author": "by"}  # as the archive's search calls them
_KEYS = ("is", "has", "kind", "priority", "score", "from", "by", "tag", *_SAME)
_WORD = re.compile(rf'(?<!\S)(-?)({"|".join(_KEYS)}):("[^"]*"|\S*)', re.IGNORECASE)
_COMPARED = re.compile(r"(>=|<=|>|<|=|)(\d{1,3})")
_COMPARISONS = {
    "": operator.eq,
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}
_IS: dict[str, Condition] = {
    **{verdict.value: lambda status, _, wanted=verdict: status.verdict is wanted for verdict in Verdict},  # type: ignore[misc]
    "decided": lambda status, _: status.verdict is not Verdict.PENDING,
    "flagged": lambda status, _: status.flagged,
    "linked": lambda status, _: status.linked > 0,
}
_HAS: dict[str, Condition] = {
    "match": lambda _, best: best is not None and best.band is not Band.WEAK,
    "link": lambda status, _: status.linked > 0,
    "note": lambda status, _: bool(status.note),
    "tag": lambda status, _: bool(status.tags),
    "flag": lambda status, _: status.flagged,
    "claimant": lambda status, _: bool(status.claim.claimant),
    "evidence": lambda status, _: status.sources > 0,
    "primary": lambda status, _: status.primary_sources > 0,
}


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """A filter as it was typed, understood. No words let everything through."""

    words: str = ""
    conditions: tuple[Condition, ...] = ()
    text: str = ""  # to be found as it stands, case-folded
    rough: str = ""  # to be found roughly
    not_understood: tuple[str, ...] = ()  # what looks like a condition and is none, to be said when nothing is found

    def lets(self, status: ClaimStatus, best: BestMatch | None = None) -> bool:
        """Whether a piece passes."""
        if not all(condition(status, best) for condition in self.conditions):
            return False
        if not self.text and not self.rough:
            return True
        claim = status.claim
        shown = " ".join(
            (claim.text, claim.claimant, claim.kind, status.verdict, status.note, *status.tags)
        ).casefold()
        if self.rough:
            from rapidfuzz import fuzz  # only this filter needs it

            return fuzz.partial_ratio(self.rough, shown) >= ROUGH
        return self.text in shown


def read_claim_query(words: str) -> ClaimQuery:
    """Understand a filter; nothing that can be typed raises."""
    conditions: list[Condition] = []
    not_understood = []
    for minus, key, value in _WORD.findall(words):
        name = key.casefold()
        condition = _condition(_SAME.get(name, name), value.strip('"').casefold())
        if condition is None:
            not_understood.append(f"{key}:{value}")
            conditions.append(lambda status, best: False)
        else:
            conditions.append(_turned(condition) if minus else condition)
    text = " ".join(_WORD.sub(" ", words).split()) if conditions else words.strip()
    not_understood += filter(meant_as_condition, text.split())
    text = text.casefold().strip('"')  # words stand together as it is; who quotes them, as in the archive, means that
    rough = text.startswith("~")
    return ClaimQuery(
        words=words,
        conditions=tuple(conditions),
        text="" if rough else text,
        rough=text[1:].strip() if rough else "",
        not_understood=tuple(not_understood),
    )


def _condition(key: str, value: str) -> Condition | None:
    """What a word asks for; None when its value is none. A word without a value yet lets everything through."""
    if not value:
        return lambda status, best: True
    alternatives = [_alternative(key, part) for part in value.split(",") if part]
    known = [alternative for alternative in alternatives if alternative is not None]
    if len(known) < len(alternatives):
        return None
    return lambda status, best: any(alternative(status, best) for alternative in known)


def _alternative(key: str, value: str) -> Condition | None:
    if key in ("is", "has"):
        return _by_beginning(_IS if key == "is" else _HAS, value)
    if key in ("priority", "score"):
        return _number(key, value)
    if key == "kind":
        kinds = [kind for kind in ClaimKind if kind.startswith(value)]
        return (lambda status, _: status.claim.kind in kinds) if kinds else None
    texts: dict[str, Condition] = {
        "from": lambda status, _: value in status.claim.claimant.casefold(),
        "by": lambda status, _: status.checker.casefold().startswith(value),
        "tag": lambda status, _: any(tag.startswith(value) for tag in status.tags),
    }
    return texts[key]


def _by_beginning(known: dict[str, Condition], value: str) -> Condition | None:
    """The first condition that begins so: a filter acts while it is typed."""
    return next((condition for name, condition in known.items() if name.startswith(value)), None)


def _number(key: str, value: str) -> Condition | None:
    if value in _COMPARISONS:  # the number is still to come
        return lambda status, best: True
    compared = _COMPARED.fullmatch(value)
    if compared is None:
        return None
    compare, limit = _COMPARISONS[compared[1]], int(compared[2])
    if key == "score":
        return lambda _, best: compare(best.score if best else 0, limit)
    return lambda status, _: compare(status.claim.priority, limit)


def _turned(condition: Condition) -> Condition:
    return lambda status, best: not condition(status, best)
