"""A colleague's work merged: nothing lost, nothing twice, and what both decided differently is told."""

import gzip
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from factories import contents, make_article, make_desk, make_evidence, make_record, write_records
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.archive.dirt import prose
from factcheck_tui.desk import Desk, Filter
from factcheck_tui.errors import FactcheckError, ReadError, StoreError
from factcheck_tui.model import MatchDecision, SetAside, Verdict

TEXT = "The tower of Grey Point\n\nThe tower was built in 1871. It is 30 metres tall. It has 204 steps.\n"
OTHER = "The bridge of Grey Point\n\nThe tower of Grey Point was built in 1871. The bridge is 80 metres long.\n"
LATER = datetime(2025, 6, 1, 10, tzinfo=UTC)
C, D = Verdict.CONFIRMED, Verdict.DISPUTED


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Desk]:
    """Ben at a desk of his own, a month later."""
    with make_desk(tmp_path / "ben.db", "Ben", start=LATER) as desk:
        yield desk


def told(desk: Desk) -> dict[str, Any]:
    """What a desk holds, without the ids that are its own."""
    state = {}
    for progress in desk.articles():
        article = desk.article(progress.article.id)
        rows = {}
        for status in desk.pieces(article.id):
            claim = status.claim
            rows[claim.start, claim.end] = (
                replace(claim, id=0, article_id=0),
                replace(status, claim=replace(claim, id=0, article_id=0)),
                sorted(repr(replace(source, id=0, wording=0, claim_id=0)) for source in desk.evidence_of(claim.id)),
                sorted(
                    match.record.claim for match in desk.matches(claim.id) if match.decision is MatchDecision.LINKED
                ),
                sorted((line.uid, line.act, line.of_uid, line.aspect, line.checker, line.at)
                       for line in desk.claim_history(claim.id)),
            )  # fmt: skip
        state[article.text] = rows
    return state


def own_records(desk: Desk) -> list[Any]:
    """The desk's own verdicts as prior records, without ids."""
    rows = contents(desk.path)["prior_record"]
    return sorted(row[2:13] for row in rows if row[13] is not None and row[8] != "pending")


def work(desk: Desk, tmp_path: Path) -> None:
    """A bit of everything that a checker does."""
    records = [make_record("The tower was built in 1871", source_id="a", rating="True", body="In full.")]
    desk.import_records(write_records(tmp_path / "a.ndjson", records))
    first, _ = desk.add(make_article(TEXT, publisher="Gazette", url="https://example.org/t"))
    second, _ = desk.add(make_article(OTHER))
    headline, built, tall, steps = (status.claim.id for status in desk.claims(first.id))
    desk.match(built)
    desk.adopt(built, desk.find_record("a").id)
    desk.mark([tall, steps], D)
    desk.undo()
    desk.redo()
    desk.mark([steps], C)
    desk.undo()
    desk.note(tall, "It is 31, says the keeper")
    desk.suggest_wording(tall, "It is 31 metres tall.")
    desk.add_evidence(make_evidence(tall, title="Survey"))
    desk.change_evidence(replace(desk.evidence_of(tall)[0], locator="p. 3"))
    desk.add_evidence(make_evidence(tall, title="Letter"))
    desk.remove_evidence(desk.evidence_of(tall)[1])
    desk.flag([steps], True)
    desk.tag([steps, tall], add=["numbers"])
    desk.set_aside([headline], SetAside.CHECKER)
    desk.add_claim(first.id, TEXT.index("30 metres"), TEXT.index(" tall."))
    same = desk.claims(second.id)[1].claim.id
    own = next(match for match in desk.match(same) if match.record.own_claim_id)
    desk.decide_match(same, own.record.id, MatchDecision.LINKED)
    desk.mark([same], C)
    desk.add_evidence(make_evidence(same, title="Almanac"))
    desk.revise(second.id, make_article(OTHER.replace("80 metres", "90 metres")))


def handed(desk: Desk, tmp_path: Path, form: str) -> Path:
    """The desk's work as a file for a colleague."""
    path = tmp_path / f"handed.{form}"
    path.unlink(missing_ok=True)
    if form == "db":
        desk.backup(path)
    else:
        desk.export(Filter(with_confidential=True), path, form)
    return path


@pytest.mark.parametrize("form", ["db", "json", "ndjson"])
def test_another_desk_gets_the_same(desk: Desk, ben: Desk, tmp_path: Path, form: str) -> None:
    """Articles, claims made by hand, verdicts, notes, sources, links, records and the history, by either way."""
    work(desk, tmp_path)
    file = handed(desk, tmp_path, form)
    report = ben.merge(file)
    assert report.conflicts == () and report.articles == 3 and report.records == 1
    if form == "db":
        assert told(ben) == told(desk)
        assert report.decisions == sum(len(desk.article_history(number)) for number in (1, 2, 3))
        assert [ben.article(number).revises for number in (1, 2, 3)] == [0, 0, 2]
    else:  # a list holds no history of what was set aside
        assert [row.status.verdict for row in ben.verdict_list(Filter()).rows[1:]] == [
            row.status.verdict for row in desk.verdict_list(Filter()).rows
        ]
    assert own_records(ben) == own_records(desk)
    assert replace(ben.find_record("a"), id=0) == replace(desk.find_record("a"), id=0)
    assert ben.problems() == []


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_a_list_may_come_packed(desk: Desk, ben: Desk, tmp_path: Path, form: str) -> None:
    """As gzip or alone in a zip archive, as mail programs pack it; of several files each is to be named."""
    work(desk, tmp_path)
    file = handed(desk, tmp_path, form)
    packed = tmp_path / "list.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    for name, members in (("one.zip", ["list"]), ("two.zip", ["list", "other"])):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for member in members:
                archive.write(file, f"{member}.{form}")
    assert Desk.can_be_merged(packed)
    assert Desk.can_be_merged(tmp_path / "one.zip")
    assert not Desk.can_be_merged(tmp_path / "two.zip")
    assert ben.merge(tmp_path / "one.zip").articles == 3
    assert own_records(ben) == own_records(desk)
    again = ben.merge(packed)
    assert (again.articles, again.decisions) == (0, 0)


@pytest.mark.parametrize("form", ["db", "json", "ndjson"])
def test_a_merge_again_changes_nothing(desk: Desk, ben: Desk, tmp_path: Path, form: str) -> None:
    """The same file twice, and a merge of what came from here."""
    work(desk, tmp_path)
    file = handed(desk, tmp_path, form)
    ben.merge(file)
    before = contents(ben.path)
    again = ben.merge(file)
    assert (again.records, again.articles, again.claims, again.decisions, again.conflicts) == (0, 0, 0, 0, ())
    assert contents(ben.path) == before
    before = contents(desk.path)
    assert desk.merge(handed(ben, tmp_path, form)).decisions == 0
    assert {**contents(desk.path), "export_log": []} == {**before, "export_log": []}


def test_a_colleagues_file_is_left_as_it_is(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """It is read from a copy: not even its journal is touched."""
    work(desk, tmp_path)
    file = handed(desk, tmp_path, "db")
    before, names = file.read_bytes(), sorted(path.name for path in tmp_path.iterdir())
    ben.merge(file)
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_dry_run_tells_what_a_merge_would_do(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """The same report, and nothing is written."""
    work(desk, tmp_path)
    file = handed(desk, tmp_path, "db")
    before = contents(ben.path)
    dry = ben.merge(file, dry_run=True)
    assert contents(ben.path) == before
    assert dry.dry_run and replace(dry, dry_run=False) == ben.merge(file)


def both(desk: Desk, ben: Desk) -> tuple[list[int], list[int]]:
    """The same article on both desks; the ids of its claims on each."""
    return tuple([s.claim.id for s in each.claims(each.add(make_article(TEXT))[0].id)] for each in (desk, ben))  # type: ignore[return-value]


def test_what_both_decided_differently_is_told_and_ours_stays(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """Both histories are kept, whoever is later; what only one decided is taken; what both said alike is none."""
    ours, theirs = both(desk, ben)
    desk.mark(ours[:2], C)
    desk.note(ours[1], "archive, 1871")
    ben.mark([theirs[0]], C)
    ben.mark([theirs[1], theirs[2]], D)
    report = desk.merge(handed(ben, tmp_path, "db"))
    (conflict,) = report.conflicts
    assert (conflict.claim, conflict.what) == ("The tower was built in 1871.", "verdict")
    assert (conflict.ours, conflict.our_checker, conflict.theirs, conflict.their_checker) == (
        "confirmed", "Ada", "disputed", "Ben",
    )  # fmt: skip
    assert [desk.claim(i).verdict for i in ours] == [C, C, D, Verdict.PENDING]
    assert (desk.claim(ours[1]).checker, desk.claim(ours[2]).checker) == ("Ada", "Ben")
    verdicts = [line for line in desk.claim_history(ours[1]) if line.aspect == "verdict"]
    assert [(line.checker, line.act, line.new) for line in verdicts] == [
        ("Ada", "do", "confirmed"), ("Ben", "do", "disputed"), ("Ada", "undo", "confirmed"),
    ]  # fmt: skip
    again = desk.merge(handed(ben, tmp_path, "db"))
    assert (again.decisions, again.conflicts) == (0, (conflict,))  # told until somebody decides anew
    assert desk.claim(ours[1]).verdict is C
    desk.mark([ours[1]], D)
    assert desk.merge(handed(ben, tmp_path, "db")).conflicts == ()


def test_after_a_merge_either_way_both_desks_agree(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """Who merges second gets what the first kept: it was decided in the knowledge of both."""
    ours, theirs = both(desk, ben)
    desk.mark([ours[1]], C)
    ben.mark([theirs[1]], D)
    assert len(desk.merge(handed(ben, tmp_path, "db")).conflicts) == 1
    assert ben.merge(handed(desk, tmp_path, "db")).conflicts == ()
    assert ben.claim(theirs[1]).verdict is desk.claim(ours[1]).verdict is C
    ben.mark([theirs[1]], D)  # Ben knows Ada's by now: no conflict, his stands
    assert desk.merge(handed(ben, tmp_path, "db")).conflicts == ()
    assert (desk.claim(ours[1]).verdict, desk.claim(ours[1]).checker) == (D, "Ben")
    assert told(desk) == told(ben)


def test_a_copy_of_the_desk_that_went_on_is_merged_by_what_is_new(desk: Desk, tmp_path: Path) -> None:
    """A colleague who began with a copy of this file shares its history; only what each did since is new."""
    work(desk, tmp_path)
    shutil.copy(handed(desk, tmp_path, "db"), tmp_path / "taken.db")
    with make_desk(tmp_path / "taken.db", "Ben", start=LATER) as taken:
        taken.mark([taken.claims(1)[0].claim.id], D)
        desk.flag([desk.claims(1)[1].claim.id], True)
        report = desk.merge(handed(taken, tmp_path, "db"))
    assert (report.decisions, report.articles, report.claims, report.conflicts) == (1, 0, 0, ())
    assert desk.claims(1)[0].checker == "Ben" and desk.claims(1)[1].flagged


def test_what_we_took_back_is_no_conflict(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """Undone here, decided there: theirs stands. Decided here, undone there: ours stays."""
    ours, theirs = both(desk, ben)
    desk.mark([ours[0]], C)
    desk.undo()
    ben.mark([theirs[0]], D)
    desk.mark([ours[1]], C)
    ben.mark([theirs[1]], D)
    ben.undo()
    assert desk.merge(handed(ben, tmp_path, "db")).conflicts == ()
    assert [desk.claim(i).verdict for i in ours[:2]] == [D, C]


def test_undo_goes_on_after_a_merge(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """My last key is still mine to take back; and `redo` after a conflict takes theirs."""
    ours, theirs = both(desk, ben)
    desk.mark([ours[1]], C)
    ben.mark([theirs[1]], D)
    desk.merge(handed(ben, tmp_path, "db"))
    desk.redo()
    assert (desk.claim(ours[1]).verdict, desk.claim(ours[1]).checker) == (D, "Ben")
    desk.mark([ours[2]], C)
    desk.undo()
    assert desk.claim(ours[2]).verdict is Verdict.PENDING
    assert desk.problems() == []


def test_an_undo_after_a_merge_leaves_what_another_set(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """Both disputed a claim without knowing of each other. When Ben takes his verdict back at the merged desk Ada's
    stands, as hers; and his, when he does it again.
    """
    ours, theirs = both(desk, ben)
    desk.mark([ours[1]], D)
    ben.mark([theirs[1]], D)
    assert desk.merge(handed(ben, tmp_path, "db")).conflicts == ()
    with make_desk(desk.path, "Ben", start=LATER) as here:
        for step, checker in ((here.undo, "Ada"), (here.redo, "Ben")):
            assert step()
            assert (here.claim(ours[1]).verdict, here.claim(ours[1]).checker) == (D, checker)
        here.undo()
        assert len(own_records(here)) == 1
    desk.undo()
    assert (desk.claim(ours[1]).verdict, desk.claim(ours[1]).checker) == (Verdict.PENDING, "")


def test_a_source_that_both_removed_is_merged_again_and_again(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """Who removed it is settled at each desk, and what settles it goes to the other like any other line."""
    ours, theirs = both(desk, ben)
    desk.add_evidence(make_evidence(ours[1], title="Survey"))
    ben.merge(handed(desk, tmp_path, "db"))
    for each, claims in ((desk, ours), (ben, theirs)):
        each.remove_evidence(each.evidence_of(claims[1])[0])
    for _ in range(2):
        desk.merge(handed(ben, tmp_path, "db"))
        ben.merge(handed(desk, tmp_path, "json"))
    assert desk.evidence_of(ours[1]) == ben.evidence_of(theirs[1]) == []
    assert told(desk) == told(ben)


KEYS = ["c", "d", "p", "note", "flag", "undo", "redo", "source", "remove"]
STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(KEYS), st.integers(0, 3)), max_size=10)


def act(desk: Desk, what: str, claim_id: int) -> None:
    """One key."""
    acts: dict[str, Callable[[], object]] = {
        "note": lambda: desk.note(claim_id, f"{desk.checker} {desk.now()}"),
        "flag": lambda: desk.flag([claim_id], not desk.claim(claim_id).flagged),
        "source": lambda: desk.add_evidence(make_evidence(claim_id, title=f"Seen by {desk.checker}")),
        "remove": lambda: [desk.remove_evidence(source) for source in desk.evidence_of(claim_id)[:1]],
        "undo": desk.undo,
        "redo": desk.redo,
    }
    if what in acts:
        acts[what]()
    else:
        desk.mark([claim_id], {"c": C, "d": D, "p": Verdict.PENDING}[what])


@settings(max_examples=25, deadline=None)
@given(before=STEPS, since=STEPS, shared=st.booleans())
def test_whatever_two_did_both_ways_ends_the_same(before: list[Any], since: list[Any], shared: bool) -> None:
    """No line is lost, each desk's own decision stays at the first merge, and after the way back both desks agree."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with make_desk(folder / "ada.db") as ada:
            ada.add(make_article(TEXT))
            if shared:
                for _, what, index in before:
                    act(ada, what, ada.claims(1)[index].claim.id)
                ada.backup(folder / "ben.db")
            with make_desk(folder / "ben.db", "Ben", start=LATER) as ben:
                ben.add(make_article(TEXT))
                for by_ada, what, index in since if shared else before + since:
                    desk = ada if by_ada else ben
                    act(desk, what, desk.claims(1)[index].claim.id)
                mine = {s.claim.id: s for s in ada.claims(1) if s.checker == "Ada"}
                uids = {line.uid for each in (ada, ben) for line in each.article_history(1)}
                conflicts = ada.merge(handed(ben, folder, "db")).conflicts
                assert uids <= {line.uid for line in ada.article_history(1)}
                for claim_id in (
                    i for i, status in mine.items() if any(c.claim == status.claim.text for c in conflicts)
                ):
                    assert ada.claim(claim_id).verdict is mine[claim_id].verdict
                assert ada.merge(handed(ben, folder, "db")).decisions == 0
                ben.merge(handed(ada, folder, "json"))
                ada.merge(handed(ben, folder, "ndjson"))
                assert told(ben) == told(ada)
                assert ada.problems() == ben.problems() == []


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from([C, D]), st.text("ab .é第<&|", max_size=12)),
        min_size=1,
        max_size=6,
    )
)
def test_a_feed_brings_the_same_verdicts_as_prior_records(decided: list[Any]) -> None:
    """What a desk decided, imported by another from its DataFeed: claim, claimant, verdict, day, title and note."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with make_desk(folder / "ada.db") as ada, make_desk(folder / "ben.db", "Ben") as ben:
            ada.add(make_article(TEXT))
            for index, verdict, note in decided:
                ada.mark([ada.claims(1)[index].claim.id], verdict)
                ada.note(ada.claims(1)[index].claim.id, note)
            ada.export(Filter(), folder / "list.datafeed.json", "datafeed")
            first = ben.import_records(folder / "list.datafeed.json")
            rows = [row for row in ada.verdict_list(Filter()).rows if row.status.verdict is not Verdict.PENDING]
            found = {record.claim: record for record in ben.search("", limit=50)}
            assert (first.added, first.refused, len(found)) == (len(rows), 0, len(rows))
            for row in rows:
                record = found[row.status.claim.text]
                assert (record.verdict, record.rating.casefold()) == (row.status.verdict, row.status.verdict)
                assert (record.claimant, record.publisher) == (row.status.claim.claimant, "Ada")
                assert (record.review_date, record.title) == (row.status.decided_at[:10], row.article.title)
                assert record.body == prose(row.status.note)
            again = ben.import_records(folder / "list.datafeed.json")
            assert (again.added, again.updated) == (0, 0)


def test_a_list_with_a_filter_brings_the_whole_article(desk: Desk, ben: Desk, tmp_path: Path) -> None:
    """Only the chosen claims come with their history; the article is whole all the same, and the rest comes later."""
    work(desk, tmp_path)
    desk.export(Filter(articles=(1,), verdicts=(C,)), tmp_path / "confirmed.json", "json")
    ben.merge(tmp_path / "confirmed.json")
    assert len(ben.articles()) == 1
    assert [s.verdict for s in ben.claims(1)].count(C) == 1
    ben.merge(handed(desk, tmp_path, "db"))
    assert told(ben) == told(desk)


@pytest.mark.parametrize(
    "change",
    [
        lambda w: w.update(version=2),
        lambda w: w["claims"][0].pop("history"),
        lambda w: w["claims"][0].update(article_id=99),
        lambda w: w["claims"][0].update(id=True),
        lambda w: w["articles"][0]["pieces"][0].update(end=10**9),
        lambda w: w["articles"][0]["pieces"][0].update(kind="rumour"),
        lambda w: w["articles"][0].update(text=None),
        lambda w: w["claims"][1]["history"][0].update(act="forge"),
        lambda w: w["claims"][1]["history"][0].update(aspect="mood"),
        lambda w: w["claims"][1]["history"][0].update(uid=""),
        lambda w: w["claims"][1]["history"][0].update(of_uid="none"),
        lambda w: w["claims"][0]["history"][0].update(record_id=99),
        lambda w: w["claims"][0]["records"].clear(),
        lambda w: w["claims"][1]["wordings"].clear(),
        lambda w: w.update(claims=[[]]),
    ],
)
def test_a_damaged_list_changes_nothing(
    desk: Desk, ben: Desk, tmp_path: Path, change: Callable[[Any], object]
) -> None:
    """One sentence that names the file, and the desk is as it was."""
    work(desk, tmp_path)
    whole = json.loads(handed(desk, tmp_path, "json").read_text())
    change(whole)
    (tmp_path / "broken.json").write_text(json.dumps(whole))
    before = contents(ben.path)
    with pytest.raises(ReadError, match=r"broken\.json") as caught:
        ben.merge(tmp_path / "broken.json")
    assert "\n" not in str(caught.value)
    assert contents(ben.path) == before


def test_what_is_no_colleagues_work_is_refused(ben: Desk, tmp_path: Path) -> None:
    """A missing file, prior records, another program's database, a cut list, a newer desk: a sentence each."""
    write_records(tmp_path / "records.ndjson", [make_record()])
    (tmp_path / "cut.ndjson").write_text('{"format": "factcheck-tui verdict list", "version": 1, "id')
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE t (a)")
    with make_desk(tmp_path / "newer.db") as newer:
        newer.add(make_article(TEXT))
    with closing(sqlite3.connect(tmp_path / "newer.db")) as connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (999, 'factcheck-tui', '9999_later', '')")
        connection.commit()
    before = contents(ben.path)
    for name, kind, words in (
        ("missing.json", ReadError, "no file"),
        ("records.ndjson", ReadError, "factcheck-tui import"),
        ("cut.ndjson", ReadError, "line 1"),
        ("other.db", StoreError, "another program"),
        ("newer.db", StoreError, "newer"),
        (".", FactcheckError, "folder"),
    ):
        with pytest.raises(kind, match=words):
            ben.merge(tmp_path / name)
    assert contents(ben.path) == before
