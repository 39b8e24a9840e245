"""Draw the pictures of the HTML export in a browser, where chromium is installed: ``make pictures``.

The page is the demo's, as ``take.py`` prepares it, with a source and a suggested wording on one of its claims.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from take import HERE, prepare

from factcheck_tui.desk import Desk, Filter
from factcheck_tui.model import Evidence, SourceKind, Stance
from factcheck_tui.store import Store

SIZES = {"export-html-phone": (390, 844), "export-html-desk": (1280, 900)}
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
DISPUTED = 8  # the claim that the sample's archive refutes


def write_page(folder: Path) -> Path:
    """The demo's verdict list as a page."""
    path = folder / "desk.db"
    prepare(path)
    with Desk(Store(path), "Ada", clock=lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC)) as desk:
        claim_id = next(status.claim.id for status in desk.claims(1) if status.claim.number == DISPUTED)
        desk.add_evidence(
            Evidence(
                claim_id=claim_id,
                title="Inventory of volcanic gases (fictional)",
                url="https://example.org/volcanic-gases",
                locator="table 2",
                kind=SourceKind.PRIMARY,
                stance=Stance.AGAINST,
            )
        )
        desk.suggest_wording(claim_id, "All volcanoes together give off about one hundredth of what humanity does.")
        desk.export(Filter(), folder / "list.html", "html")
    return folder / "list.html"


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("no chromium here: the pictures of the HTML export stay as they are")
        return
    with tempfile.TemporaryDirectory() as folder:
        page = write_page(Path(folder))
        for name, (width, height) in SIZES.items():
            picture = HERE / f"{name}.png"
            subprocess.run(
                [browser, *QUIET, f"--user-data-dir={folder}/profile", f"--window-size={width},{height}",
                 f"--screenshot={picture}", page.as_uri()],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
            print(f"screenshots/{name}.png")


if __name__ == "__main__":
    main()
