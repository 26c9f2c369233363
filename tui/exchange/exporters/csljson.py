"""`csl-json`: the articles as references, for Zotero, pandoc and every citation style.

The schema: https://github.com/citation-style-language/schema (csl-data.json).
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.references import references
from tui.exchange.exporters.serialize import json_list


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the CSL-JSON file, a list of items."""
    yield from json_list(item for item, _, _ in references(dossier))
    yield "\n"
