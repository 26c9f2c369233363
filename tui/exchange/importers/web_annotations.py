"""W3C Web Annotations in JSON-LD, ours and other programs': tags and notes on words of pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from tui.core.assessment import RATINGS, RELATIONS, STATUSES
from tui.core.model import Kind, Selector
from tui.core.text import clean, one_line
from tui.exchange.importers.deed_reader import deeds
from tui.exchange.importers.model import (
    AnnotationFile,
    AnnotationFileError,
    ImportedLink,
    ImportedMarks,
    ImportedNote,
    ImportedTag,
    TextReference,
    moment,
    speaker_name,
    written_on,
)

_MOST = 1_000_000
_FIELDS = ("original", "translator")
_URN = re.compile(r"urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", re.IGNORECASE)


def read(raw: bytes) -> AnnotationFile:
    """Return the annotations of a page, a collection, a list or one. Raises `AnnotationFileError`."""
    try:
        document = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise AnnotationFileError(f"is no JSON ({one_line(str(error))[:100]})") from None
    found: list[TextReference] = []
    ties: list[ImportedLink] = []
    # Two of one id that say the same are one, as where pages of a collection overlap.
    items = list({json.dumps(item, sort_keys=True): item for item in _items(document)}.values())
    for item, root in zip(items, _roots(items), strict=True):
        name = _name(item)
        found += _pointers(item, name, root)
        ties += _ties(item, _id(name))
        if len(found) > _MOST:
            raise AnnotationFileError("there are too many annotations in it")
    if not found:
        raise AnnotationFileError("there is no annotation in it")
    return AnnotationFile(pointers=tuple(found), ties=tuple(ties), held=written_on(found))


def _name(item: dict[str, Any]) -> str:
    return str(item.get("id") or item.get("@id") or "")


def _roots(items: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield of each annotation the one it replies to in the end, itself where it is no reply: what both are about."""
    by_name = {name: item for item in reversed(items) if (name := _name(item))}
    known: dict[int, dict[str, Any]] = {}
    for item in items:
        way = list[int]()
        root = item
        while id(root) not in known:
            way.append(id(root))
            known[id(root)] = root  # where replies go in a circle
            root = _above(root, by_name)
        root = known[id(root)]
        known.update(dict.fromkeys(way, root))
        yield root


def _above(item: dict[str, Any], by_name: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the annotation that another replies to, itself where it is no reply."""
    # As Hypothesis lists what a reply is below, the root first; and as the W3C has it, by its target.
    above = [*_list(item.get("references")), *(_targeted(each) for each in _list(item.get("target")))]
    return next((by_name[each] for each in above if isinstance(each, str) and each in by_name), item)


def _targeted(target: Any) -> str:
    if isinstance(target, dict):
        target = target.get("source", target.get("id", ""))
    return target if isinstance(target, str) else ""


def _items(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        for key in ("items", "rows", "annotations"):  # the last: the client of Hypothesis
            if isinstance(document.get(key), list):
                document = document[key]
                break
        else:
            first = document.get("first")
            document = first.get("items", []) if isinstance(first, dict) else [document]
    if not isinstance(document, list) or not all(isinstance(item, dict) for item in document):
        raise AnnotationFileError("there are no annotations in it")
    yield from (item for item in document if "target" in item and not _derived(item))


def _derived(item: dict[str, Any]) -> bool:
    """Tell whether an annotation is a link that our export made by rule: nobody wrote it, and it is made anew."""
    return item.get("motivation") == "linking" and item.get("derived") is True


def _pointers(item: dict[str, Any], name: str, root: dict[str, Any]) -> Iterator[TextReference]:
    """Yield what an annotation says, on the words that its `root` is about."""
    mark = _mark(item)
    by_source: dict[tuple[tuple[str, ...], str], list[Selector]] = {}
    for target in _list(root.get("target")):
        where = _where(target, str(root.get("uri") or ""))
        by_source.setdefault(where, [])
        if (selector := _selector(target)) is not None:
            by_source[where].append(selector)
    people = (each.get("name") for each in _list(item.get("speaker")) if isinstance(each, dict))
    speakers = tuple(dict.fromkeys(filter(None, (speaker_name(str(each or "")) for each in people))))
    kinds: dict[object, Kind] = {"direct": "direct", "mixed": "mixed", "indirect": "indirect"}
    kind = item.get("speechKind")
    for (ids, url), selectors in by_source.items():
        yield TextReference(
            selectors=tuple(sorted(selectors, key=lambda each: each.start)),
            ids=ids,
            url=url,
            speakers=speakers,
            kind=kinds.get(kind, "") if isinstance(kind, str) else "",
            mark=mark,
            quote=_id(_name(root)) or _id(name),
        )


def _ties(item: dict[str, Any], own: str) -> Iterator[ImportedLink]:
    for relation in RELATIONS if own else ():
        for other in _list(item.get(relation)):
            if isinstance(other, str) and _id(other):
                yield ImportedLink(own, relation, _id(other))


def _where(target: Any, uri: str) -> tuple[tuple[str, ...], str]:
    """Return the ids of ours and the address that a target has."""
    source = target.get("source", target.get("id", uri)) if isinstance(target, dict) else target
    if isinstance(target, dict) and target.get("type") == "NewsArticle":
        source = target
    ids, urls = [], []
    canonical = [target["canonical"]] if isinstance(target, dict) and target.get("canonical") else []
    for each in [*_list(source), *canonical]:
        fields = [each.get("id"), each.get("url")] if isinstance(each, dict) else [each]
        for value in fields:
            if not isinstance(value, str):
                continue
            if own := _id(value):
                ids.append(own)
            elif value.startswith(("http://", "https://")):
                urls.append(one_line(value))
    return tuple(ids), urls[0] if urls else ""


def _id(value: str) -> str:
    found = _URN.fullmatch(value)
    return found[1].replace("-", "").casefold() if found else ""


def _selector(target: Any) -> Selector | None:
    """Return both W3C selectors of a target as one of ours; None where it has neither."""
    exact, prefix, suffix, start, end = "", "", "", -1, -1
    for each in _list(target.get("selector")) if isinstance(target, dict) else ():
        kind = each.get("type") if isinstance(each, dict) else None
        if kind == "TextQuoteSelector":
            exact, prefix, suffix = (clean(str(each.get(key) or "")) for key in ("exact", "prefix", "suffix"))
        elif kind == "TextPositionSelector":
            start, end = each.get("start", -1), each.get("end", -1)
            if type(start) is not int or type(end) is not int or not 0 <= start < end:
                raise AnnotationFileError(f"{one_line(f'{start}-{end}')[:60]} is no position in a text")
    if not exact and start < 0:
        return None
    return Selector(exact, prefix, suffix, max(start, 0), max(end, 0))


def _mark(item: dict[str, Any]) -> ImportedMarks:
    motivations = [str(each) for each in _list(item.get("motivation"))]
    creator, created = _creator(item), moment(str(item.get("created") or ""))
    tags = [ImportedTag(one_line(str(tag)), created, creator) for tag in _list(item.get("tags"))]
    notes = []
    bodies = [*_list(item.get("body")), *_list(item.get("bodyValue")), *_list(item.get("text"))]
    for body in bodies:
        text, purpose = (body, "") if isinstance(body, str) else ("", "")
        if isinstance(body, dict):
            text, purpose = str(body.get("value") or ""), str(body.get("purpose") or "")
        about: dict[str, Any] = body if isinstance(body, dict) else item
        if not purpose:
            purpose = "tagging" if motivations == ["tagging"] else "commenting"
        by = _creator(about) or creator
        when = moment(str(about.get("created") or "")) or created
        if purpose == "tagging":
            tags.append(ImportedTag(one_line(text), when, by))
        elif clean(text).strip():
            notes.append(ImportedNote(clean(text).strip(), when, by))
    starred = "starred" in item or "bookmarking" in motivations
    said = {key: one_line(str(item.get(key) or "")) for key in ("status", *RATINGS, *_FIELDS)}
    assessed = {key: said[key] for key in RATINGS if said[key] in ("", *RATINGS[key])}
    assessed |= {"status": said["status"]} if said["status"] in STATUSES else {}
    assessed |= (
        {"evidence": clean(str(item["evidence"]))} if any(assessed.values()) and item.get("evidence") else {}
    )
    return ImportedMarks(
        tags=tuple(tag for tag in tags if tag.name),
        notes=tuple(notes),
        starred=starred,
        assessed=tuple((key, value) for key, value in assessed.items() if value),
        fields=tuple((key, said[key]) for key in _FIELDS if said[key]),
        creator=creator,
        created=created,
        deeds=deeds(item.get("deeds")),
    )


def _creator(about: dict[str, Any]) -> str:
    creator = about.get("creator") or about.get("user")
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id")
    return one_line(creator) if isinstance(creator, str) else ""


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
