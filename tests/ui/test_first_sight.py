"""A word of the glossary is explained once, where it first appears."""

from __future__ import annotations

from functools import partial

from tests.ui.conftest import on_unsure_quote, screen_text, until
from tui.commands.saved_searches import SaveView
from tui.settings import state
from tui.settings.glossary import GLOSSARY
from tui.ui.app import BriefingApp


async def test_a_word_is_explained_where_it_first_appears_and_never_again(app: BriefingApp) -> None:
    meaning = GLOSSARY["mixed"]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article)
        assert not {"unsure ?", "mixed"} & set(state.explained_words())
        await on_unsure_quote(app, pilot)
        await until(pilot, lambda: "unsure ?: the speaker is a guess" in screen_text(app))
        await pilot.press("j")
        app.main.say("")
        await pilot.press("k")
        await until(pilot, lambda: f"mixed: {meaning}" in screen_text(app))
        assert {"unsure ?", "mixed"} <= set(state.explained_words())
        app.main.say("Something else.")
        await pilot.press("j", "k")
        await until(pilot, lambda: "Something else." in screen_text(app) and meaning not in screen_text(app))


def test_each_word_is_explained_in_one_line_of_a_small_terminal() -> None:
    assert [word for word, meaning in GLOSSARY.items() if len(f"{word}: {meaning}") > 76] == []


async def test_a_reader_who_knows_them_is_told_nothing(app: BriefingApp) -> None:
    state.set_explained_words(list(GLOSSARY))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article)
        await pilot.press("3", "j", "j")
        await until(pilot, lambda: app.main.quote)
        assert app.main.status.message == ""


async def test_what_the_statements_and_the_readers_own_signs_are_is_said_once(app: BriefingApp) -> None:
    known = [word for word in GLOSSARY if word not in ("statement", "tag")]
    state.set_explained_words(known)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items)
        await pilot.press("3", "s")
        await until(pilot, lambda: "11 statements" in screen_text(app))
        await pilot.press("j")
        await until(pilot, lambda: f"statement: {GLOSSARY['statement']}" in screen_text(app))
        await pilot.press("t", *"denial", "enter")
        await until(pilot, lambda: "#denial" in screen_text(app))
        app.main.say("")
        await until(pilot, lambda: f"tag: {GLOSSARY['tag']}" in screen_text(app))


async def test_each_pane_says_what_it_holds_when_it_is_first_entered(app: BriefingApp) -> None:
    state.set_explained_words([word for word in GLOSSARY if word not in PANES])
    app.briefing.do(SaveView("Macron", "speaker:macron"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items)
        for keys, word in (
            ("1", "saved search"),
            ("1j", "event"),
            ("2", "article"),
            ("3", "quote"),
            ("s", "whose quotes"),
        ):
            app.main.say("")
            await pilot.press(*keys)
            await until(pilot, partial(said, app, f"{word}: {GLOSSARY[word]}"))
        assert set(PANES) <= set(state.explained_words())
        app.main.say("")
        await pilot.press("1", "2", "3")
        await until(pilot, lambda: app.main.panes.current == "quotes")
        assert app.main.status.message == ""


def said(app: BriefingApp, words: str) -> bool:
    """Tell whether something is on the screen."""
    return words in screen_text(app)


PANES = ("event", "article", "quote", "saved search", "whose quotes")
