"""`qdc`: the codebook, for every program that reads REFI-QDA."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tui.export import qda
from tui.export.dossier import Dossier
from tui.export.formats import ExportError


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the codebook. Raises `ExportError` when it is empty: the schema wants one code at least."""
    if not dossier.tags:
        raise ExportError("there are no tags yet, and a codebook needs one")
    root = etree.Element(f"{{{qda.CODEBOOK}}}CodeBook", {"origin": qda.ORIGIN}, {None: qda.CODEBOOK})
    qda.codes(qda.element(root, "Codes"), dossier.tags.values())
    yield qda.document(root)
