"""HTML reading beside trafilatura's own modes, with the scorer of the gold: `python -m benchmarks.html`.

With `--mozilla FOLDER` the pages are those of `test/test-pages` in a checkout of mozilla/readability. With `--import` the
whole `import` verb, quotes and all, is run beside trafilatura alone in one process, in turns; the best of each counts.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks import GOLD
from benchmarks.imports import TURNS, measured, run
from tests.support.reading_gold import f1, rows_of, tokens
from tui.reading.formats.html import read_html

EXTRACT = GOLD / "extract"
MODES: Mapping[str, Mapping[str, Any]] = {
    "trafilatura": {},
    "trafilatura, precision": {"favor_precision": True},
    "trafilatura, recall": {"favor_recall": True},
    "trafilatura, no tables": {"include_tables": False},
}


def _ours(raw: bytes, url: str) -> dict[str, str]:
    try:
        found = read_html(raw, url)
    except ValueError:
        return {}
    return {"body": found.text, "title": found.headline, "date": found.published[:10], "author": found.author}


def _theirs(options: Mapping[str, Any]) -> Callable[[bytes, str], dict[str, str]]:
    import trafilatura

    def read(raw: bytes, url: str) -> dict[str, str]:
        found: Any = trafilatura.bare_extraction(
            raw, url=url, with_metadata=True, include_comments=False, **options
        )
        fields = found.as_dict() if found is not None else {}
        return {
            "body": fields.get("text") or "",
            **{name: fields.get(name) or "" for name in ("title", "date", "author")},
        }

    return read


def _mozilla(folder: Path) -> None:
    """Print one line a reader: token F1 of all pages, and of those of 300 words or more."""
    from lxml import html

    from tui.reading.formats.html_blocks import bare, blocks

    pages: list[tuple[bytes, list[str]]] = []
    for page in sorted(folder.iterdir()):
        expected = html.fromstring((page / "expected.html").read_text("utf-8"))
        bare(expected)
        words = [word for block in blocks(expected) for word in tokens(block.text)]
        pages.append(((page / "source.html").read_bytes(), words))
    for name, read in _readers().items():
        start = time.process_time()
        scores = []
        for raw, words in pages:
            want, got = Counter(words), Counter(tokens(read(raw, "").get("body", "")))
            right = (want & got).total()
            scores.append((f1(right, got.total() - right, want.total() - right)[2], len(words)))
        speed = len(pages) / (time.process_time() - start)
        long = [score for score, words in scores if words >= 300]
        every = sum(score for score, _ in scores) / len(scores)
        print(
            f"{name:24} body {every:.4f} of {len(scores)}, {sum(long) / len(long):.4f} of {len(long)}",
            f"{speed:.0f} pages/s",
            flush=True,
        )


_ALONE = """
import pathlib, sys
from trafilatura import bare_extraction
for page in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    bare_extraction(page.read_bytes(), with_metadata=True, include_comments=False)
"""


def _import() -> None:
    """Print how fast the pages of the gold are imported, and read by trafilatura alone."""
    rows = rows_of(EXTRACT / "html.jsonl")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        pages = folder / "pages"
        pages.mkdir()
        for number, row in enumerate(rows):
            (pages / f"{number:05}.html").write_bytes(
                gzip.decompress((EXTRACT / row["html_path"]).read_bytes())
            )
        best: dict[str, tuple[float, float]] = {}
        for turn in range(TURNS):
            alone = measured([sys.executable, "-c", _ALONE, str(pages)], folder / "log")
            whole = run(folder / f"b{turn}", [pages])
            for name, (wall, spent, *_) in (("trafilatura alone", alone), ("import", whole)):
                was = best.get(name, (wall, spent))
                best[name] = min(wall, was[0]), min(spent, was[1])
    for name, (wall, spent) in best.items():
        print(f"{name:24} {len(rows) / wall:.0f} pages/s, {len(rows) / spent:.0f} a CPU second")
    (alone_wall, _), (import_wall, _) = best.values()
    print(f"import over trafilatura  {alone_wall / import_wall:.2f} × its pages/s   ≥ 1.0 × on two cores")


def _readers() -> dict[str, Callable[[bytes, str], dict[str, str]]]:
    return {name: _theirs(options) for name, options in MODES.items()} | {"briefing-tui": _ours}


def main() -> None:
    """Print one line a reader."""
    if "--import" in sys.argv:
        _import()
        return
    if "--mozilla" in sys.argv:
        _mozilla(Path(sys.argv[sys.argv.index("--mozilla") + 1]))
        return
    rows = rows_of(EXTRACT / "html.jsonl")
    for name, read in _readers().items():
        start = time.process_time()
        given = [
            {"id": r["id"], **read(gzip.decompress((EXTRACT / r["html_path"]).read_bytes()), r["url"])}
            for r in rows
        ]
        speed = len(rows) / (time.process_time() - start)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in given)
            file.flush()
            command = [
                sys.executable,
                str(EXTRACT / "score.py"),
                "html",
                str(EXTRACT / "html.jsonl"),
                file.name,
            ]
            score = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        shown = {"body": "tok_F1", "headline": "title_acc", "date": "date_acc", "author": "author_acc"}
        print(
            f"{name:24}",
            *(f"{k} {score[v]:.4f}" for k, v in shown.items()),
            f"{speed:.0f} pages/s",
            flush=True,
        )


if __name__ == "__main__":
    main()
