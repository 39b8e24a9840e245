"""What a checker wants to know of a prior record before leaning on it: who used it, how old it is, what came later."""

from __future__ import annotations

from datetime import date

from factcheck_tui.model import Band, Match, PriorRecord, RecordBackground, Verdict
from factcheck_tui.store import Store

USES = 20  # of a record that are shown
LOOKED_AT = 40  # candidates that may say the same as a record
_OPPOSITE = {Verdict.CONFIRMED: Verdict.DISPUTED, Verdict.DISPUTED: Verdict.CONFIRMED}


def background(store: Store, record_id: int, article_id: int | None = None) -> RecordBackground:
    """The claims that a record was used for, and a later record that says otherwise. :raises NotFoundError:

    :param article_id: its own verdicts contradict nothing: a claim that was just disputed would be news to itself
    """
    record = store.records.get(record_id)
    return RecordBackground(
        uses=tuple(store.matches.uses(record_id, USES)),
        contradicted_by=_later_contradiction(store, record, article_id),
    )


def _later_contradiction(store: Store, record: PriorRecord, article_id: int | None) -> Match | None:
    """The best later record of the same claim with the opposite verdict.

    A record of the weak band is another claim, and one that differs may be true beside it: neither contradicts.
    """
    opposite = _OPPOSITE.get(record.verdict) if record.verdict else None
    if opposite is None or not record.review_date:
        return None
    from factcheck_tui import matching

    query = matching.read_query(record.claim)
    found = store.candidates.find(query, limit=LOOKED_AT, exclude_article=article_id)
    for match in matching.rank(query, found, limit=LOOKED_AT):
        other = match.record
        later = other.review_date > record.review_date and other.id != record.id
        if later and other.verdict is opposite and match.band is not Band.WEAK and not match.differences:
            return match
    return None


def age(day: str, today: date) -> str:
    """How old an ISO day is, in whole years, months or days of which there are two or more; "" when it cannot be told.

    Of a day that is a year alone, or a month, the first day is taken.
    """
    parts = day[:10].split("-")
    try:
        year, month, in_month = (int(part) for part in [*parts, "1", "1"][:3])
        days = (today - date(year, month, in_month)).days
    except ValueError:
        return ""
    months = (today.year - year) * 12 + today.month - month - (today.day < in_month)
    if days < 0 or (len(parts) == 1 and months < 24):
        return ""
    for number, unit in ((months // 12, "years"), (months, "months"), (days, "days")):
        if number >= 2:
            return f"{number} {unit} old"
    return "new"
