"""The claimants of an article: short forms and pronouns put back to the name that they stand for.

A checker searches for "Sihle Zikalala", not for "he". Each source is looked up among the names that stand before it in
the article: a surname in the last full name that ends with it, an acronym in the last name it abbreviates, a pronoun
in the last claimant that fits it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck_tui.claims.attribution import Attribution, find_attribution
from factcheck_tui.claims.first_names import can_be

_NAME: Final = re.compile(
    r"[A-Z][\w’'&.-]{0,40}\w(?:\s(?:(?:of|for|the|de|al|el|bin|van|von|do|da)\s(?:the\s)?)?[A-Z][\w’'&-]{0,40}\w)+"
)
_ORGANISATION: Final = re.compile(
    r"\b(?:the|agency|group|ministry|observatory|command|council|committee|commission|party|university|institute|times|"
    r"post|news|bank|court|office|department|union|organi[sz]ation|association|foundation|centre|center|forces?|army|"
    r"government|community|programme|service|campaign|company|corporation|statement|report|study|document|communique|"
    r"poll|survey|bloc|police|outlet|house|bureau|board|fund|network|station|paper|newspaper|monitor|watch)\b",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"\b(?:spokes(?:man|woman|person)|president|minister|premier|chancellor|secretary|governor|mayor|senator|director|"
    r"general|colonel|captain|major|admiral|chief|professor|doctor|judge|king|queen|prince|princess|bishop|pope|"
    r"[MD]rs?|Ms|Sen|Rep|Gov|Gen|Col)\b\.?(?= [A-Z])",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"[A-Z][\w’'-]*[a-z](?:\s[A-Z][\w’'.-]*)*(?=\s[a-z])")
_NO_SUBJECTS: Final = {
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "But",
    "And",
    "It",
    "He",
    "She",
    "They",
    "We",
    "This",
    "That",
}
_PLURAL: Final = re.compile(r"(?<!s)s$|\b(?:people|police|some|many|others|both|and)\b")
_SHORT_FORM: Final = re.compile(
    r"[Tt]he (?:[\w-]+ )?(?:monitor|watchdog|group|organi[sz]ation|agency|body|bloc|outlet|station|newspaper|paper)$"
)
_UNNAMED_BODY: Final = re.compile(
    r"(?:[Aa]n? )?(?:[\w-]+ ){0,2}(?:[Mm]onitor|watchdog|monitoring group|rights group|observatory|think tank|charity)"
)
_HE: Final = {"he", "she"}
_IT: Final = {"it"}
_THEY: Final = {"they"}
_QUOTATION: Final = re.compile(r"^[“\"]")


@dataclass
class _Named:
    """What of the article so far a later short form can stand for."""

    names: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    organisation: str = ""
    plural: str = ""
    last: Attribution | None = None


def attribute(sentences: Sequence[str], headline: bool = False) -> list[Attribution | None]:
    """The attribution of each sentence of an article, in reading order, claimants by their full names.

    ``headline`` says that the first sentence is one. A quotation without a cue of its own goes on with the speaker
    of the sentence before it.
    """
    named = _Named()
    found: list[Attribution | None] = []
    for index, sentence in enumerate(sentences):
        attribution = find_attribution(sentence, headline and index == 0)
        _read_names(named, sentence)
        if attribution:
            attribution = _resolve(named, attribution)
            _remember(named, attribution)
        elif named.last and _QUOTATION.match(sentence):
            attribution = Attribution(named.last.claimant, "quotation")
        named.last = attribution
        found.append(attribution)
    return _named_later(found)


def _named_later(found: list[Attribution | None]) -> list[Attribution | None]:
    """The same with "a monitoring group" put to the name of the body that is cited next, as news names it late."""
    later = list(found)
    following = ""
    for index in range(len(found) - 1, -1, -1):
        if not (attribution := found[index]):
            continue
        if following and _UNNAMED_BODY.fullmatch(attribution.claimant):
            later[index] = attribution._replace(claimant=following)
            continue
        claimant = attribution.claimant
        following = claimant if _ORGANISATION.search(claimant) and claimant[:1].isupper() and " " in claimant else ""
    return later


def _read_names(named: _Named, sentence: str) -> None:
    sentence = " ".join(sentence.split())
    if (subject := _SUBJECT.match(sentence)) and subject[0] not in _NO_SUBJECTS:
        name = _full_name(named.names, subject[0])
        if is_person(name) and (" " in name or name in named.names):
            named.persons.append(name)
    for found in _NAME.finditer(sentence):
        name = re.sub(r"[’']s$", "", found[0])
        if name.startswith("The "):
            name = name[4:]
        if " " in name:
            named.names.append(name)


def _remember(named: _Named, attribution: Attribution) -> None:
    claimant = attribution.claimant
    if claimant.lower() in _HE | _IT | _THEY | {"i", "we", "you"}:
        return
    if _PLURAL.search(claimant) and not claimant[:1].isupper():
        named.plural = claimant
    elif is_person(claimant):
        named.persons.append(claimant)
    else:
        named.organisation = claimant
    if _PLURAL.search(claimant):
        named.plural = claimant


def is_person(claimant: str) -> bool:
    """Whether a name may be a person's: capitalised, and with no word that only bodies have."""
    if _OFFICE.search(claimant):
        return True
    return claimant[:1].isupper() and not _ORGANISATION.search(claimant) and not claimant.isupper()


def _resolve(named: _Named, attribution: Attribution) -> Attribution:
    reporter = _name_of(named, attribution.reported_by)
    return attribution._replace(claimant=_name_of(named, attribution.claimant), reported_by=reporter)


def _name_of(named: _Named, short: str) -> str:
    """Whom a source as it stands in a sentence stands for."""
    word, name = short.lower(), short
    if word in _HE:
        name = next((person for person in reversed(named.persons) if can_be(word, person)), short)
    elif word in _IT or _SHORT_FORM.match(short):
        name = named.organisation or short
    elif word in _THEY:
        name = named.plural or short
    elif " " not in short and short[:1].isupper():
        name = _full_name(named.names, short)
    return re.sub(r"^[Tt]he (?=[A-Z])", "", name)


def _full_name(names: list[str], short: str) -> str:
    """The last name read that ends with ``short`` or that ``short`` abbreviates, else ``short``."""
    for name in reversed(names):
        words = re.findall(r"[^\s-]+", name)
        if name.endswith(f" {short}") or (short.isupper() and _abbreviates(short, words)):
            return name
    return short


def _abbreviates(short: str, words: list[str]) -> bool:
    """Whether ``short`` is made of beginnings of ``words``, in order, each capitalised word giving at least a letter.

    So SADC is the Southern African Development Community and CENTCOM the (US) Central Command.
    """
    capitals = [word.upper() for word in words if word[:1].isupper()]
    return any(_made_of(short, capitals[skip:]) for skip in range(min(2, len(capitals))))


def _made_of(short: str, words: list[str]) -> bool:
    if not words or not short:
        return not words and not short
    return any(
        short[:size] == words[0][:size] and _made_of(short[size:], words[1:])
        for size in range(1, min(4, len(short), len(words[0])) + 1)
    )
