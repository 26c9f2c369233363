"""Exports of ProQuest and Evernote, and transcripts copied from below a video."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_saved_pages import ADDRESS, PARTS, TEXT, TITLE
from tui.reading.containers import iter_sources
from tui.reading.read import read
from tui.reading.result import ParsedArticle
from tui.reading.sources import Failure, Source

OTHER = "Salt is dear again on the coast of Merle"
SALT = [
    "Salt has become dear again on the coast of Merle, where two of the three works are shut since the spring flood.",
    "“My grandfather would have laughed at this price,” said Ida Lund, who cures herring in the old town.",
]
RULE = "_" * 60


def articles(path: Path, text: str) -> list[ParsedArticle]:
    path.write_text(text, "utf-8")
    found = list(iter_sources(path))
    assert all(isinstance(each, Source) for each in found), found
    return [read(each) for each in found if isinstance(each, Source)]


def proquest(number: int, title: str, parts: list[str], *fields: str) -> str:
    text = "\n\n".join(parts)
    labels = "\n\n".join(fields)
    return f"{RULE}\n\nDocument {number} of 2\n\n{title}\n\nProQuest document link\n\nFull text: {text}\n\n{labels}\n\n"


def test_each_document_of_proquest_is_an_article_of_its_day(tmp_path: Path) -> None:
    file = proquest(
        1,
        TITLE,
        PARTS,
        "Author: Aas, Nora; Holm, Per",
        "Subject: Ferries; Councils",
        "Publication title: Arn Courier; Senn",
        "Publication date: Jul 3, 2025",
        "Language of publication: English",
        "Document URL: https://www.proquest.com/docview/1/se-2",
        "Last updated: 2025-09-05",
    )
    file += proquest(2, OTHER, SALT, "Publication info: Tessel Post ; Merle [Merle]. 04 July 2025: A.4.")
    ferry, salt = articles(
        tmp_path / "ProQuestDocuments.txt", f"{file}{RULE}\n\nContact ProQuest\n\nCopyright © 2025\n"
    )
    assert (ferry.headline, ferry.outlet, ferry.author) == (TITLE, "Arn Courier", "Nora Aas, Per Holm")
    assert (ferry.published, ferry.url) == ("2025-07-03", "https://www.proquest.com/docview/1/se-2")
    assert ferry.text.split("\n\n") == PARTS
    assert (salt.headline, salt.outlet, salt.published) == (OTHER, "Tessel Post", "2025-07-04")
    assert salt.text.split("\n\n") == SALT


def test_a_document_of_proquest_without_its_text_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"{RULE}\n\n{TITLE}\n\nAbstract: None available.\n\nFull text: Not available.\n\nPublication title: Arn Courier\n\n"
        f"Document URL: https://www.proquest.com/docview/1\n\n{RULE}\n"
    )
    (found,) = iter_sources(path)
    assert isinstance(found, Failure)
    assert "full text" in found.reason


def test_each_note_of_evernote_is_an_article_with_its_tags_and_no_day_of_being_kept(tmp_path: Path) -> None:
    clip = (
        f"<note><title>{TITLE}</title><created>20250912T090000Z</created><tag>ferries</tag>"
        f"<note-attributes><source-url>{ADDRESS}</source-url></note-attributes>"
        '<content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "enml2.dtd">'
        f"<en-note>{TEXT}</en-note>]]></content></note>"
    )
    own = f"<note><title>{OTHER}</title><content><![CDATA[<en-note><div>{SALT[0]}</div></en-note>]]></content></note>"
    file = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "evernote-export3.dtd">'
        f"<en-export>{clip}{own}</en-export>"
    )
    ferry, salt = articles(tmp_path / "notes.enex", file)
    assert (ferry.headline, ferry.url, ferry.published) == (TITLE, ADDRESS, "")
    assert ferry.text.split("\n\n") == PARTS
    assert ferry.remarks.tags == ("ferries",)
    assert (salt.headline, salt.text) == (OTHER, SALT[0])


@pytest.mark.parametrize(
    "form", ["{time}\n{line}", "{time} {line}", "[{time}] {line}", "{time}\n{number} seconds\n{line}"]
)
def test_a_transcript_copied_from_below_a_video_is_its_words_without_the_times(
    tmp_path: Path, form: str
) -> None:
    said = [
        "good evening and welcome to the council",
        "of Senn we have one matter on the table",
        "tonight and that is the ferry",
        "the mayor will speak first",
        ">> we could not find a better boat",
        "for the money that we have",
    ]
    lines = [
        form.format(time=f"0:{number:02}", number=number, line=line)
        for number, line in zip(range(1, 60, 7), said, strict=False)
    ]
    (found,) = articles(tmp_path / "council.txt", f"{TITLE}\nTranscript\n" + "\n".join(lines))
    assert found.headline == TITLE
    assert found.text.split("\n\n") == [
        " ".join(said[:4]),
        "we could not find a better boat for the money that we have",
    ]


def test_a_programme_with_hours_is_no_transcript(tmp_path: Path) -> None:
    hours = "\n".join(f"{hour}:00 {PARTS[0]}" for hour in range(9, 15))
    (found,) = articles(tmp_path / "day.txt", f"{TITLE}\n\n{hours}\n")
    assert "10:00" in found.text
