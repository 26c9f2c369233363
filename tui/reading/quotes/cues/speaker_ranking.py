"""Weighing the mentions around a quote against each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from math import exp
from operator import itemgetter

from tui.reading.quotes.cues.claims import claimant
from tui.reading.quotes.cues.clause_speakers import clause_speaker
from tui.reading.quotes.cues.cue_subjects import BEING, agent_of, subject
from tui.reading.quotes.cues.governing_verbs import governors, nature
from tui.reading.quotes.cues.omitted_verbs import of_omitted
from tui.reading.quotes.cues.relays import own_speaker
from tui.reading.quotes.cues.speaker_features import QuoteContext, speaker_features
from tui.reading.quotes.names.context import ArticleAnalysis, candidates
from tui.reading.quotes.names.mentions import NOUN, PRONOUN, Mention
from tui.reading.quotes.names.naming_clauses import namer_at
from tui.reading.quotes.weights import total
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES

_OBJECT = shapes.NOMINAL + shapes.CONNECTIVE + shapes.RELATIVE + shapes.ADVERB
_CALLED = 5  # words, at most, from a verb to what it calls something
_NAMING = frozenset(("call", "describe", "dub", "brand", "label", "deem", "denounce", "dismiss"))
_AGAINST = frozenset(("while", "whereas", "but"))
_CALLED_SO = frozenset(
    shapes.OTHER_PRONOUN + shapes.RELATIVE + shapes.PRONOUN + shapes.NOMINAL + shapes.CONNECTIVE
)
_APPOSED = 10  # words, at most, of an office between commas
_WHERE = (shapes.ON_DAY, shapes.CONNECTIVE + shapes.NAME)
_ENDED = (".", ";", shapes.BREAK, "")
_ANOTHER = frozenset(shapes.QUOTE + ":;")


def described(context: ArticleAnalysis, place: QuoteContext) -> list[tuple[Mention, list[str]]]:
    """Return the mentions that may be the speaker at `place`, each with its features."""
    near = candidates(context, place.at)
    if place.previous is not None and all(mention is not place.previous for mention in near):
        near.insert(0, place.previous)
    middle = bisect_left(context.mention_starts, place.at)
    govern = governors(context, place)
    none = govern[-1]
    no_verb = {here: [*none, f"verb.nonehere={here}{none[0]}"] for here in (True, False)}
    found = []
    for mention in near:
        between = middle - 1 - mention.number if mention.first < place.at else mention.number - middle
        here = place.first <= mention.first < place.last
        names = speaker_features(context, place, mention, between)
        names += govern.get(mention.number) or no_verb[here]
        names += nature(context, mention, here)
        found.append((mention, names))
    return found


def rank(
    context: ArticleAnalysis, place: QuoteContext, weights: Mapping[str, float]
) -> tuple[list[tuple[float, Mention]], list[str]]:
    """Return the candidates with their probability, best first, and the features of the best."""
    scored = [(total(weights, names), mention, names) for mention, names in described(context, place)]
    if not scored:
        return [], []
    scored.sort(key=itemgetter(0), reverse=True)
    top = scored[0][0]
    powers = [(exp(score - top), mention) for score, mention, _ in scored]
    whole = sum(power for power, _ in powers)
    ranked = [(power / whole, mention) for power, mention in powers]
    teller = (
        _owned(context, ranked)
        or _teller(context, ranked)
        or _passed_on(context, place, ranked)
        or _doer(context, place, ranked)
        or _place(ranked, claimant(context, place.first, place.at))
        or _namer(context, place, ranked)
        or _gapped(context, place, ranked)
        or _caller(context, place, ranked)
        or _present(context, place, ranked)
        or _place(ranked, own_speaker(context, place, ranked[0][1]))
        or _place(ranked, clause_speaker(context, place, ranked[0][1]))
    )
    if teller:
        ranked[0], ranked[teller] = (ranked[0][0], ranked[teller][1]), (ranked[teller][0], ranked[0][1])
    return ranked, scored[0][2]


def _owned(context: ArticleAnalysis, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of whom the likeliest only owns, or 0: "Lund's secretary said" is not Lund."""
    best = ranked[0][1]
    if not best.owner:
        return 0
    for place, (_, mention) in enumerate(ranked[1:], 1):
        beside = context.skeleton.shape[mention.last : mention.last + 1] in shapes.PREDICATE
        if mention.first == best.first and mention.last > best.last and not mention.owner and beside:
            return place
    return 0


def _teller(context: ArticleAnalysis, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of one who "said" the words that another only passed on, or 0.

    In "…," the minister said, according to the agency, the agency is the way the words came, not
    their speaker.
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    best = ranked[0][1]
    if best.first < 2 or lower[best.first - 2] != "according":
        return 0
    sentence = context.skeleton.sentence
    for place, (share, mention) in enumerate(ranked[1:4], 1):
        if share < 0.05 or sentence[mention.first] != sentence[best.first] or mention.first > best.first:
            continue
        verb = mention.last + (shape[mention.last : mention.last + 1] == shapes.AUXILIARY)
        if shapes.CUE in (shape[verb : verb + 1], shape[max(0, mention.first - 1)]) and not mention.owner:
            return place
    return 0


def _passed_on(context: ArticleAnalysis, place: QuoteContext, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of one whose words the likeliest only reported or quoted, or 0.

    "The agency reported that Lund had said …", "Lund was quoted by the agency as saying".
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    best = ranked[0][1]
    if not place.first <= best.first < place.last:
        return 0
    first = last = -1  # the speaker's own words lie between
    if best.first > place.first and lower[best.first - 1] == "by":
        last = shape.rfind(shapes.AUXILIARY, place.first, best.first)
        near = lower[last + 1 : best.first - 1] if last >= 0 else []
        if len(near) < 6 and {"quoted", "cited"}.intersection(near):
            first = place.first
    elif (
        best.last < place.at
        and lower[best.last + 1 : best.last + 2] == ["that"]
        and CUES.get(lower[best.last]) == "report"
    ):
        first, last = best.last + 1, place.at
    if first < 0:
        return 0
    for number, (_, mention) in enumerate(ranked[1:], 1):
        if not first <= mention.first < last or mention.owner:
            continue
        if first == place.first and mention.last == last - (shape[last - 1] == ","):
            return number
        at = mention.last
        while at < last and shape[at] in shapes.PREVERB:
            at += 1
        if (
            first > place.first
            and shape[at] == shapes.CUE
            and shapes.QUOTE not in shape[at:last]
            and shapes.CUE not in shape[at + 1 : last]
        ):
            return number
    return 0


def _doer(context: ArticleAnalysis, place: QuoteContext, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of one by whom the likeliest "was asked" or "was told", or 0."""
    shape = context.skeleton.shape
    best = ranked[0][1]
    at = best.last
    while at < place.last and shape[at] in shapes.PREVERB:
        at += 1
    if not place.first <= best.first < at < place.last or shape[at] != shapes.CUE:
        return 0
    return _place(ranked, agent_of(context, at))


def _namer(context: ArticleAnalysis, place: QuoteContext, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of those who call a thing so by the way, or 0: critics in "Lund signed a bill critics call “odd”"."""
    noun = namer_at(context.skeleton, place.at)
    return _place(ranked, context.first_between(noun, noun + 1)) if noun >= 0 else 0


def _gapped(context: ArticleAnalysis, place: QuoteContext, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of one whose verb is left out, or 0: Lund in "Brandt said no, and Lund that it was “early”"."""
    shape, lower, best = context.skeleton.shape, context.skeleton.lower, ranked[0][1]
    verb = shape.rfind(shapes.CUE, place.first, place.at)
    that = next((at for at in range(place.at - 1, max(verb, 0), -1) if lower[at] == "that"), -1)
    opened = (
        of_omitted(context, verb, that) if 0 <= verb < that and place.first <= best.first < place.at else None
    )
    return _place(ranked, opened[1]) if opened and best.first < opened[0] else 0


def _caller(context: ArticleAnalysis, place: QuoteContext, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of one whose verb governs the quote, or 0: Lund in "it is, Brandt said; Lund called that “odd”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    verb = shape.rfind(shapes.CUE, place.first, place.at)
    told = shape[place.at + 1 : place.at + 2] not in _ENDED
    far = verb < 0 or place.at - verb > _CALLED or not set(shape[verb + 1 : place.at]) <= _CALLED_SO
    if far or lower[verb].endswith("ing") or told:
        return 0
    mention, best = subject(context, verb), ranked[0][1]
    if mention is None or not best.last <= mention.first < verb or best.first < place.first:
        return 0
    before = context.skeleton.article_first(mention.first) - 1
    names = CUES[lower[verb]] in _NAMING and lower[verb - 1] not in BEING and mention.kind != NOUN
    clause, comma = set(shape[best.last : before]) & set(shapes.VERB), shape[before - 1] == ","
    # "signed the bill, which Lund called “odd”", "said that Lund called it “odd”"
    led = {"that": names, "which": comma and mention.kind != PRONOUN, "and": comma and bool(clause)}
    apart = ";" in shape[best.last : mention.first] or lower[before] in _AGAINST or led.get(lower[before])
    return _place(ranked, mention) if apart else 0


def _present(context: ArticleAnalysis, place: QuoteContext, ranked: list[tuple[float, Mention]]) -> int:
    """Return the place of one who speaks in the quote's own sentence where the likeliest stands outside it, or 0."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    best, colon = ranked[0][1].first, shape[place.at - 1] == ":"
    here = place.first <= best < place.last
    if not here or (colon and best < place.at):  # "Norland urged calm: “No,” Ida Lund posted."
        tag = context.first_between(place.at + 1, place.at + 2)
        own = tag is not None and (tag.first < place.last or not colon)  # not of "“No.” Lund disagreed."
        if tag is not None and own and _ends_in(shape, _behind_apposition(shape, tag.last)):
            return _place(ranked, tag)  # "“No,” she said."
    if here:
        return 0
    verb = shape.rfind(shapes.CUE, place.first, place.at)
    leads = shape[verb + 1 : place.at] == ":"  # "…, she said, and Lund, laughing, added: “No.”"
    if verb < 0 or (set(shape[verb : place.at]) & _ANOTHER and not leads) or lower[max(0, verb - 1)] in BEING:
        return 0
    mention = subject(context, verb)
    if mention is None or not place.first <= mention.first < verb:
        return 0
    that = lower[verb + 1 : verb + 2] == ["that"] and place.kind == "end"
    beside = mention.last <= verb and not shape[mention.last : verb].strip(shapes.PREVERB)
    beside = beside or (lower[mention.last] == "who" and "," not in shape[mention.last : verb])
    return _place(ranked, mention) if that or leads or (beside and not lower[verb].endswith("ing")) else 0


def _behind_apposition(shape: str, at: int) -> int:
    """Return the word behind ", the deputy minister," that begins at word `at`; `at` where none does."""
    close = shape.find(",", at + 1, at + _APPOSED) if shape[at : at + 1] == "," else -1
    return close + 1 if close > 0 and set(shape[at + 1 : close]) <= set(_OBJECT) else at


def _ends_in(shape: str, verb: int) -> bool:
    """Tell whether a verb of saying ends its sentence at word `verb`, but for a day or a place: "posted on X"."""
    behind = verb + 1 + 2 * (shape[verb + 1 : verb + 3] in _WHERE)
    return shape[verb : verb + 1] == shapes.CUE and shape[behind : behind + 1] in _ENDED


def _place(ranked: list[tuple[float, Mention]], mention: Mention | None) -> int:
    """Return the place of a mention among those ranked, 0 where it is not among them."""
    if mention is None:
        return 0
    return next((number for number, (_, one) in enumerate(ranked) if one is mention), 0)
