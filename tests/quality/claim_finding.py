"""How well claims are found: claimants on PolNeAR dev, priority on ClaimBuster and PoliClaim.

Run as ``python tests/quality/claim_finding.py``; the records are read from ``shared/data/claims`` beside the clone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from claim_data import FOLDER, Row, average_precision, read_rows, roc_auc
from fit_priority import FILES, cross_validated, read_sentences

from factcheck_tui.articles import read_bytes
from factcheck_tui.claims import claims_of_lines, find_claims
from factcheck_tui.claims.priority import priority_of
from factcheck_tui.claims.unchecked import why_unchecked
from factcheck_tui.model import Claim, SetAside

PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "i", "we", "you", "who", "his", "their", "its", "which"}
STOP = {
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "by",
    "with",
    "from",
    "his",
    "her",
    "their",
}
STOP |= {"its", "s", "this", "that", "these", "those", "who", "which", "as", "is", "was", "some", "other", "one"}


def words_of(text: str) -> set[str]:
    """The words of a name, lower case, without stop words (with them, where there are no others)."""
    words = set(re.findall(r"\w+", text.lower()))
    return words - STOP or words


def claimant_scores(rows: Iterable[Row]) -> tuple[float, float]:
    """Recall and precision of claimants.

    An attribution is found when a claim that overlaps its content names a claimant that shares a word with its source
    or, where the source is a pronoun, is that pronoun or shares a word with the last source before it that is none.
    A claimant is right when it is so for any attribution that its claim overlaps.
    """
    found = all_attributions = right = named = 0
    for row in rows:
        claims = [c for c in find_claims(read_bytes(row["text"].encode(), "-")) if c.is_claim and c.claimant]
        attributions = list(_attributions(row))
        good = [[_agree(claim, *attribution) for claim in claims] for attribution in attributions]
        found += sum(any(line) for line in good)
        all_attributions += len(attributions)
        right += sum(any(column) for column in zip(*good, strict=True))
        named += len(claims)
    return found / all_attributions, right / named


def _attributions(row: Row) -> Iterable[tuple[list[list[Any]], set[str]]]:
    """Contents with the words that name their source, for the attributions that have a source."""
    before: set[str] = set()
    for attribution in sorted(row["attributions"], key=lambda a: a["source"][0][0] if a["source"] else 0):
        if not attribution["source"]:
            continue
        words = words_of(" ".join(span[2] for span in attribution["source"]))
        if words <= PRONOUNS:
            yield attribution["content"], words | before
        else:
            yield attribution["content"], words
            before = words


def _agree(claim: Claim, content: list[list[Any]], words: set[str]) -> bool:
    overlaps = any(claim.start < end and start < claim.end for start, end, _ in content)
    return overlaps and bool(words_of(claim.claimant) & words)


def print_priorities() -> None:
    """Priority and ``is_claim`` of the labelled sentences, by weights fitted without the fold of each."""
    sentences = read_sentences()
    evidences = cross_validated(sentences)
    for file in FILES:
        rows = read_rows(FOLDER / f"{file}.ndjson")
        judged = [(e, one.label) for e, one in zip(evidences, sentences, strict=True) if one.file == file]
        labels = [label for _, label in judged]
        priorities = [priority_of(evidence) for evidence, _ in judged]
        ap, auc = average_precision(priorities, labels), roc_auc(priorities, labels)
        claims = [
            claim.set_aside is not SetAside.QUESTION
            and not why_unchecked(claim.text, claim.claimant, claim.cue, False, evidence)
            for claim, (evidence, _) in zip(claims_of_lines([row["text"] for row in rows]), judged, strict=True)
        ]
        accuracy, f1 = accuracy_and_f1(claims, labels)
        print(f"{file}, five-fold: priority average precision {ap:.3f}, ROC AUC {auc:.3f}; ", end="")
        print(f"is_claim accuracy {accuracy:.3f}, F1 {f1:.3f}")


def accuracy_and_f1(found: Sequence[bool], labels: Sequence[int]) -> tuple[float, float]:
    """The share that agrees, and the harmonic mean of precision and recall of the positives."""
    right = sum(mark == bool(label) for mark, label in zip(found, labels, strict=True))
    both = sum(mark and bool(label) for mark, label in zip(found, labels, strict=True))
    return right / len(labels), 2 * both / max(1, sum(found) + sum(labels))


def main() -> None:
    """Print the figures."""
    rows = read_rows(FOLDER / "polnear_dev.ndjson")
    for name, part in (("developed on", rows[::2]), ("held out", rows[1::2]), ("all", rows)):
        recall, precision = claimant_scores(part)
        print(f"PolNeAR dev, claimants, {name} ({len(part)} articles): recall {recall:.3f}, precision {precision:.3f}")
    print_priorities()


if __name__ == "__main__":
    main()
