"""What a file is, by its content; and what it says of a missing extra."""

import io
import subprocess
import sys
import zipfile

import pytest

from factcheck_tui.articles import READERS, read_bytes
from factcheck_tui.articles.forms import form_of
from factcheck_tui.errors import ReadError

RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Draft}{\author Ann Roe}}\f0
Bridge at Grey Point reopens\par\par
The bridge opened in 1987. \ldblquote It cost three million\rdblquote , the board\rquote s head
 \b said\b0 ; \'a33m.\par
\u8220?Nobody\u8221? checked.\par}"""


@pytest.mark.parametrize(
    ("content", "source", "form"),
    [
        (b"The bridge opened.", "a.txt", "text"),
        (b"# A bridge", "a.md", "markdown"),
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"\xef\xbb\xbf\n <!-- saved -->\n<HTML><p>x", "-", "html"),
        ("<html><p>x".encode("utf-16"), "-", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "a", "html"),
        (b"A line on <html> pages.", "a.txt", "text"),
        (b"%PDF-1.4", "a.txt", "pdf"),
        (RTF, "a.doc", "rtf"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nx", "a.txt", "subtitles"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nx", "-", "subtitles"),
    ],
)
def test_a_form_is_known_by_its_content(content: bytes, source: str, form: str) -> None:
    """Its name counts only where the content does not tell."""
    assert form_of(content, source) == form
    assert form in READERS


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("xl/workbook.xml", "a spreadsheet"),
        ("ppt/presentation.xml", "a presentation"),
        ("content.xml", "an OpenDocument file"),
        ("photo.jpg", "a zip archive"),
    ],
)
def test_other_archives_are_named(name: str, said: str) -> None:
    """And nothing of them is unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "x")
    with pytest.raises(ReadError, match=f"a.zip is {said}: "):
        form_of(file.getvalue(), "a.zip")


def test_rich_text_is_read() -> None:
    """Words without formatting, letters of its code page, author."""
    article = read_bytes(RTF, "draft.rtf")
    assert "“It cost three million”, the board’s head said; £3m." in article.text
    assert "“Nobody” checked." in article.text
    assert (article.title, article.byline) == ("Bridge at Grey Point reopens", "Ann Roe")


def test_rich_text_without_words_is_refused() -> None:
    """In one sentence."""
    with pytest.raises(ReadError, match=r"draft\.rtf is empty"):
        read_bytes(rb"{\rtf1\ansi \par }", "draft.rtf")


@pytest.mark.parametrize(
    ("module", "content", "extra"),
    [("docx", None, "docx"), ("pypdfium2", b"%PDF-1.4", "pdf"), ("striprtf.striprtf", RTF, "rtf")],
)
def test_a_missing_extra_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, module: str, content: bytes | None, extra: str
) -> None:
    """One sentence says what to install."""
    if content is None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("word/document.xml", "<x/>")
        content = file.getvalue()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ReadError, match=rf"pip install 'factcheck-tui\[{extra}\]'"):
        read_bytes(content, "draft")


def test_a_plain_text_needs_none_of_the_heavy_libraries() -> None:
    """They are imported by the reader that needs them, when it reads."""
    program = (
        "import sys; from factcheck_tui.articles import read_bytes; read_bytes(b'A bridge opened in 1987.', 'a.txt')\n"
        "heavy = {'trafilatura', 'lxml', 'docx', 'pypdfium2', 'striprtf', 'webvtt', 'urllib3'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
