"""What in quotes is the reader's own: those he made, where their words stand now, and who says them.

A quote he made is an annotation for "editing" with the field "added". It holds its parts as selectors, so that
it is found again by its words when its article is read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tui.model import Annotation, Quote, Selector
from tui.store import records

_WHY = "added by you"


def is_added(annotation: Annotation) -> bool:
    """Tell whether an annotation makes a quote of its own."""
    return annotation.motivation == "editing" and annotation.body.get("field") == "added"


def added_quote(annotation: Annotation, text: str) -> Quote | None:
    """Return the quote that an annotation makes in `text`; None where its words are gone, or it is nonsense."""
    body: Mapping[str, Any] = annotation.body
    try:
        wanted = [records.selector(doc) for doc in body["parts"]]
        kind, speaker = str(body["kind"]), str(body.get("speaker", ""))
    except (KeyError, TypeError, AttributeError):
        return None
    spots = [_spot(text, selector) for selector in wanted]
    parts = [Selector.at(text, *spot) for spot in spots if spot]
    if not parts or len(parts) < len(wanted) or any(a.end > b.start for a, b in pairwise(parts)):
        return None
    if kind not in ("direct", "mixed", "indirect"):
        return None
    target = annotation.target
    made: Any = kind
    return Quote(target.id, target.article, made, tuple(parts), speaker, why=_WHY, edited=("added",))


def with_added(quotes: Iterable[Quote], annotations: Iterable[Annotation], text: str) -> list[Quote]:
    """Return an article's quotes with the reader's own; his take the place of what is found under their ids."""
    mine = [quote for each in annotations if (quote := added_quote(each, text))]
    ids = {quote.id for quote in mine}
    return [*(quote for quote in quotes if quote.id not in ids), *mine]


def set_by_reader(quote: Quote, own: Mapping[str, Any]) -> Quote:
    """Return a quote with what only the reader can know of it: the original wording and its translator."""
    fields: dict[str, Any] = {name: str(own[name]) for name in ("original", "translator") if own.get(name)}
    return replace(quote, **fields) if fields else quote


def respoken(quote: Quote) -> Quote:
    """Return a quote without the speaker that reading found, for the reader knows better; he is a candidate."""
    others = (quote.entity, *quote.candidates) if quote.entity else quote.candidates
    return replace(
        quote, entity="", speaker_text="", speaker_start=-1, speaker_end=-1, role="", candidates=others
    )


def _spot(text: str, selector: Selector) -> tuple[int, int] | None:
    if selector.exact and text[selector.start : selector.end] == selector.exact:
        return selector.start, selector.end
    from tui.anchors import find

    found = find(text, selector)
    return (found.start, found.end) if found else None
