"""How well and how fast reading does: a table of figures against the gold beside the checkout.

Run `python -m benchmarks.reading [seeds|lines|dates|…]` from the root of the checkout; without names every
table is printed. A table is a function in `TABLES` that takes the gold folder and yields rows
(what, figure, figure to reach).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import GOLD
from tests.support.reading_gold import Row, dates, f1, rows_of, seeds, tokens
from tui.core.text import one_line
from tui.reading.page.page import read_page

MISSES = "--misses" in sys.argv  # print what went wrong as well


def _lines(path: Path) -> tuple[float, float, float, float]:
    right = extra = missed = 0
    spent, pages = 0.0, 0
    for page in rows_of(path):
        if page["lang"] not in ("en", ""):
            continue
        raw = "\n".join(map(one_line, page["lines"]))
        start = time.process_time()
        kept = set(read_page(raw).kept_lines)
        spent += time.process_time() - start
        pages += 1
        ignored = set(page["ignore"])
        for number, (line, label) in enumerate(zip(page["lines"], page["labels"], strict=True)):
            if number in ignored:
                continue
            weight = len(tokens(line))
            right += weight * (label and number in kept)
            extra += weight * (not label and number in kept)
            missed += weight * (label and number not in kept)
    return *f1(right, extra, missed), pages / spent


def lines(gold: Path) -> Iterator[Row]:
    """Lines of ~400 English pages in two renderings: token-weighted F1, pages a CPU second."""
    for name, target in (("lines", ".93"), ("lines_bs4", ".91")):
        precision, recall, both, speed = _lines(gold / "extract" / f"{name}.jsonl")
        yield f"{name} P / R / F1", f"{precision:.3f} / {recall:.3f} / {both:.3f}", f"≥ {target}"
        yield f"{name} pages/s", f"{speed:.0f}", "≥ 200"


def fields(gold: Path) -> Iterator[Row]:
    """Headline, publication date and author from the plain text of pages for which they are known."""
    known = {row["id"]: row for row in rows_of(gold / "extract" / "html.jsonl")}
    for name in ("lines", "lines_bs4"):
        counts: Counter[str] = Counter()
        for page in rows_of(gold / "extract" / f"{name}.jsonl"):
            if page["lang"] not in ("en", "") or not (page["title"] or page["id"] in known):
                continue
            reading = read_page("\n".join(map(one_line, page["lines"])))
            row = known.get(page["id"], {})
            if page["title"]:
                want, got = Counter(tokens(page["title"])), Counter(tokens(reading.headline))
                right = (want & got).total()
                counts["titles"] += 1
                hit = f1(right, got.total() - right, want.total() - right)[2] >= 0.9
                counts["title right"] += hit
                if not hit and MISSES:
                    print("TITLE", page["id"], repr(page["title"]), repr(reading.headline))
            if row.get("date"):
                counts["dates"] += 1
                counts["date given"] += bool(reading.published)
                counts["date right"] += reading.published == row["date"][:10]
                if reading.published != row["date"][:10] and MISSES:
                    print("DATE", page["id"], repr(row["date"]), repr(reading.published))
            if row.get("author"):
                counts["authors"] += 1
                counts["author given"] += bool(reading.author)
                counts["author right"] += bool(set(tokens(reading.author)) & set(tokens(str(row["author"]))))
                if MISSES and not set(tokens(reading.author)) & set(tokens(str(row["author"]))):
                    print("AUTHOR", page["id"], repr(row["author"]), repr(reading.author))
        yield (
            f"{name} headline",
            f"{counts['title right'] / max(1, counts['titles']):.3f} of {counts['titles']}",
            "",
        )
        for field in ("date", "author"):
            given, right, total = counts[f"{field} given"], counts[f"{field} right"], counts[f"{field}s"]
            yield f"{name} {field}: right / given / all", f"{right} / {given} / {total}", ""


TABLES: dict[str, Callable[[Path], Iterator[Row]]] = {
    "seeds": seeds,
    "lines": lines,
    "dates": dates,
    "fields": fields,
}


def main(names: list[str]) -> int:
    """Print the named tables, all without names."""
    for name in names or TABLES:
        print(f"\n{name}: {(TABLES[name].__doc__ or '').strip()}")
        for what, figure, target in TABLES[name](GOLD):
            print(f"  {what:<34}{figure:<28}{target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main([name for name in sys.argv[1:] if name in TABLES]))
