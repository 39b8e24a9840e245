"""Files and pipes into articles: which reader, which title, and every way to fail."""

import os
from pathlib import Path

import pytest

from factcheck_tui.articles import LIMIT, read_bytes, read_file
from factcheck_tui.errors import ReadError


def test_plain_text_is_kept_unchanged(tmp_path: Path) -> None:
    """The article's text is the decoded file; the title is its first line, trimmed; the source is the path."""
    path = tmp_path / "story.txt"
    path.write_bytes("\ufeff\r\n  Dam opens  \r\n\r\nIt opened on Monday.\r\n".encode())
    article = read_file(path)
    assert article.text == "\r\n  Dam opens  \r\n\r\nIt opened on Monday.\r\n"
    assert article.title == "Dam opens"
    assert article.source == str(path)
    assert article.blocks == ()


def test_a_pipe_is_plain_text() -> None:
    """Standard input has no suffix, so that nothing in it is taken for markup."""
    assert read_bytes(b"# Not markup\n\n*really*", "-").text == "# Not markup\n\n*really*"


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "A.MD"])
def test_markdown_is_known_by_its_suffix(name: str) -> None:
    """Either suffix, in any case, picks the Markdown reader."""
    assert read_bytes(b"# Title\n\n*really*", name).text == "Title\n\nreally"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\r\n \xc2\xa0", "is empty"),
        ("blank.md", b"---\ntags: a\n---\n\n", "is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"),
        ("archive.txt", b"PK\x03\x04\x14\x00", "is a damaged zip archive"),
        ("page.html", b"<!DOCTYPE html><html><script>draw()</script></html>", "without running text"),
        ("feed.txt", b'<?xml version="1.0"?><rss></rss>', "is a file of markup"),
    ],
)
def test_what_holds_no_article_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """One sentence names the file and what is wrong with it."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=said) as caught:
        read_file(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The message says that it does not exist."""
    with pytest.raises(ReadError, match="does not exist"):
        read_file(tmp_path / "none.txt")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    """The message asks for the files in it."""
    with pytest.raises(ReadError, match="is a directory"):
        read_file(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """The message speaks of permission."""
    path = tmp_path / "secret.txt"
    path.write_text("Secret.")
    path.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        read_file(path)


@pytest.mark.parametrize("name", ["a\x00b.txt", "x" * 5000])
def test_an_impossible_path_is_refused(name: str) -> None:
    """What the system itself rejects is a message too."""
    with pytest.raises(ReadError, match="cannot be read"):
        read_file(Path(name))


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    """Over 20 MB nothing is read on, whatever the size that the system tells."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(ReadError, match="over 20 MB"):
        read_file(path)


def test_all_shared_articles_are_read(shared: Path) -> None:
    """Real files give a text equal to the file and a title that stands in its first line."""
    paths = sorted((shared / "articles").glob("*.txt"))
    assert len(paths) >= 11
    for path in paths:
        article = read_file(path)
        assert article.text == path.read_bytes().decode()
        assert article.text.startswith(article.title)
