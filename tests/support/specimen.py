"""A small briefing that has every kind of file a briefing can have, and all a reader can see of one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.support.crash import build, page, revised
from tui.commands.annotations import AddTags, EditField, Star, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.commands.events import MoveArticle
from tui.commands.feeds import Subscribe
from tui.commands.saved_searches import SaveView
from tui.commands.speakers import AddAlias
from tui.core.model import AnnotationTarget
from tui.store.briefing import Briefing, StoreError
from tui.store.disk import journal

FEED = "https://courier.example/feed"

# A kind of file, and where such files lie; what has been written more than once comes first.
KINDS: dict[str, str] = {
    "catalogue": "catalogue.json",
    "codebook": "codebook.json",
    "speakers": "speakers.json",
    "events": "events/*.json",
    "notes": "notes/*.json",
    "versions": "versions/*.json",
    "feeds": "feeds.json",
    "journal": "journal.jsonl",
    "packed journal": "journal/until-*.jsonl.gz",
    "previous (.bak)": "*/*.json.bak",
    "sources": "sources/*.gz",
    "index": "index.sqlite",
    "place": "place.json",
    "synced": ".synced",
    "lock": ".lock",
    "session": ".sessions/*",
}
# What is derived from other files, or worth no complaint: it may be replaced without a word.
DERIVED = frozenset({"index", "place", "synced", "lock", "session", "previous (.bak)"})


def specimen(path: Path) -> None:
    """Make the briefing. Each kind of file in it was written, as far as it can be, more than once."""
    build(path, articles=6)
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    briefing.do(WriteNote(target_of(quote), "kept in mind"))
    briefing.do(WriteNote(target_of(quote), "and this as well"))
    briefing.do(EditField(target_of(quote), "speaker", "Nils Alder"))
    briefing.do(EditField(target_of(article), "event", "A day of its own"))
    briefing.do(EditField(target_of(article), "headline", "Seen anew"))
    briefing.do(WriteNote(AnnotationTarget("event", briefing.rows()[0]["id"]), "an event's note"))
    briefing.do(Subscribe([(FEED, "The Courier"), (f"{FEED}/2", "Second")]))
    briefing.save_feed_state(list(briefing.feeds().values()))
    briefing.do(SaveView("unread", "is:unread"))
    briefing.do(AddAlias(next(iter(briefing.speakers())), "The harbour master"))
    briefing.add([revised(1, "noon"), page(40, "group 9")])
    briefing.add([revised(1, "dusk")])
    briefing.do(MoveArticle(article.id, briefing.rows()[-1]["id"]))
    briefing.do(DeleteArticle(target_of(list(briefing.quotes())[-1][1])))
    before, journal.KEPT_LINES = journal.KEPT_LINES, 6
    try:
        with briefing._folder.locked():
            briefing._folder.journal.rotate()
    finally:
        journal.KEPT_LINES = before
    briefing.do(Star([target_of(quote)]))
    briefing.do(AddTags([target_of(quote)], ["last"]))
    briefing.undo()
    briefing.save_place({"event": briefing.rows()[0]["id"], "article": "", "quote": "", "pane": "quotes"})
    briefing.counts()
    briefing.close()
    (path / ".sessions" / "0123456789abcdef").touch(mode=0o600)  # what a kill leaves


def seen(path: Path) -> dict[str, object]:
    """Return all a reader can see of a briefing, by what it is; the error where something cannot be shown."""
    shown: dict[str, object] = {}

    def look(what: str, at: Callable[[], object]) -> None:
        try:
            shown[what] = at()
        except StoreError as error:
            shown[what] = f"! {error}"

    try:
        briefing = Briefing.open(path)
    except StoreError as error:
        return {"open": f"! {error}"}
    try:
        look("rows", lambda: [dict(row) for row in briefing.rows()])
        look("tags", lambda: sorted(map(str, briefing.tags().values())))
        look("views", lambda: sorted(map(str, briefing.views().values())))
        look("speakers", lambda: sorted(map(str, briefing.speakers().values())))
        look("feeds", lambda: sorted(map(str, briefing.feeds().values())))
        rows: Any = shown["rows"]
        for row in rows if isinstance(rows, list) else ():
            look(f"event {row['id']}", partial(_event, briefing, row["id"]))
        look("quotes", lambda: sorted(str(quote) for _, _, quote in briefing.quotes()))
        look("counts", lambda: sorted(map(str, briefing.counts().items())))
        look("search", lambda: sorted(map(str, briefing.select("convoy OR kept"))))
    finally:
        briefing.close()
    return shown


def _event(briefing: Briefing, event_id: str) -> object:
    one = briefing.annotated(event_id)
    pages = []
    for article in one.event.articles:
        try:
            pages.append(briefing.raw(article))
        except StoreError as error:
            pages.append(f"! {error}")
    versions = [briefing.versions(article.id) for article in one.event.articles]
    return str(one.event), str(sorted(one.annotations.items())), str(versions), pages
