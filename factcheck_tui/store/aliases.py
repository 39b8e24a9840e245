"""Aliases: names that stand for each other in matching, such as ISIL, ISIS, Daesh and Islamic State."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import AliasGroup
from factcheck_tui.store.database import Database

_IN = "SELECT DISTINCT group_id FROM alias WHERE term IN (SELECT value FROM json_each(?))"


class Aliases:
    """The table ``alias``. What changes it runs inside ``Database.writing``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[AliasGroup, ...]:
        """The groups by their first terms; the terms of each in the order they were added in."""
        groups: dict[int, list[str]] = {}
        for row in self._db.rows("SELECT group_id, term FROM alias ORDER BY rowid"):
            groups.setdefault(row["group_id"], []).append(row["term"])
        found = [AliasGroup(group_id, tuple(terms)) for group_id, terms in groups.items()]
        return tuple(sorted(found, key=lambda group: group.terms[0].casefold()))

    def add(self, terms: Sequence[str]) -> AliasGroup:
        """Let terms stand for each other, and for all that any of them stood for before."""
        groups = [row["group_id"] for row in self._db.rows(_IN, [json.dumps(terms)])]
        group_id = groups[0] if groups else 1 + int(self._db.value("SELECT coalesce(max(group_id), 0) FROM alias"))
        joined = [group_id, json.dumps(groups)]
        self._db.run("UPDATE alias SET group_id = ? WHERE group_id IN (SELECT value FROM json_each(?))", joined)
        self._db.run_many(
            "INSERT OR IGNORE INTO alias (term, group_id) VALUES (?, ?)", [(term, group_id) for term in terms]
        )
        return self._group(group_id)

    def remove(self, term: str) -> AliasGroup:
        """Let a term stand for itself alone; gives the rest of its group, which is gone when it is one term only.

        :raises NotFoundError: when the term is no alias
        """
        group_id = self._db.value("SELECT group_id FROM alias WHERE term = ?", [term])
        if group_id is None:
            raise NotFoundError(f"“{term}” is no alias in this desk; `alias list` prints them all.")
        self._db.run("DELETE FROM alias WHERE term = ?", [term])
        rest = self._group(group_id)
        if len(rest.terms) < 2:
            self._db.run("DELETE FROM alias WHERE group_id = ?", [group_id])
            return AliasGroup(group_id, ())
        return rest

    def put(self, terms: Sequence[str], groups: Iterable[Sequence[str]]) -> None:
        """Let these terms stand for each other in exactly these groups; those in none of them for themselves alone."""
        groups = list(dict.fromkeys(map(tuple, groups)))
        named = [*terms, *(term for group in groups for term in group)]
        self._db.run("DELETE FROM alias WHERE term IN (SELECT value FROM json_each(?))", [json.dumps(named)])
        next_id = 1 + int(self._db.value("SELECT coalesce(max(group_id), 0) FROM alias"))
        rows = [(term, group_id) for group_id, group in enumerate(groups, next_id) for term in group]
        self._db.run_many("INSERT INTO alias (term, group_id) VALUES (?, ?)", rows)

    def _group(self, group_id: int) -> AliasGroup:
        rows = self._db.rows("SELECT term FROM alias WHERE group_id = ? ORDER BY rowid", [group_id])
        return AliasGroup(group_id, tuple(row["term"] for row in rows))
