"""Desks for the tests in a terminal, made once by the program itself and copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from terminal import Start, Terminal, run


@pytest.fixture(scope="session")
def _demo_desk(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    home = tmp_path_factory.mktemp("demo-desk")
    run(home, "--db", "desk.db", "import", sample / "archive.ndjson")
    run(home, "--db", "desk.db", "add", sample / "article.txt")
    return home / "desk.db"


@pytest.fixture(scope="session")
def _strike_desk(tmp_path_factory: pytest.TempPathFactory, sample: Path, shared: Path) -> Path:
    home = tmp_path_factory.mktemp("strike-desk")
    run(home, "--db", "desk.db", "import", sample / "archive.ndjson")
    run(home, "--db", "desk.db", "add", shared / "articles" / "al-mayadeen-strike.txt")
    return home / "desk.db"


@pytest.fixture
def demo_desk(_demo_desk: Path, tmp_path: Path) -> Path:
    """A desk with the demo archive and the demo article, at tmp_path/desk.db."""
    return Path(shutil.copy(_demo_desk, tmp_path / "desk.db"))


@pytest.fixture
def strike_desk(_strike_desk: Path, tmp_path: Path) -> Path:
    """A desk with the demo archive and the article that issue 2 walks through, at tmp_path/desk.db."""
    return Path(shutil.copy(_strike_desk, tmp_path / "desk.db"))


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Start]:
    """Starts the program in a terminal, at home in tmp_path; all of them are closed when the test ends."""
    with ExitStack() as opened:

        def start(*arguments: str | Path, **how: Any) -> Terminal:
            return opened.enter_context(Terminal(*arguments, home=tmp_path, **how))

        yield start
