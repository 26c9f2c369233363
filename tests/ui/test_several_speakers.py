"""A quote of several speakers in the panes: listed under each, counted once, corrected by key."""

from __future__ import annotations

from tests.ui.conftest import on_first_quote, press, stored, until, until_seen
from tui.core.speakers import attributed_names
from tui.ui.app import BriefingApp


async def test_it_stands_under_each_of_them_and_counts_once(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):

        def names() -> tuple[str, ...]:
            (now,) = (
                each
                for article in stored(app).event.articles
                for each in article.quotes
                if each.id == quote.id
            )
            return attributed_names(now, app.briefing.speakers())

        was = names()
        await pilot.press("e", "1", "enter", *"Ida Lund; Otto Roth", "enter")
        await until(pilot, lambda: names() == ("Ida Lund", "Otto Roth"))
        await until_seen(pilot, "Ida Lund; Otto Roth")
        everybody = sum(row["quotes"] for row in app.briefing.rows())
        await pilot.press("3", "s", "s")
        await until(pilot, lambda: app.main.about.startswith(f"{everybody} by speaker"))
        rows = [at for at, item in enumerate(app.main.items) if item.quote and item.quote.id == quote.id]
        assert [app.main.items[at - 1].heading for at in rows] == [
            "Ida Lund · 1 quote",
            "Otto Roth · 1 quote",
        ]
        # The cursor goes through both places, and is not thrown back to the first.
        app.main.panes.quotes.cursor = rows[1]
        await until(pilot, lambda: app.main.quote_id == quote.id)
        assert app.main.panes.quotes.cursor == rows[1]
        await pilot.press("t", *"both", "enter")
        await until(pilot, lambda: len(stored(app).of(quote.id, "tagging")) == 1)
        assert app.main.panes.quotes.cursor == rows[1]
        await press(pilot, "v", sees="1 marked:")
        await pilot.press("escape")
        await pilot.press("f", *"speaker:ott", "tab", "enter")
        await until(pilot, lambda: [item.heading for item in app.main.items if not item.quote][1:] == [])
        assert [item.heading for item in app.main.items if not item.quote] == ["Otto Roth · 1 quote"]
        await pilot.press("escape")
        await until(pilot, lambda: len([item for item in app.main.items if not item.quote]) > 1)
        # Who of the two is meant is asked.
        await press(pilot, "p", sees="Which of the speakers")
        await pilot.press(*"Otto", "enter", "enter", "ctrl+e", "ctrl+u", *"Otto Roth-Berg", "enter")
        await until(pilot, lambda: names() == ("Ida Lund", "Otto Roth-Berg"))
        await press(pilot, "u", "u", "u", brings=lambda: names() == was)
