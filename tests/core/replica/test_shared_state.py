"""What steps of three copies make: the same in any order, however often, whoever brings them together first."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.model import SETTLED, Motivation
from tui.core.replica.shared_state import SharedState
from tui.core.replica.shared_step import TABLES, Fields, Put, SharedStep, after, moment, vector
from tui.core.replica.union import united
from tui.store.replica.step_files import line_of, step_of

NAMES = ("a" * 32, "b" * 32, "c" * 32)
START = "2025-07-01T00:00:00.000000Z"
CLOCKS = (START, START, "1970-01-01T00:00:00.000000Z", "2038-01-19T03:14:07.000000Z")


class Copy:
    """A copy as it would be on a machine: it writes steps, and takes in those of others."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: list[SharedStep] = []

    def write(self, *puts: Put, author: str = "", clock: str = START) -> SharedStep:
        seen = vector(self.steps)
        number = seen.pop(self.name, 0) + 1
        time = after(clock, max((each.time for each in self.steps), default=""))
        step = SharedStep(
            replica=self.name, number=number, time=time, puts=tuple(puts), seen=seen, author=author
        )
        self.steps.append(step)
        return step

    def take(self, other: Copy) -> None:
        known = {(each.replica, each.number) for each in self.steps}
        self.steps += [each for each in other.steps if (each.replica, each.number) not in known]


def history(seed: int) -> list[Copy]:
    """Return three copies after some random work of all kinds on few things, with some exchanges between them."""
    chance = random.Random(seed)
    copies = [Copy(name) for name in NAMES]
    clocks = [chance.choice(CLOCKS) for _ in copies]  # which may be years apart
    for _ in range(chance.randint(1, 25)):
        at = chance.randrange(len(copies))
        copy = copies[at]
        if chance.random() < 0.2:
            copy.take(chance.choice(copies))
            continue
        author = chance.choice(("ada", "bo", ""))
        state = SharedState(copy.steps)
        if (found := state.conflicts()) and chance.random() < 0.3:
            conflict = chance.choice(found)
            puts = state.decision(conflict, chance.randrange(max(2, len(conflict.writes))))
        else:
            puts = [_put(chance, copy) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        copy.write(*{put[:2]: put for put in puts}.values(), author=author, clock=clocks[at])
    return copies


def _put(chance: random.Random, copy: Copy) -> Put:
    """Return a write: all of a document, some of its fields, or that it is gone."""
    table, number = chance.choice(TABLES), chance.randint(1, 3)
    own, fields = _made(chance, table, number)
    if chance.random() < 0.25:
        return table, own, None
    if any(put[:2] == (table, own) and put[2] for step in copy.steps for put in step.puts):
        some = chance.sample(sorted(fields), chance.randint(1, len(fields)))
        fields = {name: fields[name] for name in some}
    return table, own, fields


def _made(chance: random.Random, table: str, number: int) -> tuple[str, Fields]:
    """Return the id of a thing of a table, and all that is in it."""
    name, other = f"name {chance.randint(1, 3)}", chance.randint(1, 3)
    own = f"{table}-{number}"
    fields: dict[str, object]
    match table:
        case "titles":
            own, fields = chance.choice(["title", "begun"]), {"name": name}
        case "views":
            fields = {"name": name, "query": f"tag:{other}"}
        case "subscriptions":
            fields = {"title": name, "added": START}
        case "tags":
            fields = {"name": name, "color": f"#{other * 111111}", "description": name}
        case "speakers":
            fields = {"name": name, "role": name, "merged_into": chance.choice([None, f"speakers-{other}"])}
        case "event":
            fields = {"name": name, "date": f"2025-07-0{other}"}
        case "versions":
            own, fields = f"articles-{number}.{other}", {"text": name, "source": name}
        case "articles":
            page = f"page {chance.randint(1, 2)}"
            quote = {"id": f"q{number}", "kind": "direct", "parts": [{"start": 0, "end": 4}]}
            said = chance.choice([{}, {"speaker": f"speakers-{other}"}])
            fields = {"@event": f"event-{other}", "source": page, "text": page, "quotes": [quote | said]}
            fields |= {"imported": START}
        case _:
            own, made = _annotation(chance, number, name)
            fields = {**made}
    return own, {"id": own, **fields}


def _annotation(chance: random.Random, number: int, name: str) -> tuple[str, Fields]:
    bodies: tuple[tuple[str, Fields], ...] = (
        ("tagging", {"tag": f"tags-{number}"}),
        ("commenting", {"value": name}),
        ("bookmarking", {}),
        ("reading", {"read": chance.random() < 0.5}),
        ("assessing", {"status": chance.choice(("matched", "disputed"))}),
        ("linking", {"relation": "same", "quote": f"q{chance.randint(1, 3)}"}),
        ("editing", {"field": "headline", "value": name}),
        ("editing", {"field": "speaker", "value": f"speakers-{chance.randint(1, 3)}"}),
        ("editing", {"field": "discarded", "value": True}),
        ("editing", {"field": "deleted", "value": True}),
        ("editing", {"field": SETTLED, "value": [f"articles-{number}"]}),
    )
    motivation, body = chance.choice(bodies)
    own = f"{motivation}-{body.get('field', '')}-{number}"
    kind = "article" if body.get("field") in ("headline", "deleted") else "quote"
    about = {"type": kind, "id": f"q{number}" if kind == "quote" else f"articles-{number}"}
    made = {"motivation": motivation, "creator": chance.choice(("ada", "bo")), "created": START}
    return own, {**made, "body": body, "target": about | {"article": f"articles-{number}"}}


def test_histories_are_of_all_kinds_of_step() -> None:
    tables: set[str] = set()
    fields: set[object] = set()
    for seed in range(200):
        for copy in history(seed):
            for table, _, put in (put for step in copy.steps for put in step.puts):
                tables.add(table)
                fields |= {(put or {}).get("motivation"), ((put or {}).get("body") or {}).get("field")}
    assert tables == {*TABLES}
    assert fields >= {*get_args(Motivation), "headline", "speaker", "discarded", "deleted", SETTLED}


def _check(seed: int) -> None:
    one, two, three = history(seed)
    every = [*one.steps, *two.steps, *three.steps]
    whole = united(SharedState(every))
    shuffled = random.Random(seed).sample(every, len(every))
    assert united(SharedState([*shuffled, *shuffled[:3]])) == whole  # in any order, again and again
    for first, second, third in ((one, two, three), (three, one, two)):  # whoever is brought together first
        copy = Copy("d" * 32)
        copy.take(first)
        copy.take(second)
        copy.take(third)
        copy.take(first)
        assert united(SharedState(copy.steps)) == whole
        assert SharedState(copy.steps).conflicts() == SharedState(every).conflicts()
    _nothing_is_lost(every)
    written = {put[1] for step in every for put in step.puts if put[0] == "event" and put[2] is not None}
    for (table, _), document in whole.items():
        if table == "articles" and document["@event"] in written:
            assert ("event", document["@event"]) in whole


def _nothing_is_lost(every: Sequence[SharedStep]) -> None:
    """Whatever was written last in a document, by somebody whom nobody contradicted later, is there."""
    state = SharedState(every)
    for step in state.steps.values():
        for table, own, fields in step.puts:
            later = [each for each in state.steps.values() if each.knows(step)]
            hides = "deleted" in own  # what others wrote on meanwhile is shown
            if (
                fields is not None
                and not hides
                and not any(put[:2] == (table, own) for each in later for put in each.puts)
            ):
                document = state.document((table, own))
                assert document is not None  # no deletion that did not know it takes it away
                for name, value in fields.items():
                    assert value in [write.value for write in state.values((table, own), name)]


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_all_that_is_made_of_steps_is_a_function_of_their_set(seed: int) -> None:
    _check(seed)


def test_a_thousand_histories_of_three_copies_end_alike() -> None:
    for seed in range(1000):
        _check(seed)


def copies() -> tuple[Copy, Copy]:
    one, two = Copy(NAMES[0]), Copy(NAMES[1])
    one.write(("tags", "t1", {"id": "t1", "name": "aid"}))
    two.take(one)
    return one, two


def joined(*each: Copy) -> SharedState:
    return SharedState([step for copy in each for step in copy.steps])


def test_fields_that_two_changed_are_both_changed() -> None:
    one, two = copies()
    one.write(("tags", "t1", {"name": "help"}))
    two.write(("tags", "t1", {"color": "#ff0000"}))
    state = joined(one, two)
    assert state.document(("tags", "t1")) == {"id": "t1", "name": "help", "color": "#ff0000"}
    assert state.conflicts() == []


def test_of_one_field_the_later_is_shown_and_the_other_is_there_to_be_chosen() -> None:
    one, two = copies()
    one.write(("tags", "t1", {"name": "help"}), author="ada")
    two.write(("tags", "t1", {"sign": "+"}))
    two.write(("tags", "t1", {"name": "relief"}), author="bo")
    (conflict,) = joined(one, two).conflicts()
    assert [(each.value, each.step.author) for each in conflict.writes] == [("relief", "bo"), ("help", "ada")]
    one.take(two)
    one.write(("tags", "t1", {"name": "help"}))
    state = joined(one, two)
    assert state.document(("tags", "t1")) == {"id": "t1", "name": "help", "sign": "+"}
    assert state.conflicts() == []


def test_an_edit_outlives_a_deletion_that_did_not_know_of_it_and_that_is_told() -> None:
    one, two = copies()
    one.write(("tags", "t1", None))
    two.write(("tags", "t1", {"description": "of ships"}))
    state = joined(one, two)
    assert state.document(("tags", "t1")) == {"id": "t1", "name": "aid", "description": "of ships"}
    assert [(each.table, each.field) for each in state.conflicts()] == [("tags", "")]
    two.take(one)
    two.write(("tags", "t1", None))
    assert joined(one, two).document(("tags", "t1")) is None


def test_a_tag_made_twice_at_once_is_one_and_one_made_on_purpose_is_another() -> None:
    one, two = Copy(NAMES[0]), Copy(NAMES[1])
    target = {"type": "quote", "id": "q1", "article": "a1"}
    for copy, tag in ((one, "t1"), (two, "t2")):
        copy.write(("tags", tag, {"id": tag, "name": "Aid"}))
        own = {"id": f"n{tag}", "motivation": "tagging", "target": target, "creator": tag, "created": START}
        copy.write(("annotations", f"n{tag}", own | {"body": {"tag": tag}}))
    documents = united(joined(one, two))
    assert ("tags", "t2") not in documents
    bodies = {key[1]: each["body"] for key, each in documents.items() if key[0] == "annotations"}
    assert bodies == {"nt1": {"tag": "t1"}, "nt2": {"tag": "t1"}}
    one.write(("speakers", "s1", {"id": "s1", "name": "Ida Lund"}))
    one.write(("speakers", "s2", {"id": "s2", "name": "Ida Lund"}))  # a namesake
    assert "merged_into" not in united(joined(one, two))["speakers", "s2"]


def test_a_tag_that_two_gave_at_once_is_of_both() -> None:
    one, two = copies()
    own = {"id": "n", "motivation": "tagging", "body": {"tag": "t1"}, "created": START}
    own["target"] = {"type": "quote", "id": "q1", "article": "a1"}
    one.write(("annotations", "n", own | {"creator": "ada"}))
    two.write(("annotations", "n", own | {"creator": "bo"}))
    creators = {each["creator"] for key, each in united(joined(one, two)).items() if key[0] == "annotations"}
    assert creators == {"ada", "bo"}


def test_a_step_is_read_as_it_was_written_and_what_is_none_is_refused() -> None:
    one, _ = copies()
    step = one.write(("tags", "t1", {"name": "x\u202e"}), ("tags", "t2", None), author="ada")
    assert step_of(line_of(step)) == step
    for line in (
        b"{}",
        b"[]",
        b"nonsense",
        line_of(step).replace(b'"tags"', b'"catalogue"'),
        b'{"replica":1}',
    ):
        with pytest.raises(ValueError, match=r"is no step|makes no sense|Expecting"):
            step_of(line)


@pytest.mark.parametrize(
    "time", ["", "1-01-01T00:00:00.000000Z", "2025-13-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z"]
)
def test_a_step_of_a_time_that_there_is_not_or_after_which_there_is_none_is_refused(time: str) -> None:
    with pytest.raises(ValueError, match="is no step"):
        step_of(line_of(replace(Copy(NAMES[0]).write(), time=time)))


def test_what_was_done_when_nobody_knows_can_be_told_one_after_the_other() -> None:
    one = Copy(NAMES[0])
    for _ in range(2):
        one.write(clock=moment("long ago"))
    assert list(map(step_of, map(line_of, one.steps))) == one.steps


def article(own: str, event: str) -> Put:
    return "articles", own, {"id": own, "@event": event, "headline": own}


def test_an_event_that_one_emptied_stays_for_the_article_that_another_brought_to_it() -> None:
    one, two = Copy(NAMES[0]), Copy(NAMES[1])
    one.write(("event", "e1", {"id": "e1", "name": "Talks"}), ("event", "e2", {"id": "e2", "name": "More"}))
    one.write(article("a1", "e1"))
    two.take(one)
    one.write(("articles", "a1", {"@event": "e2"}), ("event", "e1", None))
    two.write(article("a2", "e1"))
    state = joined(one, two)
    assert state.document(("event", "e1")) == {"id": "e1", "name": "Talks"}
    (conflict,) = state.conflicts()
    assert (conflict.table, conflict.id, conflict.field) == ("event", "e1", "")
    one.take(two)
    one.write(*state.decision(conflict, 1))
    settled = joined(one, two)
    assert settled.conflicts() == []
    assert {key[1] for key in settled.documents()} == {"a1", "e2"}


@pytest.mark.parametrize("choice", [0, 1])
def test_an_article_that_one_deleted_is_shown_while_another_wrote_on_it_until_somebody_decides(
    choice: int,
) -> None:
    one, two = Copy(NAMES[0]), Copy(NAMES[1])
    one.write(("event", "e1", {"id": "e1", "name": "Talks"}), article("a1", "e1"))
    two.take(one)
    about = {"type": "article", "id": "a1", "article": "a1"}
    gone = {"id": "gone", "motivation": "editing", "body": {"field": "deleted", "value": True}}
    hiding = ("annotations", "gone")
    one.write((*hiding, gone | {"target": about, "created": START}))
    assert SharedState(one.steps).document(hiding)
    note = {"id": "n", "motivation": "commenting", "body": {"value": "Keep."}, "created": START}
    two.write(("annotations", "n", note | {"target": {"type": "quote", "id": "q", "article": "a1"}}))
    state = joined(one, two)
    assert state.document(hiding) is None
    (conflict,) = state.conflicts()
    assert (conflict.table, conflict.id, conflict.field) == ("articles", "a1", "")
    two.take(one)
    two.write(*state.decision(conflict, choice))
    settled = joined(one, two)
    assert (settled.document(hiding) is None) == (choice == 0)
    assert settled.document(("annotations", "n")) and settled.conflicts() == []


def test_one_value_whose_names_stand_in_another_order_is_no_conflict() -> None:
    one, two = copies()
    made = {"id": "n", "motivation": "linking", "created": START, "target": {"type": "quote", "id": "q1"}}
    one.write(("annotations", "n", made | {"body": {"quote": "q2", "relation": "denies"}}))
    two.write(("annotations", "n", made | {"body": {"relation": "denies", "quote": "q2"}}))
    assert joined(one, two).conflicts() == []


def bearing(tag: str) -> Put:
    target = {"type": "quote", "id": "q1", "article": "a1"}
    fields = {"id": "n", "motivation": "tagging", "body": {"tag": tag}, "target": target, "created": START}
    return "annotations", "n", fields


@pytest.mark.parametrize("choice", [0, 1])
def test_a_tag_that_one_deleted_while_another_gave_it_stays_until_somebody_decides(choice: int) -> None:
    one, two = copies()
    one.write(("tags", "t1", None))
    two.write(bearing("t1"))
    state = joined(one, two)
    assert state.document(("tags", "t1")) == {"id": "t1", "name": "aid"}
    (conflict,) = state.conflicts()
    assert (conflict.table, conflict.id, conflict.field) == ("tags", "t1", "")
    one.take(two)
    one.write(*state.decision(conflict, choice))
    settled = joined(one, two)
    assert settled.conflicts() == []
    assert {key[0] for key in settled.documents()} == ({"tags", "annotations"} if choice == 0 else set())


def test_a_speaker_who_was_taken_back_stays_for_the_words_that_another_gave_them() -> None:
    one, two = Copy(NAMES[0]), Copy(NAMES[1])
    one.write(("speakers", "s1", {"id": "s1", "name": "Ida Lund"}))
    two.take(one)
    one.write(("speakers", "s1", None))
    body = {"field": "speaker", "value": "s1"}
    said = {"id": "n", "motivation": "editing", "body": body, "target": {"type": "quote", "id": "q1"}}
    two.write(("annotations", "n", said | {"created": START}))
    assert joined(one, two).document(("speakers", "s1")) == {"id": "s1", "name": "Ida Lund"}
