"""What holds for the whole desk (what ratings and names stand for, articles put away) is undone as any decision is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import contents, keep_article, keep_records, make_desk, make_record
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.desk import Desk
from factcheck_tui.errors import ConflictError, FactcheckError, NotFoundError
from factcheck_tui.model import Aspect, Step, Verdict

Act = Callable[[Desk], object]
RATINGS = {"Soaked": None, "Mostly soaked": None, "False": Verdict.DISPUTED}  # and what an import makes of them
NAMES = ("Grey Point", "Punta Gris", "GREYPOINT", "greypoint", "Ash Bay", "ISIL")


def state(desk: Desk) -> object:
    """All that a step may change: what ratings and names stand for, what records follow from it, and verdicts."""
    records = {row[1]: row[8] for row in contents(desk.path)["prior_record"] if row[13] is None}
    ratings = {each.label.casefold(): each.verdict for each in desk.ratings() if each.verdict}
    verdicts = [status.verdict for status in desk.claims(1)]
    return records, ratings, {frozenset(group.terms) for group in desk.aliases()}, verdicts, desk.article_ids()


def filled(path: Path, checker: str = "Ada") -> Desk:
    """A desk with records of some ratings, and two claims."""
    desk = make_desk(path, checker)
    keep_records(
        desk.store, *(make_record(rating, rating=rating, verdict=verdict) for rating, verdict in RATINGS.items())
    )
    keep_article(desk.store, "One.", "Two.")
    keep_article(desk.store, "Three.")
    return desk


def group_of(desk: Desk, name: str) -> tuple[str, ...]:
    return next((group.terms for group in desk.aliases() if name in group.terms), ())


VERDICTS = st.sampled_from([None, *Verdict])
NAMED = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3)


def rated(labels: dict[str, Verdict | None]) -> Act:
    return lambda desk: desk.set_ratings(labels)


def joined(names: list[str]) -> Act:
    return lambda desk: desk.add_alias(names)


def parted(names: list[str]) -> Act:
    return lambda desk: desk.remove_alias(*names)


def regrouped(name: str, names: list[str]) -> Act:
    return lambda desk: desk.change_alias(group_of(desk, name), names)


def put_away(article: int, away: bool) -> Act:
    return lambda desk: desk.put_away([article], away)


def marked(claim: int, verdict: Verdict) -> Act:
    return lambda desk: desk.mark([claim], verdict)


ACTS = st.one_of(
    st.dictionaries(st.sampled_from(sorted(RATINGS)), VERDICTS, min_size=1).map(rated),
    NAMED.map(joined),
    NAMED.map(parted),
    st.tuples(st.sampled_from(NAMES), NAMED).map(lambda pair: regrouped(*pair)),
    st.tuples(st.sampled_from([1, 2]), st.booleans()).map(lambda pair: put_away(*pair)),
    st.tuples(st.sampled_from([1, 2]), st.sampled_from(Verdict)).map(lambda pair: marked(*pair)),
)


@settings(max_examples=40)
@given(acts=st.lists(ACTS, min_size=1, max_size=8), reopened=st.booleans())
def test_what_is_undone_to_the_start_is_as_at_the_start(acts: list[Act], reopened: bool) -> None:
    """The law: each undo brings back exactly what was before its step, each redo what was after it, across restarts;
    what is refused logs nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        desk = filled(path)
        states = [state(desk)]
        for act in acts:
            before = desk.store.decisions.last_id()
            try:
                act(desk)
            except FactcheckError:
                assert desk.store.decisions.last_id() == before
            if desk.store.decisions.last_id() > before:
                states.append(state(desk))
            assert state(desk) == states[-1]
        for again, way in ((Desk.undo, states[-2::-1]), (Desk.redo, states[1:]), (Desk.undo, states[-2::-1])):
            if reopened:
                desk.close()
                desk = make_desk(path)
            for expected in way:
                assert again(desk) is not None
                assert state(desk) == expected
            assert again(desk) is None
        assert desk.problems() == []
        desk.close()


def test_a_map_that_is_read_is_one_step(desk: Desk) -> None:
    """However many labels it sets, one undo takes all of it back and the records with it; matches are then old."""
    keep_records(desk.store, make_record("One", rating="Soaked"), make_record("Two", rating="Damp"))
    desk.set_ratings({"Soaked": Verdict.DISPUTED, "Damp": Verdict.PENDING, "True": Verdict.CONFIRMED})
    edition = desk.store.records.edition()
    step = desk.undo()
    assert step is not None and step.told == (
        "“damp” stands for pending → nothing; “soaked” stands for disputed → nothing"
    )
    assert {line.subject for line in step.decisions} == {"soaked", "damp"}, "what stood so already is no change"
    assert [record.verdict for record in desk.search("")] == [None, None]
    assert desk.store.records.edition() > edition
    assert desk.undo() is None


def test_a_change_of_names_is_told_by_what_each_stands_for(desk: Desk) -> None:
    """One step for one change, however many names it moves; undo puts each group back, and matches are then old."""
    desk.add_alias(["Grey Point", "Punta Gris"])
    desk.add_alias(["Greypoint", "punta gris"])
    assert group_of(desk, "Greypoint") == ("Grey Point", "Punta Gris", "Greypoint")
    edition = desk.store.records.edition()
    step = desk.undo()
    assert step is not None and step.told == (
        "“Punta Gris” stands for Grey Point, Greypoint → Grey Point; "
        "“Grey Point” stands for Punta Gris, Greypoint → Punta Gris; and 1 more"
    )
    assert group_of(desk, "Grey Point") == ("Grey Point", "Punta Gris")
    assert desk.store.records.edition() > edition
    assert (desk.undo() or pytest.fail()).decisions[0].change == "“Punta Gris” stands for Grey Point → itself alone"
    assert group_of(desk, "Grey Point") == ()


def test_undo_refuses_what_somebody_changed_since(path: Path) -> None:
    """Each checker's undo is their own; what Ben made of it since stays, whether Ada undoes or does again."""
    with filled(path) as ada, make_desk(path, "Ben") as ben:
        ada.set_ratings({"Soaked": Verdict.DISPUTED, "Mostly soaked": Verdict.PENDING})
        assert ben.undo() is None
        ben.set_ratings({"soaked": Verdict.CONFIRMED})
        before = state(ada)
        with pytest.raises(ConflictError, match="Ben changed it meanwhile: “soaked” stands for disputed → confirmed"):
            ada.undo()
        assert state(ada) == before
        ben.undo()
        assert ada.undo() is not None
        ben.set_ratings({"soaked": Verdict.CONFIRMED})
        with pytest.raises(ConflictError, match="Ben"):
            ada.redo()


def test_undo_refuses_when_a_name_is_in_another_group(path: Path) -> None:
    """A group that Ben added a name to is not undone without it; nor made again when a name went elsewhere."""
    with filled(path) as ada, make_desk(path, "Ben") as ben:
        ada.add_alias(["Grey Point", "Punta Gris"])
        ben.add_alias(["Grey Point", "Greypoint"])
        with pytest.raises(ConflictError, match="Ben changed it meanwhile"):
            ada.undo()
        assert group_of(ada, "Greypoint") == ("Grey Point", "Punta Gris", "Greypoint")
        ben.undo()
        ada.undo()
        ben.add_alias(["Punta Gris", "Ash Bay"])
        with pytest.raises(ConflictError, match="“Punta Gris” stands for itself alone → Ash Bay"):
            ada.redo()
        assert group_of(ada, "Punta Gris") == ("Punta Gris", "Ash Bay")


def test_a_group_that_changed_meanwhile_is_not_written_over(path: Path) -> None:
    """What a checker typed was meant for the names that were in view."""
    with filled(path) as ada, make_desk(path, "Ben") as ben:
        ada.add_alias(["Grey Point", "Punta Gris"])
        seen = group_of(ada, "Grey Point")
        ben.add_alias(["Grey Point", "Greypoint"])
        with pytest.raises(ConflictError, match="Ben changed it meanwhile"):
            ada.change_alias(seen, ["Grey Point", "The Point"])
        assert group_of(ada, "Greypoint") == ("Grey Point", "Punta Gris", "Greypoint")
        ada.change_alias(group_of(ada, "Grey Point"), ["grey point", "The Point"])
        assert group_of(ada, "The Point") == ("grey point", "The Point")
        assert group_of(ada, "Punta Gris") == ()


def test_names_are_taken_out_all_or_none(desk: Desk) -> None:
    """A name that is in no group is said before anything is changed; both names of a pair may be named."""
    desk.add_alias(["Grey Point", "Punta Gris"])
    with pytest.raises(NotFoundError, match="“Ash Bay” is no alias"):
        desk.remove_alias("Grey Point", "Ash Bay")
    assert group_of(desk, "Grey Point") == ("Grey Point", "Punta Gris")
    assert [group.terms for group in desk.remove_alias("Grey Point", "punta gris")] == [()]
    assert group_of(desk, "Punta Gris") == ()
    assert len((desk.undo() or pytest.fail()).decisions) == 2


def test_a_screen_takes_back_only_what_it_shows(desk: Desk) -> None:
    """Undo of ratings alone refuses a verdict and says what the last step was; and so does redo."""
    keep_article(desk.store, "One.")
    desk.set_ratings({"Soaked": Verdict.DISPUTED})
    desk.mark([1], Verdict.CONFIRMED)
    with pytest.raises(FactcheckError, match="Your last step was something else: verdict pending → confirmed"):
        desk.undo(Aspect.RATING)
    assert desk.claim(1).verdict is Verdict.CONFIRMED
    desk.undo()
    with pytest.raises(FactcheckError, match="What you undid last is something else: verdict"):
        desk.redo(Aspect.RATING)
    with pytest.raises(FactcheckError, match="Your last step was something else: “soaked” stands for"):
        desk.undo(Aspect.ALIAS)
    assert isinstance(desk.undo(Aspect.RATING), Step)
    assert isinstance(desk.redo(Aspect.RATING), Step)


def test_the_history_of_all_tells_them(desk: Desk) -> None:
    """Who, when, from what to what, beside the decisions on claims; the history of an article is about its claims."""
    keep_article(desk.store, "One.")
    desk.set_ratings({"Soaked": Verdict.DISPUTED})
    desk.mark([1], Verdict.CONFIRMED)
    desk.undo()
    desk.undo()
    lines = desk.history()
    assert [(line.article_id, line.number, line.decision.act, line.decision.change) for line in lines] == [
        (0, 0, "undo", "“soaked” stands for disputed → nothing"),
        (1, 1, "undo", "verdict confirmed → pending"),
        (1, 1, "do", "verdict pending → confirmed"),
        (0, 0, "do", "“soaked” stands for nothing → disputed"),
    ]
    assert {line.decision.checker for line in lines} == {"Ada"}
    assert len(desk.history(article_id=1)) == len(desk.history(claim_id=1)) == 2


def test_a_colleagues_settings_stay_theirs(path: Path, tmp_path: Path) -> None:
    """A merge brings articles, records and what was decided on claims, not what ratings and names stand for there: so
    it brings no step of these either, that an undo here could take back.
    """
    with make_desk(tmp_path / "theirs.db", "Ada") as theirs:
        keep_article(theirs.store, "One.")
        theirs.mark([1], Verdict.DISPUTED)
        theirs.set_ratings({"Soaked": Verdict.DISPUTED})
        theirs.add_alias(["Grey Point", "Punta Gris"])
        theirs.undo()
    with make_desk(path, "Ada") as desk:
        before = desk.ratings(), desk.aliases()
        report = desk.merge(tmp_path / "theirs.db")
        assert report.decisions == 1
        assert (desk.ratings(), desk.aliases()) == before
        assert [line.decision.change for line in desk.history()] == ["verdict pending → disputed"]
        assert (desk.undo() or pytest.fail()).decisions[0].claim_id == 1
        assert desk.merge(tmp_path / "theirs.db").decisions == 0
