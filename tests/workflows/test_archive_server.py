"""The server of an archive: passwords, replicas, poolers, what is refused, and one that is killed."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support import postgres
from tests.support.archive_desk import Desk, Feed
from tests.support.copies import contents, note, opened, tag, tags_on, work
from tests.support.dask_cluster import until
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.cli.parser import main
from tui.core.query.parser import parse
from tui.store.archive import connection
from tui.store.archive.archive import Archive
from tui.store.archive.archive_search import newest
from tui.store.archive.connection import ArchiveAwayError, ArchiveError, shown_address, without_password
from tui.store.replica import membership
from tui.workflows import archive


def test_a_password_is_nowhere(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = desk.address
    one = desk.ada()
    assert main(["archive", "join", address, "--store", str(one)]) == 0
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    assert main(["archive", "status", "--store", str(one)]) == 0
    assert main(["archive", "status", address.replace(desk.name, "nowhere"), "--store", str(one)]) == 1
    assert (
        main(["archive", "status", address.replace("127.0.0.1", "127.0.0.1:1:1"), "--store", str(one)]) == 1
    )
    assert main(["export", "--format", "html", "-o", str(desk.folder / "out.html"), "--store", str(one)]) == 0
    told = capsys.readouterr()
    assert "s3cret" not in told.out + told.err
    for path in (*one.rglob("*"), desk.folder / "out.html"):
        assert not path.is_file() or b"s3cret" not in path.read_bytes(), path
    assert "s3cret" not in shown_address(address) + without_password(address)


def test_a_newer_archive_and_what_is_none_are_refused(desk: Desk) -> None:
    address = desk.address
    assert archive.init(address) == (3, 3)
    desk.ask("insert into briefing.migration values (99)")
    with pytest.raises(ArchiveError, match="made by a newer briefing-tui"):
        Archive(address)
    with pytest.raises(ArchiveError, match="made by a newer briefing-tui"):
        archive.init(address)
    desk.server.ask("postgres", f'create database "empty{desk.name}"')
    assert (
        main(
            ["archive", "join", desk.server.address(f"empty{desk.name}"), "--store", str(desk.folder / "new")]
        )
        == 1
    )
    assert not (desk.folder / "new").exists()
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive(desk.server.address(f"empty{desk.name}"))
    with pytest.raises(ArchiveAwayError, match="does not answer"):
        Archive(f"postgresql://owner@127.0.0.1:{postgres.free_port()}/desk")
    for address in ("https://example.org", "postgresql://owner@here/de\udcffsk"):
        with pytest.raises(ArchiveError, match="no address of an archive"):
            Archive(address)


def test_a_server_that_answers_and_lets_nobody_in_is_not_away_whatever_it_says(desk: Desk) -> None:
    user = f"l{desk.name}"
    desk.server.ask("postgres", f"create role {user} login password 's3cret%word' connection limit 0")
    with pytest.raises(ArchiveError, match="lets nobody in") as found:
        Archive(desk.server.address(desk.name, user))
    assert not isinstance(found.value, ArchiveAwayError)


def test_a_server_that_was_still_starting_is_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    connect, tried = psycopg.connect, []

    def starting(*given: Any, **how: Any) -> object:
        tried.append(given)
        if len(tried) == 1:
            raise psycopg.OperationalError("FATAL: the database system is not yet accepting connections")
        return connect(*given, **how)

    monkeypatch.setattr(psycopg, "connect", starting)
    Archive(desk.address).close()
    assert len(tried) == 2

    tried.clear()
    answers = iter([False])  # it is there as soon as it has been asked
    monkeypatch.setattr(connection, "_is_there", lambda *_: next(answers, True))
    with pytest.raises(ArchiveAwayError, match="not yet accepting"):
        Archive(desk.address)


def test_a_replica_is_read_as_the_archive_is(desk: Desk) -> None:
    one = desk.joined()
    with desk.server.replica() as follower:
        there = follower.address(desk.name)
        two = desk.joined("bo", address=there)
        assert contents(two) == contents(one)
        work(one, "ada", tag(PLAIN, "late"))
        desk.exchange(one)

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
    desk: Desk, feeds: Callable[[Path], Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    one = desk.joined()
    with postgres.pooled(desk.server) as pooler:
        there = f"{pooler}/{desk.name}"
        two, part = desk.joined("bo", address=there), desk.joined("part", "sum", there)
        assert contents(two) == contents(one) and contents(part)
        feeds(two)
        work(one, "ada", note(PLAIN, "From Ada."))
        desk.exchange(one)
        until(lambda: "From Ada." in str(contents(two)))
        work(two, "bo", note(FORMULA, "From Bo."))
        until(lambda: desk.exchange(part, address=there).taken and "From Bo." in str(contents(part)))
        with Archive(there) as archived:
            assert newest(archived, parse("lock OR speaker:quay"), 5)


@pytest.mark.parametrize("module", [membership, archive], ids=["membership", "pages"])
def test_a_full_disk_is_told_as_what_it_is_when_a_briefing_joins(
    module: ModuleType, desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    one = desk.joined()
    words = ["archive", "join", desk.address, "--store", str(desk.folder / "bo")]
    with monkeypatch.context() as patched:
        patched.setattr(module, "write_whole", full)
        assert main(words) == 1
    assert f"{desk.folder / 'bo'}: the disk is full" in capsys.readouterr().err
    assert main(words) == 0
    assert contents(desk.folder / "bo") == contents(one)
    with opened(desk.folder / "bo") as briefing:
        assert briefing.raw(find(briefing, PLAIN)[0])


def test_what_a_colleague_does_comes_by_itself_and_a_server_that_is_killed_costs_nothing(
    desk: Desk, feeds: Callable[[Path], Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    one = desk.ada()
    desk.joined()
    two = desk.joined("bo")
    followed = [feeds(one), feeds(two)]
    work(one, "ada", note(PLAIN, "From Ada, now."))
    until(lambda: "From Ada, now." in str(contents(two)))
    desk.server.kill()
    until(lambda: all("away" in str(each.told) for each in followed))
    work(one, "ada", note(PLAIN, "From Ada, meanwhile."))
    work(two, "bo", tag(PLAIN, "meanwhile"))
    desk.server.start()
    until(lambda: "From Ada, meanwhile." in str(contents(two)) and "meanwhile" in tags_on(one, PLAIN))
    until(lambda: contents(one) == contents(two))
    for each in followed:
        assert {"away": ""} in each.told


def test_a_feed_goes_on_once_the_archive_lets_it_in_again_and_ends_where_the_briefing_leaves(
    desk: Desk, feeds: Callable[[Path], Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.workflows.archive_feed._REFUSED", 0.1)
    one = desk.joined()
    monkeypatch.setenv("PGPASSWORD", "another")
    feed = feeds(one)
    until(lambda: "lets nobody in" in str(feed.told))
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    until(lambda: {"away": ""} in feed.told)
    assert main(["archive", "leave", "--store", str(one)]) == 0
    monkeypatch.setenv("PGPASSWORD", "another")
    desk.server.ask(
        "postgres", f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{desk.name}'"
    )
    until(lambda: feed.is_over)
