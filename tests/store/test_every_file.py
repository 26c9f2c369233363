"""Any file of a briefing damaged in any way; `benchmarks/damage.py` does the same some thousand times over."""

from __future__ import annotations

import errno
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import orjson
import pytest

from tests.support import damage
from tests.support.crash import page, revised
from tests.support.specimen import KINDS, seen
from tests.support.verbs import Run, machine, pages, run
from tui.commands.annotations import AddTags, RemoveTags, WriteNote, target_of
from tui.commands.events import MoveArticle
from tui.store.briefing import Briefing, StoreError
from tui.store.disk import folder, journal
from tui.store.maintenance.check import find_damage

__all__ = ["machine", "pages", "run"]  # fixtures


@pytest.fixture(scope="module")
def laboratory() -> Iterator[tuple[Path, Path]]:
    with damage.laboratory() as places:
        yield places


@pytest.fixture
def path(laboratory: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(laboratory[0], tmp_path / "store"))


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_verb_ends_in_a_traceback_and_nothing_goes_without_a_word(
    laboratory: tuple[Path, Path], kind: str
) -> None:
    chance = random.Random(kind)
    hows = ["cut off", "byte flipped", chance.choice(["NULs", "emptied", "taken away"])]
    for how in hows:
        _, faults = damage.some_trials(*laboratory, kind, how, 1, app=False)
        assert not faults, f"{how}: {faults}"


@pytest.mark.parametrize(
    "kind", ["events", "notes", "versions", "codebook", "speakers", "feeds", "catalogue"]
)
def test_what_is_cut_off_is_mended_to_the_letter_though_the_journal_was_packed(path: Path, kind: str) -> None:
    before = {key: str(value) for key, value in seen(path).items()}
    for name in damage.files_of(path, kind):
        data = (path / name).read_bytes()
        (path / name).write_bytes(data[: len(data) // 2])
    assert damage.run_verb("check", "--repair", "--store", str(path))[0] == 0
    assert {key: str(value) for key, value in seen(path).items()} == before


def test_an_article_that_moved_is_not_in_two_events_after_its_old_one_was_mended(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing = Briefing.open(path)
    _, article, _ = next(briefing.quotes())
    other = next(row["id"] for row in briefing.rows() if row["id"] != article.event)
    briefing.do(MoveArticle(article.id, other))
    monkeypatch.setattr(journal, "KEPT_LINES", 1)
    with briefing._folder.locked():
        briefing._folder.journal.rotate()
    briefing.close()
    old = path / "events" / f"{article.event}.json"
    old.write_bytes(b"{")
    again = Briefing.open(path)
    assert article.id not in [
        each.id for each in again.annotated(article.event, include_hidden=True).event.articles
    ]
    assert again.event_of(article.id) == other
    assert not [finding for finding in find_damage(path) if not finding.remark]


def test_articles_imported_into_an_event_that_was_there_survive_the_loss_of_its_file(path: Path) -> None:
    briefing = Briefing.open(path)
    event = briefing.rows()[0]["id"]
    new = briefing.add([page(90, event)]).articles[0]
    briefing.do(WriteNote(target_of(briefing.annotated(event).event.articles[0]), "stays"))
    briefing.close()
    (path / "events" / f"{event}.json").write_bytes(b"")
    assert new in [article.id for article in Briefing.open(path).annotated(event).event.articles]


def test_a_copy_that_a_full_disk_left_older_than_its_file_is_told_and_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing = Briefing.open(path)
    event = briefing.rows()[0]["id"]
    with monkeypatch.context() as patch:
        patch.setattr(folder, "keep_copy", full_disk)
        new = briefing.add([page(90, event)]).articles[0]
    briefing.close()
    assert any("older" in finding.what for finding in find_damage(path))
    damage.run_verb("check", "--repair", "--store", str(path))
    assert not any("older" in finding.what for finding in find_damage(path))
    (path / "events" / f"{event}.json").write_bytes(b"")
    assert new in [article.id for article in Briefing.open(path).annotated(event).event.articles]


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_an_id_that_a_flipped_bit_made_another_is_found_by_check_and_mended(path: Path) -> None:
    tag = next(iter(Briefing.open(path).tags().values()))
    book = path / "codebook.json"
    flipped = book.read_bytes().replace(tag.id.encode(), (tag.id[:-1] + "x").encode())
    book.write_bytes(flipped)
    assert any(finding.file == book for finding in find_damage(path))
    done = damage.run_verb("check", "--repair", "--store", str(path))
    assert done[0] == 0 and "codebook.json" in done[1]
    assert Briefing.open(path).tags()[tag.id] == tag
    assert flipped in [file.read_bytes() for file in (path / "damaged").iterdir()]


def test_a_page_that_is_damaged_is_set_aside_and_comes_back_with_the_next_import(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    store = ("--store", str(tmp_path / "store"))
    assert run(*store, "import", str(pages)).returncode == 0
    page = next((tmp_path / "store" / "sources").glob("*.gz"))
    whole = page.read_bytes()
    page.write_bytes(whole[:40])
    assert page.name in run("check", *store).stdout
    done = run("check", "--repair", *store)
    assert done.returncode == 1 and "importing the page again restores it" in done.stdout
    assert not page.exists() and (tmp_path / "store" / "damaged" / f"sources-{page.name}.1").exists()
    assert "is there again" in run(*store, "import", str(pages)).stderr
    assert page.read_bytes() == whole
    assert run("check", *store).returncode == 0


@pytest.mark.parametrize("at", range(0, 36, 5))
def test_an_index_with_a_page_of_nonsense_is_made_anew_whoever_asks(path: Path, at: int) -> None:
    sound = Briefing.open(path)
    counts, found = sound.counts(), [sound.select(query) for query in ("convoy", "is:unread", "tag:first")]
    sound.close()
    index = path / "index.sqlite"
    data = index.read_bytes()
    start = 4096 * at + 100 * (at == 0)
    spoilt = data[:start] + b"\xff" * (4096 * (at + 1) - start) + data[4096 * (at + 1) :]
    index.write_bytes(spoilt)
    readied = Briefing.open(path)
    readied.warm_up()
    readied.close()
    index.write_bytes(spoilt)
    briefing = Briefing.open(path)
    assert [briefing.select(query) for query in ("convoy", "is:unread", "tag:first")] == found
    assert list(briefing.ranked("convoy")) and briefing.counts() == counts
    assert briefing.add([revised(2, "nine"), page(3)]).stopped == ""
    briefing.close()


def test_repair_makes_an_index_anew_in_which_nothing_can_be_seen_to_be_wrong(path: Path) -> None:
    briefing = Briefing.open(path)
    right = briefing.counts()
    briefing.close()
    with closing(sqlite3.connect(path / "index.sqlite")) as db:
        db.execute("UPDATE docs SET unread = 7")
        db.commit()
    briefing = Briefing.open(path)
    assert briefing.counts() != right
    briefing.close()
    assert damage.run_verb("check", "--repair", "--store", str(path))[:2] == (0, f"{path}: all is well\n")
    briefing = Briefing.open(path)
    assert briefing.counts() == right
    briefing.close()


def test_a_row_of_the_catalogue_under_an_impossible_id_is_told_and_mended(path: Path) -> None:
    rows = Briefing.open(path).rows()
    catalogue = path / "catalogue.json"
    wrong = catalogue.read_bytes().replace(rows[0]["id"].encode(), rows[0]["id"][:-1].encode() + b"/")
    catalogue.write_bytes(wrong)
    status, out, _ = damage.run_verb("check", "--store", str(path))
    assert status == 1 and "catalogue.json" in out
    assert damage.run_verb("check", "--repair", "--store", str(path))[0] == 0
    assert Briefing.open(path).rows() == rows
    assert wrong in [file.read_bytes() for file in (path / "damaged").iterdir()]


def test_an_article_under_an_impossible_id_is_told_and_mended(path: Path) -> None:
    before = seen(path)
    article = next(article for _, article, _ in Briefing.open(path).quotes() if article.versions)
    event = path / "events" / f"{article.event}.json"
    event.write_bytes(event.read_bytes().replace(article.id.encode(), f".{article.id[1:]}".encode()))
    status, out, _ = damage.run_verb("check", "--store", str(path))
    assert status == 1 and event.name in out
    assert damage.run_verb("quotes", "--store", str(path))[0] == 0  # whoever opens it mends it
    assert damage.run_verb("check", "--store", str(path))[0] == 0
    assert {key: str(value) for key, value in seen(path).items()} == {
        key: str(value) for key, value in before.items()
    }


def test_an_article_whose_id_is_no_text_is_told_and_mended(path: Path) -> None:
    _, article, _ = next(Briefing.open(path).quotes())
    event = path / "events" / f"{article.event}.json"
    before, sound = seen(path), event.read_bytes()
    tables = orjson.loads(sound)
    next(iter(tables["articles"].values()))["id"] = ["a", "b"]
    event.write_bytes(orjson.dumps(tables))
    assert event in [finding.file for finding in find_damage(path)]
    assert seen(path) == before
    assert not [finding for finding in find_damage(path) if not finding.remark]


@pytest.mark.parametrize("key", ["title", "added", "id"])
def test_a_feed_that_says_too_little_is_mended(path: Path, key: str) -> None:
    feeds = Briefing.open(path).feeds()
    file = path / "feeds.json"
    looks, table, feed = file.read_bytes().partition(b'"subscriptions":')
    file.write_bytes(looks + table + feed.replace(f'"{key}":'.encode(), f'"{key[:-1]}_":'.encode(), 1))
    status, out, err = damage.run_verb("feeds", "list", "--store", str(path))
    assert status == 0 and "The Courier" in out and "damaged/" in err
    assert Briefing.open(path).feeds() == feeds


@pytest.mark.parametrize("key", ["inferred", "articles", "quotes", "name", "date", "outlets", "id"])
def test_a_row_of_the_catalogue_that_says_too_little_is_mended(path: Path, key: str) -> None:
    rows = Briefing.open(path).rows()
    catalogue = path / "catalogue.json"
    catalogue.write_bytes(catalogue.read_bytes().replace(f'"{key}":'.encode(), f'"{key[:-1]}_":'.encode(), 1))
    status, out, _ = damage.run_verb("events", "--store", str(path))
    assert status == 0 and rows[0]["name"] in out
    assert Briefing.open(path).rows() == rows


def test_a_codebook_broken_between_two_steps_of_one_session_is_mended_before_the_second(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, _ = next(briefing.quotes())
    target, codebook = target_of(article), path / "codebook.json"
    briefing.do(AddTags([target], ["first"]))
    codebook.write_bytes(codebook.read_bytes().replace(b'"name":', b'"nam_":'))
    briefing.do(AddTags([target], ["second"]))
    names = {each.name for each in briefing.tags().values()}
    briefing.close()
    assert {"first", "second"} <= names and any(codebook.name in line for line in briefing.warnings)
    assert not [finding for finding in find_damage(path) if not finding.remark]


def test_damaged_lines_are_taken_out_of_the_journal_and_its_packed_files(path: Path) -> None:
    lines = (path / "journal.jsonl").read_bytes().splitlines(keepends=True)
    lines[1] = b"#" + lines[1][1:]
    (path / "journal.jsonl").write_bytes(b"".join(lines))
    packed = next((path / "journal").glob("*.gz"))
    packed.write_bytes(packed.read_bytes()[:-30])
    steps = Briefing.open(path).history()
    status, out, _ = damage.run_verb("check", "--store", str(path))
    assert status == 1 and "journal.jsonl" in out and packed.name in out
    assert damage.run_verb("check", "--repair", "--store", str(path))[0] == 0
    assert len(list((path / "damaged").iterdir())) == 2
    assert Briefing.open(path).history() == steps


def test_a_step_longer_than_all_that_is_kept_of_the_journal_bars_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "ROTATE_AT", 2000)
    monkeypatch.setattr(journal, "KEPT_BYTES", 1000)
    briefing = Briefing.open(path)
    _, _, quote = next(briefing.quotes())
    briefing.do(WriteNote(target_of(quote), "long " * 1000))
    # Whatever begins packs the lines before the long one away.
    assert briefing.do(WriteNote(target_of(quote), "")).seq == 0
    assert briefing.do(WriteNote(target_of(quote), "short")).seq
    assert briefing.undo()
    briefing.close()


def test_what_was_taken_away_after_the_journal_was_lost_does_not_come_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT_LINES", 1)
    briefing = Briefing.open(path)
    event, article, quote = next(briefing.quotes())
    target = target_of(quote)
    for name in ("one", "two", "three", "four"):
        briefing.do(AddTags([target], [name]))

    def pack() -> None:
        with briefing._folder.locked():
            briefing._folder.journal.rotate()

    pack()
    (path / "journal.jsonl").unlink()
    for name in ("one", "two", "three"):
        briefing.do(RemoveTags([target], [name]))
    pack()
    wanted = briefing.annotated(event["id"]).tags(quote.id)
    briefing.close()
    notes = path / "notes" / f"{article.id}.json"
    notes.write_bytes(b"{")
    notes.with_name(f"{notes.name}.bak").unlink()
    assert set(Briefing.open(path).annotated(event["id"]).tags(quote.id)) <= set(wanted)


def test_what_is_wrong_with_one_article_does_not_hide_that_the_new_ones_are_stored(path: Path) -> None:
    briefing = Briefing.open(path)
    there = {article.headline: article for _, article, _ in briefing.quotes()}
    article = there["Convoy 2 leaves"]
    other = next(
        n for n in range(6) if (one := there.get(f"Convoy {n} leaves")) and one.event != article.event
    )
    notes = path / "notes" / f"{article.id}.json"
    newer = notes.read_bytes().replace(b'"schema":1', b'"schema":7')
    notes.write_bytes(newer)
    added = briefing.add([page(95), revised(2, "nine"), revised(other, "ten")])
    assert added.articles and "schema 7" in added.stopped
    assert list(added.changed) == [2]  # the third is taken in all the same
    assert notes.read_bytes() == newer
    with pytest.raises(StoreError, match="schema 7"):
        briefing.do(WriteNote(target_of(article), "no"))
    briefing.close()
