"""ClaimReview of schema.org as publishers write it, wherever in a piece of JSON-LD it stands.

The values are looked for leniently: a list where one value is meant, fields nested under ``properties`` (microdata
turned into JSON), ``@type`` as a list or an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck_tui.archive.json_form import JsonForm, JsonObject, JsonRow
from factcheck_tui.archive.raw_record import RawRecord

_DEPTH = 12  # a review within the review of an article within a graph is at 8


def reviews(root: object, depth: int = _DEPTH) -> Iterator[JsonObject]:
    """Every ClaimReview in a JSON value, in its order."""
    if isinstance(root, Mapping):
        if is_review(root):
            yield root
            return
        root = list(root.values())
    if isinstance(root, list) and depth:
        for value in root:
            yield from reviews(value, depth - 1)


def is_review(node: JsonObject) -> bool:
    """Whether an object says that it is a ClaimReview, or has what only a ClaimReview has."""
    types = (node.get("@type"), node.get("type"))
    kinds = [kind for each in types for kind in (each if isinstance(each, list) else [each])]
    named = any(isinstance(kind, str) and kind.replace(":", "/").split("/")[-1] == "ClaimReview" for kind in kinds)
    properties = node.get("properties")
    return named or "claimReviewed" in node or (isinstance(properties, Mapping) and "claimReviewed" in properties)


def field(node: object, *path: str) -> object:
    """The value at the end of ``path``, through lists (their first object) and ``properties``; None for none."""
    for key in path:
        if isinstance(node, list):
            node = next((each for each in node if isinstance(each, Mapping)), None)
        if not isinstance(node, Mapping):
            return None
        properties = node.get("properties")
        node = node[key] if key in node else properties.get(key) if isinstance(properties, Mapping) else None
    return node


def first(node: object, *paths: tuple[str, ...]) -> object:
    """The value of the first of ``paths`` that leads to one."""
    return next((value for path in paths if (value := field(node, *path))), None)


def _person(node: object, *keys: str) -> object:
    """Whom the first of ``keys`` that holds any name names: one object, several in a list, or the words themselves."""
    for key in keys:
        value = field(node, key)
        people = value if isinstance(value, list) else [value]
        names = [each if isinstance(each, str) else first(each, ("name",), ("legalName",)) for each in people]
        if any(names):
            return names
    return None


def raw_record(review: JsonObject) -> RawRecord:
    """The values of one ClaimReview. ``appearance`` is where the claim was made, never the address of the check."""
    claimed = field(review, "itemReviewed")
    rating = field(review, "reviewRating")
    return RawRecord(
        claim=first(review, ("claimReviewed",), ("itemReviewed", "claimReviewed")),
        title=first(review, ("headline",), ("name",)),
        body=first(review, ("reviewBody",), ("description",), ("reviewRating", "ratingExplanation")),
        claimant=_person(claimed, "author", "creator"),
        claim_date=first(claimed, ("datePublished",), ("dateCreated",)),
        rating=first(rating, ("alternateName",), ("name",)),
        value=field(rating, "ratingValue"),
        best=field(rating, "bestRating"),
        worst=field(rating, "worstRating"),
        publisher=_person(review, "author", "publisher", "sourceOrganization"),
        review_date=first(review, ("datePublished",), ("dateModified",)),
        url=first(review, ("url",), ("mainEntityOfPage",)),
        language=first(review, ("inLanguage", "alternateName"), ("inLanguage",)),
    )


def _rows(root: object) -> Iterator[JsonRow]:
    """The reviews within; a root that holds none is given itself, so that it is refused and not lost."""
    if isinstance(root, Mapping) and is_review(root):
        yield JsonRow(0, root)
        return
    found = list(reviews(root))
    yield from (JsonRow(number, review) for number, review in enumerate(found, start=1))
    if not found:
        yield JsonRow(0, root)


CLAIMREVIEW = JsonForm("claimreview", lambda root: any(True for _ in reviews(root)), _rows, raw_record)
