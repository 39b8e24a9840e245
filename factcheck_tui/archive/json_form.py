"""What a form of JSON is: how it is known, where its rows stand and which values they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from factcheck_tui.archive.raw_record import RawRecord

JsonObject: TypeAlias = Mapping[str, object]


class JsonRow(NamedTuple):
    """A row in a root (a line of NDJSON, an element of a list, a script): its number there, 0 for the root itself."""

    number: int
    value: object


@dataclass(frozen=True, slots=True)
class JsonForm:
    """Pure functions over parsed JSON; none of them raises for any value."""

    name: str
    recognises: Callable[[object], bool]
    rows: Callable[[object], Iterator[JsonRow]]
    raw_record: Callable[[JsonObject], RawRecord]


def only_row(root: object) -> Iterator[JsonRow]:
    """The rows of a form whose root is itself a row."""
    yield JsonRow(0, root)


def has_text(root: object, *keys: str) -> bool:
    """Whether ``root`` is an object that holds words or None under each of ``keys``."""
    return isinstance(root, Mapping) and all(key in root and isinstance(root[key], (str, type(None))) for key in keys)
