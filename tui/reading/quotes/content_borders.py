"""Where what somebody is reported to say begins and ends, once it is known beside which verb it stands.

The places at which a content may begin and end are marks and joints, and some of them are none: the comma of a date
or of an aside stands inside a clause, and the one that closes "While Lund said …, …" ends what Lund said.
"""

from __future__ import annotations

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_subjects import subject
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.speaker_features import CLAUSAL
from tui.reading.quotes.tokens import TokenizedArticle
from tui.reading.quotes.verb_complements import clause_end
from tui.reading.quotes.word_classes import PAPERS, SINGULAR, word_set

Range = tuple[int, int]

SUBORDINATORS = word_set(
    "if when while although though because as after before since unless once until considering given whether whereas"
)
_LISTENING = word_set("tell remind assure inform notify convince")
_EXAMPLES = word_set("such including like")
_FINITE = frozenset(shapes.FINITE)
_VERBS = frozenset(shapes.VERB)
_OF_SUBJECT = frozenset(shapes.NOUN_PHRASE)
_BEGINS_SUBJECT = frozenset(shapes.DETERMINER + shapes.NAME + shapes.NOUN + shapes.PRONOUN)
_NAMED = tuple(shapes.HEAD + shapes.DETERMINER + shapes.ADJECTIVE + shapes.PRONOUN + shapes.OTHER)
APPOSED = frozenset(shapes.DETERMINER + shapes.ADJECTIVE + shapes.NOUN)  # begins "a judge in Riga"
_JOINING = word_set("and but or nor who which that")
_LISTENER = 14  # words of who is told
_SUBJECT = 8  # words of a subject, and of the place in which somebody speaks
_FEWEST = 3  # words that can be a statement
_YEAR = 4  # digits


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
        return _torn(context, verb, first, last) or (_behind(context, verb, first, last),)
    if first <= verb:
        return ranges
    skeleton = context.skeleton
    first = _begin(skeleton, verb, first, last)
    last = _whole(skeleton, first, last)
    return ((first, _own_clause(skeleton, verb, first, last)),)


def without_name(context: ArticleAnalysis, inverted: bool, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges around a cue, `inverted` where it stands before the speaker, without what tells who speaks.

    "Said Ida Lund, a judge in Riga", and of "he claimed, falsely, that" what is behind "that" alone.
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if len(ranges) < 2:
        return ranges
    first, last = ranges[-1]
    if inverted and shape[first] in APPOSED and not _VERBS.intersection(shape[first:last]):
        return ranges[:-1]
    that = first + 2 * (shape[first : first + 2] == shapes.ADVERB + ",")
    return ((that, last),) if lower[that] == "that" else ranges


def has_explained_subject(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb's sentence begins with its subject, explained: "Ida Lund, the mayor, said Roth, had left"."""
    shape, skeleton = context.skeleton.shape, context.skeleton
    first, agent = skeleton.sentences[skeleton.sentence[verb]][0], subject(context, verb)
    if agent is None or agent.first != first or "," not in shape[agent.last : agent.last + 1]:
        return False
    explained = shape[agent.last + 1 : agent.last + 2] in tuple(APPOSED)
    return explained and not _VERBS.intersection(shape[first:verb])


def stands_before(context: ArticleAnalysis, verb: int, last: int) -> bool:
    """Tell whether nobody is named between the comma at word `last` and the verb, nor right behind it."""
    shape = context.skeleton.shape
    if shape[last : last + 1] != "," or shape[last + 1 : verb].strip(shapes.PREVERB):
        return False
    inverted = shape[verb + 1 : verb + 2] in _NAMED and CUES.get(context.skeleton.lower[verb]) in CLAUSAL
    begin = context.skeleton.sentences[context.skeleton.sentence[verb]][0]
    return not inverted or not _FINITE.intersection(shape[begin:last])


def within_aside(context: ArticleAnalysis, verb: int, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return what is said in an aside up to where it closes: "a flood" of "Lund, who warned of a flood, met"."""
    skeleton = context.skeleton
    shape = skeleton.shape
    (first, last), *others = ranges
    who = subject(context, verb) if first > verb else None
    if who is None or skeleton.lower[who.first] not in ("who", "which") or shape[who.first - 1] != ",":
        return ranges
    at = shape.find(",", first + 1, last)
    while at >= 0:
        if shape[at + 1] in _VERBS and not skeleton.lower[at + 1].endswith("ing"):
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
        if closed and _FINITE.intersection(shape[first:at]) and not _VERBS.intersection(shape[at:last]):
            return first, at
        at = shape.find(",", at + 1, last)
    return first, last


def _torn(context: ArticleAnalysis, verb: int, first: int, last: int) -> tuple[Range, ...]:
    """Return the parts of what goes on behind whom it is according to: "The plan, according to a note he sent, is …"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    begin, end = skeleton.sentences[skeleton.sentence[verb]]
    if (
        lower[first] in ("which", "who")
        and first > begin + _FEWEST
        and _FINITE.intersection(shape[begin:first])
    ):
        return ((begin, last),)
    comma = shape.find(",", verb, end)
    if lower[verb] != "according" or comma < 0 or _VERBS.intersection(shape[first:last]):
        return ()
    goes_on = comma + 2 < end and shape[comma + 1] in shapes.FINITE and shapes.QUOTE not in shape[comma:end]
    return ((first, last), (comma + 1, clause_end(skeleton, comma + 1))) if goes_on else ()


def _behind(context: ArticleAnalysis, verb: int, first: int, last: int) -> Range:
    """Return what follows the verb of "Tired as he was, she said he would go on", else the range itself."""
    skeleton = context.skeleton
    shape = skeleton.shape
    who = subject(context, verb)
    if who is None or not last <= who.first < who.last <= verb or skeleton.lower[verb] == "according":
        return first, last
    begin = verb + 1
    if begin >= len(shape) or (shape[begin] not in _BEGINS_SUBJECT and skeleton.lower[begin] != "that"):
        return first, last
    end = clause_end(skeleton, begin)
    said = shape[begin:end]
    if shapes.QUOTE in said or end - begin < _FEWEST or CUES.get(skeleton.lower[verb]) not in CLAUSAL:
        return first, last
    begins = skeleton.lower[begin] == "that" or _clause_at(skeleton, begin, end)
    return (begin, end) if begins else (first, last)


def _begin(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content behind its verb begins, if not at word `first`."""
    shape, lower = skeleton.shape, skeleton.lower
    lemma = CUES.get(lower[verb])
    if lemma in _LISTENING and shape[first] in _BEGINS_SUBJECT:
        # "told The Star on Saturday that"
        for at in range(first + 1, min(last - 1, first + _LISTENER)):
            if shape[at] in _VERBS or shape[at] == ",":
                break
            if lower[at] == "that":
                return at
    if (named := _by_words(skeleton, verb, first, last)) >= 0:
        return named
    torn = shape[first - 1] == "," and lower[first] in _EXAMPLES
    told = shape[first - 1] == ":" and _VERBS.intersection(shape[verb + 1 : first - 1])
    if (torn or told) and first > verb + _FEWEST and lemma in CLAUSAL and lemma != "tell":
        return verb + 1
    return first


def _by_words(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content begins by the words at its beginning, -1 where they tell nothing."""
    shape, lower = skeleton.shape, skeleton.lower
    lemma = CUES.get(lower[verb])
    if lemma == "agree" and lower[verb + 1] == "with" and "that" in lower[first:last]:
        return lower.index("that", first, last)
    if lower[verb] == "called" and lower[first] == "to" and shapes.DETERMINER in shape[verb + 2 : first]:
        return verb + 1  # "called the pause a gift to landlords"
    if lower[first] in ("in", "on", "at") and (behind := _behind_place(skeleton, first, last)):
        return behind
    if lower[first] == "than" and lower[first - 1] in ("more", "less", "fewer"):
        return first - 1
    if lower[first] == "that" and (lemma in CLAUSAL or lemma in _LISTENING):
        # "told The Star he knew even now that"
        for at in range(verb + 1, first - 1):
            if shape[at] == shapes.PRONOUN and shape[at + 1] in _VERBS:
                return at
    return -1


def _behind_place(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a clause begins behind "in a statement", 0 where none does."""
    for at in range(first + 1, min(first + _SUBJECT, last - 2)):
        if skeleton.lower[at + 1] == "that":
            return at + 1
        if SINGULAR.get(skeleton.lower[at], skeleton.lower[at]) in PAPERS:
            begins = skeleton.shape[at + 1] in _BEGINS_SUBJECT and _clause_at(skeleton, at + 1, last)
            return at + 1 if begins else 0
    return 0


def _whole(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a content ends that seems to end at word `last`: not inside a date or before an aside."""
    shape, lower = skeleton.shape, skeleton.lower
    end = skeleton.sentences[skeleton.sentence[first]][1]
    if shape[last : last + 1] != "," or last + 2 >= end:
        return last
    year = lower[last + 1]
    if shape[last - 1] in shapes.NUMBER + shapes.TIME and len(year) == _YEAR and year.isdigit():
        return clause_end(skeleton, last + 2)
    opened = lower[first] == "that" and not _VERBS.intersection(shape[first:last])
    opened = opened or (
        lower[first] == "that" and lower[first + 1] in SUBORDINATORS and "," not in shape[first:last]
    )
    if opened and _clause_at(skeleton, last + 1, end):  # "that under the law, it was"
        return clause_end(skeleton, last + 1)
    aside = shape.find(",", last + 1, end)
    if aside < 0 or lower[last + 1] in ("and", "but") or aside + 1 >= end:
        return last
    # "said the report, or what was left of it, had been burnt"
    follows = shape[aside + 1]
    bare = not _VERBS.intersection(shape[first:last])
    if follows == shapes.AUXILIARY or (bare and follows == shapes.PAST):
        return clause_end(skeleton, aside + 1) if _wants_verb(skeleton, first, last) else last
    return last


def _wants_verb(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether a clause still wants its verb: it has none, or only that of what is believed."""
    shape = skeleton.shape
    verbs = [at for at in range(first, last) if shape[at] in _VERBS]
    return not verbs or (len(verbs) == 1 and shape[verbs[0]] == shapes.CUE and last - verbs[0] > 1)


def _own_clause(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content ends whose verb stands in a clause that opens the sentence: "After saying …, Lund left"."""
    shape, lower = skeleton.shape, skeleton.lower
    for at in range(first + _FEWEST, last - 2):
        if shape[at] == "," and lower[at + 1] == "while" and _FINITE.intersection(shape[first:at]):
            another = shape[at + 2] == shapes.NAME or shapes.CUE in shape[at:last]
            last = at if another else last
            break
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    begin += lower[begin] in ("and", "but", "yet", "so")
    if not _opens(skeleton, begin, verb) or SUBORDINATORS.intersection(lower[first : first + 2]):
        return last
    at = shape.find(",", first + _FEWEST - 1, last)
    while at >= 0:
        if at + 1 < last and shape[at + 1] in _BEGINS_SUBJECT and _clause_at(skeleton, at + 1, last):
            return at
        at = shape.find(",", at + 1, last)
    return last


def _opens(skeleton: TokenizedArticle, begin: int, verb: int) -> bool:
    """Tell whether the words `begin` to `verb` open a sentence whose main clause is still to come."""
    shape, lower = skeleton.shape, skeleton.lower
    if lower[verb] == "according" or verb - begin > _LISTENER:
        return False
    before = shape[begin:verb]
    if lower[verb].endswith("ing"):
        return verb - begin < _FEWEST + 1 and not _VERBS.intersection(before)
    return lower[begin] in SUBORDINATORS and "," not in before


def _clause_at(skeleton: TokenizedArticle, at: int, end: int) -> bool:
    """Tell whether a clause with its verb begins at word `at`: "the mayor was", "she said"."""
    shape = skeleton.shape
    reach = min(end, at + _SUBJECT)
    if shape[at] == shapes.PRONOUN:
        return at + 1 < end and skeleton.lower[at + 1] not in _JOINING
    while at < reach and (shape[at] in _OF_SUBJECT and shape[at] not in _FINITE):
        at += 1
    while at < reach and shape[at] == shapes.ADVERB:
        at += 1
    return at < end and shape[at] in _VERBS
