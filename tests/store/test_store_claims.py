"""Claims: pieces of an article in reading order, with what was decided on them."""

from dataclasses import replace

import pytest
from factories import AT, decide, keep_article, make_article, marked

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Aspect, Change, Claim, ClaimKind, Nature, SetAside, Verdict
from factcheck_tui.store import Store


def test_a_claim_comes_back_as_it_was_found(store: Store) -> None:
    """Every field that claim finding filled is kept."""
    article = make_article("Ada says it is tall. READ MORE: towers")
    article_id = store.articles.add(article, "Ada", AT)
    claim = Claim(start=0, end=20, text=article.text[:20], kind=ClaimKind.CAPTION, nature=Nature.STATISTIC,
                  claimant="Ada", cue="says", reported_by="Tower News",
                  priority=70, reasons=("a “number”", "a name"))  # fmt: skip
    aside = Claim(start=21, end=38, text=article.text[21:], set_aside=SetAside.CROSS_REFERENCE)
    store.claims.add(article_id, [aside, claim])
    kept = [status.claim for status in store.claims.of_article(article_id)]
    assert [replace(piece, id=0) for piece in kept] == [
        replace(claim, article_id=article_id, number=1),
        replace(aside, article_id=article_id, number=0),
    ]
    assert [store.claims.get(piece.id).claim for piece in kept] == kept


def test_a_new_claim_is_pending_and_nobodys(store: Store) -> None:
    """Before anybody decides, the verdict is pending and no name stands beside it."""
    (claim_id,) = keep_article(store, "One.")
    status = store.claims.get(claim_id)
    assert (status.verdict, status.checker, status.decided_at, status.note, status.flagged, status.linked) == (
        Verdict.PENDING, "", "", "", False, 0,
    )  # fmt: skip


def test_a_claim_shows_the_newest_of_each_aspect(store: Store) -> None:
    """Verdict, note and flag are the newest lines of the log; the verdict says who and when."""
    one, two = keep_article(store, "One.", "Two.")
    decide(store, "Ada", marked(one, Verdict.DISPUTED), Change(claim_id=one, aspect=Aspect.NOTE, new="why"))
    decide(store, "Ben", marked(one, Verdict.CONFIRMED), Change(claim_id=one, aspect=Aspect.FLAG, new="flagged"))
    status = store.claims.get(one)
    assert (status.verdict, status.checker, status.decided_at, status.note, status.flagged) == (
        Verdict.CONFIRMED, "Ben", AT, "why", True,
    )  # fmt: skip
    assert store.claims.get(two).verdict is Verdict.PENDING


def test_claims_are_renumbered_when_one_is_set_aside(store: Store) -> None:
    """Numbers are what a reader counts: without the pieces set aside, and again with one that is brought back."""
    ids = keep_article(store, "One.", "Two.", "Three.")
    article_id = store.claims.get(ids[0]).claim.article_id

    def numbers() -> list[int]:
        listed = [status.claim.number for status in store.claims.of_article(article_id)]
        assert [store.claims.get(claim_id).claim.number for claim_id in ids] == listed
        return listed

    assert numbers() == [1, 2, 3]
    decide(store, "Ada", Change(claim_id=ids[0], aspect=Aspect.SET_ASIDE, new=SetAside.CHECKER))
    assert numbers() == [0, 1, 2]
    assert store.claims.get(ids[0]).claim.set_aside is SetAside.CHECKER
    decide(store, "Ada", Change(claim_id=ids[0], aspect=Aspect.SET_ASIDE, new=""))
    assert numbers() == [1, 2, 3]


def test_what_the_program_set_aside_can_be_made_a_claim_and_back(store: Store) -> None:
    """The log starts from the program's finding: making a question a claim is a change, leaving it one is none."""
    article_id = store.articles.add(make_article("Is it tall?"), "Ada", AT)
    store.claims.add(article_id, [Claim(start=0, end=11, text="Is it tall?", set_aside=SetAside.QUESTION)])
    claim_id = store.claims.of_article(article_id)[0].claim.id
    with store.writing():
        stays = Change(claim_id=claim_id, aspect=Aspect.SET_ASIDE, new=SetAside.QUESTION)
        assert store.decisions.record([stays], "Ada", AT) is None
        store.decisions.record([Change(claim_id=claim_id, aspect=Aspect.SET_ASIDE, new="")], "Ada", AT)
    assert store.claims.get(claim_id).claim.is_claim
    with store.writing():
        store.decisions.undo("Ada", AT)
    assert store.claims.get(claim_id).claim.set_aside is SetAside.QUESTION


def test_unmatched_claims_are_those_of_an_older_archive(store: Store) -> None:
    """Claims whose matches are older than the archive, in reading order; what is set aside is not matched."""
    one, two, three = keep_article(store, "One.", "Two.", "Three.")
    article_id = store.claims.get(one).claim.article_id
    decide(store, "Ada", Change(claim_id=three, aspect=Aspect.SET_ASIDE, new=SetAside.CHECKER))
    with store.writing():
        store.matches.keep(one, [], 7)
    assert store.claims.matched_with(one) == 7
    assert store.claims.matched_with(two) == 0
    assert store.claims.unmatched(article_id, 7) == [two]
    assert store.claims.unmatched(article_id, 8) == [one, two]


def test_an_unknown_claim_is_said_to_be_unknown(store: Store) -> None:
    """An id that is none is answered in a sentence."""
    with pytest.raises(NotFoundError, match="no claim with the id 5"):
        store.claims.get(5)
