"""Aliases: which names stand for each other, and that each name does so in one group only."""

import pytest

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import AliasGroup
from factcheck_tui.store import Store


def terms(store: Store, name: str) -> set[str]:
    """All that stand for a name, the name among them."""
    [group] = [group for group in store.aliases.all() if name in group.terms]
    return set(group.terms)


def test_a_new_desk_starts_with_a_table(store: Store) -> None:
    """Common organisations, countries and spellings, each name in one group."""
    assert {"ISIL", "ISIS", "Daesh", "Islamic State"} <= terms(store, "ISIL")
    every = [name.casefold() for group in store.aliases.all() for name in group.terms]
    assert len(every) == len(set(every))
    assert all(len(group.terms) > 1 for group in store.aliases.all())


def test_a_name_joins_the_group_of_what_it_stands_for(store: Store) -> None:
    """Also in other letter case; two groups that come to stand for each other are one."""
    store.aliases.add(["Grey Point", "Punta Gris"])
    store.aliases.add(["Cinder Bay", "Ash Bay"])
    assert store.aliases.add(["punta gris", "ASH BAY", "Greypoint"]).terms == (
        "Grey Point", "Punta Gris", "Cinder Bay", "Ash Bay", "Greypoint",
    )  # fmt: skip
    assert len([group for group in store.aliases.all() if "Grey Point" in group.terms]) == 1


def test_a_removed_name_stands_for_itself_alone(store: Store) -> None:
    """The rest still stand for each other; one name alone is no group."""
    group = store.aliases.add(["Grey Point", "Punta Gris", "Greypoint"])
    assert store.aliases.remove("greypoint") == AliasGroup(group.id, ("Grey Point", "Punta Gris"))
    assert store.aliases.remove("Punta Gris").terms == ()
    with pytest.raises(NotFoundError, match="“Grey Point” is no alias"):
        store.aliases.remove("Grey Point")
