"""Names that stand for each other, as the desk's verbs keep them."""

import pytest
from factories import make_article

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError


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


@pytest.mark.parametrize("terms", [[], ["Grey Point"], ["Grey Point", "grey  point"], ["Grey Point", "?!"]])
def test_an_alias_has_two_names_or_more(desk: Desk, terms: list[str]) -> None:
    """Each with a word in it, and nothing is kept else."""
    before = desk.aliases()
    with pytest.raises(FactcheckError, match="alias"):
        desk.add_alias(terms)
    assert desk.aliases() == before
