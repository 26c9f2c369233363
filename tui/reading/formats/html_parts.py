"""The small parts of a page's head that its metadata and its dates are read from."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from tui.core.text import one_line

ARTICLE = re.compile(r"(?:article|posting|report|review|story)$", re.IGNORECASE)
NO_NAME = re.compile(r"@|https?:|www\.|^\W*$|\d{3}", re.IGNORECASE)
PAGE = re.compile(r"(?:page|event|recipe|videoobject)$", re.IGNORECASE)


_LARGE = 30_000  # elements: of each the libraries that look for a body or a day hold two kilobytes


def is_large(tree: Any) -> bool:
    """Tell whether a page has more elements than libraries that copy and rewrite it can be given."""
    return next(islice(tree.iter(), _LARGE, None), None) is not None


def types(node: Mapping[str, Any]) -> list[str]:
    """Return the types of an object of JSON-LD."""
    kinds = node.get("@type", "")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def line(value: object) -> str:
    """Return a value of JSON-LD or an attribute as one clean line; entities are often escaped twice."""
    return one_line(html.unescape(re.sub(r"<[^<>]{0,200}>", "", value))) if isinstance(value, str) else ""


def text_of(element: Any) -> str:
    """Return the text of an element as one clean line."""
    return one_line(" ".join(element.itertext()))


def named(element: Any) -> str:
    """Return the names an element goes by, its class and its id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def names_in(value: object) -> list[str]:
    """Return the names in a value that is a name, an object with one, or a list of these."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in names_in(item)]
    if isinstance(value, dict):
        value = value.get("name")
        return names_in(value) if isinstance(value, list | str) else []
    return [name] if (name := line(value)) else []


def letters(text: str) -> str:
    """Return the letters and digits of a name, without case and “the”."""
    return "".join(re.findall(r"[^\W_]+", text.casefold())).removeprefix("the")
