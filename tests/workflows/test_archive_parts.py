"""Parts of an archive: what a query finds, what belongs to it, and what becomes of it there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.archive_desk import Desk, assert_part_of
from tests.support.copies import bring, contents, note, opened, rename, synced, tag, tags_on, work
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, WriteNote, target_of
from tui.commands.codebook import DeleteTags
from tui.commands.events import MoveArticle
from tui.commands.quotes import AddQuote
from tui.core.model import AnnotationTarget
from tui.store.archive.archive import Archive
from tui.store.archive.connection import ArchiveError
from tui.store.briefing import Briefing
from tui.store.library import title_of
from tui.store.maintenance.check import find_damage
from tui.workflows import archive


def _texts(path: Path) -> str:
    return str([each for key, each in contents(path).items() if key[0] == "articles"])


def test_a_part_has_what_its_query_finds_and_all_that_belongs_to_it_and_is_fed(desk: Desk) -> None:
    one = desk.joined()
    part = desk.joined("part", "sum OR freezes")
    with opened(part) as briefing:
        assert [row["name"] for row in briefing.rows()] == ["Event two"]
        assert briefing.speakers()
    assert find_damage(part) == []
    work(part, "cy", note(FORMULA, "From Cy."))
    desk.exchange(part)
    work(
        one,
        "ada",
        bring("Ice on the lock", "It freezes every year", "three"),
        tag(FORMULA, "sums"),
        tag(PLAIN, "plain"),
    )
    desk.exchange(one)
    desk.exchange(part)
    with opened(part) as briefing:
        assert {row["name"] for row in briefing.rows()} == {"Event two", "Event three"}
    assert "sums" in tags_on(part, FORMULA)
    assert "From Cy." in str(contents(one))
    with opened(part) as briefing, Archive(desk.address) as there:
        archive.widen(briefing, there, "outlet:courier")
    whole = {key: each for key, each in contents(one).items() if key[0] != "titles"}
    assert contents(part) == whole
    assert find_damage(part) == []
    with pytest.raises(ArchiveError, match="has articles"):
        desk.joined("ada", "lock")


def test_a_tag_that_is_taken_away_in_a_part_stays_where_others_beside_it_bear_it(desk: Desk) -> None:
    one = desk.joined()
    part = desk.joined("part", "sum")
    work(part, "cy", lambda b: b.do(DeleteTags([t.id for t in b.tags().values() if t.name == "topic/lock"])))
    desk.exchange(part, one, part)
    assert "topic/lock" in tags_on(one, PLAIN)
    assert contents(part).items() <= contents(one).items()
    with opened(part) as briefing:
        assert "topic/lock" in {each.name for each in briefing.tags().values()}
        lock = next(each.id for each in briefing.tags().values() if each.name == "topic/lock")
    work(one, "ada", lambda briefing: briefing.do(DeleteTags([lock])))  # now from all
    desk.exchange(one, part)
    assert ("tags", lock) not in contents(one).keys() | contents(part).keys()


def test_notes_on_an_event_are_in_a_part_where_all_have_them_though_its_articles_are_beside_it(
    desk: Desk,
) -> None:
    one = desk.joined()
    two = desk.joined("bo")
    for path, words in ((one, PLAIN), (two, FORMULA)):  # one page, brought to two events that have others

        def place(briefing: Briefing, words: str = words) -> None:
            event = find(briefing, words)[0].event
            bring("Ice on the lock", "It freezes every year", "three")(briefing)
            briefing.do(MoveArticle(find(briefing, "It freezes every year")[0].id, event))
            briefing.do(WriteNote(AnnotationTarget("event", event), f"On the event of {words}"))

        work(path, "ada", place)
    parts = [desk.joined("early", "freezes")]
    desk.exchange(one, two, parts[0], one)
    parts.append(desk.joined("late", "freezes"))
    desk.exchange(parts[0])
    assert contents(one) == contents(two)
    for part in parts:
        assert contents(part).items() <= contents(one).items()
        assert str(contents(part)).count("On the event of") == 2
        assert find_damage(part) == []


def test_a_part_of_an_archive_has_a_title_of_its_own(desk: Desk) -> None:
    one = desk.joined()
    two, part = desk.joined("bo"), desk.joined("part", "sum")
    work(part, "cy", lambda briefing: briefing.set_title("Sums"))
    work(one, "ada", lambda briefing: briefing.set_title("All the locks"))
    desk.exchange(part, one, two, part)
    assert list(map(title_of, (one, two, part))) == ["All the locks", "All the locks", "Sums"]


def test_the_title_that_a_briefing_shared_before_it_became_a_part_stays_its_own(desk: Desk) -> None:
    one = desk.ada()
    work(one, "ada", lambda briefing: briefing.set_title("All the locks"))
    desk.joined()
    part, stick = desk.folder / "part", desk.folder / "stick"
    stick.mkdir()
    Briefing.open(part, create=True, title="x").close()
    work(part, "cy", lambda briefing: briefing.set_title("Sums"))
    synced(part, stick)
    desk.joined("part", "sum")
    work(part, "cy", note(FORMULA, "From Cy."))
    for each in (part, one, desk.joined("bo"), part):
        desk.exchange(each)
    assert list(map(title_of, (one, desk.folder / "bo", part))) == ["All the locks", "All the locks", "Sums"]
    assert "From Cy." in str(contents(one))
    assert main(["conflicts", "--store", str(one)]) == 0


def test_a_part_meets_others_by_its_archive_alone(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.joined()
    part = desk.joined("part", "sum")
    assert main(["merge", str(part), "--store", str(desk.ada())]) == 1
    assert "is a part of an archive" in capsys.readouterr().err


def test_what_two_made_at_once_is_one_in_a_part_too(desk: Desk) -> None:
    one = desk.joined()
    two = desk.joined("bo")
    for path, event in ((one, "three"), (two, "four")):  # whose ids come first is by chance
        work(path, "x", *(bring("Ice" * each, f"It freezes {each}", event) for each in range(1, 6)))
        work(path, "x", lambda b: b.do(EditField(target_of(find(b, FORMULA)[1]), "speaker", "+Ida Lund")))
    desk.exchange(one)
    query = 'event:three OR event:"event two"'
    part = desk.joined("part", query)
    work(part, "cy", note("It freezes 1", "From Cy."))
    desk.exchange(two, one, part, two, one, part)
    assert contents(one) == contents(two)
    assert "From Cy." in str(contents(one))
    for each in (part, desk.joined("later", query)):
        assert_part_of(each, one)
    with opened(part) as briefing:
        assert len(briefing.select("freezes", whole=True)) == 5


def test_what_comes_to_match_a_part_by_a_tag_or_a_name_is_taken_in(desk: Desk) -> None:
    one = desk.joined()
    part = desk.joined("part", "tag:sluice OR speaker:sluys OR event:flood")
    work(one, "ada", tag(FORMULA, "sums"))
    desk.exchange(one)
    desk.exchange(part)
    assert _texts(part) == "[]"
    work(one, "ada", rename("sums", "sluice"))
    desk.exchange(one)
    desk.exchange(part)
    assert FORMULA in _texts(part) and PLAIN not in _texts(part)
    with opened(one) as briefing:
        event = find(briefing, PLAIN)[0].event
        briefing.do(EditField(AnnotationTarget("event", event), "name", "x"))
        briefing.do(AddTags([AnnotationTarget("event", event)], ["sluice"]))
    desk.exchange(one)
    desk.exchange(part)
    assert PLAIN in _texts(part)
    assert_part_of(part, one)


def test_a_part_has_the_speakers_of_quotes_that_were_added(desk: Desk) -> None:
    one = desk.ada()
    work(one, "ada", lambda b: b.do(AddQuote(target_of(find(b, FORMULA)[0]), "2-7", "+Cy Wier")))
    desk.joined()
    part = desk.joined("part", "sum")
    with opened(part) as briefing:
        assert "Cy Wier" in {each.name for each in briefing.speakers().values()}


def test_what_was_done_in_a_part_is_given_from_wherever_its_folder_was_moved(desk: Desk) -> None:
    one = desk.joined()
    part = desk.joined("part", "sum")
    work(part, "cy", note(FORMULA, "From Cy."))
    with opened(part) as briefing, Archive(desk.address) as there:
        assert archive.status(briefing, there).to_give == 1
    shutil.copytree(part, desk.folder / "moved")
    shutil.rmtree(part)
    desk.exchange(desk.folder / "moved")
    desk.exchange(one)
    assert "From Cy." in str(contents(one))
