"""Verbs that read create nothing: neither in a briefing, nor where there is none, nor in one that may only be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.pages import FLOOD, HARBOUR
from tui.cli.parser import main, parser
from tui.settings.paths import briefings_dir

WRITING = set("import regroup reread tag star edit undo redo link backup restore merge sync archive".split())
SERVING = {"serve", "worker"}  # goes on until it is stopped; what a browser does is its reader's
READING = {
    "events": "",
    "articles": "--query the",
    "quotes": "--query the",
    "statements": "",
    "accounts": "EVENT",
    "search": "the",
    "show": "EVENT",
    "note": "EVENT",
    "status": "QUOTE",
    "speakers": "",
    "tags": "",
    "feeds": "list",
    "export": "--format csv",
    "counts": "tags-speakers",
    "review": "",
    "where": "",
    "briefings": "",
    "check": "",
    "extract": "PAGE",
    "group": "PAGE",
    "completion": "bash",
    "schema": "quotes",
    "conflicts": "",
}
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with TemporaryDirectory() as name:  # which others than its owner may enter, unlike those of pytest
        folder = Path(name)
        folder.chmod(0o755)
        for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            monkeypatch.setenv(variable, str(folder))
        monkeypatch.delenv("BRIEFING_STORE", raising=False)
        yield folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return status, said.out

    return run_


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes() if each.is_file() else b""
        for each in sorted(folder.rglob("*"))
    }


def _ask(run: Run, *before: str) -> None:
    """Ask with every verb that reads; events and quotes are known by their numbers in lists."""
    event, quote = (run(*before, verb)[1].split()[0] for verb in ("events", "quotes"))
    page = Path(os.environ["HOME"]) / "page.txt"
    for verb, words in READING.items():
        given = [
            {"EVENT": event, "QUOTE": quote, "PAGE": str(page)}.get(each, each) for each in words.split()
        ]
        status, out = run(*before, verb, *given)
        assert status == (1 if verb == "group" else 0), (verb, out)
        assert out or verb in ("conflicts", "tags", "feeds", "counts", "review", "group"), verb


def _brief(run: Run, home: Path) -> Path:
    store = briefings_dir() / "harbour"
    (home / "page.txt").write_text(HARBOUR, encoding="utf-8")
    (home / "other.txt").write_text(FLOOD, encoding="utf-8")
    assert run("import", "--store", str(store), str(home / "page.txt"), str(home / "other.txt"))[0] == 0
    return store


def test_every_verb_is_known_to_read_or_to_write() -> None:
    (verbs,) = (each.choices for each in parser()._actions if isinstance(each.choices, dict))
    assert set(verbs) == WRITING | SERVING | set(READING)


def test_a_briefing_is_left_as_it_is(run: Run, home: Path) -> None:
    store = _brief(run, home)
    before = _tree(home)
    _ask(run, "--store", str(store))
    assert _tree(home) == before
    quote = run("--store", str(store), "quotes")[1].split()[0]
    assert run("--store", str(store), "tag", quote, "grain")[0] == 0
    (store / "index.sqlite").unlink()  # what is not indexed is found all the same
    before = _tree(home)
    assert "1" in run("--store", str(store), "counts", "tags-speakers")[1]
    assert run("--store", str(store), "search", "tag:grain")[1]
    assert _tree(home) == before


def test_where_there_is_none_the_sample_is_read_as_it_ships(run: Run, home: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "data" / "store"
    (home / "page.txt").write_text(HARBOUR, encoding="utf-8")
    before = _tree(home), _tree(shipped)
    _ask(run)
    _ask(run, "--briefing", "sample")
    assert run("events", "--store", str(home / "nowhere"))[0] == 1
    assert (_tree(home), _tree(shipped)) == before


def test_one_that_may_only_be_read_is_read(run: Run, home: Path) -> None:
    store = _brief(run, home)
    root = os.geteuid() == 0
    for each in (home, *home.rglob("*")):
        if root:
            os.chown(each, 65534, 65534)
        each.chmod(0o500 if each.is_dir() else 0o400)
    before = _tree(home)
    if root:  # who may write everywhere, and so is somebody else for a moment
        os.seteuid(65534)
    try:
        _ask(run, "--store", str(store))
    finally:
        if root:
            os.seteuid(0)
        home.chmod(0o700)
        for each in home.rglob("*"):
            each.chmod(0o700)
    assert _tree(home) == before


def test_a_speaker_is_shown_by_the_surname_that_no_other_has(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = home / "page.md"
    page.write_text(
        "# The lock\n\n“It will open,” said Ida Lund.\n\n“It will not,” said Otto Roth. “Who knows,” said Vera Roth.\n",
        encoding="utf-8",
    )
    for arguments, status, told in (
        (["import", str(page)], 0, "1 new article"),
        (["show", "Lund"], 0, "Ida Lund\n"),
        (["show", "Roth"], 1, "could be several things: speaker"),
        (["show", "Berg"], 1, "no event, article or speaker is called so"),
    ):
        assert main(arguments) == status
        assert told in "".join(capsys.readouterr())
