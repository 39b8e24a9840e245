"""Sentences that state nothing to check: questions, courtesies, wishes and opinions that nobody is named to have said.

A sentence is set aside where its signs and words as a whole are those of sentences that cannot be verified
(``weights.UNCHECKABLE``); the signs also say why. What somebody is named to have said stays a claim, for that it was
said can be checked.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck_tui.claims.priority import evidence_of
from factcheck_tui.claims.signs import signs_of
from factcheck_tui.claims.weights import CREDIT, UNCHECKABLE
from factcheck_tui.model import SetAside

_THANKS: Final = re.compile(
    r"(?:(?:and|so|well|again|but),? )?(?:thank(?:s| you)\b|(?:god|may god) bless\b|good (?:morning|afternoon|"
    r"evening|night)\b|"
    r"welcome\b|congratulations\b|ladies and gentlemen\b|hello\b|dear \w+|i (?:want|would like|wish|"
    r"'d like) to (?:\w+ )?thank\b)"
    r"[^\d]*$",
    re.IGNORECASE,
)
_OWN_VOICE: Final = {"opinion", "speaks of oneself", "speaks of us", "speaks to the reader", "exclamation"}
_OWN_VIEW: Final = _OWN_VOICE | {"judging word", "feeling", "possibility", "condition"}
_OWN_WILL: Final = {"wish or demand", "own intention"}
_REPORTS: Final = {"said", "says", "told", "announced", "confirmed", "wrote", "reported", "according to"}
_FIRST_PERSON: Final = {"i", "we", "you"}


def why_unchecked(
    text: str, claimant: str = "", cue: str = "", in_article: bool = True, evidence: float | None = None
) -> SetAside | None:
    """Why a sentence is no claim; None when it is one. ``evidence`` stands for that of the shipped weights.

    A sentence of an article must also speak with its author's own voice; a line of a speech always does.
    """
    if claimant and (in_article or (cue in _REPORTS and claimant.lower() not in _FIRST_PERSON)):
        return None
    if _THANKS.match(text.replace("’", "'")):
        return SetAside.COURTESY
    evidence = evidence_of(text) if evidence is None else evidence
    if evidence >= UNCHECKABLE - (CREDIT if in_article else 0):
        return None
    shown = signs_of(text).keys()
    if in_article and not _OWN_VOICE & shown:
        return None
    if "superlative" in shown and not (_OWN_VIEW | _OWN_WILL) & shown and evidence >= UNCHECKABLE - CREDIT:
        return None  # "It was the longest of its time"
    if "courtesy" in shown:
        return SetAside.COURTESY
    if _OWN_WILL & shown:
        return SetAside.WISH
    return SetAside.OPINION if _OWN_VIEW & shown else SetAside.NOTHING
