"""The domain of the desk: frozen values and enums, no I/O.

``id`` is 0 while a value is not stored. Offsets count characters (code points) of ``Article.text``, end exclusive.
Dates are ISO 8601 days as the source gives them ("" when it gives none); times are UTC, ISO 8601 to the millisecond.
"""

from factcheck_tui.model import names
from factcheck_tui.model.article import (
    Article,
    ArticleProgress,
    Block,
    BlockRole,
    FactsLeft,
    ParagraphFacts,
    Place,
    Revision,
    Span,
)
from factcheck_tui.model.claim import Claim, ClaimKind, ClaimStatus, Nature, SetAside, Verdict
from factcheck_tui.model.decision import Aspect, Change, Decision, HistoryLine, Step
from factcheck_tui.model.evidence import Evidence, SourceKind, Stance, without_confidential
from factcheck_tui.model.importing import ColumnGuess, ImportedRow, ImportReport, RatingLabel, Refusal, SheetGuess
from factcheck_tui.model.match import (
    FOUND,
    Band,
    BestMatch,
    Difference,
    DifferenceKind,
    Match,
    MatchDecision,
    Reason,
    RecordBackground,
    RecordUse,
    is_found,
)
from factcheck_tui.model.merging import Conflict, Handover, MergeReport
from factcheck_tui.model.open_desk import LaidOut, News, Presence
from factcheck_tui.model.record import PriorRecord
from factcheck_tui.model.search import (
    AliasGroup,
    Candidate,
    Condition,
    ConditionField,
    Query,
    Retrieved,
    Search,
    Term,
    meant_as_condition,
)
from factcheck_tui.model.verdict_list import ExportReport, ListedArticle, VerdictList, VerdictRow

__all__ = [
    "FOUND",
    "AliasGroup",
    "Article",
    "ArticleProgress",
    "Aspect",
    "Band",
    "BestMatch",
    "Block",
    "BlockRole",
    "Candidate",
    "Change",
    "Claim",
    "ClaimKind",
    "ClaimStatus",
    "ColumnGuess",
    "Condition",
    "ConditionField",
    "Conflict",
    "Decision",
    "Difference",
    "DifferenceKind",
    "Evidence",
    "ExportReport",
    "FactsLeft",
    "Handover",
    "HistoryLine",
    "ImportReport",
    "ImportedRow",
    "LaidOut",
    "ListedArticle",
    "Match",
    "MatchDecision",
    "MergeReport",
    "Nature",
    "News",
    "ParagraphFacts",
    "Place",
    "Presence",
    "PriorRecord",
    "Query",
    "RatingLabel",
    "Reason",
    "RecordBackground",
    "RecordUse",
    "Refusal",
    "Retrieved",
    "Revision",
    "Search",
    "SetAside",
    "SheetGuess",
    "SourceKind",
    "Span",
    "Stance",
    "Step",
    "Term",
    "Verdict",
    "VerdictList",
    "VerdictRow",
    "is_found",
    "meant_as_condition",
    "names",
    "without_confidential",
]
