"""Whose a quote is by the build of its clause, and whom offices, pronouns and bodies mean across sentences."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def _speakers(text: str) -> list[str]:
    return [one.entity for one in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The town rested. It came after Olaf Roth chided Ida Lund, accusing the mayor of having “slept”.",
            "Olaf Roth",
        ),
        ("Ivo Stern went on to call it “odd”, and said it “spoils” farmers’ needs to “wait”.", "Ivo Stern"),
        (
            "Oslo will wait, Ida Lund said, hours after Olaf Roth told a panel that the sites were “ours”.",
            "Olaf Roth",
        ),
        (
            "Colonel Ida Lund spoke of “calm”; her guest, Major Olaf Roth, of “an abundance of fear”.",
            "Olaf Roth",
        ),
        ("One envoy described the line as “odd”; another, more kindly, as “Danish”.", "another"),
        ("Ida Lund described the line as “odd”; Olaf Roth, more kindly, as “Danish”.", "Olaf Roth"),
        ("Ida Lund called it “odd”, Olaf Roth “Danish”.", "Olaf Roth"),
        ("Ida Lund said it was “odd”; Olaf Roth that it was “Danish”.", "Olaf Roth"),
        ("Ida Lund called it “odd”, this “Danish” plan.", "Ida Lund"),
        ("Ida Lund called it “odd”, a plan as “Danish” as any.", "Ida Lund"),
        ("Ida Lund called the plan “odd”; in Riga, “Danish”.", "Ida Lund"),
        (
            "Coffee would be served, announced Professor Ida Lund, “and in the garden we wait for rain”.",
            "Ida Lund",
        ),
        (
            "The bank waited, a step its governor, Ida Lund, defended as “patience with a deadline”.",
            "Ida Lund",
        ),
        (
            "“The key is in our pocket,” ran a statement of the Norwegian Foreign Ministry.",
            "Norwegian Foreign Ministry",
        ),
    ],
)
def test_the_build_of_a_clause_says_whose_its_quote_is(text: str, speaker: str) -> None:
    assert _speakers(text)[-1].startswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        (
            "The Danish presidency said Ida Lund told her guest that water would be released.",
            "Ida Lund",
            "Danish presidency",
        ),
        (
            "The Kremlin said, adding little, that Ida Lund had “demanded an immediate halt to the shelling”.",
            "Ida Lund",
            "",
        ),
    ],
)
def test_what_a_body_gives_out_is_of_whom_it_says_to_have_said_it(
    text: str, speaker: str, chain: str
) -> None:
    last = find_quotes(text, spans="all")[-1]
    assert last.entity == speaker
    assert not chain or chain in last.chain


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Norwegian Embassy, in a note posted at noon, called it “early”. Nobody had read the leaflets, it added.",
            "Norwegian Embassy",
        ),
        ("The Palestinian Red Crescent said that two medics had been killed.", "Palestinian Red Crescent"),
        ("The Israeli military waited for a report. The army said it had been late.", "Israeli military"),
        (
            "The presidency in Bamako printed a map. It shows, the presidency said, “where they were”.",
            "presidency in Bamako",
        ),
        ("The Kremlin's summary ran to four lines. It called the talks “traditionally warm”.", "Kremlin"),
    ],
)
def test_bodies_are_known_again_by_it_by_their_kind_and_by_their_state(text: str, speaker: str) -> None:
    assert _speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Two ministers met, Ida Lund of Norway and Olaf Roth of Denmark. “No,” the Danish minister said.",
            "Olaf Roth",
        ),
        (
            "Ida Lund wrote a book. Olaf Roth wrote the answer. The former said that it “never rains in spring”.",
            "Ida Lund",
        ),
        (
            "The governor, Ida Lund, quit. It has her deputy, Olaf Roth. The acting governor told staff that it all waits.",
            "Olaf Roth",
        ),
        (
            "Olaf Roth shrugged. His wife, Yolimar, was beside him. They had been offered money, she said.",
            "Yolimar",
        ),
        ("Two teachers, Gerda and Hans Holm, ate. “Then the soup came,” Mrs Holm said.", "Gerda Holm"),
        (
            "Ida Lund met Olaf Roth, Prime Minister of Chad. The Prime Minister said that two votes were missing.",
            "Olaf Roth",
        ),
    ],
)
def test_offices_wives_and_the_former_go_back_to_whom_the_text_tells_of(text: str, speaker: str) -> None:
    assert _speakers(text)[-1] == speaker


def test_two_who_hold_an_office_alike_leave_it_open() -> None:
    text = "Foreign Minister Ida Lund of Norway met Foreign Minister Olaf Roth of Chad. “No,” the foreign minister said."
    last = find_quotes(text)[-1]
    assert last.entity == "the foreign minister"
    assert last.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Their envoys in Oslo, Ida Lund and Olaf Roth, said that the deadline was over.",
            ("Ida Lund", "Olaf Roth"),
        ),
        (
            "At least nine people were hurt on Saturday, police and the port authority said.",
            ("police", "port authority"),
        ),
    ],
)
def test_several_speak_who_stand_behind_their_office_or_after_the_police(
    text: str, speakers: tuple[str, ...]
) -> None:
    assert find_quotes(text, spans="all")[-1].speakers == speakers


_TALKS = "Olaf Roth met Ida Lund. Ida Lund quoted Roth as telling her in the garden: “It is late.”\n\n"


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("A Danish envoy who came along said the gates would open “before noon, perhaps”.", "A Danish envoy"),
        ("A guard who saw them leave said both looked “very tired, really”.", "A guard"),
        ("Roth, who met an envoy who came along, said both looked “very tired, really”.", "Olaf Roth"),
    ],
)
def test_whom_a_clause_with_who_tells_of_says_what_stands_behind_it(clause: str, speaker: str) -> None:
    assert _speakers(_TALKS + clause)[-1] == speaker


_ROW = (
    "Swedish minister Anna Roth spoke of tea. “Two is not ten,” Eva Lund told reporters. Her Finnish counterpart, Per"
    " Olsen, called it “a gesture”.\n\nLund rejected a claim by Oslo that she had left. {}\n\nRoth, who led the talks,"
    " quoted Olsen as telling her in the garden: “It is late.”"
)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“I left nothing,” she said.", "Eva Lund"),
        ("“I left nothing,” he said on Monday.", "Per Olsen"),
        ("“I left nothing,” Olsen said.", "Per Olsen"),
    ],
)
def test_who_is_told_beside_a_quote_to_say_it_is_not_one_quoted_in_the_paragraph_after(
    words: str, speaker: str
) -> None:
    assert [one.entity for one in find_quotes(_ROW.format(words)) if one.text.startswith("I left")] == [
        speaker
    ]


@pytest.mark.parametrize(
    "ship",
    [
        "Guards boarded the ferry Eva Lund on Monday.",
        "The Eva Lund, a bulk carrier, was moored at noon.",
        "“Why?” Per Holm asked of the crew of the Eva Lund.",
    ],
)
def test_no_she_and_none_of_both_ministers_is_a_ship(ship: str) -> None:
    met = f"Minister Anna Roth met Per Holm. {ship}"
    asked = find_quotes(f"{met} She asked that nobody be hurt.", spans="all")[-1]
    assert asked.entity != "Eva Lund"
    agreed = find_quotes(f"{met} Both ministers agreed that tea would be served.", spans="all")[-1]
    assert agreed.speakers == ("Anna Roth", "Per Holm")


@pytest.mark.parametrize(
    "person",
    [
        "Eva Lund was on the ferry to Bergen.",
        "Eva Lund has been held since May; her ship was boarded.",
        "The Eva Lund case goes on. Sailors wrote to Eva Lund.",
    ],
)
def test_who_is_at_sea_is_no_ship(person: str) -> None:
    assert _speakers(f"{person} She asked that nobody be hurt.") == ["Eva Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The envoy, Ida Roth, ate, two diplomats said. Nobody was hurt, the second diplomat said.",
            "the second diplomat",
        ),
        (
            "Mayor Ida Roth sat.\n\nDorvik left with her. Ida Roth ate. Her office said that it was late.",
            "Ida Roth's office",
        ),
        (
            "Dorvik sat.\n\nMayor Ida Roth told us that Dorvik praised the plan.\n\nShe declined to say who had come.",
            "Ida Roth",
        ),
    ],
)
def test_who_acts_last_is_meant_though_another_is_known_to_be_a_woman(text: str, speaker: str) -> None:
    found = find_quotes(f"{text} ", spans="all")[-1]
    assert found.entity == speaker
    assert found.confidence < SURE_ENOUGH or speaker == "Ida Roth"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Said al-Lund carried the letters between the towns.", []),
        ("It rained. Said Lund carried the letters between the towns.", []),
        ("Said al-Lund said the letters were lost.", ["Said al-Lund"]),
        ("It rained. Said Ida Lund, the mayor: “We wait.”", ["Ida Lund"]),
        ("Said one official: “We wait.”", ["one official"]),
    ],
)
def test_said_before_a_name_and_a_verb_is_a_first_name(text: str, who: list[str]) -> None:
    assert _speakers(text) == who


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("Ida Lund, the deputy mayor, posted.", "Ida Lund"),
        ("Ida Lund, the deputy mayor of Norwick, posted on X.", "Ida Lund"),
        ("the deputy mayor, Ida Lund, tweeted.", "Ida Lund"),
        ("", "Norland"),
        ("a line from Ida Lund, the deputy mayor, whom it posted to Riga.", "Norland"),
    ],
)
def test_who_posted_a_quote_said_it_whoever_leads_it_in(behind: str, who: str) -> None:
    assert _speakers(f"Norland urged calm: “Neighbours do not slam doors,” {behind}") == [who]
