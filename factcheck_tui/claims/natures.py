"""What a claim states, by the words that show it: a checker looks for another source for each.

The first nature that fits is the claim's, in the order of what goes wrong most harmfully: an accusation with a number
in it is an accusation. ``answered`` says whether the accused have their say in the same text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck_tui.claims.signs import MONTH, NUMBER_WORDS, ONLY_DATE, PAST
from factcheck_tui.model import Nature

_ACCUSATION: Final = re.compile(
    r"\b(?:accus(?:e[sd]?|ing|ations?)|alleg(?:es?|ing|ed that|ations?)|blam(?:e[sd]?|ing)|denounc\w+|"
    r"charged with|guilty of|convicted|indicted|fraud\w*|corrupt(?:ion|ly)?|brib\w+|embezzl\w+|(?:has|have|"
    r"had) lied|lied|"
    r"lying|stole|stolen|illegally|unlawfully|"
    r"abused|cheat(?:ed|ing)|misled|violat(?:e[sd]?|ing|ions?)|raped?|covered up|war crimes?|atrocit(?:y|ies)|"
    r"tortured?|plagiari\w+|launder\w+|negligen\w+)\b",
    re.IGNORECASE,
)
_RECORD: Final = re.compile(
    r"\b(?:the|its|his|her|their|Africa[’']s|\w+[’']s) (?:[\w-]+ ){0,2}?(?:(?:larg|bigg|high|low|old|young|"
    r"great|fast|deadli|"
    r"long|small|strong|weak|rich|poor|tall|earli|lat|wors|clos|heavi|hott|cold|cheap)est|best|worst|most \w+|"
    r"least \w+)\b|"
    r"\bfor the first time\b|\bthe first (?:\w+ ){0,4}(?:to|since|ever|in)\b|\bfirst[- ]ever\b|\brecord[- ]"
    r"(?:breaking|high|low|\w+)\b|\b(?:all-time|a|new) record\b|\bunprecedented\b|\bnever before\b|"
    r"\bsince records began\b|"
    r"\b(?:second|third|fourth|fifth|sixth)-(?:larg|bigg|high|old|deadli|long)est\b",
    re.IGNORECASE,
)
_PREDICTION: Final = re.compile(
    r"\b(?:will|won['’]t|shall)\b(?! of\b)|['’]ll\b|\b(?:is|are|was|were) (?:\w+ )?(?:expected|forecast|"
    r"projected|predicted|set|"
    r"due|likely|unlikely|poised|bound|going) to\b|\b(?:expects?|predicts?|forecasts?|warn(?:s|ed) that)\b|"
    rf"\bby (?:20[3-9]\d|next {MONTH}|next year|the end of)\b|\bplans? to\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    rf"\d|\b(?:{NUMBER_WORDS}|hundreds?|thousands?|millions?|billions?|per ?cent)\b", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"[“\"«][^”\"»]*[”\"»]?")
_QUOTED_FIRST: Final = re.compile(r"[“\"«](?:[^\s”\"»]+\s+){3}")  # the rest is who said it
_EVENT: Final = re.compile(
    rf"\b(?:{PAST}|\w{{3,}}ed|was|were|took place|happened|(?:has|have|had) \w+(?:ed|en|wn)|(?:has|have) been)\b"
)
_DENIAL: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:es?|"
    r"ed|ing)|"
    r"declined to comment|no comment|(?:did|has|have|had) not (?:\w+ )?(?:respond\w*|repl\w+|comment\w*|answer\w*)|"
    r"could not be reached|respon(?:ds?|ded|se)|replied|repl(?:y|ies)|insist(?:s|ed)?|defend(?:s|ed)|apologi[sz]ed)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"\b(?:[A-Z][\w’'-]*[a-z]|[A-Z]{2,})\b")
_NO_NAMES: Final = {
    *(
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "By",
        "For",
        "From",
        "After",
        "Before",
        "According",
        "As",
        "If",
        "When",
        "While",
    ),
    *("He", "She", "It", "They", "We", "I", "But", "And", "So", "This", "That", "His", "Her", "Its", "Their"),
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
QUOTED_SHARE: Final = 0.5  # of a sentence's letters within quotation marks, from which it is a quotation


def nature_of(text: str) -> Nature:
    """What a sentence states."""
    outside = _QUOTED.sub(" ", text)
    if _ACCUSATION.search(text):
        return Nature.ACCUSATION
    if len(outside) < QUOTED_SHARE * len(text) or _QUOTED_FIRST.match(text):
        return Nature.QUOTATION
    if _RECORD.search(outside):
        return Nature.RECORD
    if _PREDICTION.search(outside):
        return Nature.PREDICTION
    if _NUMBER.search(ONLY_DATE.sub(" ", outside)):
        return Nature.STATISTIC
    return Nature.EVENT if _EVENT.search(outside) else Nature.BACKGROUND


def answered(accusation: str, accuser: str, others: Sequence[tuple[str, str]]) -> bool:
    """Whether somebody whom an accusation names answers in other sentences, each given with its claimant.

    Who is named is accused, but for the accuser; an answer is a denial, a reply or the words that none was given, said
    by the accused or beside their name.
    """
    accused = _names(accusation) - _names(accuser)
    if _DENIAL.search(accusation):
        return True
    return any(_DENIAL.search(text) and accused & (_names(text) | _names(claimant)) for text, claimant in others)


def _names(text: str) -> set[str]:
    return {found[0].removesuffix("’s").removesuffix("'s") for found in _NAME.finditer(text)} - _NO_NAMES
