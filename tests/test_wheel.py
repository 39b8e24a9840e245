"""The wheel: everything that runs, nothing that does not, and it works from where it is put."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

USE = """
import sys
from pathlib import Path
from factcheck_tui import paths
from factcheck_tui.store import Store
Store(Path(sys.argv[1])).close()
print(paths.migrations(), paths.sample(), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout, built without a second environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_carries_the_schema_and_the_sample(wheel: Path) -> None:
    """Migrations and demo lie under the package, all of them; the papers about them stay in the checkout."""
    shipped = {name for name in names(wheel) if name.startswith("factcheck_tui/db/")}
    assert shipped == {
        f"factcheck_tui/db/{file.relative_to(ROOT / 'db').as_posix()}"
        for folder in ("migrations", "sample")
        for file in (ROOT / "db" / folder).rglob("*")
        if file.is_file() and file.suffix != ".db"
    } | {"factcheck_tui/db/views.sql"}
    assert "factcheck_tui/db/migrations/0001_initial.sql" in shipped
    assert "factcheck_tui/db/sample/archive.ndjson" in shipped


def test_the_wheel_carries_the_whole_package_and_nothing_else(wheel: Path) -> None:
    """Every module, style and schema of the package; no tests, no screenshots, no database, no cache."""
    package = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "factcheck_tui").rglob("*")
        if file.suffix in (".py", ".tcss", ".css", ".json", ".tsv", ".typed")
    }
    assert {name for name in names(wheel) if not name.startswith("factcheck_tui/db/")} == package


def test_the_program_finds_its_files_where_it_is_put(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, it makes a desk from the migrations that it carries."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-c", USE, str(tmp_path / "desk.db")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    inside = tmp_path / "site" / "factcheck_tui" / "db"
    assert done.stdout.splitlines() == [str(inside / "migrations"), str(inside / "sample")], done.stderr
    assert (tmp_path / "desk.db").is_file()
