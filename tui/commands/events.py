"""Which articles lie in which event: events merged, split, articles moved.

What the reader has seen to stays. Each event whose articles he put together, took apart, named or
dated keeps a list of those it had then (`SETTLED`); regrouping and later imports may add to such an
event but never take one of them away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.commands.base import UndoableCommand, Workspace
from tui.commands.helpers import set_annotation
from tui.core.model import MERGED, SET_BY_READER, SETTLED, AnnotationTarget, Article, Event
from tui.core.text import one_line


@dataclass(frozen=True)
class MergeEvents(UndoableCommand):
    """Let all articles of `events` (ids) lie in the event `into` (an id), tags and notes of the events too."""

    events: Sequence[str]
    into: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        count = len({*self.events} - {self.into})
        return f"Merged {count} event{'s' * (count != 1)} into another"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        others = [desk.event(each) for each in dict.fromkeys(self.events) if each != self.into]
        if not others:
            raise ValueError("name two events to merge")
        into = desk.event(self.into)
        articles = [article.id for article in into.articles]
        for event in others:
            for article in event.articles:
                desk.move(article.id, into.id)
                articles.append(article.id)
            carry(desk, event.id, into.id)
            settle(desk, event.id, ())
            set_annotation(
                desk,
                AnnotationTarget("event", event.id),
                "editing",
                {"field": MERGED, "value": into.id},
                MERGED,
            )
            if event.date and not into.date:
                into = replace(into, date=event.date)
                plain = desk.event_as_stored(into.id)
                basis = {**plain.basis, "date": event.basis.get("date", "")}
                desk.put_event(replace(plain, date=event.date, basis=basis))
        settle(desk, into.id, articles)


@dataclass(frozen=True)
class SplitEvent(UndoableCommand):
    """Let some articles (ids) of an event (its id) be an event of their own; without `name` a headline names it."""

    event: str
    articles: Sequence[str]
    name: str = ""

    def label(self) -> str:
        """Return what is done in one sentence."""
        count = len({*self.articles})
        return f"Split {count} article{'s' * (count != 1)} off an event"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        there = desk.event(self.event).articles
        moved = [article for article in there if article.id in self.articles]
        if len(moved) < len({*self.articles}) or not moved:
            raise ValueError("name articles of one event to split off")
        if len(moved) == len(there):
            raise ValueError("these are all articles of the event: nothing would be left of it")
        event = new_event(desk, one_line(self.name), moved)
        _move(desk, moved, event.id)
        settle(desk, event.id, [article.id for article in moved])
        settle(desk, self.event, [article.id for article in there if article not in moved])


@dataclass(frozen=True)
class MoveArticle(UndoableCommand):
    """Let an article (its id) lie in another event: an id or a name; a name that is new makes an event."""

    article: str
    event: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Moved 1 article to another event"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        move_article(desk, self.article, self.event)


def move_article(desk: Workspace, article_id: str, wanted: str) -> str:
    """Move an article to the event of this id or name, made if need be; return the event's id."""
    article = desk.article(article_id)
    found = desk.find_event(wanted)
    there = [each.id for each in desk.event(found).articles] if found else []
    event_id = found or new_event(desk, one_line(wanted), [article]).id
    if event_id == article.event:
        settle(desk, event_id, there)
    else:
        left = [each.id for each in desk.event(article.event).articles if each.id != article_id]
        settle(desk, article.event, left)
        settle(desk, event_id, [*there, article_id])
    _move(desk, [article], event_id)
    return event_id


def new_event(desk: Workspace, name: str, articles: Sequence[Article]) -> Event:
    """Return a new event that these articles will lie in, on the desk; what it is not told is inferred."""
    from tui.reading.events.placement import event_name
    from tui.reading.revision import best_date

    day, basis = best_date(
        (each.event_date, each.basis.get("event_date", ""), each.published) for each in articles
    )
    how = {"name": SET_BY_READER if name else "inferred from the headline"}
    if day:
        how["date"] = basis
    name = name or one_line(event_name(articles)) or "Untitled"
    event = Event(desk.new_id(), name, day, basis=how)
    desk.put_event(event)
    return event


def settle(desk: Workspace, event_id: str, articles: Iterable[str]) -> None:
    """Note which articles stay in an event, whatever regrouping finds; none: that it is free again."""
    target, value = AnnotationTarget("event", event_id), sorted(articles)
    set_annotation(desk, target, "editing", {"field": SETTLED, "value": value} if value else None, SETTLED)
    if value:
        set_annotation(desk, target, "editing", None, MERGED)


def carry(desk: Workspace, source: str, goal: str) -> None:
    """Let what the reader wrote on one event stand on another: tags, notes and the star."""
    target = AnnotationTarget("event", goal)
    for each in desk.annotations(AnnotationTarget("event", source)):
        match each.motivation:
            case "tagging":
                set_annotation(desk, target, "tagging", each.body, str(each.body["tag"]))
            case "bookmarking":
                set_annotation(desk, target, "bookmarking", each.body)
            case "commenting":
                desk.put(replace(each, id=desk.new_id(), target=target))
            case _:
                continue
        desk.drop(each)


def _move(desk: Workspace, articles: Iterable[Article], event_id: str) -> None:
    for article in articles:
        desk.move(article.id, event_id)
        target = AnnotationTarget("article", article.id, article.id)
        set_annotation(desk, target, "editing", {"field": "event", "value": event_id}, "event")
