"""`import`, `match` and `compare`: prior records in, and looking for them."""

import json
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from command_line import Run, environment

MATCH_KEYS = [
    *("record", "score", "band", "claim", "rating", "verdict", "publisher", "review_date", "url"),
    *("differences", "why"),
]
WALL = "The Great Wall of China can be seen from the Moon."


def test_import_reports_and_is_idempotent(run: Run, sample: Path) -> None:
    """Read, added, updated, unchanged, refused; the same file again changes nothing."""
    [first] = run("import", sample / "archive.ndjson", "--json").objects
    counts = ("read", "added", "updated", "unchanged", "refused")
    assert [first[name] for name in counts] == [328, 328, 0, 0, 0]
    assert {"source", "format", "dry_run", "refusals", "unmapped_ratings"} < set(first)
    [again] = run("import", sample / "archive.ndjson", "--json").objects
    assert [again[name] for name in counts] == [328, 0, 0, 328, 0]


def test_one_bad_row_loses_none_of_the_good_ones(run: Run, tmp_path: Path) -> None:
    """A refused row is named with its line and reason, and the status is that of success."""
    rows = [{"id": "a", "claim": "The bridge is 90 metres long.", "rating": "True"}, {"id": "b", "rating": "False"}]
    (tmp_path / "rows.ndjson").write_text("\n".join([json.dumps(rows[0]), "{broken", json.dumps(rows[1])]), "utf-8")
    done = run("import", "rows.ndjson", "--json")
    [report] = done.objects
    assert done.status == 0 and (report["added"], report["refused"]) == (1, 2)
    assert [refusal["line"] for refusal in report["refusals"]] == [2, 3]
    assert "line 2 refused" in run("import", "rows.ndjson").out


def test_a_dry_run_changes_nothing(run: Run, desk: Path, tmp_path: Path) -> None:
    """--dry-run counts as an import would, and writes nothing."""
    (tmp_path / "new.ndjson").write_text(
        json.dumps({"id": "new", "claim": "Snow fell in May.", "rating": "True"}), "utf-8"
    )
    [report] = run("import", "new.ndjson", "--dry-run", "--json").objects
    assert report["dry_run"] and report["added"] == 1
    assert run("check", "--json").objects[0]["prior_records"] == 328


def test_a_sheet_is_read_by_the_map_that_is_given(run: Run, tmp_path: Path) -> None:
    """--map says what a column holds; what is no COLUMN=FIELD is refused in a sentence."""
    (tmp_path / "sheet.csv").write_text("what was said,our finding\r\nThe river rose 3 metres.,False\r\n", "utf-8")
    done = run("import", "sheet.csv", "--map", "what was said=claim", "--map", "our finding=rating", "--json")
    assert done.objects[0]["added"] == 1
    assert run("match", "The river rose 3 metres.", "--json").objects[0]["matches"][0]["rating"] == "False"
    refused = run("import", "sheet.csv", "--map", "nonsense")
    assert refused.status == 1 and len(refused.err.splitlines()) == 1


def test_match_prints_one_object_for_each_text(run: Run, desk: Path) -> None:
    """In the shape of the machine interface; `record` is the id of the import; best first, no more than the limit."""
    answers = run("match", WALL, "zxqv", "--limit", "3", "--json").objects
    assert [(answer["id"], answer["text"]) for answer in answers] == [("1", WALL), ("2", "zxqv")]
    matches = answers[0]["matches"]
    assert 1 <= len(matches) <= 3 and answers[1]["matches"] == []
    for match in matches:
        assert list(match) == MATCH_KEYS
        assert 0 <= match["score"] <= 100 and match["record"].startswith("demo-") and isinstance(match["why"], dict)
    assert [match["score"] for match in matches] == sorted((match["score"] for match in matches), reverse=True)
    assert "Wall" in matches[0]["claim"]
    assert all(list(difference) == ["kind", "claim", "record"] for m in matches for difference in m["differences"])


def test_match_reads_queries_and_keeps_their_ids(run: Run, desk: Path, tmp_path: Path) -> None:
    """--input takes NDJSON lines of id and text, of any type of id; a bad line is named."""
    queries = [{"id": 7, "text": WALL}, {"id": "q-8", "text": ""}]
    (tmp_path / "queries.ndjson").write_text("\n".join(map(json.dumps, queries)) + "\n\n", "utf-8")
    answers = run("match", "--input", "queries.ndjson", "--json").objects
    assert [(answer["id"], answer["text"]) for answer in answers] == [(7, WALL), ("q-8", "")]
    assert answers[0]["matches"]
    bad = run("match", "--input", "-", "--json", input=b'{"id": 1}\n')
    assert bad.status == 1 and "line 1" in bad.err and len(bad.err.splitlines()) == 1


def test_match_prints_lines_for_people(run: Run, desk: Path) -> None:
    """Score, rating word for word, publisher and date, and a word where nothing was found."""
    printed = run("match", WALL, "zxqv").out
    assert "(fictional)" in printed and "no prior record found" in printed


def test_compare_says_what_differs(run: Run) -> None:
    """Score, band, differences and the reasons; no desk is needed."""
    [found] = run("compare", "The sea rises by 3 mm a year", "The sea rises by 7 mm a year", "--json").objects
    assert list(found) == ["score", "band", "differences", "why"]
    [difference] = found["differences"]
    assert difference["kind"] == "number" and "3" in difference["claim"] and "7" in difference["record"]
    assert "≠" in run("compare", "The sea rises by 3 mm a year", "The sea rises by 7 mm a year").out


def test_an_interrupted_import_ends_with_130_and_a_whole_desk(run: Run, tmp_path: Path) -> None:
    """SIGINT: one line, status 130; what came in stays whole, and a second run adds the rest."""
    source = tmp_path / "many.ndjson"
    with source.open("w", encoding="utf-8") as file:
        for number in range(60_000):
            file.write(json.dumps({"id": f"r{number}", "claim": f"Bridge {number} is {number} metres long."}) + "\n")
    importing = subprocess.Popen(
        [sys.executable, "-m", "factcheck_tui", "--db", "desk.db", "import", source.name],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a run that was begun with & hands down that it is to be ignored
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    while importing.poll() is None and not _holds_records(tmp_path / "desk.db"):
        time.sleep(0.01)
    importing.send_signal(signal.SIGINT)
    out, err = importing.communicate(timeout=60)
    assert (importing.returncode, err.decode().strip(), out) == (130, "factcheck-tui: interrupted", b"")
    checked = run("check", "--json").objects[0]
    assert checked["problems"] == [] and 0 < checked["prior_records"] < 60_000


def _holds_records(desk: Path) -> bool:
    """Whether an import's first batch is written: its log of writes has grown past the schema's."""
    log = desk.with_name("desk.db-wal")
    return log.exists() and log.stat().st_size > 400_000


def test_aliases_are_added_listed_and_removed(run: Run, desk: Path) -> None:
    """Names that stand for each other in matching; one group a line."""
    assert run("alias", "add", "Grey Point", "Punta Gris").out == "Grey Point = Punta Gris\n"
    [group] = [group for group in run("alias", "--json").objects if "Grey Point" in group["terms"]]
    assert group["terms"] == ["Grey Point", "Punta Gris"]
    assert "Grey Point = Punta Gris\n" in run("alias", "list").out
    assert run("alias", "remove", "Punta Gris").out == "removed\n"
    gone = run("alias", "remove", "Punta Gris")
    assert (gone.status, gone.err) == (
        1,
        "factcheck-tui: “Punta Gris” is no alias in this desk; `alias list` prints them all.\n",
    )


def test_the_history_tells_what_ratings_and_names_were_made_to_stand_for(run: Run, desk: Path) -> None:
    """Who, when, from what to what, lately of all; in JSON without an article and a claim. A command is one step."""
    run("alias", "add", "Grey Point", "Punta Gris")
    assert run("alias", "remove", "Grey Point", "Punta Gris").out == "removed\n"
    run("ratings", "set", "Soaked", "Drenched", "disputed")
    *_, first, last = run("history").out.splitlines()
    assert first.endswith("  Ada  the whole desk  “soaked” stands for nothing → disputed")
    assert last.endswith("  Ada  the whole desk  “drenched” stands for nothing → disputed")
    lines = run("history", "--json").objects
    assert [(line["article"], line["claim"], line["aspect"]) for line in lines] == [
        *[(None, None, "alias")] * 4,
        *[(None, None, "rating")] * 2,
    ]
    assert len({line["step"] for line in lines}) == 3
    assert "whole desk" not in run("history", "1").out


def test_search_prints_the_records_that_words_and_conditions_choose(run: Run, desk: Path) -> None:
    """The language of the archive's line, from a script; the last word is whole."""
    found = run("search", "wall", "rating:false", "--json").objects
    assert found
    assert all("false" in record["rating"].lower() for record in found)
    assert run("search", "wall -wall", "--json").objects == []
    assert run("search", "wall", "-wall", "--json").objects == []
    assert run("search", "-zeppelin", "--json", "wall").objects == run("search", "wall", "--json").objects
    assert run("search", "--json", "--", "wall", "-wall").objects == []
    assert "No such option" in run("search", "wall", "--josn").err
    amiss = run("search", "wall", "after:never")
    assert amiss.out == run("search", "wall").out
    assert amiss.err.startswith("“after:never” is no condition; known are rating:, publisher:")
    assert len(run("search", "wall").out.splitlines()) == len(run("search", "wall", "--json").objects)


def test_compare_tells_where_both_sides_differ(run: Run) -> None:
    """The words of a difference are cut out of the texts by its offsets; what one side does not say has none."""
    texts = ("Prices did not rise 3 percent.", "Last year prices rose by 4%.")
    [compared] = run("compare", *texts, "--json").objects
    assert {difference["kind"] for difference in compared["differences"]} == {"number", "negation"}
    for difference in compared["differences"]:
        for side, text in zip(("claim", "record"), texts, strict=True):
            span = difference[f"{side}_span"]
            assert difference[side] == (text[slice(*span)] if span else "")


def test_a_text_without_a_word_is_too_little(run: Run, desk: Path) -> None:
    """Said as such, and not as if nothing had been found."""
    assert run("match", "?!").out == "?!\n  too little to match on\n"


def test_compare_knows_the_names_of_the_desk(run: Run, desk: Path) -> None:
    """As matching does; without a desk both texts are read as they stand."""
    told = run("compare", "ISIL lost the town", "Daesh lost the town").out
    assert told.startswith("100 strong") and "names: ISIL = Daesh" in told
