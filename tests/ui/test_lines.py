"""Lines that are typed into: every printable key is theirs, and what is pasted into them is one text."""

from __future__ import annotations

import string
from functools import partial
from itertools import zip_longest
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from tests.support.pages import HARBOUR
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.annotations import AddTags
from tui.commands.base import Command
from tui.core.model import AnnotationTarget
from tui.store.executor import CommandExecutor
from tui.ui.app import BriefingApp
from tui.ui.dialogs.help_screen import HelpScreen
from tui.ui.dialogs.path_prompt import PathLine
from tui.ui.panes.wrap import fit, fit_name

PRINTABLE = [
    "space" if each == " " else each
    for each in (*string.ascii_letters, *string.digits, *string.punctuation, " ")
]
LINES: dict[str, list[str]] = {
    "find": ["1 slash"],
    "find in the article": ["2 slash"],
    "find in the quotes": ["3 f"],
    "saved searches": ["O"],
    "name of a search": ["slash k i n d : m i x e d enter F"],
    "tag": ["3 g t"],
    "tag all": ["3 T"],
    "tag several": ["3 g v j t"],
    "note": ["3 g a"],
    "note on several": ["3 g v j a"],
    "correct": ["3 g e"],
    "speaker of a quote": ["3 g e", "Correct the quote", "1 enter", "Whose words"],
    "original wording": ["3 g e", "Correct the quote", "w o r d i n g enter", "Through whom came"],
    "who a speaker is": ["3 g p"],
    "name of a speaker": ["3 g p", "Speaker:", "1 enter", "New name of"],
    "another name": ["3 g p", "Speaker:", "3 enter", "Another name of"],
    "role": ["3 g p", "Speaker:", "4 enter", "Role of"],
    "note on a speaker": ["3 g p", "Speaker:", "N o t e enter", "Note on"],
    "speaker to merge into": ["3 g p", "Speaker:", "2 enter", "is the same as"],
    "field of an event": ["1 e", "Correct the event", "1", "Esc leaves it"],
    "fields of an article": ["2 g e", "Correct the article", "f o r m enter", "Tab the next"],
    "status": ["3 g S"],
    "evidence": ["3 g S", "Status of", "m o r e enter", "Evidence"],
    "tags": ["C", "Tags of the briefing"],
    "name of a tag": ["C", "Tags of the briefing", "enter", "Rename", "R e n enter", "New name of"],
    "meaning of a tag": ["C", "Tags of the briefing", "enter", "Rename", "D e s c enter", "Meaning"],
    "command to pipe to": ["3 g vertical_line"],
    "palette": ["colon"],
    "path": ["i"],
    "feed": ["I"],
    "briefings": ["b"],
    "name of a new briefing": ["b", "Briefings", "up enter", "Name of the new"],
    "export": ["x"],
    "file name": ["x", "Export as", "m a r k d o w n enter", " to"],
    "merge": ["1 M"],
    "move": ["2 V"],
    "history": ["H"],
    "help": ["question_mark slash"],
}
"""How each line is opened: keys, and in turn what stands on the screen before the next ones are pressed."""

WRITTEN = ("catalogue.json", "codebook.json", "speakers.json", "journal.jsonl", "events", "sources")


def written(folder: Path) -> dict[str, bytes]:
    """Return the files of a briefing: all that a command would change."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for name in WRITTEN
        for path in [folder / name, *(folder / name).rglob("*")]
        if path.is_file()
    }


def text_of(line: object) -> str:
    """Return what stands in a line, or in the lines of a note."""
    return line.value if isinstance(line, Input) else line.text if isinstance(line, TextArea) else ""


def shows(app: BriefingApp, words: str) -> bool:
    """Tell whether some words stand on the screen."""
    return words in screen_text(app)


async def open_line(app: BriefingApp, pilot: Pilot[int], steps: list[str]) -> None:
    """Open a line, and wait until it has the keys."""
    await until(pilot, lambda: app.main.items and app.main.quote_id)
    for keys, words in zip_longest(steps[::2], steps[1::2], fillvalue=""):
        await press(pilot, *keys.split(), brings=partial(shows, app, words))
        await until(pilot, lambda: isinstance(app.focused, Input | TextArea))


def burst(app: BriefingApp, *keys: str) -> None:
    """Send keys as a terminal does, nobody waiting between two of them."""
    for key in keys:
        app.post_message(
            events.Key(key, {"slash": "/", "space": " "}.get(key, key if len(key) == 1 else None))
        )


@pytest.mark.parametrize("steps", LINES.values(), ids=LINES.keys())
async def test_every_printable_key_is_typed_and_does_nothing_else(
    app: BriefingApp, store: Path, monkeypatch: pytest.MonkeyPatch, steps: list[str]
) -> None:
    row = app.briefing.rows()[0]
    app.briefing.do(AddTags([AnnotationTarget("event", row["id"], "")], ["to check"]))
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot, steps)
        main, where = app.main, app.screen
        was = main.event_id, main.article_id, main.panes.current, written(store)
        asked: list[str] = []

        def do(_: object, command: Command) -> None:
            if not getattr(command, "passive", False):  # which marks as read what is in sight for long enough
                asked.append(repr(command))

        async def act(action_id: str) -> None:
            asked.append(action_id)

        monkeypatch.setattr(main, "act", act)
        monkeypatch.setattr(CommandExecutor, "do", do)
        for _ in range(2):
            burst(app, *PRINTABLE)
            await pilot.press("tab")
        assert set(asked) <= {"complete_search"}
        line = app.focused
        assert app.screen is where and isinstance(line, Input | TextArea)
        assert (main.event_id, main.article_id, main.panes.current, written(store)) == was
        if not isinstance(line, PathLine):  # which takes what has several lines for a page
            app.post_message(events.Paste("zwei\rZeilen\r"))
            gap = " " if isinstance(line, Input) else "\n"
            await until(pilot, lambda: f"zwei{gap}Zeilen" in text_of(line))
        assert app.screen is where and written(store) == was[-1]


async def test_what_is_typed_in_one_go_with_the_key_of_the_line_is_typed_into_it(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        steps = len(app.briefing.history(50))
        burst(app, "slash", *"macd")
        await until(pilot, lambda: app.main.search.pane and app.main.search.line.input.value == "macd")
        await pilot.press("escape")
        burst(app, "slash", *"xyzzy", "enter")
        await until(pilot, lambda: app.main.found == {} and not app.main.search.typing)
        assert app.main.search.text == "xyzzy" and len(app.briefing.history(50)) == steps
        burst(app, "escape", "3", "g", "t", *"denial", "enter")
        await until_seen(pilot, "#denial")
        assert len(app.briefing.history(50)) == steps + 1


async def test_keys_in_one_go_with_steps_in_the_timeline_are_for_the_event_the_cursor_came_to(
    app: BriefingApp,
) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "1", "g", brings=lambda: app.main.annotated)
        burst(app, "j", "j", "E")
        name = app.briefing.rows()[2]["name"]
        await until_seen(pilot, f"Accounts · {name[:30]}")
        await pilot.press("escape")
        burst(app, "k", "m")
        await until_seen(pilot, "Starred 1 event")
        assert app.briefing.annotated(app.briefing.rows()[1]["id"]).of(
            app.briefing.rows()[1]["id"], "bookmarking"
        )


@pytest.mark.parametrize("keys", [["E"], ["i"], ["percent_sign"], ["3", "p"]], ids=" ".join)
async def test_help_asked_for_in_one_go_with_a_dialog_lies_over_it(app: BriefingApp, keys: list[str]) -> None:
    async with on_screen(app) as pilot:
        burst(app, *keys, "f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is not app.main and not isinstance(app.screen, HelpScreen))


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\u2028"])
async def test_lines_end_as_they_like_in_what_is_pasted(app: BriefingApp, end: str) -> None:
    page = end.join(HARBOUR.split("\n"))
    async with on_screen(app) as pilot:
        app.post_message(events.Paste(page))
        await until_seen(pilot, "Import this page?")
        await press(pilot, "escape", "i", brings=lambda: isinstance(app.focused, Input))
        app.post_message(events.Paste(page))
        await until_seen(pilot, "Import this page?")
        await pilot.press("escape", "3", "g", "slash")
        app.post_message(events.Paste(f"kind:direct{end}macron{end}"))
        await until(pilot, lambda: app.main.search.text == "kind:direct macron")
        await pilot.press("escape", "t")
        await until(pilot, lambda: isinstance(app.focused, Input) and app.screen is not app.main)
        app.post_message(events.Paste(f"denied,{end}to check"))
        await until(pilot, lambda: isinstance(app.focused, Input) and app.focused.value == "denied, to check")


@pytest.mark.parametrize("keys", [["3", "S"], ["3", "e"], ["3", "a"], ["3", "t"], ["b"], ["x"], ["i"]])
async def test_a_dialog_says_its_keys_in_whole_words_on_the_smallest_screen(
    app: BriefingApp, keys: list[str]
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: app.main.quote_id)
        await press(pilot, *keys, brings=lambda: app.screen is not app.main)
        await until_seen(pilot, "Enter")
        line = next(each for each in screen_text(app).split("\n") if "Enter" in each).strip("│ ")
        full = " ".join(str(each.content) for each in app.screen.query(".hint").results(Static))
        assert set(line.split(" · ")) <= set(full.split(" · "))


async def test_what_completes_and_chooses_waits_for_the_letters_before_it(app: BriefingApp) -> None:
    row = app.briefing.rows()[0]
    app.briefing.do(AddTags([AnnotationTarget("event", row["id"], "")], ["alpha", "beta"]))
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot, ["3 g t"])
        burst(app, *"alp", "tab", *"bet", "tab")
        await until(pilot, lambda: text_of(app.focused) == "alpha, beta, ")
        await pilot.press("escape")
        await press(pilot, "x", brings=lambda: isinstance(app.focused, Input))
        burst(app, *"table", "down", "enter")
        await until_seen(pilot, "Export as tags to")


def test_what_a_line_has_no_room_for_is_left_out_in_whole_words() -> None:
    said = "what somebody is said to have said, direct, mixed"
    assert fit(said, 46) == "what somebody is said to have said, direct…"
    assert fit(said, 43) == "what somebody is said to have said, direct…"
    assert fit("headline, outlet, date, … of the article", 26) == "headline, outlet, date…"
    assert fit("Rindfleischetikettierung", 9) == "Rindflei…"
    assert [fit("a line", width) for width in (6, 1, 0)] == ["a line", "…", ""]


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("Emmanuel Macron", 15, "Emmanuel Macron"),
        ("Emmanuel Macron", 11, "Emm… Macron"),
        ("Emmanuel Macron", 6, "Emman…"),
        ("Jean-Yves Le Drian", 15, "Jean-Yve… Drian"),
        ("Kremlin readout", 10, "Kremlin…"),
        ("Ida Lund; Nils Berg", 14, "Ida Lund…"),
    ],
)
def test_a_name_without_room_keeps_its_surname(name: str, width: int, shown: str) -> None:
    assert fit_name(name, width) == shown
