"""Panes that are not on screen: what changes while they are away is right when they come back."""

from __future__ import annotations

from tests.ui.conftest import on_screen, press, until, until_seen
from tui.commands.annotations import EditField, target_of
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


async def test_quotes_that_changed_behind_zoomed_events_are_there_when_it_ends(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await pilot.press("3", "s")  # of all outlets
        await until(pilot, lambda: app.main.listing.scope == "event")
        await press(pilot, "1", "z", brings=lambda: not app.main.panes.quotes.size)
        for _ in range(6):
            before = app.main.event_id
            await pilot.press("j")
            await until(pilot, lambda was=before: app.main.event_id != was)  # type: ignore[misc]
        await press(pilot, "z", brings=lambda: app.main.panes.quotes.chosen)
        chosen = app.main.panes.quotes.chosen
        assert chosen and chosen.quote and chosen.event_id == app.main.event_id
        words = chosen.quote.words[:12]
        await until_seen(pilot, words)


async def test_the_list_of_events_is_where_it_was_after_it_changed_behind_an_article(
    app: BriefingApp,
) -> None:
    async with on_screen(app, (80, 14)) as pilot:
        events = app.main.panes.events
        await pilot.press("1", "j", "j")
        top = events.scroll_offset.y
        await press(pilot, "2", brings=lambda: not events.size)
        event = app.briefing.annotated(app.main.rows[0]["id"]).event
        other = Briefing.open(app.briefing.path)
        other.do(EditField(target_of(event), "name", "Called otherwise"))
        other.close()
        await until(pilot, lambda: app.main.rows[0]["name"] == "Called otherwise")
        await press(pilot, "1", sees="Called otherwise")
        assert events.scroll_offset.y == top


async def test_the_place_in_an_article_survives_another_where_panes_come_one_at_a_time(
    app: BriefingApp,
) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        main, pane = app.main, app.main.panes.article

        async def read(article_id: str) -> None:
            await press(pilot, "1", brings=lambda: not pane.size)
            main.open_event(events[article_id], article_id)
            await until(pilot, lambda: main.article_id == article_id)
            await press(pilot, "2", brings=lambda: pane.size)

        articles = [
            article for row in main.rows for article in app.briefing.annotated(row["id"]).event.articles
        ]
        events = {article.id: article.event for article in articles}
        articles.sort(key=lambda article: len(article.text))
        await read(articles[-1].id)
        await pilot.press("G")
        place = pane.place()
        await read(articles[0].id)
        await read(articles[-1].id)
        assert pane.place() == place
