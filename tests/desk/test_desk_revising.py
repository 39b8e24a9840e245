"""The next draft: verdicts, notes and all that hangs on a claim go on to the sentence that stayed; others are open."""

import re
from pathlib import Path

import pytest
from factories import contents, make_article, make_desk, make_evidence, make_record, write_records

from factcheck_tui.articles import read_bytes, read_file
from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Article, Aspect, ClaimStatus, MatchDecision, SetAside, Verdict

FIRST = """The bridge at Grey Point is open

The bridge at Grey Point cost three million pounds, the harbour board said on Tuesday.

It opened in 1987 and it was the longest of its time. Nobody has checked “that”.

A storm damaged two of its piers in March 2023. The mayor of Mallow Bay sings in a choir.
"""
SECOND = """The bridge at Grey Point is open again

It opened in 1987 and it was the longest of its time. Nobody has checked "that".

The bridge at Grey Point cost four million pounds, the harbour board said on Tuesday.

A ship of the coast guard broke a third one last winter. A storm damaged two of its piers in March 2023.
"""


def draft(text: str, name: str = "draft.txt") -> Article:
    return read_bytes(text.encode(), name)


def claim(desk: Desk, article: Article, words: str) -> ClaimStatus:
    """The one claim that begins with these words."""
    [found] = [status for status in desk.claims(article.id) if status.claim.text.startswith(words)]
    return found


@pytest.fixture
def first(desk: Desk) -> Article:
    """The first draft, all of it decided."""
    article, _ = desk.add(draft(FIRST))
    for number, status in enumerate(desk.claims(article.id)):
        desk.mark([status.claim.id], (Verdict.CONFIRMED, Verdict.DISPUTED)[number % 2])
        desk.note(status.claim.id, f"note {number}")
    return article


def test_what_stayed_keeps_its_verdict_and_the_rest_is_open(desk: Desk, first: Article) -> None:
    """Moved sentences and those with other quotation marks keep all; changed ones are pending, with what they were."""
    before = {status.claim.text: status for status in desk.claims(first.id)}
    revision = desk.revise(first.id, draft(SECOND))
    new = revision.article
    assert (revision.kept, revision.changed, revision.new) == (3, 2, 1)
    assert [each.text for each in revision.removed] == ["The mayor of Mallow Bay sings in a choir."]
    assert (new.revises, desk.article(new.id).revises) == (first.id, first.id)
    for words in ("It opened in 1987", "A storm damaged"):
        now, was = claim(desk, new, words), before[claim(desk, new, words).claim.text]
        assert (now.verdict, now.note, now.checker, now.decided_at, now.was) == (
            was.verdict, was.note, was.checker, was.decided_at, "",
        )  # fmt: skip
    assert claim(desk, new, "Nobody").verdict is before["Nobody has checked “that”."].verdict
    cost = claim(desk, new, "The bridge at Grey Point cost four")
    assert (cost.verdict, cost.note, cost.checker) == (Verdict.PENDING, "note 1", "")
    assert cost.was == "The bridge at Grey Point cost three million pounds, the harbour board said on Tuesday."
    assert claim(desk, new, "The bridge at Grey Point is open again").was == "The bridge at Grey Point is open"
    ship = claim(desk, new, "A ship")
    assert (ship.verdict, ship.note, ship.was) == (Verdict.PENDING, "", "")


def test_the_older_draft_stays_as_it_was(desk: Desk, first: Article) -> None:
    """Its verdicts and its history, also of what was removed."""
    before, history = desk.pieces(first.id), desk.article_history(first.id)
    desk.revise(first.id, draft(SECOND))
    assert (desk.pieces(first.id), desk.article_history(first.id)) == (before, history)


def test_the_log_says_where_each_claim_comes_from(desk: Desk, first: Article) -> None:
    """From which claim, with its words; and one undo takes back all that was carried over."""
    old = claim(desk, first, "It opened").claim
    revision = desk.revise(first.id, draft(SECOND))
    new = claim(desk, revision.article, "It opened").claim
    lines = desk.claim_history(new.id)
    assert (lines[0].aspect, lines[0].subject, lines[0].new) == (Aspect.CARRIED, str(old.id), old.text)
    assert {line.step_id for line in desk.article_history(revision.article.id)} == {lines[0].step_id}
    after = desk.pieces(revision.article.id)
    desk.undo()
    assert {status.verdict for status in desk.claims(revision.article.id)} == {Verdict.PENDING}
    assert {(status.note, status.was) for status in desk.claims(revision.article.id)} == {("", "")}
    desk.redo()
    assert desk.pieces(revision.article.id) == after
    desk.undo()
    assert desk.revise(first.id, draft(SECOND)).kept == 3
    assert desk.pieces(revision.article.id) == after


def test_what_nobody_decided_on_makes_no_noise(desk: Desk) -> None:
    """A question that was set aside in both drafts is in no line of the log; one that was made a claim is."""
    article, _ = desk.add(draft(FIRST + "\nIs it open?\n\nWho paid?\n"))
    asked = {s.claim.text: s.claim.id for s in desk.pieces(article.id) if not s.claim.is_claim}
    desk.set_aside([asked["Who paid?"]], None)
    new = desk.revise(article.id, draft(SECOND + "\nIs it open?\n\nWho paid?\n")).article
    told = {desk.claim(line.claim_id).claim.text for line in desk.article_history(new.id)}
    assert ("Is it open?" in told, "Who paid?" in told) == (False, True)
    assert claim(desk, new, "Who paid?").verdict is Verdict.PENDING


def test_a_carried_verdict_is_still_whose_it_was(desk: Desk, first: Article, path: Path) -> None:
    """Who carries a draft over does not sign for others; a verdict set anew is their own."""
    with make_desk(path, "Ben") as bens:
        revision = bens.revise(first.id, draft(SECOND))
        opened = claim(bens, revision.article, "It opened")
        assert opened.checker == "Ada"
        bens.mark([opened.claim.id], opened.verdict)
        assert bens.claim(opened.claim.id).checker == "Ben"
        bens.undo()
        assert bens.claim(opened.claim.id).checker == "Ada"


def test_all_that_hangs_on_a_claim_goes_with_it(desk: Desk, tmp_path: Path) -> None:
    """Sources, links, dismissals, flags, tags, wordings, search words, a corrected claimant, what was set aside."""
    article, _ = desk.add(draft(FIRST))
    records = [make_record("A bridge cost three million", source_id=name) for name in ("linked", "other")]
    desk.import_records(write_records(tmp_path / "records.ndjson", records))
    same, changed = (
        claim(desk, article, "It opened").claim,
        claim(desk, article, "The bridge at Grey Point cost").claim,
    )
    for each in (same, changed):
        desk.add_evidence(make_evidence(each.id, title="Annual report", locator="p. 4"))
        desk.decide_match(each.id, desk.find_record("linked").id, MatchDecision.LINKED)
        desk.decide_match(each.id, desk.find_record("other").id, MatchDecision.DISMISSED)
        desk.flag([each.id], True)
        desk.tag([each.id], add=["money"])
        desk.suggest_wording(each.id, "It cost more.")
        desk.word_claim(each.id, "The Grey Point bridge")
        desk.attribute_claim(each.id, "Harbour Board")
    desk.set_aside([claim(desk, article, "A storm").claim.id], SetAside.CHECKER)
    new = desk.revise(article.id, draft(SECOND)).article
    assert not [status for status in desk.claims(new.id) if status.claim.text.startswith("A storm")]
    for words, whole in (("It opened", True), ("The bridge at Grey Point cost", False)):
        status = claim(desk, new, words)
        [source] = desk.evidence_of(status.claim.id)
        assert (source.title, source.locator, source.claim_id) == ("Annual report", "p. 4", status.claim.id)
        assert (status.flagged, status.tags, status.suggested_wording) == (True, ("money",), "It cost more.")
        assert (status.claim.claimant, status.linked) == ("Harbour Board", 1)
        assert status.claim.search_words == ("The Grey Point bridge" if whole else "")
        decided = {match.record.source_id: match.decision for match in desk.matches(status.claim.id)}
        assert decided.get("other") is (MatchDecision.DISMISSED if whole else None)
        desk.remove_evidence(source)
    assert [source.title for source in desk.evidence_of(same.id)] == ["Annual report"]


def test_claims_of_a_checkers_own_are_made_again(desk: Desk, first: Article) -> None:
    """A part of a sentence, a split sentence, and a part of a sentence that was changed."""
    start = first.text.index("damaged two of its piers")
    desk.add_claim(first.id, start, start + len("damaged two of its piers"))
    cost = claim(desk, first, "The bridge at Grey Point cost").claim
    start = first.text.index("Grey Point cost three million pounds")
    desk.add_claim(first.id, start, start + len("Grey Point cost three million pounds"))
    opened = claim(desk, first, "It opened").claim
    desk.split_claim(opened.id, first.text.index("and it was"))
    desk.mark([claim(desk, first, "and it was").claim.id, claim(desk, first, "damaged").claim.id], Verdict.DISPUTED)
    new = desk.revise(first.id, draft(SECOND)).article
    assert [status.claim.text for status in desk.claims(new.id)][1:3] == [
        "It opened in 1987", "and it was the longest of its time.",
    ]  # fmt: skip
    assert claim(desk, new, "and it was").verdict is Verdict.DISPUTED
    assert claim(desk, new, "damaged").verdict is Verdict.DISPUTED
    part = claim(desk, new, "Grey Point cost four million pounds")
    assert (part.verdict, part.was) == (Verdict.PENDING, "Grey Point cost three million pounds")
    assert claim(desk, new, "The bridge at Grey Point cost").was == cost.text
    assert all(new.text[s.claim.start : s.claim.end] == s.claim.text for s in desk.pieces(new.id))


def test_a_split_sentence_that_was_changed_is_not_listed_beside_its_parts(desk: Desk, first: Article) -> None:
    """The parts stand for it, as in the draft before."""
    cost = claim(desk, first, "The bridge at Grey Point cost").claim
    desk.split_claim(cost.id, first.text.index("the harbour board"))
    new = desk.revise(first.id, draft(SECOND)).article
    assert [s.claim.text for s in desk.claims(new.id) if "pounds" in s.claim.text or "board" in s.claim.text] == [
        "The bridge at Grey Point cost four million pounds", "the harbour board said on Tuesday.",
    ]  # fmt: skip


def test_a_verdict_is_found_once(desk: Desk, first: Article) -> None:
    """For other articles the newest draft's verdict is the prior record; an undo gives the older one back."""
    opened = claim(desk, first, "It opened").claim
    revision = desk.revise(first.id, draft(SECOND))
    new = claim(desk, revision.article, "It opened").claim

    def found() -> list[int | None]:
        return [record.own_claim_id for record in desk.search("opened 1987 longest")]

    assert found() == [new.id]
    desk.undo()
    assert found() == [opened.id]
    desk.redo()
    assert found() == [new.id]


def test_an_article_that_is_there_already_becomes_the_draft(desk: Desk, first: Article) -> None:
    """Added before anybody thought of it; what was decided on it since is left alone."""
    new, _ = desk.add(draft(SECOND))
    opened = claim(desk, new, "It opened").claim
    desk.mark([opened.id], Verdict.DISPUTED)
    revision = desk.revise(first.id, draft(SECOND))
    assert revision.article.id == new.id
    assert desk.claim(opened.id).verdict is Verdict.DISPUTED
    assert claim(desk, new, "A storm").verdict is claim(desk, first, "A storm").verdict


def test_what_is_no_next_draft_is_refused(desk: Desk, first: Article, path: Path) -> None:
    """The same text, and one that follows another article; nothing is stored."""
    other, _ = desk.add(make_article("Other\n\nA thing happened in 1912.\n"))
    desk.revise(first.id, draft(SECOND))
    before = contents(path)
    with pytest.raises(FactcheckError, match="the text of article 1 itself"):
        desk.revise(first.id, draft(FIRST))
    with pytest.raises(FactcheckError, match="as a draft after article 1"):
        desk.revise(other.id, draft(SECOND))
    assert contents(path) == before


def test_a_likely_draft_is_offered(desk: Desk, first: Article) -> None:
    """By its sentences or its title, the newest draft of several; not for another article, nor for the same text."""
    assert desk.likely_draft(draft(SECOND)) == desk.articles()[0].article
    assert desk.likely_draft(draft(FIRST)) is None
    assert desk.likely_draft(draft("A walk\n\nThe coast is 12 km long.\n")) is None
    retitled = draft("The bridge at Grey Point is open!\n\nAll of it was written anew today.\n")
    assert (desk.likely_draft(retitled) or first).id == first.id
    second = desk.revise(first.id, draft(SECOND)).article
    third = desk.likely_draft(draft(SECOND.replace("last winter", "last year")))
    assert third is not None and third.id == second.id


def test_the_next_draft_after_the_next(desk: Desk, first: Article) -> None:
    """Verdicts go on from draft to draft, and each says what it was in the one before."""
    second = desk.revise(first.id, draft(SECOND)).article
    third = desk.revise(second.id, draft(SECOND.replace("four million", "five million"))).article
    assert claim(desk, third, "It opened").checker == "Ada"
    assert "four million" in claim(desk, third, "The bridge at Grey Point cost").was
    rows = {row.status.claim.text: row.status.was for row in desk.verdict_list(Filter(articles=(third.id,))).rows}
    assert "four million" in rows[claim(desk, third, "The bridge at Grey Point cost").claim.text]


# Ten edits of a real article

INSERTED = "The harbour of Grey Point was quiet on that day."


@pytest.mark.parametrize("name", ["aj2022-9", "al-mayadeen-strike"])
def test_a_real_article_edited_in_ten_ways(desk: Desk, shared: Path, name: str) -> None:
    """Reordered, words, numbers, quotes, blanks changed, inserted, removed, split, joined: each verdict is there."""
    article, _ = desk.add(read_file(shared / "articles" / f"{name}.txt"))
    before = desk.claims(article.id)
    for number, status in enumerate(before):
        desk.mark([status.claim.id], (Verdict.CONFIRMED, Verdict.DISPUTED)[number % 2])
        desk.note(status.claim.id, f"note {number}")
    text, changed, removed = edited(article.text, [status.claim.text for status in before])
    revision = desk.revise(article.id, draft(text, f"{name}-2.txt"))
    after = desk.claims(revision.article.id)
    verdicts = {straight(status.claim.text): status for status in desk.claims(article.id)}
    assert [each.text for each in revision.removed] == [removed]
    for status in after:
        words = straight(status.claim.text)
        if words in verdicts:
            was = verdicts[words]
            assert (status.verdict, status.note, status.was) == (was.verdict, was.note, ""), words
            assert (status.checker, status.decided_at) == (was.checker, was.decided_at), words
        else:
            assert (status.verdict, status.checker) == (Verdict.PENDING, ""), words
            assert status.was.split("\n") == sorted(changed[words], key=status.was.index) or words == INSERTED, words
            assert all(verdicts[straight(old)].note in status.note for old in changed[words]), words
    assert {straight(status.claim.text) for status in after} == (set(verdicts) | set(changed)) - {
        straight(old) for olds in changed.values() for old in olds
    } - {straight(removed)}
    assert (revision.changed, revision.new) == (len(changed) - 1, 1)


def straight(words: str) -> str:
    """With straight quotation marks and single blanks."""
    return " ".join(words.translate(str.maketrans("“”‘’", "\"\"''")).split())


def edited(text: str, claims: list[str]) -> tuple[str, dict[str, list[str]], str]:
    """The text after ten edits; what its changed sentences were; and the one that was removed."""
    headline, *rest = claims
    plain = [
        each
        for each in rest[1:]
        if text.count(each) == 1 and each.endswith(".") and not set(each) & set('"“') and len(each) > 60
    ]
    counted = next(each for each in plain if re.search(r"\b[1-9]\d\b", each))
    parted = next(each for each in plain if each != counted and ", " in each[30:-30])
    removed, worded, *others = (each for each in plain if each not in (counted, parted))
    first, second = others[-2:]
    changed: dict[str, list[str]] = {INSERTED: []}

    def put(new: str, *olds: str) -> None:
        nonlocal text
        for old in olds[1:]:
            text = text.replace(old, "", 1)
        text = text.replace(olds[0], new, 1)

    put(f"{headline} at last", headline)
    changed[straight(f"{headline} at last")] = [headline]
    put(re.sub(r"\b[1-9]\d\b", "98", counted, count=1), counted)
    changed[straight(re.sub(r"\b[1-9]\d\b", "98", counted, count=1))] = [counted]
    put(worded.replace(" the ", " that ", 1), worded)
    changed[straight(worded.replace(" the ", " that ", 1))] = [worded]
    put(f"{others[0]}   {INSERTED}", others[0])
    cut = parted.index(", ", 30)
    halves = [f"{parted[:cut]}.", f"{parted[cut + 2 :][0].upper()}{parted[cut + 3 :]}"]
    put(" ".join(halves), parted)
    changed |= {straight(half): [parted] for half in halves}
    put(f"{first[:-1]}; and {second[0].lower()}{second[1:]}", first, second)
    changed[straight(f"{first[:-1]}; and {second[0].lower()}{second[1:]}")] = [first, second]
    put("", removed)
    text = re.sub(r'"([^"\n]*)"', r"“\1”", text).replace(" and ", "  and ")
    paragraphs = text.split("\n")
    moved = next(number for number, each in enumerate(paragraphs) if INSERTED in straight(each))
    return "\n".join([*paragraphs[:moved], *paragraphs[moved + 1 :], "", paragraphs[moved]]), changed, removed


def test_what_was_taken_away_does_not_go_on(desk: Desk, tmp_path: Path) -> None:
    """A link, flag and note that were taken back are none in the next draft; and what goes on is not lost for them."""
    desk.import_records(write_records(tmp_path / "r.ndjson", [make_record(source_id="a")]))
    article, _ = desk.add(make_article("The tower\n\nIt was built in 1871. It has 204 steps.\n"))
    claim, record = desk.claims(article.id)[1].claim.id, desk.find_record("a").id
    for decision in (MatchDecision.LINKED, None):
        desk.decide_match(claim, record, decision)
    desk.note(claim, "see the register")
    desk.note(claim, "")
    newer = desk.revise(article.id, make_article("The tower\n\nIt was built in 1871. It has 209 steps.\n")).article
    status = desk.claims(newer.id)[1]
    assert (status.claim.text, status.linked, status.note) == ("It was built in 1871.", 0, "")
