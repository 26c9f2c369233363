"""`webannotation`: quotes with what was written on them, as W3C Web Annotations in JSON-LD.

What the W3C vocabulary has no word for (who is quoted, how that is known) stands in a context of
its own, declared in the file, so that no reader of JSON-LD drops it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tui.core.assessment import RELATIONS
from tui.core.model import AnnotatedEvent, Annotation, Article, Event, Quote, Selector
from tui.core.statements import BY_READER, Statement, StatementWording
from tui.exchange.exporters.deed_list import deeds
from tui.exchange.exporters.dossier import Dossier, urn
from tui.exchange.exporters.serialize import filled, json_list, one_or_list, web_address

W3C = "http://www.w3.org/ns/anno.jsonld"
OWN = "urn:briefing-tui:"
XSD = "http://www.w3.org/2001/XMLSchema#"
_FROM_SCHEMA = "NewsArticle Event headline publisher author datePublished startDate inLanguage".split()
_GENERATOR = {"id": OWN, "type": "Software", "name": "briefing-tui"}
_OWN = (
    "derived speakerText speechKind polarity cue why edited status orphaned evidence reliability credibility original"
    " translator role side"
).split()
CONTEXT: list[object] = [
    W3C,
    {
        "schema": "http://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "briefing": OWN,
        **{name: f"schema:{name}" for name in _FROM_SCHEMA},
        "about": {"@id": "schema:about", "@type": "@id"},
        "url": {"@id": "schema:url", "@type": "@id"},
        "article": {"@id": "briefing:article", "@type": "@id"},
        "speaker": {"@id": "briefing:speaker", "@type": "@id"},
        **{name: f"briefing:{name}" for name in _OWN},
        "confidence": {"@id": "briefing:confidence", "@type": XSD + "double"},
        "chain": {"@id": "briefing:chain", "@container": "@list"},
        "starred": {"@id": "briefing:starred", "@type": XSD + "dateTime"},
        **{
            relation: {"@id": f"briefing:{relation}", "@type": "@id", "@container": "@set"}
            for relation in RELATIONS
        },
        "deeds": {"@id": "briefing:deeds", "@type": "@json"},
        "tag": {"@id": "briefing:tag", "@type": "@id"},
        "definition": "skos:definition",
    },
]


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the file: one AnnotationPage with all annotations in it."""
    head = {
        "@context": CONTEXT,
        "id": urn(f"page {dossier.title}"),
        "type": "AnnotationPage",
        "label": dossier.title,
        "generator": _GENERATOR,
        **filled({"generated": dossier.made}),
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "items": '
    yield from json_list(items(dossier), " ")
    yield "\n}\n"


def items(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield the annotations: every quote, the articles and events that were written on, and the links of wordings."""
    for annotated in dossier.events():
        event = annotated.event
        if bodies := _bodies(dossier, annotated, event.id):
            yield {**_annotation(dossier, annotated, event.id, bodies), "target": _event(event)}
        for article in event.articles:
            bodies, assessed = _bodies(dossier, annotated, article.id), annotated.assessment(article.id)
            if bodies or assessed:
                item = {**_annotation(dossier, annotated, article.id, bodies), **assessed}
                yield {**item, "article": _article(article, event), "target": _target(article)}
            for quote in article.all_quotes:
                yield _quote(dossier, annotated, article, quote)
        for statement in dossier.repeated(annotated):
            yield from (_wording(statement, each) for each in statement.wordings[1:])


def _wording(statement: Statement, wording: StatementWording) -> dict[str, Any]:
    """Return the link of a wording to the fullest of its statement.

    It is `derived`: an import makes it anew and takes it for nothing that the reader said. What the reader did say of
    two quotes stands with the quotes.
    """
    return {
        "id": urn(f"wording {wording.quote.id}"),
        "type": "Annotation",
        "motivation": "linking",
        "body": urn(statement.base.quote.id),
        "target": urn(wording.quote.id),
        "generator": _GENERATOR,
        "derived": True,
        "confidence": round(wording.score, 2),
        "why": "set by the reader" if wording.why == BY_READER else wording.why,
    }


def _quote(dossier: Dossier, annotated: AnnotatedEvent, article: Article, quote: Quote) -> dict[str, Any]:
    bodies = _bodies(dossier, annotated, quote.id)
    item = _annotation(dossier, annotated, quote.id, bodies)
    item["article"] = _article(article, annotated.event)
    people = [
        {**({"id": urn(speaker.id)} if speaker else {}), "type": "Person", "name": name}
        for name, speaker in dossier.attributed(quote)
    ]
    if people:
        item["speaker"] = one_or_list(people)
    plain: dict[str, Any] = {
        "speakerText": quote.speaker_text,
        "speechKind": quote.kind,
        "polarity": quote.polarity,
        "cue": quote.cue,
        "why": quote.why,
        "chain": list(quote.chain),
        "edited": list(quote.edited),
        "original": quote.original,
        "translator": quote.translator,
        "role": dossier.role(quote),
        "side": dossier.side(quote),
        **annotated.assessment(quote.id),
        **_links(annotated, quote.id),
    }
    item |= filled(plain)
    item["confidence"] = quote.confidence
    if quote.gone:
        item["orphaned"] = True
    targets = [{**_target(article), "selector": selectors(part)} for part in quote.parts]
    item["target"] = one_or_list(targets)
    return item


def selectors(part: Selector) -> list[dict[str, Any]]:
    """Return both W3C selectors of a place: by its words, and by code points of the text."""
    return [
        {"type": "TextQuoteSelector", "exact": part.exact, "prefix": part.prefix, "suffix": part.suffix},
        {"type": "TextPositionSelector", "start": part.start, "end": part.end},
    ]


def _links(annotated: AnnotatedEvent, quote_id: str) -> dict[str, list[str]]:
    """Return the quotes that a quote is linked to, by what it is to them; each link stands with its subject."""
    found: dict[str, list[str]] = {}
    for each in annotated.of(quote_id, "linking"):
        if not each.body.get("inverse"):
            found.setdefault(str(each.body["relation"]), []).append(urn(str(each.body["quote"])))
    return found


def _annotation(
    dossier: Dossier, annotated: AnnotatedEvent, target_id: str, bodies: list[dict[str, Any]]
) -> dict[str, Any]:
    purposes = [body["purpose"] for body in bodies]
    stars = annotated.of(target_id, "bookmarking")
    motivations = list(dict.fromkeys([*purposes, *(["bookmarking"] if stars else [])])) or ["highlighting"]
    item: dict[str, Any] = {
        "id": urn(target_id),
        "type": "Annotation",
        "motivation": one_or_list(motivations),
    }
    if bodies:
        item["body"] = one_or_list(bodies)
        item["created"] = min(str(body["created"]) for body in bodies)
    if stars:
        item["starred"] = stars[0].created
    if done := deeds(annotated, target_id, dossier.speakers):
        item["deeds"] = done
    return item


def _bodies(dossier: Dossier, annotated: AnnotatedEvent, target_id: str) -> list[dict[str, Any]]:
    bodies = []
    for each in annotated.annotations.get(target_id, ()):
        if each.motivation == "tagging" and (tag := dossier.tags.get(str(each.body["tag"]))):
            body = {**_body(each, "tagging", tag.name), "tag": urn(tag.id)}
            bodies.append({**body, "definition": tag.description} if tag.description else body)
        elif each.motivation == "commenting":
            bodies.append({**_body(each, "commenting", str(each.body["value"])), "format": "text/markdown"})
    return bodies


def _body(each: Annotation, purpose: str, value: str) -> dict[str, Any]:
    return {
        "id": urn(each.id),
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "created": each.created,
        **filled({"modified": each.modified}),
        **({"creator": {"type": "Person", "name": each.creator}} if each.creator else {}),
    }


def _target(article: Article) -> dict[str, Any]:
    """Return a page as the target of an annotation: by its address where it has one, our id beside it."""
    address = web_address(article.url)
    canonical = {"canonical": urn(article.id)} if address else {}
    return {"type": "SpecificResource", "source": address or urn(article.id), **canonical}


def _article(article: Article, event: Event) -> dict[str, Any]:
    said = {
        "id": urn(article.id),
        "type": "NewsArticle",
        "headline": article.headline,
        "publisher": article.outlet,
        "author": article.author,
        "datePublished": article.published,
        "inLanguage": article.language,
        "url": web_address(article.url),
        "about": _event(event),
    }
    return filled(said)


def _event(event: Event) -> dict[str, Any]:
    return {"id": urn(event.id), "type": "Event", "name": event.name, **filled({"startDate": event.date})}
