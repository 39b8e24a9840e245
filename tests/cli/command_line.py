"""The command line as a script sees it: a process with a status, an output and an error output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple


class Ran(NamedTuple):
    """How a run of the program ended."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """The output as JSON, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


def environment(home: Path) -> dict[str, str]:
    """An empty home and none of our variables."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FACTCHECK_", "XDG_"))}
    return {
        **kept,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
    }


def run_in(home: Path, *arguments: str | Path, input: bytes = b"", **variables: str) -> Ran:
    """Run the program in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_tui", *map(str, arguments)],
        cwd=home,
        env=environment(home) | variables,
        input=input,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
