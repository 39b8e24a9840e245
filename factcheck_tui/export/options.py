"""What a person may ask of an export beside its form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Each form takes what concerns it and no notice of the rest."""

    excel: bool = False  # CSV begins with the byte order mark without which Excel takes UTF-8 for cp1252
    site: str = ""  # the page on the publisher's own site where the check stands; ClaimReview's ``url``
    publisher: str = ""  # who publishes the check; ClaimReview's ``author``
    stamp: str = ""  # the time of the export, to be written into it; "" keeps the same list the same bytes
