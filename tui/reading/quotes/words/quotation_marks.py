"""Finding what stands between quotation marks, and nothing else.

Every kind of mark is known, alone or mixed with others: “ ” " „ « » and, where an article uses them
for speech, ‘ ’ and '. Marks set wrongly (a closing mark where an opening one belongs, no closing mark
at all) are read the way a reader would. Takes time linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from tui.core.typography import DOUBLE_MARKS

_DOUBLE = re.compile(rf"[{DOUBLE_MARKS}]|\n")
_OPENERS = frozenset("“„‟«")
_SINGLE_STARTERS = "‘'‚‹"
_FILLER = "\u200b"
_STARTERS = '"“„‟«'
# An apostrophe stands between letters or after an s; a single mark does not.
_SINGLE_OPEN = re.compile(r"(?<![\w’'])(?:‘|(?<![^\s(\[—–-])['‚‹])(?=[^\W_]|[\"“…])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[—–])[’'›](?![^\W_])")
_SPEECH_BESIDE = re.compile(
    r"\b(?:said|says|saying|told|asked|asks|replied|added|wrote|writes|tweeted|answered|declared|warned)\b"
)

# " Ida Lund, who sits on the council, told": who speaks, explained, between a quote and its verb
_EXPLAINED = re.compile(rf" [^\W\d_a-z][^\n,.'‘“\"]{{1,60}}, [^\n,.'‘“\"]{{1,80}}, {_SPEECH_BESIDE.pattern}")
_HEADLINE = re.compile(r"[^\W\d_][^\n:'‘“\"]{1,50}: ['‘]")
_SAID = r"(?:said|says|added|adds|told|wrote|writes|replied|insisted|warned|explained)"
# ", said Lund" and ", the mayor said": what a missing mark leaves inside the quote
_TOLD_INSIDE = re.compile(
    rf",(?= {_SAID} (?:[A-Z]|the |an? |his |her |its ))"
    rf"|[,?!](?= (?:he|she|they|(?:the |an? )?(?:[^\W\d_][\w'’.-]* ){{0,3}}[A-Z][\w'’-]+|the [\w'’-]+) {_SAID}\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedSpan:
    """Words between marks: `start` and `end` are offsets in the text without the marks.

    `outer_start` and `outer_end` include the marks. `closed` is false where the closing mark is
    missing, `continues` true where the stretch carries on a speech that an earlier paragraph left
    open, `single` true for ‘ ’ and '.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    continues: bool = False
    single: bool = False


def find_stretches(text: str, *, typed: bool = False) -> list[QuotedSpan]:
    """Return the outermost marked stretches of `text`, in order; none of them holds a line break.

    With `typed`, two typed apostrophes are a double mark, where an article has no other.
    """
    if typed and text.count("''") > 1 and text.count('"') + text.count("“") < 3:
        # one mark and a filler of no meaning, so that offsets stay
        text = text.replace("''", '"' + _FILLER)
    if "“" in text:  # which two single ones may close
        text = text.replace("’’", "”" + _FILLER)
    doubles = _double(text) if any(mark in text for mark in _STARTERS + "”»") else []
    if "‘" not in text and "'" not in text and "‚" not in text and "‹" not in text:
        return doubles
    # Two typed apostrophes stand for a double mark; single ones are then quotes within quotes.
    singles = [] if text.count("''") > 1 else _single(text, doubles)
    if doubles:
        # Beside double marks single ones are for headlines, coined words and quotes within quotes,
        # unless a verb of saying stands right next to them.
        singles = [stretch for stretch in singles if _spoken(text, stretch)]
    if not singles:
        return doubles
    return sorted(doubles + singles, key=lambda stretch: stretch.start)


def _spoken(text: str, stretch: QuotedSpan) -> bool:
    if text.count(" ", stretch.start, stretch.end) < 3:
        return False
    before = text[max(0, stretch.outer_start - 24) : stretch.outer_start].rpartition("\n")[2]
    after = text[stretch.outer_end : stretch.outer_end + 30].partition("\n")[0]
    if "," in (text[stretch.end - 1], after[:1]) and _SPEECH_BESIDE.search(after):
        return True
    if text[stretch.end - 1] == "," and _EXPLAINED.match(text, stretch.outer_end):
        return True
    if _HEADLINE.match(text) and text.find("\n") in (stretch.outer_end, -1) and before.endswith(": "):
        return True  # "Lund: 'We sold nothing'"
    return before.rstrip().endswith((",", ":")) and bool(_SPEECH_BESIDE.search(before))


def _double(text: str) -> list[QuotedSpan]:
    hits = [match.start() for match in _DOUBLE.finditer(text)]
    reversed_guillemets = 0 <= text.find("»") < (text.find("«") if "«" in text else len(text))
    found: list[QuotedSpan] = []
    opened = -1
    depth = 0
    carried = False
    size = len(text)
    for number, at in enumerate(hits):
        mark = text[at]
        if mark == "\n":
            if opened >= 0:
                follows = _next_visible(text, at)
                goes_on = follows < size and text[follows] in _STARTERS
                _add_unclosed(found, text, opened, at, carried=carried, goes_on=goes_on)
                carried = goes_on
            opened, depth = -1, 0
            continue
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < size else "\n"
        side = _side(mark, before, after, reversed_guillemets)
        if opened < 0:
            if side < 0:
                continue
            if mark == '"' and before.isdigit():
                continue  # inches
            opened, depth = at, 0
            continue
        if side <= 0 or (text[opened] == "„" and mark == "“"):
            if depth:
                depth -= 1
                continue
            _add(found, text, opened, at, closed=True, carried=carried)
            opened, carried = -1, False
        elif _closers_ahead(text, hits, number, reversed_guillemets) > depth + 1:
            depth += 1  # a quote within the quote
        else:
            _add_unclosed(found, text, opened, at, carried=carried, goes_on=False)
            opened, depth, carried = at, 0, False
    if opened >= 0:
        _add_unclosed(found, text, opened, size, carried=carried, goes_on=False)
    return found


def _add_unclosed(
    found: list[QuotedSpan], text: str, opened: int, end: int, *, carried: bool, goes_on: bool
) -> None:
    """Add a stretch without a closing mark: up to who said it, where that stands in it and it does not go on."""
    told = None if goes_on else _TOLD_INSIDE.search(text, opened, end)
    _add(
        found,
        text,
        opened,
        told.start() + 1 if told else end,
        closed=told is not None,
        carried=carried,
        mark=0,
    )


def _next_visible(text: str, at: int) -> int:
    """Return the offset of the first character after `at` that is no white space, looking 200 ahead."""
    for ahead in range(at, min(len(text), at + 200)):
        if not text[ahead].isspace():
            return ahead
    return len(text)


def _side(mark: str, before: str, after: str, reversed_guillemets: bool) -> int:
    """Return 1 for a mark that opens, -1 for one that closes and 0 for one that could do either."""
    ends = after.isspace() or after in ".,;:?!)]}…"
    begins = before.isspace() or before in "([{—–-/"
    if mark == '"':
        if begins and not after.isspace():
            return 1
        return -1 if ends or not before.isspace() else 0
    if mark in "«»":
        return 1 if (mark == "«") != reversed_guillemets else -1
    if mark in _OPENERS:
        return -1 if ends and not before.isspace() and before not in "([{—–" else 1
    return -1


def _closers_ahead(text: str, hits: list[int], number: int, reversed_guillemets: bool) -> int:
    """Count the closing marks that follow in a row within the paragraph, at most eight."""
    count = 0
    for at in hits[number + 1 : number + 9]:
        mark = text[at]
        if mark == "\n":
            break
        before, after = text[at - 1], text[at + 1] if at + 1 < len(text) else "\n"
        if _side(mark, before, after, reversed_guillemets) > 0:
            break
        count += 1
    return count


def _add(
    found: list[QuotedSpan],
    text: str,
    opened: int,
    end: int,
    *,
    closed: bool,
    carried: bool,
    mark: int = 1,
    single: bool = False,
) -> None:
    outer_end = end + mark if closed else end
    if text[outer_end : outer_end + 1] == _FILLER:
        outer_end += 1
    start = opened + 1
    while start < end and (text[start].isspace() or text[start] == _FILLER):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start : min(end, start + 200)]):
        found.append(
            QuotedSpan(
                start=start,
                end=end,
                outer_start=opened,
                outer_end=max(end, outer_end),
                closed=closed,
                continues=carried,
                single=single,
            )
        )


def _single(text: str, doubles: list[QuotedSpan]) -> list[QuotedSpan]:
    """Return the stretches between single marks that lie outside all of `doubles`."""
    found: list[QuotedSpan] = []
    starts = [stretch.outer_start for stretch in doubles]
    closers = [match.start() for match in _SINGLE_CLOSE.finditer(text)]
    free = 0
    carried = False
    for match in _SINGLE_OPEN.finditer(text):
        at = match.start()
        if at < free:
            continue
        inside = bisect_right(starts, at) - 1
        if inside >= 0 and at < doubles[inside].outer_end:
            continue
        limit = starts[inside + 1] if inside + 1 < len(starts) else len(text)
        line_end = text.find("\n", at, at + 4000)
        limit = min(limit, line_end if line_end >= 0 else at + 4000)
        first = bisect_right(closers, at)
        close, carried_on = _closer(text, closers, first, limit), False
        if close < 0 and limit == line_end and _is_left_open(text, at, limit):
            close, carried_on = limit, True
        if close > at:
            _add(found, text, at, close, closed=not carried_on, carried=carried, single=True)
            free, carried = close + 1, carried_on
    return found


def _is_left_open(text: str, at: int, end: int) -> bool:
    """Tell whether a single mark opens speech that the paragraph up to `end` leaves open, and the next goes on with."""
    before, following = text[max(0, at - 3) : at].strip(), _next_visible(text, end)
    begins = not before or before[-1] in ".,:?!’'" or "\n" in text[max(0, at - 3) : at]
    return begins and text[at + 1].isupper() and text[following : following + 1] in tuple(_SINGLE_STARTERS)


def _closer(text: str, closers: list[int], first: int, limit: int) -> int:
    """Choose the mark that closes: one after punctuation, else one that is no plural's apostrophe."""
    fallback = -1
    for at in closers[first : first + 12]:
        if at >= limit:
            break
        if text[at - 1] in ",.?!…":
            return at
        if fallback < 0 and (text[at - 1] != "s" or text[at + 1 : at + 2] in ("", ".", ",", ";", ":", "\n")):
            fallback = at
    return fallback


def between(stretches: list[QuotedSpan], size: int) -> list[tuple[int, int]]:
    """Return the ranges of a text of `size` characters that lie outside all stretches."""
    edges = [0]
    for stretch in stretches:
        edges += [stretch.outer_start, stretch.outer_end]
    edges.append(size)
    return [(start, end) for number, (start, end) in enumerate(pairwise(edges)) if number % 2 == 0]
