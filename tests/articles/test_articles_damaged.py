"""Damaged and hostile files of every form: read, or refused in a sentence, and nothing else."""

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_file import lines, pdf
from test_articles_docx import saved
from test_articles_forms import RTF
from test_articles_html import PAGE
from test_articles_transcripts import DEBATE, SRT, VTT

from factcheck_tui.articles import read_bytes
from factcheck_tui.errors import ReadError


def word() -> bytes:
    document = docx.Document()
    document.add_heading("A bridge", 0)
    document.add_paragraph("It opened in 1987.")
    return saved(document)


WHOLE = {
    "docx": word(),
    "pdf": pdf(lines("The bridge opened in 1987.", "It cost three."), info="/Author (Ann Roe)"),
    "rtf": RTF,
    "html": PAGE.encode(),
    "vtt": VTT.encode(),
    "srt": SRT.encode(),
    "txt": DEBATE.encode(),
}
DAMAGE = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 30),
    st.one_of(
        st.binary(max_size=8),
        st.sampled_from(
            [b"<", b"&#0;", b"\x00", rb"\u-99999999?", rb"\bin99999", b"{" * 50, b"-->", b"charset=utf-7"]
        ),
    ),
)


@pytest.mark.parametrize("form", WHOLE)
@given(st.lists(DAMAGE, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_is_read_or_refused(form: str, damages: list[tuple[float, int, bytes]]) -> None:
    """Bytes changed, lost and put in anywhere: an article with text and exact blocks, or one sentence."""
    content = WHOLE[form]
    for where, lost, put_in in damages:
        at = int(where * len(content))
        content = content[:at] + put_in + content[at + lost :]
    try:
        article = read_bytes(content, f"draft.{form}")
    except ReadError as error:
        assert str(error).startswith("draft.") and "\n" not in str(error)
        return
    assert article.text.strip() and article.title.strip()
    assert all(0 <= block.start <= block.end <= len(article.text) for block in article.blocks)
