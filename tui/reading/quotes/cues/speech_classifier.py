"""Telling speech from scare quotes, titles, nicknames and terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from tui.reading.quotes.cues.speaker_features import QuoteContext
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.weights import total
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import ALSO_NOUNS, CUES
from tui.reading.quotes.words.shapes import fold_shape
from tui.reading.quotes.words.word_classes import CLASSES, word_set

# Classes whose words are named before a stretch
_SPELLED_BEFORE = (
    shapes.PREVERB + shapes.DETERMINER + shapes.CONNECTIVE + shapes.RELATIVE + shapes.OTHER_PRONOUN
)
_SPELLED_AFTER = shapes.CONNECTIVE + shapes.AUXILIARY  # and after it
_WORKS = word_set(
    "book film movie song show album series episode novel documentary sitcom musical memoir memoirs autobiography"
    " biography essay poem play"
)
_BEFORE_NAME = word_set("to for of with from")
_COURTESIES = word_set("mr mrs ms miss dr sir dame madam herr frau monsieur madame señor señora")
_SHIPS = word_set(
    "ship vessel freighter tanker ferry frigate destroyer corvette trawler yacht barge tug tugboat boat submarine"
    " carrier steamer schooner icebreaker liner warship catamaran"
)
_NAME = 4  # words of a ship's name
_NAMING = word_set("""
    word words term phrase titled entitled called dubbed nicknamed known headlined headline
    so-called label labeled named slogan book film movie song show album series episode program
    programme play article essay column report game page section event tour campaign speech hashtag
    site blog ad documentary novel single track band sign signs sitcom drama comedy musical video tv
""")


# Of the likeliest speaker's features those that tell how they are tied to the quote.
_TIES = (
    "before.cue=",
    "before.gap=",
    "before.said",
    "before.no=",
    "before.tail0=",
    "after.cue=",
    "after.lead=",
    "after.inverted=",
    "elsewhere.at=",
    "kind=",
    "previous.same",
    "verb.before=",
    "verb.beforegap=",
    "verb.beforecue=",
    "verb.aftercue",
    "verb.aftertag=",
    "verb.none",
)
# What may stand before a headline in a list of headlines.
_BYLINE = shapes.NAME + shapes.NUMBER + shapes.ADJECTIVE + "-:.("


@dataclass(slots=True)
class _Marked:
    """A marked stretch in its sentence, with what its feature functions share.

    `size` is a class of its number of words, `case` how these are written: "low", "lowmixed" (a capital further on),
    "titled" (most have one) or "up" (the first has one).
    """

    shape: str
    lower: list[str]
    place: QuoteContext
    size: str
    case: str


def speech_features(
    context: ArticleAnalysis, number: int, place: QuoteContext, sure: float, ties: Sequence[str]
) -> list[str]:
    """Return what speaks for and against stretch `number` being speech, as named features.

    `sure` is the probability of the best candidate for its speaker, `ties` are that one's features. Their order is
    fixed: the weights are summed in it, and a sum of floats depends on it.
    """
    stretch = context.stretches[number]
    shape = context.skeleton.shape
    words = context.text[stretch.start : min(stretch.end, stretch.start + 120)].split()
    one = _Marked(
        shape=shape, lower=context.skeleton.lower, place=place, size=_size(place.words), case=_case(words)
    )
    after_it = context.text[stretch.outer_end : stretch.outer_end + 90].partition("\n")[0]
    return [
        *_looks(one),
        f"sure={int(sure * 5)}",
        *("best " + name for name in ties if name.startswith(_TIES) and "=same" not in name),
        f"tag={place.tag}{place.kind}",
        *_title(one),
        *(("address",) if "http" in after_it or "://" in after_it else ()),
        *_listed(one),
        *_unspoken(one),
        *_word_before(one),
        *_word_after(one),
        *_company(one, len(context.stretches)),
    ]


def _size(words: int) -> str:
    return str(words) if words < 6 else "6" if words < 9 else "9" if words < 14 else "14"


def _case(words: Sequence[str]) -> str:
    capitals = sum(word[0].isupper() for word in words[:12])
    if not words[0][0].isupper():
        return "low" if capitals == 0 else "lowmixed"
    return "titled" if capitals >= 0.6 * min(len(words), 12) and len(words) > 1 else "up"


def _looks(one: _Marked) -> list[str]:
    """Return how long it is, how it is written, and where it stands: speech is long, begins large, ends with a comma."""
    place, case = one.place, one.case
    return [
        "bias", f"size={one.size}", f"case={case}", f"sizecase={one.size}{case}", f"end={place.end}{one.size}",
        f"place={place.kind}", f"placecase={place.kind}{case}", f"tail={place.tail[:2]}",
        f"lead={place.lead[-2:]}", f"leadcase={place.lead[-1:]}{case}",
    ]  # fmt: skip


def _title(one: _Marked) -> Iterator[str]:
    """Yield what tells of the title of a thing, or of somebody's term: Lund's “Winter Light” was shown."""
    if one.place.at > one.place.first and one.shape[one.place.at - 1] == shapes.POSSESSIVE:
        yield "owned" + one.case
    if one.case == "titled":
        yield f"titledkind={one.place.kind}{one.place.end}"
        yield f"titledtail={one.place.tail[:1]}"


def _listed(one: _Marked) -> Iterator[str]:
    """Yield what tells of an entry in a list: “The Harbour Closes,” by the Courier's Ida Moreno; “Yes” - a song."""
    at = one.place.at
    rest = one.shape[at + 1 : one.place.last]
    alone = not one.shape[one.place.first : at].strip(_BYLINE)
    if one.lower[at + 1 : at + 2] == ["by"] and shapes.NAME in rest[1:4] and alone:
        yield "byline"
        yield "byline" + one.case
    before = one.shape[at - 1 : at] == "-"
    if rest[:1] == "-" or before:
        yield f"dash={before}{rest[:1] == '-'}{one.case}"


def _unspoken(one: _Marked) -> Iterator[str]:
    """Yield that no verb of saying stands in the sentence, and that a word for a name comes soon: the “Blue” song."""
    place = one.place
    if shapes.CUE not in one.shape[place.at + 1 : place.last] + one.shape[place.first : place.at]:
        yield f"noverb={place.kind}{place.end}{one.size}"
    if any(word in _NAMING for word in one.lower[place.at + 1 : min(place.at + 4, place.last)]):
        yield "namingafter" + one.case


def _word_before(one: _Marked) -> Iterator[str]:
    """Yield what the word before says: a verb of saying, a word for a name ("the so-called “deal”"), a small word."""
    at, first = one.place.at, one.place.first
    word = one.lower[at - 1] if at > first else "^"
    if word in _NAMING:
        if word == "so-called":
            yield "so-called"
        elif one.case == "titled" and word in _WORKS and one.place.kind == "mid":
            yield "title of a work"
        yield from ("naming=" + word, "naming", "naming" + one.case)
    elif word in CUES and word not in ALSO_NOUNS:
        yield "cue=" + CUES[word]
    elif CLASSES.get(word, shapes.OTHER) in _SPELLED_BEFORE:
        yield "word=" + word
        yield from _two_before(one, word) if at - 2 >= first else ()


def _two_before(one: _Marked, between: str) -> Iterator[str]:
    """Yield what the word before a small word says: "called it a “trap”" has a verb, "the term for “it”" a name's."""
    before = one.lower[one.place.at - 2]
    if before in CUES and before not in ALSO_NOUNS:
        yield f"cue2={CUES[before]} {between}"
    elif before in _NAMING:
        yield from ("naming2=" + before, "naming2", "naming2" + one.case)


def _word_after(one: _Marked) -> Iterator[str]:
    """Yield what the word after says: a word for a name ("the “Blue” song"), or a small one."""
    word = one.lower[one.place.at + 1] if one.place.at + 1 < one.place.last else "$"
    if word in _NAMING:
        yield "then=" + word
    elif CLASSES.get(word, shapes.OTHER) in _SPELLED_AFTER:
        yield "thenword=" + word


def _company(one: _Marked, stretches: int) -> Iterator[str]:
    """Yield what else stands in the sentence and the article: verbs of saying, other stretches, the quote before."""
    place = one.place
    before = one.shape.count(shapes.CUE, place.first, place.at)
    after = one.shape.count(shapes.CUE, place.at + 1, place.last)
    yield f"cues={min(before, 2)}{min(after, 2)}"
    yield f"others={min(one.shape.count(shapes.QUOTE, place.first, place.last), 3)}"
    if place.first == 0:
        yield "headline"
    if place.link:
        yield "link=" + (place.link if place.link[-1:] == "p" else fold_shape(place.link)[:4])
    if stretches < 3:
        yield "few"


def titled(context: ArticleAnalysis, at: int, number: int) -> bool:
    """Tell whether a stretch is the title of a book or the like set off by commas, or the name of a ship.

    "In her memoir, “Cold Rooms,” Lund …", "the freighter “Alma” sank".
    """
    skeleton, stretch = context.skeleton, context.stretches[number]
    words = context.text[stretch.start : min(stretch.end, stretch.start + 120)].split()
    named = at > 0 and skeleton.lower[at - 1] in _SHIPS and words[-1][-1].isalnum()
    if named and len(words) <= _NAME and _all_capital(words):
        return True
    addressed = at > 0 and skeleton.lower[at - 1] in _BEFORE_NAME
    addressed = addressed and bool(words) and words[0].lower().rstrip(".") in _COURTESIES
    if addressed and 1 < len(words) <= _NAME + 1 and words[-1][-1].isalnum() and _all_capital(words):
        return True  # "wrote to “Ms. Ida Lund” that"
    work = skeleton.lower[at - 2] if at > 1 and skeleton.shape[at - 1] == "," else ""
    return work in _WORKS and _case(words) == "titled"


def _all_capital(words: list[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in words)


def probability(names: list[str], weights: Mapping[str, float]) -> float:
    """Return how likely a stretch with these features is speech."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total(weights, names)))))
