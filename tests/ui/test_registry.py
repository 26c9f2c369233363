"""Every action of the table is done by somebody, whose module is not imported before the first key."""

from __future__ import annotations

import pytest

from tests.test_loaded_modules import modules
from tests.ui.conftest import until
from tui.settings.actions import ACTIONS
from tui.ui.app import BriefingApp


async def test_every_action_has_somebody_who_does_it(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article)
        main = app.main
        for action in ACTIONS:
            name = f"do_{action.id}"
            doers = [hasattr(main.walker, name), bool(main.doers.method(action.id)), hasattr(app, name)]
            assert any(doers), action.id
            assert sum(doers) == 1 or action.id == "quit_now", action.id


@pytest.mark.parametrize("module", ["dialogs", "annotate", "picking", "exporting", "reporting"])
def test_nothing_that_waits_for_a_key_is_imported_with_the_screen(module: str) -> None:
    loaded = modules("import tui.ui.app")
    assert "tui.ui.main_screen" in loaded
    assert f"tui.ui.{module}" not in loaded
