"""`claim`: claims made, split, joined, reworded and attributed from a script."""

from pathlib import Path

import pytest
from command_line import Run

TEXT = """The bridge at Grey Point is open

The bridge at Grey Point opened in 1987 and it cost
three million pounds, the harbour board said.

It was the longest of its time. Nobody has checked that.
"""


@pytest.fixture
def article(run: Run, tmp_path: Path) -> str:
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    [added] = run("--db", "new.db", "add", "bridge.txt", "--json").objects
    assert added["claims"] == 4
    return str(added["id"])


def test_claims_are_reshaped_from_a_script(run: Run, article: str) -> None:
    """Words name a place whatever the line breaks; each command prints the claims that it made."""

    def claim(*arguments: str) -> list[dict[str, object]]:
        return run("--db", "new.db", "claim", *arguments, "--json").objects

    [made] = claim("add", article, "it cost three million pounds")
    assert (made["number"], made["text"]) == (3, "it cost\nthree million pounds")
    assert made["claimant"] == "the harbour board"
    assert claim("add", article, "it cost three million pounds") == [made]
    parts = claim("split", article, "2", "and it cost")
    assert [part["text"] for part in parts] == [
        "The bridge at Grey Point opened in 1987",
        "and it cost\nthree million pounds, the harbour board said.",
    ]
    [joined] = claim("join", article, "5-6")
    assert joined["text"] == "It was the longest of its time. Nobody has checked that."
    [worded] = claim("word", article, "5", "The Grey Point bridge was the longest in 1987")
    assert worded["search_words"] == "The Grey Point bridge was the longest in 1987"
    [attributed] = claim("attribute", article, "5", "Jonas Hale")
    assert attributed["claimant"] == "Jonas Hale"
    assert "5 [record] It was the longest" in run("--db", "new.db", "claim", "word", article, "5", "").out
    history = run("--db", "new.db", "history", article).out
    assert "set aside  no claim any more" in history


def test_words_that_name_no_one_place_are_refused(run: Run, article: str) -> None:
    """Nowhere or more than once: one sentence, status 1, nothing made."""
    for words, said in (("the tunnel", "nowhere"), ("bridge at Grey Point", "2 times"), (" ", "nowhere")):
        refused = run("--db", "new.db", "claim", "add", article, words)
        assert (refused.status, len(refused.err.splitlines())) == (1, 1) and said in refused.err
    assert len(run("--db", "new.db", "claims", article, "--json").objects) == 4
