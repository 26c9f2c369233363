"""Pages made to wear a reader out: each kind at any size, the same at every run."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO

_SENTENCE = "The minister of Veldoria said on Tuesday that the harbour will open again. "
_HEAD = "<!doctype html><html><head><title>Harbour opens again</title></head><body><article><h1>Harbour opens again</h1>"
_TAIL = "</article></body></html>"
_MAIL = "From: Desk <desk@example.org>\nTo: you@example.org\nDate: Tue, 01 Jul 2025 10:00:00 +0000\n"


def _filled(unit: str, size: int, before: str = "", after: str = "") -> bytes:
    """Return `unit` again and again between `before` and `after`, about `size` bytes in all."""
    room = max(1, (size - len(before) - len(after)) // len(unit.encode()))
    return (before + unit * room + after).encode()


def _nested(
    opening: str, closing: str, size: int, before: str = "", after: str = "", inside: str = "x"
) -> bytes:
    depth = max(1, (size - len(before) - len(after)) // len(opening + closing))
    return (before + opening * depth + inside + closing * depth + after).encode()


def _page(unit: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    return lambda size: _filled(unit, size, _HEAD + before, after + _TAIL)


def _feed(unit: str) -> Callable[[int], bytes]:
    before = "<rss version='2.0'><channel><title>Desk</title><item><title>Harbour</title><link>https://example.org/a</link><description>"
    return lambda size: _filled(unit, size, before, "</description></item></channel></rss>")


def _plain(unit: str, before: str = "Harbour opens again\n\n") -> Callable[[int], bytes]:
    return lambda size: _filled(unit, size, before)


def _numbered(form: str, size: int) -> str:
    """Return `form` with 0, 1, 2, … in it, about `size` characters."""
    return "".join(form.format(n) for n in range(max(1, size // len(form.format(99999)))))


def _of_numbers(form: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    return lambda size: (before + _numbered(form, size) + after).encode()


def _cdata(unit: str) -> Callable[[int], bytes]:
    before = (
        "<rss version='2.0'><channel><title>Desk</title><item><title>Harbour</title><description><![CDATA["
    )
    return lambda size: _filled(unit, size, before, "]]></description></item></channel></rss>")


def _records(size: int) -> bytes:
    return json.dumps({"title": "Harbour", "text": _SENTENCE * (size // len(_SENTENCE))}).encode()


def _web_archive(size: int) -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _page(_SENTENCE)(400)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nContent-Length: {len(page)}\r\n\r\n"
    return (head.encode() + page + b"\r\n\r\n") * max(1, size // (len(head) + len(page) + 4))


def _zipped(size: int, name: str = "{0}.html") -> bytes:
    """Return an archive of many small pages, which are stored as they are."""
    page, packed = _page(_SENTENCE)(400), BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for n in range(max(1, size // (len(page) + 120))):
            archive.writestr(name.format(n), page)
    return packed.getvalue()


def _portable(size: int) -> bytes:
    """Return a PDF without its table of contents, of as many objects as there is room for."""
    return b"%PDF-1.4\n" + _numbered("{0} 0 obj << /Type /Page /Parent 1 0 R >> endobj\n", size).encode()


# A name ends as a file of that kind does, so that it is told as that kind.
KINDS: dict[str, Callable[[int], bytes]] = {
    # What was found to give way
    "feed-angles.rss": _feed("&lt;"),
    "feed-angles-cdata.rss": _cdata("<"),
    "mail-subject.eml": lambda size: (
        _filled("harbour ", size, _MAIL + "Subject: ", "\n\n" + _SENTENCE * 5)
    ),
    "mail-subject-folded.eml": lambda size: (
        _filled("harbour opens\n ", size, _MAIL + "Subject: ", "x\n\n" + _SENTENCE * 5)
    ),
    "mail-subject-coded.eml": lambda size: (
        _filled("=?utf-8?q?h=C3=A4fen?= ", size, _MAIL + "Subject: ", "\n\n" + _SENTENCE * 5)
    ),
    "mail-subject-one-word.eml": lambda size: (
        _filled("harbour", size, _MAIL + "Subject: ", "\n\n" + _SENTENCE * 5)
    ),
    "mail-content-type.eml": lambda size: (
        _MAIL + "Content-Type: text/plain" + _numbered("; p{0}=v", size) + "\n\n" + _SENTENCE * 5
    ).encode(),
    "mail-recipients.eml": lambda size: (
        _MAIL + "Cc: x@example.org" + _numbered(", P{0} <p{0}@example.org>", size) + "\nSubject: Harbour\n\n" + _SENTENCE * 5
    ).encode(),
    "mail-senders.eml": lambda size: (
        "From: x@example.org" + _numbered(", P{0} <p{0}@example.org>", size) + "\nSubject: Harbour\nDate: Tue, 01 Jul 2025 10:00:00 +0000\n\n" + _SENTENCE * 5
    ).encode(),
    "mail-sender-brackets.eml": lambda size: _filled("(", size, "From: ", "\nSubject: Harbour\nDate: Tue, 01 Jul 2025 10:00:00 +0000\n\n" + _SENTENCE * 5),
    "mail-heads.eml": lambda size: (_MAIL + _numbered("X-P{0}: v\n", size) + "\n" + _SENTENCE * 5).encode(),
    "mail-references.eml": lambda size: (
        _MAIL + "References:" + _numbered(" <p{0}@example.org>", size) + "\n\n" + _SENTENCE * 5
    ).encode(),
    "mail-parts.eml": lambda size: _filled(
        "--b\nContent-Type: text/plain\n\nword\n", size, _MAIL + 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n', "--b--\n"
    ),
    "mail-from-chain.eml": _plain("From: A <a@example.org>\nSent: Tuesday\nTo: B\nSubject: Re: harbour\n\n", _MAIL + "Subject: Fwd: x\n\n"),
    "mail-quoted-deeper.eml": lambda size: (
        _MAIL + "Subject: Re\n\n" + "\n".join(">" * (n % 300) + " word" for n in range(size // 155))
    ).encode(),
    "mailbox-from.mbox": _plain("From a@example.org Tue Jul  1 10:00:00 2025\n", "From a@example.org Tue Jul  1 10:00:00 2025\nSubject: x\n\n"),
    "html-spans.html": _page("<span>word </span>", "<p>", "</p>"),
    "html-spans-nested.html": lambda size: _nested("<span>", "</span>", size, _HEAD + "<p>", _TAIL),
    "html-attributes.html": _of_numbers(" a{0}='v'", _HEAD + "<p", ">" + _SENTENCE * 5 + "</p>" + _TAIL),
    "html-elements-with-attributes.html": _page("<p class='a b c' id='x' style='y' data-z='1'>word</p>"),
    "html-rows.html": _page("word word<br>"),
    "html-paragraphs.html": _page("<p>" + _SENTENCE + "</p>"),
    "html-paragraphs-small.html": _page("<p>word</p>"),
    "html-divs-nested.html": lambda size: _nested("<div>", "</div>", size, _HEAD, _TAIL, _SENTENCE),
    "html-open-divs.html": _page("<div>"),
    "html-open-paragraph-marks.html": _page("<b><i>word "),
    "html-one-line.html": _page(_SENTENCE, "<p>", "</p>"),
    "html-angles.html": _page("<", "<p>", "</p>"),
    "html-links.html": _page('<a href="https://example.org/x">harbour opens</a> '),
    "html-table.html": _page("<tr><td>word</td><td>12</td></tr>", "<table>", "</table>"),
    "html-lists.html": _page("<li>word word</li>", "<ul>", "</ul>"),
    "html-lists-nested.html": lambda size: _nested("<ul><li>", "</li></ul>", size, _HEAD, _TAIL),
    "html-quotes-nested.html": lambda size: _nested("<blockquote>", "</blockquote>", size, _HEAD, _TAIL),
    "html-comments.html": _page("<!-- x -->"),
    "html-comments-first.html": lambda size: _filled("<!-- x -->", size, "", "1"),
    "xml-instructions-first.xml": lambda size: _filled("<?x ?><!-- --> ", size, "", "1"),
    "html-entities.html": _page("&amp;&lt;", "<p>", "</p>"),
    "html-scripts.html": _page("<script>x=1</script>"),
    "html-meta.html": lambda size: _filled("<meta name='author' content='Ann Example'>", size, "<html><head>", "</head><body><p>" + _SENTENCE * 20 + "</p></body></html>"),
    "html-ld.html": lambda size: _nested("[", "]", size, "<html><head><script type='application/ld+json'>", "</script></head><body><p>" + _SENTENCE * 20 + "</p></body></html>", "1"),
    "html-ld-many.html": lambda size: _filled("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>", size, "<html><head>", "</head><body><p>" + _SENTENCE * 20 + "</p></body></html>"),
    "html-title.html": lambda size: _filled("Harbour - ", size, "<html><head><title>", "</title></head><body><p>" + _SENTENCE * 20 + "</p></body></html>"),
    "html-headings.html": lambda size: _filled("<h1>The harbour</h1>", size, "<html><head><title>" + "Harbour " * (size // 16) + "</title></head><body>", "<p>" + _SENTENCE * 20 + "</p></body></html>"),
    "html-times.html": _page("<time datetime='2025-07-01'>1 July 2025</time> "),
    "html-spaces.html": _page(" ", "<p>word", "word</p>"),
    "xml-nested.xml": lambda size: _nested("<a>", "</a>", size, "<nitf><body>", "</body></nitf>"),
    "xml-nested-feed.rss": lambda size: _nested("<a>", "</a>", size, "<rss version='2.0'><channel><item>", "</item></channel></rss>"),
    "xml-attributes.rss": _of_numbers(" a{0}='v'", "<rss version='2.0'", "><channel><item><title>x</title></item></channel></rss>"),
    "xml-items.rss": lambda size: _filled("<item><title>Harbour</title><link>https://example.org/a</link></item>", size, "<rss version='2.0'><channel>", "</channel></rss>"),
    "xml-paragraphs.xml": lambda size: _filled("<p>" + _SENTENCE + "</p>", size, "<nitf><body><body.content>", "</body.content></body></nitf>"),
    "outline.opml": lambda size: _filled("<outline xmlUrl='https://example.org/f'/>", size, "<opml version='2.0'><body>", "</body></opml>"),
    "markdown-images.md": _plain("![a](b) "),
    "markdown-open-images.md": _plain("![a]("),
    "markdown-open-links.md": _plain("["),
    "markdown-links.md": _plain("[a](b"),
    "markdown-brackets-nested.md": _plain("[" * 9 + "]" * 9),
    "markdown-headings.md": _plain("# word\n\n"),
    "markdown-underscores.md": _plain("_"),
    "markdown-words-with-underscores.md": _plain("_a "),
    "markdown-stars.md": _plain("*a **b "),
    "markdown-emphasis.md": _plain("*a* "),
    "markdown-nested.md": lambda size: _nested("*a ", " a*", size),
    "markdown-quotes-nested.md": _plain("> "),
    "markdown-quotes-deeper.md": lambda size: "\n".join("> " * (n % 60) + "word" for n in range(size // 64)).encode(),
    "markdown-lists-nested.md": lambda size: "\n".join("  " * (n % 60) + "- word" for n in range(size // 66)).encode(),
    "markdown-ticks.md": lambda size: _numbered("`" * 3 + "{0} ", size).encode(),
    "markdown-tick-runs.md": lambda size: " ".join("`" * (n % 200) for n in range(size // 101)).encode(),
    "markdown-angles.md": _plain("<a "),
    "markdown-references.md": _of_numbers("[r{0}]: /x\n\n", "text\n\n"),
    "markdown-fields.md": _of_numbers("k{0}: v\n", "---\n", "---\nwords\n"),
    "markdown-fields-open.md": _plain("[", "---\ntitle: "),
    # Plain text
    "text-one-line.txt": _plain(_SENTENCE),
    "text-lines.txt": _plain(_SENTENCE + "\n"),
    "text-paragraphs.txt": _plain(_SENTENCE + "\n\n"),
    "text-short-lines.txt": _plain("word\n"),
    "text-one-word.txt": _plain("a"),
    "text-spaces.txt": _plain(" ", "word"),
    "text-blank-lines.txt": lambda size: _filled("\n", size, "Harbour\n\n", _SENTENCE),
    "text-opening-quotes.txt": _plain("“"),
    "text-quotes.txt": _plain("“Open it,” said Ann Example. "),
    "text-quote-marks.txt": _plain('"'),
    "text-apostrophes.txt": _plain("'a "),
    "text-names.txt": _of_numbers("Ann Example{0} said so. "),
    "text-capitals.txt": _plain("Ann "),
    "text-digits.txt": _plain("1"),
    "text-days.txt": _plain("1 July 2025 "),
    "text-commas.txt": _plain("a, "),
    "text-full-stops.txt": _plain("."),
    "text-dashes.txt": _plain("- "),
    "text-colons.txt": _plain("Ann: yes\n"),
    "text-said.txt": _plain("said "),
    "text-said-he.txt": _plain("said he "),
    "text-brackets.txt": _plain("("),
    "text-addresses.txt": _plain("https://example.org/a "),
    "text-combining.txt": _plain("e\u0301"),
    # Other holders
    "record-text.jsonl": _records,
    "json-nested.json": lambda size: _nested("[", "]", size, "", "", "1"),
    "json-articles.json": lambda size: ("[" + ",".join(['{"title":"Harbour","text":"' + _SENTENCE + '"}'] * (size // 110)) + "]").encode(),
    "table.csv": lambda size: _filled("Harbour,https://example.org/a,word\n", size, "title,url,text\n"),
    "table-open-quote.csv": lambda size: _filled("word,", size, 'title,url,text\nx,y,"'),
    "cues.srt": lambda size: _filled("1\n00:00:01,000 --> 00:00:02,000\nANN: word\n\n", size),
    "references.ris": lambda size: _filled("TY  - NEWS\nTI  - Harbour\nAB  - " + _SENTENCE + "\nER  - \n\n", size),
    "references.bib": lambda size: _filled("@article{a, title={Harbour}, abstract={" + _SENTENCE + "}}\n", size),
    "references-open.bib": lambda size: _filled("{", size, "@article{a, title="),
    "pages.warc": _web_archive,
    "pages.zip": _zipped,
    "pages.pdf": _portable,
    "messages.mbox": lambda size: _filled(f"From a@example.org Tue Jul  1 10:00:00 2025\n{_MAIL}Subject: Harbour\n\n{_SENTENCE * 3}\n\n", size),
    "words.rtf": lambda size: _filled("word\\par ", size, "{\\rtf1 ", "}"),
    "braces.rtf": lambda size: _nested("{", "}", size, "{\\rtf1 ", "}"),
}  # fmt: skip


def _project(unit: str, text: str = "", before: str = "") -> Callable[[int], bytes]:
    """Return a project of REFI-QDA whose one text bears `unit` again and again; half of it is the text where `text` is its unit."""

    def made(size: int) -> bytes:
        words = text * (size // 2 // max(1, len(text))) if text else "Wind and rain."
        head = f"<?xml version='1.0' encoding='utf-8'?><Project xmlns='urn:QDA-XML:project:1.0' name='x'>{before}<Sources><TextSource guid='{_GUID}0' name='x'><PlainTextContent>{words}</PlainTextContent>"
        room = size - len(head)
        marks = "".join(
            unit.format(n=n, id=f"{n:012x}")
            for n in range(max(1, room // len(unit.format(n=99999, id="0" * 12))))
        )
        return f"{head}{marks}</TextSource></Sources></Project>".encode()

    return made


def _codes(unit: str) -> Callable[[int], bytes]:
    return lambda size: _filled(
        unit, size, "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes>", "</Codes></CodeBook>"
    )


def _annotated(item: str) -> Callable[[int], bytes]:
    context = '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":['
    return lambda size: (
        context + ",".join(item.replace("@", str(n)) for n in range(max(1, size // len(item)))) + "]}"
    ).encode()


_GUID = "11111111-1111-4111-8111-11111111111"
_SELECTION = "<PlainTextSelection guid='11111111-1111-4111-8111-{id}' startPosition='0' endPosition='{end}'/>"
# What other programs hand over, by names as they give them.
HANDED: dict[str, Callable[[int], bytes]] = {
    "selections.qde": _project(_SELECTION.replace("{end}", "4")),
    "selections-nameless.qde": _project("<PlainTextSelection startPosition='0' endPosition='4'/>"),
    "selections-alike.qde": _project(f"<PlainTextSelection guid='{_GUID}2' startPosition='0' endPosition='4'/>"),
    "selections-whole.qde": _project(_SELECTION.replace("{end}", "100000"), "word "),
    "selections-blank.qde": _project(_SELECTION.replace("{end}", "90000"), " "),
    "selections-lines.qde": _project(_SELECTION.replace("startPosition='0'", "startPosition='{n}'").replace("{end}", "60000"), "word&#13;\n"),
    "cases.qde": lambda size: _project("x", before="<Cases>" + _numbered("<Case guid='" + _GUID + "3' name='Ann {0}'><SelectionRef targetGUID='" + _GUID + "2'/></Case>", size) + "</Cases>")(0),
    "codings.qde": _project("<Coding><CodeRef targetGUID='11111111-1111-4111-8111-{id}'/></Coding>"),
    "notes.qde": _project("<NoteRef targetGUID='11111111-1111-4111-8111-{id}'/>"),
    "codes.qdc": _codes("<Code name='x'/>"),
    "codes-nested.qdc": lambda size: _nested("<Code name='x'>", "</Code>", size, "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes>", "</Codes></CodeBook>", ""),
    "annotations.jsonld": _annotated('{"id":"a@","motivation":"commenting","body":"word","target":{"source":"https://example.org/@","selector":{"type":"TextQuoteSelector","exact":"word"}}}'),
    "annotations-replies.jsonld": _annotated('{"id":"a@","references":["a0"],"body":"word","target":"https://example.org/a"}'),
    "annotations-tags.jsonld": lambda size: _annotated('{"id":"a","tags":[' + '"x",' * (size // 4) + '"y"],"target":"https://example.org/a"}')(0),
    "annotations-targets.jsonld": lambda size: _annotated('{"id":"a","target":[' + '{"source":"https://example.org/a"},' * (size // 34) + '"y"]}')(0),
    "annotations-lists.jsonld": lambda size: _annotated('{"id":"a","target":"y","x":[' + "[]," * (size // 3) + "1]}")(0),
    "annotations-nested.jsonld": lambda size: _annotated('{"id":"a","target":' + "[" * (size // 2) + "]" * (size // 2) + "}")(0),
    "readwise.csv": lambda size: _filled("word,Book,Ann,x,,note,,,,2025-07-01,t\n", size, "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"),
    "taguette.csv": lambda size: ("id,document,tag,content\n" + _numbered("{0},page.txt,harbour,the boat\n", size)).encode(),
    "codebook.csv": lambda size: ("name,description\n" + _numbered("tag{0},word\n", size)).encode(),
    "clippings.txt": lambda size: _filled("Book (Ann)\n- Your Highlight on page 1 | Location 1-2 | Added on Tuesday\n\nword\n==========\n", size),
    "clippings-signs.txt": lambda size: _filled("(", size, "Book (Ann)\n- Your Highlight on page 1 | Location 1-2 | Added on Monday\n\nword\n==========\nBook (", ")\n- Your Highlight on page 1 | Location 1-2 | Added on Tuesday\n\nword\n==========\n"),
}  # fmt: skip


def page(kind: str, size: int) -> bytes:
    """Return a page of a kind of `KINDS`, or a file of a kind of `HANDED`, about `size` bytes."""
    return (KINDS.get(kind) or HANDED[kind])(size)
