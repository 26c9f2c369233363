"""The one table of what files may be: how each is recognised by its content, and what reads it or why nothing does.

`import --help`, the table in docs/import.md and the refusals are made from it. The order counts: the first that fits it is.
What is none of these is a page, a mail, a feed or JSON Lines, which `source_kind` tells apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.reading import file_signs as signs
from tui.reading.refusals import highlights_refusal, refusal
from tui.reading.sample import Sample

_FORMATS = "tui.reading.formats"


@dataclass(frozen=True, slots=True, kw_only=True)
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


KINDS: tuple[FileKind, ...] = (
    FileKind(
        name="Word, ODT, RTF",
        endings=".docx .odt .rtf",
        gives="an article; those that Nexis, Factiva or ProQuest made, each document in them",
        sign=signs.is_document,
        module="office",
        extra="formats",
    ),
    FileKind(
        name="Nexis, Nexis Uni",
        endings=".txt",
        gives="an article a document, with its outlet, day and author",
        sign=signs.is_nexis,
        module="nexis",
    ),
    FileKind(
        name="Factiva",
        endings=".txt .html",
        gives="an article a document",
        sign=signs.is_factiva,
        module="factiva",
    ),
    FileKind(
        name="ProQuest",
        endings=".txt",
        gives="an article a document",
        sign=signs.is_proquest,
        module="proquest",
    ),
    FileKind(
        name="Europresse",
        endings=".html .txt",
        gives="an article a document",
        sign=signs.is_europresse,
        module="europresse",
    ),
    FileKind(
        name="JSON",
        endings=".json",
        gives="an article an object that has a text, else its address is fetched: arrays, ninjs, CSL-JSON,"
        " wallabag, FreshRSS, Miniflux, Telegram exports, bookmarks of Chromium and Firefox",
        sign=signs.is_json,
        module="json_articles",
        streamed=True,
    ),
    FileKind(
        name="table",
        endings=".csv .tsv",
        gives="an article a row that has a text, else its address is fetched: Media Cloud, GDELT,"
        " Pocket, Instapaper, Raindrop",
        sign=signs.is_table,
        module="csv_articles",
        streamed=True,
    ),
    FileKind(
        name="list of addresses",
        endings=".txt .html .url .webloc",
        gives="each address is fetched: one a line, with titles or without, newsboat’s urls, bookmarks of a browser,"
        " Pocket, OneTab",
        sign=signs.is_address_list,
        module="address_lists",
    ),
    FileKind(
        name="mailbox",
        endings=".mbox",
        gives="an article a message",
        sign=signs.is_mailbox,
        module="mailbox",
        streamed=True,
    ),
    FileKind(
        name="mail with mails attached",
        endings=".eml",
        gives="an article an attached message",
        sign=signs.is_digest,
        module="mail_attachments",
    ),
    FileKind(
        name="Google Alert",
        endings=".eml",
        gives="each address is fetched",
        sign=signs.is_alert,
        module="alerts",
    ),
    FileKind(
        name="references",
        endings=".ris .bib",
        gives="an article a record with an abstract, else its address is fetched; its tags and notes",
        sign=signs.is_references,
        module="references",
        extra="formats",
    ),
    FileKind(
        name="Zotero RDF",
        endings=".rdf",
        gives="as references, with the tags and notes on them",
        sign=signs.is_zotero,
        module="zotero_rdf",
        extra="web",
    ),
    FileKind(
        name="Telegram",
        endings=".html",
        gives="an article a message",
        sign=signs.is_telegram,
        module="telegram_pages",
        extra="web",
    ),
    FileKind(
        name="Safari web archive",
        endings=".webarchive",
        gives="the page",
        sign=signs.is_webarchive,
        module="webarchive",
    ),
    FileKind(
        name="EPUB",
        endings=".epub",
        gives="an article a chapter",
        sign=signs.is_epub,
        module="epub",
        extra="web",
    ),
    FileKind(
        name="WARC, WACZ",
        endings=".warc .wacz",
        gives="an article a page of a crawl",
        sign=signs.is_crawl,
        module="warc",
        extra="formats",
        streamed=True,
    ),
    FileKind(
        name="zip",
        endings=".zip",
        gives="what files are in it, of any kind here",
        sign=signs.is_zip_of_files,
        module="zip_files",
        streamed=True,
    ),
    FileKind(
        name="NITF, NewsML, NewsML-G2",
        endings=".xml",
        gives="an article an item",
        sign=signs.is_news_xml,
        module="news_xml",
        extra="web",
    ),
    FileKind(
        name="Evernote",
        endings=".enex",
        gives="an article a note, with its tags",
        sign=signs.is_evernote,
        module="evernote",
        extra="web",
    ),
    FileKind(
        name="subtitles",
        endings=".srt .vtt",
        gives="an article, a turn a paragraph where cues name who speaks",
        sign=signs.is_subtitles,
        module="subtitles",
        extra="formats",
    ),
    FileKind(
        name="chat",
        endings=".txt",
        gives="an article a day, a message a turn: WhatsApp, and others that write day, time and sender",
        sign=signs.is_chat,
        module="chats",
    ),
    FileKind(
        name="NewsBank",
        endings=".txt",
        gives="an article a document",
        sign=signs.is_newsbank,
        module="newsbank",
    ),
    FileKind(
        name="transcript with times",
        endings=".txt",
        gives="an article: as copied from below a video, or with who speaks from when on (Otter)",
        sign=signs.is_timed,
        module="timed_lines",
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
