"""Verdict lists out: which rows a filter chooses, what stands in them, and the log of what left the desk."""

import hashlib
import json
from pathlib import Path

import pytest
from factories import contents, make_article, make_desk, make_record, write_records

from factcheck_tui import export
from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import NotFoundError, OutputError
from factcheck_tui.model import Evidence, MatchDecision, SourceKind, Verdict

TEXT = "The tower of Grey Point\n\nThe tower was built in 1871. It is 30 metres tall. It has 204 steps.\n"
OTHER = "The bridge of Grey Point\n\nThe bridge was opened in 1902. It is 80 metres long.\n"


@pytest.fixture
def worked_on(desk: Desk, path: Path) -> Desk:
    """Two articles; Ada (1 May) and Ben (3 May) have marked one claim each of the first, Ben one of the second."""
    for text in (TEXT, OTHER):
        desk.add(make_article(text))
    first, second = ([status.claim.id for status in desk.claims(number)] for number in (1, 2))
    desk.mark([first[1]], Verdict.CONFIRMED)
    with make_desk(path, "Ben", start=desk._clock().replace(day=3)) as bens:
        bens.mark([first[2]], Verdict.DISPUTED)
        bens.mark([second[1]], Verdict.CONFIRMED)
    return desk


def chosen(desk: Desk, **fields: object) -> list[str]:
    return [row.status.claim.text for row in desk.verdict_list(Filter(**fields)).rows]  # type: ignore[arg-type]


BUILT, TALL, OPENED = "The tower was built in 1871.", "It is 30 metres tall.", "The bridge was opened in 1902."


@pytest.mark.parametrize(
    ("fields", "claims"),
    [
        ({"verdicts": (Verdict.CONFIRMED,)}, [BUILT, OPENED]),
        ({"verdicts": (Verdict.CONFIRMED, Verdict.DISPUTED)}, [BUILT, TALL, OPENED]),
        ({"articles": (1,), "verdicts": (Verdict.CONFIRMED,)}, [BUILT]),
        ({"checker": "Ben"}, [TALL, OPENED]),
        ({"since": "2025-05-02"}, [TALL, OPENED]),
        ({"since": "2025-05-03", "until": "2025-05-03"}, [TALL, OPENED]),
        ({"until": "2025-05-02"}, [BUILT]),
        ({"since": "2025-05-04"}, []),
        ({"checker": "Ada", "verdicts": (Verdict.DISPUTED,)}, []),
    ],
)
def test_a_filter_chooses_rows(worked_on: Desk, fields: dict[str, object], claims: list[str]) -> None:
    """By article, verdict, checker and day, together; in reading order."""
    assert chosen(worked_on, **fields) == claims


def test_tags_choose_rows(worked_on: Desk) -> None:
    """Claims with any of the tags."""
    first = [status.claim.id for status in worked_on.claims(1)]
    worked_on.tag([first[1]], add=["age"])
    worked_on.tag([first[2]], add=["height", "numbers"])
    assert chosen(worked_on, tags=("age",)) == [BUILT]
    assert chosen(worked_on, tags=("age", "numbers")) == [BUILT, TALL]
    assert chosen(worked_on, tags=("none",)) == []


def test_without_a_filter_every_claim_is_listed(worked_on: Desk) -> None:
    """Pending claims are in by default and counted; what is set aside is not."""
    rows = worked_on.verdict_list(Filter())
    assert [row.status.claim.id for row in rows.rows] == [
        status.claim.id for number in (1, 2) for status in worked_on.claims(number)
    ]
    assert (rows.count(Verdict.CONFIRMED), rows.count(Verdict.DISPUTED)) == (2, 1)
    assert rows.count(Verdict.PENDING) == len(rows.rows) - 3
    assert rows.title == "2 articles"
    assert worked_on.verdict_list(Filter(articles=(2,))).title == "The bridge of Grey Point"


def test_articles_are_listed_in_the_order_asked_for(worked_on: Desk) -> None:
    """A list of named articles keeps the order of their names."""
    assert chosen(worked_on, articles=(2, 1), verdicts=(Verdict.CONFIRMED,)) == [OPENED, BUILT]


def test_an_unknown_article_is_refused(worked_on: Desk) -> None:
    """A list of an article that is not there is no empty list."""
    with pytest.raises(NotFoundError, match="no article 9"):
        worked_on.verdict_list(Filter(articles=(1, 9)))


def test_a_row_holds_its_line_links_best_match_and_history(worked_on: Desk, tmp_path: Path) -> None:
    """What a reader of the list needs to follow it up; a dismissed match is not the best one."""
    records = [
        make_record("The tower was built in 1871", source_id="a"),
        make_record("It was built in 1871", source_id="b"),
    ]
    worked_on.import_records(write_records(tmp_path / "a.ndjson", records))
    claim_id = worked_on.claims(1)[1].claim.id
    best, *others = worked_on.match(claim_id)
    worked_on.decide_match(claim_id, best.record.id, MatchDecision.DISMISSED)
    worked_on.decide_match(claim_id, others[0].record.id, MatchDecision.LINKED)
    row = worked_on.verdict_list(Filter(articles=(1,))).rows[1]
    assert (row.status.claim.text, row.line, row.article.text) == (BUILT, 3, "")
    assert [match.record.id for match in row.links] == [others[0].record.id]
    assert row.best is not None
    assert row.best.record.id == others[0].record.id
    assert list(row.history) == worked_on.claim_history(claim_id)


def test_a_list_without_histories_gives_the_same_bytes(worked_on: Desk, tmp_path: Path) -> None:
    """What a form does not write is not read for it: of a large desk that is nearly all of the time and memory."""
    records = [make_record("The tower was built in 1871"), make_record("It is 30 metres tall")]
    worked_on.import_records(write_records(tmp_path / "a.ndjson", records))
    first, *others = [status.claim.id for status in worked_on.claims(1)]
    for claim_id, match in [(each, match) for each in others for match in worked_on.match(each)]:
        worked_on.decide_match(claim_id, match.record.id, MatchDecision.LINKED)
    worked_on.add_evidence(Evidence(claim_id=first, title="The register", kind=SourceKind.PRIMARY))
    whole, lean = worked_on.verdict_list(Filter()), worked_on.verdict_list(Filter(), whole=False)
    assert any(row.links for row in lean.rows)
    assert any(row.history for row in whole.rows)
    for format, writer in export.FORMATS.items():
        assert (export.render(whole, format) == export.render(lean, format)) is (writer.pieces is None), format
        assert worked_on.export_bytes(Filter(), format)[1] == export.render(whole, format)
        assert export.companions(whole, format) == export.companions(lean, format)
        assert export.remarks(whole, format) == export.remarks(lean, format)


@pytest.mark.parametrize("format", ["csv", "json", "markdown"])
def test_an_export_is_logged_with_its_digest(worked_on: Desk, tmp_path: Path, format: str) -> None:
    """A list on paper can be traced: the log holds the file, the filter, the rows and the sha256 of the bytes."""
    target = tmp_path / "list.out"
    report = worked_on.export(Filter(articles=(1,), verdicts=(Verdict.CONFIRMED,)), target, format)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    assert (report.path, report.rows, report.sha256) == (str(target), 1, digest)
    assert report.counts == {Verdict.CONFIRMED: 1, Verdict.DISPUTED: 0, Verdict.PENDING: 0}
    (row,) = contents(worked_on.path)["export_log"]
    assert (row[1], row[2], json.loads(row[3]), *row[4:7]) == (
        str(target), format, {"articles": [1], "verdicts": ["confirmed"]}, 1, digest, "Ada",
    )  # fmt: skip


def test_an_export_to_standard_output_is_logged_too(worked_on: Desk) -> None:
    """What goes to a pipe has left the desk as well."""
    report, content = worked_on.export_bytes(Filter(), "csv")
    assert report.sha256 == hashlib.sha256(content).hexdigest()
    assert [row[1] for row in contents(worked_on.path)["export_log"]] == ["-"]
    assert worked_on.export_bytes(Filter(), "csv")[1] == content


def test_an_export_that_fails_is_not_logged(worked_on: Desk, tmp_path: Path) -> None:
    """An existing file, a missing folder, an unknown format: nothing is written and nothing logged."""
    (tmp_path / "there.csv").write_text("words")
    for name, format in (("there.csv", "csv"), ("missing/a.csv", "csv"), ("a.csv", "papyrus")):
        with pytest.raises(OutputError):
            worked_on.export(Filter(), tmp_path / name, format)
    assert (tmp_path / "there.csv").read_text() == "words"
    assert not (tmp_path / "a.csv").exists()
    assert contents(worked_on.path)["export_log"] == []
    worked_on.export(Filter(), tmp_path / "there.csv", "csv", force=True)
    assert (tmp_path / "there.csv").read_text() != "words"
