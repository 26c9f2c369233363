"""The rules of the house that neither ruff nor import-linter can say; CONTRIBUTING.md tells them in words."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
TUI = ROOT / "tui"
ROOMS = sorted(path.parent for path in TUI.glob("*/__init__.py"))
GROUND = sorted(TUI.glob("*.py"))
MODULES = sorted(TUI.rglob("*.py"))

PRONOUNS = {"again", "beside", "here", "him", "it", "that", "there", "they", "this", "what", "who"}
PARTICIPLES = {"gone", "handed", "known", "said", "taken", "told", "written"}
NOUNS = {
    "briefing",
    "clustering",
    "deed",
    "encoding",
    "feed",
    "finding",
    "listing",
    "ranking",
    "reading",
    "recurring",
    "standing",
    "wording",
}
"""Words that end like a participle and name a thing."""


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def twice(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def test_there_are_eleven_rooms_and_two_files_on_the_ground() -> None:
    folders = [path for path in TUI.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert sorted(folders) == ROOMS
    assert len(ROOMS) <= 11
    assert [path.stem for path in GROUND] == ["__init__", "__main__"]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_says_what_lives_there(room: Path) -> None:
    text = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    assert 2 <= len([line for line in text.splitlines() if line]) <= 4, "what, from where, where to begin"


def test_no_module_imports_itself_round_a_corner() -> None:
    # Imports under TYPE_CHECKING count: a circle of types is read in a circle too.
    graph = grimp.build_graph("tui", cache_dir=None)
    try:
        TopologicalSorter(
            {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
        ).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_two_modules_of_a_room_share_a_name(room: Path) -> None:
    assert not twice([path.stem for path in room.rglob("*.py") if path.stem != "__init__"])


def test_no_module_is_named_by_a_participle_or_a_pronoun() -> None:
    for path in MODULES:
        word = path.stem.strip("_").rpartition("_")[2]
        assert word in NOUNS or not re.search("(ing|ed)$", word), dotted(path)
        assert word not in PRONOUNS | PARTICIPLES, dotted(path)


@cache
def classes() -> list[tuple[Path, str]]:
    """Return the names of all classes, each with its module; the trees, large as they are, are not kept."""
    return [
        (path, node.name)
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]


def test_no_public_class_is_named_by_a_participle_alone() -> None:
    for path, name in classes():
        if re.fullmatch("[A-Z][a-z]+(ing|ed)", name):
            assert name.lower() in NOUNS, f"{dotted(path)}.{name}"


def test_no_two_public_classes_share_a_name() -> None:
    assert len(classes()) > 200
    assert not twice([name for _, name in classes() if not name.startswith("_")])


def test_a_long_file_is_named_with_its_reason() -> None:
    sources = [path for folder in ("tui", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    long = {str(path.relative_to(ROOT)) for path in sources if path.read_text("utf-8").count("\n") > 300}
    section = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("<!-- long -->")[2].partition("\n\n")[0]
    named = set(re.findall(r"^\| `(.+?)` \| .{10,}\|$", section, re.M))
    assert not long - named, f"to be named in CONTRIBUTING.md: {sorted(long - named)}"
    assert not named - long, f"no longer long: {sorted(named - long)}"


def test_contributing_sends_nobody_where_nothing_is() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## A new")[2].partition("\n## ")[0]
    places = re.findall(r"`([\w/]+(?:/|\.py))`", table)
    assert places
    assert not [place for place in places if not (TUI / place).exists()]


def test_no_function_branches_more_for_being_on_a_list() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    most = f"lint.mccabe.max-complexity={lint['mccabe']['max-complexity']}"
    listed = {name for name, codes in lint["per-file-ignores"].items() if "C901" in codes}
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--select=C901", "--output-format=concise"]
    found = subprocess.run(
        [*ruff, "--config", most, "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    still = {line.partition(":")[0] for line in found.stdout.splitlines() if "C901" in line}
    assert not listed - still, f"to be taken off the list in pyproject.toml: {sorted(listed - still)}"
    assert not still - listed, f"branches too much: {sorted(still - listed)}"


def test_no_test_needs_a_benchmark() -> None:
    for path in sorted((ROOT / "tests").rglob("*.py")):
        assert not re.search(r"^\s*(from|import) benchmarks\b", path.read_text("utf-8"), re.M), dotted(path)
