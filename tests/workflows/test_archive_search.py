"""An archive that is searched, and asked with SQL."""

from __future__ import annotations

import json

import pytest

from tests.support.archive_desk import Desk
from tests.support.copies import bring, note, opened, tag, work
from tests.support.dossiers import FORMULA, PLAIN, find, page
from tui.cli.parser import main
from tui.core.query.parser import parse
from tui.store.archive.archive import Archive
from tui.store.archive.archive_search import newest
from tui.store.archive.connection import ArchiveError


def _said(desk: Desk) -> dict[object, object]:
    return {row[0]: row[1] for row in desk.ask("select words, speaker from briefing.said")}


def test_rows_can_be_asked_with_sql_as_readers_left_things(desk: Desk) -> None:
    one = desk.joined()
    said = _said(desk)
    assert said[PLAIN] == "Mara Quay"
    with opened(one) as briefing:
        quote, event = find(briefing, PLAIN)[1], find(briefing, FORMULA)[0].event
    assert main(["edit", quote.id, "speaker", "+Ida Lund", "--store", str(one)]) == 0
    assert main(["events", "rename", event, "The sum", "--store", str(one)]) == 0
    desk.exchange(one)
    said = _said(desk)
    assert said[PLAIN] == "Ida Lund"
    (tagged,) = desk.ask(
        "select count(*) from briefing.annotation n join briefing.tag t on t.id = n.tag where t.name = 'topic/lock'",
    )
    assert tagged == (3,)


def test_the_whole_archive_is_searched_as_a_briefing_is(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = desk.joined()
    with Archive(desk.address) as there:

        def found(query: str) -> set[str]:
            return {each.headline for each in newest(there, parse(query), 0)}

        with opened(one) as briefing:
            for query in (
                "lock", "loc", '"the lock"', "outlet:courier", "after:2025-03-04", "before:2025-03-05", "on:2025-03",
                "speaker:quay lock", "speaker:nobody", "event:two", "tag:topic", "note:friday", "NOT lock", "LOCK OR sum",
                "kind:direct", "lock OR speaker:nobody", "sum OR speaker:quay", "NOT (lock OR speaker:quay)",
                "(lock OR tag:topic) (sum OR speaker:quay)", "NOT lock NOT sum", "sum NOT (lock OR boats)",
                " ".join(f"(x{at} OR speaker:quay OR event:two)" for at in range(4)),
            ):  # fmt: skip
                wanted = {
                    article.headline
                    for hit in briefing.select(query, whole=True)
                    for article in briefing.annotated(hit.event).event.articles
                    if article.id == hit.article and not ("2025" in query and not article.published)
                }
                assert {
                    each for each in found(query) if "sum" not in each or "2025" not in query
                } == wanted, query
        with pytest.raises(ArchiveError, match="an archive is asked for"):
            newest(there, parse("is:unread"), 0)
    capsys.readouterr()
    assert main(["search", "lock", "--archive", "--store", str(one)]) == 1
    assert "~/.pgpass" in capsys.readouterr().err
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    assert main(["search", "lock", "--archive", "--store", str(one), "--json"]) == 0
    record = json.loads(capsys.readouterr().out.splitlines()[0])
    assert record["headline"] == "Boats | wait [no] more #lock"
    assert main(["search", "lock", "--archive", "--store", str(one), "--limit", "1"]) == 0
    told = capsys.readouterr()
    assert "Boats" in told.out and "the newest 1" in told.err


def test_the_newest_come_first_however_far_apart_they_are(desk: Desk) -> None:
    one = desk.ada()
    days = ["9999-12-31", "2025-05-01", "2025-04-30", "2025-04-30", "2019-01-31", "2019-01-01", "2016-02-29"]
    days += [f"201{year}-0{month}-1{month}" for year in (7, 8) for month in range(1, 10)]
    pages = [
        page("Ice" + " on" * at, "Ida Lund", day, f"It freezes {at} times", "three")
        for at, day in enumerate([*days, *days])
    ]
    work(one, "ada", lambda briefing: briefing.add(pages))
    desk.joined()
    with opened(one) as briefing:
        articles = [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]
    ice = [each for each in articles if each.headline.startswith("Ice")]
    ice.sort(key=lambda each: each.id)
    ice.sort(key=lambda each: each.published, reverse=True)
    assert len(ice) == 2 * len(days)
    with Archive(desk.address) as there:
        for query, wanted in (
            ("freezes", ice),
            ("freezes before:2019", [each for each in ice if each.published < "2019"]),
            ("freezes after:2025-04 OR on:2016", [a for a in ice if a.published > "2025-05" or "2016" in a.published]),
            ("freezes (on:2018 OR on:2019-01-01)", [a for a in ice if "2018" < a.published < "2019-01-02"]),
            ("freezes after:2019-01-01 before:2025-05-01", [a for a in ice if "2019-01-01" < a.published < "2025-05-01"]),
            ("freezes NOT after:2018", [each for each in ice if each.published < "2019"]),
            ("speaker:quay freezes kind:direct NOT on:2017", [a for a in ice if "2017" not in a.published]),
            ("freezes speaker:nobody OR freezes before:2017", [a for a in ice if a.published < "2017"]),
            ("freezes speaker:quay before:2019 OR freezes on:2025",
             [a for a in ice if a.published < "2019" or "2025" in a.published]),
            ("freezes NOT (after:2018 OR quarrel)", [each for each in ice if each.published < "2019"]),
            ("author:nobody", []),
        ):  # fmt: skip
            for limit in (0, 1, 2, 3, 5, 8, 20, 100):
                found = [each.id for each in newest(there, parse(query), limit)]
                assert found == [each.id for each in wanted[: limit or None]], (query, limit)


def test_rows_tell_of_what_two_made_at_once_as_their_briefings_do(desk: Desk) -> None:
    one = desk.joined()
    two = desk.joined("bo")
    for path, event in ((one, "three"), (two, "four")):
        work(path, "x", bring("Ice on the lock", "It freezes", event), tag("It freezes", "ice"))
        work(path, "x", note("It freezes", f"Of {event}."), tag(PLAIN, "ice"))
    desk.exchange(one, two, one, two)
    work(two, "bo", tag("It freezes", "ICE", "later"))
    desk.exchange(two)
    desk.exchange(one)
    with opened(one) as briefing:
        held = briefing.replica().documents()
    for table, query in (
        ("articles", "select id, event from briefing.article"),
        ("event", "select id, name from briefing.event"),
        ("tags", "select id, name from briefing.tag"),
        ("annotations", "select id, body from briefing.annotation"),
    ):
        names = {"articles": "@event", "annotations": "body"}
        wanted = {key[1]: each[names.get(table, "name")] for key, each in held.items() if key[0] == table}
        assert {row[0]: row[1] for row in desk.ask(query)} == wanted
    with Archive(desk.address) as there:
        assert len(newest(there, parse("freezes"), 0)) == 1
