"""A desk to try a case at: the real program in this process, on a home of its own; and how to look at what came."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks import ROOT
from benchmarks.own_gold import fold
from tui.cli.parser import main
from tui.store.briefing import Briefing

CASES = ROOT.parent / "shared" / "cases"

Row = dict[str, Any]
Faults = Iterator[str]


class Desk:
    """Runs verbs on one briefing. `refused` are the files that nothing came of but a line with their name."""

    def __init__(self, case: Path, home: Path) -> None:
        self.case, self.home = case, home
        self.refused: dict[str, str] = {}
        self.taken: list[str] = []

    def run(self, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        """Run a verb; return its status, and what it printed to either stream."""
        out, err = io.StringIO(), io.StringIO()
        given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        with patch.object(sys, "stdin", given), redirect_stdout(out), redirect_stderr(err):
            status = main(["--store", str(self.home / "store"), *arguments])
        return status, out.getvalue(), err.getvalue()

    def imported(self, *names: str) -> None:
        """Import files of the case one by one."""
        for name in names:
            status, _, told = self.run("import", str(self.case / name))
            self._count(name, status, told)

    def alone(self, name: str) -> list[Row]:
        """Import a file of the case into a home of its own; return its articles."""
        with desk(self.case) as other:
            other.imported(name)
            self.refused |= other.refused
            self.taken += other.taken
            return other.articles()

    def imported_stdin(self, name: str) -> None:
        """Import a file of the case from standard input."""
        status, _, told = self.run("import", "-", stdin=(self.case / name).read_bytes())
        self._count(name, status, told)

    def _count(self, name: str, status: int, told: str) -> None:
        """Count a file as refused where its line names it, or else as taken."""
        reasons = [line for line in told.splitlines() if Path(name).name in line]
        if status and len(reasons) == 1:
            self.refused[name] = reasons[0]
        else:
            self.taken.append(name)

    def rows(self, verb: str, *options: str) -> list[Row]:
        """Return what a verb that lists prints as JSON Lines."""
        _, out, _ = self.run(verb, *options, "--json")
        return [json.loads(line) for line in out.splitlines()]

    def articles(self) -> list[Row]:
        """Return the articles, in the order of their files, each with its `text`."""
        texts = self._texts()
        rows = [row | {"text": texts[row["id"]]} for row in self.rows("articles")]
        return sorted(rows, key=lambda row: str(row["origin"]))

    def _texts(self) -> dict[str, str]:
        store = self.home / "store"
        if not store.exists():
            return {}
        briefing = Briefing.open(store)
        try:
            events = [briefing.annotated(row["id"]).event for row in briefing.rows()]
            return {article.id: article.text for event in events for article in event.articles}
        finally:
            briefing.close()

    def spoken(self, name: str, *options: str) -> list[Row]:
        """Return the quotes `extract` finds in a file that is an article as it stands."""
        status, out, told = self.run("extract", "--as", "article", "--why", *options, str(self.case / name))
        self._count(name, status, told)
        return [quote for line in out.splitlines() for quote in json.loads(line)["quotes"]]


@contextmanager
def desk(case: Path) -> Iterator[Desk]:
    """Yield a desk for the files in the folder `case`; its home is deleted at the end."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in _PLACES}
        with patch.dict(os.environ, {**places, "NO_COLOR": "1", "NO_PROXY": "*"}):
            yield Desk(case, home)


_PLACES: Sequence[str] = ("DATA", "STATE", "CONFIG", "CACHE")


def differ(what: str, got: object, wanted: object) -> Faults:
    """Yield what is told where something is not as it is wanted."""
    if got != wanted:
        yield f"{what}: {got!r}, not {wanted!r}"


def of(rows: Sequence[Row], *fields: str) -> list[object]:
    """Return the values of one field of all rows, or of several as tuples."""
    return [row[fields[0]] if len(fields) == 1 else tuple(row[f] for f in fields) for row in rows]


def words(row: Row) -> int:
    """Return how many words an article has."""
    return len(str(row["text"]).split())


def paragraphs(row: Row) -> list[str]:
    """Return the lines of an article that are not empty."""
    return [each for each in re.split(r"\n\s*\n|\n", str(row["text"])) if each.strip()]


def speakers(rows: Sequence[Row]) -> list[str]:
    """Return who speaks in each of some quotes, folded."""
    return [fold(str(row.get("entity") or row.get("speaker") or "")) for row in rows]
