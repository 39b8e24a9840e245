"""The articles of the desk, the newest first, each with how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from factcheck_tui.clock import local_day
from factcheck_tui.desk import article_query
from factcheck_tui.model import Article, ArticleProgress, Verdict
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.theme import GLYPHS, STYLES
from factcheck_tui.ui.widgets.line_list import LineList

WIDE = 100  # cells that have room for words beside a title
WIDEST = 140  # cells of a row: the eye must find the counts of a short title
FITS_DAY = 70  # cells that have room for the day

FIRST_STEPS = """No article is on this desk yet. Its claims stand here.
a   adds one: text, Word, PDF, subtitles or a web page
m   imports prior records, which claims are matched with
q   quits: factcheck-tui demo --tour shows all of it
?   shows all keys"""  # lines that 60 columns hold


class ArticleList(LineList):
    """Rows of articles."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[ArticleProgress] = ()
        self._rows: Sequence[ArticleProgress] = ()
        self.filter = ""  # words that the articles listed answer to
        self._back_to: int | None = None  # the article to come back to from a filter that finds none
        self._loaded = False
        self._counted = False  # how far each is; a moment before, only the articles are known

    def __len__(self) -> int:
        return len(self._rows)

    def show(self, rows: Sequence[ArticleProgress], current: int | None) -> None:
        """Show the articles, with the cursor on one of them, or where it went since their titles were shown."""
        if self.current and not self._counted:
            current = self.current.article.id
        self._counted = True
        self._put(rows, current)

    def show_titles(self, articles: Sequence[Article], current: int | None) -> None:
        """Show the articles before their claims are counted, in the same order; where nothing is shown yet."""
        if not self._loaded:
            self._put([ArticleProgress(article=each, claims=0, confirmed=0, disputed=0) for each in articles], current)

    def list_only(self, words: str) -> None:
        """List the articles that answer to some words, with the cursor where it is as long as that is listed; from
        words that none answers to it comes back there.
        """
        self.filter = words
        if self.current:
            self._back_to = self.current.article.id
        self._put(self._all, self._back_to)

    def _put(self, rows: Sequence[ArticleProgress], current: int | None) -> None:
        self._all = rows
        self._rows = [progress for progress in rows if article_query.lets(self.filter, progress)]
        self._loaded = True
        places = [index for index, progress in enumerate(self._rows) if progress.article.id == current]
        self.rows_changed(places[0] if places else 0 if self.filter else None)

    def empty_words(self) -> str:
        if self._all and self.filter:
            return f"No article has “{self.filter}”. Esc takes the filter away."
        return FIRST_STEPS if self._loaded else ""

    @property
    def current(self) -> ArticleProgress | None:
        """The article under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    @property
    def beside(self) -> int:
        """The id of the article after the one under the cursor, or before it where it is the last; 0 of one alone."""
        others = self._rows[self.cursor + 1 :] or self._rows[: self.cursor][::-1]
        return others[0].article.id if others else 0

    def known(self, index: int) -> object:
        return self._rows[index], self._counted  # no claims, too, are shown once they are counted

    def row(self, index: int, width: int) -> list[Content]:
        progress = self._rows[index]
        counts = {
            Verdict.CONFIRMED: progress.confirmed,
            Verdict.DISPUTED: progress.disputed,
            Verdict.PENDING: progress.pending,
        }
        width = min(width, WIDEST)
        wide = width >= WIDE  # on a narrow screen the title is what tells articles apart
        said = Content.assemble(
            f"  {progress.claims:>4} claims " if wide else f" {progress.claims:>3}:",
            *(
                Content.styled(f" {GLYPHS[verdict]}{' ' if wide else ''}{count:<{4 if wide else 3}}", STYLES[verdict])
                for verdict, count in counts.items()
            ),
        )
        end = Content.assemble(
            said if self._counted else " " * said.cell_length,
            (f" {local_day(progress.article.added_at)} " if width >= FITS_DAY else "", "$muted"),
        )
        after = f"after {progress.article.revises}: " if progress.article.revises else ""  # the draft before this one
        start = Content.assemble(
            "▸" if index == self.cursor else " ", (f"{progress.article.id:>4}  {after}", "$muted")
        )
        room = max(width - start.cell_length - end.cell_length, 1)
        return [Content.assemble(start, plain(progress.article.title).truncate(room, ellipsis=True, pad=True), end)]
