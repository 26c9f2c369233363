"""Who did what: kept on everything that is written, shown, and asked for; unknown where nobody kept it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.dossiers import PLAIN, build, find
from tui.cli.parser import main
from tui.commands.annotations import (
    AddTags,
    Command,
    DiscardQuote,
    EditField,
    SetTags,
    Star,
    WriteNote,
    target_of,
)
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.codebook import MergeTags
from tui.commands.events import MergeEvents
from tui.commands.quotes import AddQuote
from tui.commands.speakers import MergeSpeakers
from tui.core.model import Annotation, AnnotationTarget, Quote
from tui.store.briefing import Briefing

By = Callable[[str], None]


@pytest.fixture
def by(monkeypatch: pytest.MonkeyPatch) -> By:
    """Says who works from now on."""
    return lambda name: monkeypatch.setenv("BRIEFING_AUTHOR", name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Briefing]:
    made = build(tmp_path / "work")
    while made.undo():
        pass
    made.close()
    again = Briefing.open(tmp_path / "work")
    yield again
    again.close()


def two(store: Briefing) -> tuple[Quote, Quote]:
    one, other = (quote for _, _, quote in list(store.quotes())[:2])
    return one, other


def written(store: Briefing) -> list[Annotation]:
    """Return all that is written but what only says what was read."""
    found = []
    for row in store.rows():
        for each in store.annotated(row["id"]).annotations.values():
            found += [annotation for annotation in each if annotation.motivation != "reading"]
    return found


CHANGES: dict[str, Callable[[Quote, Quote], Command]] = {
    "tag": lambda one, _: AddTags([target_of(one)], ["talks"]),
    "tags": lambda one, _: SetTags(target_of(one), ["talks", "grain"]),
    "note": lambda one, _: WriteNote(target_of(one), "Ask."),
    "star": lambda one, _: Star([target_of(one)]),
    "status": lambda one, _: Assess([target_of(one)], "disputed"),
    "speaker": lambda one, _: EditField(target_of(one), "speaker", "Ole Strand"),
    "outlet": lambda one, _: EditField(
        AnnotationTarget("article", one.article, one.article), "outlet", "The Bell"
    ),
    "link": lambda one, other: LinkQuotes(target_of(one), target_of(other), "denies"),
    "same statement": lambda one, other: LinkQuotes(target_of(one), target_of(other), "same"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_written_bears_who_wrote_it_and_when(change: str, store: Briefing, by: By) -> None:
    by("Ada")
    store.do(CHANGES[change](*two(store)))
    found = written(store)
    assert found
    assert {each.creator for each in found} == {"Ada"}
    assert all(each.created for each in found)
    assert store.history()[0].author == "Ada"


def test_discards_merges_and_quotes_of_ones_own_do_too(store: Briefing, by: By) -> None:
    by("Ada")
    article, quote = find(store, PLAIN)
    store.do(DiscardQuote(target_of(quote)))
    store.do(AddQuote(AnnotationTarget("article", article.id, article.id), "0-5"))
    one, other = (row["id"] for row in store.rows()[:2])
    store.do(MergeEvents([one], other))
    files = [json.loads(path.read_text()) for path in (store.path / "notes").glob("*.json")]
    docs = [doc for file in files for doc in file["annotations"].values() if doc["motivation"] == "editing"]
    assert {"discarded", "added", "merged"} <= {doc["body"]["field"] for doc in docs}
    assert {doc["creator"] for doc in docs} == {"Ada"}


def test_speakers_who_are_merged_say_by_whom(store: Briefing, by: By) -> None:
    one, _ = two(store)
    store.do(EditField(target_of(one), "speaker", "Ole Strand"))
    by("Ben")
    ids = {each.name: each.id for each in store.speakers().values()}
    store.do(MergeSpeakers([ids["Ole Strand"]], ids["Mara Quay"]))
    merged = store.speakers()[ids["Ole Strand"]]
    assert (merged.merged_by, bool(merged.merged)) == ("Ben", True)


def test_what_is_moved_keeps_who_wrote_it(store: Briefing, by: By) -> None:
    one, _ = two(store)
    by("Ada")
    store.do(AddTags([target_of(one)], ["talks"]))
    store.do(Star([target_of(one)]))
    by("Ben")
    store.do(AddTags([AnnotationTarget("speaker", "nobody")], ["grain"]))
    tags = {tag.name: tag.id for tag in store.tags().values()}
    store.do(MergeTags([tags["talks"]], tags["grain"]))
    assert {each.creator for each in store.annotated(store.event_of(one.article)).annotations[one.id]} == {
        "Ada"
    }


def test_a_correction_bears_the_name_of_whoever_made_it_last(store: Briefing, by: By) -> None:
    one, _ = two(store)
    by("Ada")
    store.do(EditField(target_of(one), "original", "Kein Boot"))
    store.do(WriteNote(target_of(one), "Ask."))
    by("Ben")
    store.do(EditField(target_of(one), "original", "Kein Schiff"))
    (note,) = (each for each in written(store) if each.motivation == "commenting")
    store.do(WriteNote(target_of(one), "Ask her.", note.id))
    found = {each.motivation: each for each in written(store)}
    assert (found["editing"].creator, bool(found["editing"].modified)) == ("Ben", True)
    assert found["commenting"].creator == "Ada"  # a note stays hers


def test_it_is_found_and_shown(store: Briefing, by: By, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = two(store)
    by("Ada Lund")
    store.do(AddTags([target_of(one)], ["talks"]))
    by("Ben")
    store.do(Star([target_of(other)]))
    hits = {quote for hit in store.select("author:lund") for quote in hit.quotes}
    assert hits == {one.id}
    assert {quote for hit in store.select("author:*") for quote in hit.quotes} == {one.id, other.id}
    assert main(["--store", str(store.path), "show", one.id]) == 0
    assert "talks (Ada Lund, 20" in " ".join(capsys.readouterr().out.split())
    assert main(["--store", str(store.path), "show", other.id, "--json"]) == 0
    (deed,) = json.loads(capsys.readouterr().out)["deeds"]
    assert (deed["what"], deed["creator"]) == ("star", "Ben")


def test_what_an_earlier_version_wrote_is_nobodys(store: Briefing, by: By) -> None:
    by("Ada")
    one, other = two(store)
    store.do(AddTags([target_of(one)], ["talks"]))
    store.do(EditField(target_of(one), "original", "Kein Boot"))
    root = store.path
    store.close()
    for path in (root / "notes").glob("*.json"):  # as a store of before is
        made = json.loads(path.read_text())
        for doc in made["annotations"].values():
            doc.pop("creator", None)
        path.write_text(json.dumps(made))
        path.with_name(f"{path.name}.bak").unlink(missing_ok=True)
    by("Ben")
    old = Briefing.open(root)
    assert {each.creator for each in written(old)} == {""}
    old.do(Star([target_of(other)]))
    old.do(MergeTags([], next(iter(old.tags()))))
    assert sorted(each.creator for each in written(old)) == ["", "", "Ben"]
    assert {quote for hit in old.select("author:*") for quote in hit.quotes} == {other.id}
    old.close()


def test_of_two_who_gave_a_tag_neither_is_lost_by_a_merge(store: Briefing, by: By) -> None:
    one, _ = two(store)
    for name, tag in (("Ada", "talks"), ("Ben", "grain")):
        by(name)
        store.do(AddTags([target_of(one)], [tag]))
    tags = {tag.name: tag.id for tag in store.tags().values()}
    store.do(MergeTags([tags["talks"]], tags["grain"]))
    assert sorted(each.creator for each in written(store)) == ["Ada", "Ben"]
    annotated = store.annotated(store.event_of(one.article))
    assert annotated.tags(one.id) == (tags["grain"],)
