"""Text with links and Markdown as paragraphs of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it import MarkdownIt
from markdown_it.token import Token

_OUTWARD = re.compile(r"(?:https?://|mailto:)[^\s<>]+")
_SIGNS = {"strong_open": "b", "strong_close": "b", "em_open": "i", "em_close": "i"}
_TOP = 1  # levels that a heading of a note lies below those of the report


class StyledWords(NamedTuple):
    """Words of one look: `link` is the address or the anchor they lead to, `look` some of b, i and c (code)."""

    text: str
    link: str = ""
    look: str = ""


class NoteParagraph(NamedTuple):
    """A paragraph of a note, with the style it is set in."""

    stretches: list[StyledWords]
    style: str


def add_stretches(paragraph: Paragraph, stretches: list[StyledWords]) -> list[Run]:
    """Add words to a paragraph, those that lead somewhere as links; return their runs."""
    runs = []
    for each in stretches:
        run = paragraph.add_run(each.text)
        run.bold, run.italic = "b" in each.look or None, "i" in each.look or None
        if "c" in each.look:
            run.font.name = "Courier New"
        if each.link:
            run.font.underline = True
            link = _link(paragraph, each.link)
            link.append(run._r)
            paragraph._p.append(link)
        runs.append(run)
    return runs


def _link(paragraph: Paragraph, to: str) -> BaseOxmlElement:
    """Return what makes words a link, to the web or to a bookmark."""
    link = OxmlElement("w:hyperlink")
    if _OUTWARD.fullmatch(to):
        link.set(qn("r:id"), paragraph.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), to)
    return link


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Let links lead to a paragraph; `number` is a bookmark's own in the document."""
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(kind)
        mark.set(qn("w:id"), str(number))
        if kind == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


def note_paragraphs(text: str) -> Iterator[NoteParagraph]:
    """Yield the paragraphs of a note in Markdown; its headings lie below those of the report."""
    style, lists = "", list[str]()
    quoted = 0
    for token in MarkdownIt("commonmark", {"html": False}).disable("image").parse(text):
        match token.type:
            case "heading_open":
                style = f"Heading {min(9, int(token.tag[1:]) + _TOP)}"
            case "bullet_list_open" | "ordered_list_open":
                lists.append("List Bullet" if token.type.startswith("b") else "List Number")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "blockquote_open" | "blockquote_close":
                quoted += 1 if token.type.endswith("open") else -1
            case "inline":
                shown = style or (lists[-1] if lists else "Quote" if quoted else "Normal")
                yield NoteParagraph(list(_inline(token.children or [])), shown)
                style = ""
            case "fence" | "code_block":
                for line in token.content.rstrip("\n").split("\n"):
                    yield NoteParagraph([StyledWords(line, look="c")], "Normal")


def _inline(tokens: list[Token]) -> Iterator[StyledWords]:
    look, link = set[str](), ""
    for token in tokens:
        if sign := _SIGNS.get(token.type):
            look ^= {sign}
        elif token.type == "link_open":
            href = str(token.attrGet("href") or "")
            link = href if _OUTWARD.fullmatch(href) else ""  # what leads elsewhere, or to a program, is words
        elif token.type == "link_close":
            link = ""
        elif token.type in ("softbreak", "hardbreak"):
            yield StyledWords(" " if token.type == "softbreak" else "\n", link)
        elif token.content:
            code = "c" if token.type == "code_inline" else ""
            yield StyledWords(token.content, link, "".join(sorted(look)) + code)
