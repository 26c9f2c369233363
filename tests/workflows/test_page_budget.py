"""A page that takes too much, or breaks what reads it, is refused by name, and the import goes on."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.convoys import saved
from tests.support.documents import packed_pdf
from tests.support.hostile import KINDS, page
from tui.cli.parser import main
from tui.reading.encoding import BadSourceError
from tui.reading.read import read
from tui.reading.result import ParsedArticle, UnreadablePage
from tui.reading.sources import Failure, Source, source_of
from tui.settings.config_reader import parse_config
from tui.settings.page_budget import PageBudget
from tui.store.briefing import Briefing
from tui.workflows import child_process, page_pool
from tui.workflows.guarded_opener import GuardedOpener
from tui.workflows.import_pages import import_sources
from tui.workflows.page_pool import PagePool

# Starts the process in which pages are read, whose reader does as a page says.
_STUB = """
import os, sys, time
from tui.reading.result import ParsedArticle
from tui.workflows import page_process
def read(source, recurring=()):
    exec(source.raw.decode())
    return ParsedArticle(text=source.origin)
page_process._TASKS["parse"] = read
def opened(source):
    exec(source.raw.decode(), globals())
    return page_process._begun(found())
page_process._TASKS["within"] = opened
sys.exit(page_process.main(float(sys.argv[1])))
"""


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pages are programs, carried out in the place of reading them."""
    (tmp_path / "stub_reader.py").write_text(_STUB)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(page_pool, "started", lambda _, *words: child_process.started("stub_reader", *words))


def outcomes(pages: Sequence[tuple[str, str]], budget: PageBudget) -> dict[str, str]:
    """Return what became of each (name, program): its own name, or why it was refused."""
    sources = [(Source(name, program.encode()), frozenset[str]()) for name, program in pages]
    with PagePool(budget) as pool:
        found = list(pool.parse(sources))
    return {
        name: each.reason if isinstance(each, UnreadablePage) else each.text
        for (name, _), each in zip(pages, found, strict=True)
    }


GOOD = [(f"good {n}", "pass") for n in range(5)]


@pytest.mark.usefixtures("stubbed")
@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("while True: pass", "takes longer to read than 1 seconds"),
        ("held = b'x' * (600 << 20)", "takes more memory than 300 MB"),
        ("held = []\nwhile True: held.append(b'x' * (4 << 20))", "takes more memory than 300 MB"),
        ("os.abort()", "SIGABRT"),
        ("os._exit(3)", "exit status"),
    ],
)
def test_a_page_that_takes_too_much_costs_only_itself(program: str, why: str) -> None:
    seconds = 1 if "seconds" in why else 20  # a machine that is busy takes its time for memory
    found = outcomes([*GOOD[:3], ("bad", program), *GOOD[3:]], PageBudget(seconds, 300, 2))
    assert why in found.pop("bad")
    assert found == {name: name for name, _ in GOOD}  # in their order, all there


@pytest.mark.usefixtures("stubbed")
def test_a_page_is_not_refused_for_what_pages_before_it_took() -> None:
    """A process that has held much already is given up for a fresh one."""
    much = "global held\nheld = b'x' * (180 << 20)"
    pages = [*GOOD, ("first", much), ("second", much), ("third", much)]
    assert outcomes(pages, PageBudget(20, 300, 1)) == {name: name for name, _ in pages}


@pytest.mark.usefixtures("stubbed")
def test_what_a_page_prints_disturbs_nothing() -> None:
    pages = [*GOOD, ("loud", "print('x' * 100000); os.write(1, b'y' * 1000)")]
    assert outcomes(pages, PageBudget()) == {name: name for name, _ in pages}


_BOX = """
def found():
    for n in range(1200):
        yield page_process.Source(f"message {n}", b"")
    %s
#"""


@pytest.mark.usefixtures("stubbed")
@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("while True: pass", "takes longer to read than 1 seconds"),
        ("held = b'x' * (600 << 20)", "takes more memory than 300 MB"),
        ("os.abort()", "SIGABRT"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_what_holds_many_is_refused_from_where_it_takes_too_much(program: str, why: str) -> None:
    box = (_BOX % program).encode() + b" " * 200_000
    # What takes memory is given the time for it on a busy machine too.
    with PagePool(PageBudget(1 if "longer" in why else 20, 300, 1)) as pool:
        *pages, failure = GuardedOpener(pool).within(Source("all.mbox", box))
        assert isinstance(failure, Failure) and failure.origin == "all.mbox" and why in failure.reason
        assert "what comes after “message" in failure.reason
        assert [getattr(each, "origin", "") for each in pages] == [f"message {n}" for n in range(len(pages))]
        assert len(pages) >= 1000
        (after,) = pool.parse([(Source("page", b"pass" + b" " * 200_000), frozenset())])
        assert not isinstance(after, UnreadablePage) and after.text == "page"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("verb", ["import", "extract"])
def test_a_small_file_that_unfolds_costs_only_itself(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It took two gigabytes of this process."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.pdf").write_bytes(packed_pdf(60_000))
    assert (tmp_path / "small.pdf").stat().st_size < 15_000
    store = ["--store", "store"] if verb == "import" else []
    assert main([verb, "--memory", "250", "small.pdf", *store]) == 1
    assert "small.pdf: takes more memory than 250 MB" in capsys.readouterr().err


@pytest.mark.timeout(60)
def test_a_feed_that_takes_too_much_costs_only_itself(tmp_path: Path) -> None:
    pages = written(tmp_path / "pages", 2)
    feed = page("feed-angles-cdata.rss", 3_200_000)
    (pages / "00feed.xml").write_bytes(feed)
    briefing = Briefing.open(tmp_path / "store", create=True)
    done = import_sources(briefing, [pages, pages / "00feed.xml"], pool=PagePool(PageBudget(seconds=1)))
    briefing.close()
    assert len(done.new) == 2
    assert {failure.origin: failure.reason for failure in done.failed} == {
        str(
            pages / "00feed.xml"
        ): "takes longer to read than 1 seconds, which a page may ([page] in config.toml changes that)"
    }


def written(folder: Path, count: int) -> Path:
    """Put saved pages into a folder, some of them with what recurs on an outlet's pages."""
    folder.mkdir()
    for number in range(count):
        foot = "Write to us at the usual address, as ever." if number % 2 else ""
        (folder / f"{number:03}.txt").write_text(f"{saved(number)}\n\n{foot}\n")
    return folder


def _imported(path: Path, pages: Path, budget: PageBudget) -> dict[str, bytes]:
    """Return all files of a briefing into which pages were imported, with ids counted up and a clock that stands."""
    numbers = iter(range(1, 1_000_000))
    briefing = Briefing.open(
        path,
        create=True,
        title="Dossier",
        new_id=lambda: f"{next(numbers):032x}",
        now=lambda: "2025-07-01T10:00:00Z",
    )
    done = import_sources(briefing, [pages], pool=PagePool(budget), batch=8)
    briefing.close()
    assert len(done.new) == len(list(pages.iterdir())) and not done.failed
    kept = (file for file in path.rglob("*") if file.is_file() and not file.name.startswith((".", "index.")))
    return {str(file.relative_to(path)): file.read_bytes() for file in kept}


def test_any_number_of_processes_makes_the_same_briefing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = written(tmp_path / "pages", 20)
    one = _imported(tmp_path / "one", pages, PageBudget(workers=1))
    assert _imported(tmp_path / "two", pages, PageBudget(workers=2)) == one
    monkeypatch.setattr(page_pool, "_FEW", 10_000)  # in this process
    monkeypatch.setattr(page_pool, "started", None)
    assert _imported(tmp_path / "none", pages, PageBudget()) == one


def test_a_page_that_holds_nothing_is_refused_among_many(tmp_path: Path) -> None:
    pages = written(tmp_path / "pages", 8)
    (pages / "empty.txt").write_text(" \n")
    briefing = Briefing.open(tmp_path / "store", create=True)
    done = import_sources(briefing, [pages])
    briefing.close()
    assert len(done.new) == 8 and ["is empty" in each.reason for each in done.failed] == [True]


def test_a_few_small_pages_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pool, "started", None)
    pages = written(tmp_path / "pages", 3)
    briefing = Briefing.open(tmp_path / "store", create=True)
    assert len(import_sources(briefing, [pages]).new) == 3
    briefing.close()


def test_the_budget_stands_in_config_and_in_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    budget = parse_config(b"[page]\nseconds = 2.5\nmemory = 800\nworkers = 3\n").page
    assert budget == PageBudget(2.5, 800, 3)
    for line in (
        b"seconds = 0",
        b'memory = "much"',
        b"memory = 10",
        b"workers = 1.5",
        b"seconds = true",
        b"minutes = 1",
    ):
        (mistake,) = parse_config(b"[page]\n" + line).mistakes
        assert str(mistake).startswith("line 2: [page] " + line.decode().partition(" ")[0])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_bytes(page("text-one-line.txt", 300_000))
    assert main(["import", "--seconds", "0", "page.txt", "--store", "store"]) == 2
    assert "--seconds: write a number, 1 to" in capsys.readouterr().err
    assert main(["import", "--seconds", "1", "page.txt", "--store", "store"]) == 1
    assert "page.txt: takes longer to read than 1 seconds" in capsys.readouterr().err


SLOW_BEFORE = (
    "feed-angles-cdata.rss mail-subject-coded.eml mail-content-type.eml mail-senders.eml html-rows.html html-spans.html"
    " html-attributes.html xml-attributes.rss"
).split()


@pytest.mark.timeout(60)
def test_five_pages_have_no_more_than_five_processes_load_ahead() -> None:
    begun: list[object] = []

    class Counted(PagePool):
        def apart(self, task: page_pool.Task) -> object:
            begun.append(task[0])
            return ParsedArticle(text="read")

    with Counted(PageBudget(workers=16)) as pool:
        pool.start(5)
        pool.start(6)
        assert len(list(pool.parse([(Source(f"{n}", b"a page"), frozenset()) for n in range(5)]))) == 5
    assert begun.count("attribute") == 5


def test_of_two_processes_begun_at_once_both_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Begun] = []
    met = threading.Barrier(2)

    class Begun:
        def __init__(self, _: PageBudget) -> None:
            self.ended = False
            begun.append(self)

        @property
        def usable(self) -> bool:
            with suppress(threading.BrokenBarrierError):
                met.wait(0.2)
            return True

        def end(self) -> None:
            self.ended = True

    monkeypatch.setattr(page_pool, "PageProcess", Begun)
    with PagePool() as pool, ThreadPoolExecutor(2) as threads:
        pool._taken()
        list(threads.map(lambda _: pool._taken(), range(2)))
    assert [each.ended for each in begun] == [True] * 3


@pytest.mark.parametrize("kind", SLOW_BEFORE)
def test_what_took_the_square_of_its_size_is_read_or_refused(kind: str) -> None:
    """Each of these took minutes at this size: a reader that does so again fails by its time."""
    source = source_of(kind, page(kind, 600_000))
    parse: Callable[[Source], object] = _feed if source.kind == "feed" else read
    try:
        assert parse(source)
    except BadSourceError as error:
        assert "attributes" in str(error)


def _feed(source: Source) -> object:
    from tui.reading.formats.feeds import read_feed

    return read_feed(source.raw).entries


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_hostile_page_is_read_or_refused_in_words(kind: str) -> None:
    source = source_of(kind, page(kind, 4000))
    try:
        read(source)
    except BadSourceError as error:
        assert str(error) and "\n" not in str(error)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", ["html-rows.html", "mail-from-chain.eml"])
def test_memory_is_some_twenty_times_the_page(kind: str) -> None:
    """Each of these took more than twice as much, in a process that holds 100 MB before it begins."""
    source = source_of(kind, page(kind, 1_600_000))
    with PagePool(PageBudget(60, 100 + 150 + 20 * 2, 1)) as pool:
        (reading,) = pool.parse([(source, frozenset())])
        assert not isinstance(reading, UnreadablePage), reading
        (reading,) = pool.attribute([reading])
        assert not isinstance(reading, UnreadablePage), reading


def test_of_a_page_with_very_many_elements_it_is_told_that_less_was_asked() -> None:
    many = "<p>" + "<b>The</b> minister of Veldoria said that the harbour will open again.</p><p>" * 31_000
    reading = read(source_of("a.html", f"<html><body><h1>Harbour</h1>{many}</body></html>".encode()))
    assert "too many elements" in reading.basis["text"]
    assert reading.text.count("harbour will open") > 30_000


def test_a_list_of_very_many_items_is_no_menu() -> None:
    """Such a page held no article, for a list of few words is a menu to who goes by words alone."""
    items = "".join(f"<li>Harbour {n}, <b>Veldoria</b></li>" for n in range(20_000))
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a> of it</li>" for n in range(500))
    page = f"<nav>{menu}</nav><main><h1>All harbours</h1><ul>{items}</ul></main><div class='related'>See also</div>"
    reading = read(source_of("a.html", f"<html><body>{page}</body></html>".encode()))
    assert reading.text.count("Veldoria") == 20_000
    assert "Section" not in reading.text and "See also" not in reading.text


def test_a_page_of_more_lines_than_memory_has_room_for_is_refused() -> None:
    with pytest.raises(BadSourceError, match="has 800000 lines, more than a page has"):
        read(source_of("a.txt", page("text-blank-lines.txt", 9 + 800_000 - 2 + 75)))


def test_a_subject_that_is_cut_bears_a_mark() -> None:
    reading = read(source_of("a.eml", page("mail-subject.eml", 50_000)))
    assert len(reading.headline) < 5000 and reading.headline.endswith("…")
    assert os.linesep not in reading.headline


def test_as_many_pages_are_read_at_once_as_the_settings_say() -> None:
    assert [PagePool(PageBudget(workers=number)).workers for number in (1, 3)] == [1, 3]
    assert PagePool(PageBudget()).workers >= 1  # one for each core
