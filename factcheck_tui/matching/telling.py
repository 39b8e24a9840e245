"""The telling words of a text: those that say what it claims, in the form in which both sides are compared.

Web addresses are passed over, a hashtag or an account is read as the words that its capitals show, a name that has
others as one word, text without spaces by every three characters; stop words count only where nothing else is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases
from factcheck_tui.matching.unspaced import BETWEEN, GRAM, RUN, is_unspaced
from factcheck_tui.matching.words import STOP_WORDS, Word, fold, stem, words

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\dA-Za-z_]+")
_SHORTEST = 3  # letters of a part of a tag: "IranUs" is no "us"


def telling_words(text: str, aliases: Aliases = NO_ALIASES) -> tuple[Word, ...]:
    """In reading order; empty when ``text`` holds no letter and no digit."""
    found = words(text)
    if addresses := [match.span() for match in _ADDRESS.finditer(text)]:
        outside = [word for word in found if not any(start <= word.start < end for start, end in addresses)]
        found = tuple(outside) or found
    if "#" in text or "@" in text:
        found = tuple(_tags_read(text, found))
    if is_unspaced(text):
        found = tuple(sorted(_runs_read(text, found)))
    read = aliases.read(text, found)
    return tuple([word for word in read if word.folded not in STOP_WORDS or word.stem[0] == "="]) or tuple(read)


def _tags_read(text: str, found: Iterable[Word]) -> Iterator[Word]:
    for word in found:
        is_tag = text[max(0, word.start - 1) : word.start] in ("#", "@")
        parts = _PART.finditer(text, word.start, word.end) if is_tag else ()
        folded = [(part.span(), fold(part[0])) for part in parts]
        long = [each for each in folded if len(each[1]) >= _SHORTEST or each[1].isdigit()]
        if len(folded) < 2 or not long:
            yield word
            continue
        yield from (Word(*span, part, stem(part)) for span, part in long)


def _runs_read(text: str, found: Iterable[Word]) -> Iterator[Word]:
    """Every three characters of each run without spaces (a shorter one as it is), and what stands between the runs."""
    for run in RUN.finditer(text):
        size = min(GRAM, len(run[0]))
        for first in range(run.start(), run.end() - size + 1):
            yield Word(first, first + size, text[first : first + size], text[first : first + size])
    for word in found:
        for piece in BETWEEN.finditer(text, word.start, word.end):
            if piece.span() == (word.start, word.end):
                yield word
            elif (folded := fold(piece[0])).isalnum():
                yield Word(*piece.span(), folded, stem(folded))
