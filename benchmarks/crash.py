"""What a kill at any moment costs: `python benchmarks/crash.py [RUNS]` kills RUNS times in each kind of work.

A process works on a briefing and acknowledges each finished change through a pipe; it is killed with
SIGKILL at a random moment. Then the briefing is opened again and everything is looked at: what was
acknowledged is there, nothing is half done, no article is there twice, and stock TinyDB reads every
file. The counts are printed; the exit status is 1 when any run was bad. POSIX only.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import filelock  # noqa: F401 - so that the processes killed begin to work at once
from tinydb import TinyDB

from tui.codebook_commands import MergeTags
from tui.commands import AddTags, DeleteArticle, EditField, MarkRead, Star, WriteNote, target_of
from tui.event_commands import MergeEvents, SplitEvent
from tui.model import Article, Quote
from tui.reading.records import Found, Reading
from tui.store import contents, files, importing, index, ledger, migrate, rereading  # noqa: F401
from tui.store.briefing import Briefing, StoreError
from tui.store.files import Tables
from tui.store.incoming import Incoming, read_source

Acknowledged = dict[str, object]
Work = Callable[[Briefing, random.Random], Iterator[Acknowledged]]

_WORDS = (
    "harbour",
    "ferry",
    "council",
    "winter",
    "ballot",
    "engine",
    "bridge",
    "tariff",
    "meadow",
    "treaty",
    "copper",
)


def page(number: int, event: str = "") -> Incoming:
    """Return a reading made up from its number: a short report with one quote."""
    chance = random.Random(number)
    filler = " ".join(chance.choice(_WORDS) + str(chance.randrange(1000)) for _ in range(60))
    said = f"We counted {number} boats before noon"
    text = f"The {number}th convoy left on time.\n\n“{said},” said Ada Quill {number % 7}. {filler}"
    start, name = text.index(said), text.index("Ada")
    found = Found(
        start,
        start + len(said),
        said,
        "direct",
        0,
        "Ada Quill",
        name,
        name + 9,
        f"Ada Quill {number % 7}",
        "said",
    )
    reading = Reading(
        text,
        headline=f"Convoy {number} leaves",
        outlet=f"Courier {number % 3}",
        published=f"2025-03-{number % 28 + 1:02d}",
        event_date=f"2025-03-{number % 28 + 1:02d}",
        quotes=(found,),
    )
    return Incoming(reading, text.encode(), f"page-{number}.txt", event=event)


def revised(number: int, time: str, event: str = "") -> Incoming:
    """Return the reading of the same report after its outlet changed it, its quote further down."""
    first = page(number, event)
    lead, _, rest = first.reading.text.partition("\n")
    text = f"{lead.replace('on time', f'at {time}')} It was seen from the pier.\n{rest}"
    (found,) = first.reading.quotes
    by = len(text) - len(first.reading.text)
    found = replace(
        found,
        start=found.start + by,
        end=found.end + by,
        speaker_start=found.speaker_start + by,
        speaker_end=found.speaker_end + by,
    )
    return replace(first, raw=text.encode(), reading=replace(first.reading, text=text, quotes=(found,)))


def build(path: Path, articles: int = 12) -> None:
    """Make a briefing of a few events with three articles each, two tags in use."""
    briefing = Briefing.open(path, create=True)
    briefing.add([page(number, f"group {number // 3}") for number in range(articles)])
    targets = [target_of(quote) for _, _, quote in briefing.quotes()]
    briefing.do(AddTags(targets, ["first"]))
    briefing.do(AddTags(targets[:2], ["second"]))
    briefing.close()


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
        briefing.renew([replace(anew, article_id=article.id, raw=raw)], {})
        yield {}


def regroup(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
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
        (briefing.path / "index.sqlite").unlink(missing_ok=True)
        briefing.counts()
        yield {}


def _second(name: str, tables: Tables) -> Tables:
    """Stand in for a later schema: every document of every table gets a mark."""
    return {
        table: {
            key: {**doc, "mark": name} if table in ("event", "tags") else doc for key, doc in docs.items()
        }
        for table, docs in tables.items()
    }


def bring_up(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Open the briefing with a program one version on."""
    files.SCHEMA = 2
    migrate.MIGRATIONS[1] = _second
    Briefing.open(briefing.path).close()
    while True:
        yield {}
        time.sleep(0.01)


WORKS: dict[str, Work] = {
    "notes": write_notes,
    "undo": undo_and_redo,
    "import": take_in,
    "versions": revise,
    "regroup": regroup,
    "merge": merge_tags,
    "index": build_index,
    "migrate": bring_up,
}


def killed(path: Path, work: Work, seed: int, longest: float = 0.15) -> list[Acknowledged]:
    """Let a process work on the briefing at `path` and kill it; return what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            for done in work(Briefing.open(path), random.Random(seed)):
                os.write(writer, json.dumps(done).encode() + b"\n")
        except BaseException as error:  # whatever it was, the parent is to hear of it
            os.write(writer, json.dumps({"error": repr(error)}).encode() + b"\n")
        os._exit(0)
    os.close(writer)
    time.sleep(random.Random(seed).uniform(0.002, longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().split(b"\n")
    return [json.loads(line) for line in lines[:-1]]


def faults(path: Path, acknowledged: list[Acknowledged]) -> list[str]:
    """Return what is wrong with a briefing after a kill, [] when all is well."""
    found = [str(done["error"]) for done in acknowledged if "error" in done]
    try:
        briefing = Briefing.open(path)
        # Whoever writes next finishes what was left: a reader alone sees the same without writing.
        rows = {row["id"]: row for row in briefing.rows()}
        folder = briefing._folder
        found += list(briefing.notices) if files.SCHEMA == 1 else []
        articles: dict[str, str] = {}
        sources: dict[str, str] = {}
        tags = briefing.tags()
        for name in folder.names("events"):
            event_id = name[7:-5]
            with TinyDB(path / name, access_mode="r") as stock:
                stored = stock.table("articles").all()
            for doc in stored:
                if doc["id"] in articles:
                    found.append(f"article {doc['id']} lies in two events")
                if sources.setdefault(doc["source"], doc["id"]) != doc["id"]:
                    found.append(f"page {doc['source']} was taken in twice")
                articles[doc["id"]] = event_id
                versions = len(briefing.versions(doc["id"]))
                if versions != doc.get("versions", 0):
                    found.append(f"{versions} versions of article {doc['id']}, not {doc.get('versions', 0)}")
            if files.SCHEMA == 2 and '"mark"' not in (path / name).read_text():
                found.append(f"{name} was not brought up")
            if contents.row(folder, event_id) != rows.pop(event_id, None):
                found.append(f"the catalogue does not say what event {event_id} is")
            if contents.has_event(folder, event_id):
                annotated = briefing.annotated(event_id, include_hidden=True)
                if annotated.orphans:
                    found.append(f"lost the quote of {annotated.orphans[0].target.id}")
                for target in annotated.annotations:
                    found += [
                        f"tag {tag} is not in the codebook"
                        for tag in annotated.tags(target)
                        if tag not in tags
                    ]
        found += [f"the catalogue lists {event_id}, which is not there" for event_id in rows]
        found += _missing(briefing, acknowledged, articles)
        if any((path / ".pending").iterdir()):
            found.append("a step was left half done")
        briefing.close()
    except (StoreError, OSError, ValueError, KeyError) as error:
        found.append(repr(error))
    return found


def _missing(briefing: Briefing, acknowledged: list[Acknowledged], articles: dict[str, str]) -> Iterator[str]:
    """Yield what was acknowledged and is not there."""
    names = {tag.id: tag.name for tag in briefing.tags().values()}
    last_place: dict[str, object] = {}
    merged = ""
    for done in acknowledged:
        if "event" in done:
            target = str(done.get("on") or done.get("star") or done.get("read"))
            annotated = briefing.annotated(str(done["event"]))
            there = (
                str(done["note"]) in annotated.note(target).split("\n\n")
                if "note" in done
                else done["tag"] in [names[tag] for tag in annotated.tags(target)]
                if "tag" in done
                else annotated.starred(target)
                if "star" in done
                else annotated.read(target)
            )
            if not there:
                yield f"lost: {done}"
        for article in done.get("articles", ()):  # type: ignore[attr-defined]
            if article not in articles:
                yield f"lost: article {article}"
        if "in" in done:
            last_place[str(done["article"])] = done["in"]
        merged = str(done.get("everything", merged))
    for article, event in last_place.items():
        # The move after the last one acknowledged may have happened as well.
        if articles.get(article) != event and list(last_place)[-1:] != [article]:
            place = articles.get(article)
            pinned = [
                note
                for note in contents.read_notes(briefing._folder, article)
                if note.motivation == "editing"
            ]
            if place is None or not any(note.body["value"] == place for note in pinned):
                yield f"lost: article {article} was moved to {event}"
    if merged:
        used = {tag for row in briefing.rows() for tag in _tags_of(briefing, row["id"])}
        if merged not in used and len(used) != 1:
            yield f"lost: the merge into {merged}; in use are {used}"


def _tags_of(briefing: Briefing, event_id: str) -> set[str]:
    annotated = briefing.annotated(event_id)
    return {tag for target in annotated.annotations for tag in annotated.tags(target)}


def trial(name: str, runs: int, *, seed: int = 0, fresh_every: int = 10) -> tuple[int, int, list[str]]:
    """Kill `runs` times in one kind of work; return (acknowledged changes, bad runs, some faults)."""
    done, bad, some = 0, 0, []
    with tempfile.TemporaryDirectory(prefix="briefing-crash-") as folder:
        path = Path(folder) / "store"
        template = Path(folder) / "template"
        build(template)
        for run in range(runs):
            if run % fresh_every == 0 or name == "migrate":
                shutil.rmtree(path, ignore_errors=True)
                shutil.copytree(template, path)
            acknowledged = killed(path, WORKS[name], seed * 100_000 + run)
            done += len(acknowledged)
            if name == "migrate":
                files.SCHEMA = 2
                migrate.MIGRATIONS[1] = _second
            try:
                wrong = faults(path, acknowledged)
            finally:
                files.SCHEMA = 1
                migrate.MIGRATIONS.pop(1, None)
            if wrong:
                bad += 1
                some += [f"{name} run {run}: {fault}" for fault in wrong[:2]]
                shutil.rmtree(path, ignore_errors=True)
                shutil.copytree(template, path)
    return done, bad, some[:6]


def main() -> int:
    """Run all trials and print a table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    wanted = sys.argv[2:] or list(WORKS)
    worst = 0
    print(f"{'work':<10}{'kills':>7}{'acknowledged':>14}{'bad runs':>10}{'seconds':>9}")
    for name in wanted:
        begun = time.perf_counter()
        done, bad, some = trial(name, runs)
        worst += bad
        print(f"{name:<10}{runs:>7}{done:>14}{bad:>10}{time.perf_counter() - begun:>9.1f}", flush=True)
        for fault in some:
            print(f"    {fault}")
    return min(worst, 1)


if __name__ == "__main__":
    raise SystemExit(main())
