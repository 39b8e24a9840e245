"""Laws of all readers: whatever a row holds, it gives a record or a refusal; ids are stable; CSV survives quotes."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck_tui.archive import FORMATS, open_records
from factcheck_tui.archive.csv_rows import CsvRows
from factcheck_tui.archive.identity import made_id
from factcheck_tui.archive.json_form import JsonForm
from factcheck_tui.model import ImportedRow, Refusal

KEYS = st.sampled_from(
    [
        "@type",
        "@value",
        "@graph",
        "properties",
        "claimReviewed",
        "itemReviewed",
        "reviewRating",
        "author",
        "name",
        "url",
        "datePublished",
        "appearance",
        "alternateName",
        "ratingValue",
        "bestRating",
        "worstRating",
        "dataFeedElement",
        "item",
        "claims",
        "claimReview",
        "text",
        "publisher",
        "site",
        "vclaim",
        "vclaim_id",
        "claim",
        "id",
        "rating",
        "review_date",
        "language",
        "odd",
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["ClaimReview", "2020-01-02", "<b>&amp;", "5"])
    | st.text(st.characters(codec=None, exclude_categories=()), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
ROWS = st.dictionaries(KEYS, VALUES, max_size=6)
SOON = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
JSON_FORMS = sorted(name for name, form in FORMATS.items() if isinstance(form, JsonForm))


@pytest.mark.parametrize("form", JSON_FORMS)
@SOON
@given(st.lists(ROWS, min_size=2, max_size=4))
def test_any_row_is_record_or_refusal(form: str, tmp_path: Path, rows: list[dict[str, object]]) -> None:
    """No row of any JSON form raises; each that is no withdrawn element of a feed gives something storable."""
    path = tmp_path / "any.ndjson"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    found = list(open_records(path, format=form))
    assert form == "datafeed" or len({row.line for row in found}) == len(rows)
    for row in found:
        assert isinstance(row, (ImportedRow, Refusal))
        row.raw.encode("utf-8")
        if isinstance(row, ImportedRow):
            assert row.record.claim and row.record.source_id
            str(row.record).encode("utf-8")


@SOON
@given(st.lists(st.tuples(st.text("ab\"',;\n\r é=", max_size=12), st.text('xy"\n,', max_size=8)), max_size=6))
def test_well_formed_csv_is_read_as_written(cells: list[tuple[str, str]]) -> None:
    """What the csv module writes with quotes comes back cell by cell."""
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(cells)
    lines = io.StringIO(file.getvalue(), newline="\n")
    filled = [list(row) for row in cells if any(cell.strip() for cell in row)]
    assert [row.cells for row in CsvRows(iter(lines), ",")] == filled


@SOON
@given(st.lists(st.text('ab",\r', max_size=10).map(lambda line: line + "\n"), max_size=12))
def test_any_lines_are_parted(lines: list[str]) -> None:
    """Whatever the quotes, every line that is not blank is within one row, in order, and nothing raises."""
    rows = list(CsvRows(iter(lines), ","))
    assert [row.line for row in rows] == sorted({row.line for row in rows})
    kept = "".join(row.raw.replace("\r", "") + "\n" for row in rows)
    blank = {"", ","}
    wanted = [line.replace("\r", "") for line in lines if line.replace("\r", "").strip().strip(',"') not in blank]
    assert all(line in kept for line in wanted)


@given(st.text(), st.text(), st.text())
def test_made_id_tells_its_parts_apart(url: str, claim: str, publisher: str) -> None:
    """A made id is stable, and moving words between address, claim and publisher makes another."""
    assert made_id(url, claim, publisher) == made_id(url, claim, publisher)
    assert made_id(url + "x", claim, publisher) != made_id(url, "x" + claim, publisher)


def test_made_id_never_changes() -> None:
    """The id of a row is the same on every machine and in every version, or importing again would double records."""
    assert made_id("https://example.org/1", "The lake froze.", "Harbour Check") == "cr-3710f784512b3f7e"
