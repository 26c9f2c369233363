"""What a verb of saying seems to report, and nobody put into words: thoughts, what things show, topics, torn phrases.

"Fans thought it was over" tells what went on in heads, "the renders suggest a new camera" what a reader makes of them,
"discussed the idea" of what was spoken and not what was said; "said the report" of "said the report, and what was
left of it, had been burnt" is a piece of the words alone. Whether somebody says is asked by `unsaid`.
"""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.indirect.content_starts import is_clause
from tui.reading.quotes.indirect.verb_objects import is_object, only_points
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.resolution.back_references import referent
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import POINTING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, PAPERS, PEOPLE, SINGULAR, singular, word_set

_THOUGHT = word_set(
    "believed thought felt suspected hoped wanted feared knew considered understood worried expected"
)
_OPINIONS = word_set(
    "believe believes think thinks feel feels hope hopes fear fears know knows assume assumes consider considers "
    "suspect suspects expect expects believing thinking hoping fearing assuming"
)
_HEADS = word_set("police")  # are many, as "experts" are: what these think nobody has said
_SHOWING = word_set(
    "suggest indicate show reveal underscore underline mean imply reflect highlight demonstrate signal"
)
# Papers that show something and state nothing.
_SHOWN = word_set(
    "email e-mail document video image photo photograph picture footage recording data figure result record test evidence"
    " material render file statistic finding trend analysis experiment assay message number clip poll polling"
)
_MATTERS = word_set(
    "finding negotiation contribution casing portion pattern building pass lack congratulation percent"
    "situation market murder arrest accusation allegation charge trail percentage share rate price cost win victory defeat"
    " loss attack strike war conflict crisis case process reaction response stance issue problem deal vote election season"
    " weather storm fire crash death killing incident event street road stand move step effort result effect day week year"
    " month time place scene home car plane bus train vehicle weapon gun money idea view look"
)
_MANY = word_set("most all many some others few more")
# What somebody who refuses to do it says by that.
_GIVEN = word_set(
    "say tell confirm deny disclose reveal name identify discuss specify explain rule sign release hand recognize"
    " recognise do admit acknowledge apologise apologize condemn endorse commit negotiate extradite grant describe"
)
_FINDING = _SHOWING | {"find"}
_ALSO_SHOWING = {  # which no table of verbs of saying holds
    stem + ending: verb
    for verb, stem in (("highlight", "highlight"), ("underscore", "underscor"), ("underline", "underlin"))
    for ending in ("s", "es", "ed", "ing")
}
_OF = word_set("of by for from in on")
_MODALS = word_set("would can could may might should")
JOINTS = word_set("but while and or because that if than as")
_UNNAMED = word_set("identified named quoted")  # "asked not to be named"
_NAMELESS = word_set("anonymous nameless unnamed unidentified")  # "asked to remain anonymous"
_QUALIFIED = shapes.OTHER + shapes.NOUN + shapes.ADJECTIVE


def is_matter(context: ArticleAnalysis, speaker: Mention) -> bool:
    """Tell whether a speaker's noun is for what happens, is counted or lies there, and says nothing: "a trail"."""
    word = context.skeleton.lower[speaker.head]
    return speaker.kind == NOUN and not _MATTERS.isdisjoint(
        (word, SINGULAR.get(word, word.removesuffix("s")))
    )


def is_only_opinion(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb says what somebody thinks or does, and may have said: "the police believe", "agreed to go"."""
    lower = context.skeleton.lower
    deed = lower[verb] == "endorsed" or lower[verb : verb + 2] == ["agreed", "to"]
    return deed or lower[verb] in _OPINIONS


def is_act(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether a cue that asks, declines, refuses or denies does so without a content.

    "Asked not to be named", "declined to comment", "refused to eat", "disputed that characterization".
    """
    lower, shape = context.skeleton.lower, context.skeleton.shape
    if lower[first : first + 2] == ["to", "be"] and (lower[verb] == "asked" or lower[first - 1] == "not"):
        return bool(_UNNAMED.intersection(lower[first + 2 : first + 3]))
    if lower[first : first + 2] in (["to", "remain"], ["to", "stay"]) and lower[verb] == "asked":
        return bool(_NAMELESS.intersection(lower[first + 2 : first + 3]))
    if CUES.get(lower[verb]) in ("decline", "refuse"):
        question = shape[first] == shapes.RELATIVE or lower[first] in ("if", "whether")
        return not question and not (
            lower[first] == "to" and _GIVEN.intersection(lower[first + 1 : first + 2])
        )
    pointed = lower[first] in POINTING and last > first + 1 and not shape[first + 1 : last].strip(_QUALIFIED)
    nouns = last == first + 2 or lower[first] != "that" or lower[verb].startswith("discuss")
    return (pointed and nouns) or only_points(context.skeleton, first, last)


def is_no_proposition(context: ArticleAnalysis, verb: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether what a verb seems to report is nothing that somebody put into words."""
    first, last = ranges[0]
    skeleton = context.skeleton
    told = (
        first > verb + 1
        and skeleton.shape[first - 1] == ":"
        and shapes.FINITES.intersection(skeleton.shape[verb:first])
    )
    torn = skeleton.lower[last - 1] in JOINTS and (
        last == verb or skeleton.shape[last : last + 1] in (",", "-")
    )
    if told or (torn and len(ranges) == 1):
        return True  # "maintained a blackout; it was clear: …", "looks odd – but, according to the agency, …"
    return (
        _is_thought(context, verb)
        or _is_shown(context, verb)
        or _is_filler(context.skeleton, verb)
        or (first > verb and (is_object(context, verb, first, last) or _is_piece(context, verb, first, last)))
    )


def _is_thought(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb says what went on in heads: "fans thought", "few believe"."""
    lower = context.skeleton.lower
    if lower[verb] in _THOUGHT:
        return lower[verb + 1 : verb + 3] != ["to", "know"]
    who = subject(context, verb)
    if lower[verb] == "decided" and who is not None:  # as a court does, which says so
        return lower[who.first] in ("he", "she", "they") or context.is_human(who)
    if lower[verb] not in _OPINIONS:
        return False
    before = lower[max(0, verb - 2) : verb]
    if (
        lower[verb - 1] == "to"
        or NEGATIONS.intersection(before)
        or any(each.endswith(("n't", "n’t")) for each in before)
    ):
        return True  # "led viewers to believe"; what they "do not believe" would read as if they did
    if who is None:
        return False
    if who.kind == NAME:
        several = singular(lower[who.head]) != lower[who.head]
        return several or context.entities[who.entity].body is not None  # "the Ministry believes it can"
    many = (
        lower[who.first] == "they"
        if who.kind == PRONOUN
        else lower[who.head] in SINGULAR or lower[who.head] in _HEADS
    )
    return many or not (who.kind == PRONOUN or _can_speak(context, who))


def _is_shown(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb says what follows from things: "data suggest", "was attacked most often, indicating that"."""
    skeleton = context.skeleton
    if CUES.get(skeleton.lower[verb]) in _FINDING and _MODALS.intersection(skeleton.lower[verb - 2 : verb]):
        return True  # "a court would find that"
    if CUES.get(skeleton.lower[verb]) in ("threaten", "promise"):
        doer = subject(context, verb)  # "the reaction threatened to"
        return doer is not None and doer.kind == NOUN and not _can_speak(context, doer)
    lemma = CUES.get(skeleton.lower[verb]) or _ALSO_SHOWING.get(skeleton.lower[verb])
    if lemma not in _SHOWING:
        return False
    who = subject(context, verb)
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    if who is None:
        return not _is_joined(skeleton, verb, begin)
    if lemma == "mean" and who.kind != NAME:
        return skeleton.lower[who.first] not in ("he", "she", "i")
    if skeleton.lower[verb].endswith("ing") and singular(skeleton.word_before(verb)) in _SHOWN:
        return True  # "they had data indicating that"
    if skeleton.lower[verb].endswith("ing"):
        told = shapes.CUE in skeleton.shape[begin:verb] or who.last == verb
        if not told and skeleton.shape[verb - 1] == "," and lemma != "suggest":
            return True  # "the army moved south, indicating that": what the writer makes of it
        many = skeleton.lower[who.head] in _MANY  # "was attacked most often"
        thing = not _can_speak(context, who) or skeleton.lower[who.head] in _SHOWN
        return not told and who.kind == NOUN and (many or thing)
    words = {
        SINGULAR.get(word, word.removesuffix("s"))
        for word in skeleton.lower[_phrase(skeleton, who) : who.last]
    }
    if who.kind == PRONOUN and skeleton.lower[who.first] in ("they", "it", "which"):
        words = {SINGULAR.get(word, word.removesuffix("s")) for word in skeleton.lower[begin : who.first]}
        meant = referent(context, who, skeleton.lower[who.first])  # "The vote was close. It showed that"
        owned = meant is not None and shapes.POSSESSIVE in skeleton.shape[meant.first : meant.last]
        return bool(words & _SHOWN) or (meant is not None and not owned and not _can_speak(context, meant))
    if words & _SHOWN or skeleton.lower[verb].startswith("reveal"):
        return bool(words & _SHOWN)
    return who.kind == NOUN and not _can_speak(context, who)


def _phrase(skeleton: TokenizedArticle, who: Mention) -> int:
    """Return the first word of a noun phrase of which a mention is the last part: "a poll of viewers for the daily"."""
    at = who.first
    while at > 0 and (
        skeleton.shape[at - 1] in shapes.NOMINAL + shapes.PAST or skeleton.lower[at - 1] in _OF
    ):
        at -= 1
    return at


def _is_joined(skeleton: TokenizedArticle, verb: int, begin: int) -> bool:
    """Tell whether a verb is joined to one before, whose subject it shares: "met the mayor and has suggested"."""
    at = verb - 1
    while at > begin and skeleton.shape[at] in shapes.PREVERB:
        at -= 1
    return skeleton.lower[at] in ("and", "but")


def _can_speak(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a noun is for people, a body or a paper."""
    if mention.kind != NOUN:
        return True
    word = singular(context.skeleton.lower[mention.head])
    return (
        word in PEOPLE
        or word in BODY_NOUNS
        or word in PAPERS
        or context.skeleton.shape[mention.head] in shapes.HEAD
    )


def _is_filler(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether "say" stands for "for example": "when, say, the company pays"."""
    if (
        skeleton.lower[verb] != "say"
        or skeleton.shape[verb - 1] != ","
        or skeleton.shape[verb + 1 : verb + 2] != ","
    ):
        return False
    return skeleton.shape[verb - 2] not in shapes.HEAD + shapes.PRONOUN + shapes.OTHER


def _is_piece(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether words behind a verb that reports clauses are cut off before their own verb."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    if CUES.get(lower[verb]) != "say" or first > verb + 2 or shape[first] == shapes.PRONOUN:
        return False
    goes_on = shape[last : last + 1] == "," or lower[last : last + 1] in (["and"], ["or"])
    return goes_on and last - first > 1 and not is_clause(skeleton, first, last)
