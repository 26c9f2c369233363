"""The reader, from a folder to its end: what is opened, what goes wrong, what is kept for the next start."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.settings import last_frame, paths, state
from tui.store import library, shelf
from tui.store.briefing import StoreError
from tui.ui.app import BriefingApp, open_briefing

if TYPE_CHECKING:
    from tui.settings.last_frame import ShownFrame


def run(
    store: Path,
    *,
    name: str = "",
    read_only: bool = False,
    shown: ShownFrame | None = None,
    asked: tuple[str, str] = ("", ""),
) -> int:
    """Open the briefing in the folder `store` on the terminal, to write to it or not; return the exit status.

    `shown` is its last screen where the terminal shows it, `asked` by what folder and by what name the briefing was
    asked for, each "" where it was not. Raises `SettingsError`.
    """
    try:
        briefing = open_briefing(store, create=True)
    except StoreError as error:
        raise paths.SettingsError(str(error)) from None
    if not read_only and store.parent == paths.briefings_dir():
        library.set_last(name)
    app = BriefingApp(briefing, name=name, read_only=read_only, shown=shown)
    if paths.config_file().is_file():  # else the app has the defaults
        from tui.settings.config_reader import load_config

        app.take_config(load_config(themes=app.available_themes))
    # A search or a count beside the reader may not hold a key up for the five milliseconds that are usual.
    sys.setswitchinterval(0.001)
    try:
        app.run()
        if app._exception is not None:
            raise app._exception
    finally:
        app.briefing.close()
        if not read_only:
            shelf.throw_away_deleted()
    if app.last_screen and not (read_only or app.is_web):
        again = store if asked[1] else library.briefing_to_open(asked[0]).path
        if app.briefing.path == again:
            last_frame.keep(*asked, app.last_screen, _made_from(again))
    return app.return_code or 0


def _made_from(store: Path) -> list[Path]:
    """Return the files that say what the first screen shows: every step of a briefing is a line of its journal."""
    of_briefing = [store / name for name in ("catalogue.json", "journal.jsonl", "place.json")]
    return [*of_briefing, state.state_file(), paths.config_file()]
