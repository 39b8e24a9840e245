"""The domain of the desk: frozen values and enums, no I/O.

``id`` is 0 while a value is not stored. Offsets count characters (code points) of ``Article.text``, end exclusive.
Dates are ISO 8601 days as the source gives them ("" when it gives none); times are UTC, ISO 8601 to the millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


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


class BlockRole(StrEnum):
    """What a format itself says that a block of text is. Plain text says nothing; its blocks are worked out."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    EMBED = "embed"
    SPEAKER = "speaker"  # the label before somebody's words, in a transcript


class Band(StrEnum):
    """How far a score is to be trusted; the limits stand beside the weights in ``matching``."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"


class MatchDecision(StrEnum):
    """What a checker said of a match."""

    LINKED = "linked"
    DISMISSED = "dismissed"


class SourceKind(StrEnum):
    """How near a source is to what it tells: it was there itself, or it tells what another said."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Stance(StrEnum):
    """What a source says of a claim."""

    FOR = "for"
    AGAINST = "against"
    CONTEXT = "context"


class DifferenceKind(StrEnum):
    """What separates two similar statements."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NEGATION = "negation"
    DIRECTION = "direction"
    NAME = "name"


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
    id: int = 0
    added_at: str = ""


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
class PriorRecord:
    """A finished check: an imported fact-check, or this desk's own earlier verdict."""

    claim: str
    source_id: str  # the id it was imported under, or one made of url, claim and publisher; unique in a desk
    title: str = ""
    body: str = ""
    claimant: str = ""
    claim_date: str = ""
    rating: str = ""  # the publisher's words, never changed
    verdict: Verdict | None = None  # what our rating map makes of the rating
    publisher: str = ""
    review_date: str = ""
    url: str = ""
    language: str = ""
    own_claim_id: int | None = None  # the claim of this desk that the record is the verdict on
    id: int = 0


class AliasGroup(NamedTuple):
    """Names that stand for each other, in the order that they were added in."""

    id: int
    terms: tuple[str, ...]


class Term(NamedTuple):
    """A word to look for: folded as the archive's index folds it, and its stem as the index holds it.

    Words of a name are parted by spaces. Where several names stand for each other, ``names`` are all of them and the
    stem is a word of no text, in which both sides are compared.
    """

    word: str
    stem: str
    names: tuple[Term, ...] = ()
    gram: bool = False  # three characters of a text without spaces, to be asked of the index of such texts


@dataclass(frozen=True, slots=True)
class Query:
    """A text to find prior records for, and its distinct terms in reading order."""

    text: str
    terms: tuple[Term, ...]
    day: str = ""  # ISO: when the text was written, which "yesterday" is told from

    @property
    def too_little(self) -> bool:
        """True when no word is left to match on."""
        return not self.terms


class ConditionField(StrEnum):
    """What of a prior record a search can ask for beside its words."""

    RATING = "rating"
    PUBLISHER = "publisher"
    CLAIMANT = "claimant"
    LANGUAGE = "language"
    VERDICT = "verdict"
    AFTER = "after"
    BEFORE = "before"


class Condition(NamedTuple):
    """A condition of a search: ``value`` is in the field, is the verdict, or is where its dates begin or end."""

    field: ConditionField
    value: str
    excluded: bool = False  # those for which it holds are left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a checker looks for in the archive."""

    typed: str
    terms: tuple[Term, ...] = ()  # whole words
    beginning: Term | None = None  # the word that is being typed
    phrases: tuple[str, ...] = ()  # folded words that stand together
    without: tuple[str, ...] = ()  # words or phrases that must not be there
    conditions: tuple[Condition, ...] = ()

    @property
    def has_words(self) -> bool:
        return bool(self.terms or self.beginning or self.phrases)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prior record that the archive's index found for a query; bm25 is positive, higher is better."""

    record: PriorRecord
    bm25: float  # over claim and title, and over the body at a lower weight


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What the archive answers to a query: candidates, best first, and what ranking needs to know of the archive."""

    candidates: tuple[Candidate, ...]
    frequencies: Mapping[str, int]  # stem -> number of records that hold it, for the stems of the query
    records: int  # in the whole archive
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # stem that no record holds -> near ones


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates a claim from a record: the words on both sides, and where they stand ("" and None: missing)."""

    kind: DifferenceKind
    claim: str
    record: str
    claim_span: Span | None = None
    record_span: Span | None = None

    def __str__(self) -> str:
        if self.kind is DifferenceKind.NEGATION:
            return "negated"
        return f"{self.claim or '—'} ≠ {self.record or '—'}"


@dataclass(frozen=True, slots=True)
class Reason:
    """A share of a score, in words that a checker understands."""

    words: str
    points: float  # what it added to (or took from) the score's log-odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A claim beside a prior record."""

    record: PriorRecord
    score: int  # 0-100: the chance in percent that both say the same
    band: Band
    why: tuple[Reason, ...] = ()
    differences: tuple[Difference, ...] = ()
    claim_spans: tuple[Span, ...] = ()  # shared words in the claim's text
    record_spans: tuple[Span, ...] = ()  # and in the record's claim
    decision: MatchDecision | None = None


class BestMatch(NamedTuple):
    """How well the best record matches a claim, of those that nobody said are not the same."""

    score: int
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordUse:
    """A claim that a checker linked to a prior record, or said is not the same."""

    claim_id: int
    claim: str
    article_id: int
    article: str  # its title
    decision: MatchDecision
    checker: str
    at: str


@dataclass(frozen=True, slots=True)
class RecordBackground:
    """What the desk knows of a prior record beside the record itself."""

    uses: tuple[RecordUse, ...] = ()  # the newest first
    contradicted_by: Match | None = None  # a later record of the same claim with the opposite verdict


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a verdict rests on: a source, where in it, what it says. ``title`` or ``url`` says which source it is."""

    claim_id: int
    title: str = ""
    url: str = ""
    locator: str = ""  # where in the source: a page, a table, a minute
    quotation: str = ""
    kind: SourceKind = SourceKind.SECONDARY
    stance: Stance = Stance.FOR
    confidential: bool = False  # left out of exports unless it is asked for
    id: int = 0
    wording: int = 0  # which wording of it this is; each change makes another
    checker: str = ""  # who set this wording, and when
    at: str = ""

    @property
    def name(self) -> str:
        """What a list calls it."""
        return self.title or self.url


def without_confidential(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that may leave the desk without being asked for."""
    return tuple(source for source in evidence if not source.confidential)


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


class LaidOut(NamedTuple):
    """An article with all that its first look needs, read in this order: what is decided later is news."""

    last_line: int  # of the log, when the rest was read
    article: Article
    pieces: tuple[ClaimStatus, ...]
    left_at: int | None  # the id of the claim where the checker left it
    preferences: Mapping[str, str]  # how they like the desk


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


class Aspect(StrEnum):
    """What of a claim a decision is about."""

    VERDICT = "verdict"
    NOTE = "note"
    FLAG = "flag"
    MATCH = "match"  # with a record: linked, dismissed or neither
    SET_ASIDE = "set aside"  # why it is no claim, "" when it is one
    EVIDENCE = "evidence"  # of the subject's id: which wording of it stands, "" when it was removed
    WORDING = "wording"  # suggested for the article
    CLAIMANT = "claimant"  # who makes the claim, in place of whom the program found
    SEARCH_WORDS = "search words"  # to look for records with, "" for the article's own
    TAG = "tag"  # of the subject: whether the claim has it
    CARRIED = "carried from"  # of the subject, the id of a claim of the draft before: its words, which are the same
    CHANGED = "changed from"  # of the subject, as above: its words, which are others


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One aspect of one claim to be given a new value ("" for none)."""

    claim_id: int
    aspect: Aspect
    new: str
    record_id: int | None = None
    subject: str = ""  # which one, where a claim has several of an aspect
    seen: str | None = None  # the value that the checker had in view; None when that does not matter
    stands: int | None = None  # the line of the log whose author stands for it, where that is not the new one


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A line of the append-only log: what was changed, by whom and when. Lines of one key share the step."""

    id: int
    step_id: int
    act: str  # "do", "undo" or "redo"
    claim_id: int
    aspect: Aspect
    old: str
    new: str
    checker: str
    at: str
    record_id: int | None = None
    subject: str = ""
    about: str = ""  # the prior record or source that it is about, as a person names it
    uid: str = ""  # the step's name on every desk; of an undo or redo also the name of the step that is meant
    of_uid: str = ""
    stands: int | None = None  # the line whose value stands from here on; None when the claim is as it was found
    stands_uid: str = ""  # the step whose value stands from here on; "" when the claim is as it was found

    @property
    def change(self) -> str:
        """What was changed, in words: ``verdict pending → disputed``, ``evidence added``."""
        if self.aspect in (Aspect.CARRIED, Aspect.CHANGED):
            return f"{self.aspect} “{self.new or self.old}”{'' if self.new else ' no more'}"
        if self.aspect is Aspect.EVIDENCE:
            return f"{self.aspect} {'added' if not self.old else 'changed' if self.new else 'removed'}"
        if self.aspect is Aspect.TAG:
            return f"{self.aspect} {self.subject} {'given' if self.new else 'taken away'}"
        return f"{self.aspect} {self.old or 'none'} → {self.new or 'none'}"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A line of the log beside the claim that it is about."""

    decision: Decision
    number: int  # of the claim today; 0 when it is set aside
    claim: str
    article_id: int
    article: str  # its title


@dataclass(frozen=True, slots=True)
class Presence:
    """A checker who is at a claim right now, at another open desk."""

    checker: str
    claim_id: int


@dataclass(frozen=True, slots=True)
class News:
    """What happened at other open desks since the last look."""

    decisions: tuple[tuple[Decision, int], ...] = ()  # each with the id of its article, the oldest first
    others: tuple[Presence, ...] = ()  # by name


@dataclass(frozen=True, slots=True)
class Step:
    """What one key did, as a whole: the unit of undo."""

    id: int
    act: str
    checker: str
    at: str
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of an import that is no record: where, why, and the row as it came."""

    line: int
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of an import that is a record, with the row as it came (JSON text), and what its verdict rests on."""

    line: int
    record: PriorRecord
    raw: str
    labels: tuple[str, ...] = ()  # the rating's, where it is several: one rating in several languages
    by_scale: Verdict | None = None  # what the publisher's numeric scale says, whatever the label says


class RatingLabel(NamedTuple):
    """A publisher's rating, what the map says that it stands for, and how many imported records carry it."""

    label: str
    verdict: Verdict | None
    records: int
    unmapped: int  # of the records, those without a verdict; the others may have theirs from a numeric scale


class ColumnGuess(NamedTuple):
    """A column of a sheet, the field that it is read as ("" for none), and its first values."""

    column: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetGuess:
    """What the columns of a free sheet are read as; ``guessed``: nobody has said so yet."""

    columns: tuple[ColumnGuess, ...]
    guessed: bool

    def mapping(self) -> dict[str, str]:
        """Column -> field, "" for none."""
        return {each.column: each.field for each in self.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """How an import ended; ``read == added + updated + unchanged + refused``."""

    source: str
    format: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()  # the first of them
    refused_file: str = ""  # where all of them are, to be mended and imported again; "" for nowhere
    unmapped: Mapping[str, int] = field(default_factory=dict)  # rating -> rows, where no verdict could be told
    columns: Mapping[str, str] = field(default_factory=dict)  # of a sheet: column -> field
    stopped: str = ""  # why the source could not be read to its end; the rows before are in
    dry_run: bool = False

    @property
    def read(self) -> int:
        return self.added + self.updated + self.unchanged + self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article of a verdict list, whole: its text, and its pieces as they were found, listed or not."""

    article: Article
    pieces: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Something that two desks decided differently without knowing of each other; this desk's decision stays."""

    article: str  # its title
    claim: str
    what: str  # the aspect, and which one where there are several
    ours: str
    our_checker: str
    theirs: str
    their_checker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """How the merge of another desk's work ended."""

    source: str
    records: int = 0  # prior records added; those that this desk holds stay as they are
    known_records: int = 0
    articles: int = 0  # added
    claims: int = 0  # pieces of articles added
    decisions: int = 0  # lines of the log added
    known_decisions: int = 0
    conflicts: tuple[Conflict, ...] = ()
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Another desk's work, with that desk's ids; read from its file, or from a verdict list in JSON."""

    articles: tuple[ListedArticle, ...]
    lines: tuple[Decision, ...] = ()  # of the log, in its order
    cited: Mapping[int, PriorRecord] = field(default_factory=dict)  # id -> every record that a line names
    wordings: Mapping[int, Evidence] = field(default_factory=dict)  # id -> every wording that a line names
    archive: Iterable[ImportedRow] = ()  # its prior records


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """A line of a verdict list."""

    article: Article  # text left empty
    status: ClaimStatus
    line: int  # of the article's text, from 1
    links: tuple[Match, ...] = ()
    best: Match | None = None  # the best match that nobody dismissed
    evidence: tuple[Evidence, ...] = ()  # confidential sources only where they were asked for
    history: tuple[Decision, ...] = ()
    matches: tuple[Match, ...] = ()  # as the desk shows them beside the claim
    cited: tuple[PriorRecord, ...] = ()  # every record that its history names
    wordings: tuple[Evidence, ...] = ()  # every wording of a source that its history names


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictList:
    """What an export writes: rows in reading order of their articles."""

    title: str
    rows: tuple[VerdictRow, ...]
    articles: tuple[ListedArticle, ...] = ()  # of the rows, in their order

    def count(self, verdict: Verdict) -> int:
        return sum(row.status.verdict is verdict for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written where."""

    path: str  # "-" for standard output
    format: str
    rows: int
    sha256: str
    counts: Mapping[Verdict, int]
    companions: tuple[str, ...] = ()  # files written beside it
    remarks: tuple[str, ...] = ()  # what its readers will miss in it
