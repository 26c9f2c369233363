"""A briefing's articles grouped anew: the same groups in whatever order they came in.

What the reader or a source says of an article's event stands; everything else is found again from
the readings alone. An event goes on as the group that has most of its articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.core.edtf import without_time
from tui.core.model import SET_BY_READER, SETTLED, STATED, AnnotatedEvent, Annotation, Article, Motivation
from tui.reading.dates.day_distance import gap
from tui.reading.dates.event_date import event_date
from tui.reading.events.clustering import ClusterItem, group
from tui.reading.events.figures import Figures
from tui.reading.events.near_duplicates import Finder, Sketch, shingle_sketch
from tui.reading.events.placement import trusted_event_day
from tui.reading.events.similarity import Share
from tui.reading.events.terms import READ

_COPIED = 0.5
"""Share of the shorter text's runs of words that makes two articles one text."""
_LONGER = 3
"""A text that is more than so many times as long as another may quote it, but is no copy of it."""
_TOLD = 500
"""Articles between two tellings of progress."""
_WHOLE = 0.9
"""The same share where one outlet printed both."""
_AGAIN = re.compile(
    r"\b(?:re-?published|re-?printed|(?:originally|first) (?:published|appeared|ran)|zuerst erschienen"
    r"|erstmals veröffentlicht|publi[ée]e? (?:d’abord|initialement)|republicad[oa]|publicad[oa] originalmente"
    r"|впервые опубликован\w*|перепечат\w+)\b",
    re.IGNORECASE,
)
"""What an article says that was published before."""
MARKS: dict[Motivation, str] = {"tagging": "tag", "commenting": "note", "bookmarking": "star"}
"""What the reader writes on an event that goes with its articles, and what it is called."""
_LEAST = 25
"""Words that a text has at the least for its like to be a copy of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterArticle:
    """An article where it lies. `stays` where it is not to be moved.

    `key` orders articles by what they are, and not by when they came in. `marked`: it lay in its event when
    the reader first wrote on that.
    """

    id: str
    key: str
    event: str
    title: str
    text: str
    published: str
    day: str
    basis: str
    outlet: str
    stays: bool
    copy_of: str
    sketch: Sketch
    words: int
    marked: bool


def cluster_articles(annotated: AnnotatedEvent) -> list[ClusterArticle]:
    """Return the articles of an event as they lie in it, the reader's corrections in them."""
    event = annotated.event
    settled = settled_articles(annotated.of(event.id, "editing"))
    # The reader's own date is that of everything in the event.
    own = event.date if event.basis.get("date") == SET_BY_READER else ""
    wrote = min((each.created for kind in MARKS for each in annotated.of(event.id, kind)), default="")
    return [
        _lying(article, event.id, own, article.id in settled, article.imported <= wrote)
        for article in event.articles
    ]


def _lying(article: Article, event_id: str, own: str, settled: bool, marked: bool) -> ClusterArticle:
    day, basis = article.event_date, article.basis.get("event_date", "")
    if not day and not basis:  # it came in before that was kept
        day, basis = event_date(article.text, article.published)
    if own:
        day, basis = own, SET_BY_READER
    return ClusterArticle(
        id=article.id,
        key=article.source + article.id,
        event=event_id,
        title=article.headline,
        text=article.text[:READ],
        published=article.published,
        day=day,
        basis=basis,
        outlet=article.outlet,
        stays=settled or article.basis.get("event", "") in (SET_BY_READER, STATED),
        copy_of=article.copy_of,
        sketch=shingle_sketch(article.text),
        words=article.text.count(" ") + 1,
        marked=marked,
    )


def settled_articles(notes: Iterable[Annotation]) -> set[str]:
    """Return the articles (ids) that the reader has settled in an event, from the annotations of that."""
    for note in notes:
        if note.body.get("field") == SETTLED and isinstance(value := note.body.get("value"), list):
            return {str(each) for each in value}
    return set()


def regroup_articles(
    articles: Sequence[ClusterArticle],
    progress: Callable[[int], None] | None = None,
    share: Share | None = None,
) -> dict[str, str]:
    """Return the event of each article's id: one of those there are, or a key that a new one's share."""
    items = [
        ClusterItem(
            id=each.key,
            title=each.title,
            text=each.text,
            date=each.published,
            event_date=trusted_event_day(each.day, each.basis, each.text, each.published),
            outlet=each.outlet,
            event=each.event if each.stays else "",
        )
        for each in articles
    ]
    keys = group(items, progress, share)
    taken = {each.event for each in articles if each.stays}
    groups = {each.id: keys[each.key] for each in articles}
    common: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    for number, each in enumerate(by_date(articles)):
        pair = groups[each.id], each.event
        if not taken.intersection(pair):
            common[pair] += 1
            first.setdefault(pair, number)
    names = {event: event for event in taken}
    used = set(taken)
    written = {each.event for each in articles if each.marked} - taken
    own = {(group, event) for event, group in destinations(articles, groups).items() if event in written}
    for key, event in sorted(common, key=lambda pair: (pair not in own, -common[pair], first[pair])):
        # What the reader wrote on goes on where most of its articles are, or not at all.
        if key not in names and event not in used and (event not in written or (key, event) in own):
            names[key] = event
            used.add(event)
    return {each: names.get(group, f"new {group}") for each, group in groups.items()}


def destinations(articles: Iterable[ClusterArticle], goals: Mapping[str, str]) -> dict[str, str]:
    """Return where each event goes on: the one of `goals` (by article) that most of its articles went to.

    These are those the reader wrote on it beside, where they did; of as many the one with the first article.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    ordered = by_date(articles)
    written = {each.event for each in ordered if each.marked}
    for each in ordered:
        if each.marked or each.event not in written:
            found[each.event][goals[each.id]] += 1
    return {event: to.most_common(1)[0][0] for event, to in found.items()}


def by_date(articles: Iterable[ClusterArticle]) -> list[ClusterArticle]:
    """Return articles, the one published first before the others."""
    return sorted(articles, key=lambda each: (each.published or "~", each.key))


def find_copies(
    articles: Iterable[ClusterArticle], progress: Callable[[int], None] | None = None
) -> dict[str, str]:
    """Return the copies among articles, by id: the id of the article whose text each one repeats.

    That is the one of the same text that was published first. `progress` is told now and then how many
    were looked at; what it raises ends it.
    """
    ordered = by_date(articles)
    known = {each.id: each for each in ordered}
    finder = Finder()
    found: dict[str, str] = {}
    for number, each in enumerate(ordered):
        if progress and number % _TOLD == 0:
            progress(number)
        if each.words < _LEAST:
            continue
        for near, share in finder.search(each.sketch, _COPIED):
            if _repeats(each, known[near], share):
                found[each.id] = found.get(near, near)
                break
        finder.add(each.id, each.sketch)
    return found


def _repeats(later: ClusterArticle, first: ClusterArticle, share: float) -> bool:
    """Tell whether an article repeats the text of one it has this share of runs in common with.

    It is of the same day, or says that it was published before, and tells the same: a ministry's bulletin of
    another day is none. What one outlet prints twice is a copy only where hardly a word is another.
    """
    short, long = sorted((later.words, first.words))
    if short * _LONGER < long or not (_one_day(later, first) or _AGAIN.search(later.text)):
        return False
    if later.outlet and later.outlet.casefold() == first.outlet.casefold() and share < _WHOLE:
        return False
    here, there = Figures(later.text), Figures(first.text)
    return not (here.differ(there) or here.name_others(there))


def _one_day(a: ClusterArticle, b: ClusterArticle) -> bool:
    """Tell whether two articles may be of one day: that of what they tell, or else that they came out."""
    days = [each.day.rstrip("?~%")[:10] for each in (a, b)]
    if all(days):
        return gap(*days) == 0
    return not gap(without_time(a.published), without_time(b.published))


def connected_to(before: Mapping[str, str], after: Mapping[str, str], touched: Iterable[str]) -> set[str]:
    """Return the articles whose groups hang together with `touched` events, by their old and new events."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for now in (before, after):
        for article, event in now.items():
            members[event].append(article)
    waiting, seen = list(touched), set(touched)
    found: set[str] = set()
    while waiting:
        for article in members[waiting.pop()]:
            if article not in found:
                found.add(article)
                for event in (before[article], after[article]):
                    if event not in seen:
                        seen.add(event)
                        waiting.append(event)
    return found
