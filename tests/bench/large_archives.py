"""Archives of any size, recombined from the records of shared/data: halves of two claims, of two titles and of two
bodies make a record. So words are as frequent, and claims as long, as in real archives; some words are made up, for
the vocabulary of an archive grows with it.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 20_231
NEW_WORDS = 0.3  # share of the records that bring a word of their own
BODY = 300  # characters, as the Snopes records have; the archives compared in the design notes had such, too
SYLLABLES = ("ba", "den", "fi", "gor", "hal", "ka", "lo", "mir", "ne", "pol", "ra", "shu", "ti", "ver", "wo", "zan")


def records(sources: list[dict[str, str]], count: int) -> Iterator[dict[str, str]]:
    """``count`` records; the same ones for the same sources."""
    chance = random.Random(SEED)
    for number in range(count):
        one, other = chance.choice(sources), chance.choice(sources)
        claim = _joined(one["claim"], other["claim"])
        if chance.random() < NEW_WORDS:
            claim += " " + "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()
        yield {
            "id": f"made-{number}",
            "claim": claim,
            "title": _joined(one.get("title", ""), other.get("title", "")),
            "body": _joined(one.get("body", "")[:BODY], other.get("body", "")[:BODY]),
            "rating": one.get("rating", ""),
            "publisher": one.get("publisher", ""),
            "review_date": one.get("review_date", ""),
            "url": f"https://example.org/{number}",
            "language": "en",
        }


def _joined(one: str, other: str) -> str:
    first, second = one.split(), other.split()
    return " ".join(first[: (len(first) + 1) // 2] + second[len(second) // 2 :])


def write_records(path: Path, shared: Path, count: int) -> None:
    """An NDJSON file of so many records."""
    sources = []
    for corpus in ("snopes", "politifact"):
        text = (shared / "data" / corpus / "records.ndjson").read_text(encoding="utf-8")
        sources += [json.loads(line) for line in text.split("\n") if line]
    with path.open("w", encoding="utf-8") as file:
        for record in records(sources, count):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write_records(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
