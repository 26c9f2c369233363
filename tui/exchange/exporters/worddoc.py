"""`docx`: the briefing to be read and worked on in a word processor."""

from __future__ import annotations

import io
from collections.abc import Iterator
from unicodedata import bidirectional

import docx
from docx.oxml import OxmlElement
from docx.shared import Pt

from tui.exchange.exporters.document import Piece, pieces
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.word_runs import StyledWords, add_bookmark, add_stretches, note_paragraphs

_HEADINGS = tuple(f"Heading {level}" for level in range(1, 10))
_STYLES = ("Title", *_HEADINGS, "Quote", "List Bullet", "List Number", "Normal")


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the document."""
    document = docx.Document()
    document.core_properties.title = dossier.title[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    quote = document.styles["Quote"].paragraph_format  # what it is from stands close below it
    quote.keep_with_next, quote.space_after = True, Pt(0)
    # Looked up once: the library searches all styles for each paragraph, which is most of its work.
    styles = {name: document.styles[name].style_id for name in _STYLES}
    for number, piece in enumerate(pieces(dossier)):
        anchor = piece.anchor
        for stretches, style in _paragraphs(piece):
            paragraph = document.add_paragraph()
            if anchor:
                add_bookmark(paragraph, anchor, number)
                anchor = ""
            runs = add_stretches(paragraph, stretches)
            if piece.kind == "wording":
                paragraph.paragraph_format.left_indent = Pt(24)
            if style in ("Quote", "Normal") and _runs_leftward("".join(each.text for each in stretches)):
                paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
                for run in runs:
                    run.font.rtl = True
            if style:
                paragraph._p.style = styles[style]
            elif piece.kind in ("quote", "wording", "note", "heading"):
                for run in runs:
                    run.font.size = Pt(9)
    out = io.BytesIO()
    document.save(out)
    yield out.getvalue()


def _runs_leftward(text: str) -> bool:
    """Tell whether the first letter of a text that has a direction is of a script from right to left."""
    ways = (bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def _paragraphs(piece: Piece) -> Iterator[tuple[list[StyledWords], str]]:
    """Yield what a piece says, a paragraph each with its style; "" is that of small print beneath it."""
    text, tags = StyledWords(piece.text), StyledWords(" ".join(f"#{tag}" for tag in piece.tags))
    detail = StyledWords(piece.detail, piece.link)
    match piece.kind:
        case "title":
            yield [text], "Title"
        case "heading":
            yield _joined(" — ", text, detail), f"Heading {piece.level}"
            if tags.text:
                yield [tags], ""
        case "quote" | "wording":
            for line in piece.text.split("\n"):
                yield [StyledWords(line)], "Quote"
            yield _joined("  ", detail, tags), ""
        case "note":
            yield [detail], ""
            yield from note_paragraphs(piece.text)
        case "line":
            yield _joined(" ", text, detail, tags), "List Bullet"
        case _:
            yield _joined("  ", text, detail), "Normal"


def _joined(between: str, *stretches: StyledWords) -> list[StyledWords]:
    said = [each for each in stretches if each.text]
    return [part for each in said for part in (StyledWords(between), each)][1:]
