"""Whose words the clause around a quote makes it: by the verb over it, what is said before it, what is left out in it.

Beside the weights, which go by what is usual; here the build of the sentence leaves one alone who can be meant.
"""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import subject, told_whom
from tui.reading.quotes.cues.speaker_features import CLAUSAL, QuoteContext
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import CLAUSE_JOINTS, PEOPLE, singular, word_set

_HEARER = frozenset(shapes.NOMINAL + shapes.OTHER_PRONOUN + shapes.CONNECTIVE + shapes.ADVERBIAL + shapes.ING)
_APART = shapes.QUOTE + shapes.BREAK + ";:."
_OFFERING = word_set(
    "offer promise pledge vow threaten propose refuse decline volunteer agree demand swear ask"
)
_TELLING = word_set("tell assure warn inform promise remind convince advise")
_THEN = frozenset(shapes.ADVERBIAL + shapes.CONNECTIVE)  # "said on Monday that"
_PREPOSITIONS = word_set("of as about for from to with at on against")
_GOVERNING = (["as"], ["it", "as"], ["that", "as"], ["this", "as"], ["them", "as"])  # "defended as “calm”"
_RUNNING = word_set("ran runs read reads went goes")
_IT = word_set("it this that them him her")
_OTHERS = word_set("another other second third")
_CLOSES = (".", ",", ";", shapes.BREAK, "")
_LONGEST_APPOSITION = 12  # words


def clause_speaker(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return who says the quote at `place` by the build of its clause, where `best` is the likeliest; else None."""
    return (
        _paper(context, place)
        or _whom(context, place)
        or _over(context, place, best)
        or _tagged(context, place, best)
        or _left_out(context, place, best)
    )


def _paper(context: ArticleAnalysis, place: QuoteContext) -> Mention | None:
    """Return the statement in "“We wait,” ran a statement of the ministry"."""
    lower = context.skeleton.lower
    if lower[place.at + 1 : place.at + 2] and lower[place.at + 1] in _RUNNING:
        found = context.first_between(place.at + 2, place.at + 4)
        return found if found is not None and context.is_paper(found) else None
    return None


def _whom(context: ArticleAnalysis, place: QuoteContext) -> Mention | None:
    """Return Lund in "Roth freed a man whom Lund had called “a thief”"."""
    skeleton = context.skeleton
    verb = place.at - 1 - (skeleton.lower[place.at - 1] == "as")
    if skeleton.shape[verb] != shapes.CUE or verb <= place.first:
        return None
    own = subject(context, verb)
    return own if own is not None and told_whom(skeleton, own, aside=False) and own.last <= verb else None


def _over(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Roth in "Lund left, hours after Roth told the council that the sites were “ours”", "Roth offered to “wait”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    verb = shape.rfind(shapes.CUE, place.first, place.at)
    if verb < 0 or lower[verb].endswith("ing") or lower[verb - 1] == "to" or best.first > place.at:
        return None
    between = shape[verb + 1 : place.at]
    if set(between) & set(_APART) or place.kind != "end":
        return None
    cue = CUES[lower[verb]]
    that = next((at for at in range(verb + 1, place.at) if lower[at] == "that"), -1)
    holds = that > 0 and cue in CLAUSAL and lower[that + 1 : place.at].count("that") == 0
    begin = verb + 1
    if holds and shape[begin] == ",":  # "Roth stressed, in the words of the statement, that"
        begin = 1 + shape.find(",", begin + 1, that) or that + 1
    holds = holds and begin <= that and set(shape[begin:that]) <= _HEARER
    holds = holds and (cue in _TELLING or that == begin or shape[begin] in _THEN)
    governs = lower[verb + 1 : place.at] in _GOVERNING and shape[verb - 1] != shapes.AUXILIARY
    if governs and (own := subject(context, verb)) is not None and own.last <= verb and own.kind != PRONOUN:
        named = context.is_human(own) or own.kind == NOUN
        return own if named and own is not best and best.last < own.first >= place.first else None
    if not holds and not (cue in _OFFERING and lower[verb + 1 : place.at] == ["to"]):
        return None
    teller = subject(context, verb)
    if teller is None or teller is best or not place.first <= teller.first < verb:
        return None
    return teller if not teller.first <= best.first < teller.last else None


def _tagged(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Lund in "There will be tea, announced Ida Lund, “and no speeches”": who says what stands before the quote."""
    shape = context.skeleton.shape
    close = place.at - 1
    if close <= place.first or shape[close] != ",":
        return None
    for mention in reversed(context.mentions_between(place.first, close)):
        if mention.owner or mention is best or close - mention.last > _LONGEST_APPOSITION:
            continue
        verb = context.skeleton.word_before(mention.first)
        inverted = shape[mention.first - 2 : mention.first] == "," + shapes.CUE
        inverted = inverted and CUES[verb] not in ("tell", "put") and not verb.endswith("ing")
        if (
            inverted
            and mention.last == close
            and not place.first <= best.first < mention.first - 2 <= best.last
        ):
            return mention
    return None


def _left_out(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Roth in "Lund spoke of “calm”; her guest, Olaf Roth, of “fear”", where the verb is left out.

    So "one called it “calm”, another “odd”" and "…; Roth, more kindly, as “odd”".
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    before = place.at - 1
    led = before > place.first and lower[before] in _PREPOSITIONS
    end = before if led else place.at
    first = max(shape.rfind(";", place.first, end), shape.rfind(shapes.QUOTE, place.first, end)) + 1
    while first < end and (shape[first] == "," or lower[first] in CLAUSE_JOINTS):
        first += 1
    alike = lower[before] in lower[place.first : first] if led else _calls_it(context, place.first, first)
    if first <= place.first + 1 or best.first >= first or set(shape[first:end]) & set(shapes.VERB):
        return None
    found = [one for one in context.mentions_between(first, end) if not one.owner]
    if not alike or not found or found[0].first > first + 1 or shape[first] == shapes.CONNECTIVE:
        return None
    if led and shape[before - 1] not in "," + shapes.HEAD:
        return None  # not "and “odd” her needs to “wait”"
    if not led and not (shape[place.at + 1 : place.at + 2] in _CLOSES and _is_somebody(context, found[0])):
        return None
    aside = shape[found[0].last] == shape[end - 1] == ","  # ", Olaf Roth,", ", more kindly,"
    whole = found[0].last == end or (aside and (len(found) == 1 or found[-1].last == end - 1))
    return found[0] if whole and found[0].kind in (NAME, NOUN) else None


def _is_somebody(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is surely of people: "Ida Lund", "another", "her aide"; not "this" or "Norwegian"."""
    if mention.kind == NAME:
        return mention.last > mention.first + 1 or context.is_human(mention)
    word = singular(context.skeleton.lower[mention.head])
    return word in PEOPLE or word in _OTHERS


def _calls_it(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a clause calls something a word in marks, of which "it" alone tells: "Lund called it “calm”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    mark = shape.rfind(shapes.QUOTE, first, last)
    return mark - 2 > first and CUES.get(lower[mark - 2]) == "call" and lower[mark - 1] in _IT
