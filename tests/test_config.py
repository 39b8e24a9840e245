"""The settings: the file, the environment before it, and errors that say what to mend."""

import getpass
from pathlib import Path

import pytest

from factcheck_tui import config, paths
from factcheck_tui.errors import ReadError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file with every key."""
    path = tmp_path / "config.toml"
    path.write_text(
        'checker = "Ada"\ndatabase = "~/news/desk.db"\ntheme = "textual-light"\nclipboard = "osc52"\ncopies = 7\n'
        'layout = "narrow"\neditor = "code --wait"\n'
    )
    return path


def test_without_a_file_the_settings_are_the_users_own(tmp_path: Path) -> None:
    """Nothing has to be set: the login name signs, the desk is in the user's data folder."""
    found = config.load(tmp_path / "missing.toml", {})
    assert found == config.Config(
        checker=getpass.getuser(),
        database=paths.database(),
        theme="",
        layout="auto",
        clipboard="auto",
        editor="",
        copies=3,
    )


def test_the_file_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key is in force, and ~ is the user's home."""
    monkeypatch.setenv("HOME", "/home/ada")
    assert config.load(file, {}) == config.Config(
        checker="Ada",
        database=Path("/home/ada/news/desk.db"),
        theme="textual-light",
        layout="narrow",
        clipboard="osc52",
        editor="code --wait",
        copies=7,
    )


def test_the_environment_goes_before_the_file(file: Path) -> None:
    """A shell may name another desk and checker for a while; an empty variable names none."""
    environment = {"FACTCHECK_DB": "/tmp/other.db", "FACTCHECK_CHECKER": "Ben"}
    found = config.load(file, environment)
    assert (found.checker, found.database, found.theme) == ("Ben", Path("/tmp/other.db"), "textual-light")
    assert config.load(file, {"FACTCHECK_DB": "", "FACTCHECK_CHECKER": ""}) == config.load(file, {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("checker = Ada", "not TOML"),
        ('chekcer = "Ada"', "“chekcer”, which is no setting"),
        ("checker = 5", "must be a text in quotes"),
        ('[checker]\nname = "Ada"', "must be a text in quotes"),
        ('clipboard = "yes"', "auto, native, osc52, off"),
        ('clipboard = ""', "auto, native, osc52, off"),
        ('layout = "broad"', "auto, wide, normal, narrow"),
        ('editor = ""', "editor is empty"),
        ('editor = "vi \'"', "is no command"),
        ('copies = "3"', "must be a whole number"),
        ("copies = true", "must be a whole number"),
        ("copies = 0", "1 or more"),
        ('database = "news/desk.db"', "another file in each folder"),
    ],
)
def test_a_wrong_setting_is_said(tmp_path: Path, text: str, words: str) -> None:
    """A mistyped key or value is named with its file: no setting is silently without effect."""
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(ReadError, match=words) as raised:
        config.load(path, {})
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    ("environment", "setting", "signs"), [(" Ada\t", "Ben", "Ada"), (" ", "Ben\\n Ford ", "Ben Ford"), ("", "", None)]
)
def test_nobody_signs_with_blanks(tmp_path: Path, environment: str, setting: str, signs: str | None) -> None:
    """A name without the blanks around it is the same person, whose steps they can undo; blanks alone are no name."""
    path = tmp_path / "config.toml"
    path.write_text(f'checker = "{setting}"')
    found = config.load(path, {"FACTCHECK_CHECKER": environment})
    assert found.checker == (signs or config.login_name())


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A folder, or bytes that are no UTF-8, in the place of the file: a sentence."""
    (tmp_path / "bytes.toml").write_bytes(b'checker = "\xff"')
    for path in (tmp_path, tmp_path / "bytes.toml"):
        with pytest.raises(ReadError, match="cannot be read"):
            config.load(path, {})
