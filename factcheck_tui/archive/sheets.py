"""Which column of a sheet holds which field: the header sets of known dumps, and guesses for a newsroom's own sheet.

Columns are told by name, never by position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeaderSet:
    """A form of sheet: the columns that show it, and field -> column of those that are read."""

    name: str
    shown_by: frozenset[str]
    columns: Mapping[str, str]


HEADER_SETS = (
    HeaderSet(
        "duke",
        frozenset({"claimReviewed", "reviewRating.alternateName"}),
        {
            "claim": "claimReviewed",
            "title": "headline",
            "body": "reviewRating.ratingExplanation",
            "claimant": "itemReviewed.author.name",
            "claim_date": "itemReviewed.datePublished",
            "rating": "reviewRating.alternateName",
            "value": "reviewRating.ratingValue",
            "best": "reviewRating.bestRating",
            "worst": "reviewRating.worstRating",
            "publisher": "author.name",
            "review_date": "datePublished",
            "url": "url",
            "language": "inLanguage",
        },
    ),
    HeaderSet(
        "claimskg",
        frozenset({"claimReview_claimReviewed"}),
        {  # creativeWork_author_name is left out: it often names the checking journalist, not the claimant
            "claim": "claimReview_claimReviewed",
            "title": "extra_title",
            "body": "extra_body",
            "claim_date": "creativeWork_datePublished",
            "rating": "rating_alternateName",
            "value": "rating_ratingValue",
            "best": "rating_bestRating",
            "worst": "rating_worstRating",
            "publisher": "claimReview_author_name",
            "review_date": "claimReview_datePublished",
            "url": "claimReview_url",
            "language": "claimReview_inLanguage",
        },
    ),
    HeaderSet(
        "datacommons",
        frozenset({"claim_text", "review_url", "review_rating"}),
        {
            "claim": "claim_text",
            "claimant": "claim_author_name",
            "claim_date": "claim_date",
            "rating": "review_rating",
            "publisher": "reviewer_name",
            "review_date": "review_date",
            "url": "review_url",
        },
    ),
)
SHEET = "sheet"  # the name of a form with free headers

# Field -> words that name its column, best first. Fields that share a word come with the longer wording first.
_GUESSES: Mapping[str, tuple[str, ...]] = {
    "claim_date": ("claim date", "date of claim", "date claimed", "claimed on", "said on"),
    "review_date": ("review date", "date checked", "date reviewed", "checked on", "date", "checked", "reviewed"),
    "claimant": ("claimant", "speaker", "claimed by", "said by", "who"),
    "publisher": ("publisher", "outlet", "fact checker", "organisation", "organization", "checked by"),
    "url": ("review url", "url", "link", "source"),
    "rating": ("rating", "verdict", "conclusion", "label", "status"),
    "body": ("body", "note", "notes", "comment", "comments", "explanation"),
    "title": ("title", "headline"),
    "language": ("language", "lang"),
    "claim": ("claim", "fact", "statement", "quote", "text", "claim text"),
    "id": ("id", "record id"),
}
_LONGEST_HEADER = 60  # characters; what is longer is a sentence, and the file no sheet


def guess(header: Sequence[str]) -> dict[str, str]:
    """Field -> column of a sheet with free headers; a column serves one field. Empty when nothing looks like a claim.

    A header that is one of the words goes before one that ends with it ("Final verdict", for the last word of an
    English name is what the thing is), and that before one that starts with it ("Claim in English"). One column that
    only may be a claim is no sheet but a text.
    """
    named = {column: _words(column) for column in header if 0 < len(column) <= _LONGEST_HEADER}
    columns: dict[str, str] = {}
    for fits in (_is, _ends, _starts):
        for field, wordings in _GUESSES.items():
            if field in columns or (field == "id" and fits is not _is):
                continue
            free = [column for column in named if column not in columns.values()]
            found = next((column for word in wordings for column in free if fits(named[column], word)), None)
            if found is not None:
                columns[field] = found
    exact = any(words in _GUESSES["claim"] for words in named.values())
    return columns if "claim" in columns and (exact or len(columns) > 1) else {}


def _words(column: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)
    return " ".join(re.split(r"[\W_]+", spaced.casefold())).strip()


def _is(words: str, wording: str) -> bool:
    return words == wording


def _ends(words: str, wording: str) -> bool:
    return words.endswith(" " + wording) and " of " not in words  # "Source of claim" is a source


def _starts(words: str, wording: str) -> bool:
    return words.startswith(wording + " ") and " of " not in words
