"""Verdict lists rendered: right rows and columns, same bytes each time, hostile text harmless in every form."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verdict_lists import ANY, HOSTILE, LINK, LIST, RECORD, ROWS, listed, row

from factcheck_tui.errors import OutputError
from factcheck_tui.export import FORMATS, Options, companions, format_of, render
from factcheck_tui.export.columns import COLUMNS
from factcheck_tui.model import VerdictList


def cells(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("form", FORMATS)
def test_same_list_gives_same_bytes(form: str) -> None:
    """Exports can be compared and signed: nothing of the moment is in them."""
    assert render(LIST, form) == render(LIST, form)


@pytest.mark.parametrize("form", FORMATS)
def test_empty_list_is_rendered(form: str) -> None:
    """A list without rows is valid in every form."""
    content = render(VerdictList(title="", rows=()), form)
    assert content == b"" if form == "ndjson" else content


def test_csv_holds_every_column() -> None:
    """One line a claim in reading order, with its linked record beside it."""
    lines = cells(render(LIST, "csv"))
    assert [line["number"] for line in lines] == ["1", "2", "3"]
    assert list(lines[0]) == [column.name for column in COLUMNS]
    assert lines[0] == {
        "number": "1",
        "article": "Bridge opens",
        "line": "2",
        "place": "",
        "kind": "statement",
        "nature": "statistic",
        "claim": "The bridge is 900 metres long.",
        "claimant": "Ana Lopes",
        "reported_by": "Harbour Post",
        "verdict": "disputed",
        "suggested_wording": "The bridge is 620 metres long.",
        "sources": "Survey of bridges https://example.org/survey | The builder",
        "source_kinds": "primary | secondary",
        "locators": "p. 4 | ",
        "note": "measured",
        "record_publisher": "Harbour Check",
        "record_rating": "True",
        "record_url": "https://example.org/checks/9",
        "record_date": "2021-03-04",
        "record_claim": "The bridge is 620 metres long.",
        "score": "87",
        "differences": "900 ≠ 620",
        "checker": "kim",
        "decided_at": "2024-05-01T09:00:00.000Z",
        "tags": "bridges, numbers",
        "flagged": "",
        "article_id": "3",
        "claim_id": "11",
        "record_id": "r-9",
    }


def test_csv_for_excel() -> None:
    """With ``excel`` the sheet begins with a byte order mark, and only then; lines end as RFC 4180 says."""
    plain = render(LIST, "csv")
    assert render(LIST, "csv", Options(excel=True)) == b"\xef\xbb\xbf" + plain
    assert plain.count(b"\r\n") == len(LIST.rows) + 1


@settings(max_examples=60)
@given(ANY | st.sampled_from(HOSTILE))
def test_no_csv_cell_is_a_formula(text: str) -> None:
    """No cell that a spreadsheet opens starts with a formula sign, and the claim stays readable."""
    hostile = replace(LIST, rows=(replace(row(text), links=(replace(LINK, record=replace(RECORD, claim=text)),)),))
    (line,) = cells(render(hostile, "csv"))
    assert not [cell for cell in line.values() if re.match(r"[\t\r\n]|\s*[=+\-@]", cell)]
    assert len(line) == len(COLUMNS)


@pytest.mark.parametrize("text", ["Plain, with a comma.", 'A "quote".', "two\nlines", "Ünï — ≠ 第二", "1 = 1"])
def test_csv_keeps_harmless_text(text: str) -> None:
    """What is no formula comes back word for word through the csv module."""
    assert cells(render(replace(LIST, rows=(row(text),)), "csv"))[0]["claim"] == text


@settings(max_examples=60)
@given(ANY | st.sampled_from(HOSTILE))
def test_json_keeps_every_character(text: str) -> None:
    """The JSON forms give the claim back word for word, and hold nothing that a terminal obeys."""
    hostile = replace(LIST, title=text, rows=(row(text),))
    for form in ("json", "ndjson"):
        content = render(hostile, form).decode("utf-8")
        parsed = json.loads(content)
        claim = parsed["claims"][0] if form == "json" else parsed
        # the module joins two escaped halves of a pair, as JSON wants it
        assert claim["text"] == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", content)


def test_json_holds_everything() -> None:
    """Ids, offsets, verdict, links with score and differences, the best match and the whole history are there."""
    whole = json.loads(render(LIST, "json"))
    assert (whole["format"], whole["version"]) == ("factcheck-tui verdict list", 1)
    assert whole["counts"] == {"confirmed": 1, "disputed": 1, "pending": 1}
    assert [article["id"] for article in whole["articles"]] == [3]
    claim = whole["claims"][0]
    assert (claim["id"], claim["article_id"], claim["start"], claim["end"], claim["line"]) == (11, 3, 14, 44, 2)
    assert (claim["verdict"], claim["checker"], claim["note"]) == ("disputed", "kim", "measured")
    (link,) = claim["links"]
    assert (link["record"], link["score"], link["rating"], link["url"]) == ("r-9", 87, "True", RECORD.url)
    assert link["differences"] == [{"kind": "number", "claim": "900", "record": "620"}]
    assert link["why"] == {"shared words": 2.5}
    assert claim["best_match"] == link
    assert [decision["new"] for decision in claim["history"]] == ["disputed"]


def test_ndjson_has_the_claims_of_json() -> None:
    """Each line is a claim as the JSON form has it, with its article beside it."""
    whole = json.loads(render(LIST, "json"))
    lines = [json.loads(line) for line in render(LIST, "ndjson").decode().splitlines()]
    assert lines[0]["article"] == whole["articles"][0]
    assert [line.pop("article")["id"] for line in lines] == [3, 3, 3]
    assert {(line.pop("format"), line.pop("version")) for line in lines} == {("factcheck-tui verdict list", 1)}
    assert lines == whole["claims"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("b.JSON", "json"),
        ("c.jsonl", "ndjson"),
        ("d.2026.ndjson", "ndjson"),
        ("e.md", "markdown"),
        ("x/y.markdown", "markdown"),
        ("f.HTM", "html"),
        ("g.docx", "docx"),
        ("h.jsonld", "claimreview"),
        ("i.datafeed.json", "datafeed"),
    ],
)
def test_a_file_name_tells_the_format(name: str, form: str) -> None:
    """By its suffix, in any case."""
    assert format_of(name) == form


@pytest.mark.parametrize("name", ["list", "list.odt", ".csv"])
def test_a_name_that_tells_no_format_is_refused(name: str) -> None:
    """With the list of those there are."""
    with pytest.raises(OutputError, match=r"csv.*json.*ndjson.*markdown.*html.*docx.*claimreview.*datafeed"):
        format_of(name)


def test_an_unknown_format_is_refused() -> None:
    """A format that was named wrongly is never guessed."""
    with pytest.raises(OutputError, match="csv, json, ndjson, markdown, html, docx, claimreview, datafeed"):
        render(LIST, "xml")


def test_the_time_of_the_export_is_in_it_only_when_asked_for() -> None:
    """The forms that a person reads or a script keeps say it; the others have no place for it."""
    stamp = Options(stamp="2026-11-22T09:30:00.000Z")
    for form in ("json", "markdown", "html"):
        assert b"2026-11-22T09:30:00.000Z" in render(LIST, form, stamp)
        assert b"2026-11-22" not in render(LIST, form)


def test_sources_have_a_sheet_of_their_own() -> None:
    """Beside the CSV: a source a line, with the claim that it is about; no file where there is none."""
    ((name, content),) = companions(LIST, "csv").items()
    assert name == ".evidence.csv"
    assert cells(content)[0] == {
        "article": "Bridge opens",
        "number": "1",
        "claim": "The bridge is 900 metres long.",
        "verdict": "disputed",
        "stance": "against",
        "kind": "primary",
        "title": "Survey of bridges",
        "url": "https://example.org/survey",
        "locator": "p. 4",
        "quotation": "620 m",
        "confidential": "",
        "checker": "kim",
        "at": "2024-05-01T08:59:00.000Z",
        "claim_id": "11",
    }
    assert [cell["number"] for cell in cells(content)] == ["1", "1"]
    assert companions(listed(ROWS[1:]), "csv") == companions(LIST, "json") == {}
