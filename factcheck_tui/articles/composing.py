"""From the pieces that a format knows to the article: one text, blocks with their roles, blank lines between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, zip_longest
from typing import Final

from factcheck_tui.articles.markup import Piece
from factcheck_tui.articles.text import first_line
from factcheck_tui.model import Article, Block, BlockRole, Place

GAP: Final = "\n\n"


def compose(
    pieces: Iterable[Piece],
    source: str,
    *,
    places: Sequence[str] = (),
    with_roles: bool = True,
    byline: str = "",
    publisher: str = "",
    published: str = "",
    url: str = "",
    language: str = "",
) -> Article:
    """The article of these pieces, in order; its title is the piece that is one, else its first line.

    :param places: where each piece stands in what was read ("page 2"); those without words are left out with theirs
    :param with_roles: False where the format knows no roles: they are then worked out as for plain text
    :param language: "" where the format does not tell it
    """
    placed = [(*clean(piece), place or "") for piece, place in zip_longest(pieces, places)]
    placed = [(words, role, place) for words, role, place in placed if words]
    text = GAP.join(words for words, _, _ in placed)
    starts = list(accumulate((len(words) + len(GAP) for words, _, _ in placed), initial=0))
    blocks = tuple(
        Block(start, start + len(words), role) for start, (words, role, _) in zip(starts, placed, strict=False)
    )
    return Article(
        text=text,
        title=next((words for words, role, _ in placed if role is BlockRole.TITLE), first_line(text)),
        source=source,
        language=language,
        byline=" ".join(byline.split()),
        publisher=" ".join(publisher.split()),
        published=published.strip(),
        url=url.strip(),
        blocks=blocks if with_roles else (),
        places=tuple(Place(start, place) for start, (_, _, place) in zip(starts, placed, strict=False) if place),
    )


def with_title(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """The pieces with a title on top, unless one of them is it; what repeats it is left out, others are headings.

    A page, its metadata and its first heading often all say the title.
    """
    titles = [words for words, role in pieces if role is BlockRole.TITLE]
    head = titles[0] if titles else title
    kept: list[Piece] = [] if titles or not head else [(head, BlockRole.TITLE)]
    seen = bool(kept)
    for words, role in pieces:
        if role is BlockRole.TITLE and words == head and not seen:
            seen = True
            kept.append((words, role))
        elif words != head or role not in (BlockRole.TITLE, BlockRole.HEADING, BlockRole.PARAGRAPH):
            kept.append((words, BlockRole.HEADING if role is BlockRole.TITLE else role))
    return kept


def clean(piece: Piece | None) -> Piece:
    """White space made one blank, but for line ends."""
    words, role = piece or ("", BlockRole.PARAGRAPH)
    return "\n".join(filter(None, (" ".join(line.split()) for line in words.split("\n")))), role
