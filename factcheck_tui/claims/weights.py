"""The numbers of the priority, in one place: what each sign and each word adds to how much a claim wants checking.

Fitted by ``tests/quality/fit_priority.py`` on ClaimBuster (4,811 sentences of debates, 28 % worth checking) and
PoliClaim (1,953 sentences of speeches, 59 % verifiable), which prints the table of signs and writes that of the words.
A weight is a share of log-odds. ``tests/quality/claim_finding.py`` takes the figures, by weights fitted without the
fold that they are told of.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

import snowballstemmer

from factcheck_tui.claims.signs import words_of

BASE: Final = -1.93  # of a sentence that shows no sign at all

SIGN_WEIGHTS: Final[Mapping[str, float]] = {
    "percentage": 1.31,
    "number of what is or was": 1.07,
    "number": 0.98,
    "number in words": 0.93,
    "abbreviation": 0.92,
    "large number": 0.92,
    "vote or law": 0.90,
    "money": 0.77,
    "average or total": 0.69,
    "span of time": 0.68,
    "says what was said": 0.65,
    "rise": 0.58,
    "says who did what": 0.56,
    "speaks of wrongdoing": 0.53,
    "superlative": 0.51,
    "taxes, costs or pay": 0.44,
    "fall": 0.41,
    "speaks of him or her": 0.36,
    "tells what has come about": 0.35,
    "names a person, place or body": 0.35,
    "long words": 0.33,
    "gives a cause": 0.30,
    "reports a crime or a death": 0.30,
    "tells of the past": 0.29,
    "tells of a deed": 0.29,
    "names an office": 0.27,
    "public body": 0.22,
    "own intention": 0.18,
    "tells how things are": 0.12,
    "something goes on": 0.11,
    "speaks of them": 0.09,
    "over 40 words": 0.05,
    "over 25 words": -0.04,
    "speaks of people": -0.05,
    "exclamation": -0.08,
    "speaks to the reader": -0.08,
    "several parts": -0.09,
    "negation": -0.09,
    "under 4 words": -0.09,
    "speaks of us": -0.13,
    "always or never": -0.17,
    "prediction": -0.27,
    "under 11 words": -0.27,
    "begins with this or it": -0.28,
    "under 7 words": -0.28,
    "speaks of oneself": -0.29,
    "possibility": -0.32,
    "under 16 words": -0.33,
    "opinion": -0.34,
    "judging word": -0.40,
    "feeling": -0.47,
    "condition": -0.55,
    "short words": -0.86,
    "wish or demand": -1.11,
    "question": -1.51,
}

# By hand: debates have no headlines, and one who speaks for himself no source.
NO_SOURCE: Final = 0.4  # on top of a number's weight, where nobody is named who says it
NAMED_PERSON: Final = 0.5  # on top of what wrongdoing weighs, where a person is named
BY_HAND: Final[Mapping[str, float]] = {
    "anonymous source": 0.6,
    "no answer of the accused": 0.4,
    "headline": 0.8,
    "standfirst": 0.5,
    "caption": 0.5,
}

# The middling sentence of a news article has an evidence of CENTRE, which is a priority of 50; SPREAD keeps the
# highest apart from each other.
CENTRE: Final = 1.4
SPREAD: Final = 2.0

# Below this a sentence that nobody is named to have said may be an opinion, a wish or a courtesy. It is the best place
# to part verifiable from other sentences of PoliClaim. The author of an article is given CREDIT before that, so that
# no claim is missed there.
UNCHECKABLE: Final = -2.0
CREDIT: Final = 0.5

WORD_WEIGHTS: Final = files("factcheck_tui.claims") / "word_weights.tsv"  # stem, tab, weight; some 1,500 lines


class _Stemmers(threading.local):
    """One for each thread: a stemmer keeps the word in itself while it works."""

    def __init__(self) -> None:
        self.english = snowballstemmer.stemmer("english")


_own = _Stemmers()


@lru_cache(maxsize=1)
def word_weights() -> Mapping[str, float]:
    """The weight of each stem; one word of n that are known counts for 1 / sqrt(n) of it."""
    lines = WORD_WEIGHTS.read_text(encoding="utf-8").splitlines()
    return {stem: float(weight) for stem, weight in (line.split("\t") for line in lines)}


def stems_of(text: str) -> dict[str, str]:
    """The distinct stems of a sentence, each with the word that showed it first."""
    return {stem_of(word): word for word in reversed(words_of(text))}


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The English Snowball stem."""
    return str(_own.english.stemWord(word))
