"""What the shells complete beyond commands and options: articles of the desk, verdicts, forms of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click
from click.shell_completion import CompletionItem

from factcheck_tui.errors import FactcheckError


class Completed(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A text that stays as it is typed, with what it could be for the shell."""

    def __init__(self, name: str, could_be: Callable[[click.Context], Iterator[CompletionItem]]) -> None:
        self.name = name
        self._could_be = could_be

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """A desk that cannot be read offers nothing: a line that is being typed is no place for a complaint."""
        try:
            return [item for item in self._could_be(ctx) if item.value.startswith(incomplete)]
        except FactcheckError:
            return []


def _articles(context: click.Context) -> Iterator[CompletionItem]:
    from factcheck_tui import paths
    from factcheck_tui.cli.session import Session
    from factcheck_tui.visible import one_line

    database = context.find_root().params.get("database")
    session = Session(paths.expanded(database) if database else None, None)
    if session.has_desk:
        for progress in session.desk(create=False).articles():
            yield CompletionItem(str(progress.article.id), help=one_line(progress.article.title))
        session.close()


def _verdicts(_: click.Context) -> Iterator[CompletionItem]:
    from factcheck_tui.model import Verdict

    return (CompletionItem(word.value) for word in Verdict)


def _forms(_: click.Context) -> Iterator[CompletionItem]:
    from factcheck_tui.export import FORMATS

    return (CompletionItem(name) for name in FORMATS)


ARTICLE = Completed("article", _articles)
VERDICT = Completed("verdict", _verdicts)
FORM = Completed("format", _forms)
