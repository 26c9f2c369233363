"""Sentences that a body gives out whole: "The two spoke for an hour, the presidency said in a statement."

Readouts of calls are written so. What stands before the comma is what the body says, and where somebody else
speaks within it, their words come through the body.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.cues.suppositions import is_supposed
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import OF_MATTERS
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import CLASSES, NEGATIONS, PEOPLE, word_set

_SAYING = word_set("""
    say add announce report state note confirm write insist declare maintain claim caution warn stress argue
    acknowledge allege assert affirm predict explain conclude recall concede disclose reveal promise swear vow
""")
# What somebody does by speaking, and nobody without a word.
_STRESSING = word_set("""
    stress reiterate recall underline underscore emphasize reaffirm affirm condemn warn urge thank demand insist
    assure call praise welcome commend hail congratulate confirm note pledge propose reject request deny
    appeal promise declare accuse criticize announce
""")
_MESSAGES = word_set("""
    message messages word words reply answer statement note letter quote line greeting denial rebuttal response
""")
_DRAWING = word_set("drew drawn raised")  # attention, a matter
_GIVING = _SAYING | {"tell"}
PASSING = _GIVING | word_set("""
    assure convey inform reiterate underline underscore deny reject accuse pledge threaten demand urge signal call hint
""")
_DATELINE = 14  # words that the place, day and agency before a dash may take
_VERBS = 3  # of saying: "the ministry said, adding that Lund had “proposed …”"
_TAIL = 7  # words after the verb: "in a statement on Tuesday"
_TELLING = word_set(
    "tell assure inform warn remind stress reiterate underline underscore emphasize reaffirm answer reply respond note "
    "add state recall explain confirm acknowledge insist observe point"
)
_APPOSED = 12  # words of "the minister, Ida Lund of Norwick,"
_BEFORE_NAME = frozenset(shapes.NOMINAL + shapes.PARTICIPLE)
_OPENS = word_set("in on at late early after before during following")


class Readout(NamedTuple):
    """The words `first` to `last` (exclusive) of a sentence that `speaker` gives out, and the verb of it."""

    first: int
    last: int
    verb: int
    speaker: Mention


def readouts(context: ArticleAnalysis) -> Iterator[Readout]:
    """Yield the sentences of an article that end with who says them, in order."""
    skeleton = context.skeleton
    shape = skeleton.shape
    for first, last in skeleton.sentences:
        end = last
        while end > first and shape[end - 1] in (".", shapes.BREAK):
            end -= 1
        comma = _comma(shape, first, end)
        while comma > first:
            found = _after(context, first, comma, end)
            if found is not None:
                begin = behind_dateline(skeleton, first, comma)
                if _says_something(shape[begin:comma]):
                    yield Readout(begin, comma + (shape[comma] == shapes.QUOTE), *found)
                break
            if shape[comma + 1 : end].count(",") > 1 or end - comma > 2 * _TAIL:
                break
            comma = _comma(shape, first, comma)


def _says_something(shape: str) -> bool:
    """Tell whether words are a statement: they have a verb, or may have one that is not known for one."""
    return bool(set(shape) & set(shapes.VERB)) or (len(shape) > _TAIL - 3 and shape[0] in shapes.NOMINAL)


def passes_on(context: ArticleAnalysis, readout: Readout) -> bool:
    """Tell whether somebody is said to say something within a readout: "The ministry said no, the agency reported"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    return any(
        CUES.get(lower[at]) in PASSING
        and not _is_told(context.skeleton, at)
        and not is_supposed(context, at)
        and not (lower[at] == "reports" and shape[at - 1] not in shapes.NAME + shapes.PRONOUN)
        for at in range(readout.first, readout.last)
    )


def _is_told(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a verb says only what is done to somebody: "He had been told that it was late, he said"."""
    at = verb - 1 - (skeleton.shape[verb - 1] == shapes.ADVERB)
    return CUES.get(skeleton.lower[verb]) == "tell" and skeleton.lower[at] in BEING


def _comma(shape: str, first: int, last: int) -> int:
    """Return the last comma, or quote that may end with one, between two words; -1 for none."""
    return max(shape.rfind(",", first, last), shape.rfind(shapes.QUOTE, first, last))


def _after(context: ArticleAnalysis, first: int, comma: int, end: int) -> tuple[int, Mention] | None:
    """Return the verb and the speaker between a comma and the end of a sentence, None where it says more than that."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    if shape[comma + 1 : comma + 2] == shapes.CUE:  # not "The minister, Ida Lund, said the warrant stood"
        return _inverted(context, comma + 1, end) if set(shape[first:comma]) & set(shapes.VERB) else None
    speaker = context.first_between(comma + 1, comma + 4)
    if speaker is None or speaker.last >= end or not set(shape[comma + 1 : speaker.first]) <= _BEFORE_NAME:
        return None
    speaker, verb = _behind_apposition(context, speaker, end)
    while verb < end and lower[verb] in OF_MATTERS:  # "the palace in Rabat said"
        place = context.first_between(verb + 1, verb + 3)
        if place is None:
            return None
        verb = place.last
    if shape[verb : verb + 3] == "(N(" or shape[verb : verb + 3] == "(N)":
        verb += 3  # "the News Agency (NA) said"
    while verb < end and shape[verb] in shapes.PREVERB:
        verb += 1
    cue = CUES.get(lower[verb], "") if verb < end else ""
    if cue not in _GIVING or lower[verb].endswith("ing"):
        return None
    if NEGATIONS.intersection(lower[speaker.last : verb]):  # "whether they had met, the report did not say"
        return None
    if "that" in lower[verb + 1 : min(verb + 4, end)]:  # "Asked about it, the spokesman said only that …"
        return None
    if lower[verb + 1 : verb + 3] in ([",", "citing"], [",", "quoting"]):
        end = verb + 1
    after = _behind_listener(context, verb, end) if cue == "tell" else verb + 1
    after += lower[after : after + 1] == [","]  # "the palace said, after a call that lasted an hour"
    rest = range(after, end)
    most = 2 * _TAIL if lower[after - 1] == "," else _TAIL
    if len(rest) > most or (rest and lower[after] not in _OPENS and shape[after] not in shapes.ADVERBIAL):
        return None
    return (verb, speaker) if shapes.QUOTE not in shape[verb:end] else None


def _inverted(context: ArticleAnalysis, verb: int, end: int) -> tuple[int, Mention] | None:
    """Return a verb and who says it where they end a sentence: "…, insisted the finance minister, Ida Lund"."""
    lower = context.skeleton.lower
    if CUES.get(lower[verb]) not in _SAYING or lower[verb].endswith("ing"):
        return None
    speaker = context.first_between(verb + 1, verb + 4)
    shape = context.skeleton.shape
    if speaker is None or shapes.QUOTE in shape[verb:end] or shapes.RELATIVE in shape[verb : speaker.first]:
        return None
    speaker, last = _behind_apposition(context, speaker, end)
    ended = last >= end or lower[last] in _OPENS or speaker.last >= end - 1
    return (verb, speaker) if ended else None


def _behind_listener(context: ArticleAnalysis, verb: int, end: int) -> int:
    """Return the word after whom a verb tells: after "told the paper"; after the verb where it tells nobody."""
    told = [one for one in context.mentions_between(verb + 1, verb + 3) if one.last <= end and not one.owner]
    return told[0].last if told else verb + 1


def _behind_apposition(context: ArticleAnalysis, speaker: Mention, end: int) -> tuple[Mention, int]:
    """Return a speaker, or the name behind its office, and the word behind both: "the minister, Ida Lund,"."""
    shape = context.skeleton.shape
    close = shape.find(",", speaker.last + 1, min(end, speaker.last + _APPOSED))
    if (
        shape[speaker.last : speaker.last + 1] != ","
        or close < 0
        or set(shape[speaker.last : close]) & set(shapes.VERB)
    ):
        return speaker, speaker.last
    if speaker.kind == NOUN:
        named = (one for one in context.mentions_between(speaker.last + 1, close) if one.last == close)
        speaker = next((one for one in named if one.kind == NAME), speaker)
    return speaker, close + 1


def behind_dateline(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a sentence begins behind its dateline: "PARIS, July 1 (Agency) -- "."""
    if not skeleton.text[first].isupper():
        return first
    dash = skeleton.shape.find("-", first, min(last, first + _DATELINE))
    dash += skeleton.shape[dash : dash + 2] == "--"
    return dash + 1 if dash > 0 else first


def doer(context: ArticleAnalysis, at: int, number: int) -> Mention | None:
    """Return who does what a quote begins with: Lund “stressed the need for talks”; None where it begins otherwise."""
    stretch = context.stretches[number]
    word = context.text[stretch.start : stretch.end].split(" ", 1)[0].strip(".,").lower()
    cue = word in CUES and not word.endswith("ing") and CLASSES.get(word) == shapes.CUE
    if not cue and word not in _DRAWING:
        return None
    place = bisect_left(context.mention_starts, at)
    before = context.mentions[place - 1] if place else None
    if before is not None and _is_inserted(context, before, at) and place > 1:
        before = context.mentions[place - 2]  # "Lund, the agency said, “thanked him”"
        return before if before.last == context.mentions[place - 1].first - 1 and not before.owner else None
    if (
        before is not None
        and before.last < at
        and not context.skeleton.shape[before.last : at].strip(shapes.AUXILIARY)
    ):
        return None if before.owner or context.is_paper(before) else before  # "Lund had “proposed a pause”"
    apposed = before is not None and before.last == at - 1 and context.skeleton.shape[at - 1] == ","
    if before is None or not (before.last == at or apposed) or before.owner:
        return None
    return None if context.is_paper(before) else before


def told_within(
    context: ArticleAnalysis, ranges: tuple[tuple[int, int], ...], giver: Mention
) -> tuple[Mention, int] | None:
    """Return who tells somebody what a body gives out, and where their words begin; None where nobody is said to.

    Of "Lund told her guest that it rains, the palace said" Lund says that it rains.
    """
    skeleton = context.skeleton
    first, last = ranges[0]
    if context.is_human(giver) or (giver.kind == NOUN and skeleton.lower[giver.head] in PEOPLE):
        return None
    verb = skeleton.shape.find(shapes.CUE, first, last)
    lemma = CUES[skeleton.lower[verb]] if verb >= 0 else ""
    if lemma not in _TELLING or skeleton.lower[verb].endswith("ing") or _is_told(skeleton, verb):
        return None
    that = next(
        (at for at in range(verb + 1, min(last - 1, verb + _APPOSED)) if skeleton.lower[at] == "that"), -1
    )
    teller = context.first_between(first, verb)
    begins = first + (skeleton.lower[first] == "the")
    if teller is None or that < 0 or teller.first > begins or shapes.QUOTE in skeleton.shape[first:that]:
        return None
    told = set(skeleton.shape[verb + 1 : that]) & set(shapes.VERB)
    who = subject(context, verb)  # of "the mayor, Ida Lund, answered" either may be
    acts = who is not None and teller.first <= who.first < verb and who.kind != PRONOUN
    acts = acts and shapes.CLAUSE.isdisjoint(skeleton.shape[teller.last : verb].replace(shapes.AUXILIARY, ""))
    return (teller, that + 1) if acts and not told else None


def gives_out(context: ArticleAnalysis, speaker: Mention, at: int) -> bool:
    """Tell whether a body behind the quote at word `at` gives out what another said: Lund “stressed peace,” Oslo said."""
    number = context.skeleton.stretch_at.get(at)
    between = context.skeleton.shape[speaker.last : at] if speaker.first < at else ""
    named = bool({shapes.NAME, shapes.NOUN} & set(between))
    told = between[:1] == shapes.CUE and named and between.count(shapes.CUE) < _VERBS
    if speaker.first < at and not (told or _is_inserted(context, speaker, at)):
        return False
    if number is None or context.is_human(speaker):
        return False
    if speaker.kind == PRONOUN and context.skeleton.lower[speaker.first] != "it":
        return False
    stretch = context.stretches[number]
    word = context.text[stretch.start : stretch.end].split(" ", 1)[0].lower()
    return CUES.get(word) in _STRESSING or word in _DRAWING


def _is_inserted(context: ArticleAnalysis, mention: Mention, at: int) -> bool:
    """Tell whether a mention and its verb stand between commas before word `at`: ", the agency said, “thanked him”"."""
    shape = context.skeleton.shape
    verb = shape[mention.last : at].rstrip(shapes.AUXILIARY)
    return shape[mention.first - 1] == "," and verb == shapes.CUE + ","


def leader(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return whose words are led in before the quote at word `at`: "And from Rosa Lund:"; None where nobody's are."""
    skeleton = context.skeleton
    colon = at - 1
    while colon > 0 and skeleton.shape[colon] == shapes.BREAK:
        colon -= 1
    if colon < 1 or skeleton.shape[colon] != ":":
        return None
    first = skeleton.sentences[skeleton.sentence[colon]][0]
    words = skeleton.lower[first:colon]
    passed = any(word in _MESSAGES and next_ in ("from", "by") for word, next_ in pairwise(words))
    if ("from" not in words[:3] and not passed) or (not passed and shapes.CUE in skeleton.shape[first:colon]):
        return None
    if passed:  # "the spokesman passed on a message from the president:"
        begin = first + max(at for at, word in enumerate(words) if word in ("from", "by")) + 1
        return context.first_between(begin, colon)
    named = [one for one in context.mentions_between(first, colon) if one.kind == NAME and not one.owner]
    return named[0] if named else None
