"""Quotes found again in a text that changed."""

import subprocess
import sys
import time

import pytest

from tui.core.alignment.anchors import Anchor, find_anchor
from tui.core.alignment.versions import VersionAlignment
from tui.core.model import Selector

TEXT = """The harbour council met on Thursday to settle the long quarrel over the ferry.

“We will keep the night ferry running through the winter,” said Ines Duarte, who chairs the council.

Boat owners were less pleased. “Nobody asked us,” one of them said after the vote.

Paul Adeyemi, the treasurer, put the price at two million a year. “That is money we do not have,” he said, “and \
nobody in this room knows where to find it.”

“Never,” said the mayor when he was asked whether he would resign. He left by the back door.

The next meeting is in March. “Never,” said the harbour master when he was asked about a toll."""

WINTER = "We will keep the night ferry running through the winter,"


def selector(words: str, text: str = TEXT, nth: int = 0) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Selector.at(text, start, start + len(words))


def words(text: str, found: Anchor | None) -> str | None:
    return None if found is None else text[found.start : found.end]


def test_unchanged_text_keeps_every_anchor() -> None:
    for each in ("ferry", "Nobody asked us", WINTER):
        was = selector(each)
        assert find_anchor(TEXT, was) == Anchor(was.start, was.end, 1.0, "exact")


def test_a_paragraph_put_in_or_taken_out_above_shifts_the_anchor() -> None:
    was = selector(WINTER)
    more = "Rain fell all day over the old town and kept the crowds away.\n\n" + TEXT
    less = TEXT.split("\n\n", 1)[1]
    for now in (more, less):
        found = find_anchor(now, was)
        assert found and found.how == "exact" and words(now, found) == WINTER


def test_reflow_and_other_quote_marks_and_dashes_are_the_same_words() -> None:
    was = selector(
        "That is money we do not have,” he said, “and nobody in this room knows where to find it.”"
    )
    now = TEXT.replace("“", '"').replace("”", '"').replace(" the ", "\nthe ").replace(" room", "  room")
    found = find_anchor(now, was)
    assert found and found.how == "exact"
    assert words(now, found) == (
        'That is money we do not have," he said, "and nobody in this  room knows where to find it."'
    )


def test_a_mended_word_moves_the_anchor_and_says_so() -> None:
    wrong = TEXT.replace("through the winter", "trough teh winter")
    was = selector("We will keep the night ferry running trough teh winter,", wrong)
    found = find_anchor(TEXT, was)
    assert found and found.how == "moved" and words(TEXT, found) == WINTER


def test_words_added_inside_a_quote_are_taken_in() -> None:
    now = TEXT.replace("night ferry running", "small night ferry to the islands running")
    found = find_anchor(now, selector(WINTER))
    assert found and found.how == "moved"
    assert words(now, found) == (
        "We will keep the small night ferry to the islands running through the winter,"
    )


@pytest.mark.parametrize("gone", [WINTER, "Nobody asked us", "That is money we do not have"])
def test_a_quote_that_was_taken_out_is_an_orphan(gone: str) -> None:
    was = selector(gone)
    paragraphs = TEXT.split("\n\n")
    without_words = TEXT.replace(gone, "")
    without_paragraph = "\n\n".join(each for each in paragraphs if gone not in each)
    assert find_anchor(without_words, was) is None
    assert find_anchor(without_paragraph, was) is None


def test_another_quote_in_its_place_is_not_taken_for_it() -> None:
    now = TEXT.replace(WINTER, "Not one boat will leave the quay before the spring,")
    assert find_anchor(now, selector(WINTER)) is None


def test_the_same_words_twice_are_told_apart_by_what_stands_around_them() -> None:
    first, second = selector("Never", nth=0), selector("Never", nth=1)
    paragraphs = TEXT.split("\n\n")
    swapped = "\n\n".join([paragraphs[-1], *paragraphs[:-1]])
    for was, after in ((first, "mayor"), (second, "harbour master")):
        found = find_anchor(swapped, was)
        assert found and after in swapped[found.end : found.end + 30]


def test_of_two_places_alike_in_everything_the_nearer_one_is_taken() -> None:
    text = "“No comment,” he said.\n\n" * 6
    was = selector("No comment", text, nth=3)
    now = "A word before it all.\n\n" + text
    shift = len(now) - len(text)
    found = find_anchor(now, was, near=was.start + shift)
    assert found and found.start == was.start + shift


def test_a_short_quote_is_not_taken_for_the_same_word_somewhere_else() -> None:
    now = "\n\n".join(each for each in TEXT.split("\n\n") if "the mayor" not in each)
    assert find_anchor(now, selector("Never", nth=0)) is None


def test_half_a_word_is_not_found_inside_another() -> None:
    text = "He spoke of art, and of nothing else, for an hour."
    was = selector("art", text)
    for other in (
        "He spoke of party, and of nothing else, for an hour.",
        "The artists took part in a party.",
    ):
        found = find_anchor(other, was)
        assert words(other, found) in {None, "party"}


def test_scripts_without_spaces_or_capitals_are_found() -> None:
    text = "市長は木曜日に会見した。「冬の間も夜の船を続ける」と議長は述べた。次の会合は三月に開かれる。"
    was = selector("冬の間も夜の船を続ける", text)
    now = "新しい段落がここに入る。\n" + text.replace("夜の船", "夜の小さな船")
    found = find_anchor(now, was)
    assert words(now, found) == "冬の間も夜の小さな船を続ける"
    arabic = "قال رئيس المجلس إن السفينة ستبحر ليلا طوال الشتاء ولم يسأل أحد أصحاب القوارب"
    was = selector("السفينة ستبحر ليلا طوال الشتاء", arabic)
    now = "فقرة جديدة.\n" + arabic.replace(" ليلا", "\nليلا")
    found = find_anchor(now, was)
    assert found and found.how == "exact" and words(now, found) == "السفينة ستبحر\nليلا طوال الشتاء"


def test_an_offset_is_carried_over_changes() -> None:
    now = "One new sentence stands here. " + TEXT.replace("less pleased", "not at all pleased")
    place = VersionAlignment(TEXT, now)
    for each in ("ferry", WINTER, "Nobody", "two million"):
        assert place(TEXT.index(each)) == now.index(each)
    assert 0 <= place(0) <= len(now)
    assert place(len(TEXT)) <= len(now)
    assert VersionAlignment("", "words")(0) == 0
    assert VersionAlignment("words", "")(3) == 0


def test_nothing_is_found_in_nothing() -> None:
    assert find_anchor("", selector(WINTER)) is None
    assert find_anchor(TEXT, Selector("")) is None
    assert find_anchor(TEXT, Selector("  \n")) is None
    assert find_anchor("Words only.", Selector("…", "a", "b", 5, 6)) is None


def test_a_long_text_with_many_quotes_takes_well_under_a_second() -> None:
    sentences = [
        f"Speaker {n} of ward {n * 7919 % 1009} asked for {n * 31} new lamps near gate {n * 17 % 401}, "
        f"“and not one of the {n * 3} lamps we were promised in year {n} ever came to street {n * 13},” she said."
        for n in range(1000)
    ]
    text = "\n\n".join(sentences)
    quotes = [selector(each.split("“")[1].split("”")[0], text) for each in sentences[::2]]
    now = "A new line.\n" + text.replace("we were promised", "they promised us").replace("“", '"')
    assert len(now) > 150_000 and len(quotes) == 500
    start = time.process_time()
    found = [find_anchor(now, each) for each in quotes]
    spent = time.process_time() - start
    assert all(each and each.how == "moved" for each in found)
    assert spent < 1.5, spent


def test_the_matcher_is_loaded_only_when_words_changed() -> None:
    code = "import sys, tui.core.alignment.anchors; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_words_that_stand_once_are_found_where_nothing_around_them_is_left() -> None:
    now = (
        "A page that was written anew from beginning to end.\n\n"
        "The treasurer repeated it: “That is money we do not have.” He sat down.\n\n"
        "Nothing else is as it was."
    )
    found = find_anchor(now, selector("That is money we do not have"))
    assert words(now, found) == "That is money we do not have" and found and found.how == "moved"
    twice = f"{now}\n\n“That is money we do not have.”"
    assert find_anchor(twice, selector("That is money we do not have")) is None


def test_one_side_that_is_as_it_was_makes_up_for_a_slip_in_a_single_word() -> None:
    text = "The owners called the plan for a toll at the quay simply “intolerable”. The vote was put off."
    now = text.replace("intolerable", "intolerabel").split(". The vote")[0] + ". Cold."
    assert words(now, find_anchor(now, selector("intolerable", text))) == "intolerabel"


TWICE = (
    "The council met on Thursday to speak about the boats.\n\n"
    "“Everybody on the island will have to wait for the spring,” the harbour master said at last.\n\n"
    "Nobody in the room answered him, and the meeting went on with the lamps of the quay.\n\n"
    "Everybody on the island will have to wait for the spring,\nThe harbour master\n\n"
    "The lamps will be mended in May, for a third of what they cost ten years ago."
)
WAIT = "Everybody on the island will have to wait for the spring,"


@pytest.mark.parametrize("nth", [0, 1])
def test_words_that_another_place_had_before_are_not_taken_for_those_that_went(nth: int) -> None:
    gone = next(
        part for part in TWICE.split("\n\n") if WAIT in part and part.startswith("“") is not bool(nth)
    )
    now = TWICE.replace(f"{gone}\n\n", "")
    assert VersionAlignment(TWICE, now).find(selector(WAIT, TWICE, nth)) is None
    stays = VersionAlignment(TWICE, now).find(selector(WAIT, TWICE, 1 - nth))
    assert stays and stays.how == "exact" and words(now, stays) == WAIT


def test_a_place_that_moved_is_found_where_it_went() -> None:
    parts = TEXT.split("\n\n")
    now = "\n\n".join([*parts[1:], parts[0]])
    for each in (WINTER, "Nobody asked us"):
        found = VersionAlignment(TEXT, now).find(selector(each))
        assert found and words(now, found) == each


def test_the_half_that_is_left_of_marked_words_is_found_and_says_so() -> None:
    cut = TWICE.replace("went on with the lamps", "went lamps")
    found = VersionAlignment(TWICE, cut).find(selector("with the lamps of the quay", TWICE))
    assert found and found.how == "moved" and words(cut, found) == "lamps of the quay"


def test_a_changed_quote_ends_with_its_own_words() -> None:
    now = TEXT.replace("We will keep the night ferry", "We perhaps even will keep the night ferry")
    found = VersionAlignment(TEXT, now).find(selector(WINTER))
    assert found and words(now, found) == WINTER.replace("We will", "We perhaps even will")
