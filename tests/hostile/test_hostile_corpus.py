"""A corpus of hostile texts through every path: kept as it is, found as it is, and harmless wherever it comes out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus import CASES, Case, obeyed
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck_tui import clipboard
from factcheck_tui.articles import read_bytes
from factcheck_tui.cli import cli
from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import FactcheckError
from factcheck_tui.export import FORMATS
from factcheck_tui.export.lines import citation, claim_line
from factcheck_tui.model import Evidence, SourceKind, Stance, Verdict
from factcheck_tui.visible import one_line, visible

IDS = [case.name for case in CASES]
SHORT = [case for case in CASES if len(case.text) <= 1000]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk into which every text of the corpus came by every way: articles, records, notes, names, sources."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "desk.db"
    fields = ("title", "body", "rating", "claimant", "publisher", "url", "review_date")
    rows = [
        {"id": f"r{n}{case.text}", "claim": f"It says {case.text} there", **dict.fromkeys(fields, case.text)}
        for n, case in enumerate(CASES)
    ]
    (folder / "records.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with Desk.open(path, "Eve \x1b]0;x\x07[/x]") as desk:
        report = desk.import_records(folder / "records.ndjson")
        assert report.read == len(CASES)
        texts = [case.storable.replace("\0", " ") for case in SHORT]  # a file with NULs is no text file
        paragraphs = [f"The report says {text} and 12 ships were lost." for text in texts]
        article, _ = desk.add(read_bytes("\n\n".join(["Hostile", *paragraphs]).encode(), "hostile.txt"))
        for status, case in zip(desk.claims(article.id), SHORT, strict=False):
            claim_id = status.claim.id
            desk.note(claim_id, case.storable)
            desk.attribute_claim(claim_id, case.storable)
            desk.suggest_wording(claim_id, case.storable)
            desk.add_evidence(_source(claim_id, case.storable))
            desk.mark([claim_id], Verdict.DISPUTED)
            for match in desk.match(claim_id)[:1]:
                desk.adopt(claim_id, match.record.id) if match.record.verdict else None
    return path


def _source(claim_id: int, text: str) -> Evidence:
    return Evidence(
        claim_id=claim_id, kind=SourceKind.PRIMARY, title=f"a {text}", url="https://example.org/", locator=text,
        quotation=text, stance=Stance.FOR,
    )  # fmt: skip


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Desk.open(path, "Ada") as desk:
        yield desk


def test_the_corpus_is_large_and_varied() -> None:
    """At least a hundred texts, no two alike, of every kind that the desk's promises speak of."""
    assert len({case.text for case in CASES}) == len(CASES) >= 100
    assert len({case.kind for case in CASES}) >= 12


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_shown_and_printed_text_is_harmless(case: Case) -> None:
    """What stands on a screen, in a line, a citation or a prompt holds nothing that a terminal obeys or hides."""
    assert obeyed(visible(case.text)) == []
    assert obeyed(one_line(case.text)) == [] and "\n" not in one_line(case.text)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_an_article_is_kept_as_it_is(case: Case, tmp_path: Path) -> None:
    """Claims stand at their offsets word for word, whatever the text would do; or one sentence says why it is none."""
    try:
        article = read_bytes(f"Title\n\nIt says {case.storable} here.\n".encode(), "x.txt")
    except FactcheckError as error:
        assert "\n" not in str(error)
        return
    with Desk.open(tmp_path / "desk.db", "Ada") as desk:
        kept, _ = desk.add(article)
        pieces = [status.claim for status in desk.pieces(kept.id)]
    assert kept.text == article.text
    assert all(article.text[piece.start : piece.end] == piece.text for piece in pieces)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_it_is_looked_for_as_words(desk: Desk, case: Case) -> None:
    """Matching and searching take any text for words, never for syntax, and raise for none."""
    before = desk.records()
    desk.match_text(case.text, 3)
    desk.search(case.storable)
    assert desk.records() == before
    assert desk.problems() == []


def test_records_are_kept_word_for_word(desk: Desk) -> None:
    """Nothing is cleaned away but white space at the ends: what a publisher wrote is what the desk holds."""
    kept = [desk.record(number) for number in range(1, desk.records() + 1)]
    ratings = {record.rating for record in kept if record.own_claim_id is None}
    markup = ("Rich markup", "FTS syntax", "SQL", "Markdown", "path", "script", "direction")
    wanted = {case.text.strip() for case in SHORT if case.kind in markup and case.text == case.storable}
    assert {text for text in wanted if " ".join(text.split()) == text} <= ratings


@pytest.mark.parametrize("form", FORMATS)
def test_exports_hold_nothing_that_is_obeyed(desk: Desk, form: str) -> None:
    """Each form's bytes, unpacked, are free of controls and of elements; the list can be read."""
    _, content = desk.export_bytes(Filter(), form)
    if form == "docx":
        assert content[:2] == b"PK"
        return
    told = content.decode("utf-8")
    assert obeyed(told) == []
    if form == "html":
        page = Page(told)
        assert not page.tags & {"script", "img", "svg", "iframe", "object", "embed", "base", "form"}
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert all(value.startswith(("#", "https://", "http://")) for name, value in page.attributes if name == "href")
    if form == "markdown":
        tokens = list(_flat(MarkdownIt("commonmark", {"html": True}).enable("table").parse(told)))
        assert not [token.content for token in tokens if token.type in ("html_block", "html_inline", "image", "fence")]
        links = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
        assert links and all(link.startswith(("https://", "http://")) for link in links)
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(told, newline="")) for cell in row]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and not cell.lstrip("-").isdigit()]


def test_lines_for_the_clipboard_are_single_and_harmless(desk: Desk) -> None:
    """A claim and a citation that are pasted into a chat or a shell are one line without commands."""
    for status in desk.claims(1):
        line = claim_line(status)
        assert obeyed(line) == [] and "\n" not in line
    for number in range(1, desk.records() + 1):
        line = citation(desk.record(number))
        assert obeyed(line) == [] and "\n" not in line


def test_a_clipboard_gets_the_text_and_not_its_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is copied by a terminal's sequence is encoded: the text cannot end the sequence and begin another."""
    for case in SHORT:
        sent: list[str] = []
        clipboard.copy(one_line(case.text), sent.append, way="osc52")
        assert all(obeyed(text) == [] for text in sent)


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


COMMANDS = (
    ["articles"],
    ["claims", "1", "--all"],
    ["history", "1"],
    ["evidence", "list", "1"],
    ["match", "The report says and 12 ships were lost"],
    ["search", "report"],
    ["check"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_printed_lists_are_harmless(path: Path, arguments: list[str]) -> None:
    """What commands print of the corpus holds no command."""
    done = CliRunner().invoke(cli, ["--db", str(path), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.output
    assert obeyed(done.output) == []


@pytest.mark.parametrize("case", [case for case in SHORT if "\x00" not in case.text], ids=lambda case: case.name)
def test_a_name_that_is_hostile_reaches_no_other_file(tmp_path: Path, case: Case) -> None:
    """A file name is a name: what does not exist is one sentence, and nothing is made beside the desk."""
    done = CliRunner().invoke(cli, ["--db", str(tmp_path / "desk.db"), "add", "--", f"no such {case.text}"])
    assert done.exit_code in (1, 2)
    said = str(done.exception) if isinstance(done.exception, FactcheckError) else done.output
    assert said
    assert {file.name.split("-")[0] for file in tmp_path.iterdir()} <= {"desk.db"}
