"""Whom the labels of turns name, in the layouts of parliaments, ministries and stations."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def speakers(text: str) -> list[str]:
    """Return who says each record of a text, in its order."""
    return [one.entity for one in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    ("label", "before", "name"),
    [
        (
            "Union Secretary General",
            "Remarks by Union Secretary General Ida Lund after the council",
            "Ida Lund",
        ),
        (
            "NATO Secretary General",
            "Remarks by NATO Secretary General Ida Lund after the council",
            "Ida Lund",
        ),
        ("Polish President", "Remarks by Polish President Ida Lund", "Ida Lund"),
        ("PRIME MINISTER", "Doorstop in Norwick\nPrime Minister, The Hon Ida Lund MP", "Ida Lund"),
        ("Chair", "Members present: Dame Ida Lund (Chair); Owen Garth.", "Ida Lund"),
        ("EU Ambassador", "Remarks in Norwick", "EU Ambassador"),
        ("The Minister for Foreign Affairs", "Remarks in Norwick", "Minister for Foreign Affairs"),
        ("PRIME MINISTER LUND OF NORLAND", "Remarks in Norwick", "Lund"),
        ("LORD LUND OF NORWICK", "Remarks in Norwick", "Lund of Norwick"),
        ("Angus King", "Remarks in Norwick", "Angus King"),
        (
            "Envoy of the President of the General Assembly",
            "In Norwick",
            "Envoy of the President of the General Assembly",
        ),
        (
            "Spokesman of the Federal Foreign Office",
            "Remarks in Norwick",
            "Spokesman of the Federal Foreign Office",
        ),
    ],
)
def test_an_office_is_named_by_whoever_bears_it_above_the_turns(label: str, before: str, name: str) -> None:
    turns = [f"{label}: Good evening.", "Marta Holm: Who pays?", f"{label}: We do.", "Marta Holm: Thank you."]
    assert speakers("\n\n".join([before, *turns])) == [name, "Marta Holm"] * 2


def test_a_surname_is_whom_a_speaker_introduced_with_the_same_title() -> None:
    text = (
        "MS. HOLM: With me is Budget Director Olaf Lund. Olaf?\n\nDIRECTOR LUND: It is paid for.\n\nQ Who is Secretary "
        "Mary Lund to you?\n\nDIRECTOR LUND: Nobody.\n\nMS. HOLM: Thank you."
    )
    assert speakers(text) == ["Holm", "Olaf Lund", "a reporter", "Olaf Lund", "Holm"]


def test_a_name_on_a_line_of_its_own_is_a_label_where_its_bearer_has_others() -> None:
    text = (
        "IDA LUND, HOST:\n\nThe quay is shut.\n\nOLAF ROTH: Good morning.\n\nLUND: Why is it shut?\n\n"
        "ROTH: It is old.\n\nNOTES:\n\nThe quay was built in 1910."
    )
    assert speakers(text)[:4] == ["Ida Lund", "Olaf Roth", "Ida Lund", "Olaf Roth"]


def test_names_may_stand_in_round_brackets_before_the_words() -> None:
    text = (
        "Press Conference by Foreign Minister Lund\n\n(Reporter) Will you attend the talks?\n\n(Minister Lund) I will.\n\n"
        "(Reporter) And the islands?\n\n(Minister Lund) I would like to refrain from that."
    )
    assert speakers(text) == ["a reporter", "Lund"] * 2


def test_who_bears_an_office_in_brackets_comes_back_under_the_name() -> None:
    text = (
        "The Secretary of State for Foreign Affairs (Ida Lund): I have a statement.\n\nOlaf Roth (Norwick) (Lab): Why now?"
        "\n\nIda Lund: It is time.\n\nSir Gavin Holt (Eastham) (Con): May I ask her to go?"
    )
    assert speakers(text) == ["Ida Lund", "Olaf Roth", "Ida Lund", "Gavin Holt"]


def test_headings_and_the_end_of_a_record_are_nobodys_words() -> None:
    text = (
        "NOMINATION OF HON. IDA LUND TO BE AMBASSADOR\n\nThe committee met, Hon. Olaf Roth, chairman, presiding.\n\n"
        "OPENING STATEMENT OF HON. OLAF ROTH, CHAIRMAN\n\nThe CHAIRMAN. It begins.\n\nMs. LUND. Thank you.\n\n"
        "The CHAIRMAN. It is over.\n\nEND 10:58 A.M. CDT"
    )
    assert [one.text for one in find_quotes(text, spans="all")] == [
        "It begins.",
        "Thank you.",
        "It is over.",
    ]


@pytest.mark.parametrize(("other", "name"), [("Hua Lirong", "CCTV"), ("HUA LIRONG", "Cctv")])
def test_an_outlet_keeps_its_capitals_beside_names_that_have_none(other: str, name: str) -> None:
    text = f"CCTV: Will it rain?\n\n{other}: It will.\n\nCCTV: And now?\n\n{other}: No."
    assert speakers(text) == [name, "Hua Lirong"] * 2


OPENED = [
    ("Good evening. I have one thing to say today.", "Ida Lund"),
    ("Our ferry is old, and we know it.", "Ida Lund"),
]
ASKED = [
    ("Q. Who pays?", "a reporter"),
    ("The county pays, as it always has.", "Ida Lund"),
    ("Q. And the town?", "a reporter"),
    ("I would not ask the town.", "Ida Lund"),
    ("Q. Why not?", "a reporter"),
    ("It has no money.", "Ida Lund"),
]


@pytest.mark.parametrize(
    "heading",
    [
        "Press remarks by Minister of Ferries Ida Lund upon arrival",
        "Harbour Council: Remarks by Ida Lund at the quay",
    ],
)
@pytest.mark.parametrize("parts", [OPENED + ASKED, ASKED])
def test_a_heading_says_whose_are_the_remarks_and_the_answers_without_labels(
    heading: str, parts: list[tuple[str, str]]
) -> None:
    text = "\n\n".join([heading, "12 November | Norwick", *(said for said, _ in parts)])
    assert speakers(text) == [name for _, name in parts]


@pytest.mark.parametrize("told", [True, False])
def test_a_speech_is_of_whom_its_headline_names_and_an_article_on_it_is_none(told: bool) -> None:
    paragraphs = ["Ladies and gentlemen.", "I was told to be brief.", "We shall build a quay.", "Thank you."]
    if told:
        paragraphs[2] = "Lund has built two quays before."
    text = "\n\n".join(paragraphs)
    found = find_quotes(text, spans="all", headline="Speech by Minister Ida Lund at the harbour")
    assert [(one.text, one.entity) for one in found] == (
        [] if told else [(each, "Ida Lund") for each in paragraphs]
    )


@pytest.mark.parametrize(
    ("first", "whose"),
    [
        ("Remarks by Minister Ida Lund at the port", {"Ida Lund"}),
        ("I went to the speech by Minister Ida Lund at the port.", set()),
        ("Remarks by Minister Ida Lund at the port\n\nQ: Is the dam full?", set()),
    ],
)
def test_a_sentence_that_tells_of_a_speech_is_no_heading_of_one(first: str, whose: set[str]) -> None:
    paragraphs = [
        "I was not moved.",
        "We have heard it before.",
        "My view is another.",
        "I think we need a plan.",
    ]
    found = find_quotes("\n\n".join([first, *paragraphs]), spans="all")
    assert {one.entity for one in found} == whose


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["1. Dame Ida Lund (Norwick)", "Owen Garth"], ["Ida Lund", "Owen Garth"]),
        (["IL", "OG"], ["Ida Lund", "Owen Garth"]),
        (
            ["Acting Governor of Norland Region Ida Lund", "Owen Garth", "Ida Lund"],
            ["Ida Lund", "Owen Garth", "Ida Lund"],
        ),
        (
            ["Union Secretary General Ida Lund", "Owen Garth (The Times)", "Union Secretary General"],
            ["Ida Lund", "Owen Garth", "Ida Lund"],
        ),
        (["Court", "Ms. Garth"], ["Court", "Owen Garth"]),
        (
            ["President Ida von der Lund", "Owen Garth", "von der Lund"],
            ["Ida von der Lund", "Owen Garth", "Ida von der Lund"],
        ),
    ],
)
def test_labels_of_one_person_in_several_forms_are_theirs(labels: list[str], names: list[str]) -> None:
    before = "District Court, Norwick. Ida Lund answers, Owen Garth asks."
    turns = [f"{label}: The quay is number {n} on the list." for n, label in enumerate(labels * 2)]
    assert speakers("\n\n".join([before, *turns])) == names * 2


def test_the_records_of_a_committee_have_titles_and_surnames_with_a_point() -> None:
    labels = ["The Chairman. ", "Ambassador Garth. ", "Senator Lund. ", "Ambassador Garth. "]
    turns = [f"{label}We have been here since May." for label in labels]
    assert speakers("\n\n".join(turns)) == ["Chairman", "Garth", "Lund", "Garth"]
    assert not speakers("\n\n".join(f"{word} Mr. Lund. {said}" for word, said in [("But", "He left.")] * 4))


def test_whoever_is_asked_spoke_before_the_questions() -> None:
    parts = [
        ("The Prime Minister, Ida Lund, gave a statement.", ""),
        ("Good afternoon. I have come from the harbour.", "Ida Lund"),
        ("We will build a quay.", "Ida Lund"),
        ("Question: Who pays?", "a reporter"),
        ("Prime Minister: The county.", "Ida Lund"),
        ("Question: When?", "a reporter"),
        ("Prime Minister: In May.", "Ida Lund"),
    ]
    assert speakers("\n\n".join(said for said, _ in parts)) == [name for _, name in parts if name]


def test_minutes_may_tell_the_language_and_what_a_turn_is() -> None:
    text = (
        "7. Cod (debate)\n\nPresident. – Good morning.\n\nIda Lund, on behalf of the A/B Group. – (ES) It is late.\n\n"
        "Otto Roth (C), blue-card question. – Is it?\n\nIda Lund (A/B), blue-card answer. – It is.\n\nPresident. – Thanks."
    )
    assert speakers(text) == ["President", "Ida Lund", "Otto Roth", "Ida Lund", "President"]


def test_a_word_with_a_colon_in_a_later_answer_of_an_interview_is_no_label() -> None:
    parts = [
        ("The Post: How old is the port?", "The Post"),
        ("Lund: It is three hundred years old.", "Ida Lund"),
        ("And who will pay for it?", "The Post"),
        ("The council: it has the money. We saved it.", "Ida Lund"),
        ("What will you do then?", "The Post"),
        ("Then: I go home.", "Ida Lund"),
    ]
    head = "Interview with Ida Lund\n\nIda Lund, the mayor of Velm, spoke to our paper at the port."
    found = find_quotes("\n\n".join([head, *(said for said, _ in parts)]), spans="all")
    assert [one.entity for one in found] == [name for _, name in parts]
    assert [found[1].text, found[3].text] == ["It is three hundred years old.", parts[3][0]]


@pytest.mark.parametrize(
    "seen",
    ["He promised us a tour of the port.", "He promises that we can see it, and that I may take pictures."],
)
def test_what_whoever_is_asked_promises_the_writer_between_two_turns_is_no_answer(seen: str) -> None:
    head = "Interview with Per Holm\n\nPer Holm is the mayor of Velm. We met him at the port."
    turns = [
        "How old is it?",
        "Three hundred years.",
        seen,
        "Who will pay?",
        "The council has it.",
        "And then?",
        "Home.",
    ]
    found = find_quotes("\n\n".join([head, *turns]), spans="all")
    assert seen not in [one.text for one in found]
    assert [one.entity for one in found if one.kind == "direct"] == ["the interviewer", "Per Holm"] * 3


HELD = "Remarks by Foreign Minister Ida Lund after the talks in Arn"
BOTH = "Remarks by Foreign Minister Ida Lund at a press conference with Foreign Minister Jan Roth"


@pytest.mark.parametrize(
    ("headline", "labels", "names"),
    [
        (HELD, ("THE MINISTER", "QUESTION"), ("Ida Lund", "a reporter")),
        (BOTH, ("THE MINISTER", "QUESTION"), ("Ida Lund", "a reporter")),
        (BOTH, ("IL", "JR"), ("Ida Lund", "Jan Roth")),
        ("Foreign Minister Ida Lund’s opening remarks", ("MINISTER", "MODERATOR"), ("Ida Lund", "Moderator")),
        ("A call between President Ida Lund and President Jan Roth", ("I. Lund", "J. Roth"), ("Ida Lund", "Jan Roth")),
        ("Interview with Ida Lund, Minister of Ports", ("A", "Q"), ("Ida Lund", "the interviewer")),
        ("Briefing by Spokesperson Mia Stern", ("A", "Q"), ("Mia Stern", "a reporter")),
    ],
)  # fmt: skip
def test_labels_stand_for_whom_the_headline_names(
    headline: str, labels: tuple[str, str], names: tuple[str, str]
) -> None:
    said = ("We agreed to open the lock on Monday.", "And who pays for it?", "Both of us do.", "In April?")
    text = "\n\n".join(f"{labels[n % 2]}: {words}" for n, words in enumerate(said))
    found = find_quotes(text, spans="all", headline=headline)
    assert [one.entity for one in found] == [*names, *names]
    assert all(one.confidence >= SURE_ENOUGH for one in found)


def test_who_gives_the_name_that_the_label_has_half_of_bears_it_whole() -> None:
    text = (
        "MODERATOR: Questions? Yes, Mr Stern.\n\nMR STERN: Karl Stern, Daily Ledger. Who pays?\n\n"
        "MODERATOR: Minister?\n\nMR ROTH: Both of us do."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Moderator", "Karl Stern", "Moderator", "Roth"]


@pytest.mark.parametrize(("opens", "closes"), ['""', "“”"])
def test_a_turn_may_stand_in_marks_with_its_label(opens: str, closes: str) -> None:
    said = ("LUND: We open it.", "QUESTION: When?", "LUND: On “Monday”, I hope.")
    text = "Ida Lund met reporters at the lock.\n\n" + "\n\n".join(f"{opens}{each}{closes}" for each in said)
    found = find_quotes(text, spans="all")
    assert [one.text for one in found] == ["We open it.", "When?", "On “Monday”, I hope."]
    assert [one.entity for one in found] == ["Ida Lund", "a reporter", "Ida Lund"]


@pytest.mark.parametrize("opens", ["Thanks. ", "A follow-up, if I may. ", "Quick question. ", ""])
def test_who_asks_says_so_behind_a_courtesy(opens: str) -> None:
    asked = f"{opens}Lina Ortho, Coast Radio. Will you go?"
    text = f"MR. DALE: Good day.\n\nQUESTION: {asked}\n\nMR. DALE: No.\n\nQUESTION: Why?\n\nMR. DALE: Snow."
    assert next(one.entity for one in find_quotes(text, spans="all") if one.text == asked) == "Lina Ortho"
