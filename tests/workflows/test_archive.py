"""A desk that shares by way of a real PostgreSQL server: all or a part, roles, replicas, a server that is killed."""

from __future__ import annotations

import errno
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support import postgres
from tests.support.copies import bring, contents, note, opened, rename, synced, tag, tags_on, work
from tests.support.dask_cluster import until
from tests.support.dossiers import FORMULA, PLAIN, build, find, page
from tests.support.postgres import Server
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, WriteNote, target_of
from tui.commands.assessment import LinkQuotes
from tui.commands.codebook import DeleteTags
from tui.commands.events import MoveArticle
from tui.commands.quotes import AddQuote
from tui.core.model import AnnotationTarget
from tui.core.query.parser import parse
from tui.store.archive import connection
from tui.store.archive.archive import Archive
from tui.store.archive.archive_search import newest
from tui.store.archive.connection import ArchiveAwayError, ArchiveError, shown_address, without_password
from tui.store.briefing import Briefing
from tui.store.library import title_of
from tui.store.maintenance.check import find_damage
from tui.store.replica import membership
from tui.store.replica.membership import membership_of
from tui.workflows import archive
from tui.workflows.archive_feed import follow
from tui.workflows.merge import MergeResult, merge

pytestmark = [
    pytest.mark.skipif(bool(postgres.missing()), reason=postgres.missing() or "there"),
    pytest.mark.xdist_group("postgres"),
]
pytest.importorskip("psycopg")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres.kept() as found:
        yield found


@pytest.fixture
def desk(server: Server, request: pytest.FixtureRequest) -> str:
    """The name of a database of this test's own, with an archive in it."""
    name = f"d{abs(hash(request.node.name))}"
    server.ask("postgres", f'create database "{name}"')
    archive.init(server.address(name))
    return name


def ada(tmp_path: Path) -> Path:
    if not (tmp_path / "ada").exists():
        build(tmp_path / "ada").close()
    return tmp_path / "ada"


def joined(path: Path, address: str, query: str = "") -> Path:
    briefing = Briefing.open(path, create=True, title="x")
    try:
        archive.join(briefing, address, query)
    finally:
        briefing.close()
    return path


def desk_of_ada(server: Server, desk: str, tmp_path: Path) -> tuple[str, Path]:
    """Return the address of an archive and the briefing of Ada's that has joined it."""
    address = server.address(desk)
    return address, joined(ada(tmp_path), address)


def exchanged(path: Path, address: str) -> MergeResult:
    with opened(path) as briefing, Archive(address) as there:
        return archive.exchange(briefing, there)


def test_desks_that_share_an_archive_hold_the_same(server: Server, desk: str, tmp_path: Path) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    assert contents(one) == contents(two)
    assert find_damage(two) == []
    with opened(two) as briefing:
        assert briefing.raw(find(briefing, PLAIN)[0])
    work(two, "bo", tag(PLAIN, "monday"), note(FORMULA, "From Bo."))
    work(
        one,
        "ada",
        rename("no deal", "no bargain"),
        bring("Ice on the lock", "It freezes every year", "three"),
    )
    for each in (two, one, two):
        exchanged(each, address)
    assert contents(one) == contents(two)
    assert "monday" in tags_on(one, PLAIN)
    assert exchanged(one, address) == MergeResult()


def test_what_two_changed_while_they_were_away_is_to_be_decided_on_either_desk(
    server: Server, desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    work(one, "ada", rename("no deal", "no bargain"))
    work(two, "bo", rename("no deal", "no treaty"))
    for each in (one, two, one):
        exchanged(each, address)
    assert exchanged(two, address).conflicts == 1
    assert main(["conflicts", "1", "2", "--store", str(two)]) == 0
    for each in (two, one):
        exchanged(each, address)
    capsys.readouterr()
    assert main(["conflicts", "--store", str(one), "--json"]) == 0
    assert capsys.readouterr().out == ""
    assert contents(one) == contents(two)


def test_a_part_has_what_its_query_finds_and_all_that_belongs_to_it_and_is_fed(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    part = joined(tmp_path / "part", address, "sum OR freezes")
    with opened(part) as briefing:
        assert [row["name"] for row in briefing.rows()] == ["Event two"]
        assert briefing.speakers()
    assert find_damage(part) == []
    work(part, "cy", note(FORMULA, "From Cy."))
    exchanged(part, address)
    work(
        one,
        "ada",
        bring("Ice on the lock", "It freezes every year", "three"),
        tag(FORMULA, "sums"),
        tag(PLAIN, "plain"),
    )
    exchanged(one, address)
    exchanged(part, address)
    with opened(part) as briefing:
        assert {row["name"] for row in briefing.rows()} == {"Event two", "Event three"}
    assert "sums" in tags_on(part, FORMULA)
    assert "From Cy." in str(contents(one))
    with opened(part) as briefing, Archive(address) as there:
        archive.widen(briefing, there, "outlet:courier")
    whole = {key: each for key, each in contents(one).items() if key[0] != "titles"}
    assert contents(part) == whole
    assert find_damage(part) == []
    with pytest.raises(ArchiveError, match="has articles"):
        joined(ada(tmp_path), address, "lock")


def test_an_author_whom_the_database_cannot_name_goes_there_by_what_can_be_said(
    server: Server, desk: str, tmp_path: Path
) -> None:
    one = ada(tmp_path)
    work(one, "A\x00d\ud800a\nT", note(PLAIN, "From Ada."), rename("no deal", "no bargain"))
    joined(one, server.address(desk))
    notes = "select creator from briefing.annotation where value = 'From Ada.'"
    assert server.ask(desk, notes) == [("Ada T",)]
    assert ("Ada T",) in server.ask(desk, "select distinct author from briefing.step")


def test_a_tag_that_is_taken_away_in_a_part_stays_where_others_beside_it_bear_it(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    part = joined(tmp_path / "part", address, "sum")
    work(part, "cy", lambda b: b.do(DeleteTags([t.id for t in b.tags().values() if t.name == "topic/lock"])))
    for each in (part, one, part):
        exchanged(each, address)
    assert "topic/lock" in tags_on(one, PLAIN)
    assert contents(part).items() <= contents(one).items()
    with opened(part) as briefing:
        assert "topic/lock" in {each.name for each in briefing.tags().values()}
        lock = next(each.id for each in briefing.tags().values() if each.name == "topic/lock")
    work(one, "ada", lambda briefing: briefing.do(DeleteTags([lock])))  # now from all
    for each in (one, part):
        exchanged(each, address)
    assert ("tags", lock) not in contents(one).keys() | contents(part).keys()


def test_notes_on_an_event_are_in_a_part_where_all_have_them_though_its_articles_are_beside_it(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    for path, words in ((one, PLAIN), (two, FORMULA)):  # one page, brought to two events that have others

        def place(briefing: Briefing, words: str = words) -> None:
            event = find(briefing, words)[0].event
            bring("Ice on the lock", "It freezes every year", "three")(briefing)
            briefing.do(MoveArticle(find(briefing, "It freezes every year")[0].id, event))
            briefing.do(WriteNote(AnnotationTarget("event", event), f"On the event of {words}"))

        work(path, "ada", place)
    parts = [joined(tmp_path / "early", address, "freezes")]
    for each in (one, two, parts[0], one):
        exchanged(each, address)
    parts.append(joined(tmp_path / "late", address, "freezes"))
    exchanged(parts[0], address)
    assert contents(one) == contents(two)
    for part in parts:
        assert contents(part).items() <= contents(one).items()
        assert str(contents(part)).count("On the event of") == 2
        assert find_damage(part) == []


def test_a_part_of_an_archive_has_a_title_of_its_own(server: Server, desk: str, tmp_path: Path) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two, part = joined(tmp_path / "bo", address), joined(tmp_path / "part", address, "sum")
    work(part, "cy", lambda briefing: briefing.set_title("Sums"))
    work(one, "ada", lambda briefing: briefing.set_title("All the locks"))
    for each in (part, one, two, part):
        exchanged(each, address)
    assert list(map(title_of, (one, two, part))) == ["All the locks", "All the locks", "Sums"]


def test_the_title_that_a_briefing_shared_before_it_became_a_part_stays_its_own(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = server.address(desk), ada(tmp_path)
    work(one, "ada", lambda briefing: briefing.set_title("All the locks"))
    joined(one, address)
    part, stick = tmp_path / "part", tmp_path / "stick"
    stick.mkdir()
    Briefing.open(part, create=True, title="x").close()
    work(part, "cy", lambda briefing: briefing.set_title("Sums"))
    synced(part, stick)
    joined(part, address, "sum")
    work(part, "cy", note(FORMULA, "From Cy."))
    for each in (part, one, joined(tmp_path / "bo", address), part):
        exchanged(each, address)
    assert list(map(title_of, (one, tmp_path / "bo", part))) == ["All the locks", "All the locks", "Sums"]
    assert "From Cy." in str(contents(one))
    assert main(["conflicts", "--store", str(one)]) == 0


def test_a_part_meets_others_by_its_archive_alone(
    server: Server, desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    joined(ada(tmp_path), server.address(desk))
    part = joined(tmp_path / "part", server.address(desk), "sum")
    assert main(["merge", str(part), "--store", str(ada(tmp_path))]) == 1
    assert "is a part of an archive" in capsys.readouterr().err


def _said(server: Server, desk: str) -> dict[object, object]:
    return {row[0]: row[1] for row in server.ask(desk, "select words, speaker from briefing.said")}


def test_rows_can_be_asked_with_sql_as_readers_left_things(server: Server, desk: str, tmp_path: Path) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    said = _said(server, desk)
    assert said[PLAIN] == "Mara Quay"
    with opened(one) as briefing:
        quote, event = find(briefing, PLAIN)[1], find(briefing, FORMULA)[0].event
    assert main(["edit", quote.id, "speaker", "+Ida Lund", "--store", str(one)]) == 0
    assert main(["events", "rename", event, "The sum", "--store", str(one)]) == 0
    exchanged(one, address)
    said = _said(server, desk)
    assert said[PLAIN] == "Ida Lund"
    (tagged,) = server.ask(
        desk,
        "select count(*) from briefing.annotation n join briefing.tag t on t.id = n.tag where t.name = 'topic/lock'",
    )
    assert tagged == (3,)


def test_the_whole_archive_is_searched_as_a_briefing_is(
    server: Server,
    desk: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = joined(ada(tmp_path), server.address(desk))
    with Archive(server.address(desk)) as there:

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


def test_the_newest_come_first_however_far_apart_they_are(server: Server, desk: str, tmp_path: Path) -> None:
    one = ada(tmp_path)
    days = ["9999-12-31", "2025-05-01", "2025-04-30", "2025-04-30", "2019-01-31", "2019-01-01", "2016-02-29"]
    days += [f"201{year}-0{month}-1{month}" for year in (7, 8) for month in range(1, 10)]
    pages = [
        page("Ice" + " on" * at, "Ida Lund", day, f"It freezes {at} times", "three")
        for at, day in enumerate([*days, *days])
    ]
    work(one, "ada", lambda briefing: briefing.add(pages))
    joined(one, server.address(desk))
    with opened(one) as briefing:
        articles = [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]
    ice = [each for each in articles if each.headline.startswith("Ice")]
    ice.sort(key=lambda each: each.id)
    ice.sort(key=lambda each: each.published, reverse=True)
    assert len(ice) == 2 * len(days)
    with Archive(server.address(desk)) as there:
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


def _user(server: Server, desk: str, role: str) -> str:
    """Return the address of the archive for somebody of a role."""
    user = f"u{desk}{role}"
    server.ask("postgres", f"create role {user} login password 's3cret%word' in role briefing_{role}")
    return server.address(desk, user)


@pytest.mark.parametrize("role", ["reader", "annotator", "curator"])
def test_whoever_may_only_read_or_annotate_cannot_do_more(
    role: str, server: Server, desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    joined(ada(tmp_path), server.address(desk))
    own = _user(server, desk, role)
    two = joined(tmp_path / "bo", own)
    work(two, "bo", tag(PLAIN, "monday"))
    assert exchanged(two, own).held == (role == "reader") * 1
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    done = exchanged(two, own)
    assert (done.held > 0) == (role != "curator")
    assert main(["archive", "status", own, "--store", str(two)]) == 0  # what stays is not to be given
    told = capsys.readouterr().out
    assert "to give: 0 steps" in told and ("here: your role" in told) == (role != "curator")
    exchanged(ada(tmp_path), server.address(desk))
    assert ("monday" in tags_on(ada(tmp_path), PLAIN)) == (role != "reader")
    assert ("freezes" in str(contents(ada(tmp_path)))) == (role == "curator")
    if role == "reader":  # nor past this program
        import psycopg

        with psycopg.connect(own) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("insert into briefing.tag values ('x', 'x', '')")
    if role == "annotator":
        import psycopg

        put = "insert into briefing.put values (1, 99, 'articles', 'x', 'x', '{}')"
        with psycopg.connect(own) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(put)


def test_what_builds_on_nothing_that_waits_goes_there_and_the_rest_is_told_by_name(
    server: Server, desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    own = _user(server, desk, "annotator")
    two = joined(tmp_path / "bo", own)
    joined(tmp_path / "cy", address)
    ice = "It freezes every year"
    work(
        two,
        "bo",
        tag(PLAIN, "monday"),
        bring("Ice on the lock", ice, "three"),
        tag(ice, "cold", "monday"),
        note(ice, "Colder each year."),
        note(FORMULA, "From Bo."),
        tag(PLAIN, "cold"),
    )
    exchanged(two, own)
    work(two, "bo", note(PLAIN, "Later."), note(ice, "Later still."))
    held = exchanged(two, own).held
    exchanged(one, address)
    assert tags_on(one, PLAIN) >= {"monday", "cold"}
    assert "From Bo." in str(contents(one)) and "Later." in str(contents(one))
    assert "freezes" not in str(contents(one)) and "Colder" not in str(contents(one))
    assert find_damage(one) == []
    assert main(["archive", "status", own, "--store", str(two)]) == 0
    told = capsys.readouterr().out
    assert f"{held} steps stay here" in told and "article “Ice on the lock”" in told
    assert "builds on it" in told and "to give: 0 steps" in told

    work(one, "ada", note(PLAIN, "From Ada."))  # and others build on what went there
    exchanged(one, address)
    exchanged(two, own)
    assert "From Ada." in str(contents(two)) and "Colder" in str(contents(two))

    server.ask("postgres", f"grant briefing_curator to u{desk}annotator")
    assert exchanged(two, own) == MergeResult(given=held)
    for each in (one, two, tmp_path / "cy"):
        exchanged(each, address if each != two else own)
    assert contents(one) == contents(two) == contents(tmp_path / "cy")
    assert "Colder" in str(contents(one)) and "Later still." in str(contents(one))
    assert "cold" in tags_on(one, ice)
    work(two, "bo", bring("The weir", "It thaws", "four"))
    assert exchanged(two, own).held == 0


def test_what_somebody_who_annotates_calls_a_briefing_is_told_by_status_alone(
    server: Server, desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    own = _user(server, desk, "annotator")
    two = joined(tmp_path / "bo", own)
    work(two, "bo", lambda briefing: briefing.set_title("Of my own"), note(PLAIN, "From Bo."))
    assert exchanged(two, own) == MergeResult(given=1)
    exchanged(one, address)
    assert title_of(two) == "Of my own" != title_of(one) and "From Bo." in str(contents(one))
    assert main(["archive", "status", own, "--store", str(two)]) == 0
    assert "1 step stays here: your role in the archive may not bring title" in capsys.readouterr().out


def test_what_is_written_on_a_quote_that_waits_waits_with_it(
    server: Server, desk: str, tmp_path: Path
) -> None:
    one = joined(ada(tmp_path), server.address(desk))
    own = _user(server, desk, "annotator")
    two = joined(tmp_path / "bo", own)

    def add(briefing: Briefing, borders: str, speaker: str, quote_id: str) -> AnnotationTarget:
        article = find(briefing, FORMULA)[0]
        briefing.do(AddQuote(target_of(article), borders, speaker, quote_id=quote_id))
        target = AnnotationTarget("quote", quote_id, article.id)
        briefing.do(AddTags([target], [f"on {quote_id[0]}"]))
        return target

    def do(briefing: Briefing) -> None:
        unknown = add(briefing, "2-7", "+Cy Wier", "q" * 32)
        known = add(briefing, "2-9", "", "r" * 32)
        briefing.do(LinkQuotes(target_of(find(briefing, PLAIN)[1]), unknown, "same"))
        briefing.do(WriteNote(known, "From Bo."))

    work(two, "bo", do)
    held = exchanged(two, own).held
    exchanged(one, server.address(desk))
    assert "r" * 32 in str(contents(one)) and "From Bo." in str(contents(one))
    assert "Wier" not in str(contents(one)) and "q" * 32 not in str(contents(one))
    server.ask("postgres", f"grant briefing_curator to u{desk}annotator")
    assert exchanged(two, own) == MergeResult(given=held)
    exchanged(one, server.address(desk))
    assert contents(one) == contents(two)


def test_what_was_shared_before_one_might_only_annotate_holds_nothing_up_that_comes_later(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    shutil.copytree(one, tmp_path / "bo")
    two, stick = tmp_path / "bo", tmp_path / "stick"
    stick.mkdir()
    own = _user(server, desk, "annotator")
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    synced(two, stick)
    joined(two, own)
    work(two, "bo", tag(PLAIN, "monday"))
    assert exchanged(two, own).given == 1
    exchanged(one, address)
    assert "monday" in tags_on(one, PLAIN) and "freezes" not in str(contents(one))
    synced(one, stick)  # who brings all of it, who may
    exchanged(one, address)
    exchanged(two, own)
    assert contents(one) == contents(two)
    assert exchanged(two, own) == MergeResult()


def test_a_password_is_nowhere(
    server: Server,
    desk: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = server.address(desk)
    one = ada(tmp_path)
    assert main(["archive", "join", address, "--store", str(one)]) == 0
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    assert main(["archive", "status", "--store", str(one)]) == 0
    assert main(["archive", "status", address.replace(desk, "nowhere"), "--store", str(one)]) == 1
    assert (
        main(["archive", "status", address.replace("127.0.0.1", "127.0.0.1:1:1"), "--store", str(one)]) == 1
    )
    assert main(["export", "--format", "html", "-o", str(tmp_path / "out.html"), "--store", str(one)]) == 0
    told = capsys.readouterr()
    assert "s3cret" not in told.out + told.err
    for path in (*one.rglob("*"), tmp_path / "out.html"):
        assert not path.is_file() or b"s3cret" not in path.read_bytes(), path
    assert "s3cret" not in shown_address(address) + without_password(address)


def test_a_newer_archive_and_what_is_none_are_refused(server: Server, desk: str, tmp_path: Path) -> None:
    address = server.address(desk)
    assert archive.init(address) == (3, 3)
    server.ask(desk, "insert into briefing.migration values (99)")
    with pytest.raises(ArchiveError, match="made by a newer briefing-tui"):
        Archive(address)
    with pytest.raises(ArchiveError, match="made by a newer briefing-tui"):
        archive.init(address)
    server.ask("postgres", f'create database "empty{desk}"')
    assert main(["archive", "join", server.address(f"empty{desk}"), "--store", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive(server.address(f"empty{desk}"))
    with pytest.raises(ArchiveAwayError, match="does not answer"):
        Archive(f"postgresql://owner@127.0.0.1:{postgres.free_port()}/desk")
    for address in ("https://example.org", "postgresql://owner@here/de\udcffsk"):
        with pytest.raises(ArchiveError, match="no address of an archive"):
            Archive(address)


def test_init_makes_anew_the_roles_that_a_dump_without_them_lacks(server: Server, desk: str) -> None:
    def may(role: str) -> object:
        query = f"select has_table_privilege('briefing_{role}', 'briefing.article', 'insert')"
        return server.ask(desk, query)[0][0]

    server.ask(
        desk,
        "revoke all on all tables in schema briefing from briefing_reader, briefing_annotator, briefing_curator",
    )
    assert not may("curator")
    archive.init(server.address(desk))
    assert may("curator") and not may("annotator")


def test_a_server_that_answers_and_lets_nobody_in_is_not_away_whatever_it_says(
    server: Server, desk: str
) -> None:
    user = f"l{desk}"
    server.ask("postgres", f"create role {user} login password 's3cret%word' connection limit 0")
    with pytest.raises(ArchiveError, match="lets nobody in") as found:
        Archive(server.address(desk, user))
    assert not isinstance(found.value, ArchiveAwayError)


def test_a_server_that_was_still_starting_is_asked_again(
    server: Server, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psycopg

    connect, tried = psycopg.connect, []

    def starting(*given: Any, **how: Any) -> object:
        tried.append(given)
        if len(tried) == 1:
            raise psycopg.OperationalError("FATAL: the database system is not yet accepting connections")
        return connect(*given, **how)

    monkeypatch.setattr(psycopg, "connect", starting)
    Archive(server.address(desk)).close()
    assert len(tried) == 2

    tried.clear()
    answers = iter([False])  # it is there as soon as it has been asked
    monkeypatch.setattr(connection, "_is_there", lambda *_: next(answers, True))
    with pytest.raises(ArchiveAwayError, match="not yet accepting"):
        Archive(server.address(desk))


def test_a_replica_is_read_as_the_archive_is(server: Server, desk: str, tmp_path: Path) -> None:
    one = joined(ada(tmp_path), server.address(desk))
    with server.replica() as follower:
        there = follower.address(desk)
        two = joined(tmp_path / "bo", there)
        assert contents(two) == contents(one)
        work(one, "ada", tag(PLAIN, "late"))
        exchanged(one, server.address(desk))

        def came() -> bool:
            with opened(two) as briefing, Archive(there) as archived:
                assert not archived.listen()
                archive.exchange(briefing, archived, give=False)
            return "late" in tags_on(two, PLAIN)

        until(came)
        with Archive(there) as archived:
            assert newest(archived, parse("lock"), 5)


@pytest.mark.skipif(not postgres.POOLER, reason="pgbouncer is not installed")
def test_behind_a_pooler_all_is_as_without(
    server: Server, desk: str, tmp_path: Path, feeds: Callable[[Path], Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    one = joined(ada(tmp_path), server.address(desk))
    with postgres.pooled(server) as pooler:
        there = f"{pooler}/{desk}"
        two, part = joined(tmp_path / "bo", there), joined(tmp_path / "part", there, "sum")
        assert contents(two) == contents(one) and contents(part)
        feeds(two)
        work(one, "ada", note(PLAIN, "From Ada."))
        exchanged(one, server.address(desk))
        until(lambda: "From Ada." in str(contents(two)))
        work(two, "bo", note(FORMULA, "From Bo."))
        until(lambda: exchanged(part, there).taken and "From Bo." in str(contents(part)))
        with Archive(there) as archived:
            assert newest(archived, parse("lock OR speaker:quay"), 5)


@pytest.mark.parametrize("module", [membership, archive], ids=["membership", "pages"])
def test_a_full_disk_is_told_as_what_it_is_when_a_briefing_joins(
    module: ModuleType,
    server: Server,
    desk: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    address, one = desk_of_ada(server, desk, tmp_path)
    words = ["archive", "join", address, "--store", str(tmp_path / "bo")]
    with monkeypatch.context() as patched:
        patched.setattr(module, "write_whole", full)
        assert main(words) == 1
    assert f"{tmp_path / 'bo'}: the disk is full" in capsys.readouterr().err
    assert main(words) == 0
    assert contents(tmp_path / "bo") == contents(one)
    with opened(tmp_path / "bo") as briefing:
        assert briefing.raw(find(briefing, PLAIN)[0])


class Feed:
    """`follow` beside the test, as it is beside the reader."""

    def __init__(self, path: Path) -> None:
        self.told: list[object] = []
        self._closed = threading.Event()
        self._path = path
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        with opened(self._path) as briefing:
            follow(briefing, self._closed, self.told.append)

    def end(self) -> None:
        self._closed.set()
        self._thread.join()


@pytest.fixture
def feeds() -> Iterator[Callable[[Path], Feed]]:
    started: list[Feed] = []

    def start(path: Path) -> Feed:
        started.append(Feed(path))
        return started[-1]

    yield start
    for each in started:
        each.end()


def test_what_a_colleague_does_comes_by_itself_and_a_server_that_is_killed_costs_nothing(
    server: Server, desk: str, tmp_path: Path, feeds: Callable[[Path], Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    one, address = ada(tmp_path), server.address(desk)
    joined(one, address)
    two = joined(tmp_path / "bo", address)
    followed = [feeds(one), feeds(two)]
    work(one, "ada", note(PLAIN, "From Ada, now."))
    until(lambda: "From Ada, now." in str(contents(two)))
    server.kill()
    until(lambda: all("away" in str(each.told) for each in followed))
    work(one, "ada", note(PLAIN, "From Ada, meanwhile."))
    work(two, "bo", tag(PLAIN, "meanwhile"))
    server.start()
    until(lambda: "From Ada, meanwhile." in str(contents(two)) and "meanwhile" in tags_on(one, PLAIN))
    until(lambda: contents(one) == contents(two))
    for each in followed:
        assert {"away": ""} in each.told


def test_a_briefing_that_leaves_keeps_what_it_has_and_another_one_is_refused(
    server: Server, desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    joined(ada(tmp_path), server.address(desk))
    part = joined(tmp_path / "part", server.address(desk), "sum")
    before = contents(part)
    assert main(["archive", "leave", "--store", str(part)]) == 0
    assert contents(part) == before and find_damage(part) == []
    assert main(["merge", str(part), "--store", str(ada(tmp_path))]) == 0
    assert contents(part) == contents(ada(tmp_path))
    assert main(["archive", "leave", "--store", str(part)]) == 1
    other = Briefing.open(tmp_path / "other", create=True, title="x")
    bring("Ice on the lock", "It freezes every year", "three")(other)
    other.close()
    capsys.readouterr()
    words = ["archive", "join", server.address(desk), "--store", str(tmp_path / "other")]
    assert main(words) == 1
    assert "--anyway joins them" in capsys.readouterr().err
    assert membership_of(tmp_path / "other") is None
    assert main([*words, "--anyway"]) == 0
    assert "freezes" in str(server.ask(desk, "select text from briefing.article"))


def test_a_briefing_that_was_joined_knows_its_archive_by_more_than_its_address(
    server: Server, desk: str, tmp_path: Path
) -> None:
    one = joined(ada(tmp_path), server.address(desk))
    assert membership_of(one)
    server.ask("postgres", f'create database "other{desk}"')
    archive.init(server.address(f"other{desk}"))
    with pytest.raises(ArchiveError, match="another archive"):
        exchanged(one, server.address(f"other{desk}"))


def _holds_of(part: Path, every: Path) -> None:
    """Assert that a part holds what it has as the whole has it."""
    held, all_ = contents(part), contents(every)
    assert {key: all_.get(key) for key in held} == held


def test_what_two_made_at_once_is_one_in_a_part_too(server: Server, desk: str, tmp_path: Path) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    for path, event in ((one, "three"), (two, "four")):  # whose ids come first is by chance
        work(path, "x", *(bring("Ice" * each, f"It freezes {each}", event) for each in range(1, 6)))
        work(path, "x", lambda b: b.do(EditField(target_of(find(b, FORMULA)[1]), "speaker", "+Ida Lund")))
    exchanged(one, address)
    query = 'event:three OR event:"event two"'
    part = joined(tmp_path / "part", address, query)
    work(part, "cy", note("It freezes 1", "From Cy."))
    for each in (two, one, part, two, one, part):
        exchanged(each, address)
    assert contents(one) == contents(two)
    assert "From Cy." in str(contents(one))
    for each in (part, joined(tmp_path / "later", address, query)):
        _holds_of(each, one)
    with opened(part) as briefing:
        assert len(briefing.select("freezes", whole=True)) == 5


def _texts(path: Path) -> str:
    return str([each for key, each in contents(path).items() if key[0] == "articles"])


def test_what_comes_to_match_a_part_by_a_tag_or_a_name_is_taken_in(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    part = joined(tmp_path / "part", address, "tag:sluice OR speaker:sluys OR event:flood")
    work(one, "ada", tag(FORMULA, "sums"))
    exchanged(one, address)
    exchanged(part, address)
    assert _texts(part) == "[]"
    work(one, "ada", rename("sums", "sluice"))
    exchanged(one, address)
    exchanged(part, address)
    assert FORMULA in _texts(part) and PLAIN not in _texts(part)
    with opened(one) as briefing:
        event = find(briefing, PLAIN)[0].event
        briefing.do(EditField(AnnotationTarget("event", event), "name", "x"))
        briefing.do(AddTags([AnnotationTarget("event", event)], ["sluice"]))
    exchanged(one, address)
    exchanged(part, address)
    assert PLAIN in _texts(part)
    _holds_of(part, one)


def test_a_part_has_the_speakers_of_quotes_that_were_added(server: Server, desk: str, tmp_path: Path) -> None:
    address, one = server.address(desk), ada(tmp_path)
    work(one, "ada", lambda b: b.do(AddQuote(target_of(find(b, FORMULA)[0]), "2-7", "+Cy Wier")))
    joined(one, address)
    part = joined(tmp_path / "part", address, "sum")
    with opened(part) as briefing:
        assert "Cy Wier" in {each.name for each in briefing.speakers().values()}


def test_a_feed_goes_on_once_the_archive_lets_it_in_again_and_ends_where_the_briefing_leaves(
    server: Server, desk: str, tmp_path: Path, feeds: Callable[[Path], Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.workflows.archive_feed._REFUSED", 0.1)
    one = joined(ada(tmp_path), server.address(desk))
    monkeypatch.setenv("PGPASSWORD", "another")
    feed = feeds(one)
    until(lambda: "lets nobody in" in str(feed.told))
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    until(lambda: {"away": ""} in feed.told)
    assert main(["archive", "leave", "--store", str(one)]) == 0
    monkeypatch.setenv("PGPASSWORD", "another")
    server.ask("postgres", f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{desk}'")
    until(lambda: not feed._thread.is_alive())


def test_rows_tell_of_what_two_made_at_once_as_their_briefings_do(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    for path, event in ((one, "three"), (two, "four")):
        work(path, "x", bring("Ice on the lock", "It freezes", event), tag("It freezes", "ice"))
        work(path, "x", note("It freezes", f"Of {event}."), tag(PLAIN, "ice"))
    for each in (one, two, one, two):
        exchanged(each, address)
    work(two, "bo", tag("It freezes", "ICE", "later"))
    exchanged(two, address)
    exchanged(one, address)
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
        assert {row[0]: row[1] for row in server.ask(desk, query)} == wanted
    with Archive(address) as there:
        assert len(newest(there, parse("freezes"), 0)) == 1


def _put_back(server: Server, desk: str) -> None:
    """Let an archive be as it was when `kept` was made of it."""
    server.ask(
        "postgres", f'drop database "{desk}" with (force)', f'create database "{desk}" template "k{desk}"'
    )


def test_an_archive_that_was_put_back_from_a_backup_is_given_what_it_lost_and_nobody_misses_anything(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    three = joined(tmp_path / "cy", address)
    part = joined(tmp_path / "part", address, "sum")
    server.ask("postgres", f'create database "k{desk}" template "{desk}"')
    work(two, "bo", tag(PLAIN, "monday"), tag(FORMULA, "sums"))
    for each in (two, one, part):
        exchanged(each, address)
    _put_back(server, desk)
    work(three, "cy", tag(PLAIN, "late"), note(FORMULA, "From Cy."), tag(FORMULA, "more"))
    exchanged(three, address)  # what it brings has the numbers of what was lost
    for each in (one, two, part, three, one, two, part):
        exchanged(each, address)
    assert contents(one) == contents(two) == contents(three)
    assert tags_on(three, PLAIN) >= {"monday", "late"}
    assert "From Cy." in str(contents(part))
    _holds_of(part, one)


def test_steps_that_had_to_wait_in_the_archive_are_taken_in_once_the_others_are_there(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    user = f"w{desk}"
    server.ask("postgres", f"create role {user} login password 's3cret%word' in role briefing_annotator")
    own = server.address(desk, user)
    two, three = joined(tmp_path / "bo", own), joined(tmp_path / "cy", own)
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    with opened(two) as briefing:
        merge(briefing, three)
    work(three, "cy", note("It freezes every year", "From Cy."))
    assert exchanged(three, own).held
    exchanged(one, address)  # the note is there, and what it is on is not
    with opened(one) as briefing:
        assert "From Cy." not in str(briefing.replica().documents())
    exchanged(two, address)  # by way of somebody who may
    exchanged(one, address)
    assert "From Cy." in str(contents(one))
    assert contents(one) == contents(three)


def test_a_note_of_more_words_than_the_database_can_seek_goes_there_all_the_same(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    two = joined(tmp_path / "bo", address)
    long = " ".join(f"wörd{each}" for each in range(200_000))
    work(one, "ada", note(PLAIN, long))
    exchanged(one, address)
    exchanged(two, address)
    assert long in str(contents(two))


def test_a_look_at_how_things_stand_does_not_write_over_what_was_shared_before_a_backup_was_put_back(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    shutil.copytree(one, tmp_path / "kept")
    work(one, "ada", tag(PLAIN, "monday"))
    exchanged(one, address)
    for path in one.iterdir():  # in the same folder, as it was
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(tmp_path / "kept", one, dirs_exist_ok=True)
    work(one, "ada", tag(FORMULA, "sums"))
    with opened(one) as briefing, Archive(address) as there:
        assert archive.status(briefing, there).to_give
    exchanged(one, address)
    two = joined(tmp_path / "bo", address)
    assert contents(one) == contents(two)
    assert "monday" in tags_on(two, PLAIN) and "sums" in tags_on(two, FORMULA)


def test_what_was_done_in_a_part_is_given_from_wherever_its_folder_was_moved(
    server: Server, desk: str, tmp_path: Path
) -> None:
    address, one = desk_of_ada(server, desk, tmp_path)
    part = joined(tmp_path / "part", address, "sum")
    work(part, "cy", note(FORMULA, "From Cy."))
    with opened(part) as briefing, Archive(address) as there:
        assert archive.status(briefing, there).to_give == 1
    shutil.copytree(part, tmp_path / "moved")
    shutil.rmtree(part)
    exchanged(tmp_path / "moved", address)
    exchanged(one, address)
    assert "From Cy." in str(contents(one))
