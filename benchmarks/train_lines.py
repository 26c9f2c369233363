"""Make `tui/reading/page/line_weights.json` from pages whose lines are labelled.

    python -m benchmarks.train_lines            train on all pages and write the file
    python -m benchmarks.train_lines --check    score on folds, no site in both parts; write nothing

Needs numpy; nothing at run time does. What is learnt is a sum of small tables: each asks four
yes-no questions about a line ("more than 7 words?") and adds one of sixteen numbers. Boosted with the
logistic loss, a line counting by its words; the file holds the questions and the numbers, no text.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from typing import Any

import numpy as np

from benchmarks import GOLD, ROOT
from tests.support.reading_gold import rows_of
from tui.reading.page.line_features import NAMES, measure

TARGET = ROOT / "tui" / "reading" / "page" / "line_weights.json"
TABLES, DEPTH, RATE, BINS, SMOOTH = 64, 4, 0.3, 48, 30.0
_WORD = re.compile(r"\w+")
Array = Any  # numpy is no dependency of the project, so its types are not either


def pages() -> list[dict[str, Any]]:
    """Return the labelled pages of both renderings."""
    found = []
    for name in ("lines", "lines_bs4"):
        found += [row | {"rendering": name} for row in rows_of(GOLD / "extract" / f"{name}.jsonl")]
    return found


def sites(all_pages: list[dict[str, Any]]) -> dict[str, int]:
    """Group pages by site: those that share three lines of furniture or more."""
    holders: dict[str, set[str]] = defaultdict(set)
    for page in all_pages:
        for line, label in zip(page["lines"], page["labels"], strict=True):
            if not label and len(line) >= 18:
                holders[line.strip(" *+").lower()].add(page["id"])
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 2 <= len(ids) <= 12:
            ordered = sorted(ids)
            shared.update((a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :])
    root = {page["id"]: page["id"] for page in all_pages}

    def find(page: str) -> str:
        while root[page] != page:
            page = root[page]
        return page

    for (a, b), count in shared.items():
        if count >= 3:
            root[find(a)] = find(b)
    numbers: dict[str, int] = {}
    return {page: numbers.setdefault(find(page), len(numbers)) for page in root}


def excerpt(page: dict[str, Any], before: int, after: int) -> dict[str, Any] | None:
    """Return the page with only a few lines of furniture around the body, as pages saved by hand are."""
    body = [number for number, label in enumerate(page["labels"]) if label]
    if not body:
        return None
    low, high = max(0, body[0] - before), min(len(page["lines"]), body[-1] + 1 + after)
    ignored = [number - low for number in page["ignore"] if low <= number < high]
    return page | {"lines": page["lines"][low:high], "labels": page["labels"][low:high], "ignore": ignored}


def brief(page: dict[str, Any], paragraphs: int, before: int, after: int) -> dict[str, Any] | None:
    """Return the page as if its body were only a few lines long."""
    body = [number for number, label in enumerate(page["labels"]) if label]
    if len(body) <= paragraphs:
        return None
    low, last = max(0, body[0] - before), body[paragraphs - 1] + 1
    taken = [*range(low, last), *range(body[-1] + 1, min(len(page["lines"]), body[-1] + 1 + after))]
    place = {number: at for at, number in enumerate(taken)}
    return page | {
        "lines": [page["lines"][number] for number in taken],
        "labels": [page["labels"][number] for number in taken],
        "ignore": [place[number] for number in page["ignore"] if number in place],
    }


def table(all_pages: list[dict[str, Any]], group: dict[str, int]) -> dict[str, Array]:
    """Return features, labels, weights, site, page and rendering of every candidate line; what is lost before."""
    rows: dict[str, list[Any]] = defaultdict(list)
    rng = np.random.default_rng(7)
    for number, page in enumerate(all_pages):
        short = excerpt(page, int(rng.integers(0, 14)), int(rng.integers(0, 14)))
        few = brief(page, int(rng.integers(2, 9)), int(rng.integers(0, 14)), int(rng.integers(0, 14)))
        for kind, version in ((0, page), (1, short), (2, few)):
            if version is None:
                continue
            kept = [n for n, line in enumerate(version["lines"]) if line.strip()]
            numbers, vectors = measure([version["lines"][n].strip() for n in kept])
            ignored = set(version["ignore"])
            found = {kept[n]: vector for n, vector in zip(numbers, vectors, strict=True)}
            for n, line in enumerate(version["lines"]):
                weight = 0 if n in ignored else len(_WORD.findall(line))
                if n not in found:
                    if version["labels"][n] and not kind:
                        rows["lost"].append(
                            (weight, page["rendering"] == "lines", page["lang"] in ("en", ""))
                        )
                    continue
                rows["x"].append(found[n])
                rows["y"].append(version["labels"][n])
                rows["w"].append(weight)
                rows["site"].append(group[page["id"]])
                rows["page"].append(number)
                rows["excerpt"].append(kind)
                rows["en"].append(page["lang"] in ("en", ""))
                rows["bs4"].append(page["rendering"] != "lines")
    return {name: np.array(values, dtype="f4" if name == "x" else None) for name, values in rows.items()}


def cut_points(x: Array) -> list[Array]:
    """Return up to BINS thresholds for every feature."""
    found = []
    for column in x.T:
        values = np.unique(column)
        if len(values) > BINS:
            values = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)))
        found.append((values[1:] + values[:-1]) / 2)
    return found


def fit(x: Array, y: Array, weight: Array, tables: int) -> list[tuple[list[tuple[int, float]], Array]]:
    """Boost `tables` tables of DEPTH questions each."""
    points = cut_points(x)
    width = max(map(len, points)) + 1
    binned = np.stack([np.searchsorted(p, c, side="left") for p, c in zip(points, x.T, strict=True)]).astype(
        np.int32
    )
    score = np.zeros(len(y))
    rng = np.random.default_rng(1)
    made = []
    for _ in range(tables):
        chance = 1 / (1 + np.exp(-score))
        gradient, curve = weight * (y - chance), weight * chance * (1 - chance) + 1e-6
        leaf = np.zeros(len(y), dtype=np.int32)
        questions: list[tuple[int, float]] = []
        drawn = rng.random(len(y)) < 0.6
        features = np.flatnonzero(rng.random(len(points)) < 0.5)
        for depth in range(DEPTH):
            size = (1 << depth) * width
            best = (-1.0, -1, -1)
            where, g, h = leaf[drawn] * width, gradient[drawn], curve[drawn]
            for feature in map(int, features):
                if not len(points[feature]):
                    continue
                slot = where + binned[feature][drawn]
                gs = np.bincount(slot, g, size).reshape(-1, width).cumsum(1)
                hs = np.bincount(slot, h, size).reshape(-1, width).cumsum(1)
                left, right = gs[:, :-1], gs[:, -1:] - gs[:, :-1]
                gain = (left**2 / (hs[:, :-1] + SMOOTH) + right**2 / (hs[:, -1:] - hs[:, :-1] + SMOOTH)).sum(
                    0
                )
                gain = gain[: len(points[feature])]
                at = int(gain.argmax())
                if gain[at] > best[0]:
                    best = (float(gain[at]), int(feature), at)
            _, feature, at = best
            questions.append((feature, float(points[feature][at])))
            leaf = leaf * 2 + (binned[feature] > at)
        sums, curves = np.bincount(leaf, gradient, 1 << DEPTH), np.bincount(leaf, curve, 1 << DEPTH)
        adds = RATE * sums / (curves + SMOOTH)
        score += adds[leaf]
        made.append((questions, adds))
    return made


def apply(model: list[tuple[list[tuple[int, float]], Array]], x: Array) -> Array:
    """Return the score of every row."""
    score = np.zeros(len(x))
    for questions, adds in model:
        leaf = np.zeros(len(x), dtype=int)
        for feature, threshold in questions:
            leaf = leaf * 2 + (x[:, feature] > threshold)
        score += adds[leaf]
    return score


def weights(data: dict[str, Array]) -> Array:
    """Return what each line counts in training: its words, long paragraphs and whole long pages less."""
    per_line = np.minimum(data["w"], 120) ** 0.75
    per_page = np.bincount(data["page"] * 3 + data["excerpt"], per_line)
    damp = (np.maximum(per_page, 300) / 300) ** -0.4
    return (
        per_line * damp[data["page"] * 3 + data["excerpt"]] * np.array([1.0, 0.4, 0.4])[data["excerpt"]] * 0.3
    )


def report(data: dict[str, Array], score: Array, threshold: float = 0.0) -> None:
    """Print token-weighted precision, recall and F1 of both renderings, what was left out at once included."""
    for name, bs4 in (("lines", False), ("lines_bs4", True)):
        for language in ("en", "all"):
            rows = (data["bs4"] == bs4) & (data["excerpt"] == 0) & (data["en"] | (language == "all"))
            lost = sum(
                w for w, plain, english in data["lost"] if plain != bs4 and (english or language == "all")
            )
            said, y, w = score[rows] > threshold, data["y"][rows] == 1, data["w"][rows]
            right, extra, missed = w[said & y].sum(), w[said & ~y].sum(), w[~said & y].sum() + lost
            p, r = right / (right + extra), right / (right + missed)
            print(f"  {name:<10}{language:<4} P {p:.4f}  R {r:.4f}  F1 {2 * p * r / (p + r):.4f}")


def check(data: dict[str, Array], tables: int = TABLES) -> Array:
    """Score every line by a model that saw nothing of its site."""
    order = np.random.default_rng(0).permutation(data["site"].max() + 1)
    fold = order[data["site"]] % 4
    score, weight = np.zeros(len(fold)), weights(data)
    for part in range(4):
        model = fit(data["x"][fold != part], data["y"][fold != part], weight[fold != part], tables)
        score[fold == part] = apply(model, data["x"][fold == part])
    report(data, score)
    return score


def write(model: list[tuple[list[tuple[int, float]], Array]]) -> None:
    """Write the model, one table a line."""
    lines = [
        json.dumps(
            {
                "ask": [[NAMES[f], round(t, 4)] for f, t in questions],
                "add": [round(float(a), 3) for a in adds],
            },
            ensure_ascii=False,
        )
        for questions, adds in model
    ]
    made = "python -m benchmarks.train_lines"
    about = "A line is body when what its tables add is above 0; the answers to the four questions number the entry."
    TARGET.write_text(
        "{\n" + f' "made_by": {json.dumps(made)},\n "about": {json.dumps(about)},\n "tables": [\n  '
        + ",\n  ".join(lines) + "\n ]\n}\n",
        encoding="utf-8",
    )  # fmt: skip


def main() -> int:
    """Train, or check."""
    all_pages = pages()
    data = table(all_pages, sites(all_pages))
    if "--check" in sys.argv:
        check(data)
        return 0
    write(fit(data["x"], data["y"], weights(data), TABLES))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
