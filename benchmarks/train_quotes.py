"""Make tui/reading/quotes/weights.json: how much each feature speaks for a speaker, for speech, for "he".

    python -m benchmarks.train_quotes            train on the gold articles, write the weights
    python -m benchmarks.train_quotes --all      the same, with the articles of polnear_entgold too
    python -m benchmarks.train_quotes --check    two halves: train on one, score the other; write nothing

Needs numpy and ../shared/gold/quotes. The articles of `polnear_entgold` are never trained on, so that
the figures on them are those of unseen text, but for the contents of indirect speech: only those
articles have them, and their figures come from four parts, each scored by what the others taught.
The weights hold names of features only: classes of
words, verbs of saying, prepositions, counts.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.reading.quotes import attribution, content, indirect, speech, weights
from tui.reading.quotes.context import Context, read_context
from tui.reading.quotes.features import describe_place
from tui.reading.quotes.mentions import NAME, PRONOUN, Mention
from tui.reading.quotes.pronouns import antecedents, gendered
from tui.reading.quotes.ranking import described, rank
from tui.reading.quotes.resolution import Resolver
from tui.reading.records import Found

REPO = Path(__file__).resolve().parents[1]
GOLD = REPO.parent / "shared" / "gold" / "quotes"
WEIGHTS = REPO / "tui" / "reading" / "quotes" / "weights.json"

Tables = dict[str, dict[str, float]]
Doc = dict[str, Any]
Floats = npt.NDArray[np.float64]


@dataclass
class Example:
    """Alternatives, each with its features, and how right each of them is (0 to 1)."""

    options: list[list[str]]
    right: list[float]


def scorer() -> Any:
    """Return the scorer that lies beside the gold, as a module."""
    spec = importlib.util.spec_from_file_location("quotes_score", GOLD / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(name: str) -> list[Doc]:
    """Return the gold articles of one file."""
    with (GOLD / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def training_articles() -> list[Doc]:
    """Return the gold articles that may be trained on."""
    kept_aside = {doc["id"] for doc in load("polnear_entgold")}
    return [doc for doc in load("polnear_quoted") if doc["id"] not in kept_aside]


def golds(context: Context, doc: Doc) -> list[Doc | None]:
    """Return the gold quote at each stretch of the article, or None."""
    starts = {quote["start"]: quote for quote in doc["quotes"]}
    return [starts.get(stretch.outer_start) or starts.get(stretch.start) for stretch in context.stretches]


def overlaps(context: Context, mention: Mention, quote: Doc) -> bool:
    """Tell whether a mention is the gold speaker's, as the scorer sees it."""
    if quote["speaker_start"] is None:
        return False
    start, end = context.skeleton.starts[mention.first], context.skeleton.ends[mention.last - 1]
    shared = min(end, quote["speaker_end"]) - max(start, quote["speaker_start"])
    return bool(
        shared > 0 and shared >= 0.5 * min(end - start, quote["speaker_end"] - quote["speaker_start"])
    )


def written(context: Context, mention: Mention) -> str:
    """Return the words of a mention."""
    return context.text[context.skeleton.starts[mention.first] : context.skeleton.ends[mention.last - 1]]


def speaker_examples(docs: Sequence[Doc], key: Callable[[str], str | None]) -> Iterator[Example]:
    """Yield for each gold quote the candidates for its speaker."""
    for doc in docs:
        context = read_context(doc["text"])
        previous: Mention | None = None
        previous_at = -1
        for number, quote in enumerate(golds(context, doc)):
            if quote is None:
                continue
            place = describe_place(context, number, previous, previous_at)
            previous_at = place.at
            if not quote["speaker_text"]:
                continue
            weighed = described(context, place)
            same = [overlaps(context, mention, quote) for mention, _ in weighed]
            wanted = key(quote["speaker_text"])
            alike = [key(written(context, mention)) == wanted for mention, _ in weighed]
            if wanted and wanted.startswith("PRON:") and any(same):
                alike = same
            right = [1.0 if here else 0.5 if named else 0.0 for here, named in zip(same, alike, strict=True)]
            if any(right):
                yield Example([names for _, names in weighed], right)
                # the last of the best: a speaker's latest mention is the one the next quote goes back to
                best = max(range(len(right)), key=lambda at: (right[at], at if right[at] == 1.0 else -at))
                previous = weighed[best][0]


def speech_examples(docs: Sequence[Doc], speaker: Mapping[str, float]) -> Iterator[Example]:
    """Yield for each marked stretch whether it is speech."""
    for doc in docs:
        context = read_context(doc["text"])
        previous: Mention | None = None
        previous_at = -1
        for number, quote in enumerate(golds(context, doc)):
            place = describe_place(context, number, previous, previous_at)
            ranked, ties = rank(context, place, speaker)
            names = speech.features(context, number, place, ranked[0][0] if ranked else 0.0, ties)
            yield Example([names], [0.0 if quote is None else 1.0])
            if quote is not None:
                previous, previous_at = ranked[0][1] if ranked else None, place.at


def pronoun_examples(
    docs: Sequence[Doc], pronoun: Mapping[str, float], key: Callable[[str], str | None]
) -> Iterator[Example]:
    """Yield for each "he" or "she" that speaks the entities it may mean."""
    for doc in docs:
        context = read_context(doc["text"])
        resolver = Resolver(context, pronoun)
        wanted: dict[int, tuple[str | None, int]] = {}
        events: list[tuple[int, int, Mention]] = [
            (mention.first, 1, mention) for mention in context.mentions if gendered(context, mention)
        ]
        for number, quote in enumerate(golds(context, doc)):
            if quote is None or not quote["speaker_text"]:
                continue
            for mention in context.mentions:
                if mention.kind in (NAME, PRONOUN) and overlaps(context, mention, quote):
                    events.append((context.skeleton.quotes[number], 0, mention))
                    if quote.get("entity") and gendered(context, mention):
                        wanted.setdefault(mention.number, (key(quote["entity"]), number))
                    break
        for at, is_pronoun, mention in sorted(events, key=lambda event: event[:2]):
            if not is_pronoun:
                resolver.spoke(mention, at)
                continue
            entity, number = wanted.get(mention.number, (None, -1))
            near = antecedents(context, mention, resolver.pronouns)
            if entity and near:
                options = list(resolver.weighed(mention, near, number))
                right = [float(key(context.entities[one].name) == entity) for one, _ in options]
                if any(right):
                    yield Example([names for _, names in options], right)
            resolver.choose(mention, number)


def content_examples(
    docs: Sequence[Doc], words: Callable[[str, int, int], frozenset[int]]
) -> Iterator[Example]:
    """Yield for each verb of saying what may be its content; the first option is none."""
    for doc in docs:
        text = doc["text"]
        context = read_context(text, typed=True)
        starts, ends = context.skeleton.starts, context.skeleton.ends
        wanted = [(words(text, quote["start"], quote["end"]), quote) for quote in doc["quotes"]]
        for verb, letter in enumerate(context.skeleton.shape):
            if letter != "V":
                continue
            mine = [
                (gold, quote)
                for gold, quote in wanted
                if gold and quote["cue_start"] is not None
                and quote["cue_start"] <= starts[verb] and ends[verb] <= quote["cue_end"]
            ]  # fmt: skip
            speech_of = [gold for gold, quote in mine if quote["speech"] or quote["kind"] != "indirect"]
            found = indirect.options(context, verb)
            fits = [0.0]
            for option in found[1:]:
                fit = 0.0
                for first, last in option.ranges:
                    own = words(text, starts[first], ends[last - 1])
                    fit += max((len(own & gold) / len(own | gold) for gold in speech_of if own), default=0.0)
                fits.append(fit / len(option.ranges) ** 0.7)
            best = max(fits)
            if best >= 0.8:
                right = [1.0 if fit >= best - 0.02 else 0.3 if fit >= 0.8 else 0.0 for fit in fits]
            elif mine and not speech_of:
                continue  # no speech, and the scorer minds neither way
            else:
                right = [1.0] + [0.0] * (len(found) - 1)
            yield Example([option.names for option in found], right)


def _columns(examples: Sequence[Example], least: int) -> tuple[list[str], Any, Any]:
    counts = Counter(name for example in examples for names in example.options for name in names)
    vocabulary = {
        name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count >= least))
    }
    columns: list[int] = []
    rows: list[int] = []
    row = 0
    for example in examples:
        for names in example.options:
            found = [vocabulary[name] for name in names if name in vocabulary]
            columns += found
            rows += [row] * len(found)
            row += 1
    return list(vocabulary), np.array(columns), np.array(rows)


def _descend(size: int, gradient: Callable[[Floats], Floats], decay: float, steps: int = 260) -> Floats:
    """Minimise by Adam with weight decay."""
    weight, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weight) + decay * weight
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        rate = 0.15 * (1 - 0.9 * step / steps)
        weight -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weight


def fit_choice(examples: Sequence[Example], decay: float, least: int = 3) -> dict[str, float]:
    """Return weights under which the right option of each example is the likeliest (softmax)."""
    names, columns, rows = _columns(examples, least)
    sizes = np.array([len(example.options) for example in examples])
    right = np.array([value for example in examples for value in example.right])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    group = np.repeat(np.arange(len(sizes)), sizes)

    def gradient(weight: Floats) -> Floats:
        score = np.bincount(rows, weights=weight[columns], minlength=len(right))
        score -= np.maximum.reduceat(score, starts)[group]
        power = np.exp(score)
        share = power / np.add.reduceat(power, starts)[group]
        aim = power * right
        aim /= np.add.reduceat(aim, starts)[group]
        return np.asarray(np.bincount(columns, (share - aim)[rows], len(weight)), dtype=np.float64)

    return _table(names, _descend(len(names), gradient, decay))


def fit_yes_no(examples: Sequence[Example], decay: float, least: int = 3) -> dict[str, float]:
    """Return weights under which the right examples are likelier than not (logistic)."""
    names, columns, rows = _columns(examples, least)
    right = np.array([example.right[0] for example in examples])

    def gradient(weight: Floats) -> Floats:
        score = np.bincount(rows, weights=weight[columns], minlength=len(right))
        slope = 1 / (1 + np.exp(-score)) - right
        return np.asarray(np.bincount(columns, slope[rows], len(weight)), dtype=np.float64)

    return _table(names, _descend(len(names), gradient, decay))


def _table(names: Sequence[str], weight: Floats) -> dict[str, float]:
    return {name: round(float(w), 2) for name, w in zip(names, weight, strict=True) if abs(w) >= 0.05}


def train(docs: Sequence[Doc]) -> Tables:
    """Return the weights learned from some articles."""
    key = scorer().name_key
    speaker = fit_choice(list(speaker_examples(docs, key)), 3.0, 12)
    # what is too rare in the training articles to be learned, and never wrong, has its weight by hand
    speaker["quoted as saying"] = 9.0
    talk = fit_yes_no(list(speech_examples(docs, speaker)), 2.0, 6)
    talk["so-called"] = talk["title of a work"] = -5.0
    pronoun: dict[str, float] = {}
    for _ in range(3):
        pronoun = fit_choice(list(pronoun_examples(docs, pronoun, key)), 3.0, 8)
    pronoun["colon"] = 3.0
    return {"speaker": speaker, "speech": talk, "pronoun": pronoun}


def train_content(docs: Sequence[Doc]) -> dict[str, float]:
    """Return the weights of what a verb of saying reports, learned from some articles."""
    return fit_choice(list(content_examples(docs, scorer().toks)), 3.0, 4)


def content_figures(docs: Sequence[Doc], tables: Tables, folds: int = 4) -> str:
    """Return the scores of whole contents, each article's under weights learned from the others."""
    predicted: dict[str, list[Doc]] = {}
    for fold in range(folds):
        rest = [doc for number, doc in enumerate(docs) if number % folds != fold]
        with _using({**tables, "content": train_content(rest)}):
            for doc in docs[fold::folds]:
                predicted[doc["id"]] = [_record(one) for one in content.contents(doc["text"])]
    score = scorer().score(docs, predicted, True)
    return f"mention {score['all']['e2e_mention']['F']}  indirect span {score['indirect']['lenient']['F']}"


@contextmanager
def _using(tables: Tables) -> Iterator[None]:
    original, weights.load = weights.load, lambda: tables  # type: ignore[assignment]
    try:
        yield
    finally:
        weights.load = original


def _record(one: Found) -> Doc:
    return {
        "start": one.start, "end": one.end, "kind": one.kind, "speaker_text": one.speaker_text or None,
        "speaker_start": one.speaker_start, "speaker_end": one.speaker_end, "entity": one.entity,
    }  # fmt: skip


def figures(docs: Sequence[Doc], tables: Tables) -> str:
    """Return the scores on some articles under some weights, on one line."""
    with _using(tables):
        predicted = {doc["id"]: [_record(one) for one in attribution.quoted(doc["text"])] for doc in docs}
    score = scorer().score(docs, predicted)
    every, pronouns = score["all"], score["pronoun_gold"]
    return (
        f"span {every['lenient']['F']}  mention {every['e2e_mention']['F']}"
        f"  person {every['e2e_entity']['F']}"
        f"  pronouns {pronouns['resolved_right']}/{pronouns['with_entity']}"
    )


def write(tables: Tables) -> None:
    """Write the weights, one feature a line."""
    blocks = []
    for name, table in tables.items():
        lines = ",\n".join(
            f"{json.dumps(key, ensure_ascii=False)}: {value:g}" for key, value in sorted(table.items())
        )
        blocks.append(f'"{name}": {{\n{lines}\n}}')
    WEIGHTS.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8")


def main() -> int:
    """Train, or check by halves."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="train on one half, score the other")
    parser.add_argument("--all", action="store_true", help="train on polnear_entgold's articles too")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("no ../shared/gold/quotes beside this checkout: nothing to train on")
        return 0
    docs = load("polnear_quoted") if arguments.all else training_articles()
    entgold = load("polnear_entgold")
    if arguments.check:
        for one, other in ((docs[::2], docs[1::2]), (docs[1::2], docs[::2])):
            tables = train(one)
            print("other half:", figures(other, tables), "| entgold:", figures(entgold, tables), flush=True)
        return 0
    tables = train(docs)
    whole = load("polnear_ent80_viewA")
    print("whole contents, unseen:", content_figures(whole, tables), flush=True)
    tables["content"] = train_content(whole)
    write(tables)
    known = "seen" if arguments.all else "unseen"
    print(f"{sum(map(len, tables.values()))} weights; entgold, {known}:", figures(entgold, tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
