"""Verbs of saying in clauses that deny, ask or suppose that anything was said: "if Lund says that", "contrary to what"."""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, word_set

_NOT_DONE = word_set("might could may should would must")  # with "have": "should have said"
_OWED = word_set("must should")
_INVERTED = word_set("has have had do does did will would could should can")
_BEGINS = frozenset((".", ":", ";", "-", shapes.BREAK, shapes.QUOTE, ""))
_OPEN = word_set("if whether unless lest")
_OPEN_YET = word_set("until till once")  # of what is to come: "until Lund says"
_NOR = word_set("nor neither never")
_AGAINST = (["contrary", "to"], ["contrast", "to"], ["contradiction", "to"], ["opposed", "to"])
_BUT = NEGATIONS | word_set("unlike despite notwithstanding than")
_UNTRUE = word_set("untrue false wrong unlikely doubtful incorrect")
_TRUE = word_set("true clear certain correct known proven evidence proof record indication sign")
_NOT = NEGATIONS | word_set("no isn't wasn't isn’t wasn’t neither")
_WANTING = word_set(
    "want wants wanted expect expects expected like liked prefer prefers preferred wish wishes wished"
)
_WOULD = frozenset(("would", "’d", "'d"))
_LIKING = word_set("like liked prefer prefers preferred")
_RUMOURS = word_set(
    "report reports rumour rumours rumor rumors claim claims allegation allegations suggestion suggestions"
)
_DISOWNED = word_set(
    "denied false untrue wrong rejected dismissed refuted unfounded incorrect baseless unconfirmed"
)
_SAYING = word_set("say tell claim warn admit threaten promise add state insist")
_REPORTEDLY = word_set("allegedly reportedly supposedly apparently purportedly")
_SAID_TO = word_set("said alleged reported rumoured rumored believed thought understood accused suspected")
_PHRASE = frozenset(shapes.NOUN_PHRASE + shapes.PRONOUN)
_OBJECT = frozenset(shapes.NOMINAL + shapes.PRONOUN + shapes.OTHER_PRONOUN)
_REACH = 6  # words


def is_supposed(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a clause denies, asks, supposes or wants that anybody says what the verb at word `verb` reports."""
    skeleton = context.skeleton
    lower = skeleton.lower
    if CUES.get(lower[verb]) == "accord":
        return False
    at = _helpers(skeleton, verb)
    helping = lower[at + 1 : verb]
    if "have" in helping and (_NOT_DONE.intersection(helping) or lower[at - 1 : at + 1] == ["ought", "to"]):
        return True  # "should have said"
    if _OWED.intersection(helping) and lower[verb] == CUES.get(lower[verb]):
        return True  # "must say"
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    if lower[at - 1 : at + 1] == ["were", "to"] and "if" in lower[begin:at]:
        return True  # "if the court were to find that"
    if lower[at] == "to" and (_is_wanted(skeleton, at) or lower[at - 1] in ("has", "have")):
        return True  # "has to admit", where "had to" tells that it was done
    who = subject(context, verb)
    return who is not None and who.last <= verb and _is_led(skeleton, who, verb)


def _is_led(skeleton: TokenizedArticle, who: Mention, verb: int) -> bool:
    """Tell whether what stands before its subject makes a clause a question, a condition or untrue."""
    lower, shape = skeleton.lower, skeleton.shape
    before = _opening(skeleton, who.first)
    if before < 0:
        return False
    opener = lower[before]
    if set(shape[who.last : verb]) - set(shapes.PREVERB):
        return False
    if opener in _INVERTED:  # "Has Lund said that …?", "Had Lund said so, …", "nor has Lund said"
        return before == 0 or shape[before - 1] in _BEGINS or lower[before - 1] in _NOR
    to_come = lower[verb][-1] == "s" or "has" in lower[who.last : verb]
    if opener in _OPEN or (opener in _OPEN_YET and to_come):
        return True
    if opener == "what":
        return lower[before - 2 : before] in _AGAINST or lower[before - 1] in _BUT
    untrue = opener == "that" and (_is_untrue(skeleton, before) or _is_disowned(skeleton, before, verb))
    return untrue or lower[before - 2 : before + 1] == ["whether", "or", "not"]


def is_hearsay(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether somebody unnamed has it that what a verb reports was said: "allegedly said", "reports that Lund said"."""
    skeleton = context.skeleton
    lower = skeleton.lower
    at = _helpers(skeleton, verb)
    if _REPORTEDLY.intersection(lower[at + 1 : verb]):
        return True
    if "have" in lower[at + 1 : verb] and lower[at] == "to" and lower[at - 1] in _SAID_TO:
        return True  # "is alleged to have said"
    if lower[verb - 1] == "of" and lower[verb - 2] in _SAID_TO:
        return True  # "was accused of saying"
    who = subject(context, verb)
    before = _opening(skeleton, who.first) if who is not None and who.last <= verb else -1
    return before > 0 and _is_rumour(skeleton, before, verb)


def quotes_nobody(context: ArticleAnalysis, cue: int) -> bool:
    """Tell whether nobody named surely said the marked words whose verb is word `cue`: "“Go,” Lund wants her to say"."""
    skeleton = context.skeleton
    if skeleton.lower[cue] in _WANTING:
        to = next((at for at in range(cue + 1, cue + _REACH) if skeleton.lower[at : at + 1] == ["to"]), cue)
        cue = to + 1 if skeleton.shape[to + 1 : to + 2] == shapes.CUE else cue
    return is_supposed(context, cue) or is_hearsay(context, cue)


def _helpers(skeleton: TokenizedArticle, verb: int) -> int:
    """Return the word before a verb and what helps it: that before "should really have said"."""
    at = verb - 1
    while at > 0 and skeleton.shape[at] in shapes.PREVERB:
        at -= 1
    return at


def _opening(skeleton: TokenizedArticle, first: int) -> int:
    """Return the word before the phrase in which the mention at word `first` stands; -1 for none."""
    at = first - 1
    while at >= 0 and skeleton.shape[at] in _PHRASE:
        at -= 1
    return at


def _is_wanted(skeleton: TokenizedArticle, to: int) -> bool:
    """Tell whether somebody only wants that something is said, at the "to" of "wants her to say", "would like to say"."""
    at = to - 1
    while at > max(0, to - _REACH) and skeleton.shape[at] in _OBJECT:
        at -= 1
    would = not _WOULD.isdisjoint(skeleton.lower[max(0, at - 2) : at])
    return skeleton.lower[at] in _WANTING and (would or skeleton.lower[at] not in _LIKING)  # "liked to say"


def _is_untrue(skeleton: TokenizedArticle, that: int) -> bool:
    """Tell whether a clause is called untrue or unproven before its "that": "it is not true that", "no evidence that"."""
    lower = skeleton.lower
    if lower[that - 1] in _UNTRUE:
        return not NEGATIONS.intersection(lower[that - 3 : that - 1])
    return lower[that - 1] in _TRUE and not _NOT.isdisjoint(lower[max(0, that - 3) : that - 1])


def _is_rumour(skeleton: TokenizedArticle, that: int, verb: int) -> bool:
    """Tell whether reports have it that somebody said something: not of "a report that Lund called odd", "said was odd"."""
    lower, shape = skeleton.lower, skeleton.shape
    if lower[that] != "that" or lower[that - 1] not in _RUMOURS:
        return False
    noun = shape[that - 1] != shapes.CUE or that - 1 == skeleton.sentences[skeleton.sentence[that]][0]
    return (
        noun and CUES.get(lower[verb]) in _SAYING and shape[verb + 1 : verb + 2] not in tuple(shapes.FINITE)
    )


def _is_disowned(skeleton: TokenizedArticle, that: int, verb: int) -> bool:
    """Tell whether reports of something are called wrong: "Reports that Lund had said no were denied by Oslo"."""
    if not _is_rumour(skeleton, that, verb):
        return False
    last = skeleton.sentences[skeleton.sentence[verb]][1]
    return any(
        word in _DISOWNED and skeleton.lower[at - 1] in BEING
        for at, word in enumerate(skeleton.lower[verb:last], verb)
    )
