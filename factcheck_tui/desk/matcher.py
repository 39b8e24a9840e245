"""One path from a claim to its matches, for the desk, the command line and the measurements.

The ranking is imported when the first claim is matched: the desk shows kept matches without it.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck_tui.model import Match
from factcheck_tui.store import Store

KEPT = 20  # matches of a claim: more than a person reads, and room for what they dismiss
LEAST = 1  # percent: below it a record is not worth a line beside a claim; scripts are given it all the same
SHOWN = 9  # the keys 1 to 9


def match_claim(store: Store, claim_id: int) -> list[Match]:
    """Work out the matches of a claim with today's archive, keep them, and give them with what was decided on them."""
    from factcheck_tui import matching

    claim = store.claims.get(claim_id).claim
    edition = store.records.edition()
    aliases = matching.read_aliases(store.aliases.all())
    query = matching.read_query(claim.searched, store.articles.get(claim.article_id).published, aliases)
    found = store.candidates.find(query, exclude_article=claim.article_id)
    matches = [match for match in matching.rank(query, found, aliases=aliases, limit=KEPT) if match.score >= LEAST]
    with store.writing():
        store.matches.keep(claim_id, matches, edition)
    return store.matches.of_claim(claim_id)


def match_record(store: Store, claim_id: int, record_id: int) -> None:
    """Keep a match of a claim with a record that the ranking did not bring up: a checker found it in the archive."""
    from factcheck_tui import matching

    claim = store.claims.get(claim_id).claim
    record = store.records.get(record_id)
    aliases = matching.read_aliases(store.aliases.all())
    days = store.articles.get(claim.article_id).published, record.claim_date or record.review_date
    compared = matching.compare(claim.searched, record.claim, *days, aliases)
    match = replace(compared, record=record)
    with store.writing():
        store.matches.keep_one(claim_id, match)


def match_text(store: Store, text: str, limit: int) -> list[Match]:
    """The matches of any text; nothing is kept."""
    from factcheck_tui import matching

    aliases = matching.read_aliases(store.aliases.all())
    query = matching.read_query(text, aliases=aliases)
    return matching.rank(query, store.candidates.find(query), aliases=aliases, limit=limit)


def no_match(text: str) -> str:
    """What to say of a text that nothing was found for."""
    from factcheck_tui import matching

    return "too little to match on" if matching.read_query(text).too_little else "no prior record found"
