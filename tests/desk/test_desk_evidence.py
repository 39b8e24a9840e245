"""What a verdict rests on: sources come, change and go as steps of the log, and confidential ones stay at the desk."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from factories import contents, make_article, make_desk, make_evidence
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import ConflictError, FactcheckError, NotFoundError
from factcheck_tui.model import Aspect, Evidence, SourceKind, Stance, Verdict, without_confidential

TEXT = "The tower of Grey Point\n\nThe tower was built in 1871. It is 30 metres tall.\n"


@pytest.fixture
def claim_id(desk: Desk) -> int:
    """A claim on the desk."""
    article, _ = desk.add(make_article(TEXT))
    return desk.claims(article.id)[1].claim.id


def said(evidence: Evidence) -> Evidence:
    """What a checker wrote of a source, without what the desk adds."""
    return replace(evidence, id=0, wording=0, checker="", at="")


def test_a_source_is_kept_as_it_was_given(desk: Desk, claim_id: int) -> None:
    """Every field comes back, without white space around it, with who added it and when."""
    given_ = Evidence(
        claim_id=claim_id,
        title=" Register of towers\n",
        url="https://example.org/towers",
        locator="p. 12, table 3",
        quotation="Built 1871 [sic]",
        kind=SourceKind.PRIMARY,
        stance=Stance.AGAINST,
        confidential=True,
    )
    desk.add_evidence(given_)
    (kept,) = desk.evidence_of(claim_id)
    assert said(kept) == replace(given_, title="Register of towers")
    assert (kept.checker, kept.at[:10]) == ("Ada", "2025-05-01")
    assert desk.evidence(kept.id) == kept


def test_sources_are_counted_with_the_claim(desk: Desk, claim_id: int) -> None:
    """A claim says how many sources it rests on and how many of them are primary; secondary only is told."""
    assert not desk.claim(claim_id).secondary_only
    desk.add_evidence(make_evidence(claim_id))
    desk.add_evidence(make_evidence(claim_id))
    status = desk.claim(claim_id)
    assert (status.sources, status.primary_sources, status.secondary_only) == (2, 0, True)
    desk.add_evidence(make_evidence(claim_id, kind=SourceKind.PRIMARY))
    status = desk.claim(claim_id)
    assert (status.sources, status.primary_sources, status.secondary_only) == (3, 1, False)
    assert [piece.sources for piece in desk.pieces(1) if piece.claim.id != claim_id] == [0, 0]


def test_a_source_needs_a_name_or_an_address(desk: Desk, claim_id: int, path: Path) -> None:
    """White space is neither; a quotation alone could not be looked up by anybody. Nothing is kept."""
    before = contents(path)
    with pytest.raises(FactcheckError, match="title or an address"):
        desk.add_evidence(Evidence(claim_id=claim_id, title="  ", url="\n", quotation="Built 1871"))
    with pytest.raises(NotFoundError):
        desk.add_evidence(make_evidence(99))
    assert contents(path) == before


def test_a_source_is_changed_and_removed_as_steps(desk: Desk, claim_id: int) -> None:
    """Each is one line of the log about that source; the same words again are no step."""
    desk.add_evidence(make_evidence(claim_id, title="Register"))
    desk.add_evidence(make_evidence(claim_id, title="Letter"))
    first, second = desk.evidence_of(claim_id)
    assert desk.change_evidence(first) is None
    desk.change_evidence(replace(first, locator="p. 3"))
    assert [(each.id, each.title, each.locator) for each in desk.evidence_of(claim_id)] == [
        (first.id, "Register", "p. 3"), (second.id, "Letter", ""),
    ]  # fmt: skip
    desk.remove_evidence(second)
    assert [each.id for each in desk.evidence_of(claim_id)] == [first.id]
    with pytest.raises(NotFoundError, match="no evidence"):
        desk.evidence(second.id)
    lines = desk.claim_history(claim_id)
    assert [(line.aspect, line.subject, line.change, line.about) for line in lines] == [
        (Aspect.EVIDENCE, str(first.id), "evidence added", "Register"),
        (Aspect.EVIDENCE, str(second.id), "evidence added", "Letter"),
        (Aspect.EVIDENCE, str(first.id), "evidence changed", "Register"),
        (Aspect.EVIDENCE, str(second.id), "evidence removed", "Letter"),
    ]


def test_what_another_did_to_a_source_is_not_overwritten(desk: Desk, claim_id: int, path: Path) -> None:
    """A source that was changed or removed since it was read is left as it is, and who did it is said."""
    desk.add_evidence(make_evidence(claim_id, title="Register"))
    (read,) = desk.evidence_of(claim_id)
    with make_desk(path, "Ben") as bens:
        bens.change_evidence(replace(read, title="Land register"))
        with pytest.raises(ConflictError, match=r"Ben changed .*evidence changed"):
            desk.change_evidence(replace(read, title="Tower register"))
        with pytest.raises(ConflictError, match="Ben"):
            desk.remove_evidence(read)
        with pytest.raises(ConflictError, match="Ben"):
            desk.undo()
        assert [each.title for each in desk.evidence_of(claim_id)] == ["Land register"]
        assert len(contents(path)["evidence"]) == 2  # what was refused left no wording behind
        (now,) = desk.evidence_of(claim_id)
        bens.remove_evidence(now)
        with pytest.raises(ConflictError, match="evidence removed"):
            desk.change_evidence(replace(now, title="Tower register"))


def test_an_undone_change_gives_the_source_back_to_who_set_it(desk: Desk, claim_id: int, path: Path) -> None:
    """After an undo the source stands as before, with the name of who wrote it so."""
    desk.add_evidence(make_evidence(claim_id, title="Register"))
    (read,) = desk.evidence_of(claim_id)
    with make_desk(path, "Ben") as bens:
        bens.change_evidence(replace(read, title="Land register"))
        assert [each.checker for each in desk.evidence_of(claim_id)] == ["Ben"]
        bens.undo()
    assert desk.evidence_of(claim_id) == [read]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["add", "change", "remove"]), st.integers(0, 3)), max_size=8))
def test_undo_takes_back_every_step_and_redo_brings_it_again(steps: list[tuple[str, int]]) -> None:
    """Whatever was added, changed and removed: undone to the first step nothing is left, redone all is there again."""
    with tempfile.TemporaryDirectory() as folder, make_desk(Path(folder) / "desk.db") as desk:
        desk.add(make_article(TEXT))
        claim_id = desk.claims(1)[1].claim.id
        states = [desk.evidence_of(claim_id)]
        for number, (act, index) in enumerate(steps):
            sources = desk.evidence_of(claim_id)
            if act == "add" or not sources:
                desk.add_evidence(make_evidence(claim_id, title=f"Source {number}"))
            elif act == "change":
                desk.change_evidence(replace(sources[index % len(sources)], quotation=f"words {number}"))
            else:
                desk.remove_evidence(sources[index % len(sources)])
            states.append(desk.evidence_of(claim_id))
        for state in reversed(states[:-1]):
            desk.undo()
            assert desk.evidence_of(claim_id) == state
            assert desk.claim(claim_id).sources == len(state)
        for state in states[1:]:
            desk.redo()
            assert [said(each) for each in desk.evidence_of(claim_id)] == [said(each) for each in state]


def test_confidential_sources_leave_the_desk_only_when_asked_for(desk: Desk, claim_id: int) -> None:
    """A verdict list holds the open sources; the confidential ones come by name, and the log of exports says so."""
    desk.add_evidence(make_evidence(claim_id, title="Register"))
    desk.add_evidence(make_evidence(claim_id, title="Mrs Hale, by telephone", confidential=True))
    row = desk.verdict_list(Filter()).rows[1]
    assert [each.title for each in row.evidence] == ["Register"]
    assert "Hale" not in repr(row)
    row = desk.verdict_list(Filter(with_confidential=True)).rows[1]
    assert [each.title for each in row.evidence] == ["Register", "Mrs Hale, by telephone"]
    assert [line.about for line in row.history] == ["Register", "Mrs Hale, by telephone"]
    assert without_confidential(row.evidence) == row.evidence[:1]
    assert Filter(with_confidential=True).described() == {"with_confidential": True}


def test_a_suggested_wording_is_a_step(desk: Desk, claim_id: int, path: Path) -> None:
    """What the article should say instead: signed, undone, and never overwritten unseen."""
    desk.suggest_wording(claim_id, " The tower was built in 1872.\n")
    assert desk.claim(claim_id).suggested_wording == "The tower was built in 1872."
    with make_desk(path, "Ben") as bens:
        with pytest.raises(ConflictError, match=r"Ada changed .*wording: The tower was built in 1872"):
            bens.suggest_wording(claim_id, "", seen="")
        bens.suggest_wording(claim_id, "", seen="The tower was built in 1872.")
        assert desk.claim(claim_id).suggested_wording == ""
        bens.undo()
    desk.undo()
    assert desk.claim(claim_id).suggested_wording == ""
    assert desk.claim(claim_id).verdict is Verdict.PENDING
