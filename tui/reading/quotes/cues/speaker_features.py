"""What speaks for and against a mention being the speaker of a quote, as named features.

A candidate's features are summed by their weights (`weights.json`) and the sums compared by softmax: a log-linear
ranking. For the task and the features usual in it see O'Keefe et al., "A Sequence Labelling Approach to Quote
Attribution" (EMNLP 2012), and Pareti et al., "Automatically Detecting and Attributing Indirect Quotations" (EMNLP 2013).

Names of features are made of classes of words (see `shapes`), of verbs of saying and of counts, never of an
article's own words. They begin with where the mention stands: `before` or `after` the quote in its sentence,
`elsewhere`, or as the speaker of the `previous` quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.shapes import fold_shape
from tui.reading.quotes.words.word_classes import word_set

_CLAUSE_REACH = 60  # words looked ahead for the cue of a mention
_CUE_OR_END = re.compile(f"[{shapes.CUE}{shapes.QUOTE}{shapes.BREAK}.;]")
_NOUNISH = shapes.HEAD + shapes.OTHER
_ASIDE_BEFORE = shapes.CUE + ","


@dataclass(slots=True, kw_only=True)
class QuoteContext:
    """A quote as the features see it: its word `at`, its sentence, and the shape of its surroundings."""

    at: int
    first: int
    last: int
    kind: str = "end"
    end: str = "w"
    words: int = 1
    lead: str = ""
    tail: str = ""
    previous: Mention | None = None
    previous_at: int = -1
    link: str = ""
    tag: bool = False


def describe_place(
    context: ArticleAnalysis, number: int, previous: Mention | None, previous_at: int
) -> QuoteContext:
    """Return the place of stretch `number`, after a quote at word `previous_at` said by `previous`."""
    skeleton = context.skeleton
    at = skeleton.quotes[number]
    first, last = skeleton.sentences[skeleton.sentence[at]]
    stretch = context.stretches[number]
    end = context.text[stretch.end - 1]
    if end not in ",.?!":
        outside = at == first and context.text[stretch.outer_end : stretch.outer_end + 1] == ","
        end = "-" if not stretch.closed else "," if outside else "w"
    following = skeleton.shape[at + 1 : last].lstrip(".,")
    starts = at == first
    kind = ("start" if starts else "mid") if following else "whole" if starts else "end"
    if stretch.continues:
        kind = "more"
    words = context.text.count(" ", stretch.start, stretch.end) + 1
    place = QuoteContext(
        at=at, first=first, last=last, kind=kind, end=end, words=words,
        previous=previous, previous_at=previous_at,
    )  # fmt: skip
    place.lead, place.tail = lead_and_tail(skeleton.shape, at, first, last)
    rest = skeleton.shape[at + 1 : last]
    place.tag = _TAG.search("," + rest if end in ",?!" else rest) is not None
    if previous_at >= 0:
        away = skeleton.paragraph[at] - skeleton.paragraph[previous_at]
        if away == 0 and at - previous_at < 40:
            place.link = fold_shape(skeleton.shape[previous_at + 1 : at])
        else:
            place.link = f"{min(away, 4)}p"
    return place


def lead_and_tail(shape: str, at: int, first: int, last: int) -> tuple[str, str]:
    """Return the folded shapes of the four words before word `at` and the three after, in its sentence."""
    return fold_shape(shape[max(first, at - 4) : at]), fold_shape(shape[at + 1 : min(last, at + 4)])


@dataclass(slots=True)
class _Candidate:
    """A mention weighed as the speaker of one quote, with what its feature functions share.

    `before` is the class of the word before it, `verb` the place of the cue it may be subject of, or -1,
    `near` the number of mentions between it and the quote, four at most.
    """

    shape: str
    lower: list[str]
    place: QuoteContext
    mention: Mention
    kind: str
    before: str
    verb: int
    near: int


def speaker_features(
    context: ArticleAnalysis, place: QuoteContext, mention: Mention, between: int
) -> list[str]:
    """Return the features of `mention` as the speaker of the quote at `place`.

    `between` is the number of other mentions that lie between the two. Their order is fixed: the weights are
    summed in it, and a sum of floats depends on it.
    """
    near = between if between < 4 else 4
    if place.first <= mention.first < place.last:
        one = _candidate(context, place, mention, near)
        found = _anywhere(one)
        if place.tag:
            found.append(f"tag{mention.first > place.at}")
        found += _before_quote(one) if mention.first < place.at else _after_quote(one)
    else:
        found = _elsewhere(context, place, mention, near)
    before = place.previous
    if mention is before or (before is not None and mention.entity >= 0 and mention.entity == before.entity):
        found += _after_previous(place, "same" if mention is before else "alias")
    if 0 <= place.previous_at < mention.first < place.at:
        found.append("since")
    return found


def _candidate(context: ArticleAnalysis, place: QuoteContext, mention: Mention, near: int) -> _Candidate:
    shape, lower = context.skeleton.shape, context.skeleton.lower
    before = shape[mention.first - 1] if mention.first else shapes.BREAK
    verb = _governed_verb(shape, mention.last)
    return _Candidate(shape, lower, place, mention, _kind(lower, mention), before, verb, near)


def _anywhere(one: _Candidate) -> list[str]:
    """Return the features that a mention has wherever it stands."""
    inside = _inside_phrase(one) if one.before == shapes.CONNECTIVE else ()
    return ["kind=" + one.kind, *_quoted_as_saying(one), *inside]


def _kind(lower: list[str], mention: Mention) -> str:
    """Return what kind of mention it is, a pronoun by its word: "name", "noun's", "he" (for "she" too)."""
    if mention.kind == PRONOUN:
        return "he" if lower[mention.first] == "she" else lower[mention.first]
    return mention.kind + "'s" if mention.owner else mention.kind


def _governed_verb(shape: str, last: int) -> int:
    """Return the first cue after a mention in its clause, or -1: "said" in "Lund, who was there, said"."""
    found = _CUE_OR_END.search(shape, last, last + _CLAUSE_REACH)
    return found.start() if found and found[0] == shapes.CUE else -1


def _quoted_as_saying(one: _Candidate) -> Iterator[str]:
    """Yield a feature of one whom another quotes: "the paper cited Lund as saying"."""
    first, last = one.mention.first, one.mention.last
    if one.kind in ("him", "her"):  # a mention there only
        if one.place.first <= first < one.place.at:
            yield "quoted as saying"
    elif one.shape[last : last + 2] == shapes.AS_SAYING and one.lower[last + 1] in _SAYING:
        for back in range(first - 1, max(-1, first - 3), -1):
            if CUES.get(one.lower[back]) in _QUOTING:
                yield "quoted as saying"


def _inside_phrase(one: _Candidate) -> Iterator[str]:
    """Yield features of one that stands behind a preposition: "a friend of Lund", "according to Lund"."""
    first, place = one.mention.first, one.place
    if first < 2:
        return
    if one.shape[first - 2] in _NOUNISH:
        yield f"inside{one.kind}" + one.lower[first - 1]
    if one.lower[first - 2] == "according":
        yield f"according{place.first <= first < place.last}{first > place.at}{place.kind}"


def _before_quote(one: _Candidate) -> list[str]:
    """Return features of one who stands before the quote in its sentence: "Lund called it “dear”"."""
    return [
        f"before.near={one.near}", f"before.from={one.before}{one.kind}", f"before.place={one.place.kind}{one.place.end}",
        *(_subject_before(one) if 0 <= one.verb < one.place.at else _no_subject_before(one)),
    ]  # fmt: skip


def _subject_before(one: _Candidate) -> list[str]:
    """Return features of one whose cue stands before the quote too: "Lund, he added, said the “rescue” failed"."""
    shape, lower, place, mention, verb = one.shape, one.lower, one.place, one.mention, one.verb
    at, first, last = place.at, mention.first, mention.last
    between = shape[verb + 1 : at]
    way, gap = fold_shape(shape[last:verb]), fold_shape(between)
    cue = CUES[lower[verb]]
    clausal = cue in CLAUSAL
    inner = [CUES[lower[each]] in CLAUSAL for each in range(verb + 1, at) if shape[each] == shapes.CUE]
    found = [
        "before.way=" + way, "before.gap=" + gap, "before.cue=" + cue, f"before.cues={min(len(inner), 3)}",
        f"before.tail={place.tail}",
        *_way(shape[last:verb], one.kind, "before"), f"before.gaplong={min(len(between) // 4, 4)}{clausal}",
        f"before.inner={clausal}{sum(inner) and 1}{min(len(inner), 2)}",
    ]  # fmt: skip
    if one.before in _ASIDE_BEFORE and between[:1] == "," and len(way) < 2:
        found.append(f"before.aside={one.before}{clausal}")
    if way == "" and gap in ("", ","):
        found.append("before.said")
    if _PHRASE.fullmatch(shape, last, verb):
        found.append("before.phrase")
    under = _cue_above(one)
    if under >= 0:
        found += [
            f"before.under={CUES[lower[under]]}",
            f"before.underway={fold_shape(shape[under + 1 : first])}",
        ]
    final = shape.rfind(shapes.CUE, first, at)
    ending = "ing" if lower[final].endswith("ing") else "to" if lower[final - 1] == "to" else "ed"
    found.append(f"before.final={ending}{final == verb}{first == place.first}")
    if final != verb:
        found += [
            f"before.finalcue={CUES[lower[final]]}",
            f"before.finalgap={fold_shape(shape[final + 1 : at])}",
        ]
    return found


def _no_subject_before(one: _Candidate) -> list[str]:
    """Return features of one without a cue before the quote: "Lund's “dear” repair"."""
    shape, place, first, last = one.shape, one.place, one.mention.first, one.mention.last
    found = ["before.no=" + fold_shape(shape[last : place.at])]
    under = _cue_above(one)
    if under >= 0:
        cue, object_ = CUES[one.lower[under]], one.before == shapes.CUE
        found += [f"before.embedded={cue in CLAUSAL}{object_}", f"before.object={cue}{object_}"]
    if place.first == first:
        if last < len(shape) and shape[last] in shapes.FINITE:
            found.append("before.subject")
        found.append("before.begins")
    found.append("before.tail0=" + place.tail)
    return found


def _cue_above(one: _Candidate) -> int:
    """Return the cue before a mention whose clause it may be in, or -1: "said" in "Brandt said Lund called it"."""
    under = one.shape.rfind(shapes.CUE, one.place.first, one.mention.first)
    return under if under >= 0 and one.shape.find(shapes.QUOTE, under, one.place.at) < 0 else -1


def _after_quote(one: _Candidate) -> list[str]:
    """Return features of one who stands after the quote in its sentence: "“No,” said Lund"."""
    shape, lower, place, verb = one.shape, one.lower, one.place, one.verb
    at, first, last = place.at, one.mention.first, one.mention.last
    lead = fold_shape(shape[at + 1 : first])
    found = ["after.lead=" + lead, f"after.near={one.near}", f"after.end={place.end}{place.kind}"]
    if verb >= 0:
        way, cue = fold_shape(shape[last:verb]), CUES[lower[verb]]
        found += [
            "after.way=" + way,
            "after.cue=" + cue,
            f"after.both={lead}_{way}V",
            *_way(shape[last:verb], one.kind, "after"),
        ]
        if len(way) < 2:
            found.append(f"after.tag={one.before}{shape[verb + 1 : verb + 2]}{cue in CLAUSAL}")
            found.append(f"after.tagfar={one.before}{min((first - at) // 4, 4)}")
    else:
        found.append(f"after.after={lead}_{fold_shape(shape[last : last + 2])}")
    back = first - 1
    while back > at and shape[back] in shapes.ADVERBIAL:
        back -= 1
    if back > at and shape[back] == shapes.CUE:
        found += [
            "after.inverted=" + CUES[lower[back]],
            f"after.invertedlead={fold_shape(shape[at + 1 : back])}",
        ]
    elif back > at and shape[back] == shapes.CONNECTIVE:
        found.append("after.of=" + lower[back])
        if shape[back - 1] == shapes.CUE:
            found.append("after.ofcue=" + CUES[lower[back - 1]])
    return found


def _way(way: str, kind: str, side: str) -> list[str]:
    """Return rough features of the words between a mention and its cue: long, with a clause, with a verb."""
    found = [
        f"{side}.waylong={min(len(way) // 3, 5)}",
        f"{side}.waycommas={min(way.count(','), 3)}{kind == 'who'}",
    ]
    if shapes.RELATIVE in way:
        found.append(f"{side}.wayclause")
    if shapes.AUXILIARY in way or shapes.PAST in way:
        found.append(f"{side}.wayverb{way[:1] in shapes.FINITE}")
    return found


@dataclass(slots=True, kw_only=True)
class _Distant:
    """The features of a mention that are the same for every quote in another sentence, and what the others need."""

    kind: str
    ahead: list[str]
    according: bool
    stands: tuple[str, str]
    begins: bool
    way: list[str]
    rest: str
    plain: bool
    colon: bool
    inverted: list[str]


def _distant(context: ArticleAnalysis, mention: Mention, place: QuoteContext) -> _Distant:
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    one = _candidate(context, place, mention, 0)
    inside = [*_inside_phrase(one)] if one.before == shapes.CONNECTIVE else []
    according = bool(inside) and inside[-1].startswith("according")
    cue = CUES[lower[one.verb]] if one.verb >= 0 else ""
    way = fold_shape(shape[mention.last : one.verb]) if cue else ""
    end = skeleton.sentences[skeleton.sentence[one.verb]][1]
    near = cue and len(way) < 2
    return _Distant(
        kind=one.kind, ahead=["kind=" + one.kind, *_quoted_as_saying(one), *inside[: len(inside) - according]],
        according=according,
        stands=(f"elsewhere.from={one.before}{one.kind}", f"elsewhere.next={shape[mention.last : mention.last + 1]}"),
        begins=mention.first == skeleton.sentences[skeleton.sentence[mention.first]][0],
        way=[f"elsewhere.way={way}", f"elsewhere.cue={cue}"] if cue else [],
        rest=f"elsewhere.rest={fold_shape(shape[one.verb + 1 : min(end, one.verb + 4)])}" if near else "",
        plain=cue in _PLAIN, colon=lower[end - 1] == ":",
        inverted=[f"elsewhere.inverted={CUES[skeleton.word_before(mention.first)]}"] if one.before == shapes.CUE else [],
    )  # fmt: skip


def _elsewhere(context: ArticleAnalysis, place: QuoteContext, mention: Mention, near: int) -> list[str]:
    """Return features of one in another sentence than the quote: "Lund disagreed. “No.”"."""
    skeleton, at = context.skeleton, place.at
    known: _Distant | None = context.distant.get(mention.number)
    if known is None:
        known = context.distant[mention.number] = _distant(context, mention, place)
    away = skeleton.paragraph[at] - skeleton.paragraph[mention.first]
    apart = 0 if away else skeleton.sentence[at] - skeleton.sentence[mention.first]
    where = _where(away, apart)
    found = known.ahead[:]
    if known.according:
        found.append(f"accordingFalse{mention.first > at}{place.kind}")
    found += _at(where, place.kind, place.end, near)
    found += known.stands[0], f"elsewhere.kind={where}{known.kind}", known.stands[1]
    if known.begins:
        found.append(f"elsewhere.first={where}")
    found += known.way
    if known.rest:
        found += (f"elsewhere.cueat={where}{known.plain}", known.rest)
        if known.colon:
            found.append(f"elsewhere.colon={where}")
    found += known.inverted
    if apart > 0 and shapes.QUOTE not in skeleton.shape[mention.last : at]:
        found.append(f"elsewhere.noquote{apart == 1}")
    return found


# Of two sentences there are few ways to stand to each other.
@lru_cache(maxsize=1 << 10)
def _where(away: int, apart: int) -> str:
    """Return how far a quote stands behind a mention: "2p" for paragraphs, "0p1" for sentences of one."""
    return f"{max(-1, min(away, 3))}p{'' if away else max(-2, min(apart, 3))}"


@lru_cache(maxsize=1 << 10)
def _at(where: str, kind: str, end: str, near: int) -> tuple[str, ...]:
    return f"elsewhere.at={where}", f"elsewhere.shaped={where}{kind}{end}", f"elsewhere.near={near}{where}"


# Verbs of which what was said is the object, as a clause.
CLAUSAL = word_set("""
    say tell add claim argue state suggest speculate note find write tweet warn insist think believe
    explain declare report acknowledge admit conclude contend maintain predict promise reveal
    announce assert allege complain confirm estimate remark reply respond stress emphasize indicate
    deny agree accord recall vow observe caution concede disclose testify reiterate lament joke
    boast hope fear mention answer continue ask pledge swear imply hint show read
""")
_SOMEONE = f"(?:{shapes.PRONOUN}|[{shapes.NOMINAL}]+)"
_TAG_ENDS = f"(?=[.,{shapes.ADVERBIAL}{shapes.CONNECTIVE}{shapes.RELATIVE}]|$)"
# ", the mayor later said on" or ", said the mayor."
_TAG = re.compile(
    f",{shapes.ADVERB}*(?:{_SOMEONE}[{shapes.ADVERBIAL}]*{shapes.CUE}{_TAG_ENDS}|{shapes.CUE}{_SOMEONE}{_TAG_ENDS})"
)
# A mention's own complements: "of the city's", "elected last year"
_PHRASE = re.compile(f"[{shapes.NOUN_PHRASE}{shapes.CONNECTIVE}{shapes.ADVERBIAL},]*")
_SAYING = frozenset(("saying", "telling", "warning"))
_QUOTING = word_set("quote cite report hear")
_PLAIN = word_set(
    "say tell add write ask reply answer note state explain declare argue tweet continue report warn"
)


def _after_previous(place: QuoteContext, word: str) -> list[str]:
    """Return features of one who said the quote before, in the same words or others: "“Yes,” Lund said. “And soon.”"."""
    return [
        f"previous.{word}", f"previous.{word}link={place.link}", f"previous.{word}place={place.kind}{place.end}",
        f"previous.{word}all={place.kind}{place.end}{place.link}", f"previous.{word}lead={place.lead}",
    ]  # fmt: skip
