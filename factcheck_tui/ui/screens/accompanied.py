"""Others at the same desk file: where they are, and what they decide, shown within two seconds.

What they decide is drawn without moving the cursor or what is being read, unless it is about the claim in view.
"""

from __future__ import annotations

from textual import events, on, work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Decision, News
from factcheck_tui.ui.screens.sending import Sending

LOOK_SECONDS = 1.0  # between two looks; a look costs microseconds while nobody else writes


class Accompanied(Sending):
    """The main screen among other checkers."""

    _looking = False  # now: a look that waits for a slow disk is waited for
    _away = False  # left: a last look would say that one is still here

    @on(events.Mount)
    def _begin_to_look(self) -> None:
        self.set_interval(LOOK_SECONDS, self._look_around)

    @work(group="news")
    async def _look_around(self) -> None:
        if self._looking or self._away or self.sheet is None:
            return
        self._looking = True
        try:
            news = await self.writer(Desk.look_around, self.current)
            if news:
                await self._show_news(news)
        except FactcheckError:
            pass  # the next key that needs the file says what is the matter with it
        finally:
            self._looking = False

    async def _show_news(self, news: News) -> None:
        names: dict[int, list[str]] = {}
        for other in news.others:
            names.setdefault(other.claim_id, []).append(other.checker)
        self.claim_list.show_others(names)
        lines = [line for line, article_id in news.decisions if article_id == self.article_id]
        if not lines or self.sheet is None:
            return
        ids = list({line.claim_id: None for line in lines})
        await self.reload(ids)
        self.say(self._told(lines))

    def _told(self, lines: list[Decision]) -> str:
        """What the others did, the last of it in full."""
        last = lines[-1]
        status = self.sheet.status(last.claim_id) if self.sheet else None
        claim = f"claim {status.claim.number}" if status and status.claim.number else "a piece set aside"
        acts = {"do": "", "undo": "undone: ", "redo": "redone: "}
        more = f"  and {len(lines) - 1} more" if len(lines) > 1 else ""
        return f"{last.checker}: {claim}, {acts[last.act]}{last.change}{more}"

    async def action_leave(self) -> None:
        self._away = True
        self.writer(Desk.step_away)
        await super().action_leave()
