"""What ratings stand for: listed with counts, set later, and the records follow exactly as a new import would."""

import json
from pathlib import Path

import pytest
from factories import contents, keep_article, make_desk, marked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck_tui.desk import Desk, rating
from factcheck_tui.errors import FactcheckError, ReadError
from factcheck_tui.model import Verdict


def import_rows(desk: Desk, folder: Path, *rows: dict[str, object]) -> None:
    """Take ClaimReviews into the archive, each given by its reviewRating."""
    reviews = [
        {
            "@type": "ClaimReview",
            "claimReviewed": f"Claim {number}",
            "url": f"https://example.org/{number}",
            "reviewRating": row,
        }
        for number, row in enumerate(rows)
    ]
    (folder / "reviews.json").write_text(json.dumps(reviews), "utf-8")
    desk.import_records(folder / "reviews.json")


def verdicts(desk: Desk) -> dict[str, str | None]:
    """Claim -> verdict of the imported records."""
    return {row[2]: row[8] for row in contents(desk.path)["prior_record"] if row[13] is None}


ROWS: tuple[dict[str, object], ...] = (
    {"alternateName": "Soaked"},
    {"alternateName": "SOAKED!"},
    {"alternateName": "Soaked but dry"},
    {"alternateName": "Soaked", "ratingValue": 5, "bestRating": 5, "worstRating": 1},
    {"alternateName": ["Soaked", "Mojado"]},
    {"alternateName": ["False", "Soaked"]},
    {"alternateName": "False"},
)


def test_labels_are_listed_with_their_records(desk: Desk, tmp_path: Path) -> None:
    """What stands for nothing comes first, the most used first; spellings of one label are one."""
    import_rows(desk, tmp_path, *ROWS)
    listed = desk.ratings()
    assert listed[:5] == [
        ("Soaked", None, 3, 2),
        ("Soaked but dry", None, 1, 1),
        ("Soaked, Mojado", None, 1, 1),
        ("False", Verdict.DISPUTED, 1, 0),
        ("False, Soaked", None, 1, 0),
    ]
    assert ("true", Verdict.CONFIRMED, 0, 0) in listed


def test_a_label_that_is_mapped_later_updates_its_records(desk: Desk, tmp_path: Path) -> None:
    """The exact label in any case, alone or among several, never by its beginning; it goes before the scale."""
    import_rows(desk, tmp_path, *ROWS)
    before = verdicts(desk)
    assert before["Claim 0"] is None and before["Claim 3"] == "confirmed" and before["Claim 5"] == "disputed"
    edition = desk.store.records.edition()
    assert desk.set_ratings({"soaked": Verdict.PENDING}) == 5
    assert desk.store.records.edition() > edition
    after = verdicts(desk)
    wanted = {"Claim 0": "pending", "Claim 1": "pending", "Claim 3": "pending", "Claim 4": "pending", "Claim 5": None}
    assert after == before | wanted
    assert contents(desk.path)["prior_record"][0][7] == "Soaked"
    assert desk.set_ratings({"Soaked!": None}) == 5
    assert verdicts(desk) == before
    edition = desk.store.records.edition()
    assert desk.set_ratings({"Soaked": None}) == 0
    assert desk.store.records.edition() == edition


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    wanted=st.dictionaries(
        st.sampled_from(["Soaked", "soaked!", "Mojado", "False", "Soaked but dry", "Soaked, Mojado"]),
        st.sampled_from([None, *Verdict]),
        min_size=1,
    )
)
def test_setting_a_label_is_as_importing_with_it(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, Verdict | None]
) -> None:
    """The law: records imported before and after a change of the map have the same verdicts."""
    folder = tmp_path_factory.mktemp("desks")
    with make_desk(folder / "before.db") as before, make_desk(folder / "after.db") as after:
        import_rows(before, folder, *ROWS)
        before.set_ratings(wanted)
        after.set_ratings(wanted)
        import_rows(after, folder, *ROWS)
        assert verdicts(before) == verdicts(after)
        assert before.ratings() == after.ratings()


def test_our_own_verdicts_are_nobodys_label(desk: Desk) -> None:
    """What a checker decided is not changed by what a word stands for."""
    (claim_id,) = keep_article(desk.store, "One.")
    desk.mark([claim_id], Verdict.CONFIRMED)
    before = contents(desk.path)["prior_record"]
    desk.set_ratings({"confirmed": Verdict.DISPUTED})
    assert contents(desk.path)["prior_record"] == before
    assert marked(claim_id, Verdict.CONFIRMED).new == before[0][8]


def test_the_map_is_a_file_that_can_be_edited(desk: Desk, tmp_path: Path) -> None:
    """Written, filled in and read again; a label that looks like a formula is harmless and comes back as it was."""
    import_rows(desk, tmp_path, {"alternateName": "=cmd|x"}, {"alternateName": "Soaked, they say"})
    words = desk.rating_map()
    assert "'=cmd|x,,1" in words and '"Soaked, they say",,1' in words
    file = tmp_path / "map.csv"
    file.write_text(words.replace("'=cmd|x,,1", "'=cmd|x,disputed,1"), "utf-8-sig")
    assert desk.set_ratings(rating.read_map(file)) == 1
    assert verdicts(desk) == {"Claim 0": "disputed", "Claim 1": None}
    again = desk.rating_map()
    file.write_text(again, "utf-8")
    assert desk.set_ratings(rating.read_map(file)) == 0
    assert desk.rating_map() == again


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"label,verdict\nTrue,yes\n", "line 2: yes is no verdict"),
        (b"name,verdict\nTrue,pending\n", "no rating map"),
        (b"", "no rating map"),
        (b"label,verdict\n\xff\xfe,pending\n", "no CSV in UTF-8"),
    ],
)
def test_a_bad_map_changes_nothing(content: bytes, says: str, tmp_path: Path) -> None:
    """What is no map, or holds a verdict that is none, is refused in a sentence with the line."""
    (tmp_path / "map.csv").write_bytes(content)
    with pytest.raises(ReadError, match=says):
        rating.read_map(tmp_path / "map.csv")
    with pytest.raises(ReadError, match="cannot be read"):
        rating.read_map(tmp_path / "none.csv")


def test_a_label_without_a_word_is_refused(desk: Desk) -> None:
    """Nothing can be meant by it."""
    with pytest.raises(FactcheckError, match="at least a letter"):
        desk.set_ratings({"!!": Verdict.PENDING})
