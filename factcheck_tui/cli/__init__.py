"""The command line: parse, call the desk, print. What is slow to import is imported by the command that needs it."""

from __future__ import annotations

import sys

import click

from factcheck_tui import __version__, paths
from factcheck_tui.cli.commands import Commands
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import visible

EXAMPLE = """
\b
  factcheck-tui demo                      a desk with an article and an archive, to try
  factcheck-tui import claimreviews.json  prior records into the archive
  factcheck-tui add draft.txt             an article onto the desk
  factcheck-tui                           the desk, where you left it
"""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="A desk for fact-checkers: claims beside matching prior records, verdicts by key, lists out.\n" + EXAMPLE,
)
@click.option("--db", "database", metavar="PATH", help="The desk's database file; else $FACTCHECK_DB, else your own.")
@click.option("--as", "checker", metavar="NAME", help="Who signs; else $FACTCHECK_CHECKER, else your login name.")
@click.version_option(__version__, prog_name="factcheck-tui")
@click.pass_context
def cli(context: click.Context, database: str | None, checker: str | None) -> None:
    context.obj = Session(paths.expanded(database) if database else None, checker)
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise click.exceptions.NoArgsIsHelpError(context)
        from factcheck_tui.cli.desk_commands import open_desk

        context.invoke(open_desk)


def main() -> None:
    """Run a command. Status 1: the user can mend it; 2: wrong usage; 3: ``--fail-on``; 130: interrupted."""
    try:
        status = cli(prog_name="factcheck-tui", standalone_mode=False)
    except FactcheckError as error:
        click.echo(f"factcheck-tui: {visible(str(error))}", err=True)
        status = 1
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("factcheck-tui: interrupted", err=True)
        status = 130
    sys.exit(status if isinstance(status, int) else 0)
