"""Where what is said begins behind its verb: after who is told, and after where and when it is said.

"Lund told the paper | she was tired", "said on state television | that the road was open".
"""

from __future__ import annotations

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import JOINING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import SINGULAR, word_set

_PLACING = word_set(
    "on in at during after before through via by to from over late early outside inside near with"
)
_FIRST_TIME = ["for", "the", "first", "time"]
_TO_THAT = 12  # words
_TELLING = ("tell", "assure", "inform", "remind", "warn", "promise")
_ACTS = shapes.VERB + shapes.RELATIVE + shapes.QUOTE + ",;:"  # a verb, or what ends a subject
_OBJECT = shapes.NOMINAL + shapes.PRONOUN + shapes.OTHER_PRONOUN + shapes.ING
_TIMES = ("last", "this", "that", "next", "earlier", "later")  # begin "last year", which is no object
_STATING = ("say", "write", "state", "announce", "add", "warn")
_OCCASION = (["in"], ["at"], ["during"])
_NOUNS = shapes.OTHER + shapes.NOUN + shapes.ING
_HEARER = shapes.HEAD + shapes.ADJECTIVE + shapes.OTHER + shapes.POSSESSIVE + shapes.NUMBER + shapes.ING
_OPENS = shapes.PRONOUN + shapes.DETERMINER  # begins what he is told
TOPICS = word_set("story stories tale joke anecdote jokes")  # are told, and hear nothing
SUBORDINATORS = word_set(
    "if when while although though because as after before since unless once until considering given whether whereas"
)
_TELLING_MORE = word_set("who which that whom whose")
_SPANS = word_set("moments minutes hour hours day days week weeks month months year years")
WITHHOLDING = word_set(
    "giving providing elaborating naming specifying saying offering explaining going citing adding identifying"
)
_DETAILED = word_set("a an any anyone anything the more further in into when where who why how names")
_FROM_THERE = ("after", "before")
_OF_MANY = word_set("are were have")
_YEAR = 4  # digits


def start_of(context: ArticleAnalysis, verb: int, first: int, last: int) -> int:
    """Return the first word of what is said in the words `first` to `last` behind a verb."""
    if first > verb + 1 and context.skeleton.shape[first : first + 1] == shapes.POSSESSIVE:
        return first - 1  # "said | Sunday's flood was"
    lower = context.skeleton.lower
    first += (
        context.skeleton.shape[first : first + 1] == ";"
    )  # "Oslo denied it, the palace said; | Lund was away"
    dated = first > verb + 1 and context.skeleton.shape[first - 1] == shapes.TIME
    first += (
        dated and len(lower[first]) == _YEAR and lower[first].isdigit()
    )  # "admitted in May 2015 | to using"
    if first > verb + 2 and lower[first - 1 : first + 1] == [",", "to"]:
        return verb + 1  # "announced | a reform, to begin in May"
    if first == verb + 1 < last - 1 and lower[first] == "for" and CUES.get(lower[verb]) == "call":
        return verb + 2
    if verb < first and (that := _behind_manner(context.skeleton, verb, last)) >= first:
        return that
    first = _behind_place(context, verb, first, last)
    if opens_relative(context.skeleton, verb, first):  # "said in a note that was read out | that"
        return next((at for at in range(first + 2, last - 2) if _states(context.skeleton, at, last)), first)
    return first


def _behind_manner(skeleton: TokenizedArticle, verb: int, last: int) -> int:
    """Return the "that" behind how something is said: "noted with satisfaction that"; -1 where none stands there.

    Or behind what is left unsaid: "said without giving a reason that", "said without elaborating it would rain".
    """
    if skeleton.lower[verb + 1 : verb + 2] == ["without"] and skeleton.lower[verb + 2 : verb + 3] != []:
        return _behind_reticence(skeleton, verb + 2, last)
    if (
        skeleton.lower[verb + 1 : verb + 2] != ["with"]
        or skeleton.shape[verb + 2 : verb + 3] == shapes.DETERMINER
    ):
        return -1
    that = next((at for at in range(verb + 3, min(last - 2, verb + 6)) if skeleton.lower[at] == "that"), -1)
    return that if that > 0 and _states(skeleton, that, last) else -1


def _behind_reticence(skeleton: TokenizedArticle, at: int, last: int) -> int:
    """Return where a clause begins behind what the word `at` leaves unsaid: "without giving any details | that"; -1."""
    shape, lower = skeleton.shape, skeleton.lower
    if lower[at] not in WITHHOLDING:
        return -1
    that = next((one for one in range(at + 1, min(last - 2, at + _TO_THAT)) if lower[one] == "that"), -1)
    if that > 0:
        acts = (one for one in range(at + 1, that) if shape[one] in shapes.VERB and lower[one] != "details")
        return that if next(acts, -1) < 0 else -1
    begin = at + 1
    while begin < last and (shape[begin] in shapes.OTHER + shapes.NUMBER or lower[begin] in _DETAILED):
        begin += 1  # "any further details", "a source", "when"
    return (
        begin
        if begin < last - 2 and shape[begin] in _OPENS + shapes.NAME and is_clause(skeleton, begin, last)
        else -1
    )


def _behind_place(context: ArticleAnalysis, verb: int, first: int, last: int) -> int:
    """Return the first of words behind a verb that are neither who is told nor where and when."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if first == verb + 2 and lower[verb + 1 : verb + 5] == _FIRST_TIME:
        first = verb + 1
    if first != verb + 1:
        return first
    told_them = CUES.get(lower[verb]) in _TELLING and shape[first] == shapes.OTHER_PRONOUN
    # "told him privately in May that"
    if lower[first] in _PLACING or told_them or lower[first : first + 4] == _FIRST_TIME:
        that = next(
            (at for at in range(first + 1, min(last - 2, first + _TO_THAT)) if lower[at] == "that"), -1
        )
        placed = that > 0 and not set(shape[first:that]) & set(shapes.VERB)
        return that if placed else first
    if CUES.get(lower[verb]) in _TELLING and shape[first] in shapes.NOMINAL:
        behind = _behind_hearer(context.skeleton, first, last)
        clause = first < behind < last - 2 and set(shape[behind:last]) & shapes.FINITES
        if clause and (shape[behind] in _OPENS or lower[behind] in ("that", "there")):
            return behind
    return first


def behind_occasion(skeleton: TokenizedArticle, verb: int) -> int:
    """Return where a clause begins behind where or on what day it was said: "said in a note | the dam was full"; -1."""
    shape, lower = skeleton.shape, skeleton.lower
    dated = shape[verb + 1 : verb + 3] == shapes.ON_DAY and lower[verb + 1] == "on"
    if CUES[lower[verb]] not in _STATING or not (dated or lower[verb + 1 : verb + 2] in _OCCASION):
        return -1
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    if shapes.QUOTE in shape[first:last] or lower[verb + 2 : verb + 3] in (["least"], ["most"]):
        return -1
    begin = _behind_hearer(skeleton, verb + 1, last)
    if "that" in lower[begin:last]:
        return -1  # "said in an interview he gave on Monday that"
    opens = _OPENS + shapes.NAME if dated else _OPENS
    if begin >= last - 2 or not (shape[begin] in opens or lower[begin] == "there"):
        return -1
    acts = next((at for at in range(begin, last) if shape[at] in _ACTS), begin)
    without_object = not {*shape[acts + 1 : acts + 2]} & set(_OBJECT) or lower[acts + 1] in _TIMES
    relative = shape[acts : acts + 1] == shapes.PAST and (
        without_object or shapes.AUXILIARY in shape[acts + 1 : acts + 3]
    )
    # no "in a note the army wrote was false", "in a book the critics loved"
    return begin if shape[acts] in shapes.FINITE and acts > begin and (dated or not relative) else -1


def _behind_hearer(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return the word behind one who is told, and where and when: "a committee of bankers in Riga on Monday"."""
    shape, lower = skeleton.shape, skeleton.lower
    at = _phrase_end(shape, first, last)
    if TOPICS.intersection(lower[first:at]):
        return first
    while at < last and lower[at] != "there":
        if lower[at] in _PLACING or lower[at] == "of":
            end = _phrase_end(shape, at + 1, last)
            if end == at + 1 and shape[end : end + 1] != shapes.TIME:
                return at  # "told reporters after she arrived"
            at = end
        elif shape[at] in shapes.ADVERBIAL:
            at += 1
        else:
            break
    return at


def _phrase_end(shape: str, at: int, last: int) -> int:
    """Return where the noun phrase ends that begins at a word; an adverb behind an article is a noun: "a rally"."""
    if at < last and shape[at] == shapes.DETERMINER:
        at += 1 + (at + 1 < last and shape[at + 1] in _HEARER + shapes.ADVERB)
    while at < last and shape[at] in _HEARER:
        at += 1
    return at


def opens_relative(skeleton: TokenizedArticle, verb: int, first: int) -> bool:
    """Tell whether words begin with a "that" that tells more of a noun before it: "said in a note that was signed".

    Behind one who is told something it opens what he is told, unless that does not fit him: "told reporters that was
    not true", but "told a crowd that was waiting".
    """
    shape, lower = skeleton.shape, skeleton.lower
    if lower[first : first + 1] != ["that"] or first <= verb + 1 or shape[first - 1] not in _NOUNS:
        return False
    if shape[first + 1 : first + 2] not in tuple(shapes.FINITE) and not (
        shape[first + 1 : first + 2] == shapes.CUE and lower[first + 1].endswith("ed")
    ):
        return False
    if CUES.get(lower[verb]) not in _TELLING or lower[verb + 1] in _PLACING:
        return True
    several = lower[first + 1] in _OF_MANY and lower[first - 1] in SINGULAR
    return several or lower[verb + 1] in ("a", "an")


def _states(skeleton: TokenizedArticle, at: int, last: int) -> bool:
    """Tell whether a "that" opens a statement of its own: "that he was sorry"."""
    begins = skeleton.shape[at + 1] in shapes.PRONOUN + shapes.DETERMINER + shapes.NAME + shapes.NUMBER
    return skeleton.lower[at] == "that" and begins and is_clause(skeleton, at + 1, last)


def is_clause(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words are a clause: they have a verb, or a name and what may be one: "Norland stands by its word"."""
    shape, lower = skeleton.shape, skeleton.lower
    if set(shape[first:last]) & shapes.CLAUSE:
        return True
    present = (
        at
        for at in range(first + 1, last - 1)
        if shape[at] == shapes.OTHER and shape[at - 1] in shapes.NAME + shapes.PRONOUN
    )
    return any(lower[at].endswith("s") and not lower[at].endswith("ss") for at in present)


def main_verb(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return the finite verb of the clause that begins at word `first`, -1 where it is not among the words up to `last`.

    It is none of what "who" or "if" leads in: "could" of "that officials, who had called him out, could".
    """
    shape, lower = skeleton.shape, skeleton.lower
    begin = at = first + (lower[first : first + 1] == ["that"])
    relative = told = (
        False  # of a noun, whose clause has a verb of its own: "the one thing that might help is"
    )
    while 0 <= at < last:
        apart = at == begin or shape[at - 1] == ","
        if apart and (lower[at] in SUBORDINATORS or (at > begin and lower[at] in _TELLING_MORE)):
            at = shape.find(",", at, last)
            if at < 0:
                break
        elif at > begin and lower[at] in _TELLING_MORE:
            told = relative = True
        elif shape[at] in shapes.VERB and lower[at - 1] != "to" and not lower[at].endswith("ing"):
            if not told:
                return at
            while at + 1 < last and shape[at + 1] in shapes.PREDICATE:
                at += 1
            told = False
        elif (
            lower[at] in JOINING and at > begin and shape[at + 1 : at + 2] in tuple(shapes.VERB) and relative
        ):
            told = True  # "who was not named and spoke in private"
        at += 1
    return -1


def is_delay(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words only say how long after something else it was said: "said on Tuesday, hours after the fire"."""
    shape, lower = skeleton.shape, skeleton.lower
    span = next((at for at in range(first, last - 1) if lower[at] in _SPANS), -1)
    if span < 0 or lower[span + 1] not in _FROM_THERE or set(shapes.FINITE) & set(shape[first:span]):
        return False
    comma = shape.find(",", first - 1, span)
    # not "said families live in tents, months after the flood"
    placed = comma <= first or lower[first] in _PLACING
    return comma >= 0 and placed and "," not in shape[span:last]
