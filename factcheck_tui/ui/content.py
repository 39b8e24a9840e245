"""Text from outside as Textual content: no markup is ever parsed, and nothing in it can act on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from factcheck_tui.model import Difference, Match, Span
from factcheck_tui.ui.theme import BANDS
from factcheck_tui.visible import one_line, visible

SHARED = "$shared-word"
DIFFERS = "bold $verdict-disputed"


def plain(text: str, style: str = "") -> Content:
    """``text`` on one line, made safe."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))


def marked(text: str, spans: Iterable[Span], style: str = SHARED, *, fold: bool = True) -> Content:
    """``text`` made safe, with the pieces at ``spans`` (offsets into the original) in a style of their own."""
    parts: list[tuple[str, str]] = []
    position = 0
    for span in sorted(spans):
        if not position <= span.start < span.end <= len(text):
            continue
        parts.append((text[position : span.start], ""))
        parts.append((text[span.start : span.end], style))
        position = span.end
    parts.append((text[position:], ""))
    return Content.assemble(*((_spaced(piece) if fold else visible(piece), look) for piece, look in parts if piece))


def as_title(text: str) -> Content:
    """``text`` for a border: given as a string it would be read as markup."""
    return Content(one_line(text))


def flow(parts: Sequence[Content], width: int, gap: int = 2) -> Content:
    """Parts beside each other, ``gap`` cells apart; a line ends between two parts, never within one that fits it."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + gap + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " " * gap, part)
        else:
            lines.append(part)
    return Content("\n").join(lines)


def indented(text: Content, width: int) -> Content:
    """``text`` with each line that is wrapped for ``width`` cells going on as far from the edge as it begins."""
    lines = text.split("\n", allow_blank=True) if "\n" in text.plain else [text]
    return Content("\n").join(part for line in lines for part in _indented(line, width))


def _indented(line: Content, width: int) -> list[Content]:
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    if not 0 < indent <= width // 2 or line.cell_length <= width:
        return [line]
    return [Content.assemble(" " * indent, part.rstrip()) for part in line[indent:].wrap(width - indent)]


def first_lines(text: Content, width: int, lines: int) -> list[Content]:
    """The first screen lines of a text for a width in cells, with a sign where it goes on."""
    wrapped = text.wrap(max(width, 2))
    shown = wrapped[:lines]
    if len(shown) < len(wrapped):
        shown[-1] = Content.assemble(shown[-1].rstrip().truncate(max(width, 2) - 1), "…")
    return shown


def differences(found: Sequence[Difference]) -> Content:
    """What differs, in a row's words: ``57 ≠ 42``, ``negated``."""
    return Content("  ").join([plain(str(difference), DIFFERS) for difference in found])


def score(match: Match) -> Content:
    """A match's score and band."""
    return Content.styled(f"{match.score:>3} {match.band:<8}", BANDS[match.band])


def _spaced(piece: str) -> str:
    """``one_line`` that keeps a space at either end: a piece's neighbours must not run into it."""
    words = visible(piece)
    folded = " ".join(words.split())
    if not folded:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + folded + (" " if words[-1].isspace() else "")
