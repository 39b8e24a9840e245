"""The Textual face of the desk: one factory for the program, its tests and its pictures.

Screens that are not shown at first are imported when they are: the first paint does not wait for them.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette, Provider
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.model import Aspect, ClaimStatus, HistoryLine, Step
from factcheck_tui.ui import theme
from factcheck_tui.ui.desk_thread import DeskThread, PatientThread
from factcheck_tui.ui.garbage import LOOK_SECONDS
from factcheck_tui.ui.hang_up import leave_on_signals
from factcheck_tui.ui.in_turn import InTurn
from factcheck_tui.ui.key import Key as BoundKey
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keymap import with_own
from factcheck_tui.ui.keys import bindings, keys_of
from factcheck_tui.ui.opening import Opening
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.base import DeskBase
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.widgets.prompt import Earlier


def _desk_commands() -> type[Provider]:
    from factcheck_tui.ui.palette import DeskCommands

    return DeskCommands


class FactcheckApp(InTurn):
    """The desk on a terminal."""

    TITLE = "factcheck-tui"
    # the app's: for a screen's own, all styles would be parsed again before it is shown
    CSS_PATH = Path(__file__).parent / "screens" / "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ANYWHERE)
    COMMANDS = App.COMMANDS | {_desk_commands}
    ENABLE_COMMAND_PALETTE = True
    # notices stand above what is typed and the keys, a dialogue's too; one of a sentence takes a line or two
    CSS = """
    ToastRack { margin-bottom: 4; scrollbar-size: 0 0; }  /* else their height is that of wider ones */
    Toast { width: 80%; max-width: 60; padding: 0 1; background: $bar; }
    Input:ansi > .input--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
    Input > .input--placeholder { color: $muted; }
    CommandPalette CommandList { scrollbar-gutter: stable; }  /* else a line is cut that was laid out before it came */
    CommandPalette CommandList > .option-list--option-disabled { color: $muted; }
    CommandPalette CommandList > .option-list--option-highlighted { background: $current-claim; color: $foreground; }
    VerticalScroll { scrollbar-size-vertical: 1; }
    """

    def __init__(self, config: Config, opening: Opening | None = None, *, tour: bool = False) -> None:
        """
        :param opening: the desk, where it is being opened already
        """
        theme_name = theme.chosen(config.theme)
        # Textual would take an empty NO_COLOR for a wish, and make of our own colours greys
        os.environ.pop("NO_COLOR", None)
        super().__init__(config)
        self.key_table = with_own(config.keys)
        self.checker = config.checker
        self.writer = PatientThread(self._open_desk, "writer", self.waiting, ready=self.keys_first.until_drawn)
        ready = self.writer.wait_until_free
        self.desk = DeskThread(lambda: self._among_ours(self.opening.desk()), "desk", ready=ready)
        self.aside = DeskThread(self._open_desk, "aside")
        self.matcher = DeskThread(self._open_desk, "matcher")
        self.searcher = DeskThread(self._open_desk, "searcher")
        self.importer = DeskThread(self._open_desk, "importer")
        self._threads = (self.matcher, self.searcher, self.importer, self.writer, self.aside, self.desk)
        self.article_filter = ""  # of the list of articles
        self.places: dict[int, int] = {}  # claim left at in each article; the aside thread may be late to write it
        self.typed: Earlier = {}  # on the lines at the bottom of the screens
        self._own_steps: set[str] = set()  # uids, of whichever of these threads: no news of somebody else
        self.leaving = False
        self._opening = opening
        self._with_tour = tour
        self.animation_level = "none"  # an animated page costs 800 ms and 370 KB over SSH
        self.register_theme(theme.DARK)
        self.register_theme(theme.LIGHT)
        self.register_theme(theme.NO_COLOR)
        self.theme = theme_name

    def keys_of(self, *places: Where) -> tuple[BoundKey, ...]:
        """The keys of some screens, a user's own among them."""
        return keys_of(*places, table=self.key_table)

    def called(self, id: str) -> str:
        """How a key is called in a sentence: the first of those that do it, a user's own too."""
        return next(key.label.split(" ")[0] for key in self.key_table if key.id == id)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the choice of a theme: the others have keys here, or none of our colours."""
        yield SystemCommand("change the theme", "colours of the desk", self.action_change_theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.variables(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is a screen only the colours are taken, for the styles that come then.

        Textual asks for this when the theme is set, and would parse all styles once more than they are needed.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def opening(self) -> Opening:
        """The desk that is shown first, which is being opened or was."""
        if self._opening is None:
            self._opening = Opening(self.config)
        return self._opening

    def on_mount(self) -> None:
        leave_on_signals(self.exit, self._close_threads)
        self.set_keymap({key.id: key.keys for key in self.key_table if key.id in self.config.keys})
        self.call_later(self._show_first)  # what is rendered while Textual mounts the app is never written
        self.set_interval(LOOK_SECONDS, self.garbage.look)

    def on_unmount(self) -> None:
        self.leaving = True
        self.garbage.end()
        for thread in (self.matcher, self.searcher):
            thread.interrupt()
        self._close_threads()

    def _show_first(self) -> None:
        first = self.opening.first_look()
        self.push_screen(ArticlesScreen() if first is None else DeskScreen(first.article.id, laid_out=first))
        if self._with_tour:
            self.call_after_refresh(self._begin_tour)
        self.call_after_refresh(self.garbage.begin)

    def _begin_tour(self) -> None:
        if isinstance(self.screen, DeskScreen):
            from factcheck_tui.ui.tour import Tour

            self.screen.mount(Tour(self.key_table), before=self.screen.key_line)

    def key_goes(self, event: Key) -> None:
        if self._with_tour and isinstance(self.screen, DeskScreen):
            from factcheck_tui.ui.tour import Tour

            for tour in self.screen.query(Tour):
                tour.pressed(event.key, typing=isinstance(self.focused, Input))

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Leave; the desk opens again where it was left."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.remember_place()
        super().exit(*args, **kwargs)

    @work(group="import")
    async def import_records(self, path: Path) -> None:
        """Import prior records while the checker works on, on whatever screen."""
        from factcheck_tui.ui.importing import import_all

        await import_all(self, path)

    # Screens

    def show_desk(self, article_id: int, claim_id: int | None = None) -> None:
        """Put an article on the desk, with the cursor on a claim or where the checker left it."""
        while not isinstance(self.screen, DeskScreen | ArticlesScreen):  # what stands over them, as the archive
            self.pop_screen()
        if isinstance(self.screen, DeskScreen):
            self.screen.load(article_id, claim_id)
        else:
            self.switch_screen(DeskScreen(article_id, claim_id))

    async def show_articles(self, article_id: int) -> None:
        """Go to the list of articles, with the cursor on one."""
        await self.switch_screen(ArticlesScreen(article_id))

    def show_archive(self, status: ClaimStatus | None, typed: str = "") -> None:
        """Search the archive, for a claim or for its own sake, with words to begin with."""
        from factcheck_tui.ui.screens.archive import ArchiveScreen

        self.push_screen(ArchiveScreen(status, typed))

    def tell_at_desk(self, writing: Awaitable[Step | None], claim_id: int, words: str, unchanged: str) -> None:
        """Say what a screen that is being left decided on a claim, on the main screen, once it is written."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.when_written(writing, [claim_id], words, unchanged)

    def follow_archive(self) -> None:
        """Let the main screen, wherever it is in the stack, read its records anew: ratings or names may be others."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.follow_archive()

    def go_back(self) -> None:
        """Leave a screen that was put on top."""
        self.pop_screen()

    def show_export(self, article_id: int) -> None:
        """Export the verdict list of an article."""
        from factcheck_tui.export import Options
        from factcheck_tui.ui.screens.export import ExportScreen

        options = Options(publisher=self.config.publisher, site=self.config.site)
        self.push_screen(ExportScreen(article_id, f"verdicts-{article_id}", options), self._exported)

    def _exported(self, words: str | None) -> None:
        if words and isinstance(self.screen, DeskScreen):
            self.screen.say(words)

    def show_evidence(self, status: ClaimStatus) -> None:
        """Show what a claim's verdict rests on."""
        from factcheck_tui.ui.screens.evidence import EvidenceScreen

        self.push_screen(EvidenceScreen(status))

    def show_aliases(self) -> None:
        """Show the names that stand for each other."""
        from factcheck_tui.ui.screens.aliases import AliasScreen

        self.push_screen(AliasScreen())

    def show_ratings(self) -> None:
        """Show what publishers' ratings stand for."""
        from factcheck_tui.ui.screens.ratings import RatingsScreen

        self.push_screen(RatingsScreen())

    def show_history(self, status: ClaimStatus | None) -> None:
        """Show who decided what, on a claim and its article, or lately; from there to what a line is about."""
        from factcheck_tui.ui.screens.history import HistoryScreen

        def revisit(line: HistoryLine | None) -> None:
            if line is None:
                return
            if line.article_id:
                self.show_desk(line.article_id, line.decision.claim_id or None)
            elif line.decision.aspect is Aspect.RATING:
                self.show_ratings()
            else:
                self.show_aliases()

        self.push_screen(HistoryScreen(status), revisit)

    def action_help(self) -> None:
        from factcheck_tui.ui.screens.help import HelpScreen

        screen = self.screen
        here = screen.keys_act if isinstance(screen, DeskBase) else getattr(screen, "place", None)
        self.push_screen(HelpScreen(here))

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette"))

    # The desk's threads

    def _open_desk(self) -> Desk:
        first = self.opening.desk().standing
        return self._among_ours(Desk.open(self.config.database, self.checker, copies=self.config.copies, like=first))

    def _among_ours(self, desk: Desk) -> Desk:
        desk.own_steps = self._own_steps
        return desk

    def _close_threads(self) -> None:
        for thread in self._threads:
            thread.close()
