"""Make tui/reading/quotes/weights.json: how much each feature speaks for a speaker, for speech, for "he".

    python -m benchmarks.train_quotes             train on all gold articles, write the weights
    python -m benchmarks.train_quotes --content   train only what a verb of saying reports, keep the others
    python -m benchmarks.train_quotes --unseen    write nothing: figures on articles that were not trained
                                                  on, by parts (each article is scored once, with
                                                  weights learned from the articles of the other parts);
                                                  "as shown" is what a reader sees of the whole contents, which
                                                  pays for what the table "statement" leaves out, and for words
                                                  in marks that stand alone where the gold has the clause

    … --own       learn whom a quote and a "he" belong to from the project's own gold too, and with --unseen score
                  that as well, by rounds: its quotes are worth half as much as those of the public gold (more, and
                  American news is read worse). What is speech is learned from the public gold alone, as hardly any
                  mark in the own gold holds anything else. The weights that are kept were learned without it.

Needs numpy and ../shared/gold/quotes. The pages of `seeds_quoted` are never trained on. The weights hold
names of features only: classes of words, verbs of saying, prepositions, counts; a word that is
neither among the engine's own lists nor in its rules is refused.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain, groupby

from benchmarks import quote_gold
from benchmarks.fitting import Example, fit_choice, fit_yes_no
from benchmarks.own_articles import own_articles
from benchmarks.own_gold import Tally
from benchmarks.own_gold import score as score_own
from benchmarks.quote_gold import GOLD, REPO, Doc, load, record, scorer
from benchmarks.quotes import score
from tests.support.own_gold import passages
from tui.reading.quotes import find_quotes, weights
from tui.reading.quotes.cues import speech_classifier
from tui.reading.quotes.cues.speaker_features import describe_place
from tui.reading.quotes.cues.speaker_ranking import described, rank
from tui.reading.quotes.indirect import indirect_speech, reported_speech
from tui.reading.quotes.names.context import ArticleAnalysis, read_context
from tui.reading.quotes.names.mentions import NAME, PRONOUN, Mention
from tui.reading.quotes.resolution import attribution
from tui.reading.quotes.resolution.coreference import CoreferenceResolver
from tui.reading.quotes.resolution.pronoun_features import antecedents, gendered
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import CLASSES

WEIGHTS = REPO / "tui" / "reading" / "quotes" / "weights.json"

PARTS = 5
_SHOWN = "as shown"
_OWN = 0.5  # how many examples of the public gold one of the project's own is worth

Tables = dict[str, dict[str, float]]


def training_articles() -> list[Doc]:
    """Return the gold articles, with the pronouns that were resolved by hand where there are any."""
    by_hand = {doc["id"]: doc for doc in load("polnear_entgold")}
    return [by_hand.get(doc["id"], doc) for doc in load("polnear_quoted")]


def golds(context: ArticleAnalysis, doc: Doc) -> list[Doc | None]:
    """Return the gold quote at each stretch of the article, or None."""
    starts = {quote["start"]: quote for quote in doc["quotes"]}
    return [starts.get(stretch.outer_start) or starts.get(stretch.start) for stretch in context.stretches]


def overlaps(context: ArticleAnalysis, mention: Mention, quote: Doc) -> bool:
    """Tell whether a mention is the gold speaker's, as the scorer sees it."""
    if quote["speaker_start"] is None:
        return False
    start, end = context.skeleton.starts[mention.first], context.skeleton.ends[mention.last - 1]
    shared = min(end, quote["speaker_end"]) - max(start, quote["speaker_start"])
    return bool(
        shared > 0 and shared >= 0.5 * min(end - start, quote["speaker_end"] - quote["speaker_start"])
    )


def _order(context: ArticleAnalysis, quote: Doc, mention: Mention) -> tuple[bool, bool, int]:
    """Return what orders mentions that are one within the other: "an aide" of "an aide to Lund" is the speaker."""
    start, end = context.skeleton.starts[mention.first], context.skeleton.ends[mention.last - 1]
    exact = (start, end) == (quote["speaker_start"], quote["speaker_end"])
    return not exact, bool(mention.owner), mention.first


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
            within = [mention for mention, _ in weighed if overlaps(context, mention, quote)]
            head = min(within, key=partial(_order, context, quote), default=None)
            same = [mention is head for mention, _ in weighed]
            wanted = key(quote["speaker_text"])
            alike = [
                key(context.written(mention)) == wanted and mention not in within for mention, _ in weighed
            ]
            if wanted and wanted.startswith("PRON:") and head is not None:
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
            names = speech_classifier.speech_features(
                context, number, place, ranked[0][0] if ranked else 0.0, ties
            )
            yield Example([names], [0.0 if quote is None else 1.0])
            if quote is not None:
                previous, previous_at = ranked[0][1] if ranked else None, place.at


def pronoun_examples(
    docs: Sequence[Doc], pronoun: Mapping[str, float], key: Callable[[str], str | None]
) -> Iterator[Example]:
    """Yield for each "he" or "she" that speaks the entities it may mean."""
    for doc in docs:
        context = read_context(doc["text"])
        resolver = CoreferenceResolver(context, pronoun)
        wanted: dict[int, tuple[str | None, int]] = {}
        events: list[tuple[int, int, Mention]] = [
            (mention.first, 1, mention) for mention in context.mentions if gendered(context, mention)
        ]
        numbers = {id(quote): number for number, quote in enumerate(golds(context, doc)) if quote}
        for quote in doc["quotes"]:
            number = numbers.get(id(quote), -1)  # -1 for what is said without marks
            if not quote["speaker_text"]:
                continue
            for mention in context.mentions:
                if mention.kind in (NAME, PRONOUN) and overlaps(context, mention, quote):
                    if number >= 0:
                        events.append((context.skeleton.quotes[number], 0, mention))
                    if quote.get("entity") and gendered(context, mention):
                        wanted.setdefault(mention.number, (key(quote["entity"]), number))
                    break
        for at, is_pronoun, mention in sorted(events, key=lambda event: event[:2]):
            if not is_pronoun:
                resolver.spoke(mention, at)
                continue
            entity, number = wanted.get(mention.number, (None, -1))
            near = antecedents(context, mention, resolver.choice.pronouns)
            if entity and near:
                options = list(resolver.choice.weighed(mention, near, number))
                right = [float(key(context.entities[one].name) == entity) for one, _ in options]
                if any(right):
                    yield Example([names for _, names in options], right)
            resolver.choice.choose(mention, number)


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
            if letter != shapes.CUE:
                continue
            mine = [
                (gold, quote)
                for gold, quote in wanted
                if gold and quote["cue_start"] is not None
                and quote["cue_start"] <= starts[verb] and ends[verb] <= quote["cue_end"]
            ]  # fmt: skip
            speech_of = [gold for gold, quote in mine if quote["speech"] or quote["kind"] != "indirect"]
            found = indirect_speech.options(context, verb)
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


def train(docs: Sequence[Doc], own: Sequence[Doc] = ()) -> Tables:
    """Return the weights learned from some articles of the public gold and of the project's own."""
    key = scorer().name_key
    speaker = fit_choice([*speaker_examples(docs, key), *_worth_less(speaker_examples(own, key))], 3.0, 6)
    # what is too rare in the training articles to be learned, and never wrong, has its weight by hand
    speaker["quoted as saying"] = 9.0
    talk = fit_yes_no(list(speech_examples(docs, speaker)), 2.0, 6)
    talk["so-called"] = talk["title of a work"] = talk["byline"] = -5.0
    pronoun: dict[str, float] = {}
    for _ in range(3):
        examples = pronoun_examples(docs, pronoun, key), _worth_less(pronoun_examples(own, pronoun, key))
        pronoun = fit_choice([*chain(*examples)], 10.0, 20)
    pronoun |= {"colon": 3.0, "meant by the other": -4.0, "gender=clashes": -1.5, "gender=fits": 0.5}
    return {"speaker": speaker, "speech": talk, "pronoun": pronoun}


def _worth_less(examples: Iterable[Example]) -> Iterator[Example]:
    return (replace(example, worth=_OWN) for example in examples)


def train_content(docs: Sequence[Doc]) -> dict[str, float]:
    """Return the weights of what a verb of saying reports, learned from some articles."""
    return fit_choice(list(content_examples(docs, scorer().toks)), 1.5, 4)


def part(doc: Doc, parts: int) -> int:
    """Return the part an article falls in, the same in every run and every file; all of one round in the same."""
    return int(doc["round"]) % parts if "round" in doc else zlib.crc32(str(doc["id"]).encode()) % parts


def without(number: int, parts: int = PARTS, own: Sequence[Doc] = ()) -> Tables:
    """Return the weights learned from all gold articles but those of one part; how sure that is, is not among them."""
    tables = train([doc for doc in training_articles() if part(doc, parts) != number], own)
    whole = load("polnear_ent80_viewA")
    return tables | {"content": train_content([doc for doc in whole if part(doc, parts) != number])}


def unseen(parts: int = PARTS, own: Sequence[Doc] = ()) -> dict[str, dict[str, list[Doc]]]:
    """Return by gold file what is found in each article under weights learned from other parts.

    Of that of whole contents also what a reader sees: marked words apart, and without what is likely no statement.
    """
    docs, whole = training_articles(), load("polnear_ent80_viewA")
    quoted: dict[str, list[Doc]] = {}
    contents: dict[str, list[Doc]] = {}
    shown: dict[str, list[Doc]] = {}
    others = weights.load()
    for number in range(parts):
        with using(others | without(number, parts, own)):
            for doc in docs:
                if part(doc, parts) == number:
                    quoted[doc["id"]] = [record(one) for one in attribution.quoted(doc["text"])]
            for doc in whole:
                if part(doc, parts) == number:
                    contents[doc["id"]] = [record(one) for one in reported_speech.contents(doc["text"])]
                    shown[doc["id"]] = [record(one) for one in find_quotes(doc["text"], spans="all")]
    whole_contents = {"polnear_ent80_viewA": contents, f"polnear_ent80_viewA {_SHOWN}": shown}
    return {"polnear_entgold": quoted, "polnear_quoted": quoted} | whole_contents


def unseen_own(own: Sequence[Doc], parts: int = PARTS) -> dict[str, Tally]:
    """Return by kind how the project's own gold is read under weights learned from other rounds and the public gold."""
    public, others = training_articles(), weights.load()
    part_of = {doc["id"]: part(doc, parts) for doc in own}
    found: dict[str, Tally] = {}
    for number in range(parts):
        with using(others | train(public, [doc for doc in own if part_of[doc["id"]] != number])):
            for passage in passages("development"):
                if part_of.get(passage["id"]) == number:
                    found.setdefault(passage["kind"], Tally()).add(score_own(passage))
    return found


@contextmanager
def using(tables: Tables) -> Iterator[None]:
    """Let the engine weigh by other weights meanwhile."""
    original, weights.load = weights.load, lambda: tables  # type: ignore[assignment]
    try:
        yield
    finally:
        weights.load = original


def foreign_words(tables: Tables, names: Iterable[str] = ()) -> set[str]:
    """Return the words in the names of features that come from no list and no rule of the engine.

    `names` are words that may be in no name of a feature, whatever the lists hold.
    """
    own = set(CLASSES) | set(CUES) | set(CUES.values())
    for source in (REPO / "tui" / "reading" / "quotes").rglob("*.py"):
        own.update(re.findall(r"[^\W\d_]{3,}", source.read_text("utf-8")))
    used = {word for table in tables.values() for name in table for word in re.findall(r"[^\W\d_]{3,}", name)}
    refused = set(names) - own
    return {
        word
        for word in used
        if not _made_of(word, own) or refused.intersection(re.findall("[a-z]{4,}", word))
    }


# Letters at either end of a feature's name, classes of words among them (see `shapes`), and short words.
_LETTERS = frozenset("abcgopsvwDPOFXRTVWJHNSEGAQB")
_SHORT = frozenset("he it up by in of on at as to if or so no we ed is w g".split())


def _made_of(word: str, own: set[str]) -> bool:
    """Tell whether a name of a feature is nothing but words of the engine, set side by side."""
    body = word.lstrip("".join(_LETTERS - set("abcgopsvw")))
    for text in (word, body, body[1:], body[:-1], body[1:-1], body.rstrip("abcgopsvw"), body.lstrip("cva")):
        reached = [True] + [False] * len(text)
        for end in range(1, len(text) + 1):
            reached[end] = any(
                reached[start]
                and (text[start:end] in own or text[start:end] in _SHORT or text[start:end].isupper())
                for start in range(max(0, end - 20), end)
            )
        if reached[-1]:
            return True
    return False


def people(docs: Sequence[Doc]) -> set[str]:
    """Return the words by which the gold articles call their speakers, small."""
    named = (
        quote.get(field) or ""
        for doc in docs
        for quote in doc["quotes"]
        for field in ("speaker_text", "entity")
    )
    words = (word for name in named for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return {word.casefold() for word in words}


def write(tables: Tables) -> None:
    """Write the weights, the features of one name (up to "=" or a space) on a line."""
    blocks = []
    for title, table in tables.items():
        groups = groupby(sorted(table), key=lambda name: re.split("[= ]", name)[0])
        lines = ",\n".join(
            ", ".join(f"{json.dumps(name, ensure_ascii=False)}: {table[name]:g}" for name in group)
            for _, group in groups
        )
        blocks.append(f'"{title}": {{\n{lines}\n}}')
    WEIGHTS.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8")


def main() -> int:
    """Train, or score what was not trained on."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--unseen", action="store_true", help="figures on unseen articles; write nothing")
    parser.add_argument("--content", action="store_true", help="only what a verb of saying reports")
    parser.add_argument("--own", action="store_true", help="learn from the project's own gold too")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("no ../shared/gold/quotes beside this checkout: nothing to train on")
        return 0
    public, own = training_articles(), own_articles() if arguments.own else []
    if arguments.unseen:
        for name, predicted in unseen(own=own).items():
            print(f"{name}, unseen: {quote_gold.line(score(name.split()[0], predicted))}", flush=True)
        for kind, row in (unseen_own(own) if own else {}).items():
            print(
                f"own gold, unseen: {kind:14} {row.right} of {row.quotes} right, {row.wrong} wrong, {row.sure} sure"
            )
        return 0
    tables = {} if arguments.content else train(public, own)
    tables["content"] = train_content(load("polnear_ent80_viewA"))
    strange = foreign_words(tables, people([*public, *own]))
    if strange:
        print("not written; names of features hold words of the articles:", *sorted(strange))
        return 1
    tables = weights.load() | tables
    write(tables)
    print(f"{sum(map(len, tables.values()))} weights written to {WEIGHTS.relative_to(REPO)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
