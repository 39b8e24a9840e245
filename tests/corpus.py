"""The hostile texts of ``tests/data/hostile/texts.ndjson``, and what must never come out again raw."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parent / "data" / "hostile" / "texts.ndjson"
# what a terminal obeys, what turns text round, and what nobody sees; newline and tab are layout
OBEYED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


class Case(NamedTuple):
    """A text that would do harm if it were obeyed."""

    name: str
    kind: str
    text: str

    @property
    def storable(self) -> str:
        """The text without lone surrogates, which no database can hold."""
        return self.text.encode("utf-8", "replace").decode("utf-8")


CASES = [Case(**json.loads(line)) for line in DATA.read_text(encoding="utf-8").splitlines()]


def obeyed(shown: str) -> list[str]:
    """What in a printed or shown text a terminal would obey or hide."""
    return OBEYED.findall(shown.replace("\r\n", "\n"))
