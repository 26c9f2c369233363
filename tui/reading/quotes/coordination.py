"""Several who say one thing together: "Lund, Roth and Vidal", "the leaders of Norway and Denmark", "they" after such.

Whoever is named together stands in a row: mentions with nothing but commas and one "and" between them. What
the article says of the whole row goes for each: "the ministers of Norway and Denmark" are two ministers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui.core.speakers import SEVERAL
from tui.reading.quotes import shapes
from tui.reading.quotes.bodies import BODY_NOUNS
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.coreference import CoreferenceResolver
from tui.reading.quotes.mention_extent import extent
from tui.reading.quotes.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.office_holders import holder_of, office_of
from tui.reading.quotes.offices_table import LEADERS, country_of, role_of
from tui.reading.quotes.word_classes import PAPERS, PEOPLE, ROLES, SINGULAR, word_set

_AND = (("and",), ("&",), (",", "and"))
_COMMA, _MOST = (",",), 8
_AFTER = frozenset(shapes.AFTER_SUBJECT + shapes.QUOTE + ".B")
_PLACES = word_set("in at near outside across")
_ISSUED = word_set("by from of")
_COUNTS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
# Of which each state has one, so that several are one of each.
_SINGLE = LEADERS | ROLES | word_set("premier secretary speaker ambassador envoy")
_HALVES = word_set("herzegovina tobago barbuda nevis grenadines principe")  # of one state: "Bosnia and …"
_BELONGING = word_set("for of from at in")
_BACK = 3  # sentences
_EACH = 0.55  # how sure an office held by each of several is: below what counts as sure
_MEANT = 0.75  # that "they" are those named together before
_DECIDED = 0.8  # a holder of an office surer than this is taken for who is meant


class Voice(NamedTuple):
    """Who speaks: in one name, the names of several (() for one), the words that name them, how sure, and why."""

    entity: str
    speakers: tuple[str, ...]
    first: int
    last: int
    sure: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Mentions named together; `first` and `last` (exclusive) are the words of all that names them.

    `office` is what they all are, where nothing but their states is named: "the leaders of Norway and Denmark".
    It is one of the members where it has a state of its own: "the Norwegian and Danish ministers".
    """

    members: tuple[Mention, ...]
    first: int
    last: int
    office: Mention | None = None


def voice(
    context: ArticleAnalysis, resolver: CoreferenceResolver, speaker: Mention, quote: int = -1
) -> Voice:
    """Return whose voice a mention is, which speaks the stretch `quote`, and of those who speak together with it."""
    name, why, sure = resolver.resolve(speaker, quote)
    first, last = extent(context, speaker)
    if row := _row_of(context, speaker):
        found = _joint(context, resolver, row, row.first, row.last)
    elif row := _meant(context, speaker):
        found = _joint(context, resolver, row, first, last)
        written = context.written(speaker)
        found = found and found._replace(
            sure=min(found.sure, _MEANT), why=f"{written} → those named before it"
        )
    else:
        found = None
    return found or Voice(name, (), first, last, sure, why)


def _joint(
    context: ArticleAnalysis, resolver: CoreferenceResolver, row: Row, first: int, last: int
) -> Voice | None:
    lower = context.skeleton.lower
    if len(row.members) == 2 and lower[row.members[1].first] in _HALVES:
        return Voice(_written(context, row.first, row.last), (), first, last, 1.0)
    if row.office is not None and SINGULAR[lower[row.office.head]] not in _SINGLE:
        return Voice(_written(context, row.first, row.last), (), first, last, 0.9)
    if row.office is not None:
        found = [_holder(context, resolver, row, row.office, each) for each in row.members]
    else:
        found = [(name, sure) for name, _, sure in map(resolver.resolve, row.members)]
    names = tuple(dict.fromkeys(name for name, _ in found))
    if len(names) < 2:
        return None
    why = f"{context.written(row.office)}: one of each" if row.office else ""
    return Voice(SEVERAL.join(names), names, first, last, min(sure for _, sure in found), why)


def _holder(
    context: ArticleAnalysis, resolver: CoreferenceResolver, row: Row, office: Mention, state: Mention
) -> tuple[str, float]:
    """Return who holds the office of one state, and how sure: the one named as such, else the office's own name."""
    lower = context.skeleton.lower
    head = SINGULAR[lower[office.head]]
    wanted = office_of(context, office, role_of(head))._replace(
        country=country_of(lower[state.first : state.last])
    )
    holder = holder_of(context, office, wanted) if wanted.country else None
    if holder is not None and holder.entity >= 0 and holder.sure > _DECIDED:
        return context.entities[holder.entity].name, holder.sure
    title = " ".join([*_written(context, office.first, office.head + 1).split()[:-1], head])
    if office not in row.members:
        return f"{title} of {resolver.resolve(state)[0]}", _EACH
    state_word = _written(context, state.first, state.last).split()[0]
    return f"{state_word} {title.partition(' ')[2]}", _EACH


def _written(context: ArticleAnalysis, first: int, last: int) -> str:
    """Return words as they stand in the text, without an article before them."""
    skeleton = context.skeleton
    first += skeleton.lower[first] in ("the", "both") and first + 1 < last
    return context.text[skeleton.starts[first] : skeleton.ends[last - 1]] if first < last else ""


def _row_of(context: ArticleAnalysis, speaker: Mention) -> Row | None:
    """Return the row that a speaker is part of, where it stands as one who speaks."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    issued = lower[speaker.head] in PAPERS and lower[speaker.last : speaker.last + 1]
    at = speaker.last + 1 if issued and issued[0] in _ISSUED else speaker.first
    row = next(_rows_before(context, at + 1), None)
    if row is None or at >= row.last:
        return None
    before, after = shape[row.first - 1 : row.first], shape[row.last : row.last + 1]
    if at != speaker.first or before == "-" == after:  # "the states — Norway and Denmark — said"
        return row
    if before == shapes.CUE:  # "…, said Lund and Roth laughed" are two clauses
        return row if after not in shapes.PREDICATE else None
    return row if after in _AFTER else None


def _meant(context: ArticleAnalysis, speaker: Mention) -> Row | None:
    """Return the row that "they", "the three" or "both ministers" goes back to."""
    skeleton = context.skeleton
    count = _count(context, speaker)
    if count is None:
        return None
    here = skeleton.sentence[speaker.first]
    for row in _rows_before(context, speaker.first):
        if row.last > speaker.first:
            continue
        if here - skeleton.sentence[row.first] > _BACK:
            return None
        if count in (0, len(row.members)) and skeleton.shape[row.last : row.last + 1] in _AFTER:
            return None if _others_between(context, row.last, speaker.first) else row
    return None


def _count(context: ArticleAnalysis, mention: Mention) -> int | None:
    """Return how many a word for several stands for, 0 where it does not say; None for any other mention."""
    lower = context.skeleton.lower
    if mention.kind == PRONOUN:
        return 0 if lower[mention.first] == "they" else None
    words = lower[max(0, mention.first - 1) : mention.last]
    if mention.kind != NOUN or not (lower[mention.head] in _COUNTS or lower[mention.head] in SINGULAR):
        return None
    return next((_COUNTS[word] for word in words if word in _COUNTS), None)


def _others_between(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether others than one person do something between two words, and may be meant by "they"."""
    skeleton = context.skeleton
    return any(
        mention.kind == NOUN
        and SINGULAR.get(skeleton.lower[mention.head]) in PEOPLE
        and skeleton.shape[mention.last : mention.last + 1] in shapes.PREDICATE
        for mention in context.mentions_between(first, last)
    )


def _rows_before(context: ArticleAnalysis, at: int) -> Iterator[Row]:
    """Yield the rows that begin before a word, the nearest first."""
    if context.rows is None:
        raw = list(_joined(context))
        context.rows = [_told(context, members, after) for members, after in pairwise((*raw, ()))]
    for number in range(bisect_left(context.rows, at, key=lambda row: row.first) - 1, -1, -1):
        yield context.rows[number]


def _joined(context: ArticleAnalysis) -> Iterator[tuple[Mention, ...]]:
    """Yield the mentions that stand together: "A and B", "A, B and C"."""
    row: list[Mention] = []
    ended = False  # an "and" was met: a comma behind it begins something else
    for mention in context.mentions:
        if mention.owner or not _can_speak(context, mention):
            continue
        end = _end(context, row[-1]) if row else 0
        if row and row[-1].last < mention.first < end:
            continue  # "Lund of Norway and Roth of Denmark"
        told_apart = not row or end == row[-1].last or _is_person(context, mention)
        between = tuple(context.skeleton.lower[end : mention.first]) if row else ()
        if row and told_apart and (between in _AND or (between == _COMMA and not ended)):
            row.append(mention)
            ended = ended or between in _AND
            continue
        yield from _closed(context, row, ended)
        row, ended = [mention], False
    yield from _closed(context, row, ended)


def _closed(context: ArticleAnalysis, row: list[Mention], ended: bool) -> Iterator[tuple[Mention, ...]]:
    lower = context.skeleton.lower
    # "In Riga, Lund and Roth said": a place is no speaker
    while len(row) > 2 and row[0].first and lower[row[0].first - 1] in _PLACES:
        del row[0]
    # "…, and Roth said" begins a clause
    two_clauses = len(row) == 2 and lower[row[0].last] == ","
    if ended and 1 < len(row) <= _MOST and not two_clauses and not _is_one(context, row):
        yield tuple(row)


def _is_one(context: ArticleAnalysis, row: list[Mention]) -> bool:
    """Tell whether two mentions are but one: "Ministry of Finance" and "Economy officials", "mayor and poet Ida Lund"."""
    first, last = row[0], row[-1]
    lower, shape = context.skeleton.lower, context.skeleton.shape
    if first.kind == NOUN and lower[first.head] not in SINGULAR and shape[first.first] != shapes.DETERMINER:
        return shapes.POSSESSIVE not in shape[first.first : first.last]
    bare = _is_plural(context, last) and context.skeleton.text[last.first][0].isupper()
    return (
        len(row) == 2
        and bare
        and not _is_person(context, first)
        and not _share_an_office(context, (first, last))
    )


def _can_speak(context: ArticleAnalysis, mention: Mention) -> bool:
    head = context.skeleton.lower[mention.head]
    human = SINGULAR.get(head, head) in PEOPLE or head in BODY_NOUNS
    return mention.kind == NAME or (mention.kind == NOUN and human)


def _told(context: ArticleAnalysis, members: tuple[Mention, ...], after: tuple[Mention, ...]) -> Row:
    """Return a row with what is said of all in it, `after` being the next: "the ministers of A and B, C and D"."""
    skeleton = context.skeleton
    first, last = members[0].first, members[-1].last
    if _is_plural(context, members[0]) and len(members) > 2 and skeleton.shape[members[0].last] == ",":
        return Row(members[1:], first, last)
    if _share_an_office(context, members):
        return Row(members, first, last, members[1])
    last = _end(context, members[-1], noun=True)
    office = _ending_at(context, first - 1) if skeleton.lower[first - 1 : first] == ["of"] else None
    if office is None or not _is_plural(context, office):
        return Row(members, first, last)
    if len(after) == len(members) and after[0].first == last + 1 and skeleton.shape[last] == ",":
        return Row(after, office.first, after[-1].last)
    return Row(members, office.first, last, office)


def _end(context: ArticleAnalysis, mention: Mention, *, noun: bool = False) -> int:
    """Return where somebody ends with whom they are of: "Lund of Norway", "Lund (Norway)", "a spokesman for Oslo"."""
    lower, last = context.skeleton.lower, mention.last
    joint = lower[last : last + 1]
    apt = joint and (noun and joint[0] in _BELONGING if mention.kind == NOUN else joint[0] in ("of", "("))
    if not apt or (mention.kind == NAME and not _is_person(context, mention)):
        return last
    body = next(iter(context.mentions_between(last + 1, last + 3)), None)
    return last if body is None else body.last + (lower[body.last : body.last + 1] == [")"])


def _share_an_office(context: ArticleAnalysis, members: tuple[Mention, ...]) -> bool:
    """Tell whether two mentions are the states of one office: "the Norwegian" and "Danish foreign ministers"."""
    lower = context.skeleton.lower
    words = (lower[members[0].last - 1], lower[members[-1].first])
    states = [country_of([word]) for word in words]
    short = len(_written(context, members[0].first, members[0].last).split()) == 1
    return len(members) == 2 and all(states) and short and _is_plural(context, members[1])


def _is_person(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is somebody's name, as far as it shows: of several words, or with a title."""
    return context.is_human(mention) or mention.name_last - mention.name_first > 1


def _is_plural(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is several people without their names: "the foreign ministers"."""
    return mention.kind == NOUN and SINGULAR.get(context.skeleton.lower[mention.head]) in PEOPLE


def _ending_at(context: ArticleAnalysis, end: int) -> Mention | None:
    number = bisect_left(context.mention_starts, end) - 1
    found = context.mentions[number] if number >= 0 else None
    return found if found is not None and found.last == end and not found.owner else None
