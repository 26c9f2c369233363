"""How well quotes are found again after their text changed: ``python -m benchmarks.anchors [EDITS] [--misses]``.

Each edit changes one text in one of the ways texts change (or in several at once) and keeps account of
where each of its characters went; then every quote in the text, and as many words and phrases a reader might
have marked, are looked for. Texts are the sample's and, where they lie beside the checkout, the public
ones of ../shared. *Right* is the very words (or none where they were taken out), *wrong* other words,
*missed* none although they are there: those are listed as gone, with their words, so that nothing that was
written is lost. The second table has what an import has, both versions of the text; the first is without.
"""

from __future__ import annotations

import json
import random
import re
import sys
import textwrap
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from benchmarks import GOLD, ROOT
from tui.core.alignment.anchors import Anchor, find_anchor
from tui.core.alignment.versions import VersionAlignment
from tui.core.model import Selector
from tui.core.text import clean
from tui.reading.page.page import read_page
from tui.reading.quotes import find_quotes
from tui.reading.read import read_article
from tui.reading.sources import Source

SHARED = GOLD.parent
MISSES = "--misses" in sys.argv
_LONGEST = 20_000
_WORD = re.compile(r"\w+")
_NEW = -1
Truth = tuple[int, int] | None


class Edited:
    """A text under change: its characters, and the offset each had before (`_NEW` for what came in)."""

    def __init__(self, text: str, target: tuple[int, int], other: str) -> None:
        """`target` is a quote in it that the changes aim at, `other` a text to take new words from."""
        self.old, self.other = text, other
        self._target = target
        self.text = text
        self.origin = list(range(len(text)))

    def put(self, start: int, end: int, words: str, origin: list[int] | None = None) -> None:
        """Put `words` in the place of `start:end`."""
        self.text = self.text[:start] + words + self.text[end:]
        self.origin[start:end] = origin or [_NEW] * len(words)

    @property
    def target(self) -> tuple[int, int]:
        """Where the quote is that the changes aim at; the text's first letter once it is gone."""
        return truth(self, *self._target) or (0, 1)

    def each(self, pattern: str, words: str) -> None:
        """Put `words` in the place of all that matches, as one and the same character in another form."""
        for found in reversed(list(re.finditer(pattern, self.text))):
            first = self.origin[found.start()]
            self.put(*found.span(), words, [first] * len(words))

    def paragraphs(self) -> list[tuple[int, int]]:
        """Return where the paragraphs are."""
        return [found.span() for found in re.finditer(r"[^\n]+", self.text)]


def typos(edited: Edited, rng: random.Random) -> None:
    """Misspell, or mend, words all over the text, and one in the quote."""
    words = [m.span() for m in _WORD.finditer(edited.text) if len(m[0]) > 3]
    chosen = rng.sample(words, min(len(words), 1 + len(words) // 60))
    low, high = edited.target
    inside = [w for w in words if low <= w[0] and w[1] <= high]
    if len(inside) > 3:
        chosen.append(rng.choice(inside))
    for start, end in sorted(set(chosen), reverse=True):
        at = rng.randrange(start + 1, end - 1)
        match rng.randrange(3):
            case 0:
                edited.put(at, at + 1, "", [])
            case 1:
                edited.put(at, at, rng.choice("aeinrst"))
            case _:
                pair = edited.text[at + 1] + edited.text[at]
                edited.put(at, at + 2, pair, [edited.origin[at + 1], edited.origin[at]])


def insert(edited: Edited, rng: random.Random) -> None:
    """Put one to three paragraphs of another text in, the first beside the quote's own now and then."""
    new = [p for p in edited.other.split("\n") if p.strip()]
    for number in range(rng.randint(1, 3)):
        places = [start for start, _ in edited.paragraphs()]
        at = rng.choice(places)
        if number == 0 and rng.random() < 0.4:
            first = edited.target[0]
            at = max((place for place in places if place <= first), default=at)
        edited.put(at, at, rng.choice(new) + "\n\n")


def remove(edited: Edited, rng: random.Random) -> None:
    """Take one to three paragraphs out."""
    for _ in range(rng.randint(1, 3)):
        those = edited.paragraphs()
        if len(those) > 3:
            start, end = rng.choice(those)
            edited.put(start, min(len(edited.text), end + 2), "", [])


def reflow(edited: Edited, rng: random.Random) -> None:
    """Break lines elsewhere."""
    width = rng.choice((40, 60, 72, 80))
    for start, end in reversed(edited.paragraphs()):
        paragraph = edited.text[start:end]
        if rng.random() < 0.2:
            edited.put(end, end, "\n")
        at = 0
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False):
            at = paragraph.index(line, at) + len(line)
            if at < len(paragraph) and paragraph[at] == " ":
                edited.put(start + at, start + at + 1, "\n", [edited.origin[start + at]])


def cleaning(edited: Edited, rng: random.Random) -> None:
    """Read the page with another program: other marks, other spaces, a line less at the top."""
    for pattern, words in (
        ("[“”„«»]", '"'),
        ("[‘’]", "'"),
        (" [—–] ", rng.choice((" - ", "—", " -- "))),
        ("…", "..."),
        ("\n+", rng.choice(("\n", "\n\n"))),
        (r"(?<=\.) ", rng.choice((" ", "  "))),
        ("\u00a0", " "),
    ):
        edited.each(pattern, words)
    if rng.random() < 0.3:
        edited.put(0, 0, "Home\nWorld\nSubscribe\n")
    if rng.random() < 0.3:
        edited.each(r'"', "")


def rewording(edited: Edited, rng: random.Random) -> None:
    """Put words in, or take some out, in a long quote, and the first word of its sentence."""
    inside = [
        m.span()
        for m in _WORD.finditer(edited.text)
        if edited.target[0] <= m.start() and m.end() <= edited.target[1]
    ]
    if len(inside) < 10:
        return typos(edited, rng)
    start, end = inside[rng.randrange(2, len(inside) - 2)]
    if rng.random() < 0.5:
        edited.put(start, start, "perhaps even ")
    else:
        edited.put(start, end + 1, "", [])
    return None


def gone(edited: Edited, rng: random.Random) -> None:
    """Take the quote out: its words, its paragraph, or with other words in its place."""
    start, end = edited.target
    match rng.randrange(3):
        case 0:
            edited.put(start, end, "", [])
        case 1:
            start, end = next(p for p in edited.paragraphs() if p[0] <= start < p[1])
            edited.put(start, max(end, edited.target[1]), "", [])
        case _:
            words = edited.other.replace("\n", " ").split()
            size = max(3, len(edited.text[start:end].split()))
            at = rng.randrange(max(1, len(words) - size))
            edited.put(start, end, " ".join(words[at : at + size]))


Change = Callable[[Edited, random.Random], None]
KINDS: dict[str, tuple[Change, ...]] = {
    "typos mended": (typos,),
    "paragraphs put in": (insert,),
    "paragraphs taken out": (remove,),
    "reflow": (reflow,),
    "another cleaning": (cleaning,),
    "a quote reworded": (rewording,),
    "a quote taken out": (gone,),
    "several at once": (insert, remove, typos, cleaning, reflow),
    "taken out, and more": (gone, insert, typos, cleaning),
}


def texts() -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the texts there are and the quotes in each."""
    found = [
        read_article(Source(path.name, path.read_bytes(), "markdown")).text
        for path in sorted((ROOT / "data" / "sources").glob("*.md"))
    ]
    if SHARED.exists():
        found += [
            read_page(path.read_text("utf-8")).text for path in sorted((SHARED / "seeds").glob("*.txt"))
        ]
        for name in ("polnear_entgold", "polnear_quoted"):
            lines = (SHARED / "gold" / "quotes" / f"{name}.jsonl").read_text("utf-8").splitlines()
            found += [clean(json.loads(line)["text"]) for line in lines]
    there = [(text, [(q.start, q.end) for q in find_quotes(text)]) for text in found if len(text) < _LONGEST]
    return [(text, quotes) for text, quotes in there if quotes]


def marked(text: str, rng: random.Random, count: int) -> Iterator[tuple[int, int]]:
    """Yield what a reader may mark: one word to a sentence, within a paragraph."""
    for _ in range(count):
        words = list(_WORD.finditer(text))
        size = rng.choice((1, 2, 3, 5, 8, 15, 25))
        at = rng.randrange(max(1, len(words) - size))
        start, end = words[at].start(), words[min(at + size, len(words)) - 1].end()
        if "\n" not in text[start:end]:
            yield start, end


def truth(edited: Edited, start: int, end: int) -> Truth:
    """Return where words went: None where less than half of their letters are left."""
    at = [n for n, origin in enumerate(edited.origin) if start <= origin < end and edited.text[n].isalnum()]
    letters = sum(map(str.isalnum, edited.old[start:end]))
    return (at[0], at[-1] + 1) if len(at) * 2 > letters else None


def letters(text: str, start: int, end: int) -> list[str]:
    """Return the words of a stretch, marks and case aside."""
    return _WORD.findall(text[start:end].lower())


def verdict(text: str, found: Anchor | None, wanted: Truth) -> str:
    """Return right, wrong or missed."""
    if found is None:
        return "right" if wanted is None else "missed"
    if wanted is None:
        return "wrong"
    at = [n for n in range(found.start, found.end) if text[n].isalnum()]
    return "right" if at and abs(at[0] - wanted[0]) <= 1 and abs(at[-1] + 1 - wanted[1]) <= 1 else "wrong"


def run(edits: int, *, told: bool) -> None:
    """Make the edits, look for the anchors, and print a table with a row for each kind of change."""
    rng, library = random.Random(11), texts()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spent = 0.0
    for number in range(edits):
        kind = list(KINDS)[number % len(KINDS)]
        text, quotes = rng.choice(library)
        edited = Edited(text, rng.choice(quotes), rng.choice(library)[0])
        spans = [*quotes, *marked(text, rng, len(quotes))]
        for change in KINDS[kind]:
            change(edited, rng)
        start = time.process_time()
        carried = VersionAlignment(text, edited.text) if told else None
        selectors = [Selector.at(text, *span) for span in spans]
        anchors = [carried.find(each) if carried else find_anchor(edited.text, each) for each in selectors]
        spent += time.process_time() - start
        for span, anchor in zip(spans, anchors, strict=True):
            wanted = truth(edited, *span)
            what = verdict(edited.text, anchor, wanted)
            touched = wanted is None or letters(text, *span) != letters(edited.text, *wanted)
            for row in (kind, "all", *(["all whose words changed"] if touched else [])):
                counts[row][what] += 1
            if what != "right" and MISSES:
                got = edited.text[anchor.start : anchor.end] if anchor else None
                want = edited.text[slice(*wanted)] if wanted else None
                print(
                    f"{what} {kind}\n  was  {text[slice(*span)]!r}\n  want {want!r}\n  got  {got!r} {anchor}"
                )
    total = counts["all"].total()
    print(f"\n{edits} edits, {'offsets carried over' if told else 'the selector alone'}: {total} anchors")
    print(f"  {'':<26}{'anchors':>8}{'right':>9}{'wrong':>9}{'missed':>9}")
    for row in (*KINDS, "all whose words changed", "all"):
        those = counts[row]
        share = [100 * those[name] / max(1, those.total()) for name in ("right", "wrong", "missed")]
        print(f"  {row:<26}{those.total():>8}" + "".join(f"{each:>8.2f}%" for each in share))
    print(f"  {'to reach':<34}  ≥ 99.00% ≤ 0.20%    0.00%   ({1e6 * spent / total:.0f} µs an anchor)")


def main() -> int:
    """Measure with the selector alone, and with offsets carried over from the old text."""
    edits = next((int(each) for each in sys.argv[1:] if each.isdigit()), 1000)
    for told in (False, True):
        run(edits, told=told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
