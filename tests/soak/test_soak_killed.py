"""Killed at any moment, the program has lost nothing that it had answered."""

import sqlite3
from contextlib import closing
from pathlib import Path

from killed import Fate, let_live, lost, make_desk_file

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict


def test_a_thousand_decisions_survive_kills_at_random_moments(tmp_path: Path) -> None:
    """Four processes on one desk, killed some twenty times between them: each answered decision is on the disk, the
    file is sound, and nothing is half undone.
    """
    path = tmp_path / "desk.db"
    make_desk_file(path, articles=1, claims=12, records=30)
    fates = let_live(path, checkers=4, decisions=250, seed=7)
    assert sum(len(fate.steps) for fate in fates) == 1000
    assert all(fate.killed for fate in fates)
    assert lost(path, fates) == []


def test_what_is_lost_is_found(tmp_path: Path) -> None:
    """The check itself sees an answer that the log does not hold, one told twice, and a step that is half done."""
    path = tmp_path / "desk.db"
    make_desk_file(path, articles=1, claims=3, records=3)
    with Desk.open(path, "Ada") as desk:
        claims = [status.claim.id for status in desk.claims(1)]
        both = desk.mark(claims[:2], Verdict.CONFIRMED)
        undone = desk.undo()
    assert both and undone
    told = [{"act": "mark", "step": both.id, "lines": 2}, {"act": "undo", "step": undone.id, "lines": 2}]
    assert lost(path, [Fate("Ada", told)]) == []
    assert lost(path, [Fate("Ada", [*told, {"act": "mark", "step": 99, "lines": 1}])])
    assert lost(path, [Fate("Ada", told), Fate("Ben", told[:1])])
    with closing(sqlite3.connect(path)) as connection:
        [(guard,)] = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'decision_is_not_deleted'")
        connection.executescript(f"DROP TRIGGER decision_is_not_deleted; DELETE FROM decision WHERE id = 4; {guard};")
    assert any("half done" in words for words in lost(path, [Fate("Ada", told)]))
