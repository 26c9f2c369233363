"""Telling articles a briefing has from new ones."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from tui.core.model import Article
from tui.store import loader
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.index.fingerprint import canonical_url, edited_text, minhash_sketch, same_text, title_key
from tui.store.index.index import NAME, Index, is_broken
from tui.store.ingest_types import read_source
from tui.store.loader import read_versions

_SHARED = 2


class DuplicateDetector:
    """The articles of a briefing as it stood when this was made; deleted ones are known too.

    Articles told to `learn` are known as well, so that a batch knows itself.
    """

    def __init__(self, folder: BriefingFolder, index: Index) -> None:
        self._folder = folder
        self._index = index
        self._db: sqlite3.Connection = index.up_to_date()
        self._sources: dict[str, str] = {}
        self._urls: dict[str, list[tuple[str, str]]] = {}
        self._texts: dict[int, list[tuple[str, str, str, str]]] = {}
        self._titles: dict[int, list[tuple[str, str, str, str, str]]] = {}
        self._ids: set[str] = set()

    def by_id(self, article_id: str) -> bool:
        """Tell whether there is an article with this id."""
        if article_id in self._ids:
            return True
        return bool(self._rows("SELECT 1 FROM articles WHERE id = ?", article_id))

    def by_source(self, source: str) -> str:
        """Return the id of the article that was ever read from the raw page with this SHA-256, or ""."""
        if source in self._sources:
            return self._sources[source]
        return self._one("SELECT id FROM articles WHERE source = ?", source) or self._one(
            "SELECT earlier.id FROM earlier JOIN articles USING(id) WHERE earlier.source = ?", source
        )

    def by_url(self, url: str) -> str:
        """Return the id of the article at an address, whatever its outlet, or ""."""
        address = canonical_url(url)
        return self._one("SELECT id FROM articles WHERE url = ?", address) if address else ""

    def pages(self, outlet: str, limit: int) -> Iterator[bytes]:
        """Yield the newest raw pages of an outlet, those that are lost passed over."""
        rows = self._rows(
            "SELECT source FROM articles WHERE outlet = ? ORDER BY n DESC LIMIT ?", outlet.casefold(), limit
        )
        for (source,) in rows:
            with suppress(StoreError):
                yield read_source(self._folder.root, source)

    def find(
        self,
        *,
        outlet: str,
        url: str,
        source: str,
        text: str,
        published: str = "",
        headline: str = "",
        origin: str = "",
    ) -> str:
        """Return the id of the article of which this is a version, or ""; the texts may differ.

        Told by its source, its address, nearly its text (or that of an earlier version), or by its
        headline where outlet and day, or else the file it came from, are the same too.
        """
        outlet, day = outlet.casefold(), published[:10]
        return (
            self.by_source(source)
            or self._by_url(outlet, canonical_url(url))
            or self._by_text(outlet, text, day)
            or self._by_title(outlet, headline, text, day, origin)
        )

    def sharing(self, texts: Iterable[str]) -> set[str]:
        """Return the events of articles whose text may be nearly one of these, some for each at the most."""
        found: set[str] = set()
        for text in texts:
            hashes = minhash_sketch(text)
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

    def learn(
        self,
        article_id: str,
        *,
        outlet: str,
        url: str,
        source: str,
        text: str,
        published: str,
        headline: str = "",
        origin: str = "",
    ) -> None:
        """Know an article that is about to be stored."""
        self._ids.add(article_id)
        self._sources[source] = article_id
        if url:
            self._urls.setdefault(canonical_url(url), []).append((article_id, outlet.casefold()))
        for each in minhash_sketch(text):
            told = (article_id, outlet.casefold(), text, published[:10])
            self._texts.setdefault(each, []).append(told)
        if title := title_key(headline):
            entry = (article_id, outlet.casefold(), text, published[:10], origin)
            self._titles.setdefault(title, []).append(entry)

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

    def _by_url(self, outlet: str, url: str) -> str:
        if not re.search(r"[/?]", url):  # a site's front page is nobody's own address
            return ""
        stored = self._rows("SELECT id, outlet FROM articles WHERE url = ?", url)
        for article_id, its_outlet in [*stored, *self._urls.get(url, ())]:
            if its_outlet == outlet or not its_outlet or not outlet:
                return str(article_id)
        return ""

    def _by_text(self, outlet: str, text: str, day: str) -> str:
        hashes = minhash_sketch(text)
        if not hashes:
            return ""
        least = min(_SHARED, len(hashes))
        marks = ",".join("?" * len(hashes))
        rows = self._rows(
            f"SELECT id, event, day FROM articles WHERE outlet = ? AND n IN"
            f" (SELECT n FROM sketches WHERE hash IN ({marks}) GROUP BY n HAVING count(*) >= ?)",
            outlet,
            *hashes,
            least,
        )
        for article_id, event, its_day in rows:
            if _one_day(day, its_day) and any(
                same_text(text, each, strict=not outlet) for each in self._texts_of(event, article_id)
            ):
                return str(article_id)
        told: dict[str, int] = {}
        for each in hashes:
            for article_id, its_outlet, its_text, its_day in self._texts.get(each, ()):
                told[article_id] = told.get(article_id, 0) + 1
                if told[article_id] != least or its_outlet != outlet or not _one_day(day, its_day):
                    continue
                if same_text(text, its_text, strict=not outlet):
                    return article_id
        return ""

    def _by_title(self, outlet: str, headline: str, text: str, day: str, origin: str) -> str:
        title = title_key(headline)
        if not title:
            return ""
        rows = self._rows("SELECT id, event, day FROM articles WHERE title = ? AND outlet = ?", title, outlet)
        for article_id, event, its_day in rows:
            article = self._article(event, article_id)
            if (
                article
                and _one_report(outlet, (day, origin), (its_day, article.origin))
                and edited_text(text, article.text)
            ):
                return str(article_id)
        for article_id, its_outlet, its_text, its_day, its_origin in self._titles.get(title, ()):
            if (
                its_outlet == outlet
                and _one_report(outlet, (day, origin), (its_day, its_origin))
                and edited_text(text, its_text)
            ):
                return article_id
        return ""

    def _texts_of(self, event_id: str, article_id: str) -> Iterator[str]:
        """Yield the text of an article, then those of its earlier versions."""
        article = self._article(event_id, article_id)
        if article:
            yield article.text
            if article.versions:
                yield from (version.text for version in read_versions(self._folder, article_id))

    def _article(self, event_id: str, article_id: str) -> Article | None:
        try:
            event = loader.read_event(self._folder, event_id, keep=False)
        except StoreError:
            return None
        return next((article for article in event.articles if article.id == article_id), None)


def _one_report(outlet: str, a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two pages under one headline, each by day and origin, can be one report.

    They are of one outlet and day, or of one file.
    """
    (day, origin), (its_day, its_origin) = a, b
    named = "." in origin or "/" in origin  # what is pasted has no name of its own
    if named and origin == its_origin:
        return True  # whose stamp may well say another day since
    return bool(outlet and day) and day == its_day


def _one_day(a: str, b: str) -> bool:
    """Tell whether two dates of publication can be one: a report told again daily is not one article."""
    return not a or not b or a == b
