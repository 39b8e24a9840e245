"""What a shell wants of the program: completion of its words, and a manual."""

from __future__ import annotations

import click

from factcheck_tui.cli.printing import put

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_FACTCHECK_TUI_COMPLETE"  # by which the shell asks the program for words


@click.command(
    epilog="Example: factcheck-tui completion bash > ~/.local/share/bash-completion/completions/factcheck-tui"
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion of commands and options for a SHELL; its own folder for completions is where it belongs."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None, shell
    program = context.find_root()
    put(kind(program.command, {}, "factcheck-tui", VARIABLE).source().rstrip())


@click.command(epilog="Example: factcheck-tui man > ~/.local/share/man/man1/factcheck-tui.1")
@click.option("--markdown", is_flag=True, help="A reference in Markdown instead.")
@click.pass_context
def man(context: click.Context, markdown: bool) -> None:
    """Print the man page; `factcheck-tui man | man -l -` shows it."""
    from factcheck_tui.cli import manual

    program = context.find_root().command
    assert isinstance(program, click.Group)
    put((manual.as_markdown(program) if markdown else manual.as_man_page(program)).rstrip())


COMMANDS = (completion, man)
