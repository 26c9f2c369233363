"""The events of a briefing are found anew, and which articles are copies of which.

After an import that is done for what came in and its surroundings; `briefing-tui regroup` does it for
all. Readings stay as they are, and so does what the reader has said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from tui.commands.base import Command, Workspace
from tui.commands.events import move_annotations
from tui.core.model import SET_BY_READER, STATED, AnnotationTarget, Event
from tui.core.text import one_line, pluralize
from tui.reading.events.clustering import name_headlines
from tui.reading.events.placement import nearby_events
from tui.reading.events.regroup import (
    ClusterArticle,
    cluster_articles,
    connected_to,
    find_copies,
    regroup_articles,
    settled_articles,
)
from tui.reading.revision import best_date
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.undo import Step

SURROUNDINGS = 1000
"""Articles that are looked at around what came in; a briefing up to that size is looked at whole."""

Progress = Callable[[str, int, int], None]
"""Told what is under way, how far it is, and of how many; it may raise to end it."""

STORING = "storing"
"""What is under way once all is found: told before anything is written."""


@dataclass(slots=True)
class RegroupResult:
    """What grouping anew found: how many articles went to another event, and are copies now.

    `step` is the one that did it, None where nothing was to be done.
    """

    articles: int = 0
    moved: int = 0
    events: int = 0
    copies: int = 0
    step: Step | None = None

    def said(self, events: int) -> str:
        """Return what was found in one sentence, given how many events there are now."""
        told = f"{pluralize(self.articles, 'article')} in {pluralize(events, 'event')}"
        if self.step is None:
            return f"{told}: nothing to change"
        copies = f", {pluralize(self.copies, 'link')} between copies set" if self.copies else ""
        moved, new = pluralize(self.moved, "article"), pluralize(self.events, "new event")
        return f"{told}: {moved} moved, {new}{copies}"


@dataclass(frozen=True)
class ApplyGrouping(Command):
    """Let articles lie in other events, and be copies of others, as grouping found.

    `moves` are where each article lay and where it goes: an event's id or a key of `made`, the new
    events, whose ids are still to be given. `dates` are the days that events have now, with what is known
    of them; `carried` where what the reader wrote on an event that is empty now goes.
    """

    moves: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    made: Mapping[str, Event] = field(default_factory=dict)
    dates: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    carried: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    passive: bool = False

    def label(self) -> str:
        if not self.moves:
            return "Noted which articles are copies"
        return f"Regrouped the events: {pluralize(len(self.moves), 'article')} moved"

    def apply(self, workspace: Workspace) -> None:
        """Let what was moved or settled meanwhile stay where it is."""
        ids: dict[str, str] = {}
        settled: dict[str, set[str]] = {}
        for article, (source, goal) in self.moves.items():
            if source not in settled:
                notes = workspace.annotations(AnnotationTarget("event", source))
                settled[source] = settled_articles(notes)
            if article in settled[source] or workspace.event_id_of(article) != source:
                continue
            if goal in self.made and goal not in ids:
                ids[goal] = workspace.new_id()
                workspace.put(replace(self.made[goal], id=ids[goal]))
            workspace.move(article, ids.get(goal, goal))
        for event_id, (day, basis) in self.dates.items():
            event = workspace.event_as_stored(event_id)
            workspace.put(replace(event, date=day, basis={**event.basis, "date": basis}))
        for source, goal in self.carried.items():
            move_annotations(workspace, source, ids.get(goal, goal))
        for article, copy_of in self.copies.items():
            if workspace.event_id_of(article):
                workspace.set_copy_of(article, copy_of)


def regroup(
    briefing: Briefing,
    events: Collection[str] | None = None,
    *,
    passive: bool = False,
    progress: Progress | None = None,
) -> RegroupResult:
    """Group a briefing anew; with `events` (ids), only what hangs together with these, in their surroundings.

    One step, which undo passes over when it is `passive`. Raises `StoreError`; then nothing was changed.
    """
    wanted = (
        neighbouring_events(briefing, events)
        if events is not None
        else [row["id"] for row in briefing.rows()]
    )
    articles: list[ClusterArticle] = []
    dated: dict[str, tuple[str, str]] = {}
    for number, event_id in enumerate(wanted):
        if progress and number % 50 == 0:
            progress("reading", number, len(wanted))
        try:
            annotated = briefing.annotated(event_id)
        except StoreError:
            continue  # it is broken, and told of where it is opened
        dated[event_id] = annotated.event.date, annotated.event.basis.get("date", "")
        articles += cluster_articles(annotated)

    def tell(doing: str, done: int) -> None:
        if progress:
            progress(doing, done, len(articles))

    tell("grouping", 0)
    before = {each.id: each.event for each in articles}
    after = regroup_articles(articles, partial(tell, "grouping"))
    if events is not None and len(wanted) < len(briefing.rows()):
        # What was looked at as surroundings alone was not looked at with all of its own.
        those = connected_to(before, after, events)
        after = {each: after[each] if each in those else before[each] for each in before}
    linked = find_copies(articles, partial(tell, "comparing"))
    plan = _plan(articles, before, after, dated, linked=linked, passive=passive)
    done = RegroupResult(len(articles), len(plan.moves), len(plan.made), len(plan.copies))
    if plan.moves or plan.copies:
        tell(STORING, len(articles))
        done.step = briefing.do(plan)
    return done


def regroup_around(briefing: Briefing, events: Collection[str], progress: Progress) -> bool:
    """Group anew what articles came to, with its surroundings; tell whether anything is changed by it.

    As `regroup`, in passive steps, a stretch of time after the other.
    """
    steps = [
        regroup(briefing, each, passive=True, progress=progress).step
        for each in time_windows(briefing, events)
    ]
    return any(steps)


def _plan(
    articles: Collection[ClusterArticle],
    before: Mapping[str, str],
    after: Mapping[str, str],
    dated: Mapping[str, tuple[str, str]],
    *,
    linked: Mapping[str, str],
    passive: bool,
) -> ApplyGrouping:
    members: defaultdict[str, list[ClusterArticle]] = defaultdict(list)
    left: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in sorted(articles, key=lambda each: each.key):
        members[after[each.id]].append(each)
        left[before[each.id]][after[each.id]] += 1
    gone = {
        event: max(to, key=lambda goal: (to[goal], goal))
        for event, to in left.items()
        if event not in members
    }
    moves = {each: (before[each], after[each]) for each in before if before[each] != after[each]}
    made, dates = {}, {}
    for event in sorted({event for move in moves.values() for event in move}):
        found = best_date((each.day, each.basis, each.published) for each in members[event])
        if event not in dated:
            made[event] = _new(members[event], found)
        elif members[event] and found != dated[event] and dated[event][1] not in (STATED, SET_BY_READER):
            dates[event] = found
    changed = {each.id: now for each in articles if (now := linked.get(each.id, "")) != each.copy_of}
    return ApplyGrouping(moves, made, dates, gone, changed, passive)


def _new(articles: Iterable[ClusterArticle], date: tuple[str, str]) -> Event:
    name = one_line(name_headlines(each.title for each in articles)) or "Untitled"
    basis = {"name": "inferred from the headline"} | ({"date": date[1]} if date[0] else {})
    return Event("", name, date[0], basis=basis)


def time_windows(briefing: Briefing, events: Collection[str]) -> Iterator[list[str]]:
    """Yield events in stretches of time of some `SURROUNDINGS` articles each: so memory does not grow with them.

    What hangs together lies near in time; what lies on an edge is in the surroundings of both sides.
    """
    stretch: list[str] = []
    room = SURROUNDINGS
    for row in list(briefing.rows()):
        if row["id"] not in events:
            continue
        stretch.append(row["id"])
        room -= row["articles"]
        if room <= 0:
            yield stretch
            stretch, room = [], SURROUNDINGS
    if stretch:
        yield stretch


def neighbouring_events(briefing: Briefing, events: Collection[str]) -> list[str]:
    """Return the events to look at when these have changed: they, and those most like and nearest to them."""
    rows = briefing.rows()
    if sum(row["articles"] for row in rows) <= SURROUNDINGS:
        return [row["id"] for row in rows]
    touched = []
    texts = []
    for event_id in events:
        try:
            found = briefing.annotated(event_id).event
        except StoreError:
            continue
        touched.append(found)
        texts += [article.text for article in found.articles]
    alike = briefing.duplicate_detector().sharing(texts)
    left = SURROUNDINGS
    chosen = list(dict.fromkeys(event.id for event in touched))
    there = {row["id"]: row["articles"] for row in rows}
    for event_id in (*sorted(alike), *nearby_events(touched, rows)):
        if event_id in there and event_id not in chosen:
            chosen.append(event_id)
            left -= there[event_id]
            if left <= 0:
                break
    return chosen
