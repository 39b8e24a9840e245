"""A checker as a process: decides at random and prints a line for each decision that the desk has answered.

    python tests/soak/checker.py DESK NAME SEED DECISIONS [PAUSE]

It begins when a line comes on standard input, with a pause before each act. A line that it prints is
``{"act", "step", "lines", "ms"}``: what was done, the step's id in the log and how many decisions it holds, and how
long the answer took. Refusals that a person would see are ``{"act", "refused"}``.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path
from typing import Any

from factcheck_tui.desk import Desk
from factcheck_tui.errors import ConflictError
from factcheck_tui.model import MatchDecision, Step, Verdict

ACTS = {"mark": 50, "note": 12, "link": 10, "flag": 5, "undo": 12, "redo": 6, "read": 5}


class Checker:
    """Acts on the claims of all articles of a desk."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk = desk
        self._chance = random.Random(seed)
        self._claims = [status.claim.id for progress in desk.articles() for status in desk.claims(progress.article.id)]
        self._records = [record.id for record in desk.search("")][:20]

    def act(self, name: str) -> Step | None:
        """Do something; gives the step when that decided anything."""
        desk, claim_id = self._desk, self._chance.choice(self._claims)
        match name:
            case "mark":
                several = self._chance.sample(self._claims, self._chance.choice([1, 1, 1, 3]))
                return desk.mark(several, self._chance.choice(list(Verdict)))
            case "note":
                return desk.note(claim_id, f"note {self._chance.random()}")
            case "link":
                decision = self._chance.choice([MatchDecision.LINKED, MatchDecision.DISMISSED, None])
                return desk.decide_match(claim_id, self._chance.choice(self._records), decision)
            case "flag":
                return desk.flag([claim_id], self._chance.random() < 0.5)
            case "undo":
                return desk.undo()
            case "redo":
                return desk.redo()
        desk.match_text(desk.claim(claim_id).claim.text, 5)
        return None

    def answered(self) -> dict[str, Any]:
        """One act, and what a line says of it."""
        name = self._chance.choices(list(ACTS), list(ACTS.values()))[0]
        began = time.perf_counter()
        try:
            step = self.act(name)
        except ConflictError as error:  # somebody else decided meanwhile: the desk says so, and that is an answer
            return {"act": name, "refused": str(error)}
        line = {"act": name, "ms": 1000 * (time.perf_counter() - began)}
        return line if step is None else {**line, "step": step.id, "lines": len(step.decisions)}


def main() -> None:
    """Act until enough is decided, or until killed."""
    path, name, seed, decisions, *pause = sys.argv[1:]
    with Desk.open(Path(path), name, create=False) as desk:
        checker = Checker(desk, int(seed))
        desk.match_text("The tower is 3 metres tall", 1)  # an open desk has matched its article
        print(json.dumps({"act": "open"}), flush=True)
        sys.stdin.readline()
        done = 0
        while done < int(decisions):
            if pause:
                time.sleep(random.uniform(0, 2 * float(pause[0])))
            line = checker.answered()
            print(json.dumps(line), flush=True)
            done += "step" in line


if __name__ == "__main__":
    main()
