"""A key of the desk: what it is called, what it does, and where. A table of them needs no textual."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The screen that a key acts on."""

    DESK = "the desk"
    ARTICLES = "the articles"
    ARCHIVE = "the archive"
    SOURCES = "the sources of a claim"
    HISTORY = "the history"
    RATINGS = "the ratings"
    ALIASES = "the names that stand for each other"
    CHOOSING = "the article, while words are chosen"
    ANYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Key:
    """A key (or several that do the same), what it does, and in how few words the key line can say so."""

    id: str
    keys: str  # Textual's names, by commas
    action: str
    help: str
    where: Where
    short: str = ""  # for the key line; "" leaves the key to the help
    shown: str = ""  # how a person calls the keys, where Textual's names would not do
    near: str = ""  # the panes (or "marked": with claims marked) whose key line names it; "" for all of them

    @property
    def label(self) -> str:
        """The keys as they stand on a keyboard."""
        return self.shown or " ".join(NAMES.get(key, key) for key in self.keys.split(","))


NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "full_stop": ".",
    "minus": "-",
    "plus": "+",
    "space": "Space",
    "asterisk": "*",
    "ampersand": "&",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "S-Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}
