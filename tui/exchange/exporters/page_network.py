"""Who tells whom, in the page to hand on: the strongest ties drawn (SVG), all of them in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape

from tui.core.network import KINDS, Network, Tie
from tui.core.text import one_line, pluralize

_DRAWN = 24  # ties at most
_WIDTH, _LINE, _TOP = 720, 22, 28
_PLACES = {"speaker": (200, "end"), "through": (360, "middle"), "outlet": (520, "start")}
_HEADS = {"speaker": "Speaker", "through": "Through", "outlet": "Outlet"}
_LETTERS = 26


def section(network: Network, anchors: Mapping[str, str]) -> str:
    """Return it as a section, "" where there are no ties. `anchors` are where names lead to."""
    if not network.ties:
        return ""
    rows = "".join(_row(tie, anchors) for tie in network.ties)
    table = scrolled("All ties", ("From", "To", "How often", "How"), rows)
    told = f"{pluralize(len(network.ties), 'tie')}, in a table{f' ({network.without})' if network.without else ''}"
    return (
        f'<section>\n<h2 id="ties">Who tells whom</h2>\n{_drawing(network)}'
        f"<details><summary>{told}</summary>\n{table}</details>\n</section>\n"
    )


def scrolled(label: str, columns: Iterable[str], rows: str) -> str:
    """Return a table that is scrolled by itself, so that the page is not; `rows` are HTML."""
    heads = "".join(f'<th scope="col">{escape(one_line(each))}</th>' for each in columns)
    place = f'<div class="scroll" role="region" aria-label="{escape(one_line(label))}" tabindex="0">'
    return f"{place}<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>"


def _row(tie: Tie, anchors: Mapping[str, str]) -> str:
    names = (
        f'<a href="#{escape(anchors[name])}">{escape(name)}</a>' if name in anchors else escape(name)
        for name in (tie.source.name, tie.target.name)
    )
    cells = (*names, pluralize(tie.number, tie.counted), tie.kind)
    return f"<tr data-item>{''.join(f'<td><bdi>{each}</bdi></td>' for each in cells)}</tr>\n"


def _drawing(network: Network) -> str:
    ties = [tie for tie in network.ties if tie.kind != KINDS[2]][:_DRAWN]
    if not ties:
        return ""
    weights: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        for end in (tie.source, tie.target):
            weights[end.role, end.name] += tie.number
    lines: Counter[str] = Counter()
    places: dict[tuple[str, str], tuple[int, int]] = {}
    for role, name in sorted(weights, key=lambda each: (-weights[each], each)):
        places[role, name] = _PLACES[role][0], _TOP + _LINE // 2 + lines[role] * _LINE
        lines[role] += 1
    heads = [
        f'<text x="{at}" y="14" text-anchor="{anchor}">{_HEADS[role]}</text>'
        for role, (at, anchor) in _PLACES.items()
        if lines[role]
    ]
    strongest = max(tie.number for tie in ties)
    return (
        f'<figure class="picture"><svg viewBox="0 0 {_WIDTH} {_TOP + max(lines.values()) * _LINE}" role="img" '
        f'aria-label="The strongest ties; the table below has all">\n{"".join(heads)}\n'
        f"{''.join(_curve(tie, places, strongest) for tie in ties)}"
        f"{''.join(_name(role, name, place) for (role, name), place in places.items())}</svg>\n"
        f"<figcaption>The {pluralize(len(ties), 'tie')} that most words went along, of {len(network.ties)}; "
        "the thicker, the more</figcaption></figure>\n"
    )


def _curve(tie: Tie, places: Mapping[tuple[str, str], tuple[int, int]], strongest: int) -> str:
    (x, y), (to, at) = (places[end.role, end.name] for end in (tie.source, tie.target))
    x, to, half = x + 6, to - 6, (to - x) // 2
    said = escape(f"{tie.source.name} → {tie.target.name}: {pluralize(tie.number, tie.counted)}")
    wide = 1 + 6 * tie.number / strongest
    way = f"M{x} {y} C{x + half} {y} {to - half} {at} {to} {at}"
    return f'<path class="tie" d="{way}" stroke-width="{wide:.1f}"><title>{said}</title></path>\n'


def _name(role: str, name: str, place: tuple[int, int]) -> str:
    short = name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"
    return f'<text class="end" x="{place[0]}" y="{place[1] + 4}" text-anchor="{_PLACES[role][1]}">{escape(short)}</text>\n'
