"""What articles said before their outlets changed them, and what was written on words that are gone since.

The earlier versions of an article lie in a file of their own, beside its notes and like them by its id:
opening an event costs nothing more for them, and moving an article moves none.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Annotation, Event, Version
from tui.store import records
from tui.store.contents import NONSENSE, safe, with_added_quotes
from tui.store.files import BrokenError, Tables
from tui.store.folder import Folder


def versions_file(article_id: str) -> str:
    """Return the file of an article's earlier versions: apart, for only who asks for them reads them."""
    return f"versions/{safe(article_id)}.json"


def decode_versions(tables: Tables) -> list[Version]:
    """Return the versions in a file of them, newest first. Raises `BrokenError`."""
    try:
        docs = sorted(tables.get("versions", {}).values(), key=lambda doc: int(doc["number"]), reverse=True)
        return [records.version(doc) for doc in docs]
    except NONSENSE as error:
        raise BrokenError(f"a version in it makes no sense ({type(error).__name__} {error})") from None


def read_versions(folder: Folder, article_id: str) -> list[Version]:
    """Return the earlier versions of an article, newest first."""
    name = versions_file(article_id)
    tables = folder.tables(name, keep=False)
    if tables is None:
        return []
    try:
        return decode_versions(tables)
    except BrokenError as error:
        return decode_versions(folder.broken(name, str(error)) or {})


def orphans(
    event: Event, annotations: Iterable[Annotation], *, include_hidden: bool = False
) -> tuple[Annotation, ...]:
    """Return what the reader wrote on quotes that their articles no longer have.

    What is on those he discarded is not among it unless `include_hidden`, for they are gone as he wished;
    borders that are no longer in the text are.
    """
    annotations = tuple(annotations)
    hidden = {each.target.id for each in annotations if each.body.get("field") == "discarded"}
    mine: dict[str, list[Annotation]] = {}
    for each in annotations:
        if each.body.get("field") == "added":
            mine.setdefault(each.target.article, []).append(each)
    if mine:
        event = with_added_quotes(event, mine)
    there = {quote.id for article in event.articles for quote in article.quotes}
    return tuple(
        each
        for each in annotations
        if each.target.type == "quote"
        and each.body.get("field") != "discarded"
        and (include_hidden or each.target.id not in hidden)
        and (
            each.target.id not in there
            or (each.body.get("field") == "borders" and not each.body.get("value"))
        )
    )
