"""The README says what the program does today."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import readme

from factcheck_tui.cli.commands import MODULE_OF

TEXT = readme.README.read_text(encoding="utf-8")


def test_the_key_table_is_made_from_the_program() -> None:
    """The keys in the README are those of the table that the bindings are made from (`python tests/readme.py`)."""
    assert readme.with_parts(TEXT) == TEXT


def test_every_command_is_named() -> None:
    """No command is behind a door that the README does not show."""
    for name in MODULE_OF:
        assert re.search(rf"`(factcheck-tui )?{name}\b", TEXT), name


def test_every_picture_is_there() -> None:
    """Each picture that the README shows is in screenshots/, drawn by take.py."""
    pictures = re.findall(r"\]\((screenshots/[^)]+)\)", TEXT)
    assert len(pictures) >= 6
    for picture in pictures:
        assert (readme.README.parent / picture).is_file(), picture


def test_the_reference_of_keys_is_that_of_the_program() -> None:
    """docs/keys.md is generated (`make docs`): the ids by which a settings file names keys."""
    assert readme.KEYS.read_text(encoding="utf-8") == readme.key_reference()
