"""What confidences are worth: how often records of each are right, and which contradict themselves.

A record is right where at least half its words are a gold quote's and it has that quote's speaker; one on
words that nobody says is wrong. Wrong ones ought to bear a `?` (a confidence below SURE_ENOUGH), right ones not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.quote_gold import Doc, scorer
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes.names.bodies import body_name, is_body
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR

BINS = 10
_ONE = frozenset(("he", "she", "him", "her"))
_SEVERAL = frozenset(("they", "both", "them"))

Pair = tuple[float, bool]


def gold_at(judge: Any, doc: Doc, start: int, end: int) -> Doc | None:
    """Return the gold quote that shares most words with a range of its article, at least half of the shorter one's.

    None where there is none, and nobody is quoted.
    """
    words = judge.toks(doc["text"], start, end)
    best, most = None, 0
    for gold in doc["quotes"]:
        if gold["end"] <= start or gold["start"] >= end:
            continue
        own = judge.toks(doc["text"], gold["start"], gold["end"])
        shared = len(words & own)
        if shared > most and shared * 2 >= min(len(words), len(own)):
            best, most = gold, shared
    return best


def verdicts(docs: Sequence[Doc], predicted: dict[str, list[Doc]]) -> Iterator[tuple[Doc, bool]]:
    """Yield the records that name a speaker, each with whether that is right by the gold of its article.

    Left out is what gold has no speaker for, and pronouns of which it does not say whom they mean.
    """
    judge = scorer()
    for doc in docs:
        for one in predicted.get(doc["id"], ()):
            if not one["speaker_text"]:
                continue
            gold = gold_at(judge, doc, one["start"], one["end"])
            if gold is None:
                yield one, False
            elif not gold.get("optional") and gold.get("speaker_text"):
                right = judge.entity_right(gold, one)
                if right is not None:
                    yield one, bool(right)


def print_bins(pairs: Iterable[Pair]) -> None:
    """Print how many records of each tenth of confidence are right, and how the `?` is dealt out."""
    found = list(pairs)
    by_bin: dict[int, list[Pair]] = {}
    for sure, right in found:
        by_bin.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, right))
    off = 0.0
    print("    confidence  records  mean  right%")
    for number, held in sorted(by_bin.items()):
        mean, share = sum(sure for sure, _ in held) / len(held), sum(right for _, right in held) / len(held)
        off += abs(mean - share) * len(held) / len(found)
        print(
            f"      {number / BINS:.1f} – {(number + 1) / BINS:.1f}  {len(held):7}  {mean:.2f}  {100 * share:6.1f}"
        )
    print(f"    off by {off:.3f}; {question_marks(found)}")


def question_marks(pairs: Sequence[Pair]) -> str:
    """Return of what is wrong and of what is right how much bears a `?`, and how much of what bears none is right."""
    wrong = [sure < SURE_ENOUGH for sure, right in pairs if not right]
    good = [sure < SURE_ENOUGH for sure, right in pairs if right]
    plain = len(good) - sum(good)
    whole = plain + len(wrong) - sum(wrong)
    return (
        f"? on {_percent(sum(wrong), len(wrong))} of {len(wrong)} wrong, {_percent(sum(good), len(good))} of "
        f"{len(good)} right; without it right: {_percent(plain, whole)}"
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "–"


def contradictions(speaker: str, entity: str) -> Iterator[str]:
    """Yield what of a mention and of whom it is said to stand for cannot both be: state, body or number."""
    said, meant = (
        [word.strip(",.").removesuffix("'s").removesuffix("’s") for word in name.casefold().split()]
        for name in (speaker, entity)
    )
    states = country_of(said), country_of(meant)
    if all(states) and states[0] != states[1]:
        yield "state"
    if is_body(said) and is_body(meant) and not body_name(said).words <= body_name(meant).words:
        yield "body"
    if not said or not meant:
        return
    one, several = bool(_ONE & {said[0]}), bool(_SEVERAL & {said[0]})
    if (one and (is_body(meant) or " and " in entity)) or (several and len(meant) > 1 and _is_one(meant)):
        yield "number"


def _is_one(words: Sequence[str]) -> bool:
    return any(word in PEOPLE and SINGULAR.get(word, word) == word for word in words)


def print_audit(records: Iterable[Doc], shown: int = 0) -> None:
    """Print how many records contradict themselves, which takes no gold, and of how many that is."""
    kinds: Counter[str] = Counter()
    sure = 0
    found = list(records)
    for one in found:
        for kind in contradictions(one["speaker_text"] or "", one["entity"] or ""):
            kinds[kind] += 1
            sure += one["confidence"] >= SURE_ENOUGH
            if kinds[kind] <= shown:
                print(f"      {kind}: {one['speaker_text']} → {one['entity']} {one['confidence']:.2f}")
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    print(
        f"    audit of {len(found)} records: {told or 'nothing contradicts itself'}; {sure} of them without ?"
    )
