"""Lists to choose from: columns that stand in line, dates at the right edge, a mark on what holds now."""

from __future__ import annotations

import re
from typing import cast

import pytest
from textual.widgets import Input, OptionList, Static

from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.annotations import AddTags, target_of
from tui.ui import format
from tui.ui.app import BriefingApp
from tui.ui.dialogs.choice_list import ChoiceList

SIZES = [(80, 24), (120, 36), (200, 60)]


def rows(app: BriefingApp) -> list[str]:
    """Return the lines between the sides of the dialog that is open, but its first."""
    lines = [line.split("│") for line in screen_text(app).split("\n") if line.count("│") == 2]
    return [parts[1].rstrip() for parts in lines[1:]]


@pytest.mark.parametrize("size", SIZES)
async def test_dates_end_at_the_right_edge_whatever_stands_before_them(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with on_screen(app, size) as pilot:
        dates = [format.date(row["date"]) for row in app.briefing.rows()[1:]]
        await pilot.press("1", "M")
        await until(pilot, lambda: any(line.endswith(dates[0]) for line in rows(app)))
        ends = {len(line) for line in rows(app) if any(line.endswith(f"  {date}") for date in dates)}
        assert len(ends) == 1


async def test_a_narrow_list_has_dates_below(app: BriefingApp) -> None:
    async with on_screen(app, (40, 12)) as pilot:
        await press(pilot, "1", "M", sees="Merge into")
        first = app.briefing.rows()[1]
        named = next(at for at, line in enumerate(rows(app)) if first["name"][:20] in line)
        assert format.date(first["date"]) in "".join(rows(app)[named + 1 : named + 3])
        assert "Enter merges" in screen_text(app)


async def test_a_menu_on_a_low_screen_has_a_line_for_each_row(app: BriefingApp) -> None:
    async with on_screen(app, (40, 12)) as pilot:
        await press(pilot, "3", "g", "e", sees="Correct the quote")
        shown = [line.split()[:2] for line in rows(app)]
        at = shown.index(["1", "Speaker"])
        assert shown[at : at + 3] == [["1", "Speaker"], ["2", "Kind"], ["3", "Borders"]]


@pytest.mark.parametrize("keys", ["3ge", "2e", "1e", "3gS", "3gp", "3gt", "3ga", "i", "colon"])
@pytest.mark.parametrize("size", [(40, 12), *SIZES])
async def test_title_and_keys_are_in_view_inside_a_border_all_round(
    app: BriefingApp, size: tuple[int, int], keys: str
) -> None:
    async with on_screen(app, size) as pilot:
        await pilot.press(*([keys] if keys == "colon" else keys))
        await until(pilot, lambda: app.screen.query(".title") and "╰" in screen_text(app))
        lines = screen_text(app).split("\n")
        top = next(at for at, line in enumerate(lines) if "╭" in line)
        foot = next(at for at, line in enumerate(lines) if "╰" in line)
        title = str(app.screen.query_one(".title", Static).content)
        assert title[:20] in lines[top + 1] and "Enter" in lines[foot - 1]
        assert all(line.count("│") == 2 for line in lines[top + 1 : foot])


LISTS = """
3g edit · 2g edit · 1 edit · 3g speaker · 3g status · 2g move · 1 merge · 1 sort · 1 export · 1 theme · 1 text_width
1 counts · 1 tags · 1 briefings
"""


@pytest.mark.parametrize("way", re.split(" · |\n", LISTS.strip()))
async def test_a_number_goes_to_its_row_in_every_list_and_enter_takes_it(app: BriefingApp, way: str) -> None:
    keys, action = way.split()
    app.briefing.do(AddTags([target_of(next(app.briefing.quotes())[2])], ["talks", "offer"]))
    async with on_screen(app) as pilot:
        await pilot.press(*keys)
        await app.main.act(action)
        await until(pilot, lambda: isinstance(app.screen, ChoiceList) and app.screen.shown)
        dialog, options = cast(ChoiceList, app.screen), app.screen.query_one(OptionList)
        numbered = [
            str(row.prompt).lstrip().startswith(str(at + 1)[-1]) for at, row in enumerate(options.options)
        ]
        assert ("↑ ↓ or a number choose" in rows(app)[-1]) == all(numbered[:10])
        if len(dialog.shown) > 1 and all(numbered[:10]):
            await press(pilot, "2", brings=lambda: options.highlighted == 1)
            assert app.screen is dialog and "Enter" in rows(app)[-1]
        await press(pilot, "enter", brings=lambda: app.screen is not dialog)


async def test_a_second_number_goes_to_another_row(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "3", "g", "S", "4", "2", sees="Enter saves “seen in source”")


async def test_letters_behind_a_number_are_a_word_of_their_own(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "3", "g", "e", sees="Correct the quote")
        await pilot.press("2", *"speaker")
        await until(pilot, lambda: app.screen.query_one(Input).value == "speaker")
        assert "Nothing here fits" not in screen_text(app)
        await press(pilot, "ctrl+u", "1", "enter", sees="Whose words")
        await press(pilot, "1", *"vladimir", sees="Enter saves “Vladimir Putin”")
        await press(pilot, "home", "3", sees="A new person: 3vladimir")  # a name that does begin with one


@pytest.mark.parametrize("year", ["1945", "194", "20255"])
async def test_a_year_that_fits_no_row_goes_to_none_and_enter_merges_nothing(
    app: BriefingApp, year: str
) -> None:
    async with on_screen(app) as pilot:
        names = {row["name"] for row in app.briefing.rows()}
        await pilot.press("1", "M")
        await until(pilot, lambda: isinstance(app.screen, ChoiceList) and app.screen.shown)
        dialog = cast(ChoiceList, app.screen)
        await press(pilot, *year, sees="Nothing here fits what is typed.")
        await pilot.press("enter")
        assert app.screen is dialog and not dialog.shown
        await pilot.press(*["backspace"] * len(year), "2")
        await until(pilot, lambda: app.screen.query_one(OptionList).highlighted == 1)
        await press(pilot, "escape", brings=lambda: app.screen is not dialog)
        assert {row["name"] for row in app.briefing.rows()} == names


async def test_what_holds_is_marked_and_stays_so_while_one_walks(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await app.main.act("sort")
        await until_seen(pilot, "◉ Newest first")
        await pilot.press("down")
        await until(
            pilot, lambda: "◉ Newest first" in screen_text(app) and "○ Oldest first" in screen_text(app)
        )
        await press(pilot, "enter", brings=lambda: app.screen is app.main)
        await app.main.act("sort")
        await until(
            pilot, lambda: "○ Newest first" in screen_text(app) and "◉ Oldest first" in screen_text(app)
        )


async def test_whose_words_they_are_is_marked_among_the_names(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "3", "g", "e", sees="Correct the quote")
        await press(pilot, "1", "enter", sees="Whose words")
        marked = [line for line in rows(app) if "◉" in line]
        assert len(marked) == 1 and "Emmanuel Macron" in marked[0]
        assert "○ Vladimir Putin" in screen_text(app)


async def test_two_quotes_that_are_linked_say_how_from_either_side(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "3", "g", "L", "j", "L", sees="What “useful again” is to")
        await pilot.press(*"translation", "enter")
        await until(pilot, lambda: app.screen is app.main and "Linked" in screen_text(app))
        await press(pilot, "L", "k", "L", sees="is to “useful again”")
        assert "◉ translated as" in screen_text(app) and "○ translation of" in screen_text(app)


async def test_history_and_notes_say_when_at_the_right(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await pilot.press("3", "g", "a", *"short", "enter")
        await until(pilot, lambda: app.screen is app.main and "short" in screen_text(app))
        await pilot.press("t", *"a tag with quite a long name of its own", "enter")
        await until(pilot, lambda: app.screen is app.main and "#a tag" in screen_text(app))
        for key in "HW":
            await press(pilot, key, sees="newest first")
            told = [line for line in rows(app) if line.rstrip()[-3:-2] == ":"]
            assert told and len({len(line) for line in told}) == 1
            await press(pilot, "escape", brings=lambda: app.screen is app.main)


async def test_where_nothing_fits_no_key_is_named_that_does_nothing(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "x", *"csv", sees="Enter asks what, then where to")
        await press(pilot, *"zzz", sees="Nothing here fits")
        assert "Enter" not in screen_text(app) and "Esc leaves it" in screen_text(app)
