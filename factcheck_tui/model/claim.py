"""Claims: what a checker finds of them, where they stand and what they state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The checker's finding on a claim."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    PENDING = "pending"


class ClaimKind(StrEnum):
    """Where in an article a claim stands; errors hide in what surrounds the running text."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    STATEMENT = "statement"


class Nature(StrEnum):
    """What a claim states, wherever it stands; it says what kind of source a checker looks for."""

    STATISTIC = "statistic"
    EVENT = "event"
    QUOTATION = "quotation"
    ACCUSATION = "accusation"
    RECORD = "record"  # the first, the largest, never before
    PREDICTION = "prediction"
    BACKGROUND = "background"


class SetAside(StrEnum):
    """Why a piece of an article is no claim, in the words that the desk shows."""

    HEADING = "section heading"
    QUESTION = "question"
    CROSS_REFERENCE = "cross-reference"
    SOURCE_LINE = "source line"
    CREDIT = "picture credit"
    BYLINE = "byline"
    EMBED = "embedded post"
    SPEAKER = "speaker's name"
    PULL_QUOTE = "pull quote"
    OPINION = "opinion"
    WISH = "wish"
    COURTESY = "thanks or greeting"
    NOTHING = "nothing to check"
    CHECKER = "set aside by a checker"
    WITHDRAWN = "withdrawn"  # a checker made it, and took that back, split it or joined it; never shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A checkable statement of an article, or a piece of it that was set aside: ``text[start:end] == claim.text``."""

    start: int
    end: int
    text: str
    kind: ClaimKind = ClaimKind.STATEMENT
    nature: Nature | None = None  # None for what was never a sentence, as a picture credit
    claimant: str = ""  # who makes the claim, as the checker corrected it; "" when the article says it itself
    cue: str = ""  # the words that attribute it: "according to", "said"
    reported_by: str = ""  # who says that the claimant said it, where that is not the article itself
    priority: int = 0  # 0-100, how much the claim wants checking
    reasons: tuple[str, ...] = ()  # of the priority, in words
    set_aside: SetAside | None = None
    search_words: str = ""  # a checker's, in place of the text when records are looked for; never shown as the claim
    place: str = ""  # where it stands in what the article was read from: a time code, a page
    number: int = 0  # 1 upward in reading order among the claims of the article; 0 for what is set aside
    article_id: int = 0
    id: int = 0

    @property
    def is_claim(self) -> bool:
        return self.set_aside is None

    @property
    def searched(self) -> str:
        """What prior records are looked for with."""
        return self.search_words or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStatus:
    """A claim as the desk lists it: with its current verdict and what hangs on it."""

    claim: Claim
    verdict: Verdict = Verdict.PENDING
    checker: str = ""  # who set the verdict; "" while nobody did
    decided_at: str = ""
    note: str = ""
    flagged: bool = False
    linked: int = 0  # records linked to it
    suggested_wording: str = ""  # what the article should say instead
    sources: int = 0  # pieces of evidence
    primary_sources: int = 0  # of these
    tags: tuple[str, ...] = ()  # in alphabetical order
    was: str = ""  # its words in the draft before, where they were others

    @property
    def secondary_only(self) -> bool:
        """Whether it rests on sources, and none of them was there itself."""
        return self.sources > 0 and not self.primary_sources
