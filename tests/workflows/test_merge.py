"""Copies of a briefing in real folders: what was done in each is in all of them in the end, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest

from tests.support.dossiers import FORMULA, PLAIN, build, find, page
from tui.cli.parser import main
from tui.commands.annotations import (
    AddTags,
    DeleteArticle,
    EditField,
    RemoveTags,
    Star,
    WriteNote,
    target_of,
)
from tui.commands.assessment import Assess
from tui.commands.codebook import DeleteTags, RenameTag
from tui.commands.speakers import RenameSpeaker
from tui.core.model import AnnotationTarget
from tui.core.replica.shared_step import Put, SharedStep
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.maintenance.backup import backup
from tui.store.maintenance.check import find_damage
from tui.store.replica import shared_documents
from tui.store.replica.replica import OtherBriefingError
from tui.store.replica.step_line import line_of
from tui.workflows.merge import merge, sync

Work = Callable[[Briefing], object]


@contextmanager
def opened(path: Path, author: str = "") -> Iterator[Briefing]:
    briefing = Briefing.open(path, author=partial(str, author))
    try:
        yield briefing
    finally:
        briefing.close()


def contents(path: Path) -> dict[tuple[str, str], object]:
    with opened(path) as briefing:
        return {key: each.document for key, each in shared_documents.read(briefing._folder).items()}


def work(path: Path, author: str, *deeds: Work) -> None:
    with opened(path, author) as briefing:
        for deed in deeds:
            deed(briefing)


def joined(path: Path, other: Path) -> None:
    with opened(path) as briefing:
        merge(briefing, other)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Three copies of one briefing, made before anything was shared."""
    build(tmp_path / "a").close()
    for name in "bc":
        shutil.copytree(tmp_path / "a", tmp_path / name)
    return tmp_path / "a", tmp_path / "b", tmp_path / "c"


def tag(words: str, *names: str) -> Work:
    return lambda briefing: briefing.do(AddTags([target_of(find(briefing, words)[1])], names))


def note(words: str, text: str) -> Work:
    return lambda briefing: briefing.do(WriteNote(target_of(find(briefing, words)[1]), text))


def rename(old: str, new: str) -> Work:
    def do(briefing: Briefing) -> object:
        own = next(each.id for each in briefing.tags().values() if each.name == old)
        return briefing.do(RenameTag(own, new))

    return do


def bring(headline: str, words: str, event: str) -> Work:
    return lambda briefing: briefing.add([page(headline, "Ida Lund", "2025-03-06", words, event)])


def tags_on(path: Path, words: str) -> set[str]:
    with opened(path) as briefing:
        article, quote = find(briefing, words)
        annotated = briefing.annotated(article.event)
        return {briefing.tags()[each].name for each in annotated.tags(quote.id)}


def speaker_of(briefing: Briefing, words: str) -> str:
    return find(briefing, words)[1].speakers[0]


def everything(one: Path, two: Path, three: Path) -> None:
    """Do something of every kind in three copies."""
    work(
        one,
        "ada",
        tag(PLAIN, "harbour"),
        note(PLAIN, "From Ada."),
        rename("no deal", "no bargain"),
        bring("Ice on the lock", "It freezes every year", "three"),
        lambda b: b.do(Assess([target_of(find(b, PLAIN)[1])], "matched", "https://record.example/9")),
        lambda b: b.do(EditField(target_of(find(b, PLAIN)[1]), "original", "Montag")),
    )
    work(
        two,
        "bo",
        tag(PLAIN, "harbour", "monday"),
        tag(FORMULA, "sums"),
        lambda b: b.do(Star([target_of(find(b, FORMULA)[1])])),
        bring("Ice on the lock", "It freezes every year", "three"),
        lambda b: b.do(RenameSpeaker(speaker_of(b, PLAIN), "Ada M. Tern")),
        lambda b: b.do(DeleteTags([next(t.id for t in b.tags().values() if t.name == "+plus")])),
    )
    work(
        three,
        "cy",
        note(FORMULA, "From Cy."),
        lambda b: b.do(RemoveTags([target_of(find(b, PLAIN)[1])], ["topic/lock"])),
        lambda b: b.do(EditField(AnnotationTarget("event", b.rows()[0]["id"]), "name", "The lock, at last")),
    )


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


def test_a_shared_folder_brings_together_copies_that_never_meet(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    everything(*copies)
    shared = tmp_path / "stick"
    shared.mkdir()
    for each in (*copies, *copies):
        with opened(each) as briefing:
            sync(briefing, shared)
    assert contents(copies[0]) == contents(copies[1]) == contents(copies[2])
    assert tags_on(copies[2], PLAIN) == {"no bargain", "harbour", "monday"}
    work(copies[0], "ada", tag(FORMULA, "late"))
    for each in copies:
        with opened(each) as briefing:
            sync(briefing, shared)
    assert "late" in tags_on(copies[2], FORMULA)
    with opened(copies[2]) as briefing:
        again = sync(briefing, shared)
    assert (again.step, again.taken, again.given) == (None, 0, 0)


def test_another_machine_begins_with_what_is_shared(
    copies: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = copies[0]
    shared = tmp_path / "stick"
    shared.mkdir()
    work(one, "ada", tag(PLAIN, "monday"))
    for path in (one, tmp_path / "new", one):
        assert main(["sync", str(shared), "--store", str(path)]) == 0
    assert contents(tmp_path / "new") == contents(one)
    assert "monday" in tags_on(tmp_path / "new", PLAIN)
    assert find_damage(tmp_path / "new") == []
    with opened(tmp_path / "new") as briefing:
        assert briefing.raw(find(briefing, PLAIN)[0])


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


def test_a_copy_of_a_copy_that_shares_already_is_a_copy_of_its_own(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, _ = copies
    shared = tmp_path / "stick"
    shared.mkdir()
    work(one, "ada", tag(PLAIN, "monday"))
    with opened(one) as briefing:
        sync(briefing, shared)
        name = briefing.replica().name
    shutil.rmtree(two)
    shutil.copytree(one, two)
    shutil.rmtree(shared)  # the folder is lost: what each has is brought there again
    shared.mkdir()
    with opened(two) as briefing:
        assert briefing.replica().name == briefing.replica().name != name
        sync(briefing, shared)
    work(one, "ada", tag(FORMULA, "late"))
    work(two, "bo", tag(FORMULA, "later"))
    for each in (one, two, one):
        with opened(each) as briefing:
            sync(briefing, shared)
    assert contents(one) == contents(two)
    assert tags_on(one, FORMULA) >= {"late", "later"}


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


def _records(capsys: pytest.CaptureFixture[str], verb: str, path: Path) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main([verb, "--json", "--store", str(path)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


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
    before = contents(tmp_path / "a")
    with opened(tmp_path / "a") as briefing:
        with pytest.raises(OtherBriefingError, match="no copy of the other"):
            merge(briefing, tmp_path / "b")
        assert contents(tmp_path / "a") == before
        merge(briefing, tmp_path / "b", anyway=True)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert len([key for key in contents(tmp_path / "a") if key[0] == "articles"]) == 2


def test_a_copy_that_was_put_back_from_a_backup_does_not_write_over_what_it_shared(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, _ = copies
    shared = tmp_path / "stick"
    shared.mkdir()
    shutil.copytree(one, tmp_path / "kept", symlinks=True)
    for each in (one, two):
        with opened(each) as briefing:
            sync(briefing, shared)
    shutil.copytree(one / "steps", tmp_path / "steps")
    work(one, "ada", tag(PLAIN, "monday"))
    with opened(one) as briefing:
        sync(briefing, shared)
    shutil.rmtree(one / "steps")
    shutil.copytree(tmp_path / "steps", one / "steps")  # as it was in between
    work(one, "ada", tag(FORMULA, "sums"))
    for each in (one, two, one):
        with opened(each) as briefing:
            sync(briefing, shared)
    assert contents(one) == contents(two)
    assert "monday" in tags_on(two, PLAIN) and "sums" in tags_on(two, FORMULA)


@pytest.mark.parametrize("damage", ["half", "nonsense", "gap"])
def test_a_step_that_is_not_whole_waits_and_one_that_makes_no_sense_is_refused_by_name(
    damage: str, copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, _ = copies
    shared = tmp_path / "stick"
    shared.mkdir()
    with opened(one) as briefing:
        sync(briefing, shared)
    (file,) = shared.glob("*/*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    held = {"half": [*lines, b'{"replica'], "nonsense": [*lines, b"{}\n"], "gap": lines[1:]}[damage]
    file.write_bytes(b"".join(held))
    before = contents(two)
    with opened(two) as briefing:
        if damage == "half":
            sync(briefing, shared)
        else:
            with pytest.raises(StoreError, match=file.name):
                sync(briefing, shared)
    assert contents(two) == before


@pytest.mark.parametrize(
    "put",
    [
        ("articles", "../../evil", {"id": "../../evil", "@event": "e1", "headline": "x"}),
        ("articles", "a1", {"id": "a1", "@event": "../../evil", "headline": "x", "text": "", "imported": ""}),
        ("annotations", "n1", {"id": "n1", "motivation": "tagging"}),
        ("tags", "t1", {"id": "t2", "name": "x"}),
        ("event", "e1", {"id": "e1", "name": 7}),
        ("speakers", "s1", {"name": "x"}),
    ],
)
def test_a_step_of_a_stranger_that_no_file_could_hold_changes_nothing(
    put: Put, copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one = copies[0]
    shared = tmp_path / "stick"
    shared.mkdir()
    with opened(one) as briefing:
        sync(briefing, shared)
    before = contents(one)
    step = SharedStep(replica="f" * 32, number=1, time="2025-07-01T00:00:00.000000Z", puts=(put,))
    (shared / step.replica).mkdir()
    (shared / step.replica / f"{step.replica}.jsonl").write_bytes(line_of(step))
    with opened(one) as briefing, pytest.raises(StoreError, match=r"makes no sense|no such id"):
        sync(briefing, shared)
    assert contents(one) == before
    assert not list(tmp_path.rglob("*evil*"))


def test_what_a_stranger_writes_is_clean_before_it_is_stored(
    copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one = copies[0]
    shared = tmp_path / "stick"
    shared.mkdir()
    evil = "x\x1b]52;c;QUJD\x07y\u202e"
    put = ("tags", "0" * 32, {"id": "0" * 32, "name": evil, "description": evil})
    step = SharedStep(
        replica="f" * 32, number=1, time="2025-07-01T00:00:00.000000Z", puts=(put,), author=evil
    )
    (shared / step.replica).mkdir()
    (shared / step.replica / f"{step.replica}.jsonl").write_bytes(line_of(step))
    with opened(one) as briefing:
        sync(briefing, shared, anyway=True)
        assert "\x1b" not in str(briefing.tags()) and "\u202e" not in str(briefing.tags())


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
