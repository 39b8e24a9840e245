"""At the sizes where pictures showed otherwise: nothing is cut without a sign, no pane is empty without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_evidence, make_record, write_records
from piloting import ask_prompt, claim, desk_screen, notices, opened, screen_text, type_text, until
from rich.cells import cell_len
from textual.content import Content
from textual.pilot import Pilot

from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.content import first_lines, flow
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.evidence import EvidenceScreen
from factcheck_tui.ui.screens.export import ExportScreen
from factcheck_tui.ui.screens.history import HistoryScreen
from factcheck_tui.ui.screens.import_report import ImportReportScreen
from factcheck_tui.ui.widgets.claim_list import ClaimList
from factcheck_tui.ui.widgets.field import Field
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.record_view import RecordView
from factcheck_tui.ui.widgets.status_line import StatusLine
from factcheck_tui.ui.wrapping import LONGEST

SMALL, CLASSIC = (60, 20), (80, 24)
MARGIN = 6  # cells before a line
LONG_NAME = "Bartholomew Featherstonehaugh-Cholmondeley"


def lines(pilot: Pilot[None]) -> list[str]:
    """The screen, line by line."""
    return screen_text(pilot.app).split("\n")


def test_a_line_ends_between_two_facts() -> None:
    """What belongs together stays together; what is wider than a line by itself begins one."""
    facts = [Content("rated True"), Content("by a desk"), Content("9 years old")]
    assert flow(facts, 40).plain == "rated True  by a desk  9 years old"
    assert flow(facts, 30).plain == "rated True  by a desk\n9 years old"
    assert flow(facts, 5).plain == "rated True\nby a desk\n9 years old"


def test_a_text_that_goes_on_says_so() -> None:
    """The last line that is shown ends with a sign, and only where there is more."""
    assert [line.plain for line in first_lines(Content("one two three"), 7, 2)] == ["one two", "three"]
    assert [line.plain.rstrip() for line in first_lines(Content("one two three four"), 7, 2)] == ["one two", "three…"]


@pytest.mark.parametrize("size", [SMALL, CLASSIC])
async def test_a_filter_that_finds_nothing_leaves_no_pane_without_a_word(path: Path, size: tuple[int, int]) -> None:
    """The panes of the records say that no claim is listed."""
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "slash", "zeppelin")
        await pilot.press("enter", "tab")
        await until(pilot, lambda: "No claim is listed here." in screen_text(pilot.app))
        assert screen_text(pilot.app).count("No claim is listed here.") == 2


async def test_what_a_key_did_is_cut_with_a_sign(path: Path) -> None:
    """A sentence that the bottom line has no room for ends with a sign, and begins as it is."""
    async with opened(path, size=SMALL) as pilot:
        pilot.app.screen.query_one(KeyLine).say(f"Opened https://example.org/{'x' * 80}")
        await until(pilot, lambda: lines(pilot)[-1].startswith(" Opened https://example.org/xxx"))
        assert lines(pilot)[-1].endswith("x…")


async def test_a_long_question_is_read_to_its_end(path: Path) -> None:
    """At 60 columns too; the keys that answer it stand below, and no cursor stands where nothing is typed."""
    async with opened(path, size=SMALL) as pilot:
        question = f"{LONG_NAME}: confirmed meanwhile; mark claim 4 disputed?"
        desk_screen(pilot).query_one(Prompt).ask_whether(question, lambda: None)
        await until(pilot, lambda: "Enter y yes  other keys no" in lines(pilot)[-1])
        await until(pilot, lambda: question in " ".join(line.strip() for line in lines(pilot)[-3:-1]))
        colours = {
            segment.style.bgcolor for segment in desk_screen(pilot).prompt._field.render_line(0) if segment.style
        }
        assert len(colours) == 1


async def test_where_a_question_leaves_little_room_what_is_typed_has_a_line_of_its_own(path: Path) -> None:
    """What was typed stands there from its end on, with a sign, and the keys of a line that is typed on are named."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("W")
        await until(pilot, lambda: "who says claim 1 (nobody: the article itself):" in lines(pilot)[-3])
        assert "Enter done  ↑ earlier  Esc back" in lines(pilot)[-1]
        await type_text(pilot, "a name " * 12 + "end")
        await until(pilot, lambda: lines(pilot)[-2].startswith(" …") and lines(pilot)[-2].endswith("a name end"))
        await pilot.press("home")
        await until(pilot, lambda: lines(pilot)[-2].startswith(" a name a name") and lines(pilot)[-2].endswith("…"))
        await pilot.press("escape")
        await until(pilot, lambda: "c confirmed" in lines(pilot)[-1])


async def test_a_line_that_becomes_narrower_keeps_its_cursor_in_view(path: Path) -> None:
    """After a question above what is typed, one beside it: the end, where the cursor is, is what is shown."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: "look for records with:" in lines(pilot)[-3])
        await pilot.press("escape", "w")
        await until(pilot, lambda: "claim 1 should say: …" in lines(pilot)[-2])
        await until(pilot, lambda: lines(pilot)[-2].endswith("wind farm debate"))


async def test_a_hint_that_has_no_room_is_cut_with_a_sign(path: Path) -> None:
    """Of the archive's line and of the sources' form, at 60 columns."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await until(pilot, lambda: lines(pilot)[2].endswith("publisher:ch…"))
        await until(pilot, lambda: "Esc back" in lines(pilot)[-1])
        assert pilot.app.screen.query_one(RecordView).region.width == 60
        await pilot.press("escape", "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen))
        await until(pilot, lambda: "what it is: a report, a register, who…" in screen_text(pilot.app))


async def test_a_long_name_leaves_the_title_its_room(path: Path) -> None:
    """A checker's name takes a sixth of the top line; a warning comes before the counts."""
    async with opened(path, size=SMALL, checker=LONG_NAME) as pilot:
        await until(pilot, lambda: lines(pilot)[0].endswith("Bartholom…"))
        assert "Seas rising" in lines(pilot)[0]
        pilot.app.screen.query_one(StatusLine).warn("! 3 not saved yet")
        await until(pilot, lambda: "! 3 not saved yet" in lines(pilot)[0])


async def test_of_several_checkers_at_a_claim_it_is_said_how_many(path: Path) -> None:
    """One by name, the others counted."""
    async with opened(path, size=SMALL) as pilot:
        listing = pilot.app.screen.query_one(ClaimList)
        ids = [status.claim.id for status in listing.rows]
        listing.show_others({ids[1]: ["Bob", "Cem"], ids[2]: [LONG_NAME, "Dee"]})
        await until(pilot, lambda: "◂Bob+1" in screen_text(pilot.app))
        assert "◂Barthol…+1" not in screen_text(pilot.app)
        assert "…+1" in screen_text(pilot.app)


async def test_tags_stand_apart_from_the_claimant(path: Path, bob: Desk) -> None:
    """Where both are cut there is still a space between them."""
    bob.tag([claim(bob, 4).claim.id], add=["numbers", "ask the council"])
    async with opened(path, size=CLASSIC) as pilot:
        await until(pilot, lambda: "…  #ask" in screen_text(pilot.app))


async def test_an_age_is_never_broken(path: Path) -> None:
    """At every width the age of a record stands on one line."""
    async with opened(path, size=CLASSIC) as pilot:
        await pilot.press("tab")
        for width in range(60, 90):
            await pilot.resize_terminal(width, 24)
            await until(pilot, lambda: " years old" in screen_text(pilot.app).split("Record 1")[-1], str(width))


async def test_a_long_note_leaves_room_for_the_record(path: Path, bob: Desk) -> None:
    """Three lines of it stand before the record, with a sign, and the whole of it after it."""
    bob.note(claim(bob, 1).claim.id, "A long note, said again. " * 14)
    async with opened(path, size=CLASSIC) as pilot:
        await pilot.press("tab")
        await until(pilot, lambda: "note: A long note" in screen_text(pilot.app))
        assert "rated " in screen_text(pilot.app).split("note: ")[1]
        assert "…" in screen_text(pilot.app).split("note: ")[1].split("rated ")[0]
        desk_screen(pilot).focus_pane(desk_screen(pilot).record_view)
        await pilot.press("G")
        await until(pilot, lambda: "note in full" in screen_text(pilot.app))


async def test_the_export_breaks_no_count_and_no_form_in_two(path: Path) -> None:
    """At 60 columns the counts and the forms take two lines each; nothing stands before what will be written."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: "· 20 pending" in screen_text(pilot.app) and " csv " in screen_text(pilot.app))
        await until(pilot, lambda: "number,article,line" in screen_text(pilot.app))
        rule = next(at for at, line in enumerate(lines(pilot)) if "───" in line and at > 3)
        assert "number,article,line" in lines(pilot)[rule + 1]


async def test_the_history_says_a_long_change_once_and_to_its_end(path: Path, bob: Desk) -> None:
    """With nothing decided there is no empty box; what is too long for the box ends with a sign."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("H")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
        await until(pilot, lambda: "Nobody has decided" in screen_text(pilot.app))
        assert "all articles" in screen_text(pilot.app) and "Esc closes" in screen_text(pilot.app)
        assert not any("├" in line or line.count("─") > 40 for line in lines(pilot)[2:-3])
        await pilot.press("escape")
        bob.note(claim(bob, 1).claim.id, "A long note, said again. " * 30)
        await pilot.press("H")
        await until(pilot, lambda: "→ A long note" in screen_text(pilot.app))
        below = screen_text(pilot.app).split("→ A long note", 1)[1]
        assert "…" in below.split("Enter goes")[0]


async def test_a_source_is_lit_only_where_the_keys_act(path: Path, bob: Desk) -> None:
    """While a field of the form has the focus no row of the list looks as if it had."""
    bob.add_evidence(make_evidence(claim(bob, 1).claim.id))
    async with opened(path, size=CLASSIC) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen))
        await until(pilot, lambda: "The register of towers" in screen_text(pilot.app))
        listing = pilot.app.screen.query_one("SourceList")
        before = {segment.style.bgcolor for segment in listing.render_line(0) if segment.style}
        pilot.app.screen.set_focus(listing)
        await pilot.pause()
        assert before != {segment.style.bgcolor for segment in listing.render_line(0) if segment.style}


async def test_a_notice_leaves_what_is_typed_in_view(path: Path) -> None:
    """The last three lines are left to what is typed and the keys."""
    async with opened(path, size=SMALL) as pilot:
        pilot.app.notify("What failed is told here, in a sentence.", markup=False)
        await until(pilot, lambda: "What failed" in screen_text(pilot.app))
        assert all("What failed" not in line for line in lines(pilot)[-3:])


async def test_a_notice_is_shown_to_its_end(path: Path) -> None:
    """Two of them too, on a screen that is narrower than a notice likes to be."""
    half = "x" * 22 + " "  # of a line
    first, second = half * 5 + "seven.", half * 5 + "twelve."
    async with opened(path, size=SMALL) as pilot:
        for words in (first, second):
            desk_screen(pilot).complain(words)
        await until(pilot, lambda: "twelve." in screen_text(pilot.app))
        assert "seven." in screen_text(pilot.app)


@pytest.mark.parametrize("size", [SMALL, CLASSIC, (140, 45), (220, 60)])
async def test_a_notice_leaves_the_keys_of_a_dialogue_in_view(path: Path, size: tuple[int, int]) -> None:
    """The way out of it is still told while one reads what failed."""
    async with opened(path, size=size) as pilot:
        desk_screen(pilot).complain("Nothing could be read there: " * 2)
        await pilot.press("H")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
        await until(pilot, lambda: "read there:" in screen_text(pilot.app))
        assert "Esc closes" in screen_text(pilot.app)


async def test_articles_have_their_counts_beside_their_glyphs(path: Path, bob: Desk) -> None:
    """A glyph is nearer to its own count than to its neighbour's; five first lines fit 60 columns."""
    bob.mark([claim(bob, 1).claim.id], Verdict.CONFIRMED)
    async with opened(path, size=CLASSIC) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: "✓1   ✗0   ·19" in screen_text(pilot.app))


async def test_counts_stand_near_their_article(path: Path) -> None:
    """A title of a few words is followed by its counts, however wide the screen is."""
    async with opened(path, size=(220, 60)) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: "20 claims  ✓ 0" in screen_text(pilot.app))
        assert cell_len(lines(pilot)[2].rstrip()) <= 140


async def test_the_first_steps_fit_sixty_columns(empty_desk: Path) -> None:
    """Five lines, none broken."""
    async with opened(empty_desk, size=SMALL) as pilot:
        await until(pilot, lambda: "shows all keys" in screen_text(pilot.app))
        assert sum(bool(line.strip()) for line in lines(pilot)[1:-1]) == 5


async def test_a_field_without_the_focus_shows_where_its_text_goes_on(path: Path) -> None:
    """A sign at the right end; with the cursor on the last cell the cursor is what is shown."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        field = pilot.app.screen.query_one(Field)
        field.value = "word " * 30
        await pilot.press("home")
        await until(pilot, lambda: lines(pilot)[2].rstrip().endswith("…"))


async def test_the_help_begins_with_the_keys_that_act_here(path: Path) -> None:
    """On the list of articles its own keys come first."""
    async with opened(path, size=CLASSIC) as pilot:
        await pilot.press("q", "question_mark")
        await until(pilot, lambda: "on the articles" in lines(pilot)[3])


async def test_an_import_is_told_once(path: Path, tmp_path: Path) -> None:
    """Where its report is shown no notice stands before it; no count of it is broken in two at 60 columns."""
    file = write_records(tmp_path / "records.ndjson", [make_record("The bridge is new", rating="Mostly soaked")])
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: "1 article" in lines(pilot)[0])
        await ask_prompt(pilot, "m", str(file))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportReportScreen))
        await until(pilot, lambda: "   0 refused" in screen_text(pilot.app) or "│ 0 refused" in screen_text(pilot.app))
        assert not notices(pilot)


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light", "no-color"])
async def test_the_cursor_is_seen_in_the_terminals_own_colours(path: Path, name: str) -> None:
    """The row that the keys act on, and the place where one types, are reversed: no ground of ours can be lit."""
    app = FactcheckApp(Config(checker="Ada", database=path, theme=name, clipboard="off"))
    async with app.run_test(size=CLASSIC) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen) and len(app.screen.claim_list))
        listing = app.screen.query_one(ClaimList)
        assert all(part.style and part.style.reverse for part in listing.render_line(0))
        assert not any(part.style and part.style.reverse for part in listing.render_line(1))
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Field))
        field = app.screen.query_one(Field)
        field._cursor_visible = True
        cursor = next(iter(field.render_line(0))).style
        assert cursor and cursor.reverse and cursor.color == cursor.bgcolor


async def test_a_text_on_a_whole_wide_screen_keeps_lines_that_can_be_read(path: Path) -> None:
    """Zoomed, the article and the record stand in the middle, at 120 cells; the lists take all of the width."""
    async with opened(path, size=(220, 60)) as pilot:
        screen = desk_screen(pilot)
        for pane, width in zip(screen.panes, (220, 220, 120, 120), strict=True):
            screen.focus_pane(pane)
            await pilot.press("z")
            await until(pilot, lambda pane=pane, width=width: pane.outer_size.width == width)  # type: ignore[misc]
            assert pane.region.x == (220 - width) // 2
            await pilot.press("z")


async def test_a_text_below_both_lists_keeps_lines_that_can_be_read(path: Path) -> None:
    """In the layout that gives the text the whole width, article and record are no wider than that either."""
    async with opened(path, size=(220, 60), layout="normal") as pilot:
        _, _, galley, record = desk_screen(pilot).panes
        for pane, keys in ((galley, ("tab", "tab")), (record, ("tab",))):
            await pilot.press(*keys)
            await until(pilot, lambda pane=pane: pane.outer_size.width == 220)  # type: ignore[misc]
            shown = [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]
            assert 90 < max(map(cell_len, shown)) <= LONGEST + MARGIN


async def test_what_differs_stands_beside_its_record(path: Path) -> None:
    """However wide the pane is: right behind the date, not at the far end of the line."""
    async with opened(path, size=(220, 60)) as pilot:
        await pilot.press(*"jjjjjj", "tab", "z")
        await until(pilot, lambda: "2023-05-03  seven millimetres ≠ four millimetres" in screen_text(pilot.app))


@pytest.mark.parametrize("size", [SMALL, CLASSIC])
async def test_the_way_to_the_records_stands_in_the_key_line(path: Path, size: tuple[int, int]) -> None:
    """Where they have no room beside the claims nothing else says that there are any."""
    async with opened(path, size=size) as pilot:
        assert "Tab records" in lines(pilot)[-1]
        assert lines(pilot)[-1].endswith("? keys")


async def test_the_record_comes_before_what_made_its_claim_worth_checking(path: Path) -> None:
    """Under the heading of a record a reader looks for it; what was put down on the claim by hand stays before it."""
    async with opened(path) as pilot:
        text = desk_screen(pilot).record_view._text.plain
        assert text.index("rated ") < text.index("differs") < text.index("claim 1\npriority ")


async def test_a_record_without_a_rating_is_not_called_rated(path: Path, tmp_path: Path, bob: Desk) -> None:
    """In its place in full: “no rating”, as in the lists."""
    bob.import_records(write_records(tmp_path / "more.ndjson", [make_record("Zeppelins hum", rating="")]))
    async with opened(path) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await type_text(pilot, "zeppelins")
        view = pilot.app.screen.query_one(RecordView)
        await until(pilot, lambda: view._text.plain.startswith("no rating  by "))


async def test_the_ratings_name_the_key_that_closes_them(path: Path) -> None:
    """At sixty columns the keys of the ratings stand there whole, and what each column holds."""
    async with opened(path, size=SMALL) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "u undo  Esc closes" in screen_text(pilot.app))
        await until(pilot, lambda: "records  stands for  rating" in screen_text(pilot.app))
