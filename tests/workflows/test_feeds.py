"""Feeds: read from their bytes, subscribed to, refreshed side by side, and nothing fetched twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import PARAGRAPHS, html
from tests.support.server import Answer, Server, body, drip, status
from tests.support.verbs import Run, machine, run
from tui.commands.annotations import target_of
from tui.commands.articles import DeleteArticle
from tui.commands.feeds import Subscribe, Unsubscribe
from tui.core.model import Article
from tui.reading.encoding import BadSourceError
from tui.reading.formats.feeds import read_feed, read_outline
from tui.reading.source_kind import guess_kind
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.web.client import Limits, Web
from tui.workflows.import_pages import import_sources
from tui.workflows.import_result import ImportResult
from tui.workflows.refresh_feeds import FeedResult, refresh
from tui.workflows.reread import reread

TITLES = (
    "Ferry to Tessel stays in harbour",
    "Mayor of Lower Arn opens the new lock",
    "Bees are back on the dunes",
)
TEXTS = (
    PARAGRAPHS,
    (
        "The mayor of Lower Arn opened the new lock on Friday, two years later than the council had planned.",
        "“It was worth every stone,” said Nell Hart, the mayor, before the first barge went through it.",
        "The lock cost nine million, which the province pays, and lets in barges of a hundred metres.",
        "Skippers had waited for it since the old gates were damaged by ice in the winter before last.",
    ),
    (
        "Wild bees have come back to the dunes of Arnholm, a count by pupils of the village school shows.",
        "“We found eleven kinds where there were three,” said Ann Bell, who teaches biology there.",
        "The pupils had sown clover and left dead wood lying, and asked walkers to keep to the paths.",
        "They will count again in the summer, and have asked two schools on the mainland to do the same.",
    ),
)

__all__ = ["machine", "run"]  # fixtures


def articles(briefing: Briefing) -> dict[str, Article]:
    found = [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]
    return {a.headline: a for a in found}


def content(number: int) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in TEXTS[number])


def rss(
    server: Server, *, whole: bool = False, numbers: tuple[int, ...] = (0, 1, 2), title: str = "Arn Courier"
) -> str:
    items = "".join(
        f"<item><title>{TITLES[n]}</title><link>{server.url}/{n}</link><guid>{n}</guid>"
        f"<pubDate>Tue, 0{n + 5} Mar 2024 08:00:00 GMT</pubDate><description>Read more about it.</description>"
        + (f"<content:encoded><![CDATA[{content(n)}]]></content:encoded>" if whole else "")
        + "</item>"
        for n in numbers
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>{server.url}</link>{items}</channel></rss>"
    )


def atom(server: Server) -> str:
    entries = "".join(
        f'<entry><title>{TITLES[n]}</title><link href="/{n}"/><id>tag:{n}</id><author><name>Jo Example</name></author>'
        f'<published>2024-03-0{n + 5}T08:00:00Z</published><content type="html">{escape(content(n))}</content></entry>'
        for n in range(3)
    )
    top = '<?xml version="1.0"?><!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom">'
    return f"{top}<title>Arn Courier</title>{entries}</feed>"


def json_feed(server: Server, *, indent: int | None = None) -> str:
    items = [
        {
            "id": str(n),
            "url": f"{server.url}/{n}",
            "title": TITLES[n],
            "content_html": content(n),
            "date_published": f"2024-03-0{n + 5}T08:00:00Z",
            "authors": [{"name": "Jo Example"}],
        }
        for n in range(3)
    ]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Arn Courier", "items": items}, indent=indent
    )


def opml(*urls: str) -> str:
    outlines = "".join(f'<outline text="Feed {n}" type="rss" xmlUrl="{url}"/>' for n, url in enumerate(urls))
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Coast">{outlines}</outline></body></opml>'


def serve_pages(server: Server) -> None:
    for n in range(3):
        server.answers[f"/{n}"] = body(html(title=TITLES[n], paragraphs=TEXTS[n], published=""))


def remembering(server: Server, raw: Callable[[], str]) -> Answer:
    """A feed with an ETag, sent again only when it has changed."""

    def answer(to: Any) -> None:
        tag = f'"{hash(raw())}"'
        if to.headers.get("If-None-Match") == tag:
            return status(304)(to)
        return body(raw(), "application/rss+xml", ETag=tag, Last_Modified="Tue, 05 Mar 2024 08:00:00 GMT")(to)

    return answer


def look(briefing: Briefing, deadline: float = 20.0) -> tuple[list[FeedResult], ImportResult]:
    return refresh(briefing, web=Web(Limits(deadline=deadline)))


# Importing


@pytest.mark.parametrize("form", ["rss", "atom", "json", "pretty json"])
def test_a_feed_that_holds_its_articles_gives_them_and_no_page_is_fetched(
    server: Server, briefing: Briefing, form: str
) -> None:
    feed = {
        "rss": lambda: rss(server, whole=True),
        "atom": lambda: atom(server),
        "json": lambda: json_feed(server),
        "pretty json": lambda: json_feed(server, indent=1),
    }[form]()
    server.answers["/feed"] = body(feed, "text/plain")
    done = import_sources(briefing, [f"{server.url}/feed"])
    assert (len(done.new), done.failed) == (3, [])
    assert server.paths() == ["/feed"]
    found = articles(briefing)
    assert set(found) == set(TITLES)
    lock = found[TITLES[1]]
    assert (lock.url, lock.outlet, lock.published[:10]) == (f"{server.url}/1", "Arn Courier", "2024-03-06")
    assert lock.text == "\n\n".join(TEXTS[1])
    again = import_sources(briefing, [f"{server.url}/feed"])
    assert (len(again.new), len(again.known), len(again.changed)) == (0, 3, 0)


def test_a_feed_of_summaries_leads_to_its_pages_which_are_fetched_once(
    server: Server, briefing: Briefing
) -> None:
    server.answers["/feed"] = body(rss(server), "application/rss+xml")
    serve_pages(server)
    done = import_sources(briefing, [f"{server.url}/feed"])
    assert (len(done.new), done.failed) == (3, [])
    ferry = articles(briefing)[TITLES[0]]
    assert (ferry.published, ferry.basis["published"]) == ("2024-03-05", "stated by the feed")
    server.asked.clear()
    again = import_sources(briefing, [f"{server.url}/feed"])
    assert (len(again.new), len(again.known)) == (0, 3)
    assert server.paths() == ["/feed"]


def test_a_page_is_fetched_again_once_its_feed_tells_otherwise_of_it(
    server: Server, briefing: Briefing
) -> None:
    serve_pages(server)
    server.answers["/feed"] = body(rss(server), "application/rss+xml")
    briefing.do(Subscribe([(f"{server.url}/feed", "")]))
    refresh(briefing)
    longer = (
        *TEXTS[0],
        "The company said on Sunday that the ferry would stay in harbour until Friday at least.",
    )
    server.answers["/0"] = body(html(title=TITLES[0], paragraphs=longer, published=""))
    server.asked.clear()
    refresh(briefing)
    assert server.paths() == ["/feed"]  # the feed says nothing of it
    told = rss(server).replace(TITLES[0], f"{TITLES[0]} until Friday")
    server.answers["/feed"] = body(told, "application/rss+xml")
    server.asked.clear()
    looks, _ = refresh(briefing)
    assert (server.paths(), looks[0].changed) == (["/feed", "/0"], 1)
    server.asked.clear()
    refresh(briefing)
    assert server.paths() == ["/feed"]


def test_a_page_that_names_no_outlet_has_the_feeds_title_for_one(server: Server, briefing: Briefing) -> None:
    server.answers["/feed"] = body(rss(server), "application/rss+xml")
    for n in range(3):
        server.answers[f"/{n}"] = body(
            f"<html><body><article><h1>{TITLES[n]}</h1>{content(n)}</article></body></html>"
        )
    import_sources(briefing, [f"{server.url}/feed"])
    bees = articles(briefing)[TITLES[2]]
    assert (bees.outlet, bees.basis["outlet"]) == ("Arn Courier", "inferred from the feed")
    reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    assert articles(briefing)[TITLES[2]].outlet == "Arn Courier"


def test_a_feed_in_a_file_is_known_by_what_it_holds(
    server: Server, briefing: Briefing, tmp_path: Path
) -> None:
    (tmp_path / "saved.xml").write_text(rss(server, whole=True))
    assert len(import_sources(briefing, [tmp_path / "saved.xml"]).new) == 3


def test_a_feed_has_but_so_many_pages_fetched_at_once(
    server: Server, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.web.fetch_queue.PAGES", 2)
    server.answers["/feed"] = remembering(server, lambda: rss(server))
    serve_pages(server)
    briefing.do(Subscribe([(f"{server.url}/feed", "")]))
    (first,), done = look(briefing)
    assert first.new == 2
    assert "1 are left" in done.failed[0].reason
    (second,), done = look(briefing)
    assert (second.new, done.failed) == (1, [])


def test_what_programs_put_below_an_article_is_left_out(server: Server) -> None:
    below = "<p>The post <a href='/0'>Ferry</a> appeared first on <a href='/'>Arn Courier</a>.</p>"
    raw = rss(server, whole=True).replace("]]>", below + "]]>") + "<!-- 12 queries -->"
    feed = read_feed(raw.encode())
    assert (len(feed.entries), feed.broken) == (3, "")
    assert not any("appeared first" in entry.html for entry in feed.entries)


def test_a_page_that_fails_costs_only_itself(server: Server, briefing: Briefing) -> None:
    server.answers["/feed"] = body(rss(server), "application/rss+xml")
    serve_pages(server)
    server.answers["/1"] = status(500)
    done = import_sources(briefing, [f"{server.url}/feed"])
    assert len(done.new) == 2
    assert [failure.origin for failure in done.failed] == [f"{server.url}/1"]


def test_a_feed_cut_in_the_middle_gives_what_came_before_and_says_so(
    server: Server, briefing: Briefing
) -> None:
    whole = rss(server, whole=True)
    server.answers["/feed"] = body(whole[: whole.index(TITLES[2]) + 200], "application/rss+xml")
    done = import_sources(briefing, [f"{server.url}/feed"])
    assert set(articles(briefing)) == set(TITLES[:2])
    assert ["ends in the middle" in failure.reason for failure in done.failed] == [True]


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


@pytest.mark.parametrize("kind", ["rss", "opml", "html"])
def test_an_entity_bomb_is_refused(server: Server, briefing: Briefing, kind: str) -> None:
    raw = {
        "rss": f"<?xml version='1.0'?>{BOMB}<rss version='2.0'><channel><title>&j;</title></channel></rss>",
        "opml": f"<?xml version='1.0'?>{BOMB}<opml><body><outline text='&j;' xmlUrl='{server.url}/feed'/></body></opml>",
        "html": f"<?xml version='1.0'?>{BOMB}<html><body><p>&j;</p></body></html>",
    }[kind]
    server.answers["/bomb"] = body(raw, "application/xml")
    done = import_sources(briefing, [f"{server.url}/bomb"])
    assert (len(done.new), len(done.failed)) == (0, 1)
    assert server.paths() == ["/bomb"]
    if kind != "html":
        assert "entities" in done.failed[0].reason


def test_what_is_no_feed_says_so() -> None:
    for raw in (b"<html><p>x</p></html>", b"<rss", b'{"version": "1"}'):
        with pytest.raises(BadSourceError, match="no feed"):
            read_feed(raw)
    with pytest.raises(BadSourceError, match="OPML"):
        read_outline(b"<opml version='2.0'><body/></opml>")
    assert guess_kind(b"<?xml version='1.0'?><html xmlns='x'></html>") == "html"


def test_opml_subscribes_to_its_feeds_and_brings_in_their_entries(
    server: Server, briefing: Briefing, tmp_path: Path
) -> None:
    server.answers["/a"] = body(rss(server, whole=True, numbers=(0,), title="One"), "application/rss+xml")
    server.answers["/b"] = body(rss(server, whole=True, numbers=(1, 2), title="Two"), "application/rss+xml")
    (tmp_path / "feeds.opml").write_text(
        opml(f"{server.url}/a", f"{server.url}/b", f"{server.url}/gone", "file:///etc/passwd")
    )
    done = import_sources(briefing, [tmp_path / "feeds.opml"])
    assert len(done.new) == 3
    assert sorted(done.feeds) == [f"{server.url}/{name}" for name in ("a", "b", "gone")]
    assert [failure.origin for failure in done.failed] == [f"{server.url}/gone"]
    kept = briefing.feeds()
    assert kept[f"{server.url}/a"].refreshed
    assert "404" in kept[f"{server.url}/gone"].error
    assert find_damage(briefing.path) == []


# Refreshing


def test_refreshing_asks_for_what_is_new_and_fetches_nothing_twice(
    server: Server, briefing: Briefing
) -> None:
    numbers: tuple[int, ...] = (0, 1)
    server.answers["/feed"] = remembering(server, lambda: rss(server, numbers=numbers))
    serve_pages(server)
    briefing.do(Subscribe([(f"{server.url}/feed", "")]))
    (first,), _ = look(briefing)
    assert (first.status, first.new) == ("read", 2)
    assert [feed.title for feed in briefing.feeds().values()] == ["Arn Courier"]
    server.asked.clear()
    (second,), _ = look(briefing)
    assert (second.status, second.new) == ("unchanged", 0)
    assert server.paths() == ["/feed"]
    assert server.asked[0][1]["if-modified-since"] == "Tue, 05 Mar 2024 08:00:00 GMT"
    numbers = (0, 1, 2)
    server.asked.clear()
    (third,), _ = look(briefing)
    assert (third.new, third.known) == (1, 2)
    assert server.paths() == ["/feed", "/2"]


def test_what_was_deleted_and_is_taken_in_again_is_settled_for_its_feed(
    server: Server, briefing: Briefing, tmp_path: Path
) -> None:
    server.answers["/feed"] = remembering(server, lambda: rss(server, numbers=(0, 1)))
    serve_pages(server)
    (tmp_path / "feeds.opml").write_text(opml(feed := f"{server.url}/feed"))
    import_sources(briefing, [tmp_path / "feeds.opml"])
    briefing.do(DeleteArticle(target_of(articles(briefing)[TITLES[0]])))
    briefing.do(Unsubscribe([feed]))  # so that all that is in it is looked at anew
    done = import_sources(briefing, [tmp_path / "feeds.opml"], restore=True)
    assert len(done.restored) == 1 and TITLES[0] in articles(briefing)
    server.asked.clear()
    (again,), _ = look(briefing)
    assert (again.status, again.new) == ("unchanged", 0)
    assert server.paths() == ["/feed"] and len(briefing.feeds()[feed].seen) == 2


def test_entries_that_failed_are_tried_again_though_the_feed_has_nothing_new(
    server: Server, briefing: Briefing
) -> None:
    server.answers["/feed"] = remembering(server, lambda: rss(server))
    serve_pages(server)
    server.answers["/0"] = status(503)
    server.answers["/1"] = status(404)
    briefing.do(Subscribe([(f"{server.url}/feed", "")]))
    (first,), _ = look(briefing)
    assert (first.new, first.failed) == (1, 2)
    (feed,) = briefing.feeds().values()
    assert sorted(url.rpartition("/")[2] for url in feed.failed) == ["0", "1"]
    assert "404" in feed.failed[f"{server.url}/1"].reason
    serve_pages(server)
    server.asked.clear()
    (second,), _ = look(briefing)
    assert (second.status, second.new, second.failed) == ("unchanged", 2, 0)
    assert sorted(server.paths()) == ["/0", "/1", "/feed"]
    assert articles(briefing)[TITLES[1]].published == "2024-03-06"
    (feed,) = briefing.feeds().values()
    assert not feed.failed


def test_a_page_that_is_never_there_is_given_up_and_told_of_once(server: Server, briefing: Briefing) -> None:
    server.answers["/feed"] = remembering(server, lambda: rss(server))
    serve_pages(server)
    server.answers["/1"] = status(410)
    briefing.do(Subscribe([(f"{server.url}/feed", "")]))
    looks = [look(briefing)[0][0] for _ in range(6)]
    assert [each.failed for each in looks] == [1, 1, 1, 1, 1, 0]
    assert [each.given_up for each in looks] == [0, 0, 0, 0, 1, 0]
    assert server.paths().count("/1") == 5
    (feed,) = briefing.feeds().values()
    assert not feed.failed


def test_an_entry_whose_text_was_edited_becomes_a_new_version(server: Server, briefing: Briefing) -> None:
    feed = rss(server, whole=True)
    server.answers["/feed"] = remembering(server, lambda: feed)
    briefing.do(Subscribe([(f"{server.url}/feed", "")]))
    look(briefing)
    feed = feed.replace("cost nine million", "cost twelve million")
    (second,), _ = look(briefing)
    assert (second.new, second.changed, second.known) == (0, 1, 2)
    assert "twelve million" in articles(briefing)[TITLES[1]].text


def test_one_slow_or_broken_feed_holds_up_no_other(server: Server, briefing: Briefing) -> None:
    server.answers["/slow"] = drip(server)
    server.answers["/page"] = body(html())
    server.answers["/cut"] = body(rss(server, whole=True)[:300], "application/rss+xml")
    server.answers["/good"] = body(rss(server, whole=True), "application/rss+xml")
    names = ("slow", "gone", "page", "cut", "good")
    briefing.do(Subscribe([(f"{server.url}/{name}", name) for name in names]))
    looks, done = look(briefing, deadline=2.5)
    found = {each.feed.title: each for each in looks}
    assert (found["good"].status, found["good"].new) == ("read", 3)
    assert {name for name in names if found[name].status == "failed"} == {"slow", "gone", "page", "cut"}
    assert len(done.failed) == 4
    errors = {feed.url.rpartition("/")[2]: feed.error for feed in briefing.feeds().values()}
    assert errors["good"] == ""
    assert "longer than" in errors["slow"] and "404" in errors["gone"] and "no feed" in errors["page"]


# Subscriptions are kept, and can be taken back


def test_subscribing_and_its_end_can_be_undone_and_survive(tmp_path: Path, briefing: Briefing) -> None:
    briefing.do(Subscribe([("https://a.example/feed", "A"), ("https://b.example/feed", "B")]))
    assert briefing.do(Subscribe([("https://a.example/feed", "A once more")])).seq == 0
    briefing.do(Unsubscribe(["https://a.example/feed"]))
    assert set(briefing.feeds()) == {"https://b.example/feed"}
    briefing.undo()
    assert [feed.title for feed in briefing.feeds().values()] == ["A", "B"]
    briefing.undo()
    assert briefing.feeds() == {}
    briefing.redo()
    briefing.close()
    assert set(Briefing.open(tmp_path / "briefing").feeds()) == {
        "https://a.example/feed",
        "https://b.example/feed",
    }
    with pytest.raises(ValueError, match="no address"):
        briefing.do(Subscribe([("file:///etc/passwd", "")]))


def test_a_damaged_file_of_feeds_loses_no_subscription(
    server: Server, tmp_path: Path, briefing: Briefing
) -> None:
    server.answers["/feed"] = body(rss(server, whole=True), "application/rss+xml")
    briefing.do(Subscribe([(f"{server.url}/feed", "A")]))
    look(briefing)
    briefing.close()
    (tmp_path / "briefing" / "feeds.json").write_bytes(b"{")
    again = Briefing.open(tmp_path / "briefing")
    assert set(again.feeds()) == {f"{server.url}/feed"}


# The verb


def test_feeds_are_added_listed_refreshed_and_removed(run: Run, server: Server, tmp_path: Path) -> None:
    server.answers["/feed"] = body(rss(server, whole=True), "application/rss+xml")
    server.answers["/site"] = body(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed2"></head></html>'
    )
    server.answers["/feed2"] = body(
        rss(server, whole=True, numbers=(0,), title="The other"), "application/rss+xml"
    )
    assert run("feeds", "refresh").returncode == 1
    added = run("feeds", "add", f"{server.url}/feed", f"{server.url}/gone", "missing.opml")
    assert added.returncode == 0
    assert "1 feed added" in added.stdout
    assert "3 new articles in 3 new events." in added.stdout
    assert len(added.stderr.splitlines()) == 4  # two that are not there, a new briefing, and what is of it
    assert "404" in added.stderr
    # The other feed has but an entry that came with the first.
    other = run("feeds", "add", f"{server.url}/site", f"{server.url}/feed").stdout
    assert "1 feed added, 1 there already" in other and "0 new articles" in other
    listed = [json.loads(each) for each in run("feeds", "list", "--json").stdout.splitlines()]
    assert [(feed["title"], feed["url"].rpartition("/")[2]) for feed in listed] == [
        ("Arn Courier", "feed"),
        ("The other", "feed2"),
    ]
    server.answers["/feed"] = body(rss(server, whole=True, numbers=(0, 1)), "application/rss+xml")
    refreshed = run("feeds", "refresh", "--json", "courier")
    assert refreshed.returncode == 0
    (told,) = [json.loads(each) for each in refreshed.stdout.splitlines()]
    assert (told["title"], told["status"], told["new"]) == ("Arn Courier", "read", 0)
    assert "0 new articles" in run("feeds", "refresh").stdout
    assert len(run("articles", "--json").stdout.splitlines()) == 3
    assert run("feeds", "remove", "courier").returncode == 0
    assert run("feeds", "remove", "courier").returncode == 1
    assert len(run("feeds", "--json").stdout.splitlines()) == 1
    assert len(run("articles", "--json").stdout.splitlines()) == 3
    for arguments in (["add"], ["remove"], ["nonsense"]):
        assert run("feeds", *arguments).returncode == 2
    (tmp_path / "subs.opml").write_text(opml(f"{server.url}/feed", f"{server.url}/gone"))
    assert "2 feeds added" in run("feeds", "add", "subs.opml").stdout
    last = run("feeds", "refresh", "gone")
    assert (last.returncode, "404" in last.stdout) == (1, True)


def test_fields_of_the_wrong_kind_are_passed_over() -> None:
    items: list[Any] = [
        1,
        {"title": {}, "url": []},
        {"authors": 3, "content_text": "x " * 300},
        {"authors": [None]},
    ]
    feed = read_feed(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode())
    assert [len(entry.text) > 500 for entry in feed.entries] == [False, True, False]
