"""Everything that is written can be read, in every theme: WCAG's 4.5 for text, 3 for what is dim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from factcheck_tui.ui import theme
from factcheck_tui.ui.contrast import ASIDE, TEXT, contrast, ground, readable

THEMES = [theme.DARK, theme.LIGHT, *(each for each in BUILTIN_THEMES.values() if not each.ansi)]
WRITTEN = ("verdict-confirmed", "verdict-disputed", "band-strong", "band-possible", "shared-word", "emphasis", "focus")
COLOURS = st.builds(Color, st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


@pytest.mark.parametrize("each", THEMES, ids=lambda each: each.name)
def test_all_that_is_written_can_be_read_in_every_theme(each: Theme) -> None:
    """Verdicts, bands, keys, titles and dim text, on the screen, in dialogs, on bars and on the cursor's row."""
    generated = each.to_color_system().generate()
    ours = {name: Color.parse(value) for name, value in theme.variables(each).items()}
    for on in (Color.parse(generated["background"]), ours["dialog"], ours["bar"], ours["current-claim"]):
        for name in (*WRITTEN, "caution"):
            assert contrast(ours[name], on) >= TEXT, (name, on.hex)
        assert contrast(ours["muted"], on) >= ASIDE, on.hex
        assert contrast(Color.parse(generated["foreground"]), on) >= TEXT, on.hex


@pytest.mark.parametrize("each", THEMES, ids=lambda each: each.name)
def test_the_two_verdicts_stay_a_blue_and_an_orange(each: Theme) -> None:
    """Moved for contrast, one is still more blue than red and the other more red than blue."""
    ours = {name: Color.parse(value) for name, value in theme.variables(each).items()}
    assert ours["verdict-confirmed"].b > ours["verdict-confirmed"].r + 40
    assert ours["verdict-disputed"].r > ours["verdict-disputed"].b + 40


def test_the_measure_is_that_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 the lightest grey that passes on white."""
    white = Color.parse("white")
    assert round(contrast(Color.parse("black"), white), 2) == 21
    assert contrast(white, white) == 1
    assert contrast(Color.parse("#767676"), white) >= TEXT > contrast(Color.parse("#777777"), white)


@given(COLOURS, COLOURS)
def test_a_colour_is_moved_until_it_can_be_read(colour: Color, on: Color) -> None:
    """Towards the pole that stands out from the ground; one that can be read already stays as it is."""
    pole = max((Color.parse("white"), Color.parse("black")), key=lambda each: contrast(each, on))
    moved = readable(colour, [on], pole)
    assert contrast(moved, on) >= TEXT
    assert contrast(colour, on) < TEXT or moved == colour


@given(COLOURS)
def test_a_ground_is_moved_until_its_text_can_be_read(wanted: Color) -> None:
    """Back to the plain ground, on which the text can be read."""
    text, plain = Color.parse("#d6dae0"), Color.parse("#14171c")
    assert contrast(text, ground(wanted, plain, text)) >= TEXT
