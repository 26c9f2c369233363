"""Every action of the table is done by one controller, whose module is not imported before the first key."""

from __future__ import annotations

from collections import Counter
from importlib import import_module

import pytest

from tests.test_house import modules
from tests.ui.conftest import until
from tui.settings.actions import ACTIONS, BY_ID, ends_mode, in_mode, keys_of
from tui.ui.app import BriefingApp
from tui.ui.controllers.registry import _WHERE, MODULE_OF


async def test_every_action_has_one_doer(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article)
        registry = app.main.controllers
        doers: Counter[str] = Counter()
        for module, (name, actions) in _WHERE.items():
            kind = getattr(import_module(f"tui.ui.controllers.{module}"), name)
            offered = registry.get(kind).doers() if hasattr(kind, "doers") else {}
            assert set(offered) == set(actions.split()), module
            doers.update(list(offered))
        assert doers == Counter(action.id for action in ACTIONS)
        assert all(callable(registry.doer(action.id)) for action in ACTIONS)
    assert set(MODULE_OF) == set(BY_ID)


@pytest.mark.parametrize(
    "module",
    [
        "dialogs.base",
        *(f"controllers.{name}" for name in ("annotations", "text_selection", "export", "reports")),
    ],
)
def test_nothing_that_waits_for_a_key_is_imported_with_the_screen(module: str) -> None:
    loaded = modules("import tui.ui.app")
    assert "tui.ui.main_screen" in loaded
    assert f"tui.ui.{module}" not in loaded


def test_a_key_does_one_thing_in_each_mode() -> None:
    for mode in ("select", "mark", "search"):
        keys = [key for action in ACTIONS if action.mode == mode for key in keys_of(action, {})]
        assert len(keys) == len(set(keys)), mode
    assert in_mode("select", "open_url").id == "swap_end" and in_mode("", "open_url").id == "open_url"
    assert keys_of(BY_ID["swap_end"], {"open_url": ("ctrl+o",)}) == ("ctrl+o",)
    assert ends_mode("select", BY_ID["page_down"]) and not ends_mode("select", BY_ID["swap_end"])
