"""The one table of what files may be: how each is recognised by its content, and what reads it or why nothing does.

`import --help`, the table in docs/import.md and the refusals are made from it. The order counts: the first that fits it is.
What is none of these is a page, a mail, a feed or JSON Lines, which `source_kind` tells apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tui.reading import file_signs as signs
from tui.reading.refusals import highlights_refusal, refusal
from tui.reading.sample import Sample
from tui.reading.table_form import is_quote_table, is_table

_FORMATS = "tui.reading.formats"
_TO_MANY = re.compile(rb"^list-(?:unsubscribe|id)\s*:", re.IGNORECASE | re.MULTILINE)
_HEAD = 16384  # bytes of a mail among which that is looked for


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that holds articles: its name, the ends of names it goes by, and what becomes of it.

    `module` has a function `split` (`tui.reading.portions.Splitter`); `extra` is what to install for it, "" for
    nothing; `streamed` where it may be larger than memory.
    """

    name: str
    endings: str
    gives: str
    sign: Callable[[Sample], bool]
    module: str
    extra: str = ""
    streamed: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a file is that holds nothing to read, and what to do about it: half a sentence."""

    reason: str


def is_newsletter(sample: Sample) -> bool:
    """Tell a mail to many that tells several stories."""
    if sample.cut or not _TO_MANY.search(sample.raw[:_HEAD]):
        return False
    from tui.reading.formats.newsletter_stories import tells_several

    return tells_several(sample.raw)


KINDS: tuple[FileKind, ...] = (
    FileKind(
        "Word, ODT, RTF",
        ".docx .odt .rtf",
        "an article; those that Nexis, Factiva or ProQuest made, each document in them",
        signs.is_document,
        "office",
        extra="formats",
    ),
    FileKind(
        "Nexis, Nexis Uni",
        ".txt",
        "an article a document, with its outlet, day and author",
        signs.is_nexis,
        "nexis",
    ),
    FileKind("Factiva", ".txt .html", "an article a document", signs.is_factiva, "factiva"),
    FileKind("ProQuest", ".txt", "an article a document", signs.is_proquest, "proquest"),
    FileKind("Europresse", ".html .txt", "an article a document", signs.is_europresse, "europresse"),
    FileKind(
        "JSON",
        ".json",
        "an article an object that has a text, else its address is fetched: arrays, ninjs, CSL-JSON,"
        " wallabag, FreshRSS, Miniflux, Telegram exports, bookmarks of Chromium and Firefox",
        signs.is_json,
        "json_articles",
        streamed=True,
    ),
    FileKind(
        "table of quotes",
        ".csv .tsv",
        "an article of all that one outlet has of one day, each quote above its speaker; columns named as quote and speaker,"
        " date, outlet, link, role, tags, notes are, in English, French, German, Russian, Spanish",
        is_quote_table,
        "quote_tables",
    ),
    FileKind(
        "Excel",
        ".xlsx",
        "each sheet as the table of quotes or of articles that it is",
        signs.is_workbook,
        "spreadsheets",
        extra="formats",
    ),
    FileKind(
        "table",
        ".csv .tsv",
        "an article a row that has a text, else its address is fetched: Media Cloud, GDELT,"
        " Pocket, Instapaper, Raindrop",
        is_table,
        "csv_articles",
        streamed=True,
    ),
    FileKind(
        "list of addresses",
        ".txt .html .url .webloc",
        "each address is fetched: one a line, with titles or without, newsboat’s urls, bookmarks of a browser,"
        " Pocket, OneTab",
        signs.is_address_list,
        "address_lists",
    ),
    FileKind("mailbox", ".mbox", "an article a message", signs.is_mailbox, "mailbox", streamed=True),
    FileKind(
        "mail with mails attached",
        ".eml",
        "an article an attached message",
        signs.is_digest,
        "mail_attachments",
    ),
    FileKind(
        "newsletter",
        ".eml",
        "an article a story whose heading is a link",
        is_newsletter,
        "newsletters",
        extra="web",
    ),
    FileKind("Google Alert", ".eml", "each address is fetched", signs.is_alert, "alerts"),
    FileKind(
        "references",
        ".ris .bib",
        "an article a record with an abstract, else its address is fetched; its tags and notes",
        signs.is_references,
        "references",
        extra="formats",
    ),
    FileKind(
        "Zotero RDF",
        ".rdf",
        "as references, with the tags and notes on them",
        signs.is_zotero,
        "zotero_rdf",
        extra="web",
    ),
    FileKind("Telegram", ".html", "an article a message", signs.is_telegram, "telegram_pages", extra="web"),
    FileKind("Safari web archive", ".webarchive", "the page", signs.is_webarchive, "webarchive"),
    FileKind("EPUB", ".epub", "an article a chapter", signs.is_epub, "epub", extra="web"),
    FileKind(
        "WARC, WACZ",
        ".warc .wacz",
        "an article a page of a crawl",
        signs.is_crawl,
        "warc",
        extra="formats",
        streamed=True,
    ),
    FileKind(
        "zip",
        ".zip",
        "what files are in it, of any kind here",
        signs.is_zip_of_files,
        "zip_files",
        streamed=True,
    ),
    FileKind(
        "NITF, NewsML, NewsML-G2", ".xml", "an article an item", signs.is_news_xml, "news_xml", extra="web"
    ),
    FileKind(
        "Evernote", ".enex", "an article a note, with its tags", signs.is_evernote, "evernote", extra="web"
    ),
    FileKind(
        "subtitles",
        ".srt .vtt",
        "an article, a turn a paragraph where cues name who speaks",
        signs.is_subtitles,
        "subtitles",
        extra="formats",
    ),
    FileKind(
        "chat",
        ".txt",
        "an article a day, a message a turn: WhatsApp, and others that write day, time and sender",
        signs.is_chat,
        "chats",
    ),
    FileKind("NewsBank", ".txt", "an article a document", signs.is_newsbank, "newsbank"),
    FileKind(
        "transcript with times",
        ".txt",
        "an article: as copied from below a video, or with who speaks from when on (Otter)",
        signs.is_timed,
        "timed_lines",
    ),
    FileKind(
        "texts below each other",
        ".txt",
        "an article a text, where a line of signs (`***`) parts them and each begins with its outlet or office and its day,"
        " or with fields",
        signs.is_parted,
        "parted_texts",
    ),
)


def recognised(sample: Sample) -> FileKind | Refusal | None:
    """Return what a file is, None where it is no such thing and its words may be those of a page."""
    if reason := highlights_refusal(sample):  # before the tables of articles, whose columns are called alike
        return Refusal(reason)
    for kind in KINDS:
        if kind.sign(sample):
            return kind
    if reason := refusal(sample):
        return Refusal(reason)
    return None


def endings() -> frozenset[str]:
    """Return the ends of names that files of these kinds have."""
    return frozenset(ending for kind in KINDS for ending in kind.endings.split())


def splitter_name(kind: FileKind) -> str:
    """Return the full name of the module that reads a kind."""
    return f"{_FORMATS}.{kind.module}"


def kinds_help() -> str:
    """Return the table as lines for the command line."""
    from textwrap import wrap

    lines = []
    for kind in KINDS:
        said = wrap(f"{kind.name}: {kind.gives}{_wanted(kind)}", 78, break_on_hyphens=False)
        names = wrap(kind.endings, 20)
        for number in range(max(len(said), len(names))):
            left = names[number] if number < len(names) else ""
            right = said[number] if number < len(said) else ""
            lines.append(f"  {left:<20} {right}".rstrip())
    return "\n".join(lines)


def kinds_table() -> list[str]:
    """Return the rows of the table as Markdown, for docs/import.md."""
    rows = []
    for kind in KINDS:
        named = " ".join(f"`{ending}`" for ending in kind.endings.split())
        rows.append(f"| {kind.name} | {named} | {kind.gives}{_wanted(kind)} |")
    return rows


def _wanted(kind: FileKind) -> str:
    return f" (with the extra briefing-tui[{kind.extra}])" if kind.extra else ""
