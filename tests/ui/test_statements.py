"""The quotes of an event as statements: one in every outlet's wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.annotations import DiscardQuote, EditField, target_of
from tui.core.board_grid import BoardCell, BoardGrid
from tui.core.model import AnnotatedEvent, Article, Kind, Quote, Selector
from tui.core.model import Event as CoreEvent
from tui.core.statements import Statement, StatementWording
from tui.settings.config import Config
from tui.store import statements as store_statements
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.dialogs.board_screen import BoardScreen
from tui.ui.dialogs.help_screen import HelpScreen
from tui.ui.panes.board_list import BoardList
from tui.ui.panes.quote_layout import QuoteRow, quote_lines
from tui.ui.panes.quote_rows import LabelLookup
from tui.ui.panes.statement_rows import coverage, items_of_statements
from tui.ui.statement_listing import StatementListing
from tui.workflows.import_pages import import_sources

SAID = (
    (
        "North Wire",
        "“We have seen no offer, and there was none to see before Monday,” Sergey Orlov, the minister, said.",
    ),
    ("Ledger", "Sergey Orlov, the minister, said that there was “none to see before Monday”."),
    ("Courier", "“The port will stay shut until the mines are cleared,” said Sergey Orlov, the minister."),
)


@contextmanager
def reader_of(folder: Path, event: str, said: Sequence[tuple[str, str]]) -> Iterator[BriefingApp]:
    """The app on one event, a report an outlet."""
    briefing = Briefing.open(folder / "told", create=True, title="Told")
    paths = []
    for outlet, text in said:
        paths.append(folder / f"{outlet}.md")
        head = f"---\noutlet: {outlet}\npublished: 2025-03-04\nevent: {event}\n---\n"
        paths[-1].write_text(f"{head}# {outlet} on it\n\n{text}\n", encoding="utf-8")
    import_sources(briefing, paths)
    yield BriefingApp(briefing, name="told")
    briefing.close()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[BriefingApp]:
    """The app on three reports of one event."""
    with reader_of(tmp_path, "A call about the port", SAID) as app:
        yield app


async def statements(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Show the statements of the event."""
    await until(pilot, lambda: app.main.items)
    await press(pilot, "3", "s", sees="2 statements")


async def accounts(app: BriefingApp, pilot: Pilot[int], event: str) -> None:
    """Open the board of the event that begins so."""
    await press(pilot, "E", sees=f"Accounts · {event}")


async def test_the_footer_says_what_the_key_of_the_list_shows_next(port: BriefingApp) -> None:
    async with on_screen(port) as pilot:
        await pilot.press("3")
        for shown in ("s statements", "s all events", "s this article", "s statements"):
            await until_seen(pilot, shown)
            await pilot.press("s")


@pytest.mark.parametrize("key", ["E", "R", "percent_sign", "question_mark"])
async def test_what_is_said_while_a_dialog_is_open_is_seen_at_80x24(
    port: BriefingApp, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MESSAGE_SECONDS", "_GLANCE_SECONDS"):
        monkeypatch.setattr(f"tui.ui.controllers.status.{name}", 1000.0)
    async with on_screen(port, (80, 24)) as pilot:
        # What explains a pane goes with it.
        await press(pilot, "3", "s", brings=lambda: port.main.status.message in screen_text(port))
        explained = port.main.status.message
        assert explained
        await press(pilot, key, brings=lambda: port.screen.is_modal)
        if key == "R":
            await press(
                pilot, *"quotes of each speaker", "enter", brings=lambda: port.screen.query(DataTable)
            )
        await until(pilot, lambda: explained not in screen_text(port))
        port.main.say("A word that is said.")
        await until_seen(pilot, "A word that is said.")


async def test_a_statement_says_who_reports_it_and_unfolds_to_each_wording(port: BriefingApp) -> None:
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        text = screen_text(port)
        assert "Sergey Orlov · minister · 2 statements" in text
        assert "2 outlets ? · direct in North Wire · mixed in Ledger" in text
        await press(pilot, "g", "l", sees="Ledger · mixed")
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: port.main.article and port.main.article.outlet == "Ledger")
        await press(pilot, "right_square_bracket", sees="the last wording")
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: port.main.article and port.main.article.outlet == "North Wire")
        await press(pilot, "h", brings=lambda: "Ledger · mixed" not in screen_text(port))
        assert port.main.panes.current == "quotes"
        await press(pilot, "G", "right_square_bracket", sees="no other wording")


async def test_another_wording_says_what_is_made_of_its_words(port: BriefingApp) -> None:
    quote = next(quote for _, article, quote in port.briefing.quotes() if article.outlet == "Ledger")
    port.briefing.do(EditField(target_of(quote), "polarity", "rejected"))
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        await press(pilot, "g", "l", sees="rejected: “none to see")


async def test_the_quotes_come_into_sight_on_a_small_screen_where_they_are_asked_for(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(pilot, "1 Events")
        await press(pilot, "s", sees="━ 3 Quotes")


async def test_one_key_parts_a_wording_from_its_statement_and_undo_brings_it_back(port: BriefingApp) -> None:
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        await press(pilot, "g", "l", "right_square_bracket", "minus", sees="3 statements")
        await press(pilot, "u", sees="2 statements")


async def test_what_is_put_on_a_folded_statement_is_put_on_all_its_wordings_in_one_step(
    port: BriefingApp,
) -> None:
    def starred() -> list[str]:
        held = port.main.annotated
        assert held
        quotes = [(each.outlet, quote.id) for each in held.event.articles for quote in each.quotes]
        return sorted(outlet for outlet, quote in quotes if held.starred(quote))

    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        await press(pilot, "g", "m", brings=lambda: starred() == ["Ledger", "North Wire"])
        await press(pilot, "u", brings=lambda: starred() == [])
        await pilot.press("t")
        # On which wordings it lands is said before and after; the second is there by rule alone.
        await until_seen(pilot, "Tags of all 2 wordings (North Wire, Ledger ?)")
        await pilot.press(*"key", "enter")
        said = "Tagged all 2 wordings (North Wire, Ledger ?) #key"
        await until_seen(pilot, said)
        await pilot.press("u")
        await until(pilot, lambda: f"Undid: {said}" in screen_text(port) or "Undid" in screen_text(port))
        await press(pilot, "l", "right_square_bracket", "m", brings=lambda: starred() == ["Ledger"])
        await until_seen(pilot, "Ledger · mixed ★")


async def test_marked_quotes_become_one_statement(port: BriefingApp) -> None:
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        await press(pilot, "g", "v", "j", "equals_sign", sees="1 statement of all outlets")
        assert "3 outlets" in screen_text(port)


async def test_the_board_shows_sides_and_outlets_and_leads_to_the_quote(port: BriefingApp) -> None:
    async with on_screen(port) as pilot:
        await accounts(port, pilot, "A call about the port")
        assert "Sergey Orlov · 2 claims" in screen_text(port)
        await press(pilot, "o", sees="Who printed what")
        await until_seen(pilot, "Ledger · 1")
        await pilot.press("l", "l", "enter")
        await until(
            pilot,
            lambda: (port.main.article and port.main.article.outlet == "North Wire") or port.main.mode == "",
        )
        await pilot.press("escape")


@pytest.mark.parametrize("width", [40, 80, 200])
async def test_the_board_is_read_at_any_width(port: BriefingApp, width: int) -> None:
    async with on_screen(port, (width, 24)) as pilot:
        await press(pilot, "E", sees="no offer")
        await press(pilot, "j", "l", "G", "g", sees="Sergey Orlov")


async def test_the_board_opens_at_the_quote_it_was_asked_for_from_on_either_face(tmp_path: Path) -> None:
    said = (
        *WOUNDED,
        ("Ledger 2", "“The quay is closed until the wreck is raised,” Mira Arden, the mayor, said."),
    )
    with reader_of(tmp_path, "A fire on a ship", said) as app:
        async with on_screen(app, (160, 40)) as pilot:
            await pilot.press("3", "s", "G")
            chosen = app.main.panes.quotes.chosen
            assert chosen and chosen.quote
            wanted = chosen.quote.id
            await accounts(app, pilot, "A fire on a ship")
            board = app.screen.query_one(BoardList)
            await until(pilot, lambda: board.chosen and wanted in board.chosen.wordings)
            assert (board.cursor, board.column) != (0, 0)
            await press(pilot, "o", sees="Who printed what")
            assert board.chosen and wanted in board.chosen.wordings


async def test_the_columns_of_the_board_are_put_in_another_order_that_stays(port: BriefingApp) -> None:
    def columns() -> tuple[str, ...]:
        return port.screen.query_one(BoardList).grid.columns if isinstance(port.screen, BoardScreen) else ()

    async with on_screen(port, (160, 40)) as pilot:
        await press(pilot, "E", brings=columns)
        await press(pilot, "o", brings=lambda: len(columns()) > 1)
        first, second, *rest = columns()
        board = port.screen.query_one(BoardList)
        said = board.chosen
        # The first of all stays where it is, then goes on.
        await pilot.press("less_than_sign", "greater_than_sign")
        await until(pilot, lambda: columns() == (second, first, *rest))
        assert (board.column, board.chosen) == (1, said)
        await press(pilot, "o", "o", brings=lambda: columns() == (second, first, *rest))
        await press(pilot, "escape", brings=lambda: not columns())
        await press(pilot, "E", brings=columns)
        await press(pilot, "o", brings=lambda: columns() == (second, first, *rest))
        (_, by_outlets) = store_statements.grids(port.briefing, port.briefing.annotated(port.main.event_id))
        assert by_outlets.columns == (second, first, *rest)  # it is on disk, and goes out so
        await press(pilot, "u", brings=lambda: columns() == (first, second, *rest))


def test_columns_keep_their_order_when_their_counts_and_how_sure_they_are_change() -> None:
    def grid(*columns: str) -> BoardGrid:
        return BoardGrid("Accounts", columns, ("",) * len(columns), ())

    put = grid("Norland · 2 claims", "Sudland ? · 1 claim", "Roth · 1 claim").ordered(["Roth", "Sudland"])
    assert put.columns == ("Roth · 1 claim", "Sudland ? · 1 claim", "Norland · 2 claims")
    later = grid("Sudland · 4 claims", "Norland · 3 claims", "Roth ? · 2 claims").ordered(put.names)
    assert later.columns == ("Roth ? · 2 claims", "Sudland · 4 claims", "Norland · 3 claims")


async def test_the_board_goes_out_to_a_file_of_ones_choice(port: BriefingApp, tmp_path: Path) -> None:
    async with on_screen(port) as pilot:
        await accounts(port, pilot, "A call")
        await press(pilot, "x", sees="Export the accounts as")
        await press(pilot, *"html", "enter", sees="Export as html to")
        port.screen.query_one(Input).value = str(tmp_path / "board.html")
        await press(pilot, "enter", sees="Exported to")
        assert isinstance(port.screen, BoardScreen)
        written = (tmp_path / "board.html").read_text(encoding="utf-8")
        assert "Accounts · A call about the port" in written
        assert "Who printed what · A call about the port" in written
        assert "North Wire, Ledger ?" in written  # of one statement by rule


async def test_the_quotes_are_narrowed_to_what_several_outlets_report(port: BriefingApp) -> None:
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        listed = {item.quote.words for item in port.main.items if item.quote}
        assert len(listed) == 2
        await press(pilot, "f", *"outlets:>1", "enter", sees="1 of 2 statements")
        assert all("to see before Monday" in item.quote.words for item in port.main.items if item.quote)


async def test_counts_turn_from_quotes_to_statements_and_back(port: BriefingApp) -> None:
    async with on_screen(port) as pilot:
        await pilot.press("R", *"quotes of each speaker", "enter")
        await until(pilot, lambda: port.screen.query(DataTable) and "Quotes of each" in screen_text(port))
        assert port.screen.query_one(DataTable).get_row("Sergey Orlov")[-1].plain == "3"
        await pilot.press("c")
        await until(
            pilot, lambda: port.screen.query(DataTable) and "Statements of each speaker" in screen_text(port)
        )
        assert port.screen.query_one(DataTable).get_row("Sergey Orlov")[-1].plain == "2"
        await pilot.press("c")
        await until(pilot, lambda: port.screen.query(DataTable) and "Quotes of each" in screen_text(port))


async def test_what_a_speaker_said_over_time_is_listed_by_topic_and_leads_to_the_quote(
    port: BriefingApp, tmp_path: Path
) -> None:
    later = tmp_path / "later.md"
    head = "---\noutlet: Gazette\npublished: 2025-05-09\nevent: A call in May\n---\n"
    said = "“The port will open before the mines are cleared,” said Sergey Orlov, the minister."
    later.write_text(f"{head}# A call in May\n\n{said}\n", encoding="utf-8")
    import_sources(port.briefing, [str(later)])
    async with on_screen(port) as pilot:
        await press(pilot, "3", "g", "p", sees="Speaker: Sergey Orlov")
        await press(pilot, *"over time", "enter", sees="Sergey Orlov over time · 1 topic")
        assert "contradicts" in screen_text(port) and "“shut” against “open”" in screen_text(port)
        assert screen_text(port).count("┌ “") == screen_text(port).count("└ “") == 1
        assert "2025-05-09" in screen_text(port)  # the day in the list of quotes
        assert "“The port will open before the mines are cleared" in screen_text(port)
        assert "Gazette · ≠ contradicts" in screen_text(port)
        await pilot.press("down", "enter")
        await until(pilot, lambda: port.main.article and port.main.article.outlet in ("Gazette", "Courier"))


async def test_a_long_list_of_what_was_said_over_time_keeps_its_keys_and_is_offered_by_e(
    tmp_path: Path,
) -> None:
    said = tuple(
        (
            outlet,
            "\n\n".join(f"“We saw {word} at the port,” said Sergey Orlov, the minister." for word in words),
        )
        for outlet, words in (
            ("Globe", ("barges", "tugs", "rafts", "ferries", "tankers", "liners", "canoes")),
            ("Matin", ("cranes", "sheds", "ropes", "nets", "sails", "masts", "oars", "keels")),
        )
    )
    with reader_of(tmp_path, "Boats at the port", said) as app:
        async with on_screen(app) as pilot:
            await press(pilot, "3", "g", "e", sees="Through whom")
            await press(pilot, *"over time", "enter", sees="Sergey Orlov over time")
            assert "Enter goes to the quote" in screen_text(app)


async def test_every_key_that_the_grid_of_outlets_offers_gives_an_answer(mines: BriefingApp) -> None:
    app = mines
    async with on_screen(app, (160, 40)) as pilot:
        await accounts(app, pilot, "Mines off the port")
        await press(pilot, "o", sees="Who printed what")
        await press(pilot, "d", "j", "d", brings=lambda: screen_text(app).count("mines ? ·") == 2)
        assert "no other number, day or place found" not in screen_text(app)
        for key in "lhh":  # two outlets have no wording in one of the rows
            await pilot.press(key)
            board = app.screen.query_one(BoardList)
            if not board.chosen:
                break
        assert not board.chosen
        await press(pilot, "e", sees="Nobody is quoted here")


@pytest.mark.parametrize(
    ("name", "offered"), [("Mira Arden, the mayor", False), ("Sergey Orlov, the minister", True)]
)
async def test_a_quote_is_offered_to_be_joined_with_the_next_of_its_speaker_alone(
    tmp_path: Path, name: str, offered: bool
) -> None:
    said = f"“The port is shut,” said {name}.\n\n“The mines come first,” said Sergey Orlov, the minister.\n"
    with reader_of(tmp_path, "Mines off the port", [("Globe", said)]) as app:
        async with on_screen(app, (140, 50)) as pilot:
            await press(pilot, "3", "g", "e", sees="Through whom")
            assert ("with the next" in screen_text(app)) is offered


async def test_what_a_speaker_said_is_listed_by_day_also_where_no_two_are_on_one_topic(
    port: BriefingApp,
) -> None:
    async with on_screen(port) as pilot:
        await press(pilot, "3", "g", "p", sees="Speaker: Sergey Orlov")
        await press(pilot, *"over time", "enter", sees="Sergey Orlov over time · no two are on one topic")
        await until(pilot, lambda: screen_text(port).count("2025-03-04") == 2)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "over time" not in screen_text(port) and port.main.article)
        assert port.main.article and port.main.article.outlet == "North Wire"


async def test_words_that_stand_in_the_record_of_the_speakers_office_are_suggested_as_matched(
    port: BriefingApp, tmp_path: Path
) -> None:
    readout = tmp_path / "readout.md"
    head = "---\noutlet: Press service of Sergey Orlov\npublished: 2025-03-04\nevent: A call about the port\n---\n"
    said = "No talks are planned. The port will stay shut until the mines are cleared. Grain waits at sea."
    readout.write_text(f"{head}# On the call\n\n{said}\n", encoding="utf-8")
    import_sources(port.briefing, [str(readout)])
    async with on_screen(port) as pilot:
        await press(pilot, "3", "s", sees="as in the record")
        await press(pilot, "G", "S", sees="suggested: as in the record")
        await pilot.press("enter")  # the list begins there
        await until(pilot, lambda: "✓" in screen_text(port) and "suggested" not in screen_text(port))


async def test_the_statements_stay_in_sight_while_what_a_step_changed_is_found_anew(
    port: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        await press(pilot, "g", "m", sees="★")
        gate, before = Event(), port.main.annotated

        def found(*given: Any) -> list[Statement]:
            gate.wait(10)
            return list(store_statements.statements(*given))

        monkeypatch.setattr(
            StatementListing, "_read", lambda self, event: found(self._screen.briefing, event)
        )
        await pilot.press("u")
        await until(pilot, lambda: "Undid" in port.main.status.message and port.main.annotated is not before)
        assert len(port.main.items) > 2 and "★" in screen_text(port)
        gate.set()
        await until(pilot, lambda: "★" not in screen_text(port) and "2 statements" in screen_text(port))


async def test_statements_that_are_not_found_yet_are_not_counted(
    port: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Event()

    def read(self: StatementListing, event: AnnotatedEvent) -> list[Statement]:
        gate.wait(20)
        return list(store_statements.statements(self._screen.briefing, event))

    monkeypatch.setattr(StatementListing, "_read", read)
    async with on_screen(port) as pilot:
        await press(pilot, "3", "s", sees="statements of all outlets")
        assert "0 statements" not in screen_text(port)
        gate.set()
        await until_seen(pilot, "2 statements of all outlets")


async def test_below_a_quote_with_an_unsure_speaker_stands_how_sure_it_is(app: BriefingApp) -> None:
    async with on_screen(app, (160, 60)) as pilot:
        await press(pilot, "3", "s", sees="statements")
        unsure = {
            f"? {each.quote.confidence:.0%} sure · "
            for each in app.main.items
            if each.quote and each.quote.unsure
        }
        assert unsure
        await until(pilot, lambda: all(told in screen_text(app) for told in unsure))


async def test_statements_have_the_room_at_80x24_and_one_that_is_unfolded_is_seen_whole(
    app: BriefingApp,
) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "j", brings=lambda: app.main.article and len(app.main.items) == 5)
        await press(pilot, "3", "s", sees="15 statements")
        panes = app.main.panes
        await until(pilot, lambda: panes.quotes.size.height > panes.article.size.height)
        await press(pilot, "l", sees="the same words")
        text, _, listed = screen_text(app).partition("3 Quotes")
        assert "highly" in text  # the sentence it stands in
        unfolded = listed.split("“a good opportunity”")[0]
        assert all(
            words in unfolded
            for words in ("Dmitry Peskov ·", "“highly substantive”", "▾ 2 outlets", "Wire report ·")
        )
        await press(pilot, "2", brings=lambda: panes.quotes.size.height < panes.article.size.height)


MINES = tuple(
    (
        outlet,
        f"Sergey Orlov, the minister, said that {number} mines had been found off the port since January.",
    )
    for outlet, number in (("Globe", 40), ("Tribune", 60), ("Matin", 40))
)


@pytest.fixture
def mines(tmp_path: Path) -> Iterator[BriefingApp]:
    """The app on three reports of one event, of which one tells another number."""
    with reader_of(tmp_path, "Mines off the port", MINES) as app:
        yield app


async def test_outlets_that_tell_two_numbers_are_shown_as_differing_and_the_board_names_them(
    mines: BriefingApp,
) -> None:
    app = mines
    async with on_screen(app, (200, 40)) as pilot:
        await pilot.press("3", "s")
        await until(pilot, lambda: "2 outlets" in screen_text(app) and "≠" in screen_text(app))
        shown = screen_text(app)
        assert "40 / 60 mines ?" in shown and "3 outlets" not in shown
        await accounts(app, pilot, "Mines off the port")
        await press(pilot, "d", sees="differs: 40 / 60 mines ? · ")
        (told,) = (each for each in screen_text(app).splitlines() if "differs: 40" in each)
        outlets = told.partition("? · ")[2].partition(":")[0]
        first, _, second = outlets.partition(" / ")
        assert set(first.split(", ")) == {"Globe", "Matin"} and second == "Tribune"


WOUNDED = (
    (
        "North Wire",
        "Sergey Orlov, the minister, said that 12 sailors were wounded when the grain ship burnt.",
    ),
    ("Ledger", "Mira Arden, the mayor, said that 20 sailors were wounded when the grain ship burnt."),
)


async def test_an_opened_row_of_the_board_tells_what_differs_as_a_guess(tmp_path: Path) -> None:
    with reader_of(tmp_path, "A fire on a ship", WOUNDED) as app:
        async with on_screen(app) as pilot:
            await accounts(app, pilot, "A fire on a ship")
            assert "differs" not in screen_text(app).replace("what differs", "")
            await press(pilot, "d", sees="differs: 20 / 12 sailors ? · Mira Arden / Sergey Orlov")
            await press(pilot, "o", sees="Who printed what")
            none = "nothing to compare it with: it stands here once"  # one outlet has it
            assert none not in screen_text(app)  # no row of this face was opened
            await press(pilot, "d", sees=none)
            assert "no other number" not in screen_text(app)
            await press(pilot, "d", brings=lambda: none not in screen_text(app))
            assert "differs: " not in screen_text(app)


async def test_an_opened_row_of_what_outlets_give_alike_says_what_was_compared(tmp_path: Path) -> None:
    alike = tuple((outlet, text.replace("60", "40")) for outlet, text in MINES)
    with reader_of(tmp_path, "Mines off the port", alike) as app:
        async with on_screen(app, (160, 40)) as pilot:
            await accounts(app, pilot, "Mines off the port")
            await press(pilot, "d", sees="no other number, day or place found in its other wordings")
            await press(pilot, "o", sees="Who printed what")
            await press(pilot, "d", sees="no other number, day or place found in what the others say")


SHELLS = (
    ("North Wire", "Mira Arden, the mayor, said that Norland had shelled the grain port on Sunday morning."),
    (
        "Ledger",
        "Sergey Orlov, the minister, denied that its guns had shelled the grain port on Sunday morning.",
    ),
)


async def test_one_key_on_the_board_makes_a_fact_of_a_denial_that_a_rule_found(tmp_path: Path) -> None:
    with reader_of(tmp_path, "Shells on a port", SHELLS) as app:
        async with app.run_test(size=(160, 40)) as pilot:
            await until(pilot, lambda: app.main.annotated)
            await accounts(app, pilot, "Shells on a port")
            assert "denied? · " in screen_text(app) or "denies? · " in screen_text(app)
            await press(pilot, "d", sees="“denied”, and ")  # why a rule says so
            await pilot.press("d")
            board = app.screen.query_one(BoardList)
            row, column = next(
                (row, column)
                for row, those in enumerate(board.grid.rows)
                for column, cells in those.items()
                if any(each.offered for each in cells)
            )
            other = 1 - column
            await pilot.press(*("h", "h"), *("l",) * other, "L")
            await until(pilot, lambda: "Nothing is offered here" in screen_text(app))
            await pilot.press(*("h", "h"), *("l",) * column, "L")
            await until(pilot, lambda: "denied · " in screen_text(app) or "denies · " in screen_text(app))
            assert app.screen.query_one(BoardList).grid.stated().guesses == 0 and row == 0
            (orlov,) = (quote for _, _, quote in app.main.briefing.quotes() if "guns" in quote.words)
            (link,) = app.main.briefing.annotated(app.main.event_id).of(orlov.id, "linking")
            assert link.body["relation"] == "denies" and not link.body.get("inverse")
            await pilot.press("u")
            await until(pilot, lambda: "denied? · " in screen_text(app) or "denies? · " in screen_text(app))

            app.main.do(DiscardQuote(target_of(orlov)))  # as another program may, while the board is open
            await until(pilot, lambda: not any(each.quote(orlov.id) for each in app.main.articles))
            await pilot.press("L")
            await until(pilot, lambda: "Nothing is offered here" in screen_text(app))
            await until(pilot, lambda: "denied? · " not in screen_text(app))


async def test_at_80_columns_what_a_side_answers_stands_before_its_words(tmp_path: Path) -> None:
    with reader_of(tmp_path, "Shells on a port", SHELLS) as app:
        async with on_screen(app, (80, 24)) as pilot:
            await accounts(app, pilot, "Shells on a port")
            grid = app.screen.query_one(BoardList).grid
            (answers,) = (at for at, cells in grid.rows[0].items() if cells[0].relation)
            await pilot.press("h", *("l",) * (1 - answers))  # to the other side
            await until_seen(pilot, f"{grid.names[answers]} {grid.rows[0][answers][0].relation}: ")


async def test_the_side_of_a_speaker_is_said_on_the_board_and_taken_back(port: BriefingApp) -> None:
    def columns() -> tuple[str, ...]:
        return port.screen.query_one(BoardList).grid.columns if isinstance(port.screen, BoardScreen) else ()

    def side() -> str:
        return next(each.side for each in port.main.briefing.speakers().values() if "Orlov" in each.name)

    async with on_screen(port) as pilot:
        await press(pilot, "E", brings=lambda: columns() == ("Sergey Orlov · 2 claims",))
        await press(pilot, "e", sees="For whom Sergey Orlov speaks")
        assert "As the articles say" in screen_text(port)
        await press(pilot, *"russ", "enter", brings=lambda: columns() == ("Russia · 2 claims",))
        assert side() == "Russia"
        await press(pilot, "u", brings=lambda: columns() == ("Sergey Orlov · 2 claims",))
        assert side() == ""
        await press(pilot, "e", sees="For whom")
        await pilot.press(*"Port party", "enter")  # a side that is no state
        await until(pilot, lambda: columns() == ("Port party · 2 claims",))


async def test_the_side_of_a_speaker_is_said_among_what_is_said_of_them(port: BriefingApp) -> None:
    async with on_screen(port) as pilot:
        await press(pilot, "3", "g", "p", sees="Set the side")
        await press(pilot, *"the side", "enter", sees="For whom Sergey Orlov speaks")
        await pilot.press(*"land")  # which begins no name, though it stands in many
        await until_seen(pilot, "Another side: land")
        assert screen_text(port).index("Another side: land") < screen_text(port).index("Finland")
        await press(pilot, "ctrl+u", *"ireland", sees="Enter saves “Ireland”")
        await press(pilot, "ctrl+u", *"guinea b", sees="Enter saves “Guinea Bissau”")
        await pilot.press("ctrl+u", *"south")  # a whole word, and no row's whole name
        await until_seen(pilot, "Enter saves “Another side: south”")
        await pilot.press("ctrl+u", *"norw", "enter")
        await until(
            pilot, lambda: any(each.side == "Norway" for each in port.main.briefing.speakers().values())
        )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry runs at seven and at nine from Monday on. The fare stays as it is, and tickets are sold on board.",
        "“Nobody has asked us about the mines in the harbour.”",
    ],
)
async def test_the_board_of_an_event_where_nobody_speaks_says_so_and_takes_every_key(
    tmp_path: Path, text: str
) -> None:
    with reader_of(tmp_path, "A ferry and its fares", (("Ledger", text),)) as app:
        async with on_screen(app, (80, 24)) as pilot:
            await until(pilot, lambda: app.main.annotated)
            await press(pilot, "E", sees="Nobody is named for what is said of this event.")
            await pilot.press(*"lhjkdLgG<>", "enter")
            await press(pilot, "e", sees="Nobody is quoted here")
            await press(pilot, "o", sees="Who printed what · A ferry")
            await pilot.press(*"lhjkdgG<>")
            await press(pilot, "escape", brings=lambda: not app.screen.is_modal)


async def test_the_board_gives_help_and_says_at_80_columns_what_is_not_in_view(port: BriefingApp) -> None:
    async with on_screen(port, (80, 24)) as pilot:
        await accounts(port, pilot, "A call")
        assert "o outlets · x export" in screen_text(port) and "Esc closes" in screen_text(port)
        assert "L fact" not in screen_text(port)  # for nothing is offered
        await press(pilot, "o", sees="outlet 1 of 3, h l")
        await press(pilot, "l", sees="outlet 2 of 3, h l")
        assert "o sides · x export" in screen_text(port)
        await press(pilot, "question_mark", brings=lambda: isinstance(port.screen, HelpScreen))
        assert "Who printed what · A call about the port" in screen_text(port)
        assert "outlet 2 of 3" not in screen_text(port).partition("Who printed what")[2].partition("\n")[0]
        # What each key does, not the line of keys once more.
        assert "Say for whom the speaker of the cell speaks" in screen_text(port)
        assert "hjkl move" not in screen_text(port)
        await press(pilot, "escape", brings=lambda: isinstance(port.screen, BoardScreen))


SIDES = (
    (
        "新华社通讯",
        "“The port will stay shut,” French Foreign Minister Ida Lund said.\n\n“Paris asks for an answer,” she added.",
    ),
    ("Ledger", "“The port is open to all,” Russian Foreign Minister Sergey Orlov said."),
    ("Courier", "“Nobody has asked us about the mines.”"),
)


async def test_what_a_key_of_the_board_answers_is_seen_at_80x24(port: BriefingApp) -> None:
    async with on_screen(port, (80, 24)) as pilot:
        await accounts(port, pilot, "A call about the")
        await press(pilot, "L", sees="Nothing is offered here")
        port.main.controller(AnnotationController).imported = [each.id for each in port.main.articles]
        await press(pilot, "u", sees="An import came last: u in the panes takes that back first")
        await press(
            pilot, "escape", "u", brings=lambda: not port.main.rows
        )  # the import, as its last words say


async def test_the_board_at_80_columns_says_whole_what_is_in_none_of_its_columns(tmp_path: Path) -> None:
    with reader_of(tmp_path, "A call about the port and the mines", SIDES) as app:
        async with on_screen(app, (80, 24)) as pilot:
            await accounts(app, pilot, "A call about")
            await until_seen(pilot, "1 claim of nobody named left out │")


LONG = (
    ("Matin", "“Velmoran divers broke open the sluice at Tarsk,” French Foreign Minister Ida Lund said."),
    (
        "Ledger",
        "Russian Foreign Minister Sergey Orlov denied that Velmoran divers had broken open the sluice at Tarsk, in the"
        " night to Sunday or in any of the nights of that month.",
    ),
)


async def test_at_80_columns_the_answer_is_read_whole_in_the_row_of_the_cursor(tmp_path: Path) -> None:
    with reader_of(tmp_path, "Divers at a sluice", LONG) as app:
        async with on_screen(app, (80, 24)) as pilot:
            await accounts(app, pilot, "Divers")
            board = app.screen.query_one(BoardList)
            (answers,) = (at for at, cells in board.grid.rows[0].items() if "denied" in cells[0].words)
            await pilot.press("h", *("l",) * (1 - answers))  # to the other side
            await until_seen(pilot, "of that month · ")


async def test_a_silent_side_says_so_without_hiding_what_the_others_say(tmp_path: Path) -> None:
    with reader_of(tmp_path, "A call about the port and the mines", SIDES) as app:
        async with on_screen(app, (80, 24)) as pilot:
            await accounts(app, pilot, "A call about")
            await press(pilot, "l", "j", sees="not found in the article that quotes this side")
            board = app.screen.query_one(BoardList)
            assert not board.claims and board.cursor
            await pilot.resize_terminal(40, 24)
            await until_seen(pilot, "quotes this side")
            for key in ("k", "j"):
                await pilot.press(key)
            await until_seen(pilot, "quotes this side")
            await until_seen(pilot, "France: “")
            await press(pilot, "G", sees="– France: “")  # on the line of the sign


async def test_of_several_claims_in_one_place_of_the_board_one_is_chosen(port: BriefingApp) -> None:
    def cell(quote: Quote, *offered: str) -> BoardCell:
        return BoardCell(quote.words, (), ("Ledger",), quote.article, quote.id, (quote.id,), offered)

    chosen: list[BoardCell | None] = []
    async with on_screen(port) as pilot:
        first, second, third = (quote for _, _, quote in port.briefing.quotes())
        cells = cell(first), cell(second, "denies"), cell(third, "denies")
        grid = BoardGrid("Accounts", ("Norland · 3 claims",), ("",), ({0: cells},))
        known = chosen.append
        screen = BoardScreen([grid, grid], print, print, known, print, state=known)
        port.push_screen(screen, known)
        await until_seen(pilot, "e side · L fact")
        await press(pilot, "e", sees="Which of these 3")
        await press(pilot, "2", "enter", brings=lambda: chosen == [cells[1]])
        await press(pilot, "L", sees="Which of these 2")
        await press(pilot, "2", "enter", brings=lambda: chosen[1:] == [cells[2]])
        await press(pilot, "enter", sees="Which of these 3")
        await press(pilot, "1", "enter", brings=lambda: chosen[2:] == [cells[0]])


async def test_the_names_of_columns_stand_over_them_whatever_letters_they_have(tmp_path: Path) -> None:
    with reader_of(tmp_path, "A call about the port and the mines", SIDES) as app:
        async with on_screen(app, (160, 40)) as pilot:
            await accounts(app, pilot, "A call about")
            await pilot.press("o")
            await until(pilot, lambda: "Ledger · 1" in screen_text(app) and "open to all" in screen_text(app))
            lines = screen_text(app).splitlines()
            heading = next(line for line in lines if "Ledger · 1" in line)
            cell = next(line for line in lines if "“The port is open" in line)
            assert cell_len(heading.partition("Ledger")[0]) == cell_len(cell.partition("“The port is")[0])


async def test_what_a_rule_put_together_is_no_fact_in_the_list_either(port: BriefingApp) -> None:
    async with port.run_test(size=(120, 40)) as pilot:
        await statements(port, pilot)
        assert "2 outlets ?" in screen_text(port)
        await press(pilot, "g", "l", sees="one statement? same 3 of 3")
        await press(pilot, "j", "equals_sign", sees="2 outlets ·")  # said by the reader, it is one
        assert "one statement?" not in screen_text(port)


def told(outlet: str, words: str, kind: Kind = "direct", language: str = "en", **given: Any) -> Article:
    """Return a report of an outlet with one quote."""
    part = Selector.at(words, 0, len(words))
    quote = Quote(id=f"{outlet}0", article=outlet, kind=kind, parts=(part,), entity="Ida Lund", **given)
    return Article(
        id=outlet, event="e", headline="", outlet=outlet, text=words, language=language, quotes=(quote,)
    )


def told_rows(*articles: Article) -> list[QuoteRow]:
    """Return the rows of one statement of some reports, unfolded."""
    wordings = tuple(StatementWording(each.quotes[0], each) for each in articles)
    annotated = AnnotatedEvent(CoreEvent("e", "A call", "2025-03-04", articles), {})
    statement = Statement("e", (), wordings)
    return items_of_statements(annotated, [statement], LabelLookup({}, {}, str), {statement.base.quote.id})


@pytest.mark.parametrize(
    ("unfolded", "said"), [(False, "? 1 to decide, l shows them"), (True, "? 1 to decide, = or - on each")]
)
def test_what_is_to_be_decided_names_the_keys_for_it(unfolded: bool, said: str) -> None:
    one, other = told("Globe", "We shall not sit down"), told("Courier", "We will sit down with nobody")
    fullest = StatementWording(one.quotes[0], one)
    offered = StatementWording(other.quotes[0], other, why="alike", score=0.5)
    statement = Statement("e", (), (fullest,), offered=(offered,))
    keys = {"pane_right": "l", "same_statement": "=", "other_statement": "-"}
    assert said in coverage(statement, keys.__getitem__, unfolded=unfolded)


def test_an_outlet_is_no_stage_of_what_it_was_told_itself() -> None:
    own = told("The Tribune", "We shall not sit down", chain=("Tribune",))
    other = told("Globe", "would “not sit down”", "mixed", chain=("Tribune",))
    _, fullest, wording = told_rows(own, other)
    assert "via" not in fullest.coverage and "via Tribune" in wording.label
    (_, alone) = told_rows(own)
    assert "via" not in alone.coverage


def test_a_wording_in_another_language_says_so_and_is_not_compared_word_by_word() -> None:
    _, _, wording = told_rows(
        told("Tribune", "We shall not sit down"), told("Matin", "Nous resterons debout", language="fr")
    )
    assert wording.coverage == "in another language: fr, the fullest in en"


def test_a_speaker_of_two_languages_is_said_to_be_joined_by_the_reader_alone() -> None:
    one, other = (
        told("Tribune", "We shall not sit down"),
        told("Matin", "Nous resterons debout", language="fr"),
    )
    statements = [Statement("e", (), (StatementWording(each.quotes[0], each),)) for each in (one, other)]
    annotated = AnnotatedEvent(CoreEvent("e", "A call", "2025-03-04", (one, other)), {})
    keys = LabelLookup({}, {}, {"same_statement": "=", "pane_right": "l"}.__getitem__)
    heading, *_ = items_of_statements(annotated, statements, keys, set())
    assert heading.heading == "Ida Lund · 2 statements in en, fr: = joins"
    (((line, _), *_), *_) = quote_lines(heading, 44, (), again=False)
    assert line.startswith("Ida") and line.endswith("… · 2 statements in en, fr: = joins")


def test_the_day_of_saying_is_shown_as_inferred() -> None:
    one = told("Globe", "We shall not sit down")
    statement = Statement("e", (), (StatementWording(one.quotes[0], one),), day="2025-03-06")
    assert "said ~6 Mar 2025" in coverage(statement, str)


async def test_the_timeline_and_the_counts_count_statements_where_they_are_to_and_go_on_doing_so(
    port: BriefingApp,
) -> None:
    async with on_screen(port, (160, 48)) as pilot:
        await press(
            pilot, "1", "z", brings=lambda: screen_text(port).count("3 quotes") == 2
        )  # beside the footer's
        await press(pilot, "number_sign", sees="2 statements")
        await press(
            pilot, "R", *"quotes of each speaker by month", "enter", sees="Statements of each speaker"
        )
        await press(pilot, "c", sees="Quotes of each speaker by month")
        await press(pilot, "escape", brings=lambda: screen_text(port).count("3 quotes") == 2)
        await press(pilot, "number_sign", sees="2 statements")
    again = BriefingApp(Briefing.open(port.briefing.path), name="told")
    async with on_screen(again, (120, 40)) as pilot:
        await until_seen(pilot, "2 st")
        if "2 statements" in screen_text(again):  # the timeline alone, where that was still kept
            await press(pilot, "z", sees="2 st.")
        quote = again.main.items[0].quote
        assert quote
        again.main.do(DiscardQuote(target_of(quote)))
        await until_seen(pilot, "1 st.")
        await press(pilot, "u", sees="2 st.")
        await press(pilot, "number_sign", sees="3”")
    again.briefing.close()


async def test_the_config_says_what_the_program_counts_when_it_begins(port: BriefingApp) -> None:
    port.take_config(Config(count="statements"))
    async with on_screen(port, (120, 40)) as pilot:
        await press(pilot, "1", "z", sees="2 statements")
        await press(pilot, "number_sign", sees="begins with that again")
        await press(pilot, "z", brings=lambda: "2 statements" not in screen_text(port))
        port.take_config(Config(count="statements"))
        await until_seen(pilot, "2 st")
