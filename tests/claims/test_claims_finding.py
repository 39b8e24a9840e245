"""From articles to claims: the laws that hold for any text, and the real articles by their counts."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.articles import read_bytes, read_file
from factcheck_tui.claims import claims_of_lines, find_claims
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, Claim, ClaimKind, SetAside

CAPTION, HEADLINE = ClaimKind.CAPTION, ClaimKind.HEADLINE
STANDFIRST, STATEMENT = ClaimKind.STANDFIRST, ClaimKind.STATEMENT

COUNTS = {  # claims found in each real article and what is set aside, read through beside the text
    "al-mayadeen-strike": (15, ["picture credit", "cross-reference", "question", "source line"]),
    "aj2022-0": (19, []),
    "aj2022-1": (8, []),
    "aj2022-2": (6, []),
    "aj2022-3": (46, ["picture credit", *["section heading"] * 3, "question"]),
    "aj2022-4": (23, ["picture credit", "picture credit"]),
    "aj2022-5": (13, []),
    "aj2022-6": (35, ["embedded post"]),
    "aj2022-7": (9, []),
    "aj2022-8": (18, ["embedded post"]),
    "aj2022-9": (21, ["section heading"]),
}

WORDS = st.sampled_from(
    [
        *[
            "The",
            "minister",
            "said",
            "that",
            "57",
            "people",
            "Monday",
            ",",
            ".",
            "?",
            "!",
            ":",
            ";",
            "“",
            "”",
            '"',
            "'",
        ],
        *["(", ")", "[", "]", "—", "–", "…", "...", "¤", "|", "*", "-", "#", "@"],
        *[
            "Mr.",
            "a.m.",
            "U.S.",
            "[File: AFP]",
            "(Photo: A/B)",
            "READ MORE:",
            "SOURCE:",
            "By Jane Roe",
            "pic.twitter.com/a1",
        ],
        *["— A (@b) May 1, 2021", "é", "中文。", "\u200b", "\xa0", "according to", "he said", "who", "x" * 120],
    ]
)
TEXTS = st.lists(
    st.tuples(WORDS, st.sampled_from(["", " ", "  ", "\n", "\r\n", "\n\n", "\n \n", "\t", "\u2028", "\x85"]))
)
MIXED = TEXTS.map(lambda pairs: "".join(word + blank for word, blank in pairs))


def check_laws(article: Article) -> list[Claim]:
    pieces = find_claims(article)
    covered = [False] * len(article.text)
    for piece in pieces:
        assert article.text[piece.start : piece.end] == piece.text
        assert piece.text and piece.text == piece.text.strip()
        assert 0 <= piece.priority <= 100
        covered[piece.start : piece.end] = [True] * len(piece.text)
    assert all(left.end <= right.start for left, right in pairwise(pieces))
    assert not [c for c, known in zip(article.text, covered, strict=True) if not known and c.isalnum()]
    numbers = [piece.number for piece in pieces if piece.is_claim]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(piece.number == 0 for piece in pieces if not piece.is_claim)
    return pieces


@given(st.one_of(MIXED, st.text(max_size=300)))
@settings(max_examples=200, deadline=None)
def test_any_text_is_cut_into_exact_pieces(text: str) -> None:
    """Pieces equal their span, stand in order and apart, are trimmed, and miss no letter and no digit."""
    check_laws(Article(text=text, title=""))


@given(MIXED)
@settings(max_examples=100, deadline=None)
def test_any_markdown_is_cut_into_exact_pieces(text: str) -> None:
    """The same holds where the format gave the blocks."""
    if text.strip():
        try:
            article = read_bytes(text.encode(), "a.md")
        except ReadError as error:
            assert "is empty" in str(error)
            return
        check_laws(article)


@pytest.mark.parametrize("name", COUNTS)
def test_real_articles_have_the_claims_that_were_read_through(shared: Path, name: str) -> None:
    """No heading, credit, post or half sentence is a claim, and each sentence is one."""
    pieces = check_laws(read_file(shared / "articles" / f"{name}.txt"))
    claims = [piece for piece in pieces if piece.is_claim]
    assert (len(claims), [piece.set_aside for piece in pieces if piece.set_aside]) == COUNTS[name]
    assert [claim.kind for claim in claims[:2]] == [HEADLINE, STANDFIRST]
    assert all(claim.text[-1] in '.”’"?' for claim in claims if claim.kind is STATEMENT)
    assert all(claim.text[0] in '“‘"' or claim.text[0].isupper() for claim in claims if claim.kind is STATEMENT)


def test_the_article_the_project_began_with(shared: Path) -> None:
    """Headline, standfirst, caption and twelve sentences; three lines and the credit are set aside in their places."""
    pieces = find_claims(read_file(shared / "articles" / "al-mayadeen-strike.txt"))
    claims = [piece for piece in pieces if piece.is_claim]
    assert [claim.kind for claim in claims] == [HEADLINE, STANDFIRST, CAPTION, *[STATEMENT] * 12]
    aside = {piece.set_aside: piece for piece in pieces if piece.set_aside}
    assert aside[SetAside.CREDIT].text == "[File: AFP]"
    assert aside[SetAside.CROSS_REFERENCE].text.startswith("READ MORE:")
    assert aside[SetAside.QUESTION].text == "Is it over for ISIL?"
    assert aside[SetAside.SOURCE_LINE].text.startswith("SOURCE:")
    assert (claims[0].start, claims[0].end) == (0, 53)
    dotted = [claim for claim in claims if " ... " in claim.text]
    assert len(dotted) == 1 and dotted[0].text.startswith("It said") and dotted[0].text.endswith('".')


def test_the_claimants_of_the_article_the_project_began_with(shared: Path) -> None:
    """Acronym, pronouns, "the monitor" and "a monitoring group" are put to names; the quotation has its speaker."""
    claims = [c for c in find_claims(read_file(shared / "articles" / "al-mayadeen-strike.txt")) if c.is_claim]
    observatory, command = "Syrian Observatory for Human Rights", "US Central Command"
    officials = "US intelligence officials"
    assert [claim.claimant for claim in claims] == [
        *("", observatory, "", observatory, observatory, observatory, "its Deir Az Zor correspondent"),
        *("An activist-run media outlet in Deir Az Zor", command, command, command, ""),
        *("Colonel Joe Scrocca", officials, officials),
    ]
    assert claims[3].cue == "according to"
    assert [claim.reported_by for claim in claims if claim.reported_by] == ["Al-Ikhbariya"]


ARTICLE = """Dozens hurt as ferry strikes pier at Grey Point

Watch group says the boat was going too fast, owner denies it.

    The ferry Aurora at its berth in May [File: Coast Pictures]

At least 31 people were hurt when a ferry struck the pier at Grey Point on Monday, according to a monitoring group.

The Coastal Safety Watch said the Aurora was doing 14 knots, twice what is allowed there.

It was the worst accident in the bay since 1987, said the watchdog, which keeps a record of them.

READ MORE: Ten years of the new pier

Harbour FM, a local station, cited a deckhand as saying that the brakes had failed.

“We welcome any inquiry,” Jonas Hale, head of Bay Lines, told reporters. “Nobody was drunk.”

Hale denied that the company had lied about the speed, and said it would publish the ship's log.

What happens now?

The ferry will be out of service until June, the Harbour Board (HB) said. HB added that two others will take over.

SOURCE: The Grey Point Post and agencies
"""


def test_an_article_of_our_own_from_top_to_bottom() -> None:
    """Claimants by their names, natures, the reporter of a report, and what is set aside, as read beside the text."""
    pieces = find_claims(read_bytes(ARTICLE.encode(), "-"))
    claims = [piece for piece in pieces if piece.is_claim]
    watch, board = "Coastal Safety Watch", "Harbour Board"
    assert [claim.claimant for claim in claims] == [
        *("", "Watch group", "", watch, watch, watch, "a deckhand", "Jonas Hale", "Jonas Hale", "Jonas Hale"),
        *(board, board),
    ]
    assert claims[6].reported_by == "Harbour FM"
    assert [str(claim.nature) for claim in claims[3:10]] == [
        *("statistic", "statistic", "record", "event", "quotation", "quotation", "accusation"),
    ]
    assert "no answer of the accused" not in claims[9].reasons
    assert [str(piece.set_aside) for piece in pieces if piece.set_aside] == [
        *("picture credit", "cross-reference", "question", "source line"),
    ]
    first = max(claims[3:], key=lambda claim: claim.priority)
    assert first in (claims[3], claims[4]), "figures on people and speed go first"


def test_lines_are_one_claim_each() -> None:
    """Each line is a sentence by itself, in order; questions and lines without words are set aside, none is lost."""
    lines = ["He spent £5 million. Twice.", "  Why did he?  ", "", "Ann Roe said it rained."]
    claims = claims_of_lines(lines)
    assert [claim.set_aside for claim in claims] == [None, SetAside.QUESTION, SetAside.HEADING, None]
    assert [line[claim.start : claim.end] for line, claim in zip(lines, claims, strict=True)] == [
        claim.text for claim in claims
    ]
    assert claims[3].claimant == "Ann Roe"


def test_lines_know_nothing_of_each_other() -> None:
    """A pronoun is not put back to a name of another line, as the lines may come from anywhere."""
    assert claims_of_lines(["Ann Roe said it rained.", "She said it snowed."])[1].claimant == "She"


def test_ten_thousand_words_are_all_found() -> None:
    """A long article gives all its claims."""
    text = "Head\n\n" + "\n\n".join(f"The mayor said that {n} trees fell in street {n}." for n in range(1000))
    claims = find_claims(read_bytes(text.encode(), "-"))
    assert sum(claim.is_claim for claim in claims) == 1001
