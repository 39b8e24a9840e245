"""JSON text whose bytes nothing obeys: what a terminal or a browser acts on, or UTF-8 cannot hold, is escaped."""

from __future__ import annotations

import json
import re

from factcheck_tui.visible import UNSEEN

_UNSEEN = re.compile(UNSEEN)


def encoded(text: str) -> bytes:
    """JSON text in UTF-8; such characters stand in its strings only, so an escape says the same."""
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text).encode("utf-8")
