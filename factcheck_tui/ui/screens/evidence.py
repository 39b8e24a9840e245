"""The sources of a claim on one screen: those that are there, and a form for one more, or for changing one of them.

Keyboard alone: up and down go through the list and the fields, Enter keeps. A failure leaves what was typed in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from factcheck_tui.desk import Desk
from factcheck_tui.errors import ConflictError, FactcheckError
from factcheck_tui.model import ClaimStatus, Evidence, SourceKind, Stance, Verdict
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.widgets.choice import Choice
from factcheck_tui.ui.widgets.claim_head import ClaimHead
from factcheck_tui.ui.widgets.source_field import SourceField
from factcheck_tui.ui.widgets.source_list import SourceList, resting_on
from factcheck_tui.visible import one_line

TEXTS = {
    "title": "what it is: a report, a register, who said it",
    "url": "https://…",
    "locator": "where in it: a page, a table, a minute",
    "quotation": "its words",
}
CHOICES = {"kind": [*SourceKind], "stance": [*Stance], "confidential": ["no", "yes"]}


class EvidenceScreen(Dialogue[None]):
    """What a claim's verdict rests on."""

    place = Where.SOURCES
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.SOURCES),
        Binding("down,tab", "go(1)", show=False),
        Binding("up,shift+tab", "go(-1)", show=False),
    ]
    AUTO_FOCUS = "#title"
    DEFAULT_CSS = """
    EvidenceScreen { align: center middle; }
    EvidenceScreen > Vertical {
        width: 94%; max-width: 110; height: 94%; max-height: 24; border: round $focus; background: $dialog;
    }
    EvidenceScreen.-low ClaimHead { display: none; }
    EvidenceScreen SourceList { height: 1fr; min-height: 2; }
    EvidenceScreen Horizontal { height: 1; }
    EvidenceScreen Horizontal > Static { width: 14; padding: 0 1; color: $muted; }
    EvidenceScreen Input { border: none; height: 1; background: $bar; padding: 0 1; width: 1fr; }
    EvidenceScreen Input:focus { border: none; }
    EvidenceScreen #said { color: $caution; height: auto; min-height: 1; max-height: 2; padding: 0 1; }
    EvidenceScreen.-low #said { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, status: ClaimStatus) -> None:
        super().__init__()
        self._status = status
        self._changing: Evidence | None = None  # the listed source that is in the form
        self._may_drop = False  # Escape was pressed once over what is not kept
        self.listing = SourceList()
        self.texts = {name: SourceField(words, name) for name, words in TEXTS.items()}
        self.choices = {name: Choice(words, id=name) for name, words in CHOICES.items()}

    @property
    def _fields(self) -> list[Widget]:
        return [*([self.listing] if len(self.listing) else []), *self.texts.values(), *self.choices.values()]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield ClaimHead(self._status.claim.text)
            yield self.listing
            yield Static(id="said", markup=False)
            for name, field in {**self.texts, **self.choices}.items():
                with Horizontal():
                    yield Static(name if name != "url" else "address", markup=False)
                    yield field

    @on(DescendantFocus)
    def _name_keys(self) -> None:
        in_list = self.focused is self.listing
        keys = "Enter changes   x removes   o opens" if in_list else "Enter keeps   ↑ ↓ fields and list"
        self.query_one(Vertical).border_subtitle = f"{keys}   Esc closes"

    async def on_mount(self) -> None:
        self._clear()
        await self._load()

    # The form

    def _clear(self) -> None:
        """An empty form for the next source, which most likely speaks for the verdict that was set."""
        self._changing = None
        for field in self.texts.values():
            field.value = ""
        self.choices["kind"].value = SourceKind.SECONDARY
        self.choices["stance"].value = Stance.AGAINST if self._status.verdict is Verdict.DISPUTED else Stance.FOR
        self.choices["confidential"].value = "no"

    def _fill(self, source: Evidence) -> None:
        self._changing = source
        for name, field in self.texts.items():
            field.value = one_line(getattr(source, name))
        self.choices["kind"].value = source.kind
        self.choices["stance"].value = source.stance
        self.choices["confidential"].value = "yes" if source.confidential else "no"

    def _written(self) -> Evidence:
        """The source that the form says; a text that was not touched stays as it was kept, pictures and all."""
        base = self._changing or Evidence(claim_id=self._status.claim.id)
        texts = {name: field.value for name, field in self.texts.items()}
        untouched = {name: getattr(base, name) for name in texts if one_line(getattr(base, name)) == texts[name]}
        return replace(
            base,
            **{**texts, **untouched},
            kind=SourceKind(self.choices["kind"].value),
            stance=Stance(self.choices["stance"].value),
            confidential=self.choices["confidential"].value == "yes",
        )

    @property
    def _is_dirty(self) -> bool:
        """Whether something in the form is not kept."""
        if self._changing is not None:
            return self._written() != self._changing
        return any(field.value.strip() for field in self.texts.values())

    def say(self, words: str) -> None:
        """Say what a key did, above the form."""
        self.query_one("#said", Static).update(plain(words))

    # Keys

    def action_go(self, by: int) -> None:
        fields = self._fields
        here = fields.index(self.focused) if self.focused in fields else 0
        field = fields[(here + by) % len(fields)]
        if field is self.listing:
            self.listing.go_to(0 if by > 0 else len(self.listing) - 1)
        self._focus(field)

    @on(SourceList.Left)
    def _list_left(self, event: SourceList.Left) -> None:
        self.action_go(event.by)

    def _focus(self, field: Widget) -> None:
        self.set_focus(field)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._may_drop = False

    @on(SourceField.Pasted)
    def _pasted(self, event: SourceField.Pasted) -> None:
        self.texts["url"].value = event.source.url
        if event.source.title:
            self.texts["title"].value = one_line(event.source.title)
        self._focus(self.texts["title"] if not self.texts["title"].value else self.texts["locator"])
        self.say("Address pasted. Enter keeps the source.")

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        if self.focused is self.listing and self.listing.current:
            if self._is_dirty:
                self._focus(self.texts["title"])
                self.say("This source is not kept yet: Enter keeps it, Esc drops it.")
                return
            self._fill(self.listing.current)
            self._focus(self.texts["title"])
            self.say(f"Changing source {self.listing.cursor + 1}. Enter keeps the change, Esc drops it.")
        elif self._changing is None and not self._is_dirty:
            self.dismiss()
        else:
            await self._keep(self._written())

    async def _keep(self, source: Evidence) -> None:
        verb = Desk.change_evidence if source.id else Desk.add_evidence
        try:
            await self.desk_app.desk(verb, source)
        except ConflictError as error:
            await self._load()
            there = {each.id: each for each in self.listing.sources}
            self._changing = there.get(source.id)  # what is typed stays; Enter now keeps it knowingly
            again = "Enter again keeps yours over it." if self._changing else "Enter again adds yours anew."
            self.say(f"{error.checker} changed this source meanwhile, see the list. {again} Esc drops it.")
        except FactcheckError as error:
            self.say(str(error))
        else:
            self._clear()
            self._focus(self.texts["title"])
            await self._load(source.id)
            self.say(f"Kept; {self.desk_app.called('undo')} on the desk undoes it. Enter again closes.")

    async def action_remove(self) -> None:
        source = self.listing.current
        if self.focused is not self.listing or source is None:
            return
        try:
            await self.desk_app.desk(Desk.remove_evidence, source)
        except FactcheckError as error:
            await self._load()
            self.say(str(error))
            return
        if self._changing and self._changing.id == source.id:
            self._clear()
        await self._load()
        self.say(f"Removed {source.name}; {self.desk_app.called('undo')} on the desk brings it back.")

    def action_open_page(self) -> None:
        if self.focused is self.listing and self.listing.current:
            self.say(self.desk_app.open_page(self.listing.current.url))

    def action_leave(self) -> None:
        if self._is_dirty and not self._may_drop:
            self._may_drop = True
            self.say("Not kept yet: Enter keeps it, Esc again drops it.")
        elif self._changing is not None:
            self._clear()
            self._may_drop = False
            self._focus(self.listing)
            self.say("The source is as it was.")
        else:
            self.dismiss()

    async def _load(self, evidence_id: int = 0) -> None:
        try:
            sources: Sequence[Evidence] = await self.desk_app.desk(Desk.evidence_of, self._status.claim.id)
        except FactcheckError as error:
            self.say(str(error))
            return
        places = [place for place, source in enumerate(sources) if source.id == evidence_id]
        self.listing.show(sources, places[0] if places else None)
        if self.focused is self.listing and not sources:
            self._focus(self.texts["title"])
        primary = sum(source.kind is SourceKind.PRIMARY for source in sources)
        claim = self._status.claim
        whose = f"Claim {claim.number}" if claim.is_claim else "Piece set aside"
        title = f"{whose}, sources: {resting_on(len(sources), primary)}"
        self.query_one(Vertical).border_title = Content(title)
