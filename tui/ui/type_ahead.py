"""Keys that are typed faster than what they are for opens: they wait for it, in their order, instead of being lost.

Textual hands all keys of one burst (a fast hand, a slow line, tmux's send-keys) to the widget that has the focus when
they come, though the first of them may open a line. They come back to the app unused; so it is seen there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key

_SECONDS, _TIMES = 0.01, 20  # that a dialog is waited for which has not given any of its lines the focus yet


class TypeAhead:
    """The keys of one app. `send` hands a key to what has the focus, as Textual does."""

    def __init__(self, app: App[Any], send: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._send = app, send
        self._sent: WeakKeyDictionary[Key, DOMNode] = WeakKeyDictionary()  # to whom
        self._late: deque[Key] = deque()
        self._times = 0

    @property
    def _here(self) -> DOMNode:
        return self._app.focused or self._app.screen

    def holds(self, key: Key) -> bool:
        """Keep a key back that was for what has the focus only by now, or that came after such a one."""
        if not key.is_forwarded and not self._late:
            self._sent[key] = self._here
            return False
        if key.is_forwarded and self._sent.get(key, self._here) is self._here:
            return False
        if not self._late:
            self._times = 0
            self._app.call_later(self._go_on)
        self._late.append(Key(key.key, key.character))
        return True

    async def _go_on(self) -> None:
        app = self._app
        if app.screen.is_modal and app.focused is None and self._times < _TIMES:
            self._times += 1
            app.set_timer(_SECONDS, self._go_on)
            return
        late, self._late = self._late, deque()
        for key in late:
            self._sent[key] = self._here
            await self._send(key)
