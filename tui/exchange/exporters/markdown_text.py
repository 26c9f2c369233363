"""The words of Markdown notes: text made harmless, callouts, block ids, names of tags and files."""

from __future__ import annotations

import re

from tui.core.model import Annotation
from tui.core.text import clean, one_line
from tui.exchange.exporters.dossier import signature

# What Markdown, Obsidian or Logseq would read something into.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~$^=%{}])")
_LEADING = re.compile(r"^(\s*)(?:([-+])(?=\s|$|[-+])|(\d{1,9})([.)])(?=\s|$)|(-{3,}))")
_COLONS = re.compile(r"::")
_NO_FILE = re.compile(r'[\[\]#^|\\/:*?"<>%\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def plain(text: str) -> str:
    """Return one line of text that Markdown shows as it is."""
    return _COLONS.sub(":\\:", _MARKS.sub(r"\\\1", one_line(text)))


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text as Markdown shows them, an empty line between paragraphs."""
    found: list[str] = []
    for line in clean(text).split("\n"):
        if line.strip():
            found += [_LEADING.sub(_escaped, plain(line)), ""]
    return found


def _escaped(found: re.Match[str]) -> str:
    indent, bullet, number, dot, rule = found.groups()
    return f"{indent}{number}\\{dot}" if number else f"{indent}\\{bullet or rule}"


def callout(kind: str, title: str, lines: list[str], block: str = "") -> list[str]:
    """Return a callout with a block id; the id stands apart, as Obsidian wants it behind a quotation."""
    found = [f"> [!{kind}] {title}".rstrip(), *(f"> {line}".rstrip() for line in lines), ""]
    return [*found, f"^{block}", ""] if block else found


def note(each: Annotation) -> list[str]:
    """Return a note as a callout. It is Markdown already, and the reader's own."""
    return callout(
        "note", plain(signature(each)), clean(str(each.body["value"])).split("\n"), f"n-{short(each.id)}"
    )


def short(stable_id: str) -> str:
    """Return the id of a block: letters, figures and hyphens, which is all it may hold."""
    return re.sub(r"[^A-Za-z0-9-]+", "-", stable_id)


def tag(name: str) -> str:
    """Return a tag's name as Obsidian and Logseq take it: hyphens for blanks, / between levels."""
    name = re.sub(r"[^\w/-]+", "-", one_line(name)).strip("-/")
    return f"{name}_" if name.isdigit() else name


def hashes(names: list[str]) -> str:
    """Return tags as they stand in a line."""
    return " ".join(f"#{tag(name)}" for name in names if tag(name))


def file_stem(name: str) -> str:
    """Return a name that a file can have on every system, without its ending."""
    stem = " ".join(_NO_FILE.sub(" ", one_line(name)).split()).strip(" .")
    stem = stem.encode()[:120].decode("utf-8", "ignore").strip(" .")
    return f"{stem}_" if _RESERVED.fullmatch(stem) else stem or "untitled"


def address(url: str) -> str:
    """Return a link to an address that leads to the web, "" for any other."""
    if not re.fullmatch(r"https?://[^\s<>]+", url):
        return ""
    return f"[{plain(re.sub(r'^https?://(www[.])?', '', url)[:60])}](<{url}>)"
