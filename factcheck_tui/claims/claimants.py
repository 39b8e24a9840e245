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
_PLURAL: Final = re.compile(r"(?<!s)s$|\b(?:people|police|some|many|others|both|and)\b")
_SHORT_FORM: Final = re.compile(
    r"[Tt]he (?:[\w-]+ )?(?:monitor|watchdog|group|organi[sz]ation|agency|body|bloc|outlet|station|newspaper|paper)$"
)
_HE: Final = {"he", "she"}
_IT: Final = {"it"}
_THEY: Final = {"they"}
_QUOTATION: Final = re.compile(r"^[“\"‘']")


@dataclass
class _Named:
    """What of the article so far a later short form can stand for."""

    names: list[str] = field(default_factory=list)
    person: str = ""
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
    return found


def _read_names(named: _Named, sentence: str) -> None:
    for found in _NAME.finditer(" ".join(sentence.split())):
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
        named.person = claimant
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
    claimant = attribution.claimant
    word = claimant.lower()
    if word in _HE:
        claimant = named.person or claimant
    elif word in _IT or _SHORT_FORM.match(claimant):
        claimant = named.organisation or claimant
    elif word in _THEY:
        claimant = named.plural or claimant
    elif " " not in claimant and claimant[:1].isupper():
        claimant = _full_name(named.names, claimant)
    return attribution._replace(claimant=re.sub(r"^[Tt]he (?=[A-Z])", "", claimant))


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
