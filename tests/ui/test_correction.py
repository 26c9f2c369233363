"""The one menu on `e`: what stands in it in each pane, and what its rows do."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.commands.test_speakers import said
from tests.ui.conftest import on_first_quote, on_screen, press, screen_text, stored, until, until_seen
from tests.ui.test_quotes import now, on_long_quote, on_plain_line, quotes
from tui.commands.annotations import EditField, target_of
from tui.core.text import fold
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.controllers.text_selection import TextSelectionController
from tui.ui.dialogs.choice_list import ChoiceList


def rows(app: BriefingApp) -> list[str]:
    assert isinstance(app.screen, ChoiceList)
    return [row.label for row in app.screen.shown]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_menu_is_about_the_thing_under_the_cursor_and_shows_it(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with on_screen(app, size) as pilot:
        assert app.main.annotated and app.main.article
        event, article = app.main.annotated.event, app.main.article
        await press(pilot, "1", "e", sees=f"Correct the event “{event.name[:30]}")
        assert rows(app)[:4] == ["Name", "Date", "Merge with another event", "Split"]
        await press(pilot, "escape", "2", "g", "e", sees=f"Correct the article “{article.headline[:30]}")
        assert rows(app)[:5] == ["Headline", "Outlet", "Date", "Author", "Address"]
        assert "Changes" not in rows(app)  # which it has none of
        await pilot.press("escape", "j", "e")  # at the field under the cursor
        await until(
            pilot, lambda: isinstance(app.screen, ChoiceList) and "Correct the article" in screen_text(app)
        )
        assert rows(app)[app.screen.query_one(OptionList).highlighted or 0] == "Outlet"
        await pilot.press("escape", "3", "e")
        quote = article.quotes[0]
        await until_seen(pilot, "Correct the quote of")
        assert rows(app)[:3] == ["Speaker", "Kind", "Borders"] and "Split" not in rows(app)
        shown = screen_text(app)
        assert quote.words[:40] in shown.split("Correct the quote of")[1]  # the words stay in view
        assert "Esc leaves it" in "".join(shown.splitlines()[-3:])
        await pilot.press(*"its art", "enter")  # from one thing's menu to that of what it lies in
        await until_seen(pilot, "Correct the article")


async def test_through_whom_is_what_is_typed_where_that_was_chosen(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "e", *"through whom", "enter", sees="Through whom came")
        focused = app.screen.focused
        assert isinstance(focused, Input)
        assert focused.value == "; ".join(quote.chain)
        await pilot.press(*"Two people")
        await pilot.press("enter")
        await until(
            pilot, lambda: next(each for each in quotes(app) if each.id == quote.id).chain == ("Two people",)
        )


async def test_all_quotes_of_one_person_in_an_article_are_given_to_another_in_one_step(
    app: BriefingApp,
) -> None:
    async with on_first_quote(app) as (pilot, quote):
        wrong = [each.id for each in quotes(app) if each.speakers == quote.speakers]
        assert len(wrong) > 2
        await press(pilot, "e", *"speaker of all", "enter", sees=f"Whose words all {len(wrong)} are")
        await pilot.press(*"Jane Doe", "enter")
        await until(pilot, lambda: f"speaker of {len(wrong)} quotes to Jane Doe" in app.main.status.message)
        (jane,) = [each.id for each in app.briefing.speakers().values() if each.name == "Jane Doe"]
        assert {each.id for each in quotes(app) if each.speakers == (jane,)} == set(wrong)
        await pilot.press("u")
        await until(pilot, lambda: all(each.speakers != (jane,) for each in quotes(app)))


async def test_fields_of_the_article_and_the_event_are_found_from_a_quote_by_typing(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "e", sees="Correct the quote of")
        assert not any("Outlet" in row for row in rows(app))
        await press(pilot, *"outlet", brings=lambda: rows(app)[:1] == ["Outlet of the article"])
        await press(pilot, "enter", sees="Correct the article: outlet")
        await pilot.press("ctrl+u", *"The Quay", "enter")
        await until(
            pilot,
            lambda: any(
                each.id == quote.article and each.outlet == "The Quay" for each in stored(app).event.articles
            ),
        )


async def test_a_number_arrows_or_letters_choose_and_each_row_tells_its_shortcut(app: BriefingApp) -> None:
    async with on_first_quote(app, (80, 24)) as (pilot, quote):
        await press(pilot, "e", brings=lambda: isinstance(app.screen, ChoiceList))
        line = next(line for line in screen_text(app).splitlines() if "  Status  " in line)
        assert line.strip(" │").split() == [str(rows(app).index("Status") + 1), "Status", "unchecked", "S"]
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Kind of" in screen_text(app) and f"◉ {quote.kind}" in screen_text(app))
        await pilot.press("escape", "e", *"discar", "enter")
        await until(pilot, lambda: quote not in quotes(app))
        await press(pilot, "u", brings=lambda: quote in quotes(app))


async def test_what_is_made_of_the_words_is_chosen_shown_before_them_and_undone(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await pilot.press("e", *"polari", "enter")
        await until(pilot, lambda: "What is made of" in screen_text(app) and "◉ asserted" in screen_text(app))
        await press(pilot, *"denied", "enter", brings=lambda: now(app, quote).polarity == "denied")
        await until_seen(pilot, f"denied: “{quote.words[:12]}")
        await press(pilot, "u", brings=lambda: not now(app, quote).polarity)


async def test_a_quote_given_to_another_goes_to_that_ones_rows_and_the_reader_stays(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        await pilot.press("3", "s", "s")
        await until(pilot, lambda: "by speaker" in app.main.about and len(app.main.items) > 20)
        await pilot.press("g")
        first, following = [item.quote for item in app.main.items if item.quote][:2]
        await until(pilot, lambda: app.main.quote and app.main.quote == first)
        await pilot.press("e", "1", "enter", *"Ida Berg", "enter")
        await until(pilot, lambda: any("Ida Berg" in item.speakers for item in app.main.items))
        assert app.main.quote == following
        chosen = app.main.panes.quotes.chosen
        assert chosen and chosen.quote == following


async def test_borders_are_moved_in_the_text_and_taken_by_enter(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        quote = await on_long_quote(app, pilot)
        await pilot.press("e", "3", "enter")
        selection = app.main.controller(TextSelectionController)
        await until(pilot, lambda: selection.mode == "borders" and app.main.panes.current == "article")
        await press(pilot, "b", "o", "w", "t", sees="First Enter takes the borders")
        await pilot.press("enter")
        await until(pilot, lambda: now(app, quote).words == " ".join(quote.words.split()[1:-1]))
        assert app.main.panes.current == "quotes" and app.main.quote_id == quote.id
        await until_seen(pilot, "Moved the borders of 1 quote · u undoes")
        await press(pilot, "u", brings=lambda: now(app, quote).words == quote.words)
        await press(pilot, "e", "3", "enter", "h", sees="move the end, o the other end")
        await press(pilot, "escape", brings=lambda: app.main.panes.current == "quotes")
        assert "move the end" not in screen_text(app)
        assert now(app, quote).words == quote.words


async def test_a_surname_offers_the_one_person_of_that_name_before_a_new_one(app: BriefingApp) -> None:
    async with on_first_quote(app, (80, 24)) as (pilot, quote):
        before = len(app.briefing.speakers())
        await pilot.press("e", "1", "enter", *"Peskov")
        await until(pilot, lambda: rows(app) == ["Dmitry Peskov", "A new person: Peskov"])
        await press(pilot, "enter", brings=lambda: "speaker" in now(app, quote).edited)
        assert app.briefing.speakers()[now(app, quote).speakers[0]].name == "Dmitry Peskov"
        assert len(app.briefing.speakers()) == before
        await pilot.press("v", "j", "p", *"peskov")  # of several that are marked too
        await until(pilot, lambda: rows(app)[:1] == ["Dmitry Peskov"])
        await pilot.press("down", "enter")
        await until(pilot, lambda: len(app.briefing.speakers()) == before + 1)
        assert {fold(one.name) for one in app.briefing.speakers().values()} >= {"peskov", "dmitry peskov"}
        await pilot.press("escape", "e", "1", "enter", *"Macron; Ida Lund")
        await until_seen(pilot, "Emmanuel Macron; Ida Lund (new)")


async def test_in_a_selection_the_keys_of_vim_move_and_nothing_else_happens(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_plain_line(app, pilot)
        selection, pane = app.main.controller(TextSelectionController), app.main.panes.article
        await pilot.press("v")
        one = selection.words
        await pilot.press("w", "e", "w")
        assert len(selection.words.split()) == 4
        await pilot.press("b", "b", "b")
        assert selection.words == one
        await pilot.press("dollar_sign")
        text, (_, end) = app.main.article.text if app.main.article else "", pane.line_span(pane.place()[0])
        assert text[:end].endswith(selection.words)
        await pilot.press("right_curly_bracket", "right_parenthesis", "0", "left_curly_bracket")
        assert selection.words and app.screen is app.main and app.main.panes.current == "article"


async def test_an_article_of_an_event_becomes_an_event_of_its_own(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        count = len(app.main.rows)
        articles = len(stored(app).event.articles)
        await pilot.press("1", "e", "4", "enter", "1", "enter")
        await until(pilot, lambda: len(app.main.rows) == count + 1)
        await pilot.press("u")
        await until(
            pilot, lambda: len(app.main.rows) == count and len(stored(app).event.articles) == articles
        )


async def test_the_heading_of_a_speaker_is_the_speaker(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "s", "s")
        await until(pilot, lambda: app.main.listing.scope == "briefing" and len(app.main.items) > 20)
        await pilot.press("g", "k")
        assert app.main.quote  # it is no stop for the keys
        await pilot.click("#quotes", offset=(12, 1))
        name = app.main.items[0].speaker
        await until(pilot, lambda: app.main.open.speaker == name and "tag" not in screen_text(app)[-80:])
        await press(pilot, "e", sees=f"Speaker: {name}")
        assert rows(app)[:4] == ["Rename", "Merge into another speaker…", "Add another name", "Set the role"]
        await pilot.press("4", "enter", *"spokesman", "enter")
        await until(pilot, lambda: any(one.role == "spokesman" for one in app.briefing.speakers().values()))
        await press(pilot, "a", sees=f"Note on the speaker {name}")
        await pilot.press("escape", "enter")  # goes on to the first of the quotes
        await until(pilot, lambda: app.main.quote and app.main.panes.current == "quotes")
        await pilot.press("d", "u")
        assert not app.main.open.speaker


async def test_a_correction_leaves_the_article_on_the_screen_where_it_was(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "enter")
        pane = app.main.panes.article
        await until(pilot, lambda: app.main.article and pane.size.height)
        await press(pilot, "j", "j", brings=lambda: pane.quote_here() and pane.scroll_offset.y)
        assert pane._offset(pane.scroll_offset.y) < 0  # the headline, or what stands below it, is on top
        top, place, quote = pane.scroll_offset.y, pane.place(), pane.quote_here()
        await pilot.press("e", "2", "enter", "3", "enter")
        await until(pilot, lambda: quote and now(app, quote).kind == "indirect")
        await until_seen(pilot, "Set the kind")
        assert (pane.scroll_offset.y, pane.place()) == (top, place)


async def test_on_a_small_screen_what_has_no_room_beside_a_name_hangs_below_it(app: BriefingApp) -> None:
    async with on_screen(app, (40, 24)) as pilot:
        await press(pilot, "1", "e", sees="Correct the event")
        shown = [line.strip("│ ") for line in screen_text(app).split("\n")]
        name = next(at for at, line in enumerate(shown) if line == "1  Name")
        assert " ".join(shown[name + 1 : name + 3]) == "Paris and Moscow on talking again"
        assert any(line.split() == ["2", "Date", "2025-12"] for line in shown)


async def test_a_day_is_written_in_words_and_never_without_its_year(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "1", "e", *"date", "enter", sees="Correct the event: date")
        await press(pilot, "ctrl+u", *"4 March", "enter", sees="“4 March” has no year")
        await pilot.press("ctrl+u", *"3. März 2026", "enter")
        await until(pilot, lambda: stored(app).event.date == "2026-03-03")


async def test_speakers_called_alike_are_told_apart_by_where_they_speak(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "ferry", create=True)
    briefing.add([said(1, "Ida Lund"), *(said(number, "a spokesman") for number in (2, 3, 4))])
    app = BriefingApp(briefing, name="ferry")
    hers = next(article for _, article, quote in briefing.quotes() if quote.entity == "Ida Lund")
    async with app.run_test(size=(80, 24)) as pilot:
        app.main.open_event(briefing.event_of(hers.id), hers.id)
        await until(pilot, lambda: app.main.article and app.main.article.id == hers.id and app.main.items)
        await press(pilot, "3", "e", "1", "enter", sees="Whose words")
        assert "3 of that name, in other articles" in screen_text(app)
        assert [row for row in rows(app) if "spokesman" in row] == ["a spokesman…"]
        await press(pilot, *"spoke", sees="A new person: spoke")
        await press(pilot, "enter", sees="Which “a spokesman”")
        assert len(rows(app)) == 3
        await pilot.press("2", "enter")
        spokesmen = {each.id for each in briefing.speakers().values() if each.name == "a spokesman"}
        await until_seen(pilot, "Set the speaker of 1 quote to a spokesman")
        (one,) = next(quote.speakers for _, _, quote in briefing.quotes() if quote.article == hers.id)
        assert one in spokesmen
        await press(pilot, "e", "1", "enter", sees="◉ a spokesman")
    briefing.close()


async def test_of_speakers_called_alike_those_without_quotes_are_told_as_such(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "ferry", create=True)
    briefing.add([said(1, "Ida Lund"), *(said(number, "a spokesman") for number in (2, 3, 4))])
    hers = next(article for _, article, quote in briefing.quotes() if quote.entity == "Ida Lund")
    corrected = next(quote for _, _, quote in briefing.quotes() if quote.entity == "a spokesman")
    briefing.do(EditField(target_of(corrected), "speaker", "Ida Lund"))
    app = BriefingApp(briefing, name="ferry")
    async with app.run_test(size=(80, 24)) as pilot:
        app.main.open_event(briefing.event_of(hers.id), hers.id)
        await until(pilot, lambda: app.main.article and app.main.article.id == hers.id and app.main.items)
        await pilot.press("3", "e", "1", "enter", *"spoke", "enter")
        await until_seen(pilot, "Which “a spokesman” · 1 more without quotes")
        assert len(rows(app)) == 2
    briefing.close()
