"""Decided claims as ClaimReview JSON-LD, for the publisher's own site, and what is missing for each.

Required by Google's documentation of fact check structured data, written down from memory: ``claimReviewed``,
``reviewRating.alternateName`` and ``url`` on the publisher's own site; recommended: ``author``, ``datePublished``,
``itemReviewed`` with ``author``, ``datePublished`` and ``appearance``. Our verdict is a word and no scale, so it
has no ``ratingValue``.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from factcheck_tui.export.lines import is_web_address
from factcheck_tui.export.options import Options
from factcheck_tui.export.safe_json import encoded
from factcheck_tui.model import Article, Verdict, VerdictList, VerdictRow
from factcheck_tui.visible import one_line

CONTEXT = "https://schema.org"
_ORGANISATION = re.compile(
    r"\b(agency|association|authority|bank|board|bureau|cent(?:er|re)|command|commission|committee|company|corporation|"
    r"council|court|department|forces?|foundation|government|group|institute|ministry|monitor|network|news|"
    r"observatory|office|organi[sz]ation|parliament|party|police|press|service|society|state|union|university)\b"
    r"|^the\b|^[A-Z]{2,}$",
    re.IGNORECASE,
)
_MISSING = (  # where it should stand, and what a person calls it
    (("url",), "url (required: the page on your own site; site in the settings, or --site)"),
    (("author",), "author (publisher in the settings, or --publisher)"),
    (("itemReviewed", "author"), "itemReviewed.author (who makes the claim)"),
    (("itemReviewed", "datePublished"), "itemReviewed.datePublished (the article's date)"),
    (("itemReviewed", "appearance"), "itemReviewed.appearance (the article's address)"),
)


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """A list of ClaimReviews, each whole by itself."""
    reviews = [{"@context": CONTEXT, **review(row, options)} for row in decided(verdict_list)]
    return encoded(json.dumps(reviews, ensure_ascii=False, indent=1) + "\n")


def remarks(verdict_list: VerdictList, options: Options) -> tuple[str, ...]:
    """What is missing for each claim; claims of an article that miss the same share a sentence."""
    alike: dict[tuple[str, str], list[str]] = {}
    for row in decided(verdict_list):
        if missing := [words for path, words in _MISSING if not _at(review(row, options), path)]:
            alike.setdefault((row.article.title, ", no ".join(missing)), []).append(str(row.status.claim.number))
    told = [
        f"claim {numbers[0]} of {one_line(title)} has no {missing}"
        if len(numbers) == 1
        else f"claims {', '.join(numbers)} of {one_line(title)} have no {missing}"
        for (title, missing), numbers in alike.items()
    ]
    left_out = verdict_list.count(Verdict.PENDING)
    if left_out:
        told.append(f"{left_out} pending {'claim is' if left_out == 1 else 'claims are'} left out: nothing is decided")
    return tuple(told)


def decided(verdict_list: VerdictList) -> list[VerdictRow]:
    """The rows that a review can be made of."""
    return [row for row in verdict_list.rows if row.status.verdict is not Verdict.PENDING]


def script_tag(row: VerdictRow, options: Options) -> str:
    """A review as the element that a CMS pastes into its page; nothing in it can end the element."""
    text = json.dumps({"@context": CONTEXT, **review(row, options)}, ensure_ascii=False, indent=1)
    safe = re.sub(r"[<>&]", lambda found: f"\\u{ord(found[0]):04x}", encoded(text).decode("utf-8"))
    return f'<script type="application/ld+json">\n{safe}\n</script>\n'


def review(row: VerdictRow, options: Options) -> dict[str, object]:
    """One ClaimReview, without its context; what is not known is left out."""
    status, claim, article = row.status, row.status.claim, row.article
    url = f"{options.site.partition('#')[0]}#claim-{claim.id}" if is_web_address(options.site) else ""
    return _filled(
        {
            "@type": "ClaimReview",
            "url": url,
            "datePublished": status.decided_at[:10],
            "inLanguage": article.language,
            "claimReviewed": claim.text,
            "author": _publisher(options),
            "itemReviewed": _filled(
                {
                    "@type": "Claim",
                    "author": _claimant(claim.claimant, article),
                    "datePublished": article.published,
                    "appearance": _appearance(article),
                }
            ),
            "reviewRating": _filled(
                {
                    "@type": "Rating",
                    "alternateName": status.verdict.value.capitalize(),
                    "ratingExplanation": status.suggested_wording,
                }
            ),
        }
    )


def _publisher(options: Options) -> dict[str, object] | None:
    if not options.publisher:
        return None
    parts = urlsplit(options.site) if is_web_address(options.site) else None
    home = f"{parts.scheme}://{parts.netloc}/" if parts else ""
    return _filled({"@type": "Organization", "name": options.publisher, "url": home})


def _claimant(claimant: str, article: Article) -> dict[str, object] | None:
    """Who makes the claim; what nobody is said to claim is claimed by the article's publisher, or its writer."""
    if claimant:
        kind = "Organization" if _ORGANISATION.search(claimant) else "Person"
        return {"@type": kind, "name": claimant}
    if article.publisher:
        return {"@type": "Organization", "name": article.publisher}
    return {"@type": "Person", "name": article.byline} if article.byline else None


def _appearance(article: Article) -> dict[str, object] | None:
    if not is_web_address(article.url):
        return None
    return _filled({"@type": "CreativeWork", "url": article.url, "headline": article.title})


def _filled(node: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in node.items() if value}


def _at(node: object, path: tuple[str, ...]) -> object:
    for key in path:
        node = node.get(key) if isinstance(node, dict) else None
    return node
