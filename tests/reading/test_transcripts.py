"""Transcripts: whose turn it is, by labels of many kinds."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.formats.html import read_html
from tui.reading.page.page import read_page
from tui.reading.quotes import find_quotes
from tui.reading.quotes.turns.interviews import interviewee
from tui.reading.read import read
from tui.reading.sources import Source


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["Reuters", "Lund", "Reuters", "Lund"], ["Reuters", "Ida Lund"]),
        (["Ola Renn, anchor", "Ida Lund, mayor", "Renn", "Lund"], ["Ola Renn", "Ida Lund"]),
        (
            ["THE PRESIDENT", "THE PRIME MINISTER", "Q", "THE PRESIDENT"],
            ["President", "Prime Minister", "a reporter"],
        ),
        (["Moderator", "Ida Lund", "Moderator", "Ola Renn"], ["Moderator", "Ida Lund", "Ola Renn"]),
        (["Q", "A", "Q", "A"], ["the interviewer", "the interviewee"]),
        (["Q", "MS. LUND", "Q", "MS. LUND"], ["a reporter", "Lund"]),
        (["Question", "Mayor Ida Lund"], ["a reporter", "Ida Lund"]),
        (["Journalist (NRK)", "Lund", "Journalist", "Lund"], ["a journalist", "Ida Lund"]),
        (
            ["Lord Holm (Con)", "The Minister of State (Baroness Lund) (Lab)", "Lord Holm"],
            ["Holm", "Baroness Lund"],
        ),
        (["The Premier (Mr Ola Renn)", "Lord Holm", "The Premier"], ["Ola Renn", "Holm"]),
        (
            ["Question (Northern Wire)", "Answer (Ola Renn, mayor)", "Question (Northern Wire)", "Answer"],
            ["Northern Wire", "Ola Renn"],
        ),
        (["General (ret.) Ida Lund", "Ola Renn", "Gen. Lund", "Renn"], ["Ida Lund", "Ola Renn"]),
        (["GEN. (R) IDA LUND", "Ola Renn", "GEN. LUND", "Renn"], ["Ida Lund", "Ola Renn"]),
        (["Ida Lund-Holm", "Ola Renn", "L-H", "Ola Renn"], ["Ida Lund-Holm", "Ola Renn"]),
    ],
    ids=lambda given: given[0],
)
def test_turns_are_theirs_whom_the_labels_name(labels: list[str], names: list[str]) -> None:
    before = "" if labels[0] in ("Q", "THE PRESIDENT") else "Mayor Ida Lund took questions.\n\n"
    turns = [
        f"{label}: {'Will it rain soon?' if number % 2 == 0 else 'It rains.'}"
        for number, label in enumerate(labels)
    ]
    found = [one.entity for one in find_quotes(before + "\n\n".join(turns), spans="all")]
    assert len(found) == len(labels)
    assert list(dict.fromkeys(found)) == names


def test_the_record_of_a_parliament_sets_names_in_capitals_before_a_full_stop() -> None:
    text = (
        "The CHAIRMAN. The house will come to order.\n\nMr. LUND-RENN. Will it rain?\n\n"
        "Admiral HOLM. It rains, sir.\n\nMr. LUND-RENN. I yield back."
    )
    found = [one.entity for one in find_quotes(text, spans="all")]
    assert found == ["Chairman", "Lund-Renn", "Holm", "Lund-Renn"]


def test_an_office_is_whoever_bears_it_above() -> None:
    turns = "Press: Will it rain?\nPresident: It rains.\nPress: And then?\nPresident: It stops."
    text = f"Remarks by President Ola Renn\n\n{turns}"
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Press", "Ola Renn"] * 2


def test_a_list_of_facts_is_no_transcript() -> None:
    text = "Date: 2 July, in the evening.\nPlace: The old harbour.\nPrice: 12 euros, at the door.\nSeats: 40 are left."
    assert find_quotes(text, spans="all") == []


WORDS = ["Will it rain soon?", "It rains, and it has rained since noon.", "And then?", "It stops, I hope."]


@pytest.mark.parametrize(
    ("layout", "names"),
    [
        ("[00:0{n}:12] {label}: {words}", ["Ola Renn", "Ida Lund"]),
        (">> {label}: {words}", ["Ola Renn", "Ida Lund"]),
        ("**{label}:** {words}", ["Ola Renn", "Ida Lund"]),
        ("{label}\n{words}", ["Ola Renn", "Ida Lund"]),
        ("{label} (00:0{n}):\n{words}", ["Ola Renn", "Ida Lund"]),
        ("{label}, Oslo – {words}", ["Ola Renn", "Ida Lund"]),
    ],
)
def test_turns_are_found_in_every_layout(layout: str, names: list[str]) -> None:
    labels = ["Ola Renn", "Ida Lund"] * 2
    turns = [
        layout.format(label=label, words=words, n=n)
        for n, (label, words) in enumerate(zip(labels, WORDS, strict=True))
    ]
    found = find_quotes("\n\n".join(turns), spans="all")
    assert [one.entity for one in found] == names * 2
    assert [one.text for one in found] == WORDS


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["IDA LUND: ", "OLA RENN: ", "IL: ", "OR: "], ["Ida Lund", "Ola Renn"] * 2),
        (["Q. ", "A. ", "Q. ", "A. "], ["the interviewer", "the interviewee"] * 2),
        (["Q ", "MS. LUND: ", "Q   ", "MS. LUND: "], ["a reporter", "Lund"] * 2),
        (["JOURNALIST: ", "IDA LUND: ", "JOURNALIST 2: ", "LUND: "], ["a journalist", "Ida Lund"] * 2),
        (
            ["Daily Courier: ", "Ida Lund: ", "Daily Courier: ", "Lund: "],
            ["Daily Courier", "Ida Lund"] * 2,
        ),
        (
            ["LORD RENN OF OSLO: ", "LADY LUND: ", "LORD RENN OF OSLO: ", "LADY LUND: "],
            ["Renn of Oslo", "Lund"] * 2,
        ),
        (
            ["Minister Park Ji-min: ", "Reporter: ", "Reporter: ", "Minister Park: "],
            ["Park Ji-min", "a reporter", "a reporter", "Park Ji-min"],
        ),
    ],
    ids=lambda given: given[0],
)
def test_labels_that_are_short_or_numbered_name_the_same_person(labels: list[str], names: list[str]) -> None:
    text = "\n\n".join(label + words for label, words in zip(labels, WORDS, strict=True))
    assert [one.entity for one in find_quotes(text, spans="all")] == names


def test_several_who_speak_once_each_are_turns_where_titles_say_so() -> None:
    text = "\n\n".join(
        [
            "The PRESIDENT (spoke in Spanish): I call on Norway.",
            "Mr. LUND (Norway): We ask for a truce.",
            "(Pause.)",
            "Ms. RENN (Sweden): We second that.",
        ]
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["President", "Lund", "Renn"]


@pytest.mark.parametrize(
    "text",
    [
        "10:30 p.m.\n\nThe first votes are in.\n\n10:50 p.m.\n\nThe mayor has lost.\n\n11:05 p.m.\n\nHer party went home.",
        "Trade\n\nThe ports are shut.\n\nFishing\n\nThe boats are in.\n\nTrade\n\nThe ports are open again.",
        "The mayor, Ida Lund, spoke to reporters.\n\nWhat happened?\n\nThe dam broke.\n\nWho pays?\n\nThe county pays.",
    ],
    ids=["times of day", "headings", "questions of an explainer"],
)
def test_what_stands_above_paragraphs_is_no_speaker(text: str) -> None:
    assert [one.entity for one in find_quotes(text, spans="all") if one.kind == "direct"] == []


def test_answers_to_questions_in_bold_are_the_interviewees_with_a_doubt() -> None:
    text = "In this interview Ida Lund explains the dam.\n\nIs it full?\n\nAlmost.\n\nWill it hold?\n\nIt will.\n\nI hope."
    found = find_quotes(text, spans="all")
    assert [(one.text, one.entity) for one in found] == [
        ("Is it full?", "the interviewer"), ("Almost.", "Ida Lund"), ("Will it hold?", "the interviewer"),
        ("It will.", "Ida Lund"), ("I hope.", "Ida Lund"),
    ]  # fmt: skip
    assert all(one.confidence < SURE_ENOUGH for one in found)


@pytest.mark.parametrize(
    ("above", "last", "sure"),
    [
        ("", "", True),
        ("The harbour of the Norland Daily is full.\n\n", "", True),
        ("Interview: Jonas Berg\n\n", "", True),  # who asks
        ("", "\n\nI do hope so.", False),  # two paragraphs one below the other: no longer all by turns
        ("Captain Per Holm is away.\n\n", "", False),
    ],
)
def test_a_talk_is_sure_where_one_alone_is_named_and_all_goes_by_turns(
    above: str, last: str, sure: bool
) -> None:
    talk = (
        f"Is it full?\n\nAlmost.\n\nAnd you?\n\nI swim.{last}\n\nWill it hold for us?\n\nIt will, we think."
    )
    found = find_quotes(f"{above}Minister Ida Lund spoke to us.\n\n{talk}", spans="all")
    assert found[-1].text == "It will, we think."
    assert {one.confidence >= SURE_ENOUGH for one in found} == {sure}


def test_of_three_questions_one_may_be_told_by_its_place() -> None:
    talk = "Is it full?\n\nAlmost.\n\nYou stayed.\n\nI swim.\n\nWill it hold for us?\n\nIt will, we think."
    found = find_quotes(f"Minister Ida Lund spoke to us.\n\n{talk}", spans="all")
    assert [one.text for one in found if one.entity == "the interviewer"] == talk.split("\n\n")[::2]
    assert all(one.confidence >= SURE_ENOUGH for one in found)


def test_turns_marked_by_a_bare_letter_are_kept_and_told_apart() -> None:
    page = (
        "Norland Daily\n\nMinister Ida Lund answers our questions\nBy Omar Roth | 3 May 2025\n\n"
        "We met the minister in her office in Norwick on Friday, after a long week in which the dam had nearly burst.\n\n"
        "Q Is it full?\n\n"
        "A It is full to the brim and nobody in the ministry is sleeping, I can tell you that much.\n\n"
        "Q Why?\n\nA Rain.\n\nQ Will it hold?\n\n"
        "A It will hold for as long as it has to, says the engineer, and I believe what the engineer says.\n\n"
        "Read more: ten dams\n\nCopyright Norland Daily\n"
    )
    found = find_quotes(read_page(page).text, spans="all")
    assert [one.entity for one in found] == ["the interviewer", "the interviewee"] * 3
    assert [one.text for one in found][2:4] == ["Why?", "Rain."]


def test_a_paragraph_that_begins_with_an_article_is_no_answer() -> None:
    text = "A German minister came.\n\nA Danish one went.\n\nA Swede stayed. “It rains,” said the Swede."
    assert [one.text for one in find_quotes(text, spans="all")] == ["It rains,"]


TURNS = [
    ("IDA LUND", "It rains, I am afraid."),
    ("QUESTION", "Will it stop by the evening?"),
    ("LUND", "It will stop at seven."),
]


@pytest.mark.parametrize(
    ("turn", "around"),
    [
        ("<dt>{}</dt><dd>{}</dd>", "dl"),
        ("<tr><td>{}</td><td>{}</td></tr>", "table"),
        ("<p><b>{}</b><br>{}</p>", "div"),
    ],
    ids=lambda given: given[:4],
)
def test_a_page_may_set_turns_as_it_likes(turn: str, around: str) -> None:
    turns = "".join(turn.format(*each) for each in TURNS)
    page = f"<html><body><h1>Briefing</h1><p>The mayor met the press.</p><{around}>{turns}</{around}></body></html>"
    said = [(one.entity, one.text) for one in find_quotes(read_html(page).text, spans="all")]
    assert said == [
        (who, words) for who, (_, words) in zip(["Ida Lund", "a reporter", "Ida Lund"], TURNS, strict=True)
    ]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("LT. GEN. IDA LUND (Ret.)", "Ida Lund"),
        ("Cdr. Ida Lund", "Ida Lund"),
        ("The Rt Hon Ida Lund MP", "Ida Lund"),
        ("H.E. Mr. Ola Renn", "Ola Renn"),
        ("Minister-President Ola Renn", "Ola Renn"),
        ("High Representative/Vice-President Ida Lund", "Ida Lund"),
        ("Secretary of State Ida Lund", "Ida Lund"),
        ("Minister of Foreign Affairs of the Republic of Latvia Ida Lund", "Ida Lund"),
        ("Minister for Oceans Ida Lund", "Ida Lund"),
        ("White House Press Secretary Ida Lund", "Ida Lund"),
        ("Official Spokesperson, Shri Ola Renn", "Ola Renn"),
        ("President von Renn", "von Renn"),
        ("Sheikh Ola al-Renn", "Ola al-Renn"),
        ("Ida Lund from the Courier", "Ida Lund"),
        ("Vice Premier He Renwei", "He Renwei"),
        ("Angus King", "Angus King"),
        ("PRESIDENT OF THE COUNCIL", "President of the Council"),
        ("UNIDENTIFIED MALE", "Unidentified Male"),
        ("Speaker 1", "Speaker 1"),
        ("Madam Speaker", "Speaker"),
    ],
)
def test_a_name_in_a_label_begins_behind_its_titles(label: str, name: str) -> None:
    speakers = [label, "Marta Holm"] * 2
    text = "\n\n".join(f"{speaker}: {words}" for speaker, words in zip(speakers, WORDS, strict=True))
    assert [one.entity for one in find_quotes(text, spans="all")] == [name, "Marta Holm"] * 2


@pytest.mark.parametrize(
    ("before", "asker", "name"),
    [
        ("Ida Lund builds dams. She spoke with Ola Renn of this newspaper in Oslo.", "Ola Renn", "Ida Lund"),
        ("An interview with Ida Lund, who builds dams.", "the interviewer", "Ida Lund"),
        ("We spoke to Mayor Ida Lund, by telephone.", "the interviewer", "Ida Lund"),
        ("The mayor, Ida Lund, spoke to Courier in Oslo. The interview was cut.", "Courier", "Ida Lund"),
    ],
)
def test_the_one_who_answers_is_not_the_one_who_asks(before: str, asker: str, name: str) -> None:
    text = before + "\n\nQ: Will it rain?\n\nA: It rains, I fear.\n\nQ: And then?\n\nA: It stops."
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == [asker, name] * 2


def test_debates_set_a_name_its_group_and_a_dash() -> None:
    text = "\n\n".join(
        f"{label}. – Madam President, {words}"
        for label, words in zip(
            ["Ida Lund (Greens)", "Ola Renn, Member of the Commission", "Marta Holm (S&D)"],
            WORDS,
            strict=False,
        )
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ida Lund", "Ola Renn", "Marta Holm"]


def test_who_writes_once_in_a_chat_is_told_by_the_hour_behind_the_name() -> None:
    text = "Lund (21:04): Will it rain?\nRenn (21:05): It rains.\nLund (21:06): And then?\nHolm (21:09): It stops."
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Lund", "Renn", "Lund", "Holm"]


def test_an_article_goes_on_below_its_interview() -> None:
    turns = "Courier: Will it rain?\n\nLund: It rains.\n\nCourier: And then?\n\nLund: It stops."
    below = "Her rival, Marta Holm, told reporters that the dam would break."
    found = find_quotes(f"Mayor Ida Lund sat down with the Courier.\n\n{turns}\n\n{below}", spans="all")
    assert found[3].text == "It stops."
    assert found[4].entity == "Marta Holm"


def test_what_alternates_with_answers_is_asked_without_a_question_mark_too() -> None:
    said = ["Is it full?", "Almost.", "You built it in a hurry.", "We had to.", "Will it hold?", "It will."]
    found = find_quotes("In this interview Ida Lund explains the dam.\n\n" + "\n\n".join(said), spans="all")
    assert [one.entity for one in found] == ["the interviewer", "Ida Lund"] * 3


_TALK = [
    "Minister, is it full?", "Almost. I looked this morning, and I was not the only one.",
    "Your critics say that you were late.", "We were not, whatever they say in the assembly these days.",
    "The envoy said it leaks. Is that so?", "He is right, and I told him that we know where.",
    "That sounds bad.", "It is bad, but we have seen worse in my time as an engineer.",
    "Will you stay?", "I will, for as long as they let me, and then I shall go home.",
]  # fmt: skip


@pytest.mark.parametrize("below", [(), ("Interview: Omar Roth",)], ids=["nothing", "who asked"])
def test_an_interview_by_turns_needs_no_word_that_says_it_is_one(below: tuple[str, ...]) -> None:
    above = "Ida Lund, 51, is Norland's minister for dams. She received the Norland Weekly in her office."
    found = find_quotes("\n\n".join([above, *_TALK, *below]), spans="all")
    assert [(one.text, one.entity) for one in found] == [
        (words, "Ida Lund" if number % 2 else "the interviewer") for number, words in enumerate(_TALK)
    ]


def test_an_interview_whose_first_question_and_answer_bear_labels_goes_on_by_turns() -> None:
    above = "Ida Lund, 51, is Norland's minister for dams. She received the Norland Weekly in her office."
    labelled = [f"Norland Weekly: {_TALK[0]}", f"Ida Lund: {_TALK[1]}", *_TALK[2:], "Interview: Omar Roth"]
    found = find_quotes("\n\n".join([above, *labelled]), spans="all")
    assert [(one.text, one.entity) for one in found] == [
        (words, "Ida Lund" if number % 2 else "Norland Weekly") for number, words in enumerate(_TALK)
    ]


def test_questions_that_are_headings_of_an_explanation_are_nobodys() -> None:
    said = [
        "What happened?",
        "The dam broke.",
        "The minister left.",
        "Nobody was hurt.",
        "What now?",
        "It is rebuilt.",
    ]
    found = find_quotes("Ida Lund, 51, built the dam.\n\n" + "\n\n".join(said), spans="all")
    assert not found


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["AFP", "Ida Lund", "AFP", "Ida Lund"], ["AFP", "Ida Lund"]),
        (["CNN's Rosa Coll", "Ida Lund", "CNN's Rosa Coll", "Ida Lund"], ["Rosa Coll", "Ida Lund"]),
        (
            ["Q", "MAYOR OF NORWICK, THE HON. IDA LUND", "Q", "MAYOR OF NORWICK, THE HON. IDA LUND"],
            ["a reporter", "Ida Lund"],
        ),
    ],
    ids=lambda given: given[0],
)
def test_a_label_names_an_outlet_or_who_works_for_it(labels: list[str], names: list[str]) -> None:
    turns = (
        f"{label}: {'It rains.' if number % 2 else 'Will it rain?'}" for number, label in enumerate(labels)
    )
    found = find_quotes("\n\n".join(turns), spans="all")
    assert list(dict.fromkeys(one.entity for one in found)) == names


def test_labels_may_stand_in_square_brackets() -> None:
    text = "[Reporter] Will it rain?\n[Ida Lund] It rains.\n[Reporter] Today?\n[Ida Lund] Every day."
    assert [one.entity for one in find_quotes(text, spans="all")] == ["a reporter", "Ida Lund"] * 2


def test_an_address_is_no_asker() -> None:
    turns = [
        "Question: Mr Mayor, a question from Norwick. Will it rain?",
        "Ida Lund: It will.",
        "Question: Soon?",
        "Ida Lund: Yes.",
    ]
    text = "\n\n".join(turns)
    assert find_quotes(text, spans="all")[0].entity == "a reporter"


def test_questions_go_on_below_the_last_label() -> None:
    text = (
        "Norland's foreign minister, Ida Lund, on rain. An interview with the Courier.\n\nCourier:"
        " Minister, why four times?\n\nIda Lund: Twice for the government that was"
        " there, twice for the other.\n\nAnd now?\n\nNow there are eleven colonels, and we speak to six of them."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Courier", "Ida Lund"] * 2
    assert found[2].confidence < SURE_ENOUGH


def test_two_who_talk_by_turns_need_no_introduction() -> None:
    text = (
        "Gennaro Spital is the mayor of Norwick. He was a fisherman.\n\nWhat did you see?\n\nForty boats. We counted"
        " them.\n\nDid you call?\n\nI called the press.\n\nWhat do you want?\n\nA doctor. One who stays with us."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["the interviewer", "Gennaro Spital"] * 3
    assert max(one.confidence for one in found) < SURE_ENOUGH


def test_a_question_between_two_labels_of_one_speaker_is_not_theirs() -> None:
    turns = [
        "Ida Lund: There is a paper.",
        "And the guns?",
        "Ida Lund: They have not read it.",
        "Will they?",
        "Ida Lund: Soon.",
    ]
    text = "\n\n".join(turns)
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Ida Lund", "the interviewer"] * 2 + ["Ida Lund"]
    assert found[1].confidence < SURE_ENOUGH


def test_an_office_is_whose_label_has_it() -> None:
    turns = [
        "Q1. Why?",
        "Minister Ida Lund: It was late.",
        "Q2. When?",
        "The minister: On Sunday.",
        "Q3. Who?",
        "The minister: All.",
    ]
    text = "\n\n".join(turns)
    assert [one.entity for one in find_quotes(text, spans="all")] == ["a reporter", "Ida Lund"] * 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Q. Will it rain?\n\nCOMMISSIONER LUND. It will.\n\nQ. When?\n\nCOMMISSIONER LUND. On Monday.",
            ["a reporter", "Lund"],
        ),
        (
            "AFP: Will it rain?\n\nLund: It will.\n\nAFP: When?\n\nLund: On Monday.\n\nIda Lund is the mayor of Norwick.",
            ["AFP", "Ida Lund"],
        ),
        (
            "— Mayor, did you sell it?\n\n— We lent it.\n\n— To whom?\n\n— To the sea.\n\n"
            "The mayor, Ida Lund, spoke to this newspaper in Norwick.",
            ["the interviewer", "Ida Lund"],
        ),
        (
            "Interview with Radio Norwick\n\nQ: Why now?\nA: It rains.\nQ: And then?\nA: It stops.",
            ["the interviewer", "the interviewee"],
        ),
    ],
)
def test_turns_have_names_wherever_the_text_around_them_says_who_speaks(text: str, names: list[str]) -> None:
    assert [one.entity for one in find_quotes(text, spans="all")] == names * 2


def test_a_page_may_set_names_in_bold_beside_the_words_and_questions_as_terms() -> None:
    bold = "<p><b>Q</b> Will it rain?</p><p><b>MS. LUND</b> It will.</p>" * 2
    terms = "<dl><dt>Will it rain?</dt><dd>It will.</dd><dt>When?</dt><dd>On Monday.</dd></dl>"
    head = "<html><body><article><h1>Rain</h1><p>The mayor took questions on Monday, and there were two of them.</p>"
    page = read(Source("a", f"{head}{bold}</article></body></html>".encode(), "html"), spans="all")
    assert [one.entity for one in page.quotes] == ["a reporter", "Lund"] * 2
    assert "On Monday." in read(Source("b", f"{head}{terms}</article></body></html>".encode(), "html")).text


def test_a_guest_is_whom_the_host_presents() -> None:
    text = (
        "Host: Our guest tonight is Ola Renn, a member of the council. Ola, good evening.\n\nGuest: Good evening.\n\n"
        "Host: Will it rain soon?\n\nGuest: It rains."
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Host", "Ola Renn"] * 2


def test_letters_of_an_office_before_a_surname_are_no_first_name() -> None:
    text = (
        "Participants: Prime Minister Ola Renn; Foreign Secretary Ida Lund\n\nPM RENN: You came far.\n\n"
        "FS LUND: It rains here.\n\nPM RENN: It does."
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ola Renn", "Ida Lund", "Ola Renn"]


@pytest.mark.parametrize(
    "before",
    [
        "Ida Lund won the race, joined by Ola Renn at the line. We met her in Norwick.",
        "The last guest is Ola Renn. We spoke with Ida Lund in Norwick.",
        "Every guest is Welcome Here. We talked with Ida Lund in an interview.",
        "I am joined tonight by Ida Lund for an interview.",
    ],
)
def test_who_joins_another_than_the_host_is_no_interviewee(before: str) -> None:
    assert interviewee(before) == "Ida Lund"


@pytest.mark.parametrize("word", ["FALSE", "VERDICT", "Fact", "Tip", "BRUSSELS"])
@pytest.mark.parametrize("questions", [2, 3])
def test_what_a_page_finds_below_its_questions_nobody_says(word: str, questions: int) -> None:
    asked = f"Did the council of Brussels vote?\n\n{word}: It did not, and it will not.\n\n" * questions
    assert find_quotes(f"In Brussels we looked at the claims.\n\n{asked}", spans="all") == []


def test_answers_below_questions_without_a_label_are_a_transcript() -> None:
    text = (
        "Mayor Ida Lund took two questions on the pier.\n\nWill it rain?\n\nLUND: It rains.\n\nAnd the pier?\n\n"
        "LUND: It is open."
    )
    found = {one.text: one.entity for one in find_quotes(text, spans="all")}
    assert found["It rains."] == found["It is open."] == "Ida Lund"


def test_the_title_of_a_transcript_is_nobodys_turn() -> None:
    text = "TRANSCRIPT: The mayor on the pier\n\nOla Renn: Will it rain soon?\n\nIda Lund: It rains.\n\nOla Renn: Thank you."
    assert "Transcript" not in {one.entity for one in find_quotes(text, spans="all")}


def test_three_turns_of_two_named_in_full_are_a_talk() -> None:
    text = (
        "Ida Lund (00:03):\nThanks for having me.\n\nNils Berg (00:05):\nWill it rain soon?\n\n"
        "Ida Lund (00:09):\nIt rains, as you see."
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ida Lund", "Nils Berg", "Ida Lund"]


def test_the_press_asks_where_it_is_met() -> None:
    text = "Mayor Ida Lund met the press.\n\nQ: Will it rain?\n\nA: It rains.\n\nQ: And then?\n\nA: It stops."
    assert {one.entity for one in find_quotes(text, spans="all")} == {"a reporter", "Ida Lund"}


def test_names_above_the_words_end_in_a_colon_and_headings_are_nobody() -> None:
    text = (
        "Port of Norwick\nPress Conference by Minister LUND\n\nOpening Remarks\n\nMinister LUND:\nI will sail in May.\n\n"
        "The Ferry to Norrey\n\nReporter (Norwick Post):\nWho pays?\n\nMinister LUND:\nThe county does."
    )
    found = find_quotes(text, spans="all")
    assert [(one.entity, one.text) for one in found] == [
        ("Lund", "I will sail in May."),
        ("a reporter", "Who pays?"),
        ("Lund", "The county does."),
    ]


def test_an_outlet_in_capitals_above_a_question_asks_it() -> None:
    text = (
        "PORT\nA meeting of the press\n\nMAYOR LUND\nThe ferry is here.\n\nCOAST RADIO\nWill it sail?\n\nMAYOR LUND\nIn May."
        "\n\nISLAND PAPER\nWho pays?\n\nMAYOR LUND\nWe do."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Lund", "Coast Radio", "Lund", "Island Paper", "Lund"]


def test_headings_above_paragraphs_that_ask_are_no_speakers() -> None:
    text = (
        "BACKGROUND\nThe ferry was built in 1970.\n\nREACTION\nThe town liked it. Who will pay for it?\n\nWHAT NEXT\n"
        "The council votes in May. Will it agree?"
    )
    assert not find_quotes(text, spans="all")


def test_answers_of_two_paragraphs_go_on_below_the_last_label() -> None:
    text = (
        "On rain\n\nThe Courier: Mayor Lund, why four times?\n\nIda Lund: Twice for the town.\n\nTwice for the rest.\n\n"
        "And now?\n\nNow there are eleven.\n\nI count them.\n\nThis conversation was edited for length."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Courier", *["Ida Lund"] * 2, "Courier", *["Ida Lund"] * 2]
    assert max(one.confidence for one in found[3:]) < SURE_ENOUGH


def test_numbers_of_questions_are_no_part_of_a_name() -> None:
    text = "Q41  Chair: Will it rain?\n\nMs Lund: It will.\n\nQ42  Nora Aas: Today?\n\nMs Lund: Every day."
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Chair", "Lund", "Nora Aas", "Lund"]


def test_what_somebody_is_may_stand_behind_the_brackets_above_their_words() -> None:
    text = (
        "The Chairperson (Ms Ida Lund, Norway)\nI give the floor to the rapporteur.\n\nMr Olaf Roth (Oslo), Rapporteur\n"
        "Thanks.\n\nThe Chairperson\nMs Aas, please.\n\nMs Nora Aas (Italy)\nWho pays?\n\nMr Olaf Roth (Oslo), Rapporteur\n"
        "They do."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Ida Lund", "Olaf Roth", "Ida Lund", "Nora Aas", "Olaf Roth"]


def test_who_asks_from_somewhere_ends_the_turn_before() -> None:
    text = (
        "MODERATOR: We have with us the Minister of Transport, Ida Lund.\n\nMINISTER: It sails in May.\n\n"
        "QUESTION FROM COAST RADIO: Who pays?\n\nMINISTER: The county.\n\nVOICE FROM THE AUDIENCE: When?\n\nMINISTER: Soon."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found if "?" not in one.text][1:] == ["Ida Lund"] * 3
    assert [one.entity for one in found if "?" in one.text] == ["a reporter", "Voice From the Audience"]


def test_a_headline_introduces_an_interview_in_which_the_writer_tells_of_the_guest_too() -> None:
    """Its answers are hers; a paragraph about her is nobody's turn, and who speaks in it is told by name."""
    text = (
        "The head of the council has no desk.\n\n"
        "Ms Lund, is the treaty worth its paper?\n\nIt is worth just that. I have seen worse.\n\n"
        "You have been mentioned as a mediator.\n\nI was never asked.\n\n"
        "Here her spokesman, Per Holm, said that Lund had a train to catch.\n\n"
        "Do you trust them?\n\nI trust what they want."
    )
    headline = "“Nobody asked”: a conversation with Ida Lund"
    found = find_quotes(text, spans="all", headline=headline)
    assert [one.entity for one in found if one.kind == "direct"] == ["the interviewer", "Ida Lund"] * 3
    assert [one.entity for one in found if one.kind == "indirect"] == ["Per Holm"]
    assert not [one for one in find_quotes(text, spans="all") if one.entity == "the interviewer"]


def test_an_answer_that_holds_the_letters_of_a_short_surname_is_an_answer() -> None:
    """“Many” tells nothing of Jack Ma."""
    text = (
        "Jack Ma owns a firm. We spoke with Jack Ma about it.\n\n"
        "What happened to you last year?\n\nMany firms failed. Banks were slow to lend.\n\n"
        "What will you do now?\n\nMarkets will tell.\n\nIs that enough for you?\n\nI will build a school."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found if one.kind == "direct"] == ["the interviewer", "Jack Ma"] * 3


@pytest.mark.parametrize(
    ("first", "asker", "answer"),
    [
        ("Is it full?\n\nAlmost.", "the interviewer", "It will, we think."),
        ("Lock Watch: Is it full?\n\nAlmost.", "Lock Watch", "It will, we think."),
        ("LOCK WATCH: Is it full?\n\nIDA LUND: Almost.", "Lock Watch", "It will, we think."),
        ("Lock Watch: Is it full?\n\nAlmost.", "Lock Watch", "It will. That is all that the board said."),
    ],
)
@pytest.mark.parametrize("mark", ["", "*", "**", "_"])
def test_questions_and_answers_of_which_the_first_alone_has_a_label_or_in_bold_print(
    first: str, asker: str, answer: str, mark: str
) -> None:
    talk = [*first.split("\n\n"), "You stayed.", "I swim.", "Will it hold for us?", answer]
    printed = [words if number % 2 else f"{mark}{words}{mark}" for number, words in enumerate(talk)]
    found = find_quotes(
        "\n\n".join(["Minister Ida Lund has slept here. She received Lock Watch on the quay.", *printed]),
        spans="all",
    )
    assert [one.text for one in found] == [words.rpartition(": ")[2] for words in talk]
    assert [one.entity for one in found] == [asker, "Ida Lund"] * 3


@pytest.mark.parametrize("points", [1, 2])
def test_the_points_of_an_answer_are_the_interviewees(points: int) -> None:
    told = "\n\n".join(["I saw two things:", *["* a wall of stone", "* a gate"][:points]])
    text = (
        "Ida Lund leads the port. We spoke to her in an interview.\n\nHow deep is the dam?\n\n"
        f"{told}\n\nWhat will you do?\n\nWe wait.\n\nAnd then?\n\nThen we open it."
    )
    said = {one.text: one.entity for one in find_quotes(text, spans="all")}
    assert said["* a wall of stone"] == "Ida Lund"


def test_the_second_paragraph_of_an_answer_is_no_question_where_questions_are_in_bold_print() -> None:
    talk = "**Is it full?**\n\nAlmost.\n\nI count.\n\n**You stayed.**\n\nI swim.\n\n**Will it hold?**\n\nWe think so."
    found = find_quotes(f"Minister Ida Lund received us.\n\n{talk}", spans="all")
    asked = [one.text for one in found if one.entity == "the interviewer"]
    assert asked == ["Is it full?", "You stayed.", "Will it hold?"]
    assert len(found) == 7


def test_an_article_whose_headings_ask_is_no_interview_of_who_met_somebody_above_them() -> None:
    text = (
        "Minister Ida Lund is back. She met President Per Holm on Monday.\n\nWhat did they say?\n\nLittle is known.\n\n"
        "Will it last?\n\nFew in Norland think so, and the lock is shut."
    )
    assert find_quotes(text, spans="all") == []


def test_the_last_answer_below_a_question_is_no_word_of_the_writer() -> None:
    text = (
        "The canal is not open.\n\nDelta Post: Is it full, Mr Lund?\n\nPer Lund: Almost, they say.\n\nAnd who"
        " pays?\n\nThe state.\n\nIs it safe?\n\nThe lock is the best that the state said it would build."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["Delta Post", "Per Lund"] * 3
