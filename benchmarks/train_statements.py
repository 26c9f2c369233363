"""Make the weights of `tui.reading.statements.likeness`: what speaks for two quotes being one statement.

    python -m benchmarks.train_statements
    python -m benchmarks.train_statements words > tui/reading/statements/common_words.txt

Fits a logistic model to the pairs of ../shared/gold/statements, those of complete groups and those that were sampled, and
prints it as it stands in the module. Then the figures where each event's pairs are judged under weights learned from the
others, which is what to believe. With `words`, the table of common words instead: in what share of English news pages of
../shared/gold/extract each stem stands. Needs numpy.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.quote_gold import GOLD
from tui.cli.statement_files import wording
from tui.reading.language import language_of
from tui.reading.statements import likeness, matches
from tui.reading.statements.facts import differing, facts
from tui.reading.statements.wording import Weights, Wording
from tui.reading.statements.words import stems

_DECAY = 1.0
_SHARES = (0.4, 0.2, 0.1, 0.05, 0.02)  # of pages, from which on stems are listed together
_FOLDER = GOLD.parent / "statements"


@dataclass
class Row:
    """A labelled pair: its event and group, how far it leads in its articles, and whether it is one statement."""

    event: str
    group: str
    pair: likeness.Pair
    lead: float
    same: bool

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.pair.first.id, self.pair.second.id

    @property
    def indirect(self) -> bool:
        """Whether one of them is indirect."""
        return "indirect" in {self.pair.first.kind, self.pair.second.kind}


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_FOLDER / name).read_text("utf-8").splitlines()]


def rows() -> list[Row]:
    """Return all labelled pairs of quotes of different articles."""
    groups, sampled = _lines("clusters.jsonl"), _lines("pairs.jsonl")
    by_event: defaultdict[str, dict[tuple[str, str], Wording]] = defaultdict(dict)
    for group in groups:
        for quote in group["quotes"]:
            by_event[group["event"]][quote["art"], quote["text"]] = wording(quote, quote["id"])
    found = []
    for group in groups:
        weights = Weights.of(by_event[group["event"]].values())
        wordings = [wording(quote, quote["id"]) for quote in group["quotes"]]
        said = {quote["id"]: set(quote["statements"]) for quote in group["quotes"]}
        pairs = {
            (a.id, b.id): likeness.Pair(a, b, weights)
            for at, a in enumerate(wordings)
            for b in wordings[at + 1 :]
            if a.article != b.article
        }
        leads = matches.leads(pairs)
        for key, pair in pairs.items():
            same = bool(said[key[0]] & said[key[1]])
            found.append(Row(group["event"], group["group"], pair, leads[key], same))
    for record in sampled:
        for side in "ab":
            quote = record[side]
            by_event[record["event"]].setdefault(
                (quote["art"], quote["text"]), wording(quote, record["id"] + side)
            )
    for record in sampled:
        a, b = (wording(record[side], record["id"] + side) for side in "ab")
        pair = likeness.Pair(a, b, Weights.of([a, b, *by_event[record["event"]].values()]))
        found.append(Row(record["event"], "", pair, 0.0, bool(record["same"])))
    return found


def _matrix(those: Sequence[Row]) -> Any:
    names = [name for name in likeness.WEIGHTS if name]
    figures = [row.pair.figures(row.lead) for row in those]
    return np.array([[*(each[name] for name in names), 1.0] for each in figures])


def fit(those: Sequence[Row]) -> Any:
    """Return the weights of the figures and, last, the constant, by Newton's method."""
    x, y = _matrix(those), np.array([float(row.same) for row in those])
    beta, ridge = np.zeros(x.shape[1]), np.eye(x.shape[1]) * _DECAY
    ridge[-1, -1] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ beta))
        beta -= np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ beta)
    return beta


def _f1(same: Any, said: Any) -> tuple[float, float, float]:
    right = (same & said).sum()
    p, r = right / max(1, said.sum()), right / max(1, same.sum())
    return p, r, 2 * p * r / max(1e-9, p + r)


def common_words() -> list[str]:
    """Return the lines of the table of common words: a share of pages, then the stems that stand in about as many."""
    texts = []
    for line in (GOLD.parent / "extract" / "lines.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        if page["lang"] in {"", "en"} and language_of(text := _content(page)) == "en":
            texts.append({stem for stem in stems(text) if stem.isascii() and stem.isalpha()})
    counts = Counter(stem for text in texts for stem in text)
    found = []
    for least, below in zip(_SHARES, (1.01, *_SHARES), strict=False):
        here = sorted(stem for stem, count in counts.items() if least <= count / len(texts) < below)
        found.append(" ".join((f"{(least * min(below, 0.8)) ** 0.5:.2f}", *here)))
    return found


def _content(page: dict[str, Any]) -> str:
    return "\n".join(line for line, kept in zip(page["lines"], page["labels"], strict=True) if kept)


def main() -> None:
    """Print the weights, then what they are worth on events they were not learned from."""
    if sys.argv[1:] == ["words"]:
        print("\n".join(common_words()))
        return
    every = rows()
    for name, weight in zip(likeness.WEIGHTS, fit(every), strict=True):
        print(f'    "{name}": {weight:.3f},')
    score = _unseen(every)
    sampled = np.array([not row.group for row in every])
    own = [row for row in every if row.group]
    picked, score = score[sampled], score[~sampled]
    told = np.array([row.same for row in every])[sampled]
    same, indirect = np.array([r.same for r in own]), np.array([r.indirect for r in own])
    for least in (0.3, 0.36, 0.4, 0.42, 0.44, 0.46, 0.5, 0.6, 0.7):
        said = score >= least
        groups = [
            [at for at, row in enumerate(own) if row.group == group] for group in {r.group for r in own}
        ]
        means = [_f1(same[g], said[g])[2] for g in groups if same[g].any()]
        print(
            f"from {least}: P {_f1(same, said)[0]:.3f} R {_f1(same, said)[1]:.3f} F1 {_f1(same, said)[2]:.3f};"
            f" with an indirect quote {_f1(same[indirect], said[indirect])[2]:.3f};"
            f" without {_f1(same[~indirect], said[~indirect])[2]:.3f}; mean over groups {np.mean(means):.3f};"
            f" of those sampled {_f1(told, picked >= least)[2]:.3f}"
        )
    right, shown = _shown_as_one(own, score)
    print(
        f"shown as one, from {likeness.SHOWN}: P {right / shown:.3f} R {right / same.sum():.3f} of {shown} pairs"
    )


def _unseen(every: Sequence[Row]) -> Any:
    """Return how sure each pair is under weights learned from the other events."""
    score, printed = np.zeros(len(every)), dict(likeness.WEIGHTS)
    for event in {row.event for row in every}:
        beta = fit([row for row in every if row.event != event])
        likeness.WEIGHTS.update(zip(printed, map(float, beta), strict=True))
        for at, row in enumerate(every):
            if row.event == event:
                score[at] = row.pair.score(row.lead)
    likeness.WEIGHTS.update(printed)
    return score


def _shown_as_one(own: Sequence[Row], score: Any) -> tuple[int, int]:
    """Return how many pairs that are shown in one statement are one, and how many are shown, as the program puts them."""
    known: defaultdict[str, dict[str, tuple[float, bool]]] = defaultdict(dict)
    for row, sure in zip(own, score, strict=True):
        one, other = row.ids
        known[one][other] = known[other][one] = sure, row.same
    right = shown = 0
    for group in _lines("clusters.jsonl"):
        told = {quote["id"]: facts(quote["text"]) for quote in group["quotes"]}
        statements: list[list[str]] = []
        for quote in sorted(group["quotes"], key=_fullest):
            fits = known[quote["id"]]
            sure = [[fits[each][0] for each in those if each in fits] for those in statements]
            best, at = max(((max(those, default=0), at) for at, those in enumerate(sure)), default=(0, -1))
            differs = (
                any(any(differing(told[each], told[quote["id"]])) for each in statements[at])
                if statements
                else False
            )
            if best >= likeness.SHOWN and min(sure[at]) >= likeness.OFFERED and not differs:
                shown += len(sure[at])
                right += sum(fits[each][1] for each in statements[at] if each in fits)
                statements[at].append(quote["id"])
            else:
                statements.append([quote["id"]])
    return right, shown


def _fullest(quote: dict[str, Any]) -> tuple[int, int, str]:
    kinds = ("direct", "mixed", "indirect")
    return kinds.index(quote["kind"]), -len(quote["text"]), quote["id"]


if __name__ == "__main__":
    main()
