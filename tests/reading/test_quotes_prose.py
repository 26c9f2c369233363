"""Agency and magazine prose: clauses behind the cue, guests and hosts, several speakers, names in two spellings."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def said(text: str) -> list[tuple[str, str]]:
    """Return the words of each quote and who says them."""
    return [(found.text, found.entity) for found in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    ("cue", "further", "told"),
    [
        (", she said", "and under it were two buses", True),
        (", she told the court", "but its neighbours had", True),
        (", according to Ada Renn", "and two more would follow", True),
        (", according to Ada Renn", "but the count is not over", False),  # the writer's
        (", she said", "and left the room", False),
    ],
)
def test_a_clause_behind_the_cue_goes_on_with_what_was_said(cue: str, further: str, told: bool) -> None:
    text = f"Ada Renn named a bridge. It had fallen in 2018{cue}, {further}. The mayor waited."
    assert ((further, "Ada Renn") in said(text)) is told


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("“It is ours,” the Nigerian said.", "Tunde Adebisi"),
        ("Her guest smiled. He said it was late.", "Tunde Adebisi"),
        ("“It is late,” Lund said. Her guest nodded. “I know,” he said.", "Tunde Adebisi"),
        ("Her Romanian counterpart, Ion Spata, was there. He said it was late.", "Ion Spata"),
    ],
)
def test_a_guest_is_who_is_named_though_nothing_else_is_told_of_him(told: str, who: str) -> None:
    text = f"Norway's minister, Ida Lund, came early. Tunde Adebisi had brought nine lawyers. {told}"
    assert said(text)[-1][1] == who


def test_the_ethiopian_may_be_either_of_two_of_whom_nothing_is_told() -> None:
    text = "Hiwot Desalegn runs a dam; Rasha Gaffar has a desk. “No,” the Ethiopian said. Gaffar said it was late."
    assert said(text)[0][1] == "Ethiopian"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "A delegate from Malta, who had come late, rose. His state had saved many, he said.",
            "a delegate from Malta",
        ),
        ("The guard's wife spoke too. “He never slept,” she said.", "The guard's wife"),
        ("The guard's friend and heir, Ada Kern, said it was late.", "Ada Kern"),
        ("Roth's daughter and heir, Ada Kern, said it was late.", "Ada Kern"),
    ],
)
def test_who_is_told_of_in_more_than_a_word_is_who_speaks(told: str, who: str) -> None:
    assert said(f"Prosecutor Ida Lund spoke first. {told} Ivo Stern waited.")[-1][1] == who


def test_two_of_them_are_not_the_two_who_were_named() -> None:
    text = "Uganda and Rwanda agreed. Guards slept, drivers at the gate said. “One pays,” said {}."
    assert said(text.format("two of them"))[-1][1] == "two of them"
    text = "Ida Lund met Ivo Stern. {} of them said it was late."
    assert said(text.format("Both"))[-1][1] == said(text.format("The two"))[-1][1] == "Ida Lund; Ivo Stern"


def test_each_of_a_list_of_those_who_spoke_has_his_own_words() -> None:
    points = "- Ida Lund, harbour pilot: “The doors were open.”\n- Otto Roth: “We wrote eleven letters.”"
    text = f"The court heard two people. {{}}:\n\n{points}\n"
    assert [who for _, who in said(text.format("This is what they said"))] == ["Ida Lund", "Otto Roth"]


def test_the_label_of_a_point_is_not_who_makes_it() -> None:
    text = "Ida Lund made two points:\n\n- Security: “We cannot wait.”\n- The pilot: “He cannot wait.”"
    assert [who for _, who in said(text)] == ["Ida Lund", "Ida Lund"]


def test_who_speaks_through_another_is_who_speaks() -> None:
    text = "The minister for climate, to whom both wrote as well, said through a spokesman that she saw no reason to act."
    assert said(text)[0][1] == "the minister for climate"


@pytest.mark.parametrize(("story", "told"), [("is over", True), ("of the dam was long", False)])
def test_a_story_is_told_about_where_it_does_something(story: str, told: bool) -> None:
    assert bool(said(f"Ida Lund told reporters the story {story}.")) is told


def test_her_counterpart_from_uganda_is_the_ugandan_minister() -> None:
    text = "Foreign Minister Ida Lund met her Ugandan counterpart. The Ugandan minister said it was late."
    assert said(text)[0][1] == "The Ugandan minister"


def test_the_minister_of_whom_a_minister_tells_is_another() -> None:
    found = find_quotes("Minister Ida Lund said that the minister had promised to wait.", spans="all")
    assert [(one.entity, one.chain) for one in found] == [("Ida Lund", ()), ("the minister", ("Ida Lund",))]
    assert found[1].confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("full", "bare", "who"),
    [
        ("Maria João d'Alverca", "Ms D'Alverca", "Maria João d'Alverca"),
        ("Luís d’Orey", "Mr d’Orey", "Luís d’Orey"),
        ("Ruslan Dadasheev", "Dadashev", "Ruslan Dadasheev"),
        ("Ruslan Dadasheev", "Dudina", "Dudina"),  # not the same consonants
        ("Matthew Soerens", "Syrians", "Syrians"),  # a people
    ],
)
def test_a_surname_is_known_again_by_its_particle_and_its_consonants(full: str, bare: str, who: str) -> None:
    assert said(f"{full} came to the port. “It is late,” {bare} said.")[0][1] == who


def test_one_of_two_with_like_surnames_is_not_taken_for_the_other() -> None:
    text = "Ida Anderson met Ivo Andersen. “No,” Andersen said. “Yes,” Anderson said."
    assert [who for _, who in said(text)] == ["Ivo Andersen", "Ida Anderson"]


def test_what_somebody_reminds_another_of_is_told() -> None:
    text = "Ida Lund waited. The dam, she reminded him, was full."
    assert said(text) == [("The dam", "Ida Lund"), ("was full", "Ida Lund")]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Ida Lund said the dam was full; “we saw it,” she said.", "the dam was full"),
        (
            "Ida Lund said the dam would be full by May – “by June”, she added.",
            "the dam would be full by May",
        ),
        ("According to Ida Lund, the dam was full; “and he knows it,” Lund said.", "the dam was full"),
        ("Ida Lund said the reason was plain: there was no rain.", "the reason was plain: there was no rain"),
        ("Ida Lund, a cook, said the reason was plain: it was late.", "the reason was plain: it was late"),
        ("Not so, said Ida Lund: the dam was full.", "the dam was full"),
    ],
)
def test_a_clause_ends_where_the_next_words_have_their_own_cue(sentence: str, first: str) -> None:
    assert said(f"{sentence} The mayor waited.")[0] == (first, "Ida Lund")


@pytest.mark.parametrize(
    ("done", "who"),
    [
        ("A man accused of theft in Riga", "A man"),
        ("On Monday the man accused by Riga", "the man"),
        ("Officials accused of fraud by Norland", "Officials"),
    ],
)
def test_who_is_accused_somewhere_says_it_and_not_the_place(done: str, who: str) -> None:
    assert said(f"{done} said it was late.")[0][1] == who


def test_the_other_is_the_one_of_two_who_did_not_speak() -> None:
    text = "Ida Lund met Ivo Stern. “No,” Lund said. The other laughed and said it was true."
    assert said(text)[-1][1] == "Ivo Stern"
    text = "Ida Lund met Ivo Stern. “No,” Lund said. One guard nodded. The other said it was true."
    assert said(text)[-1][1] != "Ivo Stern"


def test_they_are_those_whom_the_sentence_before_begins_with() -> None:
    assert (
        said("Prosecutors in Milan see it otherwise. They say it was late.")[0][1] == "Prosecutors in Milan"
    )


@pytest.mark.parametrize(
    ("minister", "ministry"),
    [
        ("Norway's trade minister, Ida Lund,", "Norwegian trade ministry"),
        ("Minister Ida Lund", "Her ministry"),  # of what is not told
    ],
)
def test_her_ministry_is_that_of_her_state_and_matter(minister: str, ministry: str) -> None:
    assert said(f"{minister} came late. Her ministry said it was early.")[0][1] == ministry


@pytest.mark.parametrize(
    "occasion",
    [
        "in a joint statement",
        "in a note on Monday",
        "at a news conference",
        "in a letter to the council",
        "in Oslo",
    ],
)
def test_a_clause_without_that_is_told_behind_the_occasion(occasion: str) -> None:
    assert said(f"Ida Lund said {occasion} the dam would hold.") == [("the dam would hold", "Ida Lund")]


def test_what_tells_more_of_the_occasion_is_not_said() -> None:
    assert said("“It holds,” Ida Lund said at a game he had not seen.") == [("It holds,", "Ida Lund")]
    words = [words for words, _ in said("Ida Lund said in an interview he gave in May that it was late.")]
    assert not any(one.startswith("he gave") for one in words)


@pytest.mark.parametrize(
    ("headline", "who"),
    [("MAYOR LUND SAYS DAM IS “FULL”", "Ida Lund"), ("PORT CHIEF WARNS CREWS “WAIT”", "PORT CHIEF")],
)
def test_what_a_headline_in_capitals_says_is_no_name(headline: str, who: str) -> None:
    assert said(f"{headline}\n\nIda Lund spoke on Monday.")[0][1] == who


@pytest.mark.parametrize(
    ("clause", "told"), [("loved", False), ("had loved", True), ("built last year", False)]
)
def test_what_tells_only_of_the_book_it_stands_in_is_not_said(clause: str, told: bool) -> None:
    assert bool(said(f"Ida Lund wrote in a book the critics {clause}.")) is told
