"""A quote of several parts whose article changed: whatever part lost or got a word, it is to be confirmed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.store.test_versions import bring, ferry, only, saying
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, target_of
from tui.commands.quotes import AddQuote
from tui.core.quote_state import words_before
from tui.store.briefing import Briefing

HEARD = (
    "“You can hear it for yourselves,” police chief Mona Feld said on Wednesday. “Three warnings were read out."
    " Nobody came.”"
)
_WORDS = (
    "harbour boats crossing winter bridge money council always three warnings rails engine people school river"
    " market storm ships bread paper garden window ladder silver north south quiet broken empty heavy"
).split()


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    return Briefing.open(tmp_path / "briefing", create=True)


def test_a_change_of_the_second_part_is_told_of(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(briefing, ferry(HEARD))
    quote = saying(only(briefing)[1], "hear it")
    assert len(quote.parts) == 2
    briefing.do(AddTags([target_of(quote)], ["kept"]))
    bring(briefing, ferry(HEARD.replace("Three", "Two")))
    now = saying(only(briefing)[1], "Two warnings")
    (hit,) = briefing.select("is:text-changed tag:kept")
    assert hit.quotes == (now.id,) == (quote.id,)
    assert main(["--store", str(briefing.path), "show", now.id]) == 0
    assert "Three warnings" in capsys.readouterr().out


def test_words_of_a_part_that_a_version_put_behind_a_quote_are_told_of(briefing: Briefing) -> None:
    alone = HEARD.partition(" “Three")[0]
    bring(briefing, ferry(alone))
    briefing.do(AddTags([target_of(saying(only(briefing)[1], "hear it"))], ["kept"]))
    bring(briefing, ferry(HEARD))
    assert len(list(briefing.select("is:text-changed"))) == 1


def test_a_word_that_a_version_took_off_the_end_of_borders_you_set_is_told_of(briefing: Briefing) -> None:
    bring(briefing, ferry(HEARD))
    quote = saying(only(briefing)[1], "hear it")
    first, second = quote.parts
    place = f"{first.start}-{first.end}, {second.start}-{second.start + len('Three warnings were read out')}"
    briefing.do(EditField(target_of(quote), "borders", place))
    briefing.do(AddTags([target_of(saying(only(briefing)[1], "hear it"))], ["kept"]))
    assert not list(briefing.select("is:text-changed"))
    bring(briefing, ferry(HEARD.replace("read out", "read")))
    assert len(list(briefing.select("is:text-changed"))) == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_word_changed_in_any_part_of_a_quote_is_to_be_confirmed(briefing: Briefing, seed: int) -> None:
    rng = random.Random(seed)
    paragraphs = [rng.choices(_WORDS, k=24) for _ in range(12)]

    def text() -> str:
        return ferry(*(" ".join(words).capitalize() + "." for words in paragraphs))

    bring(briefing, text())
    _, article = only(briefing)
    counts = [1 + number % 4 for number in range(12)]
    for words, count in zip(paragraphs, counts, strict=True):
        at = article.text.index(" ".join(words).capitalize())
        ends = [at + len(" ".join(words[:number])) for number in range(25)]
        size = 24 // count
        spans = [(ends[first] + (first > 0), ends[first + size - 1]) for first in range(0, 24, size)]
        briefing.do(AddQuote(target_of(article), ", ".join(f"{a}-{b}" for a, b in spans), "Ida Holm"))
    _, before = only(briefing)
    assert [len(quote.parts) for quote in before.quotes] == counts
    briefing.do(AddTags([target_of(quote) for quote in before.quotes], ["kept"]))
    for number in rng.sample(range(12), 6):
        size = 24 // counts[number]
        paragraphs[number][size * rng.randrange(counts[number]) + rng.randrange(1, size - 2)] = "changed"
    bring(briefing, text())
    annotated, now = only(briefing)
    assert now.versions == 1 and len(now.quotes) == 12
    for quote in before.quotes:
        after = now.quote(quote.id)
        assert after is not None
        told = words_before(after, annotated.annotations[quote.id])
        assert told == ("" if after.words == quote.words else quote.words)
    assert sum(now.quote(quote.id).words != quote.words for quote in before.quotes) == 6  # type: ignore[union-attr]
