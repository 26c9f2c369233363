"""Who is named together: "Lund, Roth and Vidal", "the leaders of Norway and Denmark", "Lund of Norway and Roth of Denmark".

Whoever is named together stands in a row: mentions with nothing but commas and one "and" between them. What
the article says of the whole row goes for each: "the ministers of Norway and Denmark" are two ministers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mention_extent import KNOWING, complements_end
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.phrase_heads import ending_at, is_bare_office
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR, singular, word_set

_AND = (("and",), ("&",), (",", "and"), ("nor",), (",", "nor"))
# "Lund, as well as her deputy, said"
_TOGETHER = tuple(
    tuple(words.split())
    for with_words in ("as well as", "together with", "along with", "alongside")
    for words in (with_words, f", {with_words}")
)
_JOINING = word_set("and nor as together along alongside")
_COMMA = (",",)
_HE = ("he", "she")  # "He and Ida Lund said"
_DEPUTIES = ("deputy", "chief")  # adjectives elsewhere
_PARTY = re.compile(r"(?:r|d|i|con|lab)\b ?-")
_ASIDE_WORDS = 12
_CLOSING = shapes.VERB + shapes.QUOTE + shapes.BREAK + ".;:"
COUNTS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
_APPOSED = 5  # words from a comma to the first name: "the retired teachers"
_MOST = 8
_SPEAKERS = PEOPLE | BODY_NOUNS
_PLACES = word_set("in at near outside across")
_BELONGING = word_set("for of from at in")
_BELONGING_TO = _BELONGING | {"to"}
_OWNING = ("his", "her")


@dataclass(frozen=True, slots=True)
class Company:
    """Mentions named together; `first` and `last` (exclusive) are the words of all that names them.

    `office` is what they all are, where nothing but their states is named: "the leaders of Norway and Denmark".
    It is one of the members where it has a state of its own: "the Norwegian and Danish ministers".
    """

    members: tuple[Mention, ...]
    first: int
    last: int
    office: Mention | None = None


def companies_before(context: ArticleAnalysis, at: int) -> Iterator[Company]:
    """Yield the rows that begin before a word, the nearest first."""
    if context.companies is None:
        raw = list(_joined(context))
        told = [_told(context, members, after) for members, after in pairwise((*raw, ()))]
        context.companies = told
    for number in range(bisect_left(context.companies, at, key=lambda row: row.first) - 1, -1, -1):
        yield context.companies[number]


def _joined(context: ArticleAnalysis) -> Iterator[tuple[Mention, ...]]:
    """Yield the mentions that stand together: "A and B", "A, B and C"."""
    row: list[Mention] = []
    ended = False  # an "and" was met: a comma behind it begins something else
    for mention in context.mentions:
        if mention.owner or not _can_speak(context, mention):
            continue
        end = _end(context, row[-1], noun=_is_official(context, row[-1])) if row else 0
        if row and row[-1].last < mention.first < end:
            continue  # "Lund of Norway and Roth of Denmark"
        told_apart = not row or end == row[-1].last or _is_person(context, mention)
        told_apart = told_apart or context.skeleton.lower[mention.first] in _OWNING
        between = tuple(context.skeleton.lower[end : mention.first]) if row else ()
        between = between[
            : len(between) - (between[-1:] in (("their",), ("his",), ("her",)))
        ]  # "and their three aides"
        joins = between in _AND or between in _TOGETHER
        if row and told_apart and (joins or (between == _COMMA and not ended)):
            row.append(mention)
            ended = ended or joins
            continue
        yield from _closed(context, row, ended)
        row, ended = [mention], False
    yield from _closed(context, row, ended)


def _closed(context: ArticleAnalysis, row: list[Mention], ended: bool) -> Iterator[tuple[Mention, ...]]:
    told_of = len(row)
    if not ended or told_of < 2:
        return  # as of most
    row = _without_apposed(context, row)
    if len(row) < 2:
        return
    lower = context.skeleton.lower
    while len(row) > 2 and _is_led_in(context, row[0]):
        del row[0]
    # "…, and Roth said" begins a clause
    two_clauses = told_of == 2 and lower[row[0].last : row[0].last + 2] == [",", "and"]
    if len(row) <= _MOST and not (two_clauses or _is_one(context, row) or _is_explained(context, row)):
        yield tuple(row)


def _is_led_in(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention ends what stands before a subject: "In a note for Arc, Lund and Roth"."""
    shape = context.skeleton.shape
    before = mention.first - 1
    of = context.skeleton.lower[before] == "of"  # "In May the armies of Norland, Arc and Varn"
    if before < 0 or of or shape[before] != shapes.CONNECTIVE or mention.first < mention.name_first - 1:
        return False  # "In their statement Lund, Roth and Vidal"
    first = context.skeleton.sentences[context.skeleton.sentence[before]][0]
    opens = shape[first] == shapes.CONNECTIVE and not set(shapes.VERB).intersection(shape[first:before])
    return opens or context.skeleton.lower[before] in _PLACES


def _without_apposed(context: ArticleAnalysis, row: list[Mention]) -> list[Mention]:
    """Return a row without what somebody in it is: "Lund, a teacher and mother of five", "Lund, a cook, and Roth"."""
    lower = context.skeleton.lower
    kept: list[Mention] = []
    named = told = False  # the one before is a person's name, or what a person is
    for one in row:
        before, some = context.skeleton.word_before(one.first), lower[one.first] in ("a", "an")
        goes_on = told and (some or (before == "and" and one.last - one.first == 1))
        single = one.kind == NOUN and singular(lower[one.head]) == lower[one.head]
        told = single and (goes_on or (named and some and before == ","))
        named = one.kind == NAME and _is_person(context, one)
        if not told:
            kept.append(one)
    return kept


def _is_explained(context: ArticleAnalysis, row: list[Mention]) -> bool:
    """Tell whether a comma closes what the first is: "Lund, head of the port and the council, said"."""
    lower, (one, two) = context.skeleton.lower, row[:2]
    if lower[one.last] == "," and one.kind == NAME and all(is_bare_office(context, each) for each in row[1:]):
        return True  # "said Lund, chief economist and head of research"
    end = _end(context, row[-1], noun=True)
    joined = lower[one.last + 1] in _JOINING
    closed = lower[one.last] == "," and not joined and lower[end : end + 1] == [","]
    closed = closed and _end(context, one) == one.last  # not "Lund, the mayor, and her deputy, Emil Roth,"
    noun = two.kind == NOUN and singular(lower[two.head]) == lower[two.head]
    told = noun or lower[two.first] in ("a", "an") or not _BELONGING.isdisjoint(lower[two.first : two.last])
    return one.kind == NAME and closed and told


def _is_one(context: ArticleAnalysis, row: list[Mention]) -> bool:
    """Tell whether two mentions are but one: "Ministry of Finance" and "Economy officials", "mayor and poet Ida Lund"."""
    first, last = row[0], row[-1]
    lower, shape = context.skeleton.lower, context.skeleton.shape
    if lower[first.first : first.last] == ["police"]:
        return False  # "police and the port authority said"
    if len(row) == 2 and first.kind == last.kind == NOUN and last.last - last.first == 1:
        named = (
            context.first_between(last.last + 1, last.last + 2)
            if shape[last.last : last.last + 1] == ","
            else None
        )
        if named is not None and named.kind == NAME and singular(lower[first.head]) == lower[first.head]:
            return True  # "the mayor's friend and rival, Ida Lund"
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
    if mention.kind == NAME:
        return True
    lower = context.skeleton.lower
    head = lower[mention.head]
    if mention.kind == NOUN:
        return head in _DEPUTIES or singular(head) in _SPEAKERS
    return head in _HE and lower[mention.last : mention.last + 1] == ["and"]


def _told(context: ArticleAnalysis, members: tuple[Mention, ...], after: tuple[Mention, ...]) -> Company:
    """Return a row with what is said of all in it, `after` being the next: "the ministers of A and B, C and D"."""
    skeleton = context.skeleton
    first, last = members[0].first, members[-1].last
    for number, member in enumerate(members[:-2]):  # "(In Oslo,) their ministers, Lund and Roth,"
        if _is_plural(context, member) and skeleton.shape[member.last] == ",":
            return Company(members[number + 1 :], member.first, last)
    if _share_an_office(context, members):
        return Company(members, first, last, members[1])
    last = _end(context, members[-1], noun=True)
    governed = skeleton.word_before(first) in _BELONGING  # "officials from Norway and Denmark"
    office = ending_at(context, first - 1) if governed else None
    if office is None or not _is_plural(context, office):
        told = members[-1].kind == NAME or skeleton.lower[members[-1].first] in _OWNING
        return Company(members, first, _behind_aside(context, last) if told else last)
    if len(after) == len(members) and after[0].first == last + 1 and skeleton.shape[last] == ",":
        return Company(after, office.first, after[-1].last)
    return Company(members, office.first, last, office)


def _end(context: ArticleAnalysis, mention: Mention, *, noun: bool = False) -> int:
    """Return where somebody ends with what is told of them before an "and" or a verb.

    "Lund of Norway", "Lund (Norway)", "a spokesman for Oslo", "Lund, R-Ga.", "Lund, 23", "Lund, of the port".
    """
    lower, last = context.skeleton.lower, mention.last
    if lower[last : last + 1] == [","]:
        return _aside_end(context, mention)
    if mention.kind == NOUN and lower[last : last + 1] and lower[last] in KNOWING:
        return complements_end(context, last)
    joint = lower[last : last + 1]
    apt = joint and (noun and joint[0] in _BELONGING if mention.kind == NOUN else joint[0] in ("of", "("))
    if not apt or (mention.kind == NAME and not _is_person(context, mention)):
        return last
    body = next(iter(context.mentions_between(last + 1, last + 3)), None)
    return last if body is None else body.last + (lower[body.last : body.last + 1] == [")"])


def _aside_end(context: ArticleAnalysis, mention: Mention) -> int:
    """Return the comma, or the word behind it, that closes an aside on a mention; the mention's end where none follows."""
    lower, shape, at = context.skeleton.lower, context.skeleton.shape, mention.last
    close = shape.find(",", at + 1, at + _ASIDE_WORDS)
    inside = shape[at + 1 : close]
    if close < 0 or not inside:
        return at
    if _PARTY.match(" ".join(lower[at + 1 : at + 4])):
        return close + 1  # "Sens. Lund, R-Ga., and Roth"
    told = inside in (shapes.NUMBER, shapes.DETERMINER) or lower[at + 1] in _BELONGING
    told = told or {"of", "them"} <= {*lower[at + 1 : close]}
    if not told and mention.kind == NAME and _is_person(context, mention):
        one = context.first_between(at + 1, at + 2)  # "Lund, the head of the port,"
        told = one is not None and one.kind == NOUN and singular(lower[one.head]) == lower[one.head] in PEOPLE
        told = told or lower[at + 1] in ("a", "an")  # "Lund, a Green,"
    joined = lower[close + 1 : close + 2] == ["and"]
    return close if told and joined and not set(_CLOSING).intersection(inside) else at


def _behind_aside(context: ArticleAnalysis, last: int) -> int:
    """Return the verb behind an aside on the last of a row: "Lund and her deputy, Emil Roth, said"; `last` for none."""
    shape = context.skeleton.shape
    close = shape.find(",", last + 1, last + _ASIDE_WORDS) if shape[last : last + 1] == "," else -1
    plain = close > last + 1 and set(shape[last + 1 : close]) <= set(shapes.NOMINAL + shapes.CONNECTIVE)
    return close + 1 if plain and shape[close + 1 : close + 2] in tuple(shapes.VERB) else last


def _share_an_office(context: ArticleAnalysis, members: tuple[Mention, ...]) -> bool:
    """Tell whether two mentions are the states of one office: "the Norwegian" and "Danish foreign ministers"."""
    lower = context.skeleton.lower
    words = (lower[members[0].last - 1], lower[members[-1].first])
    states = [country_of([word]) for word in words]
    short = len(plain_words(context, members[0].first, members[0].last).split()) == 1
    return len(members) == 2 and all(states) and short and _is_plural(context, members[1])


def _is_person(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is somebody's name, as far as it shows: of several words, or with a title."""
    return context.is_human(mention) or mention.name_last - mention.name_first > 1


def _is_official(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is somebody's office with an article: "the head" of "the head of the council"."""
    lower = context.skeleton.lower
    person = mention.kind == NOUN and lower[mention.head] in PEOPLE and lower[mention.head] not in SINGULAR
    return person and lower[mention.first] in ("the", "a")


def _is_plural(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is several people or bodies without their names: "the foreign ministers"."""
    return mention.kind == NOUN and SINGULAR.get(context.skeleton.lower[mention.head]) in _SPEAKERS


def plain_words(context: ArticleAnalysis, first: int, last: int) -> str:
    """Return words as they stand in the text, without an article before them."""
    skeleton = context.skeleton
    first += skeleton.lower[first] in ("the", "both") and first + 1 < last
    return context.text[skeleton.starts[first] : skeleton.ends[last - 1]] if first < last else ""


def apposed_company(context: ArticleAnalysis, speaker: Mention) -> Company | None:
    """Return who "their envoys in Oslo, Lund and Roth," are; None where no names of several stand behind a noun."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    if speaker.kind != NOUN or (
        SINGULAR.get(lower[speaker.head]) not in PEOPLE
        and not COUNTS.keys() & {*lower[speaker.first : speaker.head + 1]}
    ):
        return None
    at = speaker.last + 2 * (lower[speaker.last : speaker.last + 2] == ["of", "them"])
    if lower[at : at + 1] and lower[at] in _BELONGING_TO:
        place = context.first_between(at + 1, at + 3)
        at = place.last if place is not None else at
    if shape[at : at + 1] != ",":
        return None
    row = next(companies_before(context, at + _APPOSED), None)
    first = row.members[0].first if row is not None else -1
    if row is None or not at < first or not set(shape[at + 1 : first]) <= set(shapes.NOMINAL):
        return None
    named = row.office is None and all(one.kind == NAME for one in row.members)
    end = row.last
    if lower[end : end + 1] and lower[end] in _BELONGING_TO:
        place = context.first_between(end + 1, end + 3)
        end = place.last if place is not None else end
    return row if named and shape[end : end + 1] == "," else None
