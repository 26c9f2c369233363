"""Telling speech from scare quotes, titles, nicknames and terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.shapes import fold_shape
from tui.reading.quotes.speaker_features import QuoteContext
from tui.reading.quotes.word_classes import CLASSES, word_set

# Classes whose words are named before a stretch
_SPELLED_BEFORE = (
    shapes.PREVERB + shapes.DETERMINER + shapes.CONNECTIVE + shapes.RELATIVE + shapes.OTHER_PRONOUN
)
_SPELLED_AFTER = shapes.CONNECTIVE + shapes.AUXILIARY  # and after it
_WORKS = word_set("book film movie song show album series episode novel documentary sitcom musical")
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


def speech_features(
    context: ArticleAnalysis, number: int, place: QuoteContext, sure: float, ties: Sequence[str]
) -> list[str]:
    """Return what speaks for and against stretch `number` being speech, as named features.

    `sure` is the probability of the best candidate for its speaker, `ties` are that one's features.
    """
    stretch = context.stretches[number]
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    inside = context.text[stretch.start : min(stretch.end, stretch.start + 120)]
    words = inside.split()
    size = place.words
    bucket = str(size) if size < 6 else "6" if size < 9 else "9" if size < 14 else "14"
    capitals = sum(word[0].isupper() for word in words[:12])
    if not words[0][0].isupper():
        case = "low" if capitals == 0 else "lowmixed"
    elif capitals >= 0.6 * min(len(words), 12) and len(words) > 1:
        case = "titled"
    else:
        case = "up"
    at = place.at
    found = [
        "bias", f"size={bucket}", f"case={case}", f"sizecase={bucket}{case}", f"end={place.end}{bucket}",
        f"place={place.kind}", f"placecase={place.kind}{case}", f"tail={place.tail[:2]}",
        f"lead={place.lead[-2:]}", f"leadcase={place.lead[-1:]}{case}", f"sure={int(sure * 5)}",
    ]  # fmt: skip
    found += ["best " + name for name in ties if name.startswith(_TIES) and "=same" not in name]
    found.append(f"tag={place.tag}{place.kind}")
    if at > place.first and shape[at - 1] == shapes.POSSESSIVE:
        found.append("owned" + case)
    if case == "titled":
        found += [f"titledkind={place.kind}{place.end}", f"titledtail={place.tail[:1]}"]
    after_it = context.text[stretch.outer_end : stretch.outer_end + 90].partition("\n")[0]
    if "http" in after_it or "://" in after_it:
        found.append("address")
    rest = shape[at + 1 : place.last]
    if (
        lower[at + 1 : at + 2] == ["by"]
        and shapes.NAME in rest[1:4]
        and not shape[place.first : at].strip(_BYLINE)
    ):
        found += ["byline", "byline" + case]  # "The Harbour Closes," by the Courier's Ida Moreno
    if rest[:1] == "-" or shape[at - 1 : at] == "-":
        found.append(f"dash={shape[at - 1 : at] == '-'}{rest[:1] == '-'}{case}")
    if shapes.CUE not in rest and shapes.CUE not in shape[place.first : at]:
        found.append(f"noverb={place.kind}{place.end}{bucket}")
    if any(word in _NAMING for word in lower[at + 1 : min(at + 4, place.last)]):
        found.append("namingafter" + case)
    previous = lower[at - 1] if at > place.first else "^"
    if previous in _NAMING:
        if previous == "so-called":
            found.append("so-called")
        elif case == "titled" and previous in _WORKS and place.kind == "mid":
            found.append("title of a work")
        found += ["naming=" + previous, "naming", "naming" + case]
    elif previous in CUES:
        found.append("cue=" + CUES[previous])
    elif CLASSES.get(previous, shapes.OTHER) in _SPELLED_BEFORE:
        found.append("word=" + previous)
        if at - 2 >= place.first:
            before = lower[at - 2]
            if before in CUES:
                found.append(f"cue2={CUES[before]} {previous}")
            elif before in _NAMING:
                found += ["naming2=" + before, "naming2", "naming2" + case]
    following = lower[at + 1] if at + 1 < place.last else "$"
    if following in _NAMING:
        found.append("then=" + following)
    elif CLASSES.get(following, shapes.OTHER) in _SPELLED_AFTER:
        found.append("thenword=" + following)
    cues_before, cues_after = (
        shape.count(shapes.CUE, place.first, at),
        shape.count(shapes.CUE, at + 1, place.last),
    )
    found.append(f"cues={min(cues_before, 2)}{min(cues_after, 2)}")
    found.append(f"others={min(shape.count(shapes.QUOTE, place.first, place.last), 3)}")
    if place.first == 0:
        found.append("headline")
    if place.link:
        found.append("link=" + (place.link if place.link[-1:] == "p" else fold_shape(place.link)[:4]))
    if len(context.stretches) < 3:
        found.append("few")
    return found


def probability(names: list[str], weights: Mapping[str, float]) -> float:
    """Return how likely a stretch with these features is speech."""
    total = sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
