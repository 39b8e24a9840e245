"""Claims within a sentence and over sentences: made, split, joined, reworded, attributed; each undone as a whole."""

from pathlib import Path

import pytest
from factories import contents, make_article, make_record, write_records

from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import FactcheckError, NotFoundError
from factcheck_tui.model import Article, Aspect, ClaimStatus, Decision, MatchDecision, SetAside, Step, Verdict

TEXT = """The bridge at Grey Point is open

The bridge at Grey Point opened in 1987 and it cost three million pounds, the harbour board said.

It was the longest of its time. Nobody has checked that.

Is it still?
"""


def add(desk: Desk) -> Article:
    article, _ = desk.add(make_article(TEXT))
    return article


def texts(desk: Desk, article: Article) -> list[str]:
    return [status.claim.text for status in desk.claims(article.id)]


def claim(desk: Desk, article: Article, words: str) -> ClaimStatus:
    """The first claim that begins with these words."""
    return next(status for status in desk.claims(article.id) if status.claim.text.startswith(words))


def add_words(desk: Desk, article: Article, words: str) -> Step | None:
    start = article.text.index(words)
    return desk.add_claim(article.id, start - 1, start + len(words) + 1)  # with the space around them


def state(desk: Desk, article: Article) -> list[ClaimStatus]:
    """All that a checker sees of an article's claims."""
    return desk.pieces(article.id)


def test_a_part_of_a_sentence_becomes_a_claim(desk: Desk) -> None:
    """It has the article's own words, its place, and the claimant and kind of the sentence around it."""
    article = add(desk)
    before = texts(desk, article)
    step = add_words(desk, article, "it cost three million pounds")
    assert step is not None
    made = desk.claim(step.decisions[0].claim_id).claim
    assert (made.text, made.text) == ("it cost three million pounds", article.text[made.start : made.end])
    around = claim(desk, article, "The bridge at Grey Point opened").claim
    assert (made.claimant, made.kind, made.set_aside) == ("the harbour board", around.kind, None)
    assert "number" in made.reasons and made.priority > 0
    assert texts(desk, article) == [*before[:2], made.text, *before[2:]]
    assert [status.claim.number for status in desk.claims(article.id)] == list(range(1, len(before) + 2))


def test_a_span_over_sentences_becomes_a_claim(desk: Desk) -> None:
    """With all that stands between its ends."""
    article = add(desk)
    add_words(desk, article, "longest of its time. Nobody has checked")
    assert claim(desk, article, "longest").claim.text == "longest of its time. Nobody has checked"


def test_one_undo_takes_an_added_claim_back(desk: Desk, path: Path) -> None:
    """It is then nowhere to be seen, and redo brings it back with its id."""
    article = add(desk)
    before = state(desk, article)
    step = add_words(desk, article, "it cost three million pounds")
    after = state(desk, article)
    assert step is not None
    desk.undo()
    assert state(desk, article) == before
    assert desk.facts_left(article.id).claims == len(desk.claims(article.id))
    desk.redo()
    assert state(desk, article) == after
    assert len(contents(path)["claim"]) == len(before) + 1


def test_an_added_claim_is_a_claim_in_every_way(desk: Desk, tmp_path: Path) -> None:
    """It is matched, marked, exported, and a prior record for other articles."""
    article = add(desk)
    records = [make_record("The Grey Point bridge cost three million pounds", source_id="a", rating="True")]
    desk.import_records(write_records(tmp_path / "records.ndjson", records))
    step = add_words(desk, article, "it cost three million pounds")
    assert step is not None
    claim_id = step.decisions[0].claim_id
    assert claim_id in desk.unmatched(article.id)
    assert [match.record.source_id for match in desk.match(claim_id)] == ["a"]
    desk.mark([claim_id], Verdict.CONFIRMED)
    [row] = [row for row in desk.verdict_list(Filter()).rows if row.status.claim.id == claim_id]
    assert (row.status.verdict, row.line) == (Verdict.CONFIRMED, 3)
    assert desk.find_record(f"own-{claim_id}").claim == "it cost three million pounds"


def test_words_that_are_a_claim_already_make_no_second_one(desk: Desk) -> None:
    """What was set aside becomes a claim again; what is one stays the only one."""
    article = add(desk)
    sentence = "It was the longest of its time."
    assert add_words(desk, article, sentence) is None
    pieces = len(state(desk, article))
    step = add_words(desk, article, "Is it still?")
    assert step is not None
    assert [(line.aspect, line.old, line.new) for line in step.decisions] == [
        (Aspect.SET_ASIDE, SetAside.QUESTION, "")
    ]
    assert len(state(desk, article)) == pieces


@pytest.mark.parametrize(("start", "end"), [(0, 0), (33, 34), (-5, 0), (10, 2), (9_999, 10_010)])
def test_no_words_make_no_claim(desk: Desk, path: Path, start: int, end: int) -> None:
    """One sentence says so, and nothing is stored."""
    article = add(desk)
    before = contents(path)
    with pytest.raises(FactcheckError, match="at least one word"):
        desk.add_claim(article.id, start, end)
    assert contents(path) == before


def test_a_claim_is_split_into_two(desk: Desk, tmp_path: Path) -> None:
    """Both parts keep note, flag, link and corrected claimant; the verdict was on the whole and is pending again."""
    article = add(desk)
    desk.import_records(write_records(tmp_path / "records.ndjson", [make_record("A bridge", source_id="a")]))
    whole = claim(desk, article, "The bridge at Grey Point opened").claim
    desk.note(whole.id, "Ask the board.")
    desk.flag([whole.id], True)
    desk.decide_match(whole.id, desk.find_record("a").id, MatchDecision.LINKED)
    desk.attribute_claim(whole.id, "Grey Point Harbour Board")
    desk.mark([whole.id], Verdict.CONFIRMED)
    before = state(desk, article)
    desk.split_claim(whole.id, article.text.index("and it cost"))
    left, right = claim(desk, article, "The bridge at Grey Point opened"), claim(desk, article, "and it cost")
    assert left.claim.text == "The bridge at Grey Point opened in 1987"
    assert right.claim.text == "and it cost three million pounds, the harbour board said."
    for part in (left, right):
        assert (part.verdict, part.note, part.flagged, part.linked) == (Verdict.PENDING, "Ask the board.", True, 1)
        assert part.claim.claimant == "Grey Point Harbour Board"
    assert whole.id not in {status.claim.id for status in state(desk, article)}
    desk.undo()
    assert state(desk, article) == before


def test_a_cut_leaves_the_joint_out(desk: Desk) -> None:
    """A comma at the cut belongs to neither part."""
    article = add(desk)
    whole = claim(desk, article, "The bridge at Grey Point opened").claim
    desk.split_claim(whole.id, article.text.index(" the harbour board"))
    assert texts(desk, article)[1:3] == [
        "The bridge at Grey Point opened in 1987 and it cost three million pounds",
        "the harbour board said.",
    ]


@pytest.mark.parametrize("at", [-1, 0, 34, 131, 10_000])
def test_a_claim_is_not_cut_at_its_edge(desk: Desk, path: Path, at: int) -> None:
    """There must be a word on both sides."""
    article = add(desk)
    whole = claim(desk, article, "The bridge at Grey Point opened").claim
    before = contents(path)
    with pytest.raises(FactcheckError, match="between two of its words"):
        desk.split_claim(whole.id, at)
    assert contents(path) == before


def test_neighbours_are_joined(desk: Desk) -> None:
    """The new claim reaches from the first to the last and keeps both notes; one undo parts them again."""
    article = add(desk)
    first, second = claim(desk, article, "It was"), claim(desk, article, "Nobody")
    desk.note(first.claim.id, "one")
    desk.note(second.claim.id, "two")
    desk.mark([first.claim.id], Verdict.DISPUTED)
    before = state(desk, article)
    desk.join_claims([second.claim.id, first.claim.id])
    joined = claim(desk, article, "It was")
    assert joined.claim.text == "It was the longest of its time. Nobody has checked that."
    assert (joined.verdict, joined.note) == (Verdict.PENDING, "two\none")
    assert len(state(desk, article)) == len(before) - 1
    desk.undo()
    assert state(desk, article) == before


def test_a_joined_note_is_signed_by_who_joined_it(desk: Desk, path: Path) -> None:
    """Neither of two authors wrote the whole; a note that is alone goes on as its author's."""
    article = add(desk)
    first, second = (claim(desk, article, words).claim.id for words in ("It was", "Nobody"))
    with Desk.open(path, "Ben") as ben, Desk.open(path, "Cy") as cy:
        ben.note(first, "one")
        for second_note, signed in (("", "Ben"), ("two", "Cy")):
            desk.note(second, second_note)
            cy.join_claims([first, second])
            [line] = [
                line for line in cy.claim_history(claim(desk, article, "It was").claim.id) if line.aspect == "note"
            ]
            authors = {each.uid: each.checker for each in cy.article_history(article.id)}
            assert authors[line.stands_uid] == signed
            cy.undo()


def test_a_sentence_joined_with_its_part_is_the_sentence(desk: Desk) -> None:
    """The part goes, the sentence stays what it is."""
    article = add(desk)
    before = state(desk, article)
    whole = claim(desk, article, "The bridge at Grey Point opened").claim
    add_words(desk, article, "it cost three million pounds")
    desk.join_claims([whole.id, claim(desk, article, "it cost").claim.id])
    assert state(desk, article) == before


def test_only_neighbours_are_joined(desk: Desk, path: Path) -> None:
    """One claim, claims with another between them, and claims of two articles are refused in a sentence."""
    article = add(desk)
    ids = [status.claim.id for status in desk.claims(article.id)]
    other, _ = desk.add(make_article("Other\n\nA thing happened there.\n"))
    before = contents(path)
    for chosen, words in (
        ([ids[0], ids[0]], "At least two claims"),
        ([ids[0], desk.claims(other.id)[0].claim.id], "of one article"),
        ([ids[0], ids[2]], "Claim 2 stands between"),
    ):
        with pytest.raises(FactcheckError, match=words):
            desk.join_claims(chosen)
    assert contents(path) == before


def test_search_words_are_for_searching_only(desk: Desk, tmp_path: Path) -> None:
    """Records are looked for with the checker's words; everywhere else the claim stands word for word."""
    article = add(desk)
    records = [make_record("The Mallow Bay tunnel was the longest in 1987", source_id="a")]
    desk.import_records(write_records(tmp_path / "records.ndjson", records))
    wanted = claim(desk, article, "It was the longest").claim
    assert "a" not in {match.record.source_id for match in desk.match(wanted.id) if match.score > 20}
    desk.word_claim(wanted.id, "The Mallow Bay tunnel was  the longest\nin 1987")
    assert not desk.is_matched(wanted.id)
    assert desk.match(wanted.id)[0].score > 60
    now = desk.claim(wanted.id).claim
    assert (now.text, now.search_words) == (wanted.text, "The Mallow Bay tunnel was the longest in 1987")
    desk.mark([wanted.id], Verdict.DISPUTED)
    own = desk.find_record(f"own-{wanted.id}")
    assert own.claim == wanted.text
    assert own in desk.search("Mallow Bay tunnel")
    rows = {row.status.claim.id: row.status.claim for row in desk.verdict_list(Filter()).rows}
    assert rows[wanted.id].text == wanted.text
    desk.word_claim(wanted.id, "")
    assert desk.claim(wanted.id).claim.search_words == ""


def test_the_articles_own_words_are_no_search_words(desk: Desk) -> None:
    """Keeping them as they are changes nothing."""
    article = add(desk)
    wanted = claim(desk, article, "It was the longest").claim
    assert desk.word_claim(wanted.id, f" {wanted.text} ") is None


def test_a_claimant_is_corrected_and_given_back(desk: Desk) -> None:
    """The checker's name for the claimant is in the list, the exports and the own record; undo gives the found one."""
    article = add(desk)
    said = claim(desk, article, "The bridge at Grey Point opened").claim
    desk.mark([said.id], Verdict.CONFIRMED)
    step = desk.attribute_claim(said.id, " Grey Point\tHarbour Board ")
    assert step is not None
    [line] = step.decisions
    assert (line.aspect, line.old, line.new) == (Aspect.CLAIMANT, "the harbour board", "Grey Point Harbour Board")
    assert desk.claim(said.id).claim.claimant == "Grey Point Harbour Board"
    assert desk.find_record(f"own-{said.id}").claimant == "Grey Point Harbour Board"
    [row] = [row for row in desk.verdict_list(Filter()).rows if row.status.claim.id == said.id]
    assert row.status.claim.claimant == "Grey Point Harbour Board"
    desk.attribute_claim(said.id, "")
    assert desk.claim(said.id).claim.claimant == ""
    desk.undo()
    desk.undo()
    assert desk.claim(said.id).claim.claimant == "the harbour board"
    assert desk.find_record(f"own-{said.id}").claimant == "the harbour board"


def test_what_is_set_aside_is_not_reshaped(desk: Desk) -> None:
    """It is to be made a claim first; a claim that there is not is said too."""
    article = add(desk)
    aside = next(status.claim for status in state(desk, article) if not status.claim.is_claim)
    for verb in (lambda i: desk.split_claim(i, aside.start + 3), lambda i: desk.join_claims([i]),
                 lambda i: desk.attribute_claim(i, "Ada")):  # fmt: skip
        with pytest.raises(FactcheckError, match="set aside"):
            verb(aside.id)
        with pytest.raises(NotFoundError):
            verb(999)


def test_facts_left_are_counted_by_paragraph(desk: Desk) -> None:
    """Each paragraph with claims, its claims and those still pending; a claim within a sentence is one more fact."""
    article = add(desk)
    facts = desk.facts_left(article.id)
    assert (facts.claims, facts.left) == (4, 4)
    assert [(each.claims, each.left) for each in facts.paragraphs] == [(1, 1), (1, 1), (2, 2)]
    assert article.text[slice(*facts.paragraphs[2][:2])] == TEXT.strip().split("\n\n")[2]
    add_words(desk, article, "it cost three million pounds")
    desk.mark([claim(desk, article, "It was").claim.id], Verdict.CONFIRMED)
    facts = desk.facts_left(article.id)
    assert (facts.claims, facts.left) == (5, 4)
    assert [(each.claims, each.left) for each in facts.paragraphs] == [(1, 1), (2, 2), (2, 1)]


def test_the_history_of_an_article_keeps_what_was_withdrawn(desk: Desk) -> None:
    """A claim that was split is in nobody's list, but all that was decided on it is in the log."""
    article = add(desk)
    whole = claim(desk, article, "The bridge at Grey Point opened").claim
    desk.mark([whole.id], Verdict.DISPUTED)
    desk.split_claim(whole.id, article.text.index("and it cost"))
    lines: list[Decision] = desk.claim_history(whole.id)
    assert [(line.aspect, line.new) for line in lines] == [
        (Aspect.VERDICT, "disputed"), (Aspect.SET_ASIDE, SetAside.WITHDRAWN),
    ]  # fmt: skip
    assert set(lines) <= set(desk.article_history(article.id))
    assert desk.find_record(f"own-{whole.id}") not in desk.search("Grey Point opened")


def test_a_joined_claim_has_what_any_of_its_parts_has(desk: Desk) -> None:
    """Also where another part had it and it was taken away: no flag or tag is lost, no empty line is in the note."""
    article, _ = desk.add(make_article("The tower\n\nIt was built in 1871. It has 204 steps.\n"))
    first, second = (status.claim.id for status in desk.claims(article.id)[1:])
    for claim in (second, first):
        desk.flag([claim], True)
        desk.tag([claim], add=["numbers"])
        desk.note(claim, "see the register")
    desk.flag([second], False)
    desk.tag([second], remove=["numbers"])
    desk.note(second, "")
    desk.join_claims([first, second])
    status = desk.claims(article.id)[1]
    assert (status.flagged, status.tags, status.note) == (True, ("numbers",), "see the register")
