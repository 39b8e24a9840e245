"""What a checker pastes when they mean a source: an address, or a title with an address."""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDRESS = re.compile(r"https?://[^\s<>\"”»]+", re.IGNORECASE)
_AROUND = ' \t\n-–—|:,;()[]<>"“”«»'  # what stands between a title and its address, in Markdown, mails and chats
_LONGEST_TITLE = 200  # characters; a longer text with an address in it is no title


class PastedSource(NamedTuple):
    """An address, and the title that was pasted with it ("" when it came alone)."""

    url: str
    title: str


def read_pasted(text: str) -> PastedSource | None:
    """The source that a pasted text names: one web address, alone or with a title before or after it; else None."""
    found = _ADDRESS.findall(text)
    if len(found) != 1:
        return None
    before, _, after = text.partition(found[0])
    url = found[0].rstrip(".,;:!?]")
    if url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    title = " ".join(f"{before.strip(_AROUND)} {after.strip(_AROUND)}".split())
    return PastedSource(url, title) if len(title) <= _LONGEST_TITLE else None
