"""What a verdict rests on: sources added, changed and removed, each as a step like any other decision."""

from __future__ import annotations

from dataclasses import replace

from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Aspect, Change, Evidence
from factcheck_tui.store import Store


def trimmed(evidence: Evidence) -> Evidence:
    """Without white space around its texts. :raises FactcheckError: when neither title nor address is left"""
    texts = {name: getattr(evidence, name).strip() for name in ("title", "url", "locator", "quotation")}
    if not (texts["title"] or texts["url"]):
        raise FactcheckError("A source needs a title or an address; nothing was kept.")
    return replace(evidence, **texts)


def added(store: Store, evidence: Evidence) -> Change:
    """The change that adds a source. Runs in the transaction that logs it. :raises NotFoundError: without its claim"""
    store.claims.get(evidence.claim_id)
    wording = str(store.evidence.add(evidence))
    return Change(claim_id=evidence.claim_id, aspect=Aspect.EVIDENCE, subject=wording, new=wording, seen="")


def changed(store: Store, evidence: Evidence) -> Change:
    """The change that gives a source other words than those it was read with; the same words change nothing."""
    as_it_was = store.evidence.says(evidence)
    return _of(evidence, str(evidence.wording if as_it_was else store.evidence.add(evidence)))


def removed(evidence: Evidence) -> Change:
    """The change that removes a source."""
    return _of(evidence, "")


def _of(evidence: Evidence, new: str) -> Change:
    return Change(
        claim_id=evidence.claim_id,
        aspect=Aspect.EVIDENCE,
        subject=str(evidence.id),
        new=new,
        seen=str(evidence.wording),
    )
