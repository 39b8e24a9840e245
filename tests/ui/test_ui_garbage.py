"""Garbage is looked for in a pause of the typing: the whole of it takes longer than a key may stand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from piloting import opened, until

from factcheck_tui.ui import garbage
from factcheck_tui.ui.garbage import Garbage
from factcheck_tui.ui.keys_first import KeysFirst


class Ring:
    """Garbage that only the collector finds."""

    left: int = 0

    def __init__(self) -> None:
        self.itself = self
        Ring.left += 1

    def __del__(self) -> None:
        Ring.left -= 1


@pytest.fixture
def keys_first() -> KeysFirst:
    return KeysFirst()


@pytest.fixture
def collector(keys_first: KeysFirst) -> Iterator[Garbage]:
    gc.collect()
    found = Garbage(keys_first)
    found.begin()
    yield found
    found.end()


def test_garbage_is_kept_while_somebody_types(collector: Garbage, keys_first: KeysFirst) -> None:
    """Right after a key nothing is collected."""
    Ring()
    keys_first.key_came()
    assert not collector.look()
    assert Ring.left == 1
    gc.collect()
    assert Ring.left == 0


def test_garbage_is_collected_in_a_pause(
    collector: Garbage, keys_first: KeysFirst, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no key came for a while, what nobody holds is let go."""
    monkeypatch.setattr(garbage, "PAUSE_SECONDS", 0.0)
    Ring()
    keys_first.key_came()
    assert collector.look()
    assert Ring.left == 0


async def test_a_desk_sets_the_collector_and_leaves_it_as_it_was(path: Path) -> None:
    """While a desk is open, what was there at its start is not looked at, and the rest rarely; then as before."""
    before = gc.get_threshold(), gc.get_freeze_count()
    async with opened(path) as pilot:
        await until(pilot, lambda: gc.get_threshold()[2] > before[0][2], "the first paint")
        assert gc.isenabled()
        assert gc.get_freeze_count() > 10_000
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
