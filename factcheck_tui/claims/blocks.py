"""Blocks of an article with what each is: a kind of claim, or a reason to set it aside.

Errors hide in headlines, standfirsts and captions, so these are claims of their own kinds. A format that says what its
blocks are (``Article.blocks``) is believed; plain text is worked out from place, length and opening words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck_tui.claims import furniture
from factcheck_tui.claims.lines import split_blocks, trim
from factcheck_tui.claims.sentences import split_sentences
from factcheck_tui.model import Article, BlockRole, ClaimKind, SetAside, Span

LONGEST_HEADLINE: Final = 220  # characters; what is longer is a paragraph, as of a text without a headline
LONGEST_STANDFIRST: Final = 200  # ten standfirsts of the articles we know have 76-147, first paragraphs mostly more
STANDFIRST_SENTENCES: Final = 2
SHORTEST_PULL_QUOTE: Final = 5  # words

Role = ClaimKind | SetAside

_ASIDE: Final = {BlockRole.EMBED: SetAside.EMBED, BlockRole.SPEAKER: SetAside.SPEAKER}


class RawBlock(NamedTuple):
    """A block as it stands in the text; ``given`` is the role that the format gave, if it gives any."""

    span: Span
    gap_above: bool
    given: BlockRole | None


class ReadBlock(NamedTuple):
    """A piece of an article with what it is."""

    start: int
    end: int
    role: Role


def read_blocks(article: Article) -> list[ReadBlock]:
    """All blocks that hold a letter or a digit, in order and apart from each other, without the space around them."""
    raw = [block for block in _raw_blocks(article) if _has_words(article.text, block.span)]
    roles = [_role(article.text, raw, index) for index in range(len(raw))]
    _mark_top(article, raw, roles)
    _mark_posts(article.text, raw, roles)
    _mark_pull_quotes(article.text, raw, roles)
    read: list[ReadBlock] = []
    for block, role in zip(raw, roles, strict=True):
        joined = role is SetAside.EMBED and read and read[-1].role is SetAside.EMBED
        if joined and furniture.is_signature(article.text[slice(*block.span)]):
            read[-1] = read[-1]._replace(end=block.span.end)
        else:
            read.extend(_without_credit(article.text, block.span, role))
    return read


def _raw_blocks(article: Article) -> Iterator[RawBlock]:
    if article.blocks:
        for start, end, role in article.blocks:
            yield RawBlock(trim(article.text, start, end), True, role)
    else:
        for span, gap_above in split_blocks(article.text):
            yield RawBlock(span, gap_above, None)


def _has_words(text: str, span: Span) -> bool:
    return any(map(str.isalnum, text[span.start : span.end]))


def _role(text: str, blocks: list[RawBlock], index: int) -> Role:
    """What a block is by itself, wherever it stands."""
    span, _, given = blocks[index]
    words = text[span.start : span.end]
    if given in _ASIDE:
        return _ASIDE[given]
    if given is BlockRole.CAPTION or furniture.is_caption(words):
        return ClaimKind.CAPTION
    label = furniture.label(words)
    if label and (index > 0 or label is SetAside.BYLINE):  # "Watch: ..." on top is a headline
        return label
    if furniture.credit_start(words) is not None:
        return ClaimKind.CAPTION
    if furniture.is_question(words):
        return SetAside.QUESTION
    if given is BlockRole.HEADING or (given is None and furniture.is_heading(words)):
        return SetAside.HEADING
    return ClaimKind.STATEMENT


def _mark_top(article: Article, blocks: list[RawBlock], roles: list[Role]) -> None:
    """Give the headline and the standfirst their roles; a text of one block has neither."""
    running = (ClaimKind.STATEMENT, SetAside.HEADING, SetAside.QUESTION)
    spoken = roles.index(SetAside.SPEAKER) if SetAside.SPEAKER in roles else len(roles)
    top = [index for index, role in enumerate(roles[:spoken]) if role in running]  # nobody speaks a headline
    titled = [index for index in top if blocks[index].given is BlockRole.TITLE]
    if len(blocks) < 2 or not top:
        return
    head = titled[0] if titled else top[0]
    if not titled and (blocks[head].span.end - blocks[head].span.start > LONGEST_HEADLINE or head > 1):
        return
    roles[head] = ClaimKind.HEADLINE
    below = [index for index in top if index > head]
    if len(below) > 1 and roles[below[0]] is ClaimKind.STATEMENT and _is_standfirst(article, blocks, below[0]):
        roles[below[0]] = ClaimKind.STANDFIRST


def _is_standfirst(article: Article, blocks: list[RawBlock], index: int) -> bool:
    """Whether a block is one short paragraph apart from the headline above and from the body below."""
    start, end = blocks[index].span
    if end - start > LONGEST_STANDFIRST or not blocks[index].gap_above or not blocks[index + 1].gap_above:
        return False
    return len(split_sentences(article.text[start:end], article.language)) <= STANDFIRST_SENTENCES


def _mark_posts(text: str, blocks: list[RawBlock], roles: list[Role]) -> None:
    """Set embedded posts aside: a block that ends as a post does, and the signature below it with its text."""
    for index, block in enumerate(blocks):
        words = text[block.span.start : block.span.end]
        if furniture.is_signature(words):
            roles[index] = SetAside.EMBED
            if index and not block.gap_above:
                roles[index - 1] = SetAside.EMBED
        elif furniture.is_post(words):
            roles[index] = SetAside.EMBED


def _mark_pull_quotes(text: str, blocks: list[RawBlock], roles: list[Role]) -> None:
    """Set aside what only repeats words of a longer block, as a quotation in large letters between paragraphs does."""
    words = [text[slice(*block.span)] for block in blocks]
    for index, role in enumerate(roles):
        core = words[index].strip("\"'“”‘’«»„ ")
        if role not in (ClaimKind.STATEMENT, SetAside.HEADING) or len(core.split()) < SHORTEST_PULL_QUOTE:
            continue
        if text.count(core) > 1 and any(core in other and len(other) > len(words[index]) for other in words):
            roles[index] = SetAside.PULL_QUOTE


def _without_credit(text: str, span: Span, role: Role) -> Iterator[ReadBlock]:
    """The block, with the picture credit at its end as a piece of its own."""
    words = text[span.start : span.end]
    credit = furniture.credit_start(words) if role is ClaimKind.CAPTION else None
    if credit is None:
        yield ReadBlock(*span, role)
        return
    caption = trim(text, span.start, span.start + credit)
    if _has_words(text, caption):
        yield ReadBlock(*caption, role)
        yield ReadBlock(span.start + credit, span.end, SetAside.CREDIT)
    else:
        yield ReadBlock(*span, SetAside.CREDIT)
