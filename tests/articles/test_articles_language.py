"""The language of a text that does not say it."""

import pytest
from test_articles_encoding import ARABIC, CHINESE, ENGLISH, FRENCH, GERMAN, GREEK, JAPANESE, KOREAN, RUSSIAN, SPANISH

from factcheck_tui.articles import read_bytes

LONGER = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN + " Die Brücke ist seit dem 2. März wieder offen und hat drei Millionen gekostet.",
    "es": SPANISH,
    "pt": "O ponte foi aberta em 1987 e custou três milhões de libras, não mais do que os outros.",
    "it": "Il ponte è stato aperto nel 1987 e non è costato più di tre milioni, che è una cifra alta per la città.",
    "nl": "De brug is in 1987 geopend en het was een van de langste die er zijn, aldus de gemeente.",
    "sv": "Bron öppnades 1987 och det var en av de längsta som har byggts för pengar från staten.",
    "pl": "Most został otwarty w 1987 roku i był jednym z najdłuższych, jak się okazało, w tym kraju.",
    "tr": "Köprü 1987 yılında açıldı ve bu bir rekor olarak kabul edildi, çok daha sonra yenisi yapıldı.",
    "ru": RUSSIAN + " Мост был открыт в 1987 году и не был самым длинным.",
    "uk": "Міст відкрили в 1987 році, і він не був найдовшим, як це було за даними уряду.",
    "ar": ARABIC,
    "fa": "این پل در سال ۱۹۸۷ گشایش یافت و سه میلیون پوند هزینه داشت، چنان که گفته شد.",
    "el": GREEK,
    "ja": JAPANESE,
    "zh": CHINESE,
    "ko": KOREAN,
}


@pytest.mark.parametrize("language", LONGER)
def test_a_sentence_or_two_tells_the_language(language: str) -> None:
    """By its script and its commonest words."""
    assert read_bytes(LONGER[language].encode(), "a.txt").language == language


@pytest.mark.parametrize("text", ["57", "Mayadeen", "£350m!"])
def test_what_tells_nothing_is_english(text: str) -> None:
    """Sentence ends are then found as in English."""
    assert read_bytes(text.encode(), "a.txt").language == "en"


@pytest.mark.parametrize(
    ("said", "language"), [("de", "de"), ("en-GB", "en"), ("pt_BR", "pt"), ("Deutsch", "en"), ("", "en")]
)
def test_what_a_file_says_goes_first(said: str, language: str) -> None:
    """As a code, without its country; a language's name is no code."""
    content = f"---\nlanguage: {said}\n---\n\nThe bridge was opened in 1987 and it was the longest.\n"
    assert read_bytes(content.encode(), "a.md").language == language
