"""Blocks of an article: what is a claim of which kind, and what is set aside with which reason."""

import pytest

from factcheck_tui.articles import read_bytes
from factcheck_tui.claims import find_claims
from factcheck_tui.model import Claim, SetAside

HEAD = "Dam opens after ten years\n\nMinister calls it a new start for the valley.\n\n"
BODY = "The dam on the Mill opened on Monday, the ministry said.\n\nIt holds 40 million litres of water.\n"


def find(text: str, name: str = "-") -> list[Claim]:
    return find_claims(read_bytes(text.encode(), name))


def roles(pieces: list[Claim]) -> list[str]:
    return [str(piece.set_aside or piece.kind) for piece in pieces]


def aside_of(line: str) -> SetAside | None:
    """What a line between two paragraphs of the body is set aside as."""
    pieces = [piece for piece in find(HEAD + BODY + "\n" + line + "\n\n" + BODY) if piece.text == line]
    assert len(pieces) == 1, "the line is a piece of its own"
    return pieces[0].set_aside


def test_headline_standfirst_and_body() -> None:
    """The first block is the headline, a short paragraph below it the standfirst, sentences are the rest."""
    assert roles(find(HEAD + BODY)) == ["headline", "standfirst", "statement", "statement"]


def test_a_long_first_paragraph_is_no_standfirst() -> None:
    """Without a standfirst the body starts at once."""
    long = (
        "The dam on the Mill opened on Monday, " + "which many had waited for in the villages below, " * 5 + "it said."
    )
    assert roles(find(f"Dam opens\n\n{long}\n\n{BODY}")) == ["headline", "statement", "statement", "statement"]


def test_one_block_is_a_statement() -> None:
    """A sentence that is piped in alone is no headline."""
    assert roles(find("The dam holds 40 million litres.")) == ["statement"]


def test_a_question_or_a_label_may_be_a_headline() -> None:
    """Errors hide in headlines, whatever their form."""
    assert roles(find("Can the dam hold?\n\n" + BODY))[0] == "headline"
    assert roles(find("Watch: Dam bursts\n\n" + BODY))[0] == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: What the dam cost",
        "ALSO READ: What the dam cost",
        "Read more: What the dam cost",
        "WATCH: The water comes",
        "RELATED: Ten dams",
        "See also | Ten dams",
        "Read the rest here.",
        "Sign up for our newsletter",
    ],
)
def test_cross_references_are_set_aside(line: str) -> None:
    """Lines that point to other texts are no claims of this one."""
    assert aside_of(line) is SetAside.CROSS_REFERENCE


@pytest.mark.parametrize("line", ["SOURCE: The Mill and agencies", "Source: Mill News", "Sources : agencies"])
def test_source_lines_are_set_aside(line: str) -> None:
    """The agencies that a text was made from say nothing of the matter."""
    assert aside_of(line) is SetAside.SOURCE_LINE


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By Jane Roe in Milltown",
        "Reporting by Jane Roe and Ann Poe",
        "Additional reporting by Ann Poe",
        "Published 3 May 2022",
        "Last updated: May 3, 2022 10:15",
    ],
)
def test_bylines_are_set_aside(line: str) -> None:
    """Who wrote and when is no claim."""
    assert aside_of(line) is SetAside.BYLINE


@pytest.mark.parametrize("line", ["By Tuesday the water had reached the wall.", "By 2030 half of it will be gone."])
def test_a_sentence_that_starts_with_by_is_a_claim(line: str) -> None:
    """A byline is told from a sentence."""
    assert aside_of(line) is None


@pytest.mark.parametrize("line", ["A long way to go", "Who paid for it", "Mill Valley, upper part"])
def test_short_lines_without_an_end_are_headings(line: str) -> None:
    """A heading between paragraphs is set aside."""
    assert aside_of(line) is SetAside.HEADING


@pytest.mark.parametrize("line", ["Will it hold?", "“Who paid?”"])
def test_questions_are_set_aside(line: str) -> None:
    """A question states nothing."""
    assert aside_of(line) is SetAside.QUESTION


@pytest.mark.parametrize("line", ["- 3,500 people moved", "• 12 villages drowned", "It held.", "“It held”"])
def test_short_lines_that_state_are_claims(line: str) -> None:
    """List points, short sentences and quotations are not taken for headings."""
    assert aside_of(line) is None


@pytest.mark.parametrize(
    "credit",
    [
        "[File: AFP]",
        "[AP Photo]",
        "[Reuters]",
        "[File: Jane Roe/Reuters]",
        "[Jane Roe/The Mill]",
        "[Courtesy of the ministry]",
        "(Photo: Jane Roe/AFP)",
        "(AP Photo/Jane Roe)",
        "(Reuters)",
        "Photograph: Jane Roe/AFP",
        "Credit: Jane Roe",
    ],
)
def test_a_picture_credit_is_parted_from_its_caption(credit: str) -> None:
    """The caption is a claim, the credit at its end is set aside, both with exact offsets."""
    pieces = find(f"{HEAD}    The wall of the dam in May {credit}\n\n{BODY}")
    assert roles(pieces)[2:4] == ["caption", "picture credit"]
    assert [piece.text for piece in pieces[2:4]] == ["The wall of the dam in May", credit]


def test_a_credit_alone_is_set_aside() -> None:
    """A credit whose caption is missing makes no claim."""
    assert aside_of("[File: Jane Roe/AFP]") is SetAside.CREDIT


def test_an_editors_bracket_is_no_credit() -> None:
    """A word put into a quotation stays in its claim."""
    assert aside_of("He spoke of the wall [that fell]") is SetAside.HEADING
    line = "“We left [Milltown] early,” she said, as did all of the others who were with her [at that time]"
    assert aside_of(line) is None


def test_a_labelled_caption_is_a_caption() -> None:
    """A block that says it belongs to a picture is a caption without any credit."""
    pieces = find(HEAD + "FILE PHOTO: The wall of the dam is seen in May.\n\n" + BODY)
    assert roles(pieces)[2] == "caption"


def test_an_embedded_post_is_one_piece() -> None:
    """Text and signature of a post are set aside together; the paragraphs around it stay."""
    post = "The water is here. pic.twitter.com/abc1\n— Mill News (@mill) May 3, 2022"
    pieces = find(f"{HEAD}{BODY}\n{post}\n\n{BODY}")
    assert [piece.text for piece in pieces if piece.set_aside] == [post]
    assert sum(piece.is_claim for piece in pieces) == 6


def test_a_signature_takes_the_line_above_with_it() -> None:
    """A post without a picture is known by its signature."""
    pieces = find(f"{HEAD}{BODY}\nThe water is here.\n— Mill News (@mill) May 3, 2022\n\n{BODY}")
    assert roles(pieces).count("embedded post") == 1
    assert "The water is here." not in [piece.text for piece in pieces if piece.is_claim]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Sentences run over line ends; their text holds the line break, their offsets are exact."""
    wrapped = (
        "The dam on the upper Mill, which took ten years to build and cost far\n"
        "more than planned, opened on Monday, the ministry of water said. It\n"
        "holds 40 million litres.\n"
    )
    pieces = find(HEAD + wrapped + "\n" + wrapped)
    assert roles(pieces) == ["headline", "standfirst", *["statement"] * 4]
    assert pieces[2].text.startswith("The dam") and pieces[2].text.count("\n") == 1
    assert pieces[3].text == "It\nholds 40 million litres."


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """Where each line is a paragraph, a heading between them is not joined to one."""
    text = HEAD + BODY.replace("\n\n", "\n") + "A hard start\n" + BODY.replace("\n\n", "\n")
    assert roles(find(text)) == [
        *["headline", "standfirst", "statement", "statement", "section heading", "statement", "statement"]
    ]


def test_crlf_and_blank_lines_of_blanks() -> None:
    """Windows line ends and lines of no-break spaces part paragraphs like any other."""
    assert roles(find((HEAD + BODY).replace("\n", "\r\n"))) == roles(find(HEAD + BODY))
    assert roles(find((HEAD + BODY).replace("\n\n", "\n \xa0\n"))) == roles(find(HEAD + BODY))


def test_ornaments_are_left_over() -> None:
    """Lines without a letter or digit are no piece at all."""
    assert roles(find(HEAD + BODY + "\n* * *\n\n———\n")) == roles(find(HEAD + BODY))


def test_markdown_says_what_its_blocks_are() -> None:
    """The roles of the format win: a short list point is a claim, a heading none, an image's words are a caption."""
    text = (
        "# Dam opens\n\nMinister calls it a start.\n\n![The wall [File: AFP]](a.jpg)\n\n## Ten years of work.\n\n"
        "- 12 villages drowned\n\nIt opened on Monday. It holds.\n\n## Why?\n"
    )
    assert roles(find(text, "a.md")) == [
        *["headline", "standfirst", "caption", "picture credit", "section heading"],
        *["statement", "statement", "statement", "question"],
    ]


def test_a_pull_quote_is_set_aside() -> None:
    """Words of the text that stand again between paragraphs; a sentence that is there twice by itself stays."""
    said = "“It held for ten years, and it will hold for ten more,” said Ann Roe, who built it."
    pull = "“It held for ten years, and it will hold for ten more”"
    pieces = find(f"{HEAD}{BODY}\n{pull}\n\n{said}\n")
    assert [piece.text for piece in pieces if piece.set_aside] == [pull]
    assert pieces[-1].text == said and pieces[-1].is_claim
    assert "pull quote" not in roles(find(f"{HEAD}{BODY}\n{BODY}"))
