"""What is decided in a review line by line: verdicts, links, notes, tags, wordings and sources, a command each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck_tui.cli.printing import put
from factcheck_tui.errors import FactcheckError, NotFoundError
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.desk import Desk
    from factcheck_tui.model import ClaimStatus, Evidence, Match, MatchDecision

HELP = """c, d, p   confirmed, disputed, pending; then the next undecided claim
1 to 9    link the claim to that record; again takes the link back
a 2       link record 2 and take over its verdict
x 2       record 2 is not the same claim; again takes that back
i WORDS   note on the claim; i - takes it away
w WORDS   what the article should say instead; w - takes it away
e WORDS   a source: its title and address; e primary, against: WORDS says what
          it is (secondary, for, context, confidential); e alone reads the sources
t WORDS   the claim's tags, by commas; t - takes them away
f         flag the claim for later; again takes the flag away
u, U      undo what you decided last, on whatever claim; redo it"""


class Deciding:
    """The commands of a review that decide something on the claim that was read out last."""

    def __init__(self, desk: Desk, article_id: int) -> None:
        self._desk = desk
        self._article_id = article_id
        self._claim_id = 0
        self._records: list[Match] = []  # of the claim that was read last, as they were numbered
        self._heard: ClaimStatus | None = None  # the claim as it was read out: what is decided is decided on that

    def _go_to(self, claim_id: int) -> None:
        raise NotImplementedError

    def _mark(self, word: str) -> None:
        from factcheck_tui.model import Verdict

        status = self._seen()
        self._desk.mark([self._claim_id], Verdict(word), seen={self._claim_id: status.verdict})
        self._marked(status, word)

    def _marked(self, status: ClaimStatus, word: str) -> None:
        """Say the verdict, and go on to the next undecided claim."""
        from factcheck_tui.model import Verdict

        self._heard = replace(status, verdict=Verdict(word))
        put(f"Claim {status.claim.number} {word}.")
        pieces = self._claims()
        _, next_place = self._beside(pieces)
        others = (*pieces[next_place:], *pieces[: next_place - 1])
        following = next((piece.claim.id for piece in others if piece.verdict is Verdict.PENDING), 0)
        if following:
            self._go_to(following)
        else:
            put("No other claim is undecided. q ends.")

    def _adopt(self, words: str) -> None:
        status, match = self._seen(), self._numbered(words)
        self._desk.adopt(self._claim_id, match.record.id, seen=status.verdict)
        put(f"Claim {status.claim.number} linked to record {words}.")
        self._marked(status, str(match.record.verdict))

    def _link(self, words: str) -> None:
        from factcheck_tui.model import MatchDecision

        self._decide_match(words, MatchDecision.LINKED, "linked to")

    def _dismiss(self, words: str) -> None:
        from factcheck_tui.model import MatchDecision

        self._decide_match(words, MatchDecision.DISMISSED, "is not the same as")

    def _decide_match(self, words: str, decision: MatchDecision, said: str) -> None:
        status, match = self._seen(), self._numbered(words)
        kept = {each.record.id: each.decision for each in self._desk.matches(self._claim_id)}
        again = kept.get(match.record.id) is decision
        self._desk.decide_match(self._claim_id, match.record.id, None if again else decision)
        claim = f"{'Taken back: claim' if again else 'Claim'} {status.claim.number}"
        put(f"{claim} {said} record {words}: {one_line(match.record.claim)}")

    def _note(self, words: str) -> None:
        status = self._seen()
        note = "" if words == "-" else words
        self._desk.note(self._claim_id, note, seen=status.note)
        self._heard = replace(status, note=note)
        put(f"Note on claim {status.claim.number} {'kept' if note else 'taken away'}.")

    def _suggest(self, words: str) -> None:
        status = self._seen()
        wording = "" if words == "-" else words
        self._desk.suggest_wording(self._claim_id, wording, seen=status.suggested_wording)
        self._heard = replace(status, suggested_wording=wording)
        put(f"Wording for claim {status.claim.number} {'kept' if wording else 'taken away'}.")

    def _tag(self, words: str) -> None:
        from factcheck_tui.desk import read_tags

        status = self._seen()
        before, now = set(status.tags), set(read_tags("" if words == "-" else words))
        self._desk.tag([self._claim_id], add=sorted(now - before), remove=sorted(before - now))
        self._heard = replace(status, tags=tuple(sorted(now)))
        put(f"Tags of claim {status.claim.number}: {', '.join(sorted(now)) or 'none'}.")

    def _add_source(self, words: str) -> None:
        status = self._seen()
        self._desk.add_evidence(_source(status, words))
        put(f"Source of claim {status.claim.number} kept.")
        self._read_sources()

    def _read_sources(self) -> None:
        sources = self._desk.evidence_of(self._claim_id)
        for number, each in enumerate(sources, 1):
            told = [each.kind, each.stance, "confidential" if each.confidential else "", each.title, each.locator]
            put(f"Source {number}: {', '.join(one_line(part) for part in (*told, each.url) if part)}.")
        primary = sum(each.kind == "primary" for each in sources)
        put(f"{len(sources)} sources, {primary} of them primary." if sources else "The claim has no source.")

    def _flag(self) -> None:
        status = self._seen()
        self._desk.flag([self._claim_id], not status.flagged)
        self._heard = replace(status, flagged=not status.flagged)
        put(f"Claim {status.claim.number} {'no longer flagged' if status.flagged else 'flagged for later'}.")

    def _step_back(self, did: str, which: str) -> None:
        """Undo or redo, whatever face it was decided at, and go to the claim where it stands in this article."""
        step = self._desk.undo() if which == "undo" else self._desk.redo()
        if step is None or not step.decisions:
            put(f"There is nothing to {which}.")
            return
        if step.for_the_desk:
            put(f"{did}: {one_line(step.told)}.")
            return
        first = step.decisions[0]
        status = self._desk.claim(first.claim_id)
        here = status.claim.article_id == self._article_id
        where = f"claim {status.claim.number}" if here else f"article {status.claim.article_id}"
        put(f"{did}: {where}, {'; '.join(one_line(line.change) for line in step.decisions)}.")
        if here and status.claim.is_claim:
            self._go_to(first.claim_id)

    def _numbered(self, words: str) -> Match:
        known = {str(number): match for number, match in enumerate(self._records, 1)}
        if words not in known:
            raise NotFoundError(f"“{words}” names no record; this claim has {len(known)}.")
        return known[words]

    def _seen(self) -> ClaimStatus:
        """The claim as the checker heard it, to be decided on. :raises FactcheckError: when it is no claim any more"""
        now = self._desk.claim(self._claim_id)
        if not now.claim.is_claim:
            raise FactcheckError("This was set aside meanwhile, so it is no claim; s and b go on.")
        return self._heard or now

    def _claims(self) -> list[ClaimStatus]:
        return self._desk.claims(self._article_id)

    def _beside(self, pieces: list[ClaimStatus]) -> tuple[int, int]:
        """The places of the claims before and after this one, which may have been set aside meanwhile."""
        ids = [status.claim.id for status in pieces]
        if self._claim_id in ids:
            return ids.index(self._claim_id) - 1, ids.index(self._claim_id) + 1
        start = self._desk.claim(self._claim_id).claim.start
        after = sum(status.claim.start < start for status in pieces)
        return after - 1, after


def _source(status: ClaimStatus, words: str) -> Evidence:
    """A source as it is typed: "primary, against: Harbour log https://…"; what stands before a colon may be left out.

    A source most likely speaks for the verdict that was set, as in the desk's form.
    """
    from factcheck_tui.model import Evidence, SourceKind, Stance, Verdict
    from factcheck_tui.ui.pasted import read_pasted

    kinds, stances = {str(kind): kind for kind in SourceKind}, {str(stance): stance for stance in Stance}
    before, _, after = words.partition(":")
    said = before.casefold().replace(",", " ").split()
    known = bool(said) and {*said} <= {*kinds, *stances, "confidential"}
    text = after.strip() if known else words
    pasted = read_pasted(text)
    likely = Stance.AGAINST if status.verdict is Verdict.DISPUTED else Stance.FOR
    return Evidence(
        claim_id=status.claim.id,
        kind=next((kinds[word] for word in said if known and word in kinds), SourceKind.SECONDARY),
        stance=next((stances[word] for word in said if known and word in stances), likely),
        confidential=known and "confidential" in said,
        title=pasted.title if pasted else text,
        url=pasted.url if pasted else "",
    )
