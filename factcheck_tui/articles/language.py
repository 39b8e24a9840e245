"""The language of a text that does not say it: by its script, and for Latin and Cyrillic by its commonest words.

A light rule on purpose: what hangs on it are sentence ends, and a detector costs more to load than an article to read.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

SAMPLE: Final = 5_000  # characters
FEWEST: Final = 0.05  # of the words that must be a language's commonest; running text has 0.2 to 0.4
_SCRIPTS: Final = (  # a letter range, and the language most written in it
    ("぀-ヿ", "ja"),
    ("一-鿿", "zh"),
    ("가-힣", "ko"),
    ("؀-ۿ", "ar"),
    ("֐-׿", "he"),
    ("Ͱ-Ͽ", "el"),
    ("ऀ-ॿ", "hi"),
    ("฀-๿", "th"),
    ("Ѐ-ӿ", "ru"),
)
_WORDS: Final = {
    "en": "the of and to in that is was for it with as on by at from are be this have said",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les de des et à du en un une est que pour dans qui sur par au pas plus",
    "es": "el la los las de y que en del un una por con para es se al lo como más",
    "it": "il la di che e un una per non in del è della sono con dei alla si più da",
    "pt": "o a os as de e que do da em um uma para com não por é dos no na",
    "nl": "de het een van en in is dat op te zijn met voor niet die aan er om ook als",
    "sv": "och att det som en på är av för med den till inte har de ett om var",
    "da": "og at det er en til på som af for med den ikke har de et der var blev",
    "no": "og det er på som en av for med til den ikke har de et om var ble etter",
    "pl": "i w na z że się nie do to jest o jak po od za przez ale dla",
    "tr": "ve bir bu için de da ile olarak daha olan çok gibi sonra kadar ancak",
    "id": "yang dan di untuk dengan dari pada ini dalam itu tidak akan oleh telah",
    "ru": "и в не на что с по это как из у за от для он но",
    "uk": "і в не на що з та у до як за це від про його або",
}
_COMMON: Final = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_PERSIAN: Final = re.compile("[پچژگ]")


def language_of(text: str) -> str:
    """The two-letter code of the language; English when nothing tells it."""
    sample = text[:SAMPLE]
    letters = max(1, sum(map(str.isalpha, sample)))
    for letter_range, language in _SCRIPTS:
        if len(re.findall(f"[{letter_range}]", sample)) > 0.3 * letters:
            if language == "ar" and len(_PERSIAN.findall(sample)) > 0.01 * letters:
                return "fa"
            if language != "ru":
                return language
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    shares = {language: sum(words[word] for word in common) for language, common in _COMMON.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > FEWEST * words.total() else "en"
