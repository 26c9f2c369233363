"""Where the network may lead, and that nothing is sent which nobody asked for."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.support.convoys import saved
from tests.support.server import Server
from tui.cli.parser import main
from tui.web.client import Limits, Web
from tui.web.deadline import is_local
from tui.web.errors import WebError

_LOCAL = (
    "127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1"
    " ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::"
)


@pytest.mark.parametrize("address", _LOCAL.split())
def test_every_address_of_this_machine_or_its_network_is_local(address: str) -> None:
    assert is_local(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_others_are_not(address: str) -> None:
    assert not is_local(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "spelling", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "[::ffff:127.0.0.1]"]
)
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


def test_nothing_is_sent_that_nobody_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []

    def watched(*given: Any, **_: Any) -> Any:
        sent.append(given)
        raise OSError("no network here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, watched)
    monkeypatch.setattr(socket, "getaddrinfo", watched)
    store = str(tmp_path / "store")
    (tmp_path / "pages").mkdir()
    for number in range(3):
        page = f"{saved(number)}\n\n![x](https://track.example/{number}.png) https://news.example/{number}\n"
        (tmp_path / "pages" / f"{number}.md").write_text(page)
    (tmp_path / "pages" / "page.html").write_text(
        "<!doctype html><link rel=stylesheet href='https://track.example/a.css'><img src='https://track.example/a.png'>"
        f"<article><h1>Quay</h1><p>{'The quay was closed on Monday. ' * 20}</p></article>"
    )
    for words in (
        ["import", str(tmp_path / "pages")],
        ["events"],
        ["quotes"],
        ["search", "quay"],
        ["check"],
        ["export", "--format", "html", "--output", str(tmp_path / "out.html")],
        ["backup", str(tmp_path / "b.zip")],
    ):
        assert main([*words, "--store", store]) in (0, 1), words
    assert sent == []
