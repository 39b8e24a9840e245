"""The top line: the article, how many of its claims stand how, how far it is, and who is checking."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from factcheck_tui.model import ArticleProgress, Verdict
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.theme import GLYPHS, STYLES

BAR = 9  # cells
NAME_SHARE = 6  # of the line that a checker's name may take: a sixth
_WORDS = {Verdict.CONFIRMED: "confirmed", Verdict.DISPUTED: "disputed", Verdict.PENDING: "facts left"}


class StatusLine(Widget):
    """One line; what does not fit is cut from the title."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $bar; }
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
            ("▓" * filled, "$focus"),
            ("░" * (BAR - filled), "$muted"),
            f" {part:4.0%} " if wide else " ",
            " ",
        )
        self._left = plain(progress.article.title, "bold")
        self.refresh()

    def say(self, words: str) -> None:
        """Show words in the place of an article."""
        self._left = plain(words, "bold")
        self._right = Content(" ")
        self.refresh()

    def warn(self, words: str) -> None:
        """Show words before everything else, until no words take them away."""
        self._warning = words
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        name = plain(self._checker, "$muted").truncate(max(width // NAME_SHARE, 1), ellipsis=True)
        right = Content.assemble(self._right, name, " ")
        warning = plain(self._warning, "bold reverse")
        if warning.cell_length + right.cell_length + 1 > width:  # then it comes before the counts too
            right = Content.assemble(" ", name, " ")
        room = max(width - right.cell_length - 1, 0)
        left = Content.assemble(warning, " " if self._warning else "", self._left)
        return Content.assemble(" ", left.truncate(room, ellipsis=True, pad=True), right)
