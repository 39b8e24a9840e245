"""Which articles a checker wants to see: words of the title, source or publisher, and the conditions below.

All words must be there, each as a part of a word; a condition acts while it is typed. What was put away is listed only
where it is asked for.
"""

from __future__ import annotations

from factcheck_tui.model import ArticleProgress

OPEN, DONE = "is:open", "is:done"  # with claims to decide, and without
AWAY = "is:away"  # put away


def lets(typed: str, progress: ArticleProgress) -> bool:
    """Whether an article answers to what is typed; every one answers to nothing."""
    article, words = progress.article, typed.casefold().split()
    if article.away and not any(AWAY.startswith(word) and word > "is:" for word in words):
        return False
    told = f"{article.id} {article.title} {article.source} {article.publisher}".casefold()
    return all(_answers(word, told, progress) for word in words)


def _answers(word: str, told: str, progress: ArticleProgress) -> bool:
    if word.startswith("is:"):
        states = (DONE if progress.pending == 0 else OPEN, AWAY if progress.article.away else "")
        return any(state.startswith(word) for state in states)
    return word in told
