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
            **{name: environment.get(name, "") for name in _TOLD},
            **{name: bool(environment.get(name)) for name in _WHETHER},
        },
        "clipboard": clipboard.ways(clipboard_way, environment),
    }


def lines(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The same for a person to read."""
    terminal = found["terminal"]
    told = [f"{name}={terminal[name]}" for name in _TOLD if terminal[name]]
    told += [name for name in _WHETHER if terminal[name]]
    size = f"{terminal['columns']}x{terminal['rows']}" if terminal["is_terminal"] else "none here"
    yield "versions", ", ".join(f"{name} {number}" for name, number in found["versions"].items())
    yield "terminal", ", ".join([size, *told])
    yield "copying", ", then ".join(found["clipboard"]) or "switched off"
