"""What is reported without marks, or beside them: complements, cues between commas, sides, replies, and silence."""

from __future__ import annotations

import pytest

from tests.support.sayings import said
from tui.core.model import stance
from tui.core.typography import quoted
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mayor Ola Renn called for an inquiry into the flood.", "an inquiry into the flood"),
        ("Mayor Ola Renn called for an inquiry.", "an inquiry"),
        ("Mayor Ola Renn has called for calm.", "calm"),
        ("Mayor Ola Renn admitted for the first time this week that the pier sank.", "that the pier sank"),
        ("Mayor Ola Renn ruled out talks.", "talks"),
        ("Mayor Ola Renn vowed to rebuild the pier.", "to rebuild the pier"),
        ("Mayor Ola Renn accused the council of hiding the bill.", "hiding the bill"),
        ("Ola Renn accused the mayor of Norwick, Ida Korb, of hiding the bill.", "hiding the bill"),
        ("Mayor Ola Renn accused the council on Tuesday of hiding the bill.", "hiding the bill"),
        ("Mayor Ola Renn urged the council on Tuesday to find the bill.", "to find the bill"),
        ("Mayor Ola Renn admitted knowing of the leak since May.", "knowing of the leak since May"),
        ("Mayor Ola Renn demanded a seat at the table.", "a seat at the table"),
        ("Mayor Ola Renn wanted to know who would pay.", "who would pay"),
        ("Mayor Ola Renn warned against filling the harbour.", "filling the harbour"),
        ("Mayor Ola Renn let it be known that the pier was shut.", "the pier was shut"),
        ("Mayor Ola Renn continued to insist on a new pier.", "a new pier"),
        ("Mayor Ola Renn underlined the need for a longer pier.", "the need for a longer pier"),
        ("Mayor Ola Renn underlined the need for a longer pier, and left.", "the need for a longer pier"),
        ("Mayor Ola Renn demanded a longer pier, and paved roads.", "a longer pier, and paved roads"),
        ("Mayor Ola Renn reiterated the port's readiness to help.", "the port's readiness to help"),
        ("Mayor Ola Renn shared the view that the pier was weak.", "the pier was weak"),
        ("Mayor Ola Renn took the view that the pier was weak.", "the pier was weak"),
        ("Mayor Ola Renn raised the possibility that the pier was weak.", "the pier was weak"),
        (
            "Mayor Ola Renn agreed, and pointed out that the pier had used its term to help.",
            "that the pier had used its term to help",
        ),
        ("Mayor Ola Renn concurred that the pier was weak.", "the pier was weak"),
        (
            "Mayor Ola Renn briefed Mayor Ida Maher on the damage done by drones, and urged that the pier be shut.",
            "the pier be shut",
        ),
        ("Mayor Ola Renn was clear that the pier would stay shut.", "the pier would stay shut"),
        ("Mayor Ida Maher was accused by Ola Renn of hiding the bill.", "hiding the bill"),
        ("Mayor Ola Renn put their number at 60.", "their number at 60"),
        ("Mayor Ola Renn put the toll at three.", "the toll at three"),
        ("Mayor Ola Renn put the cost of the pier at €5 million.", "the cost of the pier at €5 million"),
    ],
)
def test_what_is_asked_for_promised_or_owned_up_to_is_reported(text: str, words: str) -> None:
    assert said(text) == [(words, "Ola Renn")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ola Renn accused the council of having hidden a bill.",
            "accused the council of: having hidden a bill",
        ),
        (
            "Ola Renn accused the council's old clerk of “great theft”.",
            "accused the council's old clerk of: “great theft”",
        ),
        (
            "Ola Renn accused the council of hiding the “green bill”.",
            "accused the council of hiding the: “green bill”",
        ),
        (
            "The council was accused by Ola Renn of hiding the bill.",
            "The council was accused by Ola Renn of: hiding the bill",
        ),
        ("Ola Renn suspects the council of taking bribes.", "suspects the council of: taking bribes"),
        ("Ola Renn blamed “the silence of donors”.", "blamed: “the silence of donors”"),
        (
            "Ola Renn accused the crew of the ferry Ida Two of ramming a pier.",
            "accused the crew of the ferry Ida Two of: ramming a pier",
        ),
        (
            "Ola Renn accused the mayor of Riga of theft of coal.",
            "accused the mayor of Riga of: theft of coal",
        ),
        (
            "Ola Renn accused the mayor of Riga, Ida Lund, of theft of coal.",
            "accused the mayor of Riga, Ida Lund, of: theft of coal",
        ),
        ("Ola Renn accused the council of theft of coal.", "accused the council of: theft of coal"),
        # Words of his own.
        ("“You hid the bill,” Ola Renn accused the council.", "“You hid the bill”"),
        ("Ola Renn charged that the council had lied.", "that the council had lied"),
        ("Ola Renn accused the council of theft, calling it “a den”.", "“a den”"),
    ],
)
def test_what_somebody_is_accused_of_is_no_deed_of_the_accuser(text: str, told: str) -> None:
    found = find_quotes(text, spans="all")[-1]
    assert quoted(found.text, found.kind, stance(found.polarity, found.cue_text, ())) == told
    assert found.cue_text == text[found.cue_start : found.cue_end]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ola Renn threatened to leave at midnight.", "threatened: to leave at midnight"),
        ("Ola Renn invited Ida Maher to visit the pier.", "invited Ida Maher: to visit the pier"),
        ("Ola Renn thanked the crews for the boats that came.", "thanked: the crews for the boats that came"),
        ("Ola Renn expressed regret that the bill was late.", "expressed regret that: the bill was late"),
        ("Ola Renn regretted that the bill was late.", "regretted that: the bill was late"),
        ("Ola Renn argued against the sale in council.", "urged against: the sale in council"),
        ("Ola Renn stressed the need for a longer pier.", "stressed: the need for a longer pier"),
        # Clauses state by themselves what is said.
        ("Ola Renn stressed that the pier was shut.", "that the pier was shut"),
        ("Ola Renn argued the sale was late.", "the sale was late"),
        ("Ola Renn recalled that Norland remains open.", "that Norland remains open"),
        ("Ola Renn insisted Norland stands by its word.", "Norland stands by its word"),
        ("Ola Renn told the council that the pier was shut.", "that the pier was shut"),
    ],
)
def test_what_is_no_statement_without_its_verb_is_told_with_it(text: str, told: str) -> None:
    (found,) = find_quotes(text, spans="all")
    assert quoted(found.text, found.kind, stance(found.polarity, found.cue_text, ())) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ola Renn declined to specify when the pier might open.", ["to specify when the pier might open"]),
        ("Ola Renn informed her that guards had not yet been let in.", ["guards had not yet been let in"]),
        ("Ola Renn commented on the shutting of the pier.", []),
        ("“It is shut,” Ola Renn said, answering a question on whether he was glad.", ["It is shut,"]),
        ("Ola Renn encouraged both towns to show restraint.", ["to show restraint"]),
        ("Arms came, which in her view encouraged the rebels to march.", []),
        (
            "Ola Renn reiterated the council's support for fishing towns, stressing that the pier must open.",
            ["the council's support for fishing towns", "that the pier must open"],
        ),
        ("Ola Renn and Ida Maher agreed to stay in close contact.", ["to stay in close contact"]),
    ],
)
def test_an_object_is_whole_and_a_topic_none(text: str, words: list[str]) -> None:
    assert [one.text for one in find_quotes(text, spans="all")] == words


def test_one_who_calls_for_help_as_a_boat_sinks_asks_for_no_policy() -> None:
    assert not find_quotes("Mayor Ola Renn called for help.", spans="all")


def test_what_is_told_beside_a_refusal_is_asserted() -> None:
    text = "Ola Renn refused to say whether he had left, telling guests only that “mayors travel”."
    assert [one.polarity for one in find_quotes(text, spans="all")] == ["refused", ""]


def test_who_tells_what_another_argued_for_is_told() -> None:
    text = "Two aides said Ola Renn had argued against the sale in council, calling it “a gift”."
    found = find_quotes(text, spans="all")[0]
    assert (found.entity, found.polarity, found.chain) == ("Ola Renn", "urged against", ("Two aides",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam, Ola Renn said, was full.", ["The dam", "was full"]),
        ("The dam, he told the guests on Monday, was full.", ["The dam", "was full"]),
        (
            "Because of the strike, said Ola Renn, no ferry would sail.",
            ["Because of the strike", "no ferry would sail"],
        ),
        ("Norland, its minister, Ola Renn, said in Riga, would not sign.", ["Norland", "would not sign"]),
        ("No date has been set, the minister, Ola Renn, insisted.", ["No date has been set"]),
        ("Not so, said Ola Renn: the dam was full.", ["the dam was full"]),
        ("That, according to Ola Renn, who was there, would end it.", ["That", "would end it"]),
        (
            "The guests must say that the dam was full, Ola Renn said.",
            ["The guests must say that the dam was full"],
        ),
        (
            "The guests have to admit that it was full, Ola Renn said.",
            ["The guests have to admit that it was full"],
        ),
    ],
)
def test_a_cue_between_commas_parts_what_is_said(text: str, expected: list[str]) -> None:
    found = said("Minister Ola Renn came late. " + text)
    assert found == [(words, "Ola Renn") for words in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland says it hit nine camps; Sudmark says it lost a school.",
            [("it hit nine camps", "Norland"), ("it lost a school", "Sudmark")],
        ),
        (
            "Minister Ola Renn wrote that he was done; Mayor Ida Maher that she was not.",
            [("that he was done", "Ola Renn"), ("she was not", "Ida Maher")],
        ),
        (
            "Minister Ola Renn complained of being kept out and predicted that the bridge would fall.",
            [("being kept out", "Ola Renn"), ("that the bridge would fall", "Ola Renn")],
        ),
        (
            "Minister Ola Renn said that the dam was full, that it would hold, and that no ferry would sail.",
            [("that the dam was full, that it would hold, and that no ferry would sail", "Ola Renn")],
        ),
        (
            "Minister Ola Renn said that the dam was full, and Mayor Ida Maher said that it would hold.",
            [("that the dam was full", "Ola Renn"), ("that it would hold", "Ida Maher")],
        ),
    ],
    ids=["semicolon", "verb left out", "two verbs", "one verb, three clauses", "another verb"],
)
def test_each_side_has_its_own_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report does not say what either man offered.",
        "Whether they would meet again, the report does not say.",
        "The paper leaves open who asked for the call.",
        "Nobody asked for the call to be repeated.",
        "A man accused of theft was let go.",
        "Mayor Ola Renn put the painting at 60 Pier Street.",
        "Soldiers ordered to leave went home.",
    ],
)
def test_nothing_is_said_where_nobody_says_it(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“We wait for the ferry.”\n\nSo wrote Mayor Ola Renn on Friday.",
        "“Read the map” — that was all the mayor, Ola Renn, wrote.",
        "“We waited for the ferry,” he said.\n\nMayor Ola Renn, who has no boat, was late.",
        "Mayor Ola Renn took to the web. “We waited for the ferry,” his post read.",
        "Mayor Ola Renn spoke first. “We waited.”\n\nHe sat down.\n\n“The ferry came when it was dark.”",
    ],
    ids=["so wrote", "that was all", "named next", "his post", "a paragraph"],
)
def test_a_quote_is_theirs_who_own_it_without_a_verb_of_saying_beside_it(text: str) -> None:
    assert said(text)[-1][1] == "Ola Renn"


def test_a_first_name_tells_he_from_she() -> None:
    text = "Minister Marguerite Holt met Minister Tomas Holm. “It rained,” {} said."
    assert said(text.format("she"))[0][1] == "Marguerite Holt"
    assert said(text.format("he"))[0][1] == "Tomas Holm"


def test_who_adds_is_who_spoke_in_the_sentence_before() -> None:
    text = "Minister Ola Renn met Mayor Veri Maher. Renn was late. “It rained,” Maher said. He added that it was cold."
    assert said(text)[-1] == ("that it was cold", "Veri Maher")


def test_the_title_of_a_book_is_nobodys_words() -> None:
    assert said("In her memoir, “Cold Rooms,” Mayor Ida Maher describes the flood.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ola Renn was there. He had been told twice that she was dead, he said.",
            [("He had been told twice that she was dead", "Ola Renn")],
        ),
        (
            "Ida Maher met Mayor Ola Renn. She had asked him who had fired, and he had said that he did not know.",
            [("who had fired", "Ida Maher"), ("that he did not know", "Ola Renn")],
        ),
        ("Rain fell, according to Ola Renn, the most in years.", [("Rain fell", "Ola Renn")]),
        ("It was clear that the pier would stay shut.", []),
        ("Ola Renn was clear that evening of the fever, and slept.", []),
        ("Ola Renn was clear that a fever was no plague.", [("a fever was no plague", "Ola Renn")]),
        ("If Ola Renn is clear that the pier stays, the board will vote for it.", []),
        ("Ola Renn, once she was clear that the coast was empty, ran.", []),
        ("Ola Renn will be clear that the pier stays.", []),
        ("Ola Renn should have been clear that the pier stays.", []),
        ("Ola Renn has been clear that the pier stays.", [("the pier stays", "Ola Renn")]),
        ("Ola Renn wants to be clear that the pier stays.", []),
        ("Ola Renn recognised the importance of the letter only later.", []),
    ],
)
def test_each_says_their_own_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Minister Ola Renn, Finnish firms see Norland as a partner in clean energy.",
            ("Finnish firms see Norland as a partner in clean energy", "Ola Renn"),
        ),
        (
            "Spain's justice minister, Félix Renn, said the warrant stood.",
            ("the warrant stood", "Félix Renn"),
        ),
        (
            "On Sunday the White House said in a one-line post that talks were going well.",
            ("that talks were going well", "White House"),
        ),
        ("Ida Lund said on Monday night the ferry would sail.", ("the ferry would sail", "Ida Lund")),
        ("Ida Lund said on Monday Norland would sail.", ("Norland would sail", "Ida Lund")),
        ("Ida Lund expressed concern over the dam and Ivo Stern left.", ("concern over the dam", "Ida Lund")),
        ("Ida Lund noted with satisfaction that it was dry.", ("that it was dry", "Ida Lund")),
        ("Ida Lund has called for the guests to leave.", ("the guests to leave", "Ida Lund")),
    ],
)
def test_a_short_report_is_one_too(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the transport minister, the repair will cost 45 crowns", "the repair will cost 45 crowns"),
        ("the head of the port, it will cost 45 crowns", "it will cost 45 crowns"),
        ("the old mayor of Norwick, ships will come again", "ships will come again"),
        ("the minister will pay 45 crowns", "the minister will pay 45 crowns"),
        ("the mayor, the bishop and the judge will come", "the mayor, the bishop and the judge will come"),
        ("the minister, Ola Roth, will pay 45 crowns", "the minister, Ola Roth, will pay 45 crowns"),
    ],
)
def test_what_somebody_is_beside_according_to_is_no_part_of_what_they_say(words: str, said: str) -> None:
    (found,) = find_quotes(f"According to Eva Reiss, {words}.", spans="all")
    assert (found.entity, found.text) == ("Eva Reiss", said)


@pytest.mark.parametrize(
    ("argued", "said"),
    [
        ("argued about the cost of the repair", []),
        ("argued about who should pay for the dam", []),
        ("argued that the repair costs too much", ["that the repair costs too much"]),
    ],
)
def test_what_is_argued_about_is_said_by_nobody(argued: str, said: list[str]) -> None:
    text = f"Nils Holm and Eva Reiss came. Reiss and Holm {argued}."
    assert [one.text for one in find_quotes(text, spans="all")] == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Lund denied reports that she had demanded a seat at the table.",
         "that she had demanded a seat at the table"),
        ("Ida Lund denied an allegation by the council that she had urged the men to strike.",
         "an allegation by the council that she had urged the men to strike"),
    ],
)  # fmt: skip
def test_what_is_turned_down_holds_no_statement_of_its_own(text: str, words: str) -> None:
    assert said(text) == [(words, "Ida Lund")]


@pytest.mark.parametrize(
    "speaker",
    ["The head of the port court, Judge Ida Lund", "The head of the port court, Ida Lund of Norwick"],
)
def test_who_speaks_is_nothing_said_and_what_that_opens_is_whole(speaker: str) -> None:
    text = f"{speaker}, said in an interview with the same station that the court had asked for a week, not a day."
    assert said(text) == [("that the court had asked for a week, not a day", "Ida Lund")]


@pytest.mark.parametrize("cue", ["said in interviews with the others", "hinted late on Friday at noon"])
def test_a_clause_behind_the_place_of_saying_is_whole_where_that_is_less_sure(cue: str) -> None:
    text = f"The head of the port court, Judge Ida Lund, {cue} that the court had asked for three weeks, not three months."
    assert said(text) == [("that the court had asked for three weeks, not three months", "Ida Lund")]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        (
            "Ida Lund said the crew had slept on deck, and that Nordline “knows our address”.",
            "the crew had slept on deck",
        ),
        ("Ida Lund said that it took ten minutes and that “nobody shouted”.", "that it took ten minutes"),
        (
            "Ida Lund told reporters she had rung Oslo and that the tone had been “rather warm”.",
            "she had rung Oslo",
        ),
        (
            "Ida Lund said the crew had slept on deck, and that they were late.",
            "the crew had slept on deck, and that they were late",
        ),
        ("Ida Lund wrote on Telegraph saying it was late and that “nobody shouted”.", "it was late"),
    ],
)
def test_what_stands_before_a_clause_with_marks_is_told_beside_it(sentence: str, first: str) -> None:
    found = [one for one in find_quotes(sentence, spans="all") if one.kind == "indirect"]
    assert [(one.text, one.entity) for one in found] == [(first, "Ida Lund")] * bool(first)
    assert all(one.entity != "Telegraph" for one in found)


@pytest.mark.parametrize("dash", ["-", "--", "—"])
def test_what_is_said_begins_behind_the_dash_of_a_dateline(dash: str) -> None:
    text = f"BERGEN, March 20 (NPS) {dash} The old ferry left at dawn on Friday, Ida Lund said."
    assert said(text) == [("The old ferry left at dawn on Friday", "Ida Lund")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ivo Stern came. The dam was “a gift to nobody”, in the words of Ida Lund.", "Ida Lund"),
        ("Ivo Stern came. The dam was, in the words of Ida Lund, “a gift to nobody”.", "Ida Lund"),
        ("Ivo Stern came. The dam was “a gift to nobody”, in Ida Lund's words.", "Ida Lund"),
        ("Ivo Stern opened the dam, “a gift to nobody”, as one diplomat once put it.", "one diplomat"),
        ("“It is a gift to nobody,” said Ida Lund, as Ivo Stern once put it.", "Ida Lund"),
        ("Ida Lund felt “a gift to nobody” by Ivo Stern's account.", "Ida Lund"),
    ],
)
def test_in_whose_words_it_is_and_who_put_it_so_speaks(text: str, who: str) -> None:
    assert said(text)[-1][1] == who


def test_what_somebody_was_asked_is_no_cue_of_what_they_say_behind_it() -> None:
    (found,) = find_quotes("Ida Lund, asked about that, said: “The dam is full.”")
    assert (found.cue_text, found.polarity) == ("said", "")


def test_who_tells_more_of_a_speaker_takes_nothing_of_what_they_say() -> None:
    found = said("Ivo Stern, who, according to three diplomats, had seen it, said the deal was near.")
    assert ("the deal was near", "Ivo Stern") in found


@pytest.mark.parametrize("source", ["two envoys briefed on the plan", "a note that the Ledger has seen"])
def test_whom_a_warning_is_known_from_is_no_part_of_it(source: str) -> None:
    found = find_quotes(
        f"Mayor Ola Renn warned that the pier would sink in May, according to {source}.", spans="all"
    )
    assert [one.text.removeprefix("that ") for one in found] == ["the pier would sink in May"]
