"""The dirt that is normal in prior records, cleaned value by value.

Feeds hold numbers as strings, ``{"@value": …}`` for a string, lists where one value is meant, HTML in claims and dates
in a dozen manners. Every function takes any JSON value and raises nothing; what it can make nothing of is "" (or
None), and the raw row keeps it.
"""

from __future__ import annotations

import datetime
import html
import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_DEPTH = 8  # {"@value": {"@value": …}}: nothing real nests deeper
_WORDS_IN = ("@value", "name", "text", "alternateName", "headline", "value", "url", "@id")

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# What is not closed runs to the end, as in a browser; it also keeps the search from starting over at each opening.
_UNSHOWN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BLOCK_TAG = re.compile(
    r"</?(?:blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Tags by name: "x <y and z> 2" is a statement, not markup.
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|audio|b|big|button|center|cite|code|del|em|embed|font|form|i|iframe|img|input|ins|kbd|label|link|mark"
    r"|meta|object|q|s|script|small|source|span|strike|strong|style|sub|sup|svg|time|tt|u|var|video|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_UNSAFE_SCHEME = re.compile(r"(?:javascript|data|vbscript|file|blob|about):", re.IGNORECASE)


def text(value: object) -> str:
    """One line of plain text; of a list the first value that has any."""
    if value is None:
        return ""
    if type(value) is str:  # nearly always
        return " ".join((value if _is_plain(value) else _plain(value)).split())
    return " ".join(_plain(next(strings(value), "")).split())


def joined(value: object) -> str:
    """As ``text``, but of a list all different values, parted by ", "."""
    return text(value) if value is None or type(value) is str else ", ".join(texts(value))


def texts(value: object) -> list[str]:
    """Each different value of a list as one line of plain text, in order; of anything else the one value."""
    lines = (" ".join(_plain(string).split()) for string in strings(value))
    return list(dict.fromkeys(line for line in lines if line))


def prose(value: object) -> str:
    """Plain text that keeps its line breaks."""
    words = value if type(value) is str else next(strings(value), "")
    words = words if _is_plain(words) else _plain(words)
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    return words.strip()


def strings(value: object, depth: int = _DEPTH) -> Iterator[str]:
    """The strings that a JSON value stands for, none empty: itself, those of a list, its ``@value`` or ``name``."""
    if isinstance(value, str):
        if value and not value.isspace():
            yield value
    elif value is None or depth == 0:
        return
    elif isinstance(value, Mapping):
        for key in _WORDS_IN:
            found = list(strings(value.get(key), depth - 1))
            if found:
                yield from found
                return
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from strings(each, depth - 1)
    elif isinstance(value, (bool, int)) or (isinstance(value, float) and math.isfinite(value)):
        yield _number_text(value)


def _number_text(value: float) -> str:
    try:
        return str(value)
    except ValueError:  # an integer of more digits than Python converts
        return ""


def _is_plain(string: str) -> bool:
    return string.isascii() and not ("<" in string or "&" in string or "\x00" in string)


def _plain(string: str) -> str:
    """Without tags, with entities as characters, without what no database or encoding takes."""
    if "<" in string:
        string = _without_tags(string)
    if "&" in string and _ENTITY.search(string):
        for _ in range(2):  # "&amp;quot;": some feeds escape twice
            string = _ENTITY.sub(_character, string)
        if "<" in string:
            string = _without_tags(string)
    if "\x00" in string:
        string = string.replace("\x00", "�")
    if not string.isascii():
        string = string.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _lone(string) else string
    return string


def _without_tags(string: str) -> str:
    return _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", _UNSHOWN.sub(" ", string)))


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def _lone(string: str) -> bool:
    try:
        string.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def url(value: object) -> str:
    """A web address (or a sheet's words for a source), "&amp;" mended; "" for one that would run or open something."""
    address = " ".join((value if type(value) is str else next(strings(value), "")).split())
    if not address.isprintable():
        address = "".join(character for character in address if character.isprintable())
    return "" if _UNSAFE_SCHEME.match(address) else address.replace("&amp;", "&")


def number(value: object) -> float | None:
    """A finite number, also as a string and with a decimal comma; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        try:
            found = float(value)
        except OverflowError:
            return None
        return found if math.isfinite(found) else None
    string = next(strings(value), "").strip().replace(",", ".")
    return float(string) if re.fullmatch(r"[+-]?\d{1,15}(?:\.\d{1,15})?", string, re.ASCII) else None


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero janvier januar jänner janeiro gennaio januari",
            "february feb febrero février fevrier februar fevereiro febbraio februari",
            "march mar marzo mars märz maerz março maart",
            "april apr abril avril aprile",
            "may mayo mai maio maggio mei",
            "june jun junio juin juni junho giugno",
            "july jul julio juillet juli julho luglio",
            "august aug agosto août aout augustus",
            "september sep sept septiembre septembre setembro settembre",
            "october oct octubre octobre oktober okt outubro ottobre",
            "november nov noviembre novembre novembro",
            "december dec diciembre décembre dezember dez dezembro dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_LONGEST_DATE = 80  # characters
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?$", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:(?:de|of)\s+)?([^\W\d]+)\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"(?:[^\W\d]+,\s+)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def date(value: object) -> str:
    """The ISO 8601 day that a date or time names, as written there (no change of time zone); "" for none.

    ``05/06/2021`` is left out, for nobody can tell which day it is; ``26/05/2021`` and ``26.05.2021`` can be told.
    """
    if value is None:
        return ""
    return _day((value if type(value) is str else next(strings(value), ""))[:_LONGEST_DATE])


@lru_cache(maxsize=65_536)
def _day(string: str) -> str:
    string = string.strip()
    for read in (_numeric_day, _named_day):
        found = read(string)
        if found is not None:
            return _iso(*found)
    return ""


def _numeric_day(string: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.match(string):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _COMPACT.match(string):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _YEAR_LAST.match(string):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or first > 12 or first == second:
            return year, second, first
        if second > 12:
            return year, first, second
    return None


def _named_day(string: str) -> tuple[int, int, int] | None:
    if found := _DAY_FIRST.match(string):
        day, month, year = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.match(string):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    return int(year), _MONTHS.get(month.casefold(), 0), int(day)


def _iso(year: int, month: int, day: int) -> str:
    if year < 1000:  # 0001-01-01 is how some programs write "no date"
        return ""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
