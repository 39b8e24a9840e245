"""Prior records in: a report that adds up, and an import that may be stopped and run again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from factories import contents, make_desk, make_record, write_records

from factcheck_tui.desk import Desk, importing
from factcheck_tui.errors import ReadError
from factcheck_tui.model import PriorRecord, Verdict


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of four rows, so that a small file has several."""
    monkeypatch.setattr(importing, "BATCH", 4)


@pytest.fixture
def records() -> list[PriorRecord]:
    """Ten records with ratings that the starter map knows and one that it does not."""
    ratings = ["True", "False", "Quite odd"]
    return [
        make_record(
            f"The tower number {n} is tall", source_id=f"r{n}", rating=ratings[n % 3], url=f"https://example.org/{n}"
        )
        for n in range(10)
    ]


def test_an_import_reports_what_it_did(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """Read is added + updated + unchanged + refused; ratings without a verdict are counted; the log says the same."""
    file = write_records(tmp_path / "a.ndjson", [*records, records[0], replace(records[1], title="new")])
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"id": "broken", \n{"id": "r99", "claim": ""}\n')
    report = desk.import_records(file)
    assert (report.added, report.updated, report.unchanged, report.refused, report.read) == (10, 1, 1, 2, 14)
    assert report.unmapped == {"Quite odd": 3}
    assert [refusal.line for refusal in report.refusals] == [13, 14]
    assert desk.records() == 10
    assert desk.find_record("r0").verdict is Verdict.CONFIRMED
    log = contents(desk.path)
    assert log["import_log"][0][1:9] == (str(file), report.format, 10, 1, 1, 2, 1, "Ada")
    assert [row[1:] for row in log["import_refusal"]] == [
        (1, refusal.line, refusal.reason, refusal.raw) for refusal in report.refusals
    ]


def test_an_import_again_changes_nothing(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """The same file twice leaves the archive, and the matches that were worked out with it, as they are."""
    file = write_records(tmp_path / "a.ndjson", records)
    desk.import_records(file)
    before = {name: rows for name, rows in contents(desk.path).items() if name != "import_log"}
    report = desk.import_records(file)
    assert (report.added, report.updated, report.unchanged) == (0, 0, 10)
    assert {name: rows for name, rows in contents(desk.path).items() if name != "import_log"} == before


def test_a_dry_run_tells_what_an_import_would_do(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """It writes nothing and gives the same counts, with the same check in two batches too."""
    file = write_records(tmp_path / "a.ndjson", [*records, records[0], replace(records[1], title="new")])
    before = contents(desk.path)
    dry = desk.import_records(file, dry_run=True)
    assert contents(desk.path) == before
    assert dry.dry_run
    assert replace(dry, dry_run=False) == desk.import_records(file)


def test_an_interrupted_import_run_again_ends_the_same(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """Stopped between batches, it leaves whole batches and says that it did not finish; again, it adds the rest."""
    file = write_records(tmp_path / "a.ndjson", records)

    def stop(done: int, size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.import_records(file, progress=stop)
    assert desk.records() == 4
    assert desk.problems() == []
    report = desk.import_records(file)
    assert (report.added, report.unchanged) == (6, 4)
    assert [row[7] for row in contents(desk.path)["import_log"]] == [0, 1]
    with make_desk(tmp_path / "other.db") as other:
        other.import_records(file)
        assert contents(other.path)["prior_record"] == contents(desk.path)["prior_record"]


def test_progress_grows_to_the_size_of_the_file(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """The bar goes forward with each batch, and ends full."""
    file = write_records(tmp_path / "a.ndjson", records)
    seen: list[tuple[int, int]] = []
    desk.import_records(file, progress=lambda done, size: seen.append((done, size)))
    assert len(seen) == 3
    assert seen == sorted(seen)
    assert seen[-1] == (file.stat().st_size, file.stat().st_size)


def test_an_unreadable_file_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """A file that is no archive is refused before anything is written, in a sentence."""
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 20)
    before = contents(desk.path)
    for name in ("a.bin", "missing.json", "."):
        with pytest.raises(ReadError):
            desk.import_records(tmp_path / name)
    assert contents(desk.path) == before


def test_a_checkers_rating_map_is_kept(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """A label that the desk maps already keeps its verdict: the starter table fills an empty map only."""
    with desk.store.writing():
        desk.store.ratings.add_missing({"Quite ODD": Verdict.DISPUTED})
        desk.store.ratings.add_missing({"quite odd": Verdict.CONFIRMED})
    desk.import_records(write_records(tmp_path / "a.ndjson", records))
    assert desk.store.ratings.all() == {"quite odd": Verdict.DISPUTED}
    assert desk.find_record("r2").verdict is Verdict.DISPUTED


def test_the_row_is_kept_as_it_came(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """What our reading left out can be looked up later."""
    desk.import_records(write_records(tmp_path / "a.ndjson", records[:1]))
    (raw,) = contents(desk.path)["prior_record_raw"]
    assert json.loads(raw[3])["claim"] == records[0].claim
