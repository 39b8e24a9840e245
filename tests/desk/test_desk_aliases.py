"""Names that stand for each other, as the desk's verbs keep them."""

import pytest
from factories import keep_records, make_article, make_record

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.matching import compare, read_aliases, read_query


def test_a_change_of_names_has_claims_matched_anew(desk: Desk) -> None:
    """What was found under other names may match now, or no longer."""
    desk.add(make_article("The tower\n\nThe tower of Grey Point is 30 metres tall.\n"))
    [*_, claim] = [status.claim.id for status in desk.claims(1)]
    desk.match(claim)
    assert desk.is_matched(claim)
    desk.add_alias(["Grey Point", " Punta   Gris "])
    assert ("Grey Point", "Punta Gris") in [group.terms for group in desk.aliases()]
    assert not desk.is_matched(claim)
    desk.match(claim)
    desk.remove_alias("punta gris")
    assert not desk.is_matched(claim)


def test_the_table_to_begin_with_can_be_changed(desk: Desk) -> None:
    """Each group takes one more name: none holds a name that would be refused."""
    for group in desk.aliases():
        desk.add_alias([*group.terms, f"Other {group.terms[0]}"])
        assert any({f"Other {group.terms[0]}", *group.terms} <= set(now.terms) for now in desk.aliases())


@pytest.mark.parametrize("terms", [[], ["Grey Point"], ["Grey Point", "grey  point"], ["Grey Point", "?!"]])
def test_an_alias_has_two_names_or_more(desk: Desk, terms: list[str]) -> None:
    """Each with a word in it, and nothing is kept else."""
    before = desk.aliases()
    with pytest.raises(FactcheckError, match="alias"):
        desk.add_alias(terms)
    assert desk.aliases() == before


HOSTILE = [
    "",
    "tower",
    "tower " * 16_667,
    "x" * 100_000,
    "#" + "Ab" * 50_000,
    "東京" * 50_000,
    "?!… — “”",
    "the of and",
    '" AND NOT ( * ^ : -',
    "🎉🏽" * 500,
    "שלום עולם",
    "\u202etower\0",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_matched_and_compared(desk: Desk, text: str) -> None:
    """From beginning to end, with names and spellings: an answer or nothing, and never an error."""
    keep_records(desk.store, make_record("The tower is 330 metres tall"), make_record("東京タワーは333メートル"))
    desk.store.word_list.refresh()
    assert all(0 <= match.score <= 100 for match in desk.match_text(text))
    aliases = read_aliases(desk.aliases())
    assert compare(text, text, aliases=aliases).score == (0 if read_query(text, aliases=aliases).too_little else 100)
