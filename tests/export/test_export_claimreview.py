"""ClaimReview and DataFeed: schema.org's types, what search engines require, and what is missing told in words."""

import json
from dataclasses import replace
from typing import Any

import pytest
from verdict_lists import ARTICLE, LIST, ROWS, TEXT, listed, row

from factcheck_tui.export import Options, remarks, render
from factcheck_tui.model import Verdict

OPTIONS = Options(site="https://example.org/checks/bridge", publisher="Example Desk")
TEXT_ = (str,)

# schema.org's types with the properties that we write and what they may hold, and the properties that Google's page
# "Fact Check (ClaimReview) structured data" requires: from memory, not compared with the two sites.
TYPES: dict[str, dict[str, tuple[object, ...]]] = {
    "ClaimReview": {
        "url": TEXT_,
        "datePublished": TEXT_,
        "inLanguage": TEXT_,
        "claimReviewed": TEXT_,
        "headline": TEXT_,
        "reviewBody": TEXT_,
        "author": ("Organization", "Person"),
        "itemReviewed": ("Claim",),
        "reviewRating": ("Rating",),
    },
    "Claim": {"author": ("Organization", "Person"), "datePublished": TEXT_, "appearance": ("CreativeWork",)},
    "Rating": {"alternateName": TEXT_, "ratingExplanation": TEXT_},
    "CreativeWork": {"url": TEXT_, "headline": TEXT_},
    "Organization": {"name": TEXT_, "url": TEXT_},
    "Person": {"name": TEXT_},
    "DataFeed": {"name": TEXT_, "dateModified": TEXT_, "dataFeedElement": ("DataFeedItem",)},
    "DataFeedItem": {"dateModified": TEXT_, "item": ("ClaimReview",)},
}
REQUIRED = {"ClaimReview": ("claimReviewed", "reviewRating", "url"), "Rating": ("alternateName",)}
WHOLE = replace(
    ARTICLE, publisher="Harbour Times", byline="Ana Roe", published="2024-04-30", url="https://example.org/a"
)


def slips(node: Any) -> list[str]:
    """What of a JSON-LD object is not as the table says."""
    kind = node.get("@type")
    if kind not in TYPES:
        return [f"no type {kind}"]
    found = [f"{kind} lacks {name}" for name in REQUIRED.get(kind, ()) if not node.get(name)]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        allowed = TYPES[kind].get(name, ())
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                found += slips(each) if each.get("@type") in allowed else [f"{kind}.{name} holds {each.get('@type')}"]
            elif type(each) not in allowed or not each:
                found.append(f"{kind}.{name} holds {each!r}")
    return found


def whole_list() -> Any:
    return replace(LIST, rows=tuple(replace(each, article=WHOLE) for each in LIST.rows))


def test_a_review_is_whole() -> None:
    """Decided claims only, each with all that is required and recommended, and nothing unknown to schema.org."""
    reviews = json.loads(render(whole_list(), "claimreview", OPTIONS))
    assert [slips(review) for review in reviews] == [[], []]
    assert reviews[0] == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://example.org/checks/bridge#claim-11",
        "datePublished": "2024-05-01",
        "inLanguage": "en",
        "claimReviewed": "The bridge is 900 metres long.",
        "author": {"@type": "Organization", "name": "Example Desk", "url": "https://example.org/"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ana Lopes"},
            "datePublished": "2024-04-30",
            "appearance": {"@type": "CreativeWork", "url": "https://example.org/a", "headline": "Bridge opens"},
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Disputed",
            "ratingExplanation": "The bridge is 620 metres long.",
        },
    }
    assert "note" not in json.dumps(reviews) and "measured" not in json.dumps(reviews)  # a note is for the desk
    assert remarks(whole_list(), "claimreview", OPTIONS) == ("1 pending claim is left out: nothing is decided",)


def test_the_check_finds_slips() -> None:
    """The table above would notice an unknown property, an empty one and a missing one."""
    assert slips({"@type": "ClaimReview", "claimReviewed": "", "colour": "red"}) == [
        "ClaimReview lacks claimReviewed",
        "ClaimReview lacks reviewRating",
        "ClaimReview lacks url",
        "ClaimReview.claimReviewed holds ''",
        "ClaimReview.colour holds 'red'",
    ]


def test_what_is_missing_is_told_for_each_claim() -> None:
    """Without a page of one's own, a publisher, and what the article does not say of itself."""
    bare = replace(ROWS[2], status=replace(ROWS[2].status, claim=replace(ROWS[2].status.claim, claimant="")))
    assert remarks(listed((bare,)), "claimreview", Options()) == (
        "claim 3 of Bridge opens has no url (required: the page on your own site; site in the settings, or --site), "
        "no author (publisher in the settings, or --publisher), "
        "no itemReviewed.author (who makes the claim), no itemReviewed.datePublished (the article's date), "
        "no itemReviewed.appearance (the article's address)",
    )
    alike = replace(bare, status=replace(bare.status, claim=replace(bare.status.claim, number=4)))
    (together,) = remarks(listed((bare, alike)), "claimreview", Options())
    assert together.startswith("claims 3, 4 of Bridge opens have no url")
    (review,) = json.loads(render(listed((bare,)), "claimreview", Options(site="javascript:1")))
    assert "url" not in review and "author" not in review


@pytest.mark.parametrize(
    ("claimant", "kind"),
    [
        ("Ana Lopes", "Person"),
        ("US Central Command", "Organization"),
        ("the town council", "Organization"),
        ("CENTCOM", "Organization"),
        ("Syrian Observatory for Human Rights", "Organization"),
        ("A shop owner", "Person"),
    ],
)
def test_who_claims_is_a_person_or_an_organisation(claimant: str, kind: str) -> None:
    """schema.org wants one of the two for the author of a claim."""
    said = row("It is red.", Verdict.CONFIRMED)
    said = replace(said, status=replace(said.status, claim=replace(said.status.claim, claimant=claimant)))
    (review,) = json.loads(render(listed((said,)), "claimreview", OPTIONS))
    assert review["itemReviewed"]["author"] == {"@type": kind, "name": claimant}


def test_a_feed_is_whole() -> None:
    """A feed holds the decided claims as reviews, with title and note for a colleague, and who checked."""
    feed = json.loads(render(whole_list(), "datafeed", replace(OPTIONS, publisher="")))
    assert slips(feed) == []
    items = [element["item"][0] for element in feed["dataFeedElement"]]
    assert [item["reviewRating"]["alternateName"] for item in items] == ["Disputed", "Confirmed"]
    assert items[0]["reviewBody"] == "measured" and items[0]["headline"] == "Bridge opens"
    assert items[0]["author"] == {"@type": "Person", "name": "kim"}
    assert TEXT.startswith(items[0]["headline"])
