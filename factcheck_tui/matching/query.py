"""What is looked for: a text read into the terms that its prior records may share with it."""

from __future__ import annotations

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases
from factcheck_tui.matching.telling import telling_words
from factcheck_tui.matching.unspaced import GRAM, is_unspaced
from factcheck_tui.model import Query, Term

# A claim has 10 to 60 words. A whole page pasted as one query is read this far (code points) and to this many terms:
# more would only add common words, and the cost of a look-up must not grow with what was pasted.
READ = 5_000
_TERMS = 250


def read_query(text: str, day: str = "", aliases: Aliases = NO_ALIASES) -> Query:
    """The distinct terms of ``text``, in reading order; none at all when it holds no letter and no digit.

    :param day: the ISO day that the text was written on, if it is known
    """
    terms: dict[str, Term] = {}
    for word in telling_words(text[:READ], aliases):
        gram = len(word.stem) == GRAM and is_unspaced(word.stem)
        terms.setdefault(word.stem, Term(word.folded, word.stem, aliases.names(word.stem), gram))
    return Query(text, tuple(terms.values())[:_TERMS], day)
