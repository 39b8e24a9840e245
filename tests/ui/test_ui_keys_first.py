"""What gives way while somebody types, and that it has its turn all the same."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest
from factories import make_article, make_record, write_records
from piloting import ask_prompt, opened, shown_matches, until

from factcheck_tui.desk import Desk
from factcheck_tui.ui import keys_first
from factcheck_tui.ui.keys_first import REST_SECONDS, KeysFirst
from factcheck_tui.ui.screens.articles import ArticlesScreen

MANY = 20_000  # records: more than are imported before the desk is left


def test_work_that_no_key_asked_for_waits_for_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits on while keys come, and begins when none came for a moment."""
    now = 100.0
    presses = 3

    async def sleep(seconds: float) -> None:
        nonlocal now, presses
        if presses:
            now += seconds / 2
            keys.key_came()
            presses -= 1
        else:
            now += seconds

    monkeypatch.setattr(keys_first, "time", SimpleNamespace(monotonic=lambda: now))
    monkeypatch.setattr(keys_first, "asyncio", SimpleNamespace(sleep=sleep))
    keys = KeysFirst()
    asyncio.run(keys.until_rest())
    assert now == pytest.approx(100 + 3 * REST_SECONDS / 2 + REST_SECONDS)
    asyncio.run(keys.until_rest())
    assert now == pytest.approx(100 + 3 * REST_SECONDS / 2 + REST_SECONDS), "there has been a rest"


async def test_an_import_ends_with_the_desk(empty_desk: Path, tmp_path: Path) -> None:
    """Who leaves in the midst of it waits for a batch and not for the file; what was written is whole."""
    file = write_records(tmp_path / "more.ndjson", [make_record(f"Record {number}") for number in range(MANY)])
    with Desk.open(empty_desk, "Bob") as bob:
        async with opened(empty_desk) as pilot:
            await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
            await ask_prompt(pilot, "m", str(file))
            await pilot.press("enter")
            await until(pilot, lambda: bob.records() > 0)
        kept = bob.records()
        assert 0 < kept < MANY
        assert bob.problems() == []
        assert bob.import_records(file).added == MANY - kept, "nobody goes on with it"


async def test_kept_records_are_shown_at_once_and_looked_for_again_in_a_rest(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While keys come what was found with an older archive does: an import changes it some times a second.

    A claim that nothing was looked for yet is not kept waiting.
    """
    with Desk.open(path, "Bob") as bob:
        found, old = bob.matches(1), [status.claim.id for status in bob.claims(1)]
        assert found and bob.is_matched(1)
        bob.import_records(write_records(tmp_path / "more.ndjson", [make_record("Another thing")]))
        article, _ = bob.add(make_article("The bridge was opened in 1931, the mayor said."))
        new = bob.claims(article.id)[0].claim.id
        monkeypatch.setattr(keys_first, "REST_SECONDS", 3600)
        async with opened(path, article_id=1) as pilot:
            await until(pilot, lambda: len(shown_matches(pilot)) == len(found), "what was kept is shown")
            await pilot.press("K")
            await until(pilot, lambda: bob.is_matched(new), "the other article's claim, looked for at once")
            assert not any(bob.is_matched(claim_id) for claim_id in old if bob.matches(claim_id))
            monkeypatch.setattr(keys_first, "REST_SECONDS", 0)
            await pilot.press("J")
            await until(pilot, lambda: bob.is_matched(1), "the rest has come")
