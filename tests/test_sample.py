"""The demo's form: what the desk, the matching tests and the pictures rely on, and that its texts are our own."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

KEYS = [
    "id", "claim", "title", "body", "rating", "claimant", "claim_date", "publisher", "review_date", "url", "language",
]  # fmt: skip
EXAMPLE_HOSTS = {"example.org", "example.net", "example.com"}  # RFC 2606: nobody's
LEAST_PAIRS = {
    "near duplicate": 15,
    "other words": 12,
    "other number": 15,
    "other spelling": 10,
    "negation or direction": 8,
    "other language": 5,
}
RUN = 8  # words in a row that two texts share only if one was copied from the other
WORD = re.compile(r"\w+")

Row = dict[str, Any]


def read_ndjson(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of RUN words of the text, case folded."""
    words = WORD.findall(text.casefold())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


@pytest.fixture(scope="module")
def records(sample: Path) -> list[Row]:
    return read_ndjson(sample / "archive.ndjson")


@pytest.fixture(scope="module")
def pairs(sample: Path) -> list[Row]:
    return read_ndjson(sample / "pairs.ndjson")


@pytest.fixture(scope="module")
def own_runs(sample: Path, records: list[Row]) -> set[tuple[str, ...]]:
    texts = [(sample / "article.txt").read_text(encoding="utf-8")]
    texts += [record[key] for record in records for key in ("claim", "title", "body")]
    return {run for text in texts for run in runs(text)}


def test_archive_has_at_least_200_records_with_unique_ids_and_urls(records: list[Row]) -> None:
    """A demo archive of 200 prior records or more; none shadows another when it is imported."""
    assert len(records) >= 200
    assert len({record["id"] for record in records}) == len(records)
    assert len({record["url"] for record in records}) == len(records)


def test_every_record_has_exactly_the_keys_of_the_ndjson_form(records: list[Row]) -> None:
    """The archive is in form 6 of the formats that the import reads; what is not known is an empty string."""
    for record in records:
        assert list(record) == KEYS, record["id"]
        assert all(isinstance(value, str) for value in record.values()), record["id"]
        assert all(record[key] for key in ("id", "claim", "title", "body", "language")), record["id"]
        assert record["title"] != record["claim"], record["id"]


def test_publishers_are_marked_fictional_and_addresses_lead_nowhere(records: list[Row]) -> None:
    """No one can take a demo record for a real publisher's finding."""
    for record in records:
        assert record["publisher"].endswith(" (fictional)"), record["id"]
        address = urlsplit(record["url"])
        assert address.scheme == "https", record["id"]
        assert address.netloc in EXAMPLE_HOSTS, record["id"]


def test_dates_are_iso_days_or_empty_and_a_review_follows_its_claim(records: list[Row]) -> None:
    """Dates are ISO 8601 days; some are missing, as in real archives; nobody checks a claim before it is made."""
    for record in records:
        claimed, reviewed = record["claim_date"], record["review_date"]
        for day in filter(None, (claimed, reviewed)):
            assert date.fromisoformat(day).isoformat() == day, record["id"]
        if claimed and reviewed:
            assert claimed <= reviewed, record["id"]
    years = {record["review_date"][:4] for record in records}
    assert "" in years
    assert {"2009", "2025"} <= years


def test_ratings_languages_and_typography_vary_as_in_real_archives(records: list[Row]) -> None:
    """A dozen ratings in publishers' own words, one of them missing; several languages; entities and curly quotes."""
    ratings = Counter(record["rating"] for record in records)
    assert len(ratings) >= 12
    assert "" in ratings
    assert {"en", "es", "fr", "de", "pt", "ar", "zh", "hi"} <= {record["language"] for record in records}
    claims = " ".join(record["claim"] for record in records)
    assert re.search(r"&\w+;", claims)
    assert "“" in claims
    assert "–" in claims


def test_pairs_name_records_and_every_kind_of_trap_has_its_number(records: list[Row], pairs: list[Row]) -> None:
    """The traps that the matching tests use are there, each pair once, each of two records of the archive."""
    ids = {record["id"] for record in records}
    for pair in pairs:
        assert list(pair) == ["kind", "a", "b", "same_claim"]
        assert {pair["a"], pair["b"]} <= ids, pair
        assert pair["a"] != pair["b"]
        assert isinstance(pair["same_claim"], bool)
    assert len({(pair["kind"], frozenset((pair["a"], pair["b"]))) for pair in pairs}) == len(pairs)
    found = Counter(pair["kind"] for pair in pairs)
    assert found.keys() == LEAST_PAIRS.keys()
    assert all(found[kind] >= least for kind, least in LEAST_PAIRS.items()), found


def test_pairs_are_of_their_kind(records: list[Row], pairs: list[Row]) -> None:
    """Near duplicates are by two publishers; only language pairs cross languages; a trap is never the same claim."""
    by_id = {record["id"]: record for record in records}
    for pair in pairs:
        a, b = by_id[pair["a"]], by_id[pair["b"]]
        assert (a["language"] != b["language"]) == (pair["kind"] == "other language"), pair
        if pair["kind"] == "near duplicate":
            assert a["publisher"] != b["publisher"], pair
        if pair["kind"] in ("other number", "negation or direction"):
            assert not pair["same_claim"], pair
        if pair["kind"] in ("near duplicate", "other words", "other language"):
            assert pair["same_claim"], pair


def test_readme_lists_every_pair_and_the_number_of_records(sample: Path, records: list[Row], pairs: list[Row]) -> None:
    """The README's table and the table for programs say the same."""
    readme = (sample / "README.md").read_text(encoding="utf-8")
    assert f"{len(records)} prior records" in readme
    table = {cells[0]: cells[1] for line in readme.splitlines() if len(cells := line.strip("| ").split(" | ")) == 2}
    for kind in LEAST_PAIRS:
        listed = re.findall(r"(\d{4})([=≠])(\d{4})", table[kind])
        expected = [
            (pair["a"][5:], "=" if pair["same_claim"] else "≠", pair["b"][5:])
            for pair in pairs
            if pair["kind"] == kind
        ]
        assert listed == expected


def test_article_has_the_parts_of_a_wire_story(sample: Path) -> None:
    """Headline, standfirst, credited caption, cross-reference, question and source line: one of each, at its place."""
    blocks = [
        block.strip() for block in re.split(r"\n\s*\n", (sample / "article.txt").read_text(encoding="utf-8").strip())
    ]
    assert not blocks[0].endswith(".")
    assert blocks[1].endswith(".")
    assert blocks[2].endswith("[File: Meridian Wire]")
    assert sum(block.startswith("READ MORE: ") for block in blocks) == 1
    assert sum(block.endswith("?") for block in blocks) == 1
    assert blocks[-1] == "SOURCE: Meridian Wire and agencies"
    assert sum(block.endswith((".", '."', ".”")) for block in blocks) == 18  # standfirst and 17 of the body


def test_no_run_of_words_is_shared_with_a_real_article(shared: Path, own_runs: set[tuple[str, ...]]) -> None:
    """The demo is our own text: no eight words in a row are those of a publisher's article."""
    for path in sorted((shared / "articles").iterdir()):
        copied = [" ".join(run) for run in runs(path.read_text(encoding="utf-8")) if run in own_runs]
        assert copied == [], path.name


def test_no_run_of_words_is_shared_with_a_real_archive(shared: Path, own_runs: set[tuple[str, ...]]) -> None:
    """The demo is our own text: no eight words in a row are those of a publisher's record."""
    with (shared / "data" / "snopes" / "records.ndjson").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for key in ("claim", "title", "body"):
                copied = [" ".join(run) for run in runs(record.get(key) or "") if run in own_runs]
                assert copied == [], record["id"]
