"""Words chosen with the keyboard alone, and the running text cut into what is drawn in one look."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.model import Claim, ClaimStatus, Span, Verdict
from factcheck_tui.ui.running_text import RunningText
from factcheck_tui.ui.selection import Selection

TEXT = "The strike killed 57 people, SOHR said. It hit a prison.\n\n“No one left,” he said."
SENTENCES = [Span(*found.span()) for found in re.finditer(r"\S[^.]*\.", TEXT)]

MOVES: tuple[Callable[[Selection], Selection], ...] = (
    lambda selection: selection.by_words(1),
    lambda selection: selection.by_words(-1),
    lambda selection: selection.by_sentences(1),
    lambda selection: selection.by_sentences(-1),
    Selection.begin,
    Selection.other_end,
    Selection.given_up,
)


def after(*moves: Callable[[Selection], Selection], place: int = 0) -> Selection:
    selection = Selection(TEXT, SENTENCES).at_place(place)
    for move in moves:
        selection = move(selection)
    return selection


def words(selection: Selection) -> str:
    return TEXT[slice(*selection.span)]


def test_a_part_of_a_sentence() -> None:
    """Begin at a word, go on by words; the comma at the end is left out, a full stop is not."""
    on, *_ = MOVES
    begun = after(on, on, Selection.begin)
    assert words(begun) == "killed"
    assert words(on(on(begun))) == "killed 57 people"
    assert words(begun.begin()) == "killed 57 people, SOHR said."


def test_by_sentences() -> None:
    """Unselected to the beginnings, selected to the ends; begun again goes on to the end, and then stays there."""
    first = after()
    assert [TEXT[slice(*first.by_sentences(by).word)] for by in (1, 2, 9)] == ["It", "“No", "said."]
    assert first.by_sentences(2).by_sentences(-1).word == first.by_sentences(1).word
    begun = first.begin().begin()
    assert words(begun) == "The strike killed 57 people, SOHR said."
    assert words(begun.begin()) == words(begun)
    assert words(begun.by_sentences(1)) == TEXT[: TEXT.index("\n")]


def test_the_other_end_moves_after_a_change() -> None:
    """What was begun can be lengthened and shortened on both sides."""
    on, back, *_ = MOVES
    chosen = after(on, on, on, Selection.begin, on)
    assert words(chosen) == "57 people"
    assert words(back(chosen.other_end())) == "killed 57 people"
    assert words(on(chosen.other_end())) == "people"


@given(st.lists(st.sampled_from(MOVES), max_size=25), st.integers(-3, len(TEXT) + 5))
@settings(max_examples=300, deadline=None)
def test_whatever_is_pressed_whole_words_are_chosen(moves: list[Callable[[Selection], Selection]], place: int) -> None:
    """The span is nothing or begins and ends at a word; the cursor is always on a word."""
    selection = after(*moves, place=place)
    assert selection.word in selection.words
    start, end = selection.span
    if selection.begun is None:
        assert start == end
    else:
        assert start in [word.start for word in selection.words]
        assert any(char.isalnum() for char in TEXT[start:end])
        assert TEXT[start:end] == TEXT[start:end].strip()


def test_a_text_without_words() -> None:
    """Nothing to choose, and nothing fails."""
    selection = Selection("  …\n", []).begin().by_words(3).by_sentences(1).by_sentences(-1).other_end()
    assert selection.span == selection.word == Span(0, 0)


@st.composite
def pieces(draw: st.DrawFn) -> list[ClaimStatus]:
    """Pieces of a text of 40 characters, in and over each other."""
    spans = draw(st.lists(st.tuples(st.integers(0, 38), st.integers(1, 30)), max_size=8))
    claims = [
        Claim(start=start, end=min(start + length, 40), text="t", id=number)
        for number, (start, length) in enumerate(sorted(spans), 1)
    ]
    return [ClaimStatus(claim=claim, verdict=draw(st.sampled_from(Verdict))) for claim in claims]


@given(pieces(), st.integers(0, 39), st.integers(1, 20))
@settings(max_examples=300, deadline=None)
def test_a_line_is_cut_where_a_claim_begins_or_ends(found: list[ClaimStatus], start: int, length: int) -> None:
    """The parts make up the line; each knows all the pieces that its characters lie in, the shortest first."""
    line = Span(start, min(start + length, 40))
    parts = list(RunningText("x" * 40, found).cut(line, at=[start + 1, 99]))
    assert [place for span, _ in parts for place in range(*span)] == list(range(*line))
    for span, over in parts:
        lengths = [status.claim.end - status.claim.start for status in over]
        assert lengths == sorted(lengths)
        for place in range(*span):
            assert {s.claim.id for s in over} == {s.claim.id for s in found if s.claim.start <= place < s.claim.end}


@given(pieces())
@settings(max_examples=100, deadline=None)
def test_claims_are_counted_where_they_begin(found: list[ClaimStatus]) -> None:
    """All claims are in one paragraph each, the pending ones among them."""
    counts = [RunningText("x" * 40, found).left_in(span) for span in (Span(0, 12), Span(12, 40))]
    assert sum(claims for claims, _ in counts) == len(found)
    assert counts[1][1] == sum(s.verdict is Verdict.PENDING and s.claim.start >= 12 for s in found)


@given(pieces(), st.data())
@settings(max_examples=200, deadline=None)
def test_pieces_in_other_states_are_as_a_text_made_of_them(found: list[ClaimStatus], data: st.DataObject) -> None:
    """It is told which changed, and that they are others where one is gone or stands elsewhere."""
    before = RunningText("x" * 40, found)
    others = [replace(status, verdict=data.draw(st.sampled_from(Verdict))) for status in found]
    after, changed = before.with_states(others)
    anew = RunningText("x" * 40, others)
    assert changed == [status for status, old in zip(others, found, strict=True) if status != old]
    assert [after.left_in(Span(0, end)) for end in range(40)] == [anew.left_in(Span(0, end)) for end in range(40)]
    assert [after.piece(status.claim.id) for status in others] == others
    if found:
        moved = replace(found[0], claim=replace(found[0].claim, start=found[0].claim.start + 1))
        for different in (found[1:], [moved, *found[1:]]):
            after, changed = before.with_states(different)
            assert (after.touching(Span(0, 40)), changed) == (RunningText("", different).touching(Span(0, 40)), None)
