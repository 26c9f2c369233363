"""What a feed says of its entries: titles, authors, days; and what is kept of one whose page fails."""

from __future__ import annotations

import pytest

from tests.support.documents import html
from tests.support.server import Server, body, status
from tui.commands.feeds import Subscribe
from tui.core.model import SUMMARY, Article
from tui.reading.formats.feeds import Entry, read_feed
from tui.store.briefing import Briefing
from tui.web.client import Limits, Web
from tui.workflows.import_pages import import_sources
from tui.workflows.refresh_feeds import refresh

SAID = "The lock at Brenn stays shut until March, the water board says. “We found a crack,” said Uwe Tamm, its head."


def feed(entry: str, *, language: str = "") -> bytes:
    top = f"<title>Arn Courier</title><language>{language}</language>"
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"{top}<item>{entry}</item></channel></rss>"
    ).encode()


def only(entry: str, *, language: str = "") -> Entry:
    (found,) = read_feed(feed(entry, language=language)).entries
    return found


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Wed, 05 Mar 2025 00:20:00 +0400", "2025-03-05"),
        ("Tue, 04 Mar 2025 22:10:00 PST", "2025-03-04"),
        ("05 Mar 25 08:00 GMT", "2025-03-05"),
        ("2025/3/5 8:07:41", "2025-03-05"),
        ("1741164000", "2025-03-05"),
        ("1741164000123", "2025-03-05"),
        ("Wed Mar  5 08:00:00 CET 2025", "2025-03-05"),
        ("20250305T080000Z", "2025-03-05"),
        ("mer., 05 févr. 2025 08:00:00 +0100", "2025-02-05"),
        ("mar. 04 mars 2025", "2025-03-04"),
        ("Mi, 05 Mär 2025 08:00:00 +0100", "2025-03-05"),
        ("Ср, 05 мар 2025 08:00:00 +0300", "2025-03-05"),
        ("mié, 05 ago 2020 08:00:00", "2020-08-05"),
        ("yesterday evening", ""),
        ("05 Mar", ""),
        ("04/03/2025", ""),
        ("0000-00-00 00:00:00", ""),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ""),
        ("Fri, 05 Mar 2117 00:00:00 GMT", ""),
    ],
)
def test_the_day_of_an_entry_is_the_one_the_feed_writes_or_none(stamp: str, day: str) -> None:
    assert only(f"<title>x</title><pubDate>{stamp}</pubDate>").published == day


@pytest.mark.parametrize(("language", "day"), [("fr", "2025-03-04"), ("de-AT", "2025-03-04"), ("en-us", "")])
def test_a_date_in_figures_is_read_as_the_feeds_language_writes_it(language: str, day: str) -> None:
    assert only("<title>x</title><pubDate>04/03/2025</pubDate>", language=language).published == day


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Council&amp;#8217;s &amp;quot;lock&amp;quot; &amp;amp; bridge", 'Council’s "lock" & bridge'),
        ("<![CDATA[3 < 4 and a <em>loud</em> R&D]]>", "3 < 4 and a loud R&D"),
        ("Ten &lt;b&gt;bold&lt;/b&gt; boats &amp;amp; more", "Ten bold boats & more"),
        ("The &lt;unnamed&gt; lake", "The <unnamed> lake"),
    ],
)
def test_a_title_escaped_twice_is_read_and_angles_that_are_no_markup_stay(title: str, read: str) -> None:
    assert only(f"<title>{title}</title>").title == read


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>desk@arn.example (Ida Roth)</author>", "Ida Roth"),
        ("<author>Ida Roth &lt;ida@arn.example&gt;</author>", "Ida Roth"),
        ("<author>desk@arn.example</author>", ""),
        ("<dc:creator>Ida Roth</dc:creator><dc:creator>Uwe Tamm</dc:creator>", "Ida Roth, Uwe Tamm"),
    ],
)
def test_all_authors_of_an_entry_are_named_without_their_addresses(author: str, names: str) -> None:
    assert only(f"<title>x</title>{author}").author == names


WHOLE = (SAID, "The board will drain the lock next week, and boats go round by the old canal meanwhile.")


def serve(server: Server, answer: object) -> str:
    entry = (
        f"<title>Lock at Brenn stays shut</title><link>{server.url}/lock</link><description>{SAID}</description>"
        "<pubDate>Wed, 05 Mar 2025 00:20:00 +0400</pubDate>"
    )
    server.answers["/feed"] = body(feed(entry), "application/rss+xml")
    server.answers["/lock"] = answer  # type: ignore[assignment]
    return f"{server.url}/feed"


def the_article(briefing: Briefing) -> Article:
    (row,) = briefing.rows()
    (article,) = briefing.annotated(row["id"]).event.articles
    return article


@pytest.mark.parametrize(
    "failing", [status(403), status(503), body("<html><body><nav>Home</nav></body></html>")]
)
def test_of_an_entry_whose_page_fails_what_the_feed_said_is_kept_and_marked(
    server: Server, briefing: Briefing, failing: object
) -> None:
    done = import_sources(briefing, [serve(server, failing)], web=Web(Limits(deadline=20.0)))
    assert len(done.new) == 1
    (failure,) = done.failed
    assert "what the feed says of it was kept" in failure.reason
    kept = the_article(briefing)
    assert (kept.headline, kept.published, kept.outlet) == (
        "Lock at Brenn stays shut",
        "2025-03-05",
        "Arn Courier",
    )
    assert (kept.text, kept.basis["text"]) == (SAID, SUMMARY)
    assert [quote.words for quote in kept.quotes if quote.kind == "direct"] == ["We found a crack,"]


def test_of_an_entry_whose_page_fails_the_longer_of_what_the_feed_says_is_kept(
    server: Server, briefing: Briefing
) -> None:
    entry = (
        f"<title>Lock at Brenn stays shut</title><link>{server.url}/lock</link><description>Shut till May.</description>"
        f"<content:encoded><![CDATA[<p>{SAID}</p>]]></content:encoded>"
    )
    server.answers["/feed"] = body(feed(entry), "application/rss+xml")
    server.answers["/lock"] = status(503)
    import_sources(briefing, [f"{server.url}/feed"], web=Web(Limits(deadline=20.0)))
    assert the_article(briefing).text == SAID


def test_a_page_that_is_called_after_its_file_is_called_as_the_feed_has_it(
    server: Server, briefing: Briefing
) -> None:
    page = body(html(title="lock_2025-03.html", paragraphs=WHOLE, published=""))
    import_sources(briefing, [serve(server, page)], web=Web(Limits(deadline=20.0)))
    article = the_article(briefing)
    assert (article.headline, article.basis["headline"]) == ("Lock at Brenn stays shut", "stated by the feed")
    assert briefing.rows()[0]["name"] == "Lock at Brenn stays shut"


def test_what_was_kept_of_an_entry_becomes_the_article_once_its_page_can_be_read(
    server: Server, briefing: Briefing
) -> None:
    address = serve(server, status(403))
    briefing.do(Subscribe([(address, "")]))
    refresh(briefing, web=Web(Limits(deadline=20.0)))
    summary = the_article(briefing)
    server.answers["/lock"] = body(html(title="Lock at Brenn stays shut", paragraphs=WHOLE, published=""))
    refresh(briefing, web=Web(Limits(deadline=20.0)))
    whole = the_article(briefing)
    assert whole.id == summary.id
    assert whole.text == "\n\n".join(WHOLE) and whole.basis["text"] != SUMMARY
    server.asked.clear()
    refresh(briefing, web=Web(Limits(deadline=20.0)))
    assert server.paths() == ["/feed"]


def test_a_feed_imported_again_brings_the_page_in_the_place_of_its_summary(
    server: Server, briefing: Briefing
) -> None:
    address = serve(server, status(503))
    import_sources(briefing, [address])
    server.answers["/lock"] = body(html(title="Lock at Brenn stays shut", paragraphs=WHOLE, published=""))
    done = import_sources(briefing, [address])
    assert (len(done.new), len(done.changed)) == (0, 1)
    assert the_article(briefing).text == "\n\n".join(WHOLE)


@pytest.mark.parametrize(
    ("link", "day"), [("https://arn.example.it/1", "2025-03-05"), ("https://arn.example/1", "2025-03-04")]
)
def test_a_stamp_in_universal_time_is_a_day_where_the_outlet_is(link: str, day: str) -> None:
    said = f"<title>x</title><link>{link}</link><pubDate>Tue, 04 Mar 2025 23:30:00 GMT</pubDate>"
    assert only(said).published == day
