"""A statement cut into the pieces that differences are told from: numerals, words, signs, with exact offsets.

The words of the index will not do: "3.4", "isn't" and "21st" are one piece each here, and capitals matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from factcheck_tui.matching.differences.word_lists import base
from factcheck_tui.matching.words import STOP_WORDS, fold

_SCALE = (
    r"(?:k|m|mn|mil|bn|tn|p|s|c|f|km|kg|mg|ml|oz|cm|mm|ft|pc|mw|gw|kw|kwh|mph|kph|ha|am|pm|lbs?|hrs|mins|"
    r"(?:hundred|thousand|[mbt]r?illion)s?)"
)
_THOUSANDS = r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3}){2,}|(?:['\u2019\u00a0\u202f ]\d{3})+)(?![\d])(?:[.,]\d{1,15}(?!\d))?"
_TOKEN = re.compile(
    rf"""(?P<ordinal>\d{{1,4}}(?:st|nd|rd|th)\b)
      |(?P<fold>\d+(?:-|\u2011)?fold\b)
      |(?P<name>(?!mid-|pre-|post-|early-|late-|over-|under-)[^\W\d_]+[-\u2011]?\d\w*
          |\d[\d.,]*(?!{_SCALE}\b)[^\W\d_½¼¾⅓⅔]\w*)
      |(?P<number>{_THOUSANDS}|\d{{1,18}}(?:\.\d{{1,15}}|,\d{{1,2}}(?![\d,]))?|[¼½¾⅓⅔])
      |(?P<word>(?:[^\W\d_]\.){{2,}}|[^\W\d_]+(?:['\u2019][^\W\d_]+)*)
      |(?P<sign>\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_OWNER = re.compile(r"['’]s?$")
_CLAUSE_END = frozenset(".,;:!?()[]\u2014\u2013")


class Token(NamedTuple):
    """A piece of a text, ``text[start:end]``."""

    start: int
    end: int
    text: str  # folded; an owner's 's is taken off, U.S. is "us"
    group: str  # ordinal, fold ("5-fold"), name ("F-16"), number, word, sign
    capital: bool  # begins with a capital letter
    stem: str  # of a word that tells something, else ""

    @property
    def ends_clause(self) -> bool:
        return self.text in _CLAUSE_END


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """The pieces of ``text`` in reading order."""
    folded = fold(text)
    if len(folded) != len(text):  # combining marks were dropped: the offsets would no longer be those of the text
        folded = text
    return tuple([_token(text, match) for match in _TOKEN.finditer(folded)])


def _token(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    piece, group = match[0].lower(), match.lastgroup or ""
    if group == "word":
        if "." in piece:
            piece = piece.replace(".", "")
        elif "'" in piece or "’" in piece:
            piece = _OWNER.sub("", piece.replace("’", "'"))
    telling = group == "name" or (group == "word" and piece not in STOP_WORDS and len(piece) > 1)
    return Token(start, end, piece, group, text[start].isupper(), base(piece) if telling else "")


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def within(pieces: Sequence[Token], spans: Sequence[Placed]) -> frozenset[int]:
    """Indices of the tokens that begin inside one of ``spans``."""
    return frozenset(
        [place for place, token in enumerate(pieces) if any(one.start <= token.start < one.end for one in spans)]
        if spans
        else ()
    )
