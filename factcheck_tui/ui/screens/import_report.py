"""How an import ended: counts, where the refused rows are, and ratings that stand for nothing yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck_tui.model import ImportReport
from factcheck_tui.ui.content import flow, plain
from factcheck_tui.ui.screens.dialogue import Dialogue

SHOWN = 20  # refusals of a file, and ratings


class ImportReportScreen(Dialogue[None]):
    """The report of the command line, with the way to the ratings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("R,enter", "ratings", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown,ctrl+d", "scroll(10)", show=False),
        Binding("pageup,ctrl+u", "scroll(-10)", show=False),
    ]
    DEFAULT_CSS = """
    ImportReportScreen { align: center middle; }
    ImportReportScreen > Vertical {
        width: 94%; max-width: 110; height: 90%; border: round $focus; background: $dialog; padding: 0 1;
    }
    ImportReportScreen Static { width: 1fr; height: auto; }
    """

    def __init__(self, reports: Sequence[ImportReport]) -> None:
        super().__init__()
        self._reports = reports

    @property
    def unmapped(self) -> Counter[str]:
        """Rating -> rows, of all files."""
        total: Counter[str] = Counter()
        for report in self._reports:
            total.update(report.unmapped)
        return total

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "Imported"
            box.border_subtitle = "R what ratings stand for   Esc closes" if self.unmapped else "Esc closes"
            with VerticalScroll(can_focus=False):
                yield Static(markup=False)

    def on_resize(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one(Static).update(Content("\n").join(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        lines = [line for report in self._reports for line in _report_lines(report, width)]
        if self.unmapped:
            lines += [
                Content.styled("Ratings that stand for no verdict of ours, shown without colour", "bold"),
            ]
            lines += [
                Content.assemble(f"{rows:>8,}  ", plain(rating)) for rating, rows in self.unmapped.most_common(SHOWN)
            ]
            more = len(self.unmapped) - SHOWN
            lines += [Content.styled(f"          and {more:,} more", "$muted")] if more > 0 else []
        return lines

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_ratings(self) -> None:
        self.dismiss()
        if self.unmapped:
            self.desk_app.show_ratings()


def _report_lines(report: ImportReport, width: int) -> list[Content]:
    counts = ((name, getattr(report, name)) for name in ("read", "added", "updated", "unchanged", "refused"))
    lines = [
        Content.assemble(plain(report.source, "bold"), (f"  {report.format}", "$muted")),
        flow([Content(f"{count:,} {name}") for name, count in counts], width, 3),
    ]
    if report.stopped:
        lines.append(plain(report.stopped, "$caution"))
    lines += [plain(f"line {each.line} refused: {each.reason}") for each in report.refusals[:SHOWN]]
    if report.refused > SHOWN:
        lines.append(Content.styled(f"and {report.refused - SHOWN:,} more", "$muted"))
    if report.refused_file:
        lines.append(plain(f"The refused rows, to be mended and imported again: {report.refused_file}"))
    return [*lines, Content("")]
