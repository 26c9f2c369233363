"""What the writer adds behind what is said: ", the agency reports", "– a claim the mayor called “absurd”"."""

from __future__ import annotations

from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.indirect.content_borders import Range
from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, main_verb
from tui.reading.quotes.indirect.verb_complements import ADDITION, gives_figure
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import PRONOUN
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import DETERMINING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_CLAIMS = word_set("claims reports suggestions accusations allegations rumours rumors speculation")
# How a writer sets something against a content; "the ministry lied, inventing reports" is all said.
_DISMISSING = word_set(
    "brushing waving shrugging dismissing rejecting denying refuting rebutting disputing contradicting countering responding"
    " replying reacting referring alluding answering addressing"
)
_GLOSSING = word_set(  # "Reflecting the fear of floods, | the dam was shut, Lund said"
    "reflecting underscoring underlining highlighting illustrating signaling signalling echoing marking"
)
_SEQUELS = word_set("prompting sparking triggering fuelling fueling igniting provoking unleashing")
_COMMENTED = ADDITION | word_set("speech speeches")  # "– a speech that drew little notice"
_COMMENT = "-" + shapes.ADVERB + shapes.ING
# Outcomes of what is told that are told with it: "a bus burnt, the police said, killing two".
_OUTCOMES = word_set(
    "killing injuring wounding hurting destroying damaging burning leaving trapping hitting striking cutting forcing"
    " causing including involving using carrying being having depending"
)
_GLOSSES = word_set(
    "sign signs move step blow shift reversal setback turn turnaround concession departure break breakthrough"
    " climbdown retreat escalation admission rebuke snub milestone gesture sequel warning signal remark figure"
)
_RANKS = word_set(
    "first second third latest last biggest largest worst highest lowest strongest clearest most sharpest"
)
_ENDS_CLAUSE = frozenset(shapes.NAME + shapes.NOUN + shapes.OTHER + shapes.NUMBER + shapes.TIME)
_OF_PHRASE = frozenset(shapes.NOMINAL + shapes.PARTICIPLE + shapes.ADVERB)
_PAST = word_set("would could might was were had did")
_PRESENT = word_set("is are has have does do will can")
_NEAR = 5  # words: "brushing aside the ministry's claims"
_FEWEST = 3  # words before an outlet
_TAG = 12


def without_addition(context: ArticleAnalysis, first: int, last: int) -> tuple[int, int]:
    """Return a range without what the writer says of it behind a comma or dash.

    "that it was late – a claim the mayor called “absurd”", "that it was late, brushing aside reports that …".
    """
    skeleton = context.skeleton
    if first >= last:
        return first, last
    shape, lower = skeleton.shape, skeleton.lower
    if lower[last - 1] == "even" and lower[last : last + 1] in (["though"], ["if"]):
        last -= 1 + (shape[last - 2] == "-")
    if lower[first] in _GLOSSING and first == skeleton.sentences[skeleton.sentence[first]][0]:
        comma = shape.find(",", first, last)
        first = comma + 1 if comma > 0 and shapes.FINITES.intersection(shape[comma:last]) else first
    mark = shape.find(shapes.QUOTE, first, last)
    closing = shape.find(")", first + 1, last)
    if closing > 0 and "(" not in shape[first:closing]:  # "(Lund says it holds) while it rains"
        last = closing
    for at in range(first + 1, last - 2):
        sign = shape[at]
        if sign == ";" and (_tells_otherwise(context, at + 1, last) or _is_todays(context, first, at, last)):
            return first, at
        if sign not in ",-":
            continue
        behind = lower[at + 1 : at + 1 + _NEAR]
        claims = sign == "," and behind[0] in _DISMISSING and not _CLAIMS.isdisjoint(behind)
        if sign + shape[at + 1 : at + 3] == _COMMENT and "-" not in shape[at + 1 : last]:
            return first, at  # "that they would vote against it | – essentially shielding him"
        apposed = sign == "-" or lower[at + 2] in ADDITION
        claims = claims or (sign == "," and behind[0] in _SEQUELS)
        claims = claims or (sign == "-" and behind[0] in ("a", "an") and behind[1] in _COMMENTED)
        if claims or (apposed and behind[0] in ("a", "an") and shapes.CUE in shape[at : max(mark, at)]):
            return first, at
    return first, last


def without_gloss(skeleton: TokenizedArticle, verb: int, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges around a cue without the last, where that is what the writer makes of the whole clause.

    "Oslo will free four men, Lund said, the first sign of a thaw", "It will tax ships, she said, opening a dispute".
    """
    if len(ranges) != 2 or not ranges[0][1] <= verb < ranges[1][0]:
        return ranges
    shape, lower = skeleton.shape, skeleton.lower
    first, last = ranges[1]
    begin, before = ranges[0]
    whole = bool(shapes.FINITES.intersection(shape[begin:before])) and shape[before - 1] in _ENDS_CLAUSE
    if not whole or lower[begin] in SUBORDINATORS or shape[first - 1] != ",":
        return ranges
    if shape[first] == shapes.ING:
        return ranges if lower[first] in _OUTCOMES else ranges[:1]
    ranked = lower[first] in DETERMINING and not _RANKS.isdisjoint(lower[first + 1 : first + 2])
    head = next((at for at in range(first, last) if lower[at] in _GLOSSES), last)
    phrase = head < last and all(letter in _OF_PHRASE for letter in shape[first:head])
    if shape[first] != shapes.DETERMINER or not (ranked or phrase):
        return ranges
    relative = next((at for at in range(first, last) if shape[at] == shapes.RELATIVE), last)
    behind = head + 1 if phrase else first + 2
    goes_on = shapes.VERBS.intersection(shape[behind:relative])  # "the first draft was late"
    return ranges if goes_on else ranges[:1]


def _is_todays(context: ArticleAnalysis, first: int, joint: int, last: int) -> bool:
    """Tell whether the writer goes on in the present behind what was said in the past: "it would close; it has stopped"."""
    skeleton = context.skeleton
    said = main_verb(skeleton, first, joint)
    after = main_verb(skeleton, joint + 1, last)
    apart = skeleton.starts[joint + 1] > skeleton.ends[joint]  # no "&ldquo;it"
    past = said >= 0 and skeleton.lower[said] in _PAST and apart
    return (
        past
        and after >= 0
        and skeleton.lower[after] in _PRESENT
        and shapes.QUOTE not in skeleton.shape[joint:last]
    )


def _tells_otherwise(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a clause begins with another who says something: "; Kessan puts the number at 12"."""
    who = context.first_between(first, first + 1)
    if who is None or who.kind == PRONOUN or who.last >= last:
        return False
    # not "; Holm wanted a port and Roth a bridge"
    said = CUES.get(context.skeleton.lower[who.last]) in CLAUSAL
    return said or gives_figure(context.skeleton, who.last)


def without_outlet(context: ArticleAnalysis, first: int, last: int) -> tuple[int, int]:
    """Return the range `first` to `last` without ", the agency reports" at its end."""
    skeleton = context.skeleton
    comma = skeleton.shape.rfind(",", first, last)
    if comma - first < _FEWEST or last - comma > _TAG:
        return first, last
    for mention in context.mentions_between(comma + 1, last):
        if mention.first > comma + 2:
            break
        verb = skeleton.lower[mention.last] if mention.last < last else ""
        if CUES.get(verb) == "report" and shapes.RELATIVE not in skeleton.shape[comma:last]:
            return first, comma
    return first, last
