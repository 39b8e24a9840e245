"""Names that stand for each other, as the desk changes them: each change is logged, a line for each name whose group
is another one afterwards, so that an undo puts back exactly these groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import AliasGroup, Aspect, Change, Decision, names
from factcheck_tui.store import Store

LONGEST_ALIAS = 8  # words of a name: "Islamic State of Iraq and the Levant" has seven


def join(store: Store, terms: Iterable[str]) -> AliasGroup:
    """Let names stand for each other. :raises FactcheckError: see ``Desk.add_alias``"""
    named = {" ".join(term.split()).casefold(): " ".join(term.split()) for term in terms}
    for term in named.values():
        if not 1 <= len(re.findall(r"[^\W_]+", term)) <= LONGEST_ALIAS:
            raise FactcheckError(f"“{term}” cannot be an alias: a name has 1 to {LONGEST_ALIAS} words.")
    if len(named) < 2:
        raise FactcheckError("An alias needs two names or more that stand for each other, as in ISIL and ISIS.")
    return store.aliases.add(list(named.values()))


def part(store: Store, terms: Iterable[str]) -> tuple[AliasGroup, ...]:
    """Let names stand for themselves alone. :raises NotFoundError: when one is no alias"""
    found = groups(store)

    def is_left(key: str) -> bool:
        """False for the last of a group, which the one before it left alone."""
        return key in groups(store) or key not in found

    named = (" ".join(term.split()) for term in terms)
    return tuple(store.aliases.remove(term) for term in named if is_left(names.key(term)))


def regroup(store: Store, before: Sequence[str], now: Sequence[str]) -> None:
    """Let a whole group be other names; one name or none is no group. :raises FactcheckError: as in ``join``"""
    store.aliases.put(before, ())
    if len(now) > 1:
        join(store, now)


def groups(store: Store) -> dict[str, str]:
    """The key of each name -> its group, as the log holds it."""
    return {names.key(term): names.write(group.terms) for group in store.aliases.all() for term in group.terms}


def changes(before: Mapping[str, str], now: Mapping[str, str], seen: Sequence[str] = ()) -> Iterator[Change]:
    """What of the groups is another one now, the names that are new in theirs first.

    :param seen: the group that the checker had in view, whose names may have been grouped otherwise meanwhile
    """
    in_view = {names.key(name): names.write(seen) for name in seen}
    for name in sorted({**in_view, **now, **before}, key=lambda name: name in before):
        old, new = before.get(name, ""), now.get(name, "")
        if old != new or name in in_view:
            seen_so = in_view.get(name)
            yield Change(claim_id=0, aspect=Aspect.ALIAS, subject=name, old=old, new=new, seen=seen_so)


def follow(store: Store, lines: Sequence[Decision]) -> None:
    """Let the groups be what lines of the log say."""
    store.aliases.put([line.subject for line in lines], [names.read(line.new) for line in lines if line.new])
