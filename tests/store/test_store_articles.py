"""Articles: each text once, found by what a person calls it, with its counts."""

import pytest
from factories import AT, decide, keep_article, make_article, marked

from factcheck_tui.errors import NotFoundError, StoreError
from factcheck_tui.model import Aspect, Change, SetAside, Verdict
from factcheck_tui.store import Store


def test_an_article_comes_back_as_it_was_kept(store: Store) -> None:
    """Every field is kept, the text to the character."""
    article = make_article(
        "Dach\r\nÜber 300 m\u00a0hoch\u200b \U0001f5fc\0\n",
        byline="Ada",
        publisher="Gazette",
        published="2025-04-30",
        url="https://example.org/",
        language="de",
    )
    kept = store.articles.get(store.articles.add(article, "Ada", AT))
    fields = ("text", "title", "source", "byline", "publisher", "published", "url", "language")
    assert [getattr(kept, name) for name in fields] == [getattr(article, name) for name in fields]
    assert kept.added_at == AT


def test_the_same_text_is_recognised(store: Store) -> None:
    """A draft added twice is one article; a draft with one character changed is another."""
    article_id = store.articles.add(make_article("One.\n"), "Ada", AT)
    same = store.articles.same_text("One.\n")
    assert same is not None
    assert same.id == article_id
    assert store.articles.same_text("One. \n") is None


def test_a_broken_character_is_refused_in_a_sentence(store: Store) -> None:
    """Half of a surrogate pair cannot be stored: the user is told which character, nothing is written."""
    assert store.articles.same_text("tower \udce9") is None
    with pytest.raises(StoreError, match=r"U\+DCE9"):
        store.articles.add(make_article("tower \udce9"), "Ada", AT)
    with pytest.raises(StoreError, match=r"U\+DCE9"):
        store.records.find("\udce9")
    assert store.articles.progress() == []


@pytest.fixture
def three(store: Store) -> Store:
    """Articles 1 to 3."""
    keep_article(store, "The tower grows", "It is tall.", source="drafts/Tower.txt")
    keep_article(store, "The harbour freezes", "It is cold.", source="harbour.txt")
    keep_article(store, "The TOWER falls", "It was tall.", source="-")
    return store


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("2", 2),
        ("drafts/tower.TXT", 1),
        ("tower.txt", 1),
        ("tower falls", 3),
        ("HARBOUR", 2),
        ("-", 3),
    ],
)
def test_an_article_is_found_by_what_a_person_calls_it(three: Store, name: str, number: int) -> None:
    """Its number, its file with or without the folder, or a part of its title, in any case."""
    assert three.articles.find(name).id == number


@pytest.mark.parametrize("name", ["4", "0", "9" * 40, "lighthouse", "", "²", "%", "_"])
def test_an_unknown_article_is_said_to_be_unknown(three: Store, name: str) -> None:
    """The sentence names what was asked for and where the known ones are listed."""
    with pytest.raises(NotFoundError, match=r"There is no article .*articles` lists them"):
        three.articles.find(name)


def test_an_ambiguous_name_is_answered_with_the_numbers(three: Store) -> None:
    """Two articles that a name may mean are both named; none is guessed."""
    with pytest.raises(NotFoundError, match="articles 1, 3"):
        three.articles.find("the tower")


def test_progress_counts_claims_by_verdict(store: Store) -> None:
    """The list of articles, newest first, counts claims by their current verdict, without what is set aside."""
    first = keep_article(store, "One.", "Two.", "Three.", "Four.")
    keep_article(store, "Five.")
    store.articles.add(make_article("Nothing is claimed here"), "Ada", AT)
    aside = Change(claim_id=first[3], aspect=Aspect.SET_ASIDE, new=SetAside.CHECKER)
    decide(store, "Ada", marked(first[0], Verdict.CONFIRMED), marked(first[1], Verdict.DISPUTED), aside)
    decide(store, "Ben", marked(first[3], Verdict.CONFIRMED))
    listed = store.articles.progress()
    assert [(p.article.id, p.claims, p.confirmed, p.disputed, p.pending) for p in listed] == [
        (3, 0, 0, 0, 0),
        (2, 1, 0, 0, 1),
        (1, 3, 1, 1, 1),
    ]
    assert {p.article.text for p in listed} == {""}
