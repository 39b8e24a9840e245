"""A place to run the command line in, and a desk that it made once and that each test has a copy of."""

import shutil
from pathlib import Path

import pytest
from command_line import Ran, Run, run_in


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the program in tmp_path, with FACTCHECK_DB naming tmp_path/desk.db and Ada checking."""

    def in_folder(*arguments: str | Path, input: bytes = b"", **variables: str) -> Ran:
        settings = {"FACTCHECK_DB": str(tmp_path / "desk.db"), "FACTCHECK_CHECKER": "Ada"} | variables
        return run_in(tmp_path, *arguments, input=input, **settings)

    return in_folder


@pytest.fixture(scope="session")
def _demo_desk(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    home = tmp_path_factory.mktemp("cli-desk")
    assert run_in(home, "--db", "desk.db", "import", sample / "archive.ndjson").status == 0
    assert run_in(home, "--db", "desk.db", "--as", "Ada", "add", sample / "article.txt").status == 0
    return home / "desk.db"


@pytest.fixture
def desk(_demo_desk: Path, tmp_path: Path) -> Path:
    """The desk of ``run``: the demo archive of 328 records and the demo article of 20 claims."""
    return Path(shutil.copy(_demo_desk, tmp_path / "desk.db"))
