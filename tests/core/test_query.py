"""The query language: what is understood, what is not and where, and what a query finds."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tui.cli.help_texts import ABOUT_SEARCH
from tui.core.model import (
    AnnotatedEvent,
    Annotation,
    AnnotationTarget,
    Article,
    Event,
    Quote,
    Selector,
    Speaker,
    Tag,
)
from tui.core.query.evaluate import Matcher
from tui.core.query.fields import FIELDS, Field, fields_help, placeholder
from tui.core.query.nodes import EVERYTHING, And, Node, Not, Or, alternatives
from tui.core.query.parser import QueryError, parse
from tui.core.query.subject import FoldedNames
from tui.core.query.terms import (
    BY_CHOICE,
    BY_DATE,
    BY_ID,
    BY_NUMBER,
    BY_ROUTE,
    BY_WORDS,
    FLAGS,
    OnTerm,
    SpeakerTerm,
    TextTerm,
    Words,
    speakers_meant,
    tokens,
    wanted_words,
)
from tui.core.statements import Statement, StatementWording
from tui.core.text import clean, fold_case

ANA = Speaker("ana", "Ana Moreau", ("the envoy",))
OLD = Speaker("old", "A. Moreau", merged_into="ana")
VIK = Speaker("vik", "Viktor Halász")
TEXT = (
    "The grain corridor reopened.\n\n“There was no deal,” Ana Moreau said.\n\n"
    "“We signed the treaty,” Viktor Halász said, adding that the harbour was safe."
)


def quote(
    id: str,
    words: str,
    speaker: str,
    kind: str = "direct",
    confidence: float = 1.0,
    chain: tuple[str, ...] = (),
) -> Quote:
    at = TEXT.index(words)
    return Quote(
        id=id,
        article="a1",
        kind=kind,  # type: ignore[arg-type]
        parts=(Selector.at(TEXT, at, at + len(words)),),
        speakers=tuple(speaker.split()),
        confidence=confidence,
        chain=chain,
    )


ARTICLE = Article(
    id="a1",
    event="e1",
    headline="Élysée weighs Łódź talks",
    outlet="Le Courrier",
    published="2025-07-03T10:00+02:00",
    text=TEXT,
    quotes=(
        quote("q1", "There was no deal,", "old"),
        quote("q2", "We signed the treaty,", "vik", "mixed", chain=("his office", "Tass agency")),
        quote("q3", "the harbour was safe", "vik", "indirect", 0.2),
    ),
)
UNDATED = Article(
    id="a2", event="e1", headline="Markets", text="Nothing moved.", outlet="Ledger", versions=1, copy_of="a1"
)


def on(kind: str, id: str, motivation: str, **body: object) -> Annotation:
    return Annotation(
        id=f"{motivation}{id}",
        motivation=motivation,  # type: ignore[arg-type]
        target=AnnotationTarget(kind, id, "a1"),  # type: ignore[arg-type]
        body=body,
        created="2025-07-04",
    )


OPENED = AnnotatedEvent(
    Event("e1", "Grain talks in the harbour", "2025-07-02", (ARTICLE, UNDATED)),
    {
        "q1": (
            on("quote", "q1", "tagging", tag="t1"),
            on("quote", "q1", "commenting", value="Check the *transcript*"),
        ),
        "a1": (
            on("article", "a1", "bookmarking"),
            on("article", "a1", "reading", read=True),
            on("article", "a1", "assessing", reliability="B"),
        ),
        "q2": (
            on("quote", "q2", "assessing", status="disputed", credibility="4"),
            on("quote", "q2", "linking", relation="denies", quote="q1"),
        ),
    },
)
TAGS = {"t1": Tag("t1", "Démenti"), "t2": Tag("t2", "other")}


def told(_: AnnotatedEvent) -> list[Statement]:
    """What is one statement: two outlets have the first quote, one the others."""
    there = replace(ARTICLE.quotes[0], id="q9", article="a2")
    first, second, third = (StatementWording(each, ARTICLE) for each in ARTICLE.quotes)
    return [
        Statement("e1", (), (first, StatementWording(there, UNDATED, why="found by rule"))),
        Statement("e1", (), (second,)),
        Statement("e1", (), (third,)),
    ]


def found(query: str) -> tuple[bool, bool, str]:
    """Whether the query finds the one and the other article, and which quotes of the first."""
    matcher = Matcher(parse(query), {each.id: each for each in (ANA, OLD, VIK)}, TAGS, told, ["a2"])
    return (
        matcher.article(OPENED, ARTICLE),
        matcher.article(OPENED, UNDATED),
        " ".join(each.id for each in matcher.quotes(OPENED, ARTICLE)),
    )


@pytest.mark.parametrize(
    ("query", "first", "second", "quotes"),
    [
        ("elysee", True, False, ""),
        ("lodz", True, False, ""),
        ("HALASZ", True, False, "q2 q3"),
        ("harb", True, True, "q3"),  # the event's name is the article's too
        ("arbour", False, False, ""),
        ('"no deal"', True, False, "q1"),
        ('"no dea"', False, False, ""),
        ('"no dea', True, False, "q1"),  # still being typed
        ('"deal no"', False, False, ""),
        ("deal treaty", True, False, ""),
        ("deal OR treaty", True, False, "q1 q2"),
        ("transcript", True, False, "q1"),
        ("note:transcript", True, False, "q1"),
        ("note:*", True, False, "q1"),
        ('event:"grain talks"', True, True, "q1 q2 q3"),
        ("event:talks event:harb", True, True, "q1 q2 q3"),
        ("event:lodz", False, False, ""),  # which is in a headline
        ("is:linked", True, False, "q2"),
        ("speaker:moreau", True, False, "q1"),  # through the merge
        ('speaker:"the envoy"', True, False, "q1"),
        ("speaker:moreau kind:mixed", False, False, ""),  # one and the same quote
        ("(speaker:moreau kind:direct) (speaker:halasz kind:mixed)", True, False, ""),
        ("speaker:halasz NOT kind:indirect", True, False, "q2"),
        ("NOT speaker:halasz", False, True, "q1"),
        ("speaker:halasz (kind:mixed OR kind:direct)", True, False, "q2"),
        ("speaker:moreau treaty", True, False, ""),
        ("tag:dementi", True, False, "q1"),
        ("tag:dementi speaker:halasz", False, False, ""),
        ("tag:other", False, False, ""),
        ("outlet:courrier", True, False, "q1 q2 q3"),
        ("outlet:led", False, True, ""),
        ("kind:indirect", True, False, "q3"),
        ("status:disputed", True, False, "q2"),
        ("status:unchecked", True, False, "q1 q3"),
        ("reliability:B", True, False, "q1 q2 q3"),
        ("reliability:* credibility:4", True, False, "q2"),
        ("reliability:b NOT credibility:*", True, False, "q1 q3"),
        ("credibility:2", False, False, ""),
        ("is:starred", True, False, "q1 q2 q3"),
        ("is:unread", False, True, ""),
        ("is:undated", False, True, ""),
        ("is:unsure", True, False, "q3"),
        ("is:words-gone", False, False, ""),
        ("is:changed", False, True, ""),
        ("is:new", False, True, ""),
        ("on:2025-07-03", True, False, "q1 q2 q3"),
        ("on:2025-07", True, True, "q1 q2 q3"),  # the undated one is of its event's day
        ("after:2025-07-02", True, False, "q1 q2 q3"),
        ("after:2025-07", False, False, ""),
        ("before:2025-07-03", False, True, ""),
        ("before:2026", True, True, "q1 q2 q3"),
        ("NOT (deal OR nothing)", False, False, "q2 q3"),
        ("statement:st-none", False, False, ""),
        ("via:*", True, False, "q2"),
        ("via:tass", True, False, "q2"),
        ('via:"viktor halasz → his office"', True, False, "q2"),
        ('via:"his office -> tass agency"', True, False, "q2"),
        ('via:"tass agency → le courrier"', True, False, "q2"),
        ('via:"viktor halasz → tass agency"', False, False, ""),  # not from the one to the other
        ('via:"ana moreau → le courrier"', True, False, "q1"),
        ('via:"moreau → le courrier"', False, False, ""),  # a part of a name is not the name
        ('via:"his office → tass agency → le courrier"', True, False, "q2"),
        ("speaker:halasz NOT via:*", True, False, "q3"),
        ("copy:courrier", False, True, ""),
        ("copy:*", False, True, ""),
        ("copy:ledger", False, False, ""),
        ("outlets:>1", True, False, "q1"),
        ("outlets:>=2 kind:direct", True, False, "q1"),
        ("outlets:>2", False, False, ""),
        ("outlets:<2", True, False, "q2 q3"),
        ("outlets:1 kind:mixed", True, False, "q2"),
        ("NOT outlets:2", False, True, "q2 q3"),
        ("", True, True, "q1 q2 q3"),
        ("- grain", True, True, ""),
        ("-outlet:led", True, False, "q1 q2 q3"),
        ("-(deal OR nothing)", False, False, "q2 q3"),
        ("!deal !nothing", False, False, "q2 q3"),
    ],
)
def test_what_a_query_finds(query: str, first: bool, second: bool, quotes: str) -> None:
    assert found(query) == (first, second, quotes)


def text(*words: str) -> Node:
    return TextTerm(Words(words))


def test_the_tree_of_a_query() -> None:
    a, b, c = text("a"), text("b"), text("c")
    assert parse("a b") == parse("a AND b") == parse("(a b)") == And((a, b))
    assert parse("a b OR c") == Or((And((a, b)), c))
    assert parse("a (b OR NOT c)") == And((a, Or((b, Not(c)))))
    assert parse("NOT NOT a") == Not(Not(a))
    assert parse("a -b (!c)") == And((a, Not(b), Not(c)))
    assert parse('-"a" OR -a') == Or((Not(TextTerm(Words(("a",), prefix=False))), Not(a)))
    assert parse("a-b") == text("a", "b")
    assert parse("and or not") == And((text("and"), text("or"), text("not")))
    assert parse("don't") == text("don", "t")
    assert parse('SPEAKER:"Ana Moreau"') == SpeakerTerm(Words(("ana", "moreau"), prefix=False))
    assert parse("on:2025-02") == OnTerm("2025-02-01", "2025-02-28")
    assert parse("14:30 https://a.example") == And((text("14", "30"), text("https", "a", "example")))
    assert parse("  ") == parse('"') == parse('tag:"-') == parse("– …") == EVERYTHING
    assert wanted_words(parse('a "b c" NOT d note:e speaker:f')) == (
        Words(("a",)),
        Words(("b", "c"), prefix=False),
        Words(("e",)),
    )


@pytest.mark.parametrize(
    ("query", "column", "says"),
    [
        ("grain speeker:ana", 7, "speaker:"),
        ("grain AND", 7, "after it"),
        ("OR grain", 1, "before it"),
        ("grain NOT", 7, "NOT"),
        ("grain -AND b", 7, "- wants"),
        ("a (b c", 3, "not closed"),
        ("a b) c", 4, "no bracket"),
        ("a ()", 3, "nothing"),
        ("speaker: ana", 1, "right after"),
        ("a speaker:?", 11, "is:unsure finds quotes whose speaker is a guess"),
        ('a -tag:"–"', 8, "wants words"),
        ("via:a→", 5, "wants words"),
        ("a is:red", 6, "unread"),
        ("kind:x", 6, "indirect"),
        ("after:soon", 7, "2025-07-01"),
        ("on:2025-13", 4, "2025-07"),
        ("outlets:many", 9, ">2"),
        ("a outlets:>", 11, ">=2"),
        ("outlets:", 1, "right after"),
        ("statement:st-1", 11, "4 characters"),
        ("NOT AND a", 1, "NOT"),
        ("(" * 60 + "a" + ")" * 60, 42, "brackets"),
        ("a " * 1500, 2001, "characters"),
    ],
)
def test_an_error_is_one_line_that_names_its_column(query: str, column: int, says: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(query)
    assert error.value.column == column
    assert str(error.value).startswith(f"column {column}: ") and says in str(error.value)
    assert "\n" not in str(error.value)


def test_every_field_of_the_table_is_understood_and_told() -> None:
    assert {*BY_WORDS, *BY_DATE, *BY_CHOICE, *BY_ID, *BY_NUMBER, *BY_ROUTE} == set(FIELDS) and set(
        FLAGS
    ) == set(FIELDS["is"].values)
    for name, field in FIELDS.items():
        values = (
            list(field.values)
            or {
                "words": ["grain", '"no deal"', "*"],
                "route": ["grain", '"Ana → the ledger"', "*"],
                "date": ["2025-07"],
                "id": ["st-3f2a", "3f2a9c"],
                "number": ["2", "=2", ">2", ">=2", "<2", "<=2"],
            }[field.takes]
        )
        for value in [*values, *["*"] * (field.takes == "rating")]:
            assert parse(f"{name}:{value}") != EVERYTHING
    told = [written for written, _ in fields_help()]
    assert all(any(each.startswith(f"{name}:") for each in told) for name in FIELDS)
    assert all(finds for _, finds in fields_help())
    assert set(placeholder().split()) - {"words", '"a', 'phrase"', "OR", "NOT"} <= {
        f"{name}:" for name in FIELDS
    }


def test_the_guide_and_the_help_have_the_fields_of_the_one_table() -> None:
    rows = [f"| `{written}` | {finds} |" for written, finds in fields_help()]
    table = "\n".join(["| field | finds |", "|---|---|", *rows])
    assert table in (Path(__file__).parents[2] / "docs" / "query.md").read_text(encoding="utf-8")
    assert all(f"  {written} " in ABOUT_SEARCH and finds in ABOUT_SEARCH for written, finds in fields_help())


def test_no_text_is_too_strange() -> None:
    rng = random.Random(5)
    parts = [
        "(",
        ")",
        " ",
        '"',
        "AND",
        "OR",
        "NOT",
        ":",
        "a",
        "é",
        "x:",
        "is:unread",
        "-",
        "\n",
        "\0",
        "“",
        "数",
        "ﬃ",
    ]
    parts += [f"{name}:" for name in FIELDS] + ["2025-07", "*", "🙂", "\u0301", "İ", "ß"]
    understood = refused = 0
    for _ in range(6000):
        query = "".join(rng.choices(parts, k=rng.randint(0, 12)))
        try:
            found(query)
            understood += 1
        except QueryError as error:
            refused += 1
            assert 1 <= error.column <= len(query) + 1
            assert "\n" not in str(error)
    assert understood > 500 < refused


def test_folding_goes_letter_by_letter_and_twice_is_once() -> None:
    rng = random.Random(3)
    pool = "abcXYZ éÉßẞİıŁøÆœﬃ℡ＡΆΐᾳ数한कि\u0301\u0308'’-_.\n🙂"
    for _ in range(3000):
        text = clean("".join(rng.choices(pool, k=rng.randint(0, 20))))
        assert "".join(map(fold_case, text)) == fold_case(text)
        assert fold_case(fold_case(text)) == fold_case(text)
        for token in tokens(text):
            assert Words((token,), prefix=False).pattern.search(fold_case(text))


def test_an_office_beside_a_full_name_is_no_name_of_the_speaker() -> None:
    names = FoldedNames({"p": Speaker("p", "Dmitry Peskov"), "k": Speaker("k", "Kremlin")}, {})

    def finds(query: str, speaker: str, called: str) -> bool:
        return speakers_meant(parse(query), names.of([speaker], [fold_case(called)]))

    assert finds("speaker:kremlin", "k", "The Kremlin") and finds("speaker:peskov", "p", "Mr Peskov")
    assert not finds("speaker:kremlin", "p", "Kremlin spokesman Dmitry Peskov")
    assert not finds("speaker:kremlin", "p", "the Kremlin's Peskov")
    assert finds("speaker:kremlin", "p", "a Kremlin spokesman")  # by whom alone he is called there
    assert finds("speaker:peskow", "p", "Sprecher Peskow")


@pytest.mark.parametrize("query", ["speaker:moreau", 'speaker:"Ana Moreau"', "speaker:ana"])
def test_somebodys_office_is_another_speaker(query: str) -> None:
    node = parse(query)
    assert speakers_meant(node, ["Ana Moreau"]) and speakers_meant(
        parse("speaker:office"), ["Moreau’s office"]
    )
    assert speakers_meant(node, ["Ana Moreau's office"]) == (query == "speaker:ana")
    assert not speakers_meant(parse("speaker:moreau"), ["Moreau’s office"])


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_what_a_field_finds_is_told_in_what_80_columns_give_it(field: Field) -> None:
    assert all(len(told) <= 58 for told in (field.finds, *field.values.values()))


def _true(node: Node, known: dict[str, bool]) -> bool:
    match node:
        case And(parts):
            return all(_true(part, known) for part in parts)
        case Or(parts):
            return any(_true(part, known) for part in parts)
        case Not(part):
            return not _true(part, known)
    return known[str(node)]


def test_a_query_holds_where_one_of_its_alternatives_does() -> None:
    chance = random.Random(7)
    terms = [parse(f"x{at}") for at in range(5)]

    def made(depth: int) -> Node:
        kind = chance.choice(("and", "or", "not", "")) if depth else ""
        if not kind:
            return chance.choice(terms)
        if kind == "not":
            return Not(made(depth - 1))
        parts = tuple(made(depth - 1) for _ in range(chance.randint(0, 3)))
        return And(parts) if kind == "and" else Or(parts)

    most = 0
    for _ in range(500):
        node = made(4)
        found = alternatives(node, whole=lambda part: part == And((terms[0], terms[1])))
        most = max(most, len(found))
        assert len(found) == 1 or not any(isinstance(part, Or) for parts in found for part in parts)
        for _ in range(10):
            known = {str(term): chance.random() < 0.5 for term in terms}
            assert _true(node, known) == any(all(_true(part, known) for part in parts) for parts in found)
    assert 2 < most <= 16
