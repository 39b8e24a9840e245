"""A user's own keys in the place of those of the table. What cannot be pressed, or would do two things, is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from factcheck_tui.config import OwnKey
from factcheck_tui.errors import FactcheckError
from factcheck_tui.ui.key import NAMES, Key, Where
from factcheck_tui.ui.keys import KEYS

MOVING = frozenset(  # the lists' own
    ("j", "down", "k", "up", "g", "home", "G", "end", "ctrl+d", "pagedown", "ctrl+u", "pageup")
)
_LISTS = (Where.DESK, Where.ARTICLES)
_NAMED = {label: name for name, label in NAMES.items() if len(label) == 1}  # "/" is "slash"
_PRESSABLE = re.compile(rf"((ctrl|shift|alt)\+)*([^\W_]|f[1-9][0-9]?|{'|'.join(map(re.escape, NAMES))})")


def with_own(own: Mapping[str, OwnKey]) -> tuple[Key, ...]:
    """The table with a user's keys in it.

    :raises FactcheckError: for an action or a key that there is not, and a key that would do two things
    """
    known = {key.id for key in KEYS}
    for id, given in own.items():
        if id not in known:
            near = get_close_matches(id, known, n=1)
            meant = f"Is “{near[0]}” meant? " if near else ""
            raise FactcheckError(f"{given.place}: “{id}” is no action. {meant}`factcheck-tui man` lists them all.")
    table = tuple(replace(key, keys=_read(own[key.id]), shown="") if key.id in own else key for key in KEYS)
    for key in table:
        if key.id in own:
            _refuse_clash(key, own[key.id].place, table)
    return table


def _read(given: OwnKey) -> str:
    written = [name.strip() for name in given.keys.split(",")]
    names = [_NAMED.get(name, name if len(name) == 1 else name.lower()) for name in written]
    for name in names:
        if not _PRESSABLE.fullmatch(name):
            raise FactcheckError(
                f"{given.place}: “{name}” is no key. Write a letter, ctrl+x, f1 to f12, or a name such as space."
            )
    return ",".join(names)


def _refuse_clash(key: Key, place: str, table: tuple[Key, ...]) -> None:
    pressed = set(key.keys.split(","))
    if key.where in _LISTS and (moving := sorted(pressed & MOVING)):
        raise FactcheckError(f"{place}: {moving[0]} moves in lists; give “{key.id}” another key.")
    for other in table:
        together = other.where is key.where or Where.ANYWHERE in (other.where, key.where)
        both = sorted(pressed & set(other.keys.split(","))) if together and other.id != key.id else []
        if both:
            raise FactcheckError(
                f"{place}: {both[0]} is the key of “{other.id}” ({other.help}); give one of them another."
            )
