"""The words of the archive that are nearest to one that it does not hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_tui.store import word_list
from factcheck_tui.store.word_list import _nearest


@given(
    words=st.lists(st.text("abc", min_size=5, max_size=7), max_size=20), stem=st.text("abc", min_size=5, max_size=7)
)
def test_many_words_are_compared_in_pieces_as_at_once(words: list[str], stem: str) -> None:
    """One call holds the interpreter for as long as it lasts, so that many words are compared in several calls: which
    are the nearest, and in which order, is the same.
    """
    at_once = _nearest(stem, words)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(word_list, "_AT_ONCE", 3)
        assert _nearest(stem, words) == at_once
