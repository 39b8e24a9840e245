"""What stands around the running text and says nothing of its own: by which words and shapes it is known.

Each pattern is matched against a whole block, trimmed. They are kept narrow: what is taken for furniture by mistake is
a claim that nobody checks, while furniture taken for a claim costs the checker one key.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck_tui.model import SetAside

LONGEST_HEADING: Final = 80  # characters
LONGEST_QUESTION: Final = 120
LONGEST_LABEL: Final = 200  # a cross-reference, a byline, a source line

_AGENCY: Final = (
    r"AFP|AP|Reuters|EPA|EFE|dpa|DPA|ANSA|TASS|PA|UPI|ANI|PTI|Xinhua|Anadolu|Getty|Shutterstock|Alamy|iStock|"
    r"Unsplash|Wikimedia|NASA|NOAA|Bloomberg|Al Jazeera|Magnum|Press Association|Associated Press"
)
_PICTURE: Final = r"(?:File|FILE|Photo|PHOTO|Image|Picture|Photograph|Graphic|Illustration|Map|Screengrab|Handout)s?"
_CREDITS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # [File: AFP], [AP Photo], [Jane Doe/Al Jazeera]: nothing follows the bracket, and only names stand in it
        r"\[(?:[A-Z@][^\[\]]{1,98})\]$",
        rf"\((?:{_PICTURE}|Credit|Courtesy|Source)\b[^()]{{0,98}}\)\.?$",
        rf"\((?:[^()]{{0,60}}[/ ])?(?:{_AGENCY})\b[^()]{{0,40}}\)$",
        r"(?:Photograph|Photos?|Pictures?|Image|Illustration|(?:Photo |Image |Picture )?[Cc]redits?)"
        r"(?: by|:)\s[^.!?]{2,98}$",
    )
)
_CREDIT_WORDS: Final = re.compile(rf"\b(?:{_PICTURE}|{_AGENCY}|[Cc]ourtesy|[Vv]ia|[Hh]andout|[Ss]creenshot)\b|/")
_SMALL_WORDS: Final = {"of", "the", "for", "and", "by", "via", "de", "la", "al", "el", "van", "von", "in"}

_CAPTION: Final = re.compile(r"(?:FILE PHOTO|FILE|Caption|CAPTION|Photo|PHOTO|Pictured|PICTURED|Image)\s*[:—–-]\s")
_CROSS_REFERENCE: Final = re.compile(
    r"(?:(?:READ|Read|SEE|See|ALSO|WATCH|Watch|LISTEN|Listen|RELATED|Related|MORE|More|EXPLORE|Explore|OPINION)"
    r"(?:\s(?:MORE|More|more|ALSO|Also|also|READ|Read|NOW|Now|now|NEXT|Next|TO|to|ON|on|ON THIS|FROM|from|STORIES|"
    r"Stories|stories|ARTICLES?|[Aa]rticles?|COVERAGE|[Cc]overage))*\s*(?:[:|>»]|[-–—]\s))"
    r"|(?:Read|See|Watch) (?:more|also|the (?:rest|full))\b.*"
    r"|(?:Click here|Sign up|Subscribe|Follow us|Follow @|Download (?:the|our) app)\b.*",
    re.DOTALL,
)
_SOURCE_LINE: Final = re.compile(r"(?:SOURCES?|Sources?)\s*:")
_BYLINE: Final = re.compile(
    r"(?:(?:(?:Additional |Reporting |Reported |Written |Words |Edited |Editing |Story )?"
    r"(?:reporting )?by|By|BY)[:\s]\s*[A-Z\W][^.!?:;]*[^.!?:;,]"
    r"|(?:Published|Updated|Last updated|Last Updated|First published|Posted|PUBLISHED|UPDATED)\b"
    r"(?: on)?:?\s.{0,60}\d.*)"
)
_BY_TIME: Final = re.compile(r"by\s+\d|by\s+(?:the|a|an|then|now|contrast|comparison|far)\b", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"[—–-]{1,2}\s*.{1,80}\(@\w{1,30}\).{0,40}", re.DOTALL)
_POST: Final = re.compile(r"pic\.twitter\.com/\w+$|https?://t\.co/\w+$")


def credit_start(text: str) -> int | None:
    """Where the picture credit at the end of a block starts; None when the block ends in none."""
    for pattern in _CREDITS:
        found = pattern.search(text, max(0, len(text) - 120))
        if found and (not found[0].startswith("[") or _only_names(found[0][1:-1])):
            return found.start()
    return None


def _only_names(words: str) -> bool:
    """Whether a bracket holds a credit and not a word that an editor put into a quotation."""
    if _CREDIT_WORDS.search(words):
        return True
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words.split())


def is_caption(text: str) -> bool:
    """Whether a block says of itself that it belongs to a picture."""
    return bool(_CAPTION.match(text))


def is_post(text: str) -> bool:
    """Whether a block ends as an embedded post does."""
    return bool(_POST.search(text))


def is_signature(text: str) -> bool:
    """Whether a block is the name, handle and date below an embedded post."""
    return bool(_SIGNATURE.fullmatch(text))


def label(text: str) -> SetAside | None:
    """What a block is by its opening words: a cross-reference, a source line or a byline; else None."""
    if len(text) > LONGEST_LABEL:
        return None
    if _CROSS_REFERENCE.match(text):
        return SetAside.CROSS_REFERENCE
    if _SOURCE_LINE.match(text):
        return SetAside.SOURCE_LINE
    if _BYLINE.fullmatch(text) and not _BY_TIME.match(text):
        return SetAside.BYLINE
    return None


def is_question(text: str) -> bool:
    """Whether a block is a question that stands alone, as over a section."""
    return len(text) <= LONGEST_QUESTION and bool(re.search(r"[?？][\"'”’»)]*$", text))


def is_heading(text: str) -> bool:
    """Whether a block is a short line that is no sentence: no end mark, and no list sign before it."""
    if len(text) > LONGEST_HEADING or "\n" in text or not (text[0].isalnum() or text[0] in "\"'“‘¿¡#"):
        return False
    return not re.search(r"[.!?…。！？;][\"'”’»)\]]*$|[\"”»]$", text) and not re.match(r"\d{1,3}[.)]\s", text)
