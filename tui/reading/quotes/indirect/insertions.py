"""Who says it set into what is said: "The dam, she said, was full", "Because of the strike, said Lund, nothing flies".

The content stands on both sides, or only before; the cue between commas belongs to none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes.cues.cue_subjects import BEING, starting_at, subject
from tui.reading.quotes.cues.readouts import PASSING, behind_dateline
from tui.reading.quotes.cues.silence import is_silent
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.cues.suppositions import is_supposed
from tui.reading.quotes.indirect.content_borders import without_name
from tui.reading.quotes.indirect.content_starts import is_delay, start_of
from tui.reading.quotes.indirect.cue_phrases import (
    CLEARLY,
    NONE,
    acts_within,
    cue_begin,
    cue_end,
    goes_on_alone,
    goes_on_behind,
    has_verb,
    is_answer,
    is_further_content,
    is_phrase,
    is_within,
    made_clear,
    takes_object,
)
from tui.reading.quotes.indirect.speaker_phrases import tells_of_source
from tui.reading.quotes.indirect.verb_complements import BARE_FORMS, clause_end
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.names.phrase_heads import ending_at
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import IN_PLACE
from tui.reading.quotes.words.word_classes import PEOPLE, singular, word_set

_NO_CUES = word_set("ask hope fear find think believe show read agree accord swear lament mention respond")
_SAYING = (CLAUSAL - _NO_CUES) | word_set(
    "go assure explain point mutter murmur mumble whisper shout joke quip snap sigh growl promise remark recall remind"
    " object counter retort interject confide inform recount recollect specify clarify protest"
)
_FORMS = frozenset(
    form for form, verb in CUES.items() if verb in _SAYING and not form.endswith("ing")
) | word_set("hopes believes fears thinks")  # and no "he thought", which the writer may tell
_LEADING_IN = word_set(
    "asked pressed questioned according speaking citing quoting addressing answering responding"
)
_NO_CONTENT = _LEADING_IN | word_set("in on at after")
_NOT_ITS_OWN = word_set(
    "and but who which whose where as while though although when before after adding citing saying according"
)
_TOLD = _SAYING | PASSING | CLAUSAL
_HANGING = word_set("which who whose whom especially")
_TAIL_LIMIT = 14  # words after the verb: "told the diplomats on Monday evening"


class Insertion(NamedTuple):
    """What is said around the verb at word `verb`, as ranges of words, and who says it.

    There are no ranges where it only passes on what another says around it.
    """

    verb: int
    ranges: tuple[tuple[int, int], ...]
    speaker: Mention


def insertions(context: ArticleAnalysis) -> Iterator[Insertion]:
    """Yield the contents that a cue between commas stands in or behind, in order, and what somebody "made clear"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    verb = shape.find(shapes.CUE)
    while verb >= 0:
        if lower[verb] in CLEARLY and (made := made_clear(context, verb)):
            yield Insertion(verb, (made[:2],), made[2])
        elif lower[verb] == "according":
            if accorded := _according(context, verb):
                yield accorded
        elif lower[verb - 1 : verb + 1] == ["as", "saying"] and shape[verb + 1 : verb + 2] in (
            ".",
            shapes.BREAK,
            "",
        ):
            if passed := _passed_on(context, verb):
                yield passed
        elif lower[verb : verb + 2] == ["continued", "to"]:
            pass  # "At the talks, Lund continued to take notes, meeting with"
        elif (lower[verb] in _FORMS or is_phrase(context, verb)) and not is_silent(context, verb):
            inverted = shape[verb - 1] == "," and CUES[lower[verb]] != "tell"
            found = _inverted(context, verb) if inverted else None
            found = found or _plain(context, verb)
            if colon := _colon(context, verb):
                yield colon
            elif found and (
                ranges := without_name(context, found[0].first > verb, _ranges(context, *found[1:]))
            ):
                before, end = found[1:]
                acts = end > 0 and shape[end] == "," and acts_within(context, ranges[0][0], before, end + 1)
                yield Insertion(verb, () if acts else ranges, found[0])
        verb = shape.find(shapes.CUE, verb + 1)


def _according(context: ArticleAnalysis, verb: int) -> Insertion | None:
    """Return what is said beside "according to": before it, around it, or behind ", according to whom"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    if not verb or shape[verb - 1] != ",":
        return _led_in(context, verb)
    if lower[verb + 2 : verb + 3] == ["whom"]:
        speaker, end = ending_at(context, verb - 1), clause_end(skeleton, verb + 3, joined=False)
        spoken = shapes.FINITES.intersection(shape[verb + 3 : end]) and shapes.QUOTE not in shape[verb:end]
        return Insertion(verb, ((verb + 3, end),), speaker) if speaker and spoken else None
    apart = is_within(skeleton, verb) or lower[verb - 2] in ("who", "which")  # "Lund, who, according"
    speaker = None if apart else starting_at(context, verb + 2, len(shape))
    ranges = _ranges(context, verb - 1, _named_end(context, speaker.last)) if speaker else ()
    around = len(ranges) > 1 and shape[ranges[1][0]] != shapes.CUE
    return Insertion(verb, without_name(context, True, ranges), speaker) if speaker and around else None


def _led_in(context: ArticleAnalysis, verb: int) -> Insertion | None:
    """Return what follows "According to two envoys briefed on it, …" and "According to the daily, which named nobody, …"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    speaker = starting_at(context, verb + 2, len(context.skeleton.shape)) if verb == first else None
    if speaker is None or speaker.kind == PRONOUN:
        return None
    told = shape[speaker.last : speaker.last + 2] == "," + shapes.RELATIVE
    behind = shape[speaker.last : speaker.last + 1] or " "
    if not told and behind not in shapes.PAST + shapes.ING + shapes.RELATIVE:
        return None
    # "According to the daily, which cited Lund, …"
    if told and lower[speaker.last + 2 : speaker.last + 3] in (["cited"], ["quoted"]):
        speaker = starting_at(context, speaker.last + 3, len(context.skeleton.shape)) or speaker
    comma = shape.find(",", speaker.last + 1, min(last, speaker.last + _TAIL_LIMIT))
    end = clause_end(skeleton, comma + 1, joined=False) if comma > 0 else -1
    said = shape[comma + 1 : end] if end > comma + 1 else ""
    spoken = bool(set(said) & set(shapes.FINITE)) and shapes.QUOTE not in shape[verb:end]
    return Insertion(verb, ((comma + 1, end),), speaker) if spoken else None


def _passed_on(context: ArticleAnalysis, verb: int) -> Insertion | None:
    """Return what one is quoted with behind it: "The dam is full, the daily quoted Lund as saying"."""
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[verb]][0]
    quoting = next(
        (at for at in range(verb - 2, first, -1) if CUES.get(skeleton.lower[at]) in ("quote", "cite")), -1
    )
    speaker, agency = subject(context, verb), subject(context, quoting) if quoting > 0 else None
    if speaker is None or agency is None or not first < agency.first < speaker.first:
        return None
    begin = behind_dateline(skeleton, first, agency.first)
    whole = (begin, agency.first - 1)
    return Insertion(verb, (whole,), speaker) if _says_it(context, *whole) else None


def _says_it(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether words are a clause without marks or another's saying in it, with the comma `last` behind it."""
    shape = context.skeleton.shape
    plain = shape[last : last + 1] == "," and shapes.QUOTE not in shape[first:last]
    return plain and bool(set(shape[first:last]) & set(shapes.FINITE)) and not _is_told(context, first, last)


def _colon(context: ArticleAnalysis, verb: int) -> Insertion | None:
    """Return what is said behind a colon and without marks: "Not so, said Lund: the dam was full"."""
    skeleton = context.skeleton
    shape = skeleton.shape
    last = skeleton.sentences[skeleton.sentence[verb]][1]
    colon = shape.find(":", verb, min(last, verb + _TAIL_LIMIT))
    speaker = subject(context, verb) if 0 < colon < last - 2 else None
    if speaker is None:
        return None
    end = clause_end(skeleton, colon + 1, joined=False)
    said = set(shape[colon + 1 : end])
    if shapes.QUOTE in shape[verb:end] or not said & set(shapes.FINITE) or end <= colon:
        return None
    before = shape[verb + 1 : colon]
    if speaker.first < verb and set(before) & set(shapes.FINITE) and not set(before) & set(shapes.CUE + ","):
        # "said the reason was simple: there was no money"
        return Insertion(verb, ((start_of(context, verb, verb + 1, end), end),), speaker)
    return Insertion(verb, ((colon + 1, end),), speaker)


def _inverted(context: ArticleAnalysis, verb: int) -> tuple[Mention, int, int] | None:
    """Return who speaks in ", said Lund,", with the commas: the one before the verb, and what ends the cue."""
    speaker = starting_at(context, verb + 1, len(context.skeleton.shape))
    first = context.skeleton.sentences[context.skeleton.sentence[verb]][0]
    if speaker is None or first >= verb - 1:
        return None
    lower, shape = context.skeleton.lower, context.skeleton.shape
    promised = lower[verb] in BARE_FORMS and speaker.kind == NOUN  # "Lund, a guard, promised some changes"
    if promised and singular(lower[speaker.head]) not in PEOPLE:
        return None
    end = cue_end(context, speaker.last)
    if shape[speaker.last : speaker.last + 2] == "," + shapes.RELATIVE:  # ", said Lund, who leads it, is old"
        close = _named_end(context, speaker.last)
        end = close if goes_on_behind(context.skeleton, close) else end
    elif end > 0 and shape[end] == "," and (apposed := starting_at(context, end + 1, len(shape))):
        close = cue_end(context, apposed.last)
        named = apposed.kind == NAME and apposed.first == end + 1  # ", said its minister, Ida Lund,"
        goes_on = goes_on_behind(context.skeleton, close)  # ", says Ida Lund, a judge in Riga, will be"
        end = close if (named if speaker.kind == NOUN else apposed.kind == NOUN and goes_on) else end
    return speaker, verb - 1, end


def _plain(context: ArticleAnalysis, verb: int) -> tuple[Mention, int, int] | None:
    """Return who speaks in ", Lund said on Monday,", with the commas around the cue."""
    skeleton = context.skeleton
    shape = skeleton.shape
    at = cue_begin(skeleton, verb) - 1
    while shape[at] in shapes.PREVERB and at > 0:
        at -= 1
    speaker = ending_at(context, at + 1)
    end = cue_end(context, verb + 1)
    place = at if speaker is None else speaker.first
    placed = place > 0 and skeleton.lower[place - 1] in IN_PLACE
    if placed and shape[end : end + 1] == ",":  # "an official in Riga said, …"
        speaker = ending_at(context, place - 1) or speaker
    if takes_object(skeleton, verb):
        return None
    if speaker is not None and context.skeleton.lower[speaker.first] in ("who", "which"):
        return None
    if speaker is not None:
        before = speaker.first - 1
        while before > 0 and skeleton.lower[before] == "and" and (joined := ending_at(context, before)):
            before = joined.first - 1  # "Norland and Sudland added"
        return (speaker, before, end) if before > 0 and shape[before] == "," else None
    aside = ending_at(context, at) if shape[at] == "," else None
    office = ending_at(context, aside.first - 1) if aside and shape[aside.first - 1] == "," else None
    if aside is None or office is None or office.first < 2 or shape[office.first - 1] != ",":
        return None
    # ", its minister, Ida Lund, said in Riga, does not": where the verb behind it wants a subject, or nothing follows
    closed = shape[end : end + 1] != "," or not _NOT_ITS_OWN.isdisjoint(
        context.skeleton.lower[end + 1 : end + 2]
    )
    wanted = closed or shape[end + 1 : end + 2] in tuple(shapes.FINITE)
    # ", Ida Lund, head of the Norwick Port, said"
    titled = singular(context.skeleton.lower[aside.first]) in PEOPLE and context.is_human(office)
    return (office if titled else aside, office.first - 1, end) if wanted else None


def _named_end(context: ArticleAnalysis, at: int) -> int:
    """Return the comma behind whom something is according to, with what "who" tells of them: "two envoys who saw it,"."""
    skeleton = context.skeleton
    if skeleton.shape[at : at + 2] == "," + shapes.RELATIVE:  # "Lund, who was there,"
        at += 1
    if skeleton.shape[at : at + 1] != shapes.RELATIVE:
        return cue_end(context, at)
    last = skeleton.sentences[skeleton.sentence[at]][1]
    return skeleton.shape.find(",", at, min(last, at + _TAIL_LIMIT))


def _is_told(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether somebody says or asks something in words: then a cue behind them only passes that on."""
    lower = context.skeleton.lower
    return lower[first] not in NONE and any(
        CUES.get(lower[at]) in _TOLD and lower[at - 1] not in BEING and not is_supposed(context, at)
        for at in range(first, last)
    )


def _ranges(context: ArticleAnalysis, before: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return what is said before the comma `before`, and behind the comma `end` where it goes on; () for nothing."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    first = skeleton.sentences[skeleton.sentence[before]][0]
    begin = behind_dateline(skeleton, first, before)
    if end > 0 and shape[end] == ",":  # "It rains; the dam, Lund said, is full"
        begin = max(begin, shape.rfind(";", begin, before) + 1)
    begin = max(begin, shape.rfind(":", begin, before) + 1)  # "The minister did: she was tired, Lund said"
    if shapes.QUOTE in shape[begin:before] or _is_told(context, begin, before):
        begin = max(shape.rfind(",", begin, before), shape.rfind(";", begin, before)) + 1 or before
    begin += lower[begin] in ("and", "but")
    if lower[begin] in _HANGING and begin + 1 < before:  # not "which, she noted, may be soon"
        return ()
    rest = skeleton.sentences[skeleton.sentence[before]][1]
    apart = shape.find(";", max(end, before) + 1, rest)
    rest = apart if apart > 0 else rest
    # of a clause with marks only what is in them is anybody's words
    if end < 0 or begin >= before or shapes.QUOTE in shape[begin:rest] or _is_told(context, begin, before):
        return ()
    last = min(rest, clause_end(skeleton, end + 1, joined=False)) if shape[end] == "," else end
    if end + 1 < last and lower[end + 1] in _NOT_ITS_OWN:
        gapped = lower[end + 1] in ("and", "but") and not set(shape[end:last]) & set(shapes.VERB)
        condition = lower[end + 1 : end + 4 : 2] == ["as", "as"]  # "as long as"
        further = lower[end + 1] in ("and", "but") and is_further_content(skeleton, begin, before, end + 2)
        last = last if gapped or condition or further else end
    if is_delay(skeleton, end + 1, last) or tells_of_source(skeleton, end + 1, last):
        last = end
    if last > end + 1 and not {shapes.QUOTE} & set(shape[end:last]):
        if (
            lower[begin] in _LEADING_IN and shape[end + 1] not in shapes.FINITE
        ):  # no "Speaking Norse, …, is easy"
            return ((end + 1, last),)
        return (begin, before), (end + 1, last)
    short = begin == skeleton.sentences[skeleton.sentence[before]][0] and is_answer(context, begin, before)
    if end + 1 < rest and shape[end] in ";:" and goes_on_alone(context, end + 1, rest):
        last = clause_end(skeleton, end + 1, joined=False)
        if has_verb(context, begin, before) and lower[begin] not in _NO_CONTENT:
            return (begin, before), (end + 1, last)
    whole = (short or has_verb(context, begin, before)) and lower[begin] not in _NO_CONTENT
    return ((begin, before),) if whole else ()
