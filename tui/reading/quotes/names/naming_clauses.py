"""Who calls something so in a clause that hangs on it: critics in "a law critics call “a gag”", "that critics call “a gag”".

Without a "that" the thing and those who name it stand side by side, and read as one phrase; many of these verbs are nouns
too, or take no speech elsewhere. What shows the clause is that the verb lacks what it calls so.
"""

from __future__ import annotations

from tui.reading.quotes.names.mentions import NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import inflect
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PLURALS

_NAMING = frozenset(
    form
    for verb in (
        "call",
        "describe",
        "dub",
        "brand",
        "label",
        "deem",
        "denounce",
        "dismiss",
        "nickname",
        "term",
    )
    for form in inflect(verb)
    if not form.endswith(("ing", "s"))
) | {"labelled"}
_THING = frozenset(shapes.NOUN + shapes.OTHER + shapes.NAME)
_LONGEST = 5  # words of "a new tax opponents"
_THAT = frozenset(("that", "which", "what"))


def namer_at(skeleton: TokenizedArticle, quote: int) -> int:
    """Return the word that names those who call something what a quote says, at word `quote`, in such a clause; or -1."""
    lower, shape = skeleton.lower, skeleton.shape
    verb = quote - 1 - (lower[quote - 1] == "as")
    if verb < 1 or lower[verb] not in _NAMING or lower[quote + 1 : quote + 2] == ["by"]:
        return -1  # "officers called “odd” by the army"
    noun = verb - 1
    while noun > 0 and shape[noun] in shapes.PREVERB:
        noun -= 1
    if shape[noun] not in _THING or not (lower[noun] in PLURALS or _is_plural(lower[noun])):
        return -1
    first = noun
    while (
        first > max(0, noun - _LONGEST) and shape[first - 1] in shapes.ADJECTIVE + shapes.OTHER + shapes.HEAD
    ):
        first -= 1
    if lower[first - 1] in _THAT:
        return noun
    # "The union lawyers called “absurd” …" lacks nothing
    begins = first - 1 <= skeleton.sentences[skeleton.sentence[quote]][0]
    thing = first < noun and shape[first - 1] == shapes.DETERMINER and shape[noun - 1] != shapes.ADJECTIVE
    return noun if thing and not begins and shape[first - 2] not in (",", ";", shapes.QUOTE) else -1


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def part_namers(skeleton: TokenizedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return mentions in which those who call a thing so are apart from it: "a tax", "opponents"."""
    at = {noun for quote in shapes.places(shapes.QUOTE, skeleton.shape, 1, len(skeleton.shape))
          if (noun := namer_at(skeleton, quote)) >= 0}  # fmt: skip
    if not at:
        return mentions
    parted: list[Mention] = []
    for mention in mentions:
        noun = next((one for one in range(mention.first, mention.last) if one in at), -1)
        if noun < 0:
            parted.append(mention)
        elif noun - mention.first > 1:  # more than an article
            parted.append(Mention(first=mention.first, last=noun, head=noun - 1, kind=NOUN))
    parted += [Mention(first=noun, last=noun + 1, head=noun, kind=NOUN) for noun in at]
    return sorted(parted, key=lambda one: (one.first, one.last))
