"""The headline of a page, when nothing but its lines is left."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Sequence

from tui.core.text import UNSPACED
from tui.reading.dates.publication_stamps import is_stamp
from tui.reading.page import boilerplate, byline, letterhead, outlet_name
from tui.reading.quotes.words.turn_labels import ASKS

_SHORTEST = 3  # letters of a word that counts
_LONG = 5  # letters of one that tells what a text is about
_SHARED = 3  # such words that a lead has in common with what is told later
_SITE = re.compile(r"\s+[|·»]\s+[^|·»]{2,40}$")
_BULLET = re.compile(r"^(?:[*•+#·]+|o)\s+")
_BYLINE = re.compile(r"^(?:by|von|par|por)\b.{3,60}$|^by$", re.IGNORECASE)
_STAMP = re.compile(r"\b(?:19|20)\d\d\b|\b\d\d?:\d\d\b|\bago\b|\bmin read\b", re.IGNORECASE)
# What a text is, and no more than its number and day.
_GENRE = re.compile(
    r"\s*(?:(?:for )?immediate release|press (?:release|statement)|news release|media (?:release|statement|advisory)"
    r"|press[- ]?(?:mitteilung|info\w*|erklärung)|medien-?mitteilung|communiqué(?: de presse)?|nota de prensa|comunicado(?: de prensa)?"
    r"|пресс-релиз|сообщение для (?:сми|прессы))(?:\W|\d|\b(?:nr|no|n°|№|of|vom|du|de|от|number|nummer)\b|\b[^\W\d_]{3,} (?=(?:\d\d?, )?(?:19|20)\d\d))*\s*$",
    re.IGNORECASE,
)
# The head of a paper's page, with its day; the head of a letter, whose table has an address in a cell of its own.
_HEAD = re.compile(
    r".{0,60}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b,?"
    r" (?:(?:le|den|the) )?(?:\d{1,2}\S* |[^\W\d_]+ \d{1,2},? )(?:\S+ ){0,3}(?:19|20)\d\d\W*$|[^\t]+\t.*\d",
    re.IGNORECASE,
)
# Ends as a sentence does, or has one within marks before it asks or calls: "“Go,” he said. “What for?”"
_TOLD = re.compile(r"[.。][\"”»“’]*$|[.,!?…][\"”»“’] .*[!?…][\"”»“’]*$")
_REACH = 40  # lines above the body in which a headline is looked for
_ABOVE = 0.25  # share of what was taken for body that may stand above the headline: a banner's sentences
_TOPIC = 25  # lines of body that tell what the page is about
_AT_MOST = 6.7  # what may be added to a candidate's weight for what follows it and where it comes again
_DASH = re.compile(r"\s+[-–—|]\s+")
_FEWEST = 5  # words of a headline above a standfirst: fewer are a section, or what a story belongs to
_LONGER = 1.3  # times as many words as a headline a standfirst has
_LEAD = 8  # lines of body a headline shares its words with


def _weigh(line: str, words: list[str], lead: set[str], topics: Counter[str], once: int) -> float:
    """Return how much a line looks like the headline of a body with these words.

    The weights are those a conditional logistic regression gave on pages whose headline is known.
    """
    long = [word for word in words if len(word) >= _LONG]
    topical = sum(topics[word] > once for word in long) / len(long) if long else 0.0
    score = 3.2 * sum(word in lead for word in words) / len(words) + 1.9 * topical
    score += 0.28 * min(len(words), 10) - 2.6 * (len(words) < 4)
    score -= 4.0 * (line[-1] in ".。") + 0.6 * (line[-1] in ":;,") + 1.4 * (_BULLET.match(line) is not None)
    score -= 0.3 * line.isupper() + 0.5 * (line[0] in "\"“'‘")
    return score - 1.7 * boilerplate.share(words)


def _follows(lines: Sequence[str], number: int) -> float:
    """Return what speaks for a headline in the next lines: a byline, a stamp."""
    near = [line.strip() for line in lines[number + 1 : number + 12] if line.strip()][:6]
    byline = any(_BYLINE.match(line) for line in near)
    return 2.4 * byline + 1.7 * any(len(line) < 70 and _STAMP.search(line) for line in near)


def _is_lead(line: str, late: set[str]) -> bool:
    """Tell whether a text begins with a line, so that below it there is no headline; `late` are words of its end.

    An agency's report does with its place, and another with a sentence that tells of what is told later too.
    """
    words = {word for word in _words(line.lower()) if len(word) >= _LONG}
    return bool(outlet_name.TAG.match(line) or (_TOLD.search(line) and len(words & late) >= _SHARED))


def find(lines: Sequence[str], kept: Sequence[int]) -> tuple[str, int]:
    """Return the headline and the number of its line, ("", -1) where there is none.

    The headline stands before the body, shares its words, is followed by a byline or a stamp and
    often comes again elsewhere on the page. A line that was taken for body may turn out to be it.
    """
    if not kept:
        return "", -1
    weight = sum(len(lines[number]) for number in kept)
    middle, above = kept[0], 0
    for middle in kept:
        above += len(lines[middle])
        if above > weight * _ABOVE:
            break
    page = "\n".join(map(str.strip, lines)).lower()
    folded = page.split("\n")
    times = Counter(folded)
    written = [number for number in range(middle + 1) if folded[number]]
    said = {number: set(_words(folded[number])) for number in kept[:_TOPIC]}
    topics = Counter(word for words in said.values() for word in words)
    late = set().union(*(words for number, words in said.items() if number > middle))
    leads: dict[int, set[str]] = {}
    body = set(kept)
    rated: list[tuple[float, int]] = []
    passed = 0
    for number in written[max(0, bisect(written, kept[0]) - _REACH) :]:
        line = lines[number].strip()
        inside = number in body
        told = inside and _TOLD.search(line)  # sentences of the body are none
        words = _words(folded[number]) if 10 <= len(line) <= 240 and not told else []
        place = bisect(kept, number)
        if 2 <= len(words) <= 40 and place < len(kept):
            if place not in leads:
                leads[place] = set().union(*(said.get(near, ()) for near in kept[place : place + _LEAD]))
            score = _weigh(line, words, leads[place], topics, int(inside))
            score += 0.5 * min(times[folded[number]] - 1, 2)
            score -= 2.1 * inside + 12.0 * passed / weight + 0.22 * min(len(rated), 6)
            rated.append((score, number))
        passed += len(line) * inside
        if inside and _is_lead(line, late if number == written[0] else set()):
            break
    best, best_score = -1, float("-inf")
    # The likeliest first: what stands around a candidate is looked at only while it could still win.
    for score, number in sorted(rated, key=lambda each: (-each[0], each[1])):
        if score + _AT_MOST <= best_score:
            break
        line = folded[number]
        again = page.count(line) - times[line] if len(_words(line)) > 3 else 0
        # Or "Ministry of Health Warns of Flu". With a comma: "Office of the Speaker, Ministry of Trade".
        own = lines[number].strip()
        office = outlet_name.is_office(own.partition(",")[0].split()) and letterhead.is_body(own)
        total = score + 1.3 * min(again, 2) + (-4.0 if office else _follows(lines, number))
        stamped = bool(_STAMP.search(line)) and is_stamp(own)
        total -= 4.0 * (stamped or byline.is_byline(lines[number]))
        better = total > best_score or (total == best_score and number < best)
        if (
            better
            and not boilerplate.outright(own)
            and not _GENRE.match(lines[number])
            and not _HEAD.match(lines[number])
            and not outlet_name.is_source(lines[number])
            and own.partition(":")[0].casefold() not in ASKS  # a turn
        ):
            best, best_score = number, total
    if best < 0:
        return "", -1
    best = _above_standfirst(lines, best, {number for _, number in rated})
    return _SITE.sub("", _BULLET.sub("", lines[best].strip())).strip(), best


def parted(title: str) -> tuple[str, str]:
    """Return the paper that a headline begins with, and the rest of it: "Norland Today - Minister: …"; "" for none."""
    first, _, rest = (part.strip() for part in _DASH.sub("\n", title, count=1).partition("\n"))
    words = first.split()
    today = len(words) > 1 and words[-1] == "Today" and all(map(str.istitle, words))
    paper = first if today else outlet_name.beside_headline([first], [0])
    return (paper, rest) if paper == first and len(rest.split()) >= _FEWEST else ("", title)


def _above_standfirst(lines: Sequence[str], best: int, rated: Collection[int]) -> int:
    """Return the line right above a headline where that is a standfirst: longer, and the line above could be one too."""
    above = next((number for number in range(best - 1, -1, -1) if lines[number].strip()), -1)
    if above not in rated:
        return best
    line, below = lines[above].strip(), lines[best].strip()
    words = line.split()
    shorter = len(words) >= _FEWEST and len(words) * _LONGER < len(below.split())
    return above if shorter and _is_free(line) else best


def _is_free(line: str) -> bool:
    """Tell whether a line is nothing else that stands above a headline."""
    furniture = boilerplate.share(boilerplate.words_of(line.lower())) > 0 or _STAMP.search(line)
    named = byline.is_byline(line) or outlet_name.beside_headline([line], [0]) or letterhead.is_body(line)
    return not (
        furniture or named or line[-1] in ".:;," or line.isupper() or _GENRE.match(line) or _HEAD.match(line)
    )


def _words(folded: str) -> list[str]:
    """Return the words that count in a line; of scripts without spaces, each two signs that stand together."""
    words = [word for word in boilerplate.words_of(folded) if len(word) >= _SHORTEST]
    if folded.isascii() or not UNSPACED.search(folded):
        return words
    return [word[at : at + 2] for word in words for at in range(len(word) - 1)]
