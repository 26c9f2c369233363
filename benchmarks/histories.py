"""Random histories of a desk: ``python -m benchmarks.histories [FIRST [LAST [DEEDS]]]`` (seeds 0 to 20, 30 deeds).

Copies of a small briefing, and parts of an archive on a server of this machine that is thrown away, do what chance has
them do: they tag, write, delete, rename, move, merge, take back, and exchange by folders, by a shared folder and by the
archive, in any order. In the end all exchange until nobody has news; then all copies have to hold the same, parts what
the copies hold of it, the archive's rows what the files say, every file has to be sound, and no note may be gone. What
is not so is printed with its seed, and the exit status is 1; ids and clocks are not of the seed, so that it may take
several runs to come back.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.archive import served
from tests.support.copies import Work, bring, contents, joined, opened, synced
from tests.support.dossiers import build
from tests.support.postgres import Server
from tui.commands.annotations import AddTags, DiscardQuote, EditField, RemoveTags, Star, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.commands.assessment import Assess
from tui.commands.codebook import DeleteTags, MergeTags, RenameTag
from tui.commands.events import MergeEvents, MoveArticle
from tui.commands.speakers import MergeSpeakers, RenameSpeaker
from tui.core.model import AnnotationTarget
from tui.store.archive.archive import Archive
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.maintenance.check import find_damage
from tui.workflows import archive

_TAGS = ["aid", "Aid", "topic/lock", "harbour", "élan"]
_NAMES = ["Mara Quay", "Ida Lund", "+Bo", "Ole van Strand"]
_PAGES = ["Ice on the lock", "Boats again", "The weir freezes"]
_QUERIES = ["sum", "lock", "ice OR sum", "tag:topic", "speaker:quay", "event:two"]
_ROUNDS = 12


class Desk:
    """Copies (`whole`) and parts of one briefing in a folder, and the archive that they share."""

    def __init__(self, root: Path, address: str, seed: int) -> None:
        self.chance = random.Random(seed)
        self.root, self.address = root, address
        self.whole, self.parts, self.fed = ["a"], list[str](), set[str]()
        self.notes: set[str] = set()
        (root / "stick").mkdir(parents=True)
        build(root / "a").close()
        archive.init(address)

    def deed(self) -> None:
        """Do one thing somewhere, or exchange."""
        ways: list[Callable[[], None]] = [self._work] * 6 + [self._exchange] * 3
        self.chance.choice([*ways, self._copy, self._part])()

    def _work(self) -> None:
        name = self.chance.choice([*self.whole, *self.parts])
        with opened(self.root / name, name) as briefing:
            before = _notes(briefing)
            try:
                self._one_of(briefing)(briefing)
                if self.chance.random() < 0.2:
                    self.chance.choice([briefing.undo, briefing.redo])()
            except (StoreError, ValueError):
                pass  # refused, as it should be: nothing was done
            after = _notes(briefing)
            self.notes = (self.notes - (before - after)) | (after - before)

    def _one_of(self, briefing: Briefing) -> Work:
        """Return something that can be done to a briefing."""
        chance = self.chance
        events = [briefing.annotated(row["id"]).event for row in briefing.rows()]
        articles = [article for event in events for article in event.articles]
        quotes = [quote for article in articles for quote in article.quotes]
        tags, speakers = list(briefing.tags()), list(briefing.speakers())
        if not quotes or not tags or not speakers:
            return bring(chance.choice(_PAGES), "It freezes", "one")
        some = chance.choice([*map(target_of, quotes), *map(target_of, articles)])
        quote, article = target_of(chance.choice(quotes)), target_of(chance.choice(articles))
        event = AnnotationTarget("event", chance.choice(events).id)
        commands = [
            AddTags([chance.choice([some, event])], [chance.choice(_TAGS)]),
            RemoveTags([some], [chance.choice(_TAGS)]),
            WriteNote(chance.choice([some, event]), f"Note {chance.random()}"),
            WriteNote(some, f"Note {chance.random()}"),
            Star([some], chance.random() < 0.7),
            Assess([quote], chance.choice(["matched", "disputed"])),
            EditField(event, "name", f"Name {chance.randrange(4)}"),
            EditField(article, "headline", f"Head {chance.randrange(4)}"),
            EditField(quote, "speaker", chance.choice(_NAMES)),
            DiscardQuote(quote, chance.random() < 0.6),
            DeleteArticle(article),
            RenameTag(chance.choice(tags), chance.choice(_TAGS)),
            MergeTags([chance.choice(tags)], chance.choice(tags)),
            DeleteTags([chance.choice(tags)]),
            RenameSpeaker(chance.choice(speakers), chance.choice(_NAMES)),
            MergeSpeakers([chance.choice(speakers)], chance.choice(speakers)),
            MergeEvents([event.id], chance.choice(events).id),
            MoveArticle(article.id, chance.choice([event.id, "Moved to"])),
        ]
        if chance.random() < 0.15:
            page = chance.choice(_PAGES)
            return bring(page, f"It {page.lower()} every year", chance.choice(["one", "two", "three"]))
        command = chance.choice(commands)
        return lambda there: there.do(command)

    def _exchange(self) -> None:
        name = self.chance.choice([*self.whole, *self.parts])
        ways: list[Callable[[], object]] = [partial(self._feed, name)]
        if name in self.whole:
            other = self.root / self.chance.choice(self.whole)
            ways.append(partial(synced, self.root / name, self.root / "stick"))
            if other != self.root / name:
                ways.append(partial(joined, self.root / name, other))
        self.chance.choice(ways)()

    def _feed(self, name: str, query: str = "") -> int:
        """Exchange with the archive, which is joined first; return how much was new."""
        briefing = Briefing.open(self.root / name, create=True, title="x")
        try:
            if name not in self.fed:
                self.fed.add(name)
                archive.join(briefing, self.address, query)
                return 1
            with Archive(self.address) as there:
                done = archive.exchange(briefing, there)
            return done.taken + done.given + (done.step is not None)
        finally:
            briefing.close()

    def _copy(self) -> None:
        if len(self.whole) < 4:
            name = self.chance.choice(self.whole)
            shutil.copytree(self.root / name, self.root / f"{name}{len(self.whole)}")
            self.whole.append(f"{name}{len(self.whole)}")
            if name in self.fed:
                self.fed.add(self.whole[-1])

    def _part(self) -> None:
        if self.fed and len(self.parts) < 2:
            self.parts.append(f"part{len(self.parts)}")
            self._feed(self.parts[-1], self.chance.choice(_QUERIES))

    def faults(self, server: Server, database: str) -> Iterator[str]:
        """Let all exchange until nobody has news, and yield what is not as it should be."""
        for _ in range(_ROUNDS):
            news = sum(self._feed(name) for name in (*self.whole, *self.parts))
            before = contents(self.root / self.whole[0])
            for name in self.whole:
                synced(self.root / name, self.root / "stick")
            if not news and contents(self.root / self.whole[0]) == before:
                break
        else:
            yield "they are never at rest"
        held = {name: contents(self.root / name) for name in (*self.whole, *self.parts)}
        first = held[self.whole[0]]
        for name, documents in held.items():
            for key in documents.keys() | (first.keys() if name in self.whole else ()):
                if documents.get(key) != first.get(key):
                    yield f"{name} has {key} as {documents.get(key)}, {self.whole[0]} as {first.get(key)}"
            for each in find_damage(self.root / name):
                if not each.remark:
                    yield f"{name}: {each.file.name} {each.what}"
        yield from _rows_apart(server, database, first)
        with opened(self.root / self.whole[0]) as briefing:
            deletions = " ".join(map(str, briefing.replica().conflicts()))
            for text in self.notes - _notes(briefing):
                if text not in deletions:
                    yield f"the note {text!r} is gone"


def _notes(briefing: Briefing) -> set[str]:
    documents = briefing.replica().documents()
    return {
        str(each["body"].get("value"))
        for key, each in documents.items()
        if key[0] == "annotations" and each["motivation"] == "commenting"
    }


_ROWS = {
    "articles": "select id, event from briefing.article",
    "event": "select id, name from briefing.event",
    "tags": "select id, name from briefing.tag",
    "speakers": "select id, name from briefing.speaker",
    "annotations": "select id, body from briefing.annotation",
}


def _rows_apart(server: Server, database: str, held: dict[tuple[str, str], Any]) -> Iterator[str]:
    """Yield the rows of an archive that say otherwise than the files."""
    names = {"articles": "@event", "annotations": "body"}
    for table, query in _ROWS.items():
        wanted = {key[1]: each[names.get(table, "name")] for key, each in held.items() if key[0] == table}
        found: dict[Any, Any] = {row[0]: row[1] for row in server.ask(database, query)}
        for own in found.keys() | wanted.keys():
            if found.get(own) != wanted.get(own):
                yield f"{table} {own} is {found.get(own)} in the archive, {wanted.get(own)} in the files"


def main(first: int = 0, last: int = 20, deeds: int = 30) -> int:
    """Print what is not as it should be; return the exit status."""
    wrong = 0
    with served() as (root, server):
        for seed in range(first, last):
            database = f"seed{seed}"
            server.ask("postgres", f"create database {database}")
            desk = Desk(root / database, server.address(database), seed)
            for _ in range(deeds):
                desk.deed()
            told = list(desk.faults(server, database))
            wrong += bool(told)
            print(
                f"seed {seed}: {len(told)} faults", *(each[:400] for each in told[:5]), sep="\n  ", flush=True
            )
            shutil.rmtree(desk.root)
            server.ask("postgres", f"drop database {database} with (force)")
    print(f"{last - first} histories of {deeds} deeds: {wrong} with faults")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
