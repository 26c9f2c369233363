"""`html`: the briefing to be read in a browser or printed: one file, nothing loaded, nothing executed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from markdown_it import MarkdownIt

from tui.exchange.exporters.document import Piece, pieces
from tui.exchange.exporters.dossier import Dossier

_STYLE = """
:root { color-scheme: light dark }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif }
h1, h2, h3, h4, nav, .tag, footer, figcaption { font-family: system-ui, sans-serif }
h2 { border-bottom: 1px solid; margin-top: 3rem }
h4 { margin-bottom: .2rem }
figure { margin: 1rem 0 1rem 1rem; border-left: 3px solid; padding-left: .8rem }
figure.wording { margin: -.4rem 0 1rem 2.5rem; border-left-style: dotted }
blockquote, blockquote p { margin: 0 }
figcaption, .detail, footer { font-size: .85rem; opacity: .8 }
section { margin: 1.5rem 0 }
section :is(h1, h2, h3, h4, h5, h6) { font-size: 1rem; border: 0; margin: 1rem 0 .2rem }
pre { overflow-x: auto; white-space: pre-wrap }
table { border-collapse: collapse } td, th { border: 1px solid; padding: .1rem .5rem; text-align: start }
.tag { display: inline-block; border: 1px solid; border-radius: .6rem; padding: 0 .5rem; margin-right: .3rem }
.tag { font-size: .8rem }
li, p { overflow-wrap: anywhere }
@media print {
  nav { display: none } h2, h3, h4 { break-after: avoid } figure, pre, tr { break-inside: avoid }
  a { color: inherit; text-decoration: none }
}
"""
_SAFE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


CLOSING = "</body>\n</html>\n"
_WIDE = "body { max-width: none } table { width: 100% } td, th { vertical-align: top; min-width: 12rem }\n"


def opening(title: str, *, wide: bool = False) -> str:
    """Return the beginning of a page that loads nothing; a `wide` one leaves its tables all the room there is."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{_WIDE if wide else ''}</style>\n</head>\n<body>\n"
    )


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the page."""
    # Images would be loaded from elsewhere, and tell there that somebody reads.
    notes = MarkdownIt("commonmark", {"html": False}).disable("image").enable("table")
    yield opening(dossier.title)
    found = list(pieces(dossier))
    sections = [piece for piece in found if piece.level == 1]
    links = " · ".join(f'<a href="#{escape(each.anchor)}">{escape(each.text)}</a>' for each in sections)
    yield f"<h1>{escape(dossier.title)}</h1>\n<nav>{links}</nav>\n"
    for piece in found[1:]:
        yield _piece(piece, notes)
    yield f"<footer>Made with briefing-tui {escape(dossier.made[:10])}</footer>\n{CLOSING}"


def _piece(piece: Piece, notes: MarkdownIt) -> str:
    text, tags = escape(piece.text), "".join(f'<span class="tag">{escape(tag)}</span>' for tag in piece.tags)
    anchor = f' id="{escape(piece.anchor)}"' if piece.anchor else ""
    detail = escape(piece.detail)
    if piece.link:
        href = piece.link if "://" in piece.link else f"#{piece.link}"
        detail = f'<a href="{escape(href)}">{detail}</a>'
    match piece.kind:
        case "heading":
            after = f' <span class="detail">{detail}</span>' if piece.detail else ""
            below = f"<p>{tags}</p>\n" if tags else ""
            return f"<h{piece.level + 1}{anchor}>{text}{after}</h{piece.level + 1}>\n{below}"
        case "quote" | "wording":
            # Each line says by its letters which way it runs.
            lines = "".join(f'<p dir="auto">{line}</p>' for line in text.split("\n"))
            among = ' class="wording"' if piece.kind == "wording" else ""
            return (
                f"<figure{anchor}{among}><blockquote>{lines}</blockquote>"
                f"<figcaption>{detail} {tags}</figcaption></figure>\n"
            )
        case "note":
            return (
                f'<section><p class="detail"><bdi>{detail}</bdi></p>\n'
                f'<div dir="auto">{notes.render(piece.text)}</div></section>\n'
            )
        case _:
            return f'<p{anchor}><bdi>{text}</bdi> <span class="detail">{detail}</span> {tags}</p>\n'
