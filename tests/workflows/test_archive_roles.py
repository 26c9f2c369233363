"""Who may do what in an archive, and what waits until somebody may."""

from __future__ import annotations

import shutil

import pytest

from tests.support.archive_desk import Desk
from tests.support.copies import bring, contents, note, opened, synced, tag, tags_on, work
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.cli.parser import main
from tui.commands.annotations import AddTags, WriteNote, target_of
from tui.commands.assessment import LinkQuotes
from tui.commands.quotes import AddQuote
from tui.core.model import AnnotationTarget
from tui.store.briefing import Briefing
from tui.store.library import title_of
from tui.store.maintenance.check import find_damage
from tui.workflows import archive
from tui.workflows.merge import MergeResult, merge


@pytest.mark.parametrize("role", ["reader", "annotator", "curator"])
def test_whoever_may_only_read_or_annotate_cannot_do_more(
    role: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.joined()
    own = desk.user(role)
    two = desk.joined("bo", address=own)
    work(two, "bo", tag(PLAIN, "monday"))
    assert desk.exchange(two, address=own).held == (role == "reader") * 1
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    done = desk.exchange(two, address=own)
    assert (done.held > 0) == (role != "curator")
    assert main(["archive", "status", own, "--store", str(two)]) == 0  # what stays is not to be given
    told = capsys.readouterr().out
    assert "to give: 0 steps" in told and ("here: your role" in told) == (role != "curator")
    desk.exchange(desk.ada())
    assert ("monday" in tags_on(desk.ada(), PLAIN)) == (role != "reader")
    assert ("freezes" in str(contents(desk.ada()))) == (role == "curator")
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
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    one = desk.joined()
    own = desk.user("annotator")
    two = desk.joined("bo", address=own)
    desk.joined("cy")
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
    desk.exchange(two, address=own)
    work(two, "bo", note(PLAIN, "Later."), note(ice, "Later still."))
    held = desk.exchange(two, address=own).held
    desk.exchange(one)
    assert tags_on(one, PLAIN) >= {"monday", "cold"}
    assert "From Bo." in str(contents(one)) and "Later." in str(contents(one))
    assert "freezes" not in str(contents(one)) and "Colder" not in str(contents(one))
    assert find_damage(one) == []
    assert main(["archive", "status", own, "--store", str(two)]) == 0
    told = capsys.readouterr().out
    assert f"{held} steps stay here" in told and "article “Ice on the lock”" in told
    assert "builds on it" in told and "to give: 0 steps" in told

    work(one, "ada", note(PLAIN, "From Ada."))  # and others build on what went there
    desk.exchange(one)
    desk.exchange(two, address=own)
    assert "From Ada." in str(contents(two)) and "Colder" in str(contents(two))

    desk.promote("annotator")
    assert desk.exchange(two, address=own) == MergeResult(given=held)
    desk.exchange(one)
    desk.exchange(two, address=own)
    desk.exchange(desk.folder / "cy")
    assert contents(one) == contents(two) == contents(desk.folder / "cy")
    assert "Colder" in str(contents(one)) and "Later still." in str(contents(one))
    assert "cold" in tags_on(one, ice)
    work(two, "bo", bring("The weir", "It thaws", "four"))
    assert desk.exchange(two, address=own).held == 0


def test_what_somebody_who_annotates_calls_a_briefing_is_told_by_status_alone(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    one = desk.joined()
    own = desk.user("annotator")
    two = desk.joined("bo", address=own)
    work(two, "bo", lambda briefing: briefing.set_title("Of my own"), note(PLAIN, "From Bo."))
    assert desk.exchange(two, address=own) == MergeResult(given=1)
    desk.exchange(one)
    assert title_of(two) == "Of my own" != title_of(one) and "From Bo." in str(contents(one))
    assert main(["archive", "status", own, "--store", str(two)]) == 0
    assert "1 step stays here: your role in the archive may not bring title" in capsys.readouterr().out


def test_what_is_written_on_a_quote_that_waits_waits_with_it(desk: Desk) -> None:
    one = desk.joined()
    own = desk.user("annotator")
    two = desk.joined("bo", address=own)

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
    held = desk.exchange(two, address=own).held
    desk.exchange(one)
    assert "r" * 32 in str(contents(one)) and "From Bo." in str(contents(one))
    assert "Wier" not in str(contents(one)) and "q" * 32 not in str(contents(one))
    desk.promote("annotator")
    assert desk.exchange(two, address=own) == MergeResult(given=held)
    desk.exchange(one)
    assert contents(one) == contents(two)


def test_what_was_shared_before_one_might_only_annotate_holds_nothing_up_that_comes_later(desk: Desk) -> None:
    one = desk.joined()
    shutil.copytree(one, desk.folder / "bo")
    two, stick = desk.folder / "bo", desk.folder / "stick"
    stick.mkdir()
    own = desk.user("annotator")
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    synced(two, stick)
    desk.joined("bo", address=own)
    work(two, "bo", tag(PLAIN, "monday"))
    assert desk.exchange(two, address=own).given == 1
    desk.exchange(one)
    assert "monday" in tags_on(one, PLAIN) and "freezes" not in str(contents(one))
    synced(one, stick)  # who brings all of it, who may
    desk.exchange(one)
    desk.exchange(two, address=own)
    assert contents(one) == contents(two)
    assert desk.exchange(two, address=own) == MergeResult()


def test_init_makes_anew_the_roles_that_a_dump_without_them_lacks(desk: Desk) -> None:
    def may(role: str) -> object:
        query = f"select has_table_privilege('briefing_{role}', 'briefing.article', 'insert')"
        return desk.ask(query)[0][0]

    desk.ask(
        "revoke all on all tables in schema briefing from briefing_reader, briefing_annotator, briefing_curator",
    )
    assert not may("curator")
    archive.init(desk.address)
    assert may("curator") and not may("annotator")


def test_steps_that_had_to_wait_in_the_archive_are_taken_in_once_the_others_are_there(desk: Desk) -> None:
    one = desk.joined()
    own = desk.user("annotator")
    two, three = desk.joined("bo", address=own), desk.joined("cy", address=own)
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    with opened(two) as briefing:
        merge(briefing, three)
    work(three, "cy", note("It freezes every year", "From Cy."))
    assert desk.exchange(three, address=own).held
    desk.exchange(one)  # the note is there, and what it is on is not
    with opened(one) as briefing:
        assert "From Cy." not in str(briefing.replica().documents())
    desk.exchange(two)  # by way of somebody who may
    desk.exchange(one)
    assert "From Cy." in str(contents(one))
    assert contents(one) == contents(three)
