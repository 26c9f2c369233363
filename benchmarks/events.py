"""Grouping and near copies, beside plain TF-IDF average linkage: `python -m benchmarks.events`.

Reads `../shared/gold/events`. `--many N` also times N made-up articles (say 100000).
"""

from __future__ import annotations

import argparse
import heapq
import json
import random
import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import log, sqrt
from zlib import crc32

from benchmarks import GOLD
from tests.support.reading_gold import rows_of
from tui.cli.group import item_of
from tui.reading.events.clustering import ClusterItem, group
from tui.reading.events.near_duplicates import Finder, shingle_sketch
from tui.reading.events.terms import STOP

_WORD = re.compile(r"(?u)\b\w\w+\b")
_NAME = re.compile(r"\b[A-Z][a-z]+\b")

Row = Mapping[str, str]


def bcubed(gold: Mapping[str, str], given: Mapping[str, str]) -> float:
    """Return the B-cubed F1 of the groups `given`, for the ids in `gold`."""
    both = Counter((gold[i], given[i]) for i in gold)
    ours, theirs = Counter(given[i] for i in gold), Counter(gold.values())
    precision = sum(both[gold[i], given[i]] / ours[given[i]] for i in gold) / len(gold)
    recall = sum(both[gold[i], given[i]] / theirs[gold[i]] for i in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


def average_linkage(rows: Sequence[Row], threshold: float) -> dict[str, str]:
    """Group by average linkage over TF-IDF cosine (1 + log tf, terms in two rows and more): the baseline."""
    counts = [
        Counter(w for w in _WORD.findall(f"{r['title'] or ''}\n{r['text']}".lower()) if w not in STOP)
        for r in rows
    ]
    frequency = Counter(word for row in counts for word in row)
    where: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, row in enumerate(counts):
        weights = {
            w: (1 + log(n)) * (log((1 + len(rows)) / (1 + frequency[w])) + 1)
            for w, n in row.items()
            if frequency[w] > 1
        }
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            where[word].append((i, weight / length))
    near: list[dict[int, float]] = [defaultdict(float) for _ in rows]
    for listed in where.values():
        for place, (i, a) in enumerate(listed):
            for j, b in listed[place + 1 :]:
                near[i][j] += a * b
                near[j][i] += a * b
    size = dict.fromkeys(range(len(rows)), 1)
    home = {i: [i] for i in size}
    heap = [(-s, i, j) for i in size for j, s in near[i].items() if i < j and s >= threshold]
    heapq.heapify(heap)
    while heap:
        mean, i, j = heapq.heappop(heap)
        if i not in size or j not in size or -near[i][j] / (size[i] * size[j]) != mean:
            continue
        size[i] += size.pop(j)
        home[i] += home.pop(j)
        del near[i][j]
        for k, total in near[j].items():
            if k in size and k != i:
                near[i][k] = near[k][i] = near[i].get(k, 0.0) + total
        for k, total in near[i].items():
            if k in size and total / (size[i] * size[k]) >= threshold:
                heapq.heappush(heap, (-total / (size[i] * size[k]), min(i, k), max(i, k)))
    return {rows[i]["id"]: str(key) for key, members in home.items() for i in members}


def ours(rows: Sequence[Row]) -> dict[str, str]:
    """Group with `tui.reading.events.clustering`."""
    return group(
        [ClusterItem(id=r["id"], title=r["title"] or "", text=r["text"], date=r["date"] or "") for r in rows]
    )


def verb(rows: Sequence[Row]) -> dict[str, str]:
    """Group as the verb does, which also asks each text for the day of its event."""
    items = [item_of(json.dumps(row).encode(), number) for number, row in enumerate(rows)]
    return group([item for item in items if item])


def figures(rows: Sequence[Row], given: Mapping[str, str]) -> dict[str, float]:
    """Return B-cubed F1 over all rows, the dated ones and each source's."""
    wanted: dict[str, Callable[[Row], bool]] = {"all": lambda _: True, "dated": lambda r: bool(r["date"])}
    wanted |= {part: (lambda r, p=part: r["src"] == p) for part in ("hp", "wn", "g5", "ba")}  # type: ignore[misc]
    out = {}
    for name, want in wanted.items():
        gold = {r["id"]: r["cluster"] for r in rows if want(r)}
        if gold:
            out[name] = bcubed(gold, given)
    return out


def made_up(rows: Sequence[Row], number: int) -> list[ClusterItem]:
    """Return `number` articles: real events at other times, with other names and a sentence in seven left out."""
    chance = random.Random(0)
    by_event: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_event[row["cluster"]].append(row)
    events = [members for members in by_event.values() if len(members) > 1]
    items: list[ClusterItem] = []
    story = 0
    while len(items) < number:
        story += 1
        members = chance.choice(events)
        day = date(2000, 1, 1) + timedelta(chance.randrange(9000))

        def renamed(match: re.Match[str], story: int = story) -> str:
            return f"{match[0]}{chr(97 + crc32(f'{match[0]}{story}'.encode()) % 26)}{story % 5000}"

        for row in chance.sample(members, min(len(members), chance.randint(1, 6))):
            kept = ". ".join(s for s in row["text"][:6000].split(". ") if chance.random() < 0.85)
            when = (day + timedelta(chance.randrange(3))).isoformat() if chance.random() < 0.9 else ""
            title = _NAME.sub(renamed, row["title"] or "")
            items.append(
                ClusterItem(id=f"{len(items):06d}", title=title, text=_NAME.sub(renamed, kept), date=when)
            )
    return items[:number]


def copies_a_second(texts: Sequence[tuple[str, str]]) -> float:
    """Return how many texts, each with its id, are looked for and learnt a CPU second."""
    start = time.process_time()
    finder = Finder()
    for each, text in texts:
        sketch = shingle_sketch(text)
        finder.search(sketch)
        finder.add(each, sketch)
    return len(texts) / (time.process_time() - start)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", type=int, default=0, help="also time so many made-up articles")
    chosen = parser.parse_args()
    rows = rows_of(GOLD / "events" / "events.jsonl")
    dated = [row for row in rows if row["date"]]
    table = {f"TF-IDF average linkage {t:.2f}": average_linkage(rows, t) for t in (0.14, 0.16, 0.18, 0.2)}
    start = time.process_time()
    table["briefing-tui"] = ours(rows)
    speed = len(rows) / (time.process_time() - start)
    table["  as the verb `group`"] = verb(rows)
    for name, given in table.items():
        print(f"{name:30}", *(f"{part} {f1:.3f}" for part, f1 in figures(rows, given).items()))
    print(f"{'  dated rows by themselves':30}", f"{figures(dated, ours(dated))['all']:.3f}")
    print(f"{'  and as the verb':30}", f"{figures(dated, verb(dated))['all']:.3f}")
    print(f"{'  speed':30}", f"{speed:.0f} articles/s")
    siblings = rows_of(GOLD / "events" / "ecb_siblings.jsonl")
    print(
        f"{'  siblings (ECB+, undated)':30}",
        f"{bcubed({r['id']: r['cluster'] for r in siblings}, ours(siblings)):.3f}",
    )
    seeds = [
        ClusterItem(
            id=r["id"], title=r["title"], text=r["body"], date=r["date"] or "", event_date=r["event_date"]
        )
        for r in rows_of(GOLD / "extract" / "seeds_meta.jsonl")
    ]
    print(f"{'  events of the five seeds':30}", len(set(group(seeds).values())))
    speed = copies_a_second([(row["id"], row["text"]) for row in rows])
    print(f"{'near copies: search and add':30}", f"{speed:.0f} articles/s")
    for number in (chosen.many // 10, chosen.many) if chosen.many else ():
        items = made_up(rows, number)
        start = time.process_time()
        group(items)
        speed = number / (time.process_time() - start)
        copies = copies_a_second([(item.id, item.text) for item in items])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{number} made-up articles: grouping {speed:.0f}/s, near copies {copies:.0f}/s, peak {peak} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
