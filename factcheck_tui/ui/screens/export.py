"""The export of an article's verdict list: form, file and a preview of what will be written."""

from __future__ import annotations

import os
from asyncio import to_thread
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from factcheck_tui import export
from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import FactcheckError, OutputError
from factcheck_tui.model import Verdict, VerdictList
from factcheck_tui.paths import expanded
from factcheck_tui.ui.content import flow
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.theme import GLYPHS, STYLES
from factcheck_tui.ui.widgets.field import Field
from factcheck_tui.visible import visible

PREVIEW = 4000  # characters
REMARKS = 20  # sentences on what is missing; the command line prints them all


class ExportScreen(Dialogue[str]):
    """Ends with a sentence that says what was written, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab,down", "form(1)", show=False),
        Binding("shift+tab,up", "form(-1)", show=False),
        Binding("pagedown,ctrl+d", "scroll(10)", show=False),
        Binding("pageup,ctrl+u", "scroll(-10)", show=False),
    ]
    DEFAULT_CSS = """
    ExportScreen { align: center middle; }
    ExportScreen > Vertical {
        width: 92%; max-width: 120; height: 90%; border: round $focus; background: $dialog; padding: 0 1;
    }
    ExportScreen Static { width: 1fr; height: auto; }
    ExportScreen Input { border: none; height: 1; background: $bar; padding: 0 1; }
    ExportScreen Input:focus { border: none; }
    ExportScreen #said { color: $caution; min-height: 1; }
    ExportScreen #remarks { color: $caution; }
    ExportScreen VerticalScroll { border-top: solid $quiet-border; }
    """

    def __init__(self, article_id: int, stem: str, options: export.Options) -> None:
        super().__init__()
        self._options = options
        self._filter = Filter(articles=(article_id,))
        self._stem = stem
        self._form = 0
        self._list: VerdictList | None = None
        self._may_replace = ""

    @property
    def format(self) -> str:
        return list(export.FORMATS)[self._form]

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "Export the verdict list"
            box.border_subtitle = "Enter writes   Tab other form   Esc closes   PgDn reads on"
            yield Static(id="counts", markup=False)
            yield Static(id="forms", markup=False)
            yield Field(id="path")
            yield Static(id="said", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(id="remarks", markup=False)
                yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            self._list = await self.desk_app.desk(Desk.verdict_list, self._filter)
        except FactcheckError as error:
            self.query_one("#said", Static).update(Content(visible(str(error))))
            return
        self._show_form()

    def action_form(self, by: int) -> None:
        self._form = (self._form + by) % len(export.FORMATS)
        self._show_form()

    def on_resize(self) -> None:
        """Lay out what is counted and the forms: a line ends between two of them."""
        if self._list is None:
            return
        width = self.query_one("#counts", Static).content_size.width
        counts = [
            Content.styled(f"{GLYPHS[verdict]} {self._list.count(verdict)} {verdict}", STYLES[verdict])
            for verdict in Verdict
        ]
        self.query_one("#counts", Static).update(flow([Content(f"{len(self._list.rows)} claims"), *counts], width))
        forms = [
            Content.styled(f" {name} ", "reverse bold" if name == self.format else "$muted") for name in export.FORMATS
        ]
        self.query_one("#forms", Static).update(flow(forms, width, 0))

    def _show_form(self) -> None:
        if self._list is None:
            return
        field = self.query_one(Input)
        field.value = f"{_without_ending(field.value.strip()) or self._stem}{export.FORMATS[self.format].suffixes[0]}"
        field.cursor_position = len(field.value)  # Textual leaves it where the last name ended
        self._show_preview()

    def _show_preview(self) -> None:
        if self._list is not None:
            self.on_resize()
            self._preview(self._list, self.format)

    def _follow(self, name: str) -> None:
        """Take the form that the ending of a file's name tells, as the command line does."""
        form = _form_of(name)
        if form and form != self.format:
            self._form = list(export.FORMATS).index(form)
            self._show_preview()

    @work(exclusive=True, group="preview")
    async def _preview(self, rows: VerdictList, form: str) -> None:
        """Rendered beside the screen: a list of thousands takes longer than a key may wait."""
        try:
            text = await to_thread(export.preview, rows, form, self._options)
            remarks = await to_thread(export.remarks, rows, form, self._options)
        except FactcheckError as error:
            text, remarks = "", (str(error),)
        more = f"\n… {len(text) - PREVIEW:,} characters more" if len(text) > PREVIEW else ""
        told = self.query_one("#remarks", Static)
        told.update(Content(visible("\n".join(remarks[:REMARKS]))))
        told.display = bool(remarks)
        self.query_one("#preview", Static).update(Content(visible(text[:PREVIEW]) + more))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._may_replace = ""
        self._follow(event.value)

    @on(Input.Submitted)
    async def _write(self, event: Input.Submitted) -> None:
        path = expanded(event.value.strip())
        if self._list is None:
            return
        if not event.value.strip():
            self.query_one("#said", Static).update("Name the file to write to.")
            return
        taken = next((name for name in self._names(path) if os.path.isfile(name)), None)  # noqa: PTH113 - Path's throws
        if taken and self._may_replace != event.value:
            self._may_replace = event.value
            self.query_one("#said", Static).update(
                Content(visible(f"{taken} exists already. Enter again replaces it; or name another file."))
            )
            return
        try:
            report = await self.desk_app.desk(
                Desk.export,
                self._filter,
                path,
                self.format,
                rows=self._list,
                options=self._options,
                force=self._may_replace == event.value,
            )
        except FactcheckError as error:
            self.query_one("#said", Static).update(Content(visible(str(error))))
            return
        self.dismiss(f"{sum(report.written.values())} claims written to {path.name} in {path.absolute().parent}.")

    def _names(self, path: Path) -> list[Path]:
        """The file and those that are written beside it."""
        assert self._list is not None
        return [path, *(path.with_name(path.stem + ending) for ending in export.companions(self._list, self.format))]

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.dismiss()


def _form_of(name: str) -> str:
    """The form that the ending of a name tells, "" where it tells none."""
    try:
        return export.format_of(name.strip())
    except OutputError:
        return ""


def _without_ending(name: str) -> str:
    """A file's name without the ending that tells its form."""
    form = _form_of(name)
    ending = next((each for each in export.FORMATS[form].suffixes if name.lower().endswith(each)), "") if form else ""
    return name.removesuffix(name[len(name) - len(ending) :]) if ending else name
