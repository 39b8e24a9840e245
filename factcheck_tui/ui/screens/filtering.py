"""Which claims are listed and in what order, and how to get to one: filter, order, next and previous, by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on, work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import BestMatch, Match, MatchDecision
from factcheck_tui.ui.screens.writing import Writing
from factcheck_tui.ui.sheet import Order
from factcheck_tui.ui.widgets.prompt import Prompt

_FILTER = "filter"
_HINT = "words, ~roughly, is:disputed, -has:match, priority:>70, from:name, by:checker, tag:…"


class Filtering(Writing):
    """The keys that list and find claims."""

    _back_to: int = 0  # the claim to come back to from a filter that finds none

    def action_filter(self) -> None:
        if self.sheet:
            self.focus_pane(self.claim_list)  # what is found is to be seen, and gone through
            self.prompt.ask(_FILTER, "/", self.sheet.filter, hint=_HINT)

    def action_filter_by(self, words: str) -> None:
        """List only the claims that a filter finds; what needs a word of the checker's is asked for."""
        self.focus_pane(self.claim_list)
        if words.endswith(":"):
            self.prompt.ask(_FILTER, "/", words)
        else:
            self.set_filter(words)

    def set_filter(self, words: str) -> None:
        """List only the claims that a filter finds."""
        if self.sheet:
            self.sheet = replace(self.sheet, filter=words)
            self._back_to = self.current or self._back_to
            self.show_rows(self._back_to)

    @on(Prompt.Typed)
    @on(Prompt.Answered)
    @on(Prompt.Cancelled)
    def _filter_typed(self, event: Prompt.Typed) -> None:
        if event.purpose == _FILTER:
            self.set_filter("" if isinstance(event, Prompt.Cancelled) else event.text)

    def action_order(self, name: str = "") -> None:
        """List the claims in an order by its name, or in the next one."""
        if self.sheet:
            orders = list(Order)
            order = Order(name) if name else orders[(orders.index(self.sheet.order) + 1) % len(orders)]
            self.sheet = replace(self.sheet, order=order)
            self.draw_rows()
            self.aside(Desk.prefer, {"order": order.value})
            self.say(f"Claims by {order}.")

    def action_next_claim(self, by: int) -> None:
        self.status()
        found = self.sheet.next_found(self.current, by) if self.sheet else None
        if found is None:
            filtered = self.sheet and self.sheet.filter
            self.say("The filter finds no other claim." if filtered else "No other claim is undecided.")
        else:
            self.show_rows(found)

    def action_go_to(self) -> None:
        self.ask("go to claim number:", "", self._go_to)

    def _go_to(self, typed: str) -> None:
        if typed.strip().isdecimal():
            self.go_to_number(int(typed.strip()[:9]))
        elif typed.strip():
            self.say(f"“{typed.strip()}” is no number of a claim.")

    def go_to_number(self, number: int) -> None:
        """Put the cursor on a claim; a filter that hides it is taken away."""
        status = self.sheet.numbered(number) if self.sheet else None
        if self.sheet is None or status is None:
            self.say(f"There is no claim {number}.")
            return
        if status not in self.sheet.rows:
            self.sheet = replace(self.sheet, filter="")
        self.show_rows(status.claim.id)

    def action_show_set_aside(self) -> None:
        if self.sheet and not self.sheet.set_aside:
            self.say("Nothing of this article is set aside.")
        elif self.sheet:
            self.sheet = replace(self.sheet, with_set_aside=not self.sheet.with_set_aside)
            self.show_rows()

    def show_best(self, claim_id: int, matches: Sequence[Match]) -> None:
        """Show beside one claim how well its best record matches; the order of the list waits for ``load_best``."""
        best = next((match for match in matches if match.decision is not MatchDecision.DISMISSED), None)
        if self.sheet and best:
            self.sheet.best[claim_id] = BestMatch(best.score, best.band)
            self.claim_list.refresh_row(self.sheet.index(claim_id))

    @work(exclusive=True, group="best")
    async def load_best(self) -> None:
        """Read how well the best record of each claim matches, to show it, filter by it and sort by it."""
        article_id = self.article_id
        try:
            best = await self.matcher(Desk.best_matches, article_id)
        except FactcheckError as error:
            self.complain(error)
            return
        if self.sheet and self.sheet.article.id == article_id and best != self.sheet.best:
            self.status()
            self.sheet = replace(self.sheet, best=best)
            self.draw_rows()
