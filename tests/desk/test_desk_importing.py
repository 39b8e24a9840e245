"""Prior records in: a report that adds up, and an import that may be stopped and run again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from factories import contents, make_desk, make_record, write_records

from factcheck_tui.desk import Desk, pace
from factcheck_tui.errors import OutputError, ReadError, StoreError
from factcheck_tui.model import PriorRecord, Verdict

LOGS = ("import_log", "import_unmapped")  # each import is logged


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of four rows, so that a small file has several."""
    monkeypatch.setattr(pace, "ROWS", 16)  # of which it begins with a quarter
    monkeypatch.setattr(pace.Pace, "took", lambda self, seconds: None)


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
    before = {name: rows for name, rows in contents(desk.path).items() if name not in LOGS}
    report = desk.import_records(file)
    assert (report.added, report.updated, report.unchanged) == (0, 0, 10)
    assert {name: rows for name, rows in contents(desk.path).items() if name not in LOGS} == before


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

    def stop(done: int, size: int, rows: int) -> None:
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
    seen: list[tuple[int, int, int]] = []
    desk.import_records(file, progress=lambda done, size, rows: seen.append((done, size, rows)))
    assert [rows for _, _, rows in seen] == [4, 8, 10]
    assert seen == sorted(seen)
    assert seen[-1][:2] == (file.stat().st_size, file.stat().st_size)


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


def refused_file(desk: Desk) -> Path:
    """The one file of refused rows beside the desk."""
    (file,) = desk.path.with_name("desk-refused").iterdir()
    return file


@pytest.mark.parametrize(
    ("name", "content", "mend"),
    [
        ("a.ndjson", '{"id": "r1", "claim": "One."}\n{"id": "r2", "claim": "He said "no"."}\n', ('"no"', "no")),
        ("a.json", '[\n{"id": "r1", "claim": "One."},\n{"id": "r2",\n"claim": ""}]', ('""', '"Two."')),
        ("a.csv", "claim;speaker;verdict\nOne.;Ben;True\n;Ann;False\n", (";Ann", "Two.;Ann")),
        (
            "a.json",
            '{"claims": [{"text": "One.", "claimReview": [{"url": "https://example.org/1"}]},'
            ' {"text": "", "claimReview": [{"url": "https://example.org/2"}]}]}',
            ('"text": ""', '"text": "Two."'),
        ),
        (
            "a.json",
            '{"dataFeedElement": [{"item": [{"@type": "ClaimReview", "claimReviewed": "One."}]},'
            ' {"item": [{"@type": "ClaimReview", "claimReviewed": "", "url": "https://example.org/2"}]}]}',
            ('"claimReviewed": ""', '"claimReviewed": "Two."'),
        ),
    ],
)
def test_refused_rows_are_mended_and_imported(
    desk: Desk, tmp_path: Path, name: str, content: str, mend: tuple[str, str]
) -> None:
    """They stand beside the desk in the form that they came in; mended there, they are records."""
    (tmp_path / name).write_text(content, "utf-8")
    report = desk.import_records(tmp_path / name)
    assert (report.added, report.refused) == (1, 1)
    file = refused_file(desk)
    assert report.refused_file == str(file)
    assert contents(desk.path)["import_log"][0][-1] == str(file)
    words = file.read_text("utf-8")
    assert mend[0] in words
    file.write_text(words.replace(*mend), "utf-8")
    again = desk.import_records(file)
    assert (again.added, again.refused, again.refused_file) == (1, 0, "")
    assert desk.records() == 2


def test_an_import_into_a_desk_that_was_restored_meanwhile_stops(desk: Desk, tmp_path: Path) -> None:
    """The rest does not go into the copy; that the rows before are kept is not said, for they are not in this desk."""
    desk.backup(tmp_path / "copy.db")
    source = write_records(tmp_path / "feed.ndjson", [make_record(f"Record {number}") for number in range(5_000)])

    def restored(done: int, size: int, rows: int) -> None:
        Desk.restore(tmp_path / "copy.db", desk.path)

    with pytest.raises(StoreError, match=r"stopped after \d+ rows; import .* again\. .*was restored from a copy"):
        desk.import_records(source, progress=restored)
    with Desk.open(desk.path, "Ada") as again:
        assert again.records() == 0


def test_two_imports_at_once_keep_their_refused_rows_apart(desk: Desk, tmp_path: Path) -> None:
    """Files of one name, as a feed of every day has, that are imported by two checkers at the same moment."""
    sources = [tmp_path / day / "feed.ndjson" for day in ("monday", "tuesday")]
    for source in sources:
        source.parent.mkdir()
        source.write_text(f'{{"claim": "", "id": "{source.parent.name}"}}\n' * 3, "utf-8")
    reports = []

    def meanwhile(done: int, size: int, rows: int) -> None:
        with Desk.open(desk.path, "Bob") as bob:
            reports.append(bob.import_records(sources[1]))

    reports.append(desk.import_records(sources[0], progress=meanwhile))
    for report, day in zip(reports, ("tuesday", "monday"), strict=True):
        rows = Path(report.refused_file).read_text("utf-8").splitlines()
        assert [json.loads(row)["id"] for row in rows] == [day] * 3


def test_refused_rows_go_where_they_are_wanted(desk: Desk, tmp_path: Path) -> None:
    """A named file is written, in a dry run too; one that exists or cannot be made is refused at once."""
    source = tmp_path / "a.ndjson"
    source.write_text('{"id": "r1", "claim": "One."}\n{"claim": ""}\n', "utf-8")
    wanted = tmp_path / "refused.ndjson"
    report = desk.import_records(source, dry_run=True, refused=wanted)
    assert (report.refused_file, wanted.read_text("utf-8")) == (str(wanted), '{"claim": ""}\n')
    before = contents(desk.path)
    for place in (wanted, tmp_path / "none" / "refused.ndjson"):
        with pytest.raises(OutputError, match="another file"):
            desk.import_records(source, refused=place)
    assert contents(desk.path) == before
    clean = write_records(tmp_path / "clean.ndjson", [make_record()])
    assert desk.import_records(clean, refused=tmp_path / "nothing").refused_file == ""
    assert sorted(path.name for path in tmp_path.iterdir() if "refused" in path.name or path.name[0] == ".") == [
        "refused.ndjson"
    ]


def test_a_file_that_is_cut_keeps_the_rows_before(desk: Desk, tmp_path: Path, records: list[PriorRecord]) -> None:
    """The report says where it stopped, the log that it did not finish; the whole file later adds the rest."""
    whole = write_records(tmp_path / "whole.ndjson", records)
    as_list = "[" + ",\n".join(whole.read_text("utf-8").splitlines()) + "]"
    (tmp_path / "cut.json").write_text(as_list[: len(as_list) * 2 // 3], "utf-8")
    report = desk.import_records(tmp_path / "cut.json")
    assert 0 < report.added < 10 and "line 7" in report.stopped and "not valid JSON" in report.stopped
    assert contents(desk.path)["import_log"][0][7] == 0
    assert desk.records() == report.added
    assert desk.import_records(whole).added == 10 - report.added


def test_an_import_that_a_full_disk_stops_says_what_is_kept(
    desk: Desk, tmp_path: Path, records: list[PriorRecord]
) -> None:
    """SQLite's own limit stands for the disk's: rows before are kept, the desk is whole, the sentence says so."""
    big = [replace(record, body="word " * 20_000) for record in records]
    file = write_records(tmp_path / "big.ndjson", big)
    pages = desk.store._db.value("PRAGMA page_count")
    desk.store._db.run(f"PRAGMA max_page_count = {pages + 300}")
    with pytest.raises(StoreError, match=r"after 4 rows, which are kept.*no room left"):
        desk.import_records(file)
    assert desk.records() == 4
    assert desk.problems() == []
    desk.store._db.run("PRAGMA max_page_count = 1000000")
    assert desk.import_records(file).added == 6


def test_how_a_sheet_is_read_is_remembered(desk: Desk, tmp_path: Path) -> None:
    """Columns that somebody gave are those of every sheet with the same headers from then on, and are no guess."""
    sheet = tmp_path / "a.csv"
    sheet.write_text("Behauptung,Wer,Claim\nDie Brücke ist neu.,Ana,7\n,,8\nZwei.,Ben,9\n", "utf-8")
    guess = desk.look_at_sheet(sheet)
    assert guess is not None and guess.guessed
    assert [(each.column, each.field, each.values) for each in guess.columns] == [
        ("Behauptung", "", ("Die Brücke ist neu.", "Zwei.")),
        ("Wer", "", ("Ana", "Ben")),
        ("Claim", "claim", ("7", "8", "9")),
    ]
    report = desk.import_records(sheet, mapping={"Behauptung": "claim", "Wer": "claimant"})
    assert report.columns == {"Behauptung": "claim", "Wer": "claimant"}
    other = tmp_path / "b.csv"
    other.write_text("Behauptung,Wer,Claim\nDrei.,Cem,1\n", "utf-8")
    known = desk.look_at_sheet(other)
    assert known is not None and not known.guessed
    assert desk.import_records(other).columns == report.columns
    assert desk.search("Drei")[0].claimant == "Cem"
    assert desk.look_at_sheet(write_records(tmp_path / "c.ndjson", [make_record()])) is None
