"""Colours that can be read: how far two stand apart, and colours moved until they stand far enough.

The measure is WCAG 2.2's contrast ratio, 1 to 21; for text it asks 4.5, for what is beside the point 3.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.color import Color

TEXT = 4.5
ASIDE = 3.0  # dim text that only adds to something
_STEP = 0.05


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Color, grounds: Iterable[Color], pole: Color, least: float = TEXT) -> Color:
    """``colour``, moved as little as can be towards ``pole`` until it stands out from each of the grounds."""
    grounds, share, moved = tuple(grounds), 0.0, colour
    while share < 1 and any(contrast(moved, ground) < least for ground in grounds):
        share += _STEP
        moved = colour.blend(pole, min(share, 1))
    return moved


def ground(wanted: Color, plain: Color, text: Color) -> Color:
    """A ground for ``text``: ``wanted``, moved as little as can be towards the ``plain`` one until it can be read."""
    share, moved = 0.0, wanted
    while share < 1 and contrast(text, moved) < TEXT:
        share += _STEP
        moved = wanted.blend(plain, min(share, 1))
    return moved


def _luminance(colour: Color) -> float:
    parts = [value / 255 for value in colour.rgb]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
