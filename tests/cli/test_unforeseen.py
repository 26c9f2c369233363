"""No traceback: what nobody foresaw is one line that names a log; closed streams and levels that are no tags are foreseen"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import __main__ as start
from tui.cli.parser import main
from tui.settings import crash_log

ROOT = Path(__file__).resolve().parents[2]


def _sh(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
    env |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    return subprocess.run(
        ["sh", "-c", f"{sys.executable} -m tui {command}"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("verb", ["events", "extract", "tags delete nothing", ""])
def test_closed_streams_end_in_no_traceback(verb: str, closed: str, tmp_path: Path) -> None:
    done = _sh(f"{verb} {closed}", tmp_path)
    assert "Traceback" not in done.stderr
    assert "error of its own" not in done.stderr
    assert not list(tmp_path.rglob("errors.log"))
    assert done.returncode in (0, 1, 2)


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
def test_what_is_printed_to_a_closed_stream_goes_into_no_file(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# The lock opens\n\nThe mayor of Arn opened the new lock on Tuesday at noon.\n", "utf-8")
    # Nothing was said.
    assert _sh(f"import --store {tmp_path / 's'} {page} >&- 2>&-", tmp_path).returncode == 1
    assert _sh(f"check --store {tmp_path / 's'}", tmp_path).returncode == 0
    assert "The lock opens" in _sh(f"articles --store {tmp_path / 's'}", tmp_path).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "verb", ["events", "articles --json", "where", "counts", "export --format csv -o -", "--help"]
)
def test_what_cannot_be_printed_is_no_success(verb: str, tmp_path: Path) -> None:
    for output, reason in ((">&-", "it is closed, so nothing was printed"), (">/dev/full", "No space left")):
        done = _sh(f"{verb} {output}", tmp_path)
        assert done.returncode == 1, output
        assert f"the output: {reason}" in done.stderr.splitlines()[-1]


def test_an_error_nobody_foresaw_is_one_line_with_its_traceback_in_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> int:
        raise KeyError("a\nkey")

    monkeypatch.setattr("tui.cli.parser._run", broken)
    monkeypatch.setattr(crash_log, "log_file", lambda: tmp_path / "state" / "errors.log")
    monkeypatch.setattr("sys.argv", ["briefing-tui", "events", "--json"])
    for _ in range(2):
        assert start.main() == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert "KeyError" in said.err
        assert str(tmp_path / "state" / "errors.log") in said.err
    log = (tmp_path / "state" / "errors.log").read_text("utf-8")
    assert log.count("Traceback") == 2
    assert "in broken" in log


def test_no_secret_of_an_address_gets_into_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "log_file", lambda: tmp_path / "errors.log")
    address = "https://ida:pa:ss@word@news.example/feed?token=t0ken&x=1#k3y"
    try:
        try:
            raise ValueError(f"no answer from {address!r}")
        except ValueError as error:
            raise RuntimeError(f"<{address}> (rss://u:pw@b.example?q=s3cret)") from error
    except RuntimeError as error:
        said = crash_log.told(error)
    log = (tmp_path / "errors.log").read_text("utf-8")
    for secret in ("ida", "pa:ss", "word", "t0ken", "k3y", "pw", "s3cret"):
        assert secret not in said.replace(str(tmp_path), ""), secret
        assert f"{secret}@" not in log and f"={secret}" not in log and f"#{secret}" not in log, secret
    assert log.count("https://news.example/feed?…") == 2
    assert "rss://b.example?…" in log


def test_an_error_that_cannot_be_logged_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(crash_log, "log_file", lambda: tmp_path / "file" / "errors.log")
    assert "no log of it could be written" in crash_log.told(ValueError("x"))


@pytest.mark.parametrize(
    "words",
    ["rename topic other", "describe topic words", "move topic", "merge topic topic/lock", "delete topic"],
)
def test_a_level_that_is_no_tag_is_named(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, store = tmp_path / "page.md", str(tmp_path / "s")
    page.write_text("# The lock opens\n\nThe mayor of Arn opened the new lock on Tuesday at noon.\n", "utf-8")
    assert main(["import", "--store", store, "--json", str(page)]) == 0
    article = capsys.readouterr().out.split('"article":"')[1][:32]
    assert main(["tag", "--store", store, article, "topic/lock", "topic/boat"]) == 0
    assert main(["tags", "--store", store, "--yes", *words.split()]) == 1
    assert "“topic” is no tag of its own, but a level of topic/boat, topic/lock" in capsys.readouterr().err
