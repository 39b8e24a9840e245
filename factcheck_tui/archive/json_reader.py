"""Reads the rows of a JSON file or a saved page by one of the JSON forms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcheck_tui.archive.json_form import JsonForm, JsonRow
from factcheck_tui.archive.json_roots import Root, Roots
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.rows import NO_CLAIM, Row
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError
from factcheck_tui.model import ImportedRow, Refusal
from factcheck_tui.visible import one_line

_PEEK = 100  # roots in which a form must show itself


def detect(file: TextFile, roots: Roots, forms: Sequence[JsonForm]) -> JsonForm:
    """The first of ``forms`` that knows any of the first roots. ReadError when none does."""
    peeked = [root for root in islice(roots.each(), _PEEK) if isinstance(root, Root)]
    for root in peeked:
        for form in forms:
            if form.recognises(root.value):
                return form
    if not peeked:
        raise ReadError(f"{file.name} holds no JSON object that can be read; give records, one object a line.")
    value = peeked[0].value
    keys = ", ".join(list(value)[:6]) if isinstance(value, Mapping) else ""
    found = f" (its first object has: {one_line(keys)})" if keys else ""
    raise ReadError(f"{file.name} is JSON of no form that we know{found}; give ClaimReview, or objects with a claim.")


class JsonRecords:
    """The rows of all roots. Of a saved page, scripts about other things are passed over."""

    def __init__(self, file: TextFile, roots: Roots, form: JsonForm, ratings: RatingMap) -> None:
        self._file, self._roots, self._form, self._ratings = file, roots, form, ratings
        self._total = sum(1 for _ in self._found()) if roots.numbered else 0
        self._done = 0

    def position(self) -> int:
        """Bytes read; of a file parsed in one piece, as many bytes as the share of rows that were given."""
        if self._roots.numbered:
            return self._file.size * self._done // max(self._total, 1)
        return self._file.position()

    def rows(self) -> Iterator[Row]:
        """The rows, read while they are asked for."""
        self._done = 0
        for found in self._found():
            self._done += 1
            yield found if isinstance(found, Refusal) else self._row(*found)

    def _found(self) -> Iterator[tuple[Root, JsonRow] | Refusal]:
        for root in self._roots.each():
            if isinstance(root, Refusal):
                yield root
            elif not self._roots.page or self._form.recognises(root.value):
                for row in self._form.rows(root.value):
                    yield root, row

    def _row(self, root: Root, row: JsonRow) -> Row:
        number = row.number or root.line
        numbered = self._roots.numbered
        line = number if numbered else root.line
        where = f"element {number}: " if numbered or row.number else ""
        try:
            raw = root.raw if root.raw and not row.number else _json(row.value)
            if not isinstance(row.value, Mapping):
                return Refusal(line, f"{where}it is no JSON object", raw)
            record = self._form.raw_record(row.value).record(self._ratings)
        except RecursionError:
            return Refusal(line, f"{where}nested too deeply to be a record", root.raw)
        return ImportedRow(line, record, raw) if record else Refusal(line, f"{where}{NO_CLAIM}", raw)


def _json(value: object) -> str:
    """JSON text that can be stored: lone surrogates stay escapes."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
