"""How much a claim wants checking, 0-100, with the reasons in words.

A sum of shares, each of a sign that can be shown to the checker or of the sentence's words, turned into a number by a
logistic curve. So a checker can see why a claim stands high, and nothing but the reasons moves it.
"""

from __future__ import annotations

import math
import re
from typing import Final

from factcheck_tui.claims.claimants import is_person
from factcheck_tui.claims.signs import ONLY_DATE, TOLD_AS, signs_of
from factcheck_tui.claims.weights import (
    BASE,
    BY_HAND,
    CENTRE,
    NAMED_PERSON,
    NO_SOURCE,
    SIGN_WEIGHTS,
    SPREAD,
    stems_of,
    word_weights,
)
from factcheck_tui.model import ClaimKind

TELLING: Final = 0.3  # log-odds; smaller shares count, but are not told
LOWERS: Final = "− "  # stands before a reason that lowers the priority
_MOST_WORDS: Final = 3  # told of a sentence's wording,
_LEAST_LETTERS: Final = 4  # and only such as a reader takes for its content

_ANONYMOUS: Final = re.compile(
    r"\b(?:sources?|officials?|insiders?|unnamed|anonym\w+|analysts?|experts?|critics|observers|scientists|witness(?:es)?|"
    r"some|many|people|reports|residents|activists)\b"
)
_HEARSAY: Final = re.compile(
    r"\b(?:reportedly|allegedly|(?:is|are|was|were) (?:widely )?(?:believed|said|thought|understood|rumou?red) to|"
    r"rumou?r(?:s|ed)?|condition of anonymity|people familiar)\b"
)
_PERSON: Final = re.compile(r"\b[A-Z][a-zé]+ (?:[A-Z]\. )?[A-Z][a-z][\w’'-]+")


def rate(
    text: str, kind: ClaimKind = ClaimKind.STATEMENT, claimant: str = "", unanswered: bool = False
) -> tuple[int, tuple[str, ...]]:
    """The priority of a claim and its reasons, weightiest first; those that lower it begin with ``LOWERS``.

    ``unanswered`` says that it accuses somebody whose answer the article does not give.
    """
    found = shares(text, kind, claimant, unanswered)
    told = sorted((name for name in found if abs(found[name]) >= TELLING), key=lambda name: -abs(found[name]))
    reasons = tuple(name if found[name] > 0 else LOWERS + name for name in told)
    return priority_of(BASE + sum(found.values())), reasons


def priority_of(evidence: float) -> int:
    """Evidence (log-odds) as a number from 0 to 100, 50 for a middling sentence of the news."""
    return round(100 / (1 + math.exp((CENTRE - evidence) / SPREAD)))


def evidence_of(text: str) -> float:
    """How clearly a sentence states something that can be checked, as log-odds, whoever says it and wherever."""
    return BASE + sum(_sign_shares(text).values()) + sum(_wording(text).values())


def shares(text: str, kind: ClaimKind, claimant: str, unanswered: bool) -> dict[str, float]:
    """What each reason adds to the evidence; together with ``BASE`` they are all of it."""
    found = _sign_shares(text)
    if "number" in found and not claimant and re.search(r"\d", ONLY_DATE.sub(" ", text)):
        found["number without a source"] = found.pop("number") + NO_SOURCE
    if "speaks of wrongdoing" in found and accuses_a_person(text):
        found["accuses a named person"] = found.pop("speaks of wrongdoing") + NAMED_PERSON
    by_hand = {
        "anonymous source": is_anonymous(claimant) or bool(_HEARSAY.search(text)),
        "no answer of the accused": unanswered,
        kind.value: kind is not ClaimKind.STATEMENT,
    }
    found |= {name: BY_HAND[name] for name, shown in by_hand.items() if shown}
    return found | _wording(text)


def is_anonymous(claimant: str) -> bool:
    """Whether a claimant is somebody who cannot be asked: "officials", "a source", but not "US officials"."""
    return claimant[:1].islower() and bool(_ANONYMOUS.search(claimant))


def accuses_a_person(text: str) -> bool:
    """Whether a sentence holds a name that may be a person's."""
    return any(is_person(found[0]) for found in _PERSON.finditer(text))


def _sign_shares(text: str) -> dict[str, float]:
    """The share of each sign, those that are told under one name together."""
    found: dict[str, float] = {}
    for name, count in signs_of(text).items():
        if weight := SIGN_WEIGHTS.get(name):
            told = TOLD_AS.get(name, name)
            found[told] = found.get(told, 0.0) + weight * count
    return found


def _wording(text: str) -> dict[str, float]:
    """The share of a sentence's words as one reason that names the weightiest on its side."""
    weights = word_weights()
    known = {word: weights[stem] for stem, word in stems_of(text).items() if stem in weights}
    if not known:
        return {}
    share = sum(known.values()) / math.sqrt(len(known))
    side = [word for word in known if known[word] * share > 0 and len(word) >= _LEAST_LETTERS]
    side.sort(key=lambda word: -abs(known[word]))
    return {f"wording ({', '.join(side[:_MOST_WORDS])})" if side else "wording": share}
