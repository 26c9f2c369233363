"""Who says what together, who leads in a list of points, and who is only spoken to."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes
from tui.reading.read import read
from tui.reading.sources import Source


def said(text: str) -> list[tuple[str, str]]:
    """Return the words of each quote, as far as its fourth word, and who says it."""
    return [(" ".join(found.text.split()[:4]), found.entity) for found in find_quotes(text, spans="all")]


def speakers(text: str) -> list[str]:
    return [entity for _, entity in said(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We are ready,” Lund and Roth said in a joint statement.", "Lund; Roth"),
        ("“We are ready,” said Lund, Roth, and Vidal.", "Lund; Roth; Vidal"),
        ("“We are ready,” Ida Lund and the Danish envoy, Otto Roth, said jointly.", "Ida Lund; Otto Roth"),
        ("Norway and the Netherlands said they would “share the cost.”", "Norway; Netherlands"),
        ("Both the Élysée and the Chancellery said the plan was “alive.”", "Élysée; Chancellery"),
        ("The ministers, Ida Lund and Otto Roth, said it was “safe.”", "Ida Lund; Otto Roth"),
        ("Presidents Ida Lund of Norway and Otto Roth of Denmark said it was “safe.”", "Ida Lund; Otto Roth"),
        ("Otto Roth and a spokesman for the port said it was “safe.”", "Otto Roth; a spokesman for the port"),
        ("“It is time,” read a joint statement by Ida Lund and Otto Roth.", "Ida Lund; Otto Roth"),
        ("The states — Norway, Denmark and Iceland — said they would “wait.”", "Norway; Denmark; Iceland"),
        ("“We ran,” said Ib Lund, a farmer, and Ada Kern, a nurse.", "Ib Lund; Ada Kern"),
        ("“We ran,” said Ib Lund, Ada Kern and a colleague.", "Ib Lund; Ada Kern; a colleague"),
        ("Ib Lund, as well as his deputy, Ada Kern, said it was “late.”", "Ib Lund; Ada Kern"),
        ("Norway, along with Denmark and Iceland, said it was “late.”", "Norway; Denmark; Iceland"),
        ("“We ran,” said Ib Lund together with Ada Kern.", "Ib Lund; Ada Kern"),
        ("“We ran,” said Ib Lund, of the port, and Ada Kern, a nurse.", "Ib Lund; Ada Kern"),
        ("Ib Lund, the head of the port, and Ada Kern said it was “late.”", "Ib Lund; Ada Kern"),
        ("Ib Lund, head of the port and the quay, and Ada Kern said it was “late.”", "Ib Lund; Ada Kern"),
        ("“We ran,” said Lund, 23, and his friend Ada Kern.", "Lund; Ada Kern"),
        ("“We ran,” said Lund, seven, and his friend Ada Kern.", "Lund; Ada Kern"),
        ("ABV, the largest of them, and the Norse CSC said it was “late.”", "ABV; Norse CSC"),
        ("In a note for Arctic Affairs, Ib Lund and Ada Kern said it was “late.”", "Ib Lund; Ada Kern"),
        ("“We ran,” two of them, Ib Lund and Ada Kern, said.", "Ib Lund; Ada Kern"),
        (
            "An aide familiar with the talks and a second Norse official said it was “late.”",
            "An aide; a second Norse official",
        ),
        # and who does not speak together
        ("“We ran,” said Hawa Abakar, a teacher and mother of five.", "Hawa Abakar"),
        ("Ib Lund, a farmer and a lay preacher, said: “We ran.”", "Ib Lund"),
        ("In Riga, Lund said: “We are ready.”", "Lund"),
        ("“We wait,” said Lund, and Roth and Vidal agreed.", "Lund"),
        ("Ib Lund, like his deputy, Ada Kern, said it was “late.”", "Ib Lund"),
        ("Ib Lund, a lawyer and Ada Kern's chief strategist, said it was “late.”", "Ib Lund"),
        ("Ib Lund met Otto Roth, as well as Ada Kern, and said it was “late.”", "Ib Lund"),
        ("“We wait,” said Lund and Roth laughed.", "Lund"),
        ("“We wait,” Lund told Roth and Vidal.", "Lund"),
        ("After talks with Lund and Roth, Vidal said it was “late.”", "Vidal"),
        ("Roth, mayor of Tromsø and Bergen, said the bridge was “safe.”", "Roth"),
        ("Mayor and poet Ida Lund said the bridge was “safe.”", "Ida Lund"),
        ("Bosnia and Herzegovina said the bridge was “safe.”", "Bosnia and Herzegovina"),
        ("French and German officials said the bridge was “safe.”", "French and German officials"),
    ],
)  # fmt: skip
def test_those_named_together_speak_together(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_the_words_that_name_them_reach_from_the_first_to_the_last() -> None:
    (found,) = find_quotes("“We are ready,” Ida Lund, Otto Roth and Vera Vidal said in a joint statement.")
    assert found.speakers == ("Ida Lund", "Otto Roth", "Vera Vidal")
    assert found.speaker_text == "Ida Lund, Otto Roth and Vera Vidal"


def test_an_office_of_several_states_is_one_of_each_and_unsure_where_nobody_is_named() -> None:
    (found,) = find_quotes("The leaders of Norway and Denmark said they “will not bend.”")
    assert found.speakers == ("leader of Norway", "leader of Denmark")
    assert found.confidence < SURE_ENOUGH
    assert found.speaker_text == "The leaders of Norway and Denmark"
    assert speakers("“We will not bow,” the foreign ministers of Norway, Denmark and Iceland said.") == [
        "foreign minister of Norway; foreign minister of Denmark; foreign minister of Iceland"
    ]
    assert speakers("The Norwegian and Danish foreign ministers said it was “safe.”") == [
        "Norwegian foreign minister; Danish foreign minister"
    ]


def test_an_office_of_several_states_is_its_holders_where_they_are_named() -> None:
    assert speakers(
        "Norwegian Prime Minister Ida Lund met Danish Prime Minister Otto Roth in Oslo. "
        "The prime ministers of Norway and Denmark said they “will not bend.”"
    ) == ["Ida Lund; Otto Roth"]
    assert speakers(
        "“It has had its day,” the prime ministers of Norway and Denmark, Ida Lund and Otto Roth, said."
    ) == ["Ida Lund; Otto Roth"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Senators Ida Lund and Otto Roth sent a letter. “The law is no ornament,” they wrote.",
         "Ida Lund; Otto Roth"),
        ("Ministers Ida Lund, Otto Roth and Vera Vidal met. The three called on Oslo to “open the gates.”",
         "Ida Lund; Otto Roth; Vera Vidal"),
        ("Presidents Ida Lund and Otto Roth spoke on Monday. Both said they were “pleased.”",
         "Ida Lund; Otto Roth"),
        # three are not two, and others have come between
        ("Ministers Ida Lund and Otto Roth met. The three called on Oslo to “open the gates.”", "three"),
        ("Lund and Roth met on Monday. Protesters gathered outside. “Shame,” they shouted.", "Protesters"),
    ],
)  # fmt: skip
def test_words_for_several_go_back_to_those_named_together(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ida Lund called on Russia to “leave at once.”", "Ida Lund"),
        ("Ida Lund urged Otto Roth to “leave at once.”", "Ida Lund"),
        ("Lund appealed to Iran to “open the gates.”", "Lund"),
        ("Moscow was urged by Ida Lund to “leave at once.”", "Ida Lund"),
        ("Norway was told by Otto Roth that the treaty was “dead.”", "Otto Roth"),
    ],
)
def test_who_is_spoken_to_does_not_speak(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "signs", [("- ", "- "), ("• ", "• "), ("– ", "– "), ("1. ", "2. "), ("(a) ", "(b) ")]
)
def test_the_points_of_a_list_are_whose_who_leads_it_in(signs: tuple[str, str]) -> None:
    one, two = signs
    text = (
        "Otto Roth left early.\n\nIda Lund made two points:\n\n"
        f"{one}“The bridge is old.”\n\n{two}The money is there “by the end of May.”\n\nThe council meets again."
    )
    assert said(text) == [("The bridge is old.", "Ida Lund"), ("by the end of", "Ida Lund")]
    found = find_quotes(text, spans="all")
    assert found[0].group != found[1].group and min(one.confidence for one in found) > SURE_ENOUGH


def test_points_in_words_of_the_article_are_said_too() -> None:
    assert said(
        "In a joint note, Norway and Denmark said they would\n\n- build a bridge together;\n- share the cost "
        "“half and half”;\n- 30 lorries a day on it;\n- open talks on a second one.\n\nThey named no day."
    ) == [
        ("build a bridge together", "Norway; Denmark"),
        ("half and half", "Norway; Denmark"),
        ("30 lorries a day", "Norway; Denmark"),
        ("open talks on a", "Norway; Denmark"),
    ]


def test_marked_lines_below_a_colon_are_whose_who_leads_them_in() -> None:
    text = "Lund, Roth and Vidal issued a joint statement:\n\n“The bridge is old.”\n\n“The money is there.”"
    assert set(speakers(text)) == {"Lund; Roth; Vidal"} and len(speakers(text)) == 2


def test_a_point_that_says_who_said_it_is_theirs_and_a_list_of_nobody_is_nobodys() -> None:
    assert said(
        "What the ministers said:\n\n- “The bridge is old,” Ida Lund said.\n\n- “It will hold,” said Otto Roth."
    ) == [("The bridge is old,", "Ida Lund"), ("It will hold,", "Otto Roth")]
    assert said("Here is what we know:\n\n- The bridge is “old”.\n\n- It was built in 1902.") == []


def test_a_list_of_a_page_is_read_as_one() -> None:
    page = (
        "<html><body><article><h1>Ferry to sail again</h1><p>The harbour council of Norwick met on Tuesday to"
        " discuss the ferry line, which has been shut since the storm in spring and which carried two thousand"
        " people a day.</p><p>Mayor Ida Lund made two points:</p><ul><li>“The bridge is old.”</li><li>“We start"
        " in June.”</li></ul><p>The budget is to be voted next month, and the two parties will abstain from it"
        " for want of figures, as they did a year ago.</p></article></body></html>"
    )
    reading = read(Source("ferry.html", page.encode(), "html"))
    assert [quote.entity for quote in reading.quotes] == ["Ida Lund", "Ida Lund"]


def test_two_people_who_meet_are_meant_rather_than_states_before_them() -> None:
    text = (
        "Norway and Denmark quarrelled on Friday. Captain Otto Roth, for Oslo, and Commander Ida Lund, for Copenhagen, "
        "met on a rock. “We measured it twice,” they said."
    )
    assert speakers(text) == ["Otto Roth; Ida Lund"]


def test_the_councils_of_two_towns_are_no_bodies_of_states() -> None:
    (found,) = find_quotes("Oslo's and Riga's councils said it was late.", spans="all")
    assert "Norwegian" not in found.entity


def test_the_holders_of_an_office_who_are_named_further_down_speak_together() -> None:
    text = (
        "The foreign ministers of Norway and Denmark said it was “late.” “No,” Norwegian Foreign Minister Ida Lund said. "
        "Danish Foreign Minister Otto Roth left."
    )
    assert speakers(text)[0] == "Ida Lund; Otto Roth"


def test_who_is_named_before_a_colon_heads_what_stands_before_the_name() -> None:
    text = "Its president, Otto Lund, left. “We ran,” said Lund and the head of the port, Ada Kern: they had seen it."
    assert speakers(text)[-1] == "Otto Lund; Ada Kern"


def test_two_people_are_no_two_bodies() -> None:
    text = "“No,” Ida Lund and Ada Kern wrote. The council and Ofsted said it was late. The two mothers said “yes.”"
    assert speakers(text)[-1] == "Ida Lund; Ada Kern"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Quill, the president of Norland, will meet Ostergard, the premier of Corvany, on Monday. The mayor of "
            "Larvik, Ida Prenn, will host them. “We come as friends,” the two leaders said.",
            "Quill; Ostergard",
        ),
        (
            "Mara Quill met Jens Ostergard on Monday. Ruta Behm, a lawmaker, criticised it. Olav Tresk praised it. "
            "“The bridge is ours,” both leaders said.",
            "Mara Quill; Jens Ostergard",
        ),
        (
            "Lawyer Pavel Drost sued Karl Benning in May. The judge, Ilse Marn, set a date. “I never lied,” both men said.",
            "Pavel Drost; Karl Benning",
        ),
        (
            "“We will try,” Pavel Drost said. “We will see,” Karl Benning said. Mrs Ilse Marn smiled. “It is late,” both "
            "men said.",
            "Pavel Drost; Karl Benning",
        ),
        (
            "The towns will share a bridge, their leaders said. “It is cheap,” President Mara Quill said. Her guest, "
            "President Jens Ostergard, nodded. “It will stand,” the two leaders said.",
            "Mara Quill; Jens Ostergard",
        ),
        (
            "Norway accused Denmark of moving the buoys. Nobody had seen them move. “The sea is ours,” both "
            "countries said.",
            "Norway; Denmark",
        ),
        ("Norway accused fishermen in Denmark. “The sea is ours,” both countries said.", "both countries"),
        (
            "Mara Quill met Jens Ostergard, whom Ruta Behm had named. “It will stand,” both leaders said.",
            "both leaders",
        ),
    ],
)
def test_both_are_the_two_who_are_told_of_together_with_a_doubt(text: str, who: str) -> None:
    found = find_quotes(text)[-1]
    assert found.entity == who
    assert found.confidence < SURE_ENOUGH


def test_both_who_speak_twice_are_no_others() -> None:
    assert speakers(
        "Pavel Drost and Karl Benning were arrested. Judge Ilse Marn will hear them. Both men said they were innocent. "
        "“We did nothing,” both men said."
    )[-1:] == ["Pavel Drost; Karl Benning"]
