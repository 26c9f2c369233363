"""`ris`: the articles as references, for EndNote, Zotero, Mendeley and library catalogues."""

from __future__ import annotations

from collections.abc import Iterator

from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.references import Reference, full_name, references


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the file."""
    for item, _, _ in references(dossier):
        lines = [f"{tag}  - {value}" for tag, value in _lines(item) if value]
        yield "\r\n".join(["TY  - NEWS", *lines, "ER  - ", "", ""])


def _lines(item: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", item["citation-key"]
    for person in item.get("author", ()):
        if "literal" in person:
            yield "AU", person["literal"]
        else:
            given, family = full_name(person)
            yield "AU", f"{family}, {given}"
    yield "TI", item["title"]
    yield "T2", item.get("container-title", "")
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if parts:
        yield "PY", str(parts[0])
        yield "DA", "/".join([f"{part:02d}" for part in parts] + [""] * (3 - len(parts)))
    yield "UR", item.get("URL", "")
    if read := item.get("accessed", {}).get("date-parts"):
        yield "Y2", "/".join(f"{part:02d}" for part in read[0])
    yield "LA", item.get("language", "")
    for word in item.get("keyword", "").split(", "):
        yield "KW", word
    yield "N1", item.get("note", "")
