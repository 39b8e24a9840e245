"""A page by its address: http and https only, in bounded time and size, every failure in one sentence."""

from __future__ import annotations

import codecs
import time
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from factcheck_tui import __version__
from factcheck_tui.errors import ReadError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.exceptions import HTTPError

PATIENCE: Final = 15.0  # seconds without a byte
WHOLE: Final = 60.0  # seconds for all of it
REDIRECTS: Final = 5
_CHUNK: Final = 65_536
_HEADERS: Final = {
    "User-Agent": f"factcheck-tui/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_REFUSED: Final = {
    401: "wants a login",
    403: "refuses programs, or you",
    404: "has no such page",
    410: "has no such page any more",
    429: "was asked too often",
    451: "may not show the page here",
}
_NO_TEXT: Final = ("image/", "audio/", "video/", "font/")


def is_address(name: str) -> bool:
    """Whether a name is an address and no file."""
    return name.lower().startswith(("http://", "https://"))


def fetch(address: str, limit: int) -> tuple[bytes, str]:
    """What stands at an address, and the address that it stands at after redirections.

    A text in another encoding than UTF-8 is given in UTF-8 when the server names its encoding.

    :param limit: bytes
    :raises ReadError: when it cannot be had, is longer, or is no text
    """
    import urllib3

    deadline = time.monotonic() + WHOLE
    pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=PATIENCE, read=PATIENCE), retries=False)
    with pool:
        for _ in range(REDIRECTS + 1):
            _check(address)
            try:
                response = pool.request("GET", address, headers=_HEADERS, redirect=False, preload_content=False)
                try:
                    if response.status in (301, 302, 303, 307, 308) and "location" in response.headers:
                        address = urljoin(address, response.headers["location"])
                        continue
                    _check_answer(address, response)
                    return _utf8(_read(address, response, limit, deadline), response), address
                finally:
                    response.close()
            except urllib3.exceptions.HTTPError as error:
                raise ReadError(f"{address} {_why(error)}.") from error
            except (OSError, ValueError) as error:
                raise ReadError(f"{address} cannot be reached: check the address and your connection.") from error
    raise ReadError(f"{address} redirects more than {REDIRECTS} times: open it in a browser and save the page.")


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        whole = False
    if not whole:
        raise ReadError(f"{address} is no address of a page: only http and https are opened.")


def _why(error: HTTPError) -> str:
    """What a failure means, the most particular first: urllib3 counts a refused connection as a time-out too."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.NameResolutionError):
        return "names a host that is not known: check the address"
    if isinstance(error, exceptions.SSLError):
        return "has no valid certificate: open it in a browser and save the page"
    if isinstance(error, exceptions.TimeoutError) and not isinstance(error, exceptions.NewConnectionError):
        return f"did not answer in {PATIENCE:g} seconds: try again later"
    return "cannot be reached: check the address and your connection"


def _check_answer(address: str, response: BaseHTTPResponse) -> None:
    status = response.status
    if status >= 500:
        raise ReadError(f"{address} has a fault of its own (status {status}): try again later.")
    if status != 200:
        why = _REFUSED.get(status, "gave no page")
        raise ReadError(f"{address} {why} (status {status}): check it in a browser, and save the page from there.")
    kind = response.headers.get("content-type", "").lower()
    if kind.startswith(_NO_TEXT):
        raise ReadError(f"{address} is no text but {kind.partition(';')[0]}: name a page with text.")


def _read(address: str, response: BaseHTTPResponse, limit: int, deadline: float) -> bytes:
    content = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        content += chunk
        if len(content) > limit:
            raise ReadError(f"{address} is over {limit // 1_000_000} MB: save the part to check as a file.")
        if time.monotonic() > deadline:
            raise ReadError(f"{address} took over {WHOLE:g} seconds: try again later, or save the page in a browser.")
    return bytes(content)


def _utf8(content: bytes, response: BaseHTTPResponse) -> bytes:
    """A text in UTF-8 where the server says how it is encoded; else what came."""
    kind, _, rest = response.headers.get("content-type", "").lower().partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'").partition(";")[0]
    if not charset or not kind.startswith(("text/", "application/xhtml")):
        return content
    try:
        return content.decode(codecs.lookup(charset).name).encode("utf-8")
    except (LookupError, UnicodeError):
        return content
