"""The desks that the tests of the screens open: the demo's, an empty one, one with two articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import make_article
from piloting import copy_of

from factcheck_tui.articles import read_file
from factcheck_tui.desk import Desk

SECOND = """The tower that the town forgot

The lighthouse of Halvern is 41 metres tall, according to its keeper.

Antarctica is gaining ice, the keeper said.

The bridge was opened in 1931, the mayor said.
"""


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A desk with the demo's article as number 1 and its archive, all of it matched. Not to be written to."""
    path = tmp_path_factory.mktemp("filled") / "desk.db"
    with Desk.open(path, "Ada") as desk:
        desk.import_records(sample / "archive.ndjson")
        desk.add(read_file(sample / "article.txt"))
        for claim_id in desk.unmatched(1):
            desk.match(claim_id)
    return path


@pytest.fixture(scope="session")
def filled_twice(tmp_path_factory: pytest.TempPathFactory, filled: Path) -> Path:
    """The same with a second article, number 2. Not to be written to."""
    path = copy_of(filled, tmp_path_factory.mktemp("filled_twice"))
    with Desk.open(path, "Ada") as desk:
        desk.add(make_article(SECOND))
        for claim_id in desk.unmatched(2):
            desk.match(claim_id)
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A desk with the demo on it."""
    return copy_of(filled, tmp_path)


@pytest.fixture
def two_articles(filled_twice: Path, tmp_path: Path) -> Path:
    """A desk with two articles on it."""
    return copy_of(filled_twice, tmp_path)


@pytest.fixture
def empty_desk(tmp_path: Path) -> Path:
    """A desk with nothing on it."""
    path = tmp_path / "empty.db"
    Desk.open(path, "Ada").close()
    return path


@pytest.fixture
def bob(path: Path) -> Iterator[Desk]:
    """Another checker at the demo's desk, who also reads what the database holds."""
    with Desk.open(path, "Bob") as desk:
        yield desk


@pytest.fixture
def bob_at_two(two_articles: Path) -> Iterator[Desk]:
    """Another checker at the desk with two articles."""
    with Desk.open(two_articles, "Bob") as desk:
        yield desk
