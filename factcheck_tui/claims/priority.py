"""How much a claim wants checking, 0-100, with the reasons in words.

A sum of signs, each with its weight in one table, so that a checker can see why a claim stands high. The weights are
set by hand after what fact-checkers ask first: figures, records, accusations, and statements that nobody answers for.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck_tui.claims.claimants import is_person
from factcheck_tui.model import ClaimKind

BASE: Final = 20  # of a claim with no sign at all
WEIGHTS: Final[dict[str, int]] = {  # points of each sign; what speaks against checking is negative
    "number": 22,
    "number without a source": 30,
    "money": 8,
    "comparison or trend": 12,
    "superlative": 12,
    "anonymous source": 14,
    "accuses a named person": 16,
    "speaks of wrongdoing": 10,
    "reports a crime or a death": 6,
    "quotation": 4,
    "says what was said or done": 6,
    "date": 6,
    "names a person or body": 6,
    "headline": 10,
    "standfirst": 6,
    "caption": 6,
    "question": -18,
    "wish, promise or opinion": -12,
    "speaks of oneself": -6,
    "courtesy": -20,
    "very short": -14,
    "short": -5,
}

_NUMBER: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|per ?cent|percentage|"
    r"quarter|double)\b",
    re.IGNORECASE,
)
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE: Final = re.compile(
    rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH} \d{{1,4}}|\d{{1,2}} {_MONTH}|yesterday|"
    r"(?:[Ll]ast|[Pp]ast) (?:night|week|month|year|\w+ years)|"
    r"(?:in|since|by) (?:19|20)\d\d|\w+ (?:years|months) ago)\b"
)
_ONLY_DATE: Final = re.compile(
    rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}|\b(?:in|since|by|of) (?:19|20)\d\d\b"
)
_MONEY: Final = re.compile(
    r"[$£€]\s?\d|\b(?:dollars|euros|pounds|budget|taxes|tax|debt|deficit|cost|costs|spending)\b"
)
_TREND: Final = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|than|increas\w+|decreas\w+|reduc\w+|rose|rise[ns]?|risen|fell|fallen|"
    r"dropp?\w*|doubled|tripled|grew|grown|cuts?|gained|lost|average|rate|total|majority)\b",
    re.IGNORECASE,
)
_SUPERLATIVE: Final = re.compile(
    r"\b(?:the (?:\w+ )?(?:largest|biggest|highest|lowest|worst|best|most|least|first|last|only|"
    r"oldest|youngest|greatest|fastest|deadliest|longest|smallest)|record|unprecedented|never before|ever|nobody|"
    r"everyone|every single|always)\b",
    re.IGNORECASE,
)
_ANONYMOUS: Final = re.compile(
    r"\b(?:sources?|officials?|insiders?|unnamed|anonym\w+|analysts|experts|critics|observers|scientists|some|many|"
    r"reportedly|allegedly|rumou?r\w*|is believed|are believed|is said|condition of anonymity|people familiar)\b",
    re.IGNORECASE,
)
_ACCUSATION: Final = re.compile(
    r"\b(?:accus\w+|alleges?|charged with|fraud|corrupt\w*|brib\w+|lied|lying|stole\w*|illegal\w*|unlawful\w*|abus\w+|"
    r"cheat\w*|cover(?:ed)? up|misled|embezzl\w+|convicted|violat\w+|guilty|rap(?:e|ed)|failed to)\b",
    re.IGNORECASE,
)
_HARM: Final = re.compile(
    r"\b(?:kill\w*|dead|deaths?|died|murder\w*|bomb\w*|attack\w*|injur\w+|wound\w*|shot|massacre\w*|tortur\w+|war)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:voted|vetoed|signed|passed|opposed|supported|proposed|created|raised|spent|promised|said|says|had|has|have|was|"
    r"were|been|did)\b"
)
_NAME: Final = re.compile(r"(?<=[a-z,;:’”] )[A-Z][a-zA-Z]{2,}|\b[A-Z]{2,}\b|^[A-Z]\w+ [A-Z]\w+")
_PERSON: Final = re.compile(r"\b[A-Z][a-zé]+ (?:[A-Z]\. )?[A-Z][a-z][\w’'-]+")
_WISH: Final = re.compile(
    r"\b(?:I think|I believe|I hope|I want|I would|I'd|we need|we must|we should|should|must|let me|let us|let's|"
    r"I will|I'll|we will|we'll|I'm going|we're going|hope|wish|ought|would like|going to|if we|I know|"
    r"I feel|can we)\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(r"\b(?:I|me|my|you|your)\b|\b[Ww]e\b")
_COURTESY: Final = re.compile(
    r"\b(?:thank(?:s| you)?|congratulat\w+|welcome|god bless|good (?:morning|evening|night)|please|"
    r"ladies and gentlemen|"
    r"excuse me|applause|sorry|honou?r to)\b",
    re.IGNORECASE,
)


def rate(text: str, kind: ClaimKind = ClaimKind.STATEMENT, claimant: str = "") -> tuple[int, tuple[str, ...]]:
    """The priority of a claim and its reasons, weightiest first; what lowers it is a reason too."""
    signs = sorted(_signs(text, kind, claimant), key=lambda sign: -abs(WEIGHTS[sign]))
    return max(0, min(100, BASE + sum(WEIGHTS[sign] for sign in signs))), tuple(signs)


def _signs(text: str, kind: ClaimKind, claimant: str) -> list[str]:
    """The signs that a claim shows, each a key of ``WEIGHTS``."""
    numbers = bool(_NUMBER.search(_ONLY_DATE.sub(" ", text)))
    words = len(text.split())
    accusation = bool(_ACCUSATION.search(text))
    person = any(is_person(found[0]) for found in _PERSON.finditer(text))
    shown = {
        "number": numbers and bool(claimant),
        "number without a source": numbers and not claimant,
        "money": _MONEY.search(text),
        "comparison or trend": _TREND.search(text),
        "superlative": _SUPERLATIVE.search(text),
        "anonymous source": _ANONYMOUS.search(claimant if claimant and claimant[:1].islower() else _hearsay(text)),
        "accuses a named person": accusation and person,
        "speaks of wrongdoing": accusation and not person,
        "reports a crime or a death": _HARM.search(text),
        "quotation": re.search(r"[“\"][^”\"]+[”\"]", text),
        "says what was said or done": _DONE.search(text),
        "date": _DATE.search(text),
        "names a person or body": _NAME.search(text),
        "question": text.rstrip("\"'”’) ").endswith("?"),
        "wish, promise or opinion": _WISH.search(text),
        "speaks of oneself": _SELF.search(text),
        "courtesy": _COURTESY.search(text),
        "very short": words < 5 and kind is ClaimKind.STATEMENT,
        "short": 5 <= words < 9 and kind is ClaimKind.STATEMENT,
        kind.value: kind is not ClaimKind.STATEMENT,
    }
    return [sign for sign, present in shown.items() if present]


def _hearsay(text: str) -> str:
    """The words of a sentence that name no source but hint at one."""
    return " ".join(re.findall(r"\b(?:reportedly|allegedly|is believed|are believed|is said|rumou?red)\b", text))
