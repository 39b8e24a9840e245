"""Write a desk with something of everything, as this program keeps it, to ``desk-NNNN.db.gz`` beside this file."""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from factories import decide, keep_article, keep_records, make_match, make_record, marked  # noqa: E402

from factcheck_tui import paths  # noqa: E402
from factcheck_tui.model import Aspect, Change, Verdict  # noqa: E402
from factcheck_tui.store import Store  # noqa: E402

AT = "2025-05-01T10:00:00.000Z"


def main() -> None:
    """Fill a new desk and pack it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        store = Store(path)
        claims = keep_article(store, "The tower is 300 metres tall.", "It was built in two years.", "It is red.")
        records = keep_records(store, make_record("The tower is 330 metres tall", source_id="r-1", rating="False"))
        with store.writing():
            store.matches.keep(claims[0], [make_match(records[0])], store.records.edition())
            store.ratings.add_missing({"False": Verdict.DISPUTED})
            store.bookmarks.set("Ada", 1, claims[1], AT)
        decide(store, "Ada", marked(claims[0], Verdict.DISPUTED))
        decide(store, "Ada", Change(claim_id=claims[0], aspect=Aspect.NOTE, new="the owner says 330"))
        linked = Change(claim_id=claims[0], aspect=Aspect.MATCH, new="linked", record_id=records[0].id)
        decide(store, "Ben", linked)
        decide(store, "Ben", marked(claims[1], Verdict.CONFIRMED))
        with store.writing():
            store.decisions.undo("Ben", AT)
        packed = path.with_name("packed.db")
        store.copy_to(packed)
        store.close()
        newest = max(step.stem[:4] for step in paths.migrations().glob("*.sql"))
        (HERE / f"desk-{newest}.db.gz").write_bytes(gzip.compress(packed.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
