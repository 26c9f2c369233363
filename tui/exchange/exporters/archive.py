"""`briefing`: everything in one archive, the same that `backup` writes; `import` and `restore` open it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import ExportError
from tui.exchange.exporters.serialize import blocks


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the archive. Raises `ExportError` for a part of a briefing: an archive holds all of it."""
    from tui.store.maintenance.backup import backup

    if dossier.briefing is None or not dossier.whole or dossier.redacted:
        raise ExportError("an archive holds the whole briefing; leave out what narrows it")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "briefing.zip"
        backup(dossier.briefing.path, made, title=dossier.title, waiting=dossier.briefing.waiting)
        with made.open("rb") as file:
            yield from blocks(file)
