"""Words beside a verb of saying that are none it reports: they tell who speaks, or where."""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.indirect.content_borders import stands_before
from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, main_verb
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PAPERS, PEOPLE, singular, word_set

_WHERE = word_set("in on at during")
_OCCASIONS = word_set(
    "remark comment debate interview speech address hearing conference call briefing testimony"
)
_REACH = 6  # words


def tells_of_source(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words behind a verb say only what its speaker keeps back: "declining to be named because …".

    Or on what terms: "speaking on condition of anonymity".
    """
    said = skeleton.lower[first:last]
    return said[:1] in (["declining"], ["refusing"]) or (
        "anonymity" in said and said[0].endswith("ing") and "that" not in said
    )


def belongs_to_speaker(context: ArticleAnalysis, verb: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether words are taken for said that tell who speaks, or of whom "who" tells more.

    "Ida Lund, 24⟧, said", "a shot was fired at Lund⟧, who had warned", "said Ida Lund, ⟦a judge in Riga".
    """
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    who = subject(context, verb)
    first, last = ranges[0]
    lemma = CUES.get(lower[verb])
    if last <= verb:
        if who is None or lower[verb] == "according":
            return False
        if first <= who.first < last and stands_before(context, verb, last):
            return True
        if len(ranges) == 1 and is_place(lower, first, last):
            return True
        opens = lower[first] in SUBORDINATORS
        opens = opens or (
            lower[first].endswith("ing") and not set(shapes.FINITE).intersection(shape[first:last])
        )
        alone = len(ranges) == 1 and opens and "," not in shape[first:last]
        return alone and shape[verb + 1 : verb + 2] != "," and shapes.QUOTE in shape[verb : verb + _REACH]
    if (
        first == verb + 1
        and shape[verb - 1] == shapes.QUOTE
        and not shapes.CLAUSE.intersection(shape[first:last])
    ):
        return True  # "“…,” suggested Ida Lund, a judge in Riga"
    several = (
        shape[first] == shapes.NOUN
        and lower[first + 1 : first + 2] == ["who"]
        and singular(lower[first]) != lower[first]
    )
    if first == verb + 1 and shape[verb - 1] == "," and (shape[first] == shapes.DETERMINER or several):
        told = (
            lemma == "say"
            and "who" in lower[first : min(last, first + _REACH)]
            and "-" not in shape[first:last]
        )
        comma = shape.find(",", first, last)
        if told and main_verb(skeleton, first, comma if comma > 0 else last) < 0:
            return True  # "She was tired, said an official who was not named"
    if shape[first - 1] != "," or lower[first] == "to" or (lower[verb] == "according" and who is None):
        return False
    named = who is not None and verb < who.first < first
    named = named or any(one.last == first - 1 for one in context.mentions_between(verb + 1, verb + 2))
    if not named or verb == skeleton.sentences[skeleton.sentence[verb]][0]:
        return False  # not with "According to Lund, …"
    return (shape[first] == shapes.RELATIVE and lower[first] != "that") or not shapes.CLAUSE.intersection(
        shape[first:last]
    )


def is_introduced(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words are no more than somebody with their name: "The mayor's spokesman, Ivo Lund⟧, said Renn had"."""
    comma = skeleton.shape.rfind(",", first, last)
    office = comma > first and singular(skeleton.lower[comma - 1]) in PEOPLE
    nominal = not skeleton.shape[first:comma].strip(shapes.NOMINAL + shapes.CONNECTIVE)
    return office and nominal and not skeleton.shape[comma + 1 : last].strip(shapes.NAME)


def is_place(lower: list[str], first: int, last: int) -> bool:
    """Tell whether words only say where something is said: "in a statement given to the daily"."""
    words = {singular(word).removesuffix("s") for word in lower[first : min(last, first + _REACH)]}
    return lower[first] in _WHERE and not (words.isdisjoint(PAPERS) and words.isdisjoint(_OCCASIONS))
