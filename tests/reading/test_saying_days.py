"""The day on which something was said, as its sentence tells it: in five languages, and where it tells nothing."""

from __future__ import annotations

import pytest

from tui.core.model import AnnotatedEvent, Article, Event, Quote, Selector, Speaker
from tui.core.statements import Statement
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.occasion import occasion_of

WORDS = "the harbour bridge stays closed"
THURSDAY, FRIDAY = "2025-03-06", "2025-03-07"


def article(id: str, text: str, language: str = "en", cue: str = "said", published: str = FRIDAY) -> Article:
    """Return an article of Friday with one quote in it, whose words are §."""
    start = text.index("§")
    whole = text.replace("§", WORDS)
    part = Selector.at(whole, start, start + len(WORDS))
    quote = Quote(id=f"q{id}", article=id, kind="direct", parts=(part,), speakers=("s",), cue=cue)
    return Article(
        id=id,
        event="e",
        headline="",
        outlet=f"Outlet {id}",
        text=whole,
        language=language,
        published=published,
        quotes=(quote,),
    )


@pytest.mark.parametrize(
    ("language", "cue", "text", "day"),
    [
        ("en", "said", "“§”, Ida Lund said on Thursday.", THURSDAY),
        ("en", "said", "“§”, said Ida Lund of Riga on Friday.", FRIDAY),
        ("en", "told", "Ida Lund told a group of reporters on Wednesday that §.", "2025-03-05"),
        ("en", "said", "On Saturday, Mayor Ida Lund said: “§”.", "2025-03-01"),
        ("en", "said", "Ida Lund on Thursday said that §.", THURSDAY),
        ("en", "said", "Ida Lund said last Friday that §.", "2025-02-28"),
        ("en", "said", "Ida Lund said yesterday that §.", THURSDAY),
        ("de", "sagte", "„§“, sagte Ida Lund am Donnerstag.", THURSDAY),
        ("fr", "a déclaré", "« § », a déclaré jeudi Ida Lund.", THURSDAY),
        ("es", "dijo", "«§», dijo Ida Lund el jueves.", THURSDAY),
        ("ru", "заявила", "«§», — заявила в четверг Лунд.", THURSDAY),
        ("en", "said", "Ida Lund, who was elected on Monday, said that §.", ""),
        ("en", "said", "Ida Lund said before Monday that §.", ""),
        ("en", "said", "“§”, Ida Lund said of the raid on Monday.", ""),
        ("en", "said", "“§”, Ida Lund said when asked about a raid on Monday.", ""),
        ("de", "sagte", "„§“, sagte Ida Lund über den Streik am Montag.", ""),
        ("es", "dijo", "«§», dijo Ida Lund sobre la huelga del lunes.", ""),
        ("en", "told", "Ida Lund told the Sunday Times that §.", ""),
        ("en", "told", "Ida Lund told the Mail on Sunday that §.", ""),
        ("en", "told", "Ida Lund told Fox News Sunday that §.", ""),
        ("en", "told", "Ida Lund told Fox News Thursday that §.", THURSDAY),
        ("en", "said", "“§”, Ida Lund said on 5 March.", "2025-03-05"),
        ("en", "told", "Ida Lund told reporters on March 5, 2025, that §.", "2025-03-05"),
        ("en", "said", "“§”, Ida Lund said on 8 March.", ""),
        ("en", "said", "“§”, Ida Lund said on 8 March 2024.", "2024-03-08"),
        ("en", "said", "On 5 December, Mayor Ida Lund said: “§”.", "2024-12-05"),
        ("en", "said", "“§”, Ida Lund said on 29 February.", "2024-02-29"),
        ("de", "sagte", "„§“, sagte Ida Lund am 5. März.", "2025-03-05"),
        ("fr", "a déclaré", "« § », a déclaré Ida Lund le 5 mars.", "2025-03-05"),
        ("es", "dijo", "«§», dijo Ida Lund el 5 de marzo.", "2025-03-05"),
        ("ru", "заявила", "«§», — заявила Лунд 5 марта.", "2025-03-05"),
        ("en", "said", "“§”, Ida Lund said of the raid on 5 March.", ""),
        ("en", "said", "Ida Lund said March 5 was early and §.", ""),
        ("en", "said", "Ida Lund, who was elected on 5 March, said that §.", ""),
        ("en", "told", "Ida Lund told the Post on Sunday that §.", "2025-03-02"),
        ("de", "sagte", "„§“, sagte Ida Lund der Bild am Sonntag.", ""),
        ("fr", "a déclaré", "« § », a déclaré Ida Lund au Journal du dimanche.", ""),
        ("en", "said", "Ida Lund said the port would open on Monday. Ola Renn said “§”.", ""),
        ("en", "said", "Ola Renn said on Monday he was tired. “§”, Ida Lund said.", ""),
        ("en", "said", "“§”, Ida Lund said of Monday's vote.", ""),
        ("en", "said", "“§”, Ida Lund said of the vote, due on Monday.", ""),
    ],
)
def test_the_day_beside_the_cue_is_that_of_saying(language: str, cue: str, text: str, day: str) -> None:
    told = article("a", text, language, cue)
    assert occasion_of(told, told.quotes[0]).day == day


def test_without_a_day_of_its_own_an_article_tells_none() -> None:
    told = article("a", "“§”, Ida Lund said on Thursday.", published="")
    assert occasion_of(told, told.quotes[0]).day == ""


def found(*texts: str) -> list[Statement]:
    """Return the statements of an event with these articles."""
    held = tuple(article(str(at), text) for at, text in enumerate(texts))
    return statements_of(AnnotatedEvent(Event("e", "", FRIDAY, held), {}), {"s": Speaker("s", "Ida Lund")})


def test_the_same_words_on_two_days_are_two_statements_each_with_its_day() -> None:
    said = "“§”, Ida Lund said on {}."
    two = found(said.format("Thursday"), said.format("Wednesday"), said.format("Thursday"))
    assert sorted((each.day, len(each.wordings)) for each in two) == [("2025-03-05", 1), (THURSDAY, 2)]


def test_words_whose_day_one_article_tells_and_another_does_not_are_one_statement_of_that_day() -> None:
    (one,) = found("“§”, Ida Lund said.", "“§”, Ida Lund said on Thursday.")
    assert (one.day, len(one.wordings)) == (THURSDAY, 2)


def test_order_makes_no_difference_to_which_days_are_apart() -> None:
    texts = ("“§”, Ida Lund said.", "“§”, Ida Lund said on Thursday.", "“§”, Ida Lund said on Monday.")
    ways = {
        tuple(sorted((each.day, len(each.wordings)) for each in found(*those)))
        for those in (texts, texts[::-1], (texts[1], texts[0], texts[2]))
    }
    assert len({tuple(day for day, _ in way) for way in ways}) == 1
