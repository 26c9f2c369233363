"""Copies of a briefing in real folders: what was done in each is in all of them in the end, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import zipfile
from itertools import permutations
from pathlib import Path

import pytest

from tests.support.copies import (
    bring,
    contents,
    everything,
    joined,
    note,
    opened,
    rename,
    synced,
    tag,
    tags_on,
    work,
)
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.cli.parser import main
from tui.commands.annotations import RemoveTags, target_of
from tui.commands.articles import DeleteArticle
from tui.commands.feeds import Subscribe
from tui.store.briefing import Briefing
from tui.store.library import title_of
from tui.store.maintenance.backup import backup
from tui.store.maintenance.check import find_damage
from tui.store.replica.backlog import OtherBriefingError
from tui.store.replica.replica import Replica
from tui.workflows.merge import merge, sync


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whoever_merges_first_all_copies_end_alike(
    copies: tuple[Path, Path, Path], order: tuple[int, ...]
) -> None:
    everything(*copies)
    first, second, third = (copies[each] for each in order)
    joined(first, second)
    joined(third, second)
    joined(first, third)
    found = contents(first)
    assert contents(second) == found == contents(third)
    assert tags_on(first, PLAIN) == {"no bargain", "harbour", "monday"}
    assert tags_on(first, FORMULA) == {"sums"}
    with opened(first) as briefing:
        article, quote = find(briefing, PLAIN)
        annotated = briefing.annotated(article.event)
        assert {each.body["value"] for each in annotated.of(quote.id, "commenting")} >= {"From Ada."}
        assert annotated.status(quote.id) == "matched"
        assert briefing.speakers()[quote.speakers[0]].name == "Ada M. Tern"
        assert quote.original == "Montag"
        assert len([row for row in briefing.rows() if row["articles"]]) == 3  # the page of both is one
        assert sum(row["articles"] for row in briefing.rows()) == 4
        assert "The lock, at last" in {row["name"] for row in briefing.rows()}
        _, other = find(briefing, FORMULA)
        assert briefing.annotated(briefing.event_of(other.article)).starred(other.id)
        assert briefing.select("tag:harbour") and briefing.select("freezes")  # the index goes along
    for each in copies:
        assert find_damage(each) == []
    joined(second, first)
    assert contents(second) == found  # and once more changes nothing


def test_two_that_began_to_share_without_knowing_of_each_other_are_one_all_the_same(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    everything(*copies)
    for name, each in zip("xy", copies[:2], strict=True):
        (tmp_path / name).mkdir()
        with opened(each) as briefing:
            sync(briefing, tmp_path / name)
    shutil.copytree(tmp_path / "x", tmp_path / "y", dirs_exist_ok=True)
    for each in (*copies[:2], *copies[:2]):
        with opened(each) as briefing:
            sync(briefing, tmp_path / "y")
    assert contents(copies[0]) == contents(copies[1])
    assert tags_on(copies[0], PLAIN) == {"no bargain", "harbour", "monday", "topic/lock"}
    with opened(copies[0]) as briefing:
        assert "+plus" not in {each.name for each in briefing.tags().values()}  # a deletion counts
        assert briefing.replica().conflicts() == []


def _records(capsys: pytest.CaptureFixture[str], verb: str, path: Path) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main([verb, "--json", "--store", str(path)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_what_two_changed_differently_is_listed_and_decided(
    copies: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, _ = copies
    work(one, "ada", rename("no deal", "no bargain"))
    work(two, "bo", rename("no deal", "no treaty"))
    assert main(["merge", str(two), "--store", str(one)]) == 0
    assert "1 thing two people changed differently" in capsys.readouterr().err
    assert main(["conflicts", "--store", str(one), "--json"]) == 0
    (conflict,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (conflict["what"], conflict["field"]) == ("tag", "name")
    assert [each.split(" (")[0] for each in conflict["choices"]] == ["no treaty", "no bargain"]
    assert main(["conflicts", "1", "2", "--store", str(one)]) == 0
    assert "no bargain" in {each["name"] for each in _records(capsys, "tags", one)}
    joined(two, one)
    assert "no bargain" in {each["name"] for each in _records(capsys, "tags", two)}
    for each in (one, two):
        assert _records(capsys, "conflicts", each) == []
    for wrong in (["7", "1"], ["0", "1"], ["1"]):
        assert main(["conflicts", *wrong, "--store", str(one)]) == 2


def test_a_title_goes_along_and_two_that_were_given_at_once_are_decided(
    copies: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, three = copies
    work(one, "ada", lambda briefing: briefing.set_title("The lock, 2025"))
    joined(two, one)
    assert title_of(two) == "The lock, 2025"
    with opened(two) as briefing:
        assert briefing.title == "The lock, 2025"
        briefing.undo()
    assert title_of(two) == title_of(three)
    joined(one, two)
    assert title_of(one) == title_of(three)
    work(one, "ada", lambda briefing: briefing.set_title("Locks"))
    work(three, "cy", lambda briefing: briefing.set_title("Boats"))
    joined(three, one)
    assert title_of(one) == title_of(three) == "Boats"
    assert main(["conflicts", "--store", str(one)]) == 0
    told = capsys.readouterr().out
    assert "title “Boats”, name" in told and "Locks (ada" in told
    assert main(["conflicts", "1", "2", "--store", str(one)]) == 0
    joined(three, one)
    joined(two, three)
    assert title_of(one) == title_of(two) == title_of(three) == "Locks"


def test_the_title_that_a_briefing_was_begun_with_goes_to_the_others_and_back_it_is_their_own(
    tmp_path: Path, stick: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    Briefing.open(one, create=True, title="Grain, 2025").close()
    Briefing.open(two, create=True, title="Mine").close()
    work(one, "ada", bring("Ice on the lock", "It freezes every year", "one"))
    for each in (two, one, two, one):  # who has nothing yet names nothing
        synced(each, stick)
    assert title_of(one) == title_of(two) == "Grain, 2025"
    assert main(["conflicts", "--store", str(one)]) == 0
    with opened(one) as briefing:
        assert not briefing.replica().conflicts()
        briefing.undo()
    assert title_of(one) == "Grain, 2025"


def test_the_title_goes_along_where_a_feed_was_shared_before_any_event(tmp_path: Path, stick: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    Briefing.open(one, create=True, title="Grain, 2025").close()
    Briefing.open(two, create=True, title="Mine").close()
    work(one, "ada", lambda briefing: briefing.do(Subscribe([("https://courier.example/feed", "")])))
    for each in (one, two):
        synced(each, stick)
    work(one, "ada", bring("Ice on the lock", "It freezes every year", "one"))
    for each in (one, two, one):
        synced(each, stick)
    assert title_of(one) == title_of(two) == "Grain, 2025"
    for each in (one, two):
        with opened(each) as briefing:
            assert not briefing.replica().conflicts()


def test_a_title_that_nobody_gave_when_all_began_to_share_is_given_by_who_shared_first(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    Briefing.open(one, create=True, title="Grain, 2025").close()
    Briefing.open(two, create=True, title="Mine").close()
    work(one, "ada", bring("Ice on the lock", "It freezes every year", "one"))
    with monkeypatch.context() as before:  # as when titles did not go along
        before.setattr(Replica, "_give_title", lambda *_: None)
        for each in (one, two):
            synced(each, stick)
    assert title_of(two) == "Mine"
    work(two, "bo", bring("Bees on the dunes", "They like clover", "two"))
    for each in (two, one, two):
        synced(each, stick)
    assert title_of(one) == title_of(two) == "Grain, 2025"
    for each in (one, two):
        with opened(each) as briefing:
            assert not briefing.replica().conflicts()


def test_an_empty_briefing_that_was_renamed_and_shared_bars_nobody(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path
) -> None:
    one, new = copies[0], tmp_path / "new"
    Briefing.open(new, create=True).close()
    work(new, "cy", lambda briefing: briefing.set_title("Locks"))
    for each in (new, one, new):
        synced(each, stick)
    assert contents(one) == contents(new)
    assert title_of(one) == title_of(new) == "Locks"


def test_an_article_that_one_deleted_and_another_wrote_on_stays_with_the_note(
    copies: tuple[Path, Path, Path],
) -> None:
    one, two, _ = copies
    work(one, "ada", lambda b: b.do(DeleteArticle(target_of(find(b, FORMULA)[0]))))
    work(two, "bo", note(FORMULA, "Keep this."))
    joined(one, two)
    held = {str(each) for key, each in contents(one).items() if key[0] == "annotations"}
    assert any("Keep this." in each for each in held)
    assert contents(one) == contents(two)


def test_a_merge_is_taken_back_as_one_step_and_that_goes_on_to_the_others(
    copies: tuple[Path, Path, Path],
) -> None:
    one, two, _ = copies
    with opened(one, "ada") as briefing:
        briefing.replica().share()  # with the title that it was begun with
    before = contents(one)
    work(two, "bo", tag(PLAIN, "monday"), note(FORMULA, "From Bo."))
    with opened(one, "ada") as briefing:
        merge(briefing, two)
        assert "monday" in {each.name for each in briefing.tags().values()}
        briefing.undo()
    assert contents(one) == before
    joined(two, one)
    assert contents(two) == before


def test_a_kill_between_taking_steps_and_putting_them_together_loses_nothing(
    copies: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, _ = copies
    work(two, "bo", tag(PLAIN, "monday"))
    work(one, "ada", tag(FORMULA, "sums"))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tui.store.replica.replica.Replica.put_together", killed)
        with pytest.raises(KeyboardInterrupt):
            joined(one, two)
    work(one, "ada", tag(FORMULA, "later"))
    joined(one, two)
    assert contents(one) == contents(two)
    assert tags_on(one, PLAIN) >= {"monday"}
    assert tags_on(one, FORMULA) >= {"sums", "later"}


def test_an_archive_is_merged_once_however_often_it_is_named(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, _ = copies
    work(two, "bo", tag(PLAIN, "monday"))
    backup(two, tmp_path / "two.zip")
    joined(one, tmp_path / "two.zip")
    assert "monday" in tags_on(one, PLAIN)
    work(one, "ada", lambda b: b.do(RemoveTags([target_of(find(b, PLAIN)[1])], ["monday"])))
    joined(one, tmp_path / "two.zip")
    assert "monday" not in tags_on(one, PLAIN)


def test_another_briefing_is_refused_by_name_unless_it_is_wanted(tmp_path: Path) -> None:
    for name, words in (("a", "We are first"), ("b", "We are second")):
        made = Briefing.open(tmp_path / name, create=True)
        bring(f"Of {name}", words, "one")(made)
        made.close()
    with opened(tmp_path / "a") as briefing:
        briefing.replica().share()
        before = contents(tmp_path / "a")
        with pytest.raises(OtherBriefingError, match="no copy of the other"):
            merge(briefing, tmp_path / "b")
        assert contents(tmp_path / "a") == before
        merge(briefing, tmp_path / "b", anyway=True)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert len([key for key in contents(tmp_path / "a") if key[0] == "articles"]) == 2


def test_what_a_synchronising_program_left_of_a_file_is_taken_in_by_repair(
    copies: tuple[Path, Path, Path],
) -> None:
    one, two, _ = copies
    work(one, "ada", tag(PLAIN, "harbour"), note(PLAIN, "From Ada."), rename("no deal", "no bargain"))
    work(two, "bo", tag(PLAIN, "harbour", "monday"), note(PLAIN, "From Bo."), rename("no deal", "no treaty"))
    with opened(one) as briefing:
        article, _ = find(briefing, PLAIN)
    left = [
        one / "notes" / f"{article.id}.sync-conflict-20250701-120000-ABCDEFG.json",
        one / "codebook (Bo's conflicted copy 2025-07-01).json",
        one / "catalogue 2.json",
    ]
    for path, name in zip(left, (f"notes/{article.id}", "codebook", "catalogue"), strict=True):
        shutil.copy2(two / f"{name}.json", path)
    assert len([each for each in find_damage(one) if each.file in left]) == 3
    with opened(one, "ada") as briefing:
        told_ = "\n".join(briefing.repair())
        assert "Bo's conflicted copy" in told_ and "catalogue 2.json: nothing in it is not here" in told_
    assert not any(path.exists() for path in left)
    assert len(list((one / "damaged").iterdir())) >= 3
    assert tags_on(one, PLAIN) >= {"harbour", "monday", "topic/lock"}
    with opened(one) as briefing:
        article, quote = find(briefing, PLAIN)
        notes = {
            str(each.body["value"]) for each in briefing.annotated(article.event).of(quote.id, "commenting")
        }
        assert notes >= {"From Ada.", "From Bo."}
        (conflict,) = briefing.replica().conflicts()
        assert {each.value for each in conflict.writes} == {"no bargain", "no treaty"}
    assert find_damage(one) == []


def test_a_copy_of_a_file_that_makes_no_sense_stays_and_is_told(copies: tuple[Path, Path, Path]) -> None:
    one = copies[0]
    (one / "codebook (1).json").write_bytes(b'{"tags":{}}')
    with opened(one) as briefing:
        (line,) = (each for each in briefing.repair() if "codebook (1)" in each)
    assert "left as it is" in line
    assert (one / "codebook (1).json").exists()


def test_the_raw_pages_go_along(copies: tuple[Path, Path, Path], tmp_path: Path) -> None:
    one, two, _ = copies
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    joined(one, two)
    with opened(one) as briefing:
        for row in briefing.rows():
            for article in briefing.annotated(row["id"]).event.articles:
                assert briefing.raw(article)


def test_the_verbs_say_what_was_taken_and_what_is_wrong(
    copies: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, _ = copies
    work(two, "bo", tag(PLAIN, "monday"))
    store = ["--store", str(one)]
    assert main(["sync", str(tmp_path / "nowhere"), *store]) == 1
    assert "there is no such folder" in capsys.readouterr().err
    assert main(["merge", str(tmp_path / "nowhere"), *store]) == 1
    assert "there is no briefing here" in capsys.readouterr().err
    (tmp_path / "x.zip").write_bytes(b"PK nonsense")
    assert main(["merge", str(tmp_path / "x.zip"), *store]) == 1
    assert main(["merge", str(two), *store]) == 0
    assert capsys.readouterr().out.startswith("took in ")
    assert main(["conflicts", *store]) == 0
    assert "nothing is to be decided" in capsys.readouterr().err
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    assert main(["merge", str(tmp_path / "empty.zip"), *store]) == 1


def test_a_page_that_came_in_where_the_clock_is_behind_is_there_after_the_first_merge(
    copies: tuple[Path, Path, Path],
) -> None:
    one, two, _ = copies
    behind = Briefing.open(one, now=lambda: "2001-01-01T00:00:00Z")
    bring("Ice on the lock", "It freezes every year", "three")(behind)
    behind.close()
    work(two, "bo", tag(PLAIN, "monday"))
    joined(two, one)
    assert "freezes" in str(contents(one))
    assert contents(one) == contents(two)


def test_a_copy_that_was_put_back_in_its_place_loses_nothing_by_a_merge(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, _ = copies
    joined(one, two)
    shutil.copytree(one, tmp_path / "kept")
    work(one, "ada", tag(PLAIN, "monday"))
    joined(one, two)
    for path in one.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(tmp_path / "kept", one, dirs_exist_ok=True)
    work(one, "ada", tag(FORMULA, "sums"))
    joined(one, two)
    assert contents(one) == contents(two)
    assert "monday" in tags_on(one, PLAIN) and "sums" in tags_on(two, FORMULA)
