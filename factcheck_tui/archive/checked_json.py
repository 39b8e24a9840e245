"""Values of a JSON object, each checked for its kind as it is read, with a sentence that says where it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object, and where in which file it stands."""

    value: object
    where: str

    def get(self, key: str, kind: type | tuple[type, ...]) -> object:
        """What stands under a key. :raises ReadError: when nothing of that kind does"""
        found = self.value.get(key) if isinstance(self.value, Mapping) else None
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is int):
            raise self.wrong(f"has no proper “{key}”")
        return found

    def wrong(self, words: str) -> ReadError:
        return ReadError(f"{self.where} {words}; nothing was merged. Export the list again, with this version.")

    def text(self, key: str) -> str:
        return str(self.get(key, str))

    def number(self, key: str) -> int:
        return int(str(self.get(key, int)))

    def optional(self, key: str) -> int | None:
        found = self.get(key, (int, type(None)))
        return None if found is None else int(str(found))

    def nodes(self, key: str) -> list[Node]:
        found = self.get(key, list)
        assert isinstance(found, list)
        return [Node(each, f"{self.where}, {key} {number}") for number, each in enumerate(found, 1)]

    def one_of(self, key: str, kind: type[E]) -> E:
        try:
            return kind(self.text(key))
        except ValueError as error:
            raise self.wrong(
                f"has a “{key}” that this program does not know ({one_line(self.text(key))[:40]})"
            ) from error
