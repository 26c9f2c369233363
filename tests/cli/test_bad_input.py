"""Everything bad at once: one clear line each, the rest goes in, a table at the end, and a status that says so."""

from __future__ import annotations

import errno
import gzip
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.documents import PARAGRAPHS, html, pdf
from tests.support.pages import FLOOD, HARBOUR
from tests.support.server import Server, body, cut, endless, status
from tui.reading.containers import iter_all
from tui.reading.sources import Failure, Source
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.web.client import Limits, Web
from tui.workflows.import_pages import import_sources

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "BRIEFING_STORE": str(tmp_path / "b"),
        "NO_PROXY": "*",
    }

    def run_(*arguments: str, prepare: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
            timeout=60,
            check=False,
            preexec_fn=prepare,
        )

    return run_


def furnish(folder: Path, outside: Path) -> dict[str, str]:
    """Fill a folder with what cannot be read; return a word of each reason by file name."""
    outside.write_text("a secret that is nobody’s business", encoding="utf-8")
    folder.mkdir()
    (folder / "good.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "menu.txt").write_text("Home\nWorld\nSport\nSign in\nTerms of use\n")
    (folder / "scan.pdf").write_bytes(pdf([], []))
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"\0" * 60_000_000))
    (folder / "torn.html.gz").write_bytes(gzip.compress(html().encode())[:-20])
    (folder / "letter.eml").write_bytes(b"Subject: nothing\nMIME-Version: 1.0\nFrom: a@b.example\n\n")
    (folder / "lines.jsonl").write_text('{"title": "cut in the mid\n')
    (folder / "outside.txt").symlink_to(outside)
    (folder / "dead.txt").symlink_to(folder / "nowhere.txt")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    os.mkfifo(folder / "pipe.txt")
    return {
        "empty.txt": "empty",
        "binary.txt": "not text",
        "menu.txt": "menus",
        "scan.pdf": "scan",
        "bomb.txt.gz": "unpacks to more",
        "torn.html.gz": "ends in the middle",
        "letter.eml": "without text",
        "lines.jsonl, line 1": "JSON",
        "outside.txt": "leads out",
        "dead.txt": "leads nowhere",
        "huge.txt": "too large",
        "pipe.txt": "not a file",
    }


def test_all_that_is_bad_is_named_once_and_all_that_is_good_goes_in(
    run: Run, server: Server, tmp_path: Path
) -> None:
    wrong = furnish(tmp_path / "pages", tmp_path / "secret.txt")
    server.answers |= {
        "/good": body(html()),
        "/forbidden": status(403),
        "/broken": status(500),
        "/file": status(302, Location="file:///etc/passwd"),
        "/round": status(302, Location="/round"),
        "/picture": body(b"\x89PNG", "image/png"),
        "/half": cut(html().encode(), 100),
        "/huge": endless(60 * 1024 * 1024),
        "/bomb": body(gzip.compress(b"\0" * 200_000_000), Content_Encoding="gzip"),
        "/entities": body("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'b'>]><rss>&a;</rss>", "text/xml"),
        "/feed": body(
            "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title><item><tit", "text/xml"
        ),
    }
    wrong |= {
        "forbidden": "403",
        "broken": "500",
        "file": "redirects to file:",
        "round": "circle",
        "picture": "a picture",
        "half": "broke off",
        "huge": "too large",
        "bomb": "unpacks to more",
        "entities": "entities",
        "feed": "ends in the middle",
        "gone": "404",
    }
    addresses = [f"{server.url}/{name}" for name in ("good", *(name for name in wrong if "." not in name))]
    done = run("import", "pages", *addresses, "missing.txt")
    assert done.returncode == 0, done.stderr
    wrong |= {"missing.txt": "no such file"}
    told = [line.removeprefix("briefing-tui: ") for line in done.stderr.splitlines()]
    assert len(told) == len(wrong), done.stderr
    for name, word in wrong.items():
        (line,) = [line for line in told if line.partition(": ")[0].rpartition("/")[2] == name]
        assert word in line, line
    first, *table = done.stdout.splitlines()
    assert "2 new articles" in first
    assert f"{len(wrong)} failed" in first
    assert sum(line.startswith("new ") for line in table) == 2
    assert any("pages/scan.pdf" in line and "scan" in line for line in table)
    assert "secret" not in "".join(path.read_text() for path in (tmp_path / "b").rglob("*.json"))
    again = run("import", "pages", f"{server.url}/good", "--json")
    assert again.returncode == 0
    records = [json.loads(line) for line in again.stdout.splitlines()]
    assert sorted(record["status"] for record in records if record["status"] != "failed") == [
        "known",
        "known",
    ]
    assert find_damage(tmp_path / "b") == []


def test_when_nothing_went_in_the_status_is_one(run: Run, server: Server) -> None:
    done = run("import", f"{server.url}/gone", "missing.txt")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)
    assert "2 failed" in done.stdout


def test_a_disk_that_fills_up_in_mid_import_ends_it_with_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLOOD, encoding="utf-8")
    assert run("import", "a.txt").returncode == 0
    (tmp_path / "many.jsonl").write_text(
        "\n".join(
            json.dumps(
                {
                    "title": f"Report {n}",
                    "text": "\n\n".join(f"{each} ({n})" for each in PARAGRAPHS * 9),
                    "published": f"20{n:02}-03-05",
                }
            )
            for n in range(30)
        )
    )
    biggest = max(file.stat().st_size for file in (tmp_path / "b").rglob("*") if file.is_file())
    limit = (biggest + 20_000,) * 2
    one = ("import", "many.jsonl", "--event", "Flood")  # whose file grows too large
    done = run(*one, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if "ended early" in line and "larger here" in line]
    assert find_damage(tmp_path / "b") == []
    assert run(*one).returncode == 0
    assert len(run("articles", "--json").stdout.splitlines()) == 31


def test_a_full_disk_stops_the_fetching_too(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/good"] = body(html())
    briefing = Briefing.open(tmp_path / "b", create=True)
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) > 500:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(handle, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        done = import_sources(briefing, [f"{server.url}/good"], web=Web(Limits(deadline=10)))
    assert (done.new, "disk is full" in done.stopped) == ([], True)
    assert len(import_sources(briefing, [f"{server.url}/good"]).new) == 1


def test_what_may_not_be_read_is_named() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed.txt").write_text(HARBOUR, encoding="utf-8")
        (folder / "closed.txt").chmod(0)
        (folder / "open.txt").write_text(FLOOD, encoding="utf-8")
        (folder / "shut").mkdir(mode=0)
        root = os.geteuid() == 0
        if root:  # who may read everything, and so is somebody else for a moment
            os.seteuid(65534)
        try:
            found = list(iter_all([folder, folder / "shut"]))
        finally:
            if root:
                os.seteuid(0)
        (folder / "shut").chmod(0o700)
    told = [(Path(each.origin).name, each.reason) for each in found if isinstance(each, Failure)]
    assert [name for name, _ in told] == ["closed.txt", "shut", "shut"]
    assert all("may not be read" in reason for _, reason in told)
    assert [Path(each.origin).name for each in found if isinstance(each, Source)] == ["open.txt"]
