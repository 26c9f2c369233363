"""`tags`: the tags as a table, for Taguette and spreadsheets; our own import takes it back."""

from __future__ import annotations

from collections.abc import Iterator

from tui.exchange.exporters.csv_table import as_line, cells
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import ExportError

# As Taguette reads them: of "tag", "name" and "path" one only, and a description.
_COLUMNS = ("tag", "description", "color", "sign")


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the table, tags by name. Raises `ExportError` when it is empty: what takes it wants a row."""
    if not dossier.tags:
        raise ExportError("there are no tags yet to export")
    yield "\ufeff"  # else Taguette guesses the encoding by the first 4,096 bytes
    yield as_line(_COLUMNS)
    for tag in sorted(dossier.tags.values(), key=lambda tag: tag.name.casefold()):
        yield as_line(cells((tag.name, tag.description, tag.color, tag.sign)))
