"""Which articles lie in which event: events merged, split, articles moved.

What the reader has seen to stays. Each event whose articles they put together, took apart, named or
dated keeps a list of those it had then (`SETTLED`); regrouping and later imports may add to such an
event but never take one of them away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.commands.base import Command, Workspace
from tui.commands.helpers import set_annotation, set_field, tag_too
from tui.core.model import (
    COLUMNS,
    MERGE_FIELD,
    SET_BY_READER,
    SETTLED,
    AnnotationTarget,
    Article,
    Event,
    is_inferred,
)
from tui.core.text import one_line, pluralize


@dataclass(frozen=True)
class MergeEvents(Command):
    """Let all articles of `events` (ids) lie in the event `into` (an id), tags and notes of the events too."""

    events: Sequence[str]
    into: str

    def label(self) -> str:
        return f"Merged {pluralize(len({*self.events} - {self.into}), 'event')} into another"

    def about(self, workspace: Workspace) -> str:
        those = [workspace.event(each) for each in dict.fromkeys(self.events) if each != self.into]
        count = pluralize(sum(len(each.articles) for each in those), "article")
        return f"{count} of {', '.join(each.name for each in those)} → {workspace.event(self.into).name}"

    def apply(self, workspace: Workspace) -> None:
        others = [workspace.event(each) for each in dict.fromkeys(self.events) if each != self.into]
        if not others:
            raise ValueError("name two events to merge")
        into = workspace.event(self.into)
        articles = [article.id for article in into.articles]
        for event in others:
            for article in event.articles:
                workspace.move(article.id, into.id)
                articles.append(article.id)
            move_annotations(workspace, event.id, into.id)
            pin_articles(workspace, event.id, ())
            set_field(workspace, AnnotationTarget("event", event.id), MERGE_FIELD, into.id)
            if event.date and not into.date:
                into = replace(into, date=event.date)
                plain = workspace.event_as_stored(into.id)
                basis = {**plain.basis, "date": event.basis.get("date", "")}
                workspace.put(replace(plain, date=event.date, basis=basis))
        pin_articles(workspace, into.id, articles)


@dataclass(frozen=True)
class SplitEvent(Command):
    """Let some articles (ids) of an event (its id) be an event of their own; without `name` a headline names it."""

    event: str
    articles: Sequence[str]
    name: str = ""

    def label(self) -> str:
        return f"Split {pluralize(len({*self.articles}), 'article')} off an event"

    def apply(self, workspace: Workspace) -> None:
        there = workspace.event(self.event).articles
        moved = [article for article in there if article.id in self.articles]
        if len(moved) < len({*self.articles}) or not moved:
            raise ValueError("name articles of one event to split off")
        if len(moved) == len(there):
            raise ValueError("these are all articles of the event: nothing would be left of it")
        event = new_event(workspace, one_line(self.name), moved)
        _move(workspace, moved, event.id)
        pin_articles(workspace, event.id, [article.id for article in moved])
        left = [article for article in there if article not in moved]
        pin_articles(workspace, self.event, [article.id for article in left])
        _leave(workspace, self.event, moved, left)


@dataclass(frozen=True)
class MoveArticle(Command):
    """Let an article (its id) lie in another event: an id or a name; a name that is new makes an event."""

    article: str
    event: str

    def label(self) -> str:
        return "Moved 1 article to another event"

    def about(self, workspace: Workspace) -> str:
        found = workspace.find_event(self.event)
        goal = workspace.event(found).name if found else one_line(self.event)
        return f"{workspace.article(self.article).headline} → {goal}"

    def apply(self, workspace: Workspace) -> None:
        move_article(workspace, self.article, self.event)


def move_article(workspace: Workspace, article_id: str, wanted: str) -> str:
    """Move an article to the event of this id or name, made if need be; return the event's id."""
    article = workspace.article(article_id)
    found = workspace.find_event(wanted)
    there = [each.id for each in workspace.event(found).articles] if found else []
    event_id = found or new_event(workspace, one_line(wanted), [article]).id
    if event_id == article.event:
        pin_articles(workspace, event_id, there)
    else:
        left = [each for each in workspace.event(article.event).articles if each.id != article_id]
        pin_articles(workspace, article.event, [each.id for each in left])
        _leave(workspace, article.event, [article], left)
        pin_articles(workspace, event_id, [*there, article_id])
    _move(workspace, [article], event_id)
    return event_id


@dataclass(frozen=True)
class SetColumns(Command):
    """Put the columns of the boards of an event (its id) in the order of some names; without names as they are found."""

    event: str
    names: Sequence[str]

    def label(self) -> str:
        return "Put the columns of a board in another order"

    def about(self, workspace: Workspace) -> str:
        return workspace.event(self.event).name

    def apply(self, workspace: Workspace) -> None:
        target = AnnotationTarget("event", workspace.event(self.event).id)
        set_field(workspace, target, COLUMNS, [one_line(each) for each in self.names] or None)


def new_event(workspace: Workspace, name: str, articles: Sequence[Article]) -> Event:
    """Return a new event that these articles will lie in, staged; what it is not told is inferred."""
    from tui.reading.events.placement import event_name

    day, basis = _day(articles)
    found, known = (name, SET_BY_READER) if name else event_name(articles)
    how = {"name": known}
    if day:
        how["date"] = basis
    event = Event(workspace.new_id(), one_line(found) or "Untitled", day, basis=how)
    workspace.put(event)
    return event


def pin_articles(workspace: Workspace, event_id: str, articles: Iterable[str]) -> None:
    """Note which articles stay in an event, whatever regrouping finds; none: that it is free again."""
    target, value = AnnotationTarget("event", event_id), sorted(articles)
    set_field(workspace, target, SETTLED, value or None)
    if value:
        set_field(workspace, target, MERGE_FIELD, None)


def move_annotations(workspace: Workspace, source: str, goal: str) -> None:
    """Let what the reader wrote on one event stand on another: tags, notes and the star."""
    target = AnnotationTarget("event", goal)
    for each in workspace.annotations(AnnotationTarget("event", source)):
        by = workspace.signed(each.creator, each.created)
        match each.motivation:
            case "tagging":
                tag_too(by, target, str(each.body["tag"]))
            case "bookmarking":
                set_annotation(by, target, "bookmarking", each.body)
            case "commenting":
                workspace.put(replace(each, id=workspace.new_id(), target=target))
            case _:
                continue
        workspace.drop(each)


def _leave(workspace: Workspace, event_id: str, gone: Iterable[Article], left: Sequence[Article]) -> None:
    """Name and date an event anew, after what is left of it, where that was found by rule in an article that is gone."""
    from tui.reading.events.placement import event_name
    from tui.reading.revision import basis_rank

    if not left:
        return
    event = workspace.event_as_stored(event_id)
    name, day, basis = event.name, event.date, dict(event.basis)
    by_rule = is_inferred(basis.get("name", ""))
    if by_rule and name in {one_line(event_name([each])[0]) for each in gone}:
        called, known = event_name(left)
        if called:
            name, basis["name"] = one_line(called), known
    if basis_rank(basis.get("date", "")) > 1 and (found := _day(left))[0]:
        day, basis["date"] = found
    if (name, day, basis) != (event.name, event.date, event.basis):
        workspace.put(replace(event, name=name, date=day, basis=basis))


def _day(articles: Iterable[Article]) -> tuple[str, str]:
    from tui.reading.revision import best_date

    return best_date((each.event_date, each.basis.get("event_date", ""), each.published) for each in articles)


def _move(workspace: Workspace, articles: Iterable[Article], event_id: str) -> None:
    for article in articles:
        workspace.move(article.id, event_id)
        target = AnnotationTarget("article", article.id, article.id)
        set_field(workspace, target, "event", event_id)
