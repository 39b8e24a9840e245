"""visible.py: what a terminal would obey or hide is shown as a picture."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_tui.visible import one_line, visible

ANY = st.text(st.characters(codec=None, exclude_categories=()))
NEVER = (
    {chr(code) for code in range(0x20)} - {"\n", "\t"}
    | {chr(code) for code in range(0x7F, 0xA0)}
    | set(
        "\u00ad\u180e\u2028\u2029\u2061\u206f\ufff9\U000e0041\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    )
)


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


@given(ANY)
def test_nothing_that_acts_is_left(text: str) -> None:
    """No text leaves a character that a terminal obeys, and the result can always be written in UTF-8."""
    shown = visible(text)
    assert not NEVER & set(shown)
    shown.encode("utf-8")


@given(ANY)
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
