"""Who is who: renaming, merging and splitting speakers, and imports that honour it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from tests.support.crash import page
from tui.cli.parser import main
from tui.commands.annotations import EditField, target_of
from tui.commands.quotes import AddQuote
from tui.commands.speakers import AddAlias, MergeSpeakers, RemoveAlias, RenameSpeaker, SetRole, SplitSpeaker
from tui.core.model import AnnotationTarget, Article, Quote
from tui.core.speakers import final_speaker, names_of
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle


def said(number: int, who: str) -> NewArticle:
    """Return a page in which `who` is quoted."""
    made = page(number)
    (quote,) = made.reading.quotes
    return replace(made, reading=replace(made.reading, quotes=(replace(quote, entity=who),)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Briefing]:
    briefing = Briefing.open(tmp_path / "store", create=True)
    briefing.add([said(1, "Ines Marlow"), said(2, "the harbour master"), said(3, "Tom Marlow")])
    yield briefing
    briefing.close()


def counted(store: Briefing) -> dict[str, int]:
    """Return how many quotes each speaker has, by name."""
    speakers = store.speakers()
    return dict(Counter(speakers[each].name for _, _, quote in store.quotes() for each in quote.speakers))


def id_of(store: Briefing, name: str) -> str:
    return next(each.id for each in store.speakers().values() if each.name == name)


def quote_of(store: Briefing, name: str) -> Quote:
    speakers = store.speakers()
    return next(
        quote for _, _, quote in store.quotes() if name in {speakers[each].name for each in quote.speakers}
    )


def test_a_new_name_keeps_the_old_one_as_a_way_in(store: Briefing) -> None:
    store.do(RenameSpeaker(id_of(store, "Ines Marlow"), "Inês Marlow-Reed"))
    store.add([said(4, "Ines Marlow")])
    assert counted(store)["Inês Marlow-Reed"] == 2
    store.undo()
    assert counted(store) == {"Ines Marlow": 2, "the harbour master": 1, "Tom Marlow": 1}


def test_what_is_told_of_a_quote_given_to_a_surname_is_whose_it_is_now(store: Briefing) -> None:
    target = target_of(quote_of(store, "the harbour master"))
    ines, tom = (id_of(store, name) for name in ("Ines Marlow", "Tom Marlow"))
    assert store.do(RenameSpeaker(ines, "Ines Reed")).seq
    told = store.do(EditField(target, "speaker", "reed; tom marlow; +Ida Lund")).label
    assert told == "Set the speaker of 1 quote to Ines Reed; Tom Marlow; Ida Lund"
    store.do(MergeSpeakers([tom], ines))
    assert store.do(EditField(target, "speaker", "Tom Marlow")).label.endswith(" to Ines Reed")
    assert store.do(EditField(target, "speaker", "")).label == "Emptied the speaker of 1 quote"


def test_a_merged_speaker_also_takes_what_comes_in_later(store: Briefing) -> None:
    ines, master = id_of(store, "Ines Marlow"), id_of(store, "the harbour master")
    store.do(MergeSpeakers([master], ines))
    assert counted(store) == {"Ines Marlow": 2, "Tom Marlow": 1}
    store.add([said(5, "the harbour master"), said(6, "Ines Marlow")])
    assert counted(store) == {"Ines Marlow": 4, "Tom Marlow": 1}
    assert len(store.speakers()) == 3
    store.undo()
    assert counted(store)["the harbour master"] == 1


def test_merging_follows_and_never_runs_in_a_ring(store: Briefing) -> None:
    ines, master, tom = (id_of(store, name) for name in ("Ines Marlow", "the harbour master", "Tom Marlow"))
    store.do(MergeSpeakers([master], ines))
    store.do(MergeSpeakers([ines], tom))
    assert counted(store) == {"Tom Marlow": 3}
    assert not store.do(MergeSpeakers([tom], master)).seq  # they are one already
    assert set(names_of(store.speakers()[tom], store.speakers())) == {
        "Tom Marlow",
        "Ines Marlow",
        "the harbour master",
    }


def test_two_people_of_one_surname_stay_two(store: Briefing) -> None:
    store.add([said(7, "Marlow")])
    assert counted(store)["Marlow"] == 1


def test_a_name_that_is_anothers_is_refused(store: Briefing) -> None:
    with pytest.raises(ValueError, match="merge the two"):
        store.do(RenameSpeaker(id_of(store, "Ines Marlow"), "tom  marlow"))
    with pytest.raises(ValueError, match="merge the two"):
        store.do(AddAlias(id_of(store, "Ines Marlow"), "Tom Marlow"))
    with pytest.raises(ValueError, match="needs a name"):
        store.do(RenameSpeaker(id_of(store, "Ines Marlow"), " "))
    with pytest.raises(ValueError, match="no speaker"):
        store.do(RenameSpeaker("nobody", "x"))


def test_an_added_name_or_role_leads_later_imports_to_the_speaker(store: Briefing) -> None:
    tom = id_of(store, "Tom Marlow")
    store.do(AddAlias(tom, "the pilot"))
    store.do(SetRole(tom, "French president"))
    store.add([said(8, "the pilot"), said(9, "the president of France")])
    assert counted(store)["Tom Marlow"] == 3
    store.do(RemoveAlias(tom, "The Pilot"))
    store.add([said(10, "the pilot")])
    assert counted(store)["the pilot"] == 1


def test_what_was_said_under_one_name_becomes_another_speaker(store: Briefing) -> None:
    tom = id_of(store, "Tom Marlow")
    store.do(AddAlias(tom, "T. Marlow"))
    store.add([said(11, "T. Marlow")])
    assert counted(store)["Tom Marlow"] == 2
    store.do(SplitSpeaker(tom, ["T. Marlow"], name="Theo Marlow"))
    assert counted(store) == {"Ines Marlow": 1, "the harbour master": 1, "Tom Marlow": 1, "Theo Marlow": 1}
    store.add([said(12, "T. Marlow")])
    assert counted(store)["Theo Marlow"] == 2
    with pytest.raises(ValueError, match="no other name"):
        store.do(SplitSpeaker(tom, ["Nobody Else"]))


def test_splitting_takes_a_merge_apart(store: Briefing) -> None:
    ines, master = id_of(store, "Ines Marlow"), id_of(store, "the harbour master")
    store.do(MergeSpeakers([master], ines))
    store.do(SplitSpeaker(ines, ["the harbour master"]))
    assert counted(store) == {"Ines Marlow": 1, "the harbour master": 1, "Tom Marlow": 1}
    assert not quote_of(store, "the harbour master").edited
    found = final_speaker(master, store.speakers())
    assert found and found.id == master


def test_chosen_quotes_are_split_off(store: Briefing) -> None:
    store.add([said(13, "Tom Marlow")])
    quote = quote_of(store, "Tom Marlow")
    store.do(SplitSpeaker(quote.speakers[0], quotes=[target_of(quote)], name="Tomas Marlow"))
    assert counted(store)["Tom Marlow"] == counted(store)["Tomas Marlow"] == 1
    store.undo()
    assert counted(store)["Tom Marlow"] == 2


def test_a_correction_to_a_merged_name_goes_to_who_is_left(store: Briefing) -> None:
    ines, master, tom = (id_of(store, name) for name in ("Ines Marlow", "the harbour master", "Tom Marlow"))
    store.do(MergeSpeakers([master], ines))
    store.do(MergeSpeakers([ines], tom))
    quote = quote_of(store, "Tom Marlow")
    store.do(EditField(target_of(quote), "speaker", "the harbour master"))
    assert counted(store) == {"Tom Marlow": 3}


def test_a_speaker_who_came_in_since_outlives_the_undo_of_his_making(store: Briefing) -> None:
    quote = quote_of(store, "Tom Marlow")
    store.do(EditField(target_of(quote), "speaker", "Jo Sterling"))
    store.add([said(14, "Jo Sterling")])
    store.undo()
    assert counted(store) == {"Ines Marlow": 1, "the harbour master": 1, "Tom Marlow": 1, "Jo Sterling": 1}
    store.redo()
    assert counted(store)["Jo Sterling"] == 2
    store.do(EditField(target_of(quote), "speaker", "Nobody Else"))
    store.undo()
    assert "Nobody Else" not in {each.name for each in store.speakers().values()}


def test_a_corrected_speaker_is_not_found_under_the_old_name(
    store: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    quote = quote_of(store, "Tom Marlow")
    store.do(EditField(target_of(quote), "speaker", "Ines Marlow"))
    for search in (["--speaker", "Tom"], ["--speaker", "harbour"]):
        main(["--store", str(store.path), "quotes", *search, "--json"])
        found = [json.loads(each)["id"] for each in capsys.readouterr().out.splitlines()]
        assert quote.id not in found
    store.do(EditField(target_of(quote), "speaker", ""))
    main(["--store", str(store.path), "show", quote.id, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["speaker"] == "" and told["candidates"][0] == "Tom Marlow"
    assert (told["why"], told["confidence"]) == ("set by you", 1)
    main(["--store", str(store.path), "show", quote.id])
    assert (
        "(nobody named) (direct, set by you)" in capsys.readouterr().out
    )  # and not how the rules came by Tom


def run(capsys: pytest.CaptureFixture[str], store: Briefing, *words: str) -> tuple[int, str, str]:
    status = main(["--store", str(store.path), "speakers", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_verb_lists_and_changes_speakers(store: Briefing, capsys: pytest.CaptureFixture[str]) -> None:
    say: Callable[..., tuple[int, str, str]] = lambda *words: run(capsys, store, *words)  # noqa: E731
    assert say("rename", "ines marlow", "Ines M. Marlow")[0] == 0
    assert say("merge", "the harbour master", "Ines Marlow")[:1] == (0,)
    status, out, _ = say("--json")
    assert status == 0
    rows = [json.loads(each) for each in out.splitlines()]
    assert [(row["name"], row["quotes"]) for row in rows] == [("Ines M. Marlow", 2), ("Tom Marlow", 1)]
    assert rows[0]["aliases"] == ["Ines Marlow", "the harbour master"]
    assert say("split", "Ines Marlow", "the harbour master")[0] == 0
    assert counted(store)["the harbour master"] == 1
    assert say("role", "Tom Marlow", "pilot")[0] == 0
    assert "Tom Marlow, pilot" in say()[1]
    assert say("role", "tom", "harbour pilot")[0] == 0 and "Tom Marlow, harbour pilot" in say()[1]
    assert say("side", "tom", "Pilots'", "guild")[0] == 0 and "of Pilots' guild's side" in say()[1]
    assert say("side", "tom")[0] == 0 and "guild" not in say()[1]
    status, _, err = say("role", "Marlow", "pilot")
    assert status == 1 and "could be several" in err and "Tom Marlow" in err
    status, _, err = say("merge", "Nobody", "Tom Marlow")
    assert status == 1 and "there is no speaker “Nobody”" in err
    assert say("rename", "Tom Marlow")[0] == 2


def test_a_surname_is_the_one_speaker_of_that_name_and_with_a_plus_somebody_new(store: Briefing) -> None:
    quote = quote_of(store, "the harbour master")
    store.add([said(15, "Dora van der Linden")])
    for name in ("van der Linden", "LINDEN", "Ms Linden"):
        store.do(EditField(target_of(quote), "speaker", name))
        assert counted(store) == {"Ines Marlow": 1, "Tom Marlow": 1, "Dora van der Linden": 2}
        store.undo()
    store.do(EditField(target_of(quote), "speaker", "+Linden; Dora"))  # the first name is nobody's surname
    assert counted(store)["Linden"] == counted(store)["Dora"] == counted(store)["Dora van der Linden"] == 1


def test_a_surname_of_two_is_asked_about_and_nothing_is_stored(store: Briefing) -> None:
    quote, before = quote_of(store, "the harbour master"), counted(store)
    with pytest.raises(ValueError, match=r"“Marlow” could be Ines Marlow or Tom Marlow.*\+Marlow"):
        store.do(EditField(target_of(quote), "speaker", "Marlow"))
    assert counted(store) == before
    store.do(MergeSpeakers([id_of(store, "Ines Marlow")], id_of(store, "Tom Marlow")))
    store.do(EditField(target_of(quote), "speaker", "Marlow"))  # by now they are one
    assert counted(store) == {"Tom Marlow": 3}


def test_what_is_split_off_or_renamed_gets_no_surname_that_is_anothers(
    store: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    quote, before = quote_of(store, "the harbour master"), counted(store)
    where = ["--store", str(store.path)]
    split = ["speakers", "split", "the harbour master", quote.id, "--quotes", *where, "--name"]
    assert main([*split, "Marlow"]) != 0
    assert "there is Ines Marlow: write that, or +Marlow for somebody else" in capsys.readouterr().err
    assert main(["speakers", "rename", "the harbour master", "Marlow", *where]) != 0
    assert counted(store) == before
    assert main([*split, "+Marlow"]) == 0
    assert counted(store) == {"Ines Marlow": 1, "Tom Marlow": 1, "Marlow": 1}
    master = id_of(store, "the harbour master")
    store.do(RenameSpeaker(master, "Master"))  # a part of one's own name is free


def test_of_those_called_alike_the_one_of_the_article_is_meant_else_one_by_id(store: Briefing) -> None:
    store.add([said(number, "a spokesman") for number in (4, 5)] + [said(6, "Ida Lund")])
    first, second = (each.id for each in store.speakers().values() if each.name == "a spokesman")
    theirs = next(quote for _, _, quote in store.quotes() if first in quote.speakers)
    target = target_of(quote_of(store, "Ida Lund"))

    def give(name: str, to: AnnotationTarget = target) -> tuple[str, ...]:
        store.do(EditField(to, "speaker", name))
        return next(quote.speakers for _, _, quote in store.quotes() if quote.id == to.id)

    with pytest.raises(ValueError, match="2 speakers are called “A spokesman”"):
        give("A spokesman")
    assert give(second) == give(second[:8]) == (second,)
    for form in (f"^{first[:8]}", str(UUID(first)), first[:8].upper()):
        assert give(form) == (first,) and give(second) == (second,)
    assert store.do(EditField(target, "speaker", first)).label == "Set the speaker of 1 quote to a spokesman"
    assert give("a spokesman", target_of(theirs)) == (first,)
    assert give("+a spokesman", target_of(theirs))[0] not in (first, second)


def test_a_quote_is_split_off_as_that_of_one_of_those_called_alike(store: Briefing) -> None:
    store.add([said(number, "a spokesman") for number in (4, 5)])
    first, second = (each.id for each in store.speakers().values() if each.name == "a spokesman")
    theirs = next(quote for _, _, quote in store.quotes() if first in quote.speakers)
    step = store.do(SplitSpeaker(first, quotes=[target_of(theirs)], name=second))
    assert step.label == "Split a spokesman off from another speaker"
    assert [quote.speakers for _, _, quote in store.quotes() if quote.id == theirs.id] == [(second,)]


def test_a_quote_is_split_off_by_the_letters_of_an_id_that_lists_print(store: Briefing) -> None:
    store.add([said(number, "a spokesman") for number in (4, 5)])
    first, second = (each.id for each in store.speakers().values() if each.name == "a spokesman")
    theirs = next(quote for _, _, quote in store.quotes() if first in quote.speakers)
    names = counted(store)
    step = store.do(SplitSpeaker(first, quotes=[target_of(theirs)], name=second[:8]))
    assert step.label == "Split a spokesman off from another speaker"
    assert [quote.speakers for _, _, quote in store.quotes() if quote.id == theirs.id] == [(second,)]
    assert counted(store) == names


def test_a_quote_is_split_off_as_that_of_whom_an_id_leads_to_and_not_of_the_one_it_is_split_from(
    store: Briefing,
) -> None:
    store.add([said(number, "a spokesman") for number in (4, 5, 6)])
    first, second, third = (each.id for each in store.speakers().values() if each.name == "a spokesman")
    theirs = next(quote for _, _, quote in store.quotes() if first in quote.speakers)
    store.do(MergeSpeakers([second], third))
    with pytest.raises(ValueError, match="stays the name of the speaker who is left"):
        store.do(SplitSpeaker(first, quotes=[target_of(theirs)], name=first))
    step = store.do(SplitSpeaker(first, quotes=[target_of(theirs)], name=second))
    assert step.label == "Split a spokesman off from another speaker"
    assert [quote.speakers for _, _, quote in store.quotes() if quote.id == theirs.id] == [(third,)]


def test_what_a_file_gives_to_a_spokesman_is_said_by_the_one_of_that_article(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "other", create=True)
    briefing.add([said(1, "a spokesman"), said(2, "a spokesman"), said(3, "Ines Marlow")])
    for _, article, _ in list(briefing.quotes()):
        briefing.do(AddQuote(target_of(article), "0-9", "a spokesman", whole_names=True))
    voices = [
        {each for quote in article.all_quotes for each in quote.speakers} for article in articles(briefing)
    ]
    assert sorted(map(len, voices)) == [1, 1, 2]
    assert len(set().union(*voices)) == 4
    briefing.close()


def articles(briefing: Briefing) -> list[Article]:
    events = (briefing.annotated(row["id"]).event for row in briefing.rows())
    found = {each.id: each for event in events for each in event.articles}
    return [found[each] for each in dict.fromkeys(article.id for _, article, _ in briefing.quotes())]
