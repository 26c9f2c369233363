"""`schema.org`: events, articles and quotations as linked data (JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.core.model import AnnotatedEvent, Article, Quote, Speaker
from tui.core.quote_state import GONE
from tui.core.statements import BY_RULE, Statement
from tui.core.text import clean
from tui.exchange.exporters.dossier import Dossier, urn
from tui.exchange.exporters.references import full_name, names
from tui.exchange.exporters.serialize import filled, json_list, one_or_list, web_address
from tui.reading.quotes.names.bodies import is_institution


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the file: one graph."""
    yield '{\n "@context": "https://schema.org",\n "@graph": '
    for part in json_list(things(dossier), " "):
        # Such data is put into pages, where these two would end it or hide the rest.
        yield part.replace("</", "<\\/").replace("<!--", "<\\u0021--")
    yield "\n}\n"


def things(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield each event, article, quotation and speaker, and each statement that several quotations report."""
    said: set[str] = set()
    for annotated in dossier.events():
        event = annotated.event
        yield _thing(
            "Event", event.id, name=event.name, **_when(event.date), **_marks(dossier, annotated, event.id)
        )
        for article in event.articles:
            yield _article(dossier, annotated, article)
            for quote in article.all_quotes:
                for speaker in dossier.said_by(quote):
                    if speaker.id not in said:
                        said.add(speaker.id)
                        yield _speaker(dossier, speaker)
                yield _quotation(dossier, annotated, article, quote)
        for statement in dossier.repeated(annotated):
            yield _statement(dossier, statement)


def _speaker(dossier: Dossier, speaker: Speaker) -> dict[str, Any]:
    kind = _kind(speaker.name)
    role = {"jobTitle" if kind == "Person" else "description": speaker.role}  # only people have jobs
    side = {
        "affiliation" if kind == "Person" else "memberOf": {
            "@type": "Organization",
            "name": clean(speaker.side),
        }
        if speaker.side
        else ""
    }
    return _thing(
        kind,
        speaker.id,
        name=speaker.name,
        alternateName=dossier.other_names(speaker),
        **role,
        **side,
        **_marks(dossier, dossier.noted(speaker), speaker.id),
    )


def _article(dossier: Dossier, annotated: AnnotatedEvent, article: Article) -> dict[str, Any]:
    return _thing(
        "NewsArticle",
        article.id,
        headline=article.headline,
        author=[_person(each) for each in names(article.author)],
        publisher={"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else "",
        datePublished=article.published,
        inLanguage=article.language,
        url=web_address(article.url),
        articleBody=article.text,
        about={"@id": urn(annotated.event.id)},
        hasPart=[{"@id": urn(quote.id)} for quote in article.quotes],
        **_marks(dossier, annotated, article.id),
    )


def _statement(dossier: Dossier, statement: Statement) -> dict[str, Any]:
    """Return what was said in several wordings as a quotation of its own, in the words of the fullest.

    It stands on them by `isBasedOn`, by which schema.org has a Quotation name where it comes from
    (https://schema.org/Quotation): what is known of it is derived from its wordings. `workExample` would say that a
    work was there of which outlets made editions (https://schema.org/workExample); nobody has it but through them.
    """
    by_rule = any(each.why.startswith(BY_RULE) for each in statement.wordings)
    return _thing(
        "Quotation",
        statement.id,
        text=statement.base.quote.words,
        creator=_creator(dossier, statement.base.quote),
        about={"@id": urn(statement.event)},
        isBasedOn=[{"@id": urn(each.quote.id)} for each in statement.wordings],
        disambiguatingDescription=f"wordings of one statement, {BY_RULE if by_rule else 'set by the reader'}",
    )


def _creator(dossier: Dossier, quote: Quote) -> Any:
    return one_or_list(
        [
            {"@id": urn(speaker.id)} if speaker else {"@type": _kind(name), "name": name}
            for name, speaker in dossier.attributed(quote)
        ]
    )


def _quotation(dossier: Dossier, annotated: AnnotatedEvent, article: Article, quote: Quote) -> dict[str, Any]:
    return _thing(
        "Quotation",
        quote.id,
        text=quote.words,
        creator=_creator(dossier, quote),
        isPartOf={"@id": urn(article.id)},
        creativeWorkStatus=annotated.assessment(quote.id).get("status", ""),
        disambiguatingDescription="; ".join(filter(None, (quote.stance, GONE * quote.gone))),
        translator={"@type": "Person", "name": quote.translator} if quote.translator else "",
        translationOfWork={"@type": "Quotation", "text": quote.original} if quote.original else "",
        **_marks(dossier, annotated, quote.id),
    )


def _kind(name: str) -> str:
    return "Organization" if is_institution(name) else "Person"


def _person(name: dict[str, str]) -> dict[str, str]:
    if "literal" in name:
        return {"@type": _kind(name["literal"]), "name": name["literal"]}
    given, family = full_name(name)
    return {"@type": "Person", "name": f"{given} {family}", "givenName": given, "familyName": family}


def _when(date: str) -> dict[str, str]:
    """Return when an event was: where it began and where it ended, as far as it is known of an interval."""
    begin, span, end = date.partition("/")
    known = {"startDate": begin, "endDate": end if span else ""}
    return {name: day for name, day in known.items() if day not in ("", "..")}


def _marks(dossier: Dossier, annotated: AnnotatedEvent, target_id: str) -> dict[str, Any]:
    return {
        "keywords": dossier.tag_names(annotated, target_id),
        "comment": [
            {
                "@type": "Comment",
                "text": str(each.body["value"]),
                "dateCreated": each.created,
                **({"author": {"@type": "Person", "name": each.creator}} if each.creator else {}),
            }
            for each in annotated.notes(target_id)
        ],
    }


def _thing(kind: str, thing_id: str, **fields: Any) -> dict[str, Any]:
    cleaned = {key: clean(value) if isinstance(value, str) else value for key, value in fields.items()}
    return {"@type": kind, "@id": urn(thing_id), **filled(cleaned)}
