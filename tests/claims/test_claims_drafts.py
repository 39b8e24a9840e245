"""Two drafts beside each other: what is the same, what was changed, split, joined and removed."""

from factories import make_claims
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.claims.drafts import Follower, followers, normal, place_in
from factcheck_tui.model import Span

COST = "The bridge at Grey Point cost three million pounds, the harbour board said on Tuesday."
OPENED = "It opened in 1987 and was the longest of its time."
STORM = "A storm damaged two of its piers in March 2023, according to the police."


def compared(old: list[str], new: list[str]) -> list[Follower]:
    return followers(make_claims("\n".join(old)), make_claims("\n".join(new)))


def test_the_same_words_are_the_same_wherever_they_stand() -> None:
    """Moved, and with other quotation marks, dashes and blanks."""
    old = [COST, "“It’s open – at last,” she said.", OPENED]
    new = [OPENED, '"It\'s  open - at last," she said.', COST]
    assert compared(old, new) == [Follower((2,), 0, True), Follower((1,), 1, True), Follower((0,), 2, True)]


def test_a_changed_word_or_number_is_a_change() -> None:
    """The old sentence is known, and not taken for the same."""
    new = [COST.replace("three", "four"), OPENED.replace("longest", "second longest")]
    assert compared([COST, OPENED], new) == [Follower((0,), 0, False), Follower((1,), 1, False)]


def test_what_is_new_follows_nothing() -> None:
    """And what was removed has no follower."""
    assert compared([COST, STORM], [COST, "The mayor of Mallow Bay sings in a choir."]) == [Follower((0,), 0, True)]


def test_both_halves_of_a_split_sentence_come_from_it() -> None:
    """Also the short one."""
    halves = ["The bridge at Grey Point cost three million pounds.", "The harbour board said it on Tuesday."]
    found = compared([COST, OPENED], [*halves, OPENED])
    assert Follower((0,), 0, False) in found and Follower((1,), 2, True) in found
    whole = "The bridge cost three million pounds and it opened in 1987 as the longest of its time."
    halves = ["The bridge cost three million pounds.", "It opened in 1987 as the longest of its time."]
    assert compared([whole], halves) == [Follower((0,), 0, False), Follower((0,), 1, False)]


def test_a_joined_sentence_comes_from_both() -> None:
    """The likest first."""
    [found] = compared([COST, OPENED], [f"{COST[:-1]}, and {OPENED[:1].lower()}{OPENED[1:]}"])
    assert (set(found.old), found.new, found.same) == ({0, 1}, 0, False)


def test_sentences_that_come_twice_are_paired_in_order() -> None:
    """Each once."""
    assert compared([OPENED, COST, OPENED], [OPENED, OPENED]) == [Follower((0,), 0, True), Follower((2,), 1, True)]


def test_words_are_found_again_in_a_text() -> None:
    """As they stand, with other marks and blanks, changed within a sentence, or not at all."""
    text = f"A headline\n\n{COST} “It’s  the longest.” {STORM}"
    sentence = Span(text.index("A storm"), len(text))
    span, same = place_in("cost three\nmillion pounds", text, []) or (None, None)
    assert (text[slice(*span or ())], same) == ("cost three million pounds", True)
    span, same = place_in('"It\'s the longest."', text, []) or (None, None)
    assert (text[slice(*span or ())], same) == ("“It’s  the longest.”", True)
    span, same = place_in("damaged six of its piers in March 2023", text, [sentence]) or (None, None)
    assert (text[slice(*span or ())], same) == ("damaged two of its piers in March 2023", False)
    assert place_in("the mayor sings", text, [sentence]) is None


@given(st.lists(st.sampled_from([COST, OPENED, STORM, "No.", "Yes, it is 57."]), max_size=6), st.randoms())
@settings(max_examples=60, deadline=None)
def test_a_shuffled_draft_is_the_same(sentences: list[str], random: st.DataObject) -> None:
    """Every piece of it follows one with its own words, each once."""
    shuffled = list(sentences)
    random.shuffle(shuffled)
    found = compared(sentences, shuffled)
    assert [follower.new for follower in found] == list(range(len(shuffled)))
    assert sorted(follower.old[0] for follower in found) == list(range(len(sentences)))
    assert all(follower.same and sentences[follower.old[0]] == shuffled[follower.new] for follower in found)


@given(
    st.lists(st.text("ab 57.,“\n", min_size=1, max_size=20), max_size=5),
    st.lists(st.text("ab 57.,”\n", min_size=1, max_size=20), max_size=5),
)
@settings(max_examples=100, deadline=None)
def test_any_two_drafts_can_be_compared(old: list[str], new: list[str]) -> None:
    """Each new piece follows at most once, in order; same ones have the same words."""
    before, after = make_claims("\n".join(old)), make_claims("\n".join(new))
    found = followers(before, after)
    assert [follower.new for follower in found] == sorted({follower.new for follower in found})
    for follower in found:
        assert follower.old
        if follower.same:
            assert normal(before[follower.old[0]].text) == normal(after[follower.new].text)
