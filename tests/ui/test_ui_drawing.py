"""Laws of what is drawn: wrapped lines fit and lose nothing, marks change no word, a list draws what is in view."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from piloting import until
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.visual import Visual

from factcheck_tui.model import Difference, DifferenceKind, Span
from factcheck_tui.ui import theme
from factcheck_tui.ui.content import differences, indented, marked, plain
from factcheck_tui.ui.painting import _cells
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.wrapping import around, wrap, wrapped
from factcheck_tui.visible import one_line, visible

# letters of every width, what joins to a letter, spaces of all kinds, what a terminal obeys, and markup
TEXTS = st.text(
    st.one_of(st.sampled_from("ab  \n\t[]/塔高👩‍🚒❤️é\u0301\u00a0\u2028\x1b\u202e\u200b\r"), st.characters()),
    max_size=80,
)


@given(TEXTS, st.integers(1, 60))
@example("\U000e0000\x80", 1)  # a letter without width before a picture that is wider than the screen
@settings(max_examples=300, deadline=None)
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    """No line is wider than the screen (one character may be, by itself); every letter is on one line."""
    lines = wrap(text, width)
    for line in lines:
        shown = visible(text[line.start : line.end])
        assert cell_len(shown) <= max(width, 2) or line.end - line.start == 1, (shown, width)
    places = [place for line in lines for place in range(line.start, line.end)]
    assert places == sorted(set(places))
    assert [place for place in places if not text[place].isspace()] == [
        place for place, letter in enumerate(text) if not letter.isspace()
    ]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_wrapping_again_at_the_same_width_gives_the_same(text: str) -> None:
    """A line of the result is a line: wrapped by itself it is not broken again."""
    for line in wrap(text, 20):
        piece = text[line.start : line.end]
        assert len(wrap(piece, 20)) == (1 if piece.strip() else 0)


@given(TEXTS, st.integers(0, 80), st.integers(0, 20), st.integers(1, 30))
@settings(max_examples=300, deadline=None)
def test_a_part_is_wrapped_as_in_the_whole(text: str, place: int, reach: int, width: int) -> None:
    """What is wrapped first of a long text is, line by line, what stands there when all of it is wrapped."""
    part = wrapped(text, width, around(text, place, reach))
    whole = wrap(text, width)
    if part.spans:
        first = whole.index(part.spans[0])
        assert whole[first : first + len(part.spans)] == part.spans
    if place < len(text):
        assert part.hold(place)


@given(TEXTS.map(lambda text: text.replace("\r", "")), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90))))
@settings(max_examples=300, deadline=None)
def test_marks_change_no_word(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever is to be marked, also outside the text, crosswise or empty: the words stand as they are."""
    found = [Span(start, end) for start, end in spans]
    assert " ".join(marked(text, found).plain.split()) == one_line(text)
    assert marked(text, found, fold=False).plain == visible(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_plain_text_is_one_safe_line(text: str) -> None:
    """No markup is read, no control character is left."""
    shown = plain(text).plain
    assert shown == one_line(text)
    assert "\n" not in shown
    assert "\x1b" not in shown


@given(st.integers(0, 12), TEXTS.map(one_line), st.integers(4, 40))
@settings(max_examples=300, deadline=None)
def test_a_wrapped_line_goes_on_as_far_in_as_it_begins(indent: int, words: str, width: int) -> None:
    """No letter is lost; a line that fits stays as it is, and so does one that begins beyond the middle."""
    text = " " * indent + words
    lines = indented(Content(f"before\n{text}\n end"), width).plain.split("\n")
    assert (lines[0], lines[-1]) == ("before", " end")
    assert "".join("".join(lines[1:-1]).split()) == "".join(words.split())
    if cell_len(text) <= width or not indent or indent > width // 2:
        assert lines[1:-1] == [text]
        return
    for line in lines[1:-1]:
        assert line.startswith(" " * indent) and not line.endswith(" ")
        assert cell_len(line) <= width


def test_differences_stand_in_a_row() -> None:
    """Numbers as 57 ≠ 42, a negation as a word; markup in them is text."""
    found = (
        Difference(DifferenceKind.NUMBER, "57", "42"),
        Difference(DifferenceKind.NEGATION, "not", ""),
        Difference(DifferenceKind.NAME, "[/foo]", ""),
    )
    assert differences(found).plain == "57 ≠ 42  negated  [/foo] ≠ —"


class Numbers(LineList):
    """Ten thousand rows that remember which of them were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def __len__(self) -> int:
        return 10_000

    def row(self, index: int, width: int) -> list[Content]:
        self.asked.append(index)
        return [Content(f"[bold]{index}")]


class Known(Numbers):
    """Ten rows that say what they are made from."""

    def __init__(self) -> None:
        super().__init__()
        self.words = [f"row {number}" for number in range(10)]

    def __len__(self) -> int:
        return len(self.words)

    def known(self, index: int) -> object:
        return self.words[index]

    def row(self, index: int, width: int) -> list[Content]:
        self.asked.append(index)
        return [Content(self.words[index])]


class NumbersApp(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Numbers()
        yield Known()


async def test_a_long_list_draws_only_the_rows_in_view() -> None:
    """Ten thousand rows cost what a screen of them costs; a step of the cursor draws two rows anew."""
    app = NumbersApp()
    app.animation_level = "none"
    async with app.run_test(size=(40, 24)) as pilot:
        numbers = app.query_one(Numbers)
        numbers.focus()
        numbers.rows_changed(0)
        await until(pilot, lambda: numbers.asked)
        await pilot.press("G")
        await until(pilot, lambda: 9_999 in numbers.asked)
        assert set(numbers.asked) <= {*range(24), *range(10_000 - 24, 10_000)}
        assert len(numbers.asked) < 24 * 8
        await pilot.pause()
        numbers.asked.clear()
        await pilot.press("k")
        await until(pilot, lambda: numbers.asked)
        await pilot.pause()
        assert numbers.cursor == 9_998
        assert set(numbers.asked) <= {9_998, 9_999}


STYLES = st.sampled_from(["bold", "$muted", "reverse", "$confirmed", "on $bar", "underline"])


@pytest.mark.parametrize("named", ["textual-dark", "ansi-dark"])
async def test_a_line_is_drawn_as_textual_draws_it(named: str) -> None:
    """The same letters and looks, filled up to the same width, whatever the text and its marks."""
    app = NumbersApp()
    app.theme = named
    async with app.run_test(size=(40, 24)):
        rows = app.query_one(Numbers)

        @given(TEXTS, st.lists(st.tuples(STYLES, st.integers(0, 80), st.integers(0, 80)), max_size=4), st.booleans())
        @settings(max_examples=200, deadline=None)
        def same(text: str, marks: list[tuple[str, int, int]], on_cursor: bool) -> None:
            line = plain(one_line(text))
            for look, start, end in marks:
                line = line.stylize(look, min(start, end), max(start, end))
            line = line.truncate(30, ellipsis=True, pad=on_cursor)
            style = rows.get_visual_style("line-list--cursor") if on_cursor else rows.visual_style
            drawn = rows.draw_line(line, 30, style)
            [as_textual] = Visual.to_strips(rows, line, 30, 1, style, pad=True, apply_selection=False)
            assert drawn.cell_length == as_textual.cell_length == 30
            assert _cells(drawn.render(app.console)) == _cells(as_textual.render(app.console))

        same()


async def test_of_a_list_the_rows_that_changed_are_drawn_anew() -> None:
    """Rows read again are drawn again where they are others, and where the cursor was or is; all where one is gone."""
    app = NumbersApp()
    async with app.run_test(size=(40, 40)) as pilot:
        rows = app.query_one(Known)
        rows.rows_changed(0)
        await until(pilot, lambda: 9 in rows.asked)
        for change, cursor, drawn in (
            ({}, 0, set()),
            ({3: "three", 7: "seven"}, 0, {3, 7}),
            ({}, 5, {0, 5}),
            ({5: "five"}, 6, {5, 6}),
        ):
            await pilot.pause()
            rows.asked.clear()
            rows.words = [change.get(index, words) for index, words in enumerate(rows.words)]
            rows.rows_changed(cursor)
            await pilot.pause()
            assert set(rows.asked) == drawn
        rows.words.pop()
        rows.rows_changed()
        await until(pilot, lambda: set(rows.asked) == set(range(9)))
