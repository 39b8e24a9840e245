"""Text without spaces between its words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese and Japanese.

It is compared by every three characters in a row, as the archive's index of such records holds them (FTS5's
``trigram``); to find words in it would take a dictionary for each language. The trigger of that index (db/migrations)
knows the same ranges.
"""

from __future__ import annotations

import re

# Thai and Lao; Tibetan; Burmese; Khmer; hiragana and katakana; Han and its extensions; half-width katakana.
SCRIPTS = "\u0e01-\u0edf\u0f00-\u0fda\u1000-\u109f\u1780-\u17f9\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
SCRIPTS += "\uff66-\uff9f\U00020000-\U0003134f"
GRAM = 3

RUN = re.compile(f"[{SCRIPTS}]+")
BETWEEN = re.compile(f"[^{SCRIPTS}]+")


def is_unspaced(text: str) -> bool:
    """Whether a text holds a character of such a script."""
    return not text.isascii() and RUN.search(text) is not None
