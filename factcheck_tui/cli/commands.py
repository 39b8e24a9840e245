"""The commands by name, each loaded when it is called: a process runs one, and all of them take 40 ms to load."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

# module: the commands in it, by the words that call them
MODULES = {
    "alias_command": ("alias",),
    "archive_commands": ("match", "compare"),
    "article_commands": ("add", "articles", "claims", "put-away"),
    "claim_commands": ("claim",),
    "desk_commands": ("open", "demo", "backup", "restore", "check", "locate"),
    "evidence_commands": ("evidence", "wording"),
    "export_commands": ("export",),
    "fetch_command": ("fetch",),
    "history_command": ("history",),
    "import_commands": ("import",),
    "merge_command": ("merge",),
    "rating_command": ("ratings",),
    "review_command": ("review",),
    "search_command": ("search",),
    "shell_commands": ("completion", "man"),
    "verdict_commands": ("mark", "link", "note"),
}
MODULE_OF = {name: module for module, names in MODULES.items() for name in names}


class Commands(click.Group):
    """A group whose commands are listed by name and imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(MODULE_OF)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in MODULE_OF:
            return None
        module: Any = import_module(f"factcheck_tui.cli.{MODULE_OF[cmd_name]}")
        found: click.Command = next(command for command in module.COMMANDS if command.name == cmd_name)
        return found
