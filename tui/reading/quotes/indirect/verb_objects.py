"""What stands behind a verb of saying and is its object only: a thing, a topic, who is told, a deed.

"Discussed the idea", "repeated their demand", "told parliament before the vote", "insisted on anonymity": each says of what
or to whom somebody spoke, and not what.
"""

from __future__ import annotations

import re

from tui.reading.quotes.indirect.content_starts import TOPICS, is_clause
from tui.reading.quotes.indirect.verb_complements import gives_figure
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import POINTING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_ONE_NAME = re.compile(
    f"{shapes.NAME}+(?:{shapes.CONNECTIVE}{shapes.DETERMINER}{shapes.NAME}+)*(?:[(]{shapes.NAME}+[)]?)?|"
)
_JUDGING = word_set("find consider deem")
_WIDELY_HELD = word_set(
    "said believed thought alleged reported estimated expected considered known rumored rumoured presumed"
)
_MADE = word_set(
    "give make put show play break hear see shoot fire sing back sign release issue discuss vent"
)
_OFFERED = word_set("offer")
_NAMING = word_set("announce reveal disclose confirm unveil tweet")
_OBJECTS = word_set("it them him")
_CLAUSE_SIZE = 4  # words of "that it was"
# Verbs that report clauses, and whose object is no statement.
_OF_CLAUSES = word_set(
    "observe maintain protest defend discuss mention tell dispute add recall write post testify celebrate mourn"
)
_OPENERS = word_set("that how why whether if what who when where to as having being")
_WHEN = word_set("before after when while as since until because where who which that whose whom during")
_ONLY_NAMED = word_set("mourn celebrate discuss mention")  # "mourned the loss that they had felt"
_OCCASION = word_set("following amid after during ahead")
_MOMENT = _OCCASION | word_set("on in at as when while before inside outside near")
_CLOSING = tuple(",?!…")
_LASTING = word_set("time times hour hours minutes minute")
_OF_PEOPLE = word_set("endorse blame praise name nominate")
_CONTENT = word_set("that of to")  # leads in what a demand is
_LATER = word_set("later earlier afterwards")
_SHORT = 8  # words of a thing without a verb
_WENT = (shapes.PAST + shapes.CONNECTIVE, shapes.PAST + shapes.DETERMINER)  # "in a note that apologised to"


def is_object(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether words behind a verb are a thing that something is done to, or of which somebody speaks."""
    skeleton = context.skeleton
    lemma = CUES.get(skeleton.lower[verb], "")
    return not gives_figure(skeleton, verb) and (
        _is_led_in(skeleton, lemma, verb, first)
        or _is_behind_quote(context, lemma, verb, first)
        or (_only_names(skeleton, first, last) and lemma not in _OF_PEOPLE)
        or _is_bare(skeleton, lemma, verb, first, last)
        or _is_topic(skeleton, lemma, first, last)
        or (lemma in _NAMING and _is_named(skeleton, verb, first))
    )


def _is_led_in(skeleton: TokenizedArticle, lemma: str, verb: int, first: int) -> bool:
    """Tell by the words where it begins whether something is no statement."""
    shape, lower = skeleton.shape, skeleton.lower
    opening = lower[first]
    return (
        (first == verb + 1 and opening == "to" and lower[verb] in _WIDELY_HELD)  # "estimated to tune in"
        or opening in ("by", "and", "but")  # "not challenged by the press", "screamed and cried"
        or (first == verb + 1 and shape[first] == "-")
        or lower[first - 1] == _lead(lemma)  # "said of the flood"
        or (opening == "that" and first > verb + 1 and shape[first + 1 : first + 3] in _WENT)
        or (lemma in _MADE and opening not in ("that", "how", "why", "whether", "what"))
    )


def _is_behind_quote(context: ArticleAnalysis, lemma: str, verb: int, first: int) -> bool:
    """Tell whether a quote stands before, and behind only when or to whom: "“…,” she said on Monday as the vote began"."""
    skeleton = context.skeleton
    shape, opening = skeleton.shape, skeleton.lower[first - (first > verb + 1)]
    if first == verb + 1 and opening in _OCCASION:
        return shapes.QUOTE in shape[max(0, verb - _SHORT) : verb]
    mark = shape.rfind(shapes.QUOTE, max(0, verb - _SHORT), verb)
    if mark < 0 or shape[mark + 1 : verb].strip(shapes.NOMINAL + shapes.PRONOUN + shapes.PREVERB + ","):
        return False
    end = skeleton.ends[mark]
    closed = shape[mark + 1] == "," or context.text[end - 2 : end - 1] in _CLOSING
    placed = closed and (lemma == "tell" or opening in _MOMENT)
    return placed and (first == verb + 1 or shape[verb + 1 : first - 1] in ("", shapes.ON_DAY, shapes.TIME))


def _is_bare(skeleton: TokenizedArticle, lemma: str, verb: int, first: int, last: int) -> bool:
    """Tell whether a verb that wants a clause, or an infinitive, has a thing."""
    shape, lower = skeleton.shape, skeleton.lower
    opening = lower[first]
    bare = shapes.CLAUSE.isdisjoint(shape[first:last])
    if lemma in _OFFERED:
        return opening not in ("to", "that") and first == verb + 1  # "offered a plan that was like hers"
    if lemma in _JUDGING and lower[first - 1] != "that":  # "found that comment odd"
        return bare if opening != "that" else last - first < _CLAUSE_SIZE
    if opening in _OPENERS:
        return False
    if lemma == "repeat":  # "repeated their demand in a talk"
        return not _CONTENT.intersection(lower[first:last])
    if lemma == "tell" and not _is_listener(skeleton, first, last):
        return False
    return lemma in _OF_CLAUSES and not _has_own_verb(
        skeleton, first, last, relative=lemma not in _ONLY_NAMED
    )


def _is_listener(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words begin with one who is told, and go on with where or when: "parliament before the vote"."""
    at = first
    while at < last and skeleton.shape[at] in shapes.NOMINAL:
        at += 1
    return at == last or skeleton.shape[at] in shapes.CONNECTIVE + shapes.ADVERBIAL


def _is_topic(skeleton: TokenizedArticle, lemma: str, first: int, last: int) -> bool:
    """Tell whether words say what somebody spoke about: "said about the note", "told a story"."""
    shape, lower = skeleton.shape, skeleton.lower
    lasting = lemma in ("talk", "speak", "say") and _LASTING.intersection(lower[first : first + _SHORT])
    if lasting and shapes.CLAUSE.isdisjoint(shape[first:last]):
        return True  # "talked an hour and forty minutes", "has said many times before"
    if lower[first - 1] == "about" and lemma in ("say", "tell") and shape[first] != shapes.NUMBER:
        return shapes.FINITES.isdisjoint(shape[first : min(last, first + _SHORT)])
    on = first - (lower[first] != "on")
    if lemma == "answer" and "question" in lower[first : first + _SHORT]:
        return True  # "said, answering a question on whether"
    if (
        lemma in ("report", "comment")
        and lower[on] == "on"
        and shape[on + 1] not in shapes.TIME + shapes.NUMBER
    ):
        return True  # "commented on the talks", and not "on 2 May"
    topic = next((at for at in range(first, min(last, first + 4)) if lower[at] in TOPICS), -1)
    # not "told reporters the story is over"
    return lemma == "tell" and topic >= 0 and shape[topic + 1 : topic + 2] not in tuple(shapes.FINITE)


def _is_named(skeleton: TokenizedArticle, verb: int, first: int) -> bool:
    """Tell whether a thing is only named: "announced it years ago", "revealed her view, a topic she was quiet about"."""
    shape = skeleton.shape
    if skeleton.lower[first] in _OBJECTS:
        return shape[first + 1 : first + 2] not in tuple(shapes.PREDICATE)
    return first > verb + 1 and shape[first - 1 : first + 1] == "," + shapes.DETERMINER


def only_points(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words point to what was said before, with when or where: "denied this later", "said that in court"."""
    shape, lower = skeleton.shape, skeleton.lower
    if lower[first] not in POINTING or last < first + 2:
        return False
    placed = shape[first + 1] == shapes.CONNECTIVE and lower[first + 1] != "of"
    if lower[first] != "that":
        placed = placed or shape[first + 1] in shapes.ADVERBIAL
    return (placed or lower[first + 1] in _LATER) and shapes.CLAUSE.isdisjoint(shape[first + 1 : last])


def _lead(lemma: str) -> str:
    """Return what leads in of whom a verb says something."""
    return "of" if lemma == "say" else "with" if lemma == "argue" else ""


def _only_names(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words are no more than a name: "said the envoy, Ida Lund", "called on Ida Lund (of Riga) to".

    Also of "called out Speaker of the House Ida Lund (N-Riga)".
    """
    return bool(_ONE_NAME.fullmatch(skeleton.shape, first, last))


def _has_own_verb(skeleton: TokenizedArticle, first: int, last: int, *, relative: bool) -> bool:
    """Tell whether words are a clause, and not a thing with a clause that hangs on it: "parliament before it met"."""
    head = first
    while head < last and skeleton.lower[head] not in _WHEN:
        head += 1
    inside = skeleton.shape[first:head]
    if "and" in skeleton.lower[first:head] and inside[:1] == shapes.DETERMINER:
        inside = inside[: skeleton.lower.index("and", first, head) - first]  # "wrote a note and burnt it"
    if (
        shapes.ING in inside[:1]
        or shapes.FINITES.intersection(inside)
        or is_clause(skeleton, first, first + len(inside))
    ):
        return True
    if head == last or skeleton.shape[first] == shapes.PRONOUN:
        return not (skeleton.shape[first] == shapes.DETERMINER and last - first < _SHORT)
    return (
        relative
        and skeleton.lower[head] in ("that", "who", "which", "whose")
        and bool(shapes.FINITES.intersection(skeleton.shape[head:last]))
    )
