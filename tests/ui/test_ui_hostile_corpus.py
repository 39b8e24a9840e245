"""Every text of the hostile corpus on the real screens: shown, never obeyed."""

from pathlib import Path

from corpus import CASES, obeyed
from factories import make_article
from piloting import at_rest, opened, screen_text, until

from factcheck_tui.desk import Desk

SHORT = [case for case in CASES if len(case.text) <= 1000 and case.text == case.storable]


async def test_the_corpus_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    """Page by page to the last claim: nothing on the screen is a command, and nothing ends the desk."""
    path = tmp_path / "desk.db"
    lines = [f"The report says {' '.join(case.text.split())} and 12 ships were lost." for case in SHORT]
    with Desk.open(path, "Ada \x1b]0;x\x07") as desk:
        desk.add(make_article("\n\n".join(["Hostile", *lines]) + "\n"))
        claims = [status.claim.id for status in desk.claims(1)]
        for claim_id, case in zip(claims, SHORT, strict=False):
            desk.note(claim_id, case.text)
            desk.attribute_claim(claim_id, case.text)
    async with opened(path, size=(140, 45)) as pilot:
        await at_rest(pilot, 1)
        for _ in range(len(claims) // 10 + 4):
            assert obeyed(screen_text(pilot.app)) == []
            await pilot.press("pagedown")
            await pilot.pause(0.05)
        await until(pilot, lambda: f" {len(claims)} " in screen_text(pilot.app))
        assert obeyed(screen_text(pilot.app)) == []
