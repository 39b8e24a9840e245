"""An article that was added by mistake is put away, off the list with all that was decided on it, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import keep_article, make_article, make_desk

from factcheck_tui.desk import Desk, Filter, article_query
from factcheck_tui.errors import ConflictError, NotFoundError
from factcheck_tui.model import Verdict

LINES = ("The tower is 300 metres tall.", "The bridge is new.", "The quay was built in 1871.")


@pytest.fixture
def three(desk: Desk) -> Desk:
    """A desk with three articles of a claim each; the second is put away."""
    for line in LINES:
        keep_article(desk.store, line)
    desk.mark([2], Verdict.DISPUTED)
    desk.bookmark(2, 2)
    desk.put_away([2])
    return desk


def test_it_is_in_no_list_of_articles(three: Desk) -> None:
    """Nor in an export of all, nor where the desk opens; its number still names it, and what was decided stays."""
    assert [progress.article.id for progress in three.articles()] == three.article_ids() == [3, 1]
    assert [(each.article.id, each.article.away) for each in three.articles(with_away=True)] == [
        (3, False),
        (2, True),
        (1, False),
    ]
    assert {row.article.id for row in three.verdict_list(Filter()).rows} == {1, 3}
    assert [row.status.verdict for row in three.verdict_list(Filter(articles=(2,))).rows] == [Verdict.DISPUTED]
    assert three.last_article() is None and three.first_look() is None
    assert three.find_article("2").away
    with pytest.raises(NotFoundError, match="no article “bridge”"):
        three.find_article("bridge")
    assert three.claim(2).verdict is Verdict.DISPUTED


def test_it_comes_back_by_undo_by_hand_or_when_it_is_added_again(three: Desk, path: Path) -> None:
    """Whichever way, it is a step of the log that can be undone itself."""
    three.undo()
    assert three.article_ids() == [3, 2, 1] and three.last_article() == 2
    three.redo()
    with make_desk(path, "Ben") as ben:
        ben.put_away([2], away=False)
        assert ben.article_ids() == [3, 2, 1]
        with pytest.raises(ConflictError, match="Ben changed it meanwhile: article 2 brought back"):
            three.undo()
        ben.undo()
        assert ben.article_ids() == [3, 1]
        article, new = ben.add(make_article(LINES[1] + "\n"))
        assert (article.id, article.away, new) == (2, False, False)
        assert ben.article_ids() == [3, 2, 1]
        ben.undo()
        assert ben.article_ids() == [3, 1]
    assert [line.decision.change for line in three.history(limit=2)] == [
        "article 2 put away",
        "article 2 brought back",
    ]
    assert {(line.article_id, line.article, line.claim) for line in three.history(limit=2)} == {(2, LINES[1], "")}


def test_several_are_one_step_and_one_that_is_not_there_changes_nothing(three: Desk) -> None:
    """As every key is."""
    with pytest.raises(NotFoundError, match="no article 9"):
        three.put_away([1, 9])
    assert three.put_away([2]) is None, "it is away"
    three.put_away([1, 3])
    assert three.article_ids() == []
    three.undo()
    assert three.article_ids() == [3, 1]


def test_nothing_is_taken_for_the_next_draft_of_it(three: Desk) -> None:
    """A draft that was added in the wrong place is no draft to go on from; as a draft it may come back itself."""
    again = make_article("The bridge is new.\n\nIt has two lanes, the mayor said on Monday.\n")
    assert three.likely_draft(again) is None
    three.put_away([2], away=False)
    assert (three.likely_draft(again) or pytest.fail()).id == 2
    three.put_away([2])
    assert three.revise(1, make_article(LINES[1] + "\n")).article.id == 2
    assert three.article_ids() == [3, 2, 1]


@pytest.mark.parametrize(
    ("typed", "listed"),
    [("", [3, 1]), ("is:", [3, 1]), ("is:a", [2]), ("is:away", [2]), ("is:away quay", []), ("is:open", [3, 1]),
     ("is:away is:done", [2]), ("bridge", []), ("away", [])],
)  # fmt: skip
def test_the_lists_filter_finds_it(three: Desk, typed: str, listed: list[int]) -> None:
    """``is:away`` lists what was put away, and only that; no other words do."""
    found = [each.article.id for each in three.articles(with_away=True) if article_query.lets(typed, each)]
    assert found == listed


def test_other_programs_see_the_same_list(three: Desk) -> None:
    """The views leave it out as the program does, and one of their own tells who put it away."""
    db = three.store._db
    assert [row["article_id"] for row in db.rows("SELECT article_id FROM progress")] == [1, 3]
    assert [row["claim"] for row in db.rows("SELECT claim FROM verdict_list")] == [LINES[0], LINES[2]]
    assert [tuple(row)[:3] for row in db.rows("SELECT * FROM put_away")] == [(2, LINES[1], "Ada")]
    three.undo()
    assert len(db.rows("SELECT * FROM verdict_list")) == 3 and db.rows("SELECT * FROM put_away") == []


def test_a_merge_brings_what_is_away_there_and_leaves_away_what_is_away_here(three: Desk, tmp_path: Path) -> None:
    """What was decided on it travels; what a colleague has on their list is theirs."""
    three.backup(tmp_path / "copy.db")
    with make_desk(tmp_path / "fresh.db") as fresh:
        assert fresh.merge(tmp_path / "copy.db").articles == 3
        assert fresh.article_ids() == [3, 2, 1]
        assert fresh.claim(2).verdict is Verdict.DISPUTED
    with make_desk(tmp_path / "copy.db", "Ben") as ben:
        ben.put_away([2], away=False)
        ben.note(2, "a note")
    assert three.merge(tmp_path / "copy.db").decisions == 1
    assert three.article_ids() == [3, 1]
