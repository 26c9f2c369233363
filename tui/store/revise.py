"""New readings of articles that are there, what the reader wrote carried over to them: one step.

Such a reading is the next version of an article, whose text as it was is kept, or the same page read
anew. Unlike the import of new articles it can be taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.core.model import Annotation, Article, Event, Quote, Selector, Version, by_target, is_inferred
from tui.core.quote_state import attributed_to, quote_of
from tui.core.text import pluralize
from tui.reading.revision import Places, basis_rank, better_date, locator, match_quotes, merge_readings
from tui.store import codec, loader
from tui.store.article_builder import build_article
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.executor import CommandExecutor
from tui.store.index.duplicates import DuplicateDetector
from tui.store.index.index import Index
from tui.store.ingest_types import NewArticle
from tui.store.loader import read_versions, versions_file
from tui.store.speaker_registry import SpeakerRegistry
from tui.store.transaction import Change, change
from tui.store.undo import Step


class RevisionBatch:
    """New readings gathered until they are stored together. Under the briefing's lock."""

    def __init__(self, folder: BriefingFolder, executor: CommandExecutor, registry: SpeakerRegistry) -> None:
        self.folder = folder
        self.executor = executor
        self.registry = registry
        self._made = len(registry.new)  # who was made before is stored already
        self._articles: dict[str, Article] = {}
        self._events: dict[str, Event] = {}
        self._notes: dict[str, dict[str, Annotation]] = {}
        self._versions: dict[str, list[Document]] = {}

    def __len__(self) -> int:
        return len(self._articles)

    def article(self, event_id: str, article_id: str) -> Article | None:
        """Return an article as it is to be; None where it is not there, or the reader deleted it."""
        if article_id in self._articles:
            return self._articles[article_id]
        article = loader.read_article(self.folder, event_id, article_id)
        if article and any(
            each.body.get("field") == "deleted" for each in self._annotations(article_id).values()
        ):
            return None
        return article

    def versions(self, article: Article) -> list[Version]:
        """Return the earlier versions of an article as they are to be, newest first."""
        there = read_versions(self.folder, article.id) if article.versions else []
        mine = [codec.version(doc) for doc in reversed(self._versions.get(article.id, ()))]
        return [*mine, *there]

    def take(self, old: Article, new: Article, *, keep: bool) -> Article:
        """Let `new`, with quotes under new ids, be what `old` is from now on; `keep` the old as a version.

        Returns the article as it will be.
        """
        notes = self._annotations(old.id)
        on_quotes = [each for each in notes.values() if each.target.type == "quote"]
        written = self.written(old.id)
        place = locator(old.text, new.text)
        lost = _lost(old, on_quotes)
        quotes = match_quotes(old.quotes, new.quotes, new.text, place, written=written, lost=lost)
        gone = _gone(old, quotes, on_quotes, written)
        if keep:
            number = old.versions + 1
            version = Version(old.headline, old.text, old.published, old.source, old.imported)
            self._versions.setdefault(old.id, []).append(codec.version_doc(version, old.id, number))
        article = replace(merge_readings(old, new), quotes=quotes, gone=gone, versions=old.versions + keep)
        for annotation in on_quotes:
            notes[annotation.id] = _carried(annotation, old, place)
        for annotation in [each for each in notes.values() if keep and each.body.get("read")]:
            notes[annotation.id] = replace(annotation, body={"read": False, "changed": True})
        self._articles[old.id] = article
        return article

    def written(self, article_id: str) -> set[str]:
        """Return the ids of the quotes of an article that the reader wrote on."""
        return {
            each.target.id
            for each in self._annotations(article_id).values()
            if each.target.type == "quote" and each.body.get("field") != "discarded"
        }

    def name(self, event_id: str, was: str, now: str) -> None:
        """Give an event that is named after a headline the one that this is read as now."""
        event = self._event(event_id)
        if event and event.name == was and now and is_inferred(event.basis.get("name", "")):
            self._events[event_id] = replace(event, name=now)

    def date(self, event_id: str, day: str, basis: str, *, anew: bool = False) -> None:
        """Give an event a date that is known better than the one it has; `anew`: also in its place."""
        event = self._event(event_id)
        if event is None:
            return
        before = event.basis.get("date", "")
        anew = anew and event.date != day and basis_rank(before) > 1
        if better_date("" if anew else event.date, before, day, basis):
            self._events[event_id] = replace(event, date=day, basis={**event.basis, "date": basis})

    def store(self, label: str) -> Step | None:
        """Make all of it one step; None when nothing changes. Raises `StoreError`, and nothing was stored."""
        changes = [change for change in self._changes() if change[3] != change[4]]
        if not changes:
            return None
        return self.executor.carry_out(changes, {"op": "do", "label": label})

    def _changes(self) -> Iterable[Change]:
        folder = self.folder
        said = (quote.speakers for article in self._articles.values() for quote in article.quotes)
        used = {each for those in said for each in those}
        yield from self.registry.changes(folder, since=self._made, used=used)
        for article_id, docs in self._versions.items():
            name = versions_file(article_id)
            for doc in docs:
                yield change(folder, name, "versions", doc["id"], doc)
        for article_id, article in self._articles.items():
            name = loader.event_file(article.event)
            yield change(folder, name, "articles", article_id, codec.document(article))
            name = loader.notes_file(article_id)
            for annotation in self._notes[article_id].values():
                doc = codec.document(annotation)
                yield change(folder, name, "annotations", annotation.id, doc)
        for event_id, event in self._events.items():
            yield change(folder, loader.event_file(event_id), "event", event_id, codec.document(event))

    def _event(self, event_id: str) -> Event | None:
        try:
            return self._events.get(event_id) or loader.read_event(self.folder, event_id)
        except StoreError:
            return None

    def _annotations(self, article_id: str) -> dict[str, Annotation]:
        if article_id not in self._notes:
            found = loader.read_notes(self.folder, article_id)
            self._notes[article_id] = {each.id: each for each in found}
        return self._notes[article_id]


def _lost(old: Article, on_quotes: Iterable[Annotation]) -> list[Quote]:
    """Return the quotes the reader wrote on whose words an article has not as it is."""
    known = {quote.id for quote in old.quotes}
    kept = {quote.id: quote for quote in old.gone}
    unknown = by_target(each for each in on_quotes if each.target.id not in known)
    found = (kept.get(quote_id) or quote_of(written) for quote_id, written in unknown.items())
    return [quote for quote in found if quote]


def _gone(
    old: Article, now: Iterable[Quote], on_quotes: Iterable[Annotation], written: Collection[str]
) -> tuple[Quote, ...]:
    """Return the quotes whose words an article has no more, those with something written on them, as they were."""
    there = {quote.id for quote in now}
    borders = {each.target.id: each.body for each in on_quotes if each.body.get("field") == "borders"}
    found = [quote for quote in old.gone if quote.id not in there]
    for quote in old.quotes:
        if quote.id in written and quote.id not in there:
            own = borders.get(quote.id, {}).get("value")
            parts = tuple(Selector.at(old.text, *map(int, pair)) for pair in _pairs(own)) or quote.parts
            found.append(replace(quote, parts=parts, gone=True))
    return tuple(found)


def _carried(annotation: Annotation, old: Article, place: Places) -> Annotation:
    """Return what was written on a quote, fit for the new text; its words stay with it."""
    target = annotation.target
    quote = next((quote for quote in old.quotes if quote.id == target.id), None)
    if quote is not None:
        first, rest = target.selector or quote.parts[0], target.rest
        if rest is None and first.exact == quote.parts[0].exact:
            rest = quote.parts[1:]
        speaker = target.speaker or attributed_to(quote)
        target = replace(target, selector=first, rest=rest, speaker=speaker)
        annotation = replace(annotation, target=target)
    if annotation.body.get("field") != "borders":
        return annotation
    return _moved_borders(annotation, annotation.body["value"], old, place)


def _moved_borders(annotation: Annotation, value: object, old: Article, place: Places) -> Annotation:
    """Return the reader's borders of a quote at their new place; none, with their words, when it is gone."""
    try:
        was = [Selector.at(old.text, int(start), int(end)) for start, end in _pairs(value)]
    except (TypeError, ValueError):
        return annotation
    if not was:
        return annotation
    now = [spot for selector in was if (spot := place(selector))]
    if len(now) == len(was) and all(a[1] <= b[0] for a, b in pairwise(now)):
        body = {**annotation.body, "value": [list(spot) for spot in now]}
        return annotation if body == dict(annotation.body) else replace(annotation, body=body)
    lost = replace(annotation.target, selector=was[0], rest=tuple(was[1:]))
    return replace(annotation, target=lost, body={**annotation.body, "value": []})


def _pairs(value: object) -> Sequence[Sequence[int]]:
    return value if isinstance(value, (list, tuple)) else ()


@dataclass(frozen=True, slots=True)
class RevisedArticle:
    """An article that is read differently now; `lost` counts the quotes written on that are gone."""

    old: Article
    new: Article
    lost: int = 0


def replace_readings(
    folder: BriefingFolder,
    executor: CommandExecutor,
    index: Index,
    incoming: Sequence[NewArticle],
    dates: Mapping[str, tuple[str, str]],
) -> list[RevisedArticle]:
    """Store new readings of articles; return what is different now. Under the lock. Raises `StoreError`."""
    executor.begin()
    known = DuplicateDetector(folder, index)
    revisions = RevisionBatch(
        folder, executor, SpeakerRegistry(loader.read_speakers(folder).values(), executor.new_id)
    )
    found, same = [], set[str]()
    for each in incoming:
        old = revisions.article(known.event_of(each.article_id), each.article_id)
        if old is None:  # deleted or moved away meanwhile
            continue
        article = build_article(each, old.event, old.source, revisions.registry, executor)
        new = revisions.take(old, replace(article, imported=old.imported), keep=False)
        if new == old:
            same.add(old.event)
            continue
        gone = {quote.id for quote in old.quotes} - {quote.id for quote in new.quotes}
        found.append(RevisedArticle(old, new, len(gone & revisions.written(old.id))))
        revisions.name(old.event, old.headline, new.headline)
    for event_id, (day, basis) in dates.items():
        revisions.date(event_id, day, basis, anew=True)
    if revisions.store(f"Read {pluralize(len(found), 'article')} anew"):
        index.up_to_date()
    index.renew(same)
    return found
