"""Documents of the store to the records of `tui.core.model` and back: one description a record.

A description serves both ways and says what a document must have: decoding one that lacks a field, or has
something else where a number or a text is wanted, raises one of `NONSENSE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, Generic, TypeVar

from tui.core.model import (
    Annotation,
    AnnotationTarget,
    Article,
    CutLines,
    Event,
    EventRow,
    Feed,
    Quote,
    SavedSearch,
    Selector,
    Speaker,
    Tag,
    Title,
    Version,
)
from tui.store.disk.schema import Document

R = TypeVar("R")
# What decoding a document of the wrong shape runs into.
NONSENSE = (KeyError, TypeError, ValueError, AttributeError, IndexError)


class Codec(Generic[R]):
    """How the records of one class are kept as documents.

    Args:
        record: the dataclass.
        names: its fields, in the order of the document. Those with a star are in every document, the others are
            left out while they are what they are by default (for a field without a default: "").
        written: what makes a field's value fit for JSON, where it is not already.
        read: the way back, where there is one. What it raises is one of `NONSENSE`.
        made: what a document has that is no field of the record, None to leave it out.
    """

    def __init__(
        self,
        record: Callable[..., R],
        names: str,
        *,
        written: Mapping[str, Callable[[Any], Any]] | None = None,
        read: Mapping[str, Callable[[Any], Any]] | None = None,
        made: Mapping[str, Callable[[R], Any]] | None = None,
    ) -> None:
        self._record = record
        self._written, self._read, self._made = written or {}, tuple((read or {}).items()), made or {}
        self._always = [name[:-1] for name in names.split() if name.endswith("*")]
        self._fields = frozenset(names.replace("*", "").split()) - self._made.keys()
        defaults: dict[str, Any] = dict.fromkeys((*self._always, *self._made))
        self._blank: dict[str, str] = {}
        for field in fields(record):  # type: ignore[arg-type]
            if field.default_factory is not MISSING:
                defaults[field.name] = field.default_factory()
            elif field.default is not MISSING:
                defaults[field.name] = field.default
            elif field.name in self._fields and field.name not in self._always:
                self._blank[field.name] = defaults[field.name] = ""
        self._names = [(name, defaults[name]) for name in names.replace("*", "").split()]

    def encode(self, record: R) -> Document:
        """Return a record's document."""
        doc: Document = {}
        for name, empty in self._names:
            value = self._made[name](record) if name in self._made else getattr(record, name)
            if value != empty or name in self._always:
                doc[name] = self._written[name](value) if name in self._written else value
        return doc

    def decode(self, doc: Mapping[str, Any], **known: Any) -> R:
        """Return the record of a document; `known` are fields that are kept elsewhere. Raises one of `NONSENSE`.

        What else is in the document is passed over: a later version may have put it there.
        """
        found = {**self._blank, **doc}
        for name in found.keys() - self._fields:
            del found[name]
        for name, read in self._read:
            if name in found:
                found[name] = read(found[name])
        found.update(known)
        return self._record(**found)


def doc_id(stable_id: str) -> int:
    """Return TinyDB's number of a document: 60 bits of a hash, so that `get` needs no search.

    Stock TinyDB refuses ids that are not integers; 60 bits stay exact in every JSON reader that
    knows 64-bit integers.
    """
    import hashlib

    return int.from_bytes(hashlib.blake2b(stable_id.encode(), digest_size=8).digest(), "big") >> 4


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is wanted")
    return value


def _parts(docs: Iterable[Mapping[str, Any]]) -> tuple[Selector, ...]:
    if not (parts := tuple([selector(doc) for doc in docs])):
        raise ValueError("a quote has no words")
    return parts


_SELECTOR = Codec(Selector, "exact* prefix* suffix* start* end*")


def selector(doc: Mapping[str, Any]) -> Selector:
    """Return the selector of a document; written out, for most of a briefing's documents are selectors."""
    start, end = doc["start"], doc["end"]
    if type(start) is not int or type(end) is not int:
        raise TypeError("a selector's offsets are whole numbers")
    return Selector(doc["exact"], doc["prefix"], doc["suffix"], start, end)


_QUOTE: Codec[Quote] = Codec(
    Quote,
    "id* kind* speaker speaker_text entity cue why role polarity parts* speaker_at confidence chain candidates",
    written={"parts": lambda parts: [*map(_SELECTOR.encode, parts)], "chain": list, "candidates": list},
    made={
        "speaker": lambda it: " ".join(it.speakers) or None,
        "speaker_at": lambda it: [it.speaker_start, it.speaker_end] if it.speaker_start >= 0 else None,
    },
)


def quote(doc: Mapping[str, Any], article: str, *, gone: bool = False) -> Quote:
    """Return the quote of a document in the article with the id `article`, which has its words or has not.

    Written out as `selector` is: an article has twenty.
    """
    given = doc.get
    start, end = given("speaker_at", (-1, -1))
    return Quote(
        id=doc["id"],
        article=article,
        kind=doc["kind"],
        parts=_parts(doc["parts"]),
        speakers=tuple(given("speaker", "").split()),
        speaker_text=given("speaker_text", ""),
        speaker_start=start,
        speaker_end=end,
        entity=given("entity", ""),
        cue=given("cue", ""),
        why=given("why", ""),
        confidence=float(given("confidence", 1.0)),
        chain=tuple(given("chain", ())),
        candidates=tuple(given("candidates", ())),
        role=given("role", ""),
        polarity=given("polarity", ""),
        gone=gone,
    )


_ARTICLE = Codec(
    Article,
    "id* headline outlet author published url language text source origin imported versions event_date"
    " cut quotes gone basis",
    written={
        "cut": lambda cut: [[each.first, each.last, each.reason] for each in cut],
        "quotes": lambda quotes: [*map(_QUOTE.encode, quotes)],
        "gone": lambda quotes: [*map(_QUOTE.encode, quotes)],
        "basis": dict,
    },
    read={
        "id": _text,
        "text": _text,
        "versions": int,
        "cut": lambda cut: tuple([CutLines(first, last, reason) for first, last, reason in cut]),
        "basis": dict,
    },
)


def article(doc: Mapping[str, Any], event: str, copy_of: str = "") -> Article:
    """Return the article of a document in the event with the id `event`, a copy of another or not."""
    own = _text(doc["id"])
    quotes = tuple([quote(each, own) for each in doc.get("quotes", ())])
    gone = tuple([quote(each, own, gone=True) for each in doc.get("gone", ())])
    return _ARTICLE.decode(doc, event=event, copy_of=copy_of, quotes=quotes, gone=gone)


_VERSION_FIELDS = "headline text published source imported"
_VERSION = Codec(Version, _VERSION_FIELDS, read=dict.fromkeys(_VERSION_FIELDS.split(), str))
version = _VERSION.decode


def version_doc(version: Version, article: str, number: int) -> Document:
    """Return the document of an article's earlier version; the oldest is number 1."""
    return {"id": f"{article}.{number}", "number": number, **_VERSION.encode(version)}


_EVENT = Codec(
    Event, "id* name* date basis", written={"basis": dict}, read={"name": _text, "date": _text, "basis": dict}
)


def event(doc: Mapping[str, Any], articles: tuple[Article, ...]) -> Event:
    """Return the event of a document."""
    return _EVENT.decode(doc, articles=articles)


_TARGET = Codec(
    AnnotationTarget,
    "type* id* article selector rest speaker",
    written={"selector": _SELECTOR.encode, "rest": lambda parts: [*map(_SELECTOR.encode, parts)]},
    read={
        "selector": lambda doc: selector(doc) if doc else None,
        "rest": lambda docs: tuple([selector(doc) for doc in docs]),
        "speaker": str,
    },
)
_ANNOTATION = Codec(
    Annotation,
    "id* motivation* target* body* created* modified creator",
    written={"target": _TARGET.encode, "body": dict},
    read={"target": _TARGET.decode, "body": dict},
)
_WANTED = {
    "tagging": frozenset({"tag"}),
    "commenting": frozenset({"value"}),
    "editing": frozenset({"field", "value"}),
    "linking": frozenset({"relation", "quote"}),
}


def annotation(doc: Mapping[str, Any]) -> Annotation:
    """Return the annotation of a document."""
    if _WANTED.get(doc["motivation"], frozenset()) - doc["body"].keys():
        raise KeyError(f"an annotation for {doc['motivation']} says too little")
    return _ANNOTATION.decode(doc)


_TAG = Codec(Tag, "id* name* description color sign")
_VIEW = Codec(SavedSearch, "id* name* query*", read={"name": str, "query": str})
_TITLE = Codec(Title, "id* name*", read={"name": str})
_SPEAKER = Codec(
    Speaker,
    "id* name* aliases merged_into role side merged_by merged",
    written={"aliases": list},
    read={"aliases": tuple},
)


def _feed_doc(feed: Feed) -> Document:
    return {"id": feed.url, "title": feed.title, "added": feed.added}


def _feed(doc: Mapping[str, Any]) -> Feed:
    return Feed(url=str(doc["id"]), title=str(doc["title"]), added=str(doc["added"]))


# What the tables of the codebook, the speakers and the feeds hold.
RECORDS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "tags": _TAG.decode,
    "views": _VIEW.decode,
    "titles": _TITLE.decode,
    "speakers": _SPEAKER.decode,
    "subscriptions": _feed,
}
_DOCUMENTS: dict[type, Callable[[Any], Document]] = {
    Annotation: _ANNOTATION.encode,
    Article: _ARTICLE.encode,  # its event is the file it lies in
    Event: _EVENT.encode,  # its articles are documents of their own
    Feed: _feed_doc,
    SavedSearch: _VIEW.encode,
    Speaker: _SPEAKER.encode,
    Tag: _TAG.encode,
    Title: _TITLE.encode,
}


def document(record: Annotation | Article | Event | Feed | SavedSearch | Speaker | Tag | Title) -> Document:
    """Return the document of a record; of a feed, what says that it is subscribed to."""
    return _DOCUMENTS[type(record)](record)


def row_of(event: Event) -> EventRow | None:
    """Return what the catalogue says of an event without what is hidden; None when no article is left."""
    if not event.articles:
        return None
    sources = len({article.copy_of or article.id for article in event.articles})
    row: EventRow = {
        "id": event.id,
        "name": event.name,
        "date": event.date,
        "inferred": event.date_inferred,
        "outlets": sorted({article.outlet for article in event.articles if article.outlet}),
        "articles": len(event.articles),
        "quotes": _quotes_once(event.articles),
    }
    if sources < len(event.articles):
        row["sources"] = sources
    unnamed = sum(not article.outlet for article in event.articles)
    if 0 < unnamed < len(event.articles):
        row["unnamed"] = unnamed
    return row


def _quotes_once(articles: Iterable[Article]) -> int:
    """Return how many quotes there are; what stands in copies of one text too is counted once."""
    articles = tuple(articles)
    printed = {article.copy_of for article in articles if article.copy_of}
    count = 0
    seen: set[tuple[str, str]] = set()
    for article in articles:
        text = article.copy_of or article.id
        if text not in printed:
            count += len(article.quotes)
        else:
            seen.update((text, " ".join(quote.words.casefold().split())) for quote in article.quotes)
    return count + len(seen)
