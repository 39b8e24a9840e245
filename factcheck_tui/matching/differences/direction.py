"""A word of direction where it stands; see ``directions``."""

from __future__ import annotations

from typing import NamedTuple


class Direction(NamedTuple):
    """A word that says which way, with what stands around it."""

    start: int
    end: int
    token: int  # index of its first token
    axis: int
    pole: int  # which of the axis' sides it says, its negation counted in
    words: frozenset[str]  # a word and its own negation are told by ``negations``
    sort: str  # "event", "converse", "quality"
    left: tuple[str, ...]  # stems of the telling words before it, the nearest first
    right: tuple[str, ...]
