"""All actions are found by any word for them, and what cannot be done now says why."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.core.text import one_line
from tui.settings import paths, state
from tui.settings.actions import ACTIONS, BY_ID, FORMER_IDS, Action, key_name
from tui.settings.config import Config
from tui.settings.config_reader import load_config
from tui.settings.page_budget import PageBudget
from tui.settings.synonyms import SYNONYMS
from tui.ui.action_search import ranked
from tui.ui.app import BriefingApp
from tui.ui.dialogs.palette import ABOUT, KEY, NAME
from tui.ui.text_editor import command_at

READING = [action for action in ACTIONS if not action.mode]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tag", "tag"),
        ("tags", "tags"),
        ("codebook", "tags"),
        ("scope", "whose_quotes"),
        ("report", "counts"),
        ("save view", "save_search"),
        ("zoom", "zoom"),
        ("full screen", "zoom"),
        ("rss", "feeds"),
        ("find", "search"),
        ("correct", "edit"),
        ("config", "settings"),
        ("setings", "settings"),
        ("codebok", "tags"),
        ("raw page", "cut"),
        ("browser", "open_url"),
        ("open_url", "open_url"),
        ("STATUS", "status"),
        ("quote linked to", "linked"),
        ("wrong speaker", "edit"),  # of this quote; `p` renames and merges the person
        ("merge speakers", "speaker"),
        ("bibliography", "export"),
        ("who tells whom", "pictures"),
        ("mail", "press_review"),
        ("stop", "back"),
    ],
)
def test_the_first_that_is_found_is_the_one_meant(typed: str, found: str) -> None:
    assert [action.id for action in ranked(typed, READING)][:1] == [found]


def test_nothing_typed_lists_what_was_chosen_lately_first_and_movement_last() -> None:
    order = [action.id for action in ranked("", READING, ["theme", "counts"])]
    assert order[:2] == ["theme", "counts"]
    assert set(order) == {action.id for action in READING}
    walking = {action.id for action in READING if action.group in ("Move", "Panes")}
    assert {"down", "next", "page_up", "pane_left"} < walking == set(order[-len(walking) :])
    assert ranked("qzxqzx", READING) == []


def test_other_words_are_those_of_actions_there_are() -> None:
    ids = {action.id for action in ACTIONS}
    assert set(SYNONYMS) <= ids and set(FORMER_IDS.values()) <= ids and not set(FORMER_IDS) & ids


async def test_the_palette_has_columns_and_says_where_nothing_fits(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "colon", sees="What it does")
        await press(pilot, *"scope", sees="whose quotes")
        shown = screen_text(app).splitlines()
        heading = next(line for line in shown if "What it does" in line)
        row = next(line for line in shown if "whose quotes" in line)
        assert heading.index("What it does") == row.index("List quotes")
        assert heading.index("Key") + 2 == len(row.rstrip(" │")) - 1
        await press(pilot, "ctrl+u", *"xqz", sees="Nothing is called so")
        await pilot.press("enter")
        assert "Nothing is called so" in screen_text(app)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_no_name_and_no_description_is_longer_than_80_columns_have_room_for(action: Action) -> None:
    assert len(action.label) <= NAME and len(action.help) <= ABOUT
    assert len(" ".join(map(key_name, action.keys[:2]))) <= KEY


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (60, 24), (40, 12)])
async def test_the_palette_says_in_full_what_the_highlighted_action_does(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    def said(about: str) -> bool:
        return about in one_line(screen_text(app).replace("│", " "))

    async with on_screen(app, size) as pilot:
        await pilot.press("colon")
        for name, about in (("pictures", BY_ID["pictures"].help), ("join", BY_ID["join"].help)):
            await press(pilot, "ctrl+u", *name, brings=partial(said, about))
            box = app.screen.query_one(".list").region
            lines = screen_text(app).splitlines()[box.y : box.bottom]
            assert "…" not in "".join(line[box.x : box.right] for line in lines)
        await press(pilot, "ctrl+u", *"xqz", brings=lambda: not said(BY_ID["join"].help))


async def test_what_cannot_be_done_now_is_found_by_its_name_and_says_why(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "colon", *"speaker", "enter", sees="There is no quote here")
        await press(pilot, "colon", *"tag", "enter", sees="Tags of")
        await press(pilot, "escape", "colon", sees="What it does")
        shown = screen_text(app)
        assert shown.index("Tag the quote") < shown.index(
            "Find, with the searches"
        ) and state.recent_actions() == ["tag", "speaker"]


async def test_a_theme_shows_as_it_is_highlighted_and_esc_leaves_the_one_there_was(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        before = app.theme
        await press(pilot, "colon", *"theme", "enter", sees="reading-room-light")
        await press(pilot, "down", brings=lambda: app.theme == "reading-room-light")
        await press(pilot, "escape", brings=lambda: app.theme == before)
        assert state.get_theme() == ""


async def test_settings_opens_the_config_and_takes_up_what_it_says_then(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = 'theme = "nord"\n[keys]\nstar = "ctrl+o"\n'

    asked_for = []

    def write(path: object, _: object, line: int) -> str:
        assert path == paths.config_file()
        asked_for.append(line)
        paths.config_file().write_text(says)
        return ""

    monkeypatch.setattr("tui.ui.controllers.program.edit", write)
    async with on_screen(app) as pilot:
        await app.main.act("settings")
        await until(pilot, lambda: app.theme == "nord")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: app.main.annotated and app.main.annotated.starred(app.main.event_id))
        says = '[keys]\nstar = "ctrl+oo"\n'
        await app.main.act("settings")
        await until(pilot, lambda: "line 2: [keys] star" in " ".join(screen_text(app).split()))
        assert app.config.keys == {}  # as it is without the file
        says = says.replace("ctrl+oo", "ctrl+o")
        await app.main.act("settings")
        await until_seen(pilot, "1 mistake in config.toml")
        await press(pilot, "enter", brings=lambda: app.config.keys == {"star": ("ctrl+o",)})
        assert asked_for == [0, 0, 2]


async def test_the_titles_of_panes_name_the_keys_that_config_has_for_them(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(path: Path, *_: object) -> str:
        path.write_text('[keys]\nquotes = "f5"\narticle = []\n')
        return ""

    monkeypatch.setattr("tui.ui.controllers.program.edit", write)
    async with on_screen(app) as pilot:
        await until_seen(pilot, "3 Quotes")
        await app.main.act("settings")
        await until_seen(pilot, "F5 Quotes")
        assert "1 Events" in screen_text(app)
        assert "2 Article" not in screen_text(app)


async def test_settings_without_a_file_begin_with_one_that_names_each_with_its_default(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def look(path: Path, *_: object) -> str:
        opened.append(path.read_text("utf-8"))
        return ""

    monkeypatch.setattr("tui.ui.controllers.program.edit", look)
    async with on_screen(app) as pilot:
        await app.main.act("settings")
        await until(pilot, lambda: opened)
    assert load_config() == Config()
    lines = [line.removeprefix("# ") for line in opened[0].splitlines()[1:]]
    paths.config_file().write_text("\n".join(lines), "utf-8")
    config = load_config()
    assert config.mistakes == ()
    assert (config.page, config.copy_as, config.theme) == (PageBudget(), "plain", "reading-room")
    assert config.width and config.copy and config.keys == {"tag": ("t",)}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_reader_starts_with_mistakes_in_the_config_and_says_so_until_they_are_looked_at(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text('theme = "norde"\n[keys]\nstar = "ctrl+oo"\nnote = "ctrl+e"\n')
    app.take_config(load_config(themes=app.available_themes))

    def top() -> str:
        return screen_text(app).splitlines()[0]

    async with on_screen(app, size) as pilot:
        await until(
            pilot, lambda: "line 1: theme: there is none called “norde”" in one_line(screen_text(app))
        )
        app.main.status.end()
        await until(pilot, lambda: "line 1" not in screen_text(app))
        assert "2 mistakes in config.toml" in top()
        await pilot.press("3", "ctrl+e")  # what is right holds
        await until(pilot, lambda: len(app.screen_stack) > 1)
        await pilot.press("escape")
        await app.main.act("settings")
        await until(pilot, lambda: "line 3: [keys] star:" in one_line(screen_text(app)))
        await press(pilot, "escape", brings=lambda: "mistakes" not in screen_text(app))


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vi", "vi +3 c.toml"),
        ("/usr/bin/nano -w", "/usr/bin/nano -w +3 c.toml"),
        ("code --wait", "code --wait -g c.toml:3"),
        ("hx", "hx c.toml:3"),
        ("ed", "ed c.toml"),
    ],
)
def test_editors_are_told_of_a_line_as_each_understands_it(editor: str, command: str) -> None:
    assert command_at(editor, Path("c.toml"), 3) == command.split()
    assert command_at(editor, Path("c.toml"), 0) == [*editor.split(), "c.toml"]


async def test_settings_tells_where_they_are_where_no_editor_can_be_run(app: BriefingApp) -> None:
    async with on_screen(app, (160, 40)) as pilot:
        await app.main.act("settings")  # no terminal to hand over
        await until_seen(pilot, "Set $EDITOR")
        assert "config.toml" in screen_text(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_who_named_no_editor_is_told_which_one_opens_and_how_it_is_left(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.delenv("EDITOR")
    monkeypatch.setattr(
        "tui.ui.text_editor.shutil.which", lambda name: f"/bin/{name}" if name == "vi" else None
    )
    async with on_screen(app, size) as pilot:
        await app.main.act("settings")
        await until_seen(pilot, "Open config.toml in vi")
        assert ":q!" in screen_text(app)
        await press(pilot, "escape", brings=lambda: app.screen is app.main)
        assert not paths.config_file().exists()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_keys_of_the_palette_are_in_view(app: BriefingApp, size: tuple[int, int]) -> None:
    async with on_screen(app, size) as pilot:
        await press(pilot, "colon", sees="Enter does it")
