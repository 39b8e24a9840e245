"""Live sources of prior records: Google's Claim Search with the user's own key, and feeds by their address.

Each writes what it is given to a file, which is then read like any other.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from factcheck_tui.archive import web
from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line

# Fact Check Tools API, method claims.search (reference of v1alpha1): its parameters and their names.
ENDPOINT = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
PAGE = 50  # claims asked for at once
PAUSE_SECONDS = 1.0  # between two pages

Progress = Callable[[int, int, int], None]  # done, of how many (0: not known), claims


class Live(ABC):
    """A source that is fetched."""

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called in the report and the log."""

    @abstractmethod
    def write(self, path: Path, progress: Progress, wait: web.Wait = time.sleep) -> str:
        """Write what comes to a new file; gives "", or why not all came although something did.

        :raises ReadError: when nothing could be had
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSearch(Live):
    """A search of Google's Fact Check Tools, page by page. The key goes into a header and into no message."""

    query: str = ""
    key: str = field(repr=False)
    language: str = ""  # BCP-47
    site: str = ""  # of a publisher
    max_age_days: int = 0  # 0: of any age
    limit: int = 100  # claims
    endpoint: str = ENDPOINT

    @property
    def name(self) -> str:
        about = " ".join(words for words in (one_line(self.query), one_line(self.site)) if words)
        return f"Claim Search: {about}"

    def write(self, path: Path, progress: Progress, wait: web.Wait = time.sleep) -> str:
        done, token = 0, ""
        with path.open("w", encoding="utf-8") as file:
            while True:
                try:
                    page = self._page(token, min(PAGE, self.limit - done), wait)
                except ReadError as error:
                    if not done:
                        raise
                    return f"{error} The pages before it were taken."
                claims = page.get("claims")
                claims = claims[: self.limit - done] if isinstance(claims, list) else []
                if claims:
                    file.write(json.dumps({"claims": claims}) + "\n")
                done += len(claims)
                progress(done, self.limit, done)
                before, token = token, str(page.get("nextPageToken") or "")
                if not token or token == before or not claims or done >= self.limit:
                    return ""
                wait(PAUSE_SECONDS)

    def _page(self, token: str, size: int, wait: web.Wait) -> Mapping[str, object]:
        asked = {
            "query": self.query,
            "languageCode": self.language,
            "reviewPublisherSiteFilter": self.site,
            "maxAgeDays": self.max_age_days or "",
            "pageSize": size,
            "pageToken": token,
        }
        address = f"{self.endpoint}?{urlencode({name: value for name, value in asked.items() if value})}"
        pieces = web.get(address, {"X-Goog-Api-Key": self.key}, redirects=0, wait=wait)
        try:
            page = json.loads(b"".join(piece for piece, _ in pieces))
        except ReadError as error:
            raise ReadError(str(error).replace(self.key, "…")) from None  # should the service repeat it
        except (ValueError, RecursionError) as error:
            raise ReadError(f"{web.shown_address(self.endpoint)} gave no JSON; try again later.") from error
        if not isinstance(page, Mapping):
            raise ReadError(f"{web.shown_address(self.endpoint)} gave no page of claims; check the address.")
        return page


@dataclass(frozen=True, slots=True)
class Feed(Live):
    """A file of prior records by its address, as the Data Commons feed."""

    address: str

    @property
    def name(self) -> str:
        return web.shown_address(self.address)

    def write(self, path: Path, progress: Progress, wait: web.Wait = time.sleep) -> str:
        done = 0
        with path.open("wb") as file:
            for piece, size in web.get(self.address, {}, wait=wait):
                file.write(piece)
                done += len(piece)
                progress(done, size, 0)
        return ""
