"""Write the parts of README.md that the program itself knows: ``python tests/readme.py``."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck_tui.ui.keys import MOVING, Where, keys_of

README = Path(__file__).resolve().parent.parent / "README.md"


def key_table() -> str:
    """The keys of every screen as Markdown."""
    lines = []
    for place in Where:
        lines += [f"**{'on ' if place is not Where.ANYWHERE else ''}{place}**", "", "| key | does |", "|---|---|"]
        rows = [(key.label, key.help) for key in keys_of(place) if not key.id.startswith("link-")]
        if place is Where.DESK:
            rows = [
                *MOVING,
                *rows[:3],
                ("1-9", "link the claim to that prior record, or take the link back"),
                *rows[3:],
            ]
        lines += [f"| {_code(label)} | {words} |" for label, words in rows]
        lines.append("")
    return "\n".join(lines)


def _code(label: str) -> str:
    return " ".join(f"`{part}`" for part in label.split())


def with_parts(text: str) -> str:
    """The README with its generated parts as they ought to be."""
    start, end = "<!-- keys: made from factcheck_tui/ui/keys.py by tests/readme.py -->", "<!-- /keys -->"
    return re.sub(f"{re.escape(start)}.*{re.escape(end)}", lambda _: f"{start}\n{key_table()}{end}", text, flags=re.S)


if __name__ == "__main__":
    README.write_text(with_parts(README.read_text(encoding="utf-8")), encoding="utf-8")
