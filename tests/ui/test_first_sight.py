"""A word of the glossary is explained once, where it first appears."""

from __future__ import annotations

from functools import partial

from tests.ui.conftest import on_screen, on_unsure_quote, press, screen_text, until, until_seen
from tui.commands.saved_searches import SaveView
from tui.settings import state
from tui.settings.glossary import GLOSSARY
from tui.ui.app import BriefingApp


async def test_a_word_is_explained_where_it_first_appears_and_never_again(app: BriefingApp) -> None:
    meaning = GLOSSARY["mixed"]
    async with on_screen(app) as pilot:
        assert not {"unsure ?", "mixed"} & set(state.explained_words())
        await on_unsure_quote(app, pilot)
        await until_seen(pilot, "unsure ?: the speaker is a guess")
        await pilot.press("j")
        app.main.say("")
        await press(pilot, "k", sees=f"mixed: {meaning}")
        assert {"unsure ?", "mixed"} <= set(state.explained_words())
        app.main.say("Something else.")
        await pilot.press("j", "k")
        await until(pilot, lambda: "Something else." in screen_text(app) and meaning not in screen_text(app))


def test_each_word_is_explained_in_one_line_of_a_small_terminal() -> None:
    assert [word for word, meaning in GLOSSARY.items() if len(f"{word}: {meaning}") > 76] == []


async def test_a_reader_who_knows_them_is_told_nothing(app: BriefingApp) -> None:
    state.set_explained_words(list(GLOSSARY))
    async with on_screen(app) as pilot:
        await press(pilot, "3", "j", "j", brings=lambda: app.main.quote)
        assert app.main.status.message == ""


async def test_what_the_statements_and_the_readers_own_signs_are_is_said_once(app: BriefingApp) -> None:
    known = [word for word in GLOSSARY if word not in ("statement", "tag")]
    state.set_explained_words(known)
    async with on_screen(app) as pilot:
        await press(pilot, "3", "s", sees="12 statements")
        await press(pilot, "j", sees=f"statement: {GLOSSARY['statement']}")
        await press(pilot, "t", *"denial", "enter", sees="#denial")
        app.main.say("")
        await until_seen(pilot, f"tag: {GLOSSARY['tag']}")


async def test_each_pane_says_what_it_holds_when_it_is_first_entered(app: BriefingApp) -> None:
    state.set_explained_words([word for word in GLOSSARY if word not in PANES])
    app.briefing.do(SaveView("Macron", "speaker:macron"))
    async with on_screen(app) as pilot:
        for keys, word in (
            ("1", "saved search"),
            ("1j", "event"),
            ("2", "article"),
            ("3", "quote"),
            ("s", "whose quotes"),
        ):
            app.main.say("")
            await press(pilot, *keys, brings=partial(said, app, f"{word}: {GLOSSARY[word]}"))
        assert set(PANES) <= set(state.explained_words())
        app.main.say("")
        await press(pilot, "1", "2", "3", brings=lambda: app.main.panes.current == "quotes")
        assert app.main.status.message == ""


def said(app: BriefingApp, words: str) -> bool:
    """Tell whether something is on the screen."""
    return words in screen_text(app)


PANES = ("event", "article", "quote", "saved search", "whose quotes")
