"""Hostile text through every writer: harmless and readable, whatever field it comes in by."""

import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from verdict_lists import HOSTILE, LINK, RECORD, SOURCES, listed, row

from factcheck_tui.export import FORMATS, Options, preview, render
from factcheck_tui.export.claimreview import script_tag
from factcheck_tui.model import Verdict, VerdictList

OBEYED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
OPTIONS = Options(site="https://example.org/checks", publisher="<b>Desk</b>")


def hostile(text: str) -> VerdictList:
    """A list that holds the text in every field that comes from outside or from a checker."""
    plain = row(f"It says {text} here.", Verdict.DISPUTED)
    status = replace(
        plain.status,
        claim=replace(plain.status.claim, claimant=text),
        note=text,
        checker=text,
        suggested_wording=text,
        sources=1,
    )
    record = replace(RECORD, claim=text, title=text, rating=text, publisher=text, url=f"javascript:{text}")
    link = replace(LINK, record=record)
    source = replace(SOURCES[0], title=text, url=f"https://example.org/{text}", locator=text, quotation=text)
    whole = replace(plain, status=status, links=(link,), best=link, matches=(link,), evidence=(source,))
    return listed((whole,), text=f"Title\n\nIt says {text} here.\n", title=text)


def read(form: str, content: bytes) -> str:
    """The text of a file, unpacked where it is packed."""
    if form == "docx":
        return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode("utf-8")
    return content.decode("utf-8")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_obeyed(form: str, text: str) -> None:
    """No control or direction character, no lone surrogate and no element of the text is in any form's bytes."""
    told = read(form, render(hostile(text), form, OPTIONS))
    assert not OBEYED.search(told.replace("\r\n", "\n"))
    if form not in ("csv", "json", "ndjson", "claimreview", "datafeed"):  # of these no reader takes markup
        assert "<script" not in told
        assert "<b>" not in told or form == "html"
    assert not OBEYED.search(preview(hostile(text), form, OPTIONS).replace("\r\n", "\n"))


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_harmless_is_readable(form: str) -> None:
    """Quotation marks, scripts of the world and symbols come through as they are."""
    told = read(form, render(hostile("Ünï “quoted” 第二 ≠ सच"), form, OPTIONS))
    assert "Ünï “quoted” 第二 ≠ सच" in told


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_holds_only_our_own_elements(text: str) -> None:
    """The text makes no element and no attribute: the page has those of a list that says something harmless."""
    page, plain = (Page(render(hostile(words), "html", OPTIONS).decode()) for words in (text, "words"))
    ours = {"p", "br", "mark"}  # a text of several paragraphs has several
    assert [tag for tag in page.tags if tag not in ours] == [tag for tag in plain.tags if tag not in ours]
    assert [name for name, _ in page.attributes if name != "class"] == [
        name for name, _ in plain.attributes if name != "class"
    ]
    assert all(re.match(r"#|https?://", value) for name, value in page.attributes if name == "href")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_script_tag_cannot_be_ended_by_its_text(text: str) -> None:
    """A CMS that pastes the element gets one script with the review in it, word for word."""
    (only,) = hostile(text).rows
    tag = script_tag(only, OPTIONS)
    opening, body, closing = re.split(r"(?<=json\">)|(?=</script>)", tag, maxsplit=2)
    assert opening == '<script type="application/ld+json">' and closing == "</script>\n"
    assert "<" not in body
    said = json.loads(body)["claimReviewed"]
    assert (
        said == f"It says {text} here.".encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        or "\ud800" in text
    )
