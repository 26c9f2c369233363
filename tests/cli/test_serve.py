"""The reader in a browser: who is let in, what is asked of other machines, and that what is written there stays."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser import chromium
from tui.store.briefing import Briefing

pytest.importorskip("textual_serve", reason="textual-serve is not installed")
STORE = Path(__file__).resolve().parents[2] / "data" / "store"
KEY = {
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORE, tmp_path / "store"))


@contextmanager
def served(store: Path, *options: str) -> Iterator[str]:
    """Give the address that a server of this briefing prints."""
    home = store.parent
    own = {name: str(home / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    words = [sys.executable, "-m", "tui", "serve", "--store", str(store), "--port", "0", *options]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ, **own})
    try:
        assert running.stdout is not None
        found = re.search(r"http://\S+", running.stdout.readline())
        assert found
        yield found[0]
    finally:
        running.terminate()
        running.wait(20)


@pytest.fixture
def address(store: Path) -> Iterator[str]:
    with served(store) as found:
        yield found


def asked(address: str, path: str = "", **headers: str) -> tuple[int, str]:
    """Return the status and the words of an answer, by plain HTTP."""
    host, _, own = address.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("GET", f"/{path or own}", headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    text = "" if answer.status == 101 else answer.read().decode(errors="replace")
    connection.close()
    return answer.status, text


def test_only_who_has_the_address_and_comes_from_no_other_page_is_answered(address: str) -> None:
    host, _, own = address.removeprefix("http://").partition("/")
    assert host.startswith("127.0.0.1:") and len(own) > 30
    status, page = asked(address)
    assert status == 200 and "textual-terminal" in page and "googleapis" not in page
    here, elsewhere = f"http://{host}", "http://evil.example"
    for path in ("/", "ws", "static/js/textual.js", "x" * len(own), own[:-2] + "/", "download/x"):
        assert asked(address, path)[0] == 403
    for path in ("", f"{own}static/js/textual.js", f"{own}ws", f"{own}download/x"):
        assert asked(address, path, Origin=elsewhere)[0] == 403
        assert asked(address, path, Origin="null")[0] == 403
        assert asked(address, path, Host="evil.example")[0] == 403
        assert asked(address, path, Sec_Fetch_Site="cross-site")[0] == 403
    socket = {**KEY, "Upgrade": "websocket"}
    assert asked(address, f"{own}ws", **socket)[0] == 403  # a socket must say where it comes from
    assert asked(address, f"{own}ws", Origin=elsewhere, **socket)[0] == 403
    assert asked(address, f"{own}ws", Origin=here, **socket)[0] == 101
    assert asked(address, f"{own}static/")[0] == 403  # no list of files


def test_another_host_is_asked_for_by_name_and_a_port_that_is_taken_is_told(
    store: Path, address: str
) -> None:
    port = re.findall(r":(\d+)/", address)[0]
    words = [sys.executable, "-m", "tui", "serve", "--store", str(store), "--port", port]
    ran = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1 and f"port {port}" in ran.stderr and "--port" in ran.stderr
    assert "Traceback" not in ran.stderr and not ran.stdout


class Tab:
    """A page of the browser with the reader in it; all that it asks for is kept in `requests`."""

    def __init__(self, browser: Any, address: str) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 800})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.goto(address)
        self.ready()

    def ready(self) -> None:
        """Wait until keys are heard."""
        self.page.wait_for_selector("body.-first-byte textarea:focus", state="attached", timeout=60_000)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def drawn(self) -> str:
        """Return the words on the screen, as F2 hands them over."""
        driver = pytest.importorskip("playwright.sync_api")
        for seconds in (15, 30, 60, 60):  # a busy machine can lose a key or a click
            try:
                with self.page.expect_download(timeout=seconds * 1000) as coming:
                    self.press("F2")
                break
            except driver.TimeoutError:
                continue
        else:
            pytest.fail("no picture of the screen came")
        if coming.value.failure():
            return ""
        return Path(coming.value.path()).read_text(encoding="utf-8").replace("&#160;", " ")

    def until(self, holds: Callable[[], object]) -> None:
        """Let the browser run until something holds; fail where it never does."""
        end = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < end, re.findall(r">([^<>]+)</text>", self.drawn())
            self.page.wait_for_timeout(200)


def notes(store: Path) -> list[str]:
    briefing = Briefing.open(store)
    found = [
        str(note.body["value"])
        for row in briefing.rows()
        for those in briefing.annotated(row["id"]).annotations.values()
        for note in those
        if note.motivation == "commenting"
    ]
    briefing.close()
    return found


def tags(store: Path) -> set[str]:
    briefing = Briefing.open(store)
    found = {each.name for each in briefing.tags().values()}
    briefing.close()
    return found


def test_a_reader_walks_tags_notes_and_finds_it_all_again(store: Path) -> None:
    with chromium() as browser, served(store) as address:
        tab = Tab(browser, address)
        tab.press("j", "3", "t")
        tab.until(lambda: "Tags of" in tab.drawn())
        tab.type("from afar")
        tab.press("Enter")
        tab.until(lambda: "from afar" in tags(store))
        tab.until(lambda: "#from afar" in tab.drawn())
        tab.press("a")
        tab.until(lambda: "Note on" in tab.drawn())
        tab.type("Written in a browser.")
        tab.press("Enter")
        tab.until(lambda: "Written in a browser." in notes(store))
        # Its place is its own: another tab writes too, and each keeps what the other wrote.
        other = Tab(browser, address)
        other.press("j", "j", "a")
        other.until(lambda: "Note on" in other.drawn())
        other.type("From the other tab.")
        other.press("Enter")
        other.until(lambda: "From the other tab." in notes(store))
        assert "Written in a browser." in notes(store)
        tab.page.reload()
        tab.ready()
        # What is exported comes as a download, and the note is in it.
        tab.press("x")
        tab.until(lambda: "Export as" in tab.drawn())
        tab.type("markdown")
        tab.press("Enter")
        tab.until(lambda: "Export what" in tab.drawn())
        with tab.page.expect_download(timeout=60_000) as coming:
            tab.press("Enter")
        with zipfile.ZipFile(coming.value.path()) as notebook:
            text = "".join(notebook.read(name).decode() for name in notebook.namelist())
        assert "Written in a browser." in text and "From the other tab." in text
        origin = address[: address.index("/", 8)]
        for each in (tab, other):
            assert each.requests and all(
                url.startswith((origin, origin.replace("http", "ws"), "data:")) for url in each.requests
            )
            assert not each.errors


def test_read_only_takes_no_writing_key(store: Path) -> None:
    before = {path: path.read_bytes() for path in store.rglob("*.json")}
    with chromium() as browser, served(store, "--read-only") as address:
        tab = Tab(browser, address)
        tab.press("j", "3", "a", "m", "t", "e")
        tab.until(lambda: all(words in tab.drawn() for words in ("read-only", "copy")))
        drawn = tab.drawn()
        assert " note" not in drawn and " tag" not in drawn  # the footer names no key that writes
    assert {path: path.read_bytes() for path in store.rglob("*.json")} == before
