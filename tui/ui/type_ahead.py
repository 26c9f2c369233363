"""Keys that are typed faster than what they are for opens: they wait for it, in their order, instead of being lost.

Textual hands all keys of one burst (a fast hand, a slow line, tmux's send-keys) to the widget that has the focus when
they come, though the first of them may open a line. They come back to the app unused; so it is seen there. What a
dialog opens with may have to be read first: keys wait for that too, or letters of a name would be commands. And what
follows Enter in a dialog is not for its line any more, though that still has the focus.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Awaitable, Callable
from functools import partial
from math import nextafter
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key
from textual.screen import Screen

from tui.ui.format import counted

if TYPE_CHECKING:
    from tui.ui.main_screen import MainScreen

_SECONDS, _TIMES = 0.01, 20  # that a dialog is waited for which has not given any of its lines the focus yet
_LONGEST = 1.0  # seconds that Enter is given to be answered
_OF_APP = ("f1", "f2")  # Textual would do these before what has the focus has seen the keys before them
_TOLD = 100  # times after which is said what keys wait for


class TypeAhead:
    """The keys of one app. `send` hands a key to what has the focus, as Textual does; `main` is the screen they act on."""

    def __init__(
        self, app: App[Any], send: Callable[[Key], Awaitable[None]], main: Callable[[], MainScreen]
    ) -> None:
        self._app, self._send, self._main = app, send, main
        self._sent: WeakKeyDictionary[Key, DOMNode] = WeakKeyDictionary()  # to whom
        self._late: list[Key] = []
        self._times = 0
        self._entered = (
            0.0  # when what has not been answered yet was pressed: Enter in a dialog, keys before F1
        )
        self._before: Screen[Any] | None = None  # what was open when keys began to wait for a dialog

    @property
    def _here(self) -> DOMNode:
        return self._app.focused or self._app.screen

    def holds(self, key: Key) -> bool:
        """Keep a key back that was for what has the focus only by now, or that came after such a one."""
        opening = self._main().disk.opening
        if key.key in _OF_APP and not (self._entered or self._late):
            self._let_pass(nextafter(key.time, 0.0))
        waits = opening or 0 < self._entered < key.time
        if opening and key.key == "ctrl+q":  # quits from anywhere
            self._late.clear()
            return False
        if opening and key.key == "escape" and self._late and self._times > _TOLD:
            self._main().disk.give_up()
            self._drop("Given up")
            return True
        if not waits and not key.is_forwarded and not self._late:
            self._give(key)
            return False
        if not waits and key.is_forwarded and self._sent.get(key, self._here) is self._here:
            return False
        if not self._late:
            self._times, self._before = 0, None
            self._app.call_later(self._go_on)
        if opening and self._before is None:
            self._before = self._app.screen
        late = Key(key.key, key.character)
        late.time = key.time
        # one that was sent on comes back behind later ones
        insort(self._late, late, key=lambda each: each.time)
        return True

    def _give(self, key: Key) -> None:
        """Note to whom a key goes; behind Enter in a dialog others wait, until all that handles it has seen it."""
        self._sent[key] = self._here
        if key.key == "enter" and self._app.screen.is_modal:
            self._let_pass(key.time)

    def _let_pass(self, time: float) -> None:
        """Have keys that come after a time wait until what was pressed by then is answered."""
        self._entered = time
        way = [node for node in self._here.ancestors_with_self if node is not self._app]
        # A key goes up to the app, which has the line submit; that goes up again, and the answer to the screen.
        self._app.call_later(self._pass, time, [*way, self._app, *way, self._main()])
        self._app.set_timer(_LONGEST, partial(self._pass, time, []))

    async def _pass(self, entered: float, way: list[DOMNode]) -> None:
        while way:
            node, *way = way
            if node.call_later(self._pass, entered, way):  # else it is gone
                return
        if self._entered == entered:
            self._entered = 0.0
            await self._go_on()

    async def _go_on(self) -> None:
        app = self._app
        if not self._late or self._entered or not app.screen_stack:  # none once it has ended
            return
        main = self._main()
        if main.disk.opening:
            self._times += 1
            if self._times == _TOLD:
                said = "Still reading: what is typed waits for it, Esc gives it up."
                main.say(said, quiet=True, holds=lambda: main.disk.opening)
            app.set_timer(_SECONDS, self._go_on)
            return
        if self._before is app.screen:  # it came to nothing, and says why
            self._drop(main.status.message.rstrip("."))
            return
        if self._before is not None:
            self._times, self._before = 0, None
        if app.screen.is_modal and app.focused is None and self._times < _TIMES:
            self._times += 1
            app.set_timer(_SECONDS, self._go_on)
            return
        late, self._late = self._late, []
        begun = len(late)
        while late and not self._entered:
            if late[0].key in _OF_APP and len(late) < begun:
                self._let_pass(nextafter(late[0].time, 0.0))
                break
            key = late.pop(0)
            self._give(key)
            await self._send(key)
        self._late = [*late, *self._late]

    def _drop(self, why: str) -> None:
        number, self._before = len(self._late), None
        self._late.clear()
        said = f"{counted(number, 'key')} typed meanwhile {'was' if number == 1 else 'were'} dropped."
        self._main().say(f"{why} · {said}" if why else said)
