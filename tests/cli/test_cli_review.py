"""The review line by line: what a screen reader reads out, and decisions that are those of the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Run
from factories import make_article, make_record, write_records

from factcheck_tui.cli.review import Review
from factcheck_tui.desk import Desk
from factcheck_tui.model import SetAside, Verdict


def typed(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def test_claims_are_read_with_their_records_and_decided_by_line(run: Run, desk: Path) -> None:
    """Each claim with its records, differences in words; every command decides what it says, as the checker."""
    done = run("review", "1", "--plain", input=typed("g 4", "1", "x 2", "i ask the council [sic]", "f", "d", "c", "q"))
    assert (done.status, done.err) == (0, "")
    assert "Claim 4 of 20, pending" in done.out and "Record 1: " in done.out and " in the record" in done.out
    assert "\x1b" not in done.out
    assert done.out.splitlines()[-1] == (
        "Article 1: 20 claims, 1 confirmed, 1 disputed, 18 pending. You are at claim 6."
    )
    with Desk.open(desk, "Bob") as bob:
        fourth, fifth = bob.claims(1)[3:5]
        assert (fourth.verdict, fourth.checker, fourth.note, fourth.flagged, fourth.linked) == (
            "disputed", "Ada", "ask the council [sic]", True, 1,
        )  # fmt: skip
        assert fifth.verdict == "confirmed"
        assert sorted(str(match.decision) for match in bob.matches(fourth.claim.id) if match.decision) == [
            "dismissed", "linked",
        ]  # fmt: skip


def test_the_whole_work_can_be_done_line_by_line(run: Run, desk: Path) -> None:
    """Sources, wording, tags and a record's verdict, as at the desk: nobody who listens is sent to other commands."""
    lines = (
        *("g 6", "e", "e Harbour log https://example.org/log", "e primary, against, confidential: The register"),
        *("w by 4 mm a year", "t sea, law", "a 1", "g 6", "d", "g 6", "e against the tide", "t -", "w -"),
    )
    done = run("review", "1", "--plain", input=typed(*lines))
    assert (done.status, done.err) == (0, "")
    assert "The claim has no source." in done.out and "2 sources, 1 of them primary." in done.out
    assert "Source 1: secondary, for, Harbour log, https://example.org/log." in done.out
    assert "Tags of claim 6: law, sea." in done.out and "Claim 6 linked to record 1." in done.out
    with Desk.open(desk, "Ada") as ada:
        sixth = ada.claims(1)[5]
        assert (sixth.verdict, sixth.linked, sixth.tags, sixth.suggested_wording) == ("disputed", 1, (), "")
        assert "by 4 mm a year" in [line.new for line in ada.claim_history(sixth.claim.id)]
        register, tide = ada.evidence_of(sixth.claim.id)[1:]
        assert (register.kind, register.stance, register.confidential) == ("primary", "against", True)
        assert (tide.title, tide.kind, tide.stance) == ("against the tide", "secondary", "against")


def test_undo_reaches_what_was_decided_elsewhere_and_redo_brings_it_back(run: Run, desk: Path) -> None:
    """One log for all faces: u takes back a verdict of the desk, goes to its claim, and so does U."""
    with Desk.open(desk, "Ada") as ada:
        third = ada.claims(1)[2].claim.id
        ada.mark([third], Verdict.DISPUTED)
    assert "Undone: claim 3, verdict disputed → pending." in run("review", "--plain", input=typed("u")).out
    done = run("review", "--plain", input=typed("U", "u", "u", "U", "c", "u"))
    assert "Done again: claim 3" in done.out and "There is nothing to undo." in done.out
    with Desk.open(desk, "Ada") as ada:
        assert ada.claim(third).verdict == "disputed"


def test_undo_tells_what_holds_for_the_whole_desk(run: Run, desk: Path) -> None:
    """What a rating stands for is a decision as well; it is about no claim, so the place stays."""
    run("ratings", "set", "Soaked", "disputed")
    done = run("review", "--plain", input=typed("u", "U"))
    assert "Undone: “soaked” stands for disputed → nothing." in done.out
    assert "Done again: “soaked” stands for nothing → disputed." in done.out


def test_nothing_is_decided_over_somebody_else_unheard(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What another checker decided after the claim was read out is said and read out; only then is it decided over."""
    with Desk.open(desk, "Ada") as ada, Desk.open(desk, "Bob") as bob:
        first, second = (status.claim.id for status in bob.claims(1)[:2])

        def lines() -> Iterator[str]:
            bob.mark([first], Verdict.DISPUTED)
            bob.note(first, "from Bob")
            yield "i from Ada"
            assert (bob.claim(first).verdict, bob.claim(first).note) == ("disputed", "from Bob")
            yield "c"
            bob.set_aside([second], SetAside.CHECKER)
            yield "d"
            assert bob.claim(second).verdict == "pending"
            yield "b"

        asked = lines()
        Review(ada, 1, lambda: next(asked, None)).run()
        assert bob.claim(first).verdict == "confirmed"
    out = capsys.readouterr().out
    assert "Bob" in out and "Note: from Bob" in out and "This was set aside meanwhile" in out
    assert out.endswith("You are at claim 1.\n")


def test_the_place_is_remembered(run: Run, desk: Path) -> None:
    """The end of the input is as good as q; the next review begins where this one ended, and so does the desk."""
    run("review", "1", "--plain", input=typed("s", "s", "b"))
    assert "Claim 2 of 20" in run("review", "--plain").out
    with Desk.open(desk, "Ada") as ada:
        assert ada.last_claim(1) == ada.claims(1)[1].claim.id


def test_what_is_no_command_decides_nothing(run: Run, desk: Path) -> None:
    """A slip is said, with the way to the commands; nothing is written."""
    slips = ("c 4", "confirmed", "99", "0", "x", "x 77", "x two", "i", "g 21", "b", "²", "\x1b[2J")
    done = run("review", "1", "--plain", input=typed("g 1", *slips, "?"))
    assert done.status == 0 and "\x1b" not in done.out
    assert "“c 4” is no command. ? tells them." in done.out
    assert "“99” names no record" in done.out and "“21” names no claim; the article has 20." in done.out
    assert "Say more on the same line: x" in done.out and "This is the first claim." in done.out
    with Desk.open(desk, "Bob") as bob:
        assert bob.article_history(1) == []


def test_text_from_outside_is_shown_as_pictures(run: Run, tmp_path: Path) -> None:
    """Control and direction characters in article, record and note move nothing on a terminal."""
    hostile = "The tower \x1b]0;owned\x07is \u202e300 metres tall, the mayor said."
    records = write_records(tmp_path / "records.ndjson", [make_record(hostile, publisher="Check\x9b2J")])
    with Desk.open(tmp_path / "desk.db", "Ada") as ada:
        ada.import_records(records)
        ada.add(make_article(hostile))
    done = run("review", "--plain", input=typed("i \x1b[31mred", "", "r 1", "m"))
    assert "Record 1" in done.out and "␛]0;owned␇" in done.out and "Note: ␛[31mred" in done.out
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.out)


def test_the_last_verdict_and_an_empty_desk(run: Run, tmp_path: Path) -> None:
    """After the last claim nothing is left to go to; a desk without an article says how to add one."""
    with Desk.open(tmp_path / "desk.db", "Ada") as ada:
        assert "Add one" in run("review", "--plain").out
        ada.add(make_article("The tower is 300 metres tall, the mayor said."))
    out = run("review", "--plain", input=typed("c", "s")).out
    assert "No other claim is undecided." in out and "That was the last claim." in out
    assert "No prior record found." in out
