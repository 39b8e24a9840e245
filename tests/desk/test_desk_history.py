"""The history: who decided what on a claim, on an article, and lately on all of them."""

from pathlib import Path

from factories import make_article, make_desk, make_evidence, make_record, write_records

from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision, SetAside, Verdict

TEXT = "The tower of Grey Point\n\nThe tower was built in 1871. It is 30 metres tall.\n"
OTHER = "The bridge of Grey Point\n\nThe bridge was opened in 1902.\n"


def test_history_has_everything_with_its_claim(desk: Desk, path: Path, tmp_path: Path) -> None:
    """Verdicts, notes, sources, links and their undoing, the newest first, each with the claim that it is about."""
    for text in (TEXT, OTHER):
        desk.add(make_article(text))
    tower, bridge = (desk.claims(article)[1].claim.id for article in (1, 2))
    desk.import_records(write_records(tmp_path / "a.ndjson", [make_record("Built in 1871", publisher="Checks")]))
    desk.mark([tower], Verdict.DISPUTED)
    desk.add_evidence(make_evidence(tower, title="Register"))
    with make_desk(path, "Ben") as bens:
        bens.note(bridge, "ask the harbour board")
        bens.decide_match(tower, 1, MatchDecision.LINKED)
        bens.undo()
    lines = desk.history()
    assert [(line.article_id, line.number, line.decision.checker, line.decision.act) for line in lines] == [
        (1, 2, "Ben", "undo"), (1, 2, "Ben", "do"), (2, 2, "Ben", "do"), (1, 2, "Ada", "do"), (1, 2, "Ada", "do"),
    ]  # fmt: skip
    assert [line.decision.change for line in lines] == [
        "match linked → none", "match none → linked", "note none → ask the harbour board",
        "evidence added", "verdict pending → disputed",
    ]  # fmt: skip
    assert [line.decision.about for line in lines[:4]] == ["Checks: Built in 1871"] * 2 + ["", "Register"]
    assert {(line.article, line.claim) for line in lines} == {
        ("The tower of Grey Point", "The tower was built in 1871."),
        ("The bridge of Grey Point", "The bridge was opened in 1902."),
    }
    assert desk.history(article_id=2) == [lines[2]]
    assert desk.history(claim_id=tower) == [line for line in lines if line.article_id == 1]
    assert [line.decision for line in desk.history(claim_id=tower)] == desk.claim_history(tower)[::-1]
    assert desk.history(limit=2) == lines[:2]


def test_a_claim_that_was_set_aside_has_no_number_in_its_history(desk: Desk) -> None:
    """Numbers are today's: what comes after a piece that was set aside moves up, the piece itself has none."""
    desk.add(make_article(TEXT))
    first, second, third = (status.claim.id for status in desk.claims(1))
    desk.mark([first, third], Verdict.CONFIRMED)
    desk.set_aside([second], SetAside.CHECKER)
    assert [(line.decision.claim_id, line.number) for line in desk.history()] == [(second, 0), (third, 2), (first, 1)]


def test_that_an_article_was_put_away_is_in_its_own_history(desk: Desk, path: Path) -> None:
    """As each bringing back: a line with who and when, among those on its claims; not in another's, nor a claim's."""
    for number, text in enumerate((TEXT, OTHER), 1):
        assert desk.add(make_article(text))[0].id == number
    [claim_id, *_] = (status.claim.id for status in desk.claims(1))
    desk.mark([claim_id], Verdict.DISPUTED)
    desk.put_away([1, 2])
    with make_desk(path, "Ben") as bens:
        bens.put_away([1], away=False)
        bens.undo()
        bens.add(make_article(TEXT))
    lines = desk.history(article_id=1)
    assert [(line.decision.checker, line.decision.act, line.decision.change) for line in lines] == [
        ("Ben", "do", "article 1 brought back"),
        ("Ben", "undo", "article 1 put away"),
        ("Ben", "do", "article 1 brought back"),
        ("Ada", "do", "article 1 put away"),
        ("Ada", "do", "verdict pending → disputed"),
    ]
    assert {(line.article_id, line.article) for line in lines} == {(1, "The tower of Grey Point")}
    assert [line.decision.change for line in desk.history(article_id=2)] == ["article 2 put away"]
    assert len(desk.history(claim_id=claim_id)) == 1
    assert desk.history(article_id=1, limit=2) == lines[:2]
