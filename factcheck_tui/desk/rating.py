"""The rating map as a checker sees and changes it: labels, what they stand for, and how many records carry them."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from factcheck_tui.archive.ratings import RatingMap, label_key
from factcheck_tui.archive.starter_ratings import STARTER_RATINGS
from factcheck_tui.errors import FactcheckError, ReadError
from factcheck_tui.model import Aspect, Change, RatingLabel, Verdict
from factcheck_tui.store import Store

_COLUMNS = ("label", "verdict", "records")
_GUARDED = tuple(
    "=+-@\t\r'"
)  # what a sheet would take for a formula is written behind an apostrophe, and read without


def labels(store: Store) -> list[RatingLabel]:
    """The labels of the archive, those with records that have no verdict first, the most used first; then the map's
    others. Of several spellings of one label the most used one is given.
    """
    known = _map(store)
    used: dict[str, Counter[str]] = defaultdict(Counter)
    unmapped: Counter[str] = Counter()
    for rating, verdict, records in store.ratings.in_use():
        key = label_key(rating)
        used[key][rating] += records
        unmapped[key] += 0 if verdict else records
    listed = [
        RatingLabel(spellings.most_common(1)[0][0], known.get(key), spellings.total(), unmapped[key])
        for key, spellings in used.items()
    ]
    listed.sort(key=lambda each: (-each.unmapped, -each.records, each.label))
    return listed + [RatingLabel(key, verdict, 0, 0) for key, verdict in sorted(known.items()) if key not in used]


def by_key(labels: Mapping[str, Verdict | None]) -> dict[str, Verdict | None]:
    """Labels as they are looked up. :raises FactcheckError: when one has no letter"""
    keyed = {label_key(label): verdict for label, verdict in labels.items()}
    if "" in keyed:
        raise FactcheckError("A label has at least a letter or a digit; this one has none.")
    return keyed


def changes(store: Store, wanted: Mapping[str, Verdict | None]) -> list[Change]:
    """What is to be logged when labels, by their keys, come to stand for a verdict, or (None) for none."""
    known = _map(store)
    return [
        Change(claim_id=0, aspect=Aspect.RATING, subject=key, old=known.get(key) or "", new=verdict or "")
        for key, verdict in wanted.items()
    ]


def let_stand(store: Store, wanted: Mapping[str, Verdict | None]) -> int:
    """Let labels, by their keys, stand for a verdict or for none; how many records have another verdict now.

    All imported records are judged anew that carry one of the labels, also as one of several.
    """
    with store.writing():
        if not store.ratings.all():
            store.ratings.add_missing(STARTER_RATINGS)
        same = [label for label in store.ratings.all() if label_key(label) in wanted]
        store.ratings.set({**dict.fromkeys(same), **wanted})
        ratings = RatingMap(store.ratings.all())
        carried = [rating for rating, _, _ in store.ratings.in_use() if _keys(rating) & wanted.keys()]
        changed = sum(
            store.ratings.judge(basis, ratings.agreed(basis.labels, basis.by_scale))
            for basis in store.ratings.bases(list(dict.fromkeys(carried)))
        )
        if changed:
            store.records.new_edition()
    return changed


def write_map(store: Store) -> str:
    """The map and the labels that are not in it, as CSV: to be filled in, and read again."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for each in labels(store):
        guard = "'" if each.label.startswith(_GUARDED) else ""
        writer.writerow([guard + each.label, each.verdict or "", each.records])
    return out.getvalue()


def read_map(path: Path) -> dict[str, Verdict | None]:
    """What a CSV of labels and verdicts says; a label without a verdict stands for none.

    :raises ReadError: when it cannot be read, has no such columns, or a verdict that is none, naming the line
    """
    try:
        rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        if not {"label", "verdict"} <= set(rows.fieldnames or ()):
            raise ReadError(f"{path} is no rating map; it begins with the columns label and verdict.")
        found: dict[str, Verdict | None] = {}
        for row in rows:
            label, verdict = row["label"] or "", (row["verdict"] or "").strip().casefold()
            if verdict and verdict not in list(Verdict):
                raise ReadError(f"{path}, line {rows.line_num}: {verdict} is no verdict; write {_verdicts()}.")
            if label.strip():
                found[_unguarded(label)] = Verdict(verdict) if verdict else None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReadError(f"{path} is no CSV in UTF-8: {error}.") from error
    return found


def _unguarded(label: str) -> str:
    return label[1:] if label[:1] == "'" and label[1:].startswith(_GUARDED) else label


def _verdicts() -> str:
    return ", ".join(Verdict) + " or nothing"


def _map(store: Store) -> dict[str, Verdict]:
    known = store.ratings.all() or STARTER_RATINGS
    return {label_key(label): verdict for label, verdict in known.items()}


def _keys(rating: str) -> set[str]:
    """A rating as one label, and as several: a rating in several languages is kept with commas between."""
    return {label_key(rating), *map(label_key, rating.split(", "))}
