"""Word documents: paragraphs with the roles of their styles, changes accepted, bombs and locks refused."""

import io
import zipfile
from datetime import datetime

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from factcheck_tui.articles import read_bytes
from factcheck_tui.articles.forms import UNPACKED
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Article, BlockRole

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rewritten(content: bytes, part: str, words: bytes) -> bytes:
    """The same package with other words in one part."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, words if name == part else old.read(name))
    return file.getvalue()


def blocks_of(article: Article) -> list[tuple[str, BlockRole]]:
    return [(article.text[start:end], role) for start, end, role in article.blocks]


def test_styles_give_the_roles() -> None:
    """Title, headings and captions; tables and text boxes are read where they stand."""
    document = docx.Document()
    document.add_heading("Bridge at Grey Point reopens", 0)
    document.add_paragraph("The bridge opened in 1987.\nIt cost three million pounds.")
    document.add_heading("A storm in March", 2)
    document.add_paragraph("The bridge in 2019. [File: HT]", style="Caption")
    document.add_table(1, 2).cell(0, 1).text = "4,100 cars"
    document.core_properties.author = "Ann Roe"
    document.core_properties.modified = datetime(2025, 3, 2, 9)
    document.core_properties.language = "en-GB"
    article = read_bytes(saved(document), "draft.docx")
    assert blocks_of(article) == [
        ("Bridge at Grey Point reopens", BlockRole.TITLE),
        ("The bridge opened in 1987.\nIt cost three million pounds.", BlockRole.PARAGRAPH),
        ("A storm in March", BlockRole.HEADING),
        ("The bridge in 2019. [File: HT]", BlockRole.CAPTION),
        ("4,100 cars", BlockRole.PARAGRAPH),
    ]
    assert (article.title, article.byline, article.published, article.language) == (
        "Bridge at Grey Point reopens", "Ann Roe", "2025-03-02", "en",
    )  # fmt: skip


def test_a_draft_without_styles_is_read_as_plain_text() -> None:
    """Headline and headings are then worked out; a first heading is the title."""
    document = docx.Document()
    for words in ("Bridge at Grey Point reopens", "The bridge opened in 1987.", "A storm"):
        document.add_paragraph(words)
    article = read_bytes(saved(document), "draft.docx")
    assert (article.title, article.blocks) == ("Bridge at Grey Point reopens", ())
    document = docx.Document()
    document.add_heading("A bridge", 1)
    document.add_paragraph("It opened in 1987.")
    assert blocks_of(read_bytes(saved(document), "draft.docx"))[0] == ("A bridge", BlockRole.TITLE)


def test_tracked_changes_are_accepted() -> None:
    """What was inserted is in, what was deleted or moved away is not."""
    document = docx.Document()
    body = document.element.body
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body.insert(
        0,
        parse_xml(
            f"<w:p {W}>{run.format('It cost ')}<w:del w:id='1'><w:r><w:delText>two</w:delText></w:r></w:del>"
            f"<w:ins w:id='2'>{run.format('three')}</w:ins><w:moveFrom w:id='3'>{run.format(' hundred')}</w:moveFrom>"
            f"<w:hyperlink>{run.format(' million')}</w:hyperlink><w:r><w:tab/><w:t>pounds.</w:t><w:br/></w:r></w:p>"
        ),
    )
    assert read_bytes(saved(document), "draft.docx").text == "It cost three million pounds."


def test_a_text_box_is_read_once() -> None:
    """Word writes it twice, for old programs too."""
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>{} in a box.</w:t></w:r></w:p></w:txbxContent>"
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {W} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
            f"<w:r><w:t>Around it.</w:t><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'>{box.format('A claim')}</mc:Choice>"
            f"<mc:Fallback>{box.format('A claim')}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
    )
    assert read_bytes(saved(document), "draft.docx").text == "Around it.\n\nA claim in a box."


def damaged(part: str, words: bytes) -> bytes:
    document = docx.Document()
    document.add_paragraph("The bridge opened in 1987.")
    return rewritten(saved(document), part, words)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
<w:t>&d;&d;&d;&d;&d;&d;</w:t></w:r></w:p></w:body></w:document>"""

# found by fuzzing
LEADS_NOWHERE = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
</Relationships>"""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (saved(docx.Document()), "without text"),
        (damaged("word/document.xml", b"<w:document"), "a damaged Word document"),
        (damaged("[Content_Types].xml", b"<Types/>"), "a damaged Word document"),
        (saved(docx.Document())[:2000], "a damaged zip archive or office document"),
        (damaged("word/_rels/document.xml.rels", LEADS_NOWHERE), "a damaged Word document"),
        (damaged("word/document.xml", BOMB), "without text|a damaged Word document"),
        (damaged("docProps/thumbnail.jpeg", b" " * (UNPACKED + 1)), "unpacks to over 100 MB"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old office document"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, said: str) -> None:
    """Empty, damaged, locked, old, and bombs of both kinds."""
    with pytest.raises(ReadError, match=said) as caught:
        read_bytes(content, "draft.docx")
    assert str(caught.value).startswith("draft.docx ") and len(str(caught.value)) < 200
