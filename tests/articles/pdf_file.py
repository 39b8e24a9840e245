"""A small PDF as bytes, made by hand: lines at places, pages, and what makes a reader's life hard."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple


class At(NamedTuple):
    """A line of text at a place, in points from the left and the bottom of the page."""

    words: str
    x: float = 72
    y: float = 700
    size: float = 11


def lines(*words: str, x: float = 72, y: float = 700, size: float = 11) -> list[At]:
    """Lines below each other."""
    return [At(each, x, y - 14 * number, size) for number, each in enumerate(words)]


def pdf(*pages: Sequence[At], info: str = "", encrypt: str = "") -> bytes:
    """A PDF of these pages; ``info`` and ``encrypt`` are dictionaries in PDF's own words."""
    contents = [_content(page) for page in pages]
    return of_streams(contents, info=info, encrypt=encrypt)


def of_streams(contents: Sequence[bytes], *, info: str = "", encrypt: str = "") -> bytes:
    """A PDF whose pages have these content streams, each packed."""
    count = len(contents)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        packed = zlib.compress(content)
        objects.append(
            f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"
        )
    extra = f" /Info {len(objects) + 1} 0 R" if info else ""
    objects += [f"<< {info} >>".encode()] if info else []
    extra += f" /Encrypt << {encrypt} >> /ID [<00> <00>]" if encrypt else ""
    made = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, words in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n".encode() + words + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


def _content(page: Sequence[At]) -> bytes:
    shown = []
    for words, x, y, size in page:
        letters = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown.append(f"BT /F1 {size} Tf {x} {y} Td (".encode() + letters + b") Tj ET\n")
    return b"".join(shown)
