"""Text from outside made safe to look at: what a terminal would obey, or not show at all, becomes a picture.

Control characters can move the cursor or retitle the window; bidirectional overrides and zero-width characters make a
claim read other than it is stored. All of them stay in what we store and are replaced only where text is shown or
printed. The zero-width joiner and non-joiner stay: Persian, Hindi and emoji are written with them.
"""

from __future__ import annotations

_NAMED = (  # from, to
    (0x80, 0x9F),  # C1: some terminals obey these as ESC sequences
    (0xAD, 0xAD),  # soft hyphen: hides inside a word
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),  # left-to-right and right-to-left mark
    (0x2028, 0x2029),  # line and paragraph separators: some programs break lines at them, others do not
    (0x202A, 0x202E),  # bidirectional embeddings and overrides
    (0x2060, 0x2064),  # word joiner, invisible operators
    (0x2066, 0x206F),  # bidirectional isolates, deprecated shaping controls
    (0xD800, 0xDFFF),  # lone surrogates: no encoding can write them
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE007F),  # tags: text that nobody sees
)

# A character class for ``re``: each of them, but for the controls below U+0020. In ranges: ``re`` tries characters
# beyond U+FFFF one by one (220 ns for each character of a text, not 7).
UNSEEN = "[\x7f" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _NAMED) + "]"

_PICTURES: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "␡",
    **{code: f"⟨U+{code:04X}⟩" for first, last in _NAMED for code in range(first, last + 1)},
}


def visible(text: str) -> str:
    """``text`` with every control, direction, zero-width and surrogate character as a picture.

    Newline and tab stay; CRLF becomes a newline. What is returned can be written in UTF-8 and changes no terminal.
    Offsets into ``text`` do not hold in the result.
    """
    if text.isprintable():  # nearly all text, and forty times as fast as a translation
        return text
    return text.replace("\r\n", "\n").translate(_PICTURES)


def one_line(text: str) -> str:
    """``visible(text)`` with each run of white space as one space and none at the ends."""
    return " ".join(visible(text).split())
