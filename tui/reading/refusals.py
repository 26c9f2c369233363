"""What a file is that holds no prose, named, with what to do: nothing structured is read as if it were text."""

from __future__ import annotations

import re

from tui.reading.file_signs import HTML_ROOTS
from tui.reading.highlight_files import OWN, is_clippings, is_vault_page, made_by
from tui.reading.sample import Sample
from tui.reading.table_form import header

_PICTURE = "is a picture ({}); recognise the text in it first (tesseract), and import that"
_SOUND = "is a recording ({}); import its transcript or its subtitles (.srt, .vtt)"
_PACKED = "is packed ({}); unpack it, and import what is in it"
_PROGRAM = "is a program, not a page"
_DATABASE = "is a database ({}); export what is in it as a table (.csv) or JSON"
_SHEET = (
    "is a spreadsheet ({}); save it as .xlsx or .csv, with a column “text” or “url”, or “speaker” and “quote”"
)
_OFFICE = "is an office document ({}); save it as .docx, .txt or .eml"
_TABLE = "is a table without texts or addresses; its first line should name “text”, “url”, or “speaker” and “quote”"
_HIGHLIGHTS = "is highlights of other texts ({}); import the texts first, then this file by itself"
_OWN_TABLE = "is a table of quotes that briefing-tui wrote, without articles; import an archive (export --format briefing)"
_OWN_VAULT = "is a page of a vault that briefing-tui wrote; import an archive of its briefing (export --format briefing)"
_SET = "is a file of settings, not a page"
_FONT = "is a font, not a page"

# What stands where, and what a file is that has it there.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG", _PICTURE.format("PNG")),
    (0, b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (0, b"GIF8", _PICTURE.format("GIF")),
    (0, b"II*\x00", _PICTURE.format("TIFF")),
    (0, b"MM\x00*", _PICTURE.format("TIFF")),
    (0, b"BM", _PICTURE.format("BMP")),
    (8, b"WEBP", _PICTURE.format("WebP")),
    (4, b"ftypheic", _PICTURE.format("HEIC")),
    (4, b"ftypavif", _PICTURE.format("AVIF")),
    (0, b"AT&TFORM", _PICTURE.format("DjVu")),
    (0, b"ID3", _SOUND.format("MP3")),
    (0, b"OggS", _SOUND.format("Ogg")),
    (0, b"fLaC", _SOUND.format("FLAC")),
    (8, b"WAVE", _SOUND.format("WAV")),
    (8, b"AVI ", _SOUND.format("AVI")),
    (4, b"ftyp", _SOUND.format("MP4")),
    (0, b"\x1aE\xdf\xa3", _SOUND.format("Matroska")),
    (0, b"7z\xbc\xaf", _PACKED.format("7-Zip")),
    (0, b"Rar!", _PACKED.format("RAR")),
    (0, b"\xfd7zXZ", _PACKED.format("xz")),
    (0, b"BZh", _PACKED.format("bzip2")),
    (0, b"\x28\xb5\x2f\xfd", _PACKED.format("Zstandard")),
    (257, b"ustar", _PACKED.format("tar")),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"MZ", _PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM),
    (0, b"\x00asm", _PROGRAM),
    (0, b"SQLite format 3\x00", _DATABASE.format("SQLite")),
    (4, b"Standard Jet DB", _DATABASE.format("Access")),
    (4, b"Standard ACE DB", _DATABASE.format("Access")),
    (0, b"PAR1", _DATABASE.format("Parquet")),
    (0, b"!BDN", _DATABASE.format("Outlook")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE.format("the old form of Word, Excel or Outlook")),
    (0, b"bplist00", "is a property list, not a page"),
    (60, b"BOOKMOBI", "is a Kindle book; convert it to .epub (Calibre)"),
    (0, b"%!PS", "is PostScript; convert it to PDF (ps2pdf)"),
    (0, b"wOFF", _FONT),
    (0, b"wOF2", _FONT),
    (0, b"OTTO", _FONT),
    (0, b"\x00\x01\x00\x00", _FONT),
)
_SOURCES = frozenset(
    ".py .js .ts .jsx .tsx .c .h .cc .cpp .hpp .java .rb .php .go .rs .sh .css .sql .pl .r .swift .kt .scala .lua"
    " .ps1 .bat .xsl .xslt .xsd .dtd".split()
)
_SETTINGS = frozenset((".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".env", ".properties", ".lock"))
_SHORT = {b"BM", b"MZ", b"ID3", b"BZh", b"GIF8", b"OTTO", b"PAR1", b"Rar!"}  # words may begin so
_IN_ZIP = (
    ("xl/", _SHEET.format("Excel")),
    ("ppt/", _OFFICE.format("PowerPoint")),
    ("backup.json", "is an archive of a briefing; import it by itself, or with restore"),
    ("META-INF/MANIFEST.MF", _PROGRAM),
)
_OPEN_DOCUMENT = {b"spreadsheet": _SHEET.format("ODS"), b"presentation": _OFFICE.format("ODP")}
_FEEDS = frozenset(("rss", "feed", "rdf", "opml"))
_INLINE = frozenset("b i u a br em strong span img font q cite small sub sup hr code mark".split())
_KEY = re.compile(r"\s*(?:- )?[\w.-]{1,40}:(?:\s|$)|\s*- |\s*#|\s*---\s*$")
_NESTED = re.compile(r"^([ ]*)(?:- )?[a-z_][\w.-]*:[ ]*\n\1[ ]*(?:- |[ ]+[a-z_][\w.-]*:)", re.M)
_SETTING = re.compile(r"\s*(?:\[[\w. \"-]+\]\s*$|[\w.-]{1,40}\s*=\s*\S|[#;])")
_CODE = re.compile(
    r".*[;{}]\s*$|\s*(?:import \w|from [\w.]+ import |def \w+\(|class \w+[(:]|function\b|const \w|let \w+ =|var \w+ ="
    r"|return\b|if \(|if .*:$|for .*:$|else:|\}|#include|#!|//|/\*| \*|@\w+\(?|\w+(?:\.\w+)* = |\w+\(.*\)$)"
)
_LOG = re.compile(
    r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\b|\S+ \S+ \S+ \[\d\d/\w{3}/\d{4}:"
)
_OPENINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"-----BEGIN [A-Z ]+-----"), "is a key, a certificate or enciphered; there is no article in it"),
    (re.compile(r"window\.YTD\."), "is of an archive of Twitter; save the text of its posts as .csv or .txt"),
    (re.compile(r"BEGIN:VCALENDAR"), "is a calendar, not a page"),
    (re.compile(r"BEGIN:VCARD"), "is a list of contacts, not a page"),
    (re.compile(r"(?:diff --git |--- \S+.*\n\+\+\+ )"), "is a patch, not a page"),
    (re.compile(r"\\documentclass|\\begin\{document\}"), "is LaTeX; make a PDF or text of it (pandoc)"),
    (re.compile(r"#!\s*/|<\?php|#include [<\"]"), "is the source of a program, not a page"),
    (re.compile(r"%YAML "), "is YAML, not a page"),
    (re.compile(r"(?:-- .*\n|\s)*(?:CREATE TABLE|INSERT INTO|PRAGMA |BEGIN TRANSACTION)\b"), "is SQL, not a page"),
    (re.compile(r"%0 [A-Z]\w+ ?\w*\n%|PMID- \d"), "is a list of references; export it as RIS (.ris)"),
)  # fmt: skip
_MOST_OF = 0.75


def refusal(sample: Sample) -> str:
    """Return why there is nothing to read in a file that is no kind that is read, "" where it may be words."""
    opening = next((reason for opening, reason in _OPENINGS if opening.match(sample.text)), "")
    return _of_bytes(sample) or _of_markup(sample) or opening or _of_lines(sample)


def highlights_refusal(sample: Sample) -> str:
    """Return why a table of highlights or a page of our own vault is no article, "" for what is none of these."""
    if sample.root or sample.looks_like_json:
        return ""
    program = made_by(header(sample))
    if program == OWN:
        return _OWN_TABLE
    if program or is_clippings(sample.text):
        return _HIGHLIGHTS.format(program or "Kindle")
    return _OWN_VAULT if is_vault_page(sample.text) else ""


def _of_bytes(sample: Sample) -> str:
    raw = sample.raw
    for at, magic, reason in _MAGIC:
        if raw.startswith(magic, at) and (magic not in _SHORT or b"\0" in raw[:1024]):
            return reason
    if not raw.startswith(b"PK\x03\x04"):
        return ""
    for start, reason in _IN_ZIP:
        if any(name.startswith(start) for name in sample.zipped):
            return reason
    for word, reason in _OPEN_DOCUMENT.items():
        if b"opendocument." + word in raw[:200]:
            return reason
    if any(name.lower().endswith((".qde", ".qdc")) for name in sample.zipped):
        return "is a project of another program; import it by itself"
    return "is a broken zip archive; fetch it again" if not sample.zipped else _PACKED.format("zip")


def _of_markup(sample: Sample) -> str:
    if sample.looks_like_json:
        return "looks like JSON, but cannot be read as such; export it again"
    if sample.root == "svg":
        return _PICTURE.format("SVG")
    if sample.root and sample.root not in HTML_ROOTS | _FEEDS | _INLINE and _is_xml(sample):
        return f"is XML that is not known here (its root is <{sample.root}>); save it as HTML or text"
    return ""


def _is_xml(sample: Sample) -> bool:
    """Tell a document from words that begin with something in angles."""
    end = f"{sample.root}>".encode()
    return sample.text.startswith("<?xml") or sample.raw[-200:].rstrip().lower().endswith(end)


def _of_lines(sample: Sample) -> str:
    lines = sample.lines[:300]
    if sample.ending in _SOURCES and lines:
        return "is the source of a program, not a page"
    if sample.root:
        return ""
    if sample.ending in (".csv", ".tsv") and lines:
        return _TABLE
    if sample.ending in _SETTINGS:
        return _SET
    if len(lines) < 3:
        return ""
    if header(sample) and _short(lines):
        return _TABLE
    markdown = sample.ending in (".md", ".markdown")
    if not markdown and _mostly(lines, _KEY, 0.95) and _NESTED.search(sample.text):
        return "is YAML, not a page; save the text in it as .txt"
    if _mostly(lines, _SETTING, 0.95):
        return _SET
    if _mostly(lines, _LOG, _MOST_OF):
        return "is the log of a program, not a page"
    if len(lines) >= 5 and _mostly(lines, _CODE, _MOST_OF):
        return "is the source of a program, not a page"
    return ""


def _mostly(lines: list[str], form: re.Pattern[str], share: float) -> bool:
    """Tell whether more than a share of the lines have a form: at once, where too many have it not."""
    other = 0
    for line in lines:
        if not form.match(line):
            other += 1
            if (len(lines) - other) / len(lines) <= share:
                return False
    return True


def _short(lines: list[str]) -> bool:
    """Tell lines of cells from those of sentences."""
    return sum(line.rstrip().endswith((".", "”", '"', "?", "!")) for line in lines) * 4 < len(lines)
