"""Write the parts of README.md that the program itself knows: ``python tests/readme.py``."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import MOVING, keys_of

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
KEYS = ROOT / "docs" / "keys.md"


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


def key_reference() -> str:
    """docs/keys.md: every key with the id that the settings name it by."""
    lines = [
        "# Keys",
        "",
        "Made from factcheck_tui/ui/keys.py by `make docs`. A settings file gives an action other keys",
    ]
    lines += ['by its id, under `[keys]`: `confirm = "C"`. A clash is refused at start, with its line.', ""]
    for place in Where:
        lines += [f"## {place}", "", "| id | key | does |", "|---|---|---|"]
        lines += [f"| `{key.id}` | {_code(key.label)} | {key.help} |" for key in keys_of(place)]
        lines.append("")
    return "\n".join(lines)


def _code(label: str) -> str:
    return " ".join(f"`{part}`" for part in label.split())


def with_parts(text: str) -> str:
    """The README with its generated parts as they ought to be."""
    start, end = "<!-- keys: made from factcheck_tui/ui/keys.py by tests/readme.py -->", "<!-- /keys -->"
    return re.sub(f"{re.escape(start)}.*{re.escape(end)}", lambda _: f"{start}\n{key_table()}{end}", text, flags=re.S)


if __name__ == "__main__":
    KEYS.write_text(key_reference(), encoding="utf-8")
    README.write_text(with_parts(README.read_text(encoding="utf-8")), encoding="utf-8")
