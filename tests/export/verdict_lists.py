"""A small verdict list, and hostile text to put into one."""

from dataclasses import replace

from hypothesis import strategies as st

from factcheck_tui.model import (
    Article,
    Aspect,
    Band,
    Claim,
    ClaimStatus,
    Decision,
    Difference,
    DifferenceKind,
    Evidence,
    ListedArticle,
    Match,
    Nature,
    PriorRecord,
    Reason,
    SourceKind,
    Stance,
    Verdict,
    VerdictList,
    VerdictRow,
)

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
HOSTILE = [
    '=HYPERLINK("https://evil.example","x")',
    "@SUM(1+1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    " =1+1",
    "\t=1",
    "<script>alert(1)</script> & <b>",
    "`code` *bold* _it_ [link](https://evil.example) ![i](x) | a ~~b~~",
    "# heading\n\n- list\n1. one",
    "\x1b[2J\x9b1m\x00\u202eevil\u200b",
    "half \ud800 pair",
    "&lt;b&gt; &copy;",
    'comma, "quote" and\r\nline',
]
ARTICLE = Article(id=3, text="", title="Bridge opens", source="bridge.txt", added_at="2024-05-01T08:00:00.000Z")
RECORD = PriorRecord(
    id=9,
    source_id="r-9",
    claim="The bridge is 620 metres long.",
    rating="True",
    verdict=Verdict.CONFIRMED,
    publisher="Harbour Check",
    review_date="2021-03-04",
    url="https://example.org/checks/9",
)
LINK = Match(
    record=RECORD,
    score=87,
    band=Band.STRONG,
    why=(Reason("shared words", 2.5),),
    differences=(Difference(DifferenceKind.NUMBER, "900", "620"),),
)


TEXT = "Bridge opens\n\nThe bridge is 900 metres long. It cost nothing.\n\nIt is red.\n"
SOURCES = (
    Evidence(
        id=1,
        wording=1,
        claim_id=11,
        title="Survey of bridges",
        url="https://example.org/survey",
        locator="p. 4",
        quotation="620 m",
        kind=SourceKind.PRIMARY,
        stance=Stance.AGAINST,
        checker="kim",
        at="2024-05-01T08:59:00.000Z",
    ),
    Evidence(id=2, wording=2, claim_id=11, title="The builder", stance=Stance.CONTEXT, checker="kim", at="2024"),
)


def row(
    text: str = "The bridge is 900 metres long.", verdict: Verdict = Verdict.PENDING, number: int = 1
) -> VerdictRow:
    claim = Claim(
        id=10 + number,
        article_id=3,
        number=number,
        start=5,
        end=5 + len(text),
        text=text,
        nature=Nature.STATISTIC,
        claimant="Ana Lopes",
        reported_by="Harbour Post",
    )
    status = ClaimStatus(
        claim=claim, verdict=verdict, checker="kim", decided_at="2024-05-01T09:00:00.000Z", note="measured"
    )
    return VerdictRow(article=ARTICLE, status=status, line=number + 1)


def linked() -> VerdictRow:
    decision = Decision(
        id=1,
        step_id=1,
        act="do",
        claim_id=11,
        aspect=Aspect.VERDICT,
        old="pending",
        new="disputed",
        checker="kim",
        at="2024-05-01T09:00:00.000Z",
        uid="5f0c",
        stands_uid="5f0c",
    )
    disputed = row(verdict=Verdict.DISPUTED)
    status = replace(
        disputed.status, suggested_wording="The bridge is 620 metres long.", sources=2, tags=("bridges", "numbers")
    )
    return replace(
        disputed,
        status=status,
        links=(LINK,),
        best=LINK,
        matches=(LINK,),
        evidence=SOURCES,
        history=(decision,),
        cited=(RECORD,),
        wordings=SOURCES,
    )


ROWS = (linked(), row("It cost nothing.", number=2), row("It is red.", Verdict.CONFIRMED, 3))


def listed(rows: tuple[VerdictRow, ...], text: str = TEXT, title: str = "Bridge opens") -> VerdictList:
    """A list of these rows, with their article whole; each row stands in the text where its claim does."""
    placed = []
    for each in rows:
        start = max(text.find(each.status.claim.text), 0)
        claim = replace(each.status.claim, start=start, end=start + len(each.status.claim.text))
        placed.append(replace(each, status=replace(each.status, claim=claim)))
    article = ListedArticle(article=replace(ARTICLE, text=text), pieces=tuple(each.status.claim for each in placed))
    return VerdictList(title=title, rows=tuple(placed), articles=(article,))


LIST = listed(ROWS)
