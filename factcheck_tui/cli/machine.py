"""What the program runs on, for `check`: versions, the terminal, and how copying works."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from factcheck_tui import __version__

_LIBRARIES = ("textual", "sqlite-utils", "rapidfuzz", "click")
_TOLD = ("TERM", "COLORTERM", "NO_COLOR", "LANG")  # said as they are
_WHETHER = ("TMUX", "STY", "SSH_CONNECTION")  # their values are nobody's business


def facts(sqlite: str, clipboard_way: str, environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """``versions``, ``terminal`` and ``clipboard``: the ways that copying tries, in their order."""
    from factcheck_tui import clipboard

    size = shutil.get_terminal_size()
    return {
        "versions": {
            "factcheck-tui": __version__,
            "python": platform.python_version(),
            "sqlite": sqlite,
            **{name: version(name) for name in _LIBRARIES},
        },
        "terminal": {
            "is_terminal": sys.stdout.isatty(),
            "columns": size.columns,
            "rows": size.lines,
            "colours": _colours(environment),
            **{name: environment.get(name, "") for name in _TOLD},
            **{name: bool(environment.get(name)) for name in _WHETHER},
        },
        "clipboard": clipboard.ways(clipboard_way, environment),
    }


def _colours(environment: Mapping[str, str]) -> str:
    """How many colours the desk draws with here; told from the variables, as the library that draws does."""
    if environment.get("NO_COLOR"):
        return "the terminal's own alone (NO_COLOR)"
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "16 million"
    term = environment.get("TERM", "").strip().lower()
    return "256" if term.endswith(("256color", "kitty")) else "none" if term in ("dumb", "unknown") else "16"


def lines(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The same for a person to read."""
    terminal = found["terminal"]
    told = [f"{name}={terminal[name]}" for name in _TOLD if terminal[name]]
    told += [name for name in _WHETHER if terminal[name]]
    size = f"{terminal['columns']}x{terminal['rows']}" if terminal["is_terminal"] else "none here"
    yield "versions", ", ".join(f"{name} {number}" for name, number in found["versions"].items())
    yield "terminal", ", ".join([size, *told])
    yield "colours", terminal["colours"]
    yield "copying", ", then ".join(found["clipboard"]) or "switched off"
