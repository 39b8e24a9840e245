"""The words of a text must be those of the archive's index, or frequencies and marks would be of something else."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.matching.words import fold, stem, words

SENTENCES = (
    "Sicced, revved and vaxxed: incredibly, the ideology of an anthropologist was published in 1,500 copies.",
    "Čapek’s “naïve” robots — Øresund, São Paulo, Iñigo and Zoe\u0308 — don't AGREE with e\u0301lan.",
    "Республика подтвердила: 42 погибших. Αθήνα και ΑΘΗΝΑ. 東京タワー は 333 m。",
    "is as us bus gas his assembly assemblies notably probably responsibly bli apologies republics archaeology",
)


def indexed(texts: list[str]) -> list[list[str]]:
    """The stems that FTS5 makes of each text, in order."""
    con = sqlite3.connect(":memory:")
    con.execute("CREATE VIRTUAL TABLE t USING fts5(a, tokenize='porter unicode61 remove_diacritics 2')")
    con.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    con.executemany("INSERT INTO t (rowid, a) VALUES (?, ?)", enumerate(texts))
    found: list[list[str]] = [[] for _ in texts]
    for term, row in con.execute("SELECT term, doc FROM v ORDER BY doc, offset"):
        found[row].append(term)
    con.close()
    return found


def test_words_are_those_of_the_index_in_many_scripts() -> None:
    """Stems, folding and word limits equal FTS5's own, exceptions of its Porter stemmer included."""
    assert [[word.stem for word in words(text)] for text in SENTENCES] == indexed(list(SENTENCES))


def test_words_are_those_of_the_index_on_real_records(shared: Path) -> None:
    """On some thousand claims, titles and leads of publishers every word is the index's."""
    texts = []
    for corpus in ("snopes", "politifact"):
        with (shared / "data" / corpus / "records.ndjson").open(encoding="utf-8") as lines:
            for _, line in zip(range(1500), lines, strict=False):
                record = json.loads(line)
                texts.append(f"{record['claim']} {record['title']} {record.get('body', '')[:300]}")
    # Emoji newer than SQLite's tables are letters to it; they are nothing to us.
    texts = [text for text in texts if all(ord(character) < 0x1F000 for character in text)]
    assert len(texts) > 2900
    assert [[word.stem for word in words(text)] for text in texts] == indexed(texts)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F, categories=("L", "N", "P", "Z"))))
def test_any_latin_text_is_read_as_the_index_reads_it(text: str) -> None:
    """Folding equals FTS5's for every Latin letter with accents; stems may differ where no language is."""
    con = sqlite3.connect(":memory:")
    con.execute("CREATE VIRTUAL TABLE t USING fts5(a, tokenize='unicode61 remove_diacritics 2')")
    con.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    con.execute("INSERT INTO t VALUES (?)", [text.replace("\0", "")])
    terms = [term for (term,) in con.execute("SELECT term FROM v ORDER BY offset")]
    con.close()
    ours = [word.folded for word in words(text)]
    odd = set("µſǠǡ")  # SQLite folds these four in its own way
    if not odd & set(text):
        assert ours == terms


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_offsets_cut_the_words_out_of_any_text(text: str) -> None:
    """``text[start:end]`` is the word, words do not overlap, and they stand in reading order."""
    at = 0
    for word in words(text):
        assert at <= word.start < word.end <= len(text)
        assert fold(text[word.start : word.end]) == word.folded
        at = word.end


def test_threads_stem_at_the_same_time() -> None:
    """The desk matches, searches and links on threads of their own: none disturbs another's stems."""
    read = [
        f"{start}{end}" for start in ("relat", "walk", "nation", "hop") for end in ("ing", "ed", "ional", "s", "ly")
    ]
    wanted = [stem.__wrapped__(word) for word in read] * 200
    with ThreadPoolExecutor(4) as threads:
        for found in threads.map(lambda _: [stem.__wrapped__(word) for word in read * 200], range(8)):
            assert found == wanted
