"""Documents of the store to the records of `tui.core.model` and back. Fields that are empty are not stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tui.core.model import (
    STATED,
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
    Version,
)
from tui.store.disk.schema import Document

_ARTICLE_FIELDS = (
    "id",
    "headline",
    "outlet",
    "author",
    "published",
    "url",
    "language",
    "text",
    "source",
    "origin",
    "imported",
    "versions",
    "event_date",
)
_VERSION_FIELDS = ("headline", "text", "published", "source", "imported")
_QUOTE_FIELDS = ("id", "kind", "speaker", "speaker_text", "entity", "cue", "why", "role")


def doc_id(stable_id: str) -> int:
    """Return TinyDB's number of a document: 60 bits of a hash, so that `get` needs no search.

    Stock TinyDB refuses ids that are not integers; 60 bits stay exact in every JSON reader that
    knows 64-bit integers.
    """
    import hashlib

    return int.from_bytes(hashlib.blake2b(stable_id.encode(), digest_size=8).digest(), "big") >> 4


def selector_doc(selector: Selector) -> Document:
    """Return a selector's document."""
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "end": selector.end,
    }


def selector(doc: Mapping[str, Any]) -> Selector:
    """Return the selector of a document."""
    start, end = doc["start"], doc["end"]
    if type(start) is not int or type(end) is not int:
        raise TypeError("a selector's offsets are whole numbers")
    return Selector(doc["exact"], doc["prefix"], doc["suffix"], start, end)


def quote_doc(quote: Quote) -> Document:
    """Return a quote's document."""
    doc: Document = {name: value for name in _QUOTE_FIELDS if (value := getattr(quote, name))}
    doc["parts"] = [selector_doc(part) for part in quote.parts]
    if quote.speaker_start >= 0:
        doc["speaker_at"] = [quote.speaker_start, quote.speaker_end]
    if quote.confidence != 1.0:
        doc["confidence"] = quote.confidence
    if quote.chain:
        doc["chain"] = list(quote.chain)
    if quote.candidates:
        doc["candidates"] = list(quote.candidates)
    return doc


def quote(doc: Mapping[str, Any], article: str, *, gone: bool = False) -> Quote:
    """Return the quote of a document in the article with the id `article`, which has its words or has not."""
    get = doc.get
    start, end = get("speaker_at", (-1, -1))
    parts = tuple([selector(part) for part in doc["parts"]])
    if not parts:
        raise ValueError("a quote has no words")
    return Quote(
        id=doc["id"],
        article=article,
        kind=doc["kind"],
        parts=parts,
        speaker=get("speaker", ""),
        speaker_text=get("speaker_text", ""),
        speaker_start=start,
        speaker_end=end,
        entity=get("entity", ""),
        cue=get("cue", ""),
        why=get("why", ""),
        confidence=float(get("confidence", 1.0)),
        chain=tuple(get("chain", ())),
        edited=(),
        candidates=tuple(get("candidates", ())),
        role=get("role", ""),
        gone=gone,
    )


def article_doc(article: Article) -> Document:
    """Return an article's document. Its event is the file it lies in."""
    doc: Document = {name: value for name in _ARTICLE_FIELDS if (value := getattr(article, name))}
    if article.cut:
        doc["cut"] = [[cut.first, cut.last, cut.reason] for cut in article.cut]
    if article.quotes:
        doc["quotes"] = [quote_doc(quote) for quote in article.quotes]
    if article.gone:
        doc["gone"] = [quote_doc(quote) for quote in article.gone]
    if article.basis:
        doc["basis"] = dict(article.basis)
    return doc


def article(doc: Mapping[str, Any], event: str, copy_of: str = "") -> Article:
    """Return the article of a document in the event with the id `event`, a copy of another or not."""
    get = doc.get
    article_id = doc["id"]
    text = get("text", "")
    if not isinstance(text, str) or not isinstance(article_id, str):
        raise TypeError("an article's text is text")
    return Article(
        id=article_id,
        event=event,
        headline=get("headline", ""),
        outlet=get("outlet", ""),
        author=get("author", ""),
        published=get("published", ""),
        url=get("url", ""),
        language=get("language", ""),
        text=text,
        source=get("source", ""),
        origin=get("origin", ""),
        imported=get("imported", ""),
        cut=tuple([CutLines(first, last, reason) for first, last, reason in get("cut", ())]),
        quotes=tuple([quote(each, article_id) for each in get("quotes", ())]),
        basis=dict(get("basis", {})),
        versions=int(get("versions", 0)),
        event_date=get("event_date", ""),
        copy_of=copy_of,
        gone=tuple([quote(each, article_id, gone=True) for each in get("gone", ())]),
    )


def version_doc(version: Version, article: str, number: int) -> Document:
    """Return the document of an article's earlier version; the oldest is number 1."""
    doc: Document = {"id": f"{article}.{number}", "number": number}
    return doc | {name: value for name in _VERSION_FIELDS if (value := getattr(version, name))}


def version(doc: Mapping[str, Any]) -> Version:
    """Return the version of a document."""
    return Version(*[str(doc.get(name, "")) for name in _VERSION_FIELDS])


def event_doc(event: Event) -> Document:
    """Return an event's document; its articles are documents of their own."""
    doc: Document = {"id": event.id, "name": event.name}
    if event.date:
        doc["date"] = event.date
    if event.basis:
        doc["basis"] = dict(event.basis)
    return doc


def event(doc: Mapping[str, Any], articles: tuple[Article, ...]) -> Event:
    """Return the event of a document."""
    name, date = doc["name"], doc.get("date", "")
    if not isinstance(name, str) or not isinstance(date, str):
        raise TypeError("an event's name and date are text")
    return Event(doc["id"], name, date, articles, dict(doc.get("basis", {})))


def target_doc(target: AnnotationTarget) -> Document:
    """Return a target's document."""
    doc: Document = {"type": target.type, "id": target.id}
    if target.article:
        doc["article"] = target.article
    if target.selector:
        doc["selector"] = selector_doc(target.selector)
    if target.speaker:
        doc["speaker"] = target.speaker
    return doc


def annotation_doc(annotation: Annotation) -> Document:
    """Return an annotation's document."""
    doc: Document = {
        "id": annotation.id,
        "motivation": annotation.motivation,
        "target": target_doc(annotation.target),
        "body": dict(annotation.body),
        "created": annotation.created,
    }
    if annotation.modified:
        doc["modified"] = annotation.modified
    if annotation.creator:
        doc["creator"] = annotation.creator
    return doc


def annotation(doc: Mapping[str, Any]) -> Annotation:
    """Return the annotation of a document."""
    about = doc["target"]
    place = about.get("selector")
    target = AnnotationTarget(
        about["type"],
        about["id"],
        about.get("article", ""),
        selector(place) if place else None,
        str(about.get("speaker", "")),
    )
    body = dict(doc["body"])
    if _WANTED.get(doc["motivation"], frozenset()) - body.keys():
        raise KeyError(f"an annotation for {doc['motivation']} says too little")
    return Annotation(
        id=doc["id"],
        motivation=doc["motivation"],
        target=target,
        body=body,
        created=doc["created"],
        modified=doc.get("modified", ""),
        creator=doc.get("creator", ""),
    )


_WANTED = {
    "tagging": frozenset({"tag"}),
    "commenting": frozenset({"value"}),
    "editing": frozenset({"field", "value"}),
    "linking": frozenset({"relation", "quote"}),
}


def tag_doc(tag: Tag) -> Document:
    """Return a tag's document."""
    doc: Document = {"id": tag.id, "name": tag.name}
    doc |= {name: value for name in ("description", "color", "sign") if (value := getattr(tag, name))}
    return doc


def tag(doc: Mapping[str, Any]) -> Tag:
    """Return the tag of a document."""
    get = doc.get
    return Tag(doc["id"], doc["name"], get("description", ""), get("color", ""), get("sign", ""))


def view_doc(view: SavedSearch) -> Document:
    """Return a saved view's document."""
    return {"id": view.id, "name": view.name, "query": view.query}


def view(doc: Mapping[str, Any]) -> SavedSearch:
    """Return the saved view of a document."""
    return SavedSearch(doc["id"], str(doc["name"]), str(doc["query"]))


def speaker_doc(speaker: Speaker) -> Document:
    """Return a speaker's document."""
    doc: Document = {"id": speaker.id, "name": speaker.name}
    if speaker.aliases:
        doc["aliases"] = list(speaker.aliases)
    if speaker.merged_into:
        doc["merged_into"] = speaker.merged_into
    if speaker.role:
        doc["role"] = speaker.role
    return doc


def speaker(doc: Mapping[str, Any]) -> Speaker:
    """Return the speaker of a document."""
    return Speaker(
        doc["id"], doc["name"], tuple(doc.get("aliases", ())), doc.get("merged_into", ""), doc.get("role", "")
    )


def row_of(event: Event) -> EventRow | None:
    """Return what the catalogue says of an event without what is hidden; None when no article is left."""
    if not event.articles:
        return None
    basis = event.basis.get("date", "")
    sources = len({article.copy_of or article.id for article in event.articles})
    row: EventRow = {
        "id": event.id,
        "name": event.name,
        "date": event.date,
        "inferred": bool(event.date) and basis not in (STATED, "set by you"),
        "outlets": sorted({article.outlet for article in event.articles if article.outlet}),
        "articles": len(event.articles),
        "quotes": _quotes_once(event.articles),
    }
    if sources < len(event.articles):
        row["sources"] = sources
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


def feed_doc(feed: Feed) -> Document:
    """Return a subscription as it is stored."""
    return {"id": feed.url, "title": feed.title, "added": feed.added}


def feed(doc: Mapping[str, Any]) -> Feed:
    """Return a subscription, nothing known yet of what the feed holds."""
    return Feed(url=str(doc["id"]), title=str(doc["title"]), added=str(doc["added"]))
