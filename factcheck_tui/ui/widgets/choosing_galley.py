"""The article's text, in which words can be chosen with the keyboard alone: for a claim, or for where one is split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from factcheck_tui.model import ClaimStatus, Span
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings
from factcheck_tui.ui.scrolling import SCROLLING
from factcheck_tui.ui.selection import Selection
from factcheck_tui.ui.widgets.galley import Galley

_SCROLLS = {binding.action for binding in SCROLLING if isinstance(binding, Binding)}


class ChoosingGalley(Galley):
    """Choosing is a mode of its own: its keys act here, and what is no key of it does nothing until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CHOOSING), *SCROLLING]

    class Chosen(Message):
        """Words were chosen for a claim."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class SplitAt(Message):
        """The place was chosen at which a claim is to be split."""

        def __init__(self, claim_id: int, place: int) -> None:
            super().__init__()
            self.claim_id = claim_id
            self.place = place

    class ChoosingEnded(Message):
        """Nothing is chosen any more."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.selection: Selection | None = None
        self._splitting: ClaimStatus | None = None

    @property
    def choosing(self) -> bool:
        """Whether words are being chosen."""
        return self.selection is not None

    @property
    def splitting(self) -> bool:
        """Whether it is the place to split a claim that is being chosen."""
        return self._splitting is not None

    def choose(self, status: ClaimStatus | None) -> None:
        """Begin to choose words for a claim, at a piece of the text or where it is scrolled to."""
        start = status.claim.start if status else self._view().start
        self._choose(start, None)

    def choose_split(self, status: ClaimStatus) -> None:
        """Begin to choose the word that the second part of a claim begins with."""
        self._choose(status.claim.start, status)
        self.action_choose_word(1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # the same keys scroll the text while nothing is chosen
        if action.startswith("choose_"):
            return self.choosing
        return not self.choosing if action in _SCROLLS else True

    async def _on_key(self, event: events.Key) -> None:
        """While choosing, a key that does something else is dropped: c must not mark a claim that nobody looks at."""
        if self.choosing:
            bound = self.screen.active_bindings.get(event.key)
            if bound is None or bound.node not in (self, self.app) or bound.binding.action == "command_palette":
                event.stop()
                event.prevent_default()
                return
        await super()._on_key(event)

    def action_choose_word(self, by: int) -> None:
        self._move(lambda selection: selection.by_words(by))

    def action_choose_sentence(self, by: int) -> None:
        self._move(lambda selection: selection.by_sentences(by))

    def action_choose_end(self) -> None:
        self._move(Selection.other_end)

    def action_choose_begin(self) -> None:
        """Begin at the word; what was begun goes on to the end of its sentence."""
        if not self.splitting:
            self._move(Selection.begin)

    def action_choose_done(self) -> None:
        """What is chosen is what is wanted; where nothing is yet, begin at the word."""
        selection, splitting = self.selection, self._splitting
        if selection is None:
            return
        if splitting:
            self.post_message(self.SplitAt(splitting.claim.id, selection.word.start))
        elif selection.begun is None:
            self.action_choose_begin()
            return
        else:
            self.post_message(self.Chosen(selection.span))
        self.stop_choosing()

    def action_choose_leave(self) -> None:
        """Give up what was begun, then the choosing."""
        if self.selection and self.selection.begun is not None:
            self._move(Selection.given_up)
        else:
            self.stop_choosing()

    def stop_choosing(self) -> None:
        """Choose nothing any more."""
        if self.choosing:
            self.selection = self._splitting = None
            self.refresh()
            self.post_message(self.ChoosingEnded())

    def show_article(self, text: str, pieces: Sequence[ClaimStatus]) -> None:
        self.stop_choosing()
        super().show_article(text, pieces)

    def _choose(self, start: int, splitting: ClaimStatus | None) -> None:
        sentences = [Span(status.claim.start, status.claim.end) for status in self._prose.pieces]
        self.selection = Selection(self._prose.text, sentences).at_place(start)
        self._splitting = splitting
        self.bring_into_view(self.selection.word)
        self.refresh()

    def _move(self, how: Callable[[Selection], Selection]) -> None:
        if self.selection is None:
            return
        moved = how(self.selection)
        whole = self._splitting.claim if self._splitting else None
        if whole and not whole.start < moved.word.start < whole.end:  # a part before the cut and one after it
            return
        self.selection = moved
        self.bring_into_view(moved.word)
        self.refresh()

    def _checker_scrolled(self, *, down: bool) -> None:
        if not self.choosing:
            super()._checker_scrolled(down=down)

    def _places_to_cut(self) -> Sequence[int]:
        return (*self.selection.word, *self.selection.span) if self.selection else ()

    def _look(self, span: Span, over: Sequence[ClaimStatus]) -> str:
        if self.selection:
            word, chosen = self.selection.word, self.selection.span
            if word.start <= span.start and span.end <= word.end:
                return "bold reverse"
            if chosen.start <= span.start and span.end <= chosen.end:
                return "reverse"
        return super()._look(span, over)
