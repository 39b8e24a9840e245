"""The list of articles: where the desk begins when nothing was left open, and where files come in."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.paths import expanded
from factcheck_tui.ui.keys import Where, bindings, key_line, keys_of
from factcheck_tui.ui.screens.base import DeskBase, noticed
from factcheck_tui.ui.widgets.article_list import ArticleList
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.status_line import StatusLine


class ArticlesScreen(DeskBase):
    """All articles of the desk."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ARTICLES)
    AUTO_FOCUS = "ArticleList"
    DEFAULT_CSS = "ArticlesScreen > ArticleList { height: 1fr; padding: 1 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.status_line = StatusLine(self.desk_app.checker)
        self.listing = ArticleList()
        self.prompt = Prompt()

    def compose(self) -> ComposeResult:
        yield self.status_line
        yield self.listing
        yield self.prompt
        yield KeyLine(key_line(keys_of(Where.ARTICLES, Where.ANYWHERE)))

    def on_mount(self) -> None:
        self.show_articles()

    def on_screen_resume(self) -> None:
        self.show_articles()

    @work(exclusive=True)
    async def show_articles(self, current: int | None = None) -> None:
        """Read the list anew, with the cursor on an article."""
        try:
            rows = await self.desk(Desk.articles)
            records = await self.desk(Desk.records)
            current = current or await self.desk(Desk.last_article)
        except FactcheckError as error:
            self.complain(error)
            return
        self.listing.show(rows, current)
        self.status_line.say(
            f"{len(rows)} article{'' if len(rows) == 1 else 's'}, "
            f"{records:,} prior record{'' if records == 1 else 's'}"
        )

    @on(LineList.Chosen)
    def action_open(self) -> None:
        if progress := self.listing.current:
            self.desk_app.show_desk(progress.article.id)

    def action_archive(self) -> None:
        self.desk_app.show_archive(None)

    def action_history(self) -> None:
        self.desk_app.show_history(None)

    def action_leave(self) -> None:
        self.app.exit()

    def action_add(self) -> None:
        self.prompt.ask("add", "add the article in the file:")

    def action_ratings(self) -> None:
        self.desk_app.show_ratings()

    def action_import(self) -> None:
        self.prompt.ask("import", "import the prior records in the file or folder:")

    @on(Prompt.Answered)
    async def _answered(self, event: Prompt.Answered) -> None:
        if not event.text.strip():
            return
        path = expanded(event.text.strip())
        if event.purpose == "add":
            await self._add(path)
        else:
            self.desk_app.import_records(path)

    @noticed
    async def _add(self, path: Path) -> None:
        from factcheck_tui.articles import read_file

        article, new = await self.desk_app.importer(lambda desk: desk.add(read_file(path)))
        if not new:
            self.desk_app.tell(f"The desk holds this text already, as article {article.id}.")
        self.desk_app.show_desk(article.id)
