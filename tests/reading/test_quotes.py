"""Who said what in an article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.growth import growth
from tests.support.own_gold import passages
from tui.reading import quotes
from tui.reading.quotes import Spans, find_quotes
from tui.reading.result import QuoteSpan

COUNCIL = """Council votes on the bridge

Mayor Helen Brandt and her deputy, Oskar Lund, met the press on Monday to speak about the old bridge.

"The bridge will be closed in March," Brandt said. "We have no choice."

Lund told reporters that the repair would be "long and dear" for the town.

"I walked over it this morning," he added.

The city's spokeswoman, Ida Moreno, said the council had not been asked.

“That is simply wrong,” the spokeswoman said.

According to the council, the work takes "two summers."
"""


def by_words(text: str) -> dict[str, QuoteSpan]:
    return {found.text: found for found in find_quotes(text)}


def test_each_quote_has_its_speaker() -> None:
    said = {words: found.entity for words, found in by_words(COUNCIL).items()}
    assert said["The bridge will be closed in March,"] == "Helen Brandt"
    assert said["We have no choice."] == "Helen Brandt"
    assert said["long and dear"] == "Oskar Lund"
    assert said["I walked over it this morning,"] == "Oskar Lund"
    assert said["That is simply wrong,"] == "Ida Moreno"
    assert "council" in said["two summers."]


def test_offsets_words_and_reasons_are_filled() -> None:
    for found in find_quotes(COUNCIL):
        assert COUNCIL[found.start : found.end] == found.text
        assert COUNCIL[found.speaker_start : found.speaker_end] == found.speaker_text
        assert found.why
        assert 0 < found.confidence <= 1


def test_a_quote_split_by_its_cue_is_one_quote_in_parts() -> None:
    quotes = by_words(COUNCIL)
    assert quotes["The bridge will be closed in March,"].group == quotes["We have no choice."].group
    assert quotes["long and dear"].group != quotes["We have no choice."].group


def test_kinds() -> None:
    quotes = by_words(COUNCIL)
    assert quotes["We have no choice."].kind == "direct"
    assert quotes["long and dear"].kind == "mixed"


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "“If the gate stays open,” Ida Lund said, “then the lake will be dry.”", ["direct", "direct"]),
        ("de", "„Bleibt das Tor offen“, sagte Ida Lund, „dann ist der See leer.“", ["direct", "direct"]),
        (
            "en",
            "“The gate stays open,” Ida Lund said, calling it “a scandal without end”.",
            ["direct", "mixed"],
        ),
        ("en", "Ida Lund called it “a scandal”, she said, “without end”.", ["mixed", "mixed"]),
    ],
)
def test_the_second_half_of_a_sentence_that_is_quoted_whole_is_direct_too(
    language: str, text: str, kinds: list[str]
) -> None:
    assert [each.kind for each in find_quotes(text, language)] == kinds


def test_why_names_the_verb_and_the_way_from_a_pronoun() -> None:
    why = by_words(COUNCIL)["I walked over it this morning,"].why
    assert "'added'" in why
    assert "he → " in why
    assert "Oskar Lund" in why


@pytest.mark.parametrize(
    "text",
    [
        'Brandt called the show "The Old Bridge" her favourite film.',
        'The so-called "bridge tax" was dropped years ago.',
    ],
)
def test_titles_and_terms_are_no_speech(text: str) -> None:
    filler = "\n\n".join(f'"We shall see about point {n}," the mayor said.' for n in range(3))
    assert len(find_quotes(filler + "\n\n" + text)) == 3


def test_quoted_as_saying_is_the_one_quoted_and_keeps_the_reporter() -> None:
    (found,) = find_quotes(
        "“We will not sell the harbour,” the daily Morgenblatt quoted Lena Fors as saying."
    )
    assert found.entity == "Lena Fors"
    assert any("Morgenblatt" in name for name in found.chain)


def test_chain_from_statement_to_agency() -> None:
    text = '"The talks were useful," Ida Lund said in a statement of the ministry, according to Reuters.'
    (found,) = find_quotes(text)
    assert found.entity == "Ida Lund"
    assert found.chain == ("statement of the ministry", "Reuters")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“It sails,” Ida Lund said in a statement.", ()),
        ("“It sails,” Ida Lund said in a joint statement.", ()),
        ("“It sails,” Ida Lund said in its letter.", ()),
        ("The inquiry quoted Ida Lund as saying “it sails”.", ()),
        ("The Norland Times quoted Ida Lund as saying “it sails”.", ("Norland Times",)),
        (
            "“It sails,” Ida Lund said in a letter from the port authority.",
            ("letter from the port authority",),
        ),
        ("Varland has denied that it “moved boats”, despite pictures published by Norland.", ()),
        ("“It sails,” Ida Lund said in remarks published by Norpress.", ("Norpress",)),
        ("“It sails,” Ida Lund said in an interview published by Norpress.", ("Norpress",)),
        ("PORT HOLM (KPS) -- “It sails,” Ida Lund told KPS.", ("KPS",)),
        ("The Harbour Union (KPS) met. “It sails,” Ida Lund told KPS.", ("Harbour Union",)),
    ],
)
def test_words_come_through_somebody(text: str, chain: tuple[str, ...]) -> None:
    assert {found.chain for found in find_quotes(text)} == {chain}


def test_the_chain_goes_on_with_the_speech_and_reads_the_sentence_beside() -> None:
    text = (
        "“The ice is too thick to pass,” harbour spokesman Piet Vos said, according to Reuters. “No ship is in danger.”"
        "\n\n“We have food for a week,” Vos said. The Norwick daily Morgenblatt reported this on Monday."
        "\n\n“I am cold,” said Anna Holm, who was on deck."
    )
    chains = [found.chain for found in find_quotes(text)]
    assert chains[0] == chains[1] == ("Reuters",)
    assert len(chains[2]) == 1 and "Morgenblatt" in chains[2][0]
    assert chains[3] == ()


def test_the_statement_is_the_house_that_issued_it() -> None:
    text = (
        'The harbour authority said in a statement that ships would wait. "The ice is too thick to pass," '
        "it said.\n\n"
        '"No ship is in danger at this hour," the statement said.'
    )
    found = find_quotes(text)[-1]
    assert found.speaker_text == "the statement"
    assert "harbour authority" in found.entity


def test_indirect_speech_as_whole_contents() -> None:
    text = "Brandt said that the bridge would be closed in March. The weather was fine."
    (found,) = find_quotes(text, spans="content")
    assert found.kind == "indirect"
    assert "the bridge would be closed in March" in found.text
    assert found.entity == "Brandt"
    assert found.cue_text == "said"


def test_contents_hold_their_quoted_words() -> None:
    text = "Lund told reporters that the repair would be “long and dear” for the town."
    (found,) = find_quotes(text, spans="content")
    assert found.kind == "mixed"
    assert found.text.startswith("that the repair")


def test_quotes_and_beside_them_what_is_reported_without_marks() -> None:
    text = (
        "Lund told reporters that the repair would be “long and dear” for the town. "
        "Brandt said that the bridge would be closed in March."
    )
    marked, reported = find_quotes(text, spans="all")
    assert (marked.text, marked.kind, marked.entity) == ("long and dear", "mixed", "Lund")
    assert (reported.kind, reported.entity) == ("indirect", "Brandt")
    assert reported.group != marked.group
    assert "the bridge would be closed in March" in reported.text
    assert [found for found in find_quotes(COUNCIL, spans="all") if found.kind != "indirect"] == find_quotes(
        COUNCIL
    )


def test_text_without_any_speech() -> None:
    assert find_quotes("") == []
    assert find_quotes("Nothing but weather, day after day.") == []


SPANS: tuple[Spans, ...] = ("quoted", "content", "all")
ALPHABET = 'aZ é.,:;!?\n\n""“”‘’«»„\'()-—שלום٣ said he The Brandt'


@settings(max_examples=60)
@given(st.text(alphabet=ALPHABET, max_size=400), st.sampled_from(SPANS))
def test_any_text_is_read_and_every_record_lies_in_it(text: str, spans: Spans) -> None:
    for found in find_quotes(text, spans=spans):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text


PASSAGES = [str(passage["text"]) for passage in passages("development")]
VOCABULARY = sorted({word for text in PASSAGES for word in text.split(" ")})


@settings(max_examples=150)
@given(st.sampled_from(PASSAGES), st.floats(0, 1), st.integers(1, 300), st.sampled_from(SPANS))
def test_a_passage_may_begin_and_break_off_anywhere(text: str, place: float, size: int, spans: Spans) -> None:
    end = round(place * len(text))
    cut = text[max(0, end - size) : end].rstrip(' .”"\n')
    assert all(cut[found.start : found.end] == found.text for found in find_quotes(cut, spans=spans))


@settings(max_examples=150)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=14), st.sampled_from(SPANS))
def test_words_in_any_order_are_read(words: list[str], spans: Spans) -> None:
    text = " ".join(words).rstrip(' .”"\n')
    assert all(text[found.start : found.end] == found.text for found in find_quotes(text, spans=spans))


@pytest.mark.parametrize(
    "text",
    [
        "Police believe the man fled.",
        "They agreed to",
        "Lund asked that",
        "He told the Sunday",
        "It closed an hour ago, she said, and",
        "The minister made it clear, it said, that",
        "Ida Lund, told in May that it rained, quickly",
        "The Court of Auditors, asked",
        "“Go” and go, one called",
        "The minister at the Presidency in charge of Defence,",
        "The UN's Office of",
        "In a note, Ida Lund said she would\n\n- build a bridge;\n- 30",
        "“No”, said Secretary-General of",
        "Ola Renn urged the guards to free the jailed and wounded",
        "Mayor Ola Renn demanded a longer pier, and paved ",
        "The ruling letter on Monday, Ida Lund claimed, falsely,",
        "Marshal Ivo Roth, the agency said, had made it clear to hosts and guests",
    ],
)
@pytest.mark.parametrize("spans", SPANS)
def test_a_sentence_that_begins_or_ends_on_a_verb_of_saying_is_read(text: str, spans: Spans) -> None:
    assert all(text[found.start : found.end] == found.text for found in find_quotes(text, spans=spans))


HOSTILE = {
    "no mark at all": "The council met again and nothing was said. ",
    "a mark every few words": 'He said "no" to it. ',
    "marks only": "“",
    "straight marks only": '"',
    "closing marks only": "”",
    "single marks": "‘a’ ",
    "nested": "“a ",
    "no spaces": "abcdefghij",
    "capitals": "Abc ",
    "commas": "said, ",
    "participles": "saying, ",
    "clauses": "and she said that he ",
    "right to left": "אמר השר: “לא” ואז ",
    "possessives": "Anna’s ",
    "pronouns": "he ",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("spans", SPANS)
def test_time_grows_with_the_length_only(name: str, spans: Spans) -> None:
    def find(size: int) -> None:
        find_quotes((HOSTILE[name] * (size // len(HOSTILE[name]) + 1))[:size], spans=spans)

    assert any(growth(find, 5_000, 40_000) < 20 for _ in range(2))


def test_the_time_of_an_interview_grows_with_the_length_of_its_introduction_only() -> None:
    talk = "".join(f"\n\nHow deep is {place}?\n\nIt is deep. We saw it." for place in "ABCDE")

    def find(size: int) -> None:
        find_quotes(
            "We spoke to Ida Lund in an interview. " + "Ida Lund met Ivo Roth. " * size + talk, spans="all"
        )

    assert any(growth(find, 100, 800) < 20 for _ in range(2))


def test_roles_are_those_the_article_states() -> None:
    said = {words: found.role for words, found in by_words(COUNCIL).items()}
    assert said["The bridge will be closed in March,"] == "Mayor"
    assert said["That is simply wrong,"] == "spokeswoman"
    text = (
        'French President Anne Morel met the press. "It was a good talk," Morel said.\n\n'
        '"It lasted an hour," Piet Vos, a spokesman for the palace, said.'
    )
    assert [found.role for found in find_quotes(text)] == [
        "French President",
        "a spokesman for the palace",
    ]
    (found,) = find_quotes("“We shall see,” Mr. Lund said.")
    assert found.role == ""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ida Lund, presented readings from nine buoys to the press. “It rises,” Lund said.", ""),
        ("Ida Lund, presented the minister with a letter, and said “it rises”.", ""),
        ("Ida Lund, joined the talks by phone, said “it rises”.", ""),
        ("Palace staff Ida Lund said “it rises”.", ""),
        ("According to Ida Lund, the Norland envoy, Mira Arden, had “left”.", ""),
        (
            "They met Ida Lund, the Norland envoy, Mira Arden, and others. “It rises,” Lund said.",
            "Norland envoy",
        ),
        ("A man, Ivo Lund, 45, said “it rises”.", ""),
        ("Ivo Lund, his brother, said “it rises”.", ""),
        ("The nine-nation Harbour Union said it “would rise”.", ""),
        ("The Harbour Union, Norland's rival, said “it rises”.", ""),
        ("Its prime minister, Ida Lund, said “it rises”.", "prime minister"),
        ("The Norland Prime Minister, Ida Lund, said “it rises”.", "Norland Prime Minister"),
        ("Ida Lund, the Prime Minister of Norland, said “it rises”.", "Prime Minister of Norland"),
        ("Ida Lund, foreign minister of Norland, said “it rises”.", "foreign minister of Norland"),
        ("His chief of staff, Ida Lund, said “it rises”.", "chief of staff"),
        ("The mayor's chief of staff, Ida Lund, said “it rises”.", "the mayor's chief of staff"),
        ("Ida Lund, newly elected mayor of Norwick, said “it rises”.", "newly elected mayor of Norwick"),
        ("Ida Lund, the minister responsible for water, said “it rises”.", "minister responsible for water"),
        ("Ida Lund, chief executive of Norfish, said “it rises”.", "chief executive of Norfish"),
        ("“It rises,” said the Secretary-General, Ida Lund.", "Secretary-General"),
    ],
)
def test_a_role_is_an_office_or_a_trade(text: str, role: str) -> None:
    assert {found.role for found in find_quotes(text)} == {role}


def test_a_long_text_is_read_in_portions_as_if_each_stood_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = find_quotes(COUNCIL)
    monkeypatch.setattr(quotes, "_PORTION", 2 * len(COUNCIL) - 10)
    found = find_quotes(COUNCIL * 7)
    assert len(found) == 7 * len(whole) and len({each.group for each in found}) == 7 * len(
        {each.group for each in whole}
    )
    for each in found:
        assert (COUNCIL * 7)[each.start : each.end] == each.text
        assert (COUNCIL * 7)[each.speaker_start : each.speaker_end] == each.speaker_text
        assert not each.cue_text or (COUNCIL * 7)[each.cue_start : each.cue_end] == each.cue_text


def test_other_names_that_were_weighed_are_offered_without_the_one_taken() -> None:
    for found in find_quotes(COUNCIL):
        assert len(found.candidates) <= 5
        assert found.entity not in found.candidates
        assert not {"he", "she", "who"} & {name.lower() for name in found.candidates}
    met = "Auli Brandt met Oskar Lund on the bridge on Monday. “I walked over it this morning,” he added."
    assert [(found.entity, found.candidates) for found in find_quotes(met)] == [
        ("Oskar Lund", ("Auli Brandt",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The port of Arlen stays shut. It is also understood that the ship will not leave before Monday.",
        "Mira Arden spoke on Monday. One might think that the doctors were simply tired of the strike.",
        "Many of the drivers could have said that the road was closed on the day of the race.",
        "Mira Arden went to the front of the plane, reading from the letter that the minister had sent her.",
        "The Grey Hand was believed to be behind the blast that closed the port on Sunday.",
    ],
)
def test_what_nobody_is_told_to_have_said_is_no_quote(text: str) -> None:
    assert not [quote for quote in find_quotes(text, spans="all") if quote.kind == "indirect"]


def test_what_is_counted_says_nothing() -> None:
    text = (
        "Nobody tells who asked for the meeting of the four states. Minister Anna Berg and Paul Roth talked on the"
        " telephone. Berg said the talk was “useful”, according to the same reports."
    )
    found = find_quotes(text)
    assert all(quote.entity in ("Anna Berg", "Paul Roth") for quote in found)
    assert not any({"telephone", "same"} & {*quote.chain} for quote in found)


@pytest.mark.parametrize(
    "beginning",
    [
        "“Bread, then ballots,” the head",
        "“Bread, then ballots,” said Ida Lund, who",
        "“Bread, then ballots, and that on Monday.” — a person close to the talks",
        "“Bread, then ballots,” Ida Korb said. One aide said the driver told",
        "“Bread, then ballots,” Ida Korb said. Lund accused them of theft and forced",
        "“Bread, then ballots,” Ida Korb said. The Vortanian navy said Roth told Renn that",
        "“Bread, then ballots,” Ida Korb said. The deal is off, the only announced",
        "“Bread, then ballots,” Ida Korb said. “It is late.” He added: I would come to",
        "“Bread, then ballots,” Ida Korb said. He works at the Campaign for Nuclear Disarmament for",
        "“Bread, then ballots,” Ida Korb said. Lund noted with",
        "“Bread, then ballots,” Ida Korb said. Ida Lund has called for",
    ],
)
def test_a_passage_may_break_off_behind_any_word(beginning: str) -> None:
    assert any("Bread, then ballots" in found.text for found in find_quotes(beginning, spans="all"))
