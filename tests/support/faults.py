"""What is wrong with a briefing after a kill or a refusal: everything is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from tests.support.works import Acknowledged
from tui.core.model import AnnotatedEvent, EventCounts
from tui.store import loader
from tui.store.briefing import Briefing, StoreError


def faults(path: Path, acknowledged: list[Acknowledged], *, noticed: bool = False) -> list[str]:
    """Return what is wrong with a briefing after a kill, [] when all is well.

    Notices are wrong unless it was to be `noticed`.
    """
    found = [str(done["error"]) for done in acknowledged if "error" in done]
    try:
        briefing = Briefing.open(path)
        # Whoever writes next finishes what was left: a reader alone sees the same without writing.
        rows = {row["id"]: row for row in briefing.rows()}
        folder = briefing._folder
        found += [] if noticed else list(briefing.warnings)
        articles: dict[str, str] = {}
        sources: dict[str, str] = {}
        for name in folder.names("events"):
            event_id = name[7:-5]
            found += _of_articles(briefing, event_id, articles, sources)
            if loader.catalogue_row(folder, event_id) != rows.pop(event_id, None):
                found.append(f"the catalogue does not say what event {event_id} is")
            found += _of_annotations(briefing, event_id)
        found += [f"the catalogue lists {event_id}, which is not there" for event_id in rows]
        counts = {event: each for event, each in briefing.counts().items() if each != EventCounts()}
        if counts != (wanted := counted(briefing)):
            found.append(f"the index counts {counts}, not {wanted}")
        found += _missing(briefing, acknowledged, articles)
        if any((path / ".pending").iterdir()):
            found.append("a step was left half done")
        briefing.close()
    except (StoreError, OSError, ValueError, KeyError) as error:
        found.append(repr(error))
    return found


def _of_articles(
    briefing: Briefing, event_id: str, articles: dict[str, str], sources: dict[str, str]
) -> Iterator[str]:
    """Yield what is wrong with the articles of an event, which join the `articles` and `sources` there are."""
    with TinyDB(briefing.path / "events" / f"{event_id}.json", access_mode="r") as stock:
        stored = stock.table("articles").all()
    for doc in stored:
        if doc["id"] in articles:
            yield f"article {doc['id']} lies in two events"
        if sources.setdefault(doc["source"], doc["id"]) != doc["id"]:
            yield f"page {doc['source']} was taken in twice"
        articles[doc["id"]] = event_id
        versions = len(briefing.versions(doc["id"]))
        if versions != doc.get("versions", 0):
            yield f"{versions} versions of article {doc['id']}, not {doc.get('versions', 0)}"


def _of_annotations(briefing: Briefing, event_id: str) -> Iterator[str]:
    """Yield what is wrong with what was written on an event, if there is one."""
    if loader.has_event(briefing._folder, event_id):
        annotated, tags = briefing.annotated(event_id, include_hidden=True), briefing.tags()
        if annotated.orphans:
            yield f"lost the quote of {annotated.orphans[0].target.id}"
        for target in annotated.annotations:
            yield from (
                f"tag {tag} is not among the tags" for tag in annotated.tags(target) if tag not in tags
            )


def _missing(briefing: Briefing, acknowledged: list[Acknowledged], articles: dict[str, str]) -> Iterator[str]:
    """Yield what was acknowledged and is not there."""
    feeds = briefing.feeds()
    names = {tag.id: tag.name for tag in briefing.tags().values()}
    last_place: dict[str, object] = {}
    merged = ""
    for done in acknowledged:
        if "event" in done:
            target = str(done.get("on") or done.get("star") or done.get("read"))
            annotated = briefing.annotated(str(done["event"]))
            there = _is_there(annotated, target, done, names)
            if not there:
                yield f"lost: {done}"
        for article in done.get("articles", ()):  # type: ignore[attr-defined]
            if article not in articles:
                yield f"lost: article {article}"
        if "in" in done:
            last_place[str(done["article"])] = done["in"]
        merged = str(done.get("everything", merged))
        found: Any = done.get("feed"), done.get("looks", ())
        if found[0] and found[0] not in feeds:
            yield f"lost: the subscription to {found[0]}"
        yield from (f"lost: a look at {url}" for url, seen in found[1] if seen not in feeds[url].seen)
    yield from _misplaced(briefing, last_place, articles)
    if merged:
        used = {tag for row in briefing.rows() for tag in _tags_of(briefing, row["id"])}
        if merged not in used and len(used) != 1:
            yield f"lost: the merge into {merged}; in use are {used}"


def _misplaced(
    briefing: Briefing, last_place: Mapping[str, object], articles: Mapping[str, str]
) -> Iterator[str]:
    """Yield the articles that are not in the events (ids) to which they were moved last."""
    for article, event in last_place.items():
        # The move after the last one acknowledged may have happened as well.
        if articles.get(article) != event and list(last_place)[-1:] != [article]:
            place = articles.get(article)
            pinned = [
                note for note in loader.read_notes(briefing._folder, article) if note.motivation == "editing"
            ]
            if place is None or not any(note.body["value"] == place for note in pinned):
                yield f"lost: article {article} was moved to {event}"


def _is_there(annotated: AnnotatedEvent, target: str, done: Acknowledged, names: Mapping[str, str]) -> bool:
    """Tell whether what was written is on its target; `names` are those of the tags by their ids."""
    if "note" in done:
        return str(done["note"]) in annotated.note(target).split("\n\n")
    if "tag" in done:
        return done["tag"] in [names[tag] for tag in annotated.tags(target)]
    return annotated.starred(target) if "star" in done else annotated.read(target)


def _tags_of(briefing: Briefing, event_id: str) -> set[str]:
    annotated = briefing.annotated(event_id)
    return {tag for target in annotated.annotations for tag in annotated.tags(target)}


def counted(briefing: Briefing) -> dict[str, EventCounts]:
    """Return what the index should count, found in the files."""
    found: dict[str, EventCounts] = {}
    for row in briefing.rows():
        one = briefing.annotated(row["id"])
        quotes = {quote.id for article in one.event.articles for quote in article.quotes}
        articles = [article.id for article in one.event.articles]
        shown = {row["id"], *articles, *quotes, *(each.target.id for each in one.orphans)}
        found[row["id"]] = EventCounts(
            unread=sum(not one.read(each) for each in articles),
            starred=sum(one.starred(each) for each in shown),
            tagged=sum(bool(one.tags(each)) for each in shown),
            notes=sum(len(one.of(each, "commenting")) for each in shown),
            changed=sum(one.changed(each) for each in articles),
        )
    return {event: each for event, each in found.items() if each != EventCounts()}
