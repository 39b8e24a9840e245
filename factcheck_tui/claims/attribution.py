"""Who says what a sentence says: the words that attribute it (the cue) and the source they name.

Rules over words, not a parser: a reporting verb with its subject before it ("the ministry said"), behind it
("..., said the ministry") or parted from it by an apposition, "according to", "quoted as saying", and the colon of
headlines. What stands within quotation marks is hidden first, so that a quoted "he said" attributes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

HIDDEN: Final = "¤"  # stands for each character of a quotation

_SPEECH: Final = (
    "said|says|say|told|tells|added|adds|noted|notes|confirmed|confirms|announced|announces|"
    "reported|reports|warned|warns|claimed|claims|stated|wrote|writes|tweeted|tweets|"
    "argued|argues|insisted|insists|explained|explains|acknowledged|acknowledges|admitted|admits|alleged|alleges|"
    "declared|declares|denied|denies|emphasized|emphasised|estimated|estimates|predicted|predicts|promised|promises|"
    "pledged|pledges|recalled|recalls|replied|replies|responded|responds|revealed|reveals|stressed|stresses|suggested|"
    "suggests|testified|testifies|vowed|vows|concluded|concludes|contended|contends|disclosed|discloses|cautioned|"
    "complained|complains|maintained|maintains|mentioned|observed|remarked|reiterated|asserted|asserts|asked|asks|"
    "called|calls|urged|urges|accused|accuses|described|describes|criticized|criticised|blamed|blames|praised|joked|"
    "quipped|conceded|concedes|proposed|proposes|demanded|demands|indicated|indicates|found|finds|"
    "shows|showed|ordered|agreed|agrees|boasted|lamented|cited|cites|pointed out|points out"
)
_THOUGHT: Final = (
    "believe|believes|believed|think|thinks|thought|hope|hopes|hoped|expect|expects|expected|want|wants|wanted|"
    "feared|planned|knew|feel|feels|felt|decided|argue|suggest|estimate|claim|insist|predict|acknowledge|warn"
)
_VERB: Final = re.compile(rf"\b(?:{_SPEECH}|{_THOUGHT})\b")
_HEADLINE_VERB: Final = re.compile(_VERB.pattern, re.IGNORECASE)  # headlines may capitalise every word
_PARTED: Final = re.compile(  # the subject stands before the verb after all: "Ann Roe, head of the board, said"
    r",\s(?:who|which|whose)\b[^,]*,$|^(?!(?:In|On|At|By|For|From|After)\s)(?:[A-Z][\w’'.-]*\s?){1,6},\s[^,]+,$"
)
_NAMED_ROLE: Final = re.compile(  # "..., its mayor, Ann Roe," said: the name belongs to the office before it
    r",\s(?:its|the|his|her|their|a|an)\s[a-z][\w’'-]*(?:\s[\w’'-]+){0,5},\s(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,3})$"
)
_THIRD_PERSON: Final = re.compile(r"(?!says\b)\w+s$")  # may be a plural noun as well: "estimates", "reports"
_BARE_NOUN: Final = re.compile(r"[^A-Z]*\b(?:earlier|new|recent|several|many|some|other|more|official|such)$|[a-z]+$")
_BEHIND: Final = re.compile(  # verbs whose subject may follow them
    r"(?:said|says|added|adds|wrote|writes|asked|reported|reports|explained|noted|warned|recalled|tweeted|"
    r"argued|argues|insisted|replied|concluded|announced|confirmed|stated|claimed)\b"
)
_ACCORDING: Final = re.compile(r"\b[Aa]ccording to |\b[Aa]s (?:reported|confirmed|announced) by ")
_QUOTED: Final = re.compile(
    r"\b(?:was|were|is|are|been) (?:also |widely )?(?:quoted|cited) (?:by [^,]{1,40} )?as saying"
)
_NOUN_BEFORE: Final = {
    "the",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
    "these",
    "those",
    "such",
    "of",
    "to",
    "no",
    "any",
}
_AUXILIARY: Final = re.compile(
    r"\s(?:has|have|had|also|long|later|then|once|again|still|now|even|just|never|often|further|first|would|will|did|does|"
    r"do|not|could|may|might|should|both|all|[a-z]+ly|on \w+day|\w+day|last (?:week|month|year)|this week|in \d{4})$"
)
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being|to|cannot|can't|n't)$")
_EDGE: Final = re.compile(
    rf"[,;:—–()\[\]“”\"{HIDDEN}]|\s-{{1,2}}\s|\.\.\.|…|"
    r"\b(?:that|but|as|because|while|when|where|if|which|after|before|since|than|though|although|whether|what|how|so|"
    r"is|are|was|were|has|have|had|who|whom|until|like)\b",
)
_PRONOUN: Final = re.compile(r"(?:^|[\s(])(?P<pronoun>[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou)$")
_WHEN: Final = re.compile(
    r"(?:(?:On|In|At|By|Last|Earlier|During|For|From)\s(?:[a-z]+\s)*(?:\w+day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|week|month|year|\d{4})(?:\s\d{1,2})?\s|"
    r"(?:And|But|Yet|So|Still|Now|Then|Also|However|Meanwhile|Earlier|Later|Instead|Even|Or)\s)+"
)
_STARTERS: Final = (
    "the|a|an|his|her|its|their|our|some|many|several|most|other|another|one|two|three|four|both|all|few|these|those|"
    "every|each|no"
)
_FOLLOWING: Final = re.compile(  # a noun phrase from its start to the first sign that it is over
    rf"(?P<name>(?:(?:{_STARTERS}|[A-Z][\w’'.&-]*|[a-z][\w’'-]*|\d[\d,.]*)\s?)"
    r"(?:(?!\b(?:that|which|who|whom|on|in|at|during|after|before|as|to|when|while|but|saying|adding|by|is|was|were|are|"
    r"has|have|had|will|would|could|about|told)\b)[\w’'.&/-]+\s?){0,9})"
)
_HEADED: Final = re.compile(r"(?P<name>[A-Z][\w’'.-]*(?:\s[\w’'.-]+){0,5}):\s?(?=¤)")
_AGENTS: Final = (
    r"police|officials?|report|study|poll|minister|president|PM|UN|WHO|army|military|ministry|government|court|experts?|"
    r"analysts?|scientists?|witness(?:es)?|survey|sources?|monitors?|lawyers?|mayor|governor|spokes(?:man|woman|person)"
)
_HEADLINE: Final = re.compile(
    rf"^(?P<first>(?:[A-Z][\w’'.-]*\s){{0,3}}(?:{_AGENTS})):\s|:\s(?P<last>(?:[\w’'.-]+\s){{0,3}}(?:{_AGENTS}))$",
    re.IGNORECASE,
)
_QUOTATION: Final = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_NO_NAME: Final = re.compile(  # prepositions and joining words, that begin a piece of a clause and no source
    r"(?:in|on|at|by|with|without|after|before|for|from|to|of|about|and|or|nor|then|not|sent|into|over|under|during|"
    r"through|against|between|as|while|if|when|because|since|once|until|although|though|despite|that|how|what|"
    r"why|where|which)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 12  # words of a source; a longer one has swallowed part of a clause


class Attribution(NamedTuple):
    """The source as it stands in the sentence, and the words that make it the source."""

    claimant: str
    cue: str


def find_attribution(sentence: str, headline: bool = False) -> Attribution | None:
    """The first attribution that a sentence makes outside quotation marks; None when it makes none."""
    masked = hide_quotations(" ".join(sentence.split()))
    rules = (_headline(masked) if headline else iter(()), _marked(masked), _verbs(masked, headline), _headed(masked))
    return next((found for rule in rules for found in rule if found.claimant), None)


def hide_quotations(sentence: str) -> str:
    """The sentence with each character between quotation marks hidden; an open quotation runs to the end."""
    return _QUOTATION.sub(lambda found: HIDDEN * len(found[0]), sentence)


def _headline(masked: str) -> Iterator[Attribution]:
    if found := _HEADLINE.search(masked):
        yield Attribution(found["first"] or found["last"], ":")


def _headed(masked: str) -> Iterator[Attribution]:
    if found := _HEADED.match(masked):
        yield Attribution(found["name"], ":")


def _marked(masked: str) -> Iterator[Attribution]:
    """Attributions by fixed words."""
    for found in _ACCORDING.finditer(masked):
        yield Attribution(_name_after(masked[found.end() :]), found[0].strip().lower())
    for found in _QUOTED.finditer(masked):
        yield Attribution(_name_before(masked[: found.start()]), found[0])


def _verbs(masked: str, headline: bool) -> Iterator[Attribution]:
    """Attributions by a reporting verb, in the order of the sentence."""
    for found in (_HEADLINE_VERB if headline else _VERB).finditer(masked):
        left, right = masked[: found.start()].rstrip(), masked[found.end() :].lstrip()
        while auxiliary := _AUXILIARY.search(left):
            left = left[: auxiliary.start()].rstrip()
        word = left.rsplit(None, 1)[-1].lower() if left else ""
        if word in _NOUN_BEFORE or _PASSIVE.search(left):
            continue
        name = _inverted(left, right, found[0]) or _name_before(left)
        if not (_THIRD_PERSON.match(found[0]) and _BARE_NOUN.match(name)):
            yield Attribution(name, found[0].lower())


def _inverted(left: str, right: str, verb: str) -> str:
    """The subject behind its verb, where a quotation or clause stands before the verb; else ""."""
    if not _BEHIND.match(verb) or not left or left[-1] not in f",”\"?!{HIDDEN}’'" or _PARTED.search(left):
        return ""
    name = _name_after(right)
    if not name or _PRONOUN.search(name):
        return ""
    rest = right[len(name) :].lstrip()
    if left[-1] != "," or rest[:1] in (",", ".", ""):
        return name
    return name if left[-2:-1] == HIDDEN and name[:1].isupper() else ""


def _name_after(right: str) -> str:
    """The noun phrase at the start of ``right``."""
    found = _FOLLOWING.match(right)
    if not found:
        return ""
    name = re.split(r"[,;:.](?:\s|$)|\s(?=¤)", found["name"])[0]
    return re.sub(r"\s(?:and|or|of|for|with|from|late|early|\w+day)$", "", name.strip(" .,")).strip()


def _name_before(left: str) -> str:
    """The noun phrase at the end of ``left``, over an apposition or a relative clause between commas if need be."""
    left = left.rstrip()
    if left.endswith(","):
        if named := _NAMED_ROLE.search(left[:-1]):
            return named["name"]
        left = _before_apposition(left[:-1])
    if pronoun := _PRONOUN.search(left):
        return pronoun["pronoun"]
    edges = [found.end() for found in _EDGE.finditer(left)]
    start = edges[-1] if edges else 0
    if start == len(left) and len(edges) > 1 and left.endswith(")"):  # "the Community (SADC) said"
        opening = left.rfind("(")
        return _name_before(left[:opening]) if opening > 0 else ""
    if re.search(r"\b(?:who|which|whom|that)$", left):
        return _name_before(re.sub(r",?\s*\w+$", "", left))
    return _noun_phrase(left[start:])


def _before_apposition(left: str) -> str:
    """``left`` cut before the apposition that ends it; the first comma whose left side is a name wins."""
    if relative := list(re.finditer(r",\s(?:who|which|whose)\b", left)):
        return left[: relative[-1].start()]
    commas = [found.start() for found in re.finditer(",", left)]
    for comma in reversed(commas):
        name = _noun_phrase(_EDGE.split(left[:comma])[-1])
        if name and any(word[:1].isupper() for word in name.split()[-2:]):
            return left[:comma]
    return left[: commas[-1]] if commas else ""


def _noun_phrase(words: str) -> str:
    """A source from the words before a verb: times and conjunctions off its front, "" when none is left."""
    words = _WHEN.sub("", words.strip() + " ", count=1).strip() if words.strip() else ""
    parts = words.split(" and ")
    if len(parts) > 1 and len(words.split()) > 7:
        words = parts[-1]
    found = re.search(rf"(?:^|\s)(?:{_STARTERS})\s[^\d]*$|(?:^|\s)[A-Z].*$|^[a-z][\w-]+(?:\s[\w-]+){{0,3}}$", words)
    name = re.sub(r"\s(?:and|or|of)$", "", found[0].strip()) if found else ""
    if _NO_NAME.match(name):
        return ""
    return name if 0 < len(name.split()) <= _LONGEST and any(map(str.isalpha, name)) else ""
