"""JSON text whose bytes nothing obeys: what a terminal or a browser acts on, or UTF-8 cannot hold, is escaped."""

from __future__ import annotations

import re

_UNSHOWN = re.compile(r"[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")


def encoded(text: str) -> bytes:
    """JSON text in UTF-8; such characters stand in its strings only, so an escape says the same."""
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8")
