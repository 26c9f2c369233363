"""Quotes of one speaker in several outlets: which of them are one statement."""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations

import pytest

from tests.support.ministers import (
    GRAIN,
    OFFER,
    ORLOV,
    SPEAKERS,
    article,
    courier,
    event,
    grouped,
    ledger,
    north,
    tied,
    with_quote,
)
from tui.core.model import (
    Annotation,
    Kind,
    Selector,
)
from tui.core.statements import BY_READER, LEARNT, Recollection
from tui.reading.statements.candidates import candidates
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.likeness import OFFERED, SAME, Pair
from tui.reading.statements.occasion import occasion_of
from tui.reading.statements.recollection import topics
from tui.reading.statements.wording import Weights, Wording
from tui.reading.statements.words import stem


def test_a_fragment_belongs_to_the_statement_whose_wording_holds_it() -> None:
    assert grouped(event(north, ledger)) == [["North0", "Ledger0"], ["North1"]]


def test_the_same_words_of_another_speaker_are_another_statement() -> None:
    assert ["Courier0"] in grouped(event(north, courier))


def test_the_fullest_wording_leads_and_each_other_says_why_it_is_there() -> None:
    found = with_quote(event(ledger, north), "Ledger0")
    assert found.base.quote.id == "North0" and not found.base.why
    (_, other) = found.wordings
    assert other.why.startswith("found by rule") and "offer" in other.why and other.score < 1
    assert found.outlets == ("North", "Ledger")


def test_a_paraphrase_in_other_words_is_found_or_offered() -> None:
    first = article(
        "North",
        (ORLOV, "indirect", "said", "that the ministry had opened an inquiry into the missing grain ship"),
    )
    second = article(
        "Ledger", (ORLOV, "indirect", "said", "a probe into the grain vessel’s disappearance was under way")
    )
    found = with_quote(event(first, second), "North0")
    assert {"Ledger0"} == {each.quote.id for each in (*found.wordings[1:], *found.offered)}


def test_two_parts_of_a_long_quote_that_say_different_things_are_not_shown_as_one() -> None:
    both = article("North", (ORLOV, "direct", "said", f"{OFFER} {GRAIN}"))
    first = article("Ledger", (ORLOV, "direct", "said", OFFER))
    second = article("Matin", (ORLOV, "direct", "said", GRAIN))
    apart = [{"Ledger0", "Matin0"} <= set(each) for each in grouped(event(both, first, second))]
    assert not any(apart)
    found = with_quote(event(both, first, second), "North0")
    shown = {each.quote.id for each in found.wordings}
    offered = {each.quote.id: each.why for each in found.offered}
    assert shown | offered.keys() == {"North0", "Ledger0", "Matin0"}
    assert [why.endswith("says something else") for why in offered.values()] == [True]


def test_what_the_reader_says_comes_before_any_rule() -> None:
    apart = event(north, ledger, ties=tied("North0", "Ledger0", "different"))
    assert ["Ledger0"] in grouped(apart)
    assert not with_quote(apart, "North0").offered
    together = event(north, ledger, ties=tied("North1", "Ledger0", "same"))
    found = with_quote(together, "North1")
    told = {each.quote.id: each for each in found.wordings[1:]}
    assert told["Ledger0"].why == BY_READER and not told["Ledger0"].doubt
    assert told["North0"].doubt  # came with it, by rule


def said_same(*pairs: tuple[str, str]) -> dict[str, tuple[Annotation, ...]]:
    found: dict[str, tuple[Annotation, ...]] = {}
    for first, second in pairs:
        found[first] = (*found.get(first, ()), *tied(first, second, "same")[first])
    return found


SHORT, LONG = "qu’aucune offre n’avait été vue", f"qu’aucune offre n’avait été vue {'encore ' * 9}"


@pytest.mark.parametrize("marked", ["North0", "Ledger0"])
@pytest.mark.parametrize(("kind", "words"), [("indirect", SHORT), ("direct", LONG)])
def test_the_reader_joins_two_and_what_the_rule_put_with_either_stays(
    marked: str, kind: Kind, words: str
) -> None:
    foreign = replace(article("Courrier", (ORLOV, kind, "said", words)), language="fr")
    reports = north, ledger, foreign
    assert {"North0", "Ledger0"} in map(set, grouped(event(*reports)))
    found = with_quote(event(*reports, ties=tied("Courrier0", marked, "same")), marked)
    assert set(found.outlets) == {"North", "Ledger", "Courrier"} and not found.offered
    by_rule = [each.article.outlet for each in found.wordings if each.doubt]
    assert len(by_rule) == 1 and by_rule != ["Courrier"]
    parted = said_same(("Courrier0", marked)) | tied("Courrier0", "North1", "different")
    assert ["North1"] in grouped(event(*reports, ties=parted))


def test_joining_takes_nothing_away_in_whatever_order() -> None:
    chance = random.Random(5)
    texts = [OFFER, GRAIN, "there was no offer to see", "the port must be cleared of mines", "no talks"]
    kinds: list[Kind] = ["direct", "mixed", "indirect"]
    for _ in range(60):
        reports = [
            article(name, *((ORLOV, chance.choice(kinds), "said", chance.choice(texts)) for _ in range(2)))
            for name in ("North", "Ledger", "Matin", "Daily")
        ]
        before = grouped(event(*reports))
        ids = [quote.id for each in reports for quote in each.quotes]
        pairs = [(first, second) for first, second in (chance.sample(ids, 2) for _ in range(2))]
        after = {frozenset(each) for each in grouped(event(*reports, ties=said_same(*pairs)))}
        assert all(any({*each} <= now for now in after) for each in before)
        assert all(any({*pair} <= now for now in after) for pair in pairs)
        assert sum(map(len, after)) == len(ids)
        chance.shuffle(reports)
        assert {frozenset(each) for each in grouped(event(*reports, ties=said_same(*pairs[::-1])))} == after


@pytest.mark.parametrize("relation", ["same", "different"])
def test_what_the_reader_says_of_two_quotes_holds_of_others_with_the_same_words(relation: str) -> None:
    port = article("Port", (ORLOV, "indirect", "said", "that nobody had written to him"))
    copied = replace(article("Daily", (ORLOV, "indirect", "said", "that nobody had written to him.")))
    found = with_quote(event(north, port, copied, ties=tied("North0", "Port0", relation)), "North0")
    told = {each.quote.id: each.why for each in found.wordings[1:]}
    if relation == "same":
        assert told == {"Port0": BY_READER, "Daily0": LEARNT}
    else:
        assert not told and not found.offered


@pytest.mark.parametrize("parted", ["Globe0", "Globe1", "Matin0"])
def test_the_same_words_are_surely_one_statement_also_where_one_was_said_to_be_another(parted: str) -> None:
    twice = article("Globe", (ORLOV, "direct", "said", OFFER), (ORLOV, "direct", "said", OFFER))
    again = article("Matin", (ORLOV, "direct", "said", OFFER))
    found = with_quote(event(twice, again, north, ties=tied(parted, "North0", "different")), parted)
    assert {each.quote.id for each in found.wordings} == {"Globe0", "Globe1", "Matin0"}
    assert [each.score for each in found.wordings] == [1.0] * 3 and not found.offered


def test_a_decision_undone_leaves_what_was_there_and_a_copy_adds_no_statement_of_its_own() -> None:
    chance = random.Random(11)
    texts = [OFFER, GRAIN, "there was no offer to see", "the port must be cleared of mines", "no talks"]
    for _ in range(30):
        reports = [
            article(name, *((ORLOV, "direct", "said", chance.choice(texts)) for _ in range(2)))
            for name in ("North", "Ledger", "Matin")
        ]
        before = grouped(event(*reports))
        ids = [quote.id for each in reports for quote in each.quotes]
        first, second = chance.sample(ids, 2)
        if first[:-1] != second[:-1]:
            parted = grouped(event(*reports, ties=tied(first, second, "different")))
            assert not any({first, second} <= set(each) for each in parted)
            joined = grouped(event(*reports, ties=tied(first, second, "same")))
            assert any({first, second} <= set(each) for each in joined)
        assert grouped(event(*reports)) == before
        copy = article("Copy", *((ORLOV, "direct", "said", quote.words) for quote in reports[0].quotes))
        with_copy = statements_of(event(*reports, replace(copy, copy_of="North")), SPEAKERS)
        assert len(with_copy) == len(before)
        assert max(each.sources for each in with_copy) <= 3


def test_the_same_words_on_two_occasions_are_offered_and_not_merged() -> None:
    radio = article("Radio", (ORLOV, "direct", "told", OFFER), around="{cue} Radio Delta: “{words}”")
    video = article("Video", (ORLOV, "direct", "wrote", OFFER), around="{cue} on Telegram: “{words}”")
    assert grouped(event(radio, video)) == [["Radio0"], ["Video0"]]
    found = with_quote(event(radio, video), "Radio0")
    assert [each.quote.id for each in found.offered] == ["Video0"] and "two occasions" in found.offered[0].why
    assert found.setting == "told Radio Delta"


def test_copies_are_outlets_and_not_sources() -> None:
    copy = replace(article("Daily", (ORLOV, "direct", "said", OFFER)), copy_of="North")
    found = with_quote(event(north, copy), "Daily0")
    assert found.outlets == ("North", "Daily") and found.sources == 1


def test_the_order_of_articles_makes_no_difference() -> None:
    texts = [
        OFFER,
        GRAIN,
        "there was no offer to see",
        "the port must be cleared of mines first",
        "no talks are planned",
    ]
    kinds: list[Kind] = ["direct", "mixed", "indirect"]
    chance = random.Random(7)
    for _ in range(40):
        articles = [
            article(name, *((ORLOV, chance.choice(kinds), "said", chance.choice(texts)) for _ in range(3)))
            for name in ("North", "Ledger", "Courier", "Matin")
        ]
        if chance.random() < 0.5:  # a copy goes where its original goes
            articles[3] = replace(articles[3], copy_of="North")
        one = {frozenset(each) for each in grouped(event(*articles))}
        chance.shuffle(articles)
        assert {frozenset(each) for each in grouped(event(*articles))} == one
        assert sum(map(len, one)) == 12


def test_every_quote_stands_in_one_statement_also_where_nobody_is_named() -> None:
    nobody = replace(north.quotes[0], speakers=(), entity="")
    unnamed = replace(north, quotes=(nobody, north.quotes[1]))
    assert grouped(event(unnamed, ledger)) == [["North0"], ["North1"], ["Ledger0"]]


@pytest.mark.parametrize(
    "whom",
    [
        "Norwegian parliament",
        "Norwegian national radio",
        "Norwegian daily Saltmarsh Herald",
        "Norwegian news agency",
    ],
)
def test_a_setting_is_whole(whom: str) -> None:
    around = "{cue} the " + whom + " that she had “{words}” to make."
    told = article("Ledger", (ORLOV, "mixed", "told", "no offer"), around=around)
    assert occasion_of(told, told.quotes[0]).setting == f"told {whom}"


def test_a_setting_ends_with_its_sentence() -> None:
    told = article(
        "Ledger", (ORLOV, "direct", "told", "no offer"), around="{words}, she told the U.S. Globe. She left."
    )
    assert occasion_of(told, told.quotes[0]).setting == "told U.S. Globe"
    told = article(
        "Ledger",
        (ORLOV, "indirect", "told", GRAIN),
        around="{cue} Norland Prime Minister Mira Ann Arden {words}",
    )
    assert occasion_of(told, told.quotes[0]).setting == "told Norland Prime Minister Mira Ann Arden"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Orlov said that Arden told President Lund so in May. “{}”, Orlov said.", "said"),
        ("The bank regretted it in a statement. Two people said {}", "said"),
        ("She urged {}. “Come”, she told Radio Delta.", "urged"),
        ("She urged {} and told Radio Delta of it.", "urged"),
        ("“{}.” Arden blamed him on Telegram.", "said"),
    ],
)
def test_a_setting_is_that_of_the_own_cue(text: str, cue: str) -> None:
    lead, _, rest = text.partition("{}")
    told = article(
        "Ledger", (ORLOV, "direct", cue, GRAIN.rstrip(".") + "." * ("{}." in text)), around="{words}"
    )
    whole = lead + told.quotes[0].words + rest
    part = Selector.at(whole, len(lead), len(lead) + len(told.quotes[0].words))
    assert occasion_of(replace(told, text=whole), replace(told.quotes[0], parts=(part,))).setting == ""


def test_why_two_are_one_is_told_alike_at_every_start() -> None:
    one = Wording("a", "1", "direct", "zebra yak walrus vole", "said")
    other = Wording("b", "2", "direct", "vole walrus yak zebra", "said")
    assert "(“vole”, “walrus”, “yak”)" in Pair(one, other, Weights.of((one, other))).why()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We are ready to meet in the port", "that it is prepared to meet in the port", "“ready” for “prepared”"),
        ("No boat was turned back", "that not one boat had been turned back", "both negate “boat”"),
        ("Boats were turned back", "that boats had been turned back", ""),
    ],
)  # fmt: skip
def test_why_two_are_one_names_the_words_that_stand_for_others_and_what_both_negate(
    one: str, other: str, told: str
) -> None:
    first, second = Wording("a", "1", "direct", one, "said"), Wording("b", "2", "indirect", other, "said")
    why = Pair(first, second, Weights.of((first, second))).why()
    assert told in why and ("negate" in why) == ("negate" in told) and (" for “" in why) == (" for “" in told)


def test_each_of_many_wordings_is_compared_with_a_few_and_the_likest_is_among_them() -> None:
    said = [
        Wording(f"{at}", f"{at}", "direct", f"the grain ship{at} left harbour{at} on Monday")
        for at in range(90)
    ]
    like = Wording("like", "like", "indirect", "that ship7 had left harbour7")
    pairs = [(one.id, other.id) for one, other in candidates([*said, like], Weights.of([*said, like]))]
    assert ("7", "like") in pairs
    assert len(pairs) < 10 * len(said)


def test_the_same_words_in_many_outlets_are_one_statement_however_they_are_set() -> None:
    texts = (OFFER, OFFER.upper(), OFFER.replace(",", ""))
    reports = [article(f"O{at}", (ORLOV, "direct", "said", texts[at % 3])) for at in range(40)]
    (found,) = statements_of(event(*reports), SPEAKERS)
    assert len(found.outlets) == found.sources == 40 and not found.offered
    assert {each.why for each in found.wordings[1:]} == {"found by rule: the same words"}


def test_words_that_an_article_gives_twice_are_one_statement() -> None:
    twice = article("North", (ORLOV, "direct", "said", OFFER), (ORLOV, "direct", "said", OFFER))
    (found,) = statements_of(event(twice), SPEAKERS)
    assert found.sources == 1 and len(found.wordings) == 2


def recalled(*said: tuple[str, str]) -> list[list[tuple[str, str, str]]]:
    """Return, by topic, the day of each statement, what it is to an earlier one, and to that of which day."""
    held = []
    for number, (day, words) in enumerate(said):
        annotated = event(article(f"O{number}x", (ORLOV, "direct", "said", words)))
        (found,) = statements_of(annotated, SPEAKERS)
        held.append(Recollection(found, day, "A call"))
    return [[(each.date, each.relation, each.to) for each in topic] for topic in topics(held[::-1])]


def test_what_a_speaker_says_of_one_thing_is_told_in_order_with_what_is_repeated_and_contradicted() -> None:
    assert recalled(
        ("2025-03-01", "The grain port will stay open for two weeks."),
        ("2025-03-09", "Wages at the mill are none of our business."),
        ("2025-03-05", "As I said, the grain port will stay open for two weeks."),
        ("2025-03-20", "The grain port will stay closed for two weeks."),
    ) == [
        [
            ("2025-03-01", "", ""),
            ("2025-03-05", "repeats", "2025-03-01"),
            ("2025-03-20", "contradicts", "2025-03-05"),
        ],
        [("2025-03-09", "", "")],
    ]


def test_names_tell_of_a_topic_over_time_and_of_nothing_that_is_repeated() -> None:
    first, second, other = "2025-03-01", "2025-03-20", "2025-04-02"
    assert recalled(
        (first, "Whoever believes that Norland and Varland cannot share the strait has learned nothing."),
        (second, "In May the envoys of Norland and Varland will sit at one table again."),
        (other, "Wages at the mill are none of our business, and I will say so to the owners."),
    ) == [[(first, "", ""), (second, "", "")], [(other, "", "")]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("That 40 mines had been found since January.", "That 60 mines had been found since January."),
        ("The grain port will reopen on 15 April.", "The grain port will reopen on 15 June."),
        ("The talk lasted two hours on Monday.", "The talk lasted 3 hours on Monday."),
    ],
)
def test_another_number_or_day_of_one_thing_is_no_repetition(before: str, after: str) -> None:
    (topic,) = recalled(("2025-03-01", before), ("2025-05-02", after))
    assert topic == [("2025-03-01", "", ""), ("2025-05-02", "differs from", "2025-03-01")]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("that 40 mines had been found since January", "that 60 mines had been found since January", "40 / 60 mines"),
        ("that the channel would reopen on 15 April", "that the channel would reopen on 15 June", "15 April / 15 June"),
        ("that the envoys would meet again in Riga", "that the envoys would meet again in Oslo", "Riga / Oslo"),
    ],
)  # fmt: skip
def test_another_number_day_or_place_is_offered_and_not_shown_as_one(one: str, other: str, told: str) -> None:
    reports = [
        article(outlet, (ORLOV, "indirect", "said", words))
        for outlet, words in (("Globe", one), ("Tribune", other), ("Matin", one))
    ]
    found = with_quote(event(*reports), "Globe0")
    assert found.outlets == ("Globe", "Matin")
    assert [(each.quote.id, each.differs) for each in found.offered] == [("Tribune0", (told,))]
    joined = with_quote(event(*reports, ties=tied("Globe0", "Tribune0", "same")), "Globe0")
    assert set(joined.outlets) == {"Globe", "Tribune", "Matin"} and not joined.offered
    assert {each.outlet: w.differs for w in joined.wordings if (each := w.article)}["Tribune"] == (told,)


def test_one_that_stands_for_a_thing_is_no_number_and_no_reason() -> None:
    both = [article(each, (ORLOV, "direct", "said", "Nobody shelled this one, one knows")) for each in "AB"]
    (found,) = statements_of(event(both[0], replace(both[1], language="en")), SPEAKERS)
    assert "“one”" not in found.wordings[1].why and "“shelled”" in found.wordings[1].why


def test_a_wording_with_another_number_is_not_offered_before_one_with_the_same() -> None:
    reports = (
        article(
            "Wire",
            (ORLOV, "direct", "said", "Twelve sailors are dead and forty are wounded, and we know the ship"),
        ),
        article(
            "Ledger",
            (ORLOV, "indirect", "said", "fifteen sailors died in the fire in the port and 40 were wounded"),
        ),
        article(
            "Post",
            (ORLOV, "indirect", "said", "12 sailors had died and 40 were wounded in the fire in the port"),
        ),
    )
    found = with_quote(event(*reports), "Wire0")
    assert "Post0" in [each.quote.id for each in (*found.wordings, *found.offered)]


def test_what_tells_no_number_joins_no_two_that_tell_different_ones() -> None:
    none, some, more = (
        article(outlet, (ORLOV, "indirect", "said", words))
        for outlet, words in (
            ("Matin", "that sea mines had been found off the grain port since the first week of January"),
            ("Globe", "that 40 sea mines had been found off the grain port since January"),
            ("Tribune", "that 60 sea mines had been found off the grain port since January"),
        )
    )
    shown = [set(each.outlets) for each in statements_of(event(none, some, more), SPEAKERS)]
    assert {"Matin", "Globe"} in shown or {"Matin", "Tribune"} in shown
    assert not any({"Globe", "Tribune"} <= each for each in shown)


def test_what_ties_does_so_in_whatever_order_its_words_are_weighed() -> None:
    said = [
        "The harbour ferry sank beside a lighthouse near Quay, 12 sailors and 3 cooks told the coroner",
        "A lighthouse keeper saw the ferry sink, the coroner heard from 12 sailors",
    ]
    one, other = (Wording(each, each, "direct", each) for each in said)
    weights = Weights.of([one, other])
    orders = permutations(sorted(one.words)[:7])
    assert len({weights.total(order) for order in orders}) == 1
    assert len({sum(order) for order in permutations(Pair(one, other, weights).alike.values())}) == 1


def test_a_verb_that_gives_one_and_stands_in_the_other_makes_no_two_wordings_one() -> None:
    asked = Wording("a", "1", "indirect", "and asked him to deal with things as they are now", "objected")
    call = Wording("b", "2", "indirect", "the call", "asked")
    weights = Weights.of((asked, call))
    assert Pair(asked, call, weights).score(1.0) == 0.0
    one = Wording("c", "1", "indirect", "to all whom he offended", "apologized")
    other = Wording("d", "2", "indirect", "the remarks on Monday", "apologized")
    assert Pair(one, other, Weights.of((one, other))).score(0.0) > 0.0


def test_opposite_words_are_offered_and_not_shown_as_one() -> None:
    reports = [
        article(
            "Globe", (ORLOV, "direct", "said", "The line stays closed until our engineers leave the harbour.")
        ),
        article(
            "Matin", (ORLOV, "direct", "said", "The line stays open until our engineers leave the harbour.")
        ),
    ]
    found = with_quote(event(*reports), "Globe0")
    assert found.outlets == ("Globe",)
    assert [each.quote.id for each in found.offered] == ["Matin0"]
    assert "“close” against “open”" in found.offered[0].why


def test_one_word_that_two_sentences_share_makes_no_statement_of_them() -> None:
    reports = [
        article("Globe", (ORLOV, "direct", "said", "But one does not leave a table.")),
        article("Matin", (ORLOV, "direct", "said", "That was not on the table, and it will not be.")),
    ]
    found = with_quote(event(*reports), "Globe0")
    assert found.outlets == ("Globe",)
    assert all("that is all" in each.why for each in found.offered)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the ferry will be towed in tomorrow", "that the captain of the ferry had been questioned", False),
        ("that there was no ferry", "that there would be no ferry before Monday", True),
        ("it was “about the ferry”", "all of it was “about the ferry” and the harbour", True),
    ],
)
def test_one_word_that_two_share_is_no_more_than_offered_where_nothing_else_speaks_for_them(
    one: str, other: str, same: bool
) -> None:
    kinds: list[Kind] = ["mixed" if "“" in each else "indirect" for each in (one, other)]
    first, second = (
        Wording(each, each, kind, each, "said") for kind, each in zip(kinds, (one, other), strict=True)
    )
    beside = [Wording(each, each, "indirect", each, "said") for each in (OFFER, GRAIN)]
    pair = Pair(first, second, Weights.of([first, second, *beside]))
    assert len(pair.shared) == 1
    assert pair.score(0.0) >= OFFERED
    assert (pair.score(0.0) >= SAME) is same


def test_what_is_refused_is_found_behind_what_it_would_have_been_for() -> None:
    first = Wording("a", "a", "indirect", "that it had found no reason to press further charges", "said")
    second = Wording("b", "b", "indirect", "that it would not charge the owner", "said")
    assert Pair(first, second, Weights.of([first, second])).both_refuse


def test_the_same_small_words_are_one_statement_and_words_that_begin_like_them_are_not() -> None:
    reports = [
        article(outlet, (ORLOV, "direct", "said", words))
        for outlet, words in (
            ("Globe", "What did he do it for?"),
            ("Matin", "What did he do it for?"),
            ("Courier", "What is it to you?"),
        )
    ]
    assert sorted(map(sorted, grouped(event(*reports)))) == [["Courier0"], ["Globe0", "Matin0"]]


def test_a_short_quote_that_stands_word_for_word_in_a_longer_one_is_shown_with_it() -> None:
    reports = [
        article("Globe", (ORLOV, "direct", "said", f"Look at the quay. You can’t do it, ferrymen. {GRAIN}")),
        article("Matin", (ORLOV, "direct", "said", "You can’t do it, ferrymen.")),
    ]
    assert grouped(event(*reports)) == [["Globe0", "Matin0"]]


@pytest.mark.parametrize(
    ("words", "day", "shown"),
    [
        ("no offer was there to see before that Monday", "2025-03-05", True),
        ("no offer was there to see before that Monday", "2025-03-24", False),
        ("there was none to see before Monday", "2025-03-24", True),  # the very words: quoted again
    ],
)
def test_what_is_said_again_in_other_words_days_later_is_offered(words: str, day: str, shown: bool) -> None:
    first = replace(north, published="2025-03-04")
    later = replace(article("Globe", (ORLOV, "direct", "said", words)), published=day)
    found = with_quote(event(first, later), "North0")
    assert ("Globe" in found.outlets) == shown
    assert shown or "printed 20 days apart" in found.offered[0].why


def test_a_plain_verb_of_another_language_makes_no_two_wordings_one() -> None:
    reports = [
        replace(article(outlet, (ORLOV, "direct", "a déclaré", words)), language="fr")
        for outlet, words in (
            ("Matin", "La ligne est ouverte et le restera"),
            ("Soir", "Le rapport est caché"),
        )
    ]
    assert grouped(event(*reports)) == [["Matin0"], ["Soir0"]]
    assert not with_quote(event(*reports), "Matin0").offered


def test_of_what_another_language_gives_what_fits_best_is_offered_and_nothing_is_joined() -> None:
    english = article(
        "Globe",
        (ORLOV, "direct", "said", "I told Ida Brandt in Bergen that it was too late."),
        (ORLOV, "direct", "said", "We need 12 pumps from Tallinn and Bergen by Sunday."),
    )
    russian = article(
        "Utro",
        (ORLOV, "direct", "сказал", "В воскресенье Таллин прислал 12 человек."),
        (ORLOV, "direct", "сказал", "Я сказал Иде Брандт в Бергене, что было слишком поздно."),
        (ORLOV, "direct", "сказал", "До воскресенья нам нужны 12 насосов из Таллина и Бергена."),
    )
    told = event(english, replace(russian, language="ru"))
    assert all(len(each) == 1 for each in grouped(told))
    offered = {
        frozenset((each.base.quote.id, one.quote.id))
        for each in statements_of(told, SPEAKERS)
        for one in each.offered
    }
    assert offered == {frozenset(("Globe0", "Utro1")), frozenset(("Globe1", "Utro2"))}


@pytest.mark.parametrize(
    ("name", "language"), [("Kestrel", ""), ("Élodie", "fr"), ("Łukasz", ""), ("Орлова", "ru")]
)
def test_a_name_of_any_alphabet_tells_less_than_a_word(name: str, language: str) -> None:
    named, plain = (
        Wording(str(at), str(at), "direct", f"of it spoke {each} zzyx", "said", language)
        for at, each in enumerate((name, name.lower()))
    )
    weigh = [Weights.of([each]).size(each) for each in (named, plain)]
    assert weigh[0] < weigh[1]
    first = Wording("2", "2", "direct", f"{name} zzyx", "said", language)
    assert Weights.of([first]).size(first) == Weights.of([plain]).total(first.words)  # as any first word


def test_words_that_the_reader_changes_are_compared_anew() -> None:
    for words, together in ((GRAIN, "North1"), (OFFER, "North0")):
        found = event(north, article("Ledger", (ORLOV, "direct", "said", words)))
        assert {together, "Ledger0"} in map(set, grouped(found))


def test_words_are_the_same_in_whatever_threads_they_are_looked_at() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    given = [f"{word}{at}ingly" for at in "abcdefghijklmnopqrstuvw" for word in OFFER.split()]
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(
                threads.map(lambda chunk: [stem(each) for each in chunk], [given[at::4] for at in range(4)])
            )
    finally:
        sys.setswitchinterval(before)
    stem.cache_clear()
    assert found == [[stem(each) for each in given[at::4]] for at in range(4)]
