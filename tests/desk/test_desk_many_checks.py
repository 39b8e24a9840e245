"""One claim that many publishers have checked: each of their records is a match, whatever the others are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import make_record, write_records

from factcheck_tui.desk import Desk
from factcheck_tui.model import Band

SAYINGS = (
    "The old lighthouse of Halvern was built in 1740.",
    "The old lighthouse at Halvern was built in 1740.",
    "The lighthouse of Halvern was built in 1740, an old one.",
    "Halvern's old lighthouse was built in 1740.",
    "In 1740 the old lighthouse of Halvern was built.",
)


@pytest.fixture
def desk(tmp_path: Path, sample: Path) -> Iterator[Desk]:
    """A desk with the sample archive and five records of one claim."""
    with Desk.open(tmp_path / "desk.db", "Ada") as desk:
        desk.import_records(sample / "archive.ndjson")
        made = [make_record(words, rating="False", publisher=f"Check {n}") for n, words in enumerate(SAYINGS)]
        desk.import_records(write_records(tmp_path / "records.ndjson", made))
        yield desk


@pytest.mark.parametrize(
    "text",
    [
        "The old lighthouse of Halvern was built in 1740, the keeper said.",
        '"The lighthouse of Halvern was built in 1740, and nobody has told you so," she said to applause.',
    ],
)
def test_records_of_one_claim_do_not_take_the_lead_from_each_other(desk: Desk, text: str) -> None:
    """A claim that five desks have checked is as well known as one that a single desk has."""
    matches = desk.match_text(text, 9)
    of_it = [match for match in matches if match.record.claim in SAYINGS]
    assert len(of_it) == len(SAYINGS)
    assert of_it[0].band is Band.STRONG
    assert sum(match.band is not Band.WEAK for match in of_it) >= 3
