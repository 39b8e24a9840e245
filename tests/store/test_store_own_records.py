"""The desk's own verdicts are prior records the moment they are set, and are none when they are taken back."""

from dataclasses import replace

from factories import AT, DAY, decide, keep_article, make_record, make_row, marked, searched

from factcheck_tui.desk import searching
from factcheck_tui.model import Aspect, Change, PriorRecord, SetAside, Verdict
from factcheck_tui.store import Store


def merge(store: Store, *records: PriorRecord) -> tuple[int, int, int]:
    with store.writing():
        import_id = store.imports.begin("records.ndjson", "ndjson", "Ada", AT)
        return store.records.merge([make_row(record, line) for line, record in enumerate(records, 1)], import_id)


def found(store: Store, typed: str) -> list[str]:
    return searched(store, typed)


FULL = PriorRecord(
    claim="The tower is 330 metres tall \U0001f5fc",
    source_id="x-1",
    title="How tall is it?",
    body="We measured.\nTwice.",
    claimant="Ben",
    claim_date="2024-01-02",
    rating="Mostly “true”",
    verdict=Verdict.CONFIRMED,
    publisher="Example Checks",
    review_date="2024-01-03",
    url="https://example.org/1",
    language="en",
)


def own(store: Store) -> list[PriorRecord]:
    return [record for record in store.records.newest(20) if record.own_claim_id]


def test_a_verdict_is_a_prior_record_at_once(store: Store) -> None:
    """A decided claim is found by the next search, with the note as its body and our own word as its rating."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.", language="de")
    note = Change(claim_id=claim_id, aspect=Aspect.NOTE, new="It is 330.")
    decide(store, "Ada", marked(claim_id, Verdict.DISPUTED), note)
    (record,) = searching.search(store, "tower 330", 5)
    assert record == PriorRecord(
        id=record.id,
        source_id=f"own-{claim_id}",
        claim="The tower is 300 metres tall.",
        title="The tower is 300 metres tall.",
        body="It is 330.",
        rating="disputed",
        verdict=Verdict.DISPUTED,
        publisher="Own desk",
        review_date=DAY,
        language="de",
        own_claim_id=claim_id,
    )


def test_a_changed_verdict_or_note_changes_the_record(store: Store) -> None:
    """There is one record of a claim, and it says what stands now."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    decide(store, "Ada", marked(claim_id, Verdict.DISPUTED))
    decide(store, "Ben", marked(claim_id, Verdict.CONFIRMED))
    decide(store, "Ben", Change(claim_id=claim_id, aspect=Aspect.NOTE, new="Measured by laser."))
    assert [(record.verdict, record.body) for record in own(store)] == [(Verdict.CONFIRMED, "Measured by laser.")]
    assert found(store, "laser") == ["The tower is 300 metres tall."]
    assert store.problems() == []


def test_an_undone_verdict_is_no_prior_record(store: Store) -> None:
    """After the undo nobody stands for it: it is neither found, nor listed, nor counted."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    decide(store, "Ada", marked(claim_id, Verdict.DISPUTED))
    assert store.records.count() == 1
    with store.writing():
        step = store.decisions.undo("Ada", AT)
        assert step
        store.records.publish_own(step.decisions, DAY)
    assert (found(store, "tower"), own(store), store.records.count()) == ([], [], 0)


def test_a_note_alone_makes_no_prior_record(store: Store) -> None:
    """A pending claim with a note is no finished check."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    decide(store, "Ada", Change(claim_id=claim_id, aspect=Aspect.NOTE, new="Ask Ben."))
    assert (found(store, "tower"), store.records.count()) == ([], 0)


def test_a_claim_set_aside_is_no_prior_record(store: Store) -> None:
    """What a checker calls no claim is not found; brought back, it is."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    decide(store, "Ada", marked(claim_id, Verdict.DISPUTED))
    decide(store, "Ada", Change(claim_id=claim_id, aspect=Aspect.SET_ASIDE, new=SetAside.CHECKER))
    assert own(store) == []
    decide(store, "Ada", Change(claim_id=claim_id, aspect=Aspect.SET_ASIDE, new=""))
    assert [record.verdict for record in own(store)] == [Verdict.DISPUTED]


def test_flags_and_links_make_no_prior_record(store: Store) -> None:
    """What says nothing of the claim leaves the archive, and its edition, as they are."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    edition = store.records.edition()
    decide(store, "Ada", Change(claim_id=claim_id, aspect=Aspect.FLAG, new="flagged"))
    assert (store.records.count(), store.records.edition()) == (0, edition)


def test_an_import_cannot_change_our_own_verdict(store: Store) -> None:
    """A row that bears the id of our own record, by chance or design, changes nothing of it."""
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    decide(store, "Ada", marked(claim_id, Verdict.DISPUTED))
    assert merge(store, make_record("It was confirmed", source_id=f"own-{claim_id}", rating="True")) == (0, 0, 1)
    assert [record.verdict for record in own(store)] == [Verdict.DISPUTED]


def test_an_import_under_the_id_of_our_own_stays_what_it_is(store: Store) -> None:
    """Somebody else's record came under the id that our verdict would have: a claim may be linked to it, so it stays,
    and our own gets another id, which it keeps.
    """
    (claim_id,) = keep_article(store, "The tower is 300 metres tall.")
    theirs = replace(FULL, source_id=f"own-{claim_id}")
    merge(store, theirs)
    for verdict in (Verdict.DISPUTED, Verdict.CONFIRMED):
        decide(store, "Ada", marked(claim_id, verdict))
        found = store.records.find(f"own-{claim_id}")
        assert replace(found, id=0) == replace(theirs, id=0)
        [record] = own(store)
        assert record == store.records.own(claim_id)
        assert (record.claim, record.verdict) == ("The tower is 300 metres tall.", verdict)
        assert record.source_id.startswith(f"own-{claim_id}-")


def test_the_edition_grows_with_every_change(store: Store) -> None:
    """Matches know by it that they are old; a decision that changes the archive raises it too."""
    (claim_id,) = keep_article(store, "One.")
    editions = [store.records.edition()]
    with store.writing():
        store.records.new_edition()
    editions.append(store.records.edition())
    decide(store, "Ada", marked(claim_id, Verdict.CONFIRMED))
    editions.append(store.records.edition())
    assert editions == sorted(set(editions))


def test_verdicts_on_an_article_leave_its_own_matches_as_they_are(store: Store) -> None:
    """What is decided on an article is no prior record for it: only other articles, and every article after an import,
    are to be matched anew.
    """
    (tower,) = keep_article(store, "The tower is 300 metres tall.")
    (bridge,) = keep_article(store, "The bridge was opened in 1902.")
    at, of = (store.claims.article_of(claim) for claim in (tower, bridge))
    with store.writing():
        store.records.new_edition()
    first = store.records.edition()
    assert (store.records.edition_for(at), store.records.edition_for(of)) == (first, first)
    decide(store, "Ada", marked(tower, Verdict.CONFIRMED))
    decide(store, "Ada", marked(tower, Verdict.DISPUTED))
    second = store.records.edition()
    assert (store.records.edition_for(at), store.records.edition_for(of)) == (first, second)
    decide(store, "Ada", marked(tower, Verdict.CONFIRMED), marked(bridge, Verdict.CONFIRMED))
    third = store.records.edition()
    assert (store.records.edition_for(at), store.records.edition_for(of)) == (third, third)
    with store.writing():
        store.records.new_edition()
    last = store.records.edition()
    assert first < second < third < last
    assert (store.records.edition_for(at), store.records.edition_for(of)) == (last, last)
