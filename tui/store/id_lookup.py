"""Finding things by id without any index: the files are searched as they are."""

from __future__ import annotations

import re

from tui.commands.helpers import target_of
from tui.core.model import AnnotationTarget, Quote
from tui.store import codec, loader
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder

_LEAST = 4
_MOST = 5


def find(folder: BriefingFolder, wanted: str) -> AnnotationTarget:
    """Return what an id, or a unique beginning of one, stands for. Raises `StoreError`."""
    if not re.fullmatch(r"[\w-]+", wanted, re.ASCII):
        raise StoreError(f"no such id: {wanted!r}")
    if len(wanted) < _LEAST:
        raise StoreError(f"{wanted}: give at least {_LEAST} characters of an id")
    found: dict[str, AnnotationTarget] = {}
    needle = re.compile(rb'"id":"(' + wanted.encode() + rb'[\w-]*)"', re.ASCII)
    for speaker in loader.read_speakers(folder).values():
        if speaker.id.startswith(wanted):
            found[speaker.id] = AnnotationTarget("speaker", speaker.id)
    for name in sorted(folder.names("events")):
        hits = {hit.decode() for hit in needle.findall(_bytes(folder, name))}
        if hits:
            found |= _targets(folder, name, hits)
            if wanted in found:  # whole ids are what programs ask for: no need to look further
                break
    if wanted not in found:
        found = _written_on(folder, wanted, needle) | found
    if wanted in found:
        return found[wanted]
    if not found:
        raise StoreError(f"{wanted}: there is no event, article, quote or speaker whose id begins so")
    if len(found) > 1:
        some = ", ".join(f"{target.type} {each}" for each, target in sorted(found.items())[:_MOST])
        raise StoreError(f"{wanted}: several ids begin so: {some}{', …' * (len(found) > _MOST)}")
    return next(iter(found.values()))


def _targets(folder: BriefingFolder, name: str, hits: set[str]) -> dict[str, AnnotationTarget]:
    try:
        event = loader.read_event(folder, name.removeprefix("events/").removesuffix(".json"), keep=False)
    except StoreError:
        return {}
    found = {event.id: AnnotationTarget("event", event.id)}
    for article in event.articles:
        found[article.id] = AnnotationTarget("article", article.id, article.id)
        found |= {quote.id: quote_target(quote) for quote in article.quotes}
    return {each: target for each, target in found.items() if each in hits}


def _written_on(
    folder: BriefingFolder, wanted: str, needle: re.Pattern[bytes]
) -> dict[str, AnnotationTarget]:
    """Return the quotes whose ids begin so that the reader made himself, or that are gone and he wrote on."""
    found: dict[str, AnnotationTarget] = {}
    for name in folder.names("notes"):
        held = _bytes(folder, name)
        if needle.search(held):
            owner = name.removeprefix("notes/").removesuffix(".json")
            for each in loader.read_notes(folder, owner, keep=False):
                if each.target.type == "quote" and each.target.id.startswith(wanted):
                    found[each.target.id] = each.target
    return found


def quote_target(quote: Quote) -> AnnotationTarget:
    """Return the target that stands for a quote."""
    return target_of(quote)


def event_of(folder: BriefingFolder, article_id: str) -> str:
    """Return the id of the event an article lies in, "" when there is none.

    The index is asked first, where there is one; it is believed when the file agrees.
    """
    hint = _indexed(folder, article_id)
    if hint and holds(folder, hint, article_id):
        return hint
    needle = b'"id":"' + article_id.encode() + b'"'
    for name in folder.names("events"):
        if needle not in _bytes(folder, name):
            continue
        event_id = name.removeprefix("events/").removesuffix(".json")
        try:
            event = loader.read_event(folder, event_id, keep=False)
        except StoreError:
            continue
        if any(article.id == article_id for article in event.articles):
            return event_id
    return ""


def holds(folder: BriefingFolder, event_id: str, article_id: str) -> bool:
    """Tell whether an article lies in an event."""
    try:
        articles = folder.table(loader.event_file(event_id), "articles")
    except StoreError:
        return False
    return str(codec.doc_id(article_id)) in articles


def _indexed(folder: BriefingFolder, article_id: str) -> str:
    import sqlite3

    path = folder.root / "index.sqlite"
    if not path.exists():
        return ""
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1)
        try:
            found = db.execute("SELECT event FROM articles WHERE id = ?", (article_id,)).fetchone()
        finally:
            db.close()
    except sqlite3.Error:
        return ""
    return str(found[0]) if found else ""


def _bytes(folder: BriefingFolder, name: str) -> bytes:
    try:
        return (folder.root / name).read_bytes()
    except OSError:
        return b""
