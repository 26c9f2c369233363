"""What can be seen of a line of page text without understanding it: its shape, its words, its neighbours.

Body and furniture differ in any language by length, by how a line ends, by how much of it is in
small letters, and above all by what stands around it. The only words looked at are the few by which
pages speak of themselves ("subscribe", "cookies", "reply") and the smallest words of running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter

from tui.reading.page.boilerplate import GROUPS, KNOWN, words_of

_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"(?:[*•+▪‣·»›–—-]|o|\d{1,2}[.)])(?:\s+|$)")
_CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STAMP = re.compile(r"\b\d\d?:\d\d\b|\b(?:19|20)\d\d\b|\b\d+ (?:hour|minute|min|day|week|month|year)s? ago\b")
_LINKING = re.compile(r"[|@›]|http|www\.|^[^«]*»")  # « » are quotation marks
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]")
_SECTION = re.compile(
    r"(?:related|more (?:from|on|stories|news|in)|most (?:read|popular|viewed|shared)|recommended|trending|latest"
    r"|popular|top stories|read (?:more|next)|also (?:read|in|on)|see also|you (?:may|might)|\d* ?comments?|leave a"
    r"|responses|discussion|about the author|share this|editor['’]?s|sign up|subscribe|newsletter|tags|topics"
    r"|filed under|sponsored|promoted|around the web|advertisement|don['’]t miss|up next|join the|view all"
    r"|load more)\b"
)
_END = frozenset(".!?…。！？।؟")
_MARKS = frozenset('“"«„')
_CLOSERS = "\"'”’»)]"

_GROUP_NAMES = tuple(GROUPS)
_GROUP_OF = {word: number for number, words in enumerate(GROUPS.values()) for word in words.split()}
_SMALL = frozenset(
    "the a an of to and in that for on with as at by from is was are were be been has have had it its he she his her "
    "they their this which who not but said after when would than into der die das und von den mit ist im dem ein "
    "eine nicht auf für sich le la les des et en un une dans que est pour par sur el los y del con las por se una il "
    "di che e della per non".split()
)
_SPEECH = frozenset("said says told added according wrote sagte dit dijo".split())
_PERSONAL = frozenset("we us our you your i my".split())
_TELLING = KNOWN | _SMALL | _SPEECH | _PERSONAL
_DIGIT = re.compile("[0-9]")
_LOCAL = (
    "size", "words", "ends", "colon", "starts_small", "starts_stop", "bullet", "starts_quote", "small_share",
    "commas", "digits", "quotes", "sentences", "small_words_share", "small_words", "speech", "personal",
    "furniture", "furniture_share", "stamp", "twice", "link", "section", *_GROUP_NAMES,
)  # fmt: skip
_BEFORE = ("ends", "starts_small", "starts_stop", "colon", "twice", "stamp")
_AFTER = ("starts_small", "starts_stop", "furniture", "twice", "photo", "stamp")
_WIDE = ("talk", "consent", "offer", "legal", "share", "more", "bullet", "furniture")
NAMES = (
    *_LOCAL,
    "prose", "since_section", "prose_above", "prose_below", "place", "from_top",
    *(f"prose_{n}_{side}" for n in (2, 5, 10) for side in ("above", "below")),
    "prose_around", "to_prose_above", "to_prose_below",
    *(f"{name}_around" for name in _WIDE[1:]),
    "talk_wide", "consent_wide", "furniture_wide", "talk_so_far", "shared_words", "often_shared_words",
    *(f"{name}_{offset:+d}" for offset in (-3, -2, -1, 1, 2, 3) for name in ("size", "small_share")),
    *(f"{name}_-1" for name in _BEFORE),
    *(f"{name}_+1" for name in _AFTER),
)  # fmt: skip
_AT = {name: number for number, name in enumerate(_LOCAL)}
_PAD = 15  # lines that no window is wide enough to bridge
_PAGE_WORDS = 5  # letters from which a word tells what a page is about
_ALONE = 40  # characters from which a line in small letters can be prose

Vector = list[float]
_NOTHING: Vector = [0.0] * len(_LOCAL)
_NO_WORDS: tuple[str, ...] = ()


def _shape(line: str) -> tuple[int, float]:
    """Return how long a line is and how much of it is in small letters.

    Scripts without capitals are all small letters, and each sign counts twice: they are denser than Latin ones.
    """
    parts = line.split()
    small = sum(map(str.islower, parts))
    if not small and not line.isascii():
        caseless = len(_CASELESS.findall(line))
        if caseless * 2 > len(line):
            return len(line) + caseless, 1.0
    return len(line), small / len(parts) if parts else 0.0


def _local(
    line: str, folded: str, words: tuple[str, ...], twice: int, shape: tuple[int, float] | None
) -> Vector:
    bullet = _BULLET.match(line)
    text = line[bullet.end() :] if bullet else line
    size, share = shape or _shape(line)
    count = len(words) if size == len(line) else max(len(words), size // 3)
    figures = len(_DIGIT.findall(line)) if size < 160 else 0
    groups = [0.0] * len(_GROUP_NAMES)
    telling = _TELLING.intersection(words)  # once over the words: the sets below are small
    known = telling & KNOWN
    for word in known:
        groups[_GROUP_OF[word]] += 1
    furniture = len(known)
    if "©" in line:
        groups[3] += 1
        furniture += 1
    personal = 0
    if not _PERSONAL.isdisjoint(telling):
        quotes = count > 8 and not _MARKS.isdisjoint(line)
        own = _WORD.findall(_QUOTED.sub("", folded)) if quotes else words
        personal = min(sum(word in _PERSONAL for word in own), 6)
    small_words = len(telling & _SMALL)
    first = text[0] if text else ""
    last = line.rstrip(_CLOSERS)[-1:]
    return [
        size if size < 600 else 600,
        count if count < 100 else 100,
        last in _END and last != "",
        last == ":",
        first.islower(),
        first in ",.;)!?’'",
        bullet is not None,
        first in "\"“«„‘'",
        share,
        min(line.count(","), 8),
        figures / size if size < 120 else 0.0,
        min(line.count('"') + line.count("“") + line.count("”"), 6),
        min(line.count(". "), 8),
        small_words / count if count else 0.0,
        small_words,
        not _SPEECH.isdisjoint(telling),
        personal,
        furniture if furniture < 8 else 8,
        furniture / count if count else 0.0,
        figures > 0 and _STAMP.search(folded) is not None,
        twice if twice < 5 else 5,
        _LINKING.search(line) is not None,
        count < 8 and _SECTION.match(folded, bullet.end() if bullet else 0) is not None,
        *groups,
    ]


_Shapes = dict[int, tuple[int, float]]


def _regions(lines: Sequence[str]) -> tuple[bytearray, bytearray, _Shapes]:
    """Mark the lines that can be body, being near running text, and those whose looks matter to one of them."""
    total = len(lines)
    candidate, region = bytearray(total), bytearray(total)
    shapes: _Shapes = {}
    for number, line in enumerate(lines):
        if len(line) * 2 < _ALONE:
            continue
        size, share = shapes[number] = _shape(line)
        if size >= _ALONE and share >= 0.4:
            for marks, reach in ((candidate, 3), (region, 11)):
                low, high = max(0, number - reach), min(total, number + reach + 1)
                marks[low:high] = b"\1" * (high - low)
    return candidate, region, shapes


def _rows(region: bytearray) -> list[int]:
    """Return the numbers of the lines to look at, -1 for what stands between two stretches of them.

    The stretches are kept so far apart that no window reaches from one into another.
    """
    rows = [-1] * _PAD
    last = -1
    for number in range(len(region)):
        if region[number]:
            rows.extend([-1] * min(number - last - 1, _PAD))
            rows.append(number)
            last = number
    return [*rows, *[-1] * _PAD]


def _sums(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _gaps(numbers: Sequence[int], marked: Sequence[int], most: int) -> list[int]:
    """Return for each of `numbers` how far above it the next of the `marked` ones is, `most` for far."""
    gaps = []
    at, last = 0, numbers[0] - most
    for number in numbers:
        while at < len(marked) and marked[at] < number:
            last = marked[at]
            at += 1
        gaps.append(min(number - last, most))
    return gaps


def _topics(about: Sequence[set[str]], prose: Sequence[float]) -> list[tuple[float, float]]:
    """Return for each line how many of its words, and of its often said ones, are the page's."""
    topics: Counter[str] = Counter()
    for own, is_prose in zip(about, prose, strict=True):
        if is_prose:
            topics.update(own)
    once, again, thrice, often = (
        frozenset(word for word, times in topics.items() if times > least) for least in (0, 1, 2, 3)
    )
    return [
        (
            len(own & (again if is_prose else once)) / len(own),
            len(own & (often if is_prose else thrice)) / len(own),
        )
        if own
        else (0.5, 0.5)
        for own, is_prose in zip(about, prose, strict=True)
    ]


def measure(lines: Sequence[str]) -> tuple[list[int], list[Vector]]:
    """Return the numbers of the lines that can be body and what is seen of each, in the order of `NAMES`.

    `lines` are stripped and not empty. Lines far from any prose, which is most of a page, are left
    out at once.
    """
    total = len(lines)
    candidate, region, shapes = _regions(lines)
    numbers = [number for number in range(total) if candidate[number]]
    if not numbers:
        return [], []
    folded = "\n".join(lines).lower().split("\n")
    times = Counter(folded)
    rows = _rows(region)
    words = [words_of(folded[n]) if n >= 0 else _NO_WORDS for n in rows]
    local = [
        _local(lines[n], folded[n], found, times[folded[n]], shapes.get(n)) if n >= 0 else _NOTHING
        for n, found in zip(rows, words, strict=True)
    ]
    return numbers, _vectors(total, rows, candidate, words, local)


def _vectors(
    total: int,
    rows: Sequence[int],
    candidate: Sequence[int],
    words: Sequence[tuple[str, ...]],
    local: Sequence[Vector],
) -> list[Vector]:
    size, ends, small, bullet = (_AT[name] for name in ("size", "ends", "small_share", "bullet"))
    prose = [
        seen[size] if seen[size] >= 45 and seen[small] > 0.45 and seen[ends] and not seen[bullet] else 0.0
        for seen in local
    ]
    places = [at for at, n in enumerate(rows) if n >= 0 and candidate[n]]
    numbers = [rows[at] for at in places]
    shared = _topics(
        [{word for word in words[at] if len(word) >= _PAGE_WORDS} for at in places],
        [prose[at] for at in places],
    )
    proses = [rows[at] for at in places if prose[at]]
    above = _gaps(numbers, proses, 30)
    below = _gaps([-n for n in reversed(numbers)], [-n for n in reversed(proses)], 30)[::-1]
    section = _AT["section"]
    sections = [n for n, seen in zip(rows, local, strict=True) if seen[section]]
    since = _gaps([n + 1 for n in numbers], sections, 61)
    prose_sum, size_sum = _sums(prose), _sums([seen[size] for seen in local])
    wide = [_sums([seen[_AT[name]] for seen in local]) for name in _WIDE]
    talk, consent, furniture, around = wide[0], wide[1], wide[-1], wide[1:]
    whole = prose_sum[-1] or 1.0
    before, behind = itemgetter(*(_AT[name] for name in _BEFORE)), itemgetter(*(_AT[name] for name in _AFTER))
    vectors: list[Vector] = []
    for each, at in enumerate(places):
        n = numbers[each]
        here, after = prose_sum[at], prose_sum[at + 1]
        a, b, c, own, d, e, f = local[at - 3 : at + 4]
        vectors.append(
            [
                *own,
                prose[at],
                since[each] - 1,
                here / whole,
                1 - after / whole,
                n / total,
                n if n < 100 else 100,
                here - prose_sum[at - 2],
                prose_sum[at + 3] - after,
                here - prose_sum[at - 5],
                prose_sum[at + 6] - after,
                here - prose_sum[at - 10],
                prose_sum[at + 11] - after,
                (prose_sum[at + 6] - prose_sum[at - 5]) / (size_sum[at + 6] - size_sum[at - 5] + 1),
                above[each],
                below[each],
                *[sum_[at + 4] - sum_[at - 3] for sum_ in around],
                talk[at + 9] - talk[at - 8],
                consent[at + 9] - consent[at - 8],
                furniture[at + 9] - furniture[at - 8],
                talk[at],
                *shared[each],
                a[size], a[small], b[size], b[small], c[size], c[small],
                d[size], d[small], e[size], e[small], f[size], f[small],
                *before(c),
                *behind(d),
            ]
        )  # fmt: skip
    return vectors
