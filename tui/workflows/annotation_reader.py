"""What other programs hand over, read in a process of the pool: past the budget of a page a file is refused."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from tui.exchange.importers.detect import AnnotationFormat
from tui.exchange.importers.model import AnnotationFile, AnnotationFileError
from tui.reading.encoding import BadSourceError
from tui.settings.page_budget import PageBudget
from tui.workflows.guarded_opener import small_file
from tui.workflows.page_pool import PagePool
from tui.workflows.store_annotations import read


def read_apart(path: Path, kind: AnnotationFormat, budget: PageBudget) -> AnnotationFile:
    """Return what a file says, as `read`; a small one is read in this process. Raises `AnnotationFileError`."""
    if small_file(path):
        return read(path, kind)
    try:
        with PagePool(budget) as pool:
            return cast(AnnotationFile, pool.carried_out("annotations", path, kind))
    except BadSourceError as error:
        raise AnnotationFileError(str(error)) from None
