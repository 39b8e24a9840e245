"""Colours. Verdicts are told by glyph, word and colour; the colours are a blue and an orange that colour-blind readers
tell apart, in every theme (the themes' own success and error are green and red).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Band, Verdict
from factcheck_tui.ui.contrast import ASIDE, TEXT, contrast, ground, readable

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
_DARK = {
    "verdict-confirmed": "#6fb3e8",
    "verdict-disputed": "#f2a057",
    "band-strong": "#e6d27a",
    "band-possible": "#cfd4da",
    "shared-word": "#e6d27a",
    "current-claim": "#2c3a4d",
    "muted": "#9ba4b0",
    "quiet-border": "#39414d",
}
_LIGHT = {
    "verdict-confirmed": "#1a5fa8",
    "verdict-disputed": "#a84a00",
    "band-strong": "#6b4e00",
    "band-possible": "#2b3138",
    "shared-word": "#6b4e00",
    "current-claim": "#dce8f5",
    "muted": "#5d6673",
    "quiet-border": "#c9c4b8",
}
_GIVEN = ("foreground", "background", "surface", "panel", "accent", "primary", "warning")
_THEIRS = {"emphasis": "accent", "focus": "primary", "caution": "warning"}  # ours after a theme's
BAR = 0.06  # of a theme's foreground in the ground of bars: some themes' panels are too near their text
MUTED = 0.75  # of the contrast of a theme's text is enough for what is dim
_OWN = (
    "verdict-confirmed",
    "verdict-disputed",
    "band-strong",
    "band-possible",
    "shared-word",
    "current-claim",
    "muted",
    "quiet-border",
    "emphasis",
    "focus",
    "caution",
    "bar",
    "dialog",
)


def variables(theme: Theme) -> dict[str, str]:
    """The desk's own colours for a theme."""
    if theme.name == NO_COLOR.name:
        return dict.fromkeys(_OWN, _DEFAULT)
    if theme.ansi:
        # on a light ground a terminal's yellow and cyan cannot be read
        return {
            "verdict-confirmed": "ansi_blue",
            "verdict-disputed": "ansi_yellow" if theme.dark else "ansi_red",
            "band-strong": "ansi_cyan" if theme.dark else "ansi_magenta",
            "band-possible": "ansi_default",
            "shared-word": "ansi_cyan" if theme.dark else "ansi_magenta",
            "current-claim": "ansi_default",
            "muted": "ansi_bright_black",
            "quiet-border": "ansi_bright_black",
            "emphasis": theme.accent or _DEFAULT,
            "focus": theme.primary,
            "caution": theme.warning or _DEFAULT,
            "bar": theme.panel or _DEFAULT,
            "dialog": theme.surface or _DEFAULT,
        }
    return _readable(theme, _DARK if theme.dark else _LIGHT)


def _readable(theme: Theme, own: Mapping[str, str]) -> dict[str, str]:
    """Our colours, and the theme's that text is written in, so that all can be read on all that we write on."""
    given = {name: Color.parse(value) for name, value in own.items()}
    colours = {name: getattr(theme, name) for name in _GIVEN}
    if None in colours.values():
        colours = theme.to_color_system().generate()
    text, plain, surface = (Color.parse(colours[name]) for name in ("foreground", "background", "surface"))
    bar = Color.parse(colours["panel"]) if theme in (DARK, LIGHT) else plain.blend(text, BAR)
    wanted = {"bar": bar, "dialog": surface, "current-claim": given["current-claim"]}
    grounds = {name: ground(colour, plain, text) for name, colour in wanted.items()}
    pole = Color.parse("white" if theme.dark else "black")
    written = {name: given[name] for name in own if name not in ("current-claim", "quiet-border")}
    written |= {name: Color.parse(colours[theirs]) for name, theirs in _THEIRS.items()}
    least = dict.fromkeys(written, TEXT) | {"muted": max(ASIDE, min(TEXT, MUTED * contrast(text, plain)))}
    return {
        **{
            name: readable(colour, (plain, *grounds.values()), pole, least[name]).hex
            for name, colour in written.items()
        },
        **{name: colour.hex for name, colour in grounds.items()},
        "quiet-border": own["quiet-border"],
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
