"""The user's settings: a small TOML file, every key of it optional.

```toml
checker = "Ada"              # who signs the verdicts; --as and $FACTCHECK_CHECKER go before
database = "~/desk/desk.db"  # --db and $FACTCHECK_DB go before
theme = "textual-light"      # any theme of the palette
layout = "auto"              # wide: four panes; normal: lists side by side, one text below; narrow: stacked;
                             # auto: wide from 100 columns on, else narrow
clipboard = "auto"           # auto, native, osc52 or off
editor = "nano"              # for notes; else $VISUAL, $EDITOR, vi
copies = 3                   # kept of the copies that upgrades and `restore` make beside the desk; 1 at the least
publisher = "Example Desk"   # who publishes your checks, for ClaimReview; --publisher goes before
site = "https://example.org/checks"  # the page where they stand; --site goes before

[keys]                       # other keys, by their ids in docs/keys.md; several by commas
confirm = "C"
undo = "u,ctrl+z"
```
"""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from factcheck_tui import paths
from factcheck_tui.errors import ReadError

CLIPBOARDS = ("auto", "native", "osc52", "off")
LAYOUTS = ("auto", "wide", "normal", "narrow")
_CHOICES = {"clipboard": CLIPBOARDS, "layout": LAYOUTS}  # the first of each is in force where nothing is set
_TEXTS = ("checker", "database", "theme", "layout", "clipboard", "editor", "publisher", "site")
_KINDS: dict[str, type] = {**dict.fromkeys(_TEXTS, str), "copies": int}
_MEANT = {str: "a text in quotes", int: "a whole number"}


class OwnKey(NamedTuple):
    """The keys that a user gives to an action, as they wrote them, and where."""

    keys: str
    place: str  # "…/config.toml, line 12"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings as they are in force for one run."""

    checker: str
    database: Path
    theme: str = ""  # "" leaves the choice to the program
    layout: str = "auto"
    clipboard: str = "auto"
    editor: str = ""  # a command line; "" leaves the choice to $VISUAL and $EDITOR
    copies: int = 3  # kept of those that the program makes by itself
    publisher: str = ""
    site: str = ""
    keys: Mapping[str, OwnKey] = field(default_factory=dict)  # by the action's id; the desk knows which there are


def load(path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Config:
    """Read the settings file, if there is one; the environment goes before it.

    :raises ReadError: when the file is no TOML, or holds a key or value that means nothing
    """
    path = path or paths.config()
    settings = _read(path)
    database = environment.get("FACTCHECK_DB") or settings.get("database", "")
    copies = settings.get("copies", 3)
    if copies < 1:
        raise ReadError(f"{path}: copies is {copies}; the newest copy is always kept, so it must be 1 or more.")
    if (named := settings.get("database")) and not paths.expanded(named).is_absolute():
        raise ReadError(f"{path}: database is “{named}”, another file in each folder; write its path from / or ~ on.")
    choices = {name: _choice(path, name, settings) for name in _CHOICES}
    return Config(
        checker=signing(environment.get("FACTCHECK_CHECKER")) or signing(settings.get("checker")) or login_name(),
        database=paths.expanded(database) if database else paths.database(),
        theme=settings.get("theme", ""),
        layout=choices["layout"],
        clipboard=choices["clipboard"],
        editor=_command(path, "editor", settings),
        copies=copies,
        publisher=settings.get("publisher", ""),
        site=settings.get("site", ""),
        keys=settings.get("keys", {}),
    )


def signing(name: str | None) -> str:
    """A name as it signs: “Ada” and “Ada ” are one person, and nobody signs with blanks."""
    return " ".join((name or "").split())


def login_name() -> str:
    """The name that the system knows the user by; "checker" where it knows none (a container without users)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "checker"


def _choice(path: Path, name: str, settings: Mapping[str, Any]) -> str:
    known = _CHOICES[name]
    value = str(settings.get(name, known[0]))
    if value not in known:
        raise ReadError(f"{path}: {name} is “{value}”; it must be one of {', '.join(known)}.")
    return value


def _command(path: Path, name: str, settings: Mapping[str, Any]) -> str:
    value = str(settings.get(name, ""))
    if not value and name not in settings:
        return ""
    import shlex

    try:
        words = shlex.split(value)
    except ValueError as error:  # a quotation mark that is not closed
        raise ReadError(f"{path}: {name} is “{value}”, which is no command: {error}.") from error
    if not words:
        raise ReadError(f"{path}: {name} is empty; name a command, or leave the line out.")
    return value


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"The settings in {path} cannot be read: {error}.") from error
    import tomllib

    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"The settings in {path} are not TOML: {error}.") from error
    if "keys" in settings:
        settings["keys"] = _own_keys(path, text, settings["keys"])
    for key, value in settings.items():
        if key == "keys":
            continue
        if key not in _KINDS:
            raise ReadError(f"{path} sets “{key}”, which is no setting; these are: {', '.join(_KINDS)}, [keys].")
        if type(value) is not _KINDS[key]:
            raise ReadError(f"{path}: {key} must be {_MEANT[_KINDS[key]]}.")
    return settings


def _own_keys(path: Path, text: str, table: object) -> dict[str, OwnKey]:
    if not isinstance(table, dict):
        raise ReadError(f"{path}: keys is a table: write [keys] on a line, and the keys below it.")
    lines = text.splitlines()
    found = {}
    for name, keys in table.items():
        wanted = re.compile(rf"\s*(keys\s*\.\s*)?[\"']?{re.escape(name)}[\"']?\s*=")
        line = next((number for number, words in enumerate(lines, 1) if wanted.match(words)), 0)
        place = f"{path}, line {line}" if line else str(path)
        if not isinstance(keys, str):
            raise ReadError(f"{place}: the keys of {name} must be a text in quotes, several by commas.")
        found[name] = OwnKey(keys, place)
    return found
