"""What every test may use: the shared folder of real articles and records, where it is there."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# on a build machine the same examples each time: chance must not decide whether a change lands; at a desk it searches
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

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
