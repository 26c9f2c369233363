"""The door for other Python programs: a notebook or a cron job opens a briefing with `open_briefing`.

May import all that lies below, and never `cli` or `ui`. Begin with `door`; docs/api.md shows it at work.
"""

from tui.api.door import BriefingDoor, ExportedFile, open_briefing
from tui.core.query.parser import QueryError
from tui.exchange.exporters.formats import ExportError
from tui.exchange.json_records import Record
from tui.store.disk.errors import StoreError
from tui.workflows.import_result import ImportResult

__all__ = [
    "BriefingDoor",
    "ExportError",
    "ExportedFile",
    "ImportResult",
    "QueryError",
    "Record",
    "StoreError",
    "open_briefing",
]
