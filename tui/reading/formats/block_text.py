"""The text of markup that is nothing but an article: all of it, a paragraph a block."""

from __future__ import annotations

import re
from typing import Any

from tui.core.extras import install_command, is_installed
from tui.core.text import clean, one_line
from tui.reading.encoding import BadSourceError

_BLOCKS = frozenset(
    "p div section article header footer h1 h2 h3 h4 h5 h6 hl1 hl2 ul ol li blockquote table tr figure figcaption"
    " pre hr dl dt dd block title subtitle para paragraph body body.content block-quote center".split()
)
_SILENT = frozenset("script style head noscript template iframe svg media media-metadata".split())
_MOST_ATTRIBUTES = 1000
_LONG = 4000  # characters of a tag
_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{_LONG},}}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"\s[^\s=]{1,100}=")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def text_of_html(html: str) -> str:
    """Return the text of a piece of HTML, "" where there is none; quotations that are elements bear marks."""
    from lxml import html as parser

    from tui.reading.formats.html_quotes import with_marks

    if not html.strip():
        return ""
    return text_of_element(parser.fromstring(f"<div>{with_marks(clean(html))}</div>"))


def text_of_element(element: Any) -> str:
    """Return the text of an element of lxml and all within it, paragraphs apart."""
    parts: list[str] = []
    _gather(element, parts)
    paragraphs = (" ".join(each.split()) for each in "".join(parts).split("\0"))
    return "\n\n".join(filter(None, map(clean, paragraphs)))


def line_of(element: Any) -> str:
    """Return the text of an element of lxml and all within it in one line, "" for None."""
    return one_line(" ".join(element.itertext())) if element is not None else ""


def name_of(element: Any) -> str:
    """Return the name of an element without its namespace, in small letters, "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def refuse_entities(raw: bytes) -> None:
    """Raise `BadSourceError` for XML that declares entities: a few lines of them may stand for gigabytes."""
    if _ENTITY.search(raw, 0, 100_000):
        raise BadSourceError("declares entities, as files made to do harm; it was not read")


def refuse_attributes(text: str) -> None:
    """Raise `BadSourceError` for markup with more attributes on one tag than parsers, which compare all, are quick with."""
    long = [part for part in text.split("<") if len(part) > _LONG]
    if not any(part.find(">", 0, _LONG) < 0 for part in long):
        return  # as on most pages: told in a tenth of the time
    for tag in _LONG_TAG.finditer(text):
        count = len(_ATTRIBUTE.findall(_QUOTED.sub("", tag[0])))
        if count > _MOST_ATTRIBUTES:
            raise BadSourceError(
                f"has a tag with {count} attributes, as files made to do harm; it was not read"
            )


def parsed_xml(raw: bytes, broken: str = "is broken XML; export it again") -> Any:
    """Return the root of XML from outside.

    Raises `BadSourceError` for what declares entities, and says `broken` of what is no XML.
    """
    if not is_installed("lxml"):
        raise BadSourceError(f"is XML; to read it, run: {install_command('web')}")
    from lxml import etree

    refuse_entities(raw)
    refuse_attributes(raw.decode("latin-1"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise BadSourceError(broken)
    return root


def elements(root: Any, *names: str) -> list[Any]:
    """Return the elements of these names within another, whatever their namespace, in their order."""
    return [element for element in root.iter() if name_of(element) in names]


def first(root: Any, name: str) -> Any:
    """Return the first of the elements of a name within another, None where there is none."""
    return next(iter(elements(root, name)), None)


def _gather(element: Any, parts: list[str]) -> None:
    name = name_of(element)
    if name and name not in _SILENT:
        broken = name in _BLOCKS or name == "br"
        parts.append("\0" if broken else "")
        parts.append(element.text or "")
        for child in element:
            _gather(child, parts)
            parts.append(child.tail or "")
        parts.append("\0" if broken and name != "br" else "")
