"""Names that stand for each other, read on both sides as one word: ISIL, ISIS, Daesh, Islamic State."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck_tui.matching.words import Word, words
from factcheck_tui.model import AliasGroup, Term

_IN_CAPITALS = 3  # letters: "US", "WHO" and "ICE" stand for something in capitals only; "isis" and "nato" always do


class _Name(NamedTuple):
    stems: tuple[str, ...]
    capitals: bool
    key: str


class Aliases:
    """A table of groups of names, read. Compared by identity, for readings of texts are kept by it."""

    def __init__(self, groups: Iterable[AliasGroup]) -> None:
        self._by_first: dict[str, list[_Name]] = {}
        self._names: dict[str, tuple[Term, ...]] = {}
        for group in groups:
            names = [(term, words(term)) for term in group.terms]
            key = "=" + " ".join(word.folded for word in names[0][1])  # no word of a text begins so
            self._names[key] = tuple(dict.fromkeys(_term(found) for _, found in names if found))
            for term, found in names:
                if found:
                    stems = tuple(word.stem for word in found)
                    letters = sum(map(str.isalpha, term))
                    name = _Name(stems, letters <= _IN_CAPITALS and term.isupper(), key)
                    self._by_first.setdefault(stems[0], []).append(name)
        for longest_first in self._by_first.values():
            longest_first.sort(key=lambda name: -len(name.stems))

    def names(self, stem: str) -> tuple[Term, ...]:
        """The names that a stem of ``read`` stands for; none for a stem of another word."""
        return self._names.get(stem, ())

    def read(self, text: str, found: Sequence[Word]) -> Sequence[Word]:
        """The words of a text, each name that has others as one word; longer names first."""
        if self._by_first.keys().isdisjoint([word.stem for word in found]):  # as in most texts
            return found
        return tuple(self._named(text, found))

    def _named(self, text: str, found: Sequence[Word]) -> Iterator[Word]:
        at = 0
        while at < len(found):
            name = self._name_at(text, found, at)
            if name is None:
                yield found[at]
                at += 1
            else:
                last = found[at + len(name.stems) - 1]
                yield Word(found[at].start, last.end, name.key.removeprefix("="), name.key)
                at += len(name.stems)

    def _name_at(self, text: str, found: Sequence[Word], at: int) -> _Name | None:
        for name in self._by_first.get(found[at].stem, ()):
            here = found[at : at + len(name.stems)]
            if tuple([word.stem for word in here]) != name.stems:
                continue
            if not name.capitals or all(text[word.start : word.end].isupper() for word in here):
                return name
        return None


def _term(found: Sequence[Word]) -> Term:
    return Term(" ".join(word.folded for word in found), " ".join(word.stem for word in found))


@lru_cache(maxsize=8)
def read_aliases(groups: tuple[AliasGroup, ...]) -> Aliases:
    """Read a table; kept, for it is the same for every claim."""
    return Aliases(groups)


NO_ALIASES = Aliases(())
