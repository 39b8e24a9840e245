"""Subtitles (WebVTT, SRT): the words of all captions as running text, with the time code where each stands.

Captions cut sentences where the screen is full; they are joined again, so that a claim is a sentence and not half of
one. A new paragraph begins with another speaker and after a pause.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from factcheck_tui.articles.encoding import decode
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, Block, BlockRole, Place

PAUSE: Final = 3  # seconds of silence that begin a paragraph
_SPEAKER: Final = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z0-9][\w.’'-]*){0,4}):\s+(?=\S)")
_CHANGE: Final = re.compile(r"(?:^|\n)\s*(?:[-–—]|>>+)\s*(?=\S)")  # another speaker, not named
_TAGS: Final = re.compile(r"</?[a-zA-Z][^<>]{0,100}>|\{\\[^{}]{0,50}\}")


class _Words(NamedTuple):
    """Words of one caption; ``speaker`` is None where nothing says that another one speaks."""

    time: str
    speaker: str | None
    words: str
    after_pause: bool


def read_subtitles(content: bytes, source: str) -> Article:
    """The article of a WebVTT or SRT file. :raises ReadError: when it holds no caption that can be read"""
    import webvtt  # 20 ms, for few files
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text = decode(content, source).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff \n")
    form = "vtt" if text.startswith("WEBVTT") else "srt"
    try:
        captions = webvtt.from_buffer(io.StringIO(text), format=form)
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise ReadError(f"{source} has no subtitles that can be read: save its words as text.") from error
    return _article(list(_words(captions.captions)), source)


def _words(captions: Iterable[Any]) -> Iterator[_Words]:
    end, seen = 0, ""
    for caption in captions:
        words = html.unescape(_TAGS.sub("", caption.text)).strip()
        time = caption.start.removesuffix(".000").partition(".")[0]
        pause = bool(end) and caption.start_in_seconds - end >= PAUSE
        end = caption.end_in_seconds
        if words == seen:  # captions that roll up are sent again with each new line
            continue
        words, seen = "\n".join(line for line in words.split("\n") if line not in seen.split("\n")), words
        for number, part in enumerate(filter(None, _CHANGE.split(words))):
            label = _SPEAKER.match(part)
            changed = "" if number or _CHANGE.match(words) else None
            speaker = label["name"] if label else caption.voice or changed
            yield _Words(time, speaker, " ".join(part[label.end() if label else 0 :].split()), pause and not number)


def _article(parts: list[_Words], source: str) -> Article:
    """One text of the parts; those that go on are joined by a blank, others begin a paragraph."""
    text, speaker = "", ""
    blocks: list[Block] = []
    places: list[Place] = []
    for part in parts:
        another = part.speaker == "" or part.speaker not in (None, speaker)
        if not blocks or another or part.after_pause:
            speaker = speaker if part.speaker is None else part.speaker
            text += "\n\n" if text else ""
            if another and speaker:
                blocks.append(Block(len(text), len(text) + len(speaker) + 1, BlockRole.SPEAKER))
                text += f"{speaker}: "
            blocks.append(Block(len(text), len(text), BlockRole.PARAGRAPH))
        else:
            text += " "
        places.append(Place(len(text), part.time, speaker))
        text += part.words
        blocks[-1] = blocks[-1]._replace(end=len(text))
    title = PurePath(source).stem if source != "-" else "Subtitles"
    return Article(text=text, title=title, source=source, language="", blocks=tuple(blocks), places=tuple(places))
