"""What every test may use: the shared folder of real articles and records, where it is there."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# a machine that is busy is no failure: no test asserts a time, and Hypothesis may not either
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
# on a build machine the same examples each time: chance must not decide whether a change lands; at a desk it searches
settings.register_profile("ci", settings.get_profile("any machine"), derandomize=True)
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of screens get two more tries: a key may meet a frame that a busy machine has not drawn yet.

    A test that fails three times in succession fails; what was tried again is in pytest's summary ("rerun").
    """
    for item in items:
        if item.path.parent.name in ("ui", "terminal"):
            item.add_marker(pytest.mark.flaky(reruns=2))
