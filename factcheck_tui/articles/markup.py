"""HTML that stands within another format: its text, in blocks, with the roles that its tags give."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from factcheck_tui.model import BlockRole

HIDDEN: Final = {"script", "style", "template", "noscript", "iframe", "svg", "head"}
INLINE: Final = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
}
INLINE_OTHER: Final = {"time", "u", "del", "ins", "font", "wbr"}
HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}

Piece = tuple[str, BlockRole]


def blocks_of_markup(markup: str) -> list[Piece]:
    """The texts in ``markup`` with their roles, in order, blanks made one; scripts and styles are left out."""
    parser = _Blocks()
    parser.feed(markup)
    parser.close()
    parser.finish()
    return parser.pieces


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._role = BlockRole.PARAGRAPH
        self._hidden = 0

    def finish(self) -> None:
        """Close the block that is open."""
        text = " ".join("".join(self._words).split())
        if text:
            self.pieces.append((text, self._role))
        self._words = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self._hidden += 1
        elif tag not in INLINE | INLINE_OTHER:
            self.finish()
            if tag == "img":
                self._picture(dict(attrs).get("alt") or "")
            elif tag == "blockquote" and "twitter" in (dict(attrs).get("class") or ""):
                self._role = BlockRole.EMBED
            elif tag in HEADINGS:
                self._role = BlockRole.HEADING
            elif tag == "figcaption":
                self._role = BlockRole.CAPTION

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag not in INLINE | INLINE_OTHER:
            self.finish()
            if tag in HEADINGS or tag in ("figcaption", "blockquote"):
                self._role = BlockRole.PARAGRAPH

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def _picture(self, alt: str) -> None:
        text = " ".join(alt.split())
        if text:
            self.pieces.append((text, BlockRole.CAPTION))
