"""`qdc`: the codebook, for every program that reads REFI-QDA."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tui.exchange.exporters import qda_xml
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import ExportError


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the codebook. Raises `ExportError` when it is empty: the schema wants one code at least."""
    if not dossier.tags:
        raise ExportError("there are no tags yet, and a codebook needs one")
    root = etree.Element(
        f"{{{qda_xml.CODEBOOK}}}CodeBook", {"origin": qda_xml.ORIGIN}, {None: qda_xml.CODEBOOK}
    )
    qda_xml.codes(qda_xml.element(root, "Codes"), dossier.tags.values())
    yield qda_xml.document(root)
