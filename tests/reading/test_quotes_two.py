"""Of two who are spoken of, which one speaks: the guest or the host, the man or the woman, the leader of the other state."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The king received the chairman of the fund, Ivo Stern. “It is late,” the guest said.",
            "Ivo Stern",
        ),
        ("President Alma Berg hosted Ivo Stern for lunch. “It is late,” the host said.", "Alma Berg"),
        ("Ivo Stern was received by President Alma Berg. “It is late,” the visitor said.", "Ivo Stern"),
        (
            "Senator Dolores Lund-Hobbs and Representative Wade Branning have toured the same stretch of the Arizona border "
            "in the same week. They came back with different accounts.\n\nShe saw children sleeping on gravel. “Nobody "
            "should be proud of what I saw,” she said at a news conference in Tucson.",
            "Dolores Lund-Hobbs",
        ),
        (
            "High Representative Carlo Lund rang up. HR Lund said that the fund would be paid.",
            "Carlo Lund",
        ),
        (
            "High Representative Carlo Berg rang up. “It will be paid,” HRVP Carlo Berg said.",
            "Carlo Berg",
        ),
        # initials are of a first name, and no office's
        (
            "Deputy leader JD Lund and his wife, Usha Lund, came to Norwick.\n\n“We are here to listen,” JD Lund said.",
            "JD Lund",
        ),
        ("Ida Lund, 58, met Ivo Stern, 60. “It is late,” the 58-year-old said.", "Ida Lund"),
        ("Ida Lund, 58, met Ivo Stern, 58. “It is late,” the 58-year-old said.", "the 58-year-old"),
        (
            "Ida Lund, 58, left. A 58-year-old driver came. “It is late,” the 58-year-old said.",
            "the 58-year-old",
        ),
        ("Ida Lund, 58, a 58-year-old driver, left. “It is late,” the 58-year-old said.", "Ida Lund"),
        ("The man who Ida Lund said was late called it “a lie”.", "The man"),
        ("Another lawmaker, Ida Lund of the opposition, said that she had left early.", "Ida Lund"),
    ],
)
def test_it_is_the_one_of_two(text: str, who: str) -> None:
    assert find_quotes(text, spans="all")[-1].entity == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ivan Stern rang up President of Serbia Gojko Mitran. The Russian President confirmed that gas would flow.",
            "Ivan Stern",
        ),
        # of two of whom no state is told neither is taken
        (
            "Ivan Stern and Pavel Roth rang up Gojko Mitran of Serbia. The Russian President said that gas would flow.",
            "Russian President",
        ),
        # whom it rang it is not; who is left may only stand by
        (
            "The mayor rang Mayor Ida Lund. Mayor Nils Berg was out. “It is late,” the mayor said.",
            "Nils Berg",
        ),
    ],
)
def test_a_leader_whom_no_words_show_is_unsure(text: str, who: str) -> None:
    found = find_quotes(text, spans="all")[-1]
    assert found.entity == who
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "His Swedish counterpart was milder: the paper, he said, could be mended.",
            "His Swedish counterpart",
        ),
        ("His Swedish counterpart was milder: “It can be mended,” he said.", "His Swedish counterpart"),
        ("He was milder than his counterpart: the paper, he said, could be mended.", "Emil Sand"),
    ],
)
def test_whom_a_clause_before_a_colon_is_about_speaks_behind_it(told: str, who: str) -> None:
    for president in ("The Norwegian president, Emil Sand,", "President Emil Sand"):
        text = f"{president} rejected the text. {told}"
        assert find_quotes(text, spans="all")[-1].entity == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya's minister spoke. The Ugandan, Prossy Naka, said that it was late.", "Prossy Naka"),
        ("Kenya's minister spoke. The Frenchman, Hugues Bell, asked which two were missing.", "Hugues Bell"),
        (
            "The Brazilian, Ota Pinho, left. A spokesman came. The Brazilian minister said that it was late.",
            "Ota Pinho",
        ),
        ("Prossy Naka spoke. The Ugandan, she said, was late.", "Prossy Naka"),
        (
            "The envoy who wrote the plan, Solveig Tang, told the council that it had eleven points.",
            "Solveig Tang",
        ),
        (
            "The envoy who met the mayor, Solveig Tang, told the council that it had eleven points.",
            "The envoy",
        ),
    ],
)
def test_who_is_named_behind_a_people_or_a_clause_is_meant(text: str, who: str) -> None:
    assert find_quotes(text, spans="all")[-1].entity == who


def test_a_counterpart_is_who_is_named_further_down_as_of_that_state_though_not_surely() -> None:
    text = (
        "Kenya's minister, Emil Sand, spoke. His {} counterpart laughed. “Ours have one,” she told reporters.\n\n"
        "The Ugandan, Prossy Naka, left."
    )
    found = find_quotes(text.format("Ugandan"))[0]
    assert found.entity == "Prossy Naka"
    assert found.confidence < SURE_ENOUGH
    assert find_quotes(text.format("Danish"))[0].entity == "His Danish counterpart"


@pytest.mark.parametrize(
    ("led", "who"),
    [
        ("Berg, by contrast", "Berg"),
        ("Berg, for his part", "Berg"),
        ("Not so Berg", "Berg"),
        ("But not so Berg", "Berg"),
        ("Then, on the other hand", "Ida Lund"),  # names nobody
    ],
)
def test_who_is_set_against_the_one_before_says_what_is_behind_the_colon(led: str, who: str) -> None:
    text = (
        f"Ida Lund, a senator, spoke in Norwick. Lund said: “The weir will stay shut.” {led}: “It is open.”"
    )
    assert find_quotes(text, spans="all")[-1].entity == who


def test_a_statement_with_a_paragraph_in_each_language_by_turns_is_read_in_both() -> None:
    text = (
        "The ministers of ports of Norland and Sudland, Ida Lund and Jan Roth, met in Arn on Monday. “We agreed to open the"
        " lock,” Ms Lund said after the meeting.\n\n"
        "Les ministres des ports du Norland et du Sudland, Ida Lund et Jan Roth, se sont rencontrés lundi à Arn. « Nous"
        " avons décidé d'ouvrir l'écluse », a déclaré M. Roth à l'issue de la rencontre.\n\n"
        "The next meeting will be in April in Sudland. “There is much to do,” Mr Roth said.\n\n"
        "La prochaine rencontre aura lieu en avril au Sudland. « Il reste beaucoup à faire », a déclaré Mme Lund."
    )
    found = find_quotes(text)
    assert [(one.entity, text[one.start : one.end]) for one in found] == [
        ("Ida Lund", "We agreed to open the lock,"),
        ("Jan Roth", "Nous avons décidé d'ouvrir l'écluse"),
        ("Jan Roth", "There is much to do,"),
        ("Ida Lund", "Il reste beaucoup à faire"),
    ]
    assert [text[one.speaker_start : one.speaker_end] for one in found] == [
        "Ms Lund",
        "Roth",
        "Mr Roth",
        "Lund",
    ]
