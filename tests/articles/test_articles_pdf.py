"""PDF: lines put together to paragraphs, pages told, and what has no text refused."""

import zlib

import pytest
from pdf_file import At, lines, of_streams, pdf

from factcheck_tui.articles import read_bytes
from factcheck_tui.articles.pdf import PAGES, STREAM
from factcheck_tui.errors import ReadError

HEADLINE = At("The bridge at Grey Point reopens", size=20, y=740)
BODY = [
    "The bridge at Grey Point was opened in 1987 and cost three million pounds, said",
    "the harbour board. It was the longest of its time, and nobody has checked",
    "that since.",
]
LOCKED = f"/Filter /Standard /V 1 /R 2 /P -44 /O <{'41' * 32}> /U <{'42' * 32}>"


def paragraphs(content: bytes) -> list[str]:
    return read_bytes(content, "story.pdf").text.split("\n\n")


def test_lines_run_on_as_paragraphs() -> None:
    """A line break of the page is a blank; a gap, an indent and another size begin a paragraph."""
    page = [HEADLINE, *lines(*BODY), *lines("A storm came in 2023.", "Two piers broke.", y=620)]
    page += [At("It is open again, and the council voted for the repair of both piers of the", x=90, y=592)]
    assert paragraphs(pdf(page)) == [
        "The bridge at Grey Point reopens",
        " ".join(BODY),
        "A storm came in 2023.",
        "Two piers broke.",
        "It is open again, and the council voted for the repair of both piers of the",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    """A line that is full in its column is no short one, though the page is twice as wide."""
    left = lines("The bridge was opened in 1987.", "It cost three million pounds,", "and that was a record.", x=60)
    right = lines("A storm broke two of its piers", "in March. It is open again", "since Tuesday.", x=330)
    assert paragraphs(pdf([HEADLINE, *left, *right])) == [
        "The bridge at Grey Point reopens",
        "The bridge was opened in 1987. It cost three million pounds, and that was a record.",
        "A storm broke two of its piers in March. It is open again since Tuesday.",
    ]


def test_a_paragraph_runs_on_over_the_page() -> None:
    """A sentence that a page cuts is one sentence; its page is where it begins."""
    article = read_bytes(pdf([HEADLINE, *lines(*BODY[:2])], lines(BODY[2], "")), "story.pdf")
    assert article.text.split("\n\n")[1] == " ".join(BODY)
    assert [(article.text[start:][:8], words) for start, words, _ in article.places] == [
        ("The brid", "page 1"), ("The brid", "page 1"),
    ]  # fmt: skip


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What stands at the edge of three pages or more, whatever number is in it, is no text of the article."""
    pages = [
        [
            At("Harbour Times", y=800),
            *lines(f"On page {number} there is a claim of its own."),
            At(f"- {number} -", y=40),
        ]
        for number in (1, 2, 3)
    ]
    assert paragraphs(pdf(*pages)) == [f"On page {number} there is a claim of its own." for number in (1, 2, 3)]


def test_what_the_file_says_of_itself_is_kept() -> None:
    """Author and date; the title is the first line, since the one in the file is mostly its template's."""
    info = "/Title (Microsoft Word - draft3.docx) /Author (Ann Roe) /CreationDate (D:20250302101500Z)"
    article = read_bytes(pdf([HEADLINE, *lines(*BODY)], info=info), "story.pdf")
    assert (article.title, article.byline, article.published) == (
        "The bridge at Grey Point reopens", "Ann Roe", "2025-03-02",
    )  # fmt: skip


def test_it_is_a_pdf_by_its_content() -> None:
    """From a pipe or under another name it is read all the same."""
    for name in ("-", "story.txt", "https://example.org/download"):
        assert read_bytes(pdf([HEADLINE, *lines(*BODY)]), name).title == HEADLINE.words


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf([]), "without text, as a scan is"),
        (pdf([At("  ")]), "without text, as a scan is"),
        (pdf([HEADLINE], encrypt=LOCKED), "protected by a password"),
        (b"%PDF-1.7\n1 0 obj\n", "a damaged PDF"),
        (pdf([HEADLINE])[:200], "a damaged PDF"),
        (pdf(*[[]] * (PAGES + 1)), "over 1,000 pages"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, said: str) -> None:
    """A scan, a locked, damaged or endless file."""
    with pytest.raises(ReadError, match=said) as caught:
        read_bytes(content, "story.pdf")
    assert str(caught.value).startswith("story.pdf ")


def test_a_bomb_goes_off_in_a_sentence() -> None:
    """A page that unpacks to hundreds of megabytes is refused before it does, also when it is packed twice."""
    page = b"BT /F1 11 Tf 72 700 Td (A claim stands here.) Tj ET\n" + b" " * (STREAM + 1_000_000)
    twice = of_streams([zlib.compress(page)]).replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]")
    for bomb in (of_streams([page]), twice):
        assert len(bomb) < 1_000_000
        with pytest.raises(ReadError, match="unpacks to more"):
            read_bytes(bomb, "bomb.pdf")
