"""One-line forms: what a checker pastes into a chat or a CMS."""

from factcheck_tui.export.lines import citation, claim_line
from factcheck_tui.model import Band, Claim, ClaimStatus, Match, PriorRecord, Verdict

RECORD = PriorRecord(
    claim="The wall can be seen from the Moon.",
    source_id="r-1",
    title="A wall too\nnarrow",
    rating="False",
    publisher="Harbour Fact Unit (fictional)",
    review_date="2015-07-21",
    url="https://example.org/wall",
)


def status(**known: object) -> ClaimStatus:
    claim = Claim(start=0, end=9, text="The  wall\x1b[2J", claimant="Ann Roe")
    return ClaimStatus(claim=claim, **known)  # type: ignore[arg-type]


def test_a_claim_says_who_claims_it_and_who_found_what() -> None:
    """Claim, claimant, verdict with checker and day, note and linked record, on one line."""
    decided = status(verdict=Verdict.DISPUTED, checker="Ada", decided_at="2026-11-22T09:30:00.000Z", note="see USGS")
    line = claim_line(decided, Match(record=RECORD, score=90, band=Band.STRONG))
    assert line == (
        "“The wall␛[2J” — Ann Roe — disputed (Ada, 2026-11-22) — see USGS — see Harbour Fact Unit (fictional), "
        "“A wall too narrow”, rated False, 2015-07-21, https://example.org/wall"
    )


def test_an_undecided_claim_is_signed_by_nobody() -> None:
    """A claim that nobody decided is pending, without a name or a day."""
    assert claim_line(status()) == "“The wall␛[2J” — Ann Roe — pending"


def test_a_citation_leaves_out_what_the_record_does_not_have() -> None:
    """A record without title, rating, date and page is cited by its claim and publisher."""
    assert citation(PriorRecord(claim="It rains.", source_id="r-2")) == "publisher unknown, “It rains.”"
