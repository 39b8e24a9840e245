"""A checker at a desk: articles in, verdicts set, and what was decided is there for the next article at once."""

from pathlib import Path

import pytest
from factories import contents, make_article, make_desk, make_record, write_records

from factcheck_tui.desk import Desk, parse_verdict, read_tags
from factcheck_tui.errors import ConflictError, FactcheckError, NotFoundError
from factcheck_tui.model import Aspect, Band, MatchDecision, SetAside, Verdict

TEXT = """The lighthouse at Grey Point is closed

The lighthouse at Grey Point was built in 1871 by Jonas Hale. It burned whale oil for forty years.

A storm destroyed its lamp in 1903, the harbour board said.
"""
OTHER = """A walk along the coast

Jonas Hale built the lighthouse at Grey Point in 1871.
"""


def add(desk: Desk, text: str = TEXT) -> list[int]:
    """Add an article; gives the ids of its claims."""
    article, _ = desk.add(make_article(text))
    return [status.claim.id for status in desk.claims(article.id)]


def test_the_same_article_twice_is_one(desk: Desk, path: Path) -> None:
    """A draft that is added again is recognised: it keeps its claims and what was decided on them."""
    first, new = desk.add(make_article(TEXT))
    before = contents(path)
    again, new_again = desk.add(make_article(TEXT, title="Other", source="other.txt"))
    assert (new, new_again) == (True, False)
    assert again == first
    assert contents(path) == before


def test_an_articles_claims_have_exact_offsets(desk: Desk) -> None:
    """What is kept of a claim is the article's own characters."""
    article, _ = desk.add(make_article(TEXT))
    pieces = desk.pieces(article.id)
    assert len(pieces) >= 4
    assert all(article.text[p.claim.start : p.claim.end] == p.claim.text for p in pieces)
    assert [p.claim.number for p in desk.claims(article.id)] == list(range(1, len(desk.claims(article.id)) + 1))


def test_a_decided_claim_is_a_prior_record_for_another_article_at_once(desk: Desk) -> None:
    """The desk's own verdict is found for the same claim in the next article, and never beside itself."""
    own = add(desk)
    desk.mark([own[1]], Verdict.DISPUTED)
    other = add(desk, OTHER)
    best = desk.match(other[-1])[0]
    assert (best.record.own_claim_id, best.record.verdict, best.record.publisher) == (
        own[1], Verdict.DISPUTED, "Own desk",
    )  # fmt: skip
    assert best.band is not Band.WEAK
    assert [match.record.own_claim_id for claim_id in own for match in desk.match(claim_id)] == []


def test_an_undone_verdict_is_no_prior_record(desk: Desk) -> None:
    """What was taken back is neither a match, nor found, nor counted."""
    own, other = add(desk), add(desk, OTHER)
    desk.mark([own[1]], Verdict.DISPUTED)
    assert len(desk.match(other[-1])) == len(desk.search("lighthouse")) == desk.records() == 1
    desk.undo()
    assert desk.matches(other[-1]) == []
    assert desk.match(other[-1]) == []
    assert desk.match_text("The lighthouse at Grey Point was built in 1871") == []
    assert (desk.search("lighthouse"), desk.records()) == ([], 0)
    desk.redo()
    assert len(desk.match(other[-1])) == 1


def test_a_verdict_makes_the_matches_of_other_articles_old(desk: Desk) -> None:
    """What is decided on an article is a prior record for the others, whose claims are matched anew; its own claims
    would find the same.
    """
    own, other = add(desk), add(desk, OTHER)
    article_id, other_id = (desk.claim(ids[0]).claim.article_id for ids in (own, other))
    assert (desk.unmatched(article_id), desk.unmatched(other_id)) == (own, other)
    for claim_id in (own[0], *other):
        desk.match(claim_id)
    assert (desk.unmatched(article_id), desk.unmatched(other_id)) == (own[1:], [])
    desk.mark([own[1]], Verdict.DISPUTED)
    assert desk.is_matched(own[0])
    assert not desk.is_matched(other[0])
    assert (desk.unmatched(article_id), desk.unmatched(other_id)) == (own[1:], other)
    for claim_id in other:
        desk.match(claim_id)
    desk.undo()
    assert (desk.unmatched(article_id), desk.unmatched(other_id)) == (own[1:], other)


def test_other_words_to_search_with_make_the_matches_of_their_claim_old(desk: Desk) -> None:
    """A claim is matched anew when a checker says what to look for, and when that is taken back."""
    own = add(desk)
    for claim_id in own:
        desk.match(claim_id)
    desk.word_claim(own[1], "lighthouse Grey Point")
    assert desk.unmatched(desk.claim(own[1]).claim.article_id) == [own[1]]
    desk.match(own[1])
    assert desk.is_matched(own[1])
    desk.undo()
    assert not desk.is_matched(own[1])
    assert desk.is_matched(own[0])


def test_marks_of_one_key_are_one_step(desk: Desk) -> None:
    """Several claims marked at once are undone at once, at the time of the key."""
    ids = add(desk)
    step = desk.mark(ids, Verdict.CONFIRMED)
    assert step is not None
    assert (len(step.decisions), step.checker) == (len(ids), "Ada")
    assert step.at.startswith("2025-05-01T10:")
    assert step.at.endswith(".000Z")
    desk.undo()
    assert {desk.claim(claim_id).verdict for claim_id in ids} == {Verdict.PENDING}
    assert desk.mark([], Verdict.CONFIRMED) is None


def test_two_checkers_at_one_file_see_each_other(desk: Desk, path: Path) -> None:
    """What one marks the other sees; a mark on what they had not seen is refused, and theirs stays."""
    ids = add(desk)
    with make_desk(path, "Ben") as bens:
        bens.mark([ids[0]], Verdict.DISPUTED)
        assert desk.claim(ids[0]).checker == "Ben"
        with pytest.raises(ConflictError, match="Ben changed"):
            desk.mark(ids, Verdict.CONFIRMED, seen={ids[0]: Verdict.PENDING})
        assert [desk.claim(claim_id).verdict for claim_id in ids[:2]] == [Verdict.DISPUTED, Verdict.PENDING]
        assert bens.undo() is not None
        assert desk.undo() is None


def test_notes_flags_and_setting_aside_are_steps_too(desk: Desk) -> None:
    """Each is signed, logged and undone as a verdict is."""
    (first, second, *_) = ids = add(desk)
    desk.note(first, "  Ask the harbour board.\n")
    desk.flag([first], True)
    desk.set_aside([second], SetAside.CHECKER)
    status = desk.claim(first)
    assert (status.note, status.flagged) == ("Ask the harbour board.", True)
    assert len(desk.claims(status.claim.article_id)) == len(ids) - 1
    assert [line.aspect for line in desk.article_history(1)] == [Aspect.NOTE, Aspect.FLAG, Aspect.SET_ASIDE]
    desk.flag([first], False)
    for _ in range(4):
        desk.undo()
    assert len(desk.claims(1)) == len(ids)
    assert desk.claim(first).note == ""
    assert len(desk.claim_history(first)) == 6


def imported(desk: Desk, tmp_path: Path) -> None:
    records = [
        make_record("Jonas Hale built the lighthouse at Grey Point in 1871", source_id="a", rating="True"),
        make_record("A harpoon is made of iron", source_id="b", rating="Needs context of a kind"),
    ]
    desk.import_records(write_records(tmp_path / "records.ndjson", records))


def test_adopting_links_and_marks_in_one_step(desk: Desk, tmp_path: Path) -> None:
    """A prior record's verdict is taken over with the link to it, and undone with it."""
    ids = add(desk)
    imported(desk, tmp_path)
    desk.match(ids[1])
    step = desk.adopt(ids[1], desk.find_record("a").id)
    assert step is not None
    assert [(line.aspect, line.new) for line in step.decisions] == [
        (Aspect.MATCH, "linked"), (Aspect.VERDICT, "confirmed"),
    ]  # fmt: skip
    status = desk.claim(ids[1])
    assert (status.verdict, status.linked) == (Verdict.CONFIRMED, 1)
    desk.undo()
    status = desk.claim(ids[1])
    assert (status.verdict, status.linked) == (Verdict.PENDING, 0)


def test_a_rating_that_stands_for_no_verdict_is_not_adopted(desk: Desk, tmp_path: Path) -> None:
    """A machine does not guess a verdict: the rating is named and nothing is changed."""
    ids = add(desk)
    imported(desk, tmp_path)
    with pytest.raises(FactcheckError, match="Needs context of a kind"):
        desk.adopt(ids[1], desk.find_record("b").id)
    assert (desk.claim(ids[1]).linked, desk.article_history(1)) == (0, [])


def test_a_record_found_by_hand_can_be_linked(desk: Desk, tmp_path: Path) -> None:
    """A record that the ranking did not bring up is linked, shown among the matches and kept there."""
    ids = add(desk)
    imported(desk, tmp_path)
    record = desk.find_record("b")
    assert record.id not in {match.record.id for match in desk.match(ids[1])}
    desk.decide_match(ids[1], record.id, MatchDecision.LINKED)
    desk.match(ids[1])
    assert {match.record.id: match.decision for match in desk.matches(ids[1])}[record.id] is MatchDecision.LINKED
    desk.decide_match(ids[1], record.id, None)
    assert desk.claim(ids[1]).linked == 0
    with pytest.raises(NotFoundError):
        desk.decide_match(ids[1], 99, MatchDecision.LINKED)
    with pytest.raises(NotFoundError):
        desk.decide_match(99, record.id, MatchDecision.LINKED)


def test_the_desk_opens_where_each_checker_left(desk: Desk, path: Path) -> None:
    """The article and the claim that one was last at, each checker their own."""
    ids, other = add(desk), add(desk, OTHER)
    assert desk.last_article() is None
    desk.bookmark(2, other[0])
    desk.bookmark(1, ids[2])
    with make_desk(path, "Ben") as bens:
        bens.bookmark(2, other[1])
        assert (bens.last_article(), bens.last_claim(2), bens.last_claim(1)) == (2, other[1], None)
    with make_desk(path) as reopened:
        assert (reopened.last_article(), reopened.last_claim(1), reopened.last_claim(2)) == (1, ids[2], other[0])


def test_a_copy_of_the_desk_is_a_desk(desk: Desk, tmp_path: Path) -> None:
    """A backup opens with everything that was decided, and is sound."""
    ids = add(desk)
    desk.mark(ids, Verdict.CONFIRMED)
    desk.backup(tmp_path / "copy.db")
    with Desk.open(tmp_path / "copy.db", "Ada", create=False) as copy:
        assert copy.problems() == []
        assert [copy.claim(claim_id) for claim_id in ids] == [desk.claim(claim_id) for claim_id in ids]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("confirmed", Verdict.CONFIRMED),
        (" Disputed\n", Verdict.DISPUTED),
        ("P", Verdict.PENDING),
        ("c", Verdict.CONFIRMED),
    ],
)
def test_a_verdict_is_read_by_its_word_or_letter(words: str, verdict: Verdict) -> None:
    """The keys of the desk are words of the command line too."""
    assert parse_verdict(words) is verdict


@pytest.mark.parametrize("words", ["", "true", "conf", "confirmed!", "х"])
def test_an_unknown_verdict_is_refused(words: str) -> None:
    """A verdict is never guessed; the sentence names those that there are."""
    with pytest.raises(FactcheckError, match="confirmed, disputed, pending"):
        parse_verdict(words)


def test_tags_and_flags_of_several_claims_are_one_step(desk: Desk) -> None:
    """Given and taken away together, undone as a whole; a tag is small letters, each once."""
    first, second, third = add(desk)[:3]
    assert read_tags(" Ring  Back, law,,LAW ") == ("law", "ring back")
    desk.tag([first], add=["law"])
    step = desk.tag([first, second], add=["ring back"], remove=["law"])
    assert step is not None
    assert len(step.decisions) == 3
    assert [desk.claim(claim_id).tags for claim_id in (first, second)] == [("ring back",), ("ring back",)]
    desk.flag([first, second, third], True)
    assert desk.tag([first, second], add=["ring back"]) is None
    assert [desk.claim(claim_id).flagged for claim_id in (first, second, third)] == [True] * 3
    desk.undo()
    desk.undo()
    assert [desk.claim(claim_id).tags for claim_id in (first, second)] == [("law",), ()]
    assert not desk.claim(third).flagged


def test_each_checker_likes_the_desk_their_own_way(desk: Desk, path: Path) -> None:
    """Preferences are kept by name and checker; setting one leaves the others."""
    desk.prefer({"top": "40", "order": "priority"})
    desk.prefer({"top": "44"})
    with make_desk(path, "Ben") as bens:
        assert bens.preferences() == {}
    assert desk.preferences() == {"top": "44", "order": "priority"}


def test_a_link_that_comes_back_by_undo_has_its_record(desk: Desk, tmp_path: Path) -> None:
    """Linked, dismissed, matched anew, which does not bring the record up, the dismissal undone: the link is shown."""
    desk.import_records(write_records(tmp_path / "r.ndjson", [make_record("Quite another thing", source_id="a")]))
    article, _ = desk.add(make_article())
    claim, record = desk.claims(article.id)[0].claim.id, desk.find_record("a").id
    desk.decide_match(claim, record, MatchDecision.LINKED)
    desk.decide_match(claim, record, MatchDecision.DISMISSED)
    assert desk.match(claim) == []
    desk.undo()
    assert [match.decision for match in desk.matches(claim)] == [MatchDecision.LINKED]
