"""The reader's end of the pipe to a browser: every packet is written whole, whichever thread writes it.

A pipe takes only a few kilobytes at a time. Textual's driver draws from one thread and hands files over from another,
so a large packet could have part of another in its midst; who reads the pipe then understands nothing more.
"""

from __future__ import annotations

import os
from functools import partial
from threading import Lock

from textual.app import App
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's driver for a browser, whose packets never mix."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._pipe = Lock()
        self._write = partial(self._write_whole)

    def _write_whole(self, packet: bytes) -> int:
        left = memoryview(packet)
        with self._pipe:
            while left:
                left = left[os.write(self.fileno, left) :]
        return len(packet)
