"""Words of a text as the archive's index sees them, with the offsets that the marking of shared words needs.

The index is FTS5 with ``porter unicode61 remove_diacritics 2``. Its frequencies can only be looked up, and its finds
only be explained, with the same stems, so the tokenizer is followed here rule by rule
(https://www.sqlite.org/fts5.html#tokenizers); a test holds both equal on real text.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

# unicode61: letters and digits make words; the combining marks of Latin belong to the word but are dropped from it.
_MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_{_MARKS}]*)*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONSONANT_END = re.compile(r"[aeiouy][^aeiouy]")
_DOUBLED = ("cc", "hh", "jj", "kk", "qq", "vv", "ww", "xx")
_STEMMED_BYTES = range(3, 65)  # FTS5's porter leaves shorter and longer words as they are

# Words that say little about what a sentence claims, and what web addresses leave behind. "no", "not", "more" and
# "before" are not looked up either, because they are everywhere; ``differences`` reads them in the text itself.
_STOP_WORDS = """
a about above after again against all also am an and any are aren as at be because been before being below
between both but by can cannot could couldn did didn do does doesn doing don down during each either else
ever every few for from further get gets getting got had hadn has hasn have haven having he her here hers
herself him himself his how however i if in into is isn it its itself just let ll m may me might more most
much must my myself no nor not now of off on once only or other our ours ourselves out over own per re s
same say says said saying shall she should shouldn so some such t than that the their theirs them
themselves then there these they this those through to too under until up upon us ve very via was wasn we
were weren what when where whether which while who whom whose why will with within without would wouldn
yes yet you your yours yourself d http https www com pic twitter
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Word(NamedTuple):
    """A word where it stands, ``text[start:end]``."""

    start: int
    end: int
    folded: str  # lower case without Latin accents
    stem: str  # as the index holds it


class _Fold(dict[int, str]):
    """What each character becomes in the index; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = chr(code).lower()
        base = unicodedata.normalize("NFD", folded)
        if len(base) > 1 and "a" <= base[0] <= "z":  # only Latin letters lose their accents
            folded = base[0]
        elif unicodedata.combining(chr(code)):
            folded = ""
        self[code] = folded
        return folded


class _Stemmers(threading.local):
    """One for each thread: a stemmer keeps the word in itself while it works, and the desk's threads stem at once."""

    def __init__(self) -> None:
        self.porter = snowballstemmer.stemmer("porter")


_fold = _Fold()
_own = _Stemmers()


def fold(text: str) -> str:
    """Lower case without Latin accents."""
    return text.lower() if text.isascii() else _BEYOND_ASCII.sub(lambda found: _fold[ord(found[0])], text).lower()


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The stem of a folded word. FTS5 follows the author's later corrections of his paper, Snowball's "porter" does
    not: -bly is read as -ble, -logy as -log (https://tartarus.org/martin/PorterStemmer/, "points of difference"); and
    it undoubles every consonant before -ed and -ing: "vaxxed", "vax".
    """
    if len(folded.encode("utf-8", "surrogatepass")) not in _STEMMED_BYTES:
        return folded
    if folded.endswith(("bly", "blies", "bli")) and not folded.endswith(("ably", "ablies", "abli")):
        before, _, _ = folded.rpartition("bl")
        return str(_own.porter.stemWord(before + "ble" if _CONSONANT_END.search(before) else folded))
    stemmed = str(_own.porter.stemWord(folded))
    if folded.endswith(("logy", "logies", "logi")) and _CONSONANT_END.search(stemmed[:-4]):
        return stemmed.removesuffix("i")
    if stemmed.endswith(_DOUBLED) and folded in (stemmed + "ed", stemmed + "ing"):
        return stemmed[:-1]
    return stemmed


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in reading order; offsets count its code points."""
    if text.isascii():
        return tuple([Word(*match.span(), match[0], stem(match[0])) for match in _WORD.finditer(text.lower())])
    whole = fold(text)
    if len(whole) != len(text):  # combining marks were dropped: offsets of both no longer agree
        folded_words = ((*match.span(), fold(match[0])) for match in _WORD.finditer(text))
    else:
        folded_words = ((*match.span(), whole[match.start() : match.end()]) for match in _WORD.finditer(text))
    return tuple([Word(start, end, folded, stem(folded)) for start, end, folded in folded_words])
