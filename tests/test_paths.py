"""Where things are: the user's own files in their folders, what comes with the program beside it."""

import sys
from pathlib import Path

import pytest

from factcheck_tui import paths


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders are those of Linux")
def test_the_users_files_are_in_the_users_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data and settings follow the XDG variables; the demo lies beside the user's desk, not in it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.database() == tmp_path / "data" / "factcheck-tui" / "desk.db"
    assert paths.demo_database() == tmp_path / "data" / "factcheck-tui" / "demo.db"
    assert paths.config() == tmp_path / "config" / "factcheck-tui" / "config.toml"
    assert list(tmp_path.iterdir()) == []


def test_a_checkout_has_its_migrations_and_sample_in_db() -> None:
    """What is edited in a checkout is what runs from it."""
    root = Path(__file__).resolve().parent.parent
    assert paths.migrations() == root / "db" / "migrations"
    assert paths.sample() == root / "db" / "sample"
    assert (paths.migrations() / "0001_initial.sql").is_file()
    assert (paths.sample() / "archive.ndjson").is_file()
