"""Files of other programs are taken in as what they are, or refused by name; none is read as prose"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.store.briefing import Briefing
from tui.store.transaction import Transaction

TITLE, URL = "Dockers of Arn down tools", "https://courier.example/dockers"
WORDS = "We shall not move a crate"
PAGE = f"""---
title: {TITLE}
outlet: Arn Courier
date: 2025-07-01
url: {URL}
---
The dockers of Arn stopped work on Tuesday. "{WORDS}," said Ida Lund, who speaks for them at the harbour.

The wages of the spring are not paid, the union of the dockers said.
"""
ABSTRACT = "The dockers of Arn stopped work on Tuesday after a vote by the whole of the union."
TAGUETTE = f"id,document,tag,content\n1,strike.md,labour.pay,{WORDS}\n1,strike.md,harbour,{WORDS}\n"
HYPOTHESIS = f'created,url,user,tags,quote,comment\n2025-07-02T10:00:00Z,{URL},ida,"harbour, labour/pay",{WORDS},Ask.\n'
HYPOTHESIS_CLIENT = (
    "Creation Date,URL,Group,Annotation/Reply Type,Quote,Comment,Tags\n"
    f'2025-07-02T10:00:00Z,{URL},Public,Annotation,{WORDS},Ask.,"harbour,labour/pay"\n'
)
READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
    f'{WORDS},{TITLE},Mads Holm,,Ask.,yellow,"harbour,labour/pay",offset,12,2025-07-01 10:00:00+00:00\n'
)
KINDLE = f"""{TITLE} (Holm, Mads)
- Your Highlight on page 12 | Location 170-171 | Added on Tuesday, 1 July 2025 10:00:00

{WORDS}
==========
{TITLE} (Holm, Mads)
- Your Note on page 12 | Location 171 | Added on Tuesday, 1 July 2025 10:01:00

Ask.
==========
"""
CLIENT = json.dumps(
    {
        "client_version": "1.1400.0",
        "annotations": [
            {
                "id": "abc",
                "user": "acct:ida@hypothes.is",
                "uri": URL,
                "text": "Ask.",
                "tags": ["harbour", "labour/pay"],
                "target": [{"source": URL, "selector": [{"type": "TextQuoteSelector", "exact": WORDS}]}],
            }
        ],
    }
)
RIS = (
    f"TY  - NEWS\nTI  - {TITLE}\nT2  - Arn Courier\nUR  - {URL}\nAB  - {ABSTRACT}\n"
    "KW  - harbour\nKW  - pay\nN1  - <p>Ask.</p>\nER  - \n"
)
BIB = (
    f"@article{{a,\n title = {{{TITLE}}},\n journaltitle = {{Arn Courier}},\n abstract = {{{ABSTRACT}}},\n"
    " keywords = {harbour, pay},\n annotation = {Ask.}\n}\n"
)
CSL = json.dumps(
    [{"type": "article-newspaper", "title": TITLE, "issued": {"date-parts": [[2025]]}, "abstract": ABSTRACT}
     | {"keyword": "harbour, pay", "note": "Ask."}]
)  # fmt: skip
RDF = f"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
 <bib:Article rdf:about="{URL}">
  <z:itemType>newspaperArticle</z:itemType>
  <dcterms:isPartOf><bib:Newspaper><dc:title>Arn Courier</dc:title></bib:Newspaper></dcterms:isPartOf>
  <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Holm</foaf:surname><foaf:givenName>Mads</foaf:givenName>
  </foaf:Person></rdf:li></rdf:Seq></bib:authors>
  <dcterms:isReferencedBy rdf:resource="#item_2"/>
  <dc:subject>harbour</dc:subject>
  <dc:subject><z:AutomaticTag><rdf:value>pay</rdf:value></z:AutomaticTag></dc:subject>
  <dc:title>{TITLE}</dc:title>
  <dcterms:abstract>{ABSTRACT}</dcterms:abstract>
  <dc:date>2025-07-01</dc:date>
 </bib:Article>
 <bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;Ask.&lt;/p&gt;</rdf:value></bib:Memo>
</rdf:RDF>
"""
OBSIDIAN = f"""---
title: {TITLE}
tags: [harbour, labour/pay]
date: 2025-07-01
---
The dockers of [[Arn harbour|Arn]] stopped work. "=={WORDS}==," said [[Ida Lund]], who speaks for them there.

> [!note] Ask.
> Was it on [[2025-07-01]]?

The wages of the spring are ==not paid==, the union of the dockers said on Tuesday.
"""


class Desk:
    """A briefing, and the verbs on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.store, self._capsys = folder, str(folder / "store"), capsys

    def run(self, verb: str, *arguments: str) -> tuple[int, str, str]:
        status = main([verb, "--store", self.store, *arguments])
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def bring(self, name: str, text: str) -> tuple[int, str, str]:
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.run("import", str(self.folder / name))

    def records(self, verb: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.run(verb, "--json")[1].splitlines()]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


HIGHLIGHTS = {
    "highlights.csv": TAGUETTE,
    "hypothesis.csv": HYPOTHESIS,
    "client.csv": HYPOTHESIS_CLIENT,
    "readwise.csv": READWISE,
    "client.json": CLIENT,
    "My Clippings.txt": KINDLE,
}


@pytest.mark.parametrize("name", HIGHLIGHTS)
def test_highlights_go_onto_the_words_of_an_article_that_is_here(name: str, desk: Desk) -> None:
    desk.bring("strike.md", PAGE)
    status, out, err = desk.bring(name, HIGHLIGHTS[name])
    assert (status, err) == (0, ""), out
    (quote,) = (each for each in desk.records("quotes") if str(each["text"]).startswith(WORDS))
    assert set(quote["tags"]) == (set() if name == "My Clippings.txt" else {"harbour", "labour/pay"})  # type: ignore[call-overload]
    assert quote["note"] == ("" if name == "highlights.csv" else "Ask.")
    before = desk.records("quotes")
    desk.bring(name, HIGHLIGHTS[name])
    assert desk.records("quotes") == before
    assert len(desk.records("articles")) == 1


@pytest.mark.parametrize("name", HIGHLIGHTS)
def test_highlights_of_what_is_not_here_are_refused_by_name(name: str, desk: Desk) -> None:
    status, _, err = desk.bring(name, HIGHLIGHTS[name])
    assert status == 1
    assert "import the page first" in err
    assert desk.records("articles") == []


def test_the_tags_readwise_gives_a_whole_text_are_on_its_article(desk: Desk) -> None:
    desk.bring("strike.md", PAGE)
    head, row, _ = READWISE.split("\n")
    rows = f'{row},"dockers,arn"\n{row.replace(WORDS, "The wages of the spring")},"dockers,arn"\n'
    assert desk.bring("readwise.csv", f"{head},Document tags\n{rows}")[0] == 0
    (article,) = desk.records("articles")
    assert article["tags"] == ["dockers", "arn"]
    assert {tag for quote in desk.records("quotes") for tag in quote["tags"]} == {"harbour", "labour/pay"}  # type: ignore[attr-defined]


def test_a_paper_that_stands_in_for_an_author_is_none_on_the_way_back(desk: Desk) -> None:
    desk.bring("a.bib", BIB.replace(" keywords", " author = {{Arn Courier}},\n keywords"))
    assert [(each["author"], each["outlet"]) for each in desk.records("articles")] == [("", "Arn Courier")]


def test_what_a_file_of_highlights_holds_is_told_beside_what_arrived(desk: Desk) -> None:
    desk.bring("strike.md", PAGE)
    _, out, _ = desk.bring("highlights.csv", TAGUETTE + "2,lost.md,harbour,Words of another page\n")
    assert "2 of 3 taggings are here" in out


@pytest.mark.parametrize("name", [name for name in HIGHLIGHTS if not name.endswith(".json")])
def test_highlights_in_a_folder_are_no_articles(name: str, desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    (desk.folder / "in" / name).write_text(HIGHLIGHTS[name], encoding="utf-8")
    status, _, err = desk.run("import", str(desk.folder / "in"))
    assert status == 1
    assert f"{name}: is highlights of other texts" in err


@pytest.mark.parametrize(("name", "text"), {"a.ris": RIS, "a.bib": BIB, "a.json": CSL, "a.rdf": RDF}.items())
def test_references_come_with_their_tags_and_notes(name: str, text: str, desk: Desk) -> None:
    status, out, _ = desk.bring(name, text)
    assert status == 0
    assert "notes and tags of 1 article taken in" in out
    (article,) = desk.records("articles")
    assert (article["headline"], article["tags"], article["note"]) == (TITLE, ["harbour", "pay"], "Ask.")


@pytest.mark.parametrize("day", ["2025-07~", "2025-07?", "2025-07-04%", "2025-07-01~/2025-07-03%"])
def test_a_doubtful_date_of_a_reference_keeps_its_doubt(day: str, desk: Desk) -> None:
    desk.bring("a.bib", BIB.replace(" keywords", f" date = {{{day}}},\n keywords"))
    assert [article["published"] for article in desk.records("articles")] == [day]


@pytest.mark.parametrize("said", ["{2025-07-01,2025-07-03}", "[2025-07-01..2025-07-03]", "some day in July"])
@pytest.mark.parametrize("name", ["strike.md", "strike.json", "strike.csv"])
def test_a_stated_date_that_is_none_is_told(name: str, said: str, desk: Desk) -> None:
    texts = {
        "strike.md": PAGE.replace("date: 2025-07-01", f'date: "{said}"'),
        "strike.json": json.dumps([{"title": TITLE, "published": said, "text": ABSTRACT}]),
        "strike.csv": f'title,published,text\n{TITLE},"{said}",{ABSTRACT}\n',
    }
    status, _, err = desk.bring(name, texts[name])
    assert (status, [article["published"] for article in desk.records("articles")]) == (0, [""])
    (told,) = err.splitlines()
    assert told.endswith(f"{name}: “{said}”, which is no date we know")


def test_a_page_of_obsidian_is_read_with_what_was_written_in_it(desk: Desk) -> None:
    assert desk.bring("page.md", OBSIDIAN)[0] == 0
    (article,) = desk.records("articles")
    assert (article["tags"], article["note"]) == (["harbour", "labour/pay"], "Ask.\nWas it on 2025-07-01?")
    text = json.loads(desk.run("show", str(article["id"]), "--json")[1])["text"]
    assert "dockers of Arn stopped" in text
    assert "said Ida Lund" in text
    assert not any(sign in text for sign in ("[[", "==", "[!note]", "Was it on"))
    starred = {str(each["text"]).strip('",') for each in desk.records("quotes") if each["starred"]}
    assert starred == {WORDS, "not paid"}


def test_what_this_program_wrote_is_no_page(desk: Desk) -> None:
    desk.bring("strike.md", PAGE)
    desk.run("export", "--format", "csv", "-o", str(desk.folder / "own.csv"))
    desk.run("export", "--format", "markdown", "-o", str(desk.folder / "vault"))
    status, _, err = desk.run("import", str(desk.folder / "own.csv"))
    assert (status, "is a table of quotes that briefing-tui wrote" in err) == (1, True)
    status, _, err = desk.run("import", str(desk.folder / "vault"))
    assert (status, "is a page of a vault that briefing-tui wrote" in err) == (1, True)
    assert len(desk.records("articles")) == 1


def test_notes_are_read_once_however_many_come_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    assert main(["import", "--store", str(tmp_path / "s"), str(tmp_path / "page.md")]) == 0
    client = json.loads(CLIENT)
    first = client["annotations"][0]
    client["annotations"] = [{**first, "id": str(number), "text": f"Ask {number}."} for number in range(30)]
    (tmp_path / "out.json").write_text(json.dumps(client), encoding="utf-8")
    read: list[str] = []
    whole = Transaction._docs

    def docs(self: Transaction, name: str, table: str) -> object:
        read.extend([name] * (table == "annotations"))
        return whole(self, name, table)

    monkeypatch.setattr(Transaction, "_docs", docs)
    assert main(["import", "--store", str(tmp_path / "s"), str(tmp_path / "out.json")]) == 0
    briefing = Briefing.open(tmp_path / "s")
    notes = sum(1 for _ in briefing.written("commenting"))
    briefing.close()
    assert notes == 30
    assert len(read) < 6
