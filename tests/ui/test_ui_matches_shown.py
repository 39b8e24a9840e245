"""Which records stand beside the claim under the cursor, and when they are worked out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factories import make_article, write_records
from piloting import at_rest, claim, current_number, opened, screen_text, shown_matches, until
from textual.pilot import Pilot

from factcheck_tui.articles import read_file
from factcheck_tui.desk import Desk
from factcheck_tui.model import Match, MatchDecision, PriorRecord, RecordBackground, RecordUse, Verdict
from factcheck_tui.ui import keys_first
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.widgets.match_list import MatchList
from factcheck_tui.ui.widgets.record_view import RecordView, of_record

# what a query over a very large archive is like: it is still running when the next key comes
SLOW_QUERY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 15000000) SELECT max(i) FROM n"


def matched_with(desk: Desk, claim_id: int) -> int:
    """The archive's edition that a claim's matches were worked out with."""
    return desk.store.claims.matched_with(claim_id)


def records_of(desk: Desk, number: int) -> list[int]:
    return [match.record.id for match in desk.matches(claim(desk, number).claim.id)]


async def test_the_records_follow_the_cursor(path: Path, bob: Desk) -> None:
    """Moving to a claim shows its records, best first, with the number of the claim in the title."""
    async with opened(path) as pilot:
        for number in (2, 3, 4):
            await pilot.press("j")
            await at_rest(pilot, number)
            assert list(shown_matches(pilot)) == records_of(bob, number)
            assert f"for claim {number}" in screen_text(pilot.app)
        await pilot.press("k")
        await at_rest(pilot, 3)
        assert list(shown_matches(pilot)) == records_of(bob, 3)


async def test_matches_are_kept_for_the_second_visit(path: Path, bob: Desk) -> None:
    """What was worked out for today's archive is shown again without working it out anew."""
    ids = [claim(bob, number).claim.id for number in (1, 2, 3)]
    before = [matched_with(bob, claim_id) for claim_id in ids]
    with bob.store.writing():  # a stamp from the future: working out anew would put the archive's own edition there
        for claim_id in ids:
            bob.store._db.run("UPDATE claim SET matched_with = matched_with + 7 WHERE id = ?", [claim_id])
    async with opened(path) as pilot:
        await pilot.press("j", "j", "k", "k")
        await at_rest(pilot, 1)
        assert shown_matches(pilot)
    assert [matched_with(bob, claim_id) for claim_id in ids] == [edition + 7 for edition in before]


async def test_what_is_not_matched_yet_is_matched_in_the_background(empty_desk: Path, sample: Path) -> None:
    """A fresh article is matched as it opens, the claim under the cursor first, the others without a key."""
    with Desk.open(empty_desk, "Bob") as bob:
        bob.import_records(sample / "archive.ndjson")
        bob.add(read_file(sample / "article.txt"))
        assert bob.unmatched(1)
        async with opened(empty_desk) as pilot:
            await at_rest(pilot, 1)
            await until(pilot, lambda: not bob.unmatched(1), "all claims matched")
            assert current_number(pilot) == 1
            assert list(shown_matches(pilot)) == records_of(bob, 1)


async def test_what_no_key_asked_for_waits_until_the_keys_rest(
    empty_desk: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While somebody types only the claims that they come to are matched: the others would slow the keys down."""
    monkeypatch.setattr(keys_first, "REST_SECONDS", 3600)
    with Desk.open(empty_desk, "Bob") as bob:
        bob.import_records(sample / "archive.ndjson")
        bob.add(read_file(sample / "article.txt"))
        all_of_them = bob.unmatched(1)
        async with opened(empty_desk) as pilot:
            await pilot.press("j")
            await at_rest(pilot, 2)
            await until(pilot, lambda: all_of_them[1] not in bob.unmatched(1))
            await pilot.pause(1.0)
            assert set(all_of_them) - set(bob.unmatched(1)) <= set(all_of_them[:2])


async def test_an_own_verdict_is_a_prior_record_of_another_article_at_once(
    two_articles: Path, bob_at_two: Desk
) -> None:
    """What is decided on one article stands beside the same claim of the next, as the desk's own record."""
    text = "Halvern again\n\nThe lighthouse of Halvern is 41 metres tall, according to its keeper.\n"
    bob_at_two.add(make_article(text))
    for claim_id in bob_at_two.unmatched(3):
        bob_at_two.match(claim_id)
    number = next(s.claim.number for s in bob_at_two.claims(2) if "lighthouse" in s.claim.text)
    other = next(s.claim.number for s in bob_at_two.claims(3) if "lighthouse" in s.claim.text)
    decided = claim(bob_at_two, number, 2).claim.id
    async with opened(two_articles, article_id=2) as pilot:
        await pilot.press(*"j" * (number - 1))
        await at_rest(pilot, number)
        await pilot.press("d")
        await until(pilot, lambda: bob_at_two.claim(decided).verdict is Verdict.DISPUTED)
        await pilot.press("K")
        await until(pilot, lambda: getattr(pilot.app.screen, "article_id", 0) == 3)
        await at_rest(pilot)
        await pilot.press("g", *"j" * (other - 1))
        await at_rest(pilot, other)

        def own() -> list[int | None]:
            return [match.record.own_claim_id for match in pilot.app.screen.query_one(MatchList).matches]

        await until(pilot, lambda: decided in own(), "the own verdict among the records")
        assert f"claim {decided}" in screen_text(pilot.app)


async def test_a_search_does_not_end_the_app_while_claims_are_matched(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive's search stops a query that runs on the same thread; one that was for a claim is just done later."""
    original, slow_ones = Desk.match, [SLOW_QUERY]

    def match(desk: Desk, claim_id: int) -> list[Match]:
        if slow_ones:
            desk.store._db.value(slow_ones.pop())
        return original(desk, claim_id)

    async with opened(path) as pilot:
        screen = pilot.app.screen
        monkeypatch.setattr(Desk, "match", match)
        await pilot.press("r")
        await until(pilot, lambda: not slow_ones)
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await until(pilot, lambda: "prior records" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await at_rest(pilot, 1)


async def _go_to_record(pilot: Pilot[None], record_id: int) -> None:
    """Move through the records, which may be put in another order meanwhile, until the cursor is on one of them."""
    listing = pilot.app.screen.query_one(MatchList)
    for _ in range(30):
        shown = list(shown_matches(pilot))
        if listing.current and listing.current.record.id == record_id:
            return
        if record_id in shown:
            await pilot.press("j" if listing.cursor < shown.index(record_id) else "k")
        await pilot.pause(0.1)
    raise AssertionError(f"record {record_id} was not reached. Shown:\n{screen_text(pilot.app)}")


async def test_the_record_in_full_says_its_age_and_what_it_was_used_for(two_articles: Path, bob_at_two: Desk) -> None:
    """Its age, the other claims that it was linked to and by whom, and a later record that says otherwise."""
    before, gaining = (
        next(status for status in bob_at_two.claims(article) if "Antarctica" in status.claim.text)
        for article in (1, 2)
    )
    record = bob_at_two.matches(gaining.claim.id)[0].record
    for status in (before, gaining):
        bob_at_two.decide_match(status.claim.id, record.id, MatchDecision.LINKED)
    later = replace(record, source_id="later", rating="True", review_date="2031-01-01", publisher="Later Desk")
    bob_at_two.import_records(write_records(two_articles.parent / "later.ndjson", [later]))
    async with opened(two_articles, size=(200, 60), article_id=2) as pilot:
        await pilot.press("j", "j", "l")
        await until(pilot, lambda: bob_at_two.find_record("later").id in shown_matches(pilot), seconds=20)
        await _go_to_record(pilot, record.id)
        await until(pilot, lambda: "decided on it before" in screen_text(pilot.app), seconds=20)
        shown = screen_text(pilot.app)
        assert "by Bob" in shown
        assert "The claim is linked to it." in shown
        uses = pilot.app.screen.query_one(RecordView)._text.plain.partition("decided on it before")[2]
        assert uses.count("linked to") == 1
        assert before.claim.text[:20] in uses
        assert "years old" in shown
        assert "A later record says otherwise: True  by Later Desk 2031-01-01" in shown


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_what_stands_under_a_heading_of_the_record_stays_in_when_it_is_wrapped(
    two_articles: Path, bob_at_two: Desk, size: tuple[int, int]
) -> None:
    """Reasons, and what was decided on the record before: each screen line of them begins as the first does."""
    before, gaining = (
        next(status for status in bob_at_two.claims(article) if "Antarctica" in status.claim.text)
        for article in (1, 2)
    )
    record = bob_at_two.matches(gaining.claim.id)[0].record
    bob_at_two.decide_match(before.claim.id, record.id, MatchDecision.LINKED)
    async with opened(two_articles, size=size, article_id=2) as pilot:
        await pilot.press(*"j" * (gaining.claim.number - 1), "l")
        view = pilot.app.screen.query_one(RecordView)
        await until(pilot, lambda: "decided on it before" in view._text.plain)
        lines = [line.text.rstrip() for line in view._drawn()]
        place = lines.index("decided on it before")
        uses, rest = lines[place + 1 : lines.index("", place)], lines[lines.index("why", place) + 1 :]
        reasons = rest[: next(number for number, line in enumerate(rest) if line.startswith("differs"))]
        assert len(uses) > 1 and uses[0].startswith("  ⇔ linked to ")
        assert reasons and all(line.startswith("  ") for line in (*uses, *reasons))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("It rains.", "linked to “It rains.” in Weather"),
        ("“It rains.”", "linked to “It rains.” in Weather"),
        ('"It rains," he said.', 'linked to “"It rains," he said.” in Weather'),
    ],
)
def test_a_claim_that_is_a_quotation_has_its_own_marks(words: str, shown: str) -> None:
    """What a record was used for is quoted once."""
    use = RecordUse(
        claim_id=1,
        claim=words,
        article_id=1,
        article="Weather",
        decision=MatchDecision.LINKED,
        checker="Bob",
        at="2026-01-02T03:04:05.000Z",
    )
    lines = of_record(PriorRecord(claim="It rains.", source_id="r1"), RecordBackground(uses=(use,)), 80)
    assert shown in lines[-1].plain


async def test_words_of_the_record_are_chosen_with_the_mouse(path: Path) -> None:
    """What is dragged over in the record is what a copy takes."""
    async with opened(path) as pilot:
        await at_rest(pilot, 1)
        view = pilot.app.screen.query_one(RecordView)
        await until(pilot, lambda: view.virtual_size.height > 3)
        await pilot.mouse_down(view, offset=(2, 1))
        await pilot.hover(view, offset=(9, 1))
        await pilot.mouse_up(view, offset=(9, 1))
        await until(pilot, pilot.app.screen.get_selected_text)
        chosen = pilot.app.screen.get_selected_text() or ""
        shown = view.render_line(0).text[1:]
        assert chosen and shown.startswith(chosen.strip())
