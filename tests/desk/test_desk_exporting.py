"""What leaves the desk: files with what belongs beside them, what is pasted, and what must stay."""

import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from factories import contents, make_article, make_evidence, make_record, write_records

from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import FactcheckError, NotFoundError, OutputError, StoreError
from factcheck_tui.export import FORMATS, Options
from factcheck_tui.model import MatchDecision, SourceKind, Verdict
from factcheck_tui.store import database

TEXT = "The tower of Grey Point\n\nThe tower was built in 1871. It is 30 metres tall.\n"


@pytest.fixture
def worked_on(desk: Desk, tmp_path: Path) -> Desk:
    """An article with a disputed claim on two sources, one of them confidential, and a linked record."""
    desk.import_records(
        write_records(tmp_path / "a.ndjson", [make_record("The tower was built in 1872", source_id="a")])
    )
    article, _ = desk.add(make_article(TEXT))
    claim_id = desk.claims(article.id)[1].claim.id
    desk.match(claim_id)
    desk.add_evidence(make_evidence(claim_id, title="Register of towers", kind=SourceKind.PRIMARY))
    desk.add_evidence(make_evidence(claim_id, title="Mrs Hale by telephone", confidential=True))
    desk.suggest_wording(claim_id, "The tower was built in 1872.")
    desk.decide_match(claim_id, desk.find_record("a").id, MatchDecision.LINKED)
    desk.mark([claim_id], Verdict.DISPUTED)
    return desk


def told(content: bytes, form: str) -> str:
    return (
        zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode() if form == "docx" else content.decode()
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_confidential_source_stays_at_the_desk(worked_on: Desk, form: str) -> None:
    """In no form is it named, not even by the history, unless it is asked for; then every form with sources has it."""
    assert "Hale" not in told(worked_on.export_bytes(Filter(), form)[1], form)
    asked = told(worked_on.export_bytes(Filter(with_confidential=True), form)[1], form)
    assert ("Mrs Hale by telephone" in asked) == (form not in ("claimreview", "datafeed"))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_desk_exports_the_same_bytes(worked_on: Desk, form: str) -> None:
    """Twice, and from a copy of the desk."""
    first = worked_on.export_bytes(Filter(), form)[1]
    worked_on.backup(worked_on.path.with_name("copy.db"))
    with Desk.open(worked_on.path.with_name("copy.db"), "Ben") as copy:
        assert copy.export_bytes(Filter(), form)[1] == worked_on.export_bytes(Filter(), form)[1] == first


def test_a_sheet_comes_with_its_sources_beside_it(worked_on: Desk, tmp_path: Path) -> None:
    """Two files, or none: where either stands already nothing is written without force."""
    report = worked_on.export(Filter(), tmp_path / "list.csv", "csv")
    assert report.companions == (str(tmp_path / "list.evidence.csv"),)
    assert "Register of towers" in (tmp_path / "list.evidence.csv").read_text()
    (tmp_path / "list.csv").unlink()
    (tmp_path / "list.evidence.csv").write_text("kept")
    with pytest.raises(OutputError, match=r"list\.evidence\.csv is there already"):
        worked_on.export(Filter(), tmp_path / "list.csv", "csv")
    assert not (tmp_path / "list.csv").exists()
    (tmp_path / "list.evidence.csv").unlink()
    (tmp_path / "list.csv").write_text("kept")
    with pytest.raises(OutputError, match=r"list\.csv is there already"):
        worked_on.export(Filter(), tmp_path / "list.csv", "csv")
    assert not (tmp_path / "list.evidence.csv").exists()
    assert len(contents(worked_on.path)["export_log"]) == 1


def test_what_is_missing_is_reported(worked_on: Desk, tmp_path: Path) -> None:
    """The report names each claim with what its review lacks."""
    report = worked_on.export(Filter(), tmp_path / "a.jsonld", "claimreview", options=Options(publisher="Desk"))
    assert [re.sub(r" \(.*?\)", "", remark) for remark in report.remarks] == [
        "claim 2 of The tower of Grey Point has no url, no itemReviewed.author, no itemReviewed.datePublished, "
        "no itemReviewed.appearance",
        "2 pending claims are left out: nothing is decided",
    ]


def test_what_is_pasted(worked_on: Desk) -> None:
    """One line for a chat, the memo for a mail, the JSON-LD element for a CMS; a pending claim has no finding."""
    pending, disputed, _ = (status.claim.id for status in worked_on.claims(1))
    line = worked_on.claim_line(disputed)
    assert line.startswith("“The tower was built in 1871.” — disputed (Ada, 2025-05-01)")
    assert "should be: The tower was built in 1872." in line and "The tower was built in 1872" in line
    assert worked_on.memo(1) == worked_on.export_bytes(Filter(articles=(1,)), "markdown")[1].decode()
    tag = worked_on.script_tag(disputed, Options(site="https://example.org/checks"))
    review = json.loads(tag.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n"))
    assert (review["claimReviewed"], review["url"]) == (
        "The tower was built in 1871.", f"https://example.org/checks#claim-{disputed}",
    )  # fmt: skip
    with pytest.raises(FactcheckError, match="pending"):
        worked_on.script_tag(pending)
    with pytest.raises(NotFoundError):
        worked_on.claim_line(99)
    assert len(contents(worked_on.path)["export_log"]) == 1  # the memo's; a paste is no file


def test_an_export_that_cannot_be_logged_says_that_it_is_written(
    worked_on: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list went out: it is not said that nothing was changed."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(worked_on.path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"list\.csv is written, but .* could not be logged\. Another program"):
            worked_on.export(Filter(), tmp_path / "list.csv", "csv")
    assert (tmp_path / "list.csv").exists()
