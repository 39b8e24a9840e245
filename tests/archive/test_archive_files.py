"""Every form and each kind of dirt: files of our own making in tests/data/archive, expected records beside them."""

import json
from pathlib import Path

import pytest

from factcheck_tui.archive import FORMATS, find_sources, open_records
from factcheck_tui.errors import ReadError
from factcheck_tui.model import ImportedRow

FOLDER = Path(__file__).resolve().parent.parent / "data" / "archive"
FIELDS = (  # source_id is added where it is the source's own
    "claim",
    "title",
    "body",
    "claimant",
    "claim_date",
    "rating",
    "verdict",
    "publisher",
    "review_date",
    "url",
    "language",
)


def files() -> list[Path]:
    """The files to read: neither the expectations nor git's own."""
    return [path for path in sorted(FOLDER.iterdir()) if path.name[0] != "." and not path.match("*.expected.json")]


def summary(path: Path) -> dict[str, object]:
    """What all sources at a path give, without what is empty and without made ids; and how the reading broke off."""
    records, refusals, formats, stopped = [], [], [], []
    for source in find_sources(path):
        reader = open_records(source)
        formats.append(reader.format)
        try:
            for row in reader:
                if isinstance(row, ImportedRow):
                    values = {name: getattr(row.record, name) for name in FIELDS if getattr(row.record, name)}
                    own = {} if row.record.source_id.startswith("cr-") else {"source_id": row.record.source_id}
                    records.append({"line": row.line, **own, **values})
                else:
                    refusals.append({"line": row.line, "reason": row.reason})
        except ReadError as error:
            stopped.append(str(error).removeprefix(str(path)).strip())
    found = {"format": " ".join(formats), "records": records, "refusals": refusals}
    return found | ({"stopped": stopped} if stopped else {})


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_file_gives_the_expected_records(path: Path) -> None:
    """Each file is known by its content and gives the records, lines and refusals written down beside it."""
    expected = json.loads(path.with_name(path.name + ".expected.json").read_text("utf-8"))
    assert summary(path) == expected


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_file_is_known_whatever_its_name(path: Path, tmp_path: Path) -> None:
    """The form is told from the content: under a name that says nothing the same comes out."""
    renamed = tmp_path / "records"
    renamed.write_bytes(path.read_bytes())
    assert summary(renamed) == summary(path)


def test_every_form_has_a_file() -> None:
    """No form is without a file that shows it."""
    assert {form for path in files() for form in str(summary(path)["format"]).split()} == set(FORMATS)
