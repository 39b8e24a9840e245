"""The Word file: the memo and the table as an editor's Word reads them, the same bytes each time."""

import io
import sys
import time
import zipfile

import docx
import pytest
from verdict_lists import LIST

from factcheck_tui.errors import OutputError
from factcheck_tui.export import preview, render


def test_the_memo_and_the_table_are_in_it() -> None:
    """Title, counts, disputed first with was and should be, then a row for each claim."""
    document = docx.Document(io.BytesIO(render(LIST, "docx")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[:3] == ["Bridge opens", "3 claims: 1 disputed, 1 pending, 1 confirmed", "Disputed (1)"]
    assert lines[3] == (
        "1  was: The bridge is 900 metres long. → should be: The bridge is 620 metres long. — Ana Lopes — measured"
        " — source: Survey of bridges, https://example.org/survey, p. 4 (primary, against)"
        " — source: The builder (secondary, context)"
        " — prior record: Harbour Check, True, 2021-03-04, https://example.org/checks/9 (differs: 900 ≠ 620)"
    )
    (table,) = document.tables
    assert [[cell.text for cell in row.cells][:4] for row in table.rows] == [
        ["No.", "Claim", "Verdict", "Should be"],
        ["1", "The bridge is 900 metres long. — Ana Lopes", "✗ disputed", "The bridge is 620 metres long."],
        ["2", "It cost nothing. — Ana Lopes", "· pending", ""],
        ["3", "It is red. — Ana Lopes", "✓ confirmed", ""],
    ]


def test_nothing_of_the_moment_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the parts' times nor the document's: a day later the bytes are the same."""
    before = render(LIST, "docx")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    assert render(LIST, "docx") == before
    parts = zipfile.ZipFile(io.BytesIO(before)).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2000-01-01" in zipfile.ZipFile(io.BytesIO(before)).read("docProps/core.xml")


def test_the_preview_is_what_an_editor_reads() -> None:
    """Bytes of a packed file tell nothing: the memo's lines are shown."""
    assert preview(LIST, "docx").splitlines()[1] == "3 claims: 1 disputed, 1 pending, 1 confirmed"
    assert "was: The bridge is 900 metres long." in preview(LIST, "docx")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word files are an extra; the other forms need nothing."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(OutputError, match=r"pip install 'factcheck-tui\[docx\]'"):
        render(LIST, "docx")
