"""What a document a line costs beside a file in one line: ``python -m benchmarks.store_files [N]`` (1000 by default).

Briefings of N articles are made in either form of their files, turn by turn: how large the files are as they lie
and packed as git keeps them, and the CPU milliseconds of opening (catalogue, codebook, an event), of writing a note, of a
correction that changes the catalogue, and of storing N articles that are read already.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from benchmarks.scale import cpu
from tests.support.generate import generate
from tui.commands.annotations import EditField, WriteNote, target_of
from tui.store import briefing as briefing_module
from tui.store.briefing import Briefing
from tui.store.disk import folder as folder_module
from tui.store.disk.schema import Tables

ROUNDS, NOTES = 3, 40


def one_line(tables: Tables) -> bytes:
    """Return the bytes of a file as they were before: all of it one line, keys as they come."""
    return orjson.dumps(tables, option=orjson.OPT_APPEND_NEWLINE)


@contextmanager
def written_by(serialise: Callable[[Tables], bytes]) -> Iterator[None]:
    """Have files written in one of the forms."""
    places = folder_module, briefing_module
    was = [place.serialise for place in places]
    try:
        for place in places:
            place.serialise = serialise  # type: ignore[attr-defined]
        yield
    finally:
        for place, each in zip(places, was, strict=True):
            place.serialise = each  # type: ignore[attr-defined]


def opened(path: Path) -> None:
    """Open a briefing as its reader does: the list, the tags, the first event."""
    briefing = Briefing.open(path)
    briefing.tags(), briefing.speakers()
    briefing.annotated(briefing.rows()[0]["id"])


def measure(path: Path, count: int) -> dict[str, float]:
    """Make a briefing in the form that is set; return what was measured, by what it is."""
    found = {"storing the articles, ms CPU": cpu(lambda: generate(path, count).close())}
    files = [each.read_bytes() for each in sorted(path.rglob("*.json"))]
    found["size of the files, KB"] = sum(map(len, files)) / 1024
    found["the same packed, KB"] = sum(len(zlib.compress(each)) for each in files) / 1024
    found["opening, ms CPU"] = statistics.median(cpu(lambda: opened(path)) for _ in range(NOTES))
    briefing = Briefing.open(path)
    article = briefing.annotated(briefing.rows()[0]["id"]).event.articles[0]
    notes, edits = [], []
    for at in range(NOTES):
        note, edit = (
            WriteNote(target_of(article), f"Note {at}"),
            EditField(target_of(article), "event", f"So {at}"),
        )
        notes.append(cpu(lambda note=note: briefing.do(note)))  # type: ignore[misc]
        edits.append(cpu(lambda edit=edit: briefing.do(edit)))  # type: ignore[misc]
    found["writing a note, ms CPU"] = statistics.median(notes)
    found["a correction in the catalogue, ms CPU"] = statistics.median(edits)
    briefing.close()
    return found


def main() -> None:
    """Print both forms side by side, the least of some rounds each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    forms = {"a line": one_line, "a line a document": folder_module.serialise}  # type: ignore[attr-defined]
    found: dict[str, list[dict[str, float]]] = {form: [] for form in forms}
    with tempfile.TemporaryDirectory() as made:
        for turn in range(ROUNDS):
            for form, serialise in forms.items():
                with written_by(serialise):
                    found[form].append(measure(Path(made, f"{turn} {form}"), count))
    print(f"{count} articles{'':<34}{'one line':>12}{'a document a line':>20}")
    for what in found["a line"][0]:
        before, after = (min(each[what] for each in found[form]) for form in forms)
        print(f"  {what:<40}{before:>12.2f}{after:>20.2f}{after / before - 1:>+10.1%}")


if __name__ == "__main__":
    main()
