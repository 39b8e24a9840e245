"""A prior record in full, with why it matched and what differs, and what the checker has said of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck_tui.model import Match, MatchDecision, PriorRecord
from factcheck_tui.ui.content import DIFFERS, marked, plain, score
from factcheck_tui.ui.keys import SCROLLING
from factcheck_tui.ui.widgets.match_list import rating, source
from factcheck_tui.visible import visible


class RecordView(VerticalScroll, inherit_bindings=False):
    """Scrolls with the keys of any list when it has the focus."""

    DEFAULT_CSS = """
    RecordView { scrollbar-size-vertical: 1; }
    RecordView > Static { width: 1fr; height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = SCROLLING

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Static("", markup=False)

    def compose(self) -> ComposeResult:
        yield self._text

    def show(self, match: Match | None, note: str, empty: str) -> None:
        """Show a match, the note of its claim beside it."""
        self._update(Content.styled(empty, "$muted") if match is None else of_match(match), note)

    def show_record(self, record: PriorRecord | None, empty: str) -> None:
        """Show a record of the archive, without a claim beside it."""
        self._update(Content.styled(empty, "$muted") if record is None else of_record(record), "")

    def _update(self, content: Content, note: str) -> None:
        if note:
            content = Content("\n").join([Content.assemble(("note: ", "$muted"), (visible(note), "")), content])
        self._text.update(content)
        self.scroll_home(animate=False)


def of_match(match: Match) -> Content:
    """A match: the record, with the score taken apart in words."""
    head = Content.assemble("chance that both say the same, in percent: ", score(match))
    why = [Content.assemble("  ", plain(reason.words)) for reason in match.why]
    differs = [
        Content.assemble("  ", (f"{difference.kind}: ", "$muted"), plain(str(difference), DIFFERS))
        for difference in match.differences
    ]
    said = {
        MatchDecision.LINKED: "You linked the claim to it.",
        MatchDecision.DISMISSED: "Not the same claim, it was said; x takes that back.",
        None: "",
    }[match.decision]
    lines = [
        *([Content.styled(said, "$accent")] if said else []),
        of_record(match.record, match),
        Content(""),
        head,
        *([Content.styled("why", "$muted"), *why] if why else []),
        Content.styled("differs" if differs else "differs: nothing found", "$muted"),
        *differs,
    ]
    return Content("\n").join(lines)


def of_record(record: PriorRecord, match: Match | None = None) -> Content:
    """A record: who rated it what and when, its claim, its title and reasoning, its page."""
    claim = marked(record.claim, match.record_spans if match else (), "bold $shared-word")
    facts = [
        (record.claimant, "said by "),
        (record.claim_date, "said on "),
        (record.language, "language "),
        (record.source_id, "id "),
    ]
    known = " · ".join(f"{words}{fact}" for fact, words in facts if fact)
    lines = [
        Content.assemble(("rated ", "$muted"), rating(record), ("  by ", "$muted"), plain(source(record))),
        claim,
        *([plain(record.title, "italic")] if record.title else []),
        *([Content(visible(record.body))] if record.body else []),
        *([plain(record.url, "$muted")] if record.url else []),
        plain(known, "$muted"),
    ]
    return Content("\n").join(lines)
