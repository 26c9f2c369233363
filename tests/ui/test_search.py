"""Searching: one language in all panes, hits in all of them, and the way from one to the next."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.widgets import Input

from tests.support.pages import HARBOUR
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.annotations import AddTags, target_of
from tui.commands.saved_searches import SaveView
from tui.store.briefing import Briefing
from tui.ui import format
from tui.ui.app import BriefingApp
from tui.ui.panes.event_list import EventList
from tui.ui.panes.quote_list import once
from tui.workflows.import_pages import import_text


async def test_the_timeline_says_how_many_articles_a_search_finds(app: BriefingApp) -> None:
    briefing = app.briefing
    hits = briefing.select("talks", whole=True)
    assert len({hit.event for hit in hits}) < len(briefing.rows())
    async with on_screen(app, (140, 40)) as pilot:
        await pilot.press("1", "slash", *"talks")
        await until(pilot, lambda: app.main.found == {e: sum(h.event == e for h in hits) for e, *_ in hits})
        text = screen_text(app)
        assert f"{len(app.main.found or ())} of {len(app.main.rows)} · {len(hits)} article" in text
        row = next(row for row in app.main.rows if row["id"] == hits[0].event)
        assert f"of {row['articles']}  {row['quotes']}”" in text


async def test_a_letter_of_a_search_lays_the_screen_out_once_at_most_and_the_list_is_drawn_once(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    reflow, draw = Compositor.reflow, EventList.draw_row
    counts: Counter[str | int] = Counter()

    def laid_out(compositor: Compositor, *given: Any) -> Any:
        counts["layouts"] += 1
        return reflow(compositor, *given)

    def drawn(pane: EventList, row: int, width: int) -> Any:
        counts[row] += 1
        return draw(pane, row, width)

    async with on_screen(app, (140, 40)) as pilot:
        await press(pilot, "1", "slash", sees="Find in the events")
        monkeypatch.setattr(Compositor, "reflow", laid_out)
        monkeypatch.setattr(EventList, "draw_row", drawn)
        for letter in "ta":
            await pilot.pause()
            counts.clear()
            await press(pilot, letter, brings=lambda: app.main.terms and app.main.search.found)
            await until(pilot, lambda: f"{len(app.main.found or ())} of " in screen_text(app))
            assert counts.pop("layouts", 0) <= 1
            assert max(counts.values()) == 1, counts


async def test_a_query_with_fields_narrows_and_a_wrong_one_points_at_its_column(app: BriefingApp) -> None:
    _, article, quote = next(app.briefing.quotes())
    app.briefing.do(AddTags([target_of(quote)], ["denial"]))
    async with on_screen(app, (140, 40)) as pilot:
        await pilot.press("1", "slash", *"tag:denial")
        await until(pilot, lambda: app.main.found == {article.event: 1})
        await press(pilot, *" (x", sees="column 12: this bracket is not closed")
        assert app.main.found == {article.event: 1}
        await press(pilot, *" OR *)", brings=lambda: "column" not in screen_text(app))
        await press(pilot, "enter", "escape", brings=lambda: app.main.found is None)


async def test_n_walks_the_hits_through_articles_and_events_and_comes_round(app: BriefingApp) -> None:
    word = "ceasefire"
    hits = [(hit.event, hit.article) for hit in app.briefing.select(word, whole=True)]
    for candidate in ("president", "minister", "talks", "said"):
        if len(hits) < 3:
            word = candidate
            hits = [(hit.event, hit.article) for hit in app.briefing.select(word, whole=True)]
    assert len(hits) >= 3
    async with app.run_test(size=(140, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.event_id)
        await pilot.press("1", "slash", *word)
        await until(pilot, lambda: main.found and len(main.found) == len({e for e, _ in hits}))
        await press(pilot, "enter", brings=lambda: main.panes.current == "events")
        seen = {(main.event_id, main.article_id)}
        for _ in range(60):
            if seen >= set(hits):
                break
            before = (main.event_id, main.article_id, main.panes.article.cursor)
            await pilot.press("n")
            await until(
                pilot,
                lambda b=before: (main.event_id, main.article_id, main.panes.article.cursor) != b,  # type: ignore[misc]
            )
            await pilot.pause()
            seen.add((main.event_id, main.article_id))
        assert seen >= set(hits)
        assert main.panes.article.match_count or main.event_id


async def test_the_quotes_are_narrowed_by_the_same_language(app: BriefingApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.items)
        while main.listing.scope != "briefing":
            await pilot.press("3", "s")
        await until(pilot, main.listing.everything)
        kinds = {item.quote.kind for item in main.items if item.quote}
        assert len(kinds) > 1
        await pilot.press("slash", *"NOT kind:direct")
        await until(
            pilot, lambda: {item.quote.kind for item in main.items if item.quote} == kinds - {"direct"}
        )
        await pilot.press("enter", "escape")
        await until(pilot, lambda: {item.quote.kind for item in main.items if item.quote} == kinds)
        await pilot.press("f", *"is:unsure OR kind:mixed", "enter")
        await until(pilot, lambda: main.panes.current == "quotes" and main.listing.searched)
        shown = [item.quote for item in main.items if item.quote]
        assert all(quote.kind == "mixed" or quote.confidence < 0.6 for quote in shown)
        every = Counter(name for item in once(main.listing.everything()) for name in item.speakers)
        listed, told = Counter[str](), {}
        for item in main.items:
            if item.quote is None:
                told[name := item.speaker] = item.heading
            else:
                listed[name] += 1
        assert any(number < every[name] for name, number in listed.items())
        for name, number in listed.items():
            left = f"{number} of " if number < every[name] else ""
            assert told[name] == f"{name} · {left}{format.counted(every[name], 'quote')}"


async def test_hits_are_set_apart_in_all_three_panes(app: BriefingApp) -> None:
    _, article, quote = next(app.briefing.quotes())
    word = next(word for word in quote.words.split() if len(word) > 5 and word.isalpha())
    async with app.run_test(size=(200, 60)) as pilot:
        main = app.main
        await until(pilot, lambda: main.event_id)
        main.open_event(article.event, article.id)
        await pilot.press("1", "slash", *word.lower())
        # Once the last letter was asked for, too.
        await until(pilot, lambda: word.lower() in " ".join(marked(app, "article")).lower())
        await until(pilot, lambda: word.lower() in " ".join(marked(app, "quotes")).lower())
        name = next(w for row in main.rows for w in row["name"].split() if len(w) > 4 and w.isalpha())
        await pilot.press(*["backspace"] * len(word), *name.lower())
        await until(pilot, lambda: name.lower() in " ".join(marked(app, "events")).lower())


def marked(app: BriefingApp, pane: str) -> list[str]:
    """Return the pieces of a pane that are drawn as matches."""
    view = app.main.query_one(f"#{pane}")
    style = view.style("match")  # type: ignore[attr-defined]
    found = []
    for y in range(view.size.height):
        for segment in view.render_line(y):
            if segment.style is not None and segment.style.bgcolor == style.bgcolor and segment.text.strip():
                found.append(segment.text)
    return found


async def test_a_large_index_is_made_beside_the_reader_and_can_be_stopped(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.store.index import database

    monkeypatch.setattr(database, "_LARGE", 0)
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: (app.briefing.path / "index.sqlite").exists() and main.counts)
        assert not app.briefing.index_is_behind()
        assert app.briefing.indexing is False
        assert not main.news.stop_indexing()
        for each in app.briefing.path.glob("index.sqlite*"):
            each.unlink()
        main.news.count()
        await until(pilot, lambda: main.news.indexing)
        assert "indexing" in main.news.indexing
        await until(pilot, lambda: main.news.stop_indexing() or not main.news.indexing)
        await until(pilot, lambda: not main.news.indexing)


async def test_a_search_is_kept_under_a_name_and_opened_by_it(app: BriefingApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.event_id)
        await press(pilot, "F", sees="No search is live")
        await pilot.press("1", "slash", *"kind:direct NOT is:starred", "enter")
        await until(pilot, lambda: main.found)
        found = main.found
        await pilot.press("F", *"[b]Plain words", "enter")
        await until(pilot, lambda: [view.query for view in app.briefing.views().values()] != [])
        await press(pilot, "escape", brings=lambda: main.found is None)
        await until_seen(pilot, "O saved: [b]Plain")
        await pilot.press("3", "O", "enter")  # the first, where the cursor is
        await until(pilot, lambda: main.found == found)  # which narrows all there is
        assert main.panes.current == "quotes"
        await until(pilot, lambda: len({item.event_id for item in main.items if item.quote}) > 1)
        assert {item.quote.kind for item in main.items if item.quote} == {"direct"}
        assert "Find everywhere kind:direct NOT is:starred" in screen_text(app)
        assert f"{len(found or ())} of {len(main.rows)} events" in screen_text(app)
        await pilot.press("escape", "u")
        await until(pilot, lambda: app.briefing.views() == {} and "O saved" not in screen_text(app))


async def test_a_saved_search_is_renamed_and_deleted_in_the_line_and_taken_back(app: BriefingApp) -> None:
    def names() -> list[str]:
        return [each.name for each in app.briefing.views().values()]

    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.event_id)
        await press(pilot, "slash", "ctrl+o", sees="nothing to save yet")
        await pilot.press(*"kind:mixed", "ctrl+o", *"Mixed", "enter")
        await until(pilot, lambda: names() == ["Mixed"])
        assert main.search.typing
        await pilot.press("escape", "slash", "down", "ctrl+o", *" ones", "enter")
        await until(pilot, lambda: names() == ["Mixed ones"])
        await press(pilot, "ctrl+o", *["backspace"] * 10, "enter", brings=lambda: names() == [])
        await press(pilot, "escape", "u", brings=lambda: names() == ["Mixed ones"])


async def test_what_comes_in_while_a_search_is_live_is_found_by_it(app: BriefingApp, store: Path) -> None:
    async with on_screen(app, (140, 40)) as pilot:
        await press(pilot, "1", "slash", *"zeppelin", brings=lambda: app.main.found == {})
        other = Briefing.open(store)
        done = import_text(other, HARBOUR.replace("cranes", "zeppelin"))
        other.close()
        ((_, article),) = done.new
        await until(pilot, lambda: app.main.found == {app.briefing.event_of(article): 1})
        assert "1 article" in screen_text(app)


async def test_a_query_half_typed_is_told_in_one_line_and_in_whole_when_entered(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "1", "slash", *"polarity:zz", sees="column 10: polarity: is")
        assert "ruled-out" not in screen_text(app)
        await press(pilot, "enter", sees="ruled-out")


async def test_tab_completes_fields_and_what_there_is_of_them_and_never_leaves_the_line(
    app: BriefingApp,
) -> None:
    _, article, quote = next(app.briefing.quotes())
    app.briefing.do(AddTags([target_of(quote)], ["no deal"]))
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.event_id)
        line = main.search
        await press(pilot, "1", "slash", *"ta", "tab", sees="no deal")
        assert line.line.input.value == "tag:"
        await press(pilot, "tab", brings=lambda: main.found == {article.event: 1})
        assert line.line.input.value == 'tag:"no deal" '
        await pilot.press(*"is:un", "down", "down", "enter")  # takes what was walked to, and stays
        await until(pilot, lambda: line.line.input.value == 'tag:"no deal" is:undated ' and line.typing)
        await pilot.press(*"zz", "tab", "shift+tab", "tab", *"d")
        await pilot.pause()
        assert line.typing and line.line.input.value.endswith("zzd")
        await pilot.press("ctrl+u", *"event:put")
        await until(
            pilot, lambda: " articles" in screen_text(app) and "Putin–Macron call" in screen_text(app)
        )
        await press(pilot, "tab", brings=lambda: main.found and len(main.found) == 1)


async def test_a_completed_value_is_followed_by_one_blank_whether_one_is_typed_or_not(
    app: BriefingApp,
) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "1", "slash", brings=lambda: app.main.search.typing)
        line = app.main.search.line.input
        await pilot.press("space", *"macron", "home", *"kind:mi")
        await until(pilot, lambda: app.main.panes.search_offers.offered)
        await pilot.press("tab", "space", *"x", "space")
        assert line.value == "kind:mixed x macron"


async def test_a_saved_search_never_takes_the_place_of_words_that_were_typed(app: BriefingApp) -> None:
    app.briefing.do(SaveView("Mixed", "kind:mixed"))
    async with on_screen(app) as pilot:
        await pilot.press("slash", *"macd", "tab", "down", "tab", "x")
        assert app.main.search.line.input.value == "macdx"
        await pilot.press("ctrl+u", "tab", "tab")
        await until(pilot, lambda: app.main.search.text == "kind:mixed")


async def test_a_saved_search_is_found_by_its_name(app: BriefingApp) -> None:
    app.briefing.do(SaveView("All mixed", "kind:mixed"))
    app.briefing.do(SaveView("Dockers", "kind:indirect"))
    async with on_screen(app) as pilot:
        await pilot.press("O", *"dock")
        await until(pilot, lambda: len(app.main.panes.search_offers.offered) == 1)
        await press(pilot, "enter", brings=lambda: app.main.search.text == "kind:indirect")
        await pilot.press("escape", "slash", *"dock", "down", "enter")
        await until(pilot, lambda: app.main.search.text == "kind:indirect")
        await pilot.press("escape", "slash", *"mixed al", "down", "enter")  # its words in any order
        await until(pilot, lambda: app.main.search.text == "kind:mixed")
        await press(pilot, "escape", "colon", *"mixed al", sees="All mixed")
        await press(pilot, "enter", brings=lambda: app.main.search.text == "kind:mixed")


def kinds(app: BriefingApp) -> set[str]:
    """The kinds of the quotes that are listed."""
    return {item.quote.kind for item in app.main.items if item.quote}


async def test_one_key_widens_a_search_to_all_panes_and_narrows_it_again(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.items and main.counts)
        main.listing.set_scope("event")
        rows = len(main.rows)
        assert main.annotated
        whole = sum(len(each.quotes) for each in main.annotated.event.articles)
        await pilot.press("3", "slash", *"kind:indirect")
        await until(pilot, lambda: "of all outlets" in screen_text(app) and kinds(app) == {"indirect"})
        assert "Find in the quotes" in screen_text(app) and main.found is None
        await until_seen(pilot, f"{sum(each.quote is not None for each in main.items)} of {whole} quotes")
        await press(pilot, "ctrl+r", brings=lambda: main.found)
        assert "Find everywhere" in screen_text(app)
        assert f"{len(main.found or ())} of {rows} events" in screen_text(app)
        every = sum(row["quotes"] for row in main.rows)
        # Everywhere is all of the briefing.
        await until_seen(pilot, f"of {every} quotes")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: main.found is None and "of all outlets" in screen_text(app))
        assert kinds(app) == {"indirect"}
        await pilot.press("enter", "1", "slash", *"zzz")  # another search gives back what this one narrowed
        await until(pilot, lambda: main.found == {})
        assert main.panes.current == "events"
        assert main.listing.searched is None
        await press(pilot, "escape", brings=lambda: main.found is None)


async def test_who_goes_on_to_quotes_that_a_search_leaves_is_told_and_widens_it_there(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items and app.main.counts)
        await press(pilot, "ctrl+r", sees="No search is live")
        await pilot.press("slash", *"kind:indirect", "enter", "3")
        await until_seen(pilot, "in the events alone: Ctrl+R finds in the quotes too")
        assert kinds(app) - {"indirect"}
        await press(pilot, "ctrl+r", brings=lambda: kinds(app) == {"indirect"})
        assert app.main.panes.current == "quotes"
        await press(pilot, "slash", sees="Ctrl+R only here")
        await press(pilot, "ctrl+r", sees="Ctrl+R everywhere")


async def test_several_words_lead_in_an_article_to_where_they_stand_together(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.article)
        assert main.article is not None
        pane, text = main.panes.article, main.article.text.lower()
        pairs = (
            each
            for each in re.finditer(r"([a-z]{5,}) ([a-z]{5,})", text)
            if text.count(each[0]) == 1
            and pane.line_of(each.start()) > pane.line_of(text.index(each[1])) > pane.line_of(0)
        )
        pair = next(pairs)
        await pilot.press("2", "g", "slash", *pair[1], "space", *pair[2])
        await until(pilot, lambda: pane.cursor == pane.line_of(pair.start()))


async def test_matches_of_the_headline_are_counted_and_walked(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.article)
        assert main.article is not None
        word = next(each for each in main.article.headline.split() if len(each) > 4 and each.isalpha())
        inside = main.article.text.lower().count(word.lower())
        await press(pilot, "2", "G", "slash", *word.lower(), sees=f"{inside + 1} in this article")
        await press(pilot, "enter", "g", brings=lambda: main.panes.article.field == "headline")
        await press(pilot, "n", brings=lambda: main.panes.article.field != "headline")
        await press(pilot, "N", brings=lambda: main.panes.article.field == "headline")


async def test_a_search_that_was_ended_is_offered_again(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "slash", *"ceasefire", "escape", "slash", "down", sees="searched for before")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.query_one("#search", Input).value == "ceasefire")


async def test_a_row_that_a_search_leaves_opens_at_what_it_found_wherever_one_has_been(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.article and main.counts)
        assert main.annotated and main.article
        first, other = main.article, main.annotated.event.articles[1]
        words = (word for word in other.text.split() if word.isalpha() and len(word) > 6)
        word = next(word for word in words if word.lower() not in first.text.lower())
        await pilot.press("2", "G", "1", "slash", *word, "enter")
        await until(pilot, lambda: main.found and main.event_id in main.found)
        await pilot.press("enter")
        await until(pilot, lambda: main.article_id != first.id and main.panes.current == "article")
        await until(pilot, lambda: any("▌" in line and word in line for line in screen_text(app).split("\n")))


async def test_n_walks_the_quotes_of_a_search_that_asks_for_no_words(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.article and main.counts)
        await press(pilot, "1", "slash", *"kind:indirect", "enter", brings=lambda: main.found)
        await pilot.press("enter", "n")
        await until(pilot, lambda: main.quote and main.quote.kind == "indirect")
        before = main.quote
        await pilot.press("n")
        await until(pilot, lambda: main.quote and main.quote.kind == "indirect" and main.quote != before)


async def test_an_empty_list_says_what_after_a_month_asks_for(app: BriefingApp) -> None:
    async with on_screen(app, (140, 40)) as pilot:
        await pilot.press("1", "slash", *"after:2199-04")
        said = "Nothing found; after:2199-04 is what comes once all of Apr 2199 is over."
        await until_seen(pilot, said)


async def test_a_name_that_nobody_has_is_answered_with_the_nearest(app: BriefingApp) -> None:
    last = next(
        each.name.split()[-1] for each in app.briefing.speakers().values() if len(each.name.split()[-1]) > 5
    )
    spelt = last[:-2] + last[-1] + last[-2]
    async with on_screen(app, (140, 40)) as pilot:
        await press(pilot, "1", "slash", *f"speaker:{spelt}", sees="Nothing found; did you mean speaker:")
        await pilot.press(*(["backspace"] * 3))
        await until(pilot, lambda: "did you mean" not in screen_text(app))
