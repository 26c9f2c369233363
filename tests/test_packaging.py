"""What is installed: the program runs on its own packages alone, and names the extra that brings what else is wanted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.pages import HARBOUR
from tests.test_loaded_modules import names_of
from tui.cli.parser import main

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
# By what they are imported, of all that only an extra brings.
BROUGHT = """
    lxml trafilatura htmldate readability lxml_html_clean httpx feedparser babel courlan justext dateparser
    xlsxwriter openpyxl pypdfium2 docx striprtf warcio rispy bibtexparser webvtt shtab textual_serve resvg_py krippendorff
    distributed psycopg
""".split()
ELSEWHERE = f"""
import importlib.metadata, sys
def missing(_): raise importlib.metadata.PackageNotFoundError
importlib.metadata.distribution = missing
sys.modules.update(dict.fromkeys({BROUGHT}, None))
"""
# Modules of formats that are asked whether their package is there before they are imported.
ASKED_FIRST = {
    "tui.exchange.exporters.workbook",
    "tui.exchange.exporters.worddoc",
    "tui.exchange.exporters.qdc",
    "tui.exchange.exporters.qdpx",
    "tui.exchange.importers.safe_xml",
    "tui.exchange.importers.qda_codebook",
    "tui.exchange.importers.qda_project",
    "tui.exchange.importers.qda_texts",
    "tui.web.browser_server",
    "tui.exchange.exporters.word_runs",
}


def name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found[0].lower().replace("_", "-")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder to work in, on a machine where no extra is installed: here, and in the processes that read pages."""
    for package in BROUGHT:
        for module in [each for each in sys.modules if each.split(".")[0] == package]:
            monkeypatch.delitem(sys.modules, module)
        monkeypatch.setitem(sys.modules, package, None)

    def missing(_: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr("importlib.metadata.distribution", missing)
    there = tmp_path / "there"
    there.mkdir()
    (there / "sitecustomize.py").write_text(ELSEWHERE)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(there), *sys.path)))
    monkeypatch.setenv("BRIEFING_STORE", str(tmp_path / "store"))
    return tmp_path


def test_every_extra_is_in_the_docs_and_no_other() -> None:
    text = (ROOT / "docs" / "install.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, re.M) == list(EXTRAS)


def test_all_has_whatever_an_extra_brings() -> None:
    named = {extra for each in EXTRAS["all"] for extra in re.findall(r"[\w]+", each.partition("[")[2])}
    named |= {
        extra for each in named for one in EXTRAS[each] for extra in re.findall(r"\w+", one.partition("[")[2])
    }
    apart = {"agreement", "cluster", "postgres", "programs"}  # which a first session has no use for
    assert named & EXTRAS.keys() == EXTRAS.keys() - {"all", "dev"} - apart


def test_what_an_extra_brings_is_not_installed_with_the_program() -> None:
    own = {name(each) for each in PROJECT["dependencies"]}
    assert "textual" in own
    assert not own & {name(each) for extra in EXTRAS.values() for each in extra}
    assert len(own) <= 12


def test_the_lock_has_all_that_is_named_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.split(r"\n(?=[a-z])", lock)
    assert all("--hash=sha256:" in pin for pin in pins)
    wanted = {
        name(each) for each in [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["web"], *EXTRAS["formats"]]
    }
    assert wanted - {"briefing-tui"} <= {name(pin) for pin in pins}


def test_the_program_is_whole_without_what_extras_bring() -> None:
    names = [each for each in names_of("**/*.py") if each not in ASKED_FIRST]
    assert len(names) > 400
    code = f"import sys; sys.modules.update(dict.fromkeys({BROUGHT}, None)); import {', '.join(names)}"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_every_name_here_is_one_that_can_be_installed() -> None:
    assert [each for each in BROUGHT if find_spec(each) is None] == []


def test_text_and_markdown_come_in_and_the_rest_is_asked_for_by_name(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "a.txt").write_text(HARBOUR)
    (bare / "b.html").write_text(f"<html><body><p>{HARBOUR}</p></body></html>")
    (bare / "c.xml").write_text("<rss version='2.0'><channel><title>A</title></channel></rss>")
    (bare / "d.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:04.000\nHello there.\n")
    (bare / "e.pdf").write_bytes(b"%PDF-1.4\n")
    (bare / "f.json").write_text(
        '[{"title": "Rain", "url": "https://a.example/1", "html": "<p>It rained.</p>"}]'
    )
    (bare / "g.eml").write_text("Subject: Rain\nContent-Type: text/html\n\n<p>It rained all day.</p>\n")
    (bare / "h.opml").write_text(
        "<opml version='2.0'><body><outline xmlUrl='https://a.example/f'/></body></opml>"
    )
    extras = dict.fromkeys(("b.html", "c.xml", "f.json", "g.eml", "h.opml"), "web")
    extras |= {"d.vtt": "formats", "e.pdf": "pdf"}
    assert main(["import", *(str(bare / each) for each in ("a.txt", *extras))]) == 0
    out, err = capsys.readouterr()
    assert "1 new article" in out
    for file, extra in extras.items():
        assert re.search(rf"{file}.*: .+ run: pip install 'briefing-tui\[{extra}\]'", out + err), file
    assert main(["quotes"]) == 0
    assert "Mara Lindqvist" in capsys.readouterr().out


@pytest.mark.parametrize("verb", [["import"], ["feeds", "add"]])
def test_an_address_is_not_fetched_and_that_is_said(
    verb: list[str], bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*verb, "https://courier.example/1"]) == 1
    out, err = capsys.readouterr()
    assert "to have those fetched, run: pip install 'briefing-tui[web]'" in out + err
    assert "Traceback" not in out + err


@pytest.mark.parametrize(
    ("format", "extra"), [("xlsx", "xlsx"), ("docx", "docx"), ("qdpx", "formats"), ("qdc", "formats")]
)
def test_an_export_asks_for_its_package(
    format: str, extra: str, bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "a.txt").write_text(HARBOUR)
    main(["import", str(bare / "a.txt")])
    assert main(["export", "--format", format, "-o", str(bare / f"a.{format}")]) == 1
    assert f"pip install 'briefing-tui[{extra}]'" in capsys.readouterr().err
    assert not (bare / f"a.{format}").exists()


def test_accounts_as_a_workbook_ask_for_its_package(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bare / "a.txt").write_text(HARBOUR)
    main(["import", str(bare / "a.txt"), "--event", "The strike"])
    assert main(["accounts", "The strike", "--format", "xlsx", "-o", str(bare / "a.xlsx")]) == 1
    assert "pip install 'briefing-tui[xlsx]'" in capsys.readouterr().err


def test_a_project_of_another_program_asks_for_its_package(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "codes.qdc").write_text("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'/>")
    assert main(["import", str(bare / "codes.qdc")]) == 1
    assert (
        "codes.qdc: is REFI-QDA; to read that, run: pip install 'briefing-tui[formats]'"
        in capsys.readouterr().err
    )
