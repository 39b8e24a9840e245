"""`mark`, `link`, `note`, `history` and `export`: deciding from a script, and verdict lists out."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import Run, environment

STATUS_KEYS = ["verdict", "checker", "decided_at", "note", "flagged", "links"]


def test_mark_takes_numbers_ranges_and_all(run: Run, desk: Path) -> None:
    """Numbers, ranges and lists name claims; a verdict is a word or its first letter; who and when is kept."""
    marked = run("mark", "1", "1,3-5", "confirmed", "--json").objects
    assert [claim["number"] for claim in marked] == [1, 3, 4, 5]
    assert all(set(STATUS_KEYS) < set(claim) and claim["checker"] == "Ada" and claim["decided_at"] for claim in marked)
    assert len(run("mark", "1", "all", "d", "--json").objects) == 20
    assert {claim["verdict"] for claim in run("claims", "1", "--json").objects} == {"disputed"}
    assert "claim 2: pending — why" in run("mark", "1", "2", "pending", "--note", "why").out


def test_the_checker_is_named_by_the_command_line_first(run: Run, desk: Path) -> None:
    """--as goes before $FACTCHECK_CHECKER."""
    [claim] = run("--as", "Eve", "mark", "1", "1", "c", "--json").objects
    assert claim["checker"] == "Eve"
    [claim] = run("--as", " Eve ", "mark", "1", "2", "c", "--json").objects
    assert claim["checker"] == "Eve"
    [claim] = run("--as", " ", "mark", "1", "3", "c", "--json").objects
    assert claim["checker"] == "Ada"


def test_the_desk_is_named_by_the_command_line_first(run: Run, desk: Path, tmp_path: Path) -> None:
    """--db goes before $FACTCHECK_DB."""
    assert len(run("articles", "--json").objects) == 1
    (tmp_path / "other.txt").write_text("Other\n\nThe road is 12 km long, the mayor said.\n", "utf-8")
    run("--db", "other.db", "add", "other.txt")
    [article] = run("--db", "other.db", "articles", "--json").objects
    assert article["title"] == "Other"


def test_link_adopt_dismiss_and_remove(run: Run, desk: Path) -> None:
    """A record is named by the id that `match` prints; adopting takes over what its rating stands for."""
    [answer] = run("match", "Britain sends the European Union 350 million pounds a week.", "--json").objects
    record = next(match["record"] for match in answer["matches"] if match["verdict"] == "disputed")
    assert run("link", "1", "17", record, "--json").objects[0]["links"] == 1
    assert run("link", "1", "17", record, "--remove", "--json").objects[0]["links"] == 0
    assert run("link", "1", "17", record, "--dismiss", "--json").objects[0]["links"] == 0
    [adopted] = run("link", "1", "17", record, "--adopt", "--json").objects
    assert (adopted["links"], adopted["verdict"]) == (1, "disputed")
    [row] = [row for row in csv.DictReader(io.StringIO(run("export", "1").out, newline="")) if row["number"] == "17"]
    assert row["record_id"] == record and "(fictional)" in row["record_publisher"]


def test_note_and_history(run: Run, desk: Path) -> None:
    """A note is kept, and taken away by empty words; the history says who decided what, the oldest first."""
    assert run("note", "1", "4", "asked the council", "--json").objects[0]["note"] == "asked the council"
    run("mark", "1", "4", "disputed")
    run("mark", "1", "5", "confirmed")
    run("note", "1", "4", "")
    lines = run("history", "1", "4", "--json").objects
    assert [(line["aspect"], line["old"], line["new"]) for line in lines] == [
        ("note", "", "asked the council"),
        ("verdict", "pending", "disputed"),
        ("note", "asked the council", ""),
    ]
    keys = ["id", "step", "act", "article", "claim", "number", "text", "aspect", "record", "subject", "about"]
    keys += ["old", "new", "checker", "at"]
    assert all(list(line) == keys and line["checker"] == "Ada" and line["number"] == 4 for line in lines)
    assert len(run("history", "1", "--json").objects) == 4
    assert "claim 5  verdict pending → confirmed" in run("history", "1").out
    assert run("history", "--json").objects == run("history", "1", "--json").objects
    assert [line["number"] for line in run("history", "--limit", "2", "--json").objects] == [5, 4]
    assert run("history").out.splitlines()[-1].endswith("article 1, claim 4  note asked the council → none")


def test_the_history_is_by_the_clock_on_the_wall(run: Run, desk: Path) -> None:
    """With its distance from UTC, to the second; a script is given UTC to the millisecond, wherever it runs."""
    run("mark", "1", "4", "disputed")
    [line] = run("history", "--json", TZ="HERE-05:30").objects
    at = datetime.strptime(line["at"], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    assert len(line["at"]) == len("2026-01-02T03:04:05.678Z")
    printed = run("history", "1", TZ="HERE-05:30").out.partition("  Ada  ")[0]
    assert printed.endswith(" +0530")
    assert datetime.strptime(printed, "%Y-%m-%d %H:%M:%S %z") == at.replace(microsecond=0)


def test_export_to_standard_output_and_to_a_file(run: Run, desk: Path, tmp_path: Path) -> None:
    """Without --output the list goes to standard output; the file's ending tells the form; the bytes are the same."""
    run("mark", "1", "1-3", "disputed")
    printed = run("export", "1")
    rows = list(csv.DictReader(io.StringIO(printed.out, newline="")))
    assert len(rows) == 20 and [row["verdict"] for row in rows[:4]] == ["disputed"] * 3 + ["pending"]
    [report] = run("export", "1", "-o", "list.csv", "--json").objects
    written = (tmp_path / "list.csv").read_bytes()
    assert written.decode("utf-8").replace("\r\n", "\n") == printed.out.replace("\r\n", "\n")
    assert report == {
        "path": "list.csv",
        "format": "csv",
        "rows": 20,
        "sha256": hashlib.sha256(written).hexdigest(),
        "confirmed": 0,
        "disputed": 3,
        "pending": 17,
    }
    listed = json.loads(run("export", "1", "--json").out)
    assert [claim["number"] for claim in listed["claims"]] == list(range(1, 21))
    run("export", "--output", "memo.md")
    assert "20 claims: 3 disputed, 17 pending, 0 confirmed" in (tmp_path / "memo.md").read_text("utf-8")
    assert len(run("export", "--format", "ndjson").objects) == 20


def test_export_replaces_a_file_only_when_it_is_told_to(run: Run, desk: Path, tmp_path: Path) -> None:
    """What stands there stays without --force."""
    (tmp_path / "list.csv").write_bytes(b"kept")
    refused = run("export", "-o", "list.csv")
    assert refused.status == 1 and len(refused.err.splitlines()) == 1 and "--force" in refused.err
    assert (tmp_path / "list.csv").read_bytes() == b"kept"
    assert run("export", "-o", "list.csv", "--force", "--excel").status == 0
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,")


def test_export_filters(run: Run, desk: Path) -> None:
    """By verdict, checker and day."""
    run("mark", "1", "1-3", "disputed")
    run("--as", "Eve", "mark", "1", "4-5", "confirmed")

    def numbers(*filters: str) -> list[int]:
        return [claim["number"] for claim in run("export", "--format", "ndjson", *filters).objects]

    assert numbers("--verdict", "disputed") == [1, 2, 3]
    assert numbers("--verdict", "disputed", "--verdict", "confirmed") == [1, 2, 3, 4, 5]
    assert numbers("--checker", "Eve") == [4, 5]
    assert numbers("--since", "2000-01-01", "--until", "9999-12-31") == [1, 2, 3, 4, 5]
    assert numbers("--until", "2000-01-01") == []
    assert run("export", "--since", "yesterday").status == 1


def test_export_for_a_cms_says_what_is_missing(run: Run, desk: Path, tmp_path: Path) -> None:
    """What each review lacks is said on standard error; the settings name site and publisher."""
    run("mark", "1", "3", "disputed")
    printed = run("export", "1", "--format", "claimreview")
    assert len(json.loads(printed.out)) == 1
    assert "claim 3 of Seas rising" in printed.err and "no url (required" in printed.err and printed.status == 0
    (tmp_path / ".config" / "factcheck-tui").mkdir(parents=True)
    (tmp_path / ".config" / "factcheck-tui" / "config.toml").write_text(
        'publisher = "Example Desk"\nsite = "https://example.org/checks"\n'
    )
    (review,) = json.loads(run("export", "1", "--format", "claimreview").out)
    assert (review["author"]["name"], review["url"]) == ("Example Desk", "https://example.org/checks#claim-3")
    [report] = run("export", "1", "-o", "r.jsonld", "--site", "https://example.org/x", "--json").objects
    assert (report["format"], report["rows"]) == ("claimreview", 20)
    assert len(report["missing"]) == 2 and "no author" not in report["missing"][0]
    assert "1 claims written to s.jsonld: 0 confirmed, 1 disputed\n" in run("export", "1", "-o", "s.jsonld").out
    refused = run("export", "1", "--format", "claimreview", "--site", "example.org")
    assert (refused.status, len(refused.err.splitlines())) == (1, 1)


def test_export_writes_every_form(run: Run, desk: Path, tmp_path: Path) -> None:
    """By the ending of the file's name; --article names an article too, and --stamp writes the time into it."""
    run("mark", "1", "3", "disputed")
    for name in ("a.html", "a.docx", "a.datafeed.json", "a.md"):
        assert run("export", "--article", "1", "-o", name).status == 0
        assert (tmp_path / name).stat().st_size > 500
    assert "As of 20" not in (tmp_path / "a.md").read_text("utf-8")
    assert "As of 20" in run("export", "--format", "markdown", "--stamp").out


def test_fail_on_is_for_scripts(run: Run, desk: Path) -> None:
    """Status 3 when a row has the verdict, and the list is written all the same."""
    run("mark", "1", "all", "confirmed")
    assert run("export", "--fail-on", "disputed", "--fail-on", "pending").status == 0
    run("mark", "1", "20", "disputed")
    failed = run("export", "--fail-on", "disputed")
    assert (failed.status, failed.err) == (3, "") and len(failed.out.splitlines()) == 21


@pytest.mark.parametrize("command", [("claims", "1", "--all"), ("export", "--format", "json")])
def test_a_reader_that_has_enough_causes_no_complaint(desk: Path, command: tuple[str, ...]) -> None:
    """`… | head -1` ends quietly."""
    read, write = os.pipe()
    os.close(read)
    program = subprocess.run(
        [sys.executable, "-m", "factcheck_tui", "--db", str(desk), *command],
        env=environment(desk.parent),
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(write)
    assert (program.returncode, program.stderr) == (0, b"")
