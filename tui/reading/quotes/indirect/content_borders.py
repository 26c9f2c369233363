"""Where what somebody is reported to say begins and ends, once it is known beside which verb it stands.

The places at which a content may begin and end are marks and joints, and some of them are none: the comma of a date
or of an aside stands inside a clause, and the one that closes "While Lund said …, …" ends what Lund said.
"""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import subject, told_whom
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.indirect.content_ends import clause_at, own_clause, whole
from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, is_clause, main_verb
from tui.reading.quotes.indirect.verb_complements import clause_end
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PAPERS, singular, word_set

Range = tuple[int, int]

_LISTENING = word_set("tell remind assure inform notify convince")
_PAGES = PAPERS | word_set("account page feed channel website site")
_OPENING = word_set("once under despite without because by given unlike if although")  # what is said
_NAMED = tuple(shapes.HEAD + shapes.DETERMINER + shapes.ADJECTIVE + shapes.PRONOUN + shapes.OTHER)
APPOSED = frozenset(shapes.DETERMINER + shapes.ADJECTIVE + shapes.NOUN)  # begins "a judge in Riga"
_ASKING = word_set("urge ask call invite tell advise beg")
_ASIDE = 16  # words
_SUBJECT = 8  # words of a subject, and of the place in which somebody speaks
_FEWEST = 3  # words that can be a statement


def mended(context: ArticleAnalysis, verb: int, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges of a content of the verb at word `verb`, with borders where the clause has them.

    What holds marks is left alone: there the marks are the borders.
    """
    first, last = ranges[0]
    who = subject(context, verb) if last <= verb else None
    held = who is not None and first <= who.first < last and stands_before(context, verb, last)
    if held and len(ranges) > 1:
        return ranges[1:]
    ranges = without_name(context, False, ranges)
    first, last = ranges[0]
    if len(ranges) > 1 and context.skeleton.lower[ranges[-1][0]].endswith(
        "ing"
    ):  # ", he said, announcing it"
        return ranges[:-1] if context.skeleton.shape[ranges[-1][0]] == shapes.CUE else ranges
    if len(ranges) != 1 or shapes.QUOTE in context.skeleton.shape[first:last]:
        return ranges
    if held:
        return (_before_name(context, first, last),)
    if last <= verb:
        return (_behind(context, verb, _before_dashes(context.skeleton, first, last), last),)
    skeleton = context.skeleton
    first = _begin(skeleton, verb, first, last)
    last = whole(skeleton, first, last, clausal=CUES.get(skeleton.lower[verb]) in CLAUSAL)
    return ((first, own_clause(skeleton, verb, first, last)),)


def without_name(context: ArticleAnalysis, inverted: bool, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges around a cue, `inverted` where it stands before the speaker, without what tells who speaks.

    "Said Ida Lund, a judge in Riga", and of "he claimed, falsely, that" what is behind "that" alone.
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if len(ranges) < 2:
        return ranges
    first, last = ranges[-1]
    apposed = shape[first] in APPOSED or shape[first] == shapes.NAME or lower[first] == "of"
    apposed = apposed and lower[first : first + 2] != ["no", "longer"]  # an adverb
    if inverted and apposed and not shapes.VERBS.intersection(shape[first:last]):
        return ranges[:-1]
    that = first + 2 * (shape[first : first + 2] == shapes.ADVERB + ",")
    return ((that, last),) if lower[that : that + 1] == ["that"] else ranges


def stands_before(context: ArticleAnalysis, verb: int, last: int) -> bool:
    """Tell whether nobody is named between the comma at word `last` and the verb, nor right behind it."""
    shape = context.skeleton.shape
    if shape[last : last + 1] != "," or shape[last + 1 : verb].strip(shapes.PREVERB):
        return False
    inverted = shape[verb + 1 : verb + 2] in _NAMED and CUES.get(context.skeleton.lower[verb]) in CLAUSAL
    begin = context.skeleton.sentences[context.skeleton.sentence[verb]][0]
    # not that of "Lund, who was in Riga, saw a trail"
    finite = (shape[at] in shapes.FINITES and shape[at - 1] != shapes.RELATIVE for at in range(begin, last))
    return not inverted or not any(finite)


def beyond_aside(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content ends that seems to end before an aside on its subject, and wants its verb or infinitive.

    "That her parents in Riga⟧, a port, thought it a storm", "urged the party⟧, which holds the town, to talk".
    """
    shape, lower = skeleton.shape, skeleton.lower
    if first < verb or shape[last : last + 1] != ",":
        return last
    end = skeleton.sentences[skeleton.sentence[verb]][1]
    lemma = CUES.get(lower[verb], "")
    asked = lemma in _ASKING and "to" not in lower[first:last] and shape[first] in shapes.BEGINS_SUBJECT
    begun = first + (lower[first] in ("that", "if", "whether"))
    stated = begun > first or (lemma in CLAUSAL and shape[first] in shapes.BEGINS_SUBJECT)
    close = shape.find(",", last + 1, min(end, last + _ASIDE))
    if not 0 < close < end - 1 or not (asked or stated) or main_verb(skeleton, begun, last) >= 0:
        return last
    told = shape[last + 1] == shapes.RELATIVE or lower[last + 1] == "or" or lower[last + 1] in SUBORDINATORS
    if not told and shape[last + 1] not in _NAMED:
        return last
    acts = shape[close + 1] in shapes.VERBS and not lower[close + 1].endswith("ing")
    if not (acts and stated) and not (asked and lower[close + 1] == "to"):
        return last
    resumed = clause_end(skeleton, close + 1)
    return last if shapes.QUOTE in shape[first:resumed] else resumed


def within_aside(context: ArticleAnalysis, verb: int, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return what is said in an aside up to where it closes: "a flood" of "Lund, who warned of a flood, met"."""
    skeleton = context.skeleton
    shape = skeleton.shape
    (first, last), *others = ranges
    who = subject(context, verb) if first > verb else None
    if who is None:
        return ranges
    aside = skeleton.lower[who.first] in ("who", "which") and shape[who.first - 1] == ","
    beside = who.last == verb - 1 and shape[verb - 1] == "," and skeleton.lower[verb].endswith("ing")
    if not aside and not beside and not told_whom(skeleton, who):  # "the daily, citing a law, refused"
        return ranges
    at = shape.find(",", first + 1, last)
    while at >= 0:
        if shape[at + 1 : at + 2] in tuple(shapes.VERBS) and not skeleton.lower[at + 1].endswith("ing"):
            return (first, at), *others
        at = shape.find(",", at + 1, last)
    return ranges


def _before_name(context: ArticleAnalysis, first: int, last: int) -> Range:
    """Return what is said before the speaker's name, which a comma closes off: "The dam held, Ida Lund, of Riga, said"."""
    shape = context.skeleton.shape
    at = shape.find(",", first, last)
    while at >= 0:
        named = context.mentions_between(at + 1, at + 2)
        closed = any(shape[one.last : one.last + 1] == "," for one in named)
        if (
            closed
            and shapes.FINITES.intersection(shape[first:at])
            and not shapes.VERBS.intersection(shape[at:last])
        ):
            return first, at
        at = shape.find(",", at + 1, last)
    return first, last


def _behind(context: ArticleAnalysis, verb: int, first: int, last: int) -> Range:
    """Return what follows the verb of "Tired as he was, she said he would go on", else the range itself."""
    skeleton = context.skeleton
    shape = skeleton.shape
    who = subject(context, verb)
    if who is None or not last <= who.first < who.last <= verb or skeleton.lower[verb] == "according":
        return first, last
    begin = verb + 1
    if begin >= len(shape) or (shape[begin] not in shapes.BEGINS_SUBJECT and skeleton.lower[begin] != "that"):
        return first, last
    end = clause_end(skeleton, begin)
    said = shape[begin:end]
    if shapes.QUOTE in said or end - begin < _FEWEST or CUES.get(skeleton.lower[verb]) not in CLAUSAL:
        return first, last
    begins = skeleton.lower[begin] == "that" or clause_at(skeleton, begin, end)
    return (begin, end) if begins else (first, last)


def _before_dashes(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a clause begins whose rest stands behind an aside: "It will rain – all think so – on Friday"."""
    shape = skeleton.shape
    begin = skeleton.sentences[skeleton.sentence[first]][0]
    aside = shape.rfind("-", begin, max(first - 1, begin)) if shape[first - 1] == "-" else -1
    rest = aside > begin and shapes.VERBS.isdisjoint(shape[first:last])
    return begin if rest and is_clause(skeleton, begin, aside) else first


def _begin(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content behind its verb begins, if not at word `first`."""
    shape, lower = skeleton.shape, skeleton.lower
    if shape[first : first + 2] == shapes.DETERMINER + shapes.TIME and lower[first + 2 : first + 3] == [
        "that"
    ]:
        return first + 2  # "said this week that"
    named = _by_words(skeleton, verb, first, last)
    return named if named >= 0 else first


def _by_words(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content begins by the words at its beginning, -1 where they tell nothing."""
    shape, lower = skeleton.shape, skeleton.lower
    lemma = CUES.get(lower[verb])
    if lemma == "agree" and lower[verb + 1] == "with" and "that" in lower[first:last]:
        return lower.index("that", first, last)
    if first == verb + 2 and lower[verb + 1] in _OPENING and lemma == "say":
        return verb + 1
    place = first - (first == verb + 2 and lemma != "call")  # it may seem to begin behind the "in"
    if lower[place] in ("in", "on", "at") and (behind := _behind_place(skeleton, place, last)):
        return behind
    if lower[first] == "that" and (lemma in CLAUSAL or lemma in _LISTENING):
        # "told The Star he knew even now that"
        for at in range(verb + 1, first - 1):
            if shape[at] == shapes.PRONOUN and shape[at + 1] in shapes.VERBS:
                return at
    return -1


def _behind_place(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a clause begins behind "in a statement", 0 where none does."""
    for at in range(first + 1, min(first + _SUBJECT, last - 2)):
        if skeleton.lower[at + 1] == "that":
            return at + 1
        if singular(skeleton.lower[at]) in _PAGES:
            begins = skeleton.shape[at + 1] in shapes.BEGINS_SUBJECT and clause_at(skeleton, at + 1, last)
            return at + 1 if begins else 0
    return 0
