"""What is looked for: a text read into the terms that its prior records may share with it.

Stop words are left out because they cost the most postings and tell the least, unless nothing else is left: a claim
of stop words alone ("To be or not to be") still finds its own text.
"""

from __future__ import annotations

from factcheck_tui.matching.words import STOP_WORDS, words
from factcheck_tui.model import Query, Term

# A claim has 10 to 60 words. A whole page pasted as one query is read this far (code points) and to this many terms:
# more would only add common words, and the cost of a look-up must not grow with what was pasted.
_READ = 20_000
_TERMS = 250


def read_query(text: str, day: str = "") -> Query:
    """The distinct terms of ``text``, in reading order; none at all when it holds no letter and no digit.

    :param day: the ISO day that the text was written on, if it is known
    """
    found = words(text[:_READ])
    telling = [word for word in found if word.folded not in STOP_WORDS] or found
    terms: dict[str, Term] = {}
    for word in telling:
        terms.setdefault(word.stem, Term(word.folded, word.stem))
    return Query(text, tuple(terms.values())[:_TERMS], day)
