"""Our own formats bring back every field they carry: out, into an empty briefing, and equal."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.support.annotation_files import handed
from tests.support.dossiers import PLAIN, SPLIT, build, find, page
from tui.commands.annotations import AddTags, Command, EditField, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.codebook import DescribeTag
from tui.commands.quotes import AddQuote
from tui.core.model import AnnotatedEvent, Annotation, AnnotationTarget, Article, Event, Quote
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.exchange.sidecar import SIDECAR
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle

_HERE = (
    "id",
    "article",
    "speakers",
    "event",
    "imported",
    "origin",
    "source",
    "copy_of",
    "cut",
    "quotes",
    "gone",
)
WORDS = st.sampled_from(["Ask.", "Ask *her* again.\n\nBy Friday.", "=1+1 🌊"])


def said(briefing: Briefing) -> dict[str, Any]:
    """Return all that is in a briefing by what things are called, without the ids that it gave them."""
    names = {key: each.name for key, each in briefing.speakers().items()}
    tags = {key: each.name for key, each in briefing.tags().items()}
    words = {quote.id: quote.words for _, _, quote in briefing.quotes()}

    def written(annotated: AnnotatedEvent, target: str) -> list[Any]:
        found = []
        for each in annotated.annotations.get(target, ()):
            if each.motivation == "reading":
                continue
            # The other side of a link is written a moment after it.
            when = "" if each.body.get("inverse") else each.created
            found.append((each.motivation, sorted(body(each).items(), key=str), when, each.creator))
        return sorted(found, key=str)

    def body(each: Annotation) -> dict[str, Any]:
        made = dict(each.body)
        if each.motivation == "tagging":
            made["tag"] = tags[str(made["tag"])]
        if each.motivation == "linking":
            made = {"relation": made["relation"], "other": words[str(made["quote"])]}
        if made.get("field") in ("speaker", "added"):
            made = {"field": made["field"]}  # whose words they are, the quote says
        return made

    def fields(thing: Article | Quote) -> dict[str, Any]:
        return {key: value for key, value in asdict(thing).items() if key not in _HERE}

    found: dict[str, Any] = {}
    for row in briefing.rows():
        annotated = briefing.annotated(row["id"])
        found[f"event {row['name']}"] = (row["date"], row["inferred"], written(annotated, row["id"]))
        for article in annotated.event.articles:
            found[f"article {article.headline}"] = (fields(article), written(annotated, article.id))
            for quote in article.all_quotes:
                who = [names[each] for each in quote.speakers]
                found[f"quote {quote.words}"] = (fields(quote), who, written(annotated, quote.id))
    found["tags"] = sorted(
        (tag.name, tag.description, tag.color, tag.sign) for tag in briefing.tags().values()
    )
    return found


def out_and_in(briefing: Briefing, folder: Path) -> dict[str, Any]:
    """Return what is in a briefing that took a project of another in, once and then again."""
    write(BY_ID["qdpx"], Dossier.of(briefing), folder / "out.qdpx")
    goal = Briefing.open(folder / "goal", create=True)
    taken = handed(goal, folder / "out.qdpx")
    assert taken.left == []
    assert taken.held == taken.arrived
    once = said(goal)
    handed(goal, folder / "out.qdpx")
    assert said(goal) == once
    goal.close()
    return once


def sure(found: NewArticle, **how: object) -> NewArticle:
    quotes = tuple(replace(quote, **how) for quote in found.reading.quotes)  # type: ignore[arg-type]
    return replace(found, reading=replace(found.reading, quotes=quotes))


def inferred(found: NewArticle) -> NewArticle:
    basis = {"published": "inferred from the address", "event_date": "inferred from the text"}
    return replace(found, reading=replace(found.reading, basis=basis))


def test_a_surname_stays_apart_and_what_was_inferred_stays_so(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "from", create=True)
    bare = sure(
        page("A toast", "A B", "2025-03-04", "Cheers", "one"), entity="Quay", confidence=0.4, why="a guess"
    )
    briefing.add([bare])
    full = page("The lock opens", "A B", "2025-03-05", "We open on Monday", "one")
    briefing.add([inferred(replace(full, event=briefing.rows()[0]["id"], event_name=""))])
    there = said(briefing)
    first = there["quote Cheers"][0]
    assert first["confidence"] < 1
    assert out_and_in(briefing, tmp_path) == there
    briefing.close()


DEEDS: list[Callable[[Event, Article, Quote, str], Command]] = [
    lambda _, __, quote, words: WriteNote(target_of(quote), words),
    lambda _, article, __, words: WriteNote(target_of(article), words),
    lambda event, _, __, words: WriteNote(target_of(event), words),
    lambda _, __, quote, words: AddTags([target_of(quote)], ["talks", f"deep/{len(words)}"]),
    lambda event, article, _, __: AddTags([target_of(event), target_of(article)], ["talks"]),
    lambda event, article, quote, _: Star([target_of(event), target_of(article), target_of(quote)]),
    lambda _, __, quote, words: Assess([target_of(quote)], "disputed", words, "B", "3"),
    lambda _, article, __, ___: Assess([target_of(article)], reliability="C"),
    lambda _, __, quote, words: EditField(target_of(quote), "original", words),
    lambda _, __, quote, ___: EditField(target_of(quote), "speaker", "+Ole Strand"),
    lambda _, __, quote, ___: EditField(target_of(quote), "kind", "indirect"),
    lambda _, __, quote, ___: EditField(target_of(quote), "polarity", "denied"),
    lambda _, __, quote, ___: EditField(target_of(quote), "polarity", "asserted"),
    lambda _, article, __, ___: EditField(target_of(article), "outlet", "The Bell"),
    lambda _, article, __, ___: AddQuote(AnnotationTarget("article", article.id, article.id), "0-3"),
]


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.lists(
        st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 3), WORDS, st.sampled_from("ab")), max_size=6
    )
)
def test_whatever_was_done_comes_back(done: list[tuple[int, int, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        briefing = build(Path(folder, "from"))
        for which, place, words, who in done:
            patch.setenv("BRIEFING_AUTHOR", who)
            quotes = list(briefing.quotes())
            _, article, quote = quotes[place % len(quotes)]
            event = briefing.annotated(article.event).event
            with suppress(ValueError):  # a quote of these words is there already
                briefing.do(DEEDS[which](event, article, quote, words))
        patch.setenv("BRIEFING_AUTHOR", "whoever imports")
        there = said(briefing)
        found = out_and_in(briefing, Path(folder))
        assert found == there
        briefing.close()


def test_signs_of_tags_come_back(tmp_path: Path) -> None:
    briefing = build(tmp_path / "from")
    briefing.do(DescribeTag(next(iter(briefing.tags())), sign="§", color="#00aaff"))
    assert out_and_in(briefing, tmp_path)["tags"] == said(briefing)["tags"]
    briefing.close()


def test_what_lies_beside_a_project_that_was_changed_is_left(tmp_path: Path, empty: Briefing) -> None:
    briefing = build(tmp_path / "from")
    write(BY_ID["qdpx"], Dossier.of(briefing), tmp_path / "out.qdpx")
    changed = tmp_path / "changed.qdpx"
    with zipfile.ZipFile(tmp_path / "out.qdpx") as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name, data.replace(b"The lock opens", b"The lock shuts") if name.endswith("qde") else data
            )
    taken = handed(empty, changed)
    assert [line for line in taken.left if "another project" in line]
    assert len(taken.new) == len(list(briefing.rows())) or taken.new
    briefing.close()


def test_annotations_bring_back_who_starred_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing = build(tmp_path / "from")
    briefing.close()
    shutil.copytree(tmp_path / "from", tmp_path / "goal")
    briefing, goal = Briefing.open(tmp_path / "from"), Briefing.open(tmp_path / "goal")
    while goal.undo():
        pass
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ada")
    plain, split = find(briefing, PLAIN)[1], find(briefing, " … ".join(SPLIT))[1]
    briefing.do(Star([target_of(plain)]))
    briefing.do(Assess([target_of(plain)], "seen"))
    briefing.do(Assess([target_of(plain)], "disputed", "a log"))
    briefing.do(LinkQuotes(target_of(plain), target_of(split), "same"))
    monkeypatch.setenv("BRIEFING_AUTHOR", "whoever imports")
    write(BY_ID["webannotation"], Dossier.of(briefing), tmp_path / "out.jsonld")
    taken = handed(goal, tmp_path / "out.jsonld")
    assert taken.held == taken.arrived

    def of(store: Briefing) -> list[object]:
        annotated = store.annotated(store.event_of(plain.article))
        return [
            (each.motivation, dict(each.body), each.created, each.creator)
            for each in annotated.annotations[plain.id]
            if each.motivation in ("bookmarking", "assessing")
        ]

    assert of(goal) == of(briefing)
    assert "Ada" in json.dumps(of(goal))
    briefing.close()
    goal.close()


@pytest.mark.parametrize(
    "nonsense", [7, "x", [7], [[7]], {"a": 7}, None, [{"motivation": "editing", "body": 7}]]
)
def test_nonsense_beside_a_project_does_no_harm(nonsense: object, tmp_path: Path, empty: Briefing) -> None:
    briefing = build(tmp_path / "from")
    write(BY_ID["qdpx"], Dossier.of(briefing), tmp_path / "out.qdpx")
    path = tmp_path / "nonsense.qdpx"
    with zipfile.ZipFile(tmp_path / "out.qdpx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != SIDECAR:
                new.writestr(name, old.read(name))
        told = json.loads(old.read(SIDECAR))
        for part in ("quotes", "articles", "events"):
            told[part] = {
                key: {each: value if each == "quotes" else nonsense for each, value in about.items()}
                for key, about in told[part].items()
            }
        told["signs"] = nonsense
        new.writestr(SIDECAR, json.dumps(told))
    taken = handed(empty, path)
    assert len(taken.new) == 3
    assert sorted(quote.words for _, _, quote in empty.quotes()) == sorted(
        quote.words for _, _, quote in briefing.quotes()
    )
    briefing.close()
