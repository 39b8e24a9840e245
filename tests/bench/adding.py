"""How long an article of 10,000 words and a transcript of 20,000 take from their bytes to claims on a desk."""

from __future__ import annotations

import itertools
import tempfile
import time
from pathlib import Path

from factcheck_tui.articles import read_bytes
from factcheck_tui.desk import Desk
from factcheck_tui.desk.finding import pieces_of

SENTENCES = (
    "The harbour board of Grey Point said on Tuesday that the bridge had cost {n} million pounds.",
    "It was “the longest of its time”, according to Jonas Hale, an engineer who worked on it for {n} years.",
    "More than {n} thousand people crossed it in March, which is {n} percent more than a year before.",
    "“We never promised that it would open in {n} weeks. Nobody did,” Ann Roe told the council.",
    "Officials believe that the repair of its {n} piers will take until the end of the year.",
)
SPEAKERS = ("MODERATOR", "ANN ROE", "JONAS HALE")


def article(words: int) -> str:
    """A headline and paragraphs of three sentences."""
    return "The bridge at Grey Point\n\n" + "\n\n".join(_paragraphs(words)) + "\n"


def transcript(words: int) -> str:
    """Turns of three speakers with their time codes."""
    turns = (
        f"[{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}] {speaker}: {words}"
        for second, speaker, words in zip(itertools.count(0, 15), itertools.cycle(SPEAKERS), _paragraphs(words))
    )
    return "\n\n".join(turns) + "\n"


def seconds(text: str) -> float:
    """From the bytes of a file to an article on a new desk, as ``add`` does it."""
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder) / "desk.db", "Ada") as desk:
        pieces_of.cache_clear()
        begin = time.perf_counter()
        read = read_bytes(text.encode(), "draft.txt")
        desk.likely_draft(read)
        desk.add(read)
        return time.perf_counter() - begin


def _paragraphs(words: int) -> list[str]:
    paragraphs: list[str] = []
    written = 0
    for number in itertools.count(2):
        if written >= words:
            return paragraphs
        three = (SENTENCES[(number + offset) % len(SENTENCES)].format(n=number * 3 + offset) for offset in range(3))
        paragraphs.append(" ".join(three))
        written += len(paragraphs[-1].split())
    return paragraphs
