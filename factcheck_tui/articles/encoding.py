"""Bytes to text, for files that seldom say how they were encoded.

A desk that quotes word for word must not guess wrongly, so certain signs come first: byte order marks, valid UTF-8,
the NUL pattern of UTF-16. Then Latin script is told apart by its letters, since a detector answers with Mac or EBCDIC
code pages for short Western texts, and only the other scripts are left to statistics.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from factcheck_tui.errors import ReadError

BYTE_ORDER_MARKS = (  # UTF-32 LE begins like UTF-16 LE, so the longer marks come first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (  # what people drop on a text reader, told apart to say what it is
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)
WESTERN = "cp1252"
ALPHABETS = (  # letters beyond ASCII that tell legacy code pages of Latin script apart; at a tie the first wins
    (WESTERN, "àâæçèéêëîïôœùûü"),  # French
    (WESTERN, "ãáàâçéêíóôõú"),  # Portuguese
    (WESTERN, "áéíñóúü¿¡ºª"),  # Spanish
    (WESTERN, "äöüßåéæø"),  # German and Nordic
    (WESTERN, "àáâãäåæçèéêëìíîïñòóôõöøœùúûüß"),  # names of several languages in one text
    (WESTERN, "áðéíóúýþæö"),  # Icelandic
    ("cp1250", "ąćęłńóśźż"),  # Polish
    ("cp1250", "áäčďéěíĺľňóôŕřšťúůýž"),  # Czech and Slovak
    ("cp1250", "áéíóöőúüű"),  # Hungarian
    ("cp1250", "ăâîşţ"),  # Romanian
    ("cp1250", "čćđšž"),  # Croatian, Slovene
    ("iso8859-2", "ąćęłńóśźż"),
    ("iso8859-2", "áäčďéěíľňóôřšťúůýž"),
    ("cp1254", "âçğıîöşüİ"),  # Turkish
)
TYPOGRAPHY = "“”‘’„‚–—…•«»·§©®™°£€¢¥½¼¾×\xa0\xad"
FOREIGN_SHARE = 0.1  # of the letters beyond ASCII, that one alphabet need not know
OTHER_SCRIPTS = [
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
]
SAMPLE = 100_000  # characters looked at when a decoding is judged; what is no text shows early
CONTROL_SHARE = 0.02  # random bytes hold 10 %, real texts none; a stray form feed or escape is forgiven
DAMAGED_SHARE = 0.001  # broken sequences for each byte, up to which a text is UTF-8 that was cut or patched

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def decode(content: bytes, source: str) -> str:
    """The text of ``content``, its byte order mark dropped and nothing else changed.

    ``source`` names the file in the ``ReadError`` that is raised when this is no text.
    """
    for signature, name in SIGNATURES:
        if content.startswith(signature):
            raise ReadError(f"{source} is not a text file: it is {name}; save it as plain text first.")
    text = _marked(content) or _unmarked(content)
    if text is None or not _plausible(text):
        raise ReadError(f"{source} is not a text file: its bytes are no text in any known encoding.")
    return text


def _marked(content: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            text = _try(content[len(mark) :], encoding)
            if text is not None and "\x00" not in text:
                return text
    return None


def _unmarked(content: bytes) -> str | None:
    if b"\x1b$" in content:  # ISO-2022-JP is all ASCII bytes, so that it would pass for UTF-8
        text = _try(content, "iso2022_jp_2")
        if text is not None:
            return text
    text = _try(content, "utf-8")
    if text is not None and "\x00" not in text:
        return text
    if b"\x00" in content:
        return _wide(content)
    return _damaged_utf8(content) or _legacy(content)


def _wide(content: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark: strict decoding and a look at the letters rule out all but one."""
    for encoding in ("utf-32-le", "utf-32-be"):
        text = _try(content, encoding)
        if text is not None and _plausible(text):
            return text
    # Blanks, line ends and full stops are U+00xx in every language; on the wrong side they would be U+xx00.
    even, odd = content[::2].count(0), content[1::2].count(0)
    if 2 * min(even, odd) > max(even, odd) or even + odd < 2:
        return None
    text = _try(content, "utf-16-be" if even > odd else "utf-16-le")
    return text if text is not None and _plausible(text) else None


def _damaged_utf8(content: bytes) -> str | None:
    """UTF-8 that was cut within a character or patched with foreign bytes; what is broken becomes U+FFFD."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = sum(1 for run in _HIGH_RUN.findall(content) if len(run) > 1)
    if broken <= max(2, len(content) * DAMAGED_SHARE) and letters > 2 * broken:
        return text
    return None


def _legacy(content: bytes) -> str | None:
    text = _latin(content)
    if text is None:
        from charset_normalizer import from_bytes  # 30 ms to import, and hardly a file needs it

        best = from_bytes(content, cp_isolation=OTHER_SCRIPTS, preemptive_behaviour=False).best()
        text = _try(content, best.encoding if best else WESTERN)
    return text


def _latin(content: bytes) -> str | None:
    """The decoding whose letters beyond ASCII best fit one alphabet; None when none fits or most letters are such."""
    high = b" ".join(_HIGH_RUN.findall(content))
    if len(high) > len(content) / 2:
        return None
    best, fewest = None, FOREIGN_SHARE * len(high) + 1
    for encoding, letters in ALPHABETS:
        seen = _try(high, encoding)
        if seen is not None:
            foreign = len(seen) - sum(map(seen.count, {*letters, *letters.upper(), *TYPOGRAPHY, " "}))
            if foreign < fewest:
                best, fewest = encoding, foreign
    return _try(content, best) if best else None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausible(text: str) -> bool:
    """Whether this is text: no NUL, hardly a control character, hardly a code point that means nothing."""
    if "\x00" in text:
        return False
    sample = text[:SAMPLE]
    strange = len(_CONTROLS.findall(sample)) + sum(unicodedata.category(c) in ("Cn", "Co", "Cs") for c in sample)
    return strange <= len(sample) * CONTROL_SHARE
