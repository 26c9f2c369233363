"""Pages go into a briefing: what is new, what is known, what fails, and in which events they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support.pages import FLOOD, HARBOUR, NOTE, page
from tui.commands.annotations import target_of
from tui.commands.articles import DeleteArticle
from tui.core.model import Article
from tui.reading.read import read_article
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source, source_of
from tui.store.briefing import Briefing
from tui.store.ingest_types import IngestResult, NewArticle
from tui.workflows.far_pool import ClusterError
from tui.workflows.import_pages import import_sources, import_text, run_stages
from tui.workflows.import_result import ImportOptions, ImportProgress
from tui.workflows.import_run import ImportRun
from tui.workflows.page_pool import Outcome, PagePool


def write(folder: Path, **pages: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def articles(briefing: Briefing) -> dict[str, Article]:
    found = [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]
    return {a.headline: a for a in found}


def test_a_folder_of_pages_becomes_articles_with_quotes_in_events(tmp_path: Path, briefing: Briefing) -> None:
    done = import_sources(briefing, [write(tmp_path / "in", a=HARBOUR, b=FLOOD)])
    assert (len(done.new), len(done.known), done.failed, len(done.events)) == (2, 0, [], 2)
    harbour = articles(briefing)["Harbour workers end their strike in Norwick"]
    assert harbour.published == "2024-03-05"
    assert harbour.origin.endswith("in/a.txt")
    assert "Sign in" not in harbour.text
    said = [(q.kind, q.words.rstrip(",")) for q in harbour.quotes]
    assert [each for each in said if each[0] != "indirect"] == [
        ("direct", "We have what we came for, and nobody was left behind"),
        ("direct", "It will take until Sunday before the last of them is unloaded"),
    ]
    # what is reported without marks is kept beside them, in its place, and told apart
    assert said[1] == (
        "indirect",
        "that forty ships were waiting outside the harbour, some of them for a week",
    )
    assert briefing.raw(harbour) == HARBOUR


def test_what_front_matter_states_is_believed(tmp_path: Path, briefing: Briefing) -> None:
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    import_sources(briefing, [tmp_path / "note.md"])
    (row,) = briefing.rows()
    assert (row["name"], row["date"], row["inferred"]) == ("Norwick strike", "2024-03-05", False)
    article = articles(briefing)["Norwick port: what the strike cost"]
    assert article.id == "0123456789abcdef0123456789abcdef"
    assert (article.outlet, article.author, article.published) == (
        "Harbour Gazette",
        "Jo Example",
        "2024-03-06",
    )
    assert article.basis["published"] == "stated"


def test_what_the_reader_says_wins_and_is_marked_as_his(tmp_path: Path, briefing: Briefing) -> None:
    folder = write(tmp_path / "in", a=HARBOUR)
    told = ImportOptions(outlet="Norwick Post", date="2024-03-07", event="The long strike")
    import_sources(briefing, [folder], told=told)
    (article,) = articles(briefing).values()
    assert (article.outlet, article.published) == ("Norwick Post", "2024-03-07")
    assert article.basis["published"] == "set by you"
    assert briefing.rows()[0]["name"] == "The long strike"


def test_a_named_event_takes_later_pages_too(tmp_path: Path, briefing: Briefing) -> None:
    import_sources(briefing, [write(tmp_path / "a", a=HARBOUR)], told=ImportOptions(event="Strike"))
    import_sources(briefing, [write(tmp_path / "b", b=FLOOD)], told=ImportOptions(event="strike"))
    (row,) = briefing.rows()
    assert row["articles"] == 2
    import_text(
        briefing,
        page(
            "The lamps of the market street",
            "The council of Lower Mill met again on Friday and talked about the lamps in the market street.",
            "It will meet once more in a week, and then it will buy new ones, as the mayor had promised.",
        ),
        told=ImportOptions(event=row["id"][:8]),
    )
    assert [row["articles"] for row in briefing.rows()] == [3]
    with pytest.raises(ValueError, match="no event"):
        import_sources(briefing, [tmp_path], told=ImportOptions(event="f" * 32))


def test_a_named_event_is_one_event_over_several_batches(tmp_path: Path, briefing: Briefing) -> None:
    folder = write(tmp_path / "in", a=HARBOUR, b=FLOOD)
    import_sources(briefing, [folder], told=ImportOptions(event="Everything"), batch=1)
    assert [row["articles"] for row in briefing.rows()] == [2]


def test_a_report_joins_the_event_that_is_there(tmp_path: Path, briefing: Briefing) -> None:
    import_sources(briefing, [write(tmp_path / "a", a=HARBOUR, b=FLOOD)])
    again = page(
        "Norwick strike over: harbour workers return to the docks",
        "The strike of the dock workers in the port of Norwick ended on Tuesday after eleven days.",
        "Mara Lindqvist, the union’s leader, said the workers had won; Paul Ekholm of the port authority "
        "said that forty ships waited outside the harbour.",
        stamp="6 March 2024",
    )
    done = import_sources(briefing, [write(tmp_path / "b", c=again)])
    assert done.events == []
    assert sorted(row["articles"] for row in briefing.rows()) == [1, 2]


def test_an_event_without_a_day_of_its_own_has_the_day_it_was_reported_and_says_so(
    tmp_path: Path, briefing: Briefing
) -> None:
    plain = page(
        "A report on bees",
        "Bees are fewer than they were, a study says, and nobody knows why that is so.",
        "“We counted them twice,” said Nell Hart, who wrote the study.",
        stamp="9 May 2022",
    )
    import_sources(briefing, [write(tmp_path / "in", a=plain)])
    (row,) = briefing.rows()
    assert (row["date"], row["inferred"]) == ("2022-05-09", True)


def test_an_event_without_a_headline_is_called_by_the_first_words(tmp_path: Path, briefing: Briefing) -> None:
    said = "Both governments said on Tuesday that inspectors would look at the gates of the canal before it opens."
    path = tmp_path / "0305 canal.md"
    path.write_text(
        f"{said}\n\n“The gates have stood still,” said Petra Holm, who heads the canal.\n", "utf-8"
    )
    import_sources(briefing, [str(path)])
    (row,) = briefing.rows()
    assert row["name"] == "Both governments said on Tuesday that inspectors would look at the…"
    assert briefing.annotated(row["id"]).event.basis["name"] == "inferred from the first words of its text"


def test_bad_sources_are_named_and_the_rest_goes_on(tmp_path: Path, briefing: Briefing) -> None:
    folder = write(tmp_path / "in", a=HARBOUR, b="", c="Home\nNews\nLogin\n")
    (folder / "d.txt").write_bytes(bytes(range(256)) * 30)
    seen: list[ImportProgress] = []
    done = import_sources(briefing, [folder, tmp_path / "gone"], progress=seen.append)
    assert len(done.new) == 1
    assert {Path(f.origin).name for f in done.failed} == {"b.txt", "c.txt", "d.txt", "gone"}
    assert (seen[-1].done, seen[-1].total) == (5, 5)
    assert sum(each.failure is not None for each in seen) == 4


def test_a_page_that_breaks_the_reading_costs_only_itself(
    tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:

    def broken(source: Source, **options: frozenset[str]) -> ParsedArticle:
        if source.origin.endswith("a.txt"):
            raise RecursionError
        return read_article(source, **options)

    monkeypatch.setattr("tui.workflows.page_process.read_article", broken)
    done = import_sources(briefing, [write(tmp_path / "in", a=HARBOUR, b=FLOOD)])
    assert len(done.new) == 1
    assert "RecursionError" in done.failed[0].reason


def test_lines_that_recur_on_an_outlets_pages_are_left_out(tmp_path: Path, briefing: Briefing) -> None:
    slogan = "This paper has told the truth to the people of the coast since the year of the great storm."
    subjects = ("bread", "rain", "trams", "bees", "chess")
    pages = {
        s: page(
            f"What the town says about {s}",
            f"The town has much to say about {s}, and it said so again today.",
            f"“I like {s} well enough,” said Ann Bell, a baker of this town.",
            slogan,
        )
        for s in subjects
    }
    import_sources(briefing, [write(tmp_path / "in", **pages)], told=ImportOptions(outlet="Coast Paper"))
    found = articles(briefing)
    assert len(found) == len(subjects)
    assert not [a for a in found.values() if slogan in a.text]
    assert all("much to say" in a.text for a in found.values())


def test_lines_that_recur_are_learnt_from_the_pages_that_are_there(
    tmp_path: Path, briefing: Briefing
) -> None:
    standing = "The Coast Paper has been printed in Norwick by the same family since the days of sail."
    told = ImportOptions(outlet="Coast Paper")
    places = ["Aldby", "Birkholm", "Cressing", "Dunmere", "Elsworth"]
    for number, place in enumerate(places):
        text = page(
            f"Ferry to {place} runs again after the storm",
            f"The ferry to {place} left the quay at noon for the first time in {number + 3} days.",
            standing,
            f"“We waited {number + 12} hours for this boat,” said a woman from {place} with two bags.",
        )
        import_sources(briefing, [write(tmp_path / place, page=text)], told=told)
    texts = {name: article.text for name, article in articles(briefing).items()}
    holding = [place for place in places if standing in texts[f"Ferry to {place} runs again after the storm"]]
    # What was read before anything could be known stays as it was read.
    assert holding == places[:2]
    assert all("bags" in text for text in texts.values())


def test_an_article_saved_several_times_keeps_its_body(tmp_path: Path, briefing: Briefing) -> None:
    pages = {f"n{n}": f"Visitor number {n}\n{HARBOUR}" for n in range(4)}
    done = import_sources(briefing, [write(tmp_path / "in", **pages)], told=ImportOptions(outlet="Post"))
    assert (len(done.new), len(done.known)) == (1, 3)
    (article,) = articles(briefing).values()
    assert "forty ships" in article.text


class LoggingPool(PagePool):
    """Reads in this process, and notes when quotes are looked for."""

    def __init__(self, log: list[str]) -> None:
        super().__init__()
        self.log = log

    def attribute(self, readings: Sequence[ParsedArticle]) -> Iterator[Outcome]:
        self.log += [f"read {reading.headline[:7]}" for reading in readings]
        return super().attribute(readings)


@pytest.mark.parametrize(
    ("pause", "order"),
    [
        ((), ["read Harbour", "read River b", "kept 1", "kept 2"]),
        ((None, None), ["read Harbour", "kept 1", "read River b", "kept 2"]),  # nothing more is there yet
    ],
)
def test_while_a_batch_is_stored_the_next_is_read(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, pause: tuple[None, ...], order: list[str]
) -> None:
    log: list[str] = []
    add = briefing.add

    def logged(articles: Sequence[NewArticle]) -> IngestResult:
        added = add(articles)
        log.append(f"kept {len(briefing.rows())}")
        return added

    monkeypatch.setattr(briefing, "add", logged)
    run = ImportRun(briefing, pool=LoggingPool(log))
    first, second = (source_of(f"{name}.txt", text.encode()) for name, text in (("a", HARBOUR), ("b", FLOOD)))
    run_stages(run, [first, *pause, second], 1)
    assert log == order


def wells(count: int) -> dict[str, str]:
    """Return pages that tell of different wards."""
    told = "The {0} wells of ward {0} are dry. " * 9
    return {f"p{n}": page(f"Wells run dry in ward {n}", told.format(n)) for n in range(count)}


@pytest.mark.parametrize(("count", "are_under_way"), [(4, False), (5, True)])
def test_workers_load_what_reads_pages_before_these_are_theirs_where_they_are_many(
    tmp_path: Path, briefing: Briefing, count: int, are_under_way: bool
) -> None:
    under_way: list[bool] = []

    class WatchedPool(PagePool):
        def parse(self, pages: Sequence[tuple[Source, frozenset[str]]]) -> Iterator[Outcome]:
            under_way.append(self._threads is not None)
            return super().parse(pages)

    done = import_sources(briefing, [write(tmp_path / "in", **wells(count))], pool=WatchedPool())
    assert len(done.new) == count
    assert under_way[0] is are_under_way


def test_what_was_read_before_the_workers_were_gone_is_stored_and_the_end_is_told(
    tmp_path: Path, briefing: Briefing
) -> None:
    class Gone(PagePool):
        def parse(self, pages: Sequence[tuple[Source, frozenset[str]]]) -> Iterator[Outcome]:
            if any(source.origin.endswith("c.txt") for source, _ in pages):
                raise ClusterError("the cluster is gone")
            return super().parse(pages)

    done = import_sources(
        briefing, [write(tmp_path / "in", a=HARBOUR, b=FLOOD, c=NOTE)], batch=1, pool=Gone()
    )
    assert done.stopped == "the cluster is gone"
    assert len(done.new) == len(articles(briefing)) == 2
    assert len(briefing.arrivals().new) == 2


def test_stopping_keeps_what_was_read(tmp_path: Path, briefing: Briefing) -> None:
    folder = write(tmp_path / "in", a=HARBOUR, b=FLOOD)
    answers = iter([False, True])
    done = import_sources(briefing, [folder], stop=lambda: next(answers, True))
    assert len(done.new) == 1
    assert done.stopped
    assert len(briefing.rows()) == 1


def test_a_deleted_article_does_not_come_back(tmp_path: Path, briefing: Briefing) -> None:
    folder = write(tmp_path / "in", a=HARBOUR)
    import_sources(briefing, [folder])
    (article,) = articles(briefing).values()
    briefing.do(DeleteArticle(target_of(article)))
    done = import_sources(briefing, [folder])
    assert (done.new, done.known, articles(briefing)) == ([], [], {})
    assert [each for _, each in done.deleted] == [article.id]
    edited = write(tmp_path / "edited", a=HARBOUR.replace("strike", "walk-out"), b=FLOOD)
    done = import_sources(briefing, [edited])  # another version of it, which is stored by no step
    assert ([each for _, each in done.deleted], len(done.new)) == ([article.id], 1)


def test_a_deleted_article_is_taken_in_again_where_that_is_wanted(tmp_path: Path, briefing: Briefing) -> None:
    folder = write(tmp_path / "in", a=HARBOUR, b=FLOOD)
    import_sources(briefing, [folder])
    before = articles(briefing)
    briefing.do(DeleteArticle(target_of(before[min(before)])))
    done = import_sources(briefing, [folder], restore=True)
    assert [each for _, each in done.restored] == [before[min(before)].id]
    assert (len(done.known), done.deleted, articles(briefing)) == (1, [], before)
    briefing.undo()
    assert len(articles(briefing)) == 1


def test_pasted_text_is_a_page(briefing: Briefing) -> None:
    done = import_text(briefing, HARBOUR)
    assert len(done.new) == 1
    assert articles(briefing)["Harbour workers end their strike in Norwick"].origin == "pasted text"


def test_the_five_seeds_lie_in_five_events(shared: Path, briefing: Briefing) -> None:
    done = import_sources(briefing, [shared / "seeds"])
    assert (len(done.new), done.failed, len(briefing.rows())) == (5, [], 5)
    dates = sorted(a.published for a in articles(briefing).values())
    assert dates == ["", "", "", "", "2025-07-02"]
