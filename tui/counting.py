"""A briefing's quotes as reports count them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tui.model import reported
from tui.people import name_of
from tui.reports import Counted
from tui.store.briefing import Briefing, StoreError
from tui.trust_commands import STATES


def counted(briefing: Briefing, kind: str = "", stop: Callable[[], bool] | None = None) -> Iterator[Counted]:
    """Yield the quotes that a report of this kind counts, "" for every quote of a briefing.

    Broken events are passed over; nothing more comes once `stop` answers true.

    A quote in an article that copies another is the same words again: it counts only where the reader
    has tagged it or given it a status.
    """
    speakers, tags = briefing.speakers(), briefing.tags()
    marks = briefing.counts() if kind.startswith("tags-") and not briefing.index_is_behind() else {}
    for row in briefing.rows():
        if stop and stop():
            return
        if row["id"] in marks and not marks[row["id"]].tagged:
            continue  # the index knows: of 20,000 events, not one has to be read for nothing
        try:
            annotated = briefing.annotated(row["id"])
        except StoreError:
            continue
        for article in annotated.event.articles:
            day = reported(article, row["date"])
            month = day[:7] if day[:4].isdigit() else ""
            for quote in article.all_quotes:
                known = annotated.assessment(quote.id, article.id)
                names = tuple(tags[tag].name for tag in annotated.tags(quote.id) if tag in tags)
                if article.copy_of and not names and "status" not in known:
                    continue
                speaker = name_of(quote, speakers)
                counted = Counted(row["id"], article.id, quote.id, speaker, article.outlet, month, names)
                ratings = {"source": known.get("reliability"), "words": known.get("credibility")}
                yield replace(
                    counted,
                    status=known.get("status", STATES[0]),
                    ratings=tuple(f"{of} {rating}" for of, rating in ratings.items() if rating),
                )
