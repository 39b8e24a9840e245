"""What every test may use: the shared folder of real articles and records, where it is there."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared/`` beside the clone: real texts that the project itself holds no copy of."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no shared/ folder beside this clone")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The demo article and the demo archive, written for this project."""
    return ROOT / "db" / "sample"
