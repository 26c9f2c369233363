"""Who does what a key asks for. What is not wanted for the first paint is imported with its first key."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tui.view.main_screen import MainScreen

# Module of tui.view, its class, and the actions it has a `do_…` for beyond those of the walker.
_WHERE: dict[str, tuple[str, str]] = {
    "annotate": ("Annotator", "delete edit filter read redo star tag undo"),
    "beside": ("Beside", ""),
    "bringing": ("Bringer", "import"),
    "copying": ("Copier", "copy copy_url open_url"),
    "correcting": ("Corrector", "join link linked restore speaker split status"),
    "exporting": ("Exporter", "export"),
    "feeding": ("Feeder", "feeds"),
    "going": ("Goer", "arrived history jump_back notes"),
    "grouping": ("Grouper", "merge move regroup"),
    "marking": ("Marker", ""),
    "noting": ("Noter", "note note_editor"),
    "picking": ("Picker", "borders letter_back letter_on select"),
    "reporting": ("Reporter", "report"),
    "viewing": ("Viewer", "save_view views"),
    "tagging": ("Tagger", "codebook tag_all"),
}
_MODULE_OF = {action: module for module, (_, actions) in _WHERE.items() for action in actions.split()}


class Doers:
    """The helpers of one main screen, each made when it is first wanted."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._made: dict[str, Any] = {}

    def get(self, module: str) -> Any:
        """Return the helper of a module of `tui.view`, made if need be."""
        if module not in self._made:
            name, _ = _WHERE[module]
            self._made[module] = getattr(import_module(f"tui.view.{module}"), name)(self._screen)
        return self._made[module]

    def made(self, module: str) -> Any | None:
        """Return a helper if it was wanted before."""
        return self._made.get(module)

    def of_mode(self, action: str) -> Callable[[], Any] | None:
        """Return what does an action while words are selected or quotes marked, None where neither takes it."""
        if action == "select":
            self.get("marking")
        for mode in (self.made("marking"), self.made("picking")):
            if mode and mode.passes(action):
                return cast("Callable[[], Any]", getattr(mode, f"do_{action}"))
        return None

    def method(self, action: str) -> Callable[[], Any] | None:
        """Return what does an action of the table, None where it is none of these."""
        module = _MODULE_OF.get(action)
        return getattr(self.get(module), f"do_{action}") if module else None


def warm() -> None:
    """Import all of them, in a thread once the screen stands: so the first key is not the slow one."""
    for module in _WHERE:
        import_module(f"tui.view.{module}")
