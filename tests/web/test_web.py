"""Addresses are fetched and become articles; whatever a server does wrong is one clear line."""

from __future__ import annotations

import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
import tracemalloc
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import PARAGRAPHS, html, mail, pdf
from tests.support.server import Server, body, cut, drip, endless, silence, status
from tui.core.addresses import is_address, plain, public
from tui.core.model import Article
from tui.reading.formats.feeds import read_feed
from tui.store.briefing import Briefing
from tui.web.client import Limits, Web, self_contained
from tui.web.errors import WebError
from tui.workflows.import_pages import import_sources
from tui.workflows.import_result import ImportOptions, ImportResult

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    return Briefing.open(tmp_path / "briefing", create=True)


def articles(briefing: Briefing) -> list[Article]:
    return [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]


def bring(
    briefing: Briefing, server: Server, *paths: str, deadline: float = 20.0, told: ImportOptions | None = None
) -> ImportResult:
    web = Web(Limits(deadline=deadline))
    return import_sources(briefing, [server.url + path for path in paths], web=web, told=told)


def reason(server: Server, path: str = "/", limits: Limits | None = None) -> str:
    with pytest.raises(WebError) as caught:
        Web(limits or Limits(deadline=20)).fetch(server.url + path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# What goes well


def test_an_address_becomes_an_article_and_the_same_again_changes_nothing(
    server: Server, briefing: Briefing
) -> None:
    server.answers["/ferry"] = body(html())
    assert len(bring(briefing, server, "/ferry").new) == 1
    (article,) = articles(briefing)
    assert article.headline == "Ferry to Tessel stays in harbour"
    assert (article.url, article.origin) == (f"{server.url}/ferry", f"{server.url}/ferry")
    assert article.published == "2024-03-05"
    assert "Nobody sails" in article.text
    again = bring(briefing, server, "/ferry#top")
    assert (len(again.new), len(again.known)) == (0, 1)
    assert server.asked[0][1]["user-agent"].startswith("briefing-tui/")


def test_the_last_address_counts_and_a_canonical_one_more(server: Server, briefing: Briefing) -> None:
    server.answers["/old"] = status(301, Location="/hop")
    server.answers["/hop"] = status(302, Location="/new?id=1")
    server.answers["/new?id=1"] = body(html())
    server.answers["/shared"] = body(
        html(
            '<link rel="canonical" href="/bees">',
            title="Bees are back on the dunes",
            paragraphs=PARAGRAPHS[::-1],
        )
    )
    assert len(bring(briefing, server, "/old").new) == 1
    assert bring(briefing, server, "/shared").failed == []
    assert {a.url for a in articles(briefing)} >= {f"{server.url}/new?id=1"}
    assert f"{server.url}/bees" in {a.url for a in articles(briefing)}


RUSSIAN = (
    "Министерство сообщило в понедельник, что переговоры пройдут в столице на следующей неделе.",
    "Министр сказал журналистам, что делегация готова ко всему и привезла с собой три новых предложения.",
    "Накануне стороны обсуждали порядок встречи, но не смогли договориться даже о том, где будет стоять стол.",
)


@pytest.mark.parametrize("head", ["", '<meta charset="koi8-r">'])
def test_the_charset_of_the_server_or_the_page_counts_and_is_kept(
    server: Server, briefing: Briefing, head: str
) -> None:
    raw = html(head, title="Переговоры пройдут в столице", paragraphs=RUSSIAN).encode("koi8-r")
    server.answers["/"] = body(raw, "text/html" if head else "text/html; charset=KOI8-R")
    assert bring(briefing, server, "/").failed == []
    (article,) = articles(briefing)
    assert "три новых предложения" in article.text
    assert "три новых предложения" in briefing.raw(article)  # also without the server's word


@pytest.mark.parametrize(
    ("raw", "mime"),
    [
        ("\n\n".join(PARAGRAPHS).encode(), "text/plain; charset=utf-8"),
        (mail(text="\n\n".join(PARAGRAPHS)), "message/rfc822"),
        (pdf(list(PARAGRAPHS)), "application/pdf"),
        (json.dumps({"text": "\n\n".join(PARAGRAPHS)}).encode(), "application/json"),
        (gzip.compress(html().encode()), "application/gzip"),
        (html().encode(), ""),
        (html().encode(), "application/octet-stream"),
    ],
)
def test_what_an_address_holds_is_told_by_itself(
    server: Server, briefing: Briefing, raw: bytes, mime: str
) -> None:
    server.answers["/x"] = body(raw, mime)
    done = bring(briefing, server, "/x", told=ImportOptions(outlet="Courier"))
    assert done.failed == []
    assert "Tickets will be paid back" in articles(briefing)[0].text


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", lambda raw: zlib.compress(raw)[2:-4])],
)
def test_packed_pages_are_unpacked(server: Server, coding: str, pack: Any) -> None:
    server.answers["/"] = body(pack(html().encode()), Content_Encoding=coding)
    assert Web().fetch(server.url).raw == html().encode()


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_half_a_packed_page_does_not_pass_for_the_whole(server: Server, coding: str, pack: Any) -> None:
    packed = pack(html().encode())
    server.answers["/"] = body(packed[: len(packed) // 2], Content_Encoding=coding)
    assert "again" in reason(server)


def test_one_that_is_slow_holds_up_no_other_and_what_came_is_stored_meanwhile(
    server: Server, briefing: Briefing
) -> None:
    server.answers["/slow"] = drip(server)
    paths = [f"/{n}" for n in range(12)]
    for path in paths:
        server.answers[path] = body(
            html(
                title=f"Report number {path[1:]} on the harbour", published=f"2024-03-{int(path[1:]) + 1:02}"
            )
        )
    stored: list[int] = []

    def stop() -> bool:
        stored.append(sum(row["articles"] for row in briefing.rows()))
        return stored[-1] == 12

    web = Web(Limits(deadline=30))
    started = time.monotonic()
    done = import_sources(briefing, [server.url + path for path in ["/slow", *paths]], web=web, stop=stop)
    assert time.monotonic() - started < 20
    assert (len(done.new), done.stopped) == (12, "stopped by you")


# What goes wrong


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (404, "not there"),
        (403, "may not be read"),
        (500, "server"),
        (503, "server"),
        (410, "taken down"),
        (429, "later"),
        (418, "418"),
    ],
)
def test_a_status_is_put_in_words(server: Server, code: int, words: str) -> None:
    server.answers["/"] = status(code)
    assert words in reason(server)


@pytest.mark.parametrize("headers", [True, False])
def test_a_byte_at_a_time_ends_at_the_deadline(server: Server, headers: bool) -> None:
    server.answers["/"] = drip(server, headers=headers)
    started = time.monotonic()
    assert "longer than 0.4 seconds" in reason(server, limits=Limits(deadline=0.4))
    assert time.monotonic() - started < 5


def test_a_server_that_says_nothing_is_given_up(server: Server) -> None:
    server.answers["/"] = silence(server)
    assert "stopped answering" in reason(server, limits=Limits(read=0.2))


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("/a", "circle"),
        ("file:///etc/passwd", "redirects to file:"),
        ("ftp://x/y", "redirects to ftp:"),
        ("http://[bad", "redirects to"),
    ],
)
def test_a_redirect_that_leads_nowhere_good_is_not_followed(server: Server, to: str, words: str) -> None:
    server.answers["/"] = status(302, Location=to)
    server.answers["/a"] = status(302, Location="/")
    assert words in reason(server)


def test_redirects_without_end_end(server: Server) -> None:
    for n in range(30):
        server.answers[f"/{n}"] = status(302, Location=f"/{n + 1}")
    assert "more than 10 times" in reason(server, "/0")
    assert len(server.asked) <= 12


def test_what_is_too_large_is_not_taken_into_memory(server: Server) -> None:
    large = 200 * 1024 * 1024
    server.answers["/says"] = cut(b"", 0, says=large)
    server.answers["/silent"] = endless(large)
    server.answers["/bomb"] = body(gzip.compress(b"\0" * large), Content_Encoding="gzip")
    server.answers["/bomb.gz"] = body(gzip.compress(gzip.compress(b"\0" * large)), Content_Encoding="gzip")
    tracemalloc.start()
    try:
        for path in ("/says", "/silent", "/bomb", "/bomb.gz"):
            assert "MB" in reason(server, path)
        assert tracemalloc.get_traced_memory()[1] < 80 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_a_connection_that_breaks_off_says_so(server: Server) -> None:
    server.answers["/"] = cut(html().encode(), 300)
    assert "broke off in the middle" in reason(server)


@pytest.mark.parametrize(
    ("mime", "words"), [("image/png", "a picture"), ("video/mp4", "a video"), ("audio/mpeg", "a recording")]
)
def test_what_is_no_page_is_not_fetched(server: Server, mime: str, words: str) -> None:
    server.answers["/"] = body(b"\x89PNG", mime)
    assert words in reason(server)


def test_hosts_that_are_not_there_and_addresses_that_are_none_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = socket.getaddrinfo

    def unknown(host: str, *rest: Any, **named: Any) -> Any:
        if host.endswith(".invalid"):  # without asking the network, which tests may not have
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setenv("NO_PROXY", "*")
    for address, words in (
        ("http://no-such-host.invalid/", "cannot be found"),
        ("http://127.0.0.1:9/", "refused"),
        ("file:///etc/passwd", "no address"),
        ("http://[bad", "no address"),
        ("http:///path", "no address"),
    ):
        with pytest.raises(WebError, match=words):
            Web(Limits(deadline=10)).fetch(address)


def test_a_page_of_the_web_may_not_lead_into_the_local_network(server: Server) -> None:
    server.answers["/"] = body(html())
    with pytest.raises(WebError, match="local network"):
        Web(Limits(deadline=10)).fetch(server.url, strange=True)
    assert server.asked == []
    assert Web(Limits(deadline=10)).fetch(server.url).local


@pytest.mark.parametrize("declared", ["koi8-r", "utf-8", ""])
def test_a_feed_is_decoded_whether_its_server_says_how_or_the_feed_itself(
    server: Server, declared: str
) -> None:
    said = f' encoding="{declared}"' if declared else ""
    text = f"<?xml version='1.0'{said}?><rss version='2.0'><channel><title>Новости побережья</title></channel></rss>"
    server.answers["/"] = body(text.encode("koi8-r"), "application/rss+xml; charset=koi8-r")
    assert read_feed(self_contained(Web().fetch(server.url))).title == "Новости побережья"


def test_a_server_without_a_certificate_is_not_trusted(server: Server) -> None:
    with pytest.raises(WebError, match=r"TLS|certificate"):
        Web(Limits(deadline=10)).fetch(server.url.replace("http:", "https:"))


def test_each_bad_one_is_one_failure_and_the_good_ones_go_in(server: Server, briefing: Briefing) -> None:
    server.answers["/good"] = body(html())
    server.answers["/empty"] = body(b"")
    server.answers["/binary"] = body(bytes(range(256)) * 40, "text/html")
    server.answers["/menu"] = body(
        "<html><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav></body></html>"
    )
    server.answers["/scan.pdf"] = body(pdf([], []), "application/pdf")
    server.answers["/slow"] = drip(server)
    done = bring(
        briefing, server, "/empty", "/binary", "/menu", "/scan.pdf", "/gone", "/slow", "/good", deadline=2.5
    )
    assert len(done.new) == 1
    reasons = {failure.origin.rpartition("/")[2]: failure.reason for failure in done.failed}
    assert set(reasons) == {"empty", "binary", "menu", "scan.pdf", "gone", "slow"}
    assert all("\n" not in each for each in reasons.values())
    assert "empty" in reasons["empty"]
    assert "not text" in reasons["binary"]
    assert "menus" in reasons["menu"]
    assert "scan" in reasons["scan.pdf"]


def test_a_name_and_password_in_an_address_are_not_stored(server: Server, briefing: Briefing) -> None:
    server.answers["/"] = body(html())
    import_sources(briefing, [server.url.replace("http://", "http://me:secret@") + "/"])
    (article,) = articles(briefing)
    assert "secret" not in article.url + article.origin
    assert "authorization" in server.asked[0][1]


def test_addresses_are_told_from_files() -> None:
    assert is_address("https://a.example/b") and is_address(" HTTP://A.example")
    assert not is_address("file:///x") and not is_address("pages/https:") and not is_address("a.example")
    assert plain("http://a.example:x/") == ""
    assert public("https://u:p@a.example/\x1b[31mb") == "https://a.example/[31mb"


# From the command line


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "BRIEFING_STORE": str(tmp_path / "b"), "NO_PROXY": "*"}


def test_ctrl_c_in_mid_import_keeps_what_came_and_says_so(
    server: Server, tmp_path: Path, environment: dict[str, str]
) -> None:
    server.answers["/good"] = body(html())
    server.answers["/slow"] = drip(server)
    command = [sys.executable, "-m", "tui", "import", f"{server.url}/slow", f"{server.url}/good"]
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        deadline = time.monotonic() + 30
        while len(server.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        # Stored while the slow one is waited for.
        while not list((tmp_path / "b" / "events").glob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "stopped" in err
    assert "Traceback" not in err
    assert "1 new article" in out


def test_extract_reads_an_address_without_storing_it(server: Server, environment: dict[str, str]) -> None:
    server.answers["/good"] = body(html())
    command = [sys.executable, "-m", "tui", "extract", f"{server.url}/good", f"{server.url}/gone"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    (record,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, record["title"]) == (0, "Ferry to Tessel stays in harbour")
    assert "404" in done.stderr
    assert not Path(environment["BRIEFING_STORE"]).exists()
