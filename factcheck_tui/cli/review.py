"""An article reviewed line by line: for screen readers, Braille, bad links and pipes. No colours, no cursor moves."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck_tui.cli.printing import put
from factcheck_tui.cli.review_deciding import HELP as DECIDING
from factcheck_tui.cli.review_deciding import Deciding
from factcheck_tui.cli.spoken import claim_lines, record_lines
from factcheck_tui.errors import ConflictError, FactcheckError, NotFoundError, UnwrittenError
from factcheck_tui.model import FOUND, is_found
from factcheck_tui.visible import one_line, visible

if TYPE_CHECKING:
    from factcheck_tui.desk import Desk

READ_FIRST = 3  # records that are read unasked: listening takes longer than looking
NUMBERED = 9  # records that have a number, as on the desk

HELP = f"""{DECIDING}
r 2       read record 2 in full
m         read all records of the claim
s, b      skip to the next claim; back to the one before
g 7       go to claim 7
Enter     read the claim again
?         these commands
q         quit; the end of the input does too. Everything is saved as you go"""


class Review(Deciding):
    """One checker at one article, a line at a time."""

    def __init__(self, desk: Desk, article_id: int, ask: Callable[[], str | None]) -> None:
        """
        :param ask: gives the next line that the checker types, None when there is none
        """
        super().__init__(desk, article_id)
        self._ask = ask
        self._claim_id = self._begin()
        self._alone: dict[str, Callable[[], None]] = {
            "": self._read,
            "c": lambda: self._mark("confirmed"),
            "d": lambda: self._mark("disputed"),
            "p": lambda: self._mark("pending"),
            "m": lambda: self._read_records(NUMBERED),
            "e": self._read_sources,
            "f": self._flag,
            "u": lambda: self._step_back("Undone", "undo"),
            "U": lambda: self._step_back("Done again", "redo"),
            "s": lambda: self._move(1),
            "b": lambda: self._move(-1),
            "?": lambda: put(HELP),
        }
        self._with_words: dict[str, Callable[[str], None]] = {
            "a": self._adopt,
            "x": self._dismiss,
            "r": self._read_record,
            "i": self._note,
            "w": self._suggest,
            "e": self._add_source,
            "t": self._tag,
            "g": self._go_to_number,
        }

    def run(self) -> None:
        """Read, ask, do, until q or the end of the input; then one line of where the article stands."""
        put(one_line(self._desk.article(self._article_id).title))
        if self._claim_id:
            self._go_to(self._claim_id)
            while (line := self._ask()) is not None and line != "q":
                try:
                    self._obey(line)
                except ConflictError as error:
                    put(visible(str(error)))
                    self._read_claim()
                except FactcheckError as error:
                    put(visible(str(error)))
        put(self._summary())

    def _begin(self) -> int:
        """The claim that the checker was last at, else the first that is undecided, else the first; 0 for none."""
        pieces = self._claims()
        left_at = self._desk.last_claim(self._article_id)
        likely = sorted(pieces, key=lambda status: (status.claim.id != left_at, status.verdict != "pending"))
        return likely[0].claim.id if likely else 0

    def _obey(self, line: str) -> None:
        command, _, words = line.partition(" ")
        if command in self._alone and not words:
            self._alone[command]()
        elif command in self._with_words and words:
            self._with_words[command](words.strip())
        elif command.isdecimal() and not words:
            self._link(command)
        elif command in self._with_words:
            put(f"Say more on the same line: {command} and then what. ? tells the commands.")
        else:
            put(f"“{one_line(line)}” is no command. ? tells them.")

    # Reading

    def _read(self) -> None:
        """Read out the claim and its best records."""
        put()
        self._read_claim()
        if not self._desk.is_matched(self._claim_id):
            self._desk.match(self._claim_id)
        self._read_records(READ_FIRST)

    def _read_claim(self) -> None:
        self._heard = self._desk.claim(self._claim_id)
        for line in claim_lines(self._heard, len(self._claims())):
            put(line)

    def _read_records(self, most: int) -> None:
        self._records = self._desk.matches(self._claim_id)[:NUMBERED]
        if not is_found(self._records):
            put(f"{self._desk.no_match(self._claim_id).capitalize()}.")
            most = most if most == NUMBERED else 0
        for number, match in enumerate(self._records[:most], 1):
            for line in record_lines(number, match):
                put(line)
        if not self._records:
            return
        if not most:
            put(f"{len(self._records)} below {FOUND} %; m reads them.")
        elif more := len(self._records) - most:
            put(f"{more} more; m reads them." if more > 0 else "These are all.")

    def _read_record(self, words: str) -> None:
        match = self._numbered(words)
        record = match.record
        for line in (*record_lines(self._records.index(match) + 1, match), record.title, record.body, record.url):
            if line:
                put(visible(line))
        if match.why:
            put(f"Why: {'; '.join(one_line(reason.words) for reason in match.why)}.")

    # Moving

    def _move(self, by: int) -> None:
        pieces = self._claims()
        place = self._beside(pieces)[by > 0]
        if 0 <= place < len(pieces):
            self._go_to(pieces[place].claim.id)
        else:
            put("That was the last claim." if by > 0 else "This is the first claim.")

    def _go_to_number(self, words: str) -> None:
        pieces = {str(status.claim.number): status.claim.id for status in self._claims()}
        if words not in pieces:
            raise NotFoundError(f"“{words}” names no claim; the article has {len(pieces)}.")
        self._go_to(pieces[words])

    def _go_to(self, claim_id: int) -> None:
        self._claim_id = claim_id
        with contextlib.suppress(UnwrittenError):  # a place is not worth stopping for
            self._desk.bookmark(self._article_id, claim_id)
        self._read()

    def _summary(self) -> str:
        pieces = self._claims()
        counts = {
            word: sum(status.verdict == word for status in pieces) for word in ("confirmed", "disputed", "pending")
        }
        told = ", ".join(f"{count} {word}" for word, count in counts.items())
        at = next((f" You are at claim {s.claim.number}." for s in pieces if s.claim.id == self._claim_id), "")
        return f"Article {self._article_id}: {len(pieces)} claims, {told}.{at}"
