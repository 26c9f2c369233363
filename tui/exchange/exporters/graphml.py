"""`graphml`: who tells whom, as a graph that Gephi, yEd, Cytoscape and networkx open."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tui.core.network import Tie
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.tie_tally import TieTally

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="roles" for="node" attr.name="roles" attr.type="string"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
"""


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the graph: whoever is in it once, with all their roles; a tie an edge, weighed by quotes or articles."""
    tally = TieTally()
    for _ in tally.passed(dossier, dossier.events()):
        pass
    found = tally.network()
    ties = found.ties
    ids = _ids(ties)
    yield f'{_HEAD}<graph id={quoteattr(dossier.title)} edgedefault="directed">\n'
    if found.without:
        yield f"<desc>{escape(found.without)}</desc>\n"
    for name, id, roles in ids.values():
        label = f'<data key="label">{escape(name)}</data><data key="roles">{" ".join(sorted(roles))}</data>'
        yield f'<node id="{id}">{label}</node>\n'
    for at, tie in enumerate(ties):
        source, target = (ids[end.name.casefold()][1] for end in (tie.source, tie.target))
        data = f'<data key="kind">{tie.kind}</data><data key="weight">{tie.number}</data>'
        yield f'<edge id="e{at}" source="{source}" target="{target}">{data}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _ids(ties: list[Tie]) -> dict[str, tuple[str, str, set[str]]]:
    """Return the name, the id and the roles of each, by the folded name."""
    found: dict[str, tuple[str, str, set[str]]] = {}
    for tie in ties:
        for end in (tie.source, tie.target):
            each = found.setdefault(end.name.casefold(), (end.name, f"n{len(found)}", set()))
            each[2].add(end.role)
    return found
