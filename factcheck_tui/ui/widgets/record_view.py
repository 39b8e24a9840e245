"""A prior record in full, with why it matched and what differs, and what the checker has said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from factcheck_tui.clock import local_day
from factcheck_tui.desk.background import age
from factcheck_tui.model import ClaimStatus, Evidence, Match, MatchDecision, PriorRecord, RecordBackground, RecordUse
from factcheck_tui.ui.content import DIFFERS, flow, indented, marked, plain
from factcheck_tui.ui.scrolling import SCROLLING
from factcheck_tui.ui.theme import BANDS
from factcheck_tui.ui.widgets.claim_facts import known_of, long_note, of_claim
from factcheck_tui.ui.widgets.line_view import LineView
from factcheck_tui.ui.widgets.match_list import publisher_of, rating, source
from factcheck_tui.ui.wrapping import LONGEST
from factcheck_tui.visible import visible

WIDE = 1000  # cells of a line before there is a pane to measure


class RecordView(LineView, inherit_bindings=False):
    """Scrolls with the keys of any list when it has the focus. Its words can be chosen with the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = SCROLLING

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Content("")
        self._drawn_at = 0  # cells of a line
        self._lines: list[Strip] | None = None  # of the text, for the width that it has; None: to be made anew
        self._status: ClaimStatus | None = None
        self._sources: Sequence[Evidence] = ()  # of that claim
        self._record: PriorRecord | None = None
        self._match: Match | None = None
        self._background = RecordBackground()
        self._empty = ""

    def show(self, status: ClaimStatus | None, match: Match | None, empty: str) -> None:
        """Show a match, below what is known of its claim."""
        if status is None or self._status is None or status.claim.id != self._status.claim.id:
            self._sources = ()  # they come a moment later
        self._status = status
        self._match = match
        self._empty = empty
        self._update(match.record if match else None)

    def show_record(self, record: PriorRecord | None, empty: str) -> None:
        """Show a record of the archive, without a claim beside it."""
        self._empty = empty
        self._update(record)

    def show_evidence(self, claim_id: int, sources: Sequence[Evidence]) -> None:
        """Add the sources of the claim."""
        if self._status and self._status.claim.id == claim_id and sources != self._sources:
            self._sources = sources
            self._draw()

    def show_background(self, record_id: int, background: RecordBackground) -> None:
        """Add what the desk knows of the record that is shown."""
        if self._record and self._record.id == record_id and background != self._background:
            self._background = background
            self._draw()

    def _update(self, record: PriorRecord | None) -> None:
        if record is None or self._record is None or record.id != self._record.id:
            self._background = RecordBackground()  # it comes a moment later
            self.scroll_home(animate=False)
        self._record = record
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self._text_width or WIDE
        if self._record is None:
            lines = [Content.styled(self._empty, "$muted")]
        elif self._match is None:
            lines = of_record(self._record, self._background, width)
        else:
            lines = of_match(self._match, self._of_other_claims(), width)
        if self._status:
            before, after = of_claim(self._status, self._sources, width), known_of(self._status)
            lines = [*before, *lines, *after, *long_note(self._status)]
        text = Content("\n").join(indented(line, width) for line in lines)
        if width != self._drawn_at or not text.is_same(self._text):
            self._text, self._drawn_at = text, width
            self._fit()

    def _of_other_claims(self) -> RecordBackground:
        """What is known of the record, without what was decided on it for the claim in view: that is said above it."""
        here = self._status.claim.id if self._status else 0
        uses = tuple(use for use in self._background.uses if use.claim_id != here)
        return replace(self._background, uses=uses)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lines = None  # another theme

    def render_line(self, y: int) -> Strip:
        lines, number = self._drawn(), y + self.scroll_offset.y
        blank = Strip.blank(1, self.visual_style.rich_style)
        line = lines[number] if number < len(lines) else Strip.blank(self._text_width, self.visual_style.rich_style)
        return Strip.join([blank, line, blank])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract(self._text.plain), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._lines = None
        super().selection_updated(selection)

    @property
    def _text_width(self) -> int:
        return min(max(self.scrollable_content_region.width - 2, 0), LONGEST)

    def _fit(self) -> None:
        self._lines = None
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._drawn()))
        self.refresh()

    def _drawn(self) -> list[Strip]:
        if not self.is_attached:  # a search may end after its screen was left
            return []
        if self._lines is None:
            self._lines = Visual.to_strips(self, self._text, self._text_width, None, self.visual_style, pad=True)
        return self._lines


def of_match(match: Match, background: RecordBackground, width: int) -> list[Content]:
    """A match: the record, with the score taken apart in words."""
    chance = Content.styled(f"{match.score} {match.band}", BANDS[match.band])
    head = Content.assemble("chance that both say the same, in percent: ", chance)
    why = [Content.assemble("  ", plain(reason.words)) for reason in match.why]
    differs = [
        Content.assemble("  ", (f"{difference.kind}: ", "$muted"), plain(str(difference), DIFFERS))
        for difference in match.differences
    ]
    said = {
        MatchDecision.LINKED: "The claim is linked to it.",
        MatchDecision.DISMISSED: "Not the same claim, it was said; the same key takes that back.",
        None: "",
    }[match.decision]
    return [
        *([Content.styled(said, "$emphasis")] if said else []),
        *of_record(match.record, background, width, match),
        Content(""),
        head,
        *([Content.styled("why", "$muted"), *why] if why else []),
        Content.styled("differs" if differs else "differs: nothing found", "$muted"),
        *differs,
    ]


def of_record(
    record: PriorRecord, background: RecordBackground, width: int, match: Match | None = None
) -> list[Content]:
    """A record: who rated it what and when, its claim, its title and reasoning, its page, and what it was used for.

    :param width: cells of a line, which breaks no age and no short fact in two
    """
    claim = marked(record.claim, match.record_spans if match else (), "bold $shared-word")
    facts = [
        (record.claimant, "said by "),
        (record.claim_date, "said on "),
        (record.language, "language "),
        (record.source_id, "id "),
    ]
    known = [plain(f"{words}{fact}", "$muted") for fact, words in facts if fact]
    old = age(record.review_date, date.today())
    head = [
        Content.assemble(("rated " if record.rating else "", "$muted"), rating(record)),
        Content.assemble(("by ", "$muted"), plain(publisher_of(record))),
        plain(record.review_date or "no date"),
        *([Content.styled(old, "$muted")] if old else []),
    ]
    return [
        flow(head, width),
        *_contradiction(background.contradicted_by),
        claim,
        *([plain(record.title, "italic")] if record.title else []),
        *([Content(visible(record.body))] if record.body else []),
        *([plain(record.url, "$muted")] if record.url else []),
        flow(known, width),
        *([Content.styled("decided on it before", "$muted")] if background.uses else []),
        *(_use(use) for use in background.uses),
    ]


def _contradiction(later: Match | None) -> list[Content]:
    """That a later record says otherwise, and which."""
    if later is None:
        return []
    record = later.record
    return [
        Content.assemble(
            ("A later record says otherwise: ", DIFFERS),
            rating(record),
            ("  by ", "$muted"),
            plain(source(record)),
            "  ",
            _quoted(record.claim),
        )
    ]


def _quoted(text: str) -> Content:
    """A claim in quotation marks, of which a claim that is a quotation has its own."""
    own = (text[:1], text[-1:]) in (("“", "”"), ('"', '"'))
    return plain(text) if own else Content.assemble(("“", "$muted"), plain(text), ("”", "$muted"))


def _use(use: RecordUse) -> Content:
    """A line on what a checker said of the record before."""
    words = {MatchDecision.LINKED: "⇔ linked to ", MatchDecision.DISMISSED: "✕ not the same as "}[use.decision]
    return Content.assemble(
        (f"  {words}", "$emphasis" if use.decision is MatchDecision.LINKED else "$muted"),
        _quoted(use.claim),
        (" in ", "$muted"),
        plain(use.article, "italic"),
        (f"  {local_day(use.at)} by ", "$muted"),
        plain(use.checker),
    )
