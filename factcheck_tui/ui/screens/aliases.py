"""Names that stand for each other when records are looked for: shown by group, changed on a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import AliasGroup, Aspect, Step, names
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings, key_line
from factcheck_tui.ui.screens.base import DeskBase, noticed
from factcheck_tui.ui.screens.undoing import Undoing
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.status_line import StatusLine


class AliasList(LineList):
    """A row for each group."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: Sequence[AliasGroup] = ()

    def __len__(self) -> int:
        return len(self.groups)

    @property
    def current(self) -> AliasGroup | None:
        """The group under the cursor."""
        return self.groups[self.cursor] if self.cursor < len(self.groups) else None

    def empty_words(self) -> str:
        return "No names stand for each other yet. a adds some, as in: ISIL, ISIS, Daesh"

    def row(self, index: int, width: int) -> list[Content]:
        first, *others = self.groups[index].terms
        names = plain(" = ".join(["", *others]), "$muted")
        return [Content.assemble("▸" if index == self.cursor else " ", " ", plain(first, "bold"), " ", names)]


class AliasScreen(DeskBase, Undoing):
    """What is changed here holds for every claim: all are matched anew."""

    place = Where.ALIASES
    steps_of = Aspect.ALIAS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ALIASES)
    AUTO_FOCUS = "AliasList"
    DEFAULT_CSS = "AliasScreen > AliasList { height: 1fr; padding: 1 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.status_line = StatusLine(self.desk_app.checker)
        self.listing = AliasList()
        self.prompt = Prompt(self.desk_app.typed)
        self.key_line = KeyLine(key_line(self.desk_app.keys_of(Where.ALIASES, Where.ANYWHERE)))

    def compose(self) -> ComposeResult:
        yield self.status_line
        yield self.listing
        yield self.prompt
        yield self.key_line

    def on_mount(self) -> None:
        self.show_groups()

    @work(exclusive=True)
    async def show_groups(self, term: str = "") -> None:
        """Read the groups anew, with the cursor on the one of a name."""
        try:
            groups = await self.desk(Desk.aliases)
        except FactcheckError as error:
            self.complain(error)
            return
        self.listing.groups = groups
        places = [place for place, group in enumerate(groups) if term in group.terms]
        self.listing.rows_changed(places[0] if places else None)
        self.status_line.say(
            f"{len(groups)} group{'' if len(groups) == 1 else 's'} of names that stand for each other"
        )

    def action_add(self) -> None:
        self._ask("names that stand for each other, by commas:", ())

    @on(LineList.Chosen)
    def action_change(self) -> None:
        if group := self.listing.current:
            self._ask("names, by commas:", group.terms)

    def _ask(self, words: str, terms: Sequence[str]) -> None:
        def then(text: str) -> None:
            self._change(words, terms, text)

        self.prompt.ask("", words, ", ".join(terms), then)

    async def show_step(self, step: Step) -> None:
        line = step.decisions[0]
        self.show_groups(next(iter(names.read(line.new) or names.read(line.old)), ""))

    def say(self, words: str) -> None:
        self.key_line.say(words)

    def action_leave(self) -> None:
        self.desk_app.go_back()
        self.desk_app.follow_archive()

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        if event.then:
            event.then(event.text)

    @work(group="written")
    async def _change(self, asked: str, before: Sequence[str], text: str) -> None:
        """Let a group be the names of a line, or (before it was any) a new one of them."""
        now = [name for name in (" ".join(part.split()) for part in text.split(",")) if name]
        said = f"names that stand for each other: {', '.join(now)}"
        try:
            if before:
                await self.writer.decide(said, Desk.change_alias, before, now)
            elif now:
                await self.writer.decide(said, Desk.add_alias, now)
        except FactcheckError as error:
            self.complain(error)
            await self._ask_again(asked, before, text)
            return
        self.show_groups(now[0] if now else "")

    @noticed
    async def _ask_again(self, asked: str, before: Sequence[str], text: str) -> None:
        """Let what was refused be mended, not typed again; on the group as it is by now."""
        terms = [group.terms for group in await self.desk(Desk.aliases) if {*before} & {*group.terms}]
        self.show_groups(next(iter(before), ""))
        if self.is_current and not self.prompt.display:
            there = terms[0] if terms else ()
            self.prompt.ask("", asked, text, lambda mended: self._change(asked, there, mended), unasked=True)
