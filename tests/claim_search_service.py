"""A service on this machine that answers in the shapes of Google's Claim Search and of the Data Commons feed."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "AIza-not-a-real-key"
KNOWN = 120  # claims of the server


def claim(number: int) -> dict[str, object]:
    """A claim in the shape of the service."""
    return {
        "text": f"Claim {number} of the harbour.",
        "claimant": "Viral post",
        "claimDate": "2021-03-01T00:00:00Z",
        "claimReview": [
            {
                "publisher": {"name": "Harbour Check", "site": "harbour.example"},
                "url": f"https://harbour.example/{number}",
                "title": f"Is it so? {number}",
                "reviewDate": "2021-03-04T10:00:00Z",
                "textualRating": "False",
                "languageCode": "en",
            }
        ],
    }


FEED = {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    "dataFeedElement": [
        {
            "@type": "DataFeedItem",
            "item": [{"@type": "ClaimReview", "claimReviewed": "In the feed.", "url": "https://harbour.example/f"}],
        },
        {"@type": "DataFeedItem", "item": None},
    ],
}


class Service(ThreadingHTTPServer):
    """Answers, keeps what was asked, and fails as it is told to."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, str]] = []
        self.keys: list[str | None] = []
        self.faults: list[tuple[int, dict[str, str], bytes]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def endpoint(self) -> str:
        return f"{self.address}/v1alpha1/claims:search"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Any = self.server
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        server.asked.append(asked)
        server.keys.append(self.headers.get("X-Goog-Api-Key"))
        if server.faults:
            self._answer(*server.faults.pop(0))
        elif parts.path.endswith("claims:search"):
            first, size = int(asked.get("pageToken", 0)), int(asked["pageSize"])
            page: dict[str, object] = {"claims": [claim(n) for n in range(first, min(first + size, KNOWN))]}
            if first + size < KNOWN:
                page["nextPageToken"] = str(first + size)
            self._answer(200, {}, json.dumps(page if asked["query"] != "nothing" else {}).encode())
        else:
            self._answer(200, {}, json.dumps(FEED).encode())

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def running() -> Iterator[Service]:
    """The service, on a port of its own."""
    with Service() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()
