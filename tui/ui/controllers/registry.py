"""Who does what a key asks for. What is not wanted for the first paint is imported with its first key."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tui.ui.main_screen import MainScreen

# Module of tui.ui.controllers, its class, and the actions it has a `do_…` for beyond those of the walker.
_WHERE: dict[str, tuple[str, str]] = {
    "annotations": ("AnnotationController", "delete edit filter read redo star tag undo"),
    "background_job": ("BackgroundJobs", ""),
    "import_pages": ("ImportController", "import"),
    "clipboard": ("ClipboardController", "copy copy_url open_url"),
    "quotes": ("QuoteController", "join link linked restore speaker split status"),
    "export": ("ExportController", "export"),
    "feeds": ("FeedController", "feeds"),
    "jumps": ("JumpController", "arrived history jump_back notes"),
    "events": ("EventController", "merge move regroup"),
    "bulk_selection": ("BulkSelectionController", ""),
    "notes": ("NoteController", "note note_editor"),
    "text_selection": ("TextSelectionController", "borders letter_back letter_on select"),
    "reports": ("ReportController", "report"),
    "saved_searches": ("SavedSearchController", "save_view views"),
    "tags": ("TagController", "codebook tag_all"),
}
_MODULE_OF = {action: module for module, (_, actions) in _WHERE.items() for action in actions.split()}


class ControllerRegistry:
    """The helpers of one main screen, each made when it is first wanted."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._made: dict[str, Any] = {}

    def get(self, module: str) -> Any:
        """Return the helper of a module of `tui.ui.controllers`, made if need be."""
        if module not in self._made:
            name, _ = _WHERE[module]
            self._made[module] = getattr(import_module(f"tui.ui.controllers.{module}"), name)(self._screen)
        return self._made[module]

    def made(self, module: str) -> Any | None:
        """Return a helper if it was wanted before."""
        return self._made.get(module)

    def of_mode(self, action: str) -> Callable[[], Any] | None:
        """Return what does an action while words are selected or quotes marked, None where neither takes it."""
        if action == "select":
            self.get("bulk_selection")
        for mode in (self.made("bulk_selection"), self.made("text_selection")):
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
        import_module(f"tui.ui.controllers.{module}")
