"""Checkers that are killed at random moments, and what must be found on the disk afterwards.

What a checker was told is decided must be in the log as it was told; what was under way when it was killed is there
whole or not at all.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factories import contents, make_article, make_record, write_records

from factcheck_tui.desk import Desk
from factcheck_tui.store import Store

CHECKER = Path(__file__).resolve().parent / "checker.py"


@dataclass
class Fate:
    """What one checker was told, over all its lives."""

    name: str
    answers: list[dict[str, Any]] = field(default_factory=list)
    killed: int = 0

    @property
    def steps(self) -> list[dict[str, Any]]:
        return [answer for answer in self.answers if "step" in answer]


def make_desk_file(path: Path, articles: int, claims: int, records: int) -> None:
    """A desk with articles of so many claims each and an archive, all of our own words."""
    with Desk.open(path, "Ada") as desk:
        for article in range(articles):
            lines = [f"Tower {article} is {number} metres tall, the owner said." for number in range(1, claims + 1)]
            desk.add(make_article("\n\n".join(lines) + "\n"))
        made = [make_record(f"The tower of town {n} is {n} metres tall", rating="False") for n in range(records)]
        desk.import_records(write_records(path.with_suffix(".ndjson"), made))


def started(path: Path, name: str, seed: int, decisions: int, *more: str) -> subprocess.Popen[str]:
    """A checker that has its desk open and begins at a line on its standard input."""
    command = [sys.executable, str(CHECKER), str(path), name, str(seed), str(decisions), *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def lives(path: Path, fate: Fate, decisions: int, chance: random.Random) -> None:
    """Let a checker decide, kill it at random moments and start it again, until so much is decided."""
    while (wanted := decisions - len(fate.steps)) > 0:
        dies_after = chance.randrange(5, 90)
        with started(path, fate.name, chance.randrange(2**32), wanted) as process:
            begin(process)
            for number, answer in enumerate(_answers(process)):
                fate.answers.append(answer)
                if number == dies_after:
                    process.kill()
                    fate.killed += 1
            if process.wait() > 0:
                raise AssertionError(f"{fate.name} ended with status {process.returncode}")


def begin(process: subprocess.Popen[str]) -> None:
    """Let a checker go to work."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _answers(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        if line.endswith("\n"):  # a line that was cut off was not answered
            yield json.loads(line)


def let_live(path: Path, checkers: int, decisions: int, seed: int) -> list[Fate]:
    """Several checkers at once, each killed and started again; gives what each was told."""
    fates = [Fate(f"checker {number}") for number in range(checkers)]
    failures: list[BaseException] = []

    def live(fate: Fate, number: int) -> None:
        try:
            lives(path, fate, decisions, random.Random(seed * 1000 + number))
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=live, args=(fate, number)) for number, fate in enumerate(fates)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return fates


def lost(path: Path, fates: list[Fate]) -> list[str]:
    """What was answered and is not in the log as it was answered, or is there twice; and what is half done."""
    tables = contents(path)
    with closing(Store(path)) as store:
        wrong = store.problems()
        steps = {row[0]: store.decisions.step(row[0]) for row in tables["step"]}
    told: dict[int, str] = {}
    for fate in fates:
        for answer in fate.steps:
            step = steps.get(answer["step"])
            if answer["step"] in told:
                wrong.append(f"step {answer['step']} was told to {fate.name} and to {told[answer['step']]}")
            told[answer["step"]] = fate.name
            if step is None or step.checker != fate.name or len(step.decisions) != answer["lines"]:
                wrong.append(f"step {answer['step']} of {fate.name} is not in the log as it was answered")
    of_step = {row[0]: row[2] for row in tables["step"]}
    for number, step in steps.items():
        whole = len(steps[of_step[number]].decisions) if of_step[number] else 1
        if len(step.decisions) < whole:
            wrong.append(f"step {number} ({step.act}) is half done")
    if (untold := len(steps) - len(told)) > sum(fate.killed for fate in fates):
        wrong.append(f"{untold} steps were told to nobody")
    return wrong
