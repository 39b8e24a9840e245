"""The sources of a claim: a form by keyboard alone, on the smallest screen too; nothing typed is lost unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factories import make_evidence
from piloting import SIZES, claim, in_view, opened, screen_text, until
from textual import events
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Evidence, SourceKind, Stance, Verdict
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.evidence import EvidenceScreen

SMALL = ((60, 20), *SIZES)


async def at_sources(pilot: Pilot[None]) -> EvidenceScreen:
    """Press s and wait for the sources."""
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen), "the sources")
    screen = pilot.app.screen
    assert isinstance(screen, EvidenceScreen)
    await until(pilot, lambda: "sources:" in screen_text(pilot.app))
    return screen


def sources(desk: Desk, number: int = 1) -> list[Evidence]:
    """The sources of a claim, as the database has them."""
    return desk.evidence_of(claim(desk, number).claim.id)


def paste(pilot: Pilot[None], text: str) -> None:
    """Paste into the field with the focus, as a terminal does."""
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(events.Paste(text))


@pytest.mark.parametrize("size", SMALL)
async def test_a_source_is_added_by_keys_alone(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """Every field is in view and reached by the arrows; Enter keeps; Enter on the empty form goes back."""
    async with opened(path, size=size) as pilot:
        screen = await at_sources(pilot)
        assert all(in_view(field) for field in [*screen.texts.values(), *screen.choices.values(), screen.listing])
        await pilot.press(*"Log", "down", "down", *"p.3", "down", *"cdq1", "down", "p", "down", "c", "down", "space")
        await pilot.press("enter")
        await until(pilot, lambda: len(sources(bob)) == 1)
        await until(pilot, lambda: "1 of 1 prim" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await until(pilot, lambda: not pilot.app.screen.is_modal)
    (kept,) = sources(bob)
    assert replace(kept, id=0, wording=0, at="") == Evidence(
        claim_id=kept.claim_id,
        title="Log",
        locator="p.3",
        quotation="cdq1",
        kind=SourceKind.PRIMARY,
        stance=Stance.CONTEXT,
        confidential=True,
        checker="Ada",
    )
    assert claim(bob, 1).verdict is Verdict.PENDING  # no letter got through to the desk


@pytest.mark.parametrize("size", SMALL)
async def test_what_is_there_is_shown_changed_and_removed(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """The list tells kind, stance and title; Enter changes the source under the cursor, x removes it, u undoes."""
    wanted = claim(bob, 1).claim.id
    bob.add_evidence(make_evidence(wanted, title="Harbour [log]", confidential=True))
    bob.add_evidence(make_evidence(wanted, title="A letter"))
    async with opened(path, size=size) as pilot:
        screen = await at_sources(pilot)
        await until(pilot, lambda: "secondary only: 0 of 2 primary" in screen_text(pilot.app) or size[0] < 60)
        assert "Harbour [log]" in screen_text(pilot.app)
        await pilot.press("up", "up", "enter", "end", *", 2", "down", "down", "down", "down", "p", "enter")
        await until(pilot, lambda: sources(bob)[0].kind is SourceKind.PRIMARY)
        assert (sources(bob)[0].title, sources(bob)[0].confidential) == ("Harbour [log], 2", True)
        await until(pilot, lambda: not screen.texts["title"].value)
        await pilot.press("up", "x")
        await until(pilot, lambda: len(sources(bob)) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await pilot.press("u")
        await until(pilot, lambda: len(sources(bob)) == 2)


@pytest.mark.parametrize("field", ["title", "url", "locator"])
async def test_a_pasted_address_fills_the_form(path: Path, bob: Desk, field: str) -> None:
    """Wherever it is pasted, the address goes into its field, and a title that came with it into its own."""
    async with opened(path, size=(60, 20)) as pilot:
        screen = await at_sources(pilot)
        screen.set_focus(screen.texts[field])
        paste(pilot, "The harbour log - https://example.org/log?p=3\n")
        await until(pilot, lambda: screen.texts["url"].value == "https://example.org/log?p=3")
        assert screen.texts["title"].value == "The harbour log"
        await pilot.press("enter")
        await until(pilot, lambda: [each.url for each in sources(bob)] == ["https://example.org/log?p=3"])


async def test_a_pasted_quotation_is_kept_whole(path: Path, bob: Desk) -> None:
    """Lines are joined, not cut; an address in a quotation is part of it."""
    async with opened(path) as pilot:
        screen = await at_sources(pilot)
        await pilot.press("x", "down", "down", "down")
        paste(pilot, "It is 41 metres\ntall, see https://example.org")
        await until(pilot, lambda: bool(screen.texts["quotation"].value))
        await pilot.press("enter")
        await until(pilot, lambda: len(sources(bob)) == 1)
    assert sources(bob)[0].quotation == "It is 41 metres tall, see https://example.org"


async def test_escape_does_not_lose_what_was_typed_unasked(path: Path, bob: Desk) -> None:
    """The first Esc says so; typing goes on; two in a row drop it. A form without a name says what it needs."""
    async with opened(path, size=(60, 20)) as pilot:
        screen = await at_sources(pilot)
        await pilot.press("down", "down", *"p.3", "escape")
        await until(pilot, lambda: "Not kept yet" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: "needs a title or an address" in screen_text(pilot.app))
        assert screen.texts["locator"].value == "p.3"
        await pilot.press("4", "escape")
        await until(pilot, lambda: "Not kept yet" in screen_text(pilot.app))
        assert isinstance(pilot.app.screen, EvidenceScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
    assert sources(bob) == []


async def test_what_another_changed_meanwhile_is_shown_and_asked_about(path: Path, bob: Desk) -> None:
    """Enter on a source that Bob changed says so and keeps what was typed; Enter again keeps it knowingly."""
    bob.add_evidence(make_evidence(claim(bob, 1).claim.id, title="Log"))
    async with opened(path) as pilot:
        screen = await at_sources(pilot)
        await until(pilot, lambda: len(screen.listing) == 1)
        await pilot.press("up", "enter", "end", "2")
        bob.change_evidence(replace(sources(bob)[0], title="Harbour log"))
        await pilot.press("enter")
        await until(pilot, lambda: "Bob changed this source meanwhile" in screen_text(pilot.app))
        assert "Harbour log" in screen_text(pilot.app)
        assert [each.title for each in sources(bob)] == ["Harbour log"]
        await pilot.press("enter")
        await until(pilot, lambda: [each.title for each in sources(bob)] == ["Log2"])


async def test_only_web_pages_are_opened(path: Path, bob: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """o opens http and https; any other address is named and left alone."""
    wanted = claim(bob, 1).claim.id
    bob.add_evidence(make_evidence(wanted, url="file:///etc/passwd"))
    bob.add_evidence(make_evidence(wanted, url="https://example.org/log"))
    pages: list[str] = []
    async with opened(path) as pilot:
        monkeypatch.setattr(pilot.app, "open_url", pages.append)
        screen = await at_sources(pilot)
        await until(pilot, lambda: len(screen.listing) == 2)
        screen.set_focus(screen.listing)
        await pilot.press("o")
        await until(pilot, lambda: "it is no web page: file:///etc/passwd" in screen_text(pilot.app))
        await pilot.press("down", "o")
        await until(pilot, lambda: pages == ["https://example.org/log"])


async def test_the_records_pane_tells_the_sources_and_the_wording(path: Path, bob: Desk) -> None:
    """What a verdict rests on stands beside the claim it is about, follows the cursor, and is kept up to date."""
    wanted = claim(bob, 1).claim.id
    bob.add_evidence(make_evidence(wanted, title="Harbour [log]", locator="p. 3", quotation="It is [41] m"))
    bob.suggest_wording(wanted, "It is 41 metres tall.")
    async with opened(path) as pilot:
        await until(pilot, lambda: "Harbour [log], p. 3" in screen_text(pilot.app))
        shown = screen_text(pilot.app)
        assert "should say: It is 41 metres tall." in shown
        assert "sources: secondary only: 0 of 1 primary" in shown
        assert "“It is [41] m”" in shown
        await pilot.press("j")
        await until(pilot, lambda: "Harbour [log]" not in screen_text(pilot.app))
        await pilot.press("k")
        await until(pilot, lambda: "Harbour [log]" in screen_text(pilot.app))
        await pilot.press("s", "up", "x", "escape")
        await until(pilot, lambda: "Harbour [log]" not in screen_text(pilot.app))


async def test_a_source_that_is_half_typed_is_not_lost_to_one_of_the_list(path: Path, bob: Desk) -> None:
    """Enter in the list while something is typed below puts the cursor there, and says how to keep or drop it."""
    bob.add_evidence(make_evidence(claim(bob, 1).claim.id, title="Harbour log"))
    async with opened(path) as pilot:
        screen = await at_sources(pilot)
        await until(pilot, lambda: "Harbour log" in screen_text(pilot.app))
        await pilot.press(*"Map", "up")
        await until(pilot, lambda: pilot.app.focused is screen.listing)
        await pilot.press("enter")
        await until(pilot, lambda: "not kept yet" in screen_text(pilot.app))
        assert screen.texts["title"].value == "Map"


async def test_a_source_of_ones_own_is_no_news_from_somebody_else(path: Path, bob: Desk) -> None:
    """What others do is said with their name; what was just done here is not said again as theirs."""
    async with opened(path) as pilot:
        await at_sources(pilot)
        await pilot.press(*"Log", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await until(pilot, lambda: "§0/1" in screen_text(pilot.app))
        assert "Ada: claim 1" not in screen_text(pilot.app)
        bob.add_evidence(make_evidence(claim(bob, 1).claim.id))
        await until(pilot, lambda: "Bob: claim 1, evidence added" in screen_text(pilot.app))


async def test_the_list_of_sources_names_its_keys_and_keeps_j_and_k(path: Path, bob: Desk) -> None:
    """What acts in the list is shown while one is there; j at its end is no way into the form, where x is typed."""
    for title in ("Tide log", "Harbour log"):
        bob.add_evidence(make_evidence(title=title, claim_id=claim(bob, 1).claim.id))
    async with opened(path, size=(80, 24)) as pilot:
        screen = await at_sources(pilot)
        assert "Enter keeps   ↑ ↓ fields and list   Esc closes" in screen_text(pilot.app)
        await pilot.press("up")
        await until(pilot, lambda: "x removes   o opens   Esc closes" in screen_text(pilot.app))
        await pilot.press("k", "k", "k", "j", "j", "j")
        assert screen.focused is screen.listing
        assert screen.listing.cursor == 1
        await pilot.press("x")
        await until(pilot, lambda: [source.title for source in sources(bob)] == ["Tide log"])
        await pilot.press("down")
        await until(pilot, lambda: "Enter keeps   ↑ ↓" in screen_text(pilot.app))
