"""Where things are: the desk's own files for this user, and the files that come with the program."""

from __future__ import annotations

from pathlib import Path

APP = "factcheck-tui"


def database() -> Path:
    """The user's desk, when neither ``--db`` nor ``$FACTCHECK_DB`` names one."""
    return _user_data() / "desk.db"


def demo_database() -> Path:
    """The demo's desk: a copy of the sample, beside the user's own."""
    return _user_data() / "demo.db"


def config() -> Path:
    """The user's settings; the file may be missing."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "config.toml"


def migrations() -> Path:
    """The steps of the schema."""
    return _shipped() / "migrations"


def views() -> Path:
    """The views, made anew after each step of the schema."""
    return _shipped() / "views.sql"


def sample() -> Path:
    """The demo article and archive."""
    return _shipped() / "sample"


def expanded(name: str) -> Path:
    """A path as a person writes it; a ``~`` that stands for nobody's home is part of the name."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def _user_data() -> Path:
    import platformdirs  # 10 ms that `--version` does not need

    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def _shipped() -> Path:
    """The folder ``db``: inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "db"
    return inside if inside.is_dir() else package.parent / "db"
