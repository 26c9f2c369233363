"""The keys that the bottom line teaches: those of the pane, or of what is selected or marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.view.actions import ACTIONS, BY_ID, key_name

if TYPE_CHECKING:
    from tui.view.app import BriefingApp
    from tui.view.main_screen import MainScreen


def hints(screen: MainScreen, taken: int) -> str:
    """Return the keys that do something now, as many as fit: half a word teaches nothing."""
    app = cast("BriefingApp", screen.app)
    room = app.size.width - taken - 6
    told = [(one.id, one.label) for one in ACTIONS if screen.pane[0] in one.hint]
    said = ""
    if (picker := screen.doers.made("picking")) and picker.on:
        told = list(picker.hints)
    elif (marker := screen.doers.made("marking")) and marker.on:
        told, said = list(marker.hints), marker.says
    for action, label in told:
        hint = f"{key_name(app.keys_of(BY_ID[action])[0])} {label}"
        if len(said) + len(hint) + 2 <= room:
            said += f"  {hint}" if said else hint
    return said
