"""The events of a briefing are found anew, and which articles are copies of which.

After an import that is done for what came in and its surroundings; `briefing-tui regroup` does it for
all. Readings stay as they are, and so does what the reader has said.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from tui.core.model import SET_BY_READER, STATED, Event
from tui.core.text import one_line, opening, pluralize
from tui.reading.events.clustering import name_headlines
from tui.reading.events.placement import nearby_events
from tui.reading.events.regroup import (
    MARKS,
    ClusterArticle,
    connected_to,
    destinations,
    find_copies,
    regroup_articles,
)
from tui.reading.events.similarity import Share
from tui.reading.revision import best_date, better_date
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.disk.lock_holder import let_others_in
from tui.store.undo import Step
from tui.workflows.event_survey import EventSurvey
from tui.workflows.grouping_plan import ApplyGrouping, GroupingSlices

_ROUNDS = 5
"""How often it is done anew as others change events meanwhile: each time for what they changed alone."""
SURROUNDINGS = 1000
"""Articles that are looked at around what came in; a briefing up to that size is looked at whole."""

Progress = Callable[[str, int, int], None]
"""Told what is under way, how far it is, and of how many; it may raise to end it."""

STORING = "storing"
"""What is under way once all is found: told before anything is written, but not before each slice."""


@dataclass(slots=True)
class RegroupResult:
    """What grouping anew found: how many articles went to another event, and are copies now.

    `named` are events with another name now; `carried` says what the reader wrote on events that are no more, and
    where it is now, a sentence each.
    `step` is the last one of those that did it, None where nothing was to be done.
    """

    articles: int = 0
    moved: int = 0
    events: int = 0
    copies: int = 0
    named: int = 0
    carried: list[str] = field(default_factory=list)
    step: Step | None = None

    def take(self, part: ApplyGrouping, step: Step) -> None:
        """Count what a part of a plan did, in this step."""
        self.moved += len(part.moves)
        self.copies += len(part.copies)
        self.named += len(part.names)
        self.step = step if step.seq else self.step

    def said(self, events: int) -> str:
        """Return what was found in one sentence, given how many events there are now."""
        told = f"{pluralize(self.articles, 'article')} in {pluralize(events, 'event')}"
        if self.step is None:
            return f"{told}: nothing to change"
        copies = f", {pluralize(self.copies, 'link')} between copies set" if self.copies else ""
        moved, new = pluralize(self.moved, "article"), pluralize(self.events, "new event")
        named = f", {pluralize(self.named, 'event')} named anew" if self.named else ""
        return f"{told}: {moved} moved, {new}{copies}{named}"


def regroup(
    briefing: Briefing,
    events: Collection[str] | None = None,
    *,
    passive: bool = False,
    progress: Progress | None = None,
    share: Share | None = None,
    survey: EventSurvey | None = None,
) -> RegroupResult:
    """Group a briefing anew; with `events` (ids), only what hangs together with these, in their surroundings.

    The lock is taken for a slice at a time, each a step of one deed, which undo takes back whole, or passes over
    when it is `passive`. `share` has articles compared elsewhere; `survey` knows some from before. What others changed
    meanwhile is grouped once more.
    Raises `StoreError`; what was stored by then is whole, and the next regrouping goes on from there.
    """
    done = RegroupResult()
    survey = survey or EventSurvey(briefing)
    for _ in range(_ROUNDS):
        changed = _round(survey, briefing, events, done, passive=passive, progress=progress, share=share)
        if not changed:
            break
        events = changed
    return done


def _round(
    survey: EventSurvey,
    briefing: Briefing,
    events: Collection[str] | None,
    done: RegroupResult,
    *,
    passive: bool,
    progress: Progress | None,
    share: Share | None,
) -> set[str]:
    """Work out how events are to be and let them be so; return those that others changed meanwhile."""
    tell = progress or (lambda *_: None)
    wanted = neighbouring_events(briefing, events, survey) if events is not None else None
    if wanted is not None and len(wanted) >= len(briefing.rows()):
        wanted = None  # all there are, and all that are still to come
    survey.look_at(wanted, partial(tell, "reading"))
    articles = survey.articles()
    done.articles = done.articles or len(articles)
    tell("grouping", 0, len(articles))
    before = {each.id: each.event for each in articles}
    after = regroup_articles(articles, lambda number: tell("grouping", number, len(articles)), share)
    if events is not None and wanted is not None:
        # What was looked at as surroundings alone was not looked at with all of its own.
        those = connected_to(before, after, events)
        after = {each: after[each] if each in those else before[each] for each in before}
    linked = find_copies(articles, lambda number: tell("comparing", number, len(articles)))
    plan = _plan(articles, before, after, survey, events, linked=linked, passive=passive)
    sizes = {event: len(lying) for event, lying in survey.lying.items()}
    slices = GroupingSlices(plan, before, sizes)
    if not slices.is_done:
        tell(STORING, 0, len(articles))
    return _carry_out(briefing, slices, survey, done)


def _carry_out(
    briefing: Briefing, slices: GroupingSlices, survey: EventSurvey, done: RegroupResult
) -> set[str]:
    """Carry slices out, but those with an event that others changed; return these events."""
    changed: set[str] = set()
    own: set[int] = set()
    while part := slices.cut():
        if done.step:
            let_others_in()
        try:
            with briefing.held():
                began = time.perf_counter()
                changed |= survey.follow(own)
                if changed & part.events():
                    changed |= part.events()
                    continue
                first = done.step.part_of or done.step.seq if done.step and not part.passive else 0
                part = replace(part, part_of=first, several=bool(first) or not slices.is_done)
                written = _written(briefing, part)
                done.take(part, briefing.do(part))
                done.carried += [
                    f"{what} “{briefing.annotated(part.ids.get(goal, goal)).event.name}”"
                    for what, goal in written
                ]
                slices.took(time.perf_counter() - began)
        except StoreError as error:
            if done.step is None:
                raise
            raise StoreError(
                f"{error}; {done.moved} were moved by then, the next regrouping goes on"
            ) from None
        own.add(done.step.seq if done.step else 0)
        changed |= survey.follow(own)
    done.events += slices.made
    return changed | survey.follow(own)


def _written(briefing: Briefing, part: ApplyGrouping) -> list[tuple[str, str]]:
    """Return the beginning of a sentence on what the reader wrote on each event that goes, and where that goes."""
    found = []
    for event, goal in part.carried.items():
        annotated = briefing.annotated(event)
        of = {name: len(annotated.of(event, kind)) for kind, name in MARKS.items()}
        named = [name if number == 1 else f"{name}s" for name, number in of.items() if number]
        if named:
            verb = "is" if sum(of.values()) == 1 else "are"
            what = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
            found.append((f"your {what} of “{annotated.event.name}” {verb} now on", goal))
    return found


def regroup_around(
    briefing: Briefing, events: Collection[str], progress: Progress, share: Share | None = None
) -> list[RegroupResult]:
    """Group anew what articles came to, with its surroundings; return what changed anything.

    As `regroup`, in passive steps, a stretch of time after the other.
    """
    survey = EventSurvey(briefing)  # one for all: the surroundings of a stretch are the next one
    done = [
        regroup(briefing, each, passive=True, progress=progress, share=share, survey=survey)
        for each in time_windows(briefing, events)
    ]
    return [each for each in done if each.step]


def _plan(
    articles: Collection[ClusterArticle],
    before: Mapping[str, str],
    after: Mapping[str, str],
    survey: EventSurvey,
    events: Collection[str] | None,
    *,
    linked: Mapping[str, str],
    passive: bool,
) -> ApplyGrouping:
    members: defaultdict[str, list[ClusterArticle]] = defaultdict(list)
    for each in sorted(articles, key=lambda each: each.key):
        members[after[each.id]].append(each)
    gone = {event: to for event, to in destinations(articles, after).items() if event not in members}
    moves = {each: (before[each], after[each]) for each in before if before[each] != after[each]}
    made, dates = {}, {}
    names: dict[str, tuple[str, str]] = {}
    dated, changing = survey.dated, {event for move in moves.values() for event in move}
    for event in sorted(changing):
        found = best_date((each.day, each.basis, each.published) for each in members[event])
        if event not in dated:
            made[event] = _new(members[event], found)
        elif (
            members[event]
            and found != (was := dated[event])
            and (was[1] not in (STATED, SET_BY_READER) or better_date(*was, *found))
        ):
            dates[event] = found
    # By all articles of an event, so that their order makes no difference; what the reader put together keeps its name.
    for event in sorted(changing.union(dated if events is None else events)):
        those, called = members[event], survey.named.get(event, "")
        alone = len(those) == 1 and event not in changing  # whose name it has already
        if called and those and not alone and not any(each.stays for each in those):
            fresh = _new(those, ("", ""))
            names |= {event: (fresh.name, fresh.basis["name"])} if fresh.name != called else {}
    changed = {each.id: now for each in articles if (now := linked.get(each.id, "")) != each.copy_of}
    return ApplyGrouping(
        moves=moves, made=made, dates=dates, names=names, carried=gone, copies=changed, passive=passive
    )


def _new(articles: Collection[ClusterArticle], date: tuple[str, str]) -> Event:
    titled = one_line(name_headlines((each.title, each.outlet, each.text) for each in articles))
    name = titled or opening(min(each.text for each in articles)) or "Untitled"
    from_what = "headline" if titled else "first words of its text"
    basis = {"name": f"inferred from the {from_what}"} | ({"date": date[1]} if date[0] else {})
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


def neighbouring_events(briefing: Briefing, events: Collection[str], survey: EventSurvey) -> list[str]:
    """Return the events to look at when these have changed: they, and those most like and nearest to them."""
    rows = briefing.rows()
    if sum(row["articles"] for row in rows) <= SURROUNDINGS:
        return [row["id"] for row in rows]
    items = survey.items(events)
    alike = briefing.duplicate_detector().sharing([item.id for item in items])
    left = SURROUNDINGS
    chosen = dict.fromkeys(event for event in events if event in survey.lying)
    there = {row["id"]: row["articles"] for row in rows}
    for event_id in (*sorted(alike), *nearby_events(items, rows)):
        if event_id in there and event_id not in chosen:
            chosen[event_id] = None
            left -= there[event_id]
            if left <= 0:
                break
    return list(chosen)
