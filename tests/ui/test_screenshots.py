"""The README's pictures and the tables of keys show the program as it is."""

from __future__ import annotations

import pytest

from tools.take_screenshots import FOLDER, SCENES, Scene, draw
from tui.settings.actions import ACTIONS, BY_ID, key_name, keys_of
from tui.settings.surface import SURFACE


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screenshot_is_what_the_app_draws_now(scene: Scene) -> None:
    kept = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert await draw(scene) == kept, "draw them again: python -m tools.take_screenshots"


def surface_table() -> str:
    """Return the Markdown table of the keys that everybody is shown, as it stands in the README."""
    lines = ["| key | what it does |", "|---|---|"]
    for ids, about in SURFACE:
        keys = " ".join(f"`{key_name(keys_of(BY_ID[id], {})[0])}`" for id in ids.split())
        lines.append(f"| {keys} | {about} |")
    return "\n".join(lines)


def key_table() -> str:
    """Return the Markdown table of all keys, as it stands in docs/keys.md."""
    lines = ["| key | what it does | id |", "|---|---|---|"]
    for action in ACTIONS:
        typed = action.mode == "search"  # where a letter goes to the line
        keys = " ".join(f"`{key_name(key)}`" for key in keys_of(action, {}) if len(key) > 1 or not typed)
        keys = keys.replace("|", r"\|") or "by name in `:`"  # which would end the cell
        about = f"{action.group}: {action.help[0].lower()}{action.help[1:]}" if action.mode else action.help
        lines.append(f"| {keys} | {about} | {action.id} |")
    return "\n".join(lines)


@pytest.mark.parametrize(("file", "table"), [("README.md", surface_table()), ("docs/keys.md", key_table())])
def test_the_keys_are_those_of_the_one_table(file: str, table: str) -> None:
    assert table in (FOLDER.parent / file).read_text(encoding="utf-8"), f"put this there:\n{table}"


def test_no_key_does_two_things() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
