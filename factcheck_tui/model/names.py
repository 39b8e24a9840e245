"""Names that stand for each other, as the log holds them: a group is a JSON list, "" for a name that stands alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase

_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def key(name: str) -> str:
    """What names are told apart by, as their table does (NOCASE): letters of ASCII are the same in either case."""
    return name.translate(_SMALL)


def write(group: Sequence[str]) -> str:
    """A group as the log holds it."""
    return json.dumps(group, ensure_ascii=False)


def read(group: str) -> tuple[str, ...]:
    """A group of the log."""
    return tuple(json.loads(group)) if group else ()


def spelled(subject: str, *groups: str) -> str:
    """A name by its key, as one of the groups spells it."""
    return next((name for group in groups for name in read(group) if key(name) == subject), subject)


def others(subject: str, group: str) -> str:
    """What a name stands for in a group, in words."""
    return ", ".join(name for name in read(group) if key(name) != subject) or "itself alone"
