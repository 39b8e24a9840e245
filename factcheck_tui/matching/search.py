"""The search language: what a checker types while looking through the archive, read into what is looked for.

    flood tax "sea level" -alarm rating:false publisher:snopes claimant:smith language:fr verdict:disputed
    after:2018 before:2019-05

All words must be there, the last one as a beginning while it is typed; quotation marks hold words together, a minus
leaves out. A condition that is not finished (``after:20``) asks nothing yet, and what is no condition is a word: there
is no text that is wrong. What was meant as a condition, most likely, and is none (``after:never``, ``source:bbc``) is
named, so that it can be said.
"""

from __future__ import annotations

import re

from factcheck_tui.matching.features import features
from factcheck_tui.matching.query import read_query
from factcheck_tui.matching.ranker import evidence
from factcheck_tui.matching.words import STOP_WORDS, Word, stem, words
from factcheck_tui.model import (
    Condition,
    ConditionField,
    PriorRecord,
    Retrieved,
    Search,
    Term,
    Verdict,
    meant_as_condition,
)

_READ = 2_000  # characters of what was typed or pasted
_WORDS = 32  # nobody types more; a pasted page is cut
_RANKED = 100  # candidates that the ranking puts in order; those beyond them stay as the index had them

_PIECE = re.compile(
    r"""(?P<minus>(?<!\S)-)?
        (?:(?P<name>[a-z]{2,12}):(?:"(?P<quoted>[^"]*)(?:"|$)|(?P<value>[^\s"]*))
          |"(?P<phrase>[^"]*)(?P<closed>"|$)
          |(?P<words>[^\s"]+))""",
    re.IGNORECASE | re.VERBOSE,
)
_FIELDS = {
    "rating": ConditionField.RATING,
    "publisher": ConditionField.PUBLISHER,
    "claimant": ConditionField.CLAIMANT,
    "language": ConditionField.LANGUAGE,
    "lang": ConditionField.LANGUAGE,
    "verdict": ConditionField.VERDICT,
    "after": ConditionField.AFTER,
    "before": ConditionField.BEFORE,
}
CONDITIONS = "rating:, publisher:, claimant:, language:, verdict:, after: and before:"  # to be said
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DATE_BEGUN = re.compile(r"\d{1,4}|\d{4}-\d?|\d{4}-\d\d-\d?")
_DATES = (ConditionField.AFTER, ConditionField.BEFORE)


def read_search(typed: str) -> Search:
    """What is looked for; nothing at all for a text without a word or a condition."""
    # a lone surrogate is in no record, and no SQL takes it
    typed = typed[:_READ].encode("utf-8", "replace").decode("utf-8")
    found: list[Word] = []
    phrases: list[str] = []
    without: list[str] = []
    conditions: list[Condition] = []
    not_understood: list[str] = []
    ends_in_word = False
    for piece in _PIECE.finditer(typed):
        ends_in_word = False
        if piece["name"] and piece["name"].lower() in _FIELDS:
            value = (piece["quoted"] if piece["quoted"] is not None else piece["value"]).strip()
            understood = _condition(_FIELDS[piece["name"].lower()], value, excluded=bool(piece["minus"]))
            conditions += understood
            if not understood and not _may_go_on(piece, typed, value):
                not_understood.append(piece[0])
            continue
        if meant_as_condition(piece[0]):
            not_understood.append(piece[0])
        text = piece["phrase"] if piece["phrase"] is not None else piece[0].lstrip("-")
        inside = words(text)
        if piece["minus"]:
            without += [" ".join(word.folded for word in inside)] if inside else []
        elif piece["phrase"] is not None and len(inside) > 1:
            phrases.append(" ".join(word.folded for word in inside))
        else:
            found += inside
            ends_in_word = bool(inside) and not piece["closed"]
    beginning = found.pop() if found and ends_in_word and typed[-1:].isalnum() else None
    return Search(
        typed=typed,
        terms=_distinct(found),
        beginning=Term(beginning.folded, beginning.stem) if beginning else None,
        phrases=tuple(phrases[:_WORDS]),
        without=tuple(without[:_WORDS]),
        conditions=tuple(conditions),
        not_understood=tuple(not_understood),
    )


def _may_go_on(piece: re.Match[str], typed: str, value: str) -> bool:
    """Whether a condition that is none yet can become one by what is typed next."""
    if piece.end() < len(typed):
        return False
    return not value or (_FIELDS[piece["name"].lower()] in _DATES and bool(_DATE_BEGUN.fullmatch(value)))


def _condition(field: ConditionField, value: str, *, excluded: bool) -> list[Condition]:
    """The condition, if its value is one already."""
    if field in _DATES and not _DATE.fullmatch(value):
        return []
    if field is ConditionField.VERDICT:
        value = next((verdict.value for verdict in Verdict if value and verdict.startswith(value.lower())), "")
    return [Condition(field, value, excluded)] if value else []


def _distinct(found: list[Word]) -> tuple[Term, ...]:
    """The words to look for, each once; stop words only where there are no others."""
    telling = [word for word in found if word.folded not in STOP_WORDS] or found
    return tuple({word.stem: Term(word.folded, word.stem) for word in telling[:_WORDS]}.values())


def spelled(stemmed: str) -> str:
    """A word that the index stems to ``stemmed``: asked for a stem itself, it would stem it again ("lighthous").

    All 12,212 stems of 6,000 records of shared/data are found by the first two endings.
    """
    return next((stemmed + ending for ending in ("", "e", "s", "ed") if stem(stemmed + ending) == stemmed), stemmed)


def in_order(search: Search, retrieved: Retrieved) -> list[PriorRecord]:
    """The records that were found, best first by the evidence of the ranking; its first place goes to the likeliest.

    A search has few words, so that nothing can be said of chances; only the order is taken.
    """
    query = read_query(" ".join([term.word for term in retrieved_terms(search)] + list(search.phrases)))
    head, rest = retrieved.candidates[:_RANKED], retrieved.candidates[_RANKED:]
    if query.too_little:
        return [found.record for found in retrieved.candidates]
    weighed = zip(features(query, Retrieved(head, retrieved.frequencies, retrieved.records)), head, strict=True)
    order = sorted(weighed, key=lambda each: -evidence(each[0]))
    return [found.record for _, found in order] + [found.record for found in rest]


def retrieved_terms(search: Search) -> tuple[Term, ...]:
    """The words of a search, the one that is being typed among them."""
    return (*search.terms, search.beginning) if search.beginning else search.terms
