"""Moving about: within a list, between the panes, between articles, and a pane given the whole screen."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from factories import make_article
from piloting import (
    SIZES,
    at_rest,
    burst,
    claim,
    current_number,
    desk_screen,
    in_view,
    opened,
    pane_of_focus,
    screen_text,
    until,
)
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.ui.screens.arranging import PANES, WIDE
from factcheck_tui.ui.widgets.galley import LONG
from factcheck_tui.ui.wrapping import wrap


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("forth", "back"), [("l", "h"), ("right", "left"), ("tab", "shift+tab")])
async def test_the_keys_between_panes_go_round_all_four(
    path: Path, size: tuple[int, int], forth: str, back: str
) -> None:
    """Every pane can be reached at every size, and the one that has the focus is in view."""
    async with opened(path, size=size) as pilot:
        for keys, panes in ((forth, [*PANES[1:], PANES[0]]), (back, [*reversed(PANES)])):
            for pane in panes:
                await pilot.press(keys)
                await until(pilot, lambda name=pane: pane_of_focus(pilot) == name, f"{keys} to {pane}")  # type: ignore[misc]
                assert pilot.app.focused is not None
                await until(pilot, lambda: pilot.app.focused and in_view(pilot.app.focused), f"{pane} in view")


@pytest.mark.parametrize("size", SIZES)
async def test_zoom_gives_the_screen_to_the_pane_that_has_the_focus(path: Path, size: tuple[int, int]) -> None:
    """z shows one pane alone and again all of them; another pane that takes the focus takes the screen with it."""
    async with opened(path, size=size) as pilot:
        screen = desk_screen(pilot)
        panes = [screen.query_one(f"#{name}") for name in PANES]
        before = [pane for pane in panes if in_view(pane)]
        await pilot.press("z")
        await until(pilot, lambda: [pane.id for pane in panes if in_view(pane)] == ["claims"])
        await pilot.press("enter")
        await until(pilot, lambda: [pane.id for pane in panes if in_view(pane)] == ["matches"])
        await pilot.press("z", "h")
        await until(pilot, lambda: [pane for pane in panes if in_view(pane)] == before)


@pytest.mark.parametrize("size", SIZES)
async def test_the_movement_keys_of_the_lists(path: Path, size: tuple[int, int]) -> None:
    """j k and the arrows go a line, g G Home End to the ends, ^d ^u PgDn PgUp a page; never past an end."""
    async with opened(path, size=size) as pilot:
        for key, number in (
            ("j", 2), ("down", 3), ("k", 2), ("up", 1), ("up", 1), ("G", 20), ("j", 20),
            ("g", 1), ("end", 20), ("home", 1),
        ):  # fmt: skip
            await pilot.press(key)
            await until(pilot, lambda at=number: current_number(pilot) == at, key)  # type: ignore[misc]
        for forth, back in (("ctrl+d", "ctrl+u"), ("pagedown", "pageup")):
            await pilot.press(forth)
            await until(pilot, lambda: current_number(pilot) > 2)
            await pilot.press(back)
            await until(pilot, lambda: current_number(pilot) == 1)


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_follows_the_text_that_is_scrolled(path: Path, size: tuple[int, int]) -> None:
    """In the article j scrolls; the claim stays while it is in view, then the list goes on to one that is."""
    async with opened(path, size=size) as pilot:
        galley = desk_screen(pilot).query_one("#galley")
        await pilot.press("h", "h")
        await until(pilot, lambda: pane_of_focus(pilot) == "galley")
        await pilot.press("G")
        await until(pilot, lambda: galley.scroll_offset.y == galley.max_scroll_y > 0)
        await until(pilot, lambda: desk_screen(pilot).current in desk_screen(pilot).galley.in_view())
        assert current_number(pilot) > 10
        assert galley.scroll_offset.y == galley.max_scroll_y
        await pilot.press("k")
        await until(pilot, lambda: galley.scroll_offset.y == galley.max_scroll_y - 1)
        await pilot.press("g")
        await until(pilot, lambda: current_number(pilot) < 10)
        assert galley.scroll_offset.y == 0


async def test_the_galley_shows_the_claim_under_the_cursor(path: Path, bob: Desk) -> None:
    """Wherever the cursor goes, the claim can be read in its paragraph."""
    async with opened(path, size=(80, 24)) as pilot:
        await pilot.press("G")
        await at_rest(pilot, 20)
        await until(pilot, lambda: "can be seen from" in screen_text(pilot.app))


async def test_a_click_puts_the_cursor_on_the_row_that_was_clicked(path: Path) -> None:
    """The frame of a pane is no row: the first row is the line under the frame."""
    async with opened(path) as pilot:
        listing = desk_screen(pilot).query_one("#claims")
        top = listing.content_region.y - listing.region.y
        await pilot.click("#claims", offset=(10, top + 2))
        await until(pilot, lambda: current_number(pilot) != 1)
        assert current_number(pilot) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_next_and_previous_article(two_articles: Path, size: tuple[int, int]) -> None:
    """J and K go round the articles of the desk; each opens where the checker left it."""
    async with opened(two_articles, size=size, article_id=1) as pilot:
        await pilot.press("j", "j")
        await at_rest(pilot, 3)
        await pilot.press("J")
        await until(pilot, lambda: desk_screen(pilot).article_id == 2)
        await at_rest(pilot, 1)
        await pilot.press("K")
        await until(pilot, lambda: desk_screen(pilot).article_id == 1)
        await at_rest(pilot, 3)


async def test_each_key_for_another_article_counts(two_articles: Path, bob_at_two: Desk) -> None:
    """Three J that come before the first article is read lead three articles on."""
    for title in ("Quay", "Mole", "Pier"):
        bob_at_two.add(make_article(f"The {title} closes at noon, the harbour master said."))
    async with opened(two_articles, article_id=5) as pilot:
        await burst(pilot, "J", "J", "J")
        await until(pilot, lambda: desk_screen(pilot).article_id == 2)
        await at_rest(pilot)
        assert desk_screen(pilot).article_id == 2
        await burst(pilot, "K", "J", "K")
        await until(pilot, lambda: desk_screen(pilot).article_id == 3)


async def test_an_article_opens_where_it_was_left_although_that_is_not_written_yet(two_articles: Path) -> None:
    """What is remembered by the way may wait for a lock: the place and the order in this session do not."""
    held = threading.Event()
    async with opened(two_articles, article_id=1) as pilot:
        try:
            desk_screen(pilot).aside(lambda desk: held.wait())
            await pilot.press("j", "j", "O")
            await until(pilot, lambda: (sheet := desk_screen(pilot).sheet) is not None and sheet.order == "priority")
            left = desk_screen(pilot).current
            for key, article_id in (("J", 2), ("K", 1)):
                await pilot.press(key)
                await until(pilot, lambda at=article_id: desk_screen(pilot).article_id == at)  # type: ignore[misc]
                await at_rest(pilot)
            sheet = desk_screen(pilot).sheet
            assert sheet is not None
            assert (desk_screen(pilot).current, sheet.order) == (left, "priority")
        finally:
            held.set()


async def test_with_one_article_the_keys_say_so(path: Path) -> None:
    """J on a desk with one article says that there is no other."""
    async with opened(path) as pilot:
        await pilot.press("J")
        await until(pilot, lambda: "There is no other article." in screen_text(pilot.app))


async def test_the_desk_opens_where_it_was_left(two_articles: Path, bob_at_two: Desk) -> None:
    """Leaving on a claim, by q or in whatever way right after the last key, is remembered for the next start."""
    for leave, number in ((("q", "q"), 3), (("ctrl+q",), 2)):
        async with opened(two_articles, article_id=2) as pilot:
            await pilot.press("g", *"j" * (number - 1))
            await until(pilot, lambda at=number: current_number(pilot) == at)  # type: ignore[misc]
            await pilot.press(*leave)
        async with opened(two_articles) as pilot:
            assert desk_screen(pilot).article_id == 2
            assert desk_screen(pilot).current == claim(bob_at_two, number, article_id=2).claim.id


async def test_each_checker_has_a_place_of_their_own(path: Path, bob: Desk) -> None:
    """Another checker at the same desk begins at the beginning."""
    async with opened(path) as pilot:
        await pilot.press("j", "j", "j")
        await at_rest(pilot, 4)
        await pilot.press("q", "q")
    assert bob.last_claim(1) is None
    async with opened(path, checker="Bob") as pilot:
        await at_rest(pilot, 1)


@pytest.mark.parametrize("size", SIZES)
async def test_the_lines_between_the_panes_move_and_stay_where_they_were_put(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """< > move the line between left and right, ( ) that between lists and texts; so it stays, for this checker."""
    wide = size[0] >= WIDE
    async with opened(path, size=size) as pilot:
        screen = desk_screen(pilot)
        before = [screen.query_one(f"#{name}").region for name in PANES]
        await pilot.press("right_parenthesis", "right_parenthesis", "greater_than_sign")
        await until(pilot, lambda: screen.query_one("#claims").region.height > before[0].height)
        await until(pilot, lambda: (screen.query_one("#claims").region.width > before[0].width) is wide)
        assert screen.query_one("#galley").region.height < before[2].height
        assert ("The panes are stacked" in screen_text(pilot.app)) is not wide
        moved = screen.query_one("#claims").region
    async with opened(path, size=size) as pilot:
        assert desk_screen(pilot).query_one("#claims").region == moved
        await pilot.press("left_parenthesis", "left_parenthesis", "less_than_sign")
        await until(pilot, lambda: desk_screen(pilot).query_one("#claims").region == before[0])
    assert bob.preferences() == {}


@pytest.mark.parametrize(
    ("layout", "size", "shown"),
    [
        ("wide", (80, 24), ["claims", "matches", "galley", "record"]),
        ("normal", (80, 24), ["claims", "matches", "galley"]),
        ("normal", (140, 45), ["claims", "matches", "galley"]),
        ("narrow", (140, 45), ["claims", "matches", "galley"]),
    ],
)
async def test_a_layout_of_the_settings_holds_at_any_width(
    path: Path, layout: str, size: tuple[int, int], shown: list[str]
) -> None:
    """wide shows four panes; normal the lists side by side, narrow all below each other; every pane can be reached."""
    async with opened(path, size=size, layout=layout) as pilot:
        screen = desk_screen(pilot)
        panes = [screen.query_one(f"#{name}") for name in PANES]
        await until(pilot, lambda: [pane.id for pane in panes if in_view(pane)] == shown)
        claims, matches, galley, record = panes
        assert (claims.region.y == matches.region.y) is (layout != "narrow")
        assert (galley.region.width == screen.size.width) is (layout != "wide")
        await pilot.press("shift+tab")
        await until(pilot, lambda: pane_of_focus(pilot) == "record" and in_view(record))
        assert in_view(galley) is (layout == "wide")


async def test_the_scrollbar_stands_where_the_text_does(path: Path) -> None:
    """Also after a while in which all of a text had room. It stays then: its going would lay out all panes anew."""
    async with opened(path) as pilot:
        view = desk_screen(pilot).record_view
        desk_screen(pilot).focus_pane(view)
        await until(pilot, lambda: pane_of_focus(pilot) == "record" and view.show_vertical_scrollbar)
        await pilot.press("G")
        await until(pilot, lambda: view.scroll_y == view.max_scroll_y > 0)
        await pilot.press("z")
        await until(pilot, lambda: view.max_scroll_y == 0)
        assert view.show_vertical_scrollbar
        await pilot.press("z")
        await until(pilot, lambda: view.max_scroll_y > 0)
        assert view.vertical_scrollbar.position == view.scroll_y == 0


async def test_a_pane_is_never_squeezed_out(path: Path) -> None:
    """However often a line is moved, every pane keeps a part; zoomed, the key says what has the screen."""
    async with opened(path, size=(140, 45)) as pilot:
        await pilot.press(*["left_parenthesis"] * 20, *["less_than_sign"] * 20)
        screen = desk_screen(pilot)
        await until(pilot, lambda: screen.query_one("#claims").region.width < 35)
        assert all(screen.query_one(f"#{name}").region.height >= 6 for name in PANES)
        await pilot.press("z", "less_than_sign")
        await until(pilot, lambda: "One pane has the whole screen" in screen_text(pilot.app))


async def test_the_desk_may_be_resized_at_any_time(path: Path) -> None:
    """From wide to narrow to low and back: the claim under the cursor stays, and stays in view."""
    async with opened(path, size=(140, 45)) as pilot:
        await pilot.press("G")
        await at_rest(pilot, 20)
        for size in ((80, 24), (60, 20), (220, 60), (40, 12), (100, 30)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: "▸" in screen_text(pilot.app) and "· 20" in screen_text(pilot.app), str(size))
            assert current_number(pilot) == 20


@pytest.mark.parametrize("place", [0, 200, 399])
async def test_a_long_text_is_wrapped_around_the_claim_first(empty_desk: Path, place: int) -> None:
    """What the cursor is on is in view at once, and stays there when the rest is wrapped; g and G go to the ends."""
    paragraphs = [
        f"The harbour of district {number} brought {number} million euros, its owner said." for number in range(400)
    ]
    text = "\n\n".join(paragraphs) + "\n"
    assert len(text) > LONG
    with Desk.open(empty_desk, "Ada") as desk:
        article, _ = desk.add(make_article(text))
        desk.bookmark(article.id, desk.pieces(article.id)[place].claim.id)
    async with opened(empty_desk) as pilot:
        screen = desk_screen(pilot)
        galley = screen.galley
        assert screen.current in galley.in_view()
        await until(pilot, lambda: galley.virtual_size.height == len(wrap(text, galley._room)), "all is wrapped")
        assert screen.current in galley.in_view()
        for key in ("G", "g", "G"):
            await pilot.press(key)
            await until(pilot, lambda: claim_at_cursor(pilot) in galley.in_view())


def claim_at_cursor(pilot: Pilot[None]) -> int:
    status = desk_screen(pilot).status()
    return status.claim.id if status else 0
