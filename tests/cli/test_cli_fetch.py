"""`fetch`: prior records from live sources, with the user's own key."""

from pathlib import Path

from claim_search_service import KEY, running
from command_line import Run


def test_a_search_comes_into_the_archive(run: Run, tmp_path: Path) -> None:
    """The report as for a file; the key is in no output and in no file; the same search again changes nothing."""
    with running() as service:
        asked = ("fetch", "harbour", "--key-env", "MY_KEY", "--limit", "30", "--endpoint", service.endpoint, "--json")
        first, again = run(*asked, MY_KEY=KEY), run(*asked, MY_KEY=KEY)
        service.faults = [(403, {}, b"{}")]
        refused = run(*asked, MY_KEY=KEY)
    [report] = first.objects
    assert (report["source"], report["format"], report["added"]) == ("Claim Search: harbour", "claimsearch", 30)
    assert again.objects[0]["unchanged"] == 30
    assert (refused.status, refused.out, len(refused.err.splitlines())) == (1, "", 1)
    assert all(KEY not in done.out + done.err for done in (first, again, refused))
    assert all(KEY.encode() not in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


def test_a_feed_comes_into_the_archive(run: Run) -> None:
    """By its address, in any form that a file may have."""
    with running() as service:
        [report] = run("fetch", "--feed", f"{service.address}/feed.json", "--json").objects
    assert (report["format"], report["added"], report["refused"]) == ("datafeed", 1, 0)


def test_a_search_that_finds_nothing_is_no_failure(run: Run) -> None:
    """It is a report of no rows."""
    with running() as service:
        done = run("fetch", "nothing", "--key-env", "MY_KEY", "--endpoint", service.endpoint, "--json", MY_KEY=KEY)
    assert (done.status, done.objects[0]["read"]) == (0, 0)


def test_what_is_wanting_is_said(run: Run) -> None:
    """A key that is not there is a sentence with the variable's name; a call that means nothing is a wrong usage."""
    done = run("fetch", "harbour", "--key-env", "NO_SUCH_KEY")
    assert done.status == 1 and "NO_SUCH_KEY holds no key" in done.err and len(done.err.splitlines()) == 1
    for wrong in (("harbour",), (), ("--feed", "https://harbour.example", "harbour")):
        assert run("fetch", *wrong).status == 2
    assert "only http and https" in run("fetch", "--feed", "file:///etc/passwd").err
