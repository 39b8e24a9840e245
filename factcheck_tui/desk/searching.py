"""Searching the archive while a search line is typed; ``matching.search`` tells the language."""

from __future__ import annotations

from factcheck_tui.model import PriorRecord
from factcheck_tui.store import Store


def search(store: Store, typed: str, limit: int) -> list[PriorRecord]:
    """The records that answer to what was typed, best first. :raises InterruptedQueryError: when it is interrupted"""
    if not typed.strip():  # the first look at the archive loads no ranking
        return store.records.newest(limit)
    from factcheck_tui.matching.search import in_order, read_search, spelled

    wanted = read_search(typed)
    return in_order(wanted, store.searching.find(wanted, limit, spelled))


def not_understood(typed: str) -> str:
    """A sentence on what looks like a condition and is none; nothing where all is understood."""
    if ":" not in typed:
        return ""
    from factcheck_tui.matching.search import CONDITIONS, read_search

    none = read_search(typed).not_understood
    return f"“{none[0]}” is no condition; known are {CONDITIONS}." if none else ""
