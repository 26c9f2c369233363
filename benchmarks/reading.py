"""How well and how fast reading does: a table of figures against the gold beside the checkout.

Run `python benchmarks/reading.py [seeds|lines|dates|…]` from the root of the checkout; without names every
table is printed. A table is a function in `TABLES` that takes the gold folder and yields rows
(what, figure, figure to reach).
"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tui.reading.dates import resolve, tense_of
from tui.reading.page import read_page
from tui.text import one_line

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
MISSES = "--misses" in sys.argv  # print what went wrong as well
Row = tuple[str, str, str]
_TOKEN = re.compile(r"[぀-ヿ㐀-鿿가-힣]|[^\W_]+")


def tokens(text: str) -> list[str]:
    """Return the words (CJK: characters) of `text`, folded as the gold's scorer folds them."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def f1(right: float, extra: float, missed: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of counts."""
    precision = right / (right + extra) if right + extra else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def seeds(gold: Path) -> Iterator[Row]:
    """The five pages kept by hand: body tokens, headline, outlet and dates of each."""
    false_dates = 0
    for meta in rows_of(gold / "extract" / "seeds_meta.jsonl"):
        reading = read_page((gold.parent / "seeds" / meta["file"]).read_text("utf-8"))
        want, got = Counter(tokens(meta["body"])), Counter(tokens(reading.text))
        right = (want & got).total()
        precision, recall, _ = f1(right, got.total() - right, want.total() - right)
        yield f"{meta['id']} body P / R", f"{precision:.3f} / {recall:.3f}", "≥ .97 / ≥ .98"
        for field, mine, wanted in (
            ("headline", tokens(reading.headline), tokens(meta["title"])),
            ("outlet", reading.outlet.casefold(), (meta["outlet"] or "").casefold()),
            ("published", reading.published[:10], meta["date"] or ""),
            ("author", reading.author, meta["author"] or ""),
        ):
            if mine != wanted:
                yield f"{meta['id']} {field}", f"{mine!r}", f"{wanted!r}"
        false_dates += bool(reading.published) and reading.published[:10] != meta["date"]
        yield f"{meta['id']} event date", f"{reading.event_date or 'unknown'}", f"({meta['event_date']})"
    yield "false publication dates", str(false_dates), "0"


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


def dates(gold: Path) -> Iterator[Row]:
    """Day-level expressions with their spans given: share resolved to the day meant."""
    right = total = 0
    for page in rows_of(gold / "extract" / "dates.jsonl"):
        for timex in page["timex"]:
            if not re.match(r"\d{4}-\d\d-\d\d", timex["value"]):
                continue
            tense = tense_of(page["text"], timex["start"])
            total += 1
            right += resolve(timex["expr"], page["pub"], tense=tense) == timex["value"][:10]
    yield f"days resolved, of {total}", f"{right / total:.3f}", "≥ .90"


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
