"""What a process is killed at: kinds of work on a briefing, each acknowledging what it has finished.

Beside the briefing lie what some of them want: `pages/`, `project.qdpx`, `whole.zip`.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

# Imported here, so that the processes killed begin to work at once.
import filelock  # noqa: F401

from tests.support.convoys import build, page, revised, saved
from tui.commands.annotations import AddTags, EditField, MarkRead, Star, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.commands.codebook import MergeTags
from tui.commands.events import MergeEvents, SplitEvent
from tui.commands.feeds import Subscribe
from tui.core.model import Article, Quote
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.exchange.importers import qda_project  # noqa: F401
from tui.reading.formats import html, markdown  # noqa: F401
from tui.store import executor  # noqa: F401
from tui.store.briefing import Briefing
from tui.store.ingest_types import read_source
from tui.store.maintenance import backup
from tui.workflows.import_pages import import_sources
from tui.workflows.regroup import regroup as regroup_all
from tui.workflows.reread import reread
from tui.workflows.store_annotations import read, take

Acknowledged = dict[str, object]
Work = Callable[[Briefing, random.Random], Iterator[Acknowledged]]


def _things(briefing: Briefing) -> list[tuple[Article, Quote]]:
    return [(article, quote) for _, article, quote in briefing.quotes()]


def write_notes(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Write notes, tag, star, mark read; take some of it back."""
    things = _things(briefing)
    number = 0
    while True:
        article, quote = chance.choice(things)
        number += 1
        kind = chance.randrange(6)
        if kind == 0:
            briefing.do(Star([target_of(quote)], on=True))
            yield {"star": quote.id, "event": article.event}
        elif kind == 1:
            briefing.do(MarkRead([target_of(article)], passive=True))
            yield {"read": article.id, "event": article.event}
        elif kind == 2:
            briefing.do(AddTags([target_of(quote)], [f"tag {number % 5}"]))
            yield {"tag": f"tag {number % 5}", "on": quote.id, "event": article.event}
        else:
            text = f"note {os.getpid()} {number}"
            briefing.do(WriteNote(target_of(quote), text))
            yield {"note": text, "on": quote.id, "event": article.event}


def undo_and_redo(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Edit, delete, move, merge, split, undo and redo in a jumble."""
    while True:
        things = _things(briefing)
        article, quote = chance.choice(things)
        kind = chance.randrange(9)
        if kind == 0 and len(things) > 6:
            briefing.do(DeleteArticle(target_of(article)))
        elif kind == 1:
            briefing.do(EditField(target_of(quote), "speaker", f"Speaker {chance.randrange(9)}"))
        elif kind == 2:
            briefing.do(EditField(target_of(article), "event", f"Made up {chance.randrange(99)}"))
        elif kind == 3:
            briefing.redo()
        elif kind == 6 and len(rows := briefing.rows()) > 2:
            others = [row["id"] for row in rows if row["id"] != article.event]
            briefing.do(MergeEvents([chance.choice(others)], article.event))
        elif kind == 7:
            with suppress(ValueError):  # there may be but one
                briefing.do(SplitEvent(article.event, [article.id]))
        else:
            briefing.undo()
        yield {}


def take_in(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Import batches, some into events that are there."""
    number = 1000 + len(briefing.rows()) * 10 + sum(row["articles"] for row in briefing.rows()) * 7
    while True:
        event = chance.choice(briefing.rows())["id"]
        batch = [
            page(number),
            page(number + 1, "together"),
            page(number + 2, "together"),
            page(number + 3, event),
        ]
        added = briefing.add([*batch, page(0)])
        number += 4
        yield {"articles": list(added.articles.values())}


def revise(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Import new versions of what is there, among new articles; take some of it back, read some anew."""
    number = time.monotonic_ns()
    while True:
        number += 1
        told = [revised(chance.randrange(12), str(number)) for _ in range(3)]
        added = briefing.add([*told, page(number)])
        yield {"articles": list(added.articles.values()), "versions": list(added.changed.values())}
        if chance.randrange(3) == 0:
            briefing.undo()
            yield {}
        article, _ = chance.choice(_things(briefing))
        anew = revised(int(article.headline.split()[1]), "dawn")
        raw = read_source(briefing.path, article.source)
        briefing.replace_readings([replace(anew, article_id=article.id, raw=raw)], {})
        yield {}


def move(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Move articles between events."""
    while True:
        article, _ = chance.choice(_things(briefing))
        event = chance.choice(briefing.rows())["id"]
        briefing.do(EditField(target_of(article), "event", event))
        yield {"article": article.id, "in": event}


def merge_tags(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Merge the tag everything has into a new one, over and over."""
    things = _things(briefing)
    number = 0
    while True:
        number += 1
        briefing.do(AddTags([target_of(things[0][1])], [f"into {os.getpid()} {number}"]))
        tags = {tag.name: tag.id for tag in briefing.tags().values()}
        into = tags.pop(f"into {os.getpid()} {number}")
        briefing.do(MergeTags(list(tags.values()), into))
        yield {"everything": into}


def build_index(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Make the index anew, over and over."""
    while True:
        briefing.close()
        for each in briefing.path.glob("index.sqlite*"):
            each.unlink()
        briefing.counts()
        yield {}


def import_folder(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Import folders of saved pages, as the verb does it, into their events, which are grouped anew."""
    pages = briefing.path.parent / "pages"
    while True:
        folder = pages / str(time.monotonic_ns())
        folder.mkdir(parents=True)
        for _ in range(5):
            number = chance.randrange(10**6)
            (folder / f"{number}.md").write_text(saved(number), encoding="utf-8")
        done = import_sources(briefing, [folder], batch=2)
        if done.stopped or done.failed:
            raise RuntimeError(f"{done.stopped} {done.failed}")
        yield {"articles": [article for _, article in done.new]}


def follow(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Subscribe to feeds, and note what looks at them showed."""
    for number in range(10**6):
        url = f"https://courier.example/{number}"
        briefing.do(Subscribe([(url, f"Feed {number}")]))
        yield {"feed": url}
        feeds = [
            replace(feed, seen={**feed.seen, f"{number}": "x" * 40}) for feed in briefing.feeds().values()
        ]
        some = chance.sample(feeds, min(5, len(feeds)))
        briefing.save_feed_state(some)
        yield {"looks": [(feed.url, str(number)) for feed in some]}


def regroup(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Find the events of the whole briefing anew, and take it back, over and over."""
    while True:
        done = regroup_all(briefing)
        yield {}
        # What a kill left grouped is taken back as well: its session has ended.
        if briefing.undo() is None and done.step is None:
            raise RuntimeError("nothing was grouped otherwise")
        yield {}


def read_again(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Read all kept pages anew, some at a time, and take it back."""
    while True:
        done = reread(briefing, [(row["id"], ()) for row in briefing.rows()], batch=4)
        if done.stopped or done.failed:
            raise RuntimeError(f"{done.stopped} {done.failed}")
        yield {}
        while (step := briefing.undo()) and "anew" in step.label:
            yield {}
        briefing.redo()


def take_project(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Take in what another program handed over: a project of many texts, tags and notes."""
    path = briefing.path.parent / "project.qdpx"
    while True:
        done = take(briefing, read(path, "qdpx"), path.name)
        yield {"articles": done.new}


def back_up(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Write the briefing to one archive, again and again."""
    while True:
        backup.backup(briefing.path, briefing.path.parent / "backup.zip")
        yield {"archive": True}


def restore(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Restore an archive to a new folder, again and again."""
    there = briefing.path.parent / "restored"
    shutil.rmtree(there, ignore_errors=True)
    while True:
        backup.restore(briefing.path.parent / "whole.zip", there)
        yield {}
        older = there.with_name(f"older {time.monotonic_ns()}")
        there.rename(older)
        shutil.rmtree(older)


def mend(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Damage some file, and repair."""
    while True:
        names = [*briefing.path.glob("*/*.json"), *briefing.path.glob("*.json")]
        name = chance.choice(sorted(names))
        spare = name.with_name(f".{name.name}.half")  # a damaged file is not written in place by anybody
        spare.write_bytes(name.read_bytes()[: chance.randrange(40)])
        spare.replace(name)
        briefing.repair()
        yield {}


@dataclass(frozen=True)
class Kind:
    """A kind of work, within how many seconds it is killed, and on how many articles it works.

    It begins afresh after so many kills.
    """

    work: Work
    longest: float = 0.15
    articles: int = 12
    fresh_every: int = 10


WORKS: dict[str, Kind] = {
    "notes": Kind(write_notes),
    "undo": Kind(undo_and_redo, 0.3),
    "import": Kind(import_folder, 0.8),
    "batches": Kind(take_in, 0.25),
    "versions": Kind(revise, 0.3),
    "reread": Kind(read_again, 0.5),
    "feeds": Kind(follow),
    "project": Kind(take_project, 0.3, fresh_every=1),
    "move": Kind(move, 0.3),
    "regroup": Kind(regroup, 0.4),
    "merge": Kind(merge_tags, 0.3),
    "index": Kind(build_index, 0.25, 90),
    "repair": Kind(mend, 0.3),
    "backup": Kind(back_up, 0.2),
    "restore": Kind(restore, 0.2),
}


def lay_out(path: Path, articles: int) -> None:
    """Make a briefing in the folder `path`, and beside it what the works want."""
    build(path, articles)
    other = path.with_name("other")
    build(other, 6)
    briefing = Briefing.open(other)
    briefing.add([page(number, "theirs") for number in range(500, 506)])
    for _, _, quote in list(briefing.quotes()):
        briefing.do(WriteNote(target_of(quote), f"theirs {quote.words}"))
    write(BY_ID["qdpx"], Dossier.of(briefing, None, "2025-03-01T00:00:00Z"), path.with_name("project.qdpx"))
    briefing.close()
    backup.backup(other, path.with_name("whole.zip"))
    shutil.rmtree(other)
