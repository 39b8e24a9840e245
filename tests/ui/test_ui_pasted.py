"""What is pasted as a source: an address alone, or with its title, as browsers, mails and chats give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_tui.ui.pasted import read_pasted

URL = "https://example.org/a?b=1"


@pytest.mark.parametrize(
    ("text", "url", "title"),
    [
        (URL, URL, ""),
        (f"  {URL}\n", URL, ""),
        (f"Harbour log\n{URL}", URL, "Harbour log"),
        (f"Harbour log - {URL}", URL, "Harbour log"),
        (f"[Harbour log]({URL})", URL, "Harbour log"),
        (f"{URL} — Harbour log", URL, "Harbour log"),
        (f"<{URL}>", URL, ""),
        (f"see {URL}.", URL, "see"),
        ("https://en.example.org/wiki/Log_(book)", "https://en.example.org/wiki/Log_(book)", ""),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG", ""),
    ],
)
def test_an_address_and_its_title_are_told_apart(text: str, url: str, title: str) -> None:
    """The address as it is, without the brackets and stops around it; the title without what joins them."""
    assert read_pasted(text) == (url, title)


@pytest.mark.parametrize("text", ["", "Harbour log", "ftp://example.org", f"{URL} {URL}", "long " * 60 + URL])
def test_what_names_no_one_source_is_text(text: str) -> None:
    """No address, several of them, or a long text that holds one: pasted as it is."""
    assert read_pasted(text) is None


@given(st.text())
def test_any_text_can_be_pasted(text: str) -> None:
    """Never an error; an address that is found is a piece of the text."""
    found = read_pasted(f"{text} {URL}")
    assert found is None or found.url in f"{text} {URL}"
