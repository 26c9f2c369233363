"""`docx`: the briefing to be read and worked on in a word processor."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.shared import Pt

from tui.export.dossier import Dossier
from tui.export.report import Piece, pieces


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the document."""
    document = docx.Document()
    document.core_properties.title = dossier.title[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    for piece in pieces(dossier):
        _add(document, piece)
    out = io.BytesIO()
    document.save(out)
    yield out.getvalue()


def _add(document: docx.document.Document, piece: Piece) -> None:
    match piece.kind:
        case "title":
            document.add_heading(piece.text, 0)
        case "heading":
            document.add_heading(" — ".join(filter(None, (piece.text, piece.detail))), piece.level)
            _small(document, _tags(piece))
        case "quote":
            document.add_paragraph(piece.text, style="Quote")
            _small(document, "  ".join(filter(None, (piece.detail, _tags(piece)))))
        case "note":
            _small(document, piece.detail)
            for paragraph in piece.text.split("\n\n"):
                document.add_paragraph(paragraph)
        case "line":
            document.add_paragraph(
                " ".join(filter(None, (piece.text, piece.detail, _tags(piece)))), style="List Bullet"
            )
        case "source":
            document.add_paragraph("  ".join(filter(None, (piece.text, piece.detail))))


def _small(document: docx.document.Document, text: str) -> None:
    if text:
        document.add_paragraph().add_run(text).font.size = Pt(9)


def _tags(piece: Piece) -> str:
    return " ".join(f"#{tag}" for tag in piece.tags)
