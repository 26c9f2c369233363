"""Text given to a command of the reader's own."""

from __future__ import annotations

from textual.widgets import Input

from tests.ui.conftest import on_screen, press, screen_text, until
from tui.ui.app import BriefingApp


async def test_an_article_a_quote_and_selected_words_go_to_a_command(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        article = app.main.article
        assert article is not None
        await press(pilot, "vertical_line", sees="Article to the standard input")
        await pilot.press(*"wc -w", "enter")
        words = len(f"{article.headline} {article.outlet} {article.text}".split())
        await until(pilot, lambda: app.main.status.message.startswith("wc -w: "))
        assert int(app.main.status.message.removeprefix("wc -w: ")) >= words

        await press(pilot, "3", "vertical_line", sees="Quote of Emmanuel Macron to")
        assert "↑ wc -w" in screen_text(app)  # what was given last is offered, and not run unasked
        await press(pilot, "up", brings=lambda: app.screen.query_one(Input).value == "wc -w")
        await pilot.press("ctrl+u", *"head -n 1; exit 3", "enter")
        await until(pilot, lambda: "! ended with status 3: “useful again”" in app.main.status.message)

        await press(pilot, "2", "v", "l", brings=lambda: app.main.mode == "select")
        await pilot.press("vertical_line", *"cat", "enter")
        picked = app.main.panes.article.picked
        assert picked is not None
        await until(pilot, lambda: app.main.status.message == f"cat: {article.text[slice(*picked)]}")
