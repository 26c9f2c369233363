"""What an import knows of the events there are, from one batch to the next."""

from __future__ import annotations

import pytest

from tests.support.pages import FLOOD, HARBOUR
from tui.commands.annotations import target_of
from tui.commands.articles import DeleteArticle
from tui.commands.events import MoveArticle
from tui.core.model import AnnotatedEvent
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

    def noted(event_id: str) -> AnnotatedEvent:
        read.append(event_id)
        return annotated(event_id)

    monkeypatch.setattr(briefing, "annotated", noted)
    strike, flood = briefing.rows().ids
    for each in (strike, strike, flood, strike):
        items.of(each)
    assert read == [strike, flood, strike]
