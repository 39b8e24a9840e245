"""The signs by which a sentence shows whether it states something that can be checked: a table of words and shapes.

Each sign has the name that the desk shows as a reason, and is counted up to a limit, so that a list of figures does
not drown all else. What they weigh stands in ``weights``; ``tests/quality/fit_priority.py`` fits it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PAST: Final = (
    r"went|came|took|made|gave|got|put|brought|built|began|became|left|lost|met|ran|saw|sent|sold|spent|stood|"
    r"taught|won|"
    r"wrote|kept|held|led|cut|fought|found|knew|grew|fell|rose|shot|struck|hit"
)
NUMBER_WORDS: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|dozens?|half|twice|double|quarter)"
)
ONLY_DATE: Final = re.compile(  # numbers that say when, not how many
    rf"{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}|\b(?:19|20)\d\d\b|\b\d{{1,2}}(?::\d\d)? ?[ap]\.?m\b"
)


MOST: Final = {  # how often a sign counts at most, where that is not once
    "number": 3,
    "tells of the past": 3,
    "tells of a deed": 3,
    "speaks of oneself": 3,
    "speaks to the reader": 3,
    "speaks of us": 3,
    "names a person, place or body": 3,
    "several parts": 3,
}
WORDS: Final[dict[str, str]] = {  # signs that single words show, lower case
    "large number": r"hundreds?|thousands?|millions?|billions?|trillions?",
    "number in words": NUMBER_WORDS,
    "money": r"dollars?|euros?|pounds?|budget|deficits?|debt|surplus",
    "taxes, costs or pay": r"tax(?:es|ed)?|costs?|spending|spent|paid|pay|income|wages?|salar\w+|funding|funds?|"
    r"invest\w*",
    "span of time": r"ago|since|during",
    "rise": r"increas\w+|rose|rises?|risen|rising|grew|grow(?:s|n|th|ing)?|doubled|tripled|gain(?:s|ed)",
    "fall": r"decreas\w+|declin\w+|reduc\w+|fell|fall(?:s|en|ing)?|dropp?(?:s|ed|ing)?|cut(?:s|ting)?|los[st]|losing|"
    r"slash\w*",
    "superlative": r"(?!(?:inter|for|requ|prot|inv|hon|harv|sugg|midw|northw|southw|arr|cont|conqu|manif|mod|dig)est$)"
    r"\w{3,}est|first|record|unprecedented",
    "always or never": r"ever|never|always|nobody|everyone|none",
    "average or total": r"average|median|rate|total|majority|amount|level",
    "vote or law": r"vot(?:ed|es?|ing)|veto\w*|sign(?:ed|s)|pass(?:ed|es)|oppos\w+|support(?:ed|s)|propos\w+|"
    r"legislat\w+|bill|amendment|law|act",
    "says what was said": r"said|says|told|called|promised|claim(?:ed|s)|announced|wrote|stated|admitted|reported|"
    r"according",
    "speaks of wrongdoing": r"accus\w+|alleg\w+|charged|fraud\w*|corrupt\w*|brib\w+|lied|lying|lies|stole\w*|"
    r"illegal\w*|"
    r"unlawful\w*|abus\w+|cheat\w*|misled|embezzl\w+|convicted|violat\w+|guilty|criminal\w*|raped?",
    "reports a crime or a death": r"kill\w*|dead|deaths?|died|murder\w*|bomb\w*|attack\w*|injur\w+|wound\w*|shot|"
    r"massacre\w*|tortur\w+|war|terror\w*|invad\w+|invasion",
    "tells of the past": r"was|were|been|had|did|didn't",
    "tells of a deed": rf"[a-z]{{3,}}ed|{PAST}",
    "tells what has come about": r"has|have|\w+'ve",
    "tells how things are": r"is|are|\w+'(?:s|re)",
    "something goes on": r"[a-z]{3,}ing",
    "prediction": r"will|\w+'ll|won't|shall",
    "possibility": r"would|could|might|may|can|\w+'d|cannot|can't",
    "wish or demand": r"should|must|ought|let's|hope|wish|dream|pray",
    "condition": r"if|unless|whether",
    "feeling": r"proud|honou?r(?:ed)?|privilege|grateful|love|believe|trust|faith|vision|committed|courage|"
    r"spirit|glad|"
    r"happy",
    "judging word": r"great|good|bad|important|right|wrong|wonderful|terrible|best|better|tough|strong|hard|true|fair|"
    r"serious|clear|simple|fundamental|disaster\w*",
    "speaks of oneself": r"i|i'\w+|my|me|mine|myself",
    "speaks to the reader": r"you|you'\w+|yours?",
    "speaks of us": r"we|we'\w+|ours?|us",
    "speaks of him or her": r"he|she|(?:he|she)'\w+|him|her|his|hers",
    "speaks of them": r"they|they'\w+|them|their",
    "courtesy": r"thanks?|congratulat\w+|welcome|bless|please|applause|sorry|speaker|distinguished",
    "negation": r"not|no|never|nothing|neither|nor|\w+n't|cannot",
    "speaks of people": r"people|families|children|students|workers|women|men|americans|citizens|jobs?|schools?|"
    r"teachers|"
    r"veterans",
    "public body": r"congress|senate|house|committee|department|agency|court|government|administration|company|"
    r"companies|"
    r"university|police|army|military|ministry|council|board|commission",
    "gives a cause": r"because|therefore|caused?",
}
SHAPES: Final[dict[str, str]] = {  # and those that are shown by more than a word, or by its capitals; some by both
    "number": r"\d[\d,.]*",
    "percentage": r"%|\b[Pp]er ?cent\b|\b[Pp]ercentage|\b[Oo]ne in \w+\b|\bout of (?:every )?\w+",
    "money": r"[$£€]\s?\d",
    "date": rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTH} \d{{1,4}}|\d{{1,2}} {MONTH}|yesterday|"
    r"(?:last|past) (?:night|week|month|year|\w+ years)|\w+ (?:years|months|weeks|days) ago|(?:19|20)\d\d)\b",
    "span of time": r"\b(?:last (?:year|week|month|decade)|(?:in|for|over) the (?:last|past|first)|so far)\b",
    "comparison": r"\b(?:more|less|fewer|higher|lower|larger|greater|better|worse|faster)\b.{0,30}\bthan\b",
    "superlative": r"\bthe most\b|\bin history\b|\bnumber one\b",
    "always or never": r"\b(?:every single|no one|not one)\b",
    "average or total": r"\bnumber of\b",
    "speaks of wrongdoing": r"\bcover(?:ed)? up\b|\bfailed to\b",
    "prediction": r"\bgoing to\b",
    "own intention": r"\b(?:I|[Ww]e)(?: will|'ll| won't|(?: am|'m| are|'re) (?:not )?going to)\b",
    "wish or demand": r"\b(?:needs? to|ha(?:s|ve) to|got to|[Ll]et (?:me|us)|[Ww]e need)\b",
    "number of what is or was": r"\A(?!.*\b(?i:will|going to|would|if|should|must|want)\b|.*'ll\b).*(?:\d|"
    r"\b(?i:hundred|thousand|"
    r"million|billion)s?\b)",
    "says who did what": rf"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Yy]ou)(?: also| then| never| just)? "
    rf"(?:[a-z]{{2,}}ed|{PAST}|had|was|were|did|said|told)\b",
    "opinion": r"\bI(?:'d| (?:think|believe|guess|feel|know|hope|want|wish|mean|suppose|would))\b|"
    r"\b[Ii]n my (?:view|opinion|judgment)\b|\b[Ii]t seems\b",
    "begins with this or it": r"\A(?i:(?:and|but|so|now|well),? )?(?i:this|that|these|those|it|there)\b",
    "begins with a joining word": r"\A(?i:and|but|so|because|or|well|now|then|you know|look|yes|no|okay)\b",
    "question": r"\?[\"')”\s]*\Z",
    "exclamation": r"!",
    "feeling": r"\bI(?:'m| am) (?:\w+ly |so |very )?(?:pleased|convinced|confident|sure|certain|delighted)\b",
    "courtesy": r"\b(?i:good (?:morning|evening|night)|ladies and gentlemen|excuse me|fellow citizens)\b",
    "quotation": r"[“\"][^”\"]{3,}[”\"]",
    "names a person, place or body": r"(?<=[a-z0-9,;:'”] )[A-Z][a-zA-Z]{2,}",
    "full name": r"(?<=[a-z0-9,;:'”] )[A-Z][a-zA-Z]+ (?:of )?[A-Z][a-zA-Z]+",
    "abbreviation": r"\b[A-Z]{2,}\b",
    "names an office": r"\b(?:Senator|Governor|Secretary|Congressman|Representative|Mr|Mrs|Ms|Dr|General|Mayor|"
    r"Chief|Judge|"
    r"(?:[Vv]ice )?[Pp]resident)\b",
    "gives a cause": r"\b(?:that's why|as a result|thanks to)\b",
    "several parts": r",",
}
LENGTHS: Final = {  # words; a short sentence shows each of those that it is under
    "under 16 words": range(16),
    "under 11 words": range(11),
    "under 7 words": range(7),
    "under 4 words": range(4),
    "over 25 words": range(26, 100_000),
    "over 40 words": range(41, 100_000),
}
TOLD_AS: Final[dict[str, str]] = {  # signs that a checker is told of under one name
    "number of what is or was": "number",
    "number in words": "number",
    "large number": "number",
    "full name": "names a person, place or body",
    "abbreviation": "names a person, place or body",
    "tells of the past": "tells what happened",
    "tells of a deed": "tells what happened",
    "tells what has come about": "tells what happened",
    "says who did what": "tells what happened",
    "own intention": "prediction",
    **{name: "short" if name.startswith("under") else "long" for name in LENGTHS},
}
LETTERS: Final = 4.2  # in a word, on average over the sentences that the weights were fitted on
LONG, SHORT = "long words", "short words"
NAMES: Final = tuple(dict.fromkeys([*WORDS, *SHAPES, *LENGTHS, LONG, SHORT]))
_WORD_PATTERNS: Final = [(name, re.compile(pattern)) for name, pattern in WORDS.items()]
_SHAPE_PATTERNS: Final = [(name, re.compile(pattern)) for name, pattern in SHAPES.items()]
_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")
_COMMON_WORD: Final = re.compile(r"(?<![A-Za-z'])[a-z]+(?:'[a-z]+)?\b")
_LETTERS: Final = re.compile(r"[A-Za-z']+|\d[\d,.]*")


def signs_of(text: str) -> dict[str, float]:
    """How often each sign shows in a sentence, up to its limit; signs that do not show are left out.

    ``LONG`` and ``SHORT`` tell how many letters its words have over or under ``LETTERS`` on average.
    """
    text = plain(text)
    found = Counter(name for word in _WORD.findall(text.lower()) for name in _signs_of_word(word))
    for name, pattern in _SHAPE_PATTERNS:
        found[name] += len(pattern.findall(text))
    shown: dict[str, float] = {name: min(count, MOST.get(name, 1)) for name, count in found.items() if count}
    words = _LETTERS.findall(text)
    shown |= {name: 1 for name, lengths in LENGTHS.items() if len(words) in lengths}
    excess = sum(map(len, words)) / max(1, len(words)) - LETTERS
    return shown | ({LONG: excess} if excess > 0 else {SHORT: -excess})


def plain(text: str) -> str:
    """The text with one kind of apostrophe and one of space."""
    return " ".join(text.replace("’", "'").split())


def words_of(text: str) -> list[str]:
    """The words of a sentence, lower case, without numbers and names: a name makes no claim worth checking."""
    text = plain(text)
    return _COMMON_WORD.findall(text[:1].lower() + text[1:])


@lru_cache(maxsize=50_000)
def _signs_of_word(word: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _WORD_PATTERNS if pattern.fullmatch(word))
