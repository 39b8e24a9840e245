"""Reads the rows of a JSON file or a saved page by one of the JSON forms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcheck_tui.archive.json_form import JsonForm, JsonRow
from factcheck_tui.archive.json_roots import Roots
from factcheck_tui.archive.json_stream import TOO_DEEP, Root
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.rows import Row
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Refusal
from factcheck_tui.visible import one_line

_PEEK = 100  # roots in which a form must show itself


def detect(file: TextFile, roots: Roots, forms: Sequence[JsonForm]) -> JsonForm:
    """The first of ``forms`` that knows any of the first roots. ReadError when none does."""
    peeked, broken = _peeked(roots)
    for root in peeked:
        for form in forms:
            if form.recognises(root.value):
                return form
    if broken:
        raise broken
    if not peeked:
        raise ReadError(f"{file.name} holds no JSON object that can be read; give records, one object a line.")
    value = peeked[0].value
    keys = ", ".join(list(value)[:6]) if isinstance(value, Mapping) else ""
    found = f" (its first object has: {one_line(keys)})" if keys else ""
    raise ReadError(f"{file.name} is JSON of no form that we know{found}; give ClaimReview, or objects with a claim.")


def _peeked(roots: Roots) -> tuple[list[Root], ReadError | None]:
    """The first roots, and how the file ends should it be broken among them."""
    peeked: list[Root] = []
    try:
        peeked.extend(root for root in islice(roots.each(), _PEEK) if isinstance(root, Root))
    except ReadError as error:
        return peeked, error
    return peeked, None


class JsonRecords:
    """The rows of all roots. Of a saved page, scripts about other things are passed over."""

    def __init__(self, roots: Roots, form: JsonForm, ratings: RatingMap) -> None:
        self._roots, self._form, self._ratings = roots, form, ratings

    def rows(self) -> Iterator[Row]:
        """The rows, read while they are asked for."""
        for found in self._found():
            yield found if isinstance(found, Refusal) else self._row(*found)

    def _found(self) -> Iterator[tuple[Root, JsonRow] | Refusal]:
        for root in self._roots.each():
            if isinstance(root, Refusal):
                yield root
            elif not self._roots.page or self._form.recognises(root.value):
                for row in self._form.rows(root.value):
                    yield root, row

    def _row(self, root: Root, row: JsonRow) -> Row:
        number = root.number or row.number
        where = f"element {number}: " if number else ""
        try:
            raw = root.raw if root.raw and not row.number else as_json(row.value)
            if not isinstance(row.value, Mapping):
                return Refusal(root.line, f"{where}it is no JSON object", raw)
            return self._form.raw_record(row.value).row(root.line, raw, self._ratings, where)
        except RecursionError:
            return Refusal(root.line, f"{where}{TOO_DEEP}", root.raw)


def as_json(value: object) -> str:
    """JSON text that can be stored: lone surrogates stay escapes."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def as_line(refusal: Refusal) -> str:
    """A refused row to be mended, on a line of its own: line breaks mean nothing in JSON."""
    return " ".join(refusal.raw.splitlines()) + "\n"
