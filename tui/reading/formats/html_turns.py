"""Transcripts that a page sets as a list of terms, a table or lines: each turn becomes a paragraph, "Lund: It rains."."""

from __future__ import annotations

import re
from typing import Any

from tui.reading.quotes.words.turn_labels import FEWEST, are_labels

_LISTS = "dl"
_ROWS = "table"
_SPEAKER = re.compile(r"(?:^|[\s_-])speaker(?:$|[\s_-])", re.IGNORECASE)
_BOLD = ("b", "strong")
_INLINE = ("b", "strong", "span", "i", "em")


def with_turns(tree: Any) -> None:
    """Put paragraphs in the place of the lists and tables of a parsed page that are transcripts.

    What is no transcript, such as a table of figures, stays as it is.
    """
    for box in list(tree.iter(_LISTS, _ROWS)):
        turns = _terms(box) if box.tag == _LISTS else _cells(box)
        names = [name for name, _ in turns]
        if len(turns) >= FEWEST and are_labels(names, [said[0] for _, said in turns]):
            _replace(box, [[f"{name.rstrip(':')}: {said[0]}", *said[1:]] for name, said in turns])
        elif box.tag == _LISTS and len(turns) > 1 and all(name.endswith("?") for name in names):
            _replace(box, [[name, *said] for name, said in turns])  # questions and answers
    _with_colons(tree)
    _with_speakers(tree)


def _with_speakers(tree: Any) -> None:
    """Put what a page marks as a speaker at the beginning of the words that stand beside it."""
    boxes = [each for each in tree.iter("div", "p") if _SPEAKER.search(each.get("class") or "")]
    led = [
        (box, words) for box in boxes if (words := box.getnext()) is not None and words.tag in ("div", "p")
    ]
    if len(led) < FEWEST or not are_labels(*map(list, zip(*[map(_text, pair) for pair in led], strict=True))):
        return
    for box, words in led:
        first = words.find(".//p") if words.tag == "div" else words
        first = words if first is None else first
        first.tag = "p"
        first.text = f"{_text(box).rstrip(':')}: {(first.text or '').lstrip()}"
        box.drop_tree()


def _with_colons(tree: Any) -> None:
    """Put a colon in the place of the line break, or of nothing, between a name and words in one paragraph."""
    led = [(each, name) for each in tree.iter("p") if (name := _name_above(each)) is not None]
    names = [_text(name) for _, name in led]
    if len(led) >= FEWEST and are_labels(names, [_words_behind(name) for _, name in led]):
        for paragraph, name in led:
            words, line = _words_behind(name), name.getnext()
            if not (name.tail or "").strip():
                line.tail = ""
                paragraph.remove(line)
            name.tail = f": {words}"


def _words_behind(name: Any) -> str:
    """Return the first words behind a name in bold: beside it, or below a line break."""
    beside = (name.tail or "").strip()
    return beside or (name.getnext().tail or "").strip()


def _name_above(paragraph: Any) -> Any:
    """Return the element that a paragraph begins with, where words follow it or a line break and words; else None."""
    name = paragraph[0] if len(paragraph) else None
    if name is None or (paragraph.text or "").strip() or name.tag not in _INLINE:
        return None
    beside = (name.tail or "").strip()
    if beside or len(paragraph) == 1:  # "**Q** Will you go?"
        led = beside[:1].isupper() and name.tag in _BOLD and _text(name)[-1:].isalpha()
        return name if led else None
    line = paragraph[1]
    return name if line.tag == "br" and (line.tail or "").strip() and _text(name) else None


def _terms(box: Any) -> list[tuple[str, list[str]]]:
    """Return each term of a list, and what is said of it; [] where one stands without the other."""
    found: list[tuple[str, list[str]]] = []
    for element in box.iter("dt", "dd"):
        words = _text(element)
        if element.tag == "dt":
            found.append((words, []))
        elif found and words:
            found[-1][1].append(words)
    return found if all(name and said for name, said in found) else []


def _cells(box: Any) -> list[tuple[str, list[str]]]:
    """Return the first cell of each row, and the second; [] where a row has not two."""
    found = []
    for row in box.iter("tr"):
        cells = [_text(cell) for cell in row.iterchildren("td", "th")]
        if len(cells) != 2 or not all(cells):
            return []
        found.append((cells[0], cells[1:]))
    return found


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _replace(box: Any, turns: list[list[str]]) -> None:
    from lxml.html import Element

    paragraphs = []
    for said in turns:
        for words in said:
            paragraph = Element("p")
            paragraph.text = words
            paragraphs.append(paragraph)
    tail = box.tail
    box.clear()
    box.tag, box.tail = "div", tail
    box.extend(paragraphs)
