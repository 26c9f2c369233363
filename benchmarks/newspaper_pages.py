"""Pages of newspapers read from PDFs, beside other readers: `python -m benchmarks.newspaper_pages [FOLDER]`.

Ten pages are typeset by Chromium (which must be installed) from text made up here: two to five columns, headlines of
several lines, words broken at the ends of lines, pictures, boxes, quotes between rules, several articles a page, an
article that goes on. They are kept in FOLDER where one is given. pypdf and pdfplumber are tried where they are
installed; the words that they leave broken at a line's end are joined for them.

Printed of each reader: the share of pairs of neighbouring words of an article that are neighbours in what was read;
the share of words that came out whole; F1 of whole paragraphs, headlines among them; and pages a second.
"""

from __future__ import annotations

import html
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from tui.reading.formats.pdf import text_of

WHO = (
    "The harbour board|The mayor of Ostrel|Lena Ortiz|The union of pilots|A court in Merle|The water office"
    "|Minister Tomas Varga|The school council|Nora Lind, who leads the council,|The islanders of Tessel"
).split("|")
DID = (
    "announced|confirmed|disputed|postponed until the autumn|welcomed|described at length|refused to comment on"
    "|put off|defended before an unusually large audience|criticised"
).split("|")
WHAT = (
    "the reconstruction of the northern breakwater|a settlement about fishing rights|the municipal transportation budget"
    "|an environmental investigation|the controversial resettlement programme|plans for a telecommunications tower"
    "|the extraordinary inspection of bridges|compensation for the flooded neighbourhoods|the new timetable"
).split("|")
WHEN = (
    "on Monday|after a debate of two days|shortly before midnight|for the third time this year|without giving reasons"
    "|in the presence of international observers|despite considerable opposition|at a press conference in Arn"
).split("|")
WHY = (
    "because the responsibility for maintenance had never been established|while representatives of both communities"
    " were waiting outside|although the administration had recommended the opposite|and nobody asked what it would cost"
    "|so that construction can begin before the winter|as the representative of the government later acknowledged"
).split("|")
_BREAKS = re.compile(r"(?<=[aeiou])(?=[bcdfglmnprstv][aeiou])")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BROKEN = re.compile(r"(?<=[^\W\d_])(?:[-\xad\u2010][ \t]*\n|[\ufffe\x02])\s*(?=[a-z])")


@dataclass
class Article:
    """An article as it is to be read: its headline, and its paragraphs."""

    headline: str
    paragraphs: list[str] = field(default_factory=list)


def article(dice: random.Random, paragraphs: int) -> Article:
    """Return an article of made-up sentences."""

    def sentence() -> str:
        text = " ".join(dice.choice(part) for part in (WHO, DID, WHAT, WHEN))
        return f"{text}, {dice.choice(WHY)}." if dice.random() < 0.5 else f"{text}."

    headline = f"{dice.choice(WHO).split(',')[0]} {dice.choice(DID)} {dice.choice(WHAT)}"
    parts = [" ".join(sentence() for _ in range(dice.randint(1, 3))) for _ in range(paragraphs)]
    return Article(headline, [f"“{part}”" if dice.random() < 0.2 else part for part in parts])


def soft(text: str) -> str:
    """Return text as HTML in which long words may be broken."""
    words = (_BREAKS.sub("\xad", word) if len(word) > 7 else word for word in text.split(" "))
    return html.escape(" ".join(words))


def body(one: Article, style: str = "", inside: str = "") -> str:
    """Return an article in columns, with `inside` in the midst of it."""
    parts = [f"<p>{soft(part)}</p>" for part in one.paragraphs]
    parts.insert(len(parts) // 2, inside)
    return f"<h1>{html.escape(one.headline)}</h1><div class=text style='{style}'>{''.join(parts)}</div>"


FOLIO = "The Arn Courier", "Thursday, 3 July 2025", "Page 4"
PICTURE = "<figure><div class=picture></div></figure>"
RULED = "<div class=ruled>“Nobody asked what it would cost”</div>"


def pages() -> Iterator[tuple[str, str, list[Article]]]:
    """Yield of each page its name, its HTML and the articles on it."""
    dice = random.Random(13)

    def page(name: str, style: str, content: str, *articles: Article) -> tuple[str, str, list[Article]]:
        head = f"<div class=folio>{''.join(f'<span>{part}</span>' for part in FOLIO)}</div>"
        return name, f"<style>{STYLE}{style}</style>{head}{content}", list(articles)

    one = article(dice, 12)
    yield page("two columns", ".text{columns:2}", body(one), one)
    one = article(dice, 16)
    yield page("three columns, justified", ".text{columns:3;text-align:justify}", body(one), one)
    one = article(dice, 18)
    yield page("four columns, indented", f".text{{columns:4}}{INDENTED}", body(one), one)
    one = article(dice, 20)
    yield page(
        "five narrow columns",
        f".text{{columns:5;font-size:8pt;text-align:justify}}{INDENTED}",
        body(one),
        one,
    )
    one = article(dice, 14)
    yield page("a picture in a column", ".text{columns:3}", body(one, inside=PICTURE), one)
    one = article(dice, 14)
    yield page("a quote between rules", ".text{columns:3;text-align:justify}", body(one, inside=RULED), one)
    one, other = article(dice, 8), article(dice, 8)
    both = f"<div class=two><section>{body(one)}</section><section>{body(other)}</section></div>"
    yield page("two articles side by side", ".text{columns:2;font-size:8pt}", both, one, other)
    one, other, third = article(dice, 10), article(dice, 5), article(dice, 5)
    below = f"<div class=two><section>{body(other)}</section><section>{body(third)}</section></div>"
    yield page(
        "one above two",
        f".text{{columns:3}}.two .text{{columns:2}}{INDENTED}",
        body(one) + below,
        one,
        other,
        third,
    )
    one, other = article(dice, 12), article(dice, 4)
    boxed = f"<div class=aside><section>{body(one)}</section><section class=box>{body(other)}</section></div>"
    yield page("a box beside", ".text{columns:3;font-size:9pt}.box .text{columns:1}", boxed, one, other)
    one = article(dice, 44)
    yield page("an article of two sheets", ".text{columns:3;text-align:justify}", body(one), one)


STYLE = """
@page{size:A4;margin:14mm}body{font:10pt/1.25 'Liberation Serif',serif;hyphens:manual;margin:0;width:182mm}
h1{font:bold 22pt/1.1 'Liberation Sans',sans-serif;margin:0 0 4mm}.text{column-gap:5mm}
.folio{display:flex;justify-content:space-between;border-bottom:1pt solid;font-size:8pt;margin-bottom:5mm}
p{margin:0 0 2mm}.picture{height:45mm;background:#999}figure{margin:2mm 0}
.two{display:grid;grid-template-columns:1fr 1fr;gap:6mm;margin-top:5mm}.two h1{font-size:15pt}
.aside{display:grid;grid-template-columns:3fr 1fr;gap:6mm}.box{border:1pt solid;padding:2mm;background:#eee}
.box h1{font-size:13pt}.ruled{border:solid;border-width:1pt 0;font-size:14pt;margin:3mm 0;padding:2mm 0}
"""
# Leaves of the places where words may be broken those at which they are, as hyphens: what is drawn holds no others.
# On a page of one sheet words are then drawn row by row, for what wrote a page drew it in any order.
BREAKS = """<script>
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), nodes = [], words = [];
while (walk.nextNode()) if (!/STYLE|SCRIPT/.test(walk.currentNode.parentNode.tagName)) nodes.push(walk.currentNode);
const box = (node, at, to) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, to);
  return range.getBoundingClientRect(); };
const whole = nodes.map(node => [...node.data].map((letter, at) => letter != "\\u00ad" ? letter :
  Math.abs(box(node, at - 1, at).bottom - box(node, at + 1, at + 2).bottom) > 5 ? "-" : "").join(""));
nodes.forEach((node, number) => node.data = whole[number]);
const rows = () => { for (const node of nodes) for (const found of node.data.matchAll(/[^\\s-]+-?/g)) {
  const at = box(node, found.index, found.index + found[0].length), style = getComputedStyle(node.parentNode);
  words.push([at.top + scrollY, at.left, found[0], style.font]); }
  for (const node of nodes) node.parentNode.style.visibility = "hidden";
  words.sort((a, b) => Math.round(a[0]) - Math.round(b[0]) || a[1] - b[1]);
  for (const [top, left, text, font] of words) { const span = document.createElement("span"); span.textContent = `${text} `;
    span.style = `position:absolute;white-space:pre;top:${top}px;left:${left}px;font:${font};line-height:normal`;
    document.body.append(span); } };
</script>"""
ROWS = "<script>rows()</script>"
INDENTED = "p{margin:0;text-indent:1em}"


def printed(folder: Path) -> list[tuple[str, bytes, list[Article]]]:
    """Return the pages as PDFs; they are left in `folder`."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("Chromium is not installed; the pages are typeset by it")
    found = []
    for number, (name, source, articles) in enumerate(pages(), 1):
        several = name.endswith("sheets")  # places on a screen are none on a second sheet
        at, to = folder / f"{number:02}.html", folder / f"{number:02}.pdf"
        at.write_text(
            f"<!doctype html><html lang=en><meta charset=utf-8>{source}{BREAKS}{'' if several else ROWS}",
            "utf-8",
        )
        command = [browser, "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={to}"]
        subprocess.run([*command, at.as_uri()], check=True, capture_output=True)
        found.append((name, to.read_bytes(), articles))
    return found


def pdfium(raw: bytes) -> str:
    """Return the text of a PDF as PDFium tells it."""
    from pypdfium2 import PdfDocument

    return "\n\n".join(page.get_textpage().get_text_range().replace("\r", "") for page in PdfDocument(raw))


def pypdf(raw: bytes, mode: str) -> str:
    """Return the text of a PDF as pypdf tells it, plain or by its layout."""
    pages = import_module("pypdf").PdfReader(io.BytesIO(raw)).pages
    return "\n\n".join(page.extract_text(extraction_mode=mode) for page in pages)


def plumber(raw: bytes, layout: bool) -> str:
    """Return the text of a PDF as pdfplumber tells it."""
    pages = import_module("pdfplumber").open(io.BytesIO(raw)).pages
    return "\n\n".join(page.extract_text(layout=layout) for page in pages)


READERS: dict[str, Callable[[bytes], str]] = {
    "ours": text_of,
    "pypdfium2": pdfium,
    "pypdf": partial(pypdf, mode="plain"),
    "pypdf, layout": partial(pypdf, mode="layout"),
    "pdfplumber": partial(plumber, layout=False),
    "pdfplumber, layout": partial(plumber, layout=True),
}


def scores(text: str, articles: list[Article]) -> tuple[float, float, float]:
    """Return the shares of pairs of words and of words that were read, and F1 of paragraphs."""
    text = _BROKEN.sub("", text)
    read = _WORD.findall(text.casefold())
    pairs, words = Counter(pairwise(read)), Counter(read)
    wanted = [" ".join([each.headline, *each.paragraphs]) for each in articles]
    told = [_WORD.findall(each.casefold()) for each in wanted]
    want_pairs = Counter(pair for each in told for pair in pairwise(each))
    want_words = Counter(word for each in told for word in each)
    parts = Counter(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
    want_parts = Counter(part for each in articles for part in (each.headline, *each.paragraphs))
    parts -= Counter([" ".join(FOLIO)])
    both = 2 * (parts & want_parts).total() / (parts.total() + want_parts.total())
    return (
        (pairs & want_pairs).total() / want_pairs.total(),
        (words & want_words).total() / want_words.total(),
        both,
    )


def main(arguments: list[str]) -> None:
    """Print a line a page and reader, and the means of each reader."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(arguments[0]) if arguments else Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        sheets = printed(folder)
    print(f"{'':22} {'page':26} pairs  words  paragraphs")
    for reader, read in READERS.items():
        library = reader.split(",")[0]
        if reader != "ours" and find_spec(library) is None:
            print(f"{reader:22} not tried: {library} is not installed")
            continue
        rows = []
        start = time.process_time()
        texts = [read(raw) for _, raw, _ in sheets]
        speed = len(sheets) / (time.process_time() - start)
        for (name, _, articles), text in zip(sheets, texts, strict=True):
            rows.append(scores(text, articles))
            print(f"{reader:22} {name:26} {rows[-1][0]:.3f}  {rows[-1][1]:.3f}  {rows[-1][2]:.3f}")
        pairs, words, parts = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(
            f"{reader:22} {'all ten':26} {pairs:.3f}  {words:.3f}  {parts:.3f}  {speed:.1f} pages/s",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
