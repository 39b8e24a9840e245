"""The list of articles: where the desk begins when nothing was left open, and where files come in."""

from __future__ import annotations

import shlex
from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Paste

from factcheck_tui.desk import Desk, article_query
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Article, ArticleProgress, Aspect, Step
from factcheck_tui.paths import expanded
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings, key_line
from factcheck_tui.ui.screens.base import DeskBase, noticed
from factcheck_tui.ui.screens.undoing import Undoing
from factcheck_tui.ui.widgets.article_list import ArticleList
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.status_line import StatusLine
from factcheck_tui.visible import one_line

_FILTER = "filter articles"
_HINT = f"words of the title, {article_query.OPEN}, {article_query.DONE}, {article_query.AWAY}"
TITLE_SHOWN = 30  # cells of a title in a question: the answer must have room beside it at 80 columns


class ArticlesScreen(DeskBase, Undoing):
    """All articles of the desk."""

    place = Where.ARTICLES
    steps_of = Aspect.PUT_AWAY
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ARTICLES)
    AUTO_FOCUS = "ArticleList"
    DEFAULT_CSS = "ArticlesScreen > ArticleList { height: 1fr; padding: 1 0; }"

    def __init__(self, came_from: int = 0) -> None:
        """
        :param came_from: the article that one was at, whose place may not be written yet; 0 for the one that is known
        """
        super().__init__()
        self._came_from = came_from
        self.status_line = StatusLine(self.desk_app.checker)
        self.listing = ArticleList()
        self.prompt = Prompt(self.desk_app.typed)
        self.key_line = KeyLine(key_line(self.desk_app.keys_of(Where.ARTICLES, Where.ANYWHERE)))
        self._read: Article | None = None  # what was read last, and the article that it looks like a draft of
        self._likely: Article | None = None
        self._counts = ""  # of all articles and records, in words

    def compose(self) -> ComposeResult:
        yield self.status_line
        yield self.listing
        yield self.prompt
        yield self.key_line

    def on_screen_resume(self) -> None:
        self.show_articles()

    @work(exclusive=True)
    async def show_articles(self, current: int | None = None) -> None:
        """Read the list anew, with the cursor on an article."""
        try:
            self.listing.filter = self.desk_app.article_filter
            current = current or self._came_from or await self.desk(Desk.last_article)
            self.listing.show_titles(await self.desk(Desk.titles), current)
            rows = await self.desk(Desk.articles, with_away=True)
            self.listing.show(rows, current)
            records = await self.desk(Desk.records)  # counting a million takes longer than a person should wait
        except FactcheckError as error:
            self.complain(error)
            return
        away = sum(progress.article.away for progress in rows)
        kept = len(rows) - away
        self._counts = (
            f"{kept} article{'' if kept == 1 else 's'}{f' and {away} away' if away else ''}, "
            f"{records:,} prior record{'' if records == 1 else 's'}"
        )
        self._say_counts()

    def _say_counts(self) -> None:
        listed = f"{len(self.listing)} of " if self.listing.filter else ""
        filtered = f" · filter: {self.listing.filter}" if self.listing.filter else ""
        self.status_line.say(f"{listed}{self._counts}{filtered}")

    def action_filter(self) -> None:
        self.prompt.ask(_FILTER, "/", self.listing.filter, hint=_HINT)

    def action_unfilter(self) -> None:
        self._list_only("")

    @on(Prompt.Typed)
    @on(Prompt.Cancelled)
    def _filter_typed(self, event: Prompt.Typed) -> None:
        if event.purpose == _FILTER:
            self._list_only("" if isinstance(event, Prompt.Cancelled) else event.text)

    def _list_only(self, words: str) -> None:
        self.desk_app.article_filter = words  # kept while the program runs: one comes back to what is left to do
        self.listing.list_only(words)
        self._say_counts()

    @on(LineList.Chosen)
    def action_open(self) -> None:
        if progress := self._here():
            self.desk_app.show_desk(progress.article.id)

    def _here(self) -> ArticleProgress | None:
        """The article that a key is for; where none is listed, that is said."""
        if self.listing.current is None:
            self.key_line.say("No article is listed here.")
        return self.listing.current

    # What was added by mistake

    def action_put_away(self) -> None:
        """Take the article under the cursor off the list, or bring it back; the cursor goes to the next."""
        if progress := self._here():
            article = progress.article
            said = f"“{_short(article.title)}” {'brought back' if article.away else 'put away'}."
            listed = "" if article.away else f"; {self.key('filter-articles')} {article_query.AWAY} lists it"
            how = f"  {self.key('away-undo')} undoes it{listed}."
            writing = self.writer.decide(said, Desk.put_away, [article.id], not article.away)
            self._when_put_away(writing, said + how, self.listing.beside or article.id)

    @work(group="written")
    @noticed
    async def _when_put_away(self, writing: Awaitable[Step | None], did: str, current: int) -> None:
        if await writing:
            self.show_articles(current)
            self.say(did)

    async def show_step(self, step: Step) -> None:
        self.show_articles(int(step.decisions[0].subject))

    def say(self, words: str) -> None:
        self.key_line.say(words)

    def action_archive(self) -> None:
        self.desk_app.show_archive(None)

    def action_history(self) -> None:
        self.desk_app.show_history(None)

    async def action_leave(self) -> None:
        await self.desk_app.action_quit()

    def action_add(self, name: str = "", *, unasked: bool = False) -> None:
        self.prompt.ask("add", "add the article in the file or at the address:", name, unasked=unasked)

    def on_paste(self, event: Paste) -> None:
        """A pasted text is an article; a pasted address, or a file that was dropped on the window, is one to add."""
        text = event.text.strip()
        if not text or self.prompt.display:
            return
        if name := _name_in(text):
            self.action_add(name)
        else:
            self.prompt.ask_whether(f"add the pasted “{_short(text)}” as an article?", lambda: self.add_pasted(text))

    @work
    @noticed
    async def add_pasted(self, text: str) -> None:
        from factcheck_tui import articles

        await self._add(lambda: articles.read_bytes(text.encode("utf-8", "replace"), "-"))

    def action_aliases(self) -> None:
        self.desk_app.show_aliases()

    def action_ratings(self) -> None:
        self.desk_app.show_ratings()

    def action_import(self, path: str = "", *, unasked: bool = False) -> None:
        self.prompt.ask("import", "import the prior records in the file or folder:", path, unasked=unasked)

    @on(Prompt.Answered)
    async def _answered(self, event: Prompt.Answered) -> None:
        if event.then:
            event.then(event.text)
            return
        if event.purpose == _FILTER:
            self._list_only(event.text)
            return
        if not event.text.strip():
            return
        name = event.text.strip()
        if event.purpose == "add":
            await self._add_named(name)
        elif event.purpose == "draft":
            await self._keep(name)
        else:
            self.desk_app.import_records(expanded(name))

    async def _add_named(self, name: str) -> None:
        from factcheck_tui import articles

        named = articles.is_address(name)
        try:
            await self._add(lambda: articles.read_address(name) if named else articles.read_file(expanded(name)))
        except FactcheckError as error:
            self.complain(error)
            if self.is_current and not self.prompt.display:  # what was refused is mended, not typed again
                self.action_add(name, unasked=True)

    async def _add(self, read_article: Callable[[], Article]) -> None:
        def read(desk: Desk) -> tuple[Article, Article | None]:
            found = read_article()
            return found, desk.likely_draft(found)

        self._read, self._likely = await self.desk_app.importer(read)
        if self._likely is None:
            await self._keep("n")
        else:
            self.prompt.ask(
                "draft", f"next draft of “{_short(self._likely.title)}”? y keeps its verdicts, n not:", "y"
            )

    @noticed
    async def _keep(self, answer: str) -> None:
        """Put on the desk what was read, as the next draft (y) or by itself."""
        read, likely = self._read, self._likely
        if read is None:
            return
        if likely is not None and answer.casefold().startswith("y"):
            revision = await self.desk_app.importer(lambda desk: desk.revise(likely.id, read))
            self.desk_app.tell(
                f"Next draft of article {likely.id}: {revision.kept} claims kept, {revision.changed} changed, "
                f"{revision.new} new, {len(revision.removed)} removed.{self.undoes}"
            )
            self.desk_app.show_desk(revision.article.id)
            return
        article, new = await self.desk_app.importer(lambda desk: desk.add(read))
        if not new:
            self.desk_app.tell(f"The desk holds this text already, as article {article.id}.")
        self.desk_app.show_desk(article.id)


def _short(text: str) -> str:
    """The beginning of a text, as a question names it."""
    return Content(one_line(text[: 4 * TITLE_SHOWN])).truncate(TITLE_SHOWN, ellipsis=True).plain.rstrip()


def _name_in(pasted: str) -> str:
    """The address or the file that a pasted line names, "" when it is a text. A file that is dropped comes quoted."""
    if "\n" in pasted:
        return ""
    try:
        unquoted = shlex.split(pasted)
    except ValueError:
        unquoted = []
    for name in (pasted, *unquoted[:1]):
        if name.startswith(("https://", "http://")) and not any(map(str.isspace, name)):
            return name
        if _is_file(name):
            return name
    return ""


def _is_file(name: str) -> bool:
    try:
        return expanded(name).is_file()
    except (OSError, ValueError):  # a text that is too long for a name, or holds a NUL
        return False
