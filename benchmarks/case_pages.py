"""What must hold of the cases of days, bodies, files and events: by the number of the case."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.case_desk import CASES, Desk, Faults, differ, of, paragraphs, words
from tests.support.server import Server, status

STORY = 174
"""Words of the six paragraphs that many of the cases hold."""


def _bulletins(at: Desk) -> Faults:
    at.imported("1.md", "2.md", "3.md")
    days = ["2025-07-01", "2025-07-02", "2025-07-03"]
    yield from differ("days of events", sorted(map(str, of(at.rows("events"), "date"))), days)
    yield from differ("copies", [row for row in of(at.articles(), "copy_of") if row], [])
    _, table, _ = at.run("counts", "speakers-months", "--csv")
    ministry = [line for line in table.splitlines() if "ministry" in line.casefold()]
    counted = [int(line.rsplit(",", 1)[1]) for line in ministry]
    # Once a bulletin; and once each for the lead, and for "according to it", where they are kept as reported speech.
    yield from differ("the ministry counts once to three times a bulletin", sum(counted) in (3, 6, 9), True)


def _published(*wanted: tuple[str, str]) -> Callable[[Desk], Faults]:
    """Return a check of the day each file was published, "|" between several that are right."""

    def check(at: Desk) -> Faults:
        for name, days in wanted:
            got = of(at.alone(name), "published")
            if len(got) != 1 or got[0] not in days.split("|"):
                yield f"{name}: {got}, not {days}"

    return check


def _whole(*names: str) -> Callable[[Desk], Faults]:
    """Return a check that of each file all words of the story are there."""

    def check(at: Desk) -> Faults:
        for name in names:
            yield from differ(f"{name}: words", [words(row) for row in at.alone(name)], [STORY])

    return check


def _databases(at: Desk) -> Faults:
    wanted = [
        ("Ferry line to reopen before autumn", "The Norrey Post", "2025-07-02", "Ann Holt"),
        ("Sudland ends the treaty", "Sudland News", "2025-07-03", "Ann Holt"),
    ]
    for name in ("nexis.txt", "uni.txt"):
        got = of(at.alone(name), "headline", "outlet", "published", "author")
        yield from differ(name, sorted(map(str, got)), sorted(map(str, wanted)))


def _letters(at: Desk) -> Faults:
    at.imported("letters.mbox")
    wanted = ["Ferry line to reopen", "Sudland ends the treaty"]
    yield from differ("headlines", sorted(map(str, of(at.articles(), "headline"))), wanted)


def _french(at: Desk) -> Faults:
    for row in (*at.alone("fr24.html"), *at.alone("fr24.txt")):
        yield from differ("published", row["published"], "2025-07-02")
        yield from differ("paragraphs", len(paragraphs(row)), 4)
        if "07/2025" in row["text"]:
            yield "the line of the date is a paragraph"


def _many(name: str, number: int) -> Callable[[Desk], Faults]:
    """Return a check that a file is so many articles, all with a headline, a day and an outlet."""

    def check(at: Desk) -> Faults:
        at.imported(name)
        rows = at.articles()
        yield from differ("articles", len(rows), number)
        for row in rows:
            yield from (f"no {field}" for field in ("outlet", "published") if not row[field])

    return check


def _tables(at: Desk) -> Faults:
    yield from _many("table.csv", 2)(at)
    at.imported("mediacloud.csv")
    yield from differ("articles with the list of addresses", len(at.articles()), 2)


def _rich_text(at: Desk) -> Faults:
    at.imported("article.rtf")
    for row in at.articles():
        yield from differ("published", row["published"], "2025-07-02")
        yield from differ("outlet", row["outlet"], "The Norrey Post")
        if "\\" in row["text"]:
            yield "codes in the text"
        yield from differ("words", words(row), STORY)


def _web_archives(at: Desk) -> Faults:
    for row in (*at.alone("crawl.warc"), *at.alone("crawl2.warc.gz")):
        yield from differ("words", words(row), STORY)
        yield from differ("address", row["url"], "https://norreypost.example/ferry")
        yield from differ("published", row["published"] in ("", "2025-07-01", "2025-07-02"), True)


def _agency(at: Desk) -> Faults:
    at.imported("nitf.xml")
    wanted = [("2025-07-02", "Norrey News Agency", "Ann Holt")]
    yield from differ("fields", of(at.articles(), "published", "outlet", "author"), wanted)


def _frames(at: Desk) -> Faults:
    at.imported(".")
    yield from differ("headlines", of(at.articles(), "headline"), ["Ferry line to reopen before autumn"])


def _single_file(at: Desk) -> Faults:
    at.imported("05singlefile.html")
    address = "https://www.norreypost.example/2025/07/02/ferry-line"
    for row in at.articles():
        yield from differ("address, day", (row["url"], row["published"]), (address, "2025-07-02"))
        yield from differ("an outlet", bool(row["outlet"]), True)


def _comment_first(at: Desk) -> Faults:
    for name in ("s1", "s2"):
        at.imported_stdin(name)
    rows = at.articles()
    for row in rows:
        yield from differ("headline", row["headline"], "Ferry line to reopen before autumn")
        yield from differ("words", words(row), STORY)
    yield from differ("an article", bool(rows), True)


def _newsletter(at: Desk) -> Faults:
    at.imported("newsletter.eml")
    rows = at.articles()
    yield from differ("paragraphs of both stories", sum(len(paragraphs(row)) for row in rows) >= 9, True)
    yield from ("bars in the text" for row in rows if "|" in row["text"])
    yield from ("“Read more” in the text" for row in rows if "read more" in row["text"].casefold())


def _attached(at: Desk) -> Faults:
    at.imported("attached.eml")
    wanted = [("The Norrey Post", "2025-07-02")]
    yield from differ("outlet, day", of(at.articles(), "outlet", "published"), wanted)
    yield from differ("words", [words(row) for row in at.articles()], [STORY])


def _escaped(at: Desk) -> Faults:
    feed = (at.case / "e1.rss").read_text(encoding="utf-8")
    head, *entries = feed.removesuffix("</channel></rss>").split("<item>")
    with tempfile.TemporaryDirectory() as folder:  # all of them hold one text, and would be one article
        at.case = Path(folder)
        rows = []
        for number, entry in enumerate(entries, 1):
            whole = entry.partition("</item>")[0]
            (at.case / f"{number}.rss").write_text(
                f"{head}<item>{whole}</item></channel></rss>", encoding="utf-8"
            )
            rows += at.alone(f"{number}.rss")
    yield from differ("articles", len(rows), 4)
    for row, title in zip(rows, ('Minister’s "ferry" <plan> & budget', "5 < 6 and bold AT&T"), strict=False):
        yield from differ("headline", row["headline"], title)
    yield from differ("outlet", {row["outlet"] for row in rows}, {"The Norrey's Post & Mail"})
    yield from differ("third author", rows[2]["author"] if len(rows) > 2 else "", "Ann Holt")


def _columns(at: Desk) -> Faults:
    at.imported("inter.pdf")
    story = CASES / "18-nexis-several-documents-one-article" / "nexis.txt"
    known = " ".join(story.read_text(encoding="utf-8").split())
    for row in at.rows("quotes"):
        for part in row["parts"]:
            if row["kind"] == "direct" and " ".join(part["text"].split()) not in known:
                yield f"a quote of {row['speaker']} that stands in neither column"
    yield from differ("direct quotes", len(at.rows("quotes")) > 0, True)


def _walls(at: Desk) -> Faults:
    at.imported("blocked.html", "consent.html", "paywall.html")
    for row in at.articles():
        if not Path(row["origin"]).name.startswith("paywall") or "subscri" in row["text"].casefold():
            yield f"{Path(row['origin']).name} is an article"


def _failing_page(at: Desk) -> Faults:
    feed = (at.case / "blocked.rss").read_text(encoding="utf-8")
    with Server().running() as server, tempfile.TemporaryDirectory() as folder:
        server.answers["/forbidden.html"] = status(403)
        at.case = Path(folder)
        (at.case / "blocked.rss").write_text(
            re.sub(r"http://127\.0\.0\.1:\d+", server.url, feed), encoding="utf-8"
        )
        at.imported("blocked.rss")
    got = of(at.articles(), "headline", "published")
    yield from differ("kept", got, [("Ferry line to reopen before autumn", "2025-07-02")])
    yield from ("nothing marks it as a summary" for row in at.articles() if not row.get("summary"))


def _messages(at: Desk) -> Faults:
    for name, number in (("telegram.json", 2), ("telegram.html", 5)):
        rows = at.alone(name)
        if name not in at.refused:
            yield from differ(f"{name}: messages", len(rows), number)
            yield from differ(f"{name}: days", len({row["published"] for row in rows}), number)
            yield from differ(f"{name}: outlet", {row["outlet"] for row in rows}, {"Ministry of Ferries"})


def _template(at: Desk) -> Faults:
    at.imported("fr_en.html")
    yield from differ("language", of(at.articles(), "language"), ["fr"])


PAGES: dict[str, Callable[[Desk], Faults]] = {
    "01": _bulletins,
    "06": _published(("d4.rss", "2025-07-02"), ("d11.rss", "2025-07-01")),
    "08": _published(("d1.rss", "2016-06-29"), ("d7.rss", "2025-07-02|")),
    "10": _published(("t1.html", "2025-03-04"), ("t3.html", "2025-03-04")),
    "12": _whole("wrap66.txt", "wrap72.txt", "wrap80.txt"),
    "14": _whole("v1.html"),
    "16": _whole("01linkedpara.html"),
    "18": _databases,
    "21": _letters,
    "26": _french,
    "27": _many("news.json", 2),
    "29": _tables,
    "30": _rich_text,
    "31": _web_archives,
    "33": _agency,
    "35": _frames,
    "36": _single_file,
    "38": _comment_first,
    "42": _newsletter,
    "44": _attached,
    "46": _escaped,
    "49": _columns,
    "51": _walls,
    "52": _failing_page,
    "53": _published(("t9.html", "2025-07-07|")),
    "55": _messages,
    "57": _template,
}
