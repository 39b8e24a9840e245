"""A query is what is left to look for in a text."""

import pytest

from factcheck_tui.matching import read_query


def test_stop_words_are_not_looked_for() -> None:
    """They would cost the most and tell the least."""
    assert [term.word for term in read_query("The tower is 330 metres tall.").terms] == [
        "tower",
        "330",
        "metres",
        "tall",
    ]


def test_a_text_of_stop_words_alone_is_looked_for_all_the_same() -> None:
    """A claim is never unfindable because its words are common."""
    query = read_query("To be or not to be")
    assert [term.word for term in query.terms] == ["to", "be", "or", "not"]
    assert not query.too_little


@pytest.mark.parametrize("text", ["", "   \n", "?! … — “”", "🎉🎉", "\0\u202e"])
def test_a_text_without_a_word_is_too_little(text: str) -> None:
    """The desk can then say so instead of finding nothing."""
    assert read_query(text).too_little


def test_each_stem_is_looked_for_once() -> None:
    """ "Claims" and "claimed" are one posting list."""
    assert [term.word for term in read_query("claims claimed CLAIM").terms] == ["claims"]


def test_a_pasted_page_is_bounded() -> None:
    """The number of terms does not grow with what was pasted."""
    assert len(read_query(" ".join(f"word{n}" for n in range(20_000))).terms) == 250
