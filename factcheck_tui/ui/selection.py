"""Words of an article chosen with the keyboard alone: a place between them, and from where it was begun. No I/O."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck_tui.model import Span

_WORD = re.compile(r"\S*\w\S*")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")


@dataclass(frozen=True)
class Selection:
    """Frozen: each key gives a new one. ``sentences`` are the article's pieces in reading order."""

    text: str
    sentences: Sequence[Span]
    at: int = 0  # the word that the cursor is on
    begun: int | None = None  # the word where the selection begins, while there is one

    @cached_property
    def words(self) -> list[Span]:
        """All words with what is written close to them."""
        return [Span(*word.span()) for word in _WORD.finditer(self.text)]

    @property
    def word(self) -> Span:
        """The word under the cursor."""
        return self.words[self.at] if self.words else Span(0, 0)

    @property
    def span(self) -> Span:
        """What is selected: the words from where it was begun to the cursor, without the comma at the end."""
        if self.begun is None or not self.words:
            return Span(self.word.start, self.word.start)
        first, last = sorted((self.begun, self.at))
        start, end = self.words[first].start, self.words[last].end
        words = self.text[start:end]
        return Span(start, end if _SENTENCE_ENDS.search(words) else start + len(words.rstrip(",;:–—-")))

    def at_place(self, place: int) -> Selection:
        """With the cursor on the word at a character of the text, or the next one."""
        found = bisect_right(self.words, place, key=lambda word: word.end - 1)
        return self._to(found)

    def by_words(self, by: int) -> Selection:
        """The cursor so many words on, or back."""
        return self._to(self.at + by)

    def by_sentences(self, by: int) -> Selection:
        """The cursor at the beginning of a sentence; while words are selected, on the last word of one."""
        grows_on = self.begun is not None and (self.at > self.begun or (self.at == self.begun and by > 0))
        places = self._lasts if grows_on else self._firsts
        if by > 0:
            later = [place for place in places if place > self.at]
            return self._to(later[by - 1] if len(later) >= by else len(self.words) - 1)
        earlier = [place for place in places if place < self.at]
        return self._to(earlier[by] if len(earlier) >= -by else 0)

    def begin(self) -> Selection:
        """Begin at the cursor; what was begun goes on to the end of its sentence."""
        if self.begun is None:
            return replace(self, begun=self.at)
        return self.by_sentences(1) if self.at not in self._lasts else self

    def other_end(self) -> Selection:
        """Change the end that the cursor moves."""
        return self if self.begun is None else replace(self, at=self.begun, begun=self.at)

    def given_up(self) -> Selection:
        """With nothing selected."""
        return replace(self, begun=None)

    @cached_property
    def _firsts(self) -> list[int]:
        found = (bisect_right(self.words, span.start, key=lambda word: word.end - 1) for span in self.sentences)
        return sorted({min(place, len(self.words) - 1) for place in found}) if self.words else []

    @cached_property
    def _lasts(self) -> list[int]:
        found = (bisect_right(self.words, span.end - 1, key=lambda word: word.start) - 1 for span in self.sentences)
        return sorted({max(place, 0) for place in found}) if self.words else []

    def _to(self, place: int) -> Selection:
        return replace(self, at=max(0, min(place, len(self.words) - 1)))
