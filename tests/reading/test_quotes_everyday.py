"""Everyday forms of attribution: which words belong together, and whose they are."""

from __future__ import annotations

import pytest

from tests.support.growth import growth
from tests.support.sayings import reported
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "“What we saw,” Lund told the committee, “was a farce.”",
        "“We will not wait,” Ros said. “Nobody should.”",
        "“We will not wait,” Ros said on Monday in Oslo, adding: “Nobody should.”",
        "“We will not wait,” said Ros, who was on his way home. “Nobody should.”",
        "“We have a list,” the mayor, Tove Anders, told reporters, “and it is long.”",
        "“Yes,” according to Ros, “it is long.”",
    ],
)
def test_a_quote_goes_on_after_its_attribution(text: str) -> None:
    found = find_quotes(text)
    assert len(found) == 2
    assert found[0].group == found[1].group


@pytest.mark.parametrize(
    "text",
    [
        "“The price is fair, and it stays,” he said, adding that he would not “haggle in public”.",
        "Lund called it “fair” and said he was “open to talks”.",
        "“We have a list,” Ros said, and called the plan “a farce”.",
        "“We have a list,” Ros said. He called the plan “a farce”.",
        "The “fair” offer was, Lund said, “final”.",
        "“It is fair,” said Ros, but not “final”.",
    ],
)
def test_words_of_the_reporter_between_them_part_quotes_of_one_speaker(text: str) -> None:
    found = find_quotes(text)
    assert len(found) == 2
    assert found[0].group != found[1].group
    assert found[0].entity == found[1].entity


@pytest.mark.parametrize(
    ("text", "who", "chain"),
    [
        ("“Not now,” a spokesman for the harbour office, Egon Frey, told Reuters.", "Egon Frey", ("Reuters",)),
        ("“Not now,” a spokesman for the harbour office, Egon Frey, told Ansa.", "Egon Frey", ("Ansa",)),
        ("Reuters reported that Lund had told her staff “the road is shut”.", "Lund", ("Reuters",)),
        ("“The road is shut,” Lund was quoted by Reuters as saying.", "Lund", ("Reuters",)),
        ("“The road is shut,” one of the engineers said.", "one of the engineers", ()),
        ("The road is “shut”, according to French and Russian press reports.",
         "French and Russian press reports", ()),
        ("“The road is shut,” said Lund and Ros.", "Lund; Ros", ()),
        ("“The road is shut,” a spokesman for the office in Oslo, who was there, said.",
         "a spokesman for the office", ()),
    ],
)  # fmt: skip
def test_a_speaker_is_named_whole_and_an_agency_only_passes_on(
    text: str, who: str, chain: tuple[str, ...]
) -> None:
    (found,) = find_quotes(text)
    assert found.entity == who
    assert found.chain == chain


def test_an_outlet_that_reports_is_no_part_of_what_is_reported() -> None:
    text = "Lund said that the two sides will meet again in May, Caliber.Az reports per Russian media."
    assert reported(text) == ["that the two sides will meet again in May"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Asked about the plan, Lund said she would wait.", ["she would wait"]),
        ("Lund told the Reuters news agency.", []),
        ("The mayor told a group of reporters in the town hall.", []),
    ],
)
def test_who_was_told_and_what_was_asked_are_no_indirect_quotes(text: str, said: list[str]) -> None:
    assert reported(text) == said


@pytest.mark.parametrize("count", [2, 3, 4, 9])
def test_sources_one_after_the_other_say_nothing(count: int) -> None:
    """Of a source whose words turned out to be the next source's name, the words were still asked for."""
    assert reported("According to Ann, " + "according to Ann, " * count) == []


@pytest.mark.parametrize(
    "text",
    [
        "That he no\naccording Monday spokesman",
        "We warned he wrote, after Ann denied claimed who President of",
        "They warned per noting he, Oslo told also in on.\nOslo warned of",
        "Lund was claimed. It denied, claimed Lund. It denied,",
        "The mayor will not: would as statement Ann\n\npromised spokeswoman with",
        "A spokesman said yes, he promised spokesman",
        "It was the last week of the election. She said nothing",
        "The European Commission, which refused to name the company targeted,",
        "was released on bail. Director General Ida Lund and his predecessor",
        'it is "a part of many lives". "We know Facebook, and the industry, can help," it said in',
        "Mr. claimed that it quoted the agency for who spokeswoman promised and, promised agency",
    ],
)
def test_a_text_may_end_amid_a_sentence(text: str) -> None:
    """What stands behind the last word was asked for, and so the page could not be read."""
    assert all(text[one.start : one.end] == one.text for one in find_quotes(text, spans="all"))


def test_pronouns_in_a_paragraph_that_names_nobody_take_no_square_of_its_length() -> None:
    """For each of them all of the paragraph was read: eight times as many took sixty times as long."""
    assert growth(lambda count: find_quotes("said he " * count, spans="all"), 2_500, 20_000) < 20


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Chief of Staff Eva Torp said it was shut.", "it was shut", "Eva Torp"),
        ("Deputy Chief of the General Staff Eva Torp said it was shut.", "it was shut", "Eva Torp"),
        ("Paul Reth told state television his country had lost.", "his country had lost", "Paul Reth"),
        ("Paul Reth told Norland public radio the road was open.", "the road was open", "Paul Reth"),
        ("Ida Lund told him privately in May that she was tired.", "that she was tired", "Ida Lund"),
        ("The bridge is shut, the ministry said on Tuesday, a day after two trucks collided on it.",
         "The bridge is shut", "the ministry"),
        ("Ida Lund said the vote would be on Tuesday, hours after the fair.",
         "the vote would be on Tuesday, hours after the fair", "Ida Lund"),
        ("Ida Lund told lawmakers that the bridge will open, brushing aside reports that it is unsafe.",
         "that the bridge will open", "Ida Lund"),
        ("Ola Renn told the Courier he spoke with officials in Norwick about their concerns.",
         "he spoke with officials in Norwick about their concerns", "Ola Renn"),
        ("Ida Lund agreed that the satellite cannot be steered but dismissed fears it could hit houses.",
         "that the satellite cannot be steered", "Ida Lund"),
        ("Ida Lund said the ministry had lied, inventing reports of damage.",
         "the ministry had lied, inventing reports of damage", "Ida Lund"),
        ("Ida Lund said the council was split; Holm wanted a port and Roth a bridge.",
         "the council was split; Holm wanted a port and Roth a bridge", "Ida Lund"),
        ("Told by Oslo that it rained, Riga waited.", "that it rained", "Oslo"),
        ("Ida Lund said families still live in tents, months after the quake.",
         "families still live in tents, months after the quake", "Ida Lund"),
        ("Ida Lund asked the minister why, in that case, the ministry was silent. Holm said: “No.”",
         "why, in that case, the ministry was silent", "Ida Lund"),
        ("Norland's agent before the court, Professor Ida Lund, told us that it would appeal.",
         "that it would appeal", "Ida Lund"),
        ("An official who requested anonymity to discuss the matter said it was late.",
         "it was late", "An official"),
        ("Ida Lund said her office had counted 43; Norland puts the number at 12.",
         "her office had counted 43", "Ida Lund"),
        ("Speaking after the vote, the council's chief, Ida Lund, warned that it would rain.",
         "that it would rain", "Ida Lund"),
        ("Ida Lund said she would stay until June, and that she was waiting for the boats she had asked for in May.",
         "she would stay until June, and that she was waiting for the boats she had asked for in May", "Ida Lund"),
        ("Ida Lund said the bridge would open in May – a claim Holm dismissed as “a joke”.",
         "the bridge would open in May", "Ida Lund"),
    ],
)  # fmt: skip
def test_where_a_report_without_marks_begins_and_ends(text: str, words: str, who: str) -> None:
    found = find_quotes(text, spans="all")
    assert [(one.text, one.entity) for one in found if one.kind == "indirect"] == [(words, who)]


def test_who_is_called_on_is_urged_and_does_not_speak() -> None:
    found = find_quotes("China called on both sides to stop. Lund called on Monday to ask.", spans="all")
    assert [(one.entity, one.polarity, one.text) for one in found[:1]] == [("China", "urged", "to stop")]


def test_it_is_the_body_that_said_what_stands_before() -> None:
    found = find_quotes("The council said that a committee would meet. “Nothing is decided,” it said.")
    assert [one.entity for one in found] == ["The council"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Ida Lund of Norland met the French president. The president said she was late.", ""),
        ("President Ida Lund rang up the US president. Lund then left. The president said she was late.",
         "Ida Lund"),
        ("The army's chief of staff, Eva Torp, left. The EU's foreign policy chief said it was late.", ""),
        ("Police chief Eva Torp left. The police chief said it was late.", "Eva Torp"),
    ],
)  # fmt: skip
def test_an_office_told_of_in_another_state_since_leaves_a_bare_one_open(text: str, who: str) -> None:
    """Nobody is named where two may be meant, or the office is another one."""
    found = [one.entity for one in find_quotes(text, spans="all")]
    assert len(found) == 1
    assert found[0] == who if who else found[0] not in ("Ida Lund", "Eva Torp")


def test_asking_for_anonymity_and_declining_to_comment_say_nothing_else() -> None:
    text = (
        "The ministry declined to comment, while a source in the mayor's office, who requested anonymity to discuss "
        "internal matters, said aides were “furious”."
    )
    (found,) = find_quotes(text, spans="all")
    assert (found.entity, found.polarity) == ("a source in the mayor's office", "")


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("pulled", "number"),
    [
        ("“We will hold the dam until Monday”", 1),
        ("“We will hold the dam until Monday”\n— Ida Korb", 1),
        ("“We will hold the dam until Sunday”\n— Ida Korb", 2),
    ],
)
def test_a_pull_quote_is_not_said_twice(pulled: str, number: int, first: bool) -> None:
    text = "“We will hold the dam until Monday, whatever they say in Oslo,” Ida Korb said.\n\nThe dam stands."
    quotes = find_quotes(f"{pulled}\n\n{text}" if first else f"{text}\n\n{pulled}", spans="all")
    assert [each.entity for each in quotes] == ["Ida Korb"] * number
