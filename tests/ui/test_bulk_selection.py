"""Several quotes marked in the list: what is done to all of them is one step, and seen at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.exchange.test_quotes_gone import AFTER, BEFORE
from tests.store.test_versions import bring, only, saying
from tests.ui.conftest import press, screen_text, stored, until, until_seen
from tests.ui.test_annotations import tag_names
from tui.commands.annotations import AddTags, target_of
from tui.core.model import Quote, Selector
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_list import QuoteList


async def mark_three(app: BriefingApp, pilot: Pilot[int], scope: str) -> list[str]:
    """Mark the first three quotes listed in a scope; return their ids."""
    await pilot.press("3")
    while app.main.listing.scope != scope:
        await pilot.press("s")
    await until(pilot, lambda: sum(item.quote is not None for item in app.main.items) > 3)
    ids = [item.quote.id for item in app.main.items if item.quote][:3]
    await press(pilot, "g", brings=lambda: app.main.quote and app.main.quote.id == ids[0])
    await press(pilot, "v", "j", "j", sees="3 marked:")
    return ids


@pytest.mark.parametrize("scope", ["article", "event", "briefing"])
async def test_three_quotes_are_tagged_and_starred_each_in_one_step(app: BriefingApp, scope: str) -> None:
    async with app.run_test(size=(200, 60)) as pilot:
        ids = await mark_three(app, pilot, scope)
        assert screen_text(app).count("◆") == 3
        events = {item.event_id for item in app.main.items if item.quote and item.quote.id in ids}

        def tagged() -> int:
            opened = [app.briefing.annotated(event) for event in events]
            return sum(bool(each.tags(quote)) for each in opened for quote in ids)

        await press(pilot, "t", *"denial, summit", "enter", brings=lambda: tagged() == 3)
        await until(pilot, lambda: screen_text(app).count("#denial  #summit") >= 3)
        await until(pilot, lambda: "◆" not in screen_text(app))
        await pilot.press("g", "v", "j", "j", "m")
        # There one is a statement in two wordings, which are starred both.
        number = 4 if scope == "event" else 3
        await until_seen(pilot, f"Starred {number} quotes")
        await pilot.press(
            "g", "v", "j", "j", "t", "end", "ctrl+u", *"denial", "enter"
        )  # what all had and is left out goes
        await until_seen(pilot, f"Took summit off {number} quotes")
        await press(pilot, "u", "u", "u", brings=lambda: tagged() == 0)


async def test_marks_stay_where_the_list_is_read_anew_and_esc_ends_them(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "m", sees="★")
        await mark_three(app, pilot, "article")
        await press(pilot, "u", brings=lambda: "★" not in screen_text(app))
        assert screen_text(app).count("◆") == 3
        await pilot.press("escape")
        assert "◆" not in screen_text(app) and app.main.panes.current == "quotes"


async def test_what_is_done_to_marked_quotes_ends_the_marks(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        ids = await mark_three(app, pilot, "article")
        await pilot.press("t", *"denial", "enter")
        await until(pilot, lambda: all(tag_names(app, each) == ["denial"] for each in ids))
        await pilot.press("a", *"this one", "enter")
        await until(pilot, lambda: stored(app).note(ids[2]) == "this one")
        assert not any(stored(app).note(each) for each in ids[:2])


async def test_correcting_while_quotes_are_marked_means_all_of_them(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        ids = await mark_three(app, pilot, "article")
        await press(pilot, "e", sees=f"Whose words {len(ids)} quotes are")


async def test_status_speaker_note_and_discarding_act_on_all_that_is_marked(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        ids = await mark_three(app, pilot, "article")
        await press(pilot, "k", "space", sees="1 marked:")  # leaves the first one, the second taken off again
        await press(pilot, "j", "space", sees="2 marked:")
        ids = [ids[0], ids[2]]
        again = ("g", "v", "v", "j", "j", "space")
        await pilot.press("S", "4", "enter")
        await until(pilot, lambda: all(stored(app).status(each) == "disputed" for each in ids))
        await press(pilot, *again, "p", *"Jane Doe", "enter", sees="speaker of 2 quotes to Jane Doe")
        await pilot.press(*again, "a", *"ask both", "enter")
        await until(pilot, lambda: all(stored(app).note(each) == "ask both" for each in ids))
        await press(pilot, *again, "d", sees="Discarded 2 quotes")
        listed = {item.quote.id for item in app.main.items if item.quote}
        assert not listed & set(ids) and "◆" not in screen_text(app)
        await pilot.press("u", "u", "u", "u")
        await until(pilot, lambda: all(stored(app).status(each) == "unchecked" for each in ids))
        assert not any(stored(app).note(each) for each in ids)


async def test_going_elsewhere_ends_it(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await mark_three(app, pilot, "event")
        await press(pilot, "2", brings=lambda: "marked:" not in screen_text(app))
        await press(pilot, "3", "t", *"alone", "enter", sees="Tagged 1 quote alone")


async def test_a_quote_that_is_gone_is_listed_apart_and_written_on(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "ferry", create=True)
    bring(briefing, BEFORE)
    quote = saying(only(briefing)[1], "go to school")
    briefing.do(AddTags([target_of(quote)], ["schools"]))
    bring(briefing, AFTER)
    app = BriefingApp(briefing)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "G")
        await until(pilot, lambda: app.main.quote and app.main.quote.id == quote.id)
        shown = screen_text(app)
        assert "2 of this article, 1 gone" in shown and "∅ words gone" in shown
        await pilot.press("t", *"boats", "enter")
        await until(pilot, lambda: tag_names(app, quote.id) == ["schools", "boats"])
        await pilot.press("enter")  # to where it stands below the text
        await until(pilot, lambda: app.main.panes.current == "article")
        assert app.main.quote is not None and app.main.quote.id == quote.id
        await pilot.press("d")  # as in the list
        await until(pilot, lambda: not stored(app).event.articles[0].gone)
        await press(pilot, "u", brings=lambda: stored(app).event.articles[0].gone)
        await press(pilot, "3", "G", "d", brings=lambda: not stored(app).event.articles[0].gone)
        await press(pilot, "Z", "enter", brings=lambda: stored(app).event.articles[0].gone)
        await press(pilot, "f", *"is:words-gone", "enter", sees="0 of 2 of this article, 1 gone")
    briefing.close()


async def test_marked_quotes_are_copied_together_each_with_its_source(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        ids = await mark_three(app, pilot, "event")
        await press(pilot, "y", brings=lambda: "3 quotes copied" in app.main.status.message)
        copied = app.clipboard.split("\n\n")
        assert len(copied) == 3
        items = [item for item in app.main.items if item.quote and item.quote.id in ids]
        for text, item in zip(copied, items, strict=True):
            assert item.quote and item.article
            assert item.quote.words in text and item.article.outlet in text
        assert "◆" not in screen_text(app)


def test_references_that_are_copied_together_are_one_list_with_each_article_once() -> None:
    from tui.exchange.exporters.quotation import one_list

    one, two = (json.dumps([{"id": "a", "annote": said}]) for said in ("“one” — A", "“two” — A"))
    other = json.dumps([{"id": "b"}])
    assert json.loads(one_list([one, two, other])) == [
        {"id": "a", "annote": "“one” — A\n“two” — A"},
        {"id": "b"},
    ]


def test_what_stands_beside_a_speaker_leaves_him_his_name() -> None:
    quote = Quote(id="q", article="a", kind="mixed", parts=(Selector("words"),), gone=True)
    item = QuoteRow(quote=quote, speaker="Mara Quay", status="matched", rating="A2", starred=True)
    pane = QuoteList(id="quotes")
    pane.set_reactive(QuoteList.items, [item])
    lines = ["".join(piece for piece, _ in line) for line in pane._lines(0, 48)]
    said = " ".join(lines)
    assert "Mara Quay" in said and "words gone" in said and "★" in said and "matched to primary · A2" in said
    assert max(map(cell_len, lines)) <= 48


async def test_single_quotes_are_marked_as_the_hint_says(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "g", brings=lambda: app.main.quote)
        await press(pilot, "v", sees="For single ones: v again, then Space on each.")
        await press(pilot, "v", "j", "j", "space", sees="2 marked:")
