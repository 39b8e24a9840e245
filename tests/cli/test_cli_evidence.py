"""`evidence` and `wording`: what verdicts rest on, from a script."""

import json
from pathlib import Path

from command_line import Run

from factcheck_tui.cli.evidence_commands import KINDS, STANCES
from factcheck_tui.model import SourceKind, Stance

KEYS = ["id", "article", "claim", "number", "kind", "title", "url", "locator", "quotation", "stance", "confidential"]


def test_sources_are_added_listed_changed_and_removed(run: Run, desk: Path) -> None:
    """Every field can be given; what is not given stays as it is; claims tell how many sources they rest on."""
    fields = {"title": "Harbour log", "url": "https://example.org/log", "locator": "p. 3", "quotation": "“41 m”"}
    options = [word for name, value in fields.items() for word in (f"--{name}", value)]
    [added] = run("evidence", "add", "1", "4", *options, "--kind", "primary", "--stance", "against", "--json").objects
    assert list(added) == [*KEYS, "checker", "at"]
    assert {name: added[name] for name in fields} == fields
    assert (added["number"], added["kind"], added["stance"], added["checker"]) == (4, "primary", "against", "Ada")
    run("evidence", "add", "1", "2", "--title", "A letter", "--confidential")
    assert [source["title"] for source in run("evidence", "list", "1", "--json").objects] == [
        "A letter",
        "Harbour log",
    ]
    assert run("evidence", "list", "1", "2").out == "   2  claim 2  secondary, for, confidential: A letter\n"
    [changed] = run("evidence", "change", "2", "--kind", "primary", "--open", "--json").objects
    assert (changed["title"], changed["kind"], changed["confidential"]) == ("A letter", "primary", False)
    claims = {claim["number"]: claim for claim in run("claims", "1", "--json").objects}
    assert (claims[4]["sources"], claims[4]["primary_sources"], claims[5]["sources"]) == (1, 1, 0)
    assert run("evidence", "remove", "2", "--json").objects == [{"id": 2, "removed": True}]
    assert run("evidence", "list", "1", "2").out == "No source has been added yet.\n"
    assert "evidence removed  A letter" in run("history", "1", "2").out


def test_the_choices_are_those_of_the_model() -> None:
    """The command line offers every kind and stance that there is."""
    assert (list(KINDS), list(STANCES)) == ([*SourceKind], [*Stance])


def test_sources_that_cannot_be_are_refused(run: Run, desk: Path) -> None:
    """Without a name, of a claim that is not there, or removed already: one sentence, and nothing is kept."""
    for arguments in (["add", "1", "4", "--quotation", "x"], ["add", "1", "99", "--title", "x"], ["remove", "7"]):
        refused = run("evidence", *arguments)
        assert refused.status == 1
        assert len(refused.err.splitlines()) == 1
    assert run("evidence", "add", "1", "4", "--title", "x", "--kind", "tertiary").status == 2
    assert run("evidence", "list", "1", "--json").out == ""


def test_confidential_sources_are_exported_only_when_asked_for(run: Run, desk: Path) -> None:
    """--with-confidential is the one way; no form names such a source without it, not even in its history."""
    run("evidence", "add", "1", "4", "--title", "Mrs Hale by telephone", "--confidential")
    for form in ("csv", "json", "ndjson", "markdown"):
        assert "Hale" not in run("export", "1", "--format", form).out
    assert run("export", "1", "--with-confidential").status == 0


def test_a_wording_is_suggested_and_taken_away(run: Run, desk: Path) -> None:
    """What the article should say instead, with who suggested it in the history."""
    [claim] = run("wording", "1", "4", "It is 41 metres tall.", "--json").objects
    assert claim["suggested_wording"] == "It is 41 metres tall."
    assert json.loads(run("wording", "1", "4", "", "--json").out)["suggested_wording"] == ""
    assert [line["aspect"] for line in run("history", "1", "4", "--json").objects] == ["wording", "wording"]
