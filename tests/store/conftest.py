"""A store on a new file, closed after the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck_tui.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store's file is."""
    return tmp_path / "desk.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new, empty store."""
    store = Store(path)
    yield store
    store.close()
