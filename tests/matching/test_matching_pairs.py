"""The pairs of the demo archive, traps and paraphrases: how many differences are found, how many are false alarms."""

import json
from pathlib import Path

import pytest

from factcheck_tui.matching import compare

Pair = tuple[str, str, str, bool]


@pytest.fixture(scope="module")
def pairs(sample: Path) -> list[Pair]:
    """(kind, one claim, the other claim, whether they are the same claim)."""
    records = (
        json.loads(line) for line in (sample / "archive.ndjson").read_text(encoding="utf-8").split("\n") if line
    )
    claims = {record["id"]: record["claim"] for record in records}
    rows = (json.loads(line) for line in (sample / "pairs.ndjson").read_text(encoding="utf-8").split("\n") if line)
    return [(row["kind"], claims[row["a"]], claims[row["b"]], row["same_claim"]) for row in rows]


@pytest.mark.parametrize(("kind", "least"), [("other number", 0.9), ("negation or direction", 0.65)])
def test_traps_are_marked(pairs: list[Pair], kind: str, least: float) -> None:
    """Same words, another claim: this share of them must show what differs."""
    marked = [bool(compare(one, other).differences) for of, one, other, same in pairs if of == kind and not same]
    assert sum(marked) >= least * len(marked) > 0


def test_paraphrases_raise_few_alarms(pairs: list[Pair]) -> None:
    """The same claim in other words shows no difference, but for one in twenty."""
    marked = [bool(compare(one, other).differences) for _, one, other, same in pairs if same]
    assert sum(marked) <= 0.05 * len(marked)
    assert len(marked) > 40


def test_no_trap_that_is_marked_is_strong(pairs: list[Pair]) -> None:
    """A difference lowers a match out of the strong ones."""
    for _, one, other, same in pairs:
        match = compare(one, other)
        if match.differences and not same:
            assert match.band != "strong"


@pytest.mark.parametrize("part", ["development", "held_back"])
def test_differences_keep_their_floors(part: str) -> None:
    """Of the pairs under tests/quality 97 in 100 of those that differ are marked, and 3 in 100 paraphrases at most."""
    marked: dict[bool, list[bool]] = {True: [], False: []}
    differs = True
    path = Path(__file__).parents[1] / "quality" / "pairs" / f"{part}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            differs = line == "# differs"
            continue
        _, one, other = line.split(" | ")
        marked[differs].append(bool(compare(one, other).differences))
    assert sum(marked[True]) >= 0.97 * len(marked[True]) > 70
    assert sum(marked[False]) <= 0.03 * len(marked[False])
