"""Tags, notes, stars and corrections: done by key, seen at once, stored, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import on_first_quote, on_screen, press, screen_text, stored, until, until_seen
from tui.commands.annotations import AddTags, MarkRead, WriteNote, target_of
from tui.store.briefing import Briefing
from tui.ui import format
from tui.ui.app import BriefingApp


def tag_names(app: BriefingApp, target: str) -> list[str]:
    there, tags = stored(app).tags(target), app.briefing.tags()  # tags last: one may come back between
    return [tags[tag].name for tag in there]


async def test_a_quote_takes_several_tags_and_loses_them_by_undo(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "t", *"Ceasefire, who called", "enter", sees="#who called")
        assert tag_names(app, quote.id) == ["Ceasefire", "who called"]
        await press(pilot, "u", brings=lambda: "#who called" not in screen_text(app))
        assert tag_names(app, quote.id) == []
        await press(pilot, "U", sees="#who called")
        assert tag_names(app, quote.id) == ["Ceasefire", "who called"]


async def test_a_tag_in_use_is_completed(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        await press(pilot, "t", *"denial", "enter", sees="#denial")
        await pilot.press("j")
        second = app.main.quote
        assert second is not None
        await pilot.press("t", *"den", "tab", "enter")
        await until(pilot, lambda: tag_names(app, second.id) == ["denial"])


async def test_a_note_is_written_changed_and_undone(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "a", *"compare Paris", "enter", sees="✎ compare Paris")
        await press(pilot, "a", *"!", "enter", sees="✎ compare Paris!")
        assert stored(app).note(quote.id) == "compare Paris!"
        await pilot.press("u", "u")
        await until(pilot, lambda: "✎" not in screen_text(app).replace("✎ note", ""))
        assert stored(app).note(quote.id) == ""


async def test_a_tag_and_a_note_on_one_quote_are_both_seen_in_the_margin_of_the_article(
    app: BriefingApp,
) -> None:
    def margin() -> str:
        pane = app.main.panes.article.region
        lines = screen_text(app).splitlines()[pane.y : pane.bottom]
        return next((line for line in lines if "#“✎" in line), "")

    async with on_first_quote(app) as (pilot, _):
        await press(pilot, "t", *"denial", "enter", sees="#denial")
        assert not margin()
        await press(pilot, "a", *"compare", "enter", brings=margin)


async def test_escape_leaves_a_note_unwritten(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "a", *"half a thou", "escape", brings=lambda: app.screen is app.main)
        assert stored(app).note(quote.id) == ""


async def test_stars_tags_and_notes_go_on_articles_and_events_too(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "m", "t", *"summit", "enter")
        await until(pilot, lambda: stored(app).tags(app.main.event_id))
        assert stored(app).starred(app.main.event_id)
        await pilot.press("2", "g", "a", *"read twice", "enter")
        await until(pilot, lambda: stored(app).note(app.main.article_id) == "read twice")
        await until_seen(pilot, "✎ read twice")


async def test_read_marks_are_no_step_to_undo_unless_set_by_key(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", brings=lambda: stored(app).read(app.main.article_id))
        await press(pilot, "u", sees="Nothing to undo")
        await press(pilot, "r", brings=lambda: not stored(app).read(app.main.article_id))
        await press(pilot, "u", brings=lambda: stored(app).read(app.main.article_id))


async def test_a_speaker_is_corrected_and_said_to_be(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await pilot.press("e", "1", "enter", *"Jane Doe", "enter")
        await until(
            pilot, lambda: "Jane Doe" in screen_text(app) and "speaker set by you" in screen_text(app)
        )
        corrected = next(
            one for article in stored(app).event.articles for one in article.quotes if one.id == quote.id
        )
        assert app.briefing.speakers()[corrected.speakers[0]].name == "Jane Doe"
        await press(pilot, "u", brings=lambda: "set by you" not in screen_text(app))


async def test_a_date_that_cannot_be_is_refused_where_it_was_typed(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.main.annotated
        assert before is not None
        await pilot.press("1", "e", "2", "enter", "ctrl+e", "ctrl+u", *"2025-13-41", "enter")
        await until_seen(pilot, "is no date")
        await pilot.press("escape")
        assert stored(app).event.date == before.event.date


async def test_a_renamed_event_shows_its_new_name_in_the_timeline(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "e", "1", "enter", "ctrl+e", "ctrl+u", *"Talks about talks", "enter")
        await until(pilot, lambda: app.main.panes.events.rows[0]["name"] == "Talks about talks")
        assert "Talks about talks" in screen_text(app)
        await pilot.press("u")
        await until(pilot, lambda: app.main.panes.events.rows[0]["name"] != "Talks about talks")


async def test_on_a_quote_in_the_article_d_means_the_quote_as_t_and_a_do(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        article_id = app.main.article_id
        await pilot.press("enter")
        await until(pilot, lambda: app.main.panes.current == "article" and app.main.quote == quote)
        await press(pilot, "d", brings=lambda: all(item.quote != quote for item in app.main.items))
        assert app.main.article_id == article_id


async def test_a_discarded_quote_and_a_deleted_article_come_back_by_undo(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "d", brings=lambda: all(item.quote != quote for item in app.main.items))
        article_id = app.main.article_id
        await press(pilot, "2", "g", "d", brings=lambda: app.main.article_id != article_id)
        assert app.main.annotated is not None
        assert article_id not in {article.id for article in app.main.annotated.event.articles}
        await pilot.press("u")
        await until(pilot, lambda: app.main.article and app.main.article_id == article_id)
        await pilot.press("u")
        await until(pilot, lambda: quote.id in {q.id for a in stored(app).event.articles for q in a.quotes})


async def test_an_event_is_deleted_with_its_articles_and_comes_back_by_undo(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await pilot.press("1")
        row, following = app.main.rows[:2]
        number = format.counted(row["articles"], "article")
        await pilot.press("d")
        await until(pilot, lambda: row["id"] not in {each["id"] for each in app.main.rows})
        await until_seen(pilot, f"Deleted the event with {number} · u undoes")
        await until(pilot, lambda: app.main.event_id == following["id"])
        assert app.main.panes.current == "events"
        await press(pilot, "u", brings=lambda: app.main.rows[0] == row)
        await until(pilot, lambda: app.main.annotated and app.main.event_id == row["id"])
        await pilot.press("e", *"delete the ev", "enter")
        await until(pilot, lambda: row["id"] not in {each["id"] for each in app.main.rows})


async def test_undo_twice_on_a_slow_disk_leads_back_once(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "m", brings=lambda: stored(app).starred(quote.id))
        article_id = app.main.article_id
        await press(pilot, "2", "g", "d", brings=lambda: app.main.article_id != article_id)
        asked: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []
        with monkeypatch.context() as slow:
            slow.setattr(app.main, "read", lambda *what: asked.append(what[:2]))
            await pilot.press("u", "u")
            await until(pilot, lambda: not stored(app).starred(quote.id) and len(asked) > 1)
        for fetch, show in asked:
            show(fetch())
        await until(pilot, lambda: app.main.article_id == article_id)


async def test_copying_gives_words_speaker_outlet_and_date(app: BriefingApp) -> None:
    from tui.settings.paths import copied_file

    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "y", brings=lambda: app.clipboard)
        article = app.main.article
        assert article is not None
        assert quote.words.removesuffix(",") in app.clipboard
        assert article.outlet in app.clipboard
        assert copied_file().read_text(encoding="utf-8").strip() == app.clipboard.strip()


async def test_what_another_program_writes_shows_up_and_moves_nothing(app: BriefingApp, store: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", *("j",) * 9)
        pane = app.main.panes.article
        assert app.main.article is not None
        place = pane.place()
        quote = app.main.article.quotes[0]
        other = Briefing.open(store)
        other.do(WriteNote(target_of(quote), "from another desk"))
        other.close()
        await until_seen(pilot, "from another desk")
        assert pane.place() == place


async def test_a_quote_of_another_event_keeps_its_tags_and_note_when_it_is_written_on(
    app: BriefingApp,
) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await pilot.press("t", *"first", "enter", "a", *"Ask.", "enter")
        await until(pilot, lambda: stored(app).note(quote.id) == "Ask.")
        home = app.main.event_id
        await pilot.press("s", "s")
        await until(pilot, lambda: app.main.listing.scope == "briefing" and app.main.quote == quote)
        await press(pilot, "1", "G", brings=lambda: app.main.event_id != home)
        await pilot.press("3")
        assert app.main.quote == quote  # still chosen in the list of everybody's quotes
        await press(pilot, "t", sees="first, ")
        await pilot.press(*"second", "enter")
        await until(pilot, lambda: len(app.briefing.annotated(home).tags(quote.id)) == 2)
        await pilot.press("a")
        await until(pilot, lambda: screen_text(app).count("Ask.") == 2)  # in the list and in the prompt
        await pilot.press("escape", "y")
        await until(pilot, lambda: app.briefing.annotated(home).event.articles[0].outlet in app.clipboard)
        app.config = replace(app.config, copy="{event}: {tags}")
        await pilot.press("y")
        name = app.briefing.annotated(home).event.name
        await until(pilot, lambda: app.clipboard == f"{name}: first, second")
        await press(pilot, "m", brings=lambda: app.briefing.annotated(home).starred(quote.id))
        await press(pilot, "m", brings=lambda: not app.briefing.annotated(home).starred(quote.id))


async def test_all_quotes_shown_are_tagged_at_once_and_untagged_by_one_undo(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        shown = [item.quote.id for item in app.main.items if item.quote]
        assert len(shown) > 1
        await pilot.press("T", *"all of it", "enter")
        await until(pilot, lambda: all(tag_names(app, quote) == ["all of it"] for quote in shown))
        await press(pilot, "u", brings=lambda: not any(tag_names(app, quote) for quote in shown))


async def test_the_list_of_tags_renames_describes_and_deletes(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "t", *"denial", "enter", sees="#denial")
        await press(pilot, "C", sees="Tags of the briefing")
        await press(pilot, "enter", sees="on 1 quote")
        await pilot.press("enter")
        await until(pilot, lambda: "tag:denial" in screen_text(app) and "#denial" in screen_text(app))
        assert [item.quote.id for item in app.main.items if item.quote] == [quote.id]
        await press(pilot, "escape", "C", sees="Tags of the briefing")
        await press(pilot, "enter", sees="on 1 quote")
        await press(pilot, "down", "enter", sees="New name of denial")
        await press(pilot, *"s", "enter", sees="#denials")
        await press(pilot, "C", sees="Tags of the briefing")
        await press(pilot, "enter", sees="Describe")
        await press(pilot, *"describe", "enter", sees="The tag denials")
        await press(pilot, "tab", *"#c03020", "tab", "!", "enter", sees="!denials")
        await press(pilot, "C", sees="Tags of the briefing")
        await press(pilot, "enter", *"delete", "enter", sees="Deleted 1 tag")
        assert tag_names(app, quote.id) == []
        await press(pilot, "u", brings=lambda: tag_names(app, quote.id) == ["denials"])


async def test_reading_an_article_twice_says_nothing(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        article = app.main.article
        assert article is not None
        await pilot.press("2", "j")
        await until(pilot, lambda: app.main.annotated and app.main.annotated.read(article.id))
        step = app.briefing.do(MarkRead([target_of(article)], passive=True))
        assert (step.seq, step.passive) == (0, True)
        await press(pilot, "1", "2", "1", "2", brings=lambda: app.main.panes.current == "article")
        assert "Nothing to change" not in screen_text(app)


async def test_a_speaker_is_noted_and_the_list_of_notes_leads_to_what_he_said(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ida")
    async with on_first_quote(app) as (pilot, quote):
        speaker = app.briefing.speakers()[quote.speakers[0]]
        await pilot.press("p", *"note on", "enter")
        await pilot.press(*"holds the pen", "enter")
        await until(pilot, lambda: app.briefing.notes(target_of(speaker)).note(speaker.id) == "holds the pen")
        await pilot.press("a", *"compare", "enter")
        today = stored(app).of(quote.id, "commenting")[0].created[:10] if stored(app).note(quote.id) else ""
        await until_seen(pilot, "✎ compare  (Ida, 20")
        assert today in screen_text(app)
        await press(pilot, "W", *"pen", sees=f"{speaker.name} · Ida")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.listing.scope == "briefing" and len(app.main.items) > 1)
        # Also "Emmanuel Macron's office", which bears his name.
        assert next(item.speaker for item in app.main.items if not item.quote) == speaker.name
        assert all(speaker.name in str(item.speakers) for item in app.main.items if item.quote)
        await press(pilot, "backspace", brings=lambda: app.main.quote_id == quote.id)
        await pilot.press("u", "u")
        await until(pilot, lambda: not app.briefing.notes(target_of(speaker)).note(speaker.id))


async def test_in_the_article_a_and_t_mean_the_quote_that_is_highlighted_and_say_so(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.main.article and app.main.panes.current == "article")
        assert app.main.article
        quote, pane = app.main.article.quotes[0], app.main.panes.article
        name = app.briefing.speakers()[quote.speakers[0]].name
        await press(pilot, "a", sees=f"Note on {name}'s “{quote.words[:20]}")
        await press(pilot, "escape", "t", sees=f"Tags of {name}'s “")
        await press(pilot, *"near", "enter", brings=lambda: tag_names(app, quote.id) == ["near"])
        while pane.quote_here():  # off it, though it is in view: nothing is highlighted any more
            await pilot.press("k")
        assert pane.place()[0] >= 0 and pane.is_in_view(quote)
        await until(pilot, lambda: not app.main.quote_id)
        await press(pilot, "e", sees="Correct the article “")
        await pilot.press("escape")
        await press(pilot, "g", "a", sees="Note on the article “")  # the headline is the article's
        await pilot.press("escape")
        await pilot.resize_terminal(120, 24)
        await pilot.press("G")
        while pane.quote_here():
            await pilot.press("k")
        app.main.quote_id = quote.id
        await until(pilot, lambda: not pane.is_in_view(quote))
        await press(pilot, "a", sees="(no quote is near)")


async def test_a_tag_that_a_colleague_gave_bears_their_initials(app: BriefingApp) -> None:
    _, _, quote = next(app.briefing.quotes())
    other = Briefing.open(app.briefing.path, author=lambda: "Ana Moreau")
    other.do(AddTags([target_of(quote)], ["hers", "both"]))
    other.close()
    app.briefing.do(AddTags([target_of(quote)], ["mine", "both"]))
    async with app.run_test(size=(160, 40)) as pilot:
        app.main.open_event(str(app.briefing.event_of(quote.article)), quote.article)
        await until_seen(pilot, "#hers·AM")
        assert "#mine·" not in screen_text(app) and "#both·" not in screen_text(app)


async def test_a_tag_that_is_new_is_said_to_be(app: BriefingApp) -> None:
    async with on_first_quote(app, (80, 24)) as (pilot, _):
        await press(pilot, "t", *"denial", "enter", sees="#denial")
        await press(pilot, "j", "t", *"den", sees="Enter makes a new tag: “den”")
        await press(pilot, "tab", brings=lambda: "new tag" not in screen_text(app))
