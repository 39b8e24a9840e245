"""Bytes from an address, by urllib3, which the readers of pages use too: http and https only, with time-outs.

What the other side asks us to wait for is waited for; every failure is one sentence, and no secret is in it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from factcheck_tui import __version__
from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

PATIENCE: Final = 30.0  # seconds without a byte
LIMIT: Final = 2 * 1024**3  # bytes of one answer
REDIRECTS: Final = 5
TRIES: Final = 4
LONGEST_WAIT: Final = 60.0  # seconds that an answer may tell us to wait
_CHUNK: Final = 65_536
_WORDS: Final = {
    400: "did not understand the request",
    401: "wants a key or login",
    403: "does not let this key, or you, in: see that the key is right and that the service is enabled for it",
    404: "has nothing there: check the address",
    429: "was asked too often: wait, or ask for a higher quota",
}
Wait = Callable[[float], None]


def get(
    address: str, headers: Mapping[str, str], *, redirects: int = REDIRECTS, wait: Wait = time.sleep
) -> Iterator[tuple[bytes, int]]:
    """The bytes at an address in pieces, each with how many there are in all (0: not known).

    :param redirects: how many are followed; 0 where a header must go to nobody else
    :raises ReadError: when they cannot be had
    """
    import urllib3

    shown = shown_address(address)
    pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=PATIENCE, read=PATIENCE), retries=False)
    with pool:
        try:
            response = _answer(pool, address, headers, redirects, wait)
            with closing(response):
                yield from _pieces(response, shown)
        except urllib3.exceptions.SSLError as error:
            raise ReadError(f"{shown} has no valid certificate; nothing was fetched.") from error
        except urllib3.exceptions.NewConnectionError as error:
            raise ReadError(f"{shown} cannot be reached; check the address and your connection.") from error
        except (urllib3.exceptions.TimeoutError, TimeoutError) as error:
            raise ReadError(f"{shown} did not answer in {PATIENCE:g} seconds; try again later.") from error
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise ReadError(f"{shown} broke off while it was fetched; try again.") from error


def shown_address(address: str) -> str:
    """An address as it is named in messages: without what follows a "?", where keys may stand, and without a login."""
    parts = urlsplit(address)
    return one_line(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}")


def _answer(
    pool: PoolManager, address: str, headers: Mapping[str, str], redirects: int, wait: Wait
) -> BaseHTTPResponse:
    tried = 0
    while True:
        _check(address)
        response = pool.request(
            "GET",
            address,
            headers={"User-Agent": f"factcheck-tui/{__version__}", "Accept-Encoding": "gzip, deflate", **headers},
            redirect=False,
            preload_content=False,
        )
        if response.status == 200:
            return response
        with closing(response):
            if response.status in (301, 302, 303, 307, 308) and redirects:
                redirects -= 1
                address = urljoin(address, response.headers.get("location", ""))
                continue
            tried += 1
            pause = _pause(response, tried)
            if (response.status != 429 and response.status < 500) or tried == TRIES or pause > LONGEST_WAIT:
                raise ReadError(_said(shown_address(address), response))
        wait(pause)


def _check(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ReadError(f"{one_line(address)} is no address that is fetched from; only http and https are.")


def _pause(response: BaseHTTPResponse, tried: int) -> float:
    told = response.headers.get("retry-after", "")
    return float(told) if told.isdecimal() else float(2**tried)


def _said(shown: str, response: BaseHTTPResponse) -> str:
    words = _WORDS.get(response.status, "has a fault of its own; try again later")
    if 300 <= response.status < 400:
        words = "sends us elsewhere, too often or where we must not go"
    try:
        message = json.loads(response.read(_CHUNK))["error"]["message"]
    except (ValueError, KeyError, TypeError):
        message = ""
    told = f" It says: {one_line(str(message))[:200]}" if message else ""
    return f"{shown} {words} (status {response.status}).{told}"


def _pieces(response: BaseHTTPResponse, shown: str) -> Iterator[tuple[bytes, int]]:
    length = response.headers.get("content-length", "")
    packed = "content-encoding" in response.headers
    size = int(length) if length.isdecimal() and not packed else 0
    done = 0
    for piece in response.stream(_CHUNK, decode_content=True):
        done += len(piece)
        if done > LIMIT:
            raise ReadError(f"{shown} is over {LIMIT // 1024**3} GB; it is no list of records.")
        yield piece, size
