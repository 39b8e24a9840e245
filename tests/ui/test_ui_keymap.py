"""A user's own keys: they act, the screens name them, and what cannot be is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import at_rest, claim, screen_text, until

from factcheck_tui import config
from factcheck_tui.config import Config
from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Verdict
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.keymap import MOVING, with_own
from factcheck_tui.ui.keys import KEYS
from factcheck_tui.ui.screens.help import HelpScreen
from factcheck_tui.ui.widgets.line_list import LineList


def settings(folder: Path, text: str) -> Config:
    """Settings from a file with these lines."""
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return config.load(path, {"FACTCHECK_CHECKER": "Ada", "FACTCHECK_DB": str(folder / "desk.db")})


async def test_own_keys_act_and_are_named(path: Path, bob: Desk, tmp_path: Path) -> None:
    """The new key marks, the old one does nothing; key line and help name the new one."""
    own = settings(tmp_path, '[keys]\nconfirm = "C,f2"\nfilter = "f3"\nundo = "ctrl+z"\nhelp = "f1"\n')
    app = FactcheckApp(own)
    async with app.run_test(size=(140, 45)) as pilot:
        await at_rest(pilot)
        await until(pilot, lambda: " C confirmed" in screen_text(app) and "f3 filter" in screen_text(app))
        await pilot.press("c", "C")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.CONFIRMED)
        assert len(bob.article_history(1)) == 1
        await at_rest(pilot, 2)
        await pilot.press("f2")
        await until(pilot, lambda: claim(bob, 2).verdict is Verdict.CONFIRMED)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await until(pilot, lambda: "C f2" in screen_text(app))


async def test_sentences_name_own_keys(path: Path, bob: Desk, tmp_path: Path) -> None:
    """What undoes, searches, shows or leads on is called as it is pressed, not as it would be without settings."""
    own = {
        "undo": "Q",
        "archive": "A",
        "set-aside": "D",
        "show-set-aside": "f6",
        "zoom": "Z",
    }
    lines = "".join(f'{id} = "{key}"\n' for id, key in own.items())
    app = FactcheckApp(settings(tmp_path, f"[keys]\n{lines}"))
    async with app.run_test(size=(140, 45)) as pilot:
        await at_rest(pilot)
        await until(pilot, lambda: "5 set aside (f6)" in screen_text(app))
        for keys, said in (
            ("c", "claim 1 confirmed. Q undoes it."),
            ("f", "claim 2 flagged. Q undoes it."),
            ("D", "Set aside; the key f6 shows it. Q undoes it."),
            ("Z<", "One pane has the whole screen; Z gives it back."),
        ):
            await pilot.press(*keys.replace("<", ""), *(["less_than_sign"] if "<" in keys else []))
            await until(pilot, lambda said=said: said in " ".join(screen_text(app).split()), said)  # type: ignore[misc]
        await pilot.press("Z", "f6", "g", *"jjj")
        await until(pilot, lambda: "The key D makes it a claim." in screen_text(app))
        await pilot.press("Y")
        await until(pilot, lambda: "There is no record here. A searches the archive." in screen_text(app))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('confrim = "C"', "“confrim” is no action. Is “confirm” meant?"),
        ('confirm = "d"', "d is the key of “dispute”"),
        ('confirm = "?"', "question_mark is the key of “help”"),
        ('help = "c"', "c is the key of “confirm”"),
        ('confirm = "j"', "j moves in lists"),
        ('confirm = "cc"', "“cc” is no key"),
        ('confirm = ""', "“” is no key"),
        ('confirm = "C,,"', "“” is no key"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    """At start, before anything is drawn: which file and line, what is wrong, and what it clashes with."""
    own = settings(tmp_path, f'checker = "Ada"\n\n[keys]\n# mine\n{line}\n')
    with pytest.raises(FactcheckError) as raised:
        FactcheckApp(own)
    assert str(raised.value).startswith(f"{tmp_path / 'config.toml'}, line 5: {words}")


def test_two_actions_may_change_keys(tmp_path: Path) -> None:
    """Clashes are looked for in the whole: c and d the other way round is no clash."""
    table = with_own(settings(tmp_path, '[keys]\nconfirm = "d"\ndispute = "c"\nfilter = "/"\n').keys)
    keys = {key.id: key.keys for key in table}
    assert (keys["confirm"], keys["dispute"], keys["filter"]) == ("d", "c", "slash")
    assert len(table) == len(KEYS)


def test_a_key_that_is_no_text_is_said(tmp_path: Path) -> None:
    """A number or a list in the place of keys is refused with its line, and keys that is no table too."""
    with pytest.raises(FactcheckError, match="line 2: the keys of confirm must be a text"):
        settings(tmp_path, "[keys]\nconfirm = 5\n")
    with pytest.raises(FactcheckError, match="keys is a table"):
        settings(tmp_path, 'keys = "c"\n')


def test_the_keys_that_move_are_those_of_the_lists() -> None:
    """What is kept for moving is what the lists bind."""
    bound = {key for binding in LineList.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert bound == MOVING


def test_a_theme_that_there_is_not_is_refused(tmp_path: Path) -> None:
    """Another theme than the one that was asked for, unsaid, would look like a fault of the program."""
    with pytest.raises(FactcheckError, match="Is “textual-dark” meant"):
        FactcheckApp(settings(tmp_path, 'theme = "textual-drak"'))


def test_a_key_may_be_written_as_it_stands_on_the_keyboard(tmp_path: Path) -> None:
    """F5 and Ctrl+K are f5 and ctrl+k; a letter alone keeps its case."""
    table = with_own(settings(tmp_path, '[keys]\nflag = "F5,Ctrl+K,T"\ntags = "Space"\nmark-row = "f6"\n').keys)
    assert {key.id: key.keys for key in table}["flag"] == "f5,ctrl+k,T"
