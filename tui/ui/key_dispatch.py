"""A key to an action, an action to the method of a controller: which mode the keys are in, and what they do there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from textual.binding import BindingsMap, BindingType

from tui.settings.actions import ACTIONS, BY_ID, Action, ends_mode, key_name
from tui.store.briefing import StoreError
from tui.ui.availability import is_bound, is_of_place, missing
from tui.ui.controllers.search import SearchController
from tui.ui.controllers.status import StatusController

if TYPE_CHECKING:
    from tui.ui.context import Context
    from tui.ui.controllers.bulk_selection import BulkSelectionController
    from tui.ui.controllers.registry import ControllerRegistry
    from tui.ui.controllers.text_selection import TextSelectionController

_OF_ALL = {"tag": "tag_marked", "note": "note_marked", "star": "star_marked", "status": "status_marked"}
"""What these keys do to a statement while its wordings are folded: they do it to all of them, as if they were marked."""


_ELSEWHERE = {
    "ctrl+z": ("Ctrl+Z", "undo"),
    "ctrl+y": ("Ctrl+Y", "redo"),
    "ctrl+f": ("Ctrl+F", "search"),
    "ctrl+s": ("Ctrl+S", ""),
    "delete": ("Delete", "delete"),
    "f3": ("F3", "next"),
    "f5": ("F5", ""),
}
"""Keys that other programs have, and the action that does the same here; "" for what is done without one."""


def rebind(
    bound: BindingsMap, also: Iterable[BindingType], keys_of: Callable[[Action], Sequence[str]]
) -> None:
    """Bind the keys of all actions: one is that of an action in each mode, and `check_action` says which is meant."""
    bound.key_to_bindings = BindingsMap(also).key_to_bindings
    for action in ACTIONS:
        for key in keys_of(action):
            bound.bind(key, f"do('{action.id}')", action.label, show=False)
            bound.bind(key, f"explain('{action.id}')", show=False)


class KeyDispatch:
    """The keys of one main screen."""

    def __init__(self, context: Context, registry: ControllerRegistry) -> None:
        self._context, self._registry = context, registry

    @property
    def _marks(self) -> BulkSelectionController | None:
        return cast("BulkSelectionController | None", self._registry.peek("bulk_selection"))

    @property
    def _selected(self) -> TextSelectionController | None:
        return cast("TextSelectionController | None", self._registry.peek("text_selection"))

    @property
    def mode(self) -> str:
        """What the keys are for now: a mode of the table of actions, "" for none."""
        if self._registry.get(SearchController).typing:
            return "search"
        if self._context.panes.current == "quotes" and self._marks and self._marks.on:
            return "mark"
        return self._selected.mode if self._selected else ""

    def follow_marks(self) -> None:
        """Let marks grow with the cursor, and keep them on what is still listed."""
        if self._marks:
            self._marks.follow()

    def can_do(self, action_id: str) -> bool | None:
        """Tell whether a key does an action now: False in another mode, None where something is missing for it."""
        action = BY_ID[action_id]
        return is_bound(action, self._context) and (not missing(action, self._context) or None)

    async def act(self, action_id: str) -> None:
        """Do what the table of actions has under an id, or say what is missing for it; see `Context.act`."""
        context, action = self._context, BY_ID[action_id]
        self._registry.get(StatusController).key_pressed()
        if is_of_place(action):
            self._catch_up()
        if why := missing(action, context):
            context.say(why)
            return
        if ends_mode(self.mode, action):
            for each in (self._marks, self._selected):
                if each and each.on:
                    each.end()
        try:
            doing = self._registry.doer(self._meant(action_id))()
            if doing is not None:
                await doing
        except StoreError as error:  # what is damaged costs a line, not the program
            context.say(str(error))

    def _catch_up(self) -> None:
        """Open the event under the cursor, which of keys that come in one burst is still to be told of."""
        context = self._context
        chosen = context.panes.events.chosen if context.panes.current == "events" else ""
        if chosen and chosen != context.open.event_id:
            context.open_event(chosen)

    def _meant(self, action_id: str) -> str:
        panes = self._context.panes
        row = panes.quotes.chosen if panes.current == "quotes" else None
        return _OF_ALL.get(action_id, action_id) if row and row.folded else action_id

    def hint(self, key: str) -> str:
        """Return what to press instead of a key that other programs have; "" for any other."""
        if self.mode or key not in _ELSEWHERE:
            return ""
        name, action = _ELSEWHERE[key]
        keys = self._context.program.keys_of(BY_ID[action]) if action else ()
        does = f"{key_name(keys[0])} does that" if keys else "all is saved and shown at once"
        return f"{name} is no key here: {does} · : finds every action"
