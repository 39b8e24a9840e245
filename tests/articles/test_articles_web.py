"""Pages by their address, from a server on this machine: what comes, and what goes wrong, in a sentence."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pdf_file import lines, pdf

from factcheck_tui.articles import LIMIT, read_address, web
from factcheck_tui.errors import ReadError

TEXT = "The bridge at Grey Point opened in 1987. “It cost three million pounds,” the harbour board said."
PAGE = f"<!doctype html><html lang='en'><body><article><h1>A bridge</h1><p>{TEXT}</p></article></body></html>"
BODIES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html"}, PAGE.encode()),
    "/latin": (200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b" " * (LIMIT + 9_000))),
    "/broken": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip"),
    "/huge": (200, {"Content-Type": "text/plain"}, b"a " * (LIMIT // 2 + 1)),
    "/text": (200, {"Content-Type": "text/plain; charset=no-such"}, TEXT.encode()),
    "/pdf": (200, {"Content-Type": "application/octet-stream"}, pdf(lines("A claim stands here."))),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n"),
    "/moved": (301, {"Location": "/page"}, b""),
    "/away": (302, {"Location": "file:///etc/passwd"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/404": (404, {}, b"gone"),
    "/403": (403, {}, b""),
    "/429": (429, {}, b""),
    "/204": (204, {}, b""),
    "/503": (503, {}, b""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in ("/silent", "/slow"):
            self._dawdle()
            return
        status, headers, body = BODIES[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader had enough

    def _dawdle(self) -> None:
        """Nothing for as long as anybody waits, or a byte now and then."""
        self.close_connection = True
        try:
            if self.path == "/slow":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            for _ in range(200):
                time.sleep(0.02)
                if self.path == "/slow":
                    self.wfile.write(b" ")
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("path", ["/page", "/latin", "/packed", "/moved", "/text"])
def test_a_page_is_read_from_its_address(site: str, path: str) -> None:
    """In any encoding, packed, moved, or plain text; the address is kept."""
    article = read_address(site + path)
    assert TEXT in article.text
    assert article.source == site + path
    assert article.url == site + ("/page" if path == "/moved" else path)


def test_another_form_behind_an_address_is_known_by_its_content(site: str) -> None:
    """A PDF is read as one, whatever the server calls it."""
    assert read_address(f"{site}/pdf").text == "A claim stands here."


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/404", "has no such page .status 404."),
        ("/403", "refuses programs, or you .status 403."),
        ("/429", "was asked too often .status 429."),
        ("/204", "gave no page .status 204."),
        ("/503", "a fault of its own .status 503."),
        ("/picture", "is no text but image/png"),
        ("/huge", "is over 20 MB"),
        ("/bomb", "is over 20 MB"),
        ("/broken", "cannot be reached"),
        ("/away", "only http and https are opened"),
        ("/round", "redirects more than 5 times"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(site: str, path: str, said: str) -> None:
    """It names the address, and what to do."""
    with pytest.raises(ReadError, match=said) as caught:
        read_address(site + path)
    words = str(caught.value)
    assert words.startswith(("http://127.0.0.1", "file:")) and ": " in words and words.endswith(".")


def test_a_silent_and_an_endless_server_are_left(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that does not answer, and one that never comes to an end."""
    monkeypatch.setattr(web, "PATIENCE", 0.2)
    with pytest.raises(ReadError, match="did not answer in"):
        read_address(f"{site}/silent")
    monkeypatch.setattr(web, "WHOLE", 0.3)
    monkeypatch.setattr(web, "_CHUNK", 1)
    with pytest.raises(ReadError, match="took over"):
        read_address(f"{site}/slow")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:1/", "cannot be reached"),
        ("http://no-such-host.invalid/", "not known"),
        ("http://", "only http and https"),
        ("ftp://example.org/a", "only http and https"),
        ("http://[::1", "only http and https"),
        ("http://example.org:99999/", "cannot be reached|only http and https"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(address: str, said: str) -> None:
    """Nobody there, no such host, and what is no address."""
    with pytest.raises(ReadError, match=said):
        read_address(address)
