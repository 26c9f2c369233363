"""Mails, web archives, PDF and JSON Lines become articles, from files and from standard input."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from tests.support.documents import PARAGRAPHS, archive, html, mail, pdf
from tui.core.model import Article
from tui.reading.containers import iter_all
from tui.reading.encoding import BadSourceError, decode
from tui.reading.read import clean_page_text, read
from tui.reading.result import ParsedArticle
from tui.reading.source_kind import guess_kind
from tui.reading.sources import Failure, Source, source_of
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources, import_text
from tui.workflows.import_result import ImportResult

PLAIN = "\n\n".join(PARAGRAPHS)
URL = "https://courier.example/ferry"


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    return Briefing.open(tmp_path / "briefing", create=True)


def articles(briefing: Briefing) -> list[Article]:
    return [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]


def reading(name: str, raw: bytes) -> ParsedArticle:
    return read(source_of(name, raw))


def row(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


# Mails


@pytest.mark.parametrize(
    "parts",
    [{"text": PLAIN}, {"page": html(published="")}, {"text": "See it online.", "page": html(published="")}],
)
def test_a_mail_is_read_with_what_its_head_says(parts: dict[str, str]) -> None:
    found = reading("news.eml", mail(**parts))
    assert found.headline == "Ferry to Tessel stays in harbour"
    assert (found.outlet, found.published) == ("Arn Courier", "2024-03-05")
    assert "the mail was sent" in found.basis["published"]
    assert "Tickets will be paid back" in found.text
    assert "Subject:" not in found.text
    assert [quote.text for quote in found.quotes] == ["Nobody sails in this wind,"]


@pytest.mark.parametrize("charset", ["koi8-r", "utf-8", "windows-1251"])
def test_the_charset_of_a_mail_is_honoured(charset: str) -> None:
    text = "Паром на Тессель остаётся в гавани.\n\nКомпания сообщила, что вечерний рейс состоится."
    assert "вечерний рейс" in reading("a.eml", mail(text=text, charset=charset)).text


def test_a_web_archive_has_the_address_of_the_page_and_not_the_day_it_was_saved() -> None:
    found = reading("ferry.mhtml", archive(html(published=""), URL))
    assert found.url == URL
    assert found.published == ""
    assert "Nobody sails" in found.text
    dated = reading("ferry.mhtml", archive(html(), URL))
    assert dated.published == "2024-03-05"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: nothing\n\n",
        b"\x00\x01\x02" * 50,
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--",
    ],
)
def test_a_mail_without_text_says_so(raw: bytes) -> None:
    with pytest.raises(BadSourceError):
        reading("a.eml", raw)


# PDF


def test_a_pdf_is_read_as_a_page_with_broken_words_made_whole() -> None:
    lines = ["Ferry to Tessel stays in harbour", "", "5 March 2024", ""]
    lines += [
        "The ferry company of Lower Arn said on Tuesday that the morning boat to Tes-",
        "sel stays in harbour.",
        "",
    ]
    lines += [*PARAGRAPHS[1:], "1"]
    found = reading(
        "paper.pdf", pdf(lines, ["And the evening boat left at seven, as the company had promised.", "2"])
    )
    assert "boat to Tessel stays in harbour." in found.text
    assert "left at seven" in found.text
    assert [quote.text for quote in found.quotes] == ["Nobody sails in this wind,"]
    assert clean_page_text(source_of("paper.pdf", pdf(lines))).startswith("Ferry to Tessel")


def test_a_pdf_of_pictures_says_it_has_no_text() -> None:
    with pytest.raises(BadSourceError, match="scan"):
        reading("scan.pdf", pdf([], []))


@pytest.mark.parametrize("raw", [b"%PDF-1.4\n", pdf(["text"])[:150], b"%PDF-1.7\n" + bytes(range(256)) * 9])
def test_a_broken_pdf_says_so(raw: bytes) -> None:
    with pytest.raises(BadSourceError, match="PDF"):
        reading("a.pdf", raw)


def test_without_its_library_a_pdf_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(BadSourceError, match=r"pip install 'briefing-tui\[pdf\]'"):
        reading("a.pdf", pdf(["text"]))


# JSON Lines


def test_each_line_is_an_article_and_the_same_lines_again_change_nothing(
    tmp_path: Path, briefing: Briefing
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(
        "\n".join(
            [
                row(
                    url=URL,
                    title="Ferry stays",
                    outlet="Courier",
                    author="Jo Example",
                    published="2024-03-05",
                    text=PLAIN,
                ),
                "",
                row(
                    url=f"{URL}/2",
                    outlet="Gazette",
                    html=html(title="Bees are back on the dunes", paragraphs=BEES),
                ),
            ]
        )
    )
    done = import_sources(briefing, [path])
    assert (len(done.new), done.failed) == (2, [])
    first = next(a for a in articles(briefing) if a.outlet == "Courier")
    assert (first.headline, first.author, first.published, first.url) == (
        "Ferry stays",
        "Jo Example",
        "2024-03-05",
        URL,
    )
    assert first.text == PLAIN
    assert first.origin == f"{path}, line 1"
    assert briefing.raw(first) == PLAIN
    second = next(a for a in articles(briefing) if a.outlet == "Gazette")
    assert (second.headline, second.url) == ("Bees are back on the dunes", f"{URL}/2")
    again = import_sources(briefing, [path])
    assert (len(again.new), len(again.known)) == (0, 2)


BEES = tuple(
    paragraph.replace("ferry", "bee").replace("boat", "swarm").replace("Tessel", "Arnholm")
    for paragraph in PARAGRAPHS[::-1]
)


def test_a_broken_line_is_one_failure_that_names_it_and_the_rest_goes_on(
    tmp_path: Path, briefing: Briefing
) -> None:
    path = tmp_path / "lines.ndjson"
    good = row(text=PLAIN, title="Ferry stays")
    path.write_text(
        "\n".join(['{"text": "cut in the mid', good, "[1, 2]", row(url=URL), "\x00\x01", row(text="")])
    )
    done = import_sources(briefing, [path])
    assert len(done.new) == 1
    assert [f.origin.removeprefix(f"{path}, ") for f in done.failed] == [
        "line 1",
        "line 3",
        "line 4",
        "line 5",
        "line 6",
    ]
    assert 'has neither "text" nor "html"' in done.failed[2].reason


def test_packed_lines_and_one_that_never_ends_are_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl.gz"
    lines = [row(text=PLAIN, title=str(n)).encode() for n in range(50)]
    # Packed in two pieces, as `cat a.gz b.gz` makes it.
    path.write_bytes(gzip.compress(b"\n".join(lines[:25]) + b"\n") + gzip.compress(b"\n".join(lines[25:])))
    assert [s.raw for s in iter_all([path]) if isinstance(s, Source)] == lines
    path.write_bytes(gzip.compress(b" " + b"x" * 60_000_000 + b"\n" + lines[0]))
    first, second = iter_all([path])
    assert isinstance(first, Failure)
    assert "longer than" in first.reason
    assert isinstance(second, Source)


# Standard input, and packed files


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PLAIN.encode(), "page"),
        (html().encode(), "html"),
        (mail(text=PLAIN), "mail"),
        (archive(html(), URL), "mail"),
        (pdf(list(PARAGRAPHS)), "pdf"),
        (row(text=PLAIN).encode(), "record"),
    ],
)
def test_standard_input_takes_every_kind(
    raw: bytes, kind: str, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = gzip.compress(raw) if packed else raw
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    (found,) = iter_all(["-"])
    assert isinstance(found, Source)
    assert (found.kind, found.raw) == (kind, raw)
    assert "Nobody sails" in read(found).text


def test_lines_on_standard_input_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "\n".join([row(text=PLAIN, title="a"), row(text=PLAIN, title="b"), "broken"]).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [type(each).__name__ for each in iter_all(["-"])] == ["Source", "Source", "Failure"]


def test_a_pasted_line_of_json_and_pasted_html_are_known(briefing: Briefing) -> None:
    done: ImportResult = import_text(briefing, row(text=PLAIN, title="Ferry stays"))
    assert len(done.new) == 1
    assert import_text(briefing, html(title="Bees are back", paragraphs=BEES)).new
    assert {a.headline for a in articles(briefing)} == {"Ferry stays", "Bees are back"}


def test_a_page_that_opens_like_something_else_is_a_page() -> None:
    assert guess_kind(b"From: the editors\n\nA letter to all who read us.") == "page"
    assert guess_kind(b"{} is how an empty set is written.") == "page"
    assert guess_kind(b"<b>bold</b> words") == "page"


# Encodings

RUSSIAN = 'Министерство сообщило, что переговоры пройдут в понедельник. "Мы готовы", - сказал министр.'
JAPANESE = "外務省は月曜日に会談が行われると発表した。「我々は準備ができている」と報道官は述べた。"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "iso8859-5", "iso-8859-5"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        ("Zażółć gęślą jaźń, powiedział minister.", "iso8859-2", "iso-8859-2"),
        ("Ağaçların üstünde şeker “gibi” ışık.", "cp1254", "iso-8859-9"),
        ("“Déjà vu” – encore.", "cp1252", "iso-8859-1"),
    ],
)
def test_a_page_is_decoded_as_it_says(text: str, encoding: str, declared: str) -> None:
    for head in (
        f'<meta charset="{declared}">',
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">',
    ):
        assert text in decode(f"<html><head>{head}</head><p>{text}".encode(encoding))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp")],
)
def test_text_that_says_nothing_is_decoded_as_it_looks(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding)) == text * 3


@pytest.mark.parametrize("declared", ["utf-8", "rot13", "unicode_escape", "nonsense", "utf-7", "base64"])
def test_a_page_that_says_what_it_is_not_is_read_all_the_same(declared: str) -> None:
    text = "“Déjà vu,” said the café’s owner, and wrote it down once more for good measure."
    assert text in decode(f'<html><meta charset="{declared}"><p>{text}'.encode("cp1252"))


@pytest.mark.parametrize("taken_for", ["latin-1", "cp1252"])
def test_what_was_encoded_twice_is_read_as_it_was_meant(taken_for: str) -> None:
    text = "“L’été, c’est fini – non ?” “Ни за что,” he said … «über»"
    twice = text.encode().decode(taken_for, "replace").encode()
    if taken_for == "latin-1":
        assert decode(twice) == text
    else:  # which has no letters for four bytes: of those only the closing mark comes back
        assert "“L’été, c’est fini – non" in decode(twice) and "?” “" in decode(twice)


def test_beside_text_that_is_right_only_what_was_encoded_twice_is_mended() -> None:
    right = "„Das macht Spaß“, sagte sie im „CAFÉ“. Für “Olé”… ist es später."
    assert decode(f"{right} â€œno deal,â€\x9d dâ€™Ã©tÃ©".encode()) == f"{right} “no deal,” d’été"
    for meant in ("“Łódź,” he said", "“œuvre” – “cœur”", "“Ни за что,” he said"):
        assert decode(f"{right} {meant.encode().decode('latin-1')}".encode()) == f"{right} {meant}"


@pytest.mark.parametrize("text", ["château â€", "Ã© and Â£ 5 in a table of encodings", "“bâtir” — ça ira"])
def test_what_only_looks_a_little_like_it_stays(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.eml", mail(text=PLAIN, page=html())),
        ("a.mhtml", archive(html(), URL)),
        ("a.pdf", pdf(list(PARAGRAPHS))),
        ("a.html", html().encode()),
        ("a", row(text=PLAIN, url=URL).encode()),
    ],
)
def test_a_document_that_was_damaged_anywhere_is_read_or_refused_in_one_line(name: str, raw: bytes) -> None:
    for at in range(0, len(raw), max(1, len(raw) // 25)):
        for damaged in (
            raw[:at],
            raw[:at] + raw[at + 40 :],
            raw[:at] + b"\x00\xff<" + raw[at + 3 :],
            raw[:at] * 2 + raw[at:],
        ):
            try:
                assert read(source_of(name, damaged)).text
            except BadSourceError as error:
                assert "\n" not in str(error)
