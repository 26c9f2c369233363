"""Where the network may lead, and that nothing is sent which nobody asked for."""

from __future__ import annotations

import ipaddress
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.convoys import saved
from tests.support.server import Server
from tui.web.client import Limits, Web
from tui.web.deadline import is_local
from tui.web.errors import WebError

ROOT = Path(__file__).resolve().parents[2]
_LOCAL = (
    "127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1"
    " ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::"
    " ::7f00:1 ::a00:1 64:ff9b:1::7f00:1 fec0::1 2001::7f00:1 240.0.0.1 198.18.0.1"
)


@pytest.mark.parametrize("address", _LOCAL.split())
def test_every_address_of_this_machine_or_its_network_is_local(address: str) -> None:
    assert is_local(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "::808:808"]
)
def test_others_are_not(address: str) -> None:
    assert not is_local(ipaddress.ip_address(address))


_SPELLINGS = (
    "2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.1 127.0.1 0 localhost LOCALHOST. [::ffff:127.0.0.1]"
    " [::ffff:7f00:1] [::1] [::] ①②⑦.⓪.⓪.① 127。0。0。1"
)


@pytest.mark.parametrize("spelling", _SPELLINGS.split())
def test_no_spelling_of_this_machine_is_asked_for_a_page_of_the_web(server: Server, spelling: str) -> None:
    port = server.url.rpartition(":")[2].strip("/")
    with pytest.raises(WebError):
        Web(Limits(deadline=10)).fetch(f"http://{spelling}:{port}/", strange=True)
    assert server.asked == []


def test_a_name_that_answers_twice_gains_nothing(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at with whom a connection was made, not what a name stood for before."""
    port = int(server.url.rpartition(":")[2].strip("/"))
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1", "127.0.0.1"])

    def looked_up(*_: Any, **__: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers, "127.0.0.1"), port))]

    socket.getaddrinfo("localhost", port)
    next(answers)  # what somebody who checked beforehand would have been told
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with pytest.raises(WebError, match="local network"):
        Web(Limits(deadline=10)).fetch("http://rebound.example/", strange=True)
    assert server.asked == []


_WATCH = """
import os, sys
_CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto")
def _heard(event, given):
    if event in _CALLS:
        with open(os.environ["WATCHED"], "a") as log:
            log.write(f"{event} {given[-1] if event == 'socket.connect' else given}\\n")
sys.addaudithook(_heard)
"""
_DONE = """
import asyncio, os, sys
from pathlib import Path
from tui.cli.parser import main
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
store, *asked = sys.argv[1:]
for words in asked:
    assert main([*words.split(), "--store", store]) in (0, 1), words
async def look():
    briefing = Briefing.open(Path(store))
    app = BriefingApp(briefing, name="watched")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"j3yn", "escape", *"/quay", "enter", "escape", "?", "escape", "%", "escape")
    briefing.close()
asyncio.run(look())
"""


def _sent(tmp_path: Path, *asked: str) -> str:
    """Do as asked, and look at it in the app, in processes whose every call of the network is heard; return these."""
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(_WATCH)
    heard = tmp_path / "heard"
    heard.write_text("")
    homes = {f"XDG_{kind}_HOME": str(tmp_path / "home") for kind in ("DATA", "STATE", "CONFIG", "CACHE")}
    paths = os.pathsep.join((str(tmp_path / "watch"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", _DONE, str(tmp_path / "store"), *asked],
        env={**os.environ, **homes, "HOME": str(tmp_path), "PYTHONPATH": paths, "WATCHED": str(heard)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return heard.read_text()


@pytest.mark.timeout(120)
def test_nothing_is_sent_that_nobody_asked_for(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(7):  # so many that processes of their own read them
        page = f"{saved(number)}\n\n![x](https://track.example/{number}.png) https://news.example/{number}\n"
        (tmp_path / "pages" / f"{number}.md").write_text(page)
    (tmp_path / "pages" / "page.html").write_text(
        "<!doctype html><link rel=stylesheet href='https://track.example/a.css'><img src='https://track.example/a.png'>"
        f"<article><h1>Quay</h1><p>{'The quay was closed on Monday. ' * 20}</p></article>"
    )
    (tmp_path / "shared").mkdir()
    asked = (
        "import pages,events,articles,quotes,statements,speakers,tags,review,search quay,counts tags-months,regroup"
        ",reread --all,check,check --repair,backup b.zip,sync shared,conflicts,archive status,where,feeds"
        ",export --format html --output out.html,export --format markdown --output out,export --format docx --output o.docx"
    )
    sent = _sent(tmp_path, *asked.split(","))
    assert sent == ""


@pytest.mark.timeout(60)
def test_what_is_asked_for_is_heard_by_who_watches(tmp_path: Path) -> None:
    """Otherwise that nothing is heard would say nothing."""
    (tmp_path / "page.md").write_text(saved(1))
    assert "127.0.0.1" in _sent(tmp_path, "import page.md http://127.0.0.1:9/page")
