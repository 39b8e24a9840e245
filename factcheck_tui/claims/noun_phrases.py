"""The noun phrase that ends before a verb, or begins behind one: whom a sentence names as its source."""

from __future__ import annotations

import re
from typing import Final

HIDDEN: Final = "¤"  # stands for each character of a quotation
_NAMED_ROLE: Final = re.compile(  # "..., its mayor, Ann Roe," said: the name belongs to the office before it
    r",\s(?:its|the|his|her|their|a|an)\s[a-z][\w’'-]*(?:\s[\w’'-]+){0,5},\s(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,3})$"
)
_EDGE: Final = re.compile(
    rf"[,;:—–()\[\]“”\"{HIDDEN}]|\s-{{1,2}}\s|\.\.\.|…|"
    r"\b(?:that|but|as|because|while|when|where|if|which|after|before|since|than|though|although|whether|what|how|so|"
    r"is|are|was|were|has|have|had|who|whom|until|like)\b",
)
PRONOUN_AT_END: Final = re.compile(r"(?:^|[\s(])(?P<pronoun>[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou)$")
TIME_BEFORE: Final = re.compile(
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
_NO_NAME: Final = re.compile(  # prepositions and joining words, that begin a piece of a clause and no source
    r"(?:in|on|at|by|with|without|after|before|for|from|to|of|about|and|or|nor|then|not|sent|into|over|under|during|"
    r"through|against|between|as|while|if|when|because|since|once|until|although|though|despite|that|how|what|"
    r"why|where|which)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 12  # words of a source; a longer one has swallowed part of a clause


def name_after(right: str) -> str:
    """The noun phrase at the start of ``right``."""
    found = _FOLLOWING.match(right)
    if not found or _NO_NAME.match(right):
        return ""
    name = re.split(r"[,;:.](?:\s|$)|\s(?=¤)", found["name"])[0]
    name = re.sub(r"\s(?:and|or|of|for|with|from|late|early|\w+day)$", "", name.strip(" .,")).strip()
    return "" if re.fullmatch(r"[A-Z]\w+day", name) else name


def name_before(left: str) -> str:
    """The noun phrase at the end of ``left``, over an apposition or a relative clause between commas if need be."""
    left = left.rstrip()
    if left.endswith(","):
        if named := _NAMED_ROLE.search(left[:-1]):
            return named["name"]
        left = _before_apposition(left[:-1])
    if pronoun := PRONOUN_AT_END.search(left):
        return pronoun["pronoun"]
    edges = [found.end() for found in _EDGE.finditer(left)]
    start = edges[-1] if edges else 0
    if start == len(left) and len(edges) > 1 and left.endswith(")"):  # "the Community (SADC) said"
        opening = left.rfind("(")
        return name_before(left[:opening]) if opening > 0 else ""
    if re.search(r"\b(?:who|which|whom|that)$", left):
        return name_before(re.sub(r",?\s*\w+$", "", left))
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
    words = TIME_BEFORE.sub("", words.strip() + " ", count=1).strip() if words.strip() else ""
    parts = words.split(" and ")
    if len(parts) > 1 and len(words.split()) > 7:
        words = parts[-1]
    found = re.search(rf"(?:^|\s)(?:{_STARTERS})\s[^\d]*$|(?:^|\s)[A-Z].*$|^[a-z][\w-]+(?:\s[\w-]+){{0,3}}$", words)
    name = re.sub(r"\s(?:and|or|of)$", "", found[0].strip()) if found else ""
    if _NO_NAME.match(name):
        return ""
    return name if 0 < len(name.split()) <= _LONGEST and any(map(str.isalpha, name)) else ""
