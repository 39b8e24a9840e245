"""visible.py: what a terminal would obey or hide is shown as a picture."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_tui.visible import one_line, visible

ANY = st.text(st.characters(codec=None, exclude_categories=()))
# from, to: controls; what reorders, hides or shapes letters; tags
ACTING = (
    *((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x061C, 0x061C), (0x180E, 0x180E), (0x200B, 0x200B)),
    *((0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB)),
    (0xE0000, 0xE007F),
)
NEVER = {chr(code) for first, last in ACTING for code in range(first, last + 1)}
HOSTILE = ANY | st.text(st.sampled_from([*sorted(NEVER), "a", " "]))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("\x7f", "␡"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200bb\ufeff", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("one\r\ntwo\n\tthree", "one\ntwo\n\tthree"),
        ("over\rwritten", "over␍written"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("plain – “text”", "plain – “text”"),
    ],
)
def test_pictures(text: str, shown: str) -> None:
    """Controls, directions, zero-width characters and lone surrogates are shown; joiners and line breaks stay."""
    assert visible(text) == shown


@given(HOSTILE)
def test_nothing_that_acts_is_left(text: str) -> None:
    """No text leaves a character that a terminal obeys, and the result can always be written in UTF-8."""
    shown = visible(text)
    assert not NEVER & set(shown)
    shown.encode("utf-8")


@given(HOSTILE)
def test_what_is_shown_stays(text: str) -> None:
    """Showing twice changes nothing, and every other character is kept in its order."""
    shown = visible(text)
    assert visible(shown) == shown
    kept = [each for each in text if each not in NEVER and unicodedata.category(each) != "Cs"]
    rest = iter(shown)
    assert all(each in rest for each in kept)


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    """One line has no line break, no run of spaces and no space at its ends."""
    line = one_line(text)
    assert line == " ".join(line.split())
    assert len(line.splitlines()) <= 1
