"""All that a file holds arrives or is named: whatever is marked twice, said by two, or replied to."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.annotation_files import CODES, GUID, handed, project, selection, source, whole, written
from tests.support.dossiers import PLAIN, build, find
from tui.cli.parser import main
from tui.commands.annotations import RemoveTags, target_of
from tui.core.model import Annotation
from tui.exchange.importers.model import AnnotationFileError
from tui.exchange.importers.web_annotations import read
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage

TEXT = "Wind and rain and no boat today."
WORDS = {(0, 4): "Wind", (9, 13): "rain", (0, 13): "Wind and rain", (21, 25): "boat"}
USERS = {"": "", "d1": "Ada", "d2": "Ben"}
TAGS = {"0a": "weather", "0b": "weather/wind-gust"}
# Where words are marked, by whom with which tags, and who noted what.
marks = st.tuples(
    st.sampled_from([*WORDS]),
    st.lists(st.tuples(st.sampled_from([*TAGS]), st.sampled_from([*USERS])), max_size=3),
    st.lists(st.tuples(st.sampled_from(["Ask.", "yes"]), st.sampled_from([*USERS])), max_size=3),
)
Mark = tuple[tuple[int, int], list[tuple[str, str]], list[tuple[str, str]]]


def on_quotes(briefing: Briefing) -> dict[str, list[Annotation]]:
    """Return what is written on the quotes, by their words."""
    found: dict[str, list[Annotation]] = {}
    for _, article, quote in briefing.quotes():
        there = briefing.annotated(briefing.event_of(article.id)).annotations.get(quote.id, ())
        found.setdefault(quote.words, []).extend(there)
    return found


def arrived(briefing: Briefing) -> tuple[set[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """Return who tagged which words with what, and how often who noted what on them."""
    tags, notes = set[tuple[str, ...]](), Counter[tuple[str, ...]]()
    names = {key: tag.name for key, tag in briefing.tags().items()}
    for words, those in on_quotes(briefing).items():
        for each in those:
            if each.motivation == "tagging":
                tags.add((words, names[str(each.body["tag"])], each.creator))
            elif each.motivation == "commenting":
                notes[words, str(each.body["value"]), each.creator] += 1
    return tags, notes


def held(given: list[Mark], names: dict[str, str]) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return the same of what a file holds; where somebody did a thing, that nobody did it too says nothing."""
    tags: set[tuple[str, ...]] = {
        (WORDS[at], TAGS[tag], names[who]) for at, coded, _ in given for tag, who in coded
    }
    notes: set[tuple[str, ...]] = {
        (WORDS[at], note, names[who]) for at, _, noted in given for note, who in noted
    }
    return _told(tags), _told(notes)


def _told(found: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    named = {each[:2] for each in found if each[2]}
    return {each for each in found if each[2] or each[:2] not in named}


def qda(given: list[Mark]) -> str:
    """Return a project, a selection a mark as other programs write it."""
    selections, notes = [], []
    for number, (place, coded, noted) in enumerate(given):
        codings = "".join(
            f'<Coding guid="{GUID}c{at}"{_user(who)}><CodeRef targetGUID="{GUID}{tag}"/></Coding>'
            for at, (tag, who) in enumerate(coded)
        )
        refs = ""
        for at, (note, who) in enumerate(noted):
            notes.append(
                f'<Note guid="note {number} {at}"{_user(who)}><PlainTextContent>{note}</PlainTextContent></Note>'
            )
            refs += f'<NoteRef targetGUID="note {number} {at}"/>'
        selections.append(
            f'<PlainTextSelection guid="s{number}" startPosition="{place[0]}" endPosition="{place[1]}">'
            f"{codings}{refs}</PlainTextSelection>"
        )
    users = "".join(f'<User guid="{GUID}{key}" name="{name}"/>' for key, name in USERS.items() if key)
    text = source("".join(selections), text=f"<PlainTextContent>{TEXT}</PlainTextContent>")
    return whole(f"<Users>{users}</Users>{CODES}{text}<Notes>{''.join(notes)}</Notes>")


def _user(who: str) -> str:
    return f' creatingUser="{GUID}{who}"' if who else ""


@settings(max_examples=20, deadline=None)
@given(st.lists(marks, max_size=6))
def test_whatever_a_project_holds_arrives_and_a_second_time_changes_nothing(given: list[Mark]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        briefing = Briefing.open(Path(folder, "b"), create=True)
        path = project(Path(folder), qda(given))
        taken = handed(briefing, path)
        tags, notes = held(given, USERS)
        found = arrived(briefing)
        # What nobody is named for may come before or after what somebody did: either is told.
        assert _told(found[0]) == tags
        assert _told(set(found[1])) == notes
        count = {
            "tagging": sum(len(coded) for _, coded, _ in given),
            "note": sum(len(noted) for *_, noted in given),
        }
        assert {key: taken.held[key] for key in count} == count == {key: taken.arrived[key] for key in count}
        handed(briefing, path)
        assert arrived(briefing) == found
        briefing.close()


@settings(max_examples=20, deadline=None)
@given(st.lists(marks, max_size=6))
def test_whatever_a_collection_holds_arrives_and_a_second_time_changes_nothing(given: list[Mark]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        briefing = Briefing.open(Path(folder, "b"), create=True)
        empty = whole(CODES + source("", text=f"<PlainTextContent>{TEXT}</PlainTextContent>"))
        handed(briefing, project(Path(folder), empty))
        (row,) = briefing.rows()
        (article,) = briefing.annotated(row["id"]).event.articles
        items = []
        for number, (place, coded, noted) in enumerate(given):
            bodies = [
                {"type": "TextualBody", "purpose": purpose, "value": value, **_creator(who)}
                for purpose, value, who in (
                    *(("tagging", TAGS[tag], who) for tag, who in coded),
                    *(("commenting", note, who) for note, who in noted),
                )
            ]
            where = {"type": "TextPositionSelector", "start": place[0], "end": place[1]}
            target = {"source": f"urn:uuid:{_dashed(article.id)}", "selector": where}
            items.append({"id": f"https://notes.example/{number}", "body": bodies, "target": target})
        path = Path(folder, "a.jsonld")
        context = "http://www.w3.org/ns/anno.jsonld"
        path.write_text(json.dumps({"@context": context, "items": items}), encoding="utf-8")
        if items:
            taken = handed(briefing, path)
            assert taken.held == taken.arrived
            found = arrived(briefing)
            assert (_told(found[0]), _told(set(found[1]))) == held(given, USERS)
            handed(briefing, path)
            assert arrived(briefing) == found
        briefing.close()


def _creator(who: str) -> dict[str, object]:
    return {"creator": {"type": "Person", "name": USERS[who]}} if who else {}


def _dashed(plain: str) -> str:
    return "-".join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))


def test_memos_on_codings_and_on_codes_arrive(empty: Briefing, tmp_path: Path) -> None:
    codes = CODES.replace("</Description>", f'</Description><NoteRef targetGUID="{GUID}e1"/>', 1)
    coded = selection(0, 4).replace("</Coding>", f'<NoteRef targetGUID="{GUID}e2"/></Coding>')
    notes = "".join(
        f'<Note guid="{GUID}e{n}"><PlainTextContent>{text}</PlainTextContent></Note>'
        for n, text in enumerate(("A diary.", "Rain too.", "In the morning."))
    )
    taken = handed(empty, project(tmp_path, whole(f"{codes}{source(coded)}<Notes>{notes}</Notes>")))
    assert {tag.name: tag.description for tag in empty.tags().values()}["weather"] == "Of skies\n\nRain too."
    assert written(empty)["Wind"][3] == "weather/wind-gust: In the morning."
    assert [line for line in taken.left if "A diary." in line]
    assert (taken.held["note"], taken.arrived["note"]) == (2, 1)


def test_an_annotation_of_qualcoder_stands_on_its_words(empty: Briefing, tmp_path: Path) -> None:
    where = f'<PlainTextSelection guid="{GUID}e5" startPosition="0" endPosition="4"/>'
    note = f'<Note guid="{GUID}e1"><PlainTextContent>A gale?</PlainTextContent>{where}</Note>'
    body = CODES + source(f'<NoteRef targetGUID="{GUID}e1"/>') + f"<Notes>{note}</Notes>"
    taken = handed(empty, project(tmp_path, whole(body)))
    assert written(empty)["Wind"][3] == "A gale?"
    assert written(empty)["article Talk"][-1] == ""
    assert (taken.held["note"], taken.arrived["note"]) == (1, 1)


def test_a_reply_stands_where_what_it_replies_to_does(briefing: Briefing, tmp_path: Path) -> None:
    article, quote = find(briefing, PLAIN)
    root = {
        "id": "abc",
        "user": "acct:ada@notes.example",
        "created": "2025-03-05T10:00:00+00:00",
        "text": "Look",
        "tags": ["talks"],
        "uri": article.url,
        "target": [
            {"source": article.url, "selector": [{"type": "TextQuoteSelector", "exact": PLAIN, "prefix": ""}]}
        ],
    }
    reply = {**root, "id": "def", "user": "acct:ben@notes.example", "text": "Why?", "references": ["abc"]}
    reply["target"] = [{"source": article.url}]
    (tmp_path / "a.json").write_text(json.dumps({"rows": [reply, root]}), encoding="utf-8")
    handed(briefing, tmp_path / "a.json")
    handed(briefing, tmp_path / "a.json")
    own = briefing.annotated(article.event)
    notes = {(each.body["value"], each.creator) for each in own.of(quote.id, "commenting")}
    assert {("Look", "acct:ada@notes.example"), ("Why?", "acct:ben@notes.example")} <= notes
    talks = next(key for key, tag in briefing.tags().items() if tag.name == "talks")
    by = [each.creator for each in own.of(quote.id, "tagging") if each.body["tag"] == talks]
    assert sorted(by) == ["acct:ada@notes.example", "acct:ben@notes.example"]
    assert own.tags(quote.id).count(talks) == 1
    assert briefing.tag_uses()[talks].total() == 1
    assert find_damage(briefing.path) == []
    briefing.do(RemoveTags([target_of(quote)], ["talks"]))
    assert talks not in briefing.annotated(article.event).tags(quote.id)


@pytest.mark.timeout(30)
def test_a_long_chain_of_replies_is_followed_to_its_root() -> None:
    """Where each reply was followed on its own this took hours."""
    chain = [
        {"id": f"a{n}", "text": f"Note {n}", "target": [f"a{n - 1}" if n else "https://example.org/a"]}
        for n in range(8000)
    ]
    found = read(json.dumps(chain[::-1]).encode())
    assert {each.url for each in found.pointers} == {"https://example.org/a"}
    circle = [{**each, "target": [f"a{(n + 1) % 3}"]} for n, each in enumerate(chain[:3])]
    assert len(read(json.dumps([*circle, {**chain[5], "references": [{}]}]).encode()).pointers) == 4


@pytest.mark.parametrize(
    ("body", "said", "kept"),
    [
        (CODES + source(selection(0, 4) + selection(5, 99, guid="03")), "ends at 99, past its text (14)", 1),
        (CODES + source(selection(0, 4) + selection(8, 2, guid="03")), "before its start", 1),
        (CODES + source(selection(0, 4) + selection(-4, 3, guid="03")), "no position", 1),
        (CODES + source(selection(0, 4) + selection(5, 8, "99", "03")), "a code that is not in it", 1),
        (CODES + source(selection(0, 4).replace("</Pl", "<NoteRef/></Pl")), "note that is not in it", 1),
        (
            CODES
            + source(selection(0, 4)).replace(
                "<Sources>",
                f'<Sources><TextSource guid="{GUID}31" name="Lost" plainTextPath="internal://no.txt"/>',
            ),
            "Lost: its text is not in it",
            1,
        ),
        (CODES.replace(f"{GUID}0A", "7") + source(selection(0, 4, "0b")), "", 1),  # an id that is no GUID
        (CODES + source(selection(0, 4) + selection(5, 8)), "", 2),  # an id that two selections share
    ],
)
def test_what_is_whole_is_taken_and_the_rest_is_named(
    body: str, said: str, kept: int, empty: Briefing, tmp_path: Path
) -> None:
    taken = handed(empty, project(tmp_path, whole(body)))
    assert any(said in line for line in taken.left) if said else not taken.left
    tagged = [quote for _, _, quote in empty.quotes() if written(empty)[quote.words][2]]
    assert len(tagged) == kept
    assert taken.held["tagging"] >= taken.arrived["tagging"] == kept


def test_a_project_of_which_nothing_is_whole_is_refused(empty: Briefing, tmp_path: Path) -> None:
    lost = f'<Sources><TextSource guid="{GUID}31" name="Lost" plainTextPath="internal://no.txt"/></Sources>'
    with pytest.raises(AnnotationFileError, match="Lost: its text is not in it"):
        handed(empty, project(tmp_path, whole(lost)))


def test_pages_of_a_pdf_and_its_text_may_share_ids(empty: Briefing, tmp_path: Path) -> None:
    area = f'<PDFSelection guid="{GUID}02" page="0" firstX="0" firstY="0" secondX="1" secondY="1"/>'
    read = (
        f'<Representation guid="{GUID}07" name="Talk"><PlainTextContent>{escape(TEXT)}</PlainTextContent>'
        f"{selection(0, 4)}</Representation>"
    )
    pdf = f'<Sources><PDFSource guid="{GUID}07" name="Talk">{area}{read}</PDFSource></Sources>'
    taken = handed(empty, project(tmp_path, whole(CODES + pdf)))
    assert written(empty)["Wind"][2] == ["weather/wind-gust"]
    assert [line.split(":")[0] for line in taken.left] == ["Talk"]


def test_codes_of_the_ids_of_cases_say_who_speaks(empty: Briefing, tmp_path: Path) -> None:
    case = f'<Cases><Case guid="{GUID}0A" name="Ole Strand"/></Cases>'
    handed(empty, project(tmp_path, whole(CODES + case + source(selection(0, 4, "0A")))))
    assert written(empty)["Wind"][0] == "Ole Strand"
    assert [tag.name for tag in empty.tags().values()] == ["weather/wind-gust"]


def test_the_closing_line_says_what_the_file_held_and_what_arrived(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path / "store").close()
    body = CODES + source(selection(0, 4) + selection(0, 4, "0A", "03") + selection(5, 99, guid="04"))
    path = project(tmp_path, whole(body))
    assert main(["--store", str(tmp_path / "store"), "import", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "of what was written in it 2 of 3 taggings are here" in out
    assert "ends at 99" in err


def test_a_codebook_with_ids_of_every_kind_is_taken(empty: Briefing, tmp_path: Path) -> None:
    codes = "".join(
        f'<Code guid="{own}" name="{name}" isCodable="true"/>'
        for own, name in (("7", "wind"), ("7", "rain"), ("", "snow"))
    )
    path = tmp_path / "codes.qdc"
    sets = '<Sets><Set guid="9" name="Skies"/></Sets>'
    path.write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes>{sets}</CodeBook>',
        encoding="utf-8",
    )
    taken = handed(empty, path)
    assert sorted(tag.name for tag in empty.tags().values()) == ["rain", "snow", "wind"]
    assert taken.left == ["1 set of codes"]
