"""`csl-json`: the articles as references, for Zotero, pandoc and every citation style; the others are made of it.

The schema: https://github.com/citation-style-language/schema (csl-data.json).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from tui.core.edtf import without_time, year_of
from tui.core.model import AnnotatedEvent, Article
from tui.core.text import one_line
from tui.exchange.exporters.dossier import Dossier, urn
from tui.exchange.exporters.serialize import filled, json_list

Reference = dict[str, Any]

_BETWEEN = re.compile(r"\s*(?:;|\band\b|\bund\b|\bet\b|&|,)\s*")
_PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_PARTICLES = frozenset("al bin da de del della den der di dos du el la le ten ter van von zu".split())
_NO_PERSON = frozenset(
    "agency agencies bureau correspondent desk editors news newsroom reporter staff team".split()
)


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the CSL-JSON file, a list of items."""
    yield from json_list(item for item, _, _ in references(dossier))
    yield "\n"


def references(dossier: Dossier) -> Iterator[tuple[Reference, AnnotatedEvent, Article]]:
    """Yield each article's reference in CSL-JSON, with the article and its event; what it lacks goes to `bare`."""
    for annotated, article in dossier.articles():
        for lacks, there in (("outlet", article.outlet), ("day", article.published)):
            if not there:
                dossier.bare.setdefault(lacks, set()).add(article.id)
        yield reference(dossier, annotated, article), annotated, article


def reference(dossier: Dossier, annotated: AnnotatedEvent, article: Article) -> Reference:
    """Return an article as CSL-JSON of type article-newspaper; pandoc cites it by its `id`, Zotero by its key: one key."""
    key = citation_key(article)
    item: Reference = {
        "id": key,
        "type": "article-newspaper",
        "citation-key": key,
        "custom": {"id": urn(article.id)},
        "title": one_line(article.headline) or one_line(article.text)[:80] or "Untitled",
    }
    if people := names(article.author):
        item["author"] = people
    plain = {
        "container-title": article.outlet,
        "URL": article.url,
        "language": article.language,
        "keyword": ", ".join(dossier.tag_names(annotated, article.id)),
        "note": annotated.note(article.id),
    }
    item |= {key: one_line(value) for key, value in filled(plain).items()}
    if issued := date(article.published):
        item["issued"] = issued
    if article.imported and article.url:
        item["accessed"] = date(article.imported)
    return item


def names(author: str) -> list[dict[str, str]]:
    """Return the people an author line names; what may be no person's name stays as it is."""
    line = re.sub(r"^by\s+", "", one_line(author), flags=re.IGNORECASE)
    if not line:
        return []
    parts = [part for part in _BETWEEN.split(line) if part]
    people = [_person(part) for part in parts]
    if all("family" in person for person in people):
        return people
    # “Tern, Ada”: one name turned around, or something else altogether.
    turned = [part.strip() for part in line.split(",")]
    if len(turned) == 2 and all(len(part.split()) == 1 for part in turned):
        return [{"family": turned[0], "given": turned[1]}]
    return [{"literal": line}]


def _person(name: str) -> dict[str, str]:
    words = name.split()
    if not 2 <= len(words) <= 5 or not all(_WORD.fullmatch(word) for word in words):
        return {"literal": name}
    if {word.casefold() for word in words} & _NO_PERSON or not (
        words[0][0].isupper() and words[-1][0].isupper()
    ):
        return {"literal": name}
    first = next((i for i, word in enumerate(words) if i and word in _PARTICLES), len(words) - 1)
    person = {"family": words[-1], "given": " ".join(words[:first])}
    if words[first:-1]:
        person["non-dropping-particle"] = " ".join(words[first:-1])
    return person


def full_name(person: dict[str, str]) -> tuple[str, str]:
    """Return the given name and the family name, its particle (“van”, “de la”) with it, of one of `names`."""
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person["family"])))
    return person["given"], family


def date(edtf: str) -> dict[str, Any]:
    """Return a CSL date; what its parts cannot say (a day without its year, some day in July) stands there as EDTF."""
    if not edtf:
        return {}
    day, about = without_time(edtf), edtf.endswith("~")
    found = [_PARTS.fullmatch(each) for each in day.removesuffix("~").split("/")]
    parts = [[int(part) for part in each.groups() if part] for each in found if each]
    if len(parts) < len(found):
        return {"raw": edtf}
    said: dict[str, Any] = {"circa": True} if about else {}
    if len(parts) == 1 and len(parts[0]) == 2 and parts[0][1] > 20:
        said["season"] = parts[0].pop() - 20
    return (
        {"raw": edtf}
        if any(len(each) > 1 and each[1] > 12 for each in parts)
        else {"date-parts": parts, **said}
    )


def citation_key(article: Article) -> str:
    """Return a key such as `courier2025harbour3f2a91bc`, the same in whatever format and part of a briefing goes out.

    It ends in the beginning of the article's id, by which `show` finds it.
    """
    outlet = article.outlet or "anon"
    word = next((word for word in re.findall(r"\w{5,}", article.headline)), "")
    year = year_of(article.published) or "nd"
    plain = unicodedata.normalize("NFKD", f"{outlet}{year}{word}".casefold())
    return re.sub(r"[^a-z0-9]", "", plain) + re.sub(r"[^a-z0-9]", "", article.id.casefold())[:8]
