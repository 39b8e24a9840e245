"""The one table of keys: ids that a settings file can name, no clash on a screen, every key bound and explained."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from textual.binding import Binding

from factcheck_tui.desk.claim_query import CONDITIONS
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.key import Key, Where
from factcheck_tui.ui.keys import KEYS, MOVING, as_binding, bindings, key_line, keys_of
from factcheck_tui.ui.screens.aliases import AliasScreen
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.evidence import EvidenceScreen
from factcheck_tui.ui.screens.help import FRAME, LABEL, WIDTH, key_table
from factcheck_tui.ui.screens.history import HistoryScreen
from factcheck_tui.ui.screens.ratings import RatingsScreen
from factcheck_tui.ui.widgets.choosing_galley import ChoosingGalley
from factcheck_tui.ui.widgets.line_list import LineList

SCREENS = {
    Where.DESK: DeskScreen,
    Where.ARTICLES: ArticlesScreen,
    Where.ARCHIVE: ArchiveScreen,
    Where.SOURCES: EvidenceScreen,
    Where.HISTORY: HistoryScreen,
    Where.RATINGS: RatingsScreen,
    Where.ALIASES: AliasScreen,
    Where.CHOOSING: ChoosingGalley,
}

# what the main screen's table of keys asks for, under Textual's names
WANTED = """
J K tab shift+tab h l left right c d p 1 2 3 4 5 6 7 8 9 enter a x f i e minus u ctrl+z U ctrl+y slash escape n N
full_stop S y Y o H E r R z q s w W b t v O plus space asterisk ampersand ctrl+g less_than_sign greater_than_sign
left_parenthesis right_parenthesis
"""
WANTED_IN_LISTS = "j k down up g G home end ctrl+d ctrl+u pagedown pageup"
WANTED_ANYWHERE = "question_mark f1 colon ctrl+p ctrl+q"


def names(binding_list: object) -> set[str]:
    """The keys of bindings, one by one."""
    assert isinstance(binding_list, list)
    return {key for binding in binding_list if isinstance(binding, Binding) for key in binding.key.split(",")}


def test_ids_are_unique_and_can_stand_in_a_settings_file() -> None:
    """A key is named by its id: lower-case words and hyphens, each once."""
    ids = [key.id for key in KEYS]
    assert [id for id, count in Counter(ids).items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", id) for id in ids)


@pytest.mark.parametrize("place", SCREENS)
def test_no_two_keys_of_a_screen_clash(place: Where) -> None:
    """On a screen each key does one thing, the keys of the whole program among them."""
    pressed = [name for key in keys_of(place, Where.ANYWHERE) for name in key.keys.split(",")]
    assert [name for name, count in Counter(pressed).items() if count > 1] == []
    assert not set(pressed) & names(LineList.BINDINGS) or place in (Where.ARCHIVE, Where.CHOOSING)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_action_is_there(key: Key) -> None:
    """What a key names as its action is a method of the screen that it acts on, or of the program."""
    name = key.action.split("(")[0]
    owner = SCREENS.get(key.where, FactcheckApp)
    assert callable(getattr(owner, f"action_{name}", None)), f"{owner.__name__} has no action_{name}"


def test_every_key_that_the_main_screen_wants_is_bound() -> None:
    """Movement in the lists, everything else on the screen or everywhere."""
    assert set(WANTED.split()) <= names(DeskScreen.BINDINGS)
    assert set(WANTED_IN_LISTS.split()) <= names(LineList.BINDINGS)
    assert set(WANTED_ANYWHERE.split()) <= names(FactcheckApp.BINDINGS)


def test_no_key_has_priority() -> None:
    """A printable key with priority would fire while a note is being typed."""
    assert not any(as_binding(key).priority for key in KEYS)
    for place in Where:
        assert not any(binding.priority for binding in bindings(place) if isinstance(binding, Binding))


def test_the_help_shows_every_key() -> None:
    """Each key stands in the help with its words, those of the links as one line, and the movement keys."""
    shown = key_table("").plain
    for key in KEYS:
        if key.id.startswith("link-"):
            continue
        assert key.label in shown, key.id
        assert key.help in shown, key.id
    assert "1-9" in shown
    assert all(label in shown and words in shown for label, words in MOVING)


def test_what_the_key_line_calls_a_key_is_found_in_the_help_and_the_palette() -> None:
    """Who reads "z zoom" at the bottom looks for "zoom": each of these words stands in what the key does."""
    assert [
        (key.id, word)
        for key in KEYS
        for word in re.findall(r"\w+", key.short)
        if not re.search(rf"\b{word}", key.help)
    ] == []


def test_the_help_says_what_the_signs_and_the_words_of_the_filter_are() -> None:
    """A sign that is on the screen and in no help is a riddle: each is found by itself."""
    for sign in ("▲", "≈", "⇔", "§", "⚑", "◂", "≠", "✕", "●"):
        assert sign in key_table(sign).plain and "signs" in key_table(sign).plain, sign
    for condition, meaning in CONDITIONS:
        assert meaning in key_table(condition).plain


def test_the_help_can_be_filtered_to_one_key() -> None:
    """Typing a word of what a key does leaves the keys with that word, and says so when there is none."""
    assert key_table("zoom").plain.count("\n") == 1
    assert "redo what was undone" in key_table("REDO").plain
    assert key_table("zeppelin").plain == "Nothing here has “zeppelin”."


def test_the_key_line_names_a_key_by_its_shortest_label() -> None:
    """Keys without short words are left to the help; each key in the line has a label and words."""
    line = key_line(KEYS)
    assert len(line) == sum(bool(key.short) for key in KEYS)
    assert all(label and " " not in label and words for label, words in line)
    assert ("c", "confirmed") in line
    assert ("?", "keys") in line


def test_on_a_wide_screen_no_word_of_the_help_stands_alone() -> None:
    """Each key's words fit a line there, and no sign is broken off what it belongs to."""
    alone = [line for line in key_table("", width=WIDTH - FRAME).plain.splitlines() if line.startswith(" " * LABEL)]
    assert [line for line in alone if " " not in line.strip()] == []


def test_what_a_key_does_is_broken_beside_its_label() -> None:
    """On a narrow screen the words of a key go on below each other, never below the key."""
    lines = key_table("undecided", width=46).plain.splitlines()
    assert all(len(line) <= 46 for line in lines)
    assert "c                  mark the claim confirmed," in lines
    assert "                   go to the next undecided" in lines
