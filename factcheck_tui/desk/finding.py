"""The pieces of an article, found once where several verbs want them: is it a next draft, and what is in it."""

from __future__ import annotations

from functools import lru_cache

from factcheck_tui.model import Article, Claim


@lru_cache(maxsize=1)
def pieces_of(article: Article) -> tuple[Claim, ...]:
    """The claims of an article and the pieces set aside, in reading order."""
    from factcheck_tui.claims import find_claims

    return tuple(find_claims(article))
