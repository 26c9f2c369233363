"""JSON of every make: arrays of articles, ninjs, CSL-JSON, what readers of feeds and Telegram give out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tui.core.addresses import plain
from tui.reading.encoding import BadSourceError, decoded
from tui.reading.formats.row_articles import portion_of, said_of
from tui.reading.portions import Lead, Portion

_LISTS = (
    "articles items entries results data posts records documents docs stories news hits value list response _embedded"
).split()
_NO_LIST = (
    "is JSON without articles; what is read is an array of objects, each with a “text” or a “url”,"
    " and exports of ninjs, CSL-JSON, wallabag, FreshRSS, Miniflux and Telegram"
)
_READER = re.compile(r"https?://read\.readwise\.io/")
_DEEP = 4
_DEEPEST = 50  # folders of bookmarks within each other
_LARGEST = 200 * 1024 * 1024


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the articles in JSON. Raises `BadSourceError` where there are none in it."""
    raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise BadSourceError(
            f"is too large for JSON (more than {_LARGEST >> 20} MB); split it, or make JSON Lines of it"
        )
    try:
        data = json.loads(decoded(raw).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise BadSourceError("is broken JSON; export it again") from error
    chats = list(_chats(data))
    if chats:
        from tui.reading.formats.telegram import messages

        for chat in chats:
            yield from messages(chat, several=len(chats) > 1)
        return
    rows = _rows(data) or list(_bookmarks(data))
    if not rows:
        raise BadSourceError(_NO_LIST)
    for number, row in enumerate(rows, 1):
        place = f"object {number}"
        if isinstance(row, str) and plain(row):
            yield Lead(place, plain(row))
        elif isinstance(row, dict):
            yield of_object(row, place)
        else:
            yield Portion(place, fault="is no object of an article")


def of_object(row: Mapping[str, Any], place: str) -> Portion | Lead:
    """Return the article in an object of JSON, or its address."""
    references = "issued" in row or "container-title" in row  # as CSL-JSON has them
    return portion_of(_plain(row), place, abstracts=references)


def _chats(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the chats of a Telegram export, of one or of all."""
    if not isinstance(data, dict):
        return
    if isinstance(data.get("messages"), list) and "type" in data:
        yield data
    for part in ("chats", "left_chats"):
        listed = data.get(part)
        if isinstance(listed, dict):
            for chat in listed.get("list") or ():
                yield from _chats(chat)


def _bookmarks(data: Any, depth: int = 0) -> Iterator[str]:
    """Yield the addresses of the bookmarks of a browser: a tree of folders, as Chromium keeps and Firefox saves it."""
    if depth > _DEEPEST or not isinstance(data, dict):
        return
    if data.get("type") in ("url", "text/x-moz-place") and plain(
        url := str(data.get("url") or data.get("uri"))
    ):
        yield url
    roots = data["roots"].values() if depth == 0 and isinstance(data.get("roots"), dict) else ()
    for folder in (*roots, *(data.get("children") or ())):
        yield from _bookmarks(folder, depth + 1)


def _rows(data: Any, depth: int = 0) -> list[Any]:
    """Return the list of articles in a value, or an object that is one by itself."""
    if isinstance(data, list):
        return data if any(isinstance(each, dict | str) and _is_article(each) for each in data[:50]) else []
    if not isinstance(data, dict) or depth > _DEEP:
        return []
    for name in _LISTS:
        if name in data and (found := _rows(data[name], depth + 1)):
            return found
    one = of_object(data, "")
    # Settings have addresses too.
    alone = not one.fault if isinstance(one, Portion) else bool(one.published)
    return [data] if alone else _by_name(data, depth)


def _by_name(data: Mapping[str, Any], depth: int) -> list[Any]:
    """Return the articles in an object that holds others by their names or addresses, such as a site each."""
    found: list[dict[str, Any]] = []
    for name, each in data.items():
        rows = _rows(each, depth + 1) if isinstance(each, dict | list) else []
        url = {"url": name} if rows == [each] and plain(name) else {}
        found += [url | row for row in rows if isinstance(row, dict)]
    return found if any(isinstance(of_object(row, ""), Portion) for row in found) else []


def _is_article(row: Any) -> bool:
    if isinstance(row, str):
        return bool(plain(row))
    found = of_object(row, "")
    return isinstance(found, Lead) or not found.fault


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object with what ninjs and the readers of feeds put a level deeper where others have it."""
    flat = dict(row)
    for name in ("_source", "fields", "attributes"):  # as search engines and some archives of outlets give it
        if isinstance(flat.get(name), dict):
            flat |= flat.pop(name)
    for name, inside in (("canonical", "href"), ("alternate", "href")):
        links = flat.pop(name, None)
        if isinstance(links, list) and links and isinstance(links[0], dict):
            flat.setdefault("url", links[0].get(inside, ""))
    for name in ("feed", "origin", "publisher"):
        if isinstance(flat.get(name), dict):
            flat.setdefault("outlet", said_of(flat.pop(name)))
    if _READER.match(str(flat.get("url"))) and flat.get("source_url"):
        flat |= {"url": flat.pop("source_url"), "source": ""}  # where it is read, and by which way it came in
    if isinstance(flat.get("summary"), dict) and not flat.get("content"):  # the whole of it, in FreshRSS
        flat["content"] = flat.pop("summary")
    _ninjs(flat)
    return flat


def _ninjs(flat: dict[str, Any]) -> None:
    """Lift the parts of ninjs (https://iptc.org/std/ninjs/), whose later versions have lists of them."""
    for name, field in (("headlines", "headline"), ("bodies", "body")):
        parts = flat.get(name)
        if isinstance(parts, list) and parts and isinstance(parts[0], dict):
            flat.setdefault(field, parts[0].get("value", ""))
    said = {str(name).lower(): value for name, value in flat.items()}
    if "versioncreated" in said:
        flat.setdefault("outlet", said.get("provider") or said.get("copyrightholder") or "")
        flat["published"] = said.get("contentcreated") or said.get("firstcreated") or said["versioncreated"]
