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

_STYLES = ("Title", "Heading 1", "Heading 2", "Heading 3", "Quote", "List Bullet", "Normal")


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
    for piece in pieces(dossier):
        for text, style in _paragraphs(piece):
            paragraph = document.add_paragraph()
            run = paragraph.add_run(text)
            if piece.kind == "wording":
                paragraph.paragraph_format.left_indent = Pt(24)
            if style in ("Quote", "Normal") and _runs_leftward(text):
                paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
                run.font.rtl = True
            if style:
                paragraph._p.style = styles[style]
            elif piece.kind in ("quote", "wording", "note", "heading"):
                run.font.size = Pt(9)
    out = io.BytesIO()
    document.save(out)
    yield out.getvalue()


def _runs_leftward(text: str) -> bool:
    """Tell whether the first letter of a text that has a direction is of a script from right to left."""
    ways = (bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def _paragraphs(piece: Piece) -> Iterator[tuple[str, str]]:
    """Yield what a piece says, a paragraph each with its style; "" is that of small print beneath it."""
    tags = " ".join(f"#{tag}" for tag in piece.tags)
    match piece.kind:
        case "title":
            yield piece.text, "Title"
        case "heading":
            yield " — ".join(filter(None, (piece.text, piece.detail))), f"Heading {piece.level}"
            if tags:
                yield tags, ""
        case "quote" | "wording":
            for line in piece.text.split("\n"):
                yield line, "Quote"
            yield "  ".join(filter(None, (piece.detail, tags))), ""
        case "note":
            yield piece.detail, ""
            for paragraph in piece.text.split("\n\n"):
                yield paragraph, "Normal"
        case "line":
            yield " ".join(filter(None, (piece.text, piece.detail, tags))), "List Bullet"
        case _:
            yield "  ".join(filter(None, (piece.text, piece.detail))), "Normal"
