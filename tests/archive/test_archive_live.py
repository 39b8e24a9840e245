"""Claim Search and feeds, from a server on this machine that answers in the shapes of the real ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from claim_search_service import KEY, KNOWN, Service, running

from factcheck_tui.archive import open_records, web
from factcheck_tui.archive.live import ENDPOINT, PAGE, ClaimSearch, Feed
from factcheck_tui.errors import ReadError
from factcheck_tui.model import ImportedRow


@pytest.fixture
def service() -> Iterator[Service]:
    """The service, on a port of its own."""
    with running() as server:
        yield server


def search(service: Service, **fields: Any) -> ClaimSearch:
    """A search of the service."""
    return ClaimSearch(**{"query": "harbour", "key": KEY, "endpoint": service.endpoint, **fields})


def write(live: ClaimSearch | Feed, path: Path) -> tuple[str, list[float], list[tuple[int, int, int]]]:
    """What write gives, the waits, and the progress."""
    waits: list[float] = []
    seen: list[tuple[int, int, int]] = []
    stopped = live.write(path, lambda *done: seen.append(done), waits.append)
    return stopped, waits, seen


def claims(path: Path) -> list[str]:
    """The claims of what was written, read as any file is."""
    return [row.record.claim for row in open_records(path) if isinstance(row, ImportedRow)]


def test_pages_are_followed_politely(service: Service, tmp_path: Path) -> None:
    """All pages up to the limit, a pause between two, the key in a header and nowhere in the address."""
    stopped, waits, seen = write(
        search(service, language="en", site="harbour.example", max_age_days=90), tmp_path / "a"
    )
    assert stopped == ""
    assert claims(tmp_path / "a") == [f"Claim {number} of the harbour." for number in range(100)]
    assert service.asked[0] == {
        "query": "harbour",
        "languageCode": "en",
        "reviewPublisherSiteFilter": "harbour.example",
        "maxAgeDays": "90",
        "pageSize": str(PAGE),
    }
    assert [asked.get("pageToken") for asked in service.asked] == [None, "50"]
    assert service.keys == [KEY, KEY] and waits == [1.0]
    assert seen == [(50, 100, 50), (100, 100, 100)]
    assert len(write(search(service, limit=1000), tmp_path / "b")[2]) == 3
    assert len(claims(tmp_path / "b")) == KNOWN


def test_a_search_that_finds_nothing(service: Service, tmp_path: Path) -> None:
    """An empty answer is an empty file."""
    assert write(search(service, query="nothing"), tmp_path / "a")[0] == ""
    assert (tmp_path / "a").read_bytes() == b""


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (400, "did not understand.*API key not valid"),
        (403, "key is right and that the service is enabled"),
        (404, "check the address"),
        (429, "asked too often"),
        (503, "fault of its own"),
        (302, "sends us elsewhere"),
    ],
)
def test_failures_are_sentences_without_the_key(status: int, says: str, service: Service, tmp_path: Path) -> None:
    """What the service says is passed on, the key is not; what may pass is tried again first."""
    body = json.dumps({"error": {"code": status, "message": f"API key not valid: {KEY}\x1b[2J"}}).encode()
    service.faults = [(status, {"Location": f"{service.address}/other"}, body)] * 9
    waits: list[float] = []
    with pytest.raises(ReadError, match=says) as caught:
        search(service).write(tmp_path / "a", lambda *done: None, waits.append)
    assert KEY not in str(caught.value) + repr(search(service)) and "\x1b" not in str(caught.value)
    assert waits == ([2.0, 4.0, 8.0] if status in (429, 503) else [])


def test_what_may_pass_is_tried_again(service: Service, tmp_path: Path) -> None:
    """After a 503, and a 429 that says how long to wait, the pages come; a wait beyond patience is a failure."""
    service.faults = [(503, {}, b""), (429, {"Retry-After": "7"}, b"")]
    assert write(search(service, limit=50), tmp_path / "a")[1] == [2.0, 7.0]
    assert len(claims(tmp_path / "a")) == 50
    service.faults = [(429, {"Retry-After": "3600"}, b"")]
    with pytest.raises(ReadError, match="asked too often"):
        write(search(service), tmp_path / "b")


def test_pages_before_a_failure_are_kept(service: Service, tmp_path: Path) -> None:
    """When a later page fails, what came is written, and the sentence says so."""

    def fail(done: int, size: int, rows: int) -> None:
        service.faults = [(403, {}, b"")]

    stopped = search(service).write(tmp_path / "a", fail, lambda seconds: None)
    assert "status 403" in stopped and "pages before it" in stopped
    assert len(claims(tmp_path / "a")) == PAGE


@pytest.mark.parametrize(("body", "says"), [(b"<html>", "no JSON"), (b"[]", "no page of claims")])
def test_an_answer_that_is_none(body: bytes, says: str, service: Service, tmp_path: Path) -> None:
    """A proxy's page is no answer."""
    service.faults = [(200, {}, body)]
    with pytest.raises(ReadError, match=says):
        write(search(service), tmp_path / "a")


def test_a_feed_by_its_address(service: Service, tmp_path: Path) -> None:
    """It is written as it came, through a redirection to http or https, and to nothing else."""
    service.faults = [(301, {"Location": "/feed.json?secret=1"}, b"")]
    feed = Feed(f"{service.address}/old.json?secret=1")
    assert write(feed, tmp_path / "a")[0] == ""
    assert claims(tmp_path / "a") == ["In the feed."]
    assert "secret" not in feed.name and service.keys == [None, None]
    service.faults = [(302, {"Location": "file:///etc/passwd"}, b"")]
    with pytest.raises(ReadError, match="only http and https"):
        write(feed, tmp_path / "b")
    service.faults = [(302, {"Location": "/round"}, b"")] * 9
    with pytest.raises(ReadError, match="elsewhere, too often"):
        write(feed, tmp_path / "b")
    for address in ("ftp://harbour.example/a", "/etc/passwd", "file:///etc/passwd"):
        with pytest.raises(ReadError, match="only http and https"):
            write(Feed(address), tmp_path / "b")


def test_a_feed_that_breaks_off_or_never_ends(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A short answer, one without end and a host that nobody answers at are sentences."""
    service.faults = [(200, {"Content-Length": "5000"}, b"{")]
    with pytest.raises(ReadError, match="broke off"):
        write(Feed(f"{service.address}/feed"), tmp_path / "a")
    monkeypatch.setattr(web, "LIMIT", 10)
    with pytest.raises(ReadError, match="no list of records"):
        write(Feed(f"{service.address}/feed"), tmp_path / "a")
    service.server_close()
    with pytest.raises(ReadError, match="cannot be reached"):
        write(Feed("http://127.0.0.1:1/feed"), tmp_path / "a")


def test_the_real_address_is_https() -> None:
    """The key is never sent in the clear by default."""
    assert ENDPOINT.startswith("https://")
