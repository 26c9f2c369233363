"""What ten million pages cost to read, reckoned from what forty take here: ``python -m benchmarks.millions``.

A text of a report (3 KB) and a web page around it (60 KB of markup, with menus, teasers and scripts) are read in this
process, as a worker reads them: seconds of computing, the bytes that go to a worker and come back, the most memory held.
The table multiplies: that cores are busy all the time, that nothing waits for the network or for whoever stores what is
read, and that pages are of these sizes. What sharing out adds is measured by `benchmarks.cluster`.
"""

from __future__ import annotations

import pickle
import time

from tests.support.pages import FLOOD, HARBOUR
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source
from tui.workflows.page_process import carried_out, peak_memory

_PAGES, _MILLIONS = 40, 10
_CORES = (1, 8, 64)
_TEASER = '<li class="teaser"><a href="/story/{0}"><img src="/i/{0}.jpg" alt=""><span>Harbour story {0}</span></a></li>'
_SCRIPT = "<script>window.pages = window.pages || []; window.pages.push({{id: {0}, kind: 'slot'}});</script>"


def _web_page(text: str) -> str:
    paragraphs = "".join(f"<p>{each}</p>\n" for each in text.split("\n\n"))
    teasers = "".join(_TEASER.format(at) for at in range(220))
    scripts = "".join(_SCRIPT.format(at) for at in range(300))
    return (
        f"<html><head><title>The harbour</title>{scripts}</head><body><nav><ul>{teasers}</ul></nav>"
        f"<main><article><h1>The harbour</h1>{paragraphs}</article></main><footer>Imprint</footer></body></html>"
    )


def _measured(kind: str, texts: list[str]) -> tuple[float, int, int]:
    """Return seconds of computing a page, and the bytes that go and come."""
    pages = [
        Source(f"page {at}", text.encode(), "html" if kind == "html" else "page")
        for at, text in enumerate(texts)
    ]
    read = None
    carried_out("parse", pages[0], frozenset())  # what is imported once is not counted
    began = time.process_time()
    for page in pages:
        parsed = carried_out("parse", page, frozenset())
        assert isinstance(parsed, ParsedArticle), parsed
        read = carried_out("attribute", parsed)
    seconds = (time.process_time() - began) / len(pages)
    assert isinstance(read, ParsedArticle) and read.quotes
    # A page goes as it is and comes back parsed; then the article goes, and comes back with its quotes.
    gone = len(pickle.dumps(("parse", pages[-1], frozenset()))) + len(pickle.dumps(read))
    return seconds, gone, 2 * len(pickle.dumps(read))


def main() -> None:
    """Print the table."""
    long = "\n\n".join([HARBOUR, FLOOD] * 3)
    texts = [f"{long}\n\nIt was day {at}." for at in range(_PAGES)]
    print(f"{'':<22}" + "".join(f"{cores:>6} cores" for cores in _CORES) + "     to workers   and back")
    for kind, some in (("text", texts), ("html", list(map(_web_page, texts)))):
        seconds, gone, back = _measured(kind, some)
        size = sum(map(len, some)) / len(some) / 1000
        hours = [seconds * _MILLIONS * 1e6 / cores / 3600 for cores in _CORES]
        print(
            f"{kind}, {size:3.0f} KB, {1 / seconds:4.0f} a second"
            + "".join(f"{each:>10.1f} h" for each in hours)
            + f"{gone * _MILLIONS / 1000:>12,.0f} GB {back * _MILLIONS / 1000:>8,.0f} GB"
        )
    print(f"the most memory that the process held: {peak_memory()} MB a core")


if __name__ == "__main__":
    main()
