"""Desks that share by an archive, on a real PostgreSQL server: all hold the same, whoever joins, leaves or was put back."""

from __future__ import annotations

import shutil

import pytest

from tests.support.archive_desk import Desk, assert_part_of
from tests.support.copies import bring, contents, note, opened, rename, tag, tags_on, work
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.cli.parser import main
from tui.store.archive.archive import Archive
from tui.store.archive.connection import ArchiveError
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.store.replica.membership import membership_of
from tui.workflows import archive
from tui.workflows.merge import MergeResult


def _put_back(desk: Desk) -> None:
    """Let an archive be as it was when `kept` was made of it."""
    desk.server.ask(
        "postgres",
        f'drop database "{desk.name}" with (force)',
        f'create database "{desk.name}" template "k{desk.name}"',
    )


def test_desks_that_share_an_archive_hold_the_same(desk: Desk) -> None:
    one = desk.joined()
    two = desk.joined("bo")
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
    desk.exchange(two, one, two)
    assert contents(one) == contents(two)
    assert "monday" in tags_on(one, PLAIN)
    assert desk.exchange(one) == MergeResult()


def test_what_two_changed_while_they_were_away_is_to_be_decided_on_either_desk(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    one = desk.joined()
    two = desk.joined("bo")
    work(one, "ada", rename("no deal", "no bargain"))
    work(two, "bo", rename("no deal", "no treaty"))
    desk.exchange(one, two, one)
    assert desk.exchange(two).conflicts == 1
    assert main(["conflicts", "1", "2", "--store", str(two)]) == 0
    desk.exchange(two, one)
    capsys.readouterr()
    assert main(["conflicts", "--store", str(one), "--json"]) == 0
    assert capsys.readouterr().out == ""
    assert contents(one) == contents(two)


def test_an_author_whom_the_database_cannot_name_goes_there_by_what_can_be_said(desk: Desk) -> None:
    one = desk.ada()
    work(one, "A\x00d\ud800a\nT", note(PLAIN, "From Ada."), rename("no deal", "no bargain"))
    desk.joined()
    notes = "select creator from briefing.annotation where value = 'From Ada.'"
    assert desk.ask(notes) == [("Ada T",)]
    assert ("Ada T",) in desk.ask("select distinct author from briefing.step")


def test_a_briefing_that_leaves_keeps_what_it_has_and_another_one_is_refused(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.joined()
    part = desk.joined("part", "sum")
    before = contents(part)
    assert main(["archive", "leave", "--store", str(part)]) == 0
    assert contents(part) == before and find_damage(part) == []
    assert main(["merge", str(part), "--store", str(desk.ada())]) == 0
    assert contents(part) == contents(desk.ada())
    assert main(["archive", "leave", "--store", str(part)]) == 1
    other = Briefing.open(desk.folder / "other", create=True, title="x")
    bring("Ice on the lock", "It freezes every year", "three")(other)
    other.close()
    capsys.readouterr()
    words = ["archive", "join", desk.address, "--store", str(desk.folder / "other")]
    assert main(words) == 1
    assert "--anyway joins them" in capsys.readouterr().err
    assert membership_of(desk.folder / "other") is None
    assert main([*words, "--anyway"]) == 0
    assert "freezes" in str(desk.ask("select text from briefing.article"))


def test_a_briefing_that_was_joined_knows_its_archive_by_more_than_its_address(desk: Desk) -> None:
    one = desk.joined()
    assert membership_of(one)
    desk.server.ask("postgres", f'create database "other{desk.name}"')
    archive.init(desk.server.address(f"other{desk.name}"))
    with pytest.raises(ArchiveError, match="another archive"):
        desk.exchange(one, address=desk.server.address(f"other{desk.name}"))


def test_an_archive_that_was_put_back_from_a_backup_is_given_what_it_lost_and_nobody_misses_anything(
    desk: Desk,
) -> None:
    one = desk.joined()
    two = desk.joined("bo")
    three = desk.joined("cy")
    part = desk.joined("part", "sum")
    desk.server.ask("postgres", f'create database "k{desk.name}" template "{desk.name}"')
    work(two, "bo", tag(PLAIN, "monday"), tag(FORMULA, "sums"))
    desk.exchange(two, one, part)
    _put_back(desk)
    work(three, "cy", tag(PLAIN, "late"), note(FORMULA, "From Cy."), tag(FORMULA, "more"))
    desk.exchange(three)  # what it brings has the numbers of what was lost
    desk.exchange(one, two, part, three, one, two, part)
    assert contents(one) == contents(two) == contents(three)
    assert tags_on(three, PLAIN) >= {"monday", "late"}
    assert "From Cy." in str(contents(part))
    assert_part_of(part, one)


def test_a_note_of_more_words_than_the_database_can_seek_goes_there_all_the_same(desk: Desk) -> None:
    one = desk.joined()
    two = desk.joined("bo")
    long = " ".join(f"wörd{each}" for each in range(200_000))
    work(one, "ada", note(PLAIN, long))
    desk.exchange(one)
    desk.exchange(two)
    assert long in str(contents(two))


def test_a_look_at_how_things_stand_does_not_write_over_what_was_shared_before_a_backup_was_put_back(
    desk: Desk,
) -> None:
    one = desk.joined()
    shutil.copytree(one, desk.folder / "kept")
    work(one, "ada", tag(PLAIN, "monday"))
    desk.exchange(one)
    for path in one.iterdir():  # in the same folder, as it was
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(desk.folder / "kept", one, dirs_exist_ok=True)
    work(one, "ada", tag(FORMULA, "sums"))
    with opened(one) as briefing, Archive(desk.address) as there:
        assert archive.status(briefing, there).to_give
    desk.exchange(one)
    two = desk.joined("bo")
    assert contents(one) == contents(two)
    assert "monday" in tags_on(two, PLAIN) and "sums" in tags_on(two, FORMULA)
