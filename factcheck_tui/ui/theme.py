"""Colours. Verdicts are told by glyph, word and colour; the colours are a blue and an orange that colour-blind readers
tell apart, in every theme (the themes' own success and error are green and red).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches

from textual.theme import BUILTIN_THEMES, Theme

from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Band, Verdict

GLYPHS = {Verdict.CONFIRMED: "✓", Verdict.DISPUTED: "✗", Verdict.PENDING: "·"}
STYLES = {
    Verdict.CONFIRMED: "$verdict-confirmed",
    Verdict.DISPUTED: "$verdict-disputed",
    Verdict.PENDING: "$muted",
}
BANDS = {Band.STRONG: "bold $band-strong", Band.POSSIBLE: "$band-possible", Band.WEAK: "$muted"}

DARK = Theme(
    name="desk-dark",
    primary="#7aa2c9",
    secondary="#8c9db5",
    accent="#d7b46a",
    warning="#e8b04a",
    error="#f08a6b",
    success="#6fb3e8",
    foreground="#d6dae0",
    background="#14171c",
    surface="#14171c",
    panel="#20252d",
    dark=True,
)
LIGHT = Theme(
    name="desk-light",
    primary="#2a5c8a",
    secondary="#54657a",
    accent="#8a6414",
    warning="#8f5f00",
    error="#a8401c",
    success="#1d5f9e",
    foreground="#1c2127",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ebe8e1",
    dark=False,
)

_DEFAULT = "ansi_default"
_TEXTUALS = (  # what Textual would colour by itself
    "ansi-background",
    "ansi-foreground",
    "border-blurred",
    "block-cursor-foreground",
    "block-cursor-background",
    "input-cursor-background",
    "input-cursor-foreground",
    "input-selection-background",
    "input-selection-foreground",
    "screen-selection-background",
    "screen-selection-foreground",
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)
NO_COLOR = Theme(
    name="no-color",
    ansi=True,
    primary=_DEFAULT,
    secondary=_DEFAULT,
    accent=_DEFAULT,
    warning=_DEFAULT,
    error=_DEFAULT,
    success=_DEFAULT,
    foreground=_DEFAULT,
    background=_DEFAULT,
    surface=_DEFAULT,
    panel=_DEFAULT,
    boost=_DEFAULT,
    variables={
        **dict.fromkeys(_TEXTUALS, _DEFAULT),
        "input-cursor-text-style": "reverse",
        "block-cursor-text-style": "reverse",
    },
)
_OWN = (
    "verdict-confirmed",
    "verdict-disputed",
    "band-strong",
    "band-possible",
    "shared-word",
    "current-claim",
    "muted",
    "quiet-border",
)


def variables(theme: Theme) -> dict[str, str]:
    """The desk's own colours for a theme."""
    if theme.name == NO_COLOR.name:
        return dict.fromkeys(_OWN, _DEFAULT)
    if theme.ansi:
        return {
            "verdict-confirmed": "ansi_blue",
            "verdict-disputed": "ansi_yellow",
            "band-strong": "ansi_cyan",
            "band-possible": "ansi_default",
            "shared-word": "ansi_cyan",
            "current-claim": "ansi_default",
            "muted": "ansi_bright_black",
            "quiet-border": "ansi_bright_black",
        }
    if theme.dark:
        return {
            "verdict-confirmed": "#6fb3e8",
            "verdict-disputed": "#f2a057",
            "band-strong": "#e6d27a",
            "band-possible": "#cfd4da",
            "shared-word": "#e6d27a",
            "current-claim": "#2c3a4d",
            "muted": "#8a94a3",
            "quiet-border": "#39414d",
        }
    return {
        "verdict-confirmed": "#1a5fa8",
        "verdict-disputed": "#a84a00",
        "band-strong": "#6b4e00",
        "band-possible": "#2b3138",
        "shared-word": "#6b4e00",
        "current-claim": "#dce8f5",
        "muted": "#626c7a",
        "quiet-border": "#c9c4b8",
    }


def default_theme(environment: Mapping[str, str] = os.environ) -> str:
    """The theme to begin with: none but the terminal's own colour where NO_COLOR is set to anything but nothing."""
    return NO_COLOR.name if environment.get("NO_COLOR") else DARK.name


def chosen(name: str) -> str:
    """The theme that the settings name, or the one to begin with.

    :raises FactcheckError: when there is no such theme
    """
    known = [DARK.name, LIGHT.name, NO_COLOR.name, *BUILTIN_THEMES]
    if not name:
        return default_theme()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        meant = f"Is “{near[0]}” meant? " if near else ""
        raise FactcheckError(f"The settings' theme “{name}” is none. {meant}There are: {', '.join(known)}.")
    return name
