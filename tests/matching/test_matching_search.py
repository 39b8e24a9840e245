"""The search language: words, beginnings, phrases, what is left out, conditions; no text is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.matching.search import read_search
from factcheck_tui.model import Condition, ConditionField


def test_a_line_is_read_into_its_parts() -> None:
    """Everything that a checker can say in one line."""
    search = read_search('Floods the "sea level" -alarm -"false alarm" rating:false after:2020 coast')
    assert [term.word for term in search.terms] == ["floods"]
    assert search.beginning
    assert search.beginning.word == "coast"
    assert search.phrases == ("sea level",)
    assert search.without == ("alarm", "false alarm")
    assert search.conditions == (
        Condition(ConditionField.RATING, "false"),
        Condition(ConditionField.AFTER, "2020"),
    )


@pytest.mark.parametrize(
    ("typed", "condition"),
    [
        ("rating:false", Condition(ConditionField.RATING, "false")),
        ('rating:"mostly false"', Condition(ConditionField.RATING, "mostly false")),
        ("-rating:false", Condition(ConditionField.RATING, "false", True)),
        ("PUBLISHER:Snopes", Condition(ConditionField.PUBLISHER, "Snopes")),
        ("claimant:smith", Condition(ConditionField.CLAIMANT, "smith")),
        ("language:fr", Condition(ConditionField.LANGUAGE, "fr")),
        ("verdict:dis", Condition(ConditionField.VERDICT, "disputed")),
        ("before:2019-05", Condition(ConditionField.BEFORE, "2019-05")),
        ("after:2019-05-31", Condition(ConditionField.AFTER, "2019-05-31")),
    ],
)
def test_a_condition_is_a_name_and_a_value(typed: str, condition: Condition) -> None:
    """Quotation marks hold a value of several words together, a minus turns the condition round."""
    assert read_search(typed).conditions == (condition,)


@pytest.mark.parametrize(
    "typed", ["after:", "after:20", "before:2019-", "rating:", 'rating:"', "verdict:maybe", "verdict:"]
)
def test_a_condition_that_is_not_finished_asks_nothing_yet(typed: str) -> None:
    """While it is typed the list does not empty and fill again."""
    search = read_search(typed)
    assert not search.conditions
    assert not search.has_words


@pytest.mark.parametrize("typed", ["half-time", "covid-19", "note:this", "https://example.org/x"])
def test_what_only_looks_like_syntax_is_words(typed: str) -> None:
    """A hyphen in a word leaves nothing out, a name that is no condition is a word."""
    search = read_search(typed)
    assert search.has_words
    assert not search.without
    assert not search.conditions


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("flood after:never", ("after:never",)),
        (
            "flood before:2023-13 after:2023-00 after:2023-12-32 ",
            ("before:2023-13", "after:2023-00", "after:2023-12-32"),
        ),
        ("flood before:2023-12 after:2023-01-31 ", ()),
        ("-before:2020-13-1x flood", ("-before:2020-13-1x",)),
        ("after:20 flood", ("after:20",)),  # no more of it will come
        ("rating: false", ("rating:",)),
        ("verdict:perhaps", ("verdict:perhaps",)),
        ('source:bbc foo:"two words"', ("source:bbc", 'foo:"two words"')),
        ("after:", ()),
        ("flood after:20", ()),
        ("after:2020-0", ()),
        ("verdict:dis rating:false", ()),
        ("https://example.org/a -http://example.org", ()),
        ("Facts: at 10:30 a:b c: d", ()),
    ],
)
def test_what_was_meant_as_a_condition_and_is_none_is_named(typed: str, named: tuple[str, ...]) -> None:
    """It would be left out, or looked for as words, and nobody would know; what can still become one is not named."""
    assert read_search(typed).not_understood == named


def test_the_last_word_is_a_beginning_only_while_it_is_typed() -> None:
    """A space, a quotation mark or a condition behind it ends it."""
    assert read_search("sea lev").beginning
    for typed in ("sea lev ", 'sea "lev"', "sea lev rating:false"):
        assert read_search(typed).beginning is None, typed


def test_an_open_quotation_is_searched_while_it_is_typed() -> None:
    """The words of a phrase that is not closed yet must stand together already."""
    assert read_search('"sea level ri').phrases == ("sea level ri",)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(['"', "-", ":", " ", "after", "rating", "2020", "x", "é", "(", "*", "\0", "\ud800"])))
def test_any_text_is_a_search(pieces: list[str]) -> None:
    """No text raises; whatever is read holds only words."""
    search = read_search("".join(pieces))
    for words in (*search.phrases, *search.without):
        assert all(word.isalnum() for word in words.split())
