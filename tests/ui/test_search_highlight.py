"""Where the words of a query stand in a text: plain functions, no screen."""

import pytest

from tui.core.query.parser import parse
from tui.core.query.terms import wanted_words
from tui.ui.panes.search_highlight import Matches, find, stops, together

FILLER = "Nothing of note was said. " * 60


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find(text, wanted_words(parse(query)))]


@pytest.mark.parametrize("before", ["", FILLER, FILLER + "Straße, ﬁn, naïve “x”. "])
def test_words_are_found_where_they_stand_whatever_accents_case_and_length(before: str) -> None:
    text = f"{before}The Élysée said so; elysees do. “No deal”, no\ndeal, no dealing, Noél."
    assert found(text, "elysee") == ["Élysée", "elysee"]
    assert found(text, '"no deal"') == ["No deal", "no\ndeal"]
    assert found(text, "lysee") == [] and found(text, "eal") == []


def test_a_word_begins_at_the_very_beginning_and_after_anything_that_is_no_letter() -> None:
    assert found("more moreover, any-more _more 3more smore", "more") == ["more"] * 4
    assert found("more moreover", '"more"') == ["more"]


def test_matches_of_several_words_do_not_overlap() -> None:
    assert found("the ferry of ferrymen", "ferry ferrym") == ["ferry", "ferry"]


def test_matches_are_walked_from_a_line_and_cut_to_it() -> None:
    text = "ferry one\nno match\nferry two ferry"
    matches = Matches(text, wanted_words(parse("ferry")))
    assert len(matches) == 3
    assert matches.within(0, 9) == [(0, 5)] and matches.within(10, 18) == []
    assert (matches.edge(1), matches.edge(-1)) == (0, 29)
    assert matches.beyond(10, 18, 1) == 19 and matches.beyond(10, 18, -1) == 0
    assert matches.beyond(19, 34, 1) == -1 and matches.beyond(0, 9, -1) == -1
    assert (len(Matches()), Matches().edge(1)) == (0, -1)


def test_several_words_stop_where_they_stand_together_and_at_no_word_that_is_everywhere() -> None:
    text = "No port in May. In principle it accepted the plan. Accepted in principle, he had no choice in it."

    def stopped(query: str) -> list[str]:
        return [text[start:end] for start, end in find(text, stops(wanted_words(parse(query))))]

    assert stopped("accepted in principle") == ["principle", "accepted", "Accepted in principle"]
    assert stopped("no choice") == ["no choice"]
    assert stopped('"no" choice') == ["No", "no choice"]
    assert stopped("no") == ["No", "no"]  # which is all that is asked for
    assert Matches(text, together(wanted_words(parse("no choice")))).edge(1) == text.index("no choice")
    assert together(wanted_words(parse("choice"))) == ()
