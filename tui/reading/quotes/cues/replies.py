"""Who speaks where no cue stands beside the quote: “No” – that was all Lund wrote; Norland is, in his telling, “a town”.

A quote in a paragraph, or a sentence, of its own may be owned by the sentence behind it: "So wrote Lund.", "That was
the answer from Oslo, given by Lund."
"""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.names.phrase_heads import ending_at
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.small_words import OWNERS, POINTING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_REPLIES = word_set(
    "reply answer response verdict comment retort refrain message rejoinder summary assessment advice"
)
TELLINGS = word_set("telling words view account phrase opinion reckoning version description estimation")
# What somebody has said, so called by a noun: "her answer was that it was late".
ANSWERS = (
    _REPLIES
    | TELLINGS
    | word_set(
        "remark claim argument contention explanation warning conclusion point position complaint quip boast"
    )
)
_WORDING = word_set("words line formula expression term image comparison remark quip metaphor joke word")
_OWN_WORDS = TELLINGS | _WORDING
_COMES = word_set("comes came stems stemmed")
_IN = word_set("in by to")
_JUDGED = word_set(
    "reply answer retort rejoinder verdict advice refrain"
)  # else what "was “odd”" is judged by another
_PLACED = word_set("in on at to of with by from for about through via under")
_APART = frozenset(shapes.CUE + shapes.QUOTE + ",:;")
_BEING = word_set("was is were are")
_STOPS = frozenset(shapes.CLAUSE_END)
_BETWEEN = frozenset(shapes.BREAK + "-")
_GIVING = word_set("by from")
_BY_WHOM = ["according", "to", "whom"]
_RELATIVE = word_set("who whom which that")
_HELD = frozenset(
    shapes.NOMINAL + shapes.CONNECTIVE + shapes.PRONOUN + shapes.RELATIVE + shapes.ADVERB + shapes.VERB + ","
)
_REACH = 10  # words from the quote to the reply
_CONTRARY = word_set(
    "by contrast however though meanwhile instead again on the other hand for his her their part in turn too"
)
_SETTING = word_set("by however though meanwhile on for in instead")  # begins what sets one against another
_NOT_SO = (["not", "so"], ["so", "too"], ["and", "not", "so"], ["but", "not", "so"])


def replier(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return who owns the quote at word `at` in the sentence behind, or in whose words it is; None where it does not say."""
    return (
        _for_whom(context, at)
        or _who_allege(context, at)
        or _against(context, at)
        or _behind(context, at)
        or _in_words_of(context, at)
        or _source(context, at)
        or _answered(context, at)
    )


def _for_whom(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return Lund in "Roth met Lund, for whom it is “a gift”", "Lund, according to whom …", "Lund, in whose view …"."""
    skeleton = context.skeleton
    comma = skeleton.shape.rfind(",", skeleton.sentences[skeleton.sentence[at]][0], at)
    if comma < 0 or {shapes.CUE, shapes.QUOTE}.intersection(skeleton.shape[comma + 4 : at]):
        return None
    led = skeleton.lower[comma + 1 : comma + 4]
    views = led[:2] == ["in", "whose"] and not _OWN_WORDS.isdisjoint(led[2:])
    return ending_at(context, comma) if views or led[:2] == ["for", "whom"] or led == _BY_WHOM else None


def owner_of_answer(context: ArticleAnalysis, end: int, *, subject: bool = True) -> Mention | None:
    """Return whose answer it is that ends before word `end`, but for an aside: Lund of "Lund's reply, through an aide,".

    "His answer" is a mention of its own. None where no such noun stands there, or it is nobody's, or no `subject`.
    """
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[end - 1]][0]
    if skeleton.shape[end - 1] == ",":
        end = skeleton.shape.rfind(",", first, end - 1)
    answer = ending_at(context, end) if end > first and skeleton.lower[end - 1] in ANSWERS else None
    if answer is None or (subject and skeleton.word_before(answer.first) in _PLACED):
        return None  # "in her reply that"
    if answer.owner or skeleton.lower[answer.first] in OWNERS:
        return answer
    return next((one for one in context.mentions_between(answer.first, answer.last) if one.owner), None)


def _answered(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return whose answer a quote is: "Her reply was “no”", "“No,” was her answer", "Lund's remark that it was “odd”"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    if lower[at + 1 : at + 2] and lower[at + 1] in _BEING:
        noun = context.first_between(at + 2, at + 3)
        ends = noun is not None and shape[noun.last : noun.last + 1] in (".", ",", ";", shapes.BREAK, "")
        return owner_of_answer(context, noun.last, subject=False) if noun is not None and ends else None
    first = skeleton.sentences[skeleton.sentence[at]][0]
    that = lower[at - 1] == "that"
    being = at - 1 - that
    while being > first and shape[being] == shapes.ADVERB:
        being -= 1
    others = shape[first:being] + shape[at + 1 : skeleton.sentences[skeleton.sentence[at]][1]]
    plain = that or shapes.CUE not in others  # no "said that Lund's answer was “odd”"
    owner = owner_of_answer(context, being) if being > first and plain and lower[being] in _BEING else None
    if owner is not None and (that or not _JUDGED.isdisjoint(lower[first:being])):
        return owner
    led = next((back for back in range(at - 1, first, -1) if lower[back] == "that"), first)
    apart = _APART.intersection(shape[led:at]) or sum(letter in shapes.FINITE for letter in shape[led:at]) > 1
    return None if led == first or apart else owner_of_answer(context, led)


def _who_allege(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return the police of "named three men who police allege had “a part in it”", whose clause stands within another."""
    skeleton = context.skeleton
    verb = skeleton.shape.rfind(shapes.CUE, skeleton.sentences[skeleton.sentence[at]][0], at)
    if verb < 0 or skeleton.lower[verb].endswith("ing") or "," in skeleton.shape[verb:at]:
        return None
    who = ending_at(context, verb)
    relative = who is not None and skeleton.word_before(who.first) in _RELATIVE
    goes_on = skeleton.shape[verb + 1 : at] != "" and skeleton.shape[verb + 1] in shapes.VERB
    if not {"and", "but"}.isdisjoint(
        skeleton.lower[verb:at]
    ):  # "which Oslo says is lost and Riga has “mislaid”"
        return None
    return who if relative and (goes_on or skeleton.lower[verb] in ("say", "says", "said")) else None


def _against(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return Lund where his words are set against those before: "Lund: “No”", "Lund, in turn: “No”", "Not so Lund: “No”"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    if shape[at - 1] != ":":
        return None
    first = at - 1
    while first > 0 and shape[first - 1] not in _STOPS:
        first -= 1
    led = next((len(words) for words in _NOT_SO if lower[first : first + len(words)] == words), 0)
    who = context.first_between(first + led, first + led + 2)
    if who is None or who.owner or not (who.kind == NAME or context.is_human(who)):
        return None
    behind = lower[who.last : at - 1]
    set_against = behind[:1] == [","] and behind[1:2] != [] and behind[1] in _SETTING
    set_against = set_against and _CONTRARY.issuperset(word for word in behind if word != ",")
    known = who.kind != NAME or context.is_human(who) or len(context.entities[who.entity].words) > 1
    # but not "Verdict: “No”"
    alone = not behind and (led or (known and skeleton.article_first(who.first) <= first))
    return who if set_against or alone else None


def _behind(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return who owns a quote in what follows a dash or a break: "So wrote Lund", "That was all Lund wrote"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    first = at + 1
    while first < len(shape) and shape[first] in _BETWEEN:
        first += 1
    if first == at + 1 or first + 2 >= len(shape):
        return None
    last = skeleton.sentences[skeleton.sentence[first]][1]
    if lower[first] in ("so", "thus") and shape[first + 1] == shapes.CUE:
        return _first_name(context, first + 2, last)
    if lower[first] not in POINTING or lower[first + 1] not in _BEING:
        return None
    for mention in context.mentions_between(first + 2, last):
        if mention.owner or mention.kind != NAME:
            continue
        says = mention.last + (shape[mention.last : mention.last + 1] == ",")
        given = lower[_phrase(context, mention) - 1] in _GIVING
        if context.is_human(mention) and (given or shape[says : says + 1] == shapes.CUE):
            return mention
    return None


def _in_words_of(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return "his telling" in "Norland, in his telling, is “a town with a flag”", and Lund's words in "in Lund's words".

    Beside the quote Lund in "in the words of Lund" and "as Lund once put it".
    """
    skeleton = context.skeleton
    first, last = skeleton.sentences[skeleton.sentence[at]]
    for mention in context.mentions_between(first, last):
        says = skeleton.lower[mention.head] in TELLINGS and skeleton.word_before(mention.first) in _IN
        beside = _is_beside(skeleton, mention, at)
        if beside and skeleton.word_before(mention.first) == "as" and _puts_it(skeleton, mention.last):
            return mention
        if beside and says and skeleton.lower[mention.last : mention.last + 1] == ["of"]:
            return context.first_between(mention.last + 1, mention.last + 3)
        if mention.first > at and not beside:
            break
        closed = beside or skeleton.shape[mention.last : mention.last + 1] in (",", shapes.QUOTE)
        if not (mention.kind == NOUN and says and closed) or mention.owner:
            continue
        if skeleton.lower[mention.first] in ("his", "her"):
            return mention
        return next((one for one in context.mentions_between(mention.first, mention.last) if one.owner), None)
    return None


def _is_beside(skeleton: TokenizedArticle, mention: Mention, at: int) -> bool:
    """Tell whether a phrase that begins a word before a mention stands right behind the quote at word `at`, or before it."""
    shape, begin = skeleton.shape, mention.first - 1
    if begin > at:  # but not "“odd” by Lund's account"
        return skeleton.lower[begin] != "by" and shape[at + 1 : begin] in ("", ",")
    held = shape[mention.last : at]
    opens = begin == skeleton.sentences[skeleton.sentence[at]][0] or shape[begin - 1] in ",-"
    return opens and set(held) <= _HELD


def _puts_it(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether "put it" or "once put it" begins at a word."""
    at += skeleton.shape[at : at + 1] in tuple(shapes.PREVERB)
    return skeleton.lower[at : at + 2] in (["put", "it"], ["puts", "it"])


def _source(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return Lund where a quote that ends its sentence is hers in the next: "The phrase comes from Lund", "is Lund's"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    noun = at + 2 + (shape[at + 1 : at + 2] == ".")
    if lower[noun - 1 : noun] not in (["the"], ["that"], ["this"]) or noun + 2 >= len(lower):
        return None
    if skeleton.sentence[noun] != skeleton.sentence[at] + 1 or not (
        lower[noun] in _OWN_WORDS or lower[noun] in _REPLIES
    ):
        return None
    verb = noun + 1 + (shape[noun + 1] in shapes.ADVERB)
    comes = lower[verb] in _COMES and lower[verb + 1 : verb + 2] == ["from"]
    if not comes and lower[verb] not in _BEING:
        return None
    for mention in context.mentions_between(verb + 1, verb + _REACH):
        if skeleton.sentence[mention.first] != skeleton.sentence[noun] or mention.first > verb + 3:
            return None
        if comes and not mention.owner:
            return mention if context.is_human(mention) or mention.kind == NAME else None
        ends = shape[mention.last + 1 : mention.last + 2] in (".", ",")
        if mention.owner and mention.kind == NAME and ends:
            return mention
    return None


def _first_name(context: ArticleAnalysis, first: int, last: int) -> Mention | None:
    starts = context.mention_starts
    near = context.mentions[bisect_left(starts, first) : bisect_left(starts, min(last, first + _REACH))]
    named = [one for one in near if one.kind != PRONOUN and not one.owner]
    return next(
        (one for one in named if one.kind == NAME and context.is_human(one)), named[0] if named else None
    )


def _phrase(context: ArticleAnalysis, mention: Mention) -> int:
    """Return where the phrase begins that ends with a name: "Defence Ministry spokesman Ida Lund"."""
    first = mention.first
    while first > 0 and context.skeleton.shape[first - 1] in shapes.NOMINAL:
        first -= 1
    return first
