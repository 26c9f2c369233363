"""What an import knows of the events there are, from one batch to the next."""

from __future__ import annotations

import pytest

from tests.support.pages import FLOOD, HARBOUR
from tui.commands.annotations import target_of
from tui.commands.articles import DeleteArticle
from tui.commands.events import MoveArticle
from tui.core.model import AnnotatedEvent
from tui.reading.events.terms import READ
from tui.store.briefing import Briefing
from tui.workflows.event_items import EventItems
from tui.workflows.import_pages import import_text


def titles(items: EventItems, event_id: str) -> list[str]:
    items.follow()
    return [each.title for each in items.of(event_id)]


def test_what_others_change_between_two_batches_is_seen(briefing: Briefing) -> None:
    for text in (HARBOUR, FLOOD):
        import_text(briefing, text)
    strike, flood = briefing.rows().ids
    items = EventItems(briefing)
    assert [len(titles(items, each)) for each in (strike, flood)] == [1, 1]
    (article,) = briefing.annotated(strike).event.articles
    other = Briefing.open(briefing.path)
    other.do(MoveArticle(article.id, flood))
    assert len(titles(items, flood)) == 2
    other.do(DeleteArticle(target_of(article)))
    assert article.headline not in titles(items, flood)


def test_no_more_is_kept_than_is_asked_for_at_a_time(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in (HARBOUR, FLOOD):
        import_text(briefing, text)
    monkeypatch.setattr("tui.workflows.event_items._KEPT", 1)
    items, read = EventItems(briefing), list[str]()
    annotated = briefing.annotated

    def noted(event_id: str, *, keep: bool) -> AnnotatedEvent:
        read.append(event_id)
        return annotated(event_id, keep=keep)

    monkeypatch.setattr(briefing, "annotated", noted)
    strike, flood = briefing.rows().ids
    for each in (strike, strike, flood, strike):
        items.of(each)
    assert read == [strike, flood, strike]


def test_of_a_long_article_no_more_is_kept_than_is_compared(briefing: Briefing) -> None:
    more = "".join(f"Pier {number} had been empty for {number + 2} days, he said. " for number in range(500))
    import_text(briefing, HARBOUR.replace("“We have what we came", f"{more}\n\n“We have what we came"))
    (event_id,) = briefing.rows().ids
    (article,) = briefing.annotated(event_id).event.articles
    assert len(article.text) > 20_000
    (item,) = EventItems(briefing).of(event_id)
    assert article.text.startswith(item.text)
    # As much as grouping looks at, and what it passes over where a text begins with its headline.
    assert READ <= len(item.text) <= READ + len(article.headline)
