"""ratings.py: from the publisher's words to a verdict, by exact label or numeric scale."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck_tui.archive.ratings import STARTER_RATINGS, RatingMap, label_key, scale_verdict
from factcheck_tui.model import Verdict

RATINGS = RatingMap()


@pytest.mark.parametrize("label", ["FALSE", " false ", "False!", "“Pants  on Fire!”", "Falso.", "FAUX", "❌ Fake"])
def test_label_is_folded(label: str) -> None:
    """Case, white space and punctuation around a label do not matter."""
    assert RATINGS.verdict(label) is Verdict.DISPUTED


@pytest.mark.parametrize(
    "label",
    [
        "True but misleading",
        "False, sort of",
        "Not false",
        "Mostly",
        "True/False",
        "",
        "!!!",
        "truefalse",
        "True?",
        "~true",
        "≠ true",
        "-true",
        "true…",
    ],
)
def test_label_is_never_read_in_part(label: str) -> None:
    """A label that only begins with, ends with or holds a known one says nothing."""
    assert RATINGS.verdict(label) is None


@given(st.sampled_from(sorted(STARTER_RATINGS)), st.text("abcdefghij", min_size=1))
def test_more_words_are_another_label(label: str, more: str) -> None:
    """No label is known by its prefix."""
    assume(label_key(f"{label} {more}") not in {label_key(known) for known in STARTER_RATINGS})
    assert RATINGS.verdict(f"{label} {more}") is None


@pytest.mark.parametrize("verdict", list(Verdict))
def test_starter_table_has_every_verdict(verdict: Verdict) -> None:
    """The table that a desk starts with knows labels of all three kinds, each once."""
    assert verdict in STARTER_RATINGS.values()
    assert len({label_key(label) for label in STARTER_RATINGS}) == len(STARTER_RATINGS)


@pytest.mark.parametrize(
    ("scale", "verdict"),
    [
        ((5, 5, 1), Verdict.CONFIRMED),
        ((4, 5, 1), Verdict.CONFIRMED),
        ((3, 5, 1), Verdict.PENDING),
        ((2, 5, 1), Verdict.DISPUTED),
        ((1, 1, 6), Verdict.CONFIRMED),
        ((-1, -1, -1), None),
        ((0, 10, 1), None),
        ((6, 5, 1), None),
        ((3, None, 1), None),
        ((3, 5, None), None),
        ((None, 5, 1), None),
    ],
)
def test_scale(scale: tuple[float | None, float | None, float | None], verdict: Verdict | None) -> None:
    """A number counts on a real scale that holds it, and on no other."""
    assert RATINGS.verdict("Four stripes", scale_verdict(*scale)) is verdict


def test_label_goes_before_scale() -> None:
    """What the publisher says in words overrules its number; a label that was unmapped by hand says nothing."""
    assert RATINGS.verdict("False", Verdict.CONFIRMED) is Verdict.DISPUTED
    assert RatingMap({"Odd": None}).verdict("odd", Verdict.CONFIRMED) is None


def test_own_map_replaces_the_starter_table() -> None:
    """A desk's map is the whole map, its labels folded as those of the rows."""
    own = RatingMap({" Soaked! ": Verdict.DISPUTED})
    assert own.verdict("soaked") is Verdict.DISPUTED
    assert own.verdict("false") is None


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [
        (["Falso", "False"], Verdict.DISPUTED),
        (["Falso", "True"], None),
        (["Quite odd", "False"], Verdict.DISPUTED),
        (["Quite odd", "Rather"], Verdict.CONFIRMED),
        ([], Verdict.CONFIRMED),
    ],
)
def test_several_labels_must_agree(labels: list[str], verdict: Verdict | None) -> None:
    """A rating in several languages stands for what its known labels agree on, else for what its scale says."""
    assert RATINGS.agreed(labels, Verdict.CONFIRMED) is verdict
