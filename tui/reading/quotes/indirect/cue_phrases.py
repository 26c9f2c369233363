"""Cues that are no plain "Lund said", and where they end: "made it clear that", "Two, she told him"."""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.indirect.verb_complements import clause_end
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, word_set

_REACH = 14  # words after the verb: "told the diplomats on Monday evening"
_WHEN = word_set("before after as when while once without")
_THAT = ("that", "which")
CLEARLY = word_set("made makes make making known")
_TOLD_TO = word_set("tell assure remind inform notify promise whisper confide point go explain")
_ANSWER = 4  # words
_NO_ANSWER = frozenset(shapes.TIME + shapes.CUE + shapes.RELATIVE + shapes.ING + shapes.PAST + ",:;-")
_STATES = word_set("feel know think believe hope fear")  # and no deed, which the writer tells
_LET_KNOWN = ["let", "it", "be", "known"]
_WISHING = word_set("wanted wants sought seeks preferred prefers used uses saw")  # are cues elsewhere
_MODALS = word_set("will would can could may might must shall should had")
_ACTS = word_set(
    "ask reply demand urge promise stress call thank condemn reject deny accuse propose warn offer appeal"
)
NONE = word_set("no nobody none neither")  # whoever says nothing, and is told not to
_DEEDS = word_set("thank condemn")  # take no clause of their own


def made_clear(context: ArticleAnalysis, verb: int) -> tuple[int, int, Mention] | None:
    """Return what one "made clear that", "made it plain that" or "let it be known through a friend that"."""
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    if cue_begin(skeleton, verb) == verb and not is_made_clear(context, verb):
        return None
    last = skeleton.sentences[skeleton.sentence[verb]][1]
    that = next((at for at in range(verb + 1, min(last, verb + _REACH)) if lower[at] == "that"), -1)
    speaker = subject(context, verb)
    if that < 0 or that + 1 == last or speaker is None or shapes.QUOTE in shape[verb:last]:
        return None
    return that + 1, clause_end(skeleton, that + 1, joined=False), speaker


def cue_begin(skeleton: TokenizedArticle, verb: int) -> int:
    """Return the first word of the cue that a verb ends: "let" of "let it be known", else the verb."""
    return verb - 3 if skeleton.lower[verb - 3 : verb + 1] == _LET_KNOWN else verb


def is_within(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether whom something is according to stands in "told her, according to the note, that"."""
    close = skeleton.shape.find(",", verb, verb + _REACH) if skeleton.lower[verb] == "according" else -1
    return skeleton.shape[verb - 1] == "," and close > 0 and skeleton.lower[close + 1 : close + 2] == ["that"]


def is_made_clear(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb is that of "made clear", "made it plain"."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    return CUES[lower[verb]] == "make" and shape[verb + 1 : verb + 2] == shapes.ADVERB


def is_phrase(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb is one of saying only with what stands beside it: "made it plain", "let it be known"."""
    known = cue_begin(context.skeleton, verb) < verb
    return known or is_made_clear(context, verb)


def is_answer(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a sentence's first words are all of an answer: "Two, she told him", "Not much, said Lund"."""
    shape = context.skeleton.shape
    said = shape[first:last]
    ends = shape[context.skeleton.sentences[context.skeleton.sentence[first]][1] - 1] in "." + shapes.BREAK
    return ends and last - first <= _ANSWER and not set(said) & _NO_ANSWER and said[:1] != shapes.CONNECTIVE


def goes_on_alone(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a clause behind ";" or ":" goes on with what was said: nobody says anything in it, or is quoted."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    wishes = [at for at in range(first, last) if lower[at] in _WISHING]
    says = any(shape[at] == shapes.CUE and at not in wishes for at in range(first, last))
    acts = bool(wishes) or bool(set(shape[first:last]) & set(shapes.FINITE))
    return acts and not says and shapes.QUOTE not in shape[first:last]


def goes_on_behind(skeleton: TokenizedArticle, close: int) -> bool:
    """Tell whether what is said goes on behind the comma `close`, -1 for none: ", says Lund, a cook, will be"."""
    joined = skeleton.lower[close + 1 : close + 2] in (["and"], ["but"], ["or"])
    goes_on = skeleton.shape[close + 1 : close + 2] in tuple(shapes.FINITE) or joined
    return close > 0 and skeleton.shape[close] == "," and goes_on


def is_further_content(skeleton: TokenizedArticle, begin: int, before: int, at: int) -> bool:
    """Tell whether words at word `at` go on with what was said: "It was late, he said, and the road was closed".

    Of somebody spoken of, and not of one who speaks: "and he had not been there". Or of whom the words before are, as
    they have the same helping verb: "She would sail, he said, and would not return".
    """
    lower, shape = skeleton.lower, skeleton.shape
    if at >= len(lower):
        return False
    if lower[at] in _MODALS:  # and no "would not take questions", which its speaker does
        return lower[at] in lower[begin:before] and lower[at + 1 : at + 2] not in (["not"], ["only"])
    spoken_of = lower[at] not in ("he", "she") or lower[at] in lower[begin:before]
    state = spoken_of and CUES.get(lower[at + 1] if at + 1 < len(lower) else "") in _STATES
    if shape[at] != shapes.PRONOUN:
        if lower[at - 1] == "but" and lower[before + 1] == "according":
            return False  # "Turnout rose, according to the council, but the count was not over"
        verb = next((one for one in range(at, len(shape)) if shape[one] in shapes.VERB + ",;:."), at)
        return verb > at and shape[verb] == shapes.AUXILIARY
    return state or shape[at + 1 : at + 2] == shapes.AUXILIARY


def acts_within(context: ArticleAnalysis, first: int, before: int, behind: int) -> bool:
    """Tell whether a cue is set between one and what he asks or says: "The prince, it says, asked for a pause"."""
    shape = context.skeleton.shape
    at = behind
    while at < len(shape) and shape[at] in shapes.PREVERB:
        at += 1
    lower = context.skeleton.lower
    if shape[at : at + 1] != shapes.CUE or CUES[lower[at]] not in _ACTS:
        return False
    if lower[at - 1] in BEING or lower[first] in NONE:  # "No dam, he said, had ever been called safe"
        return False
    end = context.skeleton.sentences[context.skeleton.sentence[at]][1]
    if CUES[lower[at]] in _DEEDS and shapes.CUE not in shape[at + 1 : end]:
        return False  # else "and made clear that it rains" is his
    return not NEGATIONS & {*lower[behind:at]} and any(
        one.first <= first + 1 and one.last == before for one in context.mentions_between(first, before)
    )


def cue_end(context: ArticleAnalysis, at: int) -> int:
    """Return the mark that ends the cue whose words go on at word `at`: a comma, or the end of the sentence."""
    skeleton = context.skeleton
    shape = skeleton.shape
    last = skeleton.sentences[skeleton.sentence[min(at, len(shape) - 1)]][1]
    end = at
    clause = False  # "she told listeners before the lights went out,"
    while end < min(last, at + _REACH) and shape[end] not in (",", ".", ";", ":", shapes.BREAK):
        thing = end > at + 1 and shape[end - 1] == shapes.NOUN  # "in a paper that Oslo has not signed"
        clause = clause or skeleton.lower[end] in _WHEN or (skeleton.lower[end] in _THAT and thing)
        if (
            (shape[end] in shapes.RELATIVE and not clause)
            or shape[end] == shapes.QUOTE
            or (shape[end] in shapes.VERB and not clause)
        ):
            return -1
        end += 1
    return end if end < len(shape) and shape[end] in ",.;:" + shapes.BREAK else -1


def has_verb(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether words have a finite verb, which may be one of wishing or finding: "the former wanted proof"."""
    skeleton = context.skeleton
    letters = zip(skeleton.shape[first:last], skeleton.lower[first:last], strict=True)
    return any(letter in shapes.FINITE or word in _WISHING for letter, word in letters)


def takes_object(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a thing follows a verb that is told to nobody: "Lund insisted thieves, …", "revealed her plan, …"."""
    lemma, following = CUES.get(skeleton.lower[verb], ""), skeleton.shape[verb + 1 : verb + 2]
    if lemma == "say" and following == shapes.NAME:
        return (
            skeleton.shape[verb - 1] == shapes.PRONOUN
        )  # "On that day, she said Lund, then 32, took her home"
    object_ = shapes.OTHER + shapes.NOUN + (shapes.DETERMINER if lemma != "say" else "")
    return lemma not in _TOLD_TO and following in tuple(object_)
