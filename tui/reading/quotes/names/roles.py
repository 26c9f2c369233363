"""What an article says somebody is: "French President", "the city's spokeswoman"."""

from __future__ import annotations

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mention_extent import extent
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.names.own_names import own_words
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import MATTERS, ranked
from tui.reading.quotes.words.small_words import ARTICLES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import KIN, PEOPLE, TITLES, singular, word_set

_APPOSITION = shapes.NOUN_PHRASE + shapes.CONNECTIVE + shapes.ADVERB
_LOOKED_AT = 16
_LONGEST = 12
_NEXT = 3  # mentions behind a name among which that of an office's holder is
_LOST = word_set("the its his her their our my your")  # of whom "its chair" is, another sentence tells
_GOES_ON = word_set("and or the a an who whose")
# Titles that are no office.
_COURTESY = word_set("mr mrs ms miss mx dr sir dame lord lady madam mister hon st")
# What somebody is without any office or trade: sex, age, kin, friend or foe.
_ANYBODY = KIN | word_set("""
    man woman person boy girl kid child guy lady gentleman teen teenager youth pair native source friend
    colleague neighbor neighbour ally rival opponent supporter fan
""")
_SHORT = word_set("""
    sen rep gov gen col maj capt lt sgt adm rev prof judge justice mep mp msp marshal brigadier commodore cmdr brig msgr
    operator guard
""")
_OFFICES = (PEOPLE | _SHORT) - _COURTESY - _ANYBODY
_BEHIND_HEAD = word_set("responsible elect designate emeritus emerita plenipotentiary familiar close")


def role(context: ArticleAnalysis, mention: Mention, entity: int) -> str:
    """Return the role of the speaker `mention` in the article's words, or "".

    What stands with the mention itself comes first, then what the article says of its `entity`
    (-1 where there is none), from its beginning. A role has an office or a trade for its head; "The" and
    "its" before it are left out.
    """
    if mention.kind != NAME and entity >= 0 and (found := _office(context, *_whole(context, mention))):
        return found
    named = [mention] if mention.kind == NAME else []
    if entity >= 0:
        named += context.entities[entity].mentions[:_LOOKED_AT]
    return next(filter(None, (_beside(context, one) for one in named)), "")


def _beside(context: ArticleAnalysis, mention: Mention) -> str:
    """Return the office that stands with a mention, "" for none; it is asked for with each quote of its bearer."""
    if (known := context.offices.get(mention.number)) is None:
        own = _whole(context, mention) if is_office_alone(context, mention) else _title(context, mention)
        parts = (own, _apposed(context, mention), _before(context, mention))
        known = next(filter(None, (_office(context, *part) for part in parts)), "")
        context.offices[mention.number] = known
    return known


def is_office_alone(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a name is that of an office: "The Norland Prime Minister", whoever this is."""
    lower, last = context.skeleton.lower, mention.last - 1
    alone = (lower[last] in _OFFICES and lower[last - 1] in MATTERS) or (
        "-" in lower[last] and lower[last] in TITLES  # "the Secretary-General"
    )
    return mention.kind == NAME and alone


def _whole(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words of a mention with what its office is of: "his chief" with "of staff"."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    first, last = extent(context, mention)
    while lower[last : last + 1] == ["of"] and shape[last + 1 : last + 2] in tuple(shapes.NOMINAL):
        last += 1
        while last < len(shape) and shape[last] in shapes.NOMINAL:
            last += 1
    return first, last


def _office(context: ArticleAnalysis, first: int, last: int) -> str:
    """Return the words of an office, or "" where they name none: "staff", "joined the meeting by video link"."""
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    while last > first and lower[last - 1].rstrip(".") in _COURTESY:
        last -= 1  # "President Mr"
    if first >= last or not _is_office(skeleton, first, last):
        return ""
    owned = shapes.POSSESSIVE in shape[first : _head(skeleton, first, last) + 1] and lower[first] in ARTICLES
    if lower[first] in _LOST and not owned and first + 1 < last:
        first += 1
    words = context.text[skeleton.starts[first] : skeleton.ends[last - 1]]
    return words[0].lower() + words[1:] if lower[first] in ARTICLES else words


def _head(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return the word that a phrase is about: "chief" of "his chief of staff", "mayor" of "the mayor elected in May"."""
    lower, shape = skeleton.lower, skeleton.shape
    end = first
    while end < last and shape[end] != shapes.CONNECTIVE:
        if shape[end] in shapes.PARTICIPLE and end > first and _held(lower[end - 1]):
            break
        end += 1
    end -= 1
    while end > first and (shape[end] in shapes.ADVERBIAL or lower[end] in _BEHIND_HEAD):
        end -= 1
    return max(end, first)


def _is_office(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    head = _head(skeleton, first, last)
    # "presented the minister with a letter"
    acts = skeleton.shape[first] in shapes.PARTICIPLE and shapes.DETERMINER in skeleton.shape[first:head]
    return _held(skeleton.lower[head]) and not acts


def _held(word: str) -> bool:
    """Tell whether a word names who holds an office or has a trade: "co-chair", "president-elect", "Gen."."""
    office = singular(ranked(word.rstrip("."))[2])
    return office in _OFFICES or office.rpartition("-")[2] in _OFFICES


def _title(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words before a name: "Kremlin spokesman" Dmitry Peskov."""
    if mention.kind != NAME:
        return 0, 0
    return mention.first, own_words(context.skeleton, mention)


def _apposed(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words between commas after a name: Ida Moreno, "the city's spokeswoman", said."""
    shape = context.skeleton.shape
    if shape[mention.last : mention.last + 1] != ",":
        return 0, 0
    first = mention.last + 1
    last = first
    while last < len(shape) and last < first + _LONGEST and shape[last] in _APPOSITION:
        last += 1
    closed = last < len(shape) and shape[last] in ",.(-"
    if not closed or shape[first] == shapes.CONNECTIVE or _is_of_next(context, mention, last):
        return 0, 0
    return first, last


def _is_of_next(context: ArticleAnalysis, mention: Mention, comma: int) -> bool:
    """Tell whether an office behind a name is the next one's: "According to Ida Moreno, the envoy, Ben Lund, had left".

    In a list there is more: "Ida Moreno, the envoy, Ben Lund, the mayor, and others".
    """
    later = (each for each in context.mentions[mention.number + 1 :][:_NEXT] if each.first == comma + 1)
    other = next((each for each in later if each.kind == NAME), None)
    if other is None or context.skeleton.shape[other.last : other.last + 1] != ",":
        return False
    return _GOES_ON.isdisjoint(context.skeleton.lower[other.last + 1 : other.last + 2])


def _before(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words between commas before a name: "the city's spokeswoman", Ida Moreno, said."""
    shape = context.skeleton.shape
    if shape[mention.first - 1 : mention.first] != "," or shape[mention.last : mention.last + 1] != ",":
        return 0, 0
    if mention.number == 0:
        return 0, 0
    earlier = context.mentions[mention.number - 1]
    if _whole(context, earlier)[1] != mention.first - 1 or earlier.kind == NAME or earlier.owner:
        return 0, 0
    return _whole(context, earlier)
