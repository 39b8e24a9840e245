"""What is printed where no prior record is likely to be of the same claim, and where there is no word to match."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run
from factories import make_article, near_records, write_records

from factcheck_tui.desk import Desk
from factcheck_tui.model import FOUND, MatchDecision

CLAIM = "The tower is 300 metres tall, the mayor said."


@pytest.fixture
def near_desk(tmp_path: Path) -> Path:
    """One claim, and records of other claims that share a word with it."""
    with Desk.open(tmp_path / "desk.db", "Ada") as ada:
        ada.import_records(write_records(tmp_path / "near.ndjson", near_records()))
        ada.add(make_article(CLAIM))
    return tmp_path


def test_no_prior_record_is_found_among_unlikely_ones(run: Run, near_desk: Path) -> None:
    """Without a terminal the desk says so and lists none; a script is given the nearest ones and the answer."""
    printed = run("open").out
    assert "no prior record found" in printed and "mayor of" not in printed
    [answer] = run("match", CLAIM, "--json").objects
    assert answer["answer"] == "no prior record found"
    assert len(answer["matches"]) > 0 and all(match["score"] < FOUND for match in answer["matches"])
    [other] = run("match", "The mayor of York opened schools in May", "--json").objects
    assert other["answer"] == "found" and other["matches"][0]["score"] >= FOUND
    assert "no prior record found; the nearest:" in run("match", CLAIM).out


def test_a_review_reads_unlikely_records_only_when_asked(run: Run, near_desk: Path) -> None:
    """The answer is read out; `m` reads the records, and they can be linked by their number."""
    heard = run("review", "--plain", input=b"q\n").out
    assert "No prior record found." in heard and "5 below 3 %; m reads them." in heard and "Record 1" not in heard
    asked = run("review", "--plain", input=b"m\nq\n").out
    assert "Record 1" in asked and "Record 5" in asked


def test_an_unlikely_record_is_not_the_best_match_of_an_export(run: Run, near_desk: Path) -> None:
    """Until a checker links it, which is as good as any finding."""
    with Desk.open(near_desk / "desk.db", "Ada") as ada:
        [claim_id] = [status.claim.id for status in ada.claims(1)]
        nearest = ada.match(claim_id)[0].record
    [row] = run("export", "--format", "ndjson").objects
    assert row["best_match"] is None
    with Desk.open(near_desk / "desk.db", "Ada") as ada:
        ada.decide_match(claim_id, nearest.id, MatchDecision.LINKED)
    [row] = run("export", "--format", "ndjson").objects
    assert row["best_match"]["record"] == nearest.source_id
    assert "mayor of" in run("open").out


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "too little to match on"),
        ("?! … — ()", "too little to match on"),
        ("\U0001f389 \U0001f389", "too little to match on"),
        ("zeppelin", "no prior record found"),
        ("to be or not to be", "no prior record found"),
    ],
)
def test_what_is_too_little_to_match_on(run: Run, near_desk: Path, text: str, answer: str) -> None:
    """A text without a letter and a digit; one word, or words that are in every text, are looked for."""
    [told] = run("match", text, "--json").objects
    assert (told["answer"], told["matches"]) == (answer, [])
    assert answer in run("match", text).out


def test_a_search_that_finds_nothing_says_so(run: Run, near_desk: Path) -> None:
    """In words for people; a script reads no line."""
    assert run("search", "zeppelin").out == "no prior record found\n"
    assert run("search", "zeppelin", "--json").out == ""
    assert "mayor of York" in run("search", "York").out
