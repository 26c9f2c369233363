"""The project's own gold as articles to learn from, in the form of the public gold that `benchmarks.train_quotes` reads.

A label names the words of the mention and not their place: of several that are written so it is the one nearest the
quote, in its sentence if one is, and rather one beside a verb of saying: the first in "He said that he “knew”".
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.own_gold import fold, places, source_of
from benchmarks.quote_gold import Doc
from tests.support.own_gold import GOLD, Passage, Quote, passages
from tui.reading.encoding import BadSourceError
from tui.reading.quotes.names.context import ArticleAnalysis, read_context
from tui.reading.quotes.names.mentions import PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.read import read_article


def own_articles() -> list[Doc]:
    """Return the English passages of development/, each with the round that it was written in."""
    found = []
    for path in sorted((GOLD / "development").glob("*.yaml")):
        number = path.stem.rpartition("-")[2]
        for passage in passages("development", path.stem):
            if passage["lang"] == "en":
                found.append(_article(passage, int(number) if number.isdigit() else 1))
    return found


def _article(passage: Passage, number: int) -> Doc:
    try:
        text = read_article(source_of(passage)).text
    except BadSourceError:
        text = ""
    context = read_context(text, typed=True)
    labelled = list(zip(passage["quotes"], places(text, passage["quotes"]), strict=True))
    quotes = [
        {"start": start, "end": end, **_speaker(context, quote, start, letters)}
        for quote, letters in labelled
        for start, end in _stretches(context, letters)
    ]
    return {"id": passage["id"], "round": number, "text": text, "quotes": quotes}


def _stretches(context: ArticleAnalysis, letters: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the marked stretches that a label lies on, or all of its words where it lies on none."""
    if not letters:
        return
    marked = [
        (stretch.start, stretch.end)
        for stretch in context.stretches
        if 2 * len(letters.intersection(range(stretch.start, stretch.end))) > stretch.end - stretch.start
    ]
    yield from marked or [(min(letters), max(letters) + 1)]


def _speaker(context: ArticleAnalysis, quote: Quote, start: int, letters: set[int]) -> Doc:
    """Return who says a quote as the public gold has it: nobody for words that are nobody's."""
    if quote.get("scare") or not quote.get("mention"):
        return {"speaker_text": None, "speaker_start": None, "speaker_end": None, "scare": True}
    skeleton, wanted = context.skeleton, fold(quote["mention"].replace(",", ""))
    at = max(0, sum(one <= start for one in skeleton.starts) - 1)

    def distance(mention: Mention) -> tuple[int, bool, int, bool, bool]:
        beside = skeleton.shape[mention.last : mention.last + 1] + skeleton.shape[max(0, mention.first - 1)]
        apart = abs(skeleton.sentence[mention.first] - skeleton.sentence[at])
        other = fold(context.written(mention)) != wanted
        return apart, shapes.CUE not in beside, abs(mention.first - at), other, bool(mention.owner)

    same = [
        one
        for one in context.mentions
        if skeleton.starts[one.first] not in letters and _is_written(context, one, wanted)
    ]
    nearest = min(same, key=distance, default=None)
    if nearest is None:
        return {"speaker_text": quote["mention"], "speaker_start": None, "speaker_end": None}
    names = [quote["speaker"], *quote.get("also", ())] if "speaker" in quote else []
    return {
        "speaker_text": quote["mention"], "entity": quote.get("speaker"), "names": names,
        "speaker_start": skeleton.starts[nearest.first], "speaker_end": skeleton.ends[nearest.last - 1],
    }  # fmt: skip


def _is_written(context: ArticleAnalysis, mention: Mention, wanted: str) -> bool:
    """Tell whether a mention is what a label calls its speaker, or begins it: "an aide" of "an aide to Lund"."""
    written = fold(context.written(mention))
    if mention.kind == PRONOUN or not written:
        return written == wanted
    return f"{wanted} ".startswith(f"{written} ") or f" {wanted} " in f" {written} "
