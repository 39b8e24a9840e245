"""The lines ``key: value`` between two ``---`` that many editorial systems put above a Markdown article.

This is the part of YAML that such lines use; a full parser would bring tags, anchors and a dependency.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ELEMENT = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Keys (lower case) with their values, and the text below; a list's elements are joined by ", "."""
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    values: dict[str, str] = {}
    key = ""
    for line in front[1].splitlines():
        if named := _LINE.fullmatch(line):
            key = named["key"].lower()
            values[key] = _plain(named["value"] or "")
        elif key and (element := _ELEMENT.fullmatch(line)):
            values[key] = ", ".join(filter(None, (values[key], _plain(element["value"]))))
    return values, text[front.end() :]


def first_of(values: Mapping[str, str], *keys: str) -> str:
    """The value of the first key that has one, else ""."""
    return next((values[key] for key in keys if values.get(key)), "")


def _plain(value: str) -> str:
    """A scalar without its quotes and its comment, or a list in brackets with commas."""
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(filter(None, map(_plain, value[1:-1].split(","))))
    for mark in "'\"":
        if len(value) > 1 and value[0] == value[-1] == mark:
            return value[1:-1].strip()
    return re.sub(r"(?:^|\s)#.*", "", value).strip()
