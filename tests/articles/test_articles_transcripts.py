"""Transcripts and subtitles: whose words, and at what time."""

import pytest

from factcheck_tui.articles import read_bytes
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, BlockRole

DEBATE = """Debate at Grey Point
2 March 2025

MODERATOR: Good evening. What did the bridge cost?

ANN ROE (Harbour Party): It cost three million pounds: a record.
Nobody had spent more before.

It opened in 1987.

[00:12:03] JONAS HALE: It cost four million.
MODERATOR: Thank you.
"""
VTT = """WEBVTT - a debate

NOTE made by hand

1
00:01.000 --> 00:04.000 align:start
<v Ann Roe>The bridge opened in <i>1987</i>. It cost

00:00:04.000 --> 00:00:06.500
<v Ann Roe>three million pounds &amp; more.

00:07.000 --> 00:09.000
- Was it worth it?
- It was.

01:15.000 --> 01:17.000
It has twelve piers.
"""
SRT = (
    "1\r\n00:00:01,000 --> 00:00:04,000\r\nANN ROE: It opened\r\nin 1987\r\n\r\n"
    "2\r\n00:00:04,100 --> 00:00:06,000\r\n<i>and cost three million.</i>\r\n"
)
ROLLING = """WEBVTT

00:00:01.000 --> 00:00:02.000
the bridge opened

00:00:02.000 --> 00:00:03.000
the bridge opened
in 1987 and cost

00:00:03.000 --> 00:00:04.000
in 1987 and cost
three million
"""


def said(article: Article) -> list[tuple[str, str, str]]:
    """What each block says, who says it and when, labels left out."""
    told = []
    for start, end, role in article.blocks:
        if role is BlockRole.PARAGRAPH:
            place = [place for place in article.places if place.start <= start][-1]
            told.append((article.text[start:end], place.speaker, place.words))
    return told


def test_labels_give_the_speakers() -> None:
    """A turn goes on over lines and paragraphs until the next label; the text is the file's, unchanged."""
    article = read_bytes(DEBATE.encode(), "debate.txt")
    assert article.text == DEBATE
    assert article.title == "Debate at Grey Point"
    assert said(article) == [
        (" Good evening. What did the bridge cost?", "Moderator", ""),
        (" It cost three million pounds: a record.\nNobody had spent more before.", "Ann Roe", ""),
        ("It opened in 1987.", "Ann Roe", ""),
        (" It cost four million.", "Jonas Hale", "00:12:03"),
        (" Thank you.", "Moderator", "00:12:03"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bridge: cost rises\n\nThe bridge opened in 1987.\n\nREAD MORE: How bridges are built\n\nIt cost 3 million.\n",
        "Note: one\n\nWhat we know: two\n\nWhy: three\n\nWhere: four\n\nIt opened in 1987.\n",
        "A: one\n",
    ],
)
def test_colons_alone_make_no_transcript(text: str) -> None:
    """Labels come again and again; lines with a colon in an article do not."""
    assert read_bytes(text.encode(), "story.txt").places == ()


def test_captions_are_joined_to_sentences() -> None:
    """A caption ends where the screen is full, not where a sentence does; the time is that of its first word."""
    article = read_bytes(VTT.encode(), "debate.vtt")
    assert article.title == "debate"
    assert said(article) == [
        ("The bridge opened in 1987. It cost three million pounds & more.", "Ann Roe", "00:00:01"),
        ("Was it worth it?", "", "00:00:07"),
        ("It was.", "", "00:00:07"),
        ("It has twelve piers.", "", "00:01:15"),
    ]
    assert ("three", "00:00:04") in [(article.text[start:][:5], words) for start, words, _ in article.places]


def test_srt_is_read_as_subtitles_too() -> None:
    """With labels in its text, by its content alone."""
    assert said(read_bytes(SRT.encode(), "-")) == [
        ("It opened in 1987 and cost three million.", "ANN ROE", "00:00:01")
    ]


def test_captions_that_roll_up_are_said_once() -> None:
    """Live captions send a line again with the next one."""
    assert read_bytes(ROLLING.encode(), "live.vtt").text == "the bridge opened in 1987 and cost three million"


@pytest.mark.parametrize("content", [b"WEBVTT\n", b"WEBVTT\n\nno cues", b"WEBVTT\n\n00:01 --> x\nwords\n"])
def test_subtitles_without_words_are_refused(content: bytes) -> None:
    """In a sentence."""
    with pytest.raises(ReadError, match=r"debate\.vtt"):
        read_bytes(content, "debate.vtt")
