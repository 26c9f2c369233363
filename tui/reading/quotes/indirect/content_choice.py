"""Which words are reported by which verb of saying: the likeliest contents, each cut to its own speaker's side."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.core.model import DISPUTED
from tui.reading.quotes.cues.cue_subjects import BEING, agent_of, end_of_aside, subject
from tui.reading.quotes.cues.omitted_verbs import of_omitted
from tui.reading.quotes.cues.polarity import Stance, governed, stance_at, stances
from tui.reading.quotes.cues.readouts import behind_dateline, passes_on
from tui.reading.quotes.cues.silence import is_declined, is_noun
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.cues.suppositions import is_supposed
from tui.reading.quotes.indirect import indirect_speech
from tui.reading.quotes.indirect.content_borders import beyond_aside, mended, within_aside
from tui.reading.quotes.indirect.content_ends import clause_at, own_clause
from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, behind_occasion, start_of
from tui.reading.quotes.indirect.cue_phrases import is_within
from tui.reading.quotes.indirect.further_deeds import without_deeds
from tui.reading.quotes.indirect.insertions import insertions
from tui.reading.quotes.indirect.propositions import is_matter
from tui.reading.quotes.indirect.told_by_nouns import told_by_nouns
from tui.reading.quotes.indirect.torn_contents import is_torn
from tui.reading.quotes.indirect.verb_complements import (
    COMPLEMENTED,
    CONTINUATIVES,
    clause_end,
    complements,
    joins_another,
)
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import PRONOUN, Mention
from tui.reading.quotes.resolution.attribution import Attribution
from tui.reading.quotes.turns.bullets import points, words_of
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import OTHER_SIDE, word_set

# Below the chance of being nothing at all (0): the likeliest borders take only their share of what speaks for a content.
_LEAST = -1.0
_LEAST_CLAUSE = -1.3  # of a "that" clause right behind its verb
_SURELY = 0.5  # than a rule for complements
_BY_RULE = 2.0  # as likely as what a rule says is
_NO_SUBJECT = shapes.AUXILIARY + shapes.ING + shapes.CONNECTIVE  # begins a complement: "being kept", "to go"
_CUE_BEHIND = 6  # words behind marked ones
_CUES = 12  # in a sentence, from which on they say nothing: it is no prose
_JOINING = OTHER_SIDE | {"and"}
_TOLD = ("told", "tells")
_MODALS = word_set("would will can could should may might must")
_PRESENT = word_set("is are")
_PARTICIPLES = frozenset(shapes.PARTICIPLE + shapes.ADVERB + shapes.CUE)
_THAT_SAID = re.compile(
    r"\b(?:that (?:being )?said ,|having said that ,)"
)  # takes up nothing that anybody said
_WHICH = "," + shapes.RELATIVE
_ASKING = word_set("ask urge tell order press beg implore instruct command encourage call")
_ASKED_ONE = frozenset(shapes.NOMINAL + shapes.OTHER_PRONOUN + shapes.CONNECTIVE)
_WHEN = frozenset(shapes.ADVERBIAL + shapes.CONNECTIVE)


@dataclass(slots=True)
class Content:
    """One content found beside a verb: the ranges of words, the verb, and how sure it is."""

    verb: int
    ranges: tuple[tuple[int, int], ...]
    margin: float
    stance: Stance | None = None
    speaker: Mention | None = None  # where no verb's subject is
    fewest: int = 3  # words in each part, without marks
    ruled: float = (
        0.0  # how sure a speaker is whom a rule gives, before what may be said against the name is weighed
    )


def chosen(attribution: Attribution, table: dict[str, float], *, everything: bool = False) -> list[Content]:
    """Return the contents taken, none of them inside another one's and none of them twice.

    With `everything` what is called for, promised or threatened is taken too, and what a cue is set into.
    """
    shape = (context := attribution.context).skeleton.shape
    likely: list[Content] = []
    for at in shapes.places(shapes.CUE, shape, 0, len(shape)):
        if shape.count(shapes.CUE, context.skeleton.sentences[context.skeleton.sentence[at]][0], at) >= _CUES:
            continue
        if everything and _is_aside(context, at):
            continue
        option, margin = indirect_speech.choose(indirect_speech.options(context, at), table)
        margin += everything and (_goes_on_about(context, at) or _announces_too(context, at))
        stated = bool(option.ranges) and _is_that_clause(context.skeleton, at, *option.ranges[0])
        least = _LEAST_CLAUSE if stated else _LEAST
        if option.ranges and margin > least and not _cites(context, at, option.ranges):
            declined = everything and (is_declined(context.skeleton, at) or is_noun(context.skeleton, at))
            likely += () if declined else (Content(at, option.ranges, margin),)
        begin = behind_occasion(context.skeleton, at) if everything else -1
        if begin > 0 and not (likely and likely[-1].verb == at and likely[-1].ranges[0][0] == begin):
            likely = [one for one in likely if one.verb != at or "that" in context.skeleton.lower[at:begin]]
            end = clause_end(context.skeleton, begin)
            likely += [Content(at, ((begin, end),), _BY_RULE / 2)] * (shapes.QUOTE not in shape[at:end])
    kept: list[Content] = []
    used: dict[int, int] = {}
    listed = list(_listed(context))
    leading = {one.verb for one in listed}
    likely = _with_readouts(attribution, _with_stances(context, likely))
    likely = [one for one in _cut(context, likely) if one.verb not in leading]
    if everything:
        likely = [one for one in likely if not _steps_over(context, one)]
        likely = _without_passed_on(attribution, _with_insertions(context, likely))
        _set_borders(context, likely)
        likely = [one for one in likely if not _is_asked_for(context.skeleton, one.verb)]
        for one in (likely := _with_complements(context, likely)):
            one.ranges = within_aside(context, one.verb, one.ranges)
            one.ranges = tuple(_given_out(attribution, one.verb, *part) for part in one.ranges)
            one.ranges = tuple(_without_source(context.skeleton, one.verb, *part) for part in one.ranges)
            one.ranges = tuple(
                (
                    first,
                    _with_further(
                        context.skeleton, one.verb, first, without_deeds(context.skeleton, first, last)
                    ),
                )
                for first, last in one.ranges
            )
            one.ranges = tuple(
                (first, beyond_aside(context.skeleton, one.verb, first, last)) for first, last in one.ranges
            )
        likely = [one for one in likely if not is_torn(context, one.verb, one.ranges)]
        likely += list(_gapped(context, likely))
    likely += listed
    if everything:
        likely = [
            one for one in likely if not is_supposed(context, one.verb)
        ]  # else nobody says what holds it
    # "denied having said that it rains", "denied that Roth had told her that it rains": nobody is said to have said so
    denied = [
        one.ranges[0] for one in likely if everything and one.stance and one.stance.polarity in DISPUTED
    ]
    likely = [one for one in likely if not any(first <= one.verb < last for first, last in denied)]
    wide = (
        _BY_RULE * everything
    )  # "according to Lund, Roth had promised to wait": hers first, and his within it
    for content in sorted(
        likely, key=lambda one: -one.margin - wide * (context.skeleton.lower[one.verb] == "according")
    ):
        words = [word for first, last in content.ranges for word in range(first, last)]
        if sum(map(used.__contains__, words)) * 2 > len(words):
            continue
        end = _further_verb(context.skeleton, *content.ranges[-1]) if everything else content.ranges[-1][1]
        used.update((word, content.verb) for word in words if word < end)
        kept.append(content)
    return sorted(kept, key=lambda one: one.verb)


def _is_asked_for(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a verb is what somebody is asked to do, and says nothing: "urged the ministry to confirm that"."""
    at = verb - 2
    while at > 0 and skeleton.shape[at] in _ASKED_ONE:
        at -= 1
    asked = CUES.get(skeleton.lower[at]) in _ASKING and at < verb - 2
    return asked and skeleton.word_before(verb) == "to" and skeleton.lower[at - 1] not in BEING


def _set_borders(context: ArticleAnalysis, likely: list[Content]) -> None:
    """Set the borders of contents where their own clause has them."""
    for one in likely:
        one.ranges = tuple(_without_marked(context.skeleton, *part) for part in one.ranges)
        one.ranges = tuple(_without_joined(context, one, *part) for part in one.ranges)
        one.ranges = tuple((start_of(context, one.verb, *part), part[1]) for part in one.ranges)
        if one.stance and not one.speaker:
            one.ranges = tuple(_in_own_clause(context.skeleton, one.verb, *part) for part in one.ranges)
        elif not one.speaker:
            one.ranges = mended(context, one.verb, one.ranges)


def _in_own_clause(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> tuple[int, int]:
    """Return what is turned down without the main clause behind it: "Ruling out a pause, | he asked her to go on"."""
    return first, own_clause(skeleton, verb, first, last) if first > verb else last


def _without_source(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> tuple[int, int]:
    """Return a content without the words behind it that say who has it: "warned that it rained⟧, according to a note"."""
    at = skeleton.shape.rfind(",", max(first, verb), last)
    sourced = at > first and skeleton.lower[at + 1 : at + 3] == ["according", "to"]
    return (first, at) if sourced else (first, last)


def _further_verb(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a content has a further verb behind its marked words, "“no,” | adding that it rains"; else its end."""
    shape = skeleton.shape
    mark = shape.rfind(shapes.QUOTE, first, last)
    verb = shape.find(shapes.CUE, mark, last) if mark >= 0 else -1
    behind = shape[mark + 1 : verb].strip(",") == "" and skeleton.lower[verb].endswith("ing")
    return verb if verb > 0 and behind else last


def _is_that_clause(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> bool:
    """Tell whether a content is a clause that "that" joins to its verb: "charged that the mayor had lied"."""
    that = first - (skeleton.lower[first] != "that")
    return that == verb + 1 and skeleton.lower[that] == "that" and clause_at(skeleton, that + 1, last)


def _cites(context: ArticleAnalysis, verb: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a content goes on as that of another verb: "cited Lund as saying …", "reported, citing Lund, that …"."""
    lower, (first, last) = context.skeleton.lower, ranges[0]
    end = context.skeleton.sentences[context.skeleton.sentence[verb]][1]
    bare = first == verb + 1 and shapes.FINITES.isdisjoint(context.skeleton.shape[first:last])
    if CUES.get(lower[verb]) == "report" and bare:
        return any(lower[at : at + 2] == ["as", "saying"] for at in range(first, end))
    if first != verb + 1 or CUES.get(lower[verb]) not in ("cite", "quote"):
        return False
    return any(lower[at : at + 2] in (["as", "saying"], [",", "that"]) for at in range(first, last + 1))


def _goes_on_about(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb says more of one just named: "according to the palace, which said the call was short"."""
    skeleton = context.skeleton
    told = skeleton.lower[verb] in ("said", "added", "says")
    return told and skeleton.shape[verb - 2 : verb] == _WHICH


def _is_aside(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb is of an aside that reports nothing: "Lund, asked about it, left", "That said, it is late".

    Nor does "read out" report: what somebody read out is told by another verb.
    """
    if context.skeleton.lower[verb : verb + 2] == ["read", "out"]:
        return True
    around = context.skeleton.lower[max(0, verb - 2) : verb + 3]
    if "said" in around and _THAT_SAID.search(" ".join(around)):
        return True
    return bool(end_of_aside(context, verb)) and agent_of(context, verb) is None


def _announces_too(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb announces beside what else its subject did: "condemned the attack and announced a pause"."""
    joined = context.skeleton.lower[max(0, verb - 1) : verb + 1] == ["and", "announced"]
    return joined and subject(context, verb) is not None


def _cut(context: ArticleAnalysis, likely: list[Content]) -> list[Content]:
    """Return the likely contents without what another says in them ("… but the mayor says …") and datelines.

    What somebody "said, according to" another is the content of "said" alone, or a quote on its own.
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    by_verb = {one.verb: one for one in likely}
    kept = []
    for one in likely:
        passed_on = lower[one.verb] == "according" and shape[one.verb - 2 : one.verb] == shapes.CUE + ","
        if one.ranges[0][0] < one.verb and is_within(context.skeleton, one.verb):
            continue
        quoted = any(shapes.QUOTE in shape[first:last] for first, last in one.ranges)
        if passed_on and (quoted or one.verb - 2 in by_verb):
            continue
        ranges = [_own_side(context, first, last, by_verb) for first, last in one.ranges]
        one.ranges = tuple(each for each in ranges if lower[each[0]] != "according")
        if one.ranges:
            kept.append(one)
        else:
            by_verb.pop(one.verb, None)  # others are not to be measured by it
    return kept


def _own_side(
    context: ArticleAnalysis, first: int, last: int, by_verb: Mapping[int, Content]
) -> tuple[int, int]:
    """Return the words `first` to `last` up to where another side is heard, and behind a dateline."""
    skeleton = context.skeleton
    begins = first == skeleton.sentences[skeleton.sentence[first]][0]
    first = behind_dateline(skeleton, first, last) if begins else first
    last = _before_marks(skeleton.shape, skeleton.lower, first, last)
    for verb in shapes.places(shapes.CUE, skeleton.shape, first + 1, last):
        mention = subject(context, verb)
        at = mention.first - 1 if mention is not None else -1
        at -= at > first and skeleton.lower[at] == "the"
        if mention is None or not first + 1 < at < last:
            continue
        other = by_verb.get(verb)
        goes_on = other is not None and other.ranges[0][0] > verb and mention.kind != PRONOUN
        closed = other is not None and skeleton.shape[at] == ";"
        if skeleton.lower[at] in OTHER_SIDE or closed or (goes_on and _joins(skeleton, at)):
            return first, at - (skeleton.shape[at - 1] in ",;")
    return first, last


def _joins(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether word `at` joins a further clause: "Lund said no, Brandt said yes, and Roth said nothing"."""
    return skeleton.shape[at] == "," or skeleton.lower[at] == "and"


def _before_marks(shape: str, lower: list[str], first: int, last: int) -> int:
    """Return `last`, or where a clause with marked words of its own begins: "…; Roth gave “no details”"."""
    mark = shape.find(shapes.QUOTE, first, last)
    if mark < 0:
        return last
    further = shape.rfind(shapes.CUE, first, mark)
    behind = further - (lower[further - 1] == "before")  # "was late, before adding that it was “cold”"
    adds = further > 0 and lower[further] in ("adding", "saying")
    if adds and shape[behind - 1] == "," and behind - 1 > first:
        return behind - 1
    for at in range(mark - 1, first + 2, -1):
        side = lower[at] in OTHER_SIDE and shape[at - 1] != ","
        if side or shape[at] == ";" or (shape[at] == "," and lower[at + 1] in _JOINING):
            # "…, the spokesman stressed, though …" is no end of what came before
            own = shapes.CUE not in shape[first + 1 : at] and set(shape[at:mark]) & set(shapes.VERB)
            return at if own else last
    return last


def _listed(context: ArticleAnalysis) -> Iterator[Content]:
    """Yield the points of lists that are led in by a verb of saying."""
    for point in points(context):
        if point.verb >= 0:
            own = point.speaker if point.verb >= point.first else None
            yield Content(point.verb, (words_of(context, point),), _BY_RULE, speaker=own)


def _with_stances(context: ArticleAnalysis, likely: list[Content]) -> list[Content]:
    """Return the likely contents, and beside them what a cue turns down where none was found for it."""
    of = {one.verb: one for one in likely}
    for stance in stances(context):
        if known := of.get(stance.verb):
            known.stance = stance
            marked = any(shapes.QUOTE in context.skeleton.shape[first:last] for first, last in known.ranges)
            if (marked or stance.polarity in ("declined", "refused")) and (own := governed(context, stance)):
                known.ranges = (own,)
        elif taken := governed(context, stance):
            of[stance.verb] = Content(stance.verb, (taken,), _BY_RULE, stance)
    return list(of.values())


def _with_insertions(context: ArticleAnalysis, likely: list[Content]) -> list[Content]:
    """Return the likely contents, with those around a cue between commas in the place of what was found for it."""
    nouns = list(told_by_nouns(context))
    found = {
        verb: Content(verb, ranges, _BY_RULE, speaker=speaker, fewest=1)
        for verb, ranges, speaker in (*insertions(context), *nouns)
    }
    # "Lund's reply, according to Roth, was that it was late" is hers
    aside = {at for one in nouns for at in range(one.verb + 1, one.ranges[0][0])}
    return [
        one
        for one in [*likely, *found.values()]
        if found.get(one.verb, one) is one and one.ranges and one.verb not in aside
    ]


def _steps_over(context: ArticleAnalysis, content: Content) -> bool:
    """Tell whether a content begins behind another finite verb of saying than its own: "admitted it but denied that …".

    Also whether another side is all of it: "Lund said, but Oslo insisted …".
    """
    skeleton = context.skeleton
    if content.ranges[0][0] > content.verb and skeleton.lower[content.ranges[0][0]] in OTHER_SIDE:
        return True
    between = range(content.verb + 1, content.ranges[0][0])
    if len(between) > 1 and skeleton.shape[between[0]] == skeleton.shape[between[-1]] == ",":
        return False  # "Oslo alleged, the site writes, that …"
    if len(between) > 1 and skeleton.shape[between[-1] - 1 : between[-1] + 1] == "," + shapes.CUE:
        return True  # "backed the plan, stressing that …"
    return any(
        (
            skeleton.shape[at] == shapes.CUE
            or (skeleton.lower[at - 1] == "and" and skeleton.lower[at] in COMPLEMENTED)
        )
        and not skeleton.lower[at].endswith("ing")
        for at in between
    )


def _without_passed_on(attribution: Attribution, likely: list[Content]) -> list[Content]:
    """Return the likely contents without sentences a body gives out in which somebody else promises or asks something."""
    context = attribution.context
    passing = {one.verb for one in attribution.readouts if passes_on(context, one)}
    if not passing:
        return likely
    verbs = [one.verb for one in likely] + [verb for verb, _, _ in complements(context)]
    return [
        one
        for one in likely
        if one.verb not in passing
        or not any(first < verb < last for first, last in one.ranges for verb in verbs)
    ]


def _given_out(attribution: Attribution, verb: int, first: int, last: int) -> tuple[int, int]:
    """Return a range without who gives it out behind it: "Lund was told that it rains⟧, two people in the room said"."""
    number = bisect_right(attribution.readouts, verb, key=lambda readout: readout.first) - 1
    end = attribution.readouts[number].last if number >= 0 else 0
    return first, end if verb < first < end < last else last


def _without_marked(skeleton: TokenizedArticle, first: int, last: int) -> tuple[int, int]:
    """Return a range up to where a clause with marks is joined by "that": "it was late | and that Oslo “knows it”".

    Or up to where something is quoted that has a cue of its own: "it was late; | “we know,” he said".
    """
    shape, lower = skeleton.shape, skeleton.lower
    mark = shape.find(shapes.QUOTE, first, last)
    own = (
        mark > first and shapes.CUE in shape[mark + 1 : mark + _CUE_BEHIND] + shape[last : last + _CUE_BEHIND]
    )
    if own and shape[mark - 1] in ";-" and shapes.VERBS.intersection(shape[first : mark - 1]):
        return first, mark - 1
    joint = next((at for at in range(mark - 1, first + 1, -1) if lower[at : at + 2] == ["and", "that"]), -1)
    if joint < 0 or shapes.CUE in shape[first:joint] or not shapes.VERBS.intersection(shape[first:joint]):
        return first, last
    return first, joint - (shape[joint - 1] == ",")


def _without_joined(context: ArticleAnalysis, content: Content, first: int, last: int) -> tuple[int, int]:
    """Return a range up to where the next thing said is joined: "being kept out | and predicted that …"."""
    skeleton = context.skeleton
    if first < content.verb or content.speaker is not None:
        return first, last
    for at in range(first + 1, last):
        if not joins_another(skeleton, at, last):
            continue
        clause = (
            set(skeleton.shape[first + 1 : at]) & set(shapes.VERB)
            and skeleton.shape[first] not in _NO_SUBJECT
        )
        cue = skeleton.shape[at + 1] == shapes.CUE
        alone = not cue if clause else cue or skeleton.lower[at + 1] in COMPLEMENTED
        if alone or _is_parallel(skeleton, first, at):
            return first, at - (skeleton.shape[at - 1] == ",")
    return first, last


def _is_parallel(skeleton: TokenizedArticle, first: int, joint: int) -> bool:
    """Tell whether a past tense behind "and" is its speaker's: "said the dam is old | and on Friday joked about it".

    What is reported before it is in the present or led by "would", so that it has no such tense of its own.
    """
    shape, lower = skeleton.shape, skeleton.lower
    joined = shape.find(shapes.CUE, joint)
    helping = shape.find(shapes.AUXILIARY, first, joint)
    if helping < 0 or shapes.PAST in shape[first:helping] or not _WHEN.issuperset(shape[joint + 1 : joined]):
        return False
    is_now = lower[helping] in _PRESENT and shape[helping + 1] not in _PARTICIPLES
    stated = lower[helping] == "had" and lower[joined + 1 : joined + 2] == ["that"]
    return (is_now or stated or lower[helping] in _MODALS) and lower[joined].endswith(("ed", "said", "told"))


def _with_further(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a "that" clause ends with those that go on from it: "that it was late, | and that it rained"."""
    lower = skeleton.lower
    end = skeleton.sentences[skeleton.sentence[verb]][1]
    opens = first == verb + 1 or lower[first : first + 1] == [
        "that"
    ]  # "said it was late, and that it rained"
    while opens and verb < first < last and lower[last : last + 1] in ([","], ["and"], ["but"]):
        that = last + (lower[last] == ",")
        that += lower[that : that + 1] in (["and"], ["but"], ["or"])
        begins = clause_at(skeleton, that + 1, end) or not SUBORDINATORS.isdisjoint(
            lower[that + 1 : that + 2]
        )
        if lower[that : that + 1] != ["that"] or not begins:
            break
        further = clause_end(skeleton, that + 1)
        if shapes.QUOTE in skeleton.shape[last:further]:
            break  # what has marks is told by itself
        last = further
    return last


def _gapped(context: ArticleAnalysis, likely: list[Content]) -> Iterator[Content]:
    """Yield what another says whose verb is left out, cut from what holds it: "Lund said no; Roth that it was early"."""
    skeleton = context.skeleton
    for one in likely:
        first = one.ranges[-1][0]
        last = skeleton.sentences[skeleton.sentence[one.verb]][1]
        if first < one.verb or CUES.get(skeleton.lower[one.verb]) not in CLAUSAL:
            continue
        for that in range(first + 2, last - 1):
            opened = of_omitted(context, one.verb, that) if skeleton.lower[that] == "that" else None
            if opened is None or not clause_at(skeleton, that + 1, last):
                continue  # "the office, an agency that looks at it, was silent"
            stop, who = opened
            for each in likely:
                each.ranges = tuple(
                    (begin, min(end, stop)) if begin < stop else (begin, end) for begin, end in each.ranges
                )
            yield Content(
                one.verb, ((that + 1, clause_end(skeleton, that + 1)),), _BY_RULE, speaker=who, fewest=2
            )
            break


def _with_complements(context: ArticleAnalysis, likely: list[Content]) -> list[Content]:
    """Return the likely contents, and the complements of verbs that have none as likely, and stand in no other's."""
    shape = context.skeleton.shape
    plain = [
        one for one in likely if not any(shapes.QUOTE in shape[first:last] for first, last in one.ranges)
    ]
    surely = [one for one in plain if one.margin > _SURELY]
    ranges = {one.verb: one.ranges[0] for one in surely if len(one.ranges) == 1}
    # "continued to call for", and no "The dam, she continued, is full"
    goes_on = {
        one.verb
        for one in likely
        if one.speaker is None and context.skeleton.lower[one.verb] in CONTINUATIVES
    }
    surely = [one for one in surely if one.verb not in goes_on]
    verbs = {one.verb for one in surely}
    inside = {word for one in surely for first, last in one.ranges for word in range(first, last)}
    whole = [one.ranges[0] for one in plain if _is_whole(context.skeleton, one)]
    told = {one.verb: one for one in _told(context)}
    found = {verb: one for verb, one in told.items() if verb not in verbs} | {
        verb: Content(verb, ((first, last),), _BY_RULE, stance_at(context.skeleton, verb), fewest=2)
        for verb, first, last in complements(context)
        if verb not in inside
        and verb not in told
        and ((who := subject(context, verb)) is None or not is_matter(context, who))  # "the storm calls for"
        and not any(_tells_of(context, verb, *part) for part in whole)
        and (verb not in verbs or _within(ranges.get(verb), first, last))
    }
    return [one for one in likely if one.verb not in found and one.verb not in goes_on] + list(found.values())


def _told(context: ArticleAnalysis) -> Iterator[Content]:
    """Yield what somebody is told without "that": "told a court on Monday | nobody had paid her"."""
    skeleton = context.skeleton
    for verb in shapes.places(shapes.CUE, skeleton.shape, 0, len(skeleton.shape)):
        last = skeleton.sentences[skeleton.sentence[verb]][1]
        if skeleton.lower[verb] not in _TOLD or verb + 3 >= last or subject(context, verb) is None:
            continue
        begin = start_of(context, verb, verb + 1, last)
        end = _without_marked(skeleton, begin, clause_end(skeleton, begin))[1]
        plain = (
            begin > verb + 1
            and skeleton.lower[begin] != "that"
            and shapes.QUOTE not in skeleton.shape[verb:end]
        )
        if plain and clause_at(skeleton, begin, end) and skeleton.word_before(verb) not in BEING:
            yield Content(verb, ((begin, end),), _BY_RULE)


def _is_whole(skeleton: TokenizedArticle, content: Content) -> bool:
    """Tell whether what others say in a content is no statement beside it: it is turned down, or a clause with "that".

    "Denied reports that she had threatened to go", "said on Friday in Riga that the court had asked for a week".
    """
    first, last = content.ranges[0]
    disputed = content.stance is not None and content.stance.polarity in DISPUTED
    return disputed or (skeleton.lower[first:last][:1] == ["that"] and clause_at(skeleton, first + 1, last))


def _tells_of(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether a verb and who it belongs to stand between two words."""
    who = subject(context, verb) if first <= verb < last else None
    return who is not None and first <= who.first < last


def _within(whole: tuple[int, int] | None, first: int, last: int) -> bool:
    """Tell whether words are a range without what it begins with: "hiding it" of "the council of hiding it"."""
    return whole is not None and whole[0] + 1 < first < whole[1] <= last


def _with_readouts(attribution: Attribution, likely: list[Content]) -> list[Content]:
    """Return the likely contents, with the sentences that a body gives out whole among them."""
    found = {
        one.verb: Content(one.verb, ((one.first, one.last),), _BY_RULE)
        for one in attribution.readouts
        if not passes_on(attribution.context, one)  # else what is said in it is somebody else's
    }
    return [one for one in likely if one.verb not in found] + list(found.values())
