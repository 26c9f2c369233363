"""A quote held against the record: a readout or a transcript by an office, where the briefing has one of the event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.core.model import AnnotatedEvent, Article, Quote, Speaker
from tui.core.speakers import attributed_name
from tui.core.statements import Statement, StatementWording
from tui.core.typography import normalize
from tui.reading.quotes.bodies import SEATS, is_body
from tui.reading.statements.sides import sides_of, state_name
from tui.reading.statements.wording import marked

Verdict = Literal["exact", "shortened", "altered", "absent"]

_RECORD = re.compile(
    r"\b(?:readout|transcript|verbatim|communiqu[eé]|press service|official website)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_TOLD = {
    "exact": "as in the record",
    "shortened": "shortened from the record",
    "altered": "altered from the record",
    "absent": "not in the record",
}
_ALIKE = 80.0  # of 100: a stretch of the record that is the same words with some of them changed
_SENTENCE = ".!?…"


class Held(NamedTuple):
    """How the words of a quote stand in the record; `words` are those of the record, "" where it has none."""

    verdict: Verdict
    words: str = ""


def with_record(
    annotated: AnnotatedEvent, statements: Sequence[Statement], speakers: Mapping[str, Speaker]
) -> list[Statement]:
    """Return the statements, each wording that is given word for word held against the record of its speaker's side."""
    records = [article for article in annotated.event.articles if is_record(article)]
    if not records:
        return list(statements)
    sides = sides_of(annotated, statements, speakers)
    found = []
    for statement in statements:
        side = sides.get(attributed_name(statement.base.quote, speakers), "")
        record = next((each for each in records if state_name(each.outlet) == side), None)
        wordings = statement.wordings
        if record:
            wordings = tuple(each._replace(record=_told(each, record)) for each in wordings)
        found.append(replace(statement, wordings=wordings))
    return found


def _told(wording: StatementWording, record: Article) -> str:
    """Return what is said of a wording beside the record: "altered from the record: “…”"; "" of the record's own."""
    if wording.article.id == record.id or wording.quote.kind == "indirect":
        return ""
    held = held_against(wording.quote, record)
    return f"{_TOLD[held.verdict]}: “{held.words}”" if held.verdict == "altered" else _TOLD[held.verdict]


def is_record(article: Article) -> bool:
    """Tell whether an article is an office's own: a readout, a transcript, a ministry's page."""
    words = [word.lower() for word in _WORD.findall(article.outlet)]
    pairs = {f"{a}-{b}" for a, b in pairwise(words)}
    named = bool(SEATS & {*words, *pairs}) or is_body(words)
    return named or bool(_RECORD.search(f"{article.headline} {article.outlet}"))


def held_against(quote: Quote, record: Article) -> Held:
    """Return how the words of a quote that are given word for word stand in the record.

    "exact": whole sentences of it; "shortened": a stretch of one; "altered": nearly so; "absent": nothing like it.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    text = normalize(record.text)
    stretches = [each for part in quote.parts for each in marked(part.exact) or [part.exact]]
    parts = [normalize(each).strip(" ,;") for each in stretches]
    places = [text.find(part) for part in parts]
    if all(at >= 0 for at in places):
        whole = all(_is_whole(text, at, at + len(part)) for at, part in zip(places, parts, strict=True))
        return Held("exact" if whole else "shortened", " … ".join(parts))
    found = []
    for part, at in zip(parts, places, strict=True):
        near = None if at >= 0 else partial_ratio_alignment(part, text, score_cutoff=_ALIKE)
        if at < 0 and near is None:
            return Held("absent")
        first, last = (at, at + len(part)) if near is None else (near.dest_start, near.dest_end)
        found.append(_whole_words(text, first, last))
    return Held("altered", " … ".join(found))


def _is_whole(text: str, first: int, last: int) -> bool:
    before, after = text[:first].rstrip(), text[last - 1 : last + 2]
    begins = not before or before[-1] in f'{_SENTENCE}"'
    return begins and any(mark in after for mark in _SENTENCE)


def _whole_words(text: str, first: int, last: int) -> str:
    """Return a stretch of a text, grown to whole words."""
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return text[first:last].strip()
