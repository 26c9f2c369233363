"""One of what copies made twice at the same time: a tag or a speaker of one name, an article of one page.

What was made by somebody who knew the other of its kind is another on purpose, and stays so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.core.replica.shared_state import Document, SharedState
from tui.core.replica.shared_step import Key
from tui.core.text import fold

Documents = dict[Key, Document]
_ONE_OF = ("tagging", "bookmarking", "reading", "editing")  # of which a thing has one at the most


def united(state: SharedState) -> Documents:
    """Return the documents of a state, each thing once."""
    documents = state.documents()
    for key, document in list(documents.items()):
        if key[0] == "annotations" and document.get("motivation") == "tagging":
            documents |= dict(_of_others(state, key, document))
    tags = _same(state, documents, "tags", lambda tag: fold(str(tag.get("name", ""))))
    people = _same(state, documents, "speakers", _name_of)
    articles = _same(state, documents, "articles", _page_of)
    for own, other in people.items():
        documents["speakers", own] = documents["speakers", own] | {"merged_into": other}
    for own in tags:
        del documents["tags", own]
    lived_in = {own for table, own in state.elsewhere if table == "event"}
    _join_articles(documents, articles, lived_in)
    _relabel(documents, tags)
    _drop_second(documents)
    return documents


def _of_others(state: SharedState, key: Key, document: Document) -> Iterator[tuple[Key, Document]]:
    """Yield what several gave a thing at the same time under one id, each of them their own."""
    for write in state.values(key, "creator")[:-1]:
        if write.value and write.value != document.get("creator"):
            own = f"{key[1]}:{write.value}"
            yield ("annotations", own), document | {"id": own, "creator": write.value}


def _same(
    state: SharedState, documents: Documents, table: str, of: Callable[[Document], object]
) -> dict[str, str]:
    """Return by their ids the documents that are one with another, which has the least id."""
    groups: dict[object, list[str]] = {}
    for (its, own), document in documents.items():
        if its == table and (name := of(document)):
            groups.setdefault(name, []).append(own)
    found = {}
    for group in groups.values():
        kept, *others = sorted(group)
        first = state.first[table, kept]
        for own in others:
            step = state.first[table, own]
            if step is not first and not step.knows(first) and not first.knows(step):
                found[own] = kept
    return found


def _name_of(speaker: Document) -> str:
    return "" if speaker.get("merged_into") else fold(str(speaker.get("name", "")))


def _page_of(article: Document) -> object:
    return (article["source"], article.get("text", "")) if article.get("source") else None


def _join_articles(documents: Documents, taken: dict[str, str], lived_in: set[str]) -> None:
    """Let what was written on an article, and its quotes, be on the one that it is one with."""
    events: dict[str, str] = {}
    quotes: dict[str, str] = {}
    for own, into in taken.items():
        kept, gone = documents["articles", into], documents.pop(("articles", own))
        events.setdefault(str(gone.get("@event")), str(kept.get("@event")))
        quotes |= _same_quotes(gone, kept)
    for key in [key for key in documents if key[0] == "versions" and key[1].rpartition(".")[0] in taken]:
        del documents[key]
    inhabited = lived_in | {
        str(doc.get("@event")) for (table, _), doc in documents.items() if table == "articles"
    }
    empty = {own: into for own, into in events.items() if own not in inhabited}
    for own in empty:
        documents.pop(("event", own), None)
    moved = taken | quotes | empty
    for key, document in list(documents.items()):
        if key[0] == "annotations" and (retargeted := _retargeted(document, moved)):
            documents[key] = retargeted


def _same_quotes(gone: Document, kept: Document) -> dict[str, str]:
    def places(article: Document) -> dict[object, str]:
        return {
            (*((part["start"], part["end"]) for part in quote["parts"]), quote["kind"]): quote["id"]
            for quote in article.get("quotes", ())
        }

    there = places(kept)
    return {own: there[place] for place, own in places(gone).items() if place in there}


def _retargeted(document: Document, moved: dict[str, str]) -> Document | None:
    """Return an annotation with what it is about after articles were joined, None where that is as it was."""
    target, body = document["target"], document["body"]
    about = {name: moved[target[name]] for name in ("id", "article") if target.get(name) in moved}
    linked = {name: moved[body[name]] for name in ("quote", "article") if body.get(name) in moved}
    if not about and not linked:
        return None
    return document | {"target": target | about, "body": body | linked}


def _drop_second(documents: Documents) -> None:
    """Take out what a thing now has twice, and can have once; the later stays."""
    kept: dict[object, Key] = {}
    for key in sorted(
        (key for key in documents if key[0] == "annotations" and documents[key]["motivation"] in _ONE_OF),
        key=lambda key: (documents[key].get("modified") or documents[key]["created"], key),
    ):
        document = documents[key]
        body = document["body"]
        by = document.get("creator", "") if document["motivation"] == "tagging" else ""
        place = document["motivation"], document["target"]["id"], body.get("tag") or body.get("field"), by
        if before := kept.get(place):
            del documents[before]
        kept[place] = key


def _relabel(documents: Documents, tags: dict[str, str]) -> None:
    """Let what bears a tag that is one with another bear that one."""
    if not tags:
        return
    for key, document in list(documents.items()):
        if key[0] == "annotations" and (tag := document["body"].get("tag")) in tags:
            documents[key] = document | {"body": document["body"] | {"tag": tags[tag]}}
