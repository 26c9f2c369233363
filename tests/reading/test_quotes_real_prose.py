"""What agencies and newspapers do that no rule foresaw: marks typed otherwise, offices in a row, who is only spoken of."""

from __future__ import annotations

import pytest

from tests.support.sayings import reported, said
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def test_two_typed_apostrophes_are_a_double_mark_where_an_article_has_no_other() -> None:
    text = "''We waited,'' Ada Renn said, a hint of fear in her voice. ''It was late,'' she added; it didn't help."
    assert said(text)[:2] == [("We waited,", "Ada Renn"), ("It was late,", "Ada Renn")]
    assert all(one.kind != "indirect" for one in find_quotes(text, spans="all"))


def test_two_single_marks_close_what_a_double_one_opens() -> None:
    text = "“It was an attempt to mislead us,’’ Ivo Stern, head of a council, told the Ledger. “And I think it is wrong.”"
    assert said(text) == [
        ("It was an attempt to mislead us,", "Ivo Stern"),
        ("And I think it is wrong.", "Ivo Stern"),
    ]


@pytest.mark.parametrize("manner", ["a hint of fear in her voice", "a smile on her lips"])
def test_how_somebody_looks_who_speaks_is_not_said(manner: str) -> None:
    assert reported(f"“We waited,” Ada Renn said, {manner}. “It was late.”") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The krone may fall, said Ivo Stern, chief economist and head of research at Holm Bank.", "Ivo Stern"),
        ("Norland News Editor-in-Chief Ivo Stern said it was late.", "Ivo Stern"),
        ("Army Commander-in-Chief Ivo Stern said it was late.", "Ivo Stern"),
        ("Health bosses said that 28 people had left.", "Health bosses"),
        ("Ada Renn, a stolid woman, is accused by critics of promoting high taxes.", "critics"),
        ("Prosecutors named three men who police allege had “a part in the murder of a guard.”", "police"),
        ("Norland arrested a man who officials say “wanted to burn the port”.", "officials"),
    ],
)  # fmt: skip
def test_who_says_it_is_one_and_no_more_than_they_are(text: str, who: str) -> None:
    assert [entity for _, entity in said(text)] == [who]


def test_what_leads_a_sentence_in_is_nobodys_name() -> None:
    (found,) = find_quotes(
        "Due to the extent of the injury doctors said he would need six months.", spans="all"
    )
    assert found.entity != "Due"
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize("opening", ["With that said", "That said", "That being said", "Having said that"])
def test_that_said_reports_nothing(opening: str) -> None:
    assert said(f"{opening}, the best part about the port is that you can swim without paying.") == []


def test_a_doubt_goes_on_with_both_who_are_doubted() -> None:
    text = "Traders cited the doubt over whether Norland and Sudland could agree to end the war."
    assert reported(text) == ["the doubt over whether Norland and Sudland could agree to end the war"]


def test_what_a_source_is_called_is_none_of_what_is_according_to_it() -> None:
    text = "According to Holm Direct, an online franchise aggregator, the following firms are the best."
    assert said(text) == [("the following firms are the best", "Holm Direct")]


def test_what_one_says_of_two_is_not_that_of_the_first() -> None:
    text = "It is a list that Riga insists does not exist and Velm has “mislaid”, as Ada Renn put it."
    assert said(text)[-1] == ("mislaid", "Ada Renn")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Critics like Ivo Stern say it would help the port.", [("it would help the port", "Critics")]),
        ("Doctors such as Ivo Stern say it would help the port.", [("it would help the port", "Doctors")]),
        ("“It is odd,” said critics like Ivo Stern.", [("It is odd,", "critics")]),
        ("Ada Renn, unlike Ivo Stern, said it was late.", [("it was late", "Ada Renn")]),
    ],
)
def test_one_who_is_named_for_many_does_not_say_it_alone(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        ("the railway has stopped already", "the port would close"),
        ("Ivo Stern is out of town", "the port would close"),
        ("the railway would follow", "the port would close; the railway would follow"),
    ],
)
def test_what_is_so_today_behind_what_was_said_is_the_writers(behind: str, words: str) -> None:
    assert reported(f"Ada Renn said the port would close; {behind}.") == [words]


def test_a_condition_in_which_something_is_found_is_part_of_what_is_said() -> None:
    whole = "If the court were to find the vote was early, for example, the law would not be passed"
    assert reported(f"{whole}, Ada Renn conceded.") == [whole]


def test_what_somebody_was_asked_about_their_feelings_is_no_cue() -> None:
    text = "When asked what the day meant to her, Ada Renn, 75, told Velm News: “Everything.”"
    (found,) = find_quotes(text, spans="all")
    assert (found.entity, found.cue_text, found.chain) == ("Ada Renn", "told", ("Velm News",))


@pytest.mark.parametrize(
    "opening",
    [
        "Following Ada Renn's arrest",
        "Pending Ada Renn's trial",
        "Everything Ada Renn said was odd and",
        "Recent Ada Renn films were odd and",
    ],
)
def test_what_opens_a_sentence_before_a_name_is_none_of_it(opening: str) -> None:
    found = said(f"{opening} a lawyer spoke. Renn has denied that she lied.")
    assert found[-1] == ("that she lied", "Ada Renn")


@pytest.mark.parametrize("title", ["Councilmember", "Alderman"])
def test_a_seat_on_a_council_is_no_first_name(title: str) -> None:
    assert said(f"{title} Ada Renn spoke. “No,” Renn argued.") == [("No,", "Ada Renn")]


def test_what_only_joins_a_sentence_to_the_one_before_is_not_said() -> None:
    text = "In addition, videos add great value to any piece of content, and you have some support."
    assert reported(text) == []


def test_a_race_answers_no_questions() -> None:
    head = "[The couple came to Saturday's Norland Grand Prix]\n\nIvo Stern spoke after the race. Here is what he said."
    turns = [
        "Q: How are you?",
        "A: Not well.",
        "Q: And the race?",
        "A: A hard one.",
        "Q: Will you stay?",
        "A: Yes.",
    ]
    found = find_quotes("\n\n".join([head, *turns]), spans="all")
    assert [one.entity for one in found if one.text in ("Not well.", "A hard one.", "Yes.")] == [
        "Ivo Stern"
    ] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Norland was lashed by its neighbours for encouraging the rebels and threatening to invade under a false pretext.",
        "He came to see the trouble with the old rules, clinging to fear and believing that the church had all the answers.",
    ],
)
def test_what_is_hardly_a_statement_of_who_it_is_given_to_is_left_out(text: str) -> None:
    assert reported(text) == []


def test_a_clause_right_behind_its_speaker_and_verb_stays_whoever_that_is() -> None:
    text = "It was late. They had waited for the ferry all day. They said the pier was closed."
    assert reported(text) == ["the pier was closed"]
