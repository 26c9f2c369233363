"""Events as a reader or a source names them: by an id, by a name, or by a name that is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.core.model import SET_BY_READER, STATED
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.ingest_types import NewArticle
from tui.workflows.page_parser import ParsedPage

_NAMED = "named "  # begins the key of an event that has a name and no id yet


class EventNames:
    """The events of a briefing by what they are called; those that an import makes are to be learnt."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._made: dict[str, str] = {}

    def find(self, wanted: str) -> tuple[str, str]:
        """Return the id of an event and "" by its id or name; else the key and name of a new one.

        ("", "") for "". Raises `ValueError` for what looks like an id and is none.
        """
        if not wanted:
            return "", ""
        if wanted in self._made:
            return self._made[wanted], ""
        named = [row["id"] for row in self._briefing.rows() if row["name"].casefold() == wanted.casefold()]
        if named:
            return named[0], ""
        try:
            target = self._briefing.find(wanted)
            if target.type == "event":
                return target.id, ""
        except StoreError:
            if as_id(wanted):
                raise ValueError(f"there is no event {wanted}") from None
        return f"{_NAMED}{wanted}", wanted

    def learn(self, keys: Mapping[str, str]) -> None:
        """Note the ids of the events that were made for keys."""
        self._made |= {key.removeprefix(_NAMED): made for key, made in keys.items() if key.startswith(_NAMED)}

    def article(self, page: ParsedPage, told: tuple[str, str]) -> NewArticle:
        """Return a page as an article of the event that was `told` (as `find` returns it), or that it states."""
        source = page.source
        article = NewArticle(
            reading=page.reading,
            raw=source.raw,
            origin=source.origin,
            event=told[0],
            event_name=told[1],
            event_basis=SET_BY_READER if told[0] else "",
        )
        stated = page.reading.stated
        article = replace(article, article_id=as_id(stated.get("id", "")))
        given = stated.get("event", "")
        if told[0] or not given:
            return article
        event, name = (given, stated.get("event_name", "")) if as_id(given) else self.find(given)
        return replace(article, event=event, event_name=name, event_basis=STATED)


def as_id(text: str) -> str:
    """Return `text` where it has the form of an id that this program gives, else ""."""
    plain = text.replace("-", "")
    return text if len(plain) == 32 and all(c in "0123456789abcdef" for c in plain) else ""
