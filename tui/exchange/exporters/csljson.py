"""`csl-json`: the articles as references, for Zotero, pandoc and every citation style."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.references import references


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the CSL-JSON file, a list of items."""
    before = "[\n"
    for item, _, _ in references(dossier):
        yield before + json.dumps(item, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before[0] == "," else "[]\n"
