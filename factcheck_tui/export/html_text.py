"""Text and links in HTML: everything from outside is escaped, made visible, and linked only to web addresses."""

from __future__ import annotations

from html import escape

from factcheck_tui.export.lines import is_web_address
from factcheck_tui.model import Verdict
from factcheck_tui.visible import one_line, visible

GLYPHS = {Verdict.CONFIRMED: "✓", Verdict.DISPUTED: "✗", Verdict.PENDING: "·"}


def text(words: str) -> str:
    """Words as they are, safe between tags and in attributes in quotes."""
    return escape(visible(words), quote=True)


def link(words: str, url: str) -> str:
    """Words that lead to an address; any address but a web page's is told in words."""
    if is_web_address(url):
        return f'<a href="{escape(one_line(url), quote=True)}" rel="noreferrer noopener">{text(words)}</a>'
    return f"{text(words)} {text(url)}" if url and url != words else text(words)


def verdict_word(verdict: Verdict) -> str:
    """The verdict by glyph, word and colour."""
    return f'<span class="verdict {verdict}"><span aria-hidden="true">{GLYPHS[verdict]}</span> {verdict}</span>'
