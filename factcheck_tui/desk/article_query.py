"""Which articles a checker wants to see: words of the title, source or publisher, ``is:open`` and ``is:done``.

All words must be there, each as a part of a word; a condition acts while it is typed.
"""

from __future__ import annotations

from factcheck_tui.model import ArticleProgress

OPEN, DONE = "is:open", "is:done"  # with claims to decide, and without


def lets(typed: str, progress: ArticleProgress) -> bool:
    """Whether an article answers to what is typed; every one answers to nothing."""
    article = progress.article
    told = f"{article.id} {article.title} {article.source} {article.publisher}".casefold()
    return all(_answers(word, told, progress) for word in typed.casefold().split())


def _answers(word: str, told: str, progress: ArticleProgress) -> bool:
    if word.startswith("is:"):
        return (DONE if progress.pending == 0 else OPEN).startswith(word)
    return word in told
