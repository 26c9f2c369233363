"""What a format says it cannot carry is what it does not carry, neither less nor more."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest

from tests.support.dossiers import page
from tui.commands.annotations import AddTags, EditField, MarkRead, RemoveTags, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.codebook import DescribeTag
from tui.commands.saved_searches import SaveView
from tui.commands.speakers import AddAlias, SetRole, SetSide
from tui.core.model import AnnotationTarget, Article, Quote
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, FORMATS, Format, chunks, lost, lost_in_short
from tui.exchange.exporters.markdown_pages import PageNames, every
from tui.exchange.sidecar import SIDECAR
from tui.store.briefing import Briefing

# A mark that stands for each thing a briefing holds, and the words by which a format says it has no room
# for it: "" where every format has, or where the words for another thing include it.
THINGS = {
    "text of an article": ("zqtext", r"(?<!in one file, the )articles' texts"),
    "headline": ("zqheadline", "headlines"),
    "article without quotes": ("zqlonely", "articles without quotes"),
    "tag on an article": ("zqarticletag", "tags, notes and stars on articles"),
    "note on an article": ("zqarticlenote", "tags, notes and stars on articles"),
    "note on an event": ("zqeventnote", "tags, notes and stars on articles, events"),
    "note on a speaker": ("zqspeakernote", r"notes on and other names|articles, events and speakers"),
    "other name": ("zqalias", "other names of speakers|notes on and other names of"),
    "role": ("zqrole", ""),
    "side": ("zqside", ""),
    "description": ("zqdescription", "descriptions"),
    "colour": ("a1b2c3", "colours"),
    "sign": ("▣", "signs of tags"),
    "unused tag": ("zqunused", "tags nobody used"),
    "quote": ("zqquote", ""),
    "note on a quote": ("zqnote", ""),
    "speaker": ("Mara Quay", ""),
    "chain": ("zqchain", "through whom words came"),
    "why": ("zqwhy", "how sure a speaker is and why|why a speaker is unsure and by how much"),
    "confidence": (r"0\.4321", "how sure a speaker is and why|why a speaker is unsure and by how much"),
    "guess": (
        r"the speaker is a guess|\(unsure\)|Mara Quay(?:\]\])? \?|0\.4321",
        "how sure a speaker is and why",
    ),
    "candidate": ("zqcandidate", "other candidates"),
    "original": ("zqoriginal", "original wording"),
    "translator": ("zqtranslator", "translator"),
    "status": ("disputed", r"\bstatus\b"),
    "evidence": ("zqevidence", "evidence"),
    "earlier status": ("zqearlier", "earlier statuses"),
    "link": ("truncated|cut short", "links of quotes|evidence and links"),
    "raw page": ("zqraw", "raw pages"),
    "saved search": ("zqview", "saved searches"),
    "earlier version": ("zqversion", "earlier versions"),
    "inferred day": (r"~2025-03-04|\bdate_inferred\b|\bevent_date_inferred\b", "whether the day of an event"),
    "time of day": ("23:59", "time of day"),
    "address": ("courier.example", "addresses"),
}
# A line that begins with “all but” names what is there instead.
THERE = {
    "csl-json": {"headline", "tag on an article", "note on an article", "article without quotes", "address"},
    "qdc": {"description", "colour", "tag on an article", "unused tag"},
    "tags": {"description", "colour", "sign", "tag on an article", "unused tag"},
}
THERE["graphml"] = {"speaker", "chain"}
THERE["bibtex"] = THERE["ris"] = THERE["csl-json"]


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    made = Briefing.open(tmp_path_factory.mktemp("losses") / "store", create=True, title="Losses")
    one = page("Locks zqheadline", "Ada Tern", "2025-03-04T23:59+01:00", "We zqquote it", "one", " zqtext")
    guess = {"event_date": "inferred from the day of publication"}
    one = replace(one, reading=replace(one.reading, basis=guess))
    boats = page("Boats", "", "2025", "Other words", "one")
    boats = replace(boats, reading=replace(boats.reading, basis=guess))
    told = replace(one.reading.quotes[0], why="zqwhy", confidence=0.4321, chain=("zqchain",), role="zqrole")
    told = replace(told, candidates=("zqcandidate",))
    before = replace(one.reading, text=one.reading.text + "\n\nA line that is zqversion.", quotes=(told,))
    made.add([replace(one, reading=before), boats])
    made.add(
        [replace(one, reading=replace(one.reading, quotes=(told,)), raw=b"<p hidden>zqraw</p>" + one.raw)]
    )
    lonely = page("Alone zqlonely", "", "2025-03-05", "no", "two")
    made.add([replace(lonely, reading=replace(lonely.reading, quotes=()))])
    found = {quote.words: (article, quote) for _, article, quote in made.quotes()}
    article, quote = found["We zqquote it"]
    _write(made, article, quote, target_of(found["Other words"][1]))
    yield made
    made.close()


def _write(made: Briefing, article: Article, quote: Quote, other: AnnotationTarget) -> None:
    here, about = target_of(quote), target_of(article)
    event = target_of(made.annotated(article.event).event)
    made.do(AddTags([here], ["zqtag"]))
    made.do(AddTags([about], ["zqarticletag"]))
    made.do(AddTags([other], ["zqunused"]))
    tags = {tag.name: tag.id for tag in made.tags().values()}
    made.do(RemoveTags([other], ["zqunused"]))
    made.do(DescribeTag(tags["zqtag"], description="zqdescription", color="#a1b2c3", sign="▣"))
    made.do(WriteNote(here, "zqnote"))
    made.do(WriteNote(about, "zqarticlenote"))
    made.do(WriteNote(event, "zqeventnote"))
    made.do(WriteNote(AnnotationTarget("speaker", quote.speakers[0]), "zqspeakernote"))
    made.do(AddAlias(quote.speakers[0], "zqalias"))
    made.do(SetRole(quote.speakers[0], "zqrole"))
    made.do(SetSide(quote.speakers[0], "zqside"))
    made.do(Star([here, about, event]))
    made.do(MarkRead([about], True))
    made.do(EditField(here, "original", "zqoriginal"))
    made.do(EditField(here, "translator", "zqtranslator"))
    made.do(Assess([here], "matched", "zqearlier"))
    made.do(Assess([here], "disputed", "zqevidence", "B", "3"))
    made.do(LinkQuotes(here, other, "truncated"))
    made.do(SaveView("zqview", "speaker:quay"))


def words(name: str, briefing: Briefing) -> str:
    """Return all that stands in an export, whatever it is packed in."""
    dossier = Dossier.of(briefing)
    if name == "markdown":
        return "\n".join(
            each.text for each in every(dossier, PageNames(lambda page_id, wanted: f"{wanted} {page_id}"))
        )
    raw = b"".join(
        part if isinstance(part, bytes) else part.encode() for part in chunks(BY_ID[name], dossier)
    )
    if raw[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(raw))
        raw = b"\n".join(archive.read(each) for each in archive.namelist() if not _aside(each))
    return unescape(raw.decode(errors="replace"))


def _aside(name: str) -> bool:
    """Tell whether a file of an archive is what no other program reads."""
    return "styles" in name or name == SIDECAR


@pytest.mark.parametrize("name", [each.id for each in FORMATS if each.id != "briefing"])
def test_what_a_format_says_it_loses_is_what_it_loses(name: str, briefing: Briefing) -> None:
    out, said = words(name, briefing), BY_ID[name].loses
    wrong = []
    for thing, (mark, phrase) in THINGS.items():
        is_there = bool(re.search(mark, out))
        if name in THERE:
            says_so = thing not in THERE[name]
        else:
            says_so = bool(phrase and re.search(phrase, said))
        if is_there == says_so:
            wrong.append(f"{thing}: {'is there' if is_there else 'is not there'}")
    assert not wrong, said


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda each: each.id)
def test_in_short_a_line_that_names_what_is_there_stays_whole_and_what_is_of_this_export_leads(
    chosen: Format, briefing: Briefing
) -> None:
    dossier = replace(Dossier.of(briefing), gone={"one", "two"})
    own = "2 quotes with words gone from the article; " * chosen.omits_gone
    told = lost_in_short(chosen, dossier)
    assert told.startswith(own) and len(told.removeprefix(own)) < 110
    if chosen.id in THERE:
        assert told == f"{own}{chosen.loses}"
    assert "descriptions and more" not in told  # of tags, which are named behind it


@pytest.mark.parametrize("format_id", ["bibtex", "ris", "csl-json"])
def test_references_say_of_how_many_articles_outlet_and_day_are_not_known(
    briefing: Briefing, format_id: str
) -> None:
    _, article, _ = next(briefing.quotes())
    dated = sum(not each.published for _, each in Dossier.of(briefing).articles())
    briefing.do(EditField(target_of(article), "outlet", ""))
    dossier = Dossier.of(briefing)
    list(chunks(BY_ID[format_id], dossier))
    told = lost(BY_ID[format_id], dossier)
    assert "the outlet of 1 article, which nobody said yet" in told
    assert ("the day of" in told) == bool(dated)
    briefing.undo()
