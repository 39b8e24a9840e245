"""Bytes to text: the encodings that newsrooms meet, and what is no text."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.articles.encoding import decode
from factcheck_tui.errors import ReadError

ENGLISH = "The minister said “we won’t pay £3 million” – and left."
FRENCH = "Le président a été élu à Orléans après la grève générale."
GERMAN = "Die Bürgermeisterin erklärte am Dienstag, dass größere Maßnahmen nötig seien."
SPANISH = "El año pasado murieron más de 57 niños en la región, según el Gobierno."
POLISH = "Premier powiedział, że w zeszłym roku zginęło więcej żołnierzy; środki są już na miejscu."
TURKISH = "Belediye başkanı dün yaptığı açıklamada işsizliğin düştüğünü söyledi."
RUSSIAN = "Министр сообщил, что погибли 57 человек. Власти начали проверку."
GREEK = "Ο υπουργός ανακοίνωσε ότι πέντε άνθρωποι έχασαν τη ζωή τους."
ARABIC = "قال الوزير إن سبعة وخمسين شخصا قتلوا يوم الاثنين."
JAPANESE = "大臣は火曜日、57人が死亡したと発表した。調査が始まっている。"
CHINESE = "部长星期二表示，至少有57人在空袭中丧生，调查已经开始。"
KOREAN = "장관은 화요일에 적어도 57명이 사망했다고 발표했다. 조사가 시작되었다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
        ("It’s over", "cp1252"),
        ("The café closed in 2019.", "latin-1"),
        ("President José García said: “It’s over”.", "cp1252"),
        (FRENCH, "latin-1"),
        ("Déjà vu à Nîmes", "latin-1"),
        (GERMAN, "latin-1"),
        (SPANISH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("Погибли 57 человек.", "cp1251"),
        (GREEK, "cp1253"),
        (ARABIC, "cp1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
)
def test_a_text_comes_out_as_it_was_written(text: str, encoding: str) -> None:
    """Even a short text in a legacy encoding is not turned into nonsense."""
    assert decode(text.encode(encoding), "story.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE])
def test_a_byte_order_mark_is_obeyed_and_dropped(text: str, encoding: str) -> None:
    """BOMs of UTF-8, UTF-16 and UTF-32 say the encoding and are no part of the text."""
    assert decode(text.encode(encoding), "story.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, FRENCH, RUSSIAN, JAPANESE, CHINESE])
def test_wide_text_without_a_mark_is_read(text: str, encoding: str) -> None:
    """UTF-16 and UTF-32 are known by their NUL bytes."""
    assert decode(text.encode(encoding), "story.txt") == text


def test_line_ends_stay() -> None:
    """Offsets count the file's own characters, so CRLF is not made LF."""
    assert decode(b"One.\r\n\r\nTwo.\r", "story.txt") == "One.\r\n\r\nTwo.\r"


def test_a_utf8_text_cut_within_a_character_stays_utf8() -> None:
    """A damaged end does not turn the whole text into another encoding."""
    cut = (RUSSIAN * 3).encode()[:-2] + "ж".encode()[:1]
    assert decode(cut, "story.txt").startswith(RUSSIAN)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "a picture"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00", "a zip archive"),
        (b"%PDF-1.7\n1 0 obj\n", "a PDF"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"plain\x00text", "no text in any known encoding"),
        (bytes(range(256)), "no text in any known encoding"),
        (zlib.compress(bytes(range(256)) * 40), "no text in any known encoding"),
        (b"\x01\x02\x03\x04\x05\x06 abc", "no text in any known encoding"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    """A binary file is named, and never becomes an article."""
    with pytest.raises(ReadError, match=said) as caught:
        decode(content, "story.bin")
    assert str(caught.value).startswith("story.bin is not a text file: ")


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    """No bytes make the reader fail in another way, and no text holds a NUL."""
    try:
        text = decode(content, "any")
    except ReadError:
        return
    assert "\x00" not in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), max_size=200))
@settings(max_examples=200, deadline=None)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    """What is valid UTF-8 is never taken for anything else."""
    if not text.startswith(("\ufeff", "%PDF-", "{\\rtf", "GIF8")):
        assert decode(text.encode(), "any") == text
