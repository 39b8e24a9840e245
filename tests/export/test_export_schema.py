"""The JSON forms are what their schema says, and the schema says all that they hold."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from test_export_hostile import hostile
from verdict_lists import ANY, HOSTILE, LIST

from factcheck_tui.export import Options, render
from factcheck_tui.model import VerdictList

SCHEMA = json.loads(files("factcheck_tui.export").joinpath("schema.json").read_text(encoding="utf-8"))
WHOLE = Draft202012Validator(SCHEMA)
LINE = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/line"})


def errors(validator: Draft202012Validator, value: object) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]


def test_the_schema_is_one() -> None:
    """A schema with a slip in it would let everything through."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("rows", [LIST, VerdictList(title="", rows=())])
def test_json_is_what_the_schema_says(rows: VerdictList) -> None:
    """The list with everything in it, an empty one, and one with the time of its export."""
    for options in (Options(), Options(stamp="2026-11-22T09:30:00.000Z")):
        assert errors(WHOLE, json.loads(render(rows, "json", options))) == []


def test_each_line_is_what_the_schema_says() -> None:
    """NDJSON: the first line of an article holds its text, the others do not."""
    lines = [json.loads(line) for line in render(LIST, "ndjson").splitlines()]
    assert [errors(LINE, line) for line in lines] == [[]] * len(LIST.rows)
    assert ["text" in line["article"] for line in lines] == [True, False, False]


@settings(max_examples=30)
@given(ANY | st.sampled_from(HOSTILE))
def test_any_text_keeps_to_the_schema(text: str) -> None:
    """Whatever the fields hold."""
    assert errors(WHOLE, json.loads(render(hostile(text), "json"))) == []


def test_a_key_that_the_schema_does_not_know_is_found() -> None:
    """The check would notice a key that was added, left out or misspelt."""
    whole = json.loads(render(LIST, "json"))
    for path in (("claims", 0), ("claims", 0, "links", 0), ("claims", 0, "history", 0), ("articles", 0)):
        node = whole
        for step in path:
            node = node[step]
        node["surprise"] = 1
        assert errors(WHOLE, whole) != []
        del node["surprise"]
    del whole["claims"][0]["start"]
    assert errors(WHOLE, whole) != []
