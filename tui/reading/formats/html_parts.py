"""The small parts of a page's head that its metadata and its dates are read from."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from tui.core.text import one_line

ARTICLE = re.compile(r"(?:article|posting|report|review|story)$", re.IGNORECASE)
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
