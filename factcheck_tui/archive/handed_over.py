"""A verdict list of ours in JSON or NDJSON read back: another desk's work, whole enough to be merged.

It comes from outside like any other file, so nothing of it is believed unseen: each value's type, each offset, each
name of a step is checked before anything is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from factcheck_tui.archive.checked_json import Node
from factcheck_tui.archive.sources import FileSource, Source, find_sources
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError
from factcheck_tui.model import (
    Article,
    Aspect,
    Claim,
    ClaimKind,
    Decision,
    Evidence,
    Handover,
    ListedArticle,
    Nature,
    PriorRecord,
    SetAside,
    SourceKind,
    Stance,
    Verdict,
)

FORMAT = "factcheck-tui verdict list"
WHOLE_LIMIT = 128 * 1024 * 1024  # characters of a list in one piece; parsed they take some ten times that


def is_verdict_list(path: Path) -> bool:
    """Whether a file, plain, gzip or alone in a zip archive, is a verdict list of ours, told by how it begins.

    :raises ReadError: when it cannot be read
    """
    found = _sources(path)
    return len(found) == 1 and f'"format": "{FORMAT}"' in TextFile(found[0]).head[:200]


def _sources(path: Path) -> list[Source]:
    return [FileSource(path)] if path.is_dir() else find_sources(path)


def read(path: Path) -> Handover:
    """What a verdict list holds. :raises ReadError: when it is damaged, or was written by a newer program"""
    file = TextFile(_sources(path)[0])
    articles: dict[int, ListedArticle] = {}
    lines: list[Decision] = []
    cited: dict[int, PriorRecord] = {}
    wordings: dict[int, Evidence] = {}
    for claim, article in _claims(file):
        if article is not None and article.number("id") not in articles:
            articles[article.number("id")] = _article(article)
        claim_id = _claim_id(claim, articles)
        lines += [_line(node, claim_id) for node in claim.nodes("history")]
        cited |= {node.number("id"): _record(node) for node in claim.nodes("records")}
        wordings |= {node.number("wording"): _wording(node, claim_id) for node in claim.nodes("wordings")}
    handed = Handover(
        articles=tuple(articles.values()),
        lines=tuple(sorted(lines, key=lambda line: line.id)),
        cited=cited,
        wordings=wordings,
    )
    _check(file.name, handed)
    return handed


def _claims(file: TextFile) -> Iterator[tuple[Node, Node | None]]:
    """Each claim, with its article where that is whole beside it or comes first."""
    for number, root in _roots(file):
        node = Node(root, f"{file.name}, line {number}" if number else file.name)
        if node.text("format") != FORMAT or node.number("version") != 1:
            raise node.wrong("is no verdict list of this version")
        if isinstance(root, Mapping) and "claims" in root:
            articles = {each.number("id"): each for each in node.nodes("articles")}
            yield from ((claim, articles.get(claim.number("article_id"))) for claim in node.nodes("claims"))
        else:
            article = Node(node.get("article", dict), f"{node.where}, article")
            yield node, article if "text" in node.value["article"] else None  # type: ignore[index]


def _roots(file: TextFile) -> Iterator[tuple[int, object]]:
    """The whole list under 0, or each claim under its line."""
    if not file.head.lstrip().startswith("{\n"):
        with closing(file.lines()) as lines:
            yield from ((number, _parsed(line, f"{file.name}, line {number}")) for number, line in enumerate(lines, 1))
        return
    parts, size = [], 0
    with closing(file.chunks()) as chunks:
        for chunk in chunks:
            parts.append(chunk)
            size += len(chunk)
            if size > WHOLE_LIMIT:
                raise ReadError(f"{file.name} is a list of more than {WHOLE_LIMIT >> 20} MB; export it as NDJSON.")
    yield 0, _parsed("".join(parts), file.name)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{where} is cut or damaged JSON; nothing was merged. Fetch it again.") from error


def _article(node: Node) -> ListedArticle:
    article = Article(
        id=node.number("id"),
        text=node.text("text"),
        title=node.text("title"),
        source=node.text("source"),
        language=node.text("language"),
        byline=node.text("byline"),
        publisher=node.text("publisher"),
        published=node.text("published"),
        url=node.text("url"),
    )
    return ListedArticle(article=article, pieces=tuple(_piece(each, article) for each in node.nodes("pieces")))


def _piece(node: Node, article: Article) -> Claim:
    start, end, priority = node.number("start"), node.number("end"), node.number("priority")
    if not 0 <= start < end <= len(article.text) or not 0 <= priority <= 100:
        raise node.wrong("lies outside of its article")
    reasons = node.get("reasons", list)
    assert isinstance(reasons, list)
    return Claim(
        id=node.number("id"),
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        kind=node.one_of("kind", ClaimKind),
        claimant=node.text("claimant"),
        cue=node.text("cue"),
        nature=node.one_of("nature", Nature) if node.text("nature") else None,
        reported_by=node.text("reported_by"),
        priority=priority,
        reasons=tuple(map(str, reasons)),
        set_aside=node.one_of("set_aside", SetAside) if node.text("set_aside") else None,
        place=node.text("place"),
    )


def _claim_id(node: Node, articles: Mapping[int, ListedArticle]) -> int:
    claim_id = node.number("id")
    listed = articles.get(node.number("article_id"))
    if listed is None or claim_id not in {piece.id for piece in listed.pieces}:
        raise node.wrong("belongs to no article of the list")
    return claim_id


def _line(node: Node, claim_id: int) -> Decision:
    return Decision(
        id=node.number("id"),
        step_id=node.number("step_id"),
        claim_id=claim_id,
        act=node.text("act"),
        aspect=node.one_of("aspect", Aspect),
        subject=node.text("subject"),
        old=node.text("old"),
        new=node.text("new"),
        record_id=node.optional("record_id"),
        checker=node.text("checker"),
        at=node.text("at"),
        uid=node.text("uid"),
        of_uid=node.text("of_uid"),
        stands_uid=node.text("stands_uid"),
    )


def _record(node: Node) -> PriorRecord:
    verdict = node.get("verdict", (str, type(None)))
    return PriorRecord(
        id=node.number("id"),
        own_claim_id=node.optional("own_claim_id"),
        source_id=node.text("record"),
        claim=node.text("claim"),
        title=node.text("title"),
        body=node.text("body"),
        claimant=node.text("claimant"),
        claim_date=node.text("claim_date"),
        rating=node.text("rating"),
        verdict=None if verdict is None else node.one_of("verdict", Verdict),
        publisher=node.text("publisher"),
        review_date=node.text("review_date"),
        url=node.text("url"),
        language=node.text("language"),
    )


def _wording(node: Node, claim_id: int) -> Evidence:
    return Evidence(
        wording=node.number("wording"),
        claim_id=claim_id,
        kind=node.one_of("kind", SourceKind),
        stance=node.one_of("stance", Stance),
        title=node.text("title"),
        url=node.text("url"),
        locator=node.text("locator"),
        quotation=node.text("quotation"),
        confidential=bool(node.get("confidential", bool)),
    )


def _check(name: str, handed: Handover) -> None:
    """Lines must be such as the log can hold. :raises ReadError:"""
    uids: set[str] = set()
    sources: set[tuple[int, str]] = set()
    for line in handed.lines:
        uids.add(line.uid)
        values = [value for value in (line.old, line.new) if value] if line.aspect is Aspect.EVIDENCE else []
        if not (
            line.uid
            and line.act in ("do", "undo", "redo")
            and (line.act == "do") == (not line.of_uid)
            and (not line.of_uid or line.of_uid in uids - {line.uid})
            and (line.aspect is Aspect.MATCH) == (line.record_id is not None)
            and (line.record_id is None or line.record_id in handed.cited)
            and (line.aspect is not Aspect.VERDICT or line.new in set(Verdict))
            and (line.aspect is not Aspect.MATCH or line.new in ("linked", "dismissed", ""))
            and (line.aspect is not Aspect.SET_ASIDE or line.new in {"", *SetAside})
            and all(value.isdecimal() and int(value) in handed.wordings for value in values)
            and (line.aspect is not Aspect.EVIDENCE or values or (line.claim_id, line.subject) in sources)
        ):
            raise ReadError(
                f"{name}: line {line.id} of the history does not fit the list; nothing was merged. Export it again."
            )
        if values:
            sources.add((line.claim_id, line.subject))
