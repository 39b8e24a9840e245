"""Sentences: ends where an editor would put them, offsets exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.claims.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left.", "She stayed."],
        ['It said the work was "planned to reduce the risk ... to others".', "It was done."],
        ["“The risk … is low,” he said.", "It was not."],
        ["It cost a lot ($2.5bn).", "Nobody paid."],
        ["Mr. Speaker, we go.", "Dr. Roe stays."],
        ["Gen. John Poe left on Jan. 5 at 5 p.m. Monday.", "He came back."],
        ["The vote was at 9 a.m. EST in Milltown.", "It failed."],
        ["J. K. Roe wrote it.", "The U.S. said so."],
        ["Prices rose 3.5 percent.", "The pound fell."],
        ["“We won. We lost,” he said.", "They left."],
        ["“Go!” he cried.", "Nobody went."],
        ['"We did it," she said.', '"And it is good."'],
        ["It fell (to 3. The lowest ever) on Monday.", "It rose again."],
        ["”Mr. Roe is out.", "He left.”"],
        ["大臣が発表した。", "調査が始まった。"],
    ],
)
def test_sentences_end_where_they_should(sentences: list[str]) -> None:
    """Abbreviations, decimals, ellipses, brackets and quotations do not end a sentence early."""
    text = (" " if sentences[0].isascii() or "“" in sentences[0] or "”" in sentences[0] else "").join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            ["„Wir bauten sie 1987. Sie kostete ca. 3 Mio. Euro“, sagte sie am 2. März.", "Sie steht z. B. in Bonn."],
        ),
        ("fr", ["« Elle date de 1987. Elle a coûté cher », a dit Mme. Roe.", "Personne n’a vérifié."]),
        ("pt", ["A ponte abriu em 1987.", "O Sr. Silva disse que custou 3 milhões."]),
        ("ru", ["Мост открыт в 1987 г. в городе.", "Он стоил 3 млн. фунтов, сказал И. И. Иванов."]),
        ("ar", ["المجلس قال إن الجسر افتتح عام 1987.", "كلف ثلاثة ملايين."]),
        ("ja", ["大臣は「橋は1987年に開いた。300万ポンドかかった」と述べた。", "誰も確認していない。"]),
    ],
)
def test_sentences_end_as_in_their_language(language: str, sentences: list[str]) -> None:
    """Its abbreviations, and a quotation over two sentences with those who say it."""
    text = ("" if language == "ja" else " ").join(sentences)
    assert [text[start:end] for start, end in split_sentences(text, language)] == sentences


def test_a_sentence_runs_over_line_ends() -> None:
    """A line end within a paragraph is no sentence end."""
    text = "The dam\nopened\r\non Monday. It\nholds."
    assert [text[start:end] for start, end in split_sentences(text)] == ["The dam\nopened\r\non Monday.", "It\nholds."]


@pytest.mark.parametrize("text", ["", " ", "...", "”"])
def test_nothing_to_say_is_no_sentence(text: str) -> None:
    """Blanks and marks alone make no sentence."""
    assert split_sentences(text) == ()


def test_an_unknown_language_is_cut_all_the_same() -> None:
    """A language code that the segmenter does not know costs no claim."""
    assert len(split_sentences("One fell. Two rose.", "xx-none")) == 2


@given(st.text(st.sampled_from(list("aB1 .!?…“”\"'()[]\n,。é—")), max_size=80))
@settings(max_examples=200, deadline=None)
def test_sentences_cover_all_words(text: str) -> None:
    """Trimmed, in order, apart, and every letter and digit is in one of them."""
    end = 0
    for start, stop in split_sentences(text):
        assert start >= end and text[start:stop] == text[start:stop].strip() != ""
        assert not any(map(str.isalnum, text[end:start]))
        end = stop
    assert not any(map(str.isalnum, text[end:]))
