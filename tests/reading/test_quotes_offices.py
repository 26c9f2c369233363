"""Who said what among ministers, ministries and their counterparts: the kinds of names that news of states is made of."""

from __future__ import annotations

import pytest

from tests.support.sayings import last, said
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Owen Hale, the British minister, flew in to see Norway's minister, Siri Dahl. The Norwegian minister "
            "promised “a fair price.”",
            "Siri Dahl",
        ),
        (
            "Otto Brask, secretary-general of Norwick Steel, spoke. Lena Holt, the mayor, left. “No,” the "
            "secretary-general said.",
            "Otto Brask",
        ),
        (
            "Otto Brask, consul-general in Arvik, spoke. Lena Holt, the mayor, left. “No,” the consul-general said.",
            "Otto Brask",
        ),
        ("The leader of the opposition, Rita Coll, left. “No,” the opposition leader said.", "Rita Coll"),
        (
            "Italy's premier, Pia Conti, met Prime Minister Edi Hoxa. “No,” said the Italian leader.",
            "Pia Conti",
        ),
        ("Ambassador Wen Bao met Minister Rita Coll. “No,” the diplomat said.", "Wen Bao"),
        ("Ex-president Ivo Stern met his successor, Rita Coll. “No,” the president said.", "Rita Coll"),
        (
            "Ex-president Ivo Stern met his successor, Rita Coll. “No,” the former president said.",
            "Ivo Stern",
        ),
        ("Minister Siri Dahl, who succeeds Nils Berg, smiled. “No,” the new minister said.", "Siri Dahl"),
        ("Rita Coll became minister, replacing Nils Berg. “No,” the outgoing minister said.", "Nils Berg"),
        ("Vice-President Ida Lund met President Nils Berg. “No,” the vice-president said.", "Ida Lund"),
        ("NATO Secretary General Tove Lind met General Nils Berg. “No,” the general said.", "Nils Berg"),
        ("NATO Secretary General Tove Lind left. “No,” the alliance's chief said.", "Tove Lind"),
        (
            "Foreign ministers Ana Ruiz of Cuba and Leo Paz of Peru met. “No,” the Peruvian minister said.",
            "Leo Paz",
        ),
        ("The Swedish minister, Lova Engdal, met Ivo Stern. “No,” the Swede said.", "Lova Engdal"),
        (
            "Readout of President Alma Berg's Call with Prime Minister Ivo Stern of Greece\n\nPresident Alma Berg spoke "
            "with Prime Minister Ivo Stern of Greece. “No,” the President said.",
            "Alma Berg",
        ),
        ("The Secretary spoke with Foreign Minister Ivo Stern. “No,” the Secretary said.", "Secretary"),
    ],
)
def test_an_office_is_its_holders(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "French President Luc Vidal received President Yuri Hal. “I came with a list,” the Ukrainian said. Hal "
            "left. “It is long,” Hal said. “Half of it is good,” his host said.",
            "Luc Vidal",
        ),
        (
            "Minister Nils Berg met his Danish colleague, Inger Lau. “No,” Berg said. His Danish host said it was “late”.",
            "Inger Lau",
        ),
    ],
)
def test_a_host_is_the_other_of_two(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“A floor,” the Prime Minister's Office said.", "Prime Minister's Office"),
        ("Sweden's Ministry for Foreign Affairs said it was “free”.", "Swedish Ministry for Foreign Affairs"),
        ("Seoul's Defence Ministry warned of “an answer”.", "South Korean Defence Ministry"),
        ("The Chinese embassy in Oslo was angry. “Rumours,” the embassy said.", "Chinese embassy in Oslo"),
        ("The Peruvian electoral council met. “No,” the council said.", "Peruvian electoral council"),
        ("The army of Lebanon said it was “ready”.", "Lebanese army"),
        ("The Department for Work and Pensions said it was “late”.", "Department for Work and Pensions"),
        ("The Chilean coast guard met. “No,” the coast guard in Santiago said.", "Chilean coast guard"),
        ("On Monday Channel 13 said it was “late”.", "Channel 13"),
    ],
)
def test_a_body_is_whole_and_has_its_state(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Assistant Secretary of State for European and Eurasian Affairs Ida Lund said “no.”", "Ida Lund"),
        (
            "Under Secretary of State for Arms Control and International Security Ida Lund said “no.”",
            "Ida Lund",
        ),
        ("Minister of the Interior and Community Gesa Alster said “no.”", "Gesa Alster"),
        ("Minister of Finance Ximena Alta said “no.”", "Ximena Alta"),
        ("Lund met President of Serbia Gojko Mitran, the palace said. “No,” Mitran said.", "Gojko Mitran"),
        ("Foreign Minister of South Korea Ida Lund said “no.”", "Ida Lund"),
        ("State Minister for Europe Konrad Esch said “no.”", "Konrad Esch"),
        ("French interior minister Odile Crest said “no.”", "Odile Crest"),
        ("US secretary of state Carl Munson said “no.”", "Carl Munson"),
        ("It came after Norcredit CEO Carl Munson said “no.”", "Carl Munson"),
        ("Senate President Pro Tem Carl Munson said “no.”", "Carl Munson"),
        ("French secretary of state for trade Odile Crest said “no.”", "Odile Crest"),
        ("It was led by home secretary Nora May who said it was “late”.", "Nora May"),
        ("Nora May rose. It rained. May said it was “late”.", "Nora May"),
        ("Mrs Nora May rose. In May Odile Crest said it was “late”.", "Odile Crest"),
        ("Owen Crest May 5 said it was “late”.", "Owen Crest"),
        ("Baroness Imogen Castle said “no.”", "Imogen Castle"),
        ("Prime Ministers Jana Stup and Andre Koc met. “No,” Stup said.", "Jana Stup"),
        ("A senior adviser to her, Caleb Roun, said it was “late”.", "Caleb Roun"),
        (
            "An adviser to Foreign Minister Odile Crest said it was “late”.",
            "an adviser to Foreign Minister Odile Crest",
        ),
        (
            "An envoy for Deputy Prime Minister Odile Crest said it was “late”.",
            "an envoy for Deputy Prime Minister Odile Crest",
        ),
        (
            "“No,” a Norland official familiar with the talks told reporters.",
            "a Norland official familiar with the talks",
        ),
        ("It rained. Norwegian state television said it was “late”.", "Norwegian state television"),
        ("It rained. Norwegian state TV said it was “late”.", "Norwegian state TV"),
        ("Ida Lund rose. What Team Lund said was lost. Mayor Lund said it was “late”.", "Ida Lund"),
        ("Ida Lund rose. Team Lund said it was “late”.", "Team Lund"),
        ("A senior Chilean security official said it was “late”.", "a senior Chilean security official"),
        ("Officials in Oslo said it was “late”.", "Officials in Oslo"),
    ],
)
def test_a_title_ends_where_the_name_begins(text: str, who: str) -> None:
    assert last(text).removeprefix("A ").removeprefix("a ") == who.removeprefix("a ")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "The boat was empty, Norland's Coast Guard said on Monday.",
            "The boat was empty",
            "Norland's Coast Guard",
        ),
        ("No date is agreed, the foreign minister, Ida Lund, insisted.", "No date is agreed", "Ida Lund"),
        ("No date is agreed, insisted foreign minister Ida Lund.", "No date is agreed", "Ida Lund"),
        ("No date is agreed, the palace in Rabat said.", "No date is agreed", "palace"),
        ("No date is agreed, Lund told the paper on Monday.", "No date is agreed", "Lund"),
    ],
)
def test_what_stands_before_who_gives_it_out_is_theirs(text: str, words: str, who: str) -> None:
    assert (words, who) in [(said, name.removeprefix("the ")) for said, name in said(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“It is late,” the agency quoted a Norland official as saying.", "a Norland official"),
        ("It is not, Roth said; Lund called that “a confession”.", "Lund"),
        ("“It is early,” Roth said, while Lund promised “clarity by Sunday”.", "Lund"),
        ("The ministry confirmed the trip. “It will be short,” it said.", "The ministry"),
        ("Engineers who built the dam warned that it was “weak”.", "Engineers"),
    ],
)
def test_the_speaker_is_the_subject_of_the_quotes_own_verb(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Czech and Slovak foreign ministries met. “No,” the ministries said.",
            ("Czech foreign ministry", "Slovak foreign ministry"),
        ),
        ("Ida Lund and Nils Berg left. “No,” the couple said.", ("Ida Lund", "Nils Berg")),
        (
            "In a letter to Roth, their ministers, Ida Lund and Nils Berg, called it “odd”.",
            ("Ida Lund", "Nils Berg"),
        ),
    ],
)
def test_those_named_together_are_meant_together(text: str, who: tuple[str, ...]) -> None:
    assert find_quotes(text)[-1].speakers == who


def test_two_who_only_met_are_unsurely_the_ministers() -> None:
    text = (
        "Minister Nils Berg met his Danish colleague, Inger Lau, at noon. “It is late,” the ministers said."
    )
    (found,) = find_quotes(text)
    assert found.speakers == ("Nils Berg", "Inger Lau")
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("General Khalid Abu Hajeer left. “No,” Abu Hajir said.", "Khalid Abu Hajeer"),
        ("Vyacheslav Yezhin left. “No,” Ezhin said.", "Vyacheslav Yezhin"),
        ("Lee Min-ho met Li Wen. “No,” Lee said.", "Lee Min-ho"),
    ],
)
def test_a_name_is_known_by_its_sound(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Oslo dismissed as “nonsense” a U.N. report that it had paid.", "that it had paid", "rejected"),
        ("Lund disputed that letters had been sent at all.", "that letters had been sent at all", "doubted"),
        ("Lund would not say how much had been paid.", "how much had been paid", "declined"),
        ("Lund denied any involvement, and Roth ruled out a feud.", "any involvement", "denied"),
    ],
)
def test_what_a_cue_turns_down_is_its_own_clause(text: str, words: str, polarity: str) -> None:
    found = find_quotes(text, spans="all")
    assert any(one.text.endswith(words) and one.polarity == polarity for one in found)


@pytest.mark.parametrize(
    "lund",
    [
        "Maria Lund, secretary of the dockers' union,",
        "Maria Lund, secretary of the Norwegian dockers' union,",
        "Maria Lund, secretary-general of Norwick Steel,",
        "Press secretary Maria Lund",
    ],
)
def test_a_secretary_of_no_ministry_is_not_the_minister(lund: str) -> None:
    before = find_quotes(f"{lund} stood at the gate. “The board did that alone,” the minister said.")
    behind = find_quotes(f"“The board did that alone,” the minister said.\n\n{lund} stood at the gate.")
    assert "Maria Lund" not in (before[0].entity, behind[0].entity)


@pytest.mark.parametrize("lund", ["Secretary of State Maria Lund", "Transport Secretary Maria Lund"])
def test_a_secretary_of_a_ministry_may_be_called_the_minister(lund: str) -> None:
    (found,) = find_quotes(f"{lund} stood at the gate. “The board did that alone,” the minister said.")
    assert found.entity == "Maria Lund"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vice President Hugo Salas opened the fair. The president called it “grand”.", "The president"),
        ("Deputy Prime Minister Ida Lund left. The prime minister called it “late”.", "The prime minister"),
        ("The deputy mayor, Ida Lund, left. The mayor called it “late”.", "The mayor"),
        ("Vice President Hugo Salas opened it. The vice president called it “grand”.", "Hugo Salas"),
        (
            "Vice President Salas won. President Hugo Salas left. The president called it “grand”.",
            "Hugo Salas",
        ),
        ("Vice Admiral Per Holm opened the fair. The admiral called it “grand”.", "Per Holm"),
        ("Deputy Foreign Minister Ida Lund left. The minister called it “late”.", "Ida Lund"),
        ("Deputy spokesman Per Holm left. The spokesman called it “late”.", "Per Holm"),
    ],
)
def test_a_deputy_is_not_who_holds_the_office(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Envoy Hanna Berg spoke. Ambassador Igor Holm objected. The envoy called it “late”.", "Hanna Berg"),
        (
            "Envoy Hanna Berg spoke. Ambassador Igor Holm objected. The ambassador called it “late”.",
            "Igor Holm",
        ),
        ("Analyst Ida Lund met pollster Per Holm. The analyst called it “late”.", "Ida Lund"),
        ("Minister Per Holm met Secretary Ida Lund. The minister called it “late”.", "Per Holm"),
        ("Ambassador Igor Holm objected. The envoy called it “late”.", "Igor Holm"),
        ("Gov. Per Holm met Governor Ida Lund. Holm stayed. The governor called it “late”.", "Per Holm"),
    ],
)
def test_the_very_noun_of_an_office_goes_before_its_like(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who", "sure"),
    [
        (
            "Governor Carl Munson spoke. The governor of Texas was away. The governor said “no”.",
            "Carl Munson",
            False,
        ),
        (
            "Mayor Ida Lund of Dayton left. The mayor of Toledo stayed. The mayor said “no”.",
            "The mayor",
            False,
        ),
        ("Mayor Ida Lund of Dayton left. The mayor of Dayton walked. The mayor said “no”.", "Ida Lund", True),
        (
            "Mayor Ida Lund of Dayton left. The mayor of Toledo stayed. Lund wept. The mayor said “no”.",
            "Ida Lund",
            True,
        ),
        ("Labour leader Ida Lund left. The Lib Dem leader said “no”.", "Ida Lund", False),
        ("Labour leader Ida Lund left. The Labour leader said “no”.", "Ida Lund", True),
        ("Ida Lund, the mayor of Norwick, left. The mayor said “no”.", "Ida Lund", True),
        ("Ida Lund, appointed the mayor of Norwick in May, left. The mayor said “no”.", "Ida Lund", True),
        (
            "Governor Carl Munson spoke. The governor of the bank was away. The governor said “no”.",
            "Carl Munson",
            True,
        ),
    ],
)
def test_an_office_of_another_place_makes_a_bare_one_doubtful(text: str, who: str, sure: bool) -> None:
    found = find_quotes(text)[-1]
    assert (found.entity, found.confidence >= SURE_ENOUGH) == (who, sure)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The president, Nino Lund, met the prime minister. The prime minister called it “vital”.",
            "The prime minister",
        ),
        (
            "The minister, Anne Dahl, met the head of the union. The union leader called it “late”.",
            "The union leader",
        ),
        ("Nino Lund, the prime minister, left. The prime minister called it “vital”.", "Nino Lund"),
        ("Nino Lund, appointed the mayor in May, left. The mayor called it “vital”.", "Nino Lund"),
        ("Nino Lund, elected mayor in May, left. The mayor called it “vital”.", "Nino Lund"),
    ],
)
def test_who_was_met_is_not_what_somebody_is(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Ida Lund met whistleblower Ugo Conti. “No,” the whistleblower said.", "Ugo Conti"),
        (
            "Coach Erik Moen dropped striker Lars Lie and striker Ole Dahl. The striker called it “late”.",
            "The striker",
        ),
        ("Coach Erik Moen dropped striker Lars Lie. The striker for Brann called it “late”.", "The striker"),
        ("Coach Erik Moen dropped striker Lars Lie. A striker called it “late”.", "A striker"),
        (
            "Coach Erik Moen dropped striker Lars Lie. The former striker called it “late”.",
            "The former striker",
        ),
        ("Coach Erik Moen dropped striker Lars Lie. The winger called it “late”.", "The winger"),
    ],
)
def test_a_noun_that_stood_before_a_name_is_its_bearer(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Former President Hugo Salas left. The president called it “late”.", False),
        ("Hugo Salas, the former mayor, left. The mayor called it “late”.", False),
        ("Former President Hugo Salas left. The former president called it “late”.", True),
        ("President Hugo Salas, a former general, left. The president called it “late”.", True),
        ("Hugo Salas, the president, a former general, left. The president called it “late”.", True),
        ("Former General Hugo Salas left. The general called it “late”.", True),
    ],
)
def test_who_held_an_office_once_is_its_holder_with_a_doubt(text: str, sure: bool) -> None:
    found = find_quotes(text)[-1]
    assert (found.entity, found.confidence >= SURE_ENOUGH) == ("Hugo Salas", sure)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Europe", "foreign"), ("climate", "fisheries"), ("water", "housing"), ("migration", "tourism")],
)
def test_a_minister_of_one_matter_is_not_that_of_another(one: str, other: str) -> None:
    text = f"{one.capitalize()} minister Anton Kos spoke in Norwick.\n\nThe {other} minister said that it was late."
    assert last(text) == f"The {other} minister"
    assert last(text.replace(other, one.lower())) == "Anton Kos"


@pytest.mark.parametrize(
    ("told", "office", "same"),
    [
        ("The head of the harbour mission, Ida Lund,", "The elections chief", False),
        ("The head of the electoral commission, Ida Lund,", "The elections chief", True),
        ("Ida Lund, who runs the electoral commission,", "The elections chief", True),
        ("The director of the museum, Ida Lund,", "The hospital director", False),
        ("The director of the museum, Ida Lund,", "The museum director", True),
        ("The director, Ida Lund,", "The museum director", True),
        ("Police chief Ida Lund", "The fire chief", False),
        ("The chair of the budget committee, Ida Lund,", "The party chair", False),
        ("Labour chair Ida Lund", "The party chair", True),
        ("The leader of the ruling party, Ida Lund,", "The opposition leader", False),
        ("Labour leader Ida Lund", "The opposition leader", True),
        ("The head of the mission, Ida Lund,", "The agency's head", False),
        ("The head of the mission, Ida Lund,", "The head of the fund", False),
        ("The president of the court, Ida Lund,", "The club president", False),
        ("The president of the court, Ida Lund,", "The president", True),
        ("The veteran director of the museum, Ida Lund,", "The energetic director", True),
    ],
)
def test_an_office_of_one_body_is_not_that_of_another(told: str, office: str, same: bool) -> None:
    found = find_quotes(f"{told} said that it was late. {office} denied that it was.", spans="all")[-1]
    assert (found.entity == "Ida Lund") is same
    assert same or found.confidence < SURE_ENOUGH


_TWO_MINISTERS = "The interior minister, Emil Sand, spoke. The health minister, Karl Ek, was late."


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The minister said that masks would come.", "Karl Ek"),
        ("Police will be there, Sand said. The minister said that it was enough.", "Emil Sand"),
        ("The interior ministry has forty men. The minister said that it was enough.", "Emil Sand"),
        ("Both went home. The minister said that it was enough.", "The minister"),
        ("Sand greeted Ek. The minister said that it was enough.", "The minister"),
        ("The transport minister left. The minister said that it was enough.", "The minister"),
    ],
)
def test_of_two_ministers_the_one_told_of_last_may_be_meant(told: str, who: str) -> None:
    found = find_quotes(f"{_TWO_MINISTERS} {told}", spans="all")[-1]
    assert found.entity == who
    assert found.confidence < SURE_ENOUGH


def test_the_minister_behind_one_without_a_name_is_not_the_one_named_before() -> None:
    text = (
        "The transport minister, Emil Sand, said that it was late. The interior minister told the senate that it was. "
        "The minister said that it had rained."
    )
    found = find_quotes(text, spans="all")[-1]
    assert found.entity == "The minister"
    assert found.confidence < SURE_ENOUGH


def test_a_minister_of_no_matter_is_not_surely_that_of_one() -> None:
    text = "The minister himself, Emil Sand, said that it was late. The {}minister said that it had rained."
    for_one, plain = (find_quotes(text.format(of), spans="all")[-1] for of in ("interior ", ""))
    assert for_one.confidence < SURE_ENOUGH < plain.confidence
    assert plain.entity == "Emil Sand"


def test_an_office_of_a_body_is_not_the_only_one_of_whom_nothing_is_told() -> None:
    text = "Ida Lund, who had waited, said that it was late. The border commander said that it rained."
    assert last(text) == "The border commander"
    assert last(text.replace("border ", "")) == "Ida Lund"


@pytest.mark.parametrize(
    "office", ["President", "Prime Minister", "Foreign Minister", "Deputy Foreign Minister"]
)
@pytest.mark.parametrize(
    "met",
    [
        "{0} of Finland Ida Lund met {0} of Serbia Jan Roth in Arn.",
        "The {0} of Finland, Ida Lund, met the {0} of Serbia, Jan Roth, in Arn.",
        "Ida Lund, {0} of Finland, met Jan Roth, {0} of Serbia, in Arn.",
    ],
)
def test_an_office_in_capitals_with_its_state_is_its_holder_surely(office: str, met: str) -> None:
    text = f"{met.format(office)} The {office} of Serbia said that the costs were high."
    (found,) = find_quotes(text, spans="all")
    assert found.entity == "Jan Roth"
    assert found.confidence >= SURE_ENOUGH


@pytest.mark.parametrize("office", ["Prime Minister", "Foreign Minister", "Vice President"])
def test_an_office_in_capitals_is_as_sure_as_one_in_small_letters(office: str) -> None:
    met = f"{office} Ida Lund of Finland met Jan Roth, a Serbian envoy, in Arn."
    for written in (office, office.lower()):
        (found,) = find_quotes(f"{met} The {written} said that the costs were high.", spans="all")
        assert found.entity == "Ida Lund"
        assert found.confidence >= SURE_ENOUGH


def test_of_presidents_of_places_in_no_table_neither_is_the_other_surely() -> None:
    text = (
        "President of Norland Ida Lund had a telephone conversation with President of Sudland Jan Roth. Ida Lund told him"
        " that the gates were ready. The President of Sudland said that the costs were high."
    )
    last = find_quotes(text, spans="all")[-1]
    assert last.entity != "Ida Lund" or last.confidence < SURE_ENOUGH


def test_the_secretary_is_no_foreign_minister_who_was_told_of_since() -> None:
    text = (
        "Secretary of State Jan Roth spoke with Finnish Foreign Minister Ida Lund. The Secretary and the Foreign Minister"
        " discussed the lock. The Secretary said that the opening was near."
    )
    (found,) = find_quotes(text, spans="all")
    assert found.entity == "Jan Roth"


@pytest.mark.parametrize("said_by", ["He", "The President"])
def test_an_office_is_not_who_it_spoke_with(said_by: str) -> None:
    text = (
        "The President of the Republic spoke this morning with the President of Serbia, Ida Lund."
        f" {said_by} said that the lock must open."
    )
    (found,) = find_quotes(text, spans="all")
    assert found.entity.startswith("President")


@pytest.mark.parametrize("office", ["Speaker of Parliament", "Foreign Secretary of Norland"])
def test_a_speaker_or_secretary_in_capitals_is_whoever_was_told_of_as_that(office: str) -> None:
    text = f"The {office}, Ida Lund, said the lock was shut. A boat came. The {office} said nobody asked her."
    assert [who for _, who in said(text)] == ["Ida Lund", "Ida Lund"]
