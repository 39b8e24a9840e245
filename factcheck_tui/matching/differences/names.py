"""The names in a statement: words with capitals that belong together, with what stands beside them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from factcheck_tui.matching.differences.known_names import KNOWN, PARTICLES, TITLES
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.word_lists import listed
from factcheck_tui.matching.words import STOP_WORDS

_JOINING = frozenset(
    {"of", "for", "the", "de", "la", "bin", "al", "ez", "az", "el", "-", "‑", "van", "von", "der", "du", "da"}
)
_FEW = 6  # words that are too few to tell a headline by
_SHOUTED = 0.7  # share of words with a capital beyond which a text is a headline and capitals say nothing
_COMMON_ENDS = (
    "tion",
    "ment",
    "ness",
    "ity",
    "ing",
    "ism",
    "ance",
    "ence",
    "ics",
    "men",
    "ists",
    "ly",
    "ed",
    "ers",
    "ship",
)
_NO_NAMES = listed(
    "police parliament congress government people officials lawmakers senate court courts doctor doctors nurse "
    "nurses women men children crime coffee sugar salt tea milk meat water oil gas fuel bread rent inflation "
    "internet i today yesterday tomorrow god dad mum mom breaking news video photo watch update fact false true "
    "fake nobody everyone someone anyone something nothing everything half most many few several some all each "
    "every two three four five six seven eight nine ten dozens hundreds thousands millions more less fewer nearly "
    "almost about according since despite although while when where what why how if however meanwhile now then "
    "here there shares prices wages houses homes schools hospitals scientists researchers experts studies study "
    "data polls voters"
)


class Name(NamedTuple):
    """A name where it stands."""

    start: int
    end: int
    words: tuple[str, ...]  # folded, without titles and particles
    letters: str  # the first letters of all its words: "World Health Organization" is "who"
    groups: frozenset[str]  # of ``KNOWN``
    sure: bool  # not only a capital at the beginning of a sentence
    left: str  # the word before it, "" where a sentence begins
    right: str  # stem of the next telling word
    acronym: bool
    office: bool  # "Prince of Wales": it names a place, and means who is in office there


def names(text: str, tokens: tuple[Token, ...], taken: Collection[int]) -> tuple[Name, ...]:
    """The names among ``tokens`` in reading order; those at the indices in ``taken`` belong to dates."""
    words = [token for token in tokens if token.group in ("word", "name") and token.text not in STOP_WORDS]
    if len(words) >= _FEW and sum(token.capital for token in words[1:]) > _SHOUTED * (len(words) - 1):
        return ()
    found = []
    at = 0
    while at < len(tokens):
        if at in taken or not _is_part(text, tokens[at]):
            at += 1
            continue
        end = at + 1
        while (step := _goes_on(text, tokens, end, taken)) > 0:
            end += step
        if name := _name(text, tokens, at, end):
            found.append(name)
        at = end
    return tuple(found)


def _is_part(text: str, token: Token) -> bool:
    """Whether a word can be (part of) a name: a capital, and no common word unless all of it is in capitals."""
    if token.group == "name":
        return token.capital
    shouted = text[token.start : token.end].isupper() and token.end - token.start > 1
    return token.group == "word" and token.capital and (token.text not in STOP_WORDS or shouted)


def _goes_on(text: str, tokens: tuple[Token, ...], at: int, taken: Collection[int]) -> int:
    """How many tokens from ``at`` still belong to the name before them."""
    if at >= len(tokens) or at in taken:
        return 0
    if _is_part(text, tokens[at]):
        return 1
    last = tokens[at - 1]
    if tokens[at].text == "." and len(last.text) <= 2 and at + 1 < len(tokens) and _is_part(text, tokens[at + 1]):
        return 2  # "George W. Bush"
    for length in (1, 2, 3):
        joined = tokens[at : at + length]
        beyond = at + length
        joins = beyond < len(tokens) and beyond not in taken and all(one.text in _JOINING for one in joined)
        if joins and _is_part(text, tokens[beyond]):
            return length + 1
    return 0


def _name(text: str, tokens: tuple[Token, ...], at: int, end: int) -> Name | None:
    initial = _begins(tokens, at)
    parts = [token for token in tokens[at:end] if token.group in ("word", "name")]
    whole = tuple([token.text for token in parts])
    while len(whole) > 1 and whole[0] in TITLES and whole not in _LONG_KNOWN:
        whole = whole[1:]
    words = tuple([word for word in whole if word not in TITLES and word not in PARTICLES and len(word) > 1]) or whole
    first = tokens[at]
    groups = KNOWN.get(" ".join(whole), KNOWN.get(" ".join(words), frozenset()))
    acronym = text[first.start : first.end].isupper() and len(first.text) > 1
    if groups and whole in (("is",), ("us",), ("it",), ("who",), ("x",), ("la",)) and not acronym:
        groups = frozenset()
    sure = not initial or acronym or bool(groups) or len(parts) > 1
    if whole[0] in _NO_NAMES or (not sure and not _may_name(first.text)) or all(word in TITLES for word in whole):
        return None
    return Name(
        first.start,
        tokens[end - 1].end,
        words,
        "".join(word[0] for word in whole),
        groups,
        sure,
        "" if initial else tokens[at - 1].text,
        next((token.stem for token in tokens[end : end + 5] if token.stem), ""),
        acronym,
        tokens[at].text in TITLES and at + 1 < end and tokens[at + 1].text == "of",
    )


_LONG_KNOWN = frozenset(tuple(name.split()) for name in KNOWN if " " in name)


def _may_name(word: str) -> bool:
    return not word.endswith(_COMMON_ENDS) and not (word.endswith("s") and not word.endswith("ss")) and len(word) > 2


def _begins(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a sentence begins at a token, articles and quotation marks left aside."""
    while at and (tokens[at - 1].text in ("the", "a", "an") or tokens[at - 1].text in "“\"'‘(«"):
        at -= 1
    return at == 0 or tokens[at - 1].text in (".", "!", "?", ":")
