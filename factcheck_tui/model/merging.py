"""The work of another desk, and how its merge ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factcheck_tui.model.decision import Decision
from factcheck_tui.model.evidence import Evidence
from factcheck_tui.model.importing import ImportedRow
from factcheck_tui.model.record import PriorRecord
from factcheck_tui.model.verdict_list import ListedArticle


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
