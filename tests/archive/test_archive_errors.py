"""open_records: files that cannot be read as records say so in one sentence, and good rows are never lost."""

import gzip
import json
import os
from pathlib import Path

import pytest

from factcheck_tui.archive import open_records
from factcheck_tui.errors import ReadError
from factcheck_tui.model import ImportedRow, Refusal


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 8, "binary"),
        (b"PK\x03\x04....", "zip archive"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"SQLite format 3\x00....", "database"),
        (b'{"claim": "cut', "not valid JSON"),
        (b'[{"claim": "on', "not valid JSON"),
        (b'{"claims": [\n{"text": "cut"', "not valid JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "no JSON object"),
        (b"{}", "no form that we know"),
        (b'{"a": 1}\n{"b": 2}\n', "no form that we know"),
        (b'["just", "words"]', "no form that we know"),
        (b"<html><p>no markup</p></html>", "without ClaimReview"),
        (b'<script type="application/ld+json">{"@type": "WebSite"}</script>', "no form that we know"),
        (b'<script type="application/ld+json">{cut</script>', "line 1 is not valid JSON"),
        (b'<script type="application/ld+json">{"@type": "ClaimRev', "line 1 is not valid JSON"),
        (b"The minister spoke on Tuesday, and left.\nNobody knows why.\n", "no column of it looks like a claim"),
        (b"a,b,c\n1,2,3\n", "no column of it looks like a claim"),
    ],
)
def test_unreadable_file(content: bytes, says: str, tmp_path: Path) -> None:
    """Each kind of unreadable file is refused as a whole, by name, in one line."""
    path = tmp_path / "given.csv"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=says) as caught:
        open_records(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A path that names nothing, a folder or a pipe is refused."""
    os.mkfifo(tmp_path / "pipe")
    for path, says in (
        (tmp_path / "none", "no file"),
        (tmp_path, "a folder"),
        (tmp_path / "pipe", "not a regular file"),
    ):
        with pytest.raises(ReadError, match=says):
            open_records(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file that the user may not read is refused."""
    path = tmp_path / "secret.csv"
    path.write_text("claim,verdict\na,b\n")
    path.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        open_records(path)


def test_hostile_name_in_message(tmp_path: Path) -> None:
    """A file name cannot send escape sequences to the terminal by way of a message."""
    with pytest.raises(ReadError) as caught:
        open_records(tmp_path / "a\x1b[2Jb")
    assert "\x1b" not in str(caught.value)


def test_cut_gzip(tmp_path: Path) -> None:
    """Of a gzip file that is cut the rows before are given, then it is said; at once when nothing can be read."""
    short = tmp_path / "short.gz"
    short.write_bytes(gzip.compress(b'{"claim": "one"}\n' * 20)[:12])
    with pytest.raises(ReadError, match="cut gzip"):
        open_records(short)
    packed = gzip.compress(b"".join(b'{"id": "%d", "claim": "%d of many"}\n' % (n, n * 7919) for n in range(9000)))
    long = tmp_path / "long.gz"
    long.write_bytes(packed[: len(packed) * 3 // 4])
    rows = iter(open_records(long))
    assert isinstance(next(rows), ImportedRow)
    with pytest.raises(ReadError, match="cut gzip"):
        for _ in rows:
            pass


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (b"[", b""),
        (b'{"@type": "DataFeed", "dataFeedElement": [', b""),
        (b'{"@context": "https://schema.org", "@graph": [', b""),
        (b'{"claims": [', b', "nextPageToken": "CAEQA'),
    ],
)
def test_json_cut_in_the_middle(head: bytes, tail: bytes, tmp_path: Path) -> None:
    """Of JSON that is cut the elements before the cut are given; then the line is said where it is broken."""
    review = b'{"@type": "ClaimReview", "claimReviewed": "Claim %d", "url": "https://example.org/%d"}'
    element = {b"[": review, b'{"@t': b'{"item": [' + review + b"]}"}.get(head[:4], review)
    if b"claims" in head:
        element = b'{"text": "Claim %d", "claimReview": [{"url": "https://example.org/%d", "textualRating": "False"}]}'
    path = tmp_path / "cut.json"
    path.write_bytes(head + b",\n".join(element % (n, n) for n in range(3000)) + (b"]" + tail if tail else b", {"))
    rows = iter(open_records(path))
    found = [next(rows) for _ in range(3000)]
    assert [row.line for row in found if isinstance(row, ImportedRow)] == list(range(1, 3001))
    with pytest.raises(ReadError, match="not valid JSON from line 3000 on"):
        next(rows)


@pytest.mark.parametrize("between", [", ", ",\n", ",\n  "])
def test_a_broken_element_of_a_list_costs_that_one_alone(between: str, tmp_path: Path) -> None:
    """An unescaped quote, or an element that nests without end, is refused with its text; the next one is read."""
    rows = [json.dumps({"id": f"r{n}", "claim": f"Claim {n}", "tags": [{"id": "x"}]}) for n in range(6)]
    rows[2] = '{"id": "r2", "claim": "He said "no"."}'
    rows[4] = '{"id": "r4", "claim": ' + "[" * 5000 + "}"
    path = tmp_path / "list.json"
    path.write_text("[" + between.join(rows) + "]")
    found = list(open_records(path))
    assert [row.record.source_id for row in found if isinstance(row, ImportedRow)] == ["r0", "r1", "r3", "r5"]
    refused = [row for row in found if isinstance(row, Refusal)]
    assert [row.raw.rstrip(",\n ") for row in refused] == [rows[2], rows[4]]
    assert refused[0].line == (3 if "\n" in between else 1)


def test_format_overrules(tmp_path: Path) -> None:
    """A form that is asked for is used; one that cannot be is refused in words."""
    path = tmp_path / "records"
    path.write_text('{"claim": "Ours.", "vclaim": "Theirs."}\n')
    assert [row.record.claim for row in open_records(path, format="ndjson") if isinstance(row, ImportedRow)] == [
        "Ours."
    ]
    assert [row.record.claim for row in open_records(path) if isinstance(row, ImportedRow)] == ["Theirs."]
    with pytest.raises(ReadError, match="no form 'xml'"):
        open_records(path, format="xml")
    with pytest.raises(ReadError, match="form of CSV"):
        open_records(path, format="duke")
    path.write_text("claim\nA sheet.\n")
    with pytest.raises(ReadError, match="form of JSON"):
        open_records(path, format="ndjson")


def test_mapping_overrules_the_guess(tmp_path: Path) -> None:
    """Columns can be given for a sheet; what names no column or no field is refused."""
    path = tmp_path / "sheet.csv"
    path.write_text("Behauptung,Wer,Claim\nDie Brücke ist neu.,Ana,wrong column\n")
    reader = open_records(path, mapping={"Behauptung": "claim", "Wer": "claimant"})
    (row,) = list(reader)
    assert isinstance(row, ImportedRow)
    assert (row.record.claim, row.record.claimant) == ("Die Brücke ist neu.", "Ana")
    assert reader.columns == {"Behauptung": "claim", "Wer": "claimant"}
    with pytest.raises(ReadError, match="no column Nope"):
        open_records(path, mapping={"Nope": "claimant"})
    with pytest.raises(ReadError, match="no field colour"):
        open_records(path, mapping={"Wer": "colour"})


def test_position_runs_to_the_size(tmp_path: Path) -> None:
    """The position grows with the rows and ends at the size, for lines and JSON in one piece; reading again works."""
    records = [{"id": str(number), "claim": f"Claim {number} is told here."} for number in range(5000)]
    for name, text in (("lines", "".join(json.dumps(each) + "\n" for each in records)), ("list", json.dumps(records))):
        path = tmp_path / name
        path.write_text(text)
        reader = open_records(path)
        for _ in range(2):
            positions = [reader.position() for _ in reader]
            assert positions == sorted(positions)
            assert 0 < positions[len(positions) // 2] < reader.size
            assert reader.position() == reader.size == path.stat().st_size


def test_long_cells_and_raw(tmp_path: Path) -> None:
    """A cell longer than the csv module's own limit is read, and the row is kept as it came."""
    path = tmp_path / "long.csv"
    path.write_text(f'claim,note\n"One, two","{"word " * 60_000}"\n')
    (row,) = list(open_records(path))
    assert isinstance(row, ImportedRow)
    assert len(row.record.body) == 299_999
    assert json.loads(row.raw) == {"claim": "One, two", "note": "word " * 60_000}


def test_refused_row_keeps_its_text(tmp_path: Path) -> None:
    """A refused line comes with its text, so that it can be mended and imported again."""
    path = tmp_path / "broken.ndjson"
    path.write_text('{"claim": "fine"}\n{"claim": "He said "no"."}\n')
    refused = [row for row in open_records(path) if isinstance(row, Refusal)]
    assert [(row.line, row.raw) for row in refused] == [(2, '{"claim": "He said "no"."}')]


@pytest.mark.parametrize(("part", "rows"), [("snopes", 14_231), ("politifact", 19_250)])
def test_real_records_are_all_read(part: str, rows: int, shared: Path) -> None:
    """The real archives give every row, none refused, each under its own id, each rating known."""
    read = list(open_records(shared / "data" / part / "records.ndjson"))
    records = [row.record for row in read if isinstance(row, ImportedRow)]
    assert len(read) == len(records) == len({record.source_id for record in records}) == rows
    assert not [record for record in records if record.rating and record.verdict is None]
