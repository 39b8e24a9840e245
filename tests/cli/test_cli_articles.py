"""`add`, `articles` and `claims`: articles in, and what is found in them."""

import json
from pathlib import Path

import pytest
from command_line import Run

CLAIM_KEYS = ["start", "end", "text", "claimant", "cue", "kind", "priority", "is_claim", "reasons", "nature",
              "reported_by"]  # fmt: skip


def test_add_says_what_came_onto_the_desk(run: Run, sample: Path) -> None:
    """An article gets a number; its claims and what was set aside are counted; the same text again is recognised."""
    added = run("add", sample / "article.txt", "--json")
    assert (added.status, added.err) == (0, "")
    [article] = added.objects
    assert article["id"] == 1 and article["new"] and article["claims"] == 20 and article["set_aside"] == 5
    assert article["title"].startswith("Seas rising")
    [again] = run("add", sample / "article.txt", "--json").objects
    assert again["id"] == 1 and not again["new"]
    assert "already" in run("add", sample / "article.txt").out
    assert len(run("articles", "--json").objects) == 1


def test_add_takes_standard_input_and_several_files(run: Run, tmp_path: Path) -> None:
    """- is a pipe; each file is an article; one that cannot be read keeps the others not out."""
    (tmp_path / "one.md").write_text("# A heading\n\nThe dam holds 40 million litres, the owner said.\n", "utf-8")
    done = run("add", "missing.txt", "one.md", "-", "--json", input="Überschrift\n\nDie Zahl stieg um 5 %.\n".encode())
    assert done.status == 1
    assert done.err.splitlines() == ["factcheck-tui: missing.txt does not exist: check the path."]
    assert [(article["id"], article["source"]) for article in done.objects] == [(1, "one.md"), (2, "-")]


def test_what_was_added_by_mistake_is_put_away_and_brought_back(run: Run, desk: Path, tmp_path: Path) -> None:
    """Off the list, out of an export of all and named by its number only; listed by --away, and back as it was."""
    (tmp_path / "second.txt").write_text("A second text\n\nThe bridge is 90 metres long, engineers said.\n", "utf-8")
    run("add", "second.txt")
    assert run("put-away", "second.txt", "--json").objects == [{"id": 2, "title": "A second text", "away": True}]
    assert [article["id"] for article in run("articles", "--json").objects] == [1]
    of_all = run("export", "--format", "csv")
    assert "bridge" not in of_all.out
    assert of_all.err.endswith("Left out, as put away: article 2. Name it to export it.\n")
    assert "Left out" not in run("export", "1", "--format", "csv").err
    assert [article["id"] for article in run("articles", "--away", "--json").objects] == [2]
    assert "engineers" in run("export", "2", "--format", "csv").out
    assert run("put-away", "second.txt", "--back").err.startswith("factcheck-tui: There is no article “second.txt”.")
    assert run("history").out.endswith("  Ada  article 2  article 2 put away  A second text\n")
    assert run("put-away", "2", "--back").out == "Article 2 brought back: A second text\n"
    assert [line.partition("  Ada  ")[2] for line in run("history", "2").out.splitlines()] == [
        "article 2  article 2 put away  A second text",
        "article 2  article 2 brought back  A second text",
    ]
    assert len(run("articles").out.splitlines()) == 2
    assert run("articles", "--away").out == "No article was put away.\n"
    assert run("put-away", "1", "7").status == 1
    assert len(run("articles", "--json").objects) == 2


def test_articles_lists_counts_newest_first(run: Run, desk: Path, tmp_path: Path) -> None:
    """Each article with its claims by verdict."""
    (tmp_path / "second.txt").write_text("A second text\n\nThe bridge is 90 metres long, engineers said.\n", "utf-8")
    run("add", "second.txt")
    run("mark", "1", "1-3", "confirmed")
    run("mark", "1", "4", "disputed")
    newest, first = run("articles", "--json").objects
    assert newest["title"] == "A second text"
    counts = ("claims", "confirmed", "disputed", "pending")
    assert list(first) == ["id", "title", "source", "revises", "added_at", *counts]
    assert [first[name] for name in counts] == [20, 3, 1, 16]
    assert "✓ 3  ✗ 1  · 16" in run("articles").out


def test_claims_of_a_file_stores_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    """Reading a file makes no desk; offsets count characters of the file as it is."""
    found = run("claims", sample / "article.txt", "--json")
    assert found.status == 0 and not (tmp_path / "desk.db").exists()
    text = (sample / "article.txt").read_bytes().decode("utf-8")
    assert len(found.objects) == 20
    for claim in found.objects:
        assert list(claim) == CLAIM_KEYS
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["is_claim"] is True
    assert [claim["kind"] for claim in found.objects[:4]] == ["headline", "standfirst", "caption", "statement"]


def test_claims_all_also_prints_what_was_set_aside(run: Run, sample: Path) -> None:
    """--all keeps reading order and gives the reason in the place of the priority's."""
    pieces = run("claims", sample / "article.txt", "--all", "--json").objects
    aside = [piece["reasons"] for piece in pieces if not piece["is_claim"]]
    assert len(pieces) == 25 and aside.count(["cross-reference"]) == 1 and aside.count(["source line"]) == 1
    assert [piece["start"] for piece in pieces] == sorted(piece["start"] for piece in pieces)


@pytest.mark.parametrize("end", ["", "\n"])
def test_lines_with_all_gives_one_object_for_each_line(run: Run, tmp_path: Path, end: str) -> None:
    """--lines takes each line as a sentence: with --all as many objects as lines, in order, blank ones too."""
    lines = [
        "Prices rose by 5 percent in May. They fell in June.",
        "",
        "Is it so?",
        "  Ada said 7 of 9 agree.  ",
        "Yes",
    ]
    (tmp_path / "lines.txt").write_bytes(("\n".join(lines) + end).encode())
    found = run("claims", "lines.txt", "--lines", "--all", "--json").objects
    assert len(found) == len(lines)
    text = "\n".join(lines)
    starts = [text.index(line, sum(len(before) + 1 for before in lines[:n])) for n, line in enumerate(lines)]
    for claim, line, start in zip(found, lines, starts, strict=True):
        assert claim["text"] in line and start <= claim["start"] <= claim["end"] <= start + len(line)
        assert text[claim["start"] : claim["end"]] == claim["text"]
    assert found[0]["is_claim"] and not found[1]["is_claim"] and not found[2]["is_claim"]


def test_claims_of_a_stored_article_have_their_verdicts(run: Run, desk: Path) -> None:
    """An article of the desk is named by number, file name or a part of its title."""
    run("mark", "1", "2", "disputed", "--note", "asked")
    for name in ("1", "article.txt", "wind farm debate"):
        claims = run("claims", name, "--json").objects
        assert len(claims) == 20 and claims[1]["verdict"] == "disputed" and claims[1]["note"] == "asked"
        assert set(CLAIM_KEYS) < set(claims[0])


def test_claims_reads_standard_input(run: Run) -> None:
    """- is a pipe."""
    [claim] = run("claims", "-", "--lines", "--json", input=b"The tower is 300 metres high, its owner said.\n").objects
    assert claim["text"] == "The tower is 300 metres high, its owner said."


def test_every_shared_article_loads_splits_and_matches(run: Run, desk: Path, shared: Path) -> None:
    """Issue 2: all real articles come onto the desk, and each of their claims is looked up in the archive."""
    files = sorted((shared / "articles").iterdir())
    added = run("add", *files, "--json")
    assert (added.status, added.err) == (0, "") and len(added.objects) == len(files) > 0
    claims = run("export", "--format", "ndjson", *[str(article["id"]) for article in added.objects]).objects
    for article, path in zip(added.objects, files, strict=True):
        text = path.read_bytes().decode("utf-8")
        own = [claim for claim in claims if claim["article_id"] == article["id"]]
        assert len(own) == article["claims"] > 0
        assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in own)
    queries = [{"id": claim["id"], "text": claim["text"]} for claim in claims]
    lines = "".join(json.dumps(query) + "\n" for query in queries).encode()
    matched = run("match", "--input", "-", "--json", input=lines)
    assert (matched.status, matched.err) == (0, "")
    assert [answer["id"] for answer in matched.objects] == [query["id"] for query in queries]
    assert any(answer["matches"] for answer in matched.objects)


def test_the_article_of_the_issue_has_fifteen_claims(run: Run, shared: Path) -> None:
    """Headline, standfirst, caption and twelve of the body; three lines at least are set aside."""
    path = shared / "articles" / "al-mayadeen-strike.txt"
    pieces = run("claims", path, "--all", "--json").objects
    claims = [piece for piece in pieces if piece["is_claim"]]
    assert [claim["kind"] for claim in claims] == ["headline", "standfirst", "caption", *["statement"] * 12]
    aside = [piece["text"] for piece in pieces if not piece["is_claim"]]
    for beginning in ("READ MORE", "Is it over for ISIL?", "SOURCE"):
        assert sum(text.startswith(beginning) for text in aside) == 1


DRAFT = "The bridge at Grey Point\n\nIt cost three million pounds, the board said. It opened in 1987 as the longest.\n"


def test_the_next_draft_is_offered_and_carried_over(run: Run, tmp_path: Path) -> None:
    """`add` says what an article looks like; `--revises` carries over, and says what was changed and removed."""
    (tmp_path / "one.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "two.txt").write_text(DRAFT.replace("three", "four").replace(" It opened", " Nobody sings. It opened"))
    run("--db", "d.db", "add", "one.txt")
    run("--db", "d.db", "mark", "1", "all", "confirmed")
    offered = run("--db", "d.db", "add", "two.txt").out
    assert "factcheck-tui add --revises 1 two.txt" in offered
    [done] = run("--db", "d.db", "add", "--revises", "1", "two.txt", "--json").objects
    assert [done[key] for key in ("id", "revises", "kept", "changed", "added", "removed")] == [2, 1, 2, 1, 1, 0]
    claims = run("--db", "d.db", "claims", "2", "--json").objects
    assert [(claim["verdict"], claim["was"]) for claim in claims] == [
        ("confirmed", ""),
        ("pending", "It cost three million pounds, the board said."),
        ("pending", ""),
        ("confirmed", ""),
    ]
    [listed] = [each for each in run("--db", "d.db", "articles", "--json").objects if each["id"] == 2]
    assert listed["revises"] == 1
    assert "changed from “It cost three million" in run("--db", "d.db", "history", "2").out
    (tmp_path / "three.txt").write_text("The bridge at Grey Point\n\nIt opened in 1987 as the longest.\n", "utf-8")
    words = run("--db", "d.db", "add", "--revises", "2", "three.txt").out
    assert "Beside article 2: 2 kept, 0 changed, 0 added, 2 removed" in words and "removed: Nobody sings." in words


def test_one_draft_follows_one(run: Run, desk: Path) -> None:
    """Two files after --revises are a wrong use."""
    assert run("add", "--revises", "1", "a.txt", "b.txt").status == 2


def test_a_page_is_added_by_its_address(run: Run, desk: Path) -> None:
    """What does not answer is said in a sentence, and no file is looked for."""
    failed = run("add", "http://127.0.0.1:1/page", "--json")
    assert failed.status == 1 and "http://127.0.0.1:1/page cannot be reached" in failed.err
    assert run("claims", "http://127.0.0.1:1/page").status == 1
