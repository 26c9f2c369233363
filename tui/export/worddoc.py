"""`docx`: the briefing to be read and worked on in a word processor."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.shared import Pt

from tui.export.dossier import Dossier
from tui.export.report import Piece, pieces

_STYLES = ("Title", "Heading 1", "Heading 2", "Heading 3", "Quote", "List Bullet", "Normal")


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the document."""
    document = docx.Document()
    document.core_properties.title = dossier.title[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    # Looked up once: the library searches all styles for each paragraph, which is most of its work.
    styles = {name: document.styles[name].style_id for name in _STYLES}
    for piece in pieces(dossier):
        for text, style in _paragraphs(piece):
            paragraph = document.add_paragraph()
            run = paragraph.add_run(text)
            if style:
                paragraph._p.style = styles[style]
            elif piece.kind in ("quote", "note", "heading"):
                run.font.size = Pt(9)
    out = io.BytesIO()
    document.save(out)
    yield out.getvalue()


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
        case "quote":
            yield piece.text, "Quote"
            yield "  ".join(filter(None, (piece.detail, tags))), ""
        case "note":
            yield piece.detail, ""
            for paragraph in piece.text.split("\n\n"):
                yield paragraph, "Normal"
        case "line":
            yield " ".join(filter(None, (piece.text, piece.detail, tags))), "List Bullet"
        case _:
            yield "  ".join(filter(None, (piece.text, piece.detail))), "Normal"
