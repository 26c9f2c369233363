"""Whatever was done in a briefing, its archive brings all of it back, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.dossiers import build, page
from tui.cli.parser import main
from tui.commands.annotations import AddTags, DiscardQuote, EditField, Star, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.codebook import DescribeTag, MergeTags, RenameTag
from tui.commands.events import MergeEvents, SplitEvent
from tui.commands.quotes import AddQuote, RemoveWordsFromQuote
from tui.commands.saved_searches import SaveView
from tui.commands.speakers import AddAlias, MergeSpeakers, RenameSpeaker, SetRole, SetSide
from tui.core.model import AnnotationTarget
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.store.briefing import Briefing

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def said(briefing: Briefing, number: int) -> AnnotationTarget:
    """Return one of the quotes, whichever are left."""
    quotes = [quote for _, _, quote in briefing.quotes()]
    return target_of(quotes[number % len(quotes)])


def in_article(briefing: Briefing, number: int) -> AnnotationTarget:
    articles = [
        article for row in briefing.rows() for article in briefing.annotated(row["id"]).event.articles
    ]
    return target_of(articles[number % len(articles)])


def tag(briefing: Briefing, number: int) -> str:
    tags = sorted(briefing.tags().values(), key=lambda each: each.name)
    return tags[number % len(tags)].id


def speaker(briefing: Briefing, number: int) -> str:
    speakers = sorted(briefing.speakers().values(), key=lambda each: each.name)
    return speakers[number % len(speakers)].id


def event(briefing: Briefing, number: int) -> str:
    return briefing.rows()[number % len(briefing.rows())]["id"]


Step = Callable[[Briefing, str, int], object]
"""Does one thing to a briefing, with some words, to something chosen by a number."""

STEPS: dict[str, Step] = {
    "tag": lambda b, w, n: b.do(AddTags([said(b, n)], [w])),
    "tag an article": lambda b, w, n: b.do(AddTags([in_article(b, n)], [w])),
    "describe": lambda b, w, n: b.do(DescribeTag(tag(b, n), description=w, color="#00ff7f", sign="▲")),
    "rename a tag": lambda b, w, n: b.do(RenameTag(tag(b, n), w)),
    "merge tags": lambda b, _w, n: b.do(MergeTags([tag(b, n)], tag(b, n + 1))),
    "note": lambda b, w, n: b.do(WriteNote(said(b, n), w)),
    "note on a speaker": lambda b, w, n: b.do(WriteNote(AnnotationTarget("speaker", speaker(b, n)), w)),
    "star": lambda b, _w, n: b.do(Star([said(b, n)])),
    "status": lambda b, w, n: b.do(Assess([said(b, n)], "matched", w, "A", "1")),
    "link": lambda b, _w, n: b.do(LinkQuotes(said(b, n), said(b, n + 1), "truncated")),
    "view": lambda b, w, _n: b.do(SaveView(w, "speaker:mara")),
    "speaker": lambda b, w, n: b.do(EditField(said(b, n), "speaker", w)),
    "several speakers": lambda b, w, n: b.do(EditField(said(b, n), "speaker", f"{w}; Ida Lund; Otto Roth")),
    "rename a speaker": lambda b, w, n: b.do(RenameSpeaker(speaker(b, n), w)),
    "alias": lambda b, w, n: b.do(AddAlias(speaker(b, n), w)),
    "role": lambda b, w, n: b.do(SetRole(speaker(b, n), w)),
    "side": lambda b, w, n: b.do(SetSide(speaker(b, n), w)),
    "merge speakers": lambda b, _w, n: b.do(MergeSpeakers([speaker(b, n)], speaker(b, n + 1))),
    "headline": lambda b, w, n: b.do(EditField(in_article(b, n), "headline", w)),
    "new quote": lambda b, w, n: b.do(AddQuote(in_article(b, n), "0-9", w, "indirect")),
    "cut": lambda b, _w, n: b.do(RemoveWordsFromQuote(said(b, n), 24, 27)),
    "discard": lambda b, _w, n: b.do(DiscardQuote(said(b, n))),
    "delete": lambda b, _w, n: b.do(DeleteArticle(in_article(b, n))),
    "merge events": lambda b, _w, n: b.do(MergeEvents([event(b, n)], event(b, n + 1))),
    "split": lambda b, w, n: b.do(SplitEvent(in_article_event(b, n), [in_article(b, n).id], w)),
    "version": lambda b, w, _n: b.add(
        [page("The lock opens", "", "2025-03-09", w.strip() or "x", "one", " More.")]
    ),
    "undo": lambda b, _, __: b.undo(),
    "redo": lambda b, _, __: b.redo(),
}


def in_article_event(briefing: Briefing, number: int) -> str:
    return briefing.event_of(in_article(briefing, number).id)


def everything(briefing: Briefing) -> dict[str, Any]:
    """Return all that a reader can see of a briefing."""
    events = [briefing.annotated(row["id"]) for row in briefing.rows()]
    articles = [article.id for each in events for article in each.event.articles]
    return {
        "title": briefing.title,
        "rows": briefing.rows(),
        "events": events,
        "versions": {each: briefing.versions(each) for each in articles},
        "tags": briefing.tags(),
        "speakers": briefing.speakers(),
        "notes": {each: briefing.notes(AnnotationTarget("speaker", each)) for each in briefing.speakers()},
        "views": briefing.views(),
        "history": briefing.history(1000),
    }


def there_and_back(made: Briefing, root: Path) -> None:
    before = everything(made)
    write(BY_ID["briefing"], Dossier.of(made), root / "out.briefing")
    assert main(["import", str(root / "out.briefing"), "--store", str(root / "again")]) == 0
    again = Briefing.open(root / "again")
    assert not again.warnings
    assert everything(again) == before
    while (one := made.undo()) and (other := again.undo()):  # the way back is the same too
        assert one.label == other.label
    assert again.undo() is None
    assert everything(again)["events"] == everything(made)["events"]
    again.close()
    made.close()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(STEPS)), WORDS, st.integers(0, 9)), max_size=12))
def test_whatever_was_done_an_archive_brings_it_back(steps: list[tuple[str, str, int]]) -> None:
    with TemporaryDirectory() as folder:
        made = build(Path(folder) / "store")
        for what, words, number in steps:
            with suppress(ValueError, ZeroDivisionError):  # what cannot be done is no step
                STEPS[what](made, words, number)
        there_and_back(made, Path(folder))


def test_each_step_of_these_does_something_and_comes_back(tmp_path: Path) -> None:
    made = build(tmp_path / "store")
    for what, do in STEPS.items():
        if what not in ("undo", "redo", "merge tags", "merge speakers", "merge events"):
            do(made, f"{what} 🌊", 2 if what == "delete" else 0)
    assert made.views()
    assert any(everything(made)["versions"].values())
    there_and_back(made, tmp_path)
