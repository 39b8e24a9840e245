"""Names that stand in each other's place: the same is said of another person, place or organisation.

Other spellings, transliterations, short forms, first letters and known other names are the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from rapidfuzz import fuzz

from factcheck_tui.matching.differences.known_names import NICKNAMES
from factcheck_tui.matching.differences.names import Name
from factcheck_tui.model import Difference, DifferenceKind, Span

_FRAME = 0.5  # share of the shorter side's other words that must be shared for both to say the same of somebody
_LONG_FRAME = 0.3  # and of the longer side's
_SURE_FRAME = 0.75  # where only a capital at the beginning of a sentence says that it is a name
_SPELLING = 84  # rapidfuzz ratio of two words that may be one name
_SOUNDING = 55  # and of two whose consonants are the same
_LETTERS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("sch", "s"), ("ck", "k"),
            ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("w", "v"), ("j", "g"))  # fmt: skip
_ANYWHERE = frozenset({"", "the", "a", "an", "and", ",", "or", "“", '"'})  # left neighbours that tell no role
_VOWELS = re.compile(r"[aeiouyh'’-]")
_DOUBLE = re.compile(r"(.)\1+")


def name_differences(
    claim_text: str, claim: tuple[Name, ...], claim_frame: Set[str],
    record_text: str, record: tuple[Name, ...], record_frame: Set[str],
) -> Iterator[Difference]:  # fmt: skip
    """The names that differ where both sides say the same of them. A frame is the stems that are no name."""
    ours = [one for one in claim if not _there(one, record, record_frame)]
    theirs = [one for one in record if not _there(one, claim, claim_frame)]
    if not ours or not theirs:
        return
    shared = len(claim_frame & record_frame)
    shorter, longer = sorted((len(claim_frame), len(record_frame)))
    for mine in ours:
        other = next(
            (one for one in theirs if _same_role(mine, one, shared / max(1, shorter), shared / max(1, longer))), None
        )
        if other:
            theirs.remove(other)
            spans = Span(mine.start, mine.end), Span(other.start, other.end)
            yield Difference(DifferenceKind.NAME, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans)


def _there(name: Name, others: tuple[Name, ...], frame: Set[str]) -> bool:
    """Whether the other side has the name too, perhaps in another form or in small letters."""
    return any(same_name(name, other) for other in others) or (not name.sure and any(w in frame for w in name.words))


def _same_role(mine: Name, other: Name, of_shorter: float, of_longer: float) -> bool:
    """Whether both stand in one place of one statement: the words beside them, or all other words, are the same."""
    left, right = mine.left == other.left, mine.right == other.right != ""
    if mine.office != other.office:  # the Prince of Wales is somebody: whom, the words do not say
        return False
    if not (mine.sure and other.sure):
        return of_longer >= _SURE_FRAME and (left or right)
    if of_shorter < _FRAME or of_longer < _LONG_FRAME:
        return False
    return right or (left and (of_longer >= _SURE_FRAME or mine.left not in _ANYWHERE))


def same_name(one: Name, other: Name) -> bool:
    """Whether both may name the same: one has all words of the other, or they are known to stand for each other."""
    if one.groups and other.groups:
        return bool(one.groups & other.groups)
    if _first_letters(one, other) or _first_letters(other, one):
        return True
    shorter, longer = sorted((one.words, other.words), key=len)
    if all(any(same_word(word, there) for there in longer) for word in shorter):
        return True
    joined = "".join(shorter), "".join(longer)
    return len(shorter) != len(longer) and same_word(*joined)


def _first_letters(short: Name, long: Name) -> bool:
    if len(short.words) != 1 or len(long.letters) < 2:
        return False
    return short.words[0] == long.letters or (
        short.acronym and len(long.words) > 1 and short.words[0] == "".join(w[0] for w in long.words)
    )


@lru_cache(maxsize=4096)
def same_word(one: str, other: str) -> bool:
    """Whether two words may be one name: equal, a nickname, or spelt after the same sound."""
    if one == other or NICKNAMES.get(one, one) == NICKNAMES.get(other, other):
        return True
    one, other = one.rstrip("s") or one, other.rstrip("s") or other
    alike = fuzz.ratio(one, other)
    if min(len(one), len(other)) >= 5 and alike >= _SPELLING:
        return True
    return alike >= _SOUNDING and _sound(one) == _sound(other) != ""


def _sound(word: str) -> str:
    """What is left of a word when vowels, doubled letters and ways to write one consonant are taken away."""
    for written, read in _LETTERS:
        word = word.replace(written, read)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word))
