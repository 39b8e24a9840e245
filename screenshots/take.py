"""Draw the pictures of the README from the real app on the demo: ``make pictures``.

The checker, the clock and the verdicts are fixed, so that a picture changes only when the desk does.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from factcheck_tui import articles, paths
from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision, Verdict
from factcheck_tui.store import Store
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.widgets import record_view
from factcheck_tui.ui.widgets.match_list import MatchList

HERE = Path(__file__).resolve().parent
WIDE, NARROW = (140, 42), (80, 24)
MARKED = {2: Verdict.CONFIRMED, 3: Verdict.CONFIRMED, 5: Verdict.CONFIRMED, 8: Verdict.DISPUTED, 9: Verdict.DISPUTED}
NOTES = {8: "USGS figure; ask Oakes for his source", 11: "council's press office will call back"}
BEGIN_AT = 7


class Today(date):
    """The day of the pictures: how old a record is must not change with the calendar."""

    @classmethod
    def today(cls) -> Today:
        return cls(2026, 11, 22)


record_view.date = Today  # type: ignore[misc]

Act = Callable[[Pilot[None]], Awaitable[None]]


def prepare(path: Path) -> None:
    """A demo desk in the midst of work."""
    with Desk(Store(path), "Ada", clock=lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC)) as desk:
        desk.import_records(paths.sample() / "archive.ndjson")
        article, _ = desk.add(articles.read_file(paths.sample() / "article.txt"))
        for claim_id in desk.unmatched(article.id):
            desk.match(claim_id)
        claims = {status.claim.number: status.claim.id for status in desk.claims(article.id)}
        for number, verdict in MARKED.items():
            desk.mark([claims[number]], verdict)
        for number, words in NOTES.items():
            desk.note(claims[number], words)
        for number in (3, 8):
            desk.decide_match(claims[number], desk.matches(claims[number])[0].record.id, MatchDecision.LINKED)
        desk.bookmark(article.id, claims[BEGIN_AT])


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the matches stand beside the claim and nothing more is drawn."""
    for _ in range(200):
        await pilot.pause(0.02)
        if len(pilot.app.screen_stack[1].query_one(MatchList)):
            break
    await pilot.pause(0.3)


def pressing(*keys: str) -> Act:
    """Press keys, then wait for what they bring up."""

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause(0.5)

    return act


async def draw(path: Path, name: str, size: tuple[int, int], theme: str, act: Act | None = None) -> None:
    """One picture."""
    app = FactcheckApp(Config(checker="Ada", database=path, theme=theme, clipboard="off"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        if act:
            await act(pilot)
        svg = app.export_screenshot(title="factcheck-tui")
    # the picture asks for no font from the network: any monospaced font of the reader's will do
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    # ids that differ from run to run would make every picture a change
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")
    print(f"screenshots/{name}.svg")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        prepare(path)
        await draw(path, "desk-wide-dark", WIDE, "desk-dark")
        await draw(path, "desk-wide-light", WIDE, "desk-light")
        await draw(path, "desk-narrow-dark", NARROW, "desk-dark")
        await draw(path, "desk-narrow-light", NARROW, "desk-light")
        await draw(path, "desk-narrow-record", NARROW, "desk-dark", pressing("tab"))
        await draw(path, "archive", WIDE, "desk-dark", pressing("S", *"sea level ri"))
        await draw(path, "export", WIDE, "desk-dark", pressing("E", "tab", "tab", "tab"))
        await draw(path, "history", WIDE, "desk-dark", pressing("N", "N", "k", "H"))
        await draw(path, "help", WIDE, "desk-dark", pressing("question_mark"))
        await draw(path, "articles", NARROW, "desk-dark", pressing("q"))


if __name__ == "__main__":
    asyncio.run(main())
