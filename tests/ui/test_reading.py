"""The panes as a reader meets them: what is shown, where the keys go, what follows what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import PARAGRAPHS
from tests.support.files import rtf
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.core.model import Quote
from tui.settings.glossary import GLOSSARY
from tui.store.briefing import Briefing
from tui.ui import format
from tui.ui.app import BriefingApp
from tui.ui.controllers import read_marks
from tui.workflows.import_pages import import_sources


def chosen_quote(app: BriefingApp) -> Quote | None:
    item = app.main.panes.quotes.chosen
    return item.quote if item else None


async def test_opens_on_the_newest_event_with_its_first_report_and_quotes(app: BriefingApp) -> None:
    async with on_screen(app, (160, 50)) as pilot:
        newest = app.briefing.rows()[0]
        article = app.main.article
        assert article is not None
        assert app.main.event_id == newest["id"]
        await until(pilot, lambda: article.headline in screen_text(app))
        await until(pilot, lambda: article.quotes[0].parts[0].exact[:20] in screen_text(app))
        assert app.main.panes.current == "events"
        assert app.main.panes.events.has_focus


async def test_the_article_follows_the_cursor_in_the_timeline(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        rows = app.briefing.rows()
        await press(pilot, "j", brings=lambda: app.main.event_id == rows[1]["id"])
        await press(pilot, "G", brings=lambda: app.main.event_id == rows[-1]["id"])
        await press(pilot, "g", brings=lambda: app.main.event_id == rows[0]["id"])


async def test_choosing_a_quote_brings_its_sentence_into_view(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "G")
        await until(pilot, lambda: app.main.article and app.main.quote_id == app.main.article.quotes[-1].id)
        pane = app.main.panes.article
        assert app.main.article is not None
        quote = app.main.article.quotes[-1]
        await until(
            pilot,
            lambda: (
                pane.scroll_offset.y
                <= pane.line_of(quote.start)
                < pane.scroll_offset.y + pane.size.height - 1
            ),
        )
        assert pane.quote_here() == quote


async def test_moving_through_the_article_marks_the_quote_under_the_cursor(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        assert app.main.article is not None
        last = app.main.article.quotes[-1]
        await pilot.press("2")
        for _ in range(80):
            await pilot.press("j")
            if app.main.quote_id == last.id:
                break
        await until(pilot, lambda: chosen_quote(app) == last)


async def test_brackets_walk_the_outlets_of_an_event(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        assert app.main.annotated is not None
        first, second = app.main.annotated.event.articles[:2]
        await press(pilot, "right_square_bracket", brings=lambda: app.main.article_id == second.id)
        await press(pilot, "comma", brings=lambda: app.main.article_id == first.id)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_help_is_always_one_key_away_and_said_to_be(app: BriefingApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for pane in ("1", "2", "3"):
            await press(pilot, pane, brings=lambda: "? help" in screen_text(app).splitlines()[-1])
        await press(pilot, "question_mark", sees="Esc closes")
        await press(pilot, "escape", brings=lambda: app.screen is app.main)


async def test_the_help_explains_every_sign(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 300)) as pilot:
        await press(pilot, "question_mark", sees="Esc closes")
        shown = screen_text(app)
        assert all(f"  {sign} " in shown for sign, _ in format.legend(app.main.key))


async def test_the_help_keeps_keys_and_meanings_in_columns_where_they_wrap(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 220)) as pilot:
        await press(pilot, "question_mark", sees="to be made a quote first")
        shown = screen_text(app).splitlines()
        at = next(number for number, line in enumerate(shown) if "to be made a quote first" in line)
        keys, meaning = shown[at].index("t T C"), shown[at].index("Say that")
        assert shown[at + 1][keys:].startswith("S p d") and not shown[at + 1][meaning:].strip(" │")
        first = next(text for text in GLOSSARY.values() if len(text) > 60)[:40]
        at = next(number for number, line in enumerate(shown) if first in line)
        assert shown[at].index(first) == meaning and not shown[at + 1][:meaning].strip(" │")
        assert shown[at + 1][meaning].strip()


async def test_a_message_too_long_for_its_line_is_whole_and_moves_nothing(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", brings=lambda: app.main.quote)
        before = screen_text(app).splitlines()
        await press(pilot, "L", sees="Linking")
        after = screen_text(app).splitlines()
        assert after[:-3] == before[:-3]
        said = " ".join(" ".join(after[-3:-1]).split())
        assert said.endswith("go to the other quote and press L; here again ends it.")
        app.main.say("Short.")
        await until(pilot, lambda: screen_text(app).splitlines()[-2].split() == ["Short."])


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_the_footer_says_what_matters_most_in_the_pane_at_every_width(
    app: BriefingApp, width: int
) -> None:
    async with on_screen(app, (width, 24)) as pilot:
        assert screen_text(app).splitlines()[-1].split()[:5] == ["Enter", "read", "·", "3", "quotes"]
        await press(pilot, "3", brings=lambda: app.main.quote)
        assert " ".join(screen_text(app).splitlines()[-1].split()).startswith("Enter open · a note · t tag")
        assert screen_text(app).rstrip().endswith("? help")
        await press(pilot, "a", sees="Enter saves")
        assert "t tag" not in screen_text(app)


async def test_a_hint_in_the_footer_can_be_clicked(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", brings=lambda: app.main.quote)
        line = screen_text(app).splitlines()[-1]
        await pilot.click(offset=(line.index("t tag") + 2, 23))
        await until_seen(pilot, "Tags of")
        await pilot.press("escape")
        await pilot.click(offset=(line.index("? help"), 23))
        await until_seen(pilot, "Esc closes")


async def test_enter_on_a_line_without_a_quote_says_so(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "g", "enter", sees="No quote in this line")
        assert app.main.panes.current == "article"


async def test_at_80_columns_the_panes_fold_and_the_focused_one_is_always_there(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key, pane in (("2", "article"), ("3", "quotes"), ("1", "events")):
            await pilot.press(key)
            await until(pilot, lambda pane=pane: app.main.query_one(f"#{pane}").has_focus)  # type: ignore[misc]
            assert app.main.query_one(f"#{pane}").size.height >= 4
            assert app.main.query_one(f"#{pane}").size.width >= 70


async def test_zoom_gives_a_pane_the_screen_and_gives_it_back(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "z", brings=lambda: app.main.panes.article.size.height > 35)
        assert not app.main.panes.quotes.display
        await press(pilot, "z", brings=lambda: app.main.panes.quotes.display)


async def test_search_narrows_the_timeline_and_escape_brings_it_back(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.main.event_id
        await pilot.press("slash", *"normandy")
        await until(pilot, lambda: app.main.found is not None and len(app.main.found) < len(app.main.rows))
        await press(pilot, "enter", brings=lambda: app.main.panes.events.has_focus)
        assert app.main.event_id in (app.main.found or ())
        await pilot.press("n")
        assert app.main.found is not None
        await press(pilot, "escape", brings=lambda: app.main.found is None)
        assert before in {row["id"] for row in app.main.rows}
        assert app.main.terms == ()


def with_folded(app: BriefingApp) -> set[str]:
    """Return the ids of the quotes that are listed, and of the wordings folded under them."""
    return {each for item in app.main.items if item.quote for each in (item.quote.id, *item.folded)}


async def test_the_quotes_can_be_those_of_the_event_or_of_everybody(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        assert app.main.annotated is not None
        of_event = sum(len(article.quotes) for article in app.main.annotated.event.articles)
        await press(pilot, "3", "s", brings=lambda: len(with_folded(app)) == of_event)
        everybody = sum(row["quotes"] for row in app.briefing.rows())
        await pilot.press("s")
        await until(pilot, lambda: len({item.quote.id for item in app.main.items if item.quote}) == everybody)
        headings = [item.speaker for item in app.main.items if item.quote is None]
        assert len(headings) == len(set(headings))


async def test_a_filter_leaves_the_quotes_of_one_speaker(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "s", "f", sees="quotes by any name")
        every = len(app.main.items)
        await pilot.press(*"spea", "tab", *"macr", "tab", "enter")
        await until(pilot, lambda: app.main.panes.current == "quotes")
        assert app.main.search.text == 'speaker:"Emmanuel Macron" '
        assert {item.speaker for item in app.main.items if item.quote} == {"Emmanuel Macron"}
        await press(pilot, "escape", brings=lambda: len(app.main.items) == every)


async def test_the_raw_page_shows_what_was_cut(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "2", "c", sees="The page as it came")
        await press(pilot, "escape", brings=lambda: "The page as it came" not in screen_text(app))


async def test_the_raw_view_of_a_document_says_that_it_shows_its_words(tmp_path: Path) -> None:
    (tmp_path / "ferry.rtf").write_bytes(rtf("Ferry stays in harbour", *PARAGRAPHS))
    briefing = Briefing.open(tmp_path / "store", create=True)
    assert import_sources(briefing, [tmp_path / "ferry.rtf"]).new
    app = BriefingApp(briefing, name="ferry")
    async with on_screen(app) as pilot:
        await press(pilot, "2", "c", sees="The words of the RTF document: ")


async def test_the_place_is_the_same_after_a_restart(store: Path) -> None:
    def opened() -> BriefingApp:
        return BriefingApp(Briefing.open(store), name="sample")

    first = opened()
    async with first.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "2", *("j",) * 14)
        await pilot.press("right_square_bracket", *("j",) * 9)
        main = first.main
        place = (main.event_id, main.article_id, main.panes.article.place(), main.panes.current)
        await pilot.press("q")
    first.briefing.close()
    second = opened()
    async with second.run_test(size=(120, 40)) as pilot:
        main = second.main
        await until(pilot, lambda: main.panes.article.place() == place[2])
        assert (main.event_id, main.article_id, main.panes.article.place(), main.panes.current) == place
    second.briefing.close()


async def test_what_is_skimmed_is_not_read(app: BriefingApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_marks, "GLANCE_SECONDS", 60.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.annotated)
        unread = sum(each.unread for each in app.main.counts.values())
        await pilot.press("j", "j", "enter", "escape", "enter", "right_square_bracket", "left_square_bracket")
        await until(pilot, lambda: app.main.panes.current == "article")
        skimmed = app.main.article_id
        await pilot.press("right_square_bracket", "j")  # in this one the reader goes on
        await until(pilot, lambda: sum(each.unread for each in app.main.counts.values()) == unread - 1)
        assert app.main.annotated and app.main.annotated.read(app.main.article_id)
        assert not app.main.annotated.read(skimmed)


async def test_n_goes_on_to_the_next_unread_report(app: BriefingApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_marks, "GLANCE_SECONDS", 0.01)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await pilot.press("2")
        await until(pilot, lambda: app.main.annotated and app.main.annotated.read(app.main.article_id))
        seen = {app.main.article_id}
        total = sum(row["articles"] for row in app.briefing.rows())
        for _ in range(total - 1):
            await press(pilot, "n", brings=lambda: app.main.article_id not in seen)
            await until(pilot, lambda: app.main.annotated and app.main.annotated.read(app.main.article_id))
            seen.add(app.main.article_id)
        await press(pilot, "n", sees="Nothing unread")


async def test_n_shows_where_it_goes_at_80_columns(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.article)
        first = app.main.article_id
        await pilot.press("n")  # the article at hand is unread, and not to be seen yet
        await until(pilot, lambda: app.main.panes.current == "article" and app.main.article_id == first)
        await pilot.press("j", "1")  # it is read
        await until(pilot, lambda: app.main.annotated and app.main.annotated.read(first))
        await pilot.press("n")
        await until(pilot, lambda: app.main.panes.current == "article" and app.main.article_id != first)
        await pilot.press("1", "slash", *"macron", "enter", "n")
        await until(pilot, lambda: app.main.panes.current == "article" and app.main.panes.article.display)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_an_empty_briefing_teaches_the_next_step(tmp_path: Path, size: tuple[int, int]) -> None:
    briefing = Briefing.open(tmp_path / "empty", create=True)
    app = BriefingApp(briefing)
    async with app.run_test(size=size) as pilot:
        await until_seen(pilot, "import saved pages")
        await press(pilot, "3", sees="i imports pages, and lists who says what")
        assert "i imports pages, I follows feeds." in screen_text(app)
        for key in ("E", "t", "p", "e", "v", "percent_sign"):
            app.main.say("")
            await pilot.press(key)
            await until(pilot, lambda: app.main.status.message == "There are no events yet: i imports pages.")
        await press(pilot, "O", sees="No searches are saved yet")
        await pilot.press("escape")
        assert "No searches are saved yet" not in app.main.status.message
        await pilot.press("1")
        await pilot.press(
            "t", "a", "m", "r", "y", "e", "d", "3", "t", "f", "u", "n", "right_square_bracket", "c"
        )
        assert app.is_running
    briefing.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_q_ends_what_lies_over_the_panes_and_then_the_program_at_every_width(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "z", "q", brings=lambda: not app.main.panes.zoomed)
        assert app.is_running and app.main.panes.current == "article"
        await press(pilot, "q", brings=lambda: not app.is_running)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_cursor_of_the_article_never_rests_on_a_blank_line(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        pane = app.main.panes.article
        await until(pilot, lambda: app.main.article and pane.size.height)

        def words() -> str:
            return pane.render_line(pane.cursor - pane.scroll_offset.y).text.strip("▌▏─│“› ")

        for key in ("j", "space", "k", "G", "ctrl+u", "g", "z", "c", "G", "k", "c", "right_square_bracket"):
            for _ in range(9):
                await pilot.press(key)
                assert words(), key
        x, y = pane.content_region.x, pane.content_region.y
        await pilot.press("g")
        for line in range(12):  # by mouse neither
            await pilot.click(offset=(x + 8, y + line))
            assert words()


async def test_going_to_the_quotes_brings_the_sentence_of_the_chosen_one_into_view(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "G")
        pane = app.main.panes.article
        await until(pilot, lambda: app.main.article and pane.scroll_offset.y > 5)
        assert app.main.article
        quote = app.main.article.quotes[0]
        app.main.quote_id = quote.id
        assert not pane.is_in_view(quote)
        await pilot.press("3")
        await until(pilot, lambda: pane.is_in_view(quote) and app.main.panes.current == "quotes")


@pytest.mark.parametrize(
    ("keys", "said", "on"),
    [
        ("3 v", "j k mark all on the way", "escape"),
        ("3 v", "j k mark all on the way", "v"),
        ("2 g v t", "First Enter makes the selected words a quote", "escape"),
        ("slash s p e a k e r : m a c r o m enter", "Nothing found; did you mean speaker:", "escape"),
        ("slash n o p e : x enter", "! ", "escape"),
    ],
)
async def test_a_message_goes_as_soon_as_what_it_says_holds_no_longer(
    app: BriefingApp, keys: str, said: str, on: str
) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, *keys.split(), brings=lambda: said in app.main.status.message)
        await pilot.press(on)
        message = app.main.status.message
        assert said not in message  # and not a second later, when it was long enough on the screen


async def test_an_event_says_how_many_of_its_articles_name_no_outlet_and_no_year_is_told_from_no_day(
    tmp_path: Path,
) -> None:
    for number, outlet in enumerate(("Quay Post", "Ebb Gazette", "")):
        head = f"outlet: {outlet}\n" if outlet else ""
        (tmp_path / f"{number}.md").write_text(
            f"---\n{head}published: XXXX-03-18\nevent: A ferry\n---\n# Ferry {number}\n\n{PARAGRAPHS[number % 2]}\n",
            encoding="utf-8",
        )
    briefing = Briefing.open(tmp_path / "store", create=True)
    assert len(import_sources(briefing, sorted(tmp_path.glob("*.md"))).new) == 3
    app = BriefingApp(briefing, name="ferry")
    async with on_screen(app, (240, 40)) as pilot:
        await until_seen(pilot, "Ebb Gazette, Quay Post, 1 not named")
        assert "Year not stated" in screen_text(app) and "Undated" not in screen_text(app)
