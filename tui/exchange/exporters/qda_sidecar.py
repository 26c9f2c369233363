"""What a REFI-QDA project has no place for, in a file beside it in the archive: for our own import, which reads no other's.

It says which project it belongs to by the SHA-256 of that; who changes the project leaves it behind.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tui.core.model import AnnotatedEvent, Article, Quote
from tui.core.records import attributes
from tui.exchange.exporters.deed_list import deeds
from tui.exchange.exporters.dossier import Dossier, guid
from tui.exchange.exporters.serialize import filled

_READING = "speaker_text speaker_start speaker_end entity why confidence candidates chain role polarity"


def sidecar(dossier: Dossier, project: bytes) -> str:
    """Return it: `quotes`, `articles` and `events` by id, `signs` by the names of tags."""
    told: dict[str, Any] = {"quotes": {}, "articles": {}, "events": {}}
    for annotated in dossier.events():
        event = annotated.event
        if done := deeds(annotated, event.id, dossier.speakers, dossier.tags):
            told["events"][event.name or event.id] = {"deeds": done}
        for article in event.articles:
            told["articles"][guid(article.id)] = _article(dossier, annotated, article)
            for quote in article.all_quotes:
                told["quotes"][guid(quote.id)] = _quote(dossier, annotated, quote)
    signs = {tag.name: tag.sign for tag in dossier.tags.values() if tag.sign}
    whole = {"project": hashlib.sha256(project).hexdigest(), **told, "signs": signs}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _article(dossier: Dossier, annotated: AnnotatedEvent, article: Article) -> dict[str, Any]:
    """Return how the fields of an article are known, and the ids of its quotes in order."""
    own = [guid(quote.id) for quote in article.quotes]
    about = {"basis": dict(article.basis), "event_date": article.event_date, "quotes": own}
    return {**about, **filled({"deeds": deeds(annotated, article.id, dossier.speakers)})}


def _quote(dossier: Dossier, annotated: AnnotatedEvent, quote: Quote) -> dict[str, Any]:
    """Return a quote: where it is and who says it, for it may be no selection, and how a reading found it."""
    reading = attributes(quote, _READING) | {"cue_text": quote.cue}
    about = {
        "kind": quote.kind,
        "parts": [[part.start, part.end] for part in quote.parts],
        "speakers": [name for name, _ in dossier.attributed(quote)],
        "reading": reading,
        "own": "added" in quote.edited,
    }
    return filled({**about, "deeds": deeds(annotated, quote.id, dossier.speakers)})
