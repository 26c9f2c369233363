"""Searching: one language in all panes, hits in all of them, and the way from one to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.pages import HARBOUR
from tests.ui.conftest import screen_text, until
from tui.commands.annotations import AddTags, target_of
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.workflows.import_pages import import_text


async def test_the_timeline_says_how_many_articles_a_search_finds(app: BriefingApp) -> None:
    briefing = app.briefing
    hits = briefing.select("talks", whole=True)
    assert len({hit.event for hit in hits}) < len(briefing.rows())
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.event_id)
        await pilot.press("1", "slash", *"talks")
        await until(pilot, lambda: app.main.found == {e: sum(h.event == e for h in hits) for e, *_ in hits})
        text = screen_text(app)
        assert f"{len(app.main.found or ())} of {len(app.main.rows)} · {len(hits)} article" in text
        row = next(row for row in app.main.rows if row["id"] == hits[0].event)
        assert f"of {row['articles']}  {row['quotes']}”" in text


async def test_a_query_with_fields_narrows_and_a_wrong_one_points_at_its_column(app: BriefingApp) -> None:
    _, article, quote = next(app.briefing.quotes())
    app.briefing.do(AddTags([target_of(quote)], ["denial"]))
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.event_id)
        await pilot.press("1", "slash", *"tag:denial")
        await until(pilot, lambda: app.main.found == {article.event: 1})
        await pilot.press(*" (x")
        await until(pilot, lambda: "column 12: this bracket is not closed" in screen_text(app))
        assert app.main.found == {article.event: 1}
        await pilot.press(*" OR *)")
        await until(pilot, lambda: "column" not in screen_text(app))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: app.main.found is None)


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
        await pilot.press("enter")
        await until(pilot, lambda: main.panes.current == "events")
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
        await until(pilot, lambda: main.listing.only.by == "query")
        shown = [item.quote for item in main.items if item.quote]
        assert all(quote.kind == "mixed" or quote.confidence < 0.6 for quote in shown)


async def test_hits_are_set_apart_in_all_three_panes(app: BriefingApp) -> None:
    _, article, quote = next(app.briefing.quotes())
    word = next(word for word in quote.words.split() if len(word) > 5 and word.isalpha())
    async with app.run_test(size=(200, 60)) as pilot:
        main = app.main
        await until(pilot, lambda: main.event_id)
        main.open_event(article.event, article.id)
        await pilot.press("1", "slash", *word.lower())
        await until(pilot, lambda: main.terms and main.found)
        await pilot.pause()
        plain = {pane: marked(app, pane) for pane in ("events", "article", "quotes")}
        assert word.lower() in " ".join(plain["article"]).lower()
        assert word.lower() in " ".join(plain["quotes"]).lower()
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
        await pilot.press("F")
        await until(pilot, lambda: "No search is live" in screen_text(app))
        await pilot.press("1", "slash", *"kind:direct NOT is:starred", "enter")
        await until(pilot, lambda: main.found)
        found = main.found
        await pilot.press("F", *"[b]Plain words", "enter")
        await until(pilot, lambda: [view.query for view in app.briefing.views().values()] != [])
        await pilot.press("escape")
        await until(pilot, lambda: main.found is None)
        await until(pilot, lambda: "O [b]Plain words" in screen_text(app))
        await pilot.press("O", "enter")
        await until(pilot, lambda: main.found == found)
        assert main.panes.current == "events"
        assert "kind:direct NOT is:starred" in screen_text(app)
        await pilot.press("u")
        await until(pilot, lambda: app.briefing.views() == {})
        await pilot.press("escape")
        await until(pilot, lambda: "O [b]Plain" not in screen_text(app))


async def test_what_comes_in_while_a_search_is_live_is_found_by_it(app: BriefingApp, store: Path) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.event_id)
        await pilot.press("1", "slash", *"zeppelin")
        await until(pilot, lambda: app.main.found == {})
        other = Briefing.open(store)
        done = import_text(other, HARBOUR.replace("cranes", "zeppelin"))
        other.close()
        ((_, article),) = done.new
        await until(pilot, lambda: app.main.found == {app.briefing.event_of(article): 1})
        assert "1 article" in screen_text(app)


async def test_a_query_half_typed_is_told_in_one_line_and_in_whole_when_entered(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.event_id)
        await pilot.press("1", "slash", *"is:")
        await until(pilot, lambda: "column 1: is: wants" in screen_text(app))
        assert "words-gone" not in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: "words-gone" in screen_text(app))
