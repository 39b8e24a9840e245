"""Who says what a sentence says: the words that attribute it (the cue) and the source they name.

Rules over words, not a parser: a reporting verb with its subject before it ("the ministry said"), behind it
("..., said the ministry") or parted from it by an apposition, "according to", "quoted as saying", and the colon of
headlines. What stands within quotation marks is hidden first, so that a quoted "he said" attributes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck_tui.claims.cues import ANY_CASE, BASE_FORMS, OTHER, SAID
from factcheck_tui.claims.noun_phrases import HIDDEN, PRONOUN_AT_END, TIME_BEFORE, name_after, name_before

_PARTED: Final = re.compile(  # the subject stands before the verb after all: "Ann Roe, head of the board, said"
    r",\s(?:who|which|whose)\b[^,]*,$|^(?!(?:In|On|At|By|For|From|After)\s)(?:[A-Z][\w’'.-]*\s?){1,6},\s[^,]+,$"
)
_THIRD_PERSON: Final = re.compile(r"(?!says\b)\w+s$")  # may be a plural noun as well: "estimates", "reports"
_BARE_NOUN: Final = re.compile(r"[^A-Z]*\b(?:earlier|new|recent|several|many|some|other|more|official|such)$|[a-z]+$")
_BEHIND: Final = re.compile(  # verbs whose subject may follow them
    r"(?:said|says|added|adds|wrote|writes|asked|reported|reports|explained|noted|warned|recalled|tweeted|"
    r"argued|argues|insisted|replied|concluded|announced|confirmed|stated|claimed)\b"
)
_ACCORDING: Final = re.compile(r"\b[Aa]ccording to |\b[Aa]s (?:reported|confirmed|announced) by ")
_QUOTED: Final = re.compile(
    r"\b(?:was|were|is|are|been) (?:also |widely )?(?:quoted|cited) (?:by (?P<by>[^,]{1,40}) )?as saying"
)
_CITED_AS: Final = re.compile(r"\b(?P<verb>cited|quoted|cites|quotes) (?P<name>[^,;:]{2,80}?) as saying\b")
_CITING: Final = re.compile(r",?\s(?P<verb>citing|quoting)\s(?!as\b)")
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
_NOUN_BEFORE_THIS: Final = re.compile(r"[,;]|(?:of|for|about|on|over)\b")  # "Five Questions for", in a headline
_AUXILIARY: Final = re.compile(
    r"\s(?:has|have|had|also|long|later|then|once|again|still|now|even|just|never|often|further|first|would|will|did|does|"
    r"do|not|could|may|might|should|both|all|[a-z]+ly|on \w+day|\w+day|last (?:week|month|year)|this week|in \d{4})$"
)
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being|to|cannot|can't|n't)$")
_SPEAKER: Final = re.compile(r"[“\"]?(?P<name>[A-Z]{3,}(?:\s[A-Z]{2,}){0,2}):\s")  # of a dialogue: "WALLACE: Let's …"
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
_PRONOUNS: Final = r"^(?:I|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou|[Ww]ho)$"
_PEOPLE: Final = (
    r"\w+(?:ers|ists|ians|ors|aides|ials|cans|crats|critics|analysts|experts|students|parents|residents|people|men|"
    r"women|states|leaders|groups|companies|countries)$"
)
_NAME_AT_END: Final = rf"[A-Z][\w’'.-]*\)?$|{_PRONOUNS}|{_PEOPLE}"
_SURE_SUBJECT: Final = re.compile(  # of a verb that may be something else: a name, a pronoun, people, "the ministry"
    rf"{_NAME_AT_END}|^(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Bb]oth|\d+)\s"
)
_SURE_SINGULAR: Final = re.compile(rf"[A-Z][\w’'.-]*\)?$|{_PRONOUNS}")  # of "plans", which may be a noun
_SURE_PLURAL: Final = re.compile(
    rf"^(?:I|[Tt]hey|[Ww]e|[Yy]ou)$|^(?!an? ){_PEOPLE}|\b(?:and)\b.*[A-Z][\w’'.-]*$"
)  # of "plan"
_CLAUSE: Final = re.compile(  # a sentence's subject, up to its verb
    r"(?P<name>(?:[Tt]he |[Aa]n? )?(?:[\w’'.&-]+\s){0,5}?[\w’'.&-]+),?\s"
    r"(?:has|have|had|is|are|was|were|will|would|did|does|also|then|\w{3,}ed|went|took|made|gave|sent|spoke|told|held)\b"
)


class Attribution(NamedTuple):
    """The source as it stands in the sentence, and the words that make it the source."""

    claimant: str
    cue: str
    reported_by: str = ""  # who says that the claimant said it, where that is not the article


def find_attribution(sentence: str, headline: bool = False) -> Attribution | None:
    """The attribution that a sentence makes outside quotation marks; None when it makes none.

    Of several the one by fixed words or a verb of speech wins over those by verbs that may mean other things.
    """
    sentence = " ".join(sentence.split())
    if speaker := _SPEAKER.match(sentence):
        return Attribution(speaker["name"].title(), ":")
    masked = hide_quotations(sentence)
    rules: tuple[Iterator[Attribution], ...]
    if headline:
        rules = (_headline(masked), _marked(masked), _verbs(masked, ANY_CASE), _headed(masked))
    else:
        rules = (
            *(_chained(masked), _marked(masked), _verbs(masked, SAID)),
            *(_headed(masked), _verbs(masked, OTHER), _quoting(masked)),
        )
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


def _chained(masked: str) -> Iterator[Attribution]:
    """Attributions over two mouths: "X cited Y as saying", "Y was quoted by X as saying", "X reported, citing Y"."""
    for found in _CITED_AS.finditer(masked):
        yield Attribution(name_after(found["name"]), f"{found['verb']} as saying", _reporter(masked[: found.start()]))
    for found in _QUOTED.finditer(masked):
        by = name_after(found["by"]) if found["by"] else ""
        yield Attribution(name_before(masked[: found.start()]), found[0], by)
    for found in _CITING.finditer(masked):
        reporter = next((each.claimant for each in _verbs(masked[: found.start()], SAID)), "")
        yield Attribution(name_after(masked[found.end() :]), found["verb"], reporter)


def _reporter(left: str) -> str:
    return name_before(_without_auxiliaries(left.rstrip()))


def _quoting(masked: str) -> Iterator[Attribution]:
    """Whoever a sentence is about that holds some quoted words, where no other words say whose they are."""
    subject = _CLAUSE.match(TIME_BEFORE.sub("", masked, count=1))
    if subject and HIDDEN * 6 in masked[subject.end() :] and _SURE_SINGULAR.search(subject["name"]):
        yield Attribution(subject["name"], "quoted words")


def _marked(masked: str) -> Iterator[Attribution]:
    """Attributions by fixed words."""
    for found in _ACCORDING.finditer(masked):
        yield Attribution(name_after(masked[found.end() :]), found[0].strip().lower())


def _verbs(masked: str, verbs: re.Pattern[str]) -> Iterator[Attribution]:
    """Attributions by a reporting verb, in the order of the sentence."""
    for found in verbs.finditer(masked):
        left, right = masked[: found.start()].rstrip(), masked[found.end() :].lstrip()
        left = _without_auxiliaries(left)
        if found[0].endswith("ing"):
            name = _of_participle(masked, left)
        elif _is_no_verb(left) or (verbs is ANY_CASE and _is_headline_noun(found[0], right)):
            continue
        else:
            name = _inverted(left, right, found[0]) or name_before(left)
        bare = left == masked[: found.start()].rstrip()
        doubtful = verbs is not SAID and not _subject_of(found[0].lower(), bare).search(name)
        if not doubtful and not (_THIRD_PERSON.match(found[0]) and _BARE_NOUN.match(name)):
            yield Attribution(name, found[0].lower())


def _subject_of(verb: str, bare: bool) -> re.Pattern[str]:
    """What a form must have as its subject to be a verb, when it may be a noun; ``bare``: with no auxiliary."""
    if verb.endswith("s") and bare:
        return _SURE_SINGULAR
    if bare and not verb.endswith(("ed", "ing")) and verb in BASE_FORMS:
        return _SURE_PLURAL
    return _SURE_SUBJECT


def _without_auxiliaries(left: str) -> str:
    while auxiliary := _AUXILIARY.search(left):
        left = left[: auxiliary.start()].rstrip()
    return left


def _is_no_verb(left: str) -> bool:
    """Whether what follows ``left`` is a noun ("his claims"), a passive or an infinitive."""
    word = left.rsplit(None, 1)[-1].lower() if left else ""
    return word in _NOUN_BEFORE or word.endswith(("'s", "’s")) or bool(_PASSIVE.search(left))


def _is_headline_noun(verb: str, right: str) -> bool:
    """Whether a word of a headline that may be a noun stands where a verb would not: at its end, or before "for"."""
    return not SAID.fullmatch(verb.lower()) and bool(_NOUN_BEFORE_THIS.match(right or ","))


def _of_participle(masked: str, left: str) -> str:
    """The subject of "is claiming", or of the clause that ", claiming" hangs on; "" for any other -ing."""
    if found := re.search(r"(?:\s(?:is|are|was|were|been)|['’]s|['’]re)$", left):
        return name_before(_without_auxiliaries(left[: found.start()].rstrip()))
    if not left.endswith((",", " and")):
        return ""
    subject = _CLAUSE.match(TIME_BEFORE.sub("", masked, count=1))
    return subject["name"].strip(" ,") if subject else ""


def _inverted(left: str, right: str, verb: str) -> str:
    """The subject behind its verb, where a quotation or clause stands before the verb; else ""."""
    if not _BEHIND.match(verb) or not left or left[-1] not in f",”\"?!{HIDDEN}’'" or _PARTED.search(left):
        return ""
    name = name_after(right)
    if not name or PRONOUN_AT_END.search(name):
        return ""
    rest = right[len(name) :].lstrip()
    if left[-1] != "," or rest[:1] in (",", ".", ""):
        return name
    return name if left[-2:-1] == HIDDEN and name[:1].isupper() else ""
