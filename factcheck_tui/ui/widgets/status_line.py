"""The top line: the article, how many of its claims stand how, how far it is, and who is checking."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from factcheck_tui.model import ArticleProgress, Verdict
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.theme import GLYPHS, STYLES

BAR = 9  # cells
_WORDS = {Verdict.CONFIRMED: "confirmed", Verdict.DISPUTED: "disputed", Verdict.PENDING: "facts left"}


class StatusLine(Widget):
    """One line; what does not fit is cut from the title."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    """

    def __init__(self, checker: str) -> None:
        super().__init__()
        self._checker = checker
        self._left = Content("")
        self._right = Content("")
        self._warning = ""

    def show(self, progress: ArticleProgress) -> None:
        """Show an article's progress."""
        decided = progress.confirmed + progress.disputed
        part = decided / progress.claims if progress.claims else 0.0
        filled = round(part * BAR)
        counts = {
            Verdict.CONFIRMED: progress.confirmed,
            Verdict.DISPUTED: progress.disputed,
            Verdict.PENDING: progress.pending,
        }
        # as long as there is room, with the words; on a narrow screen the glyphs alone
        wide = self.app.size.width >= 90
        self._right = Content.assemble(
            f"  {progress.claims} claims  " if wide else f" {progress.claims}: ",
            *(
                Content.styled(f"{GLYPHS[verdict]} {count}{f' {_WORDS[verdict]}' if wide else ''}  ", STYLES[verdict])
                for verdict, count in counts.items()
            ),
            ("▓" * filled, "$primary"),
            ("░" * (BAR - filled), "$muted"),
            f" {part:4.0%} " if wide else " ",
            " ",
            plain(self._checker, "$muted"),
            " ",
        )
        self._left = plain(progress.article.title, "bold")
        self.refresh()

    def say(self, words: str) -> None:
        """Show words in the place of an article."""
        self._left = plain(words, "bold")
        self._right = Content.assemble(" ", plain(self._checker, "$muted"), " ")
        self.refresh()

    def warn(self, words: str) -> None:
        """Show words before everything else, until no words take them away."""
        self._warning = words
        self.refresh()

    def render(self) -> Content:
        room = max(self.size.width - self._right.cell_length - 1, 0)
        left = Content.assemble(plain(self._warning, "bold reverse"), " " if self._warning else "", self._left)
        return Content.assemble(" ", left.truncate(room, ellipsis=True, pad=True), self._right)
