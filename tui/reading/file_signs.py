"""The signs by which each kind of file is known: what stands in it, and never its name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.reading.sample import Sample

HTML_ROOTS = frozenset(
    "html head body title meta link script style main article section div p h1 h2 h3 header footer nav aside table ul ol"
    " figure blockquote center form".split()
)
NEWS_ROOTS = frozenset(("nitf", "newsml", "newsitem", "newsmessage", "packageitem"))

_NEXIS = (  # behind words of which one is there
    (
        ("document", "dokument"),
        re.compile(
            r"^[ \t]*(?:\d+ of \d+ DOCUMENTS?|Document \d+ de \d+|Dokument \d+ von \d+)[ \t]*$", re.I | re.M
        ),
    ),
    (
        ("end of document", "load-date:"),
        re.compile(r"^Body[ \t]*$.*^(?:End of Document|Load-Date:)", re.M | re.S),
    ),
    (  # Below a day, and not far below it.
        ("length:", "longueur:", "länge:"),
        re.compile(
            r"^.{0,40}\b(?:19|20)\d\d\b.{0,60}$(?:\n.*){0,12}?\n"
            r"[ \t]*(?:Length|Longueur|Länge):[ \t\xa0]*[\d,.]+ (?:words|mots|Wörter)[ \t]*$",
            re.M | re.I,
        ),
    ),
)
FACTIVA_END = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document [A-Z][A-Z0-9]{3,}\d{4}[0-9a-z]{6,}[ \t]*$", re.M)
_FACTIVA_CODES = ("HD", "WC", "PD", "SN", "SC", "LP", "TD")
_FACTIVA_CODE = re.compile(rf"^[ \t]*({'|'.join(_FACTIVA_CODES)})(?:[ \t]|$)", re.M)
_FACTIVA_PAGE = re.compile(r"""class=["'](?:article|[a-z]{2}Article| )+["']""")
_EUROPRESSE_PAGE = ("DocPublicationName", "titreArticleVisu", "rdp__articletitle", "docOcurrContainer")
EUROPRESSE_ID = re.compile(r"\b(?:news|web|pub|bio|ref)[·•.](20\d{6}|19\d{6})[·•.][\w-]+(?:[·•.][\w-]+)*")
_EUROPRESSE_DAY = re.compile(r"[·•.](?:20|19)\d{6}[·•.]")
_ADDRESS = re.compile(  # also with its title behind a stroke (OneTab), or as a link of Markdown
    r"""\s*(?:[-*•]|\d+[.)])?\s*(?:[<"]?https?://[^\s<>"]+[>"]?(?:\s+(?:"[^"]*"|~?[\w!-]+))*(?:\s+\|\s.*)?"""
    r"""|\[[^\[\]]{1,300}\]\(https?://[^\s()<>"]+\))(?:\s+#.*)?\s*$"""
)
_BEHIND_TITLE = re.compile(r"[^<>]{3,200}?(?:\s[-–—|:]|:|\t|\d\d)\s*<?https?://[^\s<>\"]+>?\s*$")
_NO_ADDRESS = re.compile(r"""\s*(?:#|-{3,}|"?(?:query|exec|filter|file):)""")
_BOOKMARKS = re.compile(
    r"<!doctype netscape-bookmark-file-1|<title>\s*(?:Pocket Export|Instapaper: Export)", re.I
)
_SHORTCUT = re.compile(r"\[InternetShortcut\].*?^URL=https?:|<key>URL</key>\s*<string>https?:", re.S | re.M)
_POSTMARK = re.compile(r"From \S+.*\d{4}(?: [+-]\d{4})?[ \t]*\n(?:[!-9;-~]+:|>From )")
_ATTACHED = re.compile(rb"^content-type:[ \t]*message/rfc822", re.I | re.M)
_DIGEST = re.compile(rb"^content-type:[ \t]*multipart/digest", re.I | re.M)
_ALERT = re.compile(rb"^From:[^\n]{0,80}<?googlealerts-noreply@google\.com", re.I | re.M)
_REFERENCES = re.compile(r"TY  - |(?:%.*\n|@(?:comment|string|preamble).*\n|\s)*@[a-z]+\s*[{(]", re.I)
_CUE = re.compile(r"(?:WEBVTT\b|\d+\n\d\d?:\d\d:\d\d[,.]\d{3} --> )")
_MOST_ATTACHED = 2
CHAPTER = "chapter.opf"
"""What a chapter of a book that is kept by itself calls its package, at the top of its archive."""
TIMED = re.compile(r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?(?=\s|$)")
"""The time at which a line of a transcript is said, from the beginning."""
NEWSBANK = re.compile(r"^([A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d) \| ([^|\n]{2,120})(?:\|.*)?$", re.M)
"""The line of NewsBank with the day and the outlet of a document."""
_NEWSBANK_FACT = re.compile(
    r"^(?:.*\| *)?[\d,]+ Words\b|^[•* ]*Record Number:|infoweb\.newsbank\.com|^OpenURL Link", re.M
)
MESSAGE = re.compile(
    r"\[?(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:,|\s)\s*\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?(?:\]|\s[-–])\s"
    r"(?:([^:\n]{1,60}):\s)?(.*)",
    re.IGNORECASE,
)
"""The beginning of a message of a chat: three parts of its day, who sent it (None for the messenger), what it says."""
_PROGRAM = re.compile(r"\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE|NOTICE|CRITICAL|FATAL)\b|^\w+\[\d+\]$")
_MESSAGES = 3
SPOKEN = re.compile(r"([A-Z][^\n:.!?]{1,50}?)(?:\s{2,}|\t| ?[(\[]| [-–] )((?:\d{1,2}:)?\d{1,2}:\d\d)[)\]]?$")
"""A line of a transcript with who speaks from a time on."""
_TURNS = 3
_TIMES = 5
_BEGUN = 60  # seconds, from which times are those of a day
_PROQUEST = re.compile(
    r"^[ \t]*(Full text|Publication (?:title|info)|ProQuest document (?:ID|link)|Document URL)\b", re.M
)
_PROQUEST_LINES = 3  # kinds of lines of which ProQuest's documents have five
_TITLE = 200  # characters of a title
_FEWEST = 2  # addresses with a title each that are a list


def is_document(sample: Sample) -> bool:
    """Tell Word's, LibreOffice's and RTF documents."""
    return (
        sample.raw.startswith(b"{\\rtf")
        or "word/document.xml" in sample.zipped
        or b"mimetypeapplication/vnd.oasis.opendocument.text" in sample.raw[:200]
    )


def is_workbook(sample: Sample) -> bool:
    """Tell a spreadsheet of Excel."""
    return "xl/workbook.xml" in sample.zipped


def is_nexis(sample: Sample) -> bool:
    """Tell what Nexis and Nexis Uni give out as text."""
    if sample.root:
        return False
    folded = sample.text.lower()  # most have no word of it: the expressions take a hundred times as long
    return any(any(word in folded for word in words) and sign.search(sample.text) for words, sign in _NEXIS)


def is_factiva(sample: Sample) -> bool:
    """Tell what Factiva gives out, as text or as a page."""
    if sample.root in HTML_ROOTS:
        return "articleParagraph" in sample.text and bool(_FACTIVA_PAGE.search(sample.text))
    text = sample.text
    coded = sum(code in text for code in _FACTIVA_CODES) >= 4 and len(set(_FACTIVA_CODE.findall(text))) >= 4
    return coded or ("Document " in text and bool(FACTIVA_END.search(text)))


def is_proquest(sample: Sample) -> bool:
    """Tell what ProQuest gives out as text."""
    named = "Publication " in sample.text or "ProQuest" in sample.text
    return named and not sample.root and len(set(_PROQUEST.findall(sample.text))) >= _PROQUEST_LINES


def is_europresse(sample: Sample) -> bool:
    """Tell what Europresse gives out, as a page or as text."""
    if sample.root in HTML_ROOTS:
        return any(map(sample.text.__contains__, _EUROPRESSE_PAGE))
    dated = not sample.root and not sample.looks_like_json and _EUROPRESSE_DAY.search(sample.text)
    return bool(dated and EUROPRESSE_ID.search(sample.text))


def is_json(sample: Sample) -> bool:
    """Tell JSON that is whole, or may be where only its beginning is at hand."""
    return sample.looks_like_json if sample.cut else sample.json is not None


def is_address_list(sample: Sample) -> bool:
    """Tell a list of addresses, bookmarks and shortcuts."""
    if _BOOKMARKS.search(sample.text[:4096]) or _SHORTCUT.search(sample.text[:4096]):
        return True
    # The last line may be cut off where the sample ends.
    lines = (
        sample.lines[:-1] if len(sample.lines) > 1 and len(sample.raw) > len(sample.text) else sample.lines
    )
    listed = any(sign.match(line) for line in lines[:1] for sign in (_ADDRESS, _NO_ADDRESS, _BEHIND_TITLE))
    if not listed and not any(map(_ADDRESS.match, lines[1:2])):
        return False  # nor is it a title: most files are told by how they begin
    named = _titled(lines)
    lines = [line for n, line in enumerate(lines) if n not in named]
    if len(lines) >= _FEWEST and all(map(_BEHIND_TITLE.match, lines)):
        return True
    return all(_ADDRESS.match(line) or _NO_ADDRESS.match(line) for line in lines) and any(
        map(_ADDRESS.match, lines)
    )


def _titled(lines: Sequence[str]) -> set[int]:
    """Return the numbers of lines that are titles, where each address of a list has its title right above it."""
    above = {
        n for n in range(len(lines) - 1) if _ADDRESS.match(lines[n + 1]) and not _ADDRESS.match(lines[n])
    }
    titles = all(len(lines[n]) <= _TITLE for n in above) and len(above) * 2 == len(lines)
    return above if titles and len(above) >= _FEWEST else set()


def is_mailbox(sample: Sample) -> bool:
    """Tell a mailbox (mbox)."""
    return bool(_POSTMARK.match(sample.text))


def is_digest(sample: Sample) -> bool:
    """Tell a mail that passes on several others."""
    if b"content-type:" not in sample.raw.lower():
        return False
    attached = len(_ATTACHED.findall(sample.raw))
    return attached >= _MOST_ATTACHED or bool(_DIGEST.search(sample.raw[:65536]))


def is_alert(sample: Sample) -> bool:
    """Tell a mail of Google Alerts, which holds no more than the beginnings of pages and their addresses."""
    start = sample.raw[:65536]
    return b"googlealerts" in start.lower() and bool(_ALERT.search(start))


def is_references(sample: Sample) -> bool:
    """Tell RIS and BibTeX."""
    return bool(_REFERENCES.match(sample.text))


def is_zotero(sample: Sample) -> bool:
    """Tell the RDF of Zotero from feeds that are RDF."""
    return sample.root == "rdf" and "http://www.zotero.org/namespaces/" in sample.text[:4096]


def is_telegram(sample: Sample) -> bool:
    """Tell the pages of a Telegram export."""
    return (
        sample.root == "html" and "<title>Exported Data</title>" in sample.text and "page_wrap" in sample.text
    )


def is_webarchive(sample: Sample) -> bool:
    """Tell a page that Safari saved."""
    return (sample.raw.startswith(b"bplist00") or sample.root == "plist") and b"WebMainResource" in sample.raw


def is_chapter(sample: Sample) -> bool:
    """Tell a chapter that was kept as a book of its own."""
    return CHAPTER in sample.zipped and "META-INF/container.xml" in sample.zipped


def is_epub(sample: Sample) -> bool:
    """Tell an electronic book."""
    return b"mimetypeapplication/epub+zip" in sample.raw[:200] or "META-INF/container.xml" in sample.zipped


def is_crawl(sample: Sample) -> bool:
    """Tell web archives of crawlers."""
    return sample.raw.startswith((b"WARC/1.", b"WARC/0.")) or any(
        name.startswith("archive/") and ".warc" in name for name in sample.zipped
    )


def is_zip_of_files(sample: Sample) -> bool:
    """Tell a zip file that is no document, program or archive of this program."""
    names = {name.lower() for name in sample.zipped}
    own = {"[content_types].xml", "mimetype", "backup.json", "meta-inf/manifest.mf", "androidmanifest.xml"}
    return bool(names) and not names & own and not any(name.endswith((".qde", ".qdc")) for name in names)


def is_news_xml(sample: Sample) -> bool:
    """Tell the XML of news agencies."""
    return sample.root in NEWS_ROOTS


def is_timed(sample: Sample) -> bool:
    """Tell a transcript whose lines were copied with their times."""
    if sample.root or sample.looks_like_json:
        return False
    lines = [line.strip() for line in sample.lines if ":" in line]
    times = [time[0] for line in lines if (time := TIMED.match(line))]
    turns = [turn[2] for line in lines if (turn := SPOKEN.match(line))]
    if len(turns) >= _TURNS and len(turns) > len(times):
        return len(turns) * 6 >= len(sample.lines) and _follow(turns)
    return len(times) >= _TIMES and len(times) * 4 >= len(sample.lines) and _follow(times)


def _follow(times: Sequence[str]) -> bool:
    """Tell whether times begin at the beginning and go on from there."""
    seconds = [
        sum(60**n * int(part) for n, part in enumerate(reversed(time.strip("[]() ").split(":"))))
        for time in times
    ]
    return seconds[0] < _BEGUN and seconds == sorted(seconds)


def is_newsbank(sample: Sample) -> bool:
    """Tell what NewsBank gives out as text."""
    text = sample.text
    return " | " in text and not sample.root and bool(NEWSBANK.search(text) and _NEWSBANK_FACT.search(text))


def is_chat(sample: Sample) -> bool:
    """Tell what a messenger exports of a chat: lines with day, time and who sent them."""
    if sample.root or sample.looks_like_json:
        return False
    lines = [line.lstrip("\u200e\u200f") for line in sample.lines]
    messages = [found for line in lines if (found := MESSAGE.match(line))]
    sent = [found for found in messages if found[4]]
    if any(_PROGRAM.search(found[4]) for found in sent):  # "[2024-03-08 09:13:00] app.ERROR: …"
        return False
    return len(messages) >= _MESSAGES and len(sent) * 2 >= len(messages) and len(messages) * 4 >= len(lines)


def is_evernote(sample: Sample) -> bool:
    """Tell what Evernote exports."""
    return sample.root == "en-export"


def is_subtitles(sample: Sample) -> bool:
    """Tell subtitles (SRT, WebVTT)."""
    return bool(_CUE.match(sample.text))


def is_parted(sample: Sample) -> bool:
    """Tell texts that a line of signs parts, each with its head."""
    from tui.reading.page.text_parts import parts_of

    return not sample.root and bool(parts_of(sample.text, cut=sample.is_longer))
