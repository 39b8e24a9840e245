"""Steering the real app from a test: open it on a desk's file, wait for what shows, read what is on the screen."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any, cast

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.model import ClaimStatus, MatchDecision, Verdict
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.opening import Opening
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.widgets.claim_list import ClaimList
from factcheck_tui.ui.widgets.match_list import MatchList
from factcheck_tui.ui.widgets.prompt import Prompt

SIZES = ((40, 12), (80, 24), (140, 45))  # columns and rows: a corner of a screen, a classic terminal, a wide one
NAMED = {"minus": "-", "full_stop": ".", "slash": "/", "colon": ":", "question_mark": "?"}  # keys that type something
PATIENCE = 60.0  # seconds that a predicate may take to come true on a busy machine; it usually takes some hundredths


async def until(
    pilot: Pilot[None], predicate: Callable[[], object], what: str = "", seconds: float = PATIENCE
) -> None:
    """Wait until something is so."""
    deadline = monotonic() + seconds
    while not predicate():
        if monotonic() > deadline:
            raise AssertionError(
                f"It did not come true{f': {what}' if what else ''}. Shown:\n{screen_text(pilot.app)}"
            )
        await pilot.pause(0.02)


class QuickPilot(Pilot[None]):
    """A pilot whose keys wait for the screen alone. Textual's waits until the whole process idles, which claims that
    are matched in the background keep it from for up to a second a key.
    """

    async def press(self, *keys: str) -> None:
        for key in keys:
            send(self, key)
            for _ in range(4):  # from the app to the widget with the focus, up to the screen, and what follows from it
                await self.pause(0)


def send(pilot: Pilot[None], key: str) -> None:
    """Send a key to the app, by Textual's name for it, without waiting."""
    driver = pilot.app._driver
    assert driver is not None
    event = events.Key(key, NAMED.get(key, key if len(key) == 1 else None))
    event.set_sender(pilot.app)
    driver.send_message(event)


@asynccontextmanager
async def opened(
    path: Path,
    *,
    size: tuple[int, int] = (140, 45),
    checker: str = "Ada",
    article_id: int | None = None,
    layout: str = "auto",
) -> AsyncIterator[Pilot[None]]:
    """The app on a desk's file, with its first screen read in.

    Copies go by OSC 52, which a test can read back; no program of the machine's is started.
    """
    settings = Config(checker=checker, database=path, clipboard="osc52", layout=layout)
    app = FactcheckApp(settings, Opening(settings, str(article_id or "")))
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen | ArticlesScreen), "the first screen")
        if isinstance(app.screen, DeskScreen):
            await at_rest(pilot)
        yield QuickPilot(app)


def desk_screen(pilot: Pilot[None]) -> DeskScreen:
    """The main screen, which must be the one on top."""
    assert isinstance(pilot.app.screen, DeskScreen), f"{pilot.app.screen} is on top"
    return pilot.app.screen


async def at_rest(pilot: Pilot[None], number: int | None = None) -> None:
    """Wait until the main screen shows a claim (the one with a number, where one is given) and its records."""

    def rests() -> bool:
        screen = pilot.app.screen
        if not isinstance(screen, DeskScreen) or screen.sheet is None or screen.article_id != screen.sheet.article.id:
            return False
        status = screen.status()
        if number is not None and (status is None or status.claim.number != number):
            return False
        matches = screen.query_one(MatchList)
        titled = f"for claim {status.claim.number}" if status and status.claim.is_claim else "Prior records"
        return titled in str(matches.border_title) and (bool(len(matches)) or not _reading(matches.empty_words()))

    await until(pilot, rests, f"claim {number} at rest" if number else "the desk at rest")


def _reading(words: str) -> bool:
    return words in ("", "Looking for prior records…")


def screen_text(app: object) -> str:
    """What a person sees, line by line."""
    shown = cast("Any", app)
    strips = shown.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def notices(pilot: Pilot[None]) -> list[str]:
    """The notices that are up."""
    return [str(notice.message) for notice in pilot.app._notifications]


def pane_of_focus(pilot: Pilot[None]) -> str:
    """The id of the pane that has the focus."""
    return str(pilot.app.focused.id) if pilot.app.focused else ""


def in_view(widget: Widget) -> bool:
    """Whether a widget has a place on the screen."""
    return widget.display and widget.region.area > 0 and widget.screen.region.overlaps(widget.region)


async def ask_prompt(pilot: Pilot[None], key: str, text: str) -> None:
    """Press a key that asks something, and type over what stands there."""
    await pilot.press(key)
    prompt = pilot.app.screen.query_one(Prompt)
    await until(pilot, lambda: prompt.display, f"the prompt of {key}")
    await pilot.press("end", "ctrl+u")
    await type_text(pilot, text)


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type: the field with the focus gets the characters, the last of them as a key."""
    field = cast("Any", pilot.app.focused)
    if text:
        field.insert_text_at_cursor(text[:-1])
        await pilot.press(text[-1])


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Keys as they come from a held or pasted key: one after the other, none waiting for what the last one did."""
    for key in keys:
        send(pilot, key)
    await pilot.pause()


def current_number(pilot: Pilot[None]) -> int:
    """The number of the claim under the cursor."""
    status = desk_screen(pilot).status()
    return status.claim.number if status else 0


def listed(pilot: Pilot[None]) -> list[int]:
    """The numbers of the claims that the list shows; 0 for what is set aside."""
    listing = pilot.app.screen.query_one(ClaimList)
    return [status.claim.number for status in listing.rows]


def claim(desk: Desk, number: int, article_id: int = 1) -> ClaimStatus:
    """A claim of an article by its number, as the database has it now."""
    return next(status for status in desk.claims(article_id) if status.claim.number == number)


def verdicts(desk: Desk, article_id: int = 1) -> dict[int, Verdict]:
    """Number and verdict of the claims that are decided."""
    found = {status.claim.number: status.verdict for status in desk.claims(article_id)}
    return {number: verdict for number, verdict in found.items() if verdict is not Verdict.PENDING}


def decided(desk: Desk, claim_id: int) -> dict[int, MatchDecision]:
    """Record id and decision of a claim's matches that somebody decided on."""
    return {match.record.id: match.decision for match in desk.matches(claim_id) if match.decision}


def log(desk: Desk, article_id: int = 1) -> list[tuple[str, str, str, str, str]]:
    """The log of an article: act, aspect, old, new, checker."""
    return [(d.act, str(d.aspect), d.old, d.new, d.checker) for d in desk.article_history(article_id)]


def shown_matches(pilot: Pilot[None]) -> Sequence[int]:
    """Ids of the records beside the claim under the cursor, best first."""
    return [match.record.id for match in pilot.app.screen.query_one(MatchList).matches]


def copy_of(filled: Path, folder: Path) -> Path:
    """A copy of a desk's file that a test may write to."""
    return Path(shutil.copy(filled, folder / "desk.db"))
