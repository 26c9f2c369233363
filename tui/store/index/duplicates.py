"""Telling articles a briefing has from new ones."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import PurePath
from typing import Any, NamedTuple

from tui.core.edtf import without_time
from tui.core.model import SUMMARY, Article
from tui.store import loader
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.index.database import NAME, is_broken
from tui.store.index.fingerprint import (
    canonical_url,
    edited_text,
    minhash_sketch,
    rewritten_text,
    same_text,
    title_key,
)
from tui.store.index.index import Index
from tui.store.ingest_types import read_source
from tui.store.loader import read_versions

_SHARED = 2


class PageTraits(NamedTuple):
    """What tells a page from others: `source` is its SHA-256, `origin` the file or address it came from.

    All of it as it is stored; "" is what nobody knows.
    """

    outlet: str = ""
    url: str = ""
    source: str = ""
    text: str = ""
    published: str = ""
    headline: str = ""
    origin: str = ""


class DuplicateDetector:
    """The articles of a briefing as it stood when this was made; deleted ones are known too.

    Articles told to `learn` are known as well, so that a batch knows itself.
    """

    def __init__(self, folder: BriefingFolder, index: Index) -> None:
        self._folder = folder
        self._index = index
        self._db: sqlite3.Connection = index.up_to_date()
        self._learnt: dict[str, PageTraits] = {}
        # The ids of learnt articles by what they are found by.
        self._by: defaultdict[tuple[str, object], list[str]] = defaultdict(list)

    def by_id(self, article_id: str) -> bool:
        """Tell whether there is an article with this id."""
        return article_id in self._learnt or bool(self.event_of(article_id))

    def is_deleted(self, article_id: str) -> bool:
        """Tell whether the reader deleted an article that is stored: what can be found does not have it."""
        query = (
            "SELECT id FROM articles WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM docs WHERE docs.event = articles.event AND docs.article = articles.id)"
        )
        return bool(self._one(query, article_id))

    def by_source(self, source: str) -> str:
        """Return the id of the article that was ever read from the raw page with this SHA-256, or ""."""
        if learnt := self._by.get(("source", source)):
            return learnt[-1]
        return self._one("SELECT id FROM articles WHERE source = ?", source) or self._one(
            "SELECT earlier.id FROM earlier JOIN articles USING(id) WHERE earlier.source = ?", source
        )

    def by_url(self, url: str) -> str:
        """Return the id of the article at an address, whatever its outlet, or ""; a feed's summary is none yet."""
        address = canonical_url(url)
        for article_id, event in (
            self._rows("SELECT id, event FROM articles WHERE url = ?", address) if address else ()
        ):
            article = self._article(event, article_id)
            if article is None or article.basis.get("text") != SUMMARY:
                return str(article_id)
        return ""

    def pages(self, outlet: str, limit: int) -> Iterator[bytes]:
        """Yield the newest raw pages of an outlet, those that are lost passed over."""
        rows = self._rows(
            "SELECT source FROM articles WHERE outlet = ? ORDER BY n DESC LIMIT ?", outlet.casefold(), limit
        )
        for (source,) in rows:
            with suppress(StoreError):
                yield read_source(self._folder.root, source)

    def find(self, page: PageTraits) -> str:
        """Return the id of the article of which a page is a version, or ""; the texts may differ.

        Told by its source, its address, nearly its text (or that of an earlier version), or by its
        headline where outlet and day, or else the file it came from, are the same too. Where neither outlet nor
        address is known, a file of the same name in another folder may be the page as it was saved again.
        """
        return (
            self.by_source(page.source) or self._by_url(page) or self._by_text(page) or self._by_title(page)
        )

    def sharing(self, articles: Sequence[str]) -> set[str]:
        """Return the events of articles whose text may be nearly that of one of these (ids), some for each at the most."""
        sketches: defaultdict[int, list[int]] = defaultdict(list)
        listed = "SELECT n FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        query = f"SELECT n, hash FROM sketches WHERE n IN ({listed})"
        for n, each in self._rows(query, json.dumps(articles)):
            sketches[n].append(each)
        found: set[str] = set()
        for hashes in sketches.values():
            rows = self._rows(
                "SELECT event FROM articles JOIN (SELECT n, count(*) AS shared FROM sketches"
                f" WHERE hash IN ({','.join('?' * len(hashes))}) GROUP BY n"
                " HAVING shared >= ? ORDER BY shared DESC LIMIT 20) USING(n)",
                *hashes,
                min(_SHARED, len(hashes)),
            )
            found.update(str(event) for (event,) in rows)
        return found

    def event_of(self, article_id: str) -> str:
        """Return the id of the event a stored article lies in, or ""."""
        return self._one("SELECT event FROM articles WHERE id = ?", article_id)

    def learn(self, article_id: str, page: PageTraits) -> None:
        """Know an article that is about to be stored."""
        self._learnt[article_id] = page
        keys: list[tuple[str, object]] = [("source", page.source)]
        keys += [("text", each) for each in minhash_sketch(page.text)]
        if page.url:
            keys.append(("url", canonical_url(page.url)))
        if title := title_key(page.headline):
            keys.append(("title", title))
        for key in keys:
            self._by[key].append(article_id)

    def _one(self, query: str, *values: str) -> str:
        found = self._rows(query, *values)
        return str(found[0][0]) if found else ""

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        """Ask the index; where it proves broken it is made anew, and asked once more."""
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if not is_broken(error):
                raise StoreError(f"{self._folder.root / NAME}: cannot be read ({error})") from None
        self._index.discard()
        self._db = self._index.up_to_date()
        return self._db.execute(query, values).fetchall()

    def _by_url(self, page: PageTraits) -> str:
        url, outlet = canonical_url(page.url), page.outlet.casefold()
        if not re.search(r"[/?]", url):  # a site's front page is nobody's own address
            return ""
        stored = self._rows("SELECT id, outlet FROM articles WHERE url = ?", url)
        learnt = [(each, self._learnt[each].outlet.casefold()) for each in self._by.get(("url", url), ())]
        for article_id, its_outlet in [*stored, *learnt]:
            if its_outlet == outlet or not its_outlet or not outlet:
                return str(article_id)
        return ""

    def _by_text(self, page: PageTraits) -> str:
        hashes = minhash_sketch(page.text)
        if not hashes:
            return ""
        outlet, day = page.outlet.casefold(), without_time(page.published)
        least = min(_SHARED, len(hashes))
        rows = self._rows(
            f"SELECT id, event, day FROM articles WHERE outlet = ? AND n IN"
            f" (SELECT n FROM sketches WHERE hash IN ({','.join('?' * len(hashes))})"
            f" GROUP BY n HAVING count(*) >= ?)",
            outlet,
            *hashes,
            least,
        )
        for article_id, event, its_day in rows:
            article = self._article(event, article_id) if _one_day(day, its_day) else None
            if article and any(_one_text(page, article, each) for each in self._texts_of(article)):
                return str(article_id)
        shared: Counter[str] = Counter()
        for article_id in (each for key in hashes for each in self._by.get(("text", key), ())):
            shared[article_id] += 1
            its = self._learnt[article_id]
            if shared[article_id] != least or its.outlet.casefold() != outlet:
                continue
            if _one_day(day, without_time(its.published)) and _one_text(page, its, its.text):
                return article_id
        return ""

    def _by_title(self, page: PageTraits) -> str:
        title, outlet = title_key(page.headline), page.outlet.casefold()
        if not title:
            return ""
        rows = self._rows("SELECT id, event FROM articles WHERE title = ? AND outlet = ?", title, outlet)
        stored = ((article_id, self._article(event, article_id)) for article_id, event in rows)
        learnt = ((each, self._learnt[each]) for each in self._by.get(("title", title), ()))
        for article_id, its in chain(stored, learnt):
            if its and its.outlet.casefold() == outlet and _one_report(page, its):
                return str(article_id)
        return ""

    def _texts_of(self, article: Article) -> Iterator[str]:
        """Yield the text of an article, then those of its earlier versions."""
        yield article.text
        if article.versions:
            yield from (version.text for version in read_versions(self._folder, article.id))

    def _article(self, event_id: str, article_id: str) -> Article | None:
        return loader.read_article(self._folder, event_id, article_id, keep=False)


def _one_text(page: PageTraits, its: PageTraits | Article, text: str) -> bool:
    """Tell whether two pages of one outlet, or of none that is known, are one article by a text of the second."""
    if _saved_again(page, its):
        return rewritten_text(page.text, text)
    return same_text(page.text, text, strict=not page.outlet or _two_places(page, its))


def _one_report(page: PageTraits, its: PageTraits | Article) -> bool:
    """Tell whether two pages under one headline of one outlet are one report, one text made of the other.

    They are of one day, or of one file; where they have two addresses, they are one only if they say the same.
    """
    if _two_places(page, its):
        return False  # `_by_text` has looked already
    day = without_time(page.published) if page.outlet else ""
    # The stamp of a file may well say another day since.
    one = (_is_file(page.origin) and page.origin == its.origin) or (
        day and day == without_time(its.published)
    )
    one = one or (
        _saved_again(page, its) and _one_day(without_time(page.published), without_time(its.published))
    )
    return bool(one) and edited_text(page.text, its.text)


def _is_file(origin: str) -> bool:
    """Tell whether an article came from something with a name of its own, as what is pasted has not."""
    return "." in origin or "/" in origin


def _saved_again(page: PageTraits, its: PageTraits | Article) -> bool:
    """Tell whether two pages of which nobody knows an outlet or an address come from files of one name."""
    if page.outlet or page.url or its.outlet or its.url or not _is_file(page.origin):
        return False
    return PurePath(page.origin).name == PurePath(its.origin).name


def _two_places(page: PageTraits, its: PageTraits | Article) -> bool:
    """Tell whether two addresses are known to differ: what is told from a pattern has one of its own each time."""
    a, b = canonical_url(page.url), canonical_url(its.url)
    return bool(a and b) and a != b


def _one_day(a: str, b: str) -> bool:
    """Tell whether two dates of publication can be one: a report told again daily is not one article."""
    return not a or not b or a == b
