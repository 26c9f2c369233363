"""Whether a content is nothing its speaker said: all that is asked of one before it counts."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.cues.replies import ANSWERS
from tui.reading.quotes.cues.silence import is_silent
from tui.reading.quotes.indirect.content_choice import Content
from tui.reading.quotes.indirect.content_starts import is_clause, opens_relative
from tui.reading.quotes.indirect.propositions import is_act, is_no_proposition
from tui.reading.quotes.indirect.speaker_phrases import belongs_to_speaker, tells_of_source
from tui.reading.quotes.indirect.unsaid import is_no_statement, is_unsaid, tells_nothing
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PEOPLE, singular, word_set

_TELLING = word_set("say tell mention specify explain disclose reveal elaborate indicate state report")
# "said on Tuesday in Riga" says when and where
_WHEN_AND_WHERE = word_set("on in at after before during since until outside inside near from via through")
_TIMES = word_set("earlier later early late last this next")
_FEW = 4  # words of a time
_CONNECTORS = frozenset((
    "in addition", "after all", "for example", "for instance", "in fact", "of course", "at first", "in short",
    "by contrast", "as a result", "in other words", "to be sure", "in turn", "in general", "at the same time",
))  # fmt: skip
_OPENING = 0.6  # how much less likely the words behind "According to Lund, …" may be
_A_NOUN = re.compile(f"{shapes.DETERMINER}{shapes.CUE}")  # "the talks"


_NO_VERBS = ANSWERS | {"known"}
_FURNITURE = re.compile(r" (?:click to share|opens in new) |twitter\.com")
_FEELING = ("express", "voice")  # take no clause: "expressed concern over the border"


def is_empty(context: ArticleAnalysis, content: Content) -> bool:
    """Tell whether what a verb reports is only who was told, what a speaker was asked about, or nothing anybody said."""
    skeleton = context.skeleton
    verb, ranges = content.verb, content.ranges
    if content.speaker is not None and skeleton.lower[verb] in _NO_VERBS:
        return False  # "she let it be known that", "her answer was that"
    present = (
        CUES.get(skeleton.lower[verb]) == skeleton.lower[verb]
    )  # "In addition, films add value, and they last"
    if (len(ranges) == 1 or present) and " ".join(skeleton.lower[slice(*ranges[0])]) in _CONNECTORS:
        return True
    led = content.speaker is not None
    return (
        (
            CUES.get(skeleton.lower[verb]) in _TELLING and is_silent(context, verb)
        )  # "the report does not say who asked"
        or (skeleton.lower[verb] == "according" and content.margin < -_OPENING * _opens(context, verb))
        or (is_unsaid(skeleton, verb) and ranges[0][0] > verb)  # "it is understood that"
        or (not led and belongs_to_speaker(context, verb, ranges))
        or tells_nothing(context, verb)
        or any(_holds_furniture(skeleton, *part) for part in ranges)
        or (not led and content.stance is None and is_no_proposition(context, verb, ranges))
        or (ranges[0][0] > verb and _is_empty_behind(context, content))
    )


def _holds_furniture(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether what else is on the page stands among words: "Click to share", a post's link, headlines in capitals."""
    if _FURNITURE.search(f" {' '.join(skeleton.lower[first:last])} "):
        return True
    words = skeleton.text[first:last]
    if not any(map(str.isupper, words)):  # as in most
        return False
    loud = [len(word) > 2 and word.isalpha() and word.isupper() for word in words]
    return not all(loud) and any(one and other for one, other in pairwise(loud))


def _opens(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a word opens its sentence, or what stands behind a colon in it: "According to Lund, it rains"."""
    skeleton = context.skeleton
    return verb == skeleton.sentences[skeleton.sentence[verb]][0] or skeleton.shape[verb - 1] in ":;"


def _is_empty_behind(context: ArticleAnalysis, content: Content) -> bool:
    """Tell whether what follows a verb is an act, a thing, or when and where."""
    skeleton = context.skeleton
    verb, (first, last) = content.verb, content.ranges[0]
    inside = skeleton.shape[first:last]
    bare = shapes.CLAUSE.isdisjoint(inside)
    apart = skeleton.shape[verb + 1 : first] == ","  # "she said, a hint of fear in her voice"
    if (first == verb + 1 and _tells_how(skeleton, first, last)) or (bare and apart):
        return True
    if _is_adjunct(context, verb, first):
        return True
    if skeleton.lower[first] in _TIMES and skeleton.shape[last - 1] == shapes.TIME and last - first < _FEW:
        return True  # "said earlier this month"
    oneself = first > verb + 1 and skeleton.lower[verb + 1].endswith("self")
    if oneself and skeleton.word_before(first) != "that" and skeleton.lower[first] != "that":
        return True  # "explains herself, but she did so"
    if is_act(context, verb, first, last):
        return True
    if bare and (CUES.get(skeleton.lower[verb]) == "tell" or skeleton.lower[verb] in ("citing", "quoting")):
        return True
    if skeleton.lower[verb] == "citing" and _is_of_people(skeleton, first, last):
        return True
    opens = verb == skeleton.sentences[skeleton.sentence[verb]][0]
    opener = opens and skeleton.lower[verb] in ("asked", "questioned", "pressed")
    if opener and (shapes.CUE in inside or bare):
        return True
    if content.stance is not None:
        return False
    if is_no_statement(context, verb, first, last) or (
        content.margin < 0
        and CUES.get(skeleton.lower[verb]) not in _FEELING
        and not is_clause(skeleton, first, last)
    ):
        return True
    return skeleton.lower[first] in _WHEN_AND_WHERE and shapes.CLAUSE.isdisjoint(_A_NOUN.sub("", inside))


def _is_of_people(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words begin with who is cited, and not with what: "two officials involved in the matter"."""
    at = first
    while at < last and skeleton.shape[at] in shapes.NOMINAL:
        at += 1
    return at > first and singular(skeleton.lower[at - 1]) in PEOPLE


def _tells_how(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words tell of a saying: "said ⟦without giving details", "said ⟦the mayor, speaking on condition of …"."""
    shape = skeleton.shape
    if skeleton.lower[first] == "without" and skeleton.lower[first + 1].endswith("ing"):
        return "that" not in skeleton.lower[first:last]
    comma = shape.find(",", first, last)
    return (
        comma > 0
        and not set(shape[first:comma]) & set(shapes.VERB)
        and tells_of_source(skeleton, comma + 1, last)
    )


def _is_adjunct(context: ArticleAnalysis, verb: int, first: int) -> bool:
    """Tell whether what follows a verb belongs to it or to a noun behind it, and is nothing it reports.

    "All he said | or wrote", "was challenged | by the press", "a note | that was signed".
    """
    skeleton = context.skeleton
    lower = skeleton.lower
    gap = (
        lower[first - 1] == "for" and skeleton.shape[first] == shapes.CONNECTIVE
    )  # "the help she asked for in May"
    who = subject(context, verb)
    asked = who is not None and lower[first] == "that" and who.first > 0 and lower[who.first - 1] == "what"
    if asked or lower[first] == "or" or gap:
        return True
    if lower[first] == "by" and first == verb + 1 and context.skeleton.word_before(verb) in BEING:
        return True
    told = CUES.get(lower[verb]) in ("say", "argue")  # "argued about who should pay"
    about = told and lower[verb + 1 : verb + 2] == ["about"] and first <= verb + 2
    return opens_relative(skeleton, verb, first) or about
