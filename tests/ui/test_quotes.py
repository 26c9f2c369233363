"""Quotes made from a selection, cut, split and joined; speakers, status and links by key."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import (
    on_first_quote,
    on_screen,
    on_unsure_quote,
    press,
    screen_text,
    stored,
    until,
    until_seen,
)
from tui.commands.annotations import KINDS, EditField, target_of
from tui.core.model import AnnotatedEvent, Article, Event, Quote, Selector
from tui.ui.app import BriefingApp
from tui.ui.controllers.text_selection import TextSelectionController
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.panes.quote_rows import LabelLookup, items_of_briefing


def quotes(app: BriefingApp) -> list[Quote]:
    """Return the quotes of the open article, as stored."""
    return [
        quote
        for article in stored(app).event.articles
        if article.id == app.main.article_id
        for quote in article.quotes
    ]


async def on_plain_line(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Put the cursor on a line of the article that no quote touches."""
    await pilot.press("2", "g")
    pane = app.main.panes.article
    await until(pilot, lambda: app.main.article)
    for _ in range(60):
        if pane.place()[0] >= 0 and not pane.quote_here():
            return
        await pilot.press("j")
    raise AssertionError("quotes everywhere")


async def test_selected_words_become_a_quote_by_key(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_plain_line(app, pilot)
        before = quotes(app)
        top = app.main.panes.article.scroll_offset.y
        await pilot.press("v", "l", "l", "l")
        words = app.main.controller(TextSelectionController).words
        assert len(words.split()) == 4
        assert "Enter new quote" in screen_text(app)
        await press(pilot, "enter", *"puti", sees="    Vladimir Putin")  # any part of a name will do
        await pilot.press("ctrl+u", *"Jane Doe", "enter")
        await until(pilot, lambda: len(quotes(app)) == len(before) + 1)
        (made,) = [quote for quote in quotes(app) if quote not in before]
        assert made.words in words and made.kind == "indirect"
        assert app.briefing.speakers()[made.speakers[0]].name == "Jane Doe"
        await until(pilot, lambda: "Jane Doe" in screen_text(app) and "added by you" in screen_text(app))
        assert app.main.quote_id == made.id
        assert app.main.panes.article.scroll_offset.y == top
        await press(pilot, "t", *"mine", "enter", brings=lambda: stored(app).tags(made.id))
        await press(pilot, "u", "u", brings=lambda: quotes(app) == before)


async def test_escape_leaves_a_selection_and_moving_on_ends_it(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_plain_line(app, pilot)
        before = quotes(app)
        await pilot.press("v", "j", "right_square_bracket")
        assert app.main.controller(TextSelectionController).on
        await pilot.press("escape")
        assert not app.main.controller(TextSelectionController).on and app.main.panes.current == "article"
        await pilot.press("v", "3")
        assert not app.main.controller(TextSelectionController).on
        await pilot.press("2", "v")
        article_id = app.main.article_id
        await pilot.click("#events", offset=(15, 6))  # by mouse to another event
        await until(pilot, lambda: app.main.article_id != article_id)
        assert not app.main.controller(TextSelectionController).on
        await pilot.click("#events", offset=(15, 2))
        await until(pilot, lambda: app.main.article_id == article_id)
        assert not app.main.controller(TextSelectionController).on
        assert quotes(app) == before


@pytest.mark.parametrize("key", [*"tdpamSLJZMVHCrsfFPRcDAixInN", "slash"])
async def test_a_key_that_is_of_no_use_to_selected_words_leaves_them_selected(
    app: BriefingApp, key: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_plain_line(app, pilot)
        await pilot.press("v", "l")
        words = app.main.controller(TextSelectionController).words
        await press(pilot, key, sees="Enter makes the selected words a quote")
        assert (
            app.main.controller(TextSelectionController).on
            and app.main.controller(TextSelectionController).words == words
        )


def now(app: BriefingApp, quote: Quote) -> Quote:
    return next(one for one in quotes(app) if one.id == quote.id)


async def on_long_quote(app: BriefingApp, pilot: Pilot[int]) -> Quote:
    """Go on to a quote of one part and many words."""
    for _ in range(9):
        quote = app.main.quote
        if quote and len(quote.parts) == 1 and len(quote.words.split()) > 4:
            return quote
        await pilot.press("j")
    raise AssertionError("no long quote")


async def test_the_borders_of_a_quote_are_moved(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        quote = await on_long_quote(app, pilot)
        await pilot.press("enter", "v", "h", "o", "l", "B")
        short = " ".join(quote.words.split()[1:-1])
        await until(pilot, lambda: now(app, quote).words == short)
        await press(pilot, "u", brings=lambda: now(app, quote).words == quote.words)


async def test_selecting_begins_at_the_quote_chosen_wherever_it_is(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "s", "s")
        await until(pilot, lambda: app.main.listing.scope == "briefing" and len(app.main.items) > 20)
        await pilot.press("G")
        quote = app.main.items[-1].quote
        assert quote is not None
        await until(pilot, lambda: app.main.quote == quote)
        await pilot.press("enter", "v")
        await until(pilot, lambda: app.main.controller(TextSelectionController).on)
        assert app.main.panes.current == "article" and app.main.article_id == quote.article
        assert app.main.controller(TextSelectionController).words.startswith(quote.parts[0].exact)


async def test_words_cut_out_leave_two_parts_that_split_and_join(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        quote = await on_long_quote(app, pilot)
        count, words = len(quotes(app)), quote.words.split()
        await pilot.press("enter", "v", "h", "o", "l", "X")
        await until(pilot, lambda: now(app, quote).words == f"{words[0]} … {words[-1]}")
        await until_seen(pilot, f"{words[0]} … {words[-1]}")
        await press(pilot, "X", brings=lambda: len(quotes(app)) == count + 1)
        await until(pilot, lambda: app.main.quote and app.main.quote.words == words[0])
        await press(pilot, "J", brings=lambda: now(app, quote).words == f"{words[0]} … {words[-1]}")
        await until(pilot, lambda: len(app.main.items) == count)
        await press(pilot, "J", "enter", brings=lambda: now(app, quote).words == quote.words)
        await pilot.press("u", "u", "u", "u")
        await until(pilot, lambda: now(app, quote).edited == () and len(quotes(app)) == count)


async def test_joining_the_words_of_two_people_says_whose_they_will_be(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "g", brings=lambda: app.main.quote)
        before = quotes(app)
        first = app.main.quote
        assert first is not None and before[1].article == first.article
        speaker = app.briefing.speakers()[first.speakers[0]].name
        app.main.do(EditField(target_of(before[1]), "speaker", "Jane Doe"))
        await until_seen(pilot, "Jane Doe")
        await pilot.press("J")
        await until(
            pilot, lambda: all(it in screen_text(app) for it in ("of Jane Doe; all will be", f"of {speaker}"))
        )
        await pilot.press("escape")
        assert len(quotes(app)) == len(before)
        await press(pilot, "J", "enter", brings=lambda: len(quotes(app)) == len(before) - 1)


async def test_a_discarded_quote_is_taken_back_in_from_a_list(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "d", brings=lambda: quote.id not in {one.id for one in quotes(app)})
        await press(pilot, "Z", "enter", brings=lambda: quote.id in {one.id for one in quotes(app)})
        await until(pilot, lambda: app.screen is app.main)
        await press(pilot, "Z", sees="No quote of this event was discarded")


@pytest.mark.parametrize("scope", ["s", ""])
async def test_the_list_goes_on_behind_a_discarded_quote_and_undo_leads_back(
    app: BriefingApp, scope: str
) -> None:
    async with on_first_quote(app) as (pilot, _):
        pane = app.main.panes.quotes
        if scope:
            await pilot.press(scope)
            await until(pilot, lambda: app.main.listing.scope == "event" and len(app.main.items) > 4)
        listed = [item.quote.id for item in app.main.items if item.quote]
        await press(pilot, "g", "j", "j", brings=lambda: app.main.quote_id == listed[2])

        def at(quote_id: str) -> bool:
            assert pane.chosen is not None and pane.chosen.quote is not None
            there = app.main.panes.article.quote_id
            return pane.chosen.quote.id == app.main.quote_id == there == quote_id

        await press(pilot, "d", brings=lambda: at(listed[3]))
        await press(pilot, "G", brings=lambda: at(listed[-1]))
        await press(pilot, "d", brings=lambda: at(listed[-2] if len(listed) > 4 else listed[1]))
        await press(pilot, "u", "u", brings=lambda: at(listed[2]))


async def test_another_candidate_is_two_keys_away(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        quote = await on_unsure_quote(app, pilot)
        await until_seen(pilot, "% sure · or ")  # why the engine is unsure
        doubts = screen_text(app).count("% sure · or ")
        await pilot.press("e", "1", "enter", "1", "enter")
        await until(pilot, lambda: "speaker" in now(app, quote).edited)
        assert app.briefing.speakers()[now(app, quote).speakers[0]].name == quote.candidates[0]
        await until(pilot, lambda: screen_text(app).count("% sure · or ") < doubts)


async def test_a_new_name_may_begin_with_a_number(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await pilot.press("e", "1", "enter", *"3rd Guards dq", "enter")
        await until(pilot, lambda: "speaker" in now(app, quote).edited)
        assert app.briefing.speakers()[now(app, quote).speakers[0]].name == "3rd Guards dq"


async def test_a_speaker_is_renamed_merged_and_taken_apart(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "p", "enter", "ctrl+e", "ctrl+u", *"E. M.", "enter", sees="E. M. ·")
        assert app.briefing.speakers()[quote.speakers[0]].aliases == ("Emmanuel Macron",)
        await press(pilot, "p", *"merge", "enter", *"putin", "enter", sees="Vladimir Putin ·")
        assert app.briefing.speakers()[quote.speakers[0]].merged_into
        await press(pilot, "p", *"apart", "enter", sees="E. M. ·")
        await press(pilot, "p", *"this quote", "enter", *"Jane Doe", "enter", sees="Jane Doe")
        assert [one.id for one in quotes(app) if "speaker" in one.edited] == [quote.id]


async def test_a_speaker_is_merged_with_those_of_the_article_first(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        speakers = app.briefing.speakers()
        articles = (
            (row["id"], article, {speakers[each].name for one in article.quotes for each in one.speakers})
            for row in app.main.rows
            for article in app.briefing.annotated(row["id"]).event.articles
        )
        event, article, names = next(found for found in articles if len(found[2]) > 2)
        app.main.open_event(event, article.id)
        await until(pilot, lambda: app.main.article_id == article.id and app.main.quote)
        await press(pilot, "3", "g", "p", *"merge", "enter", sees="is the same as")
        assert isinstance(app.screen, ChoiceList)
        assert {each.label for each in app.screen.shown[: len(names) - 1]} < names


async def test_a_status_is_set_with_evidence_shown_and_filtered(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "S", "3", "enter", sees="✓ matched to primary")
        await pilot.press("S", *"more", "enter", *"the minutes", "tab", "b", "enter")
        await until_seen(pilot, "✓ matched to primary · B")
        assert stored(app).assessment(quote.id)["evidence"] == "the minutes"
        await press(pilot, "S", "4", sees="Enter saves “disputed”")  # a number only goes there
        await press(pilot, "enter", sees="≠ disputed")
        await press(pilot, "S", sees="reliability B, matched to primary")
        await pilot.press("escape", "f", *"status:disp", "enter")
        await until(pilot, lambda: len(app.main.items) == 1)
        await pilot.press("escape", "u", "u", "u")
        await until(pilot, lambda: stored(app).status(quote.id) == "unchecked")


async def test_two_quotes_are_linked_and_one_leads_to_the_other(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, first):
        await press(pilot, "L", sees="go to the other quote")
        await pilot.press("1", "j", "3", "g")
        await until(pilot, lambda: app.main.quote and app.main.quote.article != first.article)
        second = app.main.quote
        assert second is not None
        # What was begun stays in sight, also where the list of relations was left.
        await until(pilot, lambda: "go to the other quote" not in screen_text(app))
        assert "· L there" in screen_text(app).splitlines()[-1]
        await press(pilot, "L", sees="What “")
        await pilot.press("escape")
        await until(pilot, lambda: "· L there" in screen_text(app).splitlines()[-1])
        await press(pilot, "L", *"denied", "enter", sees="⇄ denies “")
        assert "Linking" not in screen_text(app)
        await pilot.press("w")
        await until(pilot, lambda: app.main.quote_id == first.id and app.main.article_id == first.article)
        await press(pilot, "3", sees="⇄ denied by “")
        await press(pilot, "backspace", brings=lambda: app.main.article_id == second.article)
        await press(pilot, "u", brings=lambda: "⇄" not in screen_text(app))


async def test_a_list_of_all_quotes_leads_to_its_chosen_one_and_says_how_to_come_back(
    app: BriefingApp,
) -> None:
    async with on_first_quote(app) as (pilot, quote):
        before = app.main.event_id
        await press(pilot, "s", "s", "1", brings=lambda: len(app.main.items) > 50)
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.main.article and app.main.event_id != before)
        await until(pilot, lambda: app.main.annotated and app.main.annotated.event.id == app.main.event_id)
        there = app.main.event_id
        name = app.main.annotated.event.name[:20] if app.main.annotated else ""
        await pilot.press("3")
        await until(pilot, lambda: app.main.event_id == before and app.main.quote == quote)
        await until(pilot, lambda: f"Backspace leads to “{name}" in app.main.status.message)
        await pilot.press("backspace")
        await until(pilot, lambda: (app.main.event_id, app.main.panes.current) == (there, "article"))


async def test_the_mouse_selects_too(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_plain_line(app, pilot)
        pane = app.main.panes.article
        y = pane.cursor - pane.scroll_offset.y + pane.content_region.y
        x = pane.content_region.x + 12
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 20, y))
        await pilot.mouse_up(offset=(x + 20, y))
        await until(pilot, lambda: app.main.controller(TextSelectionController).on)
        line = screen_text(app).splitlines()[y]
        assert app.main.controller(TextSelectionController).words == line[x : x + 21]


async def test_a_form_is_one_step_and_a_kind_is_chosen(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        before = quotes(app)
        kind = "indirect" if quote.kind != "indirect" else "direct"
        await pilot.press("e", *"original", "enter", "tab", *"So gesagt", "tab", *"J. Doe", "enter")
        await until_seen(pilot, "So gesagt (translated by J. Doe)")
        await press(pilot, "u", brings=lambda: quotes(app) == before)  # a form is one step
        await pilot.press("e", "2", "enter", str(KINDS.index(kind) + 1), "enter")
        await until(pilot, lambda: now(app, quote).kind == kind)
        await press(pilot, "u", brings=lambda: quotes(app) == before)
        await press(pilot, "H", sees="What was done")
        assert f"“{quote.words[:20]}" in screen_text(app).split("What was done")[1]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_pane_alone_on_the_screen_still_says_which_list_it_is(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with on_screen(app, size) as pilot:
        await pilot.press("3", "s")
        if size == (80, 24):
            await pilot.press("z")
        await until(pilot, lambda: "statement" in str(app.main.panes.quotes.border_title))
        await pilot.press("j", "j")
        assert "statement" in str(app.main.panes.quotes.border_title)
        await pilot.press("1")
        await until(pilot, lambda: "2 Article" in str(app.main.panes.events.border_title))


async def test_esc_goes_back_to_the_quote_whose_sentence_was_looked_at(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await pilot.press("3", "j", "j")
        chosen = app.main.quote_id
        await pilot.press("enter")
        assert app.main.panes.current == "article"
        await pilot.press("escape")
        assert (app.main.panes.current, app.main.quote_id) == ("quotes", chosen)
        await pilot.press("escape", "escape")  # and from there on out
        assert app.main.panes.current == "events"
        await pilot.press("enter", "escape")
        assert app.main.panes.current == "events"


async def test_words_are_selected_from_what_a_search_found_in_the_line(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await pilot.press("2", "slash", *"talk", "enter")  # in the line of a quote, and outside of it
        pane = app.main.panes.article
        await until(pilot, lambda: pane.match_here() >= 0)
        await press(pilot, "v", brings=lambda: pane.picked)
        assert app.main.article and pane.picked
        assert app.main.article.text[slice(*pane.picked)].startswith("talk")


def test_all_quotes_of_a_speaker_stand_as_the_timeline_does_by_the_day_they_were_reported() -> None:
    def told(event: str, date: str, *published: str) -> AnnotatedEvent:
        articles = []
        for day in published:
            part = Selector.at(f"No {day or event}", 0, 2)
            quote = Quote(id=day or event, article=day, kind="direct", parts=(part,), entity="Ida Lund")
            articles.append(
                Article(id=day, event=event, headline="", text=part.exact, published=day, quotes=(quote,))
            )
        return AnnotatedEvent(Event(event, event, date, tuple(articles)), {})

    opened = [
        told("b", "2025-03-04", "2025-03-04", "2025-03-08T09:00"),
        told("a", "2025-03-01", "2025-03-01", "", "2025-03-06"),
    ]
    rows = items_of_briefing(opened, LabelLookup({}, {}, str))
    assert [row.quote.id for row in rows if row.quote] == [
        "2025-03-08T09:00", "2025-03-06", "2025-03-04", "2025-03-01", "a",
    ]  # fmt: skip
