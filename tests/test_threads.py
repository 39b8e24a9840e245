"""The desk's threads read words at the same time: what one of them reads changes nothing for another."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck_tui.claims.weights import stem_of
from factcheck_tui.matching.words import stem

ENDINGS = ("", "s", "ed", "ing", "ization", "fulness", "ational", "ely", "logy", "bly", "iveness")


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("read", [stem, stem_of])
def test_words_are_read_by_several_threads_at_once(read: Callable[[str], str]) -> None:
    """Eight threads get the stems that one gets, and none of them fails; a stemmer shared by them would fail."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abdeglmnoprstuy", k=6)) + chance.choice(ENDINGS) for _ in range(3_000)]
    unshared = read.__wrapped__  # type: ignore[attr-defined]  # without the words that were read before
    alone = [unshared(word) for word in words]
    with ThreadPoolExecutor(8) as threads:
        assert all(found == alone for found in threads.map(lambda _: [unshared(word) for word in words], range(8)))
