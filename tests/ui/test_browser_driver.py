"""What the reader sends a browser: large packets of several threads arrive as they were written."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest

from tui.ui.theme_app import ThemeApp


async def test_packets_of_two_threads_never_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    received = bytearray()

    def listen() -> None:
        while piece := os.read(read, 4096):
            received.extend(piece)

    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    monkeypatch.setattr("textual.constants.DRIVER", "textual.drivers.web_driver:WebDriver")
    app: ThemeApp = ThemeApp()
    with os.fdopen(write, "w") as pipe:
        monkeypatch.setattr(sys, "__stdout__", pipe)
        monkeypatch.setattr(sys, "__stdin__", os.fdopen(os.dup(read)))
        driver = app.driver_class(app)  # as the app has it behind `textual-serve`
        listener = Thread(target=listen)
        listener.start()
        with ThreadPoolExecutor(4) as threads:
            for letter in "abcd" * 30:
                threads.submit(driver.write, letter * 40_000)
    listener.join(60)
    os.close(read)
    packets = []
    while received:
        size = int.from_bytes(received[1:5], "big")
        packets.append((received[:1], bytes(received[5 : 5 + size])))
        del received[: 5 + size]
    assert len(packets) == 120
    assert all(kind == b"D" and len(set(words)) == 1 and len(words) == 40_000 for kind, words in packets)
