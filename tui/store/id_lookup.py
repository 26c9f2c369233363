"""Finding things by id without any index: the files are searched as they are."""

from __future__ import annotations

import re

from tui.commands.helpers import target_of
from tui.core.model import AnnotationTarget
from tui.store import codec, loader
from tui.store.annotation_scan import annotations_in
from tui.store.disk.cache import owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder

LEAST = 4
"""Characters of an id that are to be said at the least."""
_MOST = 5


def find(folder: BriefingFolder, wanted: str) -> AnnotationTarget:
    """Return what an id, or a unique beginning of one, stands for, in any form it is printed in. Raises `StoreError`."""
    try:
        return _find(folder, wanted)
    except StoreError:
        plain = plain_id(wanted)
        if plain == wanted:
            raise
    return _find(folder, plain)


def plain_id(wanted: str) -> str:
    """Return an id as it is stored.

    Exports have it as a URN, with dashes, as the name of a block, in capitals, at the end of a citation key.
    """
    bare = wanted.strip().lower().removeprefix("urn:uuid:").removeprefix("^").removeprefix("@")
    if key := re.fullmatch(r"[a-z0-9]*(?:\d{4}|nd)[a-z]*([0-9a-f]{8})", bare):  # by which an article is cited
        return key[1] if re.search(r"[g-z]", bare) else bare
    return bare.replace("-", "") if re.fullmatch(r"[0-9a-f-]+", bare) else bare


def _find(folder: BriefingFolder, wanted: str) -> AnnotationTarget:
    if not re.fullmatch(r"[\w-]+", wanted, re.ASCII):
        raise StoreError(f"no such id: {wanted!r}")
    if len(wanted) < LEAST:
        raise StoreError(f"{wanted}: give at least {LEAST} characters of an id")
    found = {
        each: AnnotationTarget("speaker", each)
        for each in loader.read_speakers(folder)
        if each.startswith(wanted)
    }
    needle = b'"id":"' + wanted.encode()
    unread = []
    for name in sorted(folder.mentioning("events", needle)):
        try:
            found |= _targets(folder, name, wanted)
        except StoreError as error:
            unread.append(f"; {error}")
        if wanted in found:  # whole ids are what programs ask for: no need to look further
            break
    if wanted not in found:
        found = _written_on(folder, wanted, needle) | found
    if wanted in found:
        return found[wanted]
    if not found:
        said = f"{wanted}: no event, article or speaker is called so, and no id begins so"
        raise StoreError(said + "".join(unread[:1]))
    if len(found) > 1:
        some = ", ".join(f"{target.type} {each}" for each, target in sorted(found.items())[:_MOST])
        raise StoreError(f"{wanted}: several ids begin so: {some}{', …' * (len(found) > _MOST)}")
    return next(iter(found.values()))


def _targets(folder: BriefingFolder, name: str, wanted: str) -> dict[str, AnnotationTarget]:
    event = loader.read_event(folder, owner_of(name)[1], keep=False)
    found = [AnnotationTarget("event", event.id)]
    for article in event.articles:
        found.append(AnnotationTarget("article", article.id, article.id))
        found += map(target_of, article.quotes)
    return {target.id: target for target in found if target.id.startswith(wanted)}


def _written_on(folder: BriefingFolder, wanted: str, needle: bytes) -> dict[str, AnnotationTarget]:
    """Return the quotes whose ids begin so that the reader made, or wrote on and that are gone."""
    written = (each.target for each in annotations_in(folder, folder.mentioning("notes", needle)))
    return {each.id: each for each in written if each.type == "quote" and each.id.startswith(wanted)}


def event_of(folder: BriefingFolder, article_id: str) -> str:
    """Return the id of the event an article lies in, "" when there is none.

    The index is asked first, where there is one; it is believed when the file agrees.
    """
    hint = _indexed(folder, article_id)
    if hint and holds(folder, hint, article_id):
        return hint
    needle = b'"id":"' + article_id.encode() + b'"'
    for name in folder.mentioning("events", needle):
        event_id = owner_of(name)[1]
        if loader.read_article(folder, event_id, article_id, keep=False):
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
    from contextlib import closing

    from tui.store.index.database import connect_for_reading

    try:
        with closing(connect_for_reading(folder.root, timeout=0.1)) as db:
            found = db.execute("SELECT event FROM articles WHERE id = ?", (article_id,)).fetchone()
    except sqlite3.Error:
        return ""
    return str(found[0]) if found else ""
