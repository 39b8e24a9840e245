"""Articles: a draft with its pieces, how far its check has come, and what a new draft changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factcheck_tui.model.claim import Claim


class BlockRole(StrEnum):
    """What a format itself says that a block of text is. Plain text says nothing; its blocks are worked out."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    EMBED = "embed"
    SPEAKER = "speaker"  # the label before somebody's words, in a transcript


class Span(NamedTuple):
    """A piece of a text, ``text[start:end]``."""

    start: int
    end: int


class Block(NamedTuple):
    """A piece of ``Article.text`` whose role the file's format gave."""

    start: int
    end: int
    role: BlockRole


class Place(NamedTuple):
    """What holds from ``Article.text[start]`` on, up to the next place."""

    start: int
    words: str = ""  # where in what the text was read from: a page, a time code
    speaker: str = ""  # whose words a transcript gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The text being checked, one draft of it."""

    text: str
    title: str
    source: str = ""  # the file name as given, or "-" for a pipe
    language: str = "en"
    byline: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    blocks: tuple[Block, ...] = ()  # not stored, as the places: only claim finding needs them
    places: tuple[Place, ...] = ()
    revises: int = 0  # the id of the draft before, 0 where there is none
    away: bool = False  # put away by a checker: off the list, as one that was added by mistake
    id: int = 0
    added_at: str = ""


class ParagraphFacts(NamedTuple):
    """A paragraph of an article, with how many claims begin in it and how many of them are still pending."""

    start: int
    end: int
    claims: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsLeft:
    """How many claims of an article are still pending, and where; only paragraphs with claims are listed."""

    claims: int
    left: int
    paragraphs: tuple[ParagraphFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleProgress:
    """An article as the list of articles shows it. ``article.text`` is left empty."""

    article: Article
    claims: int
    confirmed: int
    disputed: int

    @property
    def pending(self) -> int:
        return self.claims - self.confirmed - self.disputed


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How a draft came out beside the one before: claims of it that are the same, changed and new, and what went."""

    article: Article
    kept: int
    changed: int
    new: int
    removed: tuple[Claim, ...]  # claims of the draft before
