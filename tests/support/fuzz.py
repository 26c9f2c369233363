"""Bytes nobody would write, given to all that reads bytes: `python -m benchmarks.fuzz [--minutes 30] [--seed 1]`.

What is known (hostile pages, saved pages, files of a briefing) is cut, doubled, crossed and spoilt at random, with a
seed. A reader may refuse, in its own words; anything else it raises is a finding, and so is a case that takes longer
than ten seconds. Findings are written to `tests/corpus/`, and what is there is tried by the tests ever after.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from tests.support.convoys import build, saved
from tests.support.hostile import KINDS, page
from tui.core.query.parser import QueryError, parse
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.exchange.importers.detect import handed_kind
from tui.exchange.importers.model import AnnotationFileError
from tui.reading.containers import unfold
from tui.reading.dates.event_date import event_date
from tui.reading.encoding import BadSourceError
from tui.reading.formats.feeds import read_feed, read_outline
from tui.reading.quotes import find_quotes
from tui.reading.read import read
from tui.reading.sources import Source, source_of
from tui.store.briefing import Briefing, StoreError
from tui.store.maintenance import backup
from tui.store.maintenance.check import find_damage
from tui.workflows.store_annotations import read as read_annotations

CORPUS = Path(__file__).parents[1] / "corpus"
_SLOW = 10.0  # seconds of computing
_SPICE = (
    b"<", b">", b"&", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b'"', b"'", b"{", b"}", b"[", b"]",
    b"=?utf-8?q?",
    b"<![CDATA[", b"]]>", b"<!--", b"\\u0000", b"\\", b"1e999", b"-1", b"99999999999999999999", b"null", b"\xf0\x9f\x98\x80",
    b"\xe2\x80\xae", b"\xcc\x81", b"Content-Type: ", b"From ", b"---\n", "“".encode(), b"said", b"0000-00-00", b"\x1b[2J",
)  # fmt: skip

_JOINED = (",", ".", ":", ";", "?", "…", "\n", "\n\n")
_TYPED = """
    “ ” ‘ ’ " ' ( ) — – • ’s said says told added asked asking saying adding noting quoting reported announced
    warned claimed denied promised called urged agreed cited quoted wrote according by to of for in on at per via
    that which who whom whether if as with and or but not no will would has been was were had is are before after
    until then later also Ann Lund Oslo Reuters France Mr. President minister mayor spokeswoman agency statement
    reporters port talks report foreign two former the a an his her its their he she it they him them we I you yes
    Q: A: LUND: Monday yesterday July 1 2025 open wait nothing day way know
"""
_WORDS = (*_JOINED, *_TYPED.split())


def extract(name: str, data: bytes) -> None:
    """Read a page of any kind, with its quotes, and whatever a file of many holds."""
    for found in unfold(source_of(name, data)):
        if not isinstance(found, Source):
            continue
        try:
            if found.kind == "feed":
                read_feed(found.raw, "https://news.example/feed")
            elif found.kind == "outline":
                read_outline(found.raw)
            else:
                read(found, spans="all")
        except BadSourceError:
            continue


def prose(language: str, data: bytes) -> None:
    """Find the quotes and the day of a text of which each byte is a word, as if its sentences were any and cut anywhere."""
    words = (_WORDS[byte % len(_WORDS)] for byte in data)
    text = "".join(word if word in _JOINED else f" {word}" for word in words)
    find_quotes(text, language.partition(".")[0], spans="all")
    event_date(text, "2025-07-01")


def query(_: str, data: bytes) -> None:
    """Understand what is typed into the search line."""
    try:
        parse(data.decode("utf-8", "replace"))
    except QueryError:
        return


def archive(name: str, data: bytes) -> None:
    """Restore a briefing from an archive, or from one in which a file of this name holds something else."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "b.zip"
        if name:
            with zipfile.ZipFile(seeds().archive) as whole, zipfile.ZipFile(file, "w") as other:
                for each in whole.namelist():
                    other.writestr(each, data if each == name else whole.read(each))
        else:
            file.write_bytes(data)
        try:
            backup.verify(file)
            backup.restore(file, Path(place) / "store")
        except StoreError:
            return


def handed_over(name: str, data: bytes) -> None:
    """Read what another program hands over: projects, codebooks, highlights, annotations."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / name
        file.write_bytes(data)
        if (kind := handed_kind(file)) and kind != "archive":
            try:
                read_annotations(file, kind)
            except AnnotationFileError:
                return


def store(name: str, data: bytes) -> None:
    """Open a briefing in which one file holds something else, look it over, and read all of it."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(shutil.copytree(seeds().store, Path(place) / "store"))
        wanted = [path / name] if (path / name).exists() else sorted(path.glob("events/*.json"))
        wanted[0].write_bytes(data)
        try:
            find_damage(path)
            briefing = Briefing.open(path)
            try:
                for row in briefing.rows():
                    briefing.annotated(row["id"])
                list(briefing.quotes())
            finally:
                briefing.close()
        except StoreError:
            return


class _Seeds:
    """What is spoilt, by target: names and bytes. Made once, below a folder that goes with the program."""

    def __init__(self) -> None:
        self._place = tempfile.TemporaryDirectory()
        self.store = Path(self._place.name) / "store"
        build(self.store, articles=3)
        self.archive = Path(self._place.name) / "b.zip"
        backup.backup(self.store, self.archive)
        with zipfile.ZipFile(self.archive) as packed:
            members = [(name, packed.read(name)) for name in packed.namelist()]
        files = [*self.store.glob("*.json"), self.store / "journal.jsonl", *self.store.glob("events/*.json")]
        pages = [(kind, page(kind, 1500)) for kind in KINDS]
        pages += [(f"{n}.md", saved(n).encode()) for n in range(3)]
        queries = (
            b'speaker:"Ida Lund" -tag:x/y',
            b"date:2025-01..2025-03 (a OR b) NOT c",
            b"outlet:post* kind:direct is:read",
        )
        self.of: dict[str, list[tuple[str, bytes]]] = {
            "extract": pages,
            "prose": [
                (f"{each}.words", bytes(range(len(_WORDS))))
                for each in ("en", "en", "en", "de", "fr", "es", "ru")
            ],
            "query": [("", each) for each in queries],
            "archive": [("", self.archive.read_bytes()), *members],
            "annotations": self._handed_over(),
            "store": [(str(each.relative_to(self.store)), each.read_bytes()) for each in files],
        }

    def _handed_over(self) -> list[tuple[str, bytes]]:
        """Return what our own exports hand over, and a table of highlights of another program."""
        place = Path(self._place.name) / "out"
        place.mkdir()
        briefing = Briefing.open(self.store)
        for form in ("qdpx", "qdc", "webannotation"):
            write(BY_ID[form], Dossier.of(briefing), place / f"a{BY_ID[form].suffix}")
        briefing.close()
        with zipfile.ZipFile(place / "a.qdpx") as project:
            (place / "project.qde").write_bytes(project.read("project.qde"))
        (place / "b.csv").write_text(
            "id,document,tag,content\n1,page.txt,harbour,the boat\n", encoding="utf-8"
        )
        return [(file.name, file.read_bytes()) for file in sorted(place.iterdir())]


_made: list[_Seeds] = []


def seeds() -> _Seeds:
    if not _made:
        _made.append(_Seeds())
    return _made[0]


TARGETS: dict[str, Callable[[str, bytes], None]] = {
    "extract": extract,
    "prose": prose,
    "query": query,
    "archive": archive,
    "annotations": handed_over,
    "store": store,
}


def spoilt(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return bytes changed in one to six ways, at most 16 KB of them: large ones are for `hostile_sizes`."""
    for _ in range(chance.randrange(1, 7)):
        at, to = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        how = chance.randrange(7)
        if how == 0:
            data = data[:at] + data[to:]
        elif how == 1:
            data = data[:at] + data[at:to] * 2 + data[to:]
        elif how == 2:
            data = data[:at] + chance.choice(_SPICE) * chance.choice((1, 1, 3, 50)) + data[at:]
        elif how == 3 and data:
            at = min(at, len(data) - 1)
            data = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        elif how == 4:
            data = data[:at] + other[: chance.randrange(len(other) + 1)] + data[to:]
        elif how == 5:
            data = data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at:]
        else:
            data = data[at:] + data[:at]
    return data[: 16 << 10]


def finding(target: str, name: str, data: bytes) -> str:
    """Return what is wrong with how a target takes some bytes, "" for nothing."""
    before = signal.signal(signal.SIGPROF, _slow)
    signal.setitimer(signal.ITIMER_PROF, _SLOW)
    try:
        TARGETS[target](name, data)
    except (Exception, _SlowCase):  # whatever it is, it is what is looked for
        return traceback.format_exc(limit=-4)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return ""


class _SlowCase(BaseException):
    """A case that takes too long, or for ever."""


def _slow(*_: object) -> None:
    raise _SlowCase


def corpus() -> list[tuple[str, str, bytes]]:
    """Return what was found before: the target, the name and the bytes of each."""
    found = []
    for file in sorted(CORPUS.glob("*/*")):
        found.append((file.parent.name, file.name.partition("-")[2].replace("@", "/"), file.read_bytes()))
    return found


def main() -> int:
    """Spoil and try until the time is over; return 1 where anything was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=TARGETS)
    args = parser.parse_args()
    chance, end = random.Random(args.seed), time.monotonic() + args.minutes * 60
    tried = dict.fromkeys(TARGETS, 0)
    seen: set[str] = set()
    while time.monotonic() < end:
        target = args.only or chance.choice(list(TARGETS))
        (name, data), (_, other) = chance.choice(seeds().of[target]), chance.choice(seeds().of[target])
        data = spoilt(data, other, chance)
        tried[target] += 1
        if (wrong := finding(target, name, data)) and (key := wrong[-300:]) not in seen:
            seen.add(key)
            folder = CORPUS / target
            folder.mkdir(parents=True, exist_ok=True)
            kept = folder / f"{sha256(data).hexdigest()[:8]}-{name.replace('/', '@')}"
            kept.write_bytes(data)
            print(f"{kept}:\n{wrong}", flush=True)
    print(f"{tried}, {len(seen)} findings")
    return 1 if seen else 0
