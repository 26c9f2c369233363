"""Take the README's pictures of the page to hand on and of the reader in a browser: ``python -m tools.take_photographs``.

They want Playwright and a Chromium, and are not compared by a test, for browsers draw letters each in their way.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tools.take_screenshots import FOLDER, STORE
from tui.cli.parser import main as verb

_SIZE: ViewportSize = {"width": 1280, "height": 800}


def page(browser: Browser, folder: Path) -> None:
    """Take the page that `export --format html` writes."""
    if verb(
        ["export", "--format", "html", "-o", str(folder / "page.html"), "--store", str(folder / "store")]
    ):
        raise SystemExit(1)
    tab = browser.new_page(viewport=_SIZE)
    tab.goto((folder / "page.html").as_uri())
    tab.screenshot(path=FOLDER / "page.png")


def reader(browser: Browser, folder: Path) -> None:
    """Take what `serve` shows."""
    words = [sys.executable, "-m", "tui", "serve", "--store", str(folder / "store"), "--port", "0"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout
            address = re.findall(r"http://\S+", running.stdout.readline())[0]
            tab = browser.new_page(viewport=_SIZE)
            tab.goto(address)
            tab.wait_for_function("document.querySelector('.xterm-screen canvas, .xterm-rows span')")
            tab.wait_for_timeout(3000)  # what is drawn on a canvas cannot be asked for
            tab.screenshot(path=FOLDER / "browser.png")
        finally:
            running.terminate()


def main() -> None:
    """Take both."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(STORE, folder / "store")
        os.environ |= {f"XDG_{each}_HOME": str(folder / each) for each in ("DATA", "CONFIG", "STATE")}
        quiet = [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        browser = playwright.chromium.launch(executable_path=chromium, args=quiet)
        page(browser, folder)
        reader(browser, folder)
        browser.close()


if __name__ == "__main__":
    main()
