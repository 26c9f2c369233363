"""After any number of commands, as many undos give back the briefing as it was, and redos what the commands made."""

from __future__ import annotations

import inspect
import json
import pkgutil
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import tui.commands
import tui.workflows
from tests.support.convoys import build, page, revised
from tui.commands import annotations as marks
from tui.commands import (
    articles,
    assessment,
    codebook,
    events,
    feeds,
    quotes,
    saved_searches,
    speakers,
    title,
)
from tui.commands.annotations import target_of
from tui.commands.base import Command
from tui.core.assessment import RELATIONS, STATUSES
from tui.core.model import AnnotationTarget, Article, Event, Quote
from tui.exchange.importers.model import (
    CodeDefinition,
    ImportedDeed,
    ImportedLink,
    ImportedMarks,
    ImportedNote,
    ImportedQuote,
    ImportedTag,
    SpeakerInfo,
)
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle
from tui.workflows.grouping_plan import ApplyGrouping
from tui.workflows.import_annotations import ImportAnnotations

_NAMES = ("harbour", "harbour/quay", "Winter", "to check", "é 数")
_TEXTS = ("A note.", "Ask *again*\n\nby Friday", "=1+1", "\u202eodd")


class Chooser:
    """Chooses, with a seed, from what a briefing holds at the moment."""

    def __init__(self, briefing: Briefing, seed: int) -> None:
        self.briefing = briefing
        self.chance = random.Random(seed)

    def one(self, things: Any) -> Any:
        """Return one of `things`. Raises ValueError where there are none."""
        listed = sorted(things, key=str)
        if not listed:
            raise ValueError("there is nothing to choose from")
        return self.chance.choice(listed)

    def pair(self) -> tuple[Article, Quote]:
        """Return an article and a quote of it."""
        article, quote = self.one((article, quote) for _, article, quote in self.briefing.quotes())
        return article, quote

    def quote(self) -> AnnotationTarget:
        """Return a quote."""
        return target_of(self.pair()[1])

    def target(self) -> AnnotationTarget:
        """Return a quote, an article or an event."""
        article, quote = self.pair()
        event = self.briefing.annotated(article.event).event
        things: list[Quote | Article | Event] = [quote, article, event]
        return target_of(self.chance.choice(things))

    def name(self) -> str:
        """Return the name of a tag, of a speaker, …: often the same."""
        return self.chance.choice(_NAMES)

    def event(self) -> str:
        """Return the id of an event."""
        found: str = self.one(row["id"] for row in self.briefing.rows())
        return found

    def tag(self) -> str:
        """Return the id of a tag."""
        found: str = self.one(self.briefing.tags())
        return found

    def speaker(self) -> str:
        """Return the id of a speaker."""
        found: str = self.one(self.briefing.speakers())
        return found

    def words(self, article: Article) -> str:
        """Return the borders of some words."""
        start = self.chance.randrange(len(article.text) - 10)
        return f"{start}-{start + self.chance.randrange(1, 10)}"


def _edit(c: Chooser) -> Command:
    article, quote = c.pair()
    field, target, value = c.chance.choice(
        [
            ("speaker", target_of(quote), "+" + c.name()),
            ("kind", target_of(quote), "indirect"),
            ("borders", target_of(quote), c.words(article)),
            ("original", target_of(quote), c.name()),
            ("headline", target_of(article), c.name()),
            ("published", target_of(article), "2025-04-01"),
            ("event", target_of(article), c.chance.choice([c.event(), c.name()])),
            ("name", AnnotationTarget("event", article.event), c.name()),
            ("date", AnnotationTarget("event", article.event), "2025-04"),
        ]
    )
    return marks.EditField(target, field, value)


def _of_one_article(c: Chooser) -> list[AnnotationTarget]:
    article, _ = c.pair()
    return [target_of(quote) for quote in c.chance.sample(article.quotes, min(2, len(article.quotes)))]


def _cut(c: Chooser) -> Command:
    _, quote = c.pair()
    return quotes.RemoveWordsFromQuote(target_of(quote), quote.start + 3, quote.start + 8)


def _split(c: Chooser) -> Command:
    article, _ = c.pair()
    return events.SplitEvent(article.event, [article.id], c.name())


def _delete_event(c: Chooser) -> Command:
    event = c.briefing.annotated(c.event()).event
    return articles.DeleteEvent(target_of(event), [target_of(each) for each in event.articles])


def _hidden(c: Chooser) -> list[AnnotationTarget]:
    """Return the articles that were deleted."""
    rows = [row["id"] for row in c.briefing.rows()]
    every, shown = (
        [each for id in rows for each in c.briefing.annotated(id, include_hidden=hidden).event.articles]
        for hidden in (True, False)
    )
    there = {each.id for each in shown}
    return [target_of(each) for each in every if each.id not in there]


def _add(c: Chooser) -> Command:
    article, _ = c.pair()
    return quotes.AddQuote(target_of(article), c.words(article), "+" + c.name())


def _reanchor(c: Chooser) -> Command:
    events = (c.briefing.annotated(row["id"]).event for row in c.briefing.rows())
    article, quote = c.one((a, quote) for event in events for a in event.articles for quote in a.gone)
    return quotes.ReanchorQuote(target_of(quote), c.words(article))


def _group(c: Chooser) -> Command:
    """Move the articles of an event to another or to a new one, as a regrouping does; what is written goes with them."""
    source, goal = c.event(), c.chance.choice([c.event(), "new"])
    if source == goal:
        raise ValueError("nothing is moved")
    event = c.briefing.annotated(source).event
    rest = replace(event, id="", name=c.name(), articles=())
    return ApplyGrouping(
        moves={article.id: (source, goal) for article in event.articles},
        made={"new": rest} if goal == "new" else {},
        dates={} if goal == "new" else {goal: ("2025-05-06", "inferred")},
        carried={source: goal},
        copies={c.pair()[0].id: event.articles[0].id},
    )


def _take_in(c: Chooser) -> Command:
    """Tag, correct, quote and link as what another program handed over does."""
    article, quote = c.pair()
    marks = ImportedMarks(
        tags=(ImportedTag(c.name(), "2024-05-06T07:08:09Z", "Ann"),),
        notes=(ImportedNote(c.chance.choice(_TEXTS)),),
        starred=c.chance.random() < 0.5,
        assessed=(("status", c.chance.choice(STATUSES)),),
        fields=(("speaker", c.name()),),
        deeds=(
            ImportedDeed("editing", {"field": "kind", "value": "indirect"}, "2024-05-06T07:08:09Z", "Bo"),
        ),
    )
    start = c.chance.randrange(len(article.text) - 10)
    passage = ImportedQuote(
        ((start, start + 8),), (c.name(),), mark=replace(marks, fields=(), deeds=()), id="q"
    )
    return ImportAnnotations(
        origin="project",
        codes=[CodeDefinition(c.name(), "What it is for", "#a0b0c0", "+")],
        marks=[(target_of(quote), marks)],
        passages=[(target_of(article), passage)],
        people=[SpeakerInfo(c.name(), aliases=(c.name(),))],
        ties=[ImportedLink("q", c.chance.choice(RELATIONS), "here")],
        places={"here": target_of(quote)},
    )


MAKERS: dict[type[Command], Callable[[Chooser], Command]] = {
    marks.AddTags: lambda c: marks.AddTags([c.target()], [c.name()]),
    marks.RemoveTags: lambda c: marks.RemoveTags([c.target()], [c.name()]),
    marks.SetTags: lambda c: marks.SetTags(c.target(), [c.name(), c.name()]),
    marks.WriteNote: lambda c: marks.WriteNote(c.target(), c.chance.choice(_TEXTS)),
    marks.DeleteNotes: lambda c: marks.DeleteNotes(c.target()),
    marks.Star: lambda c: marks.Star([c.target()], c.chance.random() < 0.7),
    marks.MarkRead: lambda c: marks.MarkRead([target_of(c.pair()[0])], c.chance.random() < 0.7),
    marks.EditField: _edit,
    marks.DiscardQuote: lambda c: marks.DiscardQuote(c.quote()),
    marks.CompositeCommand: lambda c: marks.CompositeCommand(
        [marks.AddTags([c.target()], [c.name()]), _edit(c)]
    ),
    articles.DeleteArticle: lambda c: articles.DeleteArticle(target_of(c.pair()[0])),
    articles.DeleteEvent: _delete_event,
    articles.RestoreArticles: lambda c: articles.RestoreArticles(_hidden(c)),
    assessment.Assess: lambda c: assessment.Assess(
        [c.quote()], c.chance.choice(STATUSES), c.name(), c.chance.choice("ABCDEF"), c.chance.choice("123456")
    ),
    assessment.LinkQuotes: lambda c: assessment.LinkQuotes(c.quote(), c.quote(), c.chance.choice((*RELATIONS, None))),
    codebook.RenameTag: lambda c: codebook.RenameTag(c.tag(), c.name()),
    codebook.RenameLevel: lambda c: codebook.RenameLevel("harbour", c.name()),
    codebook.MoveTag: lambda c: codebook.MoveTag(c.tag(), c.name()),
    codebook.MergeTags: lambda c: codebook.MergeTags([c.tag()], c.tag()),
    codebook.DeleteTags: lambda c: codebook.DeleteTags([c.tag()]),
    codebook.DescribeTag: lambda c: codebook.DescribeTag(c.tag(), c.name(), "#a0b0c0", "+"),
    events.MergeEvents: lambda c: events.MergeEvents([c.event()], c.event()),
    events.SplitEvent: _split,
    events.MoveArticle: lambda c: events.MoveArticle(c.pair()[0].id, c.event()),
    events.SetColumns: lambda c: events.SetColumns(c.event(), [c.name(), c.name()]),
    feeds.Subscribe: lambda c: feeds.Subscribe([(f"https://{c.chance.randrange(3)}.example/feed", c.name())]),
    feeds.Unsubscribe: lambda c: feeds.Unsubscribe([c.one(c.briefing.feeds())]),
    quotes.AddQuote: _add,
    quotes.RemoveWordsFromQuote: _cut,
    quotes.SplitQuote: lambda c: quotes.SplitQuote(c.quote()),
    quotes.JoinQuotes: lambda c: quotes.JoinQuotes(_of_one_article(c)),
    quotes.ReanchorQuote: _reanchor,
    saved_searches.SaveView: lambda c: saved_searches.SaveView(c.name(), "convoy"),
    saved_searches.DropView: lambda c: saved_searches.DropView(c.one(c.briefing.views())),
    saved_searches.RenameSearch: lambda c: saved_searches.RenameSearch(c.one(c.briefing.views()), c.name()),
    speakers.RenameSpeaker: lambda c: speakers.RenameSpeaker(c.speaker(), c.name()),
    speakers.AddAlias: lambda c: speakers.AddAlias(c.speaker(), c.name()),
    speakers.RemoveAlias: lambda c: speakers.RemoveAlias(
        *c.one((each.id, name) for each in c.briefing.speakers().values() for name in each.aliases)
    ),
    speakers.SetRole: lambda c: speakers.SetRole(c.speaker(), c.name()),
    speakers.SetSide: lambda c: speakers.SetSide(c.speaker(), c.name()),
    speakers.MergeSpeakers: lambda c: speakers.MergeSpeakers([c.speaker()], c.speaker()),
    speakers.SplitSpeaker: lambda c: speakers.SplitSpeaker(c.speaker(), quotes=[c.quote()], name=c.name()),
    ApplyGrouping: _group,
    ImportAnnotations: _take_in,
}  # fmt: skip


# What undo has nothing to do with: an import that was taken back is undone from the outset (tests/ui/test_import_pages.py),
# and a briefing is called as before by renaming it back, its folder with it (tests/ui/test_briefings.py).
ASIDE = {articles.TakeBackImport, title.SetTitle}


def test_every_command_is_tried() -> None:
    there = {
        each
        for room in (tui.commands, tui.workflows)
        for module in pkgutil.iter_modules(room.__path__)
        for _, each in inspect.getmembers(import_module(f"{room.__name__}.{module.name}"), inspect.isclass)
        if issubclass(each, Command) and each is not Command and not each.__name__.startswith("_")
    }
    assert there == set(MAKERS) | ASIDE


def _without_quote(number: int) -> NewArticle:
    """Return the reading of a page after its outlet took the quote out of it."""
    first = page(number)
    (found,) = first.reading.quotes
    text = first.reading.text.replace(found.text, "")
    return replace(first, raw=text.encode(), reading=replace(first.reading, text=text, quotes=()))


def meaning(path: Path) -> dict[str, Any]:
    """Return what the files of a briefing say; one that says nothing counts as one that is not there."""
    said: dict[str, Any] = {}
    for file in sorted(path.rglob("*.json")):
        tables = json.loads(file.read_bytes())
        name = str(file.relative_to(path))
        if name == "place.json":
            continue
        for table, documents in tables.items():
            if documents and (table != "_meta" or name == "catalogue.json"):
                said[f"{name} {table}"] = sorted(
                    json.dumps(each, sort_keys=True) for each in documents.values()
                )
    return said


@pytest.mark.parametrize("seed", range(8))
def test_as_many_undos_as_commands_give_the_same_briefing(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "store"
    build(path, articles=6)
    briefing = Briefing.open(path)
    briefing.add([revised(2, "dawn"), _without_quote(4)])
    briefing.close()
    before, briefing = meaning(path), Briefing.open(path)
    choose = Chooser(briefing, seed)
    done = 0
    kinds = list(MAKERS)
    for _ in range(60):
        with suppress(ValueError):  # what cannot be is refused, and changes nothing
            step = briefing.do(MAKERS[choose.chance.choice(kinds)](choose))
            done += step.seq > 0 and not step.passive
    assert done > 15
    after = meaning(path)
    for _ in range(done):
        assert briefing.undo() is not None
    assert meaning(path) == before
    for _ in range(done):
        assert briefing.redo() is not None
    assert meaning(path) == after
    assert briefing.warnings == []
    briefing.close()


@pytest.mark.parametrize("seed", range(6))
def test_two_programs_of_one_reader_take_back_each_others_steps(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "store"
    build(path, articles=6)
    screen, shell = Briefing.open(path), Briefing.open(path)
    while screen.undo():  # what it was built of is the reader's too
        pass
    before = meaning(path)
    chance = random.Random(seed)
    makers = [Chooser(screen, seed), Chooser(shell, seed + 100)]
    kinds = list(MAKERS)
    steps: list[int] = []
    for _ in range(60):
        choose = chance.choice(makers)
        if chance.random() < 0.25:
            undone = chance.choice((choose.briefing.undo, choose.briefing.redo))()
            steps += [undone.seq] if undone else []
            continue
        with suppress(ValueError):  # what cannot be is refused, and changes nothing
            step = choose.briefing.do(MAKERS[chance.choice(kinds)](choose))
            steps += [step.seq] if step.seq and not step.passive else []
    assert len(steps) > 15
    while chance.choice((screen, shell)).undo():
        pass
    assert meaning(path) == before
    assert screen.undo() is shell.undo() is None
    assert screen.warnings == shell.warnings == []
    screen.close()
    shell.close()
