"""A desk on a new file, closed after the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import make_desk

from factcheck_tui.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the desk's file is."""
    return tmp_path / "desk.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """Ada at a new, empty desk."""
    with make_desk(path) as desk:
        yield desk
