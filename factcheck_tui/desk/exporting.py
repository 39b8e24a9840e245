"""What desks hand to each other and to others: verdict lists in any form, each logged; what is pasted; a merge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_tui.desk import listing
from factcheck_tui.desk.deciding import Deciding
from factcheck_tui.desk.listing import Filter
from factcheck_tui.errors import FactcheckError, ReadError, StoreError
from factcheck_tui.model import ExportReport, MergeReport, Verdict, VerdictList, VerdictRow

if TYPE_CHECKING:
    from factcheck_tui.export import Options


class Exporting(Deciding):
    """The verbs that hand over and take in. Writers are imported by the verbs that need them."""

    def verdict_list(self, chosen: Filter, *, whole: bool = True) -> VerdictList:
        """The rows that a filter chooses, in reading order of their articles.

        :param whole: with all matches and histories, which the JSON forms write
        """
        return listing.verdict_list(self.store, chosen, whole=whole)

    def export(
        self,
        chosen: Filter,
        path: Path,
        format: str,
        *,
        rows: VerdictList | None = None,
        options: Options | None = None,
        force: bool = False,
    ) -> ExportReport:
        """Write the list that a filter chooses to a file, and log it; what belongs beside it is written first.

        :param rows: the list as it was previewed; else it is read now
        :raises OutputError: when the format is none, or the file cannot be written or exists (without ``force``)
        :raises StoreError: when it is written, but the desk cannot log it
        """
        from factcheck_tui import export

        content = export.pieces(rows, format, options) if rows else None
        if rows is None or content is None:
            rows, content = self._in_pieces(chosen, format, options)
        export.check(path, force=force)
        beside = {
            path.with_name(path.stem + ending): companion
            for ending, companion in export.companions(rows, format, options).items()
        }
        for name, companion in beside.items():
            export.write(name, [companion], force=force)
        digest = export.write(path, content, force=force)
        try:
            return self._exported(str(path), rows, digest, chosen, format, options, tuple(map(str, beside)))
        except StoreError as error:
            raise StoreError(f"{path} is written, but that it was exported could not be logged. {error}") from error

    def export_bytes(
        self, chosen: Filter, format: str, *, options: Options | None = None
    ) -> tuple[ExportReport, bytes]:
        """The list that a filter chooses, for standard output; logged as any other. :raises OutputError:"""
        import hashlib

        rows, pieces = self._in_pieces(chosen, format, options)
        content = b"".join(pieces)
        digest = hashlib.sha256(content).hexdigest()
        return self._exported("-", rows, digest, chosen, format, options), content

    def claim_line(self, claim_id: int) -> str:
        """A claim with its verdict, note and linked records on one line, for a chat. :raises NotFoundError:"""
        from factcheck_tui.export.lines import claim_line

        row = self._row(claim_id)
        return claim_line(row.status, row.links[0] if row.links else None)

    def memo(self, article_id: int) -> str:
        """The Markdown memo of an article. :raises NotFoundError:"""
        from factcheck_tui import export

        rows = self.verdict_list(Filter(articles=(article_id,)), whole=False)
        return export.render(rows, "markdown").decode("utf-8")

    def script_tag(self, claim_id: int, options: Options | None = None) -> str:
        """A decided claim as the JSON-LD element that a CMS takes.

        :raises FactcheckError: when the claim is pending: there is no finding to publish
        """
        from factcheck_tui import export
        from factcheck_tui.export.claimreview import script_tag

        row = self._row(claim_id)
        if row.status.verdict is Verdict.PENDING:
            raise FactcheckError("The claim is pending; mark it confirmed or disputed, then copy its JSON-LD.")
        return script_tag(row, options or export.Options())

    @staticmethod
    def can_be_merged(path: Path) -> bool:
        """Whether a file is a desk or a verdict list in JSON, for ``merge``; else it is for ``import_records``."""
        from factcheck_tui.desk import handing

        return handing.can_be_merged(path)

    def merge(self, path: Path, *, dry_run: bool = False) -> MergeReport:
        """Take in a colleague's desk file, or a verdict list in JSON; both histories are kept. See ``merging``.

        :raises ReadError: when the file is neither, or is damaged; nothing is changed then
        :raises StoreError: when it is another program's database, or was written by a newer program
        """
        from factcheck_tui.desk import handing, merging

        if path.exists() and path.samefile(self.store.path):
            raise ReadError(f"{path} is this desk itself; name a colleague's file.")
        with handing.opened(path) as theirs:
            return merging.merge(self.store, theirs, str(path), self.checker, self._now(), dry_run=dry_run)

    def _in_pieces(self, chosen: Filter, format: str, options: Options | None) -> tuple[VerdictList, Iterable[bytes]]:
        """The list that a filter chooses, and its bytes; matches and histories are read as they are written."""
        from factcheck_tui import export

        rows = listing.verdict_list(self.store, chosen, whole=False, pieces=export.is_whole(format))
        complete = partial(listing.completed, self.store, with_confidential=chosen.with_confidential)
        return rows, export.pieces(rows, format, options, complete)

    def _row(self, claim_id: int) -> VerdictRow:
        status = self.store.claims.get(claim_id)
        article = self.store.articles.get(status.claim.article_id)
        line = article.text.count("\n", 0, status.claim.start) + 1
        return listing.row(self.store, replace(article, text=""), line, status)

    def _exported(
        self,
        path: str,
        rows: VerdictList,
        digest: str,
        chosen: Filter,
        format: str,
        options: Options | None,
        companions: tuple[str, ...] = (),
    ) -> ExportReport:
        from factcheck_tui import export

        report = ExportReport(
            path=path,
            format=format,
            rows=len(rows.rows),
            sha256=digest,
            counts={verdict: rows.count(verdict) for verdict in Verdict},
            companions=companions,
            remarks=export.remarks(rows, format, options),
        )
        self.store.exports.log(report, chosen.described(), self.checker, self._now())
        return report
