"""Another desk's work merged into this one's: articles, claims and the whole history, each told apart by what it is.

An article is its text, a piece its place in it, a prior record the id that it was imported under, a step its
``uid``. What this desk lacks is added; what it holds stays. Both histories are kept, so that a second merge of a
file finds nothing to add.

Where both decided on the same thing since they parted, and differently, this desk's decision stays until a person
looks: theirs is logged, a step that takes it back follows it, and the conflict is reported. Where only they decided,
or knew of our decision when they did, theirs stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from factcheck_tui.archive.identity import made_id
from factcheck_tui.desk import matcher
from factcheck_tui.desk.foreign_evidence import ForeignEvidence
from factcheck_tui.desk.settling import Parted, Thing, about, conflicts, settle, thing
from factcheck_tui.model import (
    Aspect,
    Claim,
    Conflict,
    Decision,
    Handover,
    ImportedRow,
    ImportReport,
    MatchDecision,
    MergeReport,
)
from factcheck_tui.store import Store

BATCH = 1000  # rows of their archive in one transaction
FORM = "desk"  # in the log of imports
_ORIGIN = (Aspect.CARRIED, Aspect.CHANGED)  # their subject is a claim of the draft before
# what this desk's own records tell of a claim
_PUBLISHED = (Aspect.VERDICT, Aspect.NOTE, Aspect.SET_ASIDE, Aspect.CARRIED)


class DryRunError(Exception):
    """Ends the transaction of a dry run."""


def merge(store: Store, theirs: Handover, source: str, checker: str, now: str, *, dry_run: bool) -> MergeReport:
    """Take another desk's work into this one's.

    :param checker: who merges, and signs the steps that keep this desk's decisions
    :raises StoreError: when it cannot be written; of the archive whole batches may have been, of the history nothing
    """
    if not dry_run:
        return _merge(store, theirs, source, checker, now)
    try:
        with store.writing():
            report = _merge(store, theirs, source, checker, now)
            raise DryRunError
    except DryRunError:
        return replace(report, dry_run=True)


def _merge(store: Store, theirs: Handover, source: str, checker: str, now: str) -> MergeReport:
    added, known = _merge_archive(store, theirs.archive, source, checker, now)
    merger = _Merger(store, theirs, checker, now)
    with store.writing():
        merger.add_articles()
        merger.add_records(source)
        merger.add_lines()
    return MergeReport(
        source=source,
        records=added + merger.records,
        known_records=known,
        articles=merger.articles,
        claims=merger.claims,
        decisions=merger.decisions,
        known_decisions=len(theirs.lines) - merger.decisions,
        conflicts=tuple(merger.conflicts),
    )


def _merge_archive(store: Store, rows: Iterable[ImportedRow], source: str, checker: str, now: str) -> tuple[int, int]:
    """Add the records that this desk lacks, in batches; those that it holds under the same id stay as they are."""
    rows = iter(rows)
    added = known = import_id = 0
    while batch := list(islice(rows, BATCH)):
        with store.writing():
            lacking = store.exchange.unknown([row.record.source_id for row in batch])
            new = [row for row in batch if row.record.source_id in lacking]
            known += len(batch) - len(new)
            if new:
                import_id = import_id or store.imports.begin(source, FORM, checker, now)
                store.records.merge(new, import_id)
                store.records.new_edition()
                added += len(new)
    if import_id:
        with store.writing():
            store.imports.end(import_id, ImportReport(source=source, format=FORM, added=added, unchanged=known))
    return added, known


class _Merger:
    """One merge: their ids and what they are here."""

    def __init__(self, store: Store, theirs: Handover, checker: str, now: str) -> None:
        self.store, self.theirs, self.checker, self.now = store, theirs, checker, now
        self.articles = self.claims = self.records = self.decisions = 0
        self.conflicts: list[Conflict] = []
        self._claims: dict[int, int] = {}
        self._records: dict[int, int] = {}
        self._articles: dict[int, int] = {}

    def add_articles(self) -> None:
        """Find each article here by its text, or add it; and its pieces, those that were decided on in any case."""
        decided = {line.claim_id for line in self.theirs.lines}
        decided |= {record.own_claim_id for record in self.theirs.cited.values() if record.own_claim_id}
        for listed in self.theirs.articles:
            known = self.store.articles.same_text(listed.article.text)
            if known is None:
                article_id = self.store.articles.add(listed.article, self.checker, self.now)
                self.articles += 1
            else:
                article_id = known.id
            self._articles[listed.article.id] = article_id
            if listed.article.revises in self._articles and not (known and known.revises):
                self.store.articles.set_revises(article_id, self._articles[listed.article.revises])
            here = dict(_places(self.store.claims.as_found(article_id)))
            for place, piece in _places(listed.pieces):
                if place in here:
                    self._claims[piece.id] = here[place].id
                elif known is None or piece.id in decided:
                    self._claims[piece.id] = self.store.claims.add_one(article_id, piece)
                    self.claims += 1

    def add_records(self, source: str) -> None:
        """Find each record that their history names, or add it; their own verdicts are found by the claim."""
        import_id = 0
        for record_id, record in self.theirs.cited.items():
            if record.own_claim_id in self._claims:
                self._records[record_id] = self._own_record(self._claims[record.own_claim_id])
                continue
            if record.own_claim_id is not None:  # of an article that was not handed over: a record like any other
                named = made_id(record.url, record.claim, record.publisher)
                record = replace(record, source_id=named, own_claim_id=None)
            if self.store.exchange.unknown([record.source_id]):
                raw = json.dumps({"claim": record.claim})
                import_id = import_id or self.store.imports.begin(source, FORM, self.checker, self.now)
                self.store.records.merge([ImportedRow(record_id, record, raw)], import_id)
                self.records += 1
            self._records[record_id] = self.store.records.find(record.source_id).id
        if import_id:
            self.store.records.new_edition()
            self.store.imports.end(import_id, ImportReport(source=source, format=FORM, added=self.records))

    def add_lines(self) -> None:
        """Log what this desk does not know; then see to it that what stands is right."""
        by_claim: dict[int, list[Decision]] = {}
        for line in self.theirs.lines:
            if line.claim_id in self._claims and self._origin_is_here(line):
                by_claim.setdefault(self._claims[line.claim_id], []).append(line)
        new: list[Decision] = []
        parted: list[Parted] = []
        newest: dict[int, dict[Thing, Decision]] = {}  # of their lines, by this desk's claim
        for claim_id, lines in by_claim.items():
            ours = self.store.decisions.of_claim(claim_id)
            evidence = ForeignEvidence(self.store, claim_id, ours, self.theirs.wordings)
            translated = [evidence.translated(self._here(line, claim_id)) for line in lines]
            known = {(line.uid, thing(line)) for line in ours}
            lacking = [line for line in translated if (line.uid, thing(line)) not in known]
            new += lacking
            newest[claim_id] = {thing(line): line for line in translated}
            parted += [
                Parted(*(about(what, lines) for lines in (ours, translated, lacking)))
                for what in dict.fromkeys(map(thing, lacking))
            ]
        for line in sorted(new, key=lambda line: line.id):
            self.store.exchange.append(line)
        self.decisions = len(new)
        settle(self.store, parted, self.checker, self.now)
        self.conflicts = list(conflicts(self.store, newest))
        self._match(new)
        self._publish(new)

    def _here(self, line: Decision, claim_id: int) -> Decision:
        """A line with this desk's ids for the claim and the record."""
        record_id = None if line.record_id is None else self._records[line.record_id]
        subject = str(self._claims[int(line.subject)]) if line.aspect in _ORIGIN else line.subject
        return replace(line, claim_id=claim_id, record_id=record_id, subject=subject)

    def _origin_is_here(self, line: Decision) -> bool:
        """False for a line that names a claim of a draft which was not handed over: it means nothing here yet."""
        return line.aspect not in _ORIGIN or (line.subject.isdecimal() and int(line.subject) in self._claims)

    def _own_record(self, claim_id: int) -> int:
        """This desk's record of the verdict on a claim; it is made, and hidden while the verdict is pending."""
        if self.store.records.own(claim_id) is None:
            verdict = Decision(id=0, step_id=0, act="do", claim_id=claim_id, aspect=Aspect.VERDICT, old="", new="",
                               checker=self.checker, at=self.now)  # fmt: skip
            self.store.records.publish_own([verdict], self.now[:10])
        made = self.store.records.own(claim_id)
        assert made
        return made.id

    def _match(self, new: list[Decision]) -> None:
        """A record that was linked there stands beside its claim here too."""
        for line in new:
            linked = line.new == MatchDecision.LINKED and line.record_id is not None
            if linked and not self.store.matches.kept(line.claim_id, line.record_id or 0):
                matcher.match_record(self.store, line.claim_id, line.record_id or 0)

    def _publish(self, new: list[Decision]) -> None:
        """Bring this desk's own records in line, each with the day of what was last decided on its claim."""
        for claim_id in {line.claim_id: None for line in new if line.aspect in _PUBLISHED}:
            history = self.store.decisions.of_claim(claim_id)
            day = max(each.at for each in history if each.aspect in _PUBLISHED)[:10]
            self.store.records.publish_own([line for line in history if line.aspect in _PUBLISHED], day)


def _places(pieces: Iterable[Claim]) -> Iterator[tuple[tuple[int, int, int], Claim]]:
    """Each piece by its start, end and which of several on the same characters it is."""
    seen: dict[tuple[int, int], int] = {}
    for piece in pieces:
        span = (piece.start, piece.end)
        yield (*span, seen.setdefault(span, 0)), piece
        seen[span] += 1
